"""Which span of the machine answers which of the coding: the closest first, each used once."""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from analysis.validation.coding import LEFT
from analysis.validation.rows import Row, unit_at


class Pair(NamedTuple):
    """A row of the coding and a row of the machine, or one of them alone; and the coded unit in which it stands."""

    human: Row | None
    machine: Row | None
    share: float
    """Intersection over union: the characters that both hold, of those that either holds."""
    unit: Row


def pairs(human: pd.DataFrame, machine: pd.DataFrame, units: pd.DataFrame) -> list[Pair]:
    """Every row of both, in the order of the text; what stands in no coded unit, a credit or link line, is left out."""
    ours, theirs = human.to_dict("records"), machine.to_dict("records")
    met = _met(ours, theirs)
    at = unit_at(units)
    found = [_placed(ours[one], theirs[other], share, at) for one, other, share in met]
    found += [_placed(row, None, 0.0, at) for place, row in enumerate(ours) if place not in {one for one, _, _ in met}]
    used = {other for _, other, _ in met}
    found += [_placed(None, row, 0.0, at) for place, row in enumerate(theirs) if place not in used]
    return sorted((pair for pair in found if pair and pair.unit["role"] not in LEFT), key=place)


def _met(ours: list[Row], theirs: list[Row]) -> list[tuple[int, int, float]]:
    """Places in both lists, and the share of characters that they have in common."""
    by_document: dict[str, list[int]] = {}
    for place_, row in enumerate(theirs):
        by_document.setdefault(row["document"], []).append(place_)
    close = []
    for one, row in enumerate(ours):
        for other in by_document.get(row["document"], ()):
            share = overlap(row, theirs[other])
            if share > 0:
                close.append((share, one, other))
    used: set[tuple[bool, int]] = set()
    met = []
    for share, one, other in sorted(close, key=lambda found: (-found[0], found[1], found[2])):
        if used.isdisjoint({(True, one), (False, other)}):
            used |= {(True, one), (False, other)}
            met.append((one, other, share))
    return met


def overlap(one: Row, other: Row) -> float:
    """Intersection over union of two spans of one article, in characters."""
    common = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return max(0.0, common / (max(one["end"], other["end"]) - min(one["start"], other["start"])))


def _placed(human: Row | None, machine: Row | None, share: float, at: Callable[[str, int], Row | None]) -> Pair | None:
    row = human or machine or {}
    unit = at(row["document"], row["start"])
    return Pair(human, machine, share, unit) if unit else None


def place(pair: Pair) -> tuple[str, int, int]:
    """Where a pair stands: the span of the coding, else of the machine."""
    row = pair.human or pair.machine or {}
    return row["document"], row["start"], row["end"]
