"""Spans: units, quotations and loaded words, to the character, by overlap, by intersection over union."""

from typing import Any

import pandas as pd

from analysis import measures
from analysis.validation.coding import Coding

WHOLE = 0.9
"""A reference that coded fewer of the machine's units is a sample: it says nothing on how texts are cut."""


_MARKED = (*measures.SPOKEN, "scare")


def spans(coding: Coding, units: pd.DataFrame, statements: pd.DataFrame, evidence: pd.DataFrame) -> pd.DataFrame:
    """One row is one kind of span: how many the machine found, the reference marked, and both.

    Units (offsets), units with role, quotations (offsets with their marks) and quotations with kind (direct, partial,
    scare) agree to the character; loaded words outside quotations, and the quotations of the row `overlap`, when they
    share a character. The row `intersection over union` counts a pair of quotations by the share of their characters
    that both hold, so that spans that are too long cost. Units are left out where the reference coded only some.
    """
    within = set(coding.units["document"])
    own, said = units[units["document"].isin(within)], statements[statements["document"].isin(within)]
    loaded = measures.own_words(evidence[evidence["layer"] == "loaded"], said)
    rows = []
    if len(coding.units) >= WHOLE * len(own):
        rows += [_exact("unit", own, coding.units), _exact("unit with role", own, coding.units, "role")]
    if len(coding.quotes):
        said = said[said["kind"].isin(_MARKED)]
        quotes = coding.quotes[coding.quotes["kind"].isin(_MARKED)]
        rows += [_exact("quotation", said, quotes), _exact("quotation with kind", said, quotes, "kind")]
        rows += [_overlap("quotation, overlap", _set(said), _set(quotes))]
        rows += [_shared("quotation, intersection over union", said, quotes)]
    rows.append(_overlap("loaded words", _set(loaded[loaded["document"].isin(within)]), _loaded(coding.units)))
    table = pd.DataFrame(rows)
    table["precision"] = table["hits"] / table["machine"].where(table["machine"] > 0)
    table["recall"] = table["hits_human"] / table["human"].where(table["human"] > 0)
    mean = 2 * table["precision"] * table["recall"] / (table["precision"] + table["recall"])
    table["f1"] = mean.mask((table["both"] == 0) & (table["machine"] + table["human"] > 0), 0.0)
    return table.drop(columns=["hits", "hits_human"])


def _exact(label: str, machine: pd.DataFrame, human: pd.DataFrame, *more: str) -> dict[str, object]:
    found, wanted = _set(machine, *more), _set(human, *more)
    both = len(found & wanted)
    return _span(label, both, both, both, len(found), len(wanted))


def _shared(label: str, machine: pd.DataFrame, human: pd.DataFrame) -> dict[str, object]:
    """Each quotation with the one that it shares most with, each used once, the closest pairs first."""
    pairs = []
    by_document = {document: list(_set(part)) for document, part in human.groupby("document")}
    for one in _set(machine):
        for other in by_document.get(one[0], []):
            common = min(one[2], other[2]) - max(one[1], other[1])
            if common > 0:
                pairs.append((common / (max(one[2], other[2]) - min(one[1], other[1])), one, other))
    used: set[Any] = set()
    total = 0.0
    for share, one, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if (0, one) not in used and (1, other) not in used:
            used |= {(0, one), (1, other)}
            total += share
    return _span(label, len(used) // 2, total, total, len(machine), len(human))


def _span(label: str, both: int, hits: float, hits_human: float, machine: int, human: int) -> dict[str, object]:
    """A row of spans: `hits` is what `both` counts for in precision, `hits_human` in recall."""
    counts = {"both": both, "hits": hits, "hits_human": hits_human, "machine": machine, "human": human}
    return {"layer": "span", "label": label, **counts}


def _overlap(label: str, machine: set[Any], human: set[Any]) -> dict[str, object]:
    def meet(one: Any, many: Any) -> bool:
        return any(one[0] == other[0] and one[1] < other[2] and other[1] < one[2] for other in many)

    met, meets = sum(meet(one, human) for one in machine), sum(meet(one, machine) for one in human)
    return _span(label, met, met, meets, len(machine), len(human))


def _set(frame: pd.DataFrame, *more: str) -> set[Any]:
    return set(frame[["document", "start", "end", *more]].itertuples(index=False, name=None))


def _loaded(units: pd.DataFrame) -> set[Any]:
    found = set()
    for row in units.to_dict("records"):
        for word in filter(None, row["loaded"].split("|")):
            at = row["text"].find(word)
            if at >= 0:
                found.add((row["document"], row["start"] + at, row["start"] + at + len(word)))
    return found
