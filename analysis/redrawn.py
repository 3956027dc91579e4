"""Sources drawn again from their own sentences, and their sentences shuffled among them.

What knows its units is drawn and shuffled by units; other counts (a table of names, say) one by one, group by group.
A shuffle keeps how many units of each kind a source has, kinds being the groups of features that a unit holds: it asks
which frames an article uses, not how many of its sentences have one.
"""

import numpy as np

from analysis.balance import Balance, Numbers, Tally

Pieces = list[Numbers]
"""What a source, or several, can be drawn from: for each kind of pieces, pieces × features."""


def resampled(tallied: Tally, *, seed: int, resamples: int) -> list[Numbers]:
    """For each source its counts when its pieces are drawn again with replacement: resamples × features."""
    seeds = np.random.SeedSequence(seed).spawn(len(tallied.strata))
    return [
        _redrawn(parts, np.random.Generator(np.random.PCG64(own)), resamples)
        for parts, own in zip(tallied.strata, seeds, strict=True)
    ]


def by_kind(tallied: Tally, balance: Balance) -> list[Pieces]:
    """For each source its pieces, those with the same groups of features together; the same kinds for all sources."""
    kinds = [_kinds(parts[0], balance) for parts in tallied.strata]
    present = sorted({int(kind) for held in kinds for kind in held} - {0})
    return [
        [*(parts[0][held == kind] for kind in present), *parts[1:]]
        for parts, held in zip(tallied.strata, kinds, strict=True)
    ]


def shuffled(one: Pieces, two: Pieces, random: np.random.Generator, shuffles: int) -> tuple[Numbers, Numbers]:
    """The counts of two sides between which their pieces are shuffled, each side as many as it has."""
    mine = np.zeros((shuffles, one[0].shape[1]))
    for left, right in zip(one, two, strict=True):
        if len(left):
            pool = np.concatenate([left, right])
            order = random.random((shuffles, len(pool)))
            last = np.partition(order, len(left) - 1, axis=1)[:, len(left) - 1]
            mine += (order <= last[:, None]).astype(float) @ pool
    return mine, total(one) + total(two) - mine


def by_group(tallied: Tally, balance: Balance, *, seed: int, shuffles: int) -> list[float]:
    """For each group the p that pieces shuffled over all sources give as much inertia in it (permutation test)."""
    random = np.random.Generator(np.random.PCG64(seed))
    kinds = list(zip(*by_kind(tallied, balance), strict=True))
    pools = [(np.concatenate(parts), [len(part) for part in parts]) for parts in kinds]
    seen, reached = _inertias(tallied.counts, balance), np.zeros(len(balance.places))
    for _ in range(shuffles):
        counts = np.zeros_like(tallied.counts)
        for pool, sizes in pools:
            np.add.at(counts, random.permutation(np.repeat(np.arange(len(sizes)), sizes)), pool)
        reached += _inertias(counts, balance) >= seen * (1 - 1e-9)
    return [float(value) for value in (reached + 1) / (shuffles + 1)]


def total(parts: Pieces) -> Numbers:
    """The counts of all pieces together."""
    return np.sum([part.sum(axis=0) for part in parts], axis=0)


def _kinds(units: Numbers, balance: Balance) -> Numbers:
    """For each unit which groups it holds, as one number."""
    kinds = np.zeros(len(units), np.int64)
    for at, own in enumerate(balance.places):
        kinds += units[:, own].any(axis=1) * 2**at
    return kinds


def _redrawn(parts: Pieces, random: np.random.Generator, resamples: int) -> Numbers:
    drawn = np.zeros((resamples, parts[0].shape[1]))
    for part in parts:
        if len(part):
            drawn += random.multinomial(len(part), np.full(len(part), 1 / len(part)), resamples) @ part
    return drawn


def _inertias(counts: Numbers, balance: Balance) -> Numbers:
    """χ² / n of each group's own table."""
    values = []
    for places in balance.places:
        part = counts[:, places]
        expected = np.outer(part.sum(axis=1), part.sum(axis=0)) / part.sum()
        gaps = np.divide((part - expected) ** 2, expected, out=np.zeros_like(part), where=expected > 0)
        values.append(gaps.sum() / part.sum())
    return np.array(values)
