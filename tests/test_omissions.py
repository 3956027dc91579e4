"""What articles leave out, whether their length explains it, and how much all cover, in the signs of tellings.py."""

from pathlib import Path

import pandas as pd
import pytest
import tellings
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import completeness, consensus, copies, facts, omissions, tables
from analysis.reading import read
from analysis.statistics import clopper_pearson

CORPORA = Path(__file__).parent / "corpora"
GENERATED = settings(deadline=None, derandomize=True, max_examples=30)


def told(telling, copied=None):
    return consensus.told(telling.claims, telling.facts, telling.documents, copied=copied)


def left_out(*articles, perhaps=None):
    telling = tellings.corpus(*articles)
    return omissions.left_out(told(telling), telling.units, perhaps=perhaps)


def test_a_silence_that_length_does_not_explain():
    """E is as long as the others: cut to its length, all four still tell f1."""
    (row,) = left_out("f1 - -", "f1 - -", "f1 - -", "f1@Alma - -", "- - -").to_dict("records")
    assert (row["label"], row["source"], row["of"]) == ("f1", "E", 3)
    assert (row["others"], row["of_others"], row["share"]) == (4, 4, 1.0)
    assert (row["low"], row["high"]) == pytest.approx(clopper_pearson(4, 4))
    assert (row["at_length"], row["chance"], row["short"], row["sure"]) == (4.0, 0.0, False, False)
    assert row["tests"] == 5  # f1 in all five: each has three or four others that tell it


def test_a_short_article_is_not_called_silent():
    """One of ten sentences falls away with 9 of 10 when ten are cut to one; two of ten with 8 of 10."""
    long = "f1 - - - - - - - - -"
    (row,) = left_out(long, long, "f1 f1 - - - - - - - -", "-").to_dict("records")
    assert row["at_length"] == pytest.approx(0.1 + 0.1 + 0.2)
    assert row["chance"] == pytest.approx(1 - 0.4 / 3)
    assert row["short"]


def test_only_others_that_are_longer_are_cut():
    (row,) = left_out("f1 -", "f1", "f1 - - - - - - -", "- - - -").to_dict("records")
    assert row["at_length"] == pytest.approx(1 + 1 + 0.5)
    assert row["chance"] == pytest.approx(0.5 / 3)


def test_the_more_pairs_are_looked_at_the_more_a_silence_must_say():
    others = ["f1 - - - - - - - - - - - - - - - - - - - -"] * 3
    few = left_out(*others, "- - - - - - - - - - - - - - - - - - - -")
    many = left_out(*[f"{text} f2 f3 f4" for text in others], "f2 f3 f4 " + "- " * 20)
    assert few["chance"].tolist() == pytest.approx([1 / 21])
    assert few["adjusted"].tolist() == pytest.approx([4 / 21])
    assert many["tests"].tolist() == [16]
    assert many["adjusted"].iloc[0] == pytest.approx(16 * many["chance"].iloc[0])


@pytest.mark.parametrize(
    ("articles", "why"),
    [
        (["f1"], "one article"),
        (["f1", "f2"], "of two articles neither leaves out what the other has"),
        (["f1", "f2", "f3"], "no fact is shared"),
        (["f1", "f1", "-", "-", "-"], "two of four others are not most"),
        (["f1", "f1", "f1"], "all tell it"),
        (["1f1", "1f1", "1f1", "2f2", "2f2", "2f2"], "another story is not left out"),
        (["-", "-", "-"], "no fact at all"),
    ],
)
def test_nothing_is_left_out(articles, why):
    table = left_out(*articles)
    assert table.empty, why
    assert table.columns.tolist() == left_out("f1", "f1", "-").columns.tolist()


def test_what_length_does_not_explain_comes_first_and_then_what_is_told_most_widely():
    table = left_out("f2 f1 -", "f2 f1 -", "f1 - -", "f2 f1 -", "f3 f4 f5", "-")
    assert table[["label", "source", "short"]].values.tolist() == [
        ["f1", "E", False],
        ["f2", "C", False],
        ["f2", "E", False],
        ["f1", "F", True],
        ["f2", "F", True],
    ]


def test_what_an_article_copies_it_neither_tells_nor_leaves_out():
    telling = tellings.corpus("f1 f2", "f1 f2", "f1 f3", "f1 f4", "f5 f6")
    copied = tellings.units(telling, "D0")
    table = omissions.left_out(told(telling, copied), copies.without(telling.units, copied))
    assert table[["label", "source", "others", "of_others"]].values.tolist() == [["f1", "E", 3, 3]]


def test_an_article_of_nothing_but_copies_is_not_looked_at():
    telling = tellings.corpus("f1 f2", "f1 f2", "f1 f3", "f1")
    copied = tellings.units(telling, "D0")
    own, units = told(telling, copied), copies.without(telling.units, copied)
    assert "D" not in set(omissions.left_out(own, units)["source"])
    assert completeness.by_article(own, units)["source"].tolist() == ["A", "B", "C"]


