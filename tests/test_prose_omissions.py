"""Sentences on omissions: short is not silent, and few articles can't say how much they cover."""

import pandas as pd
import pytest
import tellings

from analysis import completeness, consensus, display, language, omissions, prose

LONG = "f1 - - - - - - - - -"


def plain(sentence):
    return display.plain(sentence).replace("\u00a0", " ").replace("\u202f", " ")


def tabled(*articles):
    telling = tellings.corpus(*articles)
    told = consensus.told(telling.claims, telling.facts, telling.documents)
    standing = consensus.standing(told, telling.facts)
    return telling, told, standing, completeness.by_article(told, telling.units)


def omitted(*articles, perhaps=()):
    telling, told, standing, each = tabled(*articles)
    maybe = pd.DataFrame([pair.split() for pair in perhaps], columns=["fact", "document"])
    left_out = omissions.left_out(told, telling.units, perhaps=maybe)
    return [plain(sentence) for sentence in prose.omitted(left_out, standing, each)]


UNSURE = (
    "That most accounts of the event tell it is sure for none of these facts: with {} others, the interval of their "
)
UNSURE_ONE = "It is not sure that most accounts of the event tell this fact: with {} others, the interval of their "


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ([], ["What others widely tell shows only where three articles or more are on one event: here are none such."]),
        (
            ["f1", "f2"],
            ["What others widely tell shows only where three articles or more are on one event: here are none such."],
        ),
        (["f1", "f2", "f3"], ["No article is found to leave out a fact that most of the others tell."]),
        (
            ["f1 -", "f1 -", "- -"],
            [
                "C is not found to tell “They say f1” (both others tell it): it is not shorter than the articles "
                "that tell it.",
                UNSURE_ONE.format(2) + "share goes down to 16 %.",
            ],
        ),
        (
            ["f1 f2", "f1 f2", "f1 -", "- f3"],
            [
                "D is not found to tell “They say f1” (all 3 others tell it) and “They say f2” (2 of 3 others tell "
                "it): it is not shorter than the articles that tell them.",
                "C is not found to tell “They say f2” (2 of 3 others tell it): it is not shorter than the articles "
                "that tell it.",
                UNSURE.format(3) + "share goes down to 9 %.",
            ],
        ),
        (
            [LONG, LONG, LONG, "-"],
            [
                "1 omission, of D, may be due to length: of the articles that tell the fact, cut to the same length, "
                "90 % would be silent on it, and with 4 pairs of fact and article looked at that is not rare enough.",
                UNSURE_ONE.format(3) + "share goes down to 29 %.",
            ],
        ),
        (
            [LONG, LONG, LONG, "-", "- " * 10],
            [
                "E is not found to tell “They say f1” (3 of 4 others tell it): it is not shorter than the articles "
                "that tell it.",
                "1 further omission, of D, may be due to length: of the articles that tell the fact, cut to the same "
                "length, 90 % would be silent on it, and with 2 pairs of fact and article looked at that is not rare "
                "enough.",
                UNSURE.format(4) + "share goes down to 19 %.",
            ],
        ),
        (
            ["f1 -"] * 7 + ["- -"],
            [
                "H is not found to tell “They say f1” (all 7 others tell it): it is not shorter than the articles "
                "that tell it.",
                "For this fact it is sure (95 %) that most accounts of the event tell it.",
            ],
        ),
    ],
)
def test_omitted(articles, expected):
    assert omitted(*articles) == expected


@pytest.mark.parametrize(
    ("articles", "because"),
    [
        (["f1 f2", "f1", "f1 -", "- -"], "it is not shorter than the articles that tell it."),
        (["f1 f1 f1 -", "f1 -", "f1", "- -"], "it is not shorter than most of the articles that tell it."),
        # in two of three: cut to two sentences, it would still stand, but the article is shorter
        (["f1 f1 -", "f1 f1 -", "f1 f1 -", "- -"], "its length alone does not explain that."),
        (["f1 -", "f1 f1 -", "f1 f1 -", "f1 -", "- -"], "its length alone does not explain that."),
    ],
)
def test_only_what_is_shorter_may_owe_it_to_its_length(articles, because):
    first = omitted(*articles)[0]
    assert first.endswith(f"tell it): {because}"), first


