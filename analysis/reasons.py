"""Why claims are one fact: what those of several articles share, in the words in which it stands there."""

import re
from collections.abc import Hashable, Iterator
from typing import NamedTuple

import pandas as pd

from analysis.content import COMMON, RAREST, content
from analysis.likeness import rarity
from analysis.reading import Reading
from analysis.telling import Told
from analysis.wording import stem

KINDS = {
    "names": "name",
    "numbers": "number",
    "counted": "counted",
    "dates": "date",
    "concepts": "concept",
    "stems": "word",
    "runs": "run",
}
COLUMNS = {"kind": "str", "shared": "str", "words": "str", "articles": "int64", "of": "int64", "weight": "float64"}
_WORD = re.compile(r"\d+|[^\W\d_]+")


class Shared(NamedTuple):
    """A thing, the units that hold it, and how much it tells, from 0 to 1."""

    thing: Hashable
    units: list[Told]
    weight: float


def shared(read: Reading, units: list[Told], telling: set[tuple[str, int]]) -> pd.DataFrame:
    """One row is one thing that units of two articles or more share among those that are `telling` a fact.

    Columns: kind, shared (the thing), words (as they stand in the units, joined with `|`), articles (how many share
    it), of (how many tell the fact), weight: how rare it is in general and among all `units` of the story, from 0 to
    1. The weightiest stand first; runs of words that overlap are one row.
    """
    own = [unit for unit in units if unit[:2] in telling]
    of = len({unit.document for unit in own})
    rows = []
    for layer, kind in KINDS.items():
        held = list(_held(own, layer, rarity([unit.shared[layer] for unit in units])))
        for one in _joined(held) if layer == "runs" else held:
            articles = len({unit.document for unit in one.units})
            rows.append((kind, _said(layer, one), _words(read, layer, one), articles, of, round(one.weight, 3)))
    rows.sort(key=lambda row: (-row[5], row[0], row[1]))
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _held(units: list[Told], layer: str, rare: dict[Hashable, float]) -> Iterator[Shared]:
    """What units of two articles or more hold in a layer, in the order of the text."""
    most = COMMON - RAREST if layer == "stems" else 1.0
    for thing in dict.fromkeys(thing for unit in units for thing in unit.shared[layer]):
        holding = [unit for unit in units if thing in unit.shared[layer]]
        weight = max(unit.shared[layer][thing] for unit in holding) / most * rare[thing]
        if len({unit.document for unit in holding}) > 1 and weight > 0:
            yield Shared(thing, holding, weight)


def _joined(runs: list[Shared]) -> list[Shared]:
    """Runs of words, those that follow each other in the same units put together."""
    found: list[Shared] = []
    for run in runs:
        last = found[-1] if found else None
        if last and last.units == run.units and last.thing[-2:] == run.thing[:2]:  # type: ignore[index]
            found[-1] = Shared((*last.thing, run.thing[-1]), run.units, max(last.weight, run.weight))  # type: ignore
        else:
            found.append(run)
    return found


def _said(layer: str, one: Shared) -> str:
    """A thing as an analyst reads it."""
    if isinstance(one.thing, tuple):
        return f"{one.thing[0]:g} {one.thing[1]}" if layer == "numbers" else " ".join(one.thing)
    return str(one.thing)


def _words(read: Reading, layer: str, one: Shared) -> str:
    """The words of the units that are a stem, or mean a concept; nothing for other things."""
    if layer not in ("stems", "concepts"):
        return ""
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    found: dict[str, None] = {}
    for unit in one.units:
        for word in _WORD.findall(texts[unit.document], unit.start, unit.end):
            if one.thing == stem(word) or one.thing in content(word, langs[unit.document]).concepts:
                found.setdefault(word.lower())
    return "|".join(found)
