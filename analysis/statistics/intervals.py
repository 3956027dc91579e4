"""Intervals for a share: how far `count` of `of` can be from what a longer text would show.

Each function takes numbers or arrays and returns (low, high), floats for numbers and arrays for arrays. Of
nothing, nothing is known: the interval of 0 of 0 is (0, 1).

The units of an article are no random sample and lean on one another, so read an interval as the least
uncertainty there is, not as the whole of it.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from analysis.tables import ParameterError, TableError


def wilson(count: Any, of: Any, level: float = 0.95) -> tuple[Any, Any]:
    """(low, high) by Wilson's score interval (Wilson 1927; Brown, Cai & DasGupta 2001, equation 4).

    Its coverage is near `level` on average; for a guarantee take `clopper_pearson`, which is wider.

    >>> [round(bound, 4) for bound in wilson(1, 5)]
    [0.0362, 0.6245]
    """
    hits, total, scalar = _counts(count, of)
    z2 = z_score(level) ** 2
    centre = hits + z2 / 2
    reach = np.sqrt(z2) * np.sqrt(hits * (total - hits) / np.maximum(total, 1) + z2 / 4)
    return _bounds((centre - reach) / (total + z2), (centre + reach) / (total + z2), hits, total, scalar)


def clopper_pearson(count: Any, of: Any, level: float = 0.95) -> tuple[Any, Any]:
    """(low, high) by the exact interval of Clopper & Pearson (1934): coverage is never below `level`.

    With 0 of `of` the interval has one side only but still spends half of 1 − `level` on the other: the one-sided
    bound at 95 % is the upper bound at `level` .90.

    >>> [round(bound, 4) for bound in clopper_pearson(0, 5)]
    [0.0, 0.5218]
    """
    from scipy.special import betaincinv

    hits, total, scalar = _counts(count, of)
    beyond = tail(level)
    low = betaincinv(np.maximum(hits, 1), total - hits + 1, beyond)
    high = betaincinv(hits + 1, np.maximum(total - hits, 1), 1 - beyond)
    return _bounds(low, high, hits, total, scalar)


def jeffreys(count: Any, of: Any, level: float = 0.95) -> tuple[Any, Any]:
    """(low, high) by Jeffreys' interval, closed at 0 and 1 (Brown, Cai & DasGupta 2001, section 3).

    >>> [round(bound, 4) for bound in jeffreys(0, 5)]
    [0.0, 0.3794]
    """
    from scipy.special import betaincinv

    hits, total, scalar = _counts(count, of)
    beyond = tail(level)
    low = betaincinv(hits + 0.5, total - hits + 0.5, beyond)
    high = betaincinv(hits + 0.5, total - hits + 0.5, 1 - beyond)
    return _bounds(low, high, hits, total, scalar)


METHODS: dict[str, Callable[..., tuple[Any, Any]]] = {
    "wilson": wilson,
    "clopper-pearson": clopper_pearson,
    "jeffreys": jeffreys,
}


def with_interval(
    measure: pd.DataFrame,
    *,
    method: str = "wilson",
    level: float = 0.95,
    count: str = "matches",
    of: str = "of",
) -> pd.DataFrame:
    """The measure with `share`, `low` and `high` (0 to 1) added, from its columns `count` and `of`.

    The share of 0 of 0 is NaN, between 0 and 1: show such a row as empty, not as zero.
    """
    if method not in METHODS:
        raise ParameterError(f"there is no interval {method!r}; choose one of {', '.join(METHODS)}")
    for column in (count, of):
        if column not in measure.columns:
            raise TableError(f"the measure has no column {column!r}; it has {', '.join(map(str, measure.columns))}")
    hits, total = measure[count].to_numpy(float), measure[of].to_numpy(float)
    low, high = METHODS[method](hits, total, level)
    share = np.divide(hits, total, out=np.full(len(measure), np.nan), where=total > 0)
    return measure.assign(share=share, low=low, high=high)


def tail(level: float) -> float:
    """What an interval of this level leaves out on each side; `ParameterError` when it is no level."""
    if not 0 < level < 1:
        raise ParameterError(f"the level of an interval lies between 0 and 1, e.g. 0.95, not {level}")
    return (1 - level) / 2


def z_score(level: float) -> float:
    """The normal quantile that leaves `level` between −z and z: 1.96 for .95."""
    from scipy.special import ndtri

    return float(-ndtri(tail(level)))


def _counts(count: Any, of: Any) -> tuple[np.ndarray, np.ndarray, bool]:
    hits, total = np.broadcast_arrays(np.asarray(count, dtype=float), np.asarray(of, dtype=float))
    wrong = ~((hits >= 0) & (hits <= total) & np.isfinite(total))
    if wrong.any():
        raise TableError(f"{hits[wrong][0]:g} of {total[wrong][0]:g} is no share: a count lies between 0 and `of`")
    return hits, total, hits.ndim == 0


def _bounds(low: Any, high: Any, hits: np.ndarray, total: np.ndarray, scalar: bool) -> tuple[Any, Any]:
    low = np.where(hits == 0, 0.0, np.clip(low, 0, 1))
    high = np.where(hits == total, 1.0, np.clip(high, 0, 1))
    return (float(low), float(high)) if scalar else (low, high)
