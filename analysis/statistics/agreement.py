"""Agreement between codings: Krippendorff's alpha, with a bootstrap interval over units.

Written from the definition in Krippendorff (2019), Content Analysis, 4th edition, chapter 12: the matrix of
coincidences, a metric of difference, and alpha = 1 − observed / expected disagreement.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.statistics.resampling import draws, percentiles
from analysis.tables import CodingError, ParameterError

METRICS = ("nominal", "ordinal", "interval", "ratio")


class Agreement(NamedTuple):
    """Krippendorff's alpha: 1 is perfect, 0 is chance, below 0 is systematic disagreement.

    Where it is undefined `alpha` is None, never NaN, and `reason` says why in words.
    """

    alpha: float | None
    units: int
    """Units with at least two codes: the others say nothing on agreement and are left out."""
    values: int
    """Codes in these units (Krippendorff's n)."""
    reason: str = ""
    """Why alpha, or its interval, is undefined; empty when it is not."""
    low: float | None = None
    """The interval of `alpha_interval`; None from `alpha`."""
    high: float | None = None
    repeats: int = 0
    """In how many resamples alpha was defined: the interval is theirs."""


def alpha(ratings: pd.DataFrame | np.ndarray | Sequence[Sequence[Any]], metric: str = "nominal") -> Agreement:
    """Krippendorff's alpha of `ratings`: a row per coder, a column per unit, NaN or None where a coder gave no code.

    An empty string is a code like any other. The metric says how far two codes are apart: `nominal` (differ or not),
    `ordinal` (ranks, from how often each is used), `interval` (difference), `ratio` (difference over sum, for numbers
    of 0 or more); all but nominal take numbers. Alpha corrects for chance: with a rare label a few slips cost
    much of it, and without any variation it is undefined, however well the coders agree.
    """
    values, counts = _tally(ratings, metric)
    reason = _undefined(values, counts)
    found = None if reason else _alpha(_coincidences(counts), values, metric)
    return Agreement(found, len(counts), int(counts.sum()), reason)


def alpha_interval(
    ratings: pd.DataFrame | np.ndarray | Sequence[Sequence[Any]],
    metric: str = "nominal",
    *,
    seed: int,
    repeats: int = 1000,
    level: float = 0.95,
) -> Agreement:
    """The same with `low` and `high`: a percentile bootstrap over the units that have at least two codes.

    Resamples without variation have no alpha; they are left out, and `repeats` counts those that remain. Perfect
    agreement is perfect in every resample: an interval of no width is no proof.
    """
    whole = alpha(ratings, metric)
    if whole.alpha is None:
        return whole
    values, counts = _tally(ratings, metric)
    resampled = (_alpha(_coincidences(counts[draw]), values, metric) for draw in draws(len(counts), repeats, seed))
    low, high, kept = percentiles(resampled, level)
    reason = "" if kept else "no interval: no resample had any variation"
    return whole._replace(low=low, high=high, repeats=kept, reason=reason)


def coincidences(ratings: pd.DataFrame | np.ndarray | Sequence[Sequence[Any]]) -> pd.DataFrame:
    """One row and one column per code: how often two coders' codes of one unit are these two (a unit of m codes
    counts each ordered pair 1 / (m − 1)). Rows sum to how often each code was given, all cells to n.
    """
    values, counts = _tally(ratings, "nominal")
    return pd.DataFrame(_coincidences(counts), index=values, columns=values)


def _tally(ratings: Any, metric: str) -> tuple[list[Any], np.ndarray]:
    """The codes in order, and how often each was given: a row per unit with two codes or more, a column per code."""
    if metric not in METRICS:
        raise ParameterError(f"there is no metric {metric!r}; choose one of {', '.join(METRICS)}")
    frame = pd.DataFrame(ratings)
    given = frame.notna().to_numpy(dtype=bool).T
    codes = frame.to_numpy(dtype=object).T
    paired = given.sum(axis=1) >= 2
    values = _ordered(dict.fromkeys(codes[paired][given[paired]]), metric)
    place = {value: column for column, value in enumerate(values)}
    counts = np.zeros((int(paired.sum()), len(values)))
    for row, (unit, known) in enumerate(zip(codes[paired], given[paired], strict=True)):
        for value in unit[known]:
            counts[row, place[value]] += 1
    return values, counts


def _ordered(values: dict[Any, None], metric: str) -> list[Any]:
    if metric == "nominal":
        try:
            return sorted(values)
        except TypeError:
            return sorted(values, key=lambda value: (type(value).__name__, str(value)))
    for value in values:
        if isinstance(value, str) or not np.isfinite(value) or (metric == "ratio" and value < 0):
            kind = "numbers of 0 or more" if metric == "ratio" else "numbers"
            raise CodingError(f"the {metric} metric compares {kind}; found {value!r}")
    return sorted(values)


def _undefined(values: list[Any], counts: np.ndarray) -> str:
    if not len(counts):
        return "no pairs: no unit was coded by two coders"
    if len(values) == 1:
        return f"no variation: every code is {values[0]!s}"
    return ""


def _coincidences(counts: np.ndarray) -> np.ndarray:
    """o_ck: the pairs within each unit, each weighted by 1 / (the unit's codes − 1)."""
    weighted = counts / (counts.sum(axis=1, keepdims=True) - 1)
    return weighted.T @ counts - np.diag(weighted.sum(axis=0))


def _alpha(pairs: np.ndarray, values: list[Any], metric: str) -> float | None:
    """Alpha of a matrix of coincidences; None when it holds one code only."""
    given = pairs.sum(axis=1)
    apart = _apart(values, given, metric)
    expected = given @ apart @ given
    return float(1 - (given.sum() - 1) * (pairs * apart).sum() / expected) if expected > 0 else None


def _apart(values: list[Any], given: np.ndarray, metric: str) -> np.ndarray:
    """δ² between any two codes, 0 between equal ones (Krippendorff 2019, chapter 12)."""
    if metric == "nominal":
        return 1 - np.eye(len(values))
    if metric == "ordinal":
        ranks = np.cumsum(given) - given / 2
        return (ranks[:, None] - ranks[None, :]) ** 2
    numbers = np.array(values, dtype=float)
    difference, total = numbers[:, None] - numbers[None, :], numbers[:, None] + numbers[None, :]
    if metric == "interval":
        return difference**2
    return np.divide(difference, total, out=np.zeros_like(total), where=total > 0) ** 2
