"""Correspondence analysis: what R's ca gives of Greenacre's smokers, a computation by another way, and its laws."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from analysis import statistics
from analysis.statistics import correspondence
from analysis.tables import TableError

SMOKE = json.loads((Path(__file__).parent / "cases" / "correspondence.json").read_text(encoding="utf-8"))["smoke"]


def frame(counts, rows=None, columns=None):
    counts = np.asarray(counts, dtype=float)
    rows = rows or [f"r{at}" for at in range(counts.shape[0])]
    return pd.DataFrame(counts, rows, columns or [f"c{at}" for at in range(counts.shape[1])])


def smoke():
    return frame(SMOKE["counts"], SMOKE["rows"], SMOKE["columns"])


def chi2(table):
    n, expected = table.to_numpy().sum(), np.outer(table.sum(axis=1), table.sum(axis=0)) / table.to_numpy().sum()
    return float(((table.to_numpy() - expected) ** 2 / expected).sum()), n


def turned(found, published):
    """The coordinates with each axis pointing as the published one does."""
    return found.to_numpy() * np.sign((found.to_numpy() * np.asarray(published)).sum(axis=0))


def averaged(table, *, rounds=2000):
    """Each axis by reciprocal averaging (Hill 1973), one after the other: no decomposition of any matrix."""
    counts = table.to_numpy()
    c = counts.sum(axis=0) / counts.sum()
    by_row, by_column = counts / counts.sum(axis=1, keepdims=True), (counts / counts.sum(axis=0)).T
    axes = []
    for _ in range(min(counts.shape) - 1):
        score, eigen = np.cos(np.arange(1.0, len(c) + 1)), 0.0
        for _ in range(rounds):
            score = score - (c @ score)
            for _, former in axes:
                score = score - (c @ (score * former)) * former
            score = score / np.sqrt(c @ score**2)
            again = by_column @ (by_row @ score)
            eigen, before, score = c @ (score * again), score, again
        axes.append((eigen, before))
    columns = np.column_stack([score for _, score in axes])
    return np.array([eigen for eigen, _ in axes]), by_row @ columns, columns


def transition(table):
    """Inertias and standard coordinates of the columns: eigenvectors of the transition to rows and back."""
    counts = table.to_numpy()
    matrix = (counts / counts.sum(axis=0)).T @ (counts / counts.sum(axis=1, keepdims=True))
    values, vectors = np.linalg.eig(matrix)
    order = np.argsort(-values.real)[1:]
    c = counts.sum(axis=0) / counts.sum()
    vectors = vectors.real[:, order]
    return values.real[order], vectors / np.sqrt(c @ vectors**2)


class TestGreenacre:
    found = correspondence(smoke())

    def test_inertias(self):
        assert np.sqrt(self.found.inertias) == pytest.approx(SMOKE["singular_values"], abs=5e-9)
        assert self.found.inertias == pytest.approx(SMOKE["inertias"], abs=5e-7)
        assert 100 * self.found.inertias / self.found.total == pytest.approx(SMOKE["percentages"], abs=5e-3)

    @pytest.mark.parametrize("side", ["row", "column"])
    def test_masses_distances_and_inertias_of_points(self, side):
        mass, points = getattr(self.found, f"{side}_mass"), getattr(self.found, f"{side}s")
        assert mass.to_list() == pytest.approx(SMOKE[f"{side}_mass"], abs=6e-7)
        squares = (points**2).sum(axis=1)
        assert np.sqrt(squares).to_list() == pytest.approx(SMOKE[f"{side}_distance"], abs=6e-7)
        assert (mass * squares).to_list() == pytest.approx(SMOKE[f"{side}_inertia"], abs=6e-7)

    def test_standard_coordinates(self):
        for found, published in (
            (self.found.row_standard, SMOKE["row_standard"]),
            (self.found.column_standard, SMOKE["column_standard"]),
        ):
            assert turned(found, published) == pytest.approx(np.array(published), abs=6e-8)

    def test_the_two_sides_point_the_same_way(self):
        ways = [
            np.sign((getattr(self.found, f"{side}_standard").to_numpy() * SMOKE[f"{side}_standard"]).sum(axis=0))
            for side in ("row", "column")
        ]
        assert ways[0].tolist() == ways[1].tolist()

    def test_contributions_and_cosines(self):
        none = SMOKE["column_mass"][0] * SMOKE["column_standard"][0][0] ** 2
        assert self.found.column_contributions.loc["none", 1] == pytest.approx(none, abs=2e-6)
        senior = (SMOKE["row_standard"][2][0] ** 2) * SMOKE["inertias"][0] / SMOKE["row_distance"][2] ** 2
        assert self.found.row_cosines.loc["SE", 1] == pytest.approx(senior, abs=2e-5)

    def test_each_axis_points_to_the_column_that_contributes_most(self):
        for axis in self.found.columns:
            first = self.found.column_contributions[axis].idxmax()
            assert self.found.column_standard.loc[first, axis] > 0


TABLES = {
    "smoke": smoke(),
    "wide": frame([[9, 1, 4, 0, 2, 7], [0, 6, 3, 5, 2, 1], [4, 4, 11, 1, 0, 3]]),
    "weights": frame([[0.25, 1.5, 3.125], [2.0, 0.5, 0.0], [1.0, 1.0, 4.0], [0.0, 7.0, 2.5]]),
    "two rows": frame([[5, 2, 8, 1], [3, 9, 1, 1]]),
}


@pytest.mark.parametrize("name", TABLES)
def test_it_agrees_with_reciprocal_averaging_to_eight_digits(name):
    found = correspondence(TABLES[name])
    inertias, rows, columns = averaged(TABLES[name])
    assert np.allclose(found.inertias, inertias, rtol=0, atol=1e-9)
    assert np.allclose(turned(found.rows, rows), rows, rtol=0, atol=1e-8)
    assert np.allclose(turned(found.column_standard, columns), columns, rtol=0, atol=1e-8)


@pytest.mark.parametrize("name", TABLES)
def test_it_agrees_with_the_eigenvectors_of_the_transition_to_eight_digits(name):
    found = correspondence(TABLES[name])
    inertias, columns = transition(TABLES[name])
    kept = len(found.inertias)
    assert np.allclose(found.inertias, inertias[:kept], rtol=0, atol=1e-10)
    assert np.allclose(inertias[kept:], 0, atol=1e-10)
    assert np.allclose(turned(found.column_standard, columns[:, :kept]), columns[:, :kept], rtol=0, atol=1e-8)


counts = arrays(np.int64, st.tuples(st.integers(2, 6), st.integers(2, 6)), elements=st.integers(0, 30))


@settings(deadline=None, max_examples=60)
@given(counts)
def test_the_laws(values):
    table = frame(values)
    found = correspondence(table)
    full = table.loc[table.sum(axis=1) > 0, table.sum(axis=0) > 0]
    assume(len(found.inertias))
    total, n = chi2(full)
    assert found.total == pytest.approx(total / n, abs=1e-10)
    for mass, standard in ((found.row_mass, found.row_standard), (found.column_mass, found.column_standard)):
        assert mass.sum() == pytest.approx(1)
        assert np.allclose(mass @ standard, 0, atol=1e-7)
        assert np.allclose(standard.T @ standard.mul(mass, axis=0), np.eye(len(found.inertias)), atol=1e-7)
    assert np.allclose(found.row_contributions.sum(), 1, atol=1e-7)
    assert np.allclose(found.column_contributions.sum(), 1, atol=1e-7)
    assert found.row_cosines.sum(axis=1).map(lambda whole: min(abs(whole), abs(whole - 1)) < 1e-7).all()
    expected = np.outer(found.row_mass, found.column_mass)
    back = expected * (1 + found.row_standard.to_numpy() * np.sqrt(found.inertias) @ found.column_standard.T.to_numpy())
    assert np.allclose(back, full / n, atol=1e-9)


@settings(deadline=None, max_examples=40)
@given(counts)
def test_a_row_lies_at_the_average_of_its_columns_and_the_other_way(values):
    table = frame(values)
    found = correspondence(table)
    assume(len(found.inertias))
    rows, columns = found.place_rows(table), found.place_columns(table)
    assert np.allclose(rows, found.rows, atol=1e-7)
    assert np.allclose(columns, found.columns, atol=1e-7)


@settings(deadline=None, max_examples=40)
@given(counts, st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_does_not_matter(values, random):
    table = frame(values)
    found = correspondence(table)
    assume(len(found.inertias) and np.all(np.diff(found.inertias) < -1e-4))
    rows, columns = random.sample(list(table.index), len(table)), random.sample(list(table), table.shape[1])
    again = correspondence(table.loc[rows, columns])
    assert np.allclose(again.inertias, found.inertias, atol=1e-10)
    assert np.allclose(again.rows.loc[found.rows.index], found.rows, atol=1e-5)
    assert np.allclose(again.columns.loc[found.columns.index], found.columns, atol=1e-5)


def test_distances_between_rows_are_chi_square_distances_of_profiles():
    table, found = smoke(), correspondence(smoke())
    profiles, masses = table.div(table.sum(axis=1), axis=0), table.sum() / table.to_numpy().sum()
    wanted = np.sqrt((((profiles.loc["SM"] - profiles.loc["SE"]) ** 2) / masses).sum())
    assert np.linalg.norm(found.rows.loc["SM"] - found.rows.loc["SE"]) == pytest.approx(wanted, abs=1e-12)


def test_supplementary_points_lie_where_their_profile_puts_them_and_move_nothing():
    found = correspondence(smoke())
    more = frame([[42, 29, 20, 9], [8, 4, 6, 4], [0, 0, 0, 0]], ["national", "twice SM", "nobody"], SMOKE["columns"])
    placed = found.place_rows(more)
    assert list(placed.index) == ["national", "twice SM"]
    assert placed.loc["twice SM"].to_numpy() == pytest.approx(found.rows.loc["SM"].to_numpy())
    wanted = np.array([0.42, 0.29, 0.20, 0.09]) @ found.column_standard.to_numpy()
    assert placed.loc["national"].to_numpy() == pytest.approx(wanted)


def test_a_supplementary_row_needs_every_column():
    with pytest.raises(TableError, match="nothing to say of 'heavy'"):
        correspondence(smoke()).place_rows(smoke().drop(columns="heavy"))


def test_empty_rows_and_columns_are_left_out_and_named():
    table = smoke()
    table.loc["temps"] = 0
    table["pipe"] = 0
    found = correspondence(table)
    assert (found.empty_rows, found.empty_columns) == (["temps"], ["pipe"])
    assert found.inertias == pytest.approx(correspondence(smoke()).inertias, abs=1e-15)


@pytest.mark.parametrize(
    ("table", "axes", "reason"),
    [
        (frame([[0, 0], [0, 0]]), 0, "the table holds nothing"),
        (pd.DataFrame(), 0, "the table holds nothing"),
        (frame([[3, 4]]), 0, "the table has one row that holds something: there is nothing to compare"),
        (frame([[3], [4]]), 0, "the table has one column that holds something: there is nothing to compare"),
        (frame([[3, 0], [4, 0]]), 0, "the table has one column that holds something: there is nothing to compare"),
        (frame([[1, 2, 3], [2, 4, 6]]), 0, "all rows have the same profile: nothing sets them apart"),
        (frame([[1, 2], [2, 1], [5, 5]]), 1, "the rows differ along one axis only"),
        (frame([[1, 2, 3], [2, 4, 6], [3, 2, 1]]), 1, "the rows differ along one axis only"),
        (smoke(), 3, ""),
    ],
)
def test_poor_tables_are_answered_in_words(table, axes, reason):
    found = correspondence(table)
    assert (len(found.inertias), found.reason) == (axes, reason)
    for points in (found.rows, found.columns, found.row_cosines, found.column_contributions):
        assert points.shape[1] == axes
        assert np.isfinite(points.to_numpy()).all()


def test_a_row_in_the_middle_has_no_quality():
    found = correspondence(frame([[1, 2], [2, 1], [5, 5]]))
    assert found.row_cosines[1].tolist() == pytest.approx([1, 1, 0])


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (frame([[1, -2], [3, 4]]), "counts or weights of 0 or more"),
        (frame([[1, np.nan], [3, 4]]), "counts or weights of 0 or more"),
        (frame([[1, 2], [3, 4]], ["A", "A"]), "two rows 'A'"),
        (frame([[1, 2], [3, 4]], None, ["x", "x"]), "two columns 'x'"),
    ],
)
def test_what_is_no_table_of_counts_is_refused(table, words):
    with pytest.raises(TableError, match=words):
        correspondence(table)


def test_it_is_exported():
    assert statistics.correspondence is correspondence
