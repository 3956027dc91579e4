"""On which side a speaker stands, and of which state: read from invented sentences."""

import pandas as pd
import pytest
from cased import cases, each

from analysis import lexicons, reading, sides, tables

LEDGER = pd.DataFrame({"document": [], "step": [], "reason": []}, dtype="str")


def read(text, lang):
    documents = tables.table("documents", [{"document": "a", "label": "A", "lang": lang, "text": text}])
    return reading.annotated(documents, lexicons.load([lang]), LEDGER)


@pytest.mark.parametrize("case", each(cases("sides")))
def test_the_side_and_the_state_of_a_speaker(case):
    found = read(case["text"], case.get("lang", "fr"))
    rows = sides.sided(found.statements, found.actors, found.evidence, found.rules, found.documents)
    assert rows[["speaker", "side", "state"]].values.tolist() == case["speakers"]


def test_each_kind_of_speaker_has_a_side_and_each_side_a_kind():
    assert set(sides.SIDE.values()) == set(sides.SIDES)
    kinds = {rule.label for rule in lexicons.load(["fr", "en"]).itertuples() if rule.layer == "speaker"} - {"none"}
    assert kinds <= set(sides.SIDE)


def test_spellings_that_differ_in_accents_and_marks_alone_are_one_speaker():
    rows = tables.table(
        "statements",
        [
            {"document": "a", "start": start, "end": start + 1, "kind": "direct", "speaker": speaker}
            for start, speaker in enumerate(
                ["télévision d’État", "télévision d'Etat", "Kim Jong un", "Kim Jong-un", ""]
            )
        ],
    )
    empty = tables.empty("actors"), tables.empty("evidence"), tables.empty("rules"), tables.empty("documents")
    assert sides.sided(rows, *empty)["speaker"].tolist() == [
        "télévision d'Etat",
        "télévision d'Etat",
        "Kim Jong un",
        "Kim Jong un",
        "",
    ]


def test_no_statement_keeps_its_columns():
    empty = tables.empty("statements")
    parts = tables.empty("actors"), tables.empty("evidence"), tables.empty("rules"), tables.empty("documents")
    assert sides.sided(empty, *parts).columns.tolist() == [*empty.columns, "side", "state"]
