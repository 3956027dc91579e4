"""Counting on three tiny articles (tests/small.py): numerators and denominators, tests, voices, words."""

from math import comb

import numpy as np
import pandas as pd
import pytest
import small

from analysis import measures, statistics, tables

UNITS, DOCUMENTS, EVIDENCE, STATEMENTS = small.units(), small.documents(), small.evidence(), small.statements()


def prevalence(layer, labels=None, names=()):
    return measures.prevalence(small.evidence(*names), small.units(*names), small.documents(*names), layer, labels)


def test_the_fixture_is_sound():
    tables.verify("evidence", EVIDENCE, documents=DOCUMENTS)
    tables.verify("statements", STATEMENTS, documents=DOCUMENTS)
    tables.verify("units", UNITS, documents=DOCUMENTS)
    assert len(tables.counted(UNITS)) == 10


def test_prevalence_counts_units_of_counted_ones_and_keeps_zeros():
    table = prevalence("topic")
    counts = table[["label", "source", "matches", "units", "of"]].values.tolist()
    assert counts == [
        ["space", "A", 2, 2, 4],
        ["space", "B", 0, 0, 3],
        ["space", "C é", 1, 1, 3],
        ["treaty", "A", 1, 1, 4],
        ["treaty", "B", 1, 1, 3],
        ["treaty", "C é", 0, 0, 3],
    ]
    assert table["share"].tolist()[:3] == [0.5, 0.0, 1 / 3]
    assert table.loc[0, ["low", "high"]].tolist() == pytest.approx(statistics.wilson(2, 4))


def test_labels_given_are_kept_in_their_order_whether_found_or_not():
    table = prevalence("topic", ["war", "space"])
    assert table["label"].tolist() == ["war"] * 3 + ["space"] * 3
    assert table["units"].tolist() == [0, 0, 0, 2, 0, 1]


def test_an_article_without_a_counted_unit_has_no_share():
    units = small.units().assign(role="caption")
    table = measures.prevalence(EVIDENCE, units, DOCUMENTS, "topic", ["space"])
    assert table["of"].tolist() == [0, 0, 0]
    assert table["units"].tolist() == [0, 0, 0]
    assert table["share"].isna().all()
    assert measures.overall(table)["of_articles"].tolist() == [0]


def test_no_evidence_keeps_columns_and_dtypes():
    full, empty = prevalence("topic"), prevalence("frame")
    assert len(empty) == 0
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()
    assert len(measures.overall(empty)) == len(measures.compared(empty)) == len(measures.standing_out(empty)) == 0
    assert measures.compared(empty).columns.tolist() == [*full.columns, "score", "p", "adjusted"]


def test_overall_sums_and_counts_articles():
    table = measures.overall(prevalence("topic"))
    counts = table[["label", "matches", "units", "of", "articles", "of_articles"]].values.tolist()
    assert counts == [["space", 3, 3, 10, 2, 3], ["treaty", 2, 2, 10, 2, 3]]


def test_one_label_in_two_layers_is_two_labels():
    """An actor and a place may have one name: neither lends the other its counts."""
    actor = small.measure(("Alma", "A", 9), ("Alma", "B", 1), layer="actor")
    place = small.measure(("Alma", "A", 1), ("Alma", "B", 9), layer="place")
    both = pd.concat([actor, place], ignore_index=True)
    assert len(measures.overall(both)) == 2
    apart = measures.compared(both)
    assert apart["score"].tolist()[:2] == measures.compared(actor)["score"].tolist()


def test_compared_doubles_the_smaller_tail_and_adjusts_over_all_that_was_tested():
    table = measures.compared(small.measure(("x", "A", 9), ("x", "B", 1), ("x", "C", 3), ("y", "A", 0), ("y", "B", 0)))
    assert table["source"].tolist() == ["A", "B", "C"]  # y stands nowhere: there is nothing to test
    tail = sum(comb(13, k) * comb(17, 10 - k) for k in (9, 10)) / comb(30, 10)  # hypergeometric: at least 9 of A's 10
    assert table["p"].iloc[0] == pytest.approx(2 * tail)
    assert table["adjusted"].tolist() == pytest.approx(statistics.benjamini_hochberg(table["p"]).tolist())
    assert (table["adjusted"] >= table["p"]).all()


def test_what_every_unit_holds_is_no_test():
    assert measures.compared(small.measure(("x", "A", 10), ("x", "B", 10))).empty


def test_standing_out_in_both_directions_most_certain_first():
    found = measures.standing_out(small.measure(("x", "A", 0), ("x", "B", 9), ("x", "C", 5)))
    assert found["source"].tolist() == ["A", "B"]
    assert np.sign(found["score"]).tolist() == [-1, 1]


@pytest.mark.parametrize(
    "rows",
    [
        [("x", "A", 5)],
        [("x", "A", 5), ("x", "B", 0, 0)],
        [("x", "A", 5), ("x", "B", 5)],
        [("x", "A", 2), ("x", "B", 1)],
    ],
)
def test_nothing_stands_out_of_one_article_a_tie_or_chance(rows):
    assert measures.standing_out(small.measure(*rows)).empty


def test_voice_is_the_speakers_within_quotations_only():
    table = measures.voice(EVIDENCE, STATEMENTS)
    assert table.loc[table["voice"] == "quoted", "match"].tolist() == ["rockets", "may"]
    assert len(measures.own_words(EVIDENCE, STATEMENTS)) == len(EVIDENCE) - 2


@pytest.mark.parametrize("kind", ["scare", "indirect"])
def test_what_stands_in_no_quotation_stays_the_outlets(kind):
    assert (measures.voice(EVIDENCE, STATEMENTS.assign(kind=kind))["voice"] == "own").all()


def test_voice_without_statements_or_evidence():
    assert (measures.voice(EVIDENCE, tables.empty("statements"))["voice"] == "own").all()
    assert measures.voice(tables.empty("evidence"), STATEMENTS)["voice"].tolist() == []


def test_in_counted_leaves_out_captions_and_links():
    assert measures.in_counted(STATEMENTS, UNITS)["kind"].tolist() == ["direct", "scare"]
    assert measures.in_counted(EVIDENCE, UNITS)["match"].tolist().count("grand") == 1


def test_any_hedge_is_counted_as_one_label():
    table = measures.as_counted(EVIDENCE)
    assert set(table.loc[table["layer"] == "hedge", "label"]) == {"hedged"}
    assert table[table["layer"] != "hedge"].equals(EVIDENCE[EVIDENCE["layer"] != "hedge"])
    assert measures.as_counted(tables.empty("evidence")).dtypes.equals(tables.empty("evidence").dtypes)


def test_words_are_those_of_counted_units():
    table = measures.words(UNITS, DOCUMENTS)
    assert table[table["document"] == "c"]["word"].tolist() == ["la", "fusée", "vole", "alma", "rit", "fin"]
    assert "dream" not in set(table["word"])
    assert measures.words(tables.empty("units"), DOCUMENTS).dtypes.equals(table.dtypes)


def test_no_argument_is_edited():
    before = [table.copy() for table in (EVIDENCE, UNITS, DOCUMENTS, STATEMENTS)]
    measures.standing_out(prevalence("topic"))
    measures.voice(EVIDENCE, STATEMENTS)
    measures.as_counted(EVIDENCE)
    for old, new in zip(before, (EVIDENCE, UNITS, DOCUMENTS, STATEMENTS), strict=True):
        pd.testing.assert_frame_equal(old, new)
