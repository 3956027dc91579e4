"""Frames, certainty and loaded words: on the articles of tests/small.py."""

import pandas as pd
import small

from analysis import framing, measures, tables

UNITS, DOCUMENTS, EVIDENCE, STATEMENTS = small.units(), small.documents(), small.evidence(), small.statements()
FRAMED = EVIDENCE.assign(layer=EVIDENCE["layer"].replace("topic", "frame"))


def test_frames_in_own_words_and_in_quotations():
    table = framing.frames(FRAMED, STATEMENTS, UNITS, DOCUMENTS, ["space", "treaty"])
    assert table[["label", "source", "units", "quoted", "of"]].values.tolist() == [
        ["space", "A", 1, 1, 4],
        ["space", "B", 0, 0, 3],
        ["space", "C é", 1, 0, 3],
        ["treaty", "A", 1, 0, 4],
        ["treaty", "B", 1, 0, 3],
        ["treaty", "C é", 0, 0, 3],
    ]


def test_hedging_counts_any_hedge_once():
    twice = pd.concat([EVIDENCE, EVIDENCE[EVIDENCE["layer"] == "hedge"].assign(label="modal")], ignore_index=True)
    for evidence in (EVIDENCE, twice):
        table = framing.hedging(evidence, UNITS, DOCUMENTS)
        assert table[["label", "source", "units", "of"]].values.tolist() == [
            ["hedged", "A", 2, 4],
            ["hedged", "B", 0, 3],
            ["hedged", "C é", 0, 3],
        ]
    assert framing.hedging(tables.empty("evidence"), UNITS, DOCUMENTS)["units"].tolist() == [0, 0, 0]


def test_hedged_topics_are_shares_of_the_topics_units():
    table = framing.hedged_topics(EVIDENCE, UNITS, DOCUMENTS, ["space", "treaty", "war"])
    assert table[["label", "units", "of"]].values.tolist() == [["space", 1, 3], ["treaty", 0, 2], ["war", 0, 0]]
    assert table["share"].isna().tolist() == [False, False, True]


def test_loaded_words_of_the_evidence_given():
    assert framing.loaded_words(EVIDENCE, STATEMENTS, DOCUMENTS).values.tolist() == [["a", "A", "praising", "grand", 2]]
    counted = measures.in_counted(EVIDENCE, UNITS)
    assert framing.loaded_words(counted, STATEMENTS, DOCUMENTS)["times"].tolist() == [1]
    assert framing.loaded_words(tables.empty("evidence"), STATEMENTS, DOCUMENTS).empty
