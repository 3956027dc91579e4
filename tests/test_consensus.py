"""Who tells which fact and how, and what that makes of the fact: articles in the signs of tests/tellings.py."""

import pandas as pd
import pytest
import tellings
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import consensus, tables

GENERATED = settings(deadline=None, derandomize=True, max_examples=30)
FIVE = tellings.corpus("f1 f2 f3 f4", "f2? f1@Alma - f5", "f2 f1@Boris f1?@Alma|Boris f4", "f1 f1? f4", "f1 - f6")


def told(telling, copied=None):
    return consensus.told(telling.claims, telling.facts, telling.documents, copied=copied)


def standing(telling, copied=None, discrepancies=None):
    return consensus.standing(told(telling, copied), telling.facts, discrepancies)


def cell(*sentences):
    """How one article tells f1, beside another that tells it plainly."""
    return told(tellings.corpus(" ".join(sentences), "f1")).query("label == 'f1'").iloc[0]


@pytest.mark.parametrize(
    ("sentences", "how", "speakers", "counts", "why"),
    [
        (["f1"], "told", "", [1, 1, 0, 0, 1], "one plain claim"),
        (["f1?"], "hedged", "", [1, 0, 1, 0, 1], "its own words, with doubt"),
        (["f1@Alma"], "attributed", "Alma", [1, 0, 0, 1, 1], "somebody's word"),
        (["f1?@Alma"], "attributed", "Alma", [1, 0, 0, 1, 1], "the doubt may be hers"),
        (["f1?", "f1"], "told", "", [2, 1, 1, 0, 2], "who reads the plain sentence is told so"),
        (["f1@Alma", "f1"], "told", "Alma", [2, 1, 0, 1, 2], "the article makes it its own elsewhere"),
        (["f1@Alma", "f1?"], "hedged", "Alma", [2, 0, 1, 1, 2], "the article vouches, though with doubt"),
        (["f1@Boris|Alma", "f1@Alma|Cléo"], "attributed", "Boris|Alma|Cléo", [2, 0, 0, 2, 2], "each speaker once"),
        (["f2"], "absent", "", [0, 0, 0, 0, 0], "another fact"),
    ],
)
def test_how_an_article_tells_a_fact(sentences, how, speakers, counts, why):
    found = cell(*sentences)
    assert (found["how"], found["speakers"]) == (how, speakers), why
    assert found[consensus.COUNTS].tolist() == counts, why


def test_two_claims_of_one_sentence_stand_in_one_unit():
    telling = tellings.corpus("f1", "f1")
    doubled = telling.claims.iloc[[0]].assign(claim="again", end=1)
    found = consensus.told(pd.concat([telling.claims, doubled]), telling.facts, telling.documents)
    assert found[["claims", "units"]].values.tolist() == [[2, 1], [1, 1]]


def test_facts_are_ordered_by_consensus_then_by_first_place():
    table = told(FIVE)
    assert list(dict.fromkeys(table["label"])) == ["f1", "f2", "f4", "f3", "f6", "f5"]
    assert table["source"].tolist() == list("ABCDE") * 6
    assert table[["layer", "story"]].drop_duplicates().values.tolist() == [["fact", 0]]


def test_standing():
    table = standing(FIVE).set_index("label")
    assert table.loc["f1", ["told", "hedged", "attributed", "articles", "of"]].tolist() == [3, 0, 2, 5, 5]
    assert table["standing"].to_dict() == {
        "f1": "consensus",
        "f2": "consensus",
        "f4": "consensus",
        "f3": "single source",
        "f6": "single source",
        "f5": "single source",
    }
    assert table.loc["f3", ["share", "low", "high"]].tolist() == pytest.approx([0.2, 0.0051, 0.7164], abs=5e-5)
    assert table.loc["f1", "statement"] == "They say f1."
    assert not table["disputed"].any()


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        (["f1"], "single source"),
        (["f1", "f1"], "consensus"),
        (["f1", "f1", "f2"], "consensus"),
        (["f1", "f1", "f2", "f2"], "shared"),  # half is not most
        (["f1", "f2", "f2"], "single source"),
    ],
)
def test_most_are_more_than_half_and_two_at_least(articles, expected):
    assert standing(tellings.corpus(*articles)).set_index("label").loc["f1", "standing"] == expected


def discrepancy(kind, fact="f1"):
    return {
        "discrepancy": f"D-{kind}",
        "kind": kind,
        "fact": fact,
        "document": "d000",
        "start": 0,
        "end": 1,
        "confidence": 1.0,
    }


@pytest.mark.parametrize(
    ("kinds", "differs", "disputed"),
    [
        ([], "", False),
        (["number", "place"], "number, place", True),
        (["granularity"], "granularity", False),
        (["attribution"], "attribution", False),
        (["name"], "name", False),  # spelled otherwise, told alike
        (["place", "granularity"], "granularity, place", True),
    ],
)
def test_a_fact_is_disputed_where_not_all_can_be_right(kinds, differs, disputed):
    rows = tables.table("discrepancies", [discrepancy(kind) for kind in kinds])
    found = standing(FIVE, discrepancies=rows).set_index("label")
    assert found.loc["f1", ["differs", "disputed"]].tolist() == [differs, disputed]
    assert not found.loc["f2", "disputed"]


