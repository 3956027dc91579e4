"""What each unit says, taken apart into the things that it may share with another unit."""

import re
from collections.abc import Hashable, Iterable
from typing import NamedTuple

import pandas as pd

from analysis.content import content
from analysis.reading import Reading
from analysis.wording import stem, wording

OPENING = ("title", "lead")

_NAME = r"[A-ZÀ-ÖØ-Þ][\w.’'-]*"
_NAMES = rf"{_NAME}(?:\s+(?:(?:de|du|des|d[’']|of)\s*)?{_NAME})*"
_CREDIT = re.compile(rf"[(\[]?{_NAMES}(?:\s*/\s*{_NAMES})+[)\]]?")
LONGEST_CREDIT = 80
"""In characters: longer lines with a slash are no mere names."""

Things = dict[Hashable, float]


class Told(NamedTuple):
    """A unit that may tell facts: whether it opens its article, its place there (0 to 1), and what it says."""

    document: str
    unit: int
    start: int
    end: int
    opens: bool
    place: float
    shared: dict[str, Things]


def told(read: Reading, units: pd.DataFrame) -> list[Told]:
    """What each of `units` says: stems, concepts, runs, names, numbers, counted and dates, with their weights."""
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    named, dated = _by_unit(read.actors, "actor"), _by_unit(read.dates, "value")
    numbers, counted = _by_unit(read.quantities, "value", "kind"), _by_unit(read.quantities, "noun")
    last = units.groupby("document")["unit"].max()
    found = []
    for document, unit, start, end, role in units.itertuples(index=False, name=None):
        at = (document, unit)
        said = wording(texts[document][start:end], langs[document])
        shared: dict[str, Things] = {
            "stems": dict(said.stems.items()),
            "concepts": dict(said.concepts.items()),
            "runs": dict(said.runs.items()),
            "names": dict.fromkeys(named.get(at, []), 1.0),
            "numbers": dict.fromkeys(numbers.get(at, []), 1.0),
            "counted": dict.fromkeys([stem(noun) for noun in counted.get(at, []) if noun], 1.0),
            "dates": dict.fromkeys([value[:10] for value in dated.get(at, []) if value], 1.0),
        }
        found.append(Told(document, unit, start, end, role in OPENING, unit / max(1, last[document]), shared))
    return found


def names_only(read: Reading, units: pd.DataFrame) -> pd.Series:
    """Whether each of `units` holds nothing but names, or names parted by a slash, as the credits of pictures do.

    A title is never taken for one.
    """
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    spans = zip(read.actors["start"], read.actors["end"], strict=True)
    named = _by_unit(read.actors.assign(span=list(spans)), "span")
    found = []
    for document, unit, start, end, role in units.itertuples(index=False, name=None):
        rest = texts[document][start:end]
        credit = len(rest) <= LONGEST_CREDIT and _CREDIT.fullmatch(rest)
        for first, last in sorted(named.get((document, unit), []), reverse=True):
            rest = rest[: first - start] + " " + rest[last - start :]
        bare = (document, unit) in named and not content(rest, langs[document]).stems
        found.append(role != "title" and bool(credit or bare))
    return pd.Series(found, index=units.index, dtype=bool)


def _by_unit(table: pd.DataFrame, *columns: str) -> dict[tuple[str, int], list]:
    """What a table of mentions holds for each unit, in order."""
    found: dict[tuple[str, int], list] = {}
    keys: Iterable = table[list(columns)].itertuples(index=False, name=None)
    for document, unit, value in zip(table["document"], table["unit"], keys, strict=True):
        found.setdefault((document, unit), []).append(value if len(columns) > 1 else value[0])
    return found
