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


def grown(
    alike: np.ndarray, documents: list[str], threshold: float, pinned: dict[str, list[int]], decided: set[int]
) -> dict[str | int, list[int]]:
    """The facts that somebody pinned, by name, and all others, by number: the places of the units that tell each.

    `documents` says of which article each unit is; a unit that is `decided` joins nothing. A fact starts with units of
    two articles, or with two of one article that tell nothing else.
    """
    growing = _Growing(alike.round(_PRECISE), threshold, decided)
    for name, places in sorted(pinned.items()):
        growing.grow(name, places)
    owner = np.unique(documents, return_inverse=True)[1]
    pairs = _pairs(growing.alike, threshold)
    for number, (one, other) in enumerate(pairs):
        if owner[one] != owner[other] and growing.may_start(one, other):
            growing.grow(number, [one, other])
    for number, (one, other) in enumerate(pairs, start=len(pairs)):
        if not growing.telling[one] and not growing.telling[other] and growing.may_start(one, other):
            growing.grow(number, [one, other])
    for place in np.flatnonzero(growing.telling == 0).tolist():
        if place not in decided:
            growing.facts[2 * len(pairs) + place] = [place]
    return _distinct(growing.facts)


class _Growing:
    """The facts so far, in how many of them each unit is, and which units are in one together."""

    def __init__(self, alike: np.ndarray, threshold: float, decided: set[int]) -> None:
        self.alike, self.threshold = alike, threshold
        self.facts: dict[str | int, list[int]] = {}
        self.telling = np.zeros(len(alike), dtype=int)
        self.together = np.zeros(alike.shape, dtype=bool)
        self.free = np.ones(len(alike), dtype=bool)
        self.free[sorted(decided)] = False

    def may_start(self, one: int, other: int) -> bool:
        """Whether two units may start a fact."""
        free = self.free & (self.telling < MOST)
        return bool(free[one] and free[other] and not self.together[one, other])

    def grow(self, name: str | int, places: list[int]) -> None:
        """Add the fact that starts with the units at `places`."""
        found = list(places)
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
        self.facts[name] = sorted(found)
        self.telling[found] += 1
        self.together[np.ix_(found, found)] = True


def _pairs(alike: np.ndarray, threshold: float) -> list[tuple[int, int]]:
    """The pairs whose probability is at least the threshold, the likeliest first."""
    one, other = np.nonzero(np.triu(alike >= threshold, 1))
    order = np.lexsort((other, one, -alike[one, other]))
    return list(zip(one[order].tolist(), other[order].tolist(), strict=True))


def _distinct(facts: dict[str | int, list[int]]) -> dict[str | int, list[int]]:
    """The facts without those of which more than two thirds of the units tell another one too; named ones stay.

    The other units of a fact that is left out tell that other one.
    """
    kept: dict[str | int, list[int]] = {}
    telling: dict[int, list[str | int]] = {}
    for name, places in sorted(facts.items(), key=lambda fact: (isinstance(fact[0], int), -len(fact[1]), fact[1])):
        often = Counter(other for place in places for other in telling.get(place, ()))
        other, both = max(often.items(), key=lambda item: item[1], default=("", 0))
        into = other if isinstance(name, int) and 3 * both > 2 * len(places) else name
        new = [place for place in places if into not in telling.get(place, ())]
        kept[into] = sorted({*kept.get(into, ()), *new})
        for place in new:
            telling.setdefault(place, []).append(into)
    return kept


def central(alike: np.ndarray, places: list[int]) -> dict[int, float]:
    """For each unit of a fact how like it is to the others on average: the likest has its most central wording."""
    block = alike[np.ix_(places, places)]
    return dict(zip(places, (block.sum(axis=1) / max(1, len(places) - 1)).round(_PRECISE).tolist(), strict=True))
