"""Intervals for shares: published figures, scipy's own intervals, and what holds for any count."""

import numpy as np
import pandas as pd
import pytest
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.statistics import clopper_pearson, jeffreys, wilson, with_interval
from analysis.tables import ParameterError, TableError

GENERATED = settings(deadline=None, derandomize=True)

FUNCTIONS = (wilson, clopper_pearson, jeffreys)
counts = st.integers(0, 10_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@pytest.mark.parametrize(
    ("interval", "count", "of", "level", "low", "high"),
    [
        (clopper_pearson, 0, 5, 0.95, 0, 0.5218),
        (clopper_pearson, 0, 5, 0.90, 0, 0.4507),
        (wilson, 0, 5, 0.95, 0, 0.4345),
        (jeffreys, 0, 5, 0.95, 0, 0.3794),
        (clopper_pearson, 1, 5, 0.95, 0.0051, 0.7164),
        (wilson, 1, 5, 0.95, 0.0362, 0.6245),
        (clopper_pearson, 4, 5, 0.95, 0.2836, 0.9949),
        (clopper_pearson, 0, 10, 0.95, 0, 0.3085),
        (clopper_pearson, 0, 30, 0.95, 0, 0.1157),
    ],
)
def test_published_intervals(interval, count, of, level, low, high):
    assert interval(count, of, level) == pytest.approx((low, high), abs=5e-5)


def test_the_rule_of_three_is_not_the_bound_at_five():
    assert clopper_pearson(0, 5, 0.90)[1] < 3 / 5


@pytest.mark.parametrize(("ours", "theirs"), [(wilson, "wilson"), (clopper_pearson, "exact")])
@GENERATED
@given(count_of=counts.filter(lambda pair: pair[1] > 0), level=st.sampled_from([0.5, 0.9, 0.95, 0.999]))
def test_scipy_says_the_same(ours, theirs, count_of, level):
    reference = scipy.stats.binomtest(*count_of).proportion_ci(level, method=theirs)
    assert ours(*count_of, level) == pytest.approx((reference.low, reference.high), abs=1e-9)


@pytest.mark.parametrize("interval", FUNCTIONS)
@GENERATED
@given(count_of=counts)
def test_an_interval_holds_its_share_and_mirrors(interval, count_of):
    count, of = count_of
    low, high = interval(count, of)
    assert 0 <= low <= count / max(of, 1) <= high <= 1
    assert interval(of - count, of) == pytest.approx((1 - high, 1 - low), abs=1e-9)


@pytest.mark.parametrize("interval", FUNCTIONS)
def test_ends_are_exact_and_of_nothing_nothing_is_known(interval):
    assert interval(0, 7)[0] == 0.0
    assert interval(7, 7)[1] == 1.0
    assert interval(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize("interval", FUNCTIONS)
def test_arrays_come_out_as_arrays_and_agree_with_numbers(interval):
    low, high = interval(np.array([0, 1, 0]), np.array([5, 5, 0]))
    assert [low.tolist(), high.tolist()] == [
        list(bounds) for bounds in zip(interval(0, 5), interval(1, 5), interval(0, 0), strict=True)
    ]
    assert interval([1, 2], 5)[0].shape == (2,)
    assert interval([], [])[0].shape == (0,)


@pytest.mark.parametrize(("count", "of"), [(6, 5), (-1, 5), (float("nan"), 5), (1, float("inf"))])
def test_what_is_no_share_is_refused(count, of):
    with pytest.raises(TableError, match=r"is no share: a count lies between 0 and `of`"):
        wilson(count, of)


@pytest.mark.parametrize("level", [0, 1, 95])
def test_what_is_no_level_is_refused(level):
    with pytest.raises(ParameterError, match=r"lies between 0 and 1, e\.g\. 0\.95, not"):
        clopper_pearson(1, 5, level)


def test_with_interval_adds_three_columns_and_leaves_the_measure_alone():
    measure = pd.DataFrame({"label": ["military", "space"], "matches": [1, 0], "of": [5, 0]}, index=[3, 9])
    before = measure.copy()
    low, high = wilson(1, 5)
    expected = measure.assign(share=[0.2, float("nan")], low=[low, 0.0], high=[high, 1.0])
    pd.testing.assert_frame_equal(with_interval(measure), expected)
    pd.testing.assert_frame_equal(measure, before)


def test_with_interval_takes_other_columns_and_the_exact_method():
    measure = pd.DataFrame({"told": [4], "articles": [5]})
    found = with_interval(measure, method="clopper-pearson", count="told", of="articles")
    assert (found.low[0], found.high[0]) == clopper_pearson(4, 5)


def test_with_interval_on_an_empty_measure_keeps_columns_and_types():
    measure = pd.DataFrame({"matches": pd.Series(dtype="int64"), "of": pd.Series(dtype="int64")})
    found = with_interval(measure)
    assert found.dtypes.astype(str).to_dict() == {
        "matches": "int64",
        "of": "int64",
        "share": "float64",
        "low": "float64",
        "high": "float64",
    }


def test_with_interval_names_what_is_missing():
    with pytest.raises(ParameterError, match="there is no interval 'wald'; choose one of wilson, clopper-pearson"):
        with_interval(pd.DataFrame({"matches": [1], "of": [2]}), method="wald")
    with pytest.raises(TableError, match="the measure has no column 'of'; it has matches"):
        with_interval(pd.DataFrame({"matches": [1]}))
