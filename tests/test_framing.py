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


def test_loaded_words_of_the_evidence_given():
    assert framing.loaded_words(EVIDENCE, STATEMENTS, DOCUMENTS).values.tolist() == [["a", "A", "praising", "grand", 2]]
    counted = measures.in_counted(EVIDENCE, UNITS)
    assert framing.loaded_words(counted, STATEMENTS, DOCUMENTS)["times"].tolist() == [1]
    assert framing.loaded_words(tables.empty("evidence"), STATEMENTS, DOCUMENTS).empty
