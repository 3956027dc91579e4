"""Probabilities that two units tell the same fact → facts: which units tell each of them.

A fact grows from the likeliest two units that tell none together yet: the unit that is likest its units on average
joins, then the next, as long as that mean is at least the threshold and no single unit of the fact is much less like
it. So a unit may tell several facts, each with others that are like each other too.
"""

from collections import Counter

import numpy as np

MOST = 3
"""How many facts a unit tells at the most."""
LOWEST = 0.6
"""The share of the threshold that a unit's probability with every single unit of a fact has to reach."""
_PRECISE = 6


def grown(alike: np.ndarray, documents: list[str], threshold: float, decided: set[int]) -> list[list[int]]:
    """The facts: the places of the units that tell each.

    `documents` says of which article each unit is; a unit that is `decided` tells none of them. A fact starts with
    units of two articles, or with two of one article that tell nothing else.
    """
    growing = _Growing(alike.round(_PRECISE), threshold, decided)
    owner = np.unique(documents, return_inverse=True)[1]
    pairs = _pairs(growing.alike, threshold)
    for one, other in pairs:
        if owner[one] != owner[other] and growing.may_start(one, other):
            growing.grow(one, other)
    for one, other in pairs:
        if not growing.telling[one] and not growing.telling[other] and growing.may_start(one, other):
            growing.grow(one, other)
    alone = set(np.flatnonzero(growing.telling == 0).tolist()) - decided
    growing.facts.extend([place] for place in sorted(alone))
    return _distinct(growing.facts)


class _Growing:
    """The facts so far, in how many of them each unit is, and which units are in one together."""

    def __init__(self, alike: np.ndarray, threshold: float, decided: set[int]) -> None:
        self.alike, self.threshold = alike, threshold
        self.facts: list[list[int]] = []
        self.telling = np.zeros(len(alike), dtype=int)
        self.together = np.zeros(alike.shape, dtype=bool)
        self.free = np.ones(len(alike), dtype=bool)
        self.free[sorted(decided)] = False

    def may_start(self, one: int, other: int) -> bool:
        """Whether two units may start a fact."""
        free = self.free & (self.telling < MOST)
        return bool(free[one] and free[other] and not self.together[one, other])

    def grow(self, one: int, other: int) -> None:
        """Add the fact that starts with two units."""
        found = [one, other]
        total, lowest = self.alike[found].sum(axis=0), self.alike[found].min(axis=0)
        open_ = self.free & (self.telling < MOST) & (lowest >= LOWEST * self.threshold)
        open_[found] = False
        while open_.any():
            mean = np.where(open_, (total / len(found)).round(_PRECISE), -1)
            best = int(mean.argmax())
            if mean[best] < self.threshold:
                break
            found.append(best)
            total, lowest = total + self.alike[best], np.minimum(lowest, self.alike[best])
            open_ &= lowest >= LOWEST * self.threshold
            open_[best] = False
        self.facts.append(sorted(found))
        self.telling[found] += 1
        self.together[np.ix_(found, found)] = True


def _pairs(alike: np.ndarray, threshold: float) -> list[tuple[int, int]]:
    """The pairs whose probability is at least the threshold, the likeliest first."""
    one, other = np.nonzero(np.triu(alike >= threshold, 1))
    order = np.lexsort((other, one, -alike[one, other]))
    return list(zip(one[order].tolist(), other[order].tolist(), strict=True))


def _distinct(facts: list[list[int]]) -> list[list[int]]:
    """The facts without those of which more than two thirds of the units tell another one too.

    The other units of a fact that is left out tell that other one.
    """
    kept: list[list[int]] = []
    telling: dict[int, list[int]] = {}
    for places in sorted(facts, key=lambda places: (-len(places), places)):
        often = Counter(other for place in places for other in telling.get(place, ()))
        into, both = max(often.items(), key=lambda item: item[1], default=(0, 0))
        if 3 * both <= 2 * len(places):
            into = len(kept)
            kept.append([])
        new = [place for place in places if into not in telling.get(place, ())]
        kept[into] = sorted([*kept[into], *new])
        for place in new:
            telling.setdefault(place, []).append(into)
    return kept


def central(alike: np.ndarray, places: list[int]) -> dict[int, float]:
    """For each unit of a fact how like it is to the others on average: the likest has its most central wording."""
    block = alike[np.ix_(places, places)]
    return dict(zip(places, (block.sum(axis=1) / max(1, len(places) - 1)).round(_PRECISE).tolist(), strict=True))