def test_two_stories_share_no_row():
    table = told(tellings.corpus("1f1 1f2", "2f1", "1f1", "2f1 2f2"))
    pairs = table.groupby("label")["source"].agg("".join).to_dict()
    assert pairs == {"1f1": "AC", "1f2": "AC", "2f1": "BD", "2f2": "BD"}
    assert table["story"].is_monotonic_increasing


def test_a_fact_that_an_analyst_pinned_across_stories_has_the_articles_of_both():
    telling = tellings.corpus("1f1 1f2 1f3", "2f1 2f2 2f3", "1f1", "2f1")
    pinned = telling.claims.assign(fact=telling.claims["fact"].replace("2f2", "1f2"))
    facts = telling.facts[telling.facts["fact"] != "2f2"]
    table = consensus.told(pinned, facts, telling.documents)
    assert table.loc[table["label"] == "1f2", "source"].tolist() == list("ABCD")
    assert table.loc[table["label"] == "1f2", "how"].tolist() == ["told", "told", "absent", "absent"]
    assert table.loc[table["label"] == "1f1", "source"].tolist() == ["A", "C"]


def test_an_article_without_a_claim_is_of_the_only_story():
    one, two = tellings.corpus("f1", "f1", "-"), tellings.corpus("1f1", "2f1", "-")
    assert told(one)["how"].tolist() == ["told", "told", "absent"]
    assert set(told(two)["source"]) == {"A", "B"}


def test_nothing_told_keeps_columns_and_dtypes():
    telling = tellings.corpus("-")
    assert told(telling).empty
    assert standing(telling).empty
    assert told(telling).dtypes.to_dict() == told(FIVE).dtypes.to_dict()
    assert standing(telling).dtypes.to_dict() == standing(FIVE).dtypes.to_dict()


COPIES = tellings.corpus("f1 f2", "f1 f3 f2", "f1", "f4")


def test_what_stands_in_copies_alone_is_neither_told_nor_absent():
    table = told(COPIES, tellings.units(COPIES, "B0", "C0")).query("label == 'f1'")
    assert table["how"].tolist() == ["told", "copied", "copied", "absent"]
    assert table["claims"].tolist() == [1, 0, 0, 0]
    stands = standing(COPIES, tellings.units(COPIES, "B0", "C0")).set_index("label")
    assert stands.loc["f1", ["articles", "of", "standing"]].tolist() == [1, 2, "single source"]
    assert stands.loc["f2", ["articles", "of", "standing"]].tolist() == [2, 4, "shared"]


def test_a_fact_may_stand_in_copies_only():
    stands = standing(COPIES, tellings.units(COPIES, "D0")).set_index("label")
    assert stands.loc["f4", "standing"] == "in copies only"


def test_compared_with_and_without_copies():
    table = consensus.compared(told(COPIES), told(COPIES, tellings.units(COPIES, "B0", "C0")))
    numbers = ["source", "facts", "own", "copied", "consensus", "consensus_own"]
    assert table[numbers].values.tolist() == [
        ["A", 2, 2, 0, 1, 0],
        ["B", 3, 2, 1, 1, 0],
        ["C", 1, 0, 1, 1, 0],
        ["D", 1, 1, 0, 0, 0],
    ]
    same = consensus.compared(told(COPIES), told(COPIES, tellings.units(COPIES)))
    assert (same["facts"] == same["own"]).all()
    assert (same["consensus"] == same["consensus_own"]).all()


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("Un\n tir", 90, "Un tir"),
        ("Le tir a été repoussé, dit-on", 24, "Le tir a été repoussé…"),
        ("a" * 100, 90, "a" * 89 + "…"),
        ("(((" + "(" * 100, 5, "((((…"),
        ("« Nous partons", 10, "« Nous…"),
    ],
)
def test_a_statement_is_cut_between_words(text, most, expected):
    assert consensus.short(text, most) == expected


@GENERATED
@given(st.text("ab ,.«\n", max_size=60), st.integers(3, 30))
def test_a_cut_statement_is_never_longer(text, most):
    found = consensus.short(text, most)
    assert len(found) <= most
    assert found.endswith("…") or found == " ".join(text.split())


SENTENCES = st.lists(st.sampled_from(["f1", "f2?", "f3@Alma", "f1?@Boris", "f4+f2", "-"]), min_size=1, max_size=6)


@GENERATED
@given(st.lists(SENTENCES.map(" ".join), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_each_cell_is_of_its_claims_whatever_their_order(articles, random):
    telling = tellings.corpus(*articles)
    order = random.sample(range(len(telling.claims)), len(telling.claims))
    table = told(telling)
    assert len(table) == telling.facts["fact"].nunique() * len(articles)
    assert table["claims"].sum() == len(telling.claims)
    assert (table[["plain", "hedged", "attributed"]].sum(axis=1) == table["claims"]).all()
    assert ((table["how"] == "absent") == (table["claims"] == 0)).all()
    shuffled = telling._replace(claims=telling.claims.iloc[order])
    counts = ["label", "document", "how", *consensus.COUNTS]
    pd.testing.assert_frame_equal(table[counts], told(shuffled)[counts])
    stands = consensus.standing(table, telling.facts).set_index("label")
    known = telling.facts.set_index("fact")
    assert stands["articles"].to_dict() == known["articles"].to_dict()
