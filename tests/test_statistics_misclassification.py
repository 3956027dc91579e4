"""A share put right by the errors of its coder: published figures, borders, and how often the interval holds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.statistics import rogan_gladen
from analysis.tables import TableError


def test_the_share_is_that_of_epir():
    """The worked example of `epi.prev` in the R package epiR: 23 of 150 cows, Se .96, Sp .89: 5.1 in 100."""
    assert rogan_gladen(23, 150, 96, 100, 89, 100).share == pytest.approx(0.0510, abs=5e-5)


def test_a_coder_that_never_errs_changes_nothing():
    corrected = rogan_gladen(30, 100, 10_000, 10_000, 10_000, 10_000)
    assert corrected.share == pytest.approx(0.3)
    assert (corrected.low, corrected.high) == pytest.approx((0.219, 0.396), abs=0.005)


def test_what_is_found_as_often_as_by_error_may_be_nothing():
    corrected = rogan_gladen(10, 100, 90, 100, 90, 100)
    assert corrected.share == pytest.approx(0, abs=1e-12)
    assert corrected.low == 0
    assert corrected.high > 0.05


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        ((1, 10, 0, 0, 5, 5), "the coder was checked on too few units"),
        ((1, 10, 5, 5, 0, 0), "the coder was checked on too few units"),
        ((0, 0, 5, 5, 5, 5), "the coder was checked on too few units"),
        ((1, 10, 5, 10, 5, 10), "the coder was no better than chance where it was checked"),
    ],
)
def test_what_can_not_be_corrected_says_why(counts, reason):
    assert rogan_gladen(*counts) == (None, None, None, reason)


def test_counts_that_can_not_be_are_refused():
    with pytest.raises(TableError, match="11 of 10, 1 of 2, 1 of 2 cannot be: check the counts"):
        rogan_gladen(11, 10, 1, 2, 1, 2)


@given(st.integers(0, 40), st.integers(0, 9), st.integers(0, 30))
def test_the_interval_holds_the_share(count, hits, rejections):
    corrected = rogan_gladen(count, 40, hits, 9, rejections, 30)
    if corrected.share is not None:
        assert 0 <= corrected.low <= corrected.share <= corrected.high <= 1


def test_the_interval_covers_the_true_share_as_often_as_it_says():
    """2,000 draws: share .3 of 100, Se .8 by 60, Sp .95 by 200; Lang & Reiczigel report .94 to .97."""
    random = np.random.default_rng(1)
    seen = random.binomial(100, 0.3 * 0.8 + 0.7 * 0.05, 2000)
    drawn = zip(seen, random.binomial(60, 0.8, 2000), random.binomial(200, 0.95, 2000), strict=True)
    bounds = [rogan_gladen(int(count), 100, int(hits), 60, int(spared), 200) for count, hits, spared in drawn]
    assert 0.93 <= np.mean([bound.low <= 0.3 <= bound.high for bound in bounds]) <= 0.98
