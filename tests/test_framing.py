"""Frames, certainty, loaded and distinctive words: on the articles of tests/small.py."""

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


def test_distinctive_words_of_two_articles():
    table = framing.distinctive_words(UNITS, DOCUMENTS, least=2)
    assert table[["source", "word", "count", "of"]].values.tolist() == [
        ["A", "rockets", 2, 2],
        ["A", "alma", 2, 3],
        ["B", "boris", 2, 2],
    ]
    assert (table["z"] > 0).all()


def test_the_only_article_of_its_language_is_compared_with_none():
    assert "C é" not in set(framing.distinctive_words(UNITS, DOCUMENTS, least=1)["source"])


def test_distinctive_words_of_one_article_of_one_word_and_of_nothing():
    columns = ["document", "source", "word", "count", "of", "z"]
    alone = framing.distinctive_words(small.units("a"), small.documents("a"), least=1)
    nothing = framing.distinctive_words(tables.empty("units"), DOCUMENTS)
    same = tables.table("documents", [{"document": d, "label": d, "lang": "fr", "text": "Oui"} for d in "xy"])
    units = tables.table("units", [{"document": d, "unit": 0, "start": 0, "end": 3, "role": "body"} for d in "xy"])
    for table in (alone, nothing, framing.distinctive_words(units, same, least=1)):
        assert table.empty
        assert table.columns.tolist() == columns
