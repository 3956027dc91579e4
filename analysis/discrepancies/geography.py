"""Which places lie in which others, as far as `lexicons/geography.csv` says so: a row is a whole with its parts."""

import csv
from collections import defaultdict
from functools import lru_cache

from analysis.discrepancies.amounts import LEXICONS
from analysis.tables import LexiconError

GEOGRAPHY = LEXICONS / "geography.csv"


def holds(whole: str, part: str) -> bool:
    """Whether the second place lies in the first, by their labels.

    >>> holds("Russia", "Vladivostok"), holds("Vladivostok", "Russia"), holds("Asia", "Osaka")
    (True, False, True)
    """
    return whole in wholes(part)


def is_known(place: str) -> bool:
    """Whether anything is said of this place."""
    parts, others = _read()
    return place in parts or place in others


@lru_cache(maxsize=4096)
def wholes(part: str) -> frozenset[str]:
    """All places that hold this one."""
    _, of = _read()
    found: set[str] = set()
    waiting = [part]
    while waiting:
        more = of.get(waiting.pop(), set()) - found
        found |= more
        waiting += sorted(more)
    if part in found:
        raise LexiconError(f"geography.csv: {part!r} is a part of itself")
    return frozenset(found)


@lru_cache(maxsize=1)
def _read() -> tuple[frozenset[str], dict[str, set[str]]]:
    """The wholes, and what each part lies in."""
    of: dict[str, set[str]] = defaultdict(set)
    named = set()
    with GEOGRAPHY.open(encoding="utf-8", newline="") as opened:
        for row in csv.DictReader(opened):
            named.add(row["whole"])
            for part in row["parts"].split("|"):
                of[part].add(row["whole"])
    return frozenset(named), dict(of)
