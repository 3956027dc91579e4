"""How much of a story each article tells at its length, and how much all cover, in the signs of tellings.py."""

import pytest
import tellings

from analysis import completeness, consensus
from analysis.statistics import chao2


def told(telling, copied=None):
    return consensus.told(telling.claims, telling.facts, telling.documents, copied=copied)


def by_article(*articles):
    telling = tellings.corpus(*articles)
    return completeness.by_article(told(telling), telling.units).set_index("source")


def test_by_article_counts_and_its_facts():
    table = by_article("f1 f2 f3", "f1 f2 -", "f1 f4 f5 f5", "f1 f2", "f6")
    counts = ["of", "facts", "alone", "of_facts", "common", "of_common"]
    assert table[counts].values.tolist() == [
        [3, 3, 1, 6, 2, 2],
        [3, 2, 0, 6, 2, 2],
        [4, 3, 2, 6, 1, 2],
        [2, 2, 0, 6, 2, 2],
        [1, 1, 1, 6, 0, 2],
    ]


def test_what_is_expected_is_what_the_others_tell_at_equal_length():
    """D has 2 sentences: A, cut from 4 to 2, keeps each fact with 1/2, B with 2/3; C is as short as D."""
    table = by_article("f1 f2 - -", "f1 f3 -", "f1 -", "- -")
    assert table.loc["D", "expected"] == pytest.approx((1 / 2 + 2 / 3 + 1) / 3)


def test_shorter_articles_are_not_lengthened():
    table = by_article("f1 f2 - -", "f1 f2 - -", "f1 f2", "f1 -")
    assert table.loc["A", "expected"] == pytest.approx((2 + 2 + 1) / 3)


CONSENSUS = " ".join(f"f{number}" for number in range(20))


@pytest.mark.parametrize(
    ("last", "reading"),
    [
        ("- " * 20, "fewer"),  # as long as the others, and nothing of what they tell
        ("-", "as many"),  # one sentence can't tell much
        (CONSENSUS, "as many"),
        (CONSENSUS + " -" * 40, "as many"),  # longer, and all is told
    ],
)
def test_fewer_only_where_length_does_not_explain_it(last, reading):
    table = by_article(*[CONSENSUS] * 6, last)
    assert table["reading"].tolist()[-1] == reading
    assert (table["low"] <= table["expected"]).all()
    assert (table["expected"] <= table["high"]).all()


def test_more_is_what_a_short_article_packs():
    """Twenty facts in twenty sentences, where the others have six times as many sentences for twelve of them."""
    sparse = [" ".join(f"f{(place * 3 + number) % 20}" for number in range(12)) + " -" * 108 for place in range(9)]
    assert by_article(*sparse, CONSENSUS)["reading"].tolist()[-1] == "more"


@pytest.mark.parametrize("articles", [["f1", "f1", "f1"], ["f1", "f2", "f3", "f4", "f5"], ["f1"], []])
def test_without_consensus_or_with_few_articles_nothing_is_compared(articles):
    table = by_article(*articles)
    assert set(table["reading"]) <= {"not compared"}
    assert table[["expected", "low", "high", "adjusted"]].isna().all(axis=None)


def test_covered():
    telling = tellings.corpus("f1 f2 f3", "f1 f4", "f1 f2 f5", "f1 f6")
    (row,) = completeness.covered(told(telling)).to_dict("records")
    assert [row[name] for name in ("articles", "facts", "once", "twice")] == [4, 6, 4, 1]
    bound = chao2([4, 2, 1, 1, 1, 1], 4)
    assert (row["estimate"], row["low"], row["high"]) == (bound.estimate, bound.low, bound.high)
    assert bound.estimate == pytest.approx(6 + 3 / 4 * 4 * 3 / (2 * 2))
    assert row["share"] == pytest.approx(6 / 8.25)
    assert row["coverage"] == pytest.approx(1 - 4 / 10 * (3 * 4) / (3 * 4 + 2))
    assert row["further"] == pytest.approx(2.25 * 4 / (4 * 2.25 + 4))
    assert not row["sure"]


@pytest.mark.parametrize(
    ("articles", "sure"),
    [
        (["f1 f2 f3"], False),
        (["f1 f2", "f1 f2"], False),  # two articles are too few, whatever they say
        (["f1 f2 f3 f4 f5"] * 4, False),  # five facts are too few for a share
        (["f1 f2 f3 f4 f5 f6 f7 f8 f9 f10"] * 9, False),  # nine: errors of grouping weigh too much
        (["f1 f2 f3 f4 f5 f6 f7 f8 f9 f10"] * 10, True),
        ([f"f{number} g{number}" for number in range(10)], False),  # each tells something else
        (["f1 f2", "f3 f4", "f5 f6", "f7 f8"], False),
    ],
)
def test_few_articles_cannot_say_how_much_they_cover(articles, sure):
    assert completeness.covered(told(tellings.corpus(*articles)))["sure"].tolist() == [sure]


def test_one_article_estimates_nothing():
    (row,) = completeness.covered(told(tellings.corpus("f1 f2 f3"))).to_dict("records")
    assert (row["articles"], row["facts"], row["once"], row["sure"]) == (1, 3, 3, False)
    table = completeness.covered(told(tellings.corpus("1f1", "2f1", "2f1")))
    estimates = table[["estimate", "low", "high", "share", "coverage", "further"]].isna()
    assert estimates.values.tolist() == [[True] * 6, [False] * 6]


def test_each_story_is_covered_for_itself():
    table = completeness.covered(told(tellings.corpus("1f1 1f2", "1f1", "2f1", "2f1", "2f1")))
    assert table[["story", "articles", "facts"]].values.tolist() == [[1, 2, 2], [2, 3, 1]]
    curve = completeness.accumulation(told(tellings.corpus("1f1 1f2", "1f1", "2f1")))
    assert curve[["story", "articles", "facts"]].values.tolist() == [[1, 1, 1.5], [1, 2, 2.0], [2, 1, 1.0]]


def test_of_nothing_there_is_nothing_to_cover():
    empty = told(tellings.corpus("-"))
    assert completeness.covered(empty).empty
    assert completeness.accumulation(empty).empty
    assert (
        completeness.covered(empty).dtypes.to_dict()
        == completeness.covered(told(tellings.corpus("f1"))).dtypes.to_dict()
    )