def test_of_several_facts_the_reason_holds_for_each():
    """Of the three that tell f1 one is longer than E, of the three that tell f2 two are."""
    first = omitted("f1 -", "f1 f2", "f1+f2 f1+f2 -", "f2 f2 -", "- -")[0]
    assert first.startswith("E is not found to tell “They say f1” (3 of 4 others tell it) and “They say f2” (3 of 4")
    assert first.endswith(": its length alone does not explain that.")
    first = omitted("f1 f2", "f1 f2", "f1+f2 f1+f2 -", "- -")[0]
    assert first.endswith(": it is not shorter than most of the articles that tell them.")


@pytest.mark.parametrize(
    ("articles", "perhaps", "last"),
    [
        (
            ["f1", "f1", "-"],
            ["f1 d002"],
            "Not counted is 1 fact that most others tell and C perhaps tells in other words.",
        ),
        (
            ["f1 f2", "f1 f2", "- -"],
            ["f1 d002", "f2 d002"],
            "Not counted are 2 facts that most others tell and C perhaps tells in other words.",
        ),
        (
            ["f1", "f1", "f1", "f1", "-", "-"],
            ["f1 d004", "f1 d005"],
            "Not counted are 2 cases in which most others tell a fact and an article (E and F) perhaps tells it in "
            "other words.",
        ),
    ],
)
def test_what_is_perhaps_told_is_not_said_to_be_left_out(articles, perhaps, last):
    none = "No article is found to leave out a fact that most of the others tell."
    assert omitted(*articles, perhaps=perhaps) == [none, last]


def test_what_is_perhaps_told_comes_after_what_is_left_out():
    found = omitted("f1 f2", "f1 f2", "- -", perhaps=["f2 d002"])
    assert found[0].startswith("C is not found to tell “They say f1” (both")
    assert "f2" not in " ".join(found[:-1])
    assert found[-1].startswith("Not counted is 1 fact")


def test_many_silent_articles_are_summed_up():
    found = omitted(*["f1 f2"] * 20, *["- -"] * 10)
    assert len(found) == 10
    assert found[8] == "2 more articles: 4 omissions that length alone does not explain."


CONSENSUS = " ".join(f"f{number}" for number in range(20))


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        (
            ["f1", "f1"],
            "Whether an article's length explains how much it tells can't be said of these articles: fewer than four "
            "are on one event.",
        ),
        (
            ["f1", "f2", "f3", "f4"],
            "Whether an article's length explains how much it tells can't be said of these articles: most of them "
            "agree on no fact.",
        ),
        (
            ["f1"] * 4,
            "What the 4 articles tell of the consensus is no fewer and no more facts than length and chance may "
            "explain.",
        ),
    ],
)
def test_lengths_that_explain_or_cannot(articles, expected):
    assert list(map(plain, prose.lengths(tabled(*articles)[3]))) == [expected]


def test_an_article_that_tells_fewer_than_its_length_explains():
    first, rest = map(plain, prose.lengths(tabled(*[CONSENSUS] * 6, "- " * 20)[3]))
    assert first.startswith("G tells 0 of 20 facts that most articles tell, fewer than its length explains (20.0 expec")
    assert rest.startswith("What the other 6 articles tell of the consensus is no fewer")


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        (["-"], ["No fact was found: nothing can be said of how much the articles cover."]),
        (["f1"], ["One event has one article: how much of the story that covers, one article can't say."]),
        (["1f1", "2f1"], ["2 events have one article: how much of the story that covers, one article can't say."]),
        (
            ["f1 f2", "f1 f3"],
            [
                "2 articles are too few to say how much of the story they cover: they tell 3 facts, 2 of them in "
                "one article alone; an estimate of all that there is to tell, 3 (3–8), is only a lower bound, and its "
                "interval leaves aside that facts may be wrongly grouped."
            ],
        ),
        (
            ["1f1", "1f1", "2f1"],
            [
                "On the event of A and B, 2 articles are too few to say how much of the story they cover: they "
                "tell 1 fact, none of them in one article alone; an estimate of all that there is to tell, 1 (1–2), is "
                "only a lower bound, and its interval leaves aside that facts may be wrongly grouped.",
                "One event has one article: how much of the story that covers, one article can't say.",
            ],
        ),
        (
            [CONSENSUS] * 8 + [CONSENSUS + " g1 h1", CONSENSUS + " g2 h1"],
            [
                "10 articles tell 23 facts, 2 of them in one article alone. By estimate, if facts are rightly grouped, "
                "there are at least 23 (23–31) to tell, so that this is some 98 % of the story at the most. Of what "
                "one more article would tell, about 99 % stands here already; it would add hardly any."
            ],
        ),
    ],
)
def test_covered(articles, expected):
    _, told, _, each = tabled(*articles)
    found = list(map(plain, prose.covered(completeness.covered(told), each)))
    assert found == expected


