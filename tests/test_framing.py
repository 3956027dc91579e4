"""Frames, certainty and loaded words: on the articles of tests/small.py."""

import pandas as pd
import small

from analysis import framing, measures, tables

UNITS, DOCUMENTS, EVIDENCE, STATEMENTS = small.units(), small.documents(), small.evidence(), small.statements()
FRAMED = EVIDENCE.assign(layer=EVIDENCE["layer"].replace("topic", "frame"))


def test_what_a_speaker_says_is_set_apart_from_the_outlets_own_words():
    told = framing.voiced(FRAMED, STATEMENTS)
    assert list(told.columns) == list(FRAMED.columns)
    own, quoted = (
        measures.prevalence(told, UNITS, DOCUMENTS, layer, ["space", "treaty"]) for layer in ("frame", "quoted frame")
    )
    assert own["units"].tolist() == [1, 0, 1, 1, 1, 0]
    assert quoted["units"].tolist() == [1, 0, 0, 0, 0, 0]
    others = ~FRAMED["layer"].isin(framing.SPOKEN)
    pd.testing.assert_frame_equal(told[others], FRAMED[others])


def test_what_opens_an_article_is_set_against_the_rest():
    units = pd.DataFrame(
        [("a", 0, "title"), ("a", 1, "lead"), ("a", 2, "body"), ("b", 0, "title"), ("b", 1, "body"), ("c", 0, "body")],
        columns=["document", "unit", "role"],
    )
    found = [("a", 1, "threat"), ("a", 2, "threat"), ("b", 0, "threat"), ("b", 1, "bargain"), ("c", 0, "threat")]
    evidence = pd.DataFrame([("frame", *row) for row in found], columns=["layer", "document", "unit", "label"])
    table = framing.openings(evidence, units, DOCUMENTS, ["threat", "bargain", "norms"])
    assert table.drop(columns="layer").values.tolist() == [
        ["threat", 2, 1, 0, 2, "A|B"],
        ["bargain", 0, 0, 1, 2, ""],
        ["norms", 0, 0, 0, 2, ""],
    ]


def test_loaded_words_of_the_outlet():
    own = framing.voiced(EVIDENCE, STATEMENTS)
    assert framing.loaded_words(own, DOCUMENTS).values.tolist() == [["a", "A", "praising", "grand", 2]]
    counted = measures.in_counted(own, UNITS)
    assert framing.loaded_words(counted, DOCUMENTS)["times"].tolist() == [1]
    assert framing.loaded_words(tables.empty("evidence"), DOCUMENTS).empty
