"""Simple correspondence analysis: rows and columns of a table of counts as points on common axes.

Benzécri (1973); the notation follows Greenacre (2017, appendix A): P is the table over its sum, r and c its margins,
S = D_r^-½ (P − rc′) D_c^-½ = U D V′. An axis carries the inertia of its squared singular value, and all of them
together Pearson's χ² over n. A row lies at its *principal* coordinates where distances between rows are chi-square
distances of their profiles, at its *standard* ones where each axis has inertia 1.
"""

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.tables import TableError

_NOTHING = 1e-9
"""A singular value below is rounding: the profiles do not differ along that axis."""


class Correspondence(NamedTuple):
    """A table, analysed. Frames have the points as rows and the axes 1, 2 … as columns, strongest axis first."""

    row_mass: pd.Series
    column_mass: pd.Series
    inertias: np.ndarray
    """The principal inertia of each axis."""
    total: float
    """All inertia: χ² / n."""
    row_standard: pd.DataFrame
    column_standard: pd.DataFrame
    empty_rows: list[Any]
    """Rows that hold nothing: they have no profile and are left out."""
    empty_columns: list[Any]
    reason: str = ""
    """Why there is no axis, or no second one; empty when there are two or more."""

    @property
    def rows(self) -> pd.DataFrame:
        """Principal coordinates of the rows."""
        return self.row_standard * np.sqrt(self.inertias)

    @property
    def columns(self) -> pd.DataFrame:
        """Principal coordinates of the columns."""
        return self.column_standard * np.sqrt(self.inertias)

    @property
    def row_contributions(self) -> pd.DataFrame:
        """The share of each axis' inertia that each row makes: mass × standard coordinate², 1 over an axis."""
        return (self.row_standard**2).mul(self.row_mass, axis=0)

    @property
    def column_contributions(self) -> pd.DataFrame:
        """The share of each axis' inertia that each column makes."""
        return (self.column_standard**2).mul(self.column_mass, axis=0)

    @property
    def row_cosines(self) -> pd.DataFrame:
        """How much of each row's squared distance from the middle each axis shows (cos²); 0 for a row in the middle."""
        return _cosines(self.rows)

    @property
    def column_cosines(self) -> pd.DataFrame:
        """How much of each column's squared distance from the middle each axis shows; 0 for one in the middle."""
        return _cosines(self.columns)

    def place_rows(self, table: pd.DataFrame) -> pd.DataFrame:
        """Where further rows of the same columns lie (supplementary points): they move no axis.

        Columns that were left out do not count. An empty row has no profile and is left out here too.
        """
        return _placed(table, self.column_standard)

    def place_columns(self, table: pd.DataFrame) -> pd.DataFrame:
        """Where further columns of the same rows lie; one row of the answer is a column of the table."""
        return _placed(table.T, self.row_standard)


def correspondence(table: pd.DataFrame) -> Correspondence:
    """The correspondence analysis of a table of counts or weights of 0 and more.

    Rows and columns without anything are left out and named. Each axis is turned so that the column which contributes
    most to it lies on the positive side; of columns that contribute alike, the first in alphabetical order. Axes of
    equal inertia can be turned into one another: their directions then mean nothing, only their plane does. Raises
    `TableError` where a cell is negative or no number, or a name stands twice.
    """
    full = _checked(table)
    kept = full.loc[full.sum(axis=1) > 0, full.sum(axis=0) > 0]
    outside = ([row for row in full.index if row not in kept.index], [c for c in full if c not in kept.columns])
    p = kept.to_numpy() / kept.to_numpy().sum() if kept.size else np.zeros(kept.shape)
    r, c = p.sum(axis=1), p.sum(axis=0)
    expected = np.outer(r, c)
    u, s, v = np.linalg.svd((p - expected) / np.sqrt(expected), full_matrices=False)
    real = s[: max(min(kept.shape) - 1, 0)] > _NOTHING
    axes = int(real.sum())
    rows = pd.DataFrame(u[:, :axes] / np.sqrt(r)[:, None], kept.index, range(1, axes + 1))
    columns = pd.DataFrame(v.T[:, :axes] / np.sqrt(c)[:, None], kept.columns, range(1, axes + 1))
    turn = [_side(columns[axis], c) for axis in columns]
    inertias = s[:axes] ** 2
    masses = pd.Series(r, kept.index), pd.Series(c, kept.columns)
    return Correspondence(
        *masses, inertias, float(inertias.sum()), rows * turn, columns * turn, *outside, _reason(kept, axes)
    )


def _checked(table: pd.DataFrame) -> pd.DataFrame:
    for names, what in ((table.index, "row"), (table.columns, "column")):
        if names.has_duplicates:
            raise TableError(f"a table for correspondence analysis has two {what}s {names[names.duplicated()][0]!r}")
    full = table.astype("float64")
    if not (np.isfinite(full.to_numpy()) & (full.to_numpy() >= 0)).all():
        raise TableError("the cells of a table for correspondence analysis are counts or weights of 0 or more")
    return full


def _side(coordinates: pd.Series, mass: np.ndarray) -> float:
    """1 or −1: what brings the column that contributes most to the positive side."""
    weight = (coordinates**2 * mass).round(9)
    first = min((-value, str(name), at) for at, (name, value) in enumerate(weight.items()))[2]
    return 1.0 if coordinates.iloc[first] > 0 else -1.0


def _reason(kept: pd.DataFrame, axes: int) -> str:
    rows, columns = kept.shape
    if not kept.size:
        return "the table holds nothing"
    if rows == 1 or columns == 1:
        return f"the table has one {'row' if rows == 1 else 'column'} that holds something: there is nothing to compare"
    if not axes:
        return "all rows have the same profile: nothing sets them apart"
    return "the rows differ along one axis only" if axes == 1 else ""


def _cosines(principal: pd.DataFrame) -> pd.DataFrame:
    squares = principal**2
    whole = squares.sum(axis=1)
    return squares.div(whole.where(whole > _NOTHING**2, 1.0), axis=0)


def _placed(table: pd.DataFrame, standard: pd.DataFrame) -> pd.DataFrame:
    missing = [name for name in standard.index if name not in table.columns]
    if missing:
        raise TableError(f"a supplementary point has nothing to say of {missing[0]!r}, which the analysis needs")
    known = _checked(table)[list(standard.index)]
    known = known[known.sum(axis=1) > 0]
    return known.div(known.sum(axis=1), axis=0) @ standard
