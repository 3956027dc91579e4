"""How far apart sources are, and whether by more than chance: chi-square distances of their balanced profiles.

Distances of short texts are large by chance alone. So each stands beside what the same sentences give when they are
shuffled between the two sides (a permutation test: Good 2005; see `redrawn`), and its interval is that of resampled
sentences, moved to lie about the distance: the resamples' own are larger still. Neighbouring sentences lean on one
another, which the shuffle undoes: a p may be somewhat too small.
"""

from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from analysis import redrawn, statistics
from analysis.balance import Balance, Numbers, Tally
from analysis.redrawn import Pieces

LEVEL = 0.05
PAIRS = ["document_a", "document_b", "a", "b", "distance", "low", "high", "chance", "p", "adjusted", "distinct"]
APART = ["document", "source", "distance", "chance", "p", "adjusted", "distinct"]
PULLS = ["document", "source", "layer", "label", "units", "of", "others", "of_others", "share", "more"]


def pairs(tallied: Tally, balance: Balance, drawn: list[Numbers], *, seed: int, shuffles: int) -> pd.DataFrame:
    """One row per pair of sources: their distance, its interval, what `chance` gives at most (95 %), p, `adjusted`.

    `distinct`: whether the adjusted p (Benjamini & Hochberg 1995, over all pairs) is at most .05. `drawn` are the
    resampled counts of each source.
    """
    profiles = balance.profiles(tallied.counts)
    resampled = [balance.profiles(counts) for counts in drawn]
    sources = list(tallied.sources.itertuples(index=False, name=None))
    pieces, random = redrawn.by_kind(tallied, balance), np.random.Generator(np.random.PCG64(seed))
    rows = []
    for one, two in combinations(range(len(sources)), 2):
        distance = _distance(profiles[one], profiles[two], balance)
        low, high = _interval(distance, _distance(resampled[one], resampled[two], balance))
        null = _shuffled(pieces[one], pieces[two], balance, random, shuffles)
        names = (sources[one][0], sources[two][0], sources[one][1], sources[two][1])
        rows.append((*names, distance, low, high, *_judged(distance, null)))
    return _tested(rows, PAIRS)


def apart(tallied: Tally, balance: Balance, *, seed: int, shuffles: int) -> pd.DataFrame:
    """One row per source: its distance from all others taken together, with `chance`, p, `adjusted` and `distinct`."""
    pieces, random = redrawn.by_kind(tallied, balance), np.random.Generator(np.random.PCG64(seed))
    rows: list[tuple] = []
    for at, names in enumerate(tallied.sources.itertuples(index=False, name=None)):
        if rows and len(pieces) == 2:
            rows.append((*names, *rows[0][2:]))  # of two sources both are as far from the other
            continue
        others = zip(*(parts for place, parts in enumerate(pieces) if place != at), strict=True)
        rest = [np.concatenate(parts) for parts in others]
        distance = float(_distance(_profile(pieces[at], balance), _profile(rest, balance), balance)[0])
        rows.append((*names, distance, *_judged(distance, _shuffled(pieces[at], rest, balance, random, shuffles))))
    return _tested(rows, APART)


def pulls(tallied: Tally, balance: Balance) -> pd.DataFrame:
    """One row per source and feature: what of the source's squared distance from all others the feature makes.

    `units` of the source's `of` counts in this group (layer) are of the feature (label), `others` of `of_others` in all
    other sources; `more` says that its share is the larger one. Strongest first in each source; what makes nothing is
    left out, and so are groups of which the source or the others have nothing.
    """
    counts = tallied.counts
    group = tallied.features["group"].to_numpy()
    same = (group[:, None] == group[None, :]).astype(float)
    rows: list[tuple] = []
    for at, names in enumerate(tallied.sources.itertuples(index=False, name=None)):
        own, rest = counts[at], counts.sum(axis=0) - counts[at]
        gap = balance.profiles(own[None])[0] - balance.profiles(rest[None])[0]
        squares = gap**2 / balance.average
        share = squares / squares.sum() if squares.sum() else squares
        of, of_rest = same @ own, same @ rest
        shown = np.flatnonzero((of > 0) & (of_rest > 0) & (share > 1e-12))
        for place in sorted(shown, key=lambda place: (-round(share[place], 9), place)):
            feature = tuple(tallied.features.iloc[place])
            numbers = (int(value[place]) for value in (own, of, rest, of_rest))
            rows.append((*names, *feature, *numbers, float(share[place]), bool(gap[place] > 0)))
    return _typed(pd.DataFrame(rows, columns=PULLS))


def neighbours(distances: pd.DataFrame) -> pd.DataFrame:
    """One row per source: the `nearest` and the `farthest` other with their distances, the first named in a tie.

    `like` lists the sources from which it cannot be told apart, `unlike` counts those from which it can, `of` all.
    """
    turned = distances.rename(columns={"a": "b", "b": "a", "document_a": "document_b", "document_b": "document_a"})
    rows = []
    both = pd.concat([distances, turned], ignore_index=True)
    for source in dict.fromkeys([*distances["a"], *distances["b"]]):
        own = both[both["a"] == source].reset_index(drop=True)
        far, near = own.loc[own["distance"].idxmax()], own.loc[own["distance"].idxmin()]
        like = ", ".join(own.loc[~own["distinct"], "b"])
        ends = (near["b"], near["distance"], far["b"], far["distance"])
        rows.append((source, *ends, like, int(own["distinct"].sum()), len(own)))
    columns = ["source", "nearest", "distance", "farthest", "farthest_distance", "like", "unlike", "of"]
    return _typed(pd.DataFrame(rows, columns=columns))


def _shuffled(one: Pieces, two: Pieces, balance: Balance, random: np.random.Generator, shuffles: int) -> Numbers:
    """The distances of two sides between which their pieces are shuffled."""
    mine, others = redrawn.shuffled(one, two, random, shuffles)
    return _distance(balance.profiles(mine), balance.profiles(others), balance)


def _profile(parts: Pieces, balance: Balance) -> Numbers:
    return balance.profiles(redrawn.total(parts)[None])


def _distance(one: Numbers, two: Numbers, balance: Balance) -> Any:
    return np.sqrt(((one - two) ** 2 / balance.average).sum(axis=-1))


def _interval(distance: float, resamples: Numbers) -> tuple[float, float]:
    low, high = np.quantile(resamples, [0.025, 0.975]) - resamples.mean() + distance
    return max(float(low), 0.0), float(high)


def _judged(distance: float, null: Numbers) -> tuple[float, float]:
    """What chance gives in 95 of 100 shuffles at most, and the p of the distance."""
    reached = int((null >= distance * (1 - 1e-9)).sum())
    return float(np.quantile(null, 0.95)), (reached + 1) / (len(null) + 1)


def _tested(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=columns[:-2])
    adjusted = statistics.benjamini_hochberg(table["p"].astype("float64"))
    return _typed(table.assign(adjusted=adjusted, distinct=adjusted <= LEVEL))


def _typed(table: pd.DataFrame) -> pd.DataFrame:
    texts = {
        "document_a",
        "document_b",
        "a",
        "b",
        "document",
        "source",
        "layer",
        "label",
        "nearest",
        "farthest",
        "like",
    }
    numbers = {"units", "of", "others", "of_others", "unlike"}
    types = {
        name: "str"
        if name in texts
        else "int64"
        if name in numbers
        else "bool"
        if name in ("distinct", "more")
        else "float64"
        for name in table.columns
    }
    return table.astype(types)