def test_omissions_in_french():
    with language.speaking("fr"):
        none = "Aucun article ne semble omettre un fait que rapportent la plupart des autres."
        assert omitted("f1", "f2", "f3") == [none]
        assert omitted("f1 f2", "f1 f2", "f1 -", "- f3") == [
            "D ne semble pas rapporter « They say f1 » (rapporté par les 3 autres) et « They say f2 » (rapporté par 2 "
            "des 3 autres) : il n’est pas plus court que les articles qui les rapportent.",
            "C ne semble pas rapporter « They say f2 » (rapporté par 2 des 3 autres) : il n’est pas plus court que les "
            "articles qui le rapportent.",
            "Pour aucun de ces faits, il n’est sûr que la majorité des récits de l’événement le rapportent : avec 3 "
            "autres articles, l’intervalle de confiance de leur part descend à 9 %.",
        ]
        assert omitted(LONG, LONG, LONG, "-") == [
            "1 omission (D) peut tenir à la longueur : parmi les articles qui rapportent le fait, ramenés à la même "
            "longueur, 90 % le passeraient sous silence, ce qui n’est pas assez rare au vu du nombre de cas "
            "examinés (4 "
            "couples fait-article).",
            "Il n’est pas sûr que la majorité des récits de l’événement rapportent ce fait : avec 3 autres articles, "
            "l’intervalle de confiance de leur part descend à 29 %.",
        ]
        assert omitted("f1 f2", "f1 f2", "- -", perhaps=["f2 d002"])[-1] == (
            "N’est pas compté 1 fait rapporté par la plupart des autres, que C rapporte peut-être en d’autres termes."
        )


def test_lengths_and_what_is_covered_in_french():
    with language.speaking("fr"):
        first, rest = map(plain, prose.lengths(tabled(*[CONSENSUS] * 6, "- " * 20)[3]))
        assert first == (
            "Des 20 faits que rapporte la majorité, G en rapporte 0, moins que sa longueur ne le laisse attendre (20,0 "
            "attendus, 16,8–20,0 ; p ajusté < 0,001)."
        )
        assert rest == (
            "Aucun des 6 autres articles ne rapporte plus ou moins de faits consensuels que sa longueur et le "
            "hasard ne "
            "peuvent l’expliquer."
        )
        _, told, _, each = tabled("1f1", "1f1", "2f1")
        assert list(map(plain, prose.covered(completeness.covered(told), each))) == [
            "Sur l’événement que traitent A et B, 2 articles, c’est trop peu pour dire quelle part de l’événement ils "
            "couvrent : ils rapportent 1 fait, dont aucun par un seul article ; l’estimation de tout ce qu’il y "
            "aurait à "
            "rapporter, 1 (1–2), n’est qu’un minimum, et son intervalle ne tient pas compte d’éventuels regroupements "
            "erronés des faits.",
            "Un événement n’est traité que par un seul article, ce qui ne permet pas de dire quelle part en est "
            "couverte.",
        ]


def test_facts_that_all_stand_in_one_article_are_said_to():
    _, told, _, each = tabled("f1", "f2")
    (found,) = prose.covered(completeness.covered(told), each)
    assert "they tell 2 facts, all of them in one article alone;" in plain(found)