def test_captions_are_sentences_that_tell_and_credits_are_none():
    telling = tellings.corpus("f1 -", "f1 -", "f1 -", "- -")
    units = telling.units.assign(role=["body", "credit"] * 3 + ["caption", "related"])
    (row,) = omissions.left_out(told(telling), units).to_dict("records")
    assert row["of"] == 1


def test_longer_counts_the_tellers_with_more_sentences():
    table = left_out("f1 -", "f1", "f1 - - -", "f1 - -", "- -", "- - - -")
    assert dict(zip(table["source"], table["longer"], strict=True)) == {"E": 2, "F": 0}


def test_what_is_perhaps_told_comes_last_and_is_not_tested():
    articles = ["f1 f2 f3"] * 4 + ["- - -"]
    perhaps = pd.DataFrame({"fact": ["f1", "f2"], "document": ["d004", "d000"]})
    table = left_out(*articles, perhaps=perhaps)
    assert table[["label", "source", "perhaps"]].values.tolist() == [
        ["f2", "E", False],
        ["f3", "E", False],
        ["f1", "E", True],
    ]
    assert table["adjusted"].isna().tolist() == [False, False, True]
    assert not table["short"].any()
    assert table["tests"].tolist() == left_out(*articles)["tests"].tolist()


def test_what_is_perhaps_told_makes_no_other_silence_surer():
    """Of eight pairs, two silences with a chance of 1/100: 8 · .01 / 2 each; of one alone, 8 · .01."""
    articles = ["f1 f2 " + "- " * 98] * 3 + ["- " * 99]
    both, one = left_out(*articles), left_out(*articles, perhaps=pd.DataFrame({"fact": ["f1"], "document": ["d003"]}))
    assert both["adjusted"].tolist() == pytest.approx([0.01 * 8 / 2] * 2)
    assert one["adjusted"].tolist()[:1] == pytest.approx([0.01 * 8])
    assert (both["short"].tolist(), one["short"].tolist()) == ([False, False], [True, False])


SENTENCES = st.lists(st.sampled_from(["f1", "f2", "f3", "f1+f4", "-"]), min_size=1, max_size=8).map(" ".join)


@GENERATED
@given(st.lists(SENTENCES, min_size=1, max_size=7))
def test_what_holds_of_any_articles(articles):
    telling = tellings.corpus(*articles)
    cells = told(telling)
    table = omissions.left_out(cells, telling.units)
    silent = cells[cells["how"] == "absent"]
    pairs = set(silent[["label", "document"]].itertuples(index=False, name=None))
    assert set(table[["label", "document"]].itertuples(index=False, name=None)) <= pairs
    assert (2 * table["others"] > table["of_others"]).all()
    assert table["chance"].between(0, 1).all()
    assert (table["adjusted"] >= table["chance"] - 1e-12).all()
    assert (table["at_length"] <= table["others"] + 1e-9).all()
    assert (table["short"] == (table["adjusted"] > 0.05)).all()
    each = completeness.by_article(cells, telling.units)
    assert each["facts"].sum() == (cells["how"] != "absent").sum()
    assert (each["common"] <= each["of_common"]).all()
    known = each[each["expected"].notna()]
    assert (known["expected"].between(0, known["of_common"])).all()


@pytest.mark.parametrize("name", ["lancement", "summit"])
def test_a_whole_corpus(name):
    reading = read(CORPORA / name)
    claims, found = facts.find(reading)
    cells = consensus.told(claims, found, reading.documents)
    stands = consensus.standing(cells, found)
    assert stands.set_index("label")["articles"].to_dict() == found.set_index("fact")["articles"].to_dict()
    assert cells["claims"].sum() == len(claims)
    table = omissions.left_out(cells, reading.units)
    absent = cells[cells["how"] == "absent"].merge(stands[["label", "articles", "of"]], on="label")
    wide = absent[(absent["articles"] > 1) & (2 * absent["articles"] > absent["of"] - 1)]
    assert len(table) == len(wide) > 0
    each = completeness.by_article(cells, reading.units)
    assert each["source"].tolist() == reading.documents["label"].tolist()
    assert each["alone"].sum() == (stands["articles"] == 1).sum()
    (row,) = completeness.covered(cells).to_dict("records")
    assert row["facts"] == len(found)
    assert row["low"] <= row["estimate"] <= row["high"]
    again = consensus.told(claims.iloc[::-1], found, reading.documents)
    pd.testing.assert_frame_equal(again[["label", "document", "how"]], cells[["label", "document", "how"]])
    tables.verify("claims", claims, documents=reading.documents)
