"""Unseen claims: Chao's bound and Good's coverage against published figures."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.statistics import Richness, chao1, chao2, chao_coverage, good_coverage, incidence_coverage
from analysis.tables import ParameterError, TableError

GENERATED = settings(deadline=None, derandomize=True)

TEN = [0, 1, 1, 4, 2, 5, 2, 4, 1, 2]


def community(f1, f2, n, observed):
    """Counts with these many singletons and doubletons: the rest is told three times or more."""
    others = observed - f1 - f2
    rest = n - f1 - 2 * f2 - 3 * (others - 1)
    return [1] * f1 + [2] * f2 + [3] * (others - 1) + [rest]


def test_published_bounds():
    found = chao1(TEN)
    assert found.estimate == 9.75
    assert (found.low, found.high) == pytest.approx((9.07, 17.45), abs=0.005)
    assert chao1(TEN, form="classic").estimate == 10.5
    found = chao1([0, 1, 1, 4, 5])
    assert (found.observed, found.estimate) == (4, 5)
    assert (found.low, found.high) == pytest.approx((4.08, 17.27), abs=0.005)


def test_published_bounds_of_the_finite_form():
    spiders = community(12, 4, 168, 26)
    found = chao1(spiders, form="finite")
    assert (found.observed, found.estimate, found.se) == pytest.approx((26, 43.8929, 14.3056), abs=5e-5)
    assert (found.low, found.high) == pytest.approx((30.511, 96.971), abs=5e-4)
    assert chao_coverage(spiders) == pytest.approx(0.928855, abs=5e-7)
    others = community(14, 4, 252, 37)
    found = chao1(others, form="finite")
    assert (found.estimate, found.se) == pytest.approx((61.4028, 18.5315), abs=5e-5)
    assert chao_coverage(others) == pytest.approx(0.944571, abs=5e-7)


def test_published_coverage():
    assert good_coverage([1] * 75 + [2] * 6 + [3, 4, 4]) == pytest.approx(0.23469387755, abs=5e-12)


@GENERATED
@given(st.lists(st.integers(0, 30), max_size=40), st.sampled_from(["bias-corrected", "classic", "finite"]))
def test_a_bound_lies_in_its_interval_and_never_below_what_was_seen(counts, form):
    found = chao1(counts, form=form)
    assert found.observed == sum(count > 0 for count in counts)
    assert found.observed <= found.low <= found.estimate + 1e-9
    assert found.estimate <= found.high + 1e-9
    assert found.se >= 0
    assert 0 <= good_coverage(counts) <= 1
    assert good_coverage(counts) - 1e-12 <= chao_coverage(counts) <= 1


def test_nothing_told_is_nothing_covered():
    assert chao1([0, 0]) == Richness(0, 0.0, 0.0, 0.0, 0.0)
    assert (good_coverage([]), chao_coverage([0])) == (0.0, 0.0)


def test_without_a_claim_told_once_nothing_is_estimated_unseen():
    found = chao1([4, 4, 5])
    assert (found.observed, found.estimate, found.low) == (3, 3.0, 3.0)
    assert found.high == pytest.approx(3.434, abs=5e-4)


def test_one_claim_told_once_promises_little():
    assert chao_coverage([1, 3, 3]) == good_coverage([1, 3, 3])
    assert chao1([1]).high > 2


def test_what_is_no_count_is_refused():
    for counts in ([1, -1], [0.5], [float("nan")]):
        with pytest.raises(TableError, match="claims are told a whole number of times"):
            chao1(counts)
    with pytest.raises(ParameterError, match="no form 'jackknife' of Chao's estimate; choose one of bias-corrected"):
        chao1([1], form="jackknife")


def test_published_bound_of_incidences():
    """The trees of Barro Colorado, 50 plots, as vegan's `specpool(BCI)` gives them: 236.3732, se 6.54361.

    That 21 trees stand in one plot and 19 in two follows from the jackknife estimates beside it, 245.58 and 247.8722.
    """
    trees = [1] * 21 + [2] * 19 + [3] * 185
    found = chao2(trees, 50, form="classic")
    assert (found.observed, found.estimate, found.se) == pytest.approx((225, 236.3732, 6.54361), abs=5e-5)
    assert chao2(trees, 50).estimate == pytest.approx(225 + 49 / 50 * 21 * 20 / (2 * 20))


def test_the_bound_of_incidences_is_that_of_abundances_but_for_few_samples():
    for told in ([1, 1, 2, 2, 3], [1, 1, 1, 3]):
        few, many, whole = (chao2(told, 5), chao2(told, 10**9), chao1(told))
        assert (many.estimate, many.se, many.high) == pytest.approx((whole.estimate, whole.se, whole.high))
        assert few.estimate - few.observed == pytest.approx(0.8 * (whole.estimate - whole.observed))


def test_one_article_shows_nothing_unseen():
    found = chao2([1, 1, 1], 1)
    assert (found.observed, found.estimate, found.low) == (3, 3.0, 3.0)
    assert incidence_coverage([1, 1, 1], 1) == 0.0
    assert chao2([], 0) == Richness(0, 0.0, 0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("told", "of", "expected"),
    [([1, 1, 2, 4], 4, 1 - 2 / 8 * 6 / 8), ([1, 3], 4, 1 - 1 / 4), ([2, 2], 3, 1.0), ([], 3, 0.0)],
)
def test_coverage_of_incidences(told, of, expected):
    assert incidence_coverage(told, of) == pytest.approx(expected)


def test_no_claim_is_told_by_more_articles_than_there_are():
    for measure in (chao2, incidence_coverage):
        with pytest.raises(TableError, match="a claim is told by 4 articles, and there are 3"):
            measure([4, 1], 3)
    with pytest.raises(ParameterError, match="choose one of bias-corrected, classic"):
        chao2([1], 1, form="finite")


@GENERATED
@given(st.lists(st.integers(0, 8), max_size=30), st.sampled_from(["bias-corrected", "classic"]))
def test_a_bound_of_incidences_lies_in_its_interval(told, form):
    found = chao2(told, 8, form=form)
    assert found.observed <= found.low <= found.estimate + 1e-9
    assert found.estimate <= found.high + 1e-9
    assert 0 <= incidence_coverage(told, 8) <= 1
