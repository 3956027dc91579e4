"""To whom each unit attributes words or information, and whether it quotes them."""

import pandas as pd

from analysis.validation import names
from analysis.validation.coding import LEFT, Coding
from analysis.validation.names import Known
from analysis.validation.pairs import Pair, Row
from analysis.validation.verdicts import DIFFERS, EXTRA, MISSED, Verdicts, verdict
from analysis.validation.vocabulary import attributed

Voice = tuple[str, str]
"""A name and direct, partial or indirect."""


def judged(coding: Coding, statements: pd.DataFrame, known: Known) -> Verdicts:
    """Verdicts on each name of a unit, and on each name with its type.

    The machine attributes a unit to the speakers of the statements that reach into it, and to the medium whose cue
    stands in it. Where somebody is quoted in a unit, what he says there without marks counts on neither side.
    """
    if "attributed" not in coding.coded:
        return []
    said = {document: part.to_dict("records") for document, part in statements.groupby("document")}
    rows: Verdicts = []
    for unit in coding.units[~coding.units["role"].isin(LEFT)].to_dict("records"):
        human = _quoted_once(dict.fromkeys(attributed(unit["attributed"])))
        machine = _quoted_once(_voices(said.get(unit["document"], []), unit))
        rows += _unit(unit, "name and type", human, machine, known)
        names_alone = _unit(unit, "name", _names(human), _names(machine), known)
        rows += [row | {"error": ""} for row in names_alone]
    return rows


def _voices(statements: list[Row], unit: Row) -> dict[Voice, None]:
    found: dict[Voice, None] = {}
    for row in statements:
        if row["start"] < unit["end"] and unit["start"] < row["end"] and row["kind"] != "scare":
            if row["speaker"]:
                found[row["speaker"], row["kind"]] = None
            if row["vehicle"] and unit["start"] <= row["cue_start"] < unit["end"]:
                found[row["vehicle"], "indirect"] = None
    return found


def _quoted_once(voices: dict[Voice, None]) -> list[Voice]:
    quoted = {name for name, kind in voices if kind != "indirect"}
    return [(name, kind) for name, kind in voices if kind != "indirect" or name not in quoted]


def _names(voices: list[Voice]) -> list[Voice]:
    return list(dict.fromkeys((name, "") for name, _ in voices))


def _unit(unit: Row, label: str, human: list[Voice], machine: list[Voice], known: Known) -> Verdicts:
    """The voices of one unit: those alike first, then those of one name or of one type as differences."""
    rows = []
    ours, theirs = list(human), list(machine)
    for test in (_alike, _one_name, _one_type):
        for one in list(ours):
            other = next((other for other in theirs if test(one, other, unit["document"], known)), None)
            if other:
                ours.remove(one)
                theirs.remove(other)
                how = names.same(one[0], other[0], unit["document"], known) if test is _alike else ""
                rows.append(_row(unit, label, one, other, how))
    return rows + [_row(unit, label, one, None) for one in ours] + [_row(unit, label, None, other) for other in theirs]


def _alike(one: Voice, other: Voice, document: str, known: Known) -> bool:
    return one[1] == other[1] and _one_name(one, other, document, known)


def _one_name(one: Voice, other: Voice, document: str, known: Known) -> bool:
    return bool(names.same(one[0], other[0], document, known))


def _one_type(one: Voice, other: Voice, document: str, known: Known) -> bool:
    return one[1] == other[1]


def _row(unit: Row, label: str, one: Voice | None, other: Voice | None, how: str = "") -> dict[str, object]:
    pair = Pair(unit if one else None, unit if other else None, 0.0, unit)
    error = "" if how else DIFFERS if one and other else MISSED if one else EXTRA
    texts = [":".join(filter(None, voice)) if voice else "" for voice in (one, other)]
    return verdict(pair, "attributed", label, "unit", texts[0], texts[1], float(bool(how)), error, how)
