"""Whom each article quotes: on the articles of tests/small.py."""

import pandas as pd
import pytest
import small

from analysis import sides, sourcing, tables

UNITS, DOCUMENTS, STATEMENTS = small.units(), small.documents(), small.statements()
REPORTED = STATEMENTS.assign(
    kind=["direct", "partial", "indirect"], speaker=["Alma", "", "Boris"], speaker_kind=["government", "", "expert"]
)
SIDED = pd.concat([STATEMENTS.head(1)] * 4, ignore_index=True).assign(
    speaker=["Alma", "Boris", "Carl", "source"],
    side=["official", "official", "independent", "unnamed"],
    state=["Alba", "", "", ""],
    vehicle=["", "", "", "Wire"],
    start=[0, 0, 0, DOCUMENTS["text"][0].index("A grand")],
    end=[4, 4, 4, DOCUMENTS["text"][0].index("A grand") + 14],
)


def test_voices_by_speaker_and_article():
    table = sourcing.voices(STATEMENTS, DOCUMENTS)
    assert table[["speaker", "source", "quotations", "direct", "reports", "words", "of"]].values.tolist() == [
        ["", "A", 1, 0, 0, 2, 2],
        ["Alma", "A", 1, 1, 0, 4, 2],
    ]
    none = sourcing.voices(tables.empty("statements"), DOCUMENTS)
    assert none.empty
    assert none.columns.tolist() == table.columns.tolist()


def test_quoting_leaves_out_captions_above_and_below():
    table = sourcing.quoting(STATEMENTS, UNITS, DOCUMENTS)
    counts = table[["source", "direct", "partial", "scare", "speakers", "characters", "of"]].values.tolist()
    assert counts == [["A", 1, 0, 0, 1, 21, 78], ["B", 0, 0, 1, 0, 0, 49], ["C é", 0, 0, 0, 0, 0, 27]]
    assert table["share"].tolist() == [21 / 78, 0, 0]


def test_a_quotation_inside_another_adds_no_characters():
    inner = STATEMENTS.iloc[[0]].assign(start=STATEMENTS["start"].iloc[0] + 2)
    table = sourcing.quoting(pd.concat([STATEMENTS, inner], ignore_index=True), UNITS, DOCUMENTS)
    assert table.loc[0, ["direct", "characters"]].tolist() == [2, 21]


def test_quoting_of_nothing():
    assert sourcing.quoting(tables.empty("statements"), UNITS, DOCUMENTS)["characters"].tolist() == [0, 0, 0]
    assert sourcing.quoting(STATEMENTS, tables.empty("units"), DOCUMENTS)["share"].isna().all()
    assert sourcing.quoting(STATEMENTS, UNITS, tables.empty("documents")).columns.tolist()[-1] == "share"


def test_spoken_names_the_unknown_speaker():
    voices = sourcing.voices(STATEMENTS, DOCUMENTS)
    table = sourcing.spoken(voices)
    assert table["speaker"].tolist() == [sourcing.UNKNOWN, "Alma"]
    assert voices["speaker"].tolist() == ["", "Alma"]
    assert sourcing.spoken(voices.head(0)).columns.tolist() == table.columns.tolist()


def test_quoted_is_evidence_by_kind_and_by_speaker():
    table = sourcing.quoted(STATEMENTS, DOCUMENTS)
    assert table[["layer", "label", "document", "match", "rule"]].values.tolist() == [
        ["quotation", "direct", "a", '"the rockets may fly"', "direct"],
        ["quotation", "partial", "a", '"a dream"', "partial"],
        ["quotation", "scare", "b", '"gift"', "scare"],
        ["quotations", "Alma", "a", '"the rockets may fly"', "direct"],
        ["quotations", sourcing.UNKNOWN, "a", '"a dream"', "partial"],
    ]
    assert table.dtypes.to_dict() == small.evidence().dtypes.to_dict()
    tables.verify("evidence", sourcing.quoted(tables.empty("statements"), DOCUMENTS))


def test_every_kind_that_is_counted_has_its_evidence():
    reported = STATEMENTS.assign(kind=STATEMENTS["kind"].replace("scare", "indirect"))
    counted = sourcing.quoting(reported, UNITS, DOCUMENTS)
    found = sourcing.quoted(reported, DOCUMENTS)
    held = set(found.loc[found["layer"] == "quotation", ["label", "document"]].itertuples(index=False, name=None))
    kinds = ("direct", "partial", "indirect", "scare")
    told = {(kind, row["document"]) for row in counted.to_dict("records") for kind in kinds if row[kind]}
    assert told == {("direct", "a"), ("indirect", "b")}
    assert told <= held  # the partial one stands in a caption: shown, not counted


def test_every_number_of_a_voice_has_its_statements_as_evidence():
    voices = sourcing.spoken(sourcing.voices(REPORTED, DOCUMENTS))
    found = sourcing.quoted(REPORTED, DOCUMENTS)[["layer", "label", "document"]]
    keys = {
        (column, row["speaker"], row["document"])
        for row in voices.to_dict("records")
        for column in ("quotations", "reports")
        if row[column]
    }
    assert {key[0] for key in keys} == {"quotations", "reports"}
    assert keys <= set(found.itertuples(index=False, name=None))


def test_a_report_is_no_quotation_and_has_no_words_of_the_speaker():
    table = sourcing.voices(REPORTED, DOCUMENTS).set_index("speaker")
    assert table.loc["Boris", ["quotations", "direct", "reports", "words", "of"]].tolist() == [0, 0, 1, 0, 0]
    assert table.loc["Alma", "kind"] == "government"


def test_a_speaker_of_two_kinds_has_the_more_frequent_one_and_of_equals_the_first():
    three = pd.concat([STATEMENTS.head(1)] * 3, ignore_index=True).assign(speaker_kind=["expert", "witness", "witness"])
    assert sourcing.voices(three, DOCUMENTS)["kind"].tolist() == ["witness"]
    assert sourcing.voices(three.head(2), DOCUMENTS)["kind"].tolist() == ["expert"]


def test_balance_counts_official_against_independent_statements():
    table = sourcing.balance(SIDED, DOCUMENTS)
    assert table.columns.tolist()[2:8] == list(sides.SIDES)
    row = table.set_index("document").loc["a"]
    assert row[["official", "independent", "unnamed", "of"]].tolist() == [2, 1, 1, 3]
    assert row[["share", "low", "high"]].tolist() == pytest.approx([2 / 3, 0.2076596, 0.9385081])
    assert table["of"].tolist() == [3, 0, 0]
    assert table["share"].isna().tolist() == [False, True, True]
    assert sourcing.balance(SIDED.head(0), DOCUMENTS)["official"].tolist() == [0, 0, 0]


def test_unnamed_lists_each_statement_with_its_words():
    (row,) = sourcing.unnamed(SIDED, DOCUMENTS).to_dict("records")
    assert (row["source"], row["speaker"], row["said"], row["through"]) == ("A", "source", "A grand treaty", "Wire")
    assert sourcing.unnamed(SIDED.head(0), DOCUMENTS).columns.tolist() == list(row)


def test_states_are_ordered_and_what_is_not_told_comes_last():
    table = sourcing.states(SIDED.assign(side="official", state=["", "", "Kessar", "Alba"]))
    assert table[["state", "statements", "articles", "speakers", "of"]].values.tolist() == [
        ["Alba", 1, 1, 1, 4],
        ["Kessar", 1, 1, 1, 4],
        ["", 2, 1, 2, 4],
    ]
    assert sourcing.states(SIDED.head(0)).empty
