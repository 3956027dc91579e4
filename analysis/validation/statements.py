"""Statements: whether they are found, who speaks, what kind of speaker, who passes it on, in which stance."""

from typing import Any

import pandas as pd

from analysis.validation import names, verdicts
from analysis.validation.coding import REPORTS, Coding
from analysis.validation.names import Known
from analysis.validation.pairs import Pair, pairs, place
from analysis.validation.verdicts import EXACT, EXTRA, MISSED, OVERLAP, SHARED, Verdicts
from analysis.validation.vocabulary import STANCES

SPOKEN = ("direct", "partial", "indirect")
MARKED = ("direct", "partial", "scare")


def judged(coding: Coding, found: pd.DataFrame, known: Known) -> Verdicts:
    """Verdicts on quotations in marks, on all that somebody says, and on each of their attributes that was coded.

    Statements are paired over kinds, so that an indirect one read as partial is one error of kind. A coding in a file
    called quotes holds no reports without marks, and none are judged.
    """
    if "statements" not in coding.coded:
        return []
    said = [kind for kind in SPOKEN if kind != "indirect" or REPORTS in coding.coded]
    spoken = _pairs(coding, found, said)
    rows = verdicts.spans(spoken, "statement", "statement", OVERLAP, SHARED, EXACT)
    for kind in said:
        rows += verdicts.spans(verdicts.of_kind(spoken, kind), "statement", kind, OVERLAP, SHARED, listed=False)
    rows += verdicts.values(spoken, "statement", "kind", _cell("kind"), _cell("kind"))
    rows += _speakers(coding, spoken, known)
    return rows + _quotations(_pairs(coding, found, MARKED), {place(pair) for pair in spoken})


def with_stance(statements: pd.DataFrame, evidence: pd.DataFrame) -> pd.DataFrame:
    """The statements with `stance`: the label of the rule behind their cue, where it is a stance."""
    cues = evidence[evidence["layer"].isin(("speech", "verb")) & evidence["label"].isin(STANCES)]
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for document, *span in cues[["document", "start", "end", "label"]].itertuples(index=False, name=None):
        spans.setdefault(document, []).append((span[0], span[1], span[2]))
    stances = [
        next((label for start, end, label in spans.get(document, ()) if start < last and first < end), "")
        for document, first, last in statements[["document", "cue_start", "cue_end"]].itertuples(index=False, name=None)
    ]
    return statements.assign(stance=pd.Series(stances, statements.index, "str"))


def _pairs(coding: Coding, found: pd.DataFrame, kinds: list[str] | tuple[str, ...]) -> list[Pair]:
    human = coding.statements[coding.statements["kind"].isin(kinds)]
    return pairs(human, found[found["kind"].isin(kinds)], coding.units)


def _quotations(marked: list[Pair], listed: set[tuple[str, int, int]]) -> Verdicts:
    """Verdicts on all that stands in marks; what is missed or extra as a statement too is not listed twice."""
    rows = verdicts.spans(marked, "quotation", "quotation", EXACT, OVERLAP, SHARED)
    rows += verdicts.values(marked, "quotation", "kind", _cell("kind"), _cell("kind"))
    return [row | {"error": ""} if row["label"] == "kind" or _is_listed(row, listed) else row for row in rows]


def _is_listed(row: dict[str, Any], listed: set[tuple[str, int, int]]) -> bool:
    return row["error"] in (MISSED, EXTRA) and (row["document"], row["start"], row["end"]) in listed


def _speakers(coding: Coding, spoken: list[Pair], known: Known) -> Verdicts:
    def same(human: str, machine: str, document: str) -> str:
        return names.same(human, machine, document, known)

    rows: Verdicts = []
    if "speaker" in coding.coded:
        speaker = _cell("speaker")
        rows += verdicts.values(spoken, "speaker", "speaker", speaker, speaker, same)
        rows += verdicts.values(spoken, "speaker", "speaker", speaker, speaker, same, whole=True)
    for column, label, alike in (
        ("speaker_kind", "kind of speaker", None),
        ("vehicle", "vehicle", same),
        ("stance", "stance", None),
    ):
        if column in coding.coded:
            rows += verdicts.values(spoken, "speaker", label, _cell(column), _cell(column), alike)
    return rows


def _cell(column: str) -> verdicts.Said:
    return lambda row: str(row[column])
