"""Words and shingles in common, against counting them one pair at a time."""

import random
from itertools import combinations

import pandas as pd
import pytest

from analysis import shingles, tables
from analysis.tables import ParameterError


def articles(*texts):
    rows = [{"document": f"{place:03}", "lang": "fr", "text": text} for place, text in enumerate(texts)]
    return tables.table("documents", rows)


def counted(texts, size, least):
    """Containment of each pair, by sets of words."""
    sets = [{tuple(words[at : at + size]) for at in range(len(words) - size + 1)} for words in map(str.split, texts)]
    for (a, one), (b, other) in combinations(enumerate(sets), 2):
        common = len(one & other)
        if common and max(common / len(one), common / len(other)) >= least - 1e-9:
            yield f"{a:03}", f"{b:03}", len(one), len(other), common


def made(number, seed=1):
    """Articles of which some share stretches, and all of them an opening that says nothing."""
    dice = random.Random(seed)
    texts = []
    for _ in range(number):
        words = [f"m{dice.randrange(300)}" for _ in range(dice.randrange(3, 80))]
        if texts and dice.random() < 0.6:
            other = dice.choice(texts).split()
            begin = dice.randrange(len(other))
            words[5:5] = other[begin : begin + dice.randrange(2, 60)]
        texts.append(" ".join(["tous", "droits", "sont", "réservés", "ici", "par", "la", "maison", *words]))
    return texts


@pytest.mark.parametrize("frequent", [0, 2, 500])
@pytest.mark.parametrize("least", [0.01, 0.1, 0.3, 0.5, 1])
@pytest.mark.parametrize("size", [1, 2, 5])
def test_no_pair_is_missed_and_none_is_miscounted(size, least, frequent, monkeypatch):
    monkeypatch.setattr(shingles, "FREQUENT", frequent)
    monkeypatch.setattr(shingles, "ROWS", 7)
    texts = made(40)
    found = shingles.containment(articles(*texts), size=size, least=least)
    columns = ["document_a", "document_b", "shingles_a", "shingles_b", "common"]
    assert list(found[columns].itertuples(index=False, name=None)) == list(counted(texts, size, least))


def test_the_shares_of_a_pair():
    found = shingles.containment(articles("a b c d e f", "x b c d e f y"))
    row = found.iloc[0]
    assert (row["common"], row["shingles_a"], row["shingles_b"]) == (1, 2, 3)
    assert (row["a_in_b"], row["b_in_a"], row["jaccard"]) == pytest.approx((1 / 2, 1 / 3, 1 / 4))


def test_an_article_inside_a_longer_one_is_contained_in_it():
    text = "le port rouvre demain après huit mois de travaux"
    longer = " ".join([text, *(f"m{place}" for place in range(400))])
    row = shingles.containment(articles(text, longer), least=0.9).iloc[0]
    assert row["a_in_b"] == 1
    assert row["b_in_a"] < 0.02


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L'État rouvre le port fermé", "l’ETAT rouvre, le « port » fermé"),
        ("Cœur de la vieille ville haute", "coeur de la vieille ville haute"),
        ("un cessez-le-feu dès lundi", "un cessez le feu, dès lundi"),
        ("1.200 soldats sont déjà partis", "1 200 soldats sont déjà partis"),
        ("le gouverne\u00adment fran\u200b\u00e7ais se tait", "le gouvernement français se tait"),
        ("E\u0301tat de siège au nord du pays", "État de siège au nord du pays"),
    ],
)
def test_words_are_equal_but_for_case_accents_and_marks(one, other):
    assert shingles.containment(articles(one, other))["jaccard"].tolist() == [1]


def test_other_words_are_others():
    assert shingles.containment(articles("le port rouvre ce lundi", "le port rouvrira ce lundi")).empty


def test_a_shingle_does_not_leave_its_article():
    assert shingles.containment(articles("a b c", "d e f", "x y z", "a b c d e f"), least=0.01).empty


def test_captions_and_credits_are_aside():
    documents = articles("le port rouvre ce lundi", "le port rouvre ce lundi")
    rows = [{"document": name, "unit": 0, "start": 0, "end": 23, "role": "body"} for name in documents["document"]]
    assert len(shingles.containment(documents, tables.table("units", rows))) == 1
    rows[0]["role"] = "caption"
    assert shingles.containment(documents, tables.table("units", rows)).empty


@pytest.mark.parametrize("texts", [(), ("seul",), ("a b c d e",), ("…", "a b c d e"), ("a b", "a b")])
def test_nothing_in_common_keeps_columns_and_dtypes(texts):
    found = shingles.containment(articles(*texts))
    assert found.empty
    assert found.dtypes.astype(str).to_dict() == shingles.PAIRS


@pytest.mark.parametrize("options", [{"least": 0}, {"least": 1.5}, {"size": 0}])
def test_a_share_of_nothing_is_refused(options):
    with pytest.raises(ParameterError, match="shingles have 1 word or more, least is above 0 and at most 1"):
        shingles.containment(articles("a b", "c d"), **options)


def test_the_order_of_the_articles_is_that_of_their_names():
    documents = articles(*made(12))
    turned = documents[::-1].reset_index(drop=True)
    pd.testing.assert_frame_equal(shingles.containment(documents), shingles.containment(turned))


def test_jaccard_of_sets_and_bags():
    """METHODS: Jaccard({1,2,3},{2,3,4}) = .5; bag Jaccard(aaab, aabbc) = 1/3."""
    assert shingles.jaccard([1, 2, 3], [2, 3, 4]) == 0.5
    assert shingles.bag_jaccard("aaab", "aabbc") == pytest.approx(1 / 3)
    assert shingles.jaccard([], []) == shingles.bag_jaccard([], []) == 0
