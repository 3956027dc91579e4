"""How probable it is that two units tell the same fact: a weighted sum of what they share, as a probability.

What is shared: stems and concepts (Dice 1945, weighted by how rare they are in general and among the units), names,
numbers, dates; whether both open their article, since titles and leads mostly tell the main fact; and how far apart
they stand in their articles. Doubt and denial set nothing apart: accounts that contradict each other tell of one fact.
"""

import math
from collections import Counter
from collections.abc import Hashable, Iterable
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.content import content
from analysis.reading import Reading

WEIGHTS = {
    "stems": 9.7,
    "concepts": 8.9,
    "names": 1.7,
    "numbers": 1.2,
    "dates": 2.7,
    "both open": 2.1,
    "one opens": 0.6,
    "apart": -1.8,
}
CONSTANT = -3.1
"""Logistic regression over pairs of units of different articles on one event, in invented articles."""
USUAL = 11
"""How many units those articles have. In longer ones any two units are less often on the same fact, in proportion."""
RARITY = 1.5
"""The power to which the rarity among the units is raised."""
PRIOR = {"stems": 6.0, "concepts": 2.0}
"""Added to the size of two units, so that one shared word of short ones is no proof."""
OPENING = ("title", "lead")
ROWS = 512
"""How many units are compared with all others at a time."""


class Told(NamedTuple):
    """A unit that may tell facts: its place, what it says, and where in its article it stands (from 0 to 1)."""

    document: str
    unit: int
    start: int
    end: int
    opens: bool
    place: float
    shared: dict[str, dict[Hashable, float]]


def told(read: Reading, units: pd.DataFrame) -> list[Told]:
    """What each of `units` says: the stems, concepts, names, numbers and dates that it may share with another."""
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    named, dated = _by_unit(read.actors, "actor"), _by_unit(read.dates, "value")
    counted = _by_unit(read.quantities, "value", "kind")
    last = units.groupby("document")["unit"].max()
    found = []
    for document, unit, start, end, role in units.itertuples(index=False, name=None):
        at = (document, unit)
        said = content(texts[document][start:end], langs[document])
        shared: dict[str, dict[Hashable, float]] = {
            "stems": dict(said.stems.items()),
            "concepts": dict.fromkeys(sorted(said.concepts), 1.0),
            "names": dict.fromkeys(named.get(at, []), 1.0),
            "numbers": dict.fromkeys(counted.get(at, []), 1.0),
            "dates": dict.fromkeys([value[:10] for value in dated.get(at, []) if value], 1.0),
        }
        found.append(Told(document, unit, start, end, role in OPENING, unit / max(1, last[document]), shared))
    return found


def probabilities(units: list[Told]) -> np.ndarray:
    """One row and column a unit: the probability that both tell the same fact; 0 for a unit with itself."""
    tables = layers(units)
    articles = len({unit.document for unit in units})
    prior = CONSTANT - math.log(max(1.0, len(units) / (USUAL * max(1, articles))))
    found = np.zeros((len(units), len(units)), dtype=np.float32)
    for first in range(0, len(units), ROWS):
        rows = slice(first, first + ROWS)
        score = prior + sum(WEIGHTS[layer] * shared for layer, shared in shares(units, tables, rows).items())
        found[rows] = 1 / (1 + np.exp(-score))
    np.fill_diagonal(found, 0)
    return found


def layers(units: list[Told]) -> dict:
    """For each kind of thing that units may share a sparse table: one row a unit, one column a thing."""
    return {layer: _table([unit.shared[layer] for unit in units]) for layer in units[0].shared} if units else {}


def shares(units: list[Told], tables: dict, rows: slice) -> dict[str, np.ndarray]:
    """What the units of `rows` share with all units, by the names of `WEIGHTS`; `tables` are their `layers`."""
    opens = np.array([unit.opens for unit in units], dtype=np.float32)
    place = np.array([unit.place for unit in units], dtype=np.float32)
    both = np.outer(opens[rows], opens)
    return {layer: _shared(layer, table, rows) for layer, table in tables.items()} | {
        "both open": both,
        "one opens": np.add.outer(opens[rows], opens) - 2 * both,
        "apart": np.abs(np.subtract.outer(place[rows], place)),
    }


def _shared(layer: str, table, rows: slice) -> np.ndarray:
    """What units share with all others in one layer: weights of names and the like, Dice's share of words."""
    common = (table[rows] @ table.T).toarray()
    if layer not in PRIOR:
        return common
    sizes = np.asarray((table * table).sum(axis=1)).ravel()
    return 2 * common / (np.add.outer(sizes[rows], sizes) + PRIOR[layer])


def _table(shared: list[dict[Hashable, float]]):
    """One row a unit, one column a thing: roots of weights, so that the product of two rows is what they share."""
    from scipy.sparse import csr_array

    often = Counter(thing for things in shared for thing in things)
    weights: dict[Hashable, float] = {}
    for things in shared:
        for thing, weight in things.items():
            weights[thing] = max(weight, weights.get(thing, 0.0))
    many = math.log(len(shared) + 1)
    rare = {thing: (math.log((len(shared) + 1) / count) / many) for thing, count in often.items()}
    places = {thing: place for place, thing in enumerate(weights)}
    cells = [
        (row, places[thing], math.sqrt(weights[thing] * rare[thing] ** RARITY))
        for row, things in enumerate(shared)
        for thing in things
    ]
    rows, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
    return csr_array((np.array(values, dtype=np.float32), (rows, columns)), shape=(len(shared), max(1, len(places))))


def _by_unit(table: pd.DataFrame, *columns: str) -> dict[tuple[str, int], list]:
    """What a table of mentions holds for each unit, in order."""
    found: dict[tuple[str, int], list] = {}
    keys: Iterable = table[list(columns)].itertuples(index=False, name=None)
    for document, unit, value in zip(table["document"], table["unit"], keys, strict=True):
        found.setdefault((document, unit), []).append(value if len(columns) > 1 else value[0])
    return found
