"""Texts of unlike length, made comparable: how much a longer one would still tell, were it cut at random.

Sentences fall away at random here. A newspaper that cuts keeps its first ones, so what articles tell at their end
falls away more readily than this says, and what they tell at the beginning less.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np

from analysis.statistics.intervals import z_score
from analysis.statistics.unseen import chao2
from analysis.tables import TableError


def kept(held: Any, of: Any, drawn: Any) -> Any:
    """The probability that one or more of `held` sentences are among `drawn` ones of all `of`.

    1 − C(of − held, drawn) / C(of, drawn): the hypergeometric term of Hurlbert's rarefaction (1971, equation 4, one
    species). An article that is not longer than `drawn` is not cut: it keeps what it holds. Numbers or arrays.

    >>> kept(1, 10, 4), kept(2, 4, 9), kept(0, 4, 2)
    (0.4, 1.0, 0.0)
    """
    arrays = np.broadcast_arrays(*(np.asarray(value, dtype=float) for value in (held, of, drawn)))
    some, all_, size = arrays
    if not ((some >= 0) & (some <= all_) & (size >= 0)).all():
        raise TableError("sentences that hold a thing are 0 or more, and no more than there are")
    size = np.minimum(size, all_)
    left = all_ - some - size
    lost = _log_factorial(all_ - some) - _log_factorial(np.maximum(left, 0))
    lost = lost - _log_factorial(all_) + _log_factorial(all_ - size)
    share = np.where(some == 0, 0.0, np.where(left < 0, 1.0, -np.expm1(np.minimum(lost, 0.0))))
    share = np.where((some == 1) & (all_ > 0), size / np.maximum(all_, 1), share)
    return float(share) if share.ndim == 0 else share


def kept_by(held: Any, of: Any, rows: Any, count: int, drawn: Any) -> tuple[np.ndarray, np.ndarray]:
    """How many of the things held are kept on average, and the variance of that, in `count` rows.

    Each thing is held by `held` sentences out of `of` and counted in its row of `rows`; a column for each number
    `drawn`. The variance takes the things for independent: where one sentence holds several of them it is more.
    """
    stands = kept(np.asarray(held)[:, None], np.asarray(of)[:, None], np.asarray(drawn)[None, :])
    expected = np.zeros((count, stands.shape[1]))
    variance = np.zeros_like(expected)
    np.add.at(expected, rows, stands)
    np.add.at(variance, rows, stands * (1 - stands))
    return expected, variance


class Accumulated(NamedTuple):
    """How many claims so many of the articles tell on average, whichever they are."""

    articles: int
    claims: float
    low: float
    high: float


def accumulated(articles: Iterable[int], of: int, *, level: float = 0.95) -> list[Accumulated]:
    """The rarefaction curve over articles: one row for each number of articles, from 1 to `of`.

    `articles` says of each claim how many of the `of` articles tell it. Expectation: Mao Tau, Colwell, Mao & Chang
    2004, equation 5; its variance, with Chao2 for all claims there are: equation 6; normal interval, not below 0.
    """
    told = np.array([count for count in articles if count], dtype=float)
    everything = chao2(told, of).estimate
    rows = []
    for size in range(1, of + 1):
        missed = 1 - kept(told, of, size)
        claims = float(len(told) - missed.sum())
        variance = max(0.0, float(((1 - missed) ** 2).sum()) - claims**2 / everything) if everything else 0.0
        reach = z_score(level) * variance**0.5
        rows.append(Accumulated(size, claims, max(0.0, claims - reach), claims + reach))
    return rows


def _log_factorial(n: np.ndarray) -> np.ndarray:
    """Of whole numbers: read from one table of sums of logarithms."""
    sums = np.append(0.0, np.cumsum(np.log(np.arange(1, int(n.max(initial=0)) + 1))))
    return sums[n.astype(np.int64)]
