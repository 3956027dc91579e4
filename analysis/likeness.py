"""How probable it is that two units tell the same fact: a weighted sum of what they share, as a probability.

What is shared: stems and concepts (Dice 1945), runs of words, names, numbers, what is counted, dates, each weighted by
how rare it is among the units, since all accounts of a story share its theme. Words count less in titles and leads,
which are made of the theme. The sentence before and after tell what a unit is about (`beside`). Doubt and denial set
nothing apart: accounts that contradict each other tell of one fact. A second sum adds what
the units around say (`company`).
"""

import math
from collections import Counter
from collections.abc import Hashable

import numpy as np

from analysis.company import company, owners
from analysis.telling import Things, Told

WEIGHTS = {
    "stems": 16.6,
    "stems, both open": -17.4,
    "stems, one opens": -10.6,
    "concepts": 14.1,
    "concepts, both open": -2.4,
    "runs": 0.7,
    "names": 2.3,
    "numbers": 1.4,
    "counted": 2.0,
    "dates": 3.2,
    "both open": 2.9,
    "one opens": 1.2,
    "apart": -2.2,
    "beside": 3.8,
    "one article": -0.5,
    "in a row": 1.5,
    "length": -0.9,
}
CONSTANT = -3.6
"""Logistic regression over pairs of units on one event, in invented articles; `tests/bench/facts.py` fits it again."""
COMPANY = {"constant": -0.6, "first": 0.9, "common": 1.8, "rivals": -0.5, "beside": 0.7}
"""The second sum, fitted in the same way: the first one as log odds, and what the units around say (see `company`)."""
USUAL = 11
"""How many units the shorter of those articles have: `length` is the logarithm of how much longer others are."""
RARITY = 2.0
"""The power to which the rarity of words among the units is raised; that of all else to the power of 1.5."""
PRIOR = {"stems": 6.0, "concepts": 3.0}
"""Added to the size of two units, so that one shared word of short ones is no proof."""
ROWS = 512
"""How many units are compared with all others at a time."""


def probabilities(units: list[Told]) -> np.ndarray:
    """One row and column a unit: the probability that both tell the same fact; 0 for a unit with itself."""
    if not units:
        return np.zeros((0, 0), dtype=np.float32)
    first = _first(units)
    score = COMPANY["constant"] + COMPANY["first"] * odds(first)
    for name, kept in company(first, units).items():
        score += COMPANY[name] * kept
    found = probability(score).astype(np.float32)
    np.fill_diagonal(found, 0)
    return found


def _first(units: list[Told]) -> np.ndarray:
    """The probabilities without the company that units keep."""
    tables = layers(units)
    found = np.zeros((len(units), len(units)), dtype=np.float32)
    for rows in _blocks(len(units)):
        score = sum(WEIGHTS[name] * shared for name, shared in shares(units, tables, rows).items())
        found[rows] = probability(CONSTANT + score)
    np.fill_diagonal(found, 0)
    return found


def probability(score):
    """The probability of a score: the logistic function."""
    return 1 / (1 + np.exp(-score))


def odds(probability: np.ndarray) -> np.ndarray:
    """The logarithm of the odds of probabilities, kept finite."""
    kept = np.clip(probability, 1e-5, 1 - 1e-4)
    return np.log(kept / (1 - kept))


def layers(units: list[Told]) -> dict:
    """For each kind of thing that units may share a sparse table: one row a unit, one column a thing."""
    if not units:
        return {}
    found = {layer: _table([unit.shared[layer] for unit in units], _power(layer)) for layer in units[0].shared}
    return found | {"beside": _neighbours(found["stems"], units)}


def shares(units: list[Told], tables: dict, rows: slice) -> dict[str, np.ndarray]:
    """What the units of `rows` share with all units, by the names of `WEIGHTS`; `tables` are their `layers`."""
    opens = np.array([unit.opens for unit in units], dtype=np.float32)
    both = np.outer(opens[rows], opens)
    one = np.add.outer(opens[rows], opens) - 2 * both
    owner = owners(units)
    other = (owner[rows][:, None] != owner[None, :]).astype(np.float32)
    found = {layer: _shared(layer, table, rows) for layer, table in tables.items() if layer != "beside"}
    place = np.array([unit.place for unit in units], dtype=np.float32)
    number = np.arange(len(units))
    return found | {
        "runs": np.log1p(found["runs"]),
        "stems, both open": found["stems"] * both,
        "stems, one opens": found["stems"] * one,
        "concepts, both open": found["concepts"] * both,
        "both open": both,
        "one opens": one,
        "apart": np.abs(np.subtract.outer(place[rows], place)),
        "beside": _beside(tables["stems"], tables["beside"], rows) * other,
        "one article": 1 - other,
        "in a row": (1 - other) * (np.abs(np.subtract.outer(number[rows], number)) == 1),
        "length": np.full_like(both, _length(units)),
    }


def _length(units: list[Told]) -> float:
    return math.log(len(units) / (USUAL * len({unit.document for unit in units})))


def _blocks(many: int) -> list[slice]:
    return [slice(first, first + ROWS) for first in range(0, many, ROWS)]


def _shared(layer: str, table, rows: slice) -> np.ndarray:
    """What units share with all others in one layer: weights of names and the like, Dice's share of words."""
    return _dice(table, table, rows, PRIOR[layer]) if layer in PRIOR else (table[rows] @ table.T).toarray()


def _dice(one, other, rows: slice, prior: float) -> np.ndarray:
    """Dice's share for the `rows` of one table and all rows of the other."""
    sizes = [np.asarray((table * table).sum(axis=1)).ravel() for table in (one, other)]
    return 2 * (one[rows] @ other.T).toarray() / (np.add.outer(sizes[0][rows], sizes[1]) + prior)


def _beside(own, beside, rows: slice) -> np.ndarray:
    """What units share with the sentences before and behind the others, and the reverse."""
    return _dice(own, beside, rows, PRIOR["stems"]) + _dice(beside, own, rows, PRIOR["stems"])


def _neighbours(table, units: list[Told]):
    """One row a unit: the things of the units before and behind it in its article."""
    from scipy.sparse import csr_array

    many = len(units)
    linked = [place for place in range(1, many) if units[place].document == units[place - 1].document]
    before = csr_array((np.ones(len(linked), dtype=np.float32), (linked, [at - 1 for at in linked])), (many, many))
    return (before @ table).maximum(before.T @ table).tocsr()


def _power(layer: str) -> float:
    return RARITY if layer in PRIOR else 1.5


def _table(shared: list[Things], power: float):
    """One row a unit, one column a thing: roots of weights, so that the product of two rows is what they share."""
    from scipy.sparse import csr_array

    weights: Things = {}
    for things in shared:
        for thing, weight in things.items():
            weights[thing] = max(weight, weights.get(thing, 0.0))
    places = {thing: place for place, thing in enumerate(weights)}
    rare = rarity(shared)
    cells = [
        (row, places[thing], math.sqrt(weights[thing] * rare[thing] ** power))
        for row, things in enumerate(shared)
        for thing in things
    ]
    rows, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
    return csr_array((np.array(values, dtype=np.float32), (rows, columns)), shape=(len(shared), max(1, len(places))))


def rarity(shared: list[Things]) -> dict[Hashable, float]:
    """How rare each thing is among the units: 1 if none but one of very many hold it, 0 if all do."""
    often = Counter(thing for things in shared for thing in things)
    most = math.log(len(shared) + 1)
    return {thing: math.log((len(shared) + 1) / count) / most for thing, count in often.items()}
