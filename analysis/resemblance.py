"""How probable it is that two clauses tell the same: what they share of words, concepts and names.

The weights are those of `likeness`, which were fitted on whole units; how rare a thing is among the clauses is reckoned
as if there were `USUAL` of them, so that many articles that tell one thing don't make its words worthless.
"""

import math
from collections import Counter
from typing import NamedTuple

import numpy as np

from analysis.likeness import CONSTANT, PRIOR, RARITY, WEIGHTS

USUAL = 12
COMMONEST = 0.25
"""What a thing weighs at least that all clauses share."""


class Said(NamedTuple):
    """What a clause says: its stems and concepts with their weights, and the names in it."""

    stems: dict[str, float]
    concepts: dict[str, float]
    names: dict[str, float]


def probabilities(said: list[Said]) -> np.ndarray:
    """One row and column a clause: the probability that both tell the same."""
    score = np.full((len(said), len(said)), CONSTANT)
    for layer in Said._fields:
        table = _table([getattr(one, layer) for one in said])
        common = (table @ table.T).toarray()
        if layer in PRIOR:
            sizes = np.asarray((table * table).sum(axis=1)).ravel()
            common = 2 * common / (np.add.outer(sizes, sizes) + PRIOR[layer])
        score += WEIGHTS[layer] * common
    return 1 / (1 + np.exp(-score))


def _table(held: list[dict[str, float]]):
    """One row a clause, one column a thing: roots of weights, so that the product of two rows is what they share."""
    from scipy.sparse import csr_array

    often = Counter(thing for things in held for thing in things)
    weight: dict[str, float] = {}
    for things in held:
        for thing, own in things.items():
            weight[thing] = max(own, weight.get(thing, 0.0))
    root = {thing: math.sqrt(weight[thing] * _rarity(count, len(held))) for thing, count in often.items()}
    places = {thing: place for place, thing in enumerate(sorted(often))}
    cells = [(row, places[thing], root[thing]) for row, things in enumerate(held) for thing in things]
    rows, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
    return csr_array((np.array(values, float), (rows, columns)), shape=(len(held), max(1, len(places))))


def _rarity(count: int, of: int) -> float:
    """How much a thing weighs that stands in so many of the clauses, from `COMMONEST` to 1."""
    usual = min(of, USUAL)
    count_of_usual = max(min(count, 2), count * usual / of)
    return max(COMMONEST, (math.log((usual + 1) / count_of_usual) / math.log(usual + 1)) ** RARITY)
