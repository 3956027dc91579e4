"""Two by two: whether a word, a topic or a frame is more frequent on one side than on the other.

Cells are named row by row: `a` and `b` stand in the first row (with it, without it), `c` and `d` in the second.
Numbers or arrays come in, statistics of one degree of freedom come out; where a row or a column holds nothing there
is nothing to compare and the statistic is 0. Occurrences of a word lean on one another, units of an article do too:
a p-value read from any of these is smaller than it should be.
"""

from typing import Any

import numpy as np
import pandas as pd

from analysis.tables import TableError


def chi2(a: Any, b: Any, c: Any, d: Any, *, yates: bool = False) -> Any:
    """Pearson's χ² (1900), with `yates` corrected for continuity (Yates 1934). Not to be trusted below some five
    expected in a cell: take `fisher`.

    >>> round(chi2(7, 3, 2, 7), 6), round(chi2(7, 3, 2, 7, yates=True), 6)
    (4.33716, 2.632438)
    """
    cells, expected = _cells(a, b, c, d)
    gap = np.abs(cells - expected)
    gap = gap - np.minimum(0.5, gap) if yates else gap
    return _number((_ratio(gap**2, expected)).sum(axis=0))


def g2(a: Any, b: Any, c: Any, d: Any, *, williams: bool = False) -> Any:
    """The log-likelihood ratio G² over all four cells (Dunning 1993), with `williams` divided by
    Williams' (1976) q, which brings it nearer to χ² in small tables.

    >>> round(g2(110, 2442, 111, 29114), 2)
    270.72
    """
    cells, expected = _cells(a, b, c, d)
    g = np.maximum(2 * _term(cells, expected).sum(axis=0), 0.0)
    return _number(g / _williams(cells) if williams else g)


def g2_two_term(f_a: Any, n_a: Any, f_b: Any, n_b: Any) -> Any:
    """The log-likelihood of a word found `f_a` times in `n_a` tokens and `f_b` times in `n_b`, over the two cells
    of the word alone (Rayson & Garside 2000): a little below `g2`, and nearly equal for rare words.

    >>> round(g2_two_term(52, 50_000, 57, 75_000), 2)
    2.65
    """
    f_a, n_a, f_b, n_b = (np.asarray(value, dtype=float) for value in (f_a, n_a, f_b, n_b))
    _cells(f_a, n_a - f_a, f_b, n_b - f_b)
    rate = _ratio(f_a + f_b, n_a + n_b)
    return _number(np.maximum(2 * (_term(f_a, n_a * rate) + _term(f_b, n_b * rate)), 0.0))


def fisher(a: int, b: int, c: int, d: int) -> float:
    """The two-sided p of Fisher's exact test: the chance of a table with these margins that is no likelier than
    this one (Fisher 1935). Numbers only.

    >>> round(fisher(7, 3, 2, 7), 6)
    0.069779
    """
    from scipy.special import betaln

    _cells(a, b, c, d)
    row, column, n = a + b, a + c, a + b + c + d
    x = np.arange(max(0, row + column - n), min(row, column) + 1)
    ways = -betaln(row - x + 1, x + 1) - betaln(n - row - column + x + 1, column - x + 1)
    log_p = ways - np.logaddexp.reduce(ways)
    return float(min(1.0, np.exp(log_p[log_p <= log_p[x == a] + 1e-7]).sum()))


def benjamini_hochberg(p: Any) -> Any:
    """The adjusted p-values, in the order given (Benjamini & Hochberg 1995): those below q hold a share of at most
    q false findings on average. A series keeps its index. Give it all the tests that were made, not the best.

    >>> [round(float(value), 3) for value in benjamini_hochberg([0.01, 0.04, 0.03])]
    [0.03, 0.04, 0.04]
    """
    values = np.asarray(p, dtype=float)
    wrong = ~((values >= 0) & (values <= 1))
    if wrong.any():
        raise TableError(f"a p-value lies between 0 and 1, not {values[wrong][0]:g}")
    order = np.argsort(values, kind="stable")[::-1]
    raised = values[order] * len(values) / np.arange(len(values), 0, -1)
    adjusted = np.empty_like(values)
    adjusted[order] = np.minimum.accumulate(np.minimum(raised, 1.0))
    return pd.Series(adjusted, index=p.index, name=p.name) if isinstance(p, pd.Series) else adjusted


def _cells(*counts: Any) -> tuple[np.ndarray, np.ndarray]:
    """The four cells and what is expected in each if rows and columns have nothing to do with one another."""
    cells = np.stack(np.broadcast_arrays(*(np.asarray(count, dtype=float) for count in counts)))
    if not ((cells >= 0) & np.isfinite(cells)).all():
        raise TableError("the cells of a two-by-two table are counts of 0 or more")
    a, b, c, d = cells
    rows, columns = np.stack([a + b, a + b, c + d, c + d]), np.stack([a + c, b + d, a + c, b + d])
    return cells, _ratio(rows * columns, cells.sum(axis=0))


def _williams(cells: np.ndarray) -> np.ndarray:
    a, b, c, d = cells
    n = a + b + c + d
    rows = _ratio(n, a + b) + _ratio(n, c + d) - 1
    columns = _ratio(n, a + c) + _ratio(n, b + d) - 1
    return 1 + _ratio(rows * columns, 6 * n)


def _ratio(above: Any, below: Any) -> np.ndarray:
    above, below = np.broadcast_arrays(np.asarray(above, dtype=float), np.asarray(below, dtype=float))
    return np.divide(above, below, out=np.zeros(above.shape), where=below > 0)


def _term(observed: Any, expected: Any) -> np.ndarray:
    from scipy.special import xlogy

    return xlogy(observed, np.where(observed > 0, _ratio(observed, expected), 1.0))


def _number(value: Any) -> Any:
    return float(value) if np.ndim(value) == 0 else value
