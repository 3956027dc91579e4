"""Two-by-two statistics against published figures and scipy; Benjamini–Hochberg."""

import numpy as np
import pandas as pd
import pytest
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.statistics import benjamini_hochberg, chi2, fisher, g2, g2_two_term
from analysis.tables import TableError

GENERATED = settings(deadline=None, derandomize=True)

cells = st.tuples(*[st.integers(0, 400)] * 4)
full = st.tuples(*[st.integers(1, 400)] * 4)


def test_dunnings_table():
    assert chi2(110, 2442, 111, 29114) == pytest.approx(525.02, abs=0.005)
    assert g2(110, 2442, 111, 29114) == pytest.approx(270.72, abs=0.005)


def test_rayson_and_garside():
    assert g2_two_term(52, 50_000, 57, 75_000) == pytest.approx(2.65, abs=0.005)


def test_the_small_table():
    table = (7, 3, 2, 7)
    found = [chi2(*table), chi2(*table, yates=True), g2(*table), g2(*table, williams=True), fisher(*table)]
    assert found == pytest.approx([4.337160, 2.632438, 4.534939, 4.200833, 0.069779], abs=5e-7)


@GENERATED
@given(full)
def test_scipy_says_the_same(table):
    square = np.reshape(table, (2, 2))
    for ours, options in [
        (chi2(*table), {"correction": False}),
        (chi2(*table, yates=True), {"correction": True}),
        (g2(*table), {"correction": False, "lambda_": "log-likelihood"}),
    ]:
        assert ours == pytest.approx(scipy.stats.chi2_contingency(square, **options).statistic, rel=1e-7, abs=1e-9)


@GENERATED
@given(cells)
def test_scipy_says_the_same_of_fisher(table):
    assert fisher(*table) == pytest.approx(scipy.stats.fisher_exact(np.reshape(table, (2, 2))).pvalue, rel=1e-6)


@GENERATED
@given(cells)
def test_statistics_are_finite_and_do_not_care_for_sides(table):
    a, b, c, d = table
    for statistic in (
        chi2,
        g2,
        fisher,
        lambda *t: g2(*t, williams=True),
        lambda *t: chi2(*t, yates=True),
    ):
        found = statistic(a, b, c, d)
        assert isinstance(found, float)
        assert found >= 0
        assert found == pytest.approx(statistic(c, d, a, b), rel=1e-7, abs=1e-9)
        assert found == pytest.approx(statistic(a, c, b, d), rel=1e-7, abs=1e-9)


@GENERATED
@given(cells)
def test_two_terms_are_at_most_all_four(table):
    a, b, c, d = table
    assert g2_two_term(a, a + b, c, c + d) <= g2(a, b, c, d) + 1e-9


@pytest.mark.parametrize("table", [(0, 0, 0, 0), (0, 0, 3, 4), (3, 0, 4, 0), (0, 5, 0, 7)])
def test_where_a_side_is_empty_there_is_nothing_to_compare(table):
    assert [chi2(*table), chi2(*table, yates=True), g2(*table), g2(*table, williams=True)] == [0.0] * 4
    assert fisher(*table) == pytest.approx(1.0)


def test_arrays():
    assert g2(np.array([110, 7]), [2442, 3], [111, 2], [29114, 7]) == pytest.approx([270.72, 4.534939], abs=0.005)
    assert g2_two_term([52, 0], [50_000, 0], [57, 0], 75_000) == pytest.approx([2.65, 0], abs=0.005)


def test_what_is_no_count_is_refused():
    for call in (lambda: chi2(-1, 2, 3, 4), lambda: g2(1, 2, float("nan"), 4), lambda: g2_two_term(5, 4, 1, 9)):
        with pytest.raises(TableError, match="are counts of 0 or more"):
            call()


@GENERATED
@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_benjamini_hochberg_is_scipys(p):
    assert benjamini_hochberg(p) == pytest.approx(scipy.stats.false_discovery_control(p, method="bh"))


def test_benjamini_hochberg_keeps_the_index_and_takes_nothing():
    p = pd.Series([0.04, 0.01, 0.03], index=["space", "military", "diplomacy"], name="p")
    pd.testing.assert_series_equal(
        benjamini_hochberg(p), pd.Series([0.04, 0.03, 0.04], index=p.index, name="p"), check_exact=False
    )
    assert benjamini_hochberg([]).tolist() == []


@pytest.mark.parametrize("p", [[0.1, float("nan")], [1.2], [-0.1]])
def test_benjamini_hochberg_refuses_what_is_no_p(p):
    with pytest.raises(TableError, match="a p-value lies between 0 and 1, not"):
        benjamini_hochberg(p)
