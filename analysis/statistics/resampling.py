"""How far a figure moves when the corpus is drawn again from itself: percentile bootstrap (Efron 1979).

A resample can't hold what the corpus lacks. With five articles there are 126 different resamples and with one
there is one; where every unit agrees, so does every resample and the interval has no width. Then it says what
this corpus shows, not what another would.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.statistics.intervals import tail
from analysis.tables import ParameterError, TableError


class Estimate(NamedTuple):
    """A figure with its percentile interval; what is undefined is None and `reason` says why."""

    value: float | None
    """The figure on the table as it is."""
    low: float | None
    high: float | None
    of: int
    """How many rows, or groups, were drawn from."""
    repeats: int
    """In how many resamples the figure was defined: the interval is theirs."""
    reason: str = ""
    """Why value or interval are undefined; empty when they are not."""


def bootstrap(
    table: pd.DataFrame,
    statistic: Callable[[pd.DataFrame], float | None],
    *,
    seed: int,
    repeats: int = 1000,
    by: str | Sequence[str] | None = None,
    level: float = 0.95,
) -> Estimate:
    """The statistic of the table, with its interval over resamples of rows, or of the groups that `by` names.

    `statistic` takes a frame like the table (rows drawn twice stand twice) and returns a number, or None or NaN where
    it has none. Draw what the corpus was drawn by: sentences of one article lean on one another, so `by="document"`
    is the honest choice as soon as there are enough articles. Same seed, same rows: same interval.
    """
    groups = _groups(table, by)

    def drawn(draw: np.ndarray) -> float | None:
        return statistic(table.iloc[np.concatenate([groups[place] for place in draw])])

    value = defined(statistic(table))
    if not groups:
        return Estimate(value, None, None, 0, 0, "there is nothing to draw from")
    if value is None:
        return Estimate(None, None, None, len(groups), 0, "the statistic is undefined on the table as it is")
    low, high, kept = percentiles((drawn(draw) for draw in draws(len(groups), repeats, seed)), level)
    return Estimate(value, low, high, len(groups), kept, "" if kept else "the statistic is undefined in every resample")


def draws(size: int, repeats: int, seed: int) -> Iterator[np.ndarray]:
    """`repeats` arrays of `size` places, drawn with replacement: the same for the same seed."""
    if repeats < 1:
        raise ParameterError(f"a bootstrap takes at least 1 repeat, not {repeats}")
    random = np.random.Generator(np.random.PCG64(seed))
    for _ in range(repeats):
        yield random.integers(0, size, size)


def percentiles(values: Iterator[float | None], level: float) -> tuple[float | None, float | None, int]:
    """(low, high, how many values were defined): the middle `level` of the defined values."""
    kept = [value for value in map(defined, values) if value is not None]
    beyond = tail(level)
    if not kept:
        return None, None, 0
    low, high = np.quantile(kept, [beyond, 1 - beyond])
    return float(low), float(high), len(kept)


def defined(value: float | None) -> float | None:
    """The number as a float; None for None and NaN."""
    return None if value is None or np.isnan(value) else float(value)


def _groups(table: pd.DataFrame, by: str | Sequence[str] | None) -> list[np.ndarray]:
    if by is None:
        return [np.array([place]) for place in range(len(table))]
    columns = [by] if isinstance(by, str) else list(by)
    for column in columns:
        if column not in table.columns:
            raise TableError(f"the table has no column {column!r} to resample by; it has {', '.join(table.columns)}")
    group = table.groupby(columns, sort=True, dropna=False).ngroup().to_numpy()
    order = np.argsort(group, kind="stable")
    return [places for places in np.split(order, np.flatnonzero(np.diff(group[order])) + 1) if len(places)]
