"""Krippendorff's alpha against his published worked examples, and what holds for any coding."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.statistics import Agreement, alpha, alpha_interval, coincidences
from analysis.tables import CodingError, ParameterError

GENERATED = settings(deadline=None, derandomize=True)

NA = None
TWELVE = pd.DataFrame(
    [
        [1, 1, NA, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4],
        [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [NA, 5, 5, 5], [NA, NA, 1, 1], [NA, NA, 3, NA],
    ]
).T  # fmt: skip
BINARY = [[int(code) for code in coder] for coder in ("010110001111", "010100001101", "011001001000")]
METRICS = ("nominal", "ordinal", "interval", "ratio")


@pytest.mark.parametrize(
    ("metric", "published"),
    [("nominal", 0.743421), ("ordinal", 0.815388), ("interval", 0.849107), ("ratio", 0.797403)],
)
def test_the_published_example(metric, published):
    found = alpha(TWELVE, metric)
    assert found.alpha == pytest.approx(published, abs=5e-7)
    assert (found.units, found.values, found.reason) == (11, 40, "")


def test_ordinal_is_not_the_known_wrong_figure():
    assert alpha(TWELVE, "ordinal").alpha != pytest.approx(0.78922, abs=0.005)


def test_the_published_coincidences():
    found = coincidences(TWELVE)
    assert np.diag(found).tolist() == pytest.approx([7, 10, 8, 4, 3])
    assert found.loc[1, 2] == pytest.approx(4 / 3)
    assert found.to_numpy().sum() == pytest.approx(40)
    pd.testing.assert_frame_equal(found, found.T)


def test_the_published_binary_example():
    assert alpha(BINARY).alpha == pytest.approx(0.234, abs=0.0005)


def test_missing_codes_may_be_none_nan_or_na_and_codes_may_be_words():
    words = TWELVE.map(lambda code: None if pd.isna(code) else "abcde"[int(code) - 1])
    for missing in (None, float("nan"), pd.NA):
        coding = words.map(lambda code, missing=missing: missing if pd.isna(code) else code).astype(object)
        assert alpha(coding).alpha == pytest.approx(0.743421, abs=5e-7)
    assert alpha(TWELVE.to_numpy(float), "interval").alpha == pytest.approx(0.849107, abs=5e-7)


def test_two_series_of_true_and_false_are_two_coders():
    machine = pd.Series([True, False, True, False], index=["A-1", "A-2", "A-3", "A-4"])
    human = pd.Series([True, False, False, False], index=machine.index)
    assert alpha(pd.DataFrame([machine, human])).alpha == pytest.approx(1 - 7 * 2 / (2 * 3 * 5))


@pytest.mark.parametrize("metric", METRICS)
@GENERATED
@given(codes=st.lists(st.integers(0, 4), min_size=2, max_size=12).filter(lambda codes: len(set(codes)) > 1))
def test_perfect_agreement_is_exactly_one(metric, codes):
    assert alpha([codes, codes, codes], metric).alpha == 1.0


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("call", [alpha, lambda *given: alpha_interval(*given, seed=1)])
def test_without_variation_it_is_undefined_in_words(metric, call):
    found = call([[1, 1, 1, 2], [1, 1, 1, None]], metric)
    assert found == Agreement(None, 3, 6, "no variation: every code is 1")


@pytest.mark.parametrize("ratings", [[[1, None], [None, 2]], [[1, 2, 3]], [[None, None]], [[], []], []])
def test_without_pairs_it_is_undefined_in_words(ratings):
    assert alpha(ratings) == Agreement(None, 0, 0, "no pairs: no unit was coded by two coders")


codings = st.integers(2, 8).flatmap(
    lambda units: st.lists(
        st.lists(st.one_of(st.none(), st.integers(0, 3)), min_size=units, max_size=units), min_size=2, max_size=4
    )
)


@pytest.mark.parametrize("metric", METRICS)
@GENERATED
@given(ratings=codings, order=st.randoms(use_true_random=False))
def test_coders_and_units_have_no_order_and_alpha_is_never_nan(metric, ratings, order):
    found = alpha(ratings, metric)
    shuffled = pd.DataFrame(ratings).sample(frac=1, random_state=order.randrange(99))
    shuffled = shuffled.sample(frac=1, axis=1, random_state=order.randrange(99))
    other = alpha(shuffled, metric)
    assert (found.alpha is None) == bool(found.reason)
    assert (other.units, other.values, other.reason) == (found.units, found.values, found.reason)
    if found.alpha is not None:
        assert found.alpha <= 1
        assert other.alpha == pytest.approx(found.alpha, abs=1e-12)


@GENERATED
@given(ratings=codings)
def test_two_categories_have_one_alpha_whatever_the_metric(ratings):
    binary = pd.DataFrame(ratings).map(lambda code: code if pd.isna(code) else int(code > 1))
    nominal = alpha(binary).alpha
    for metric in METRICS[1:]:
        assert alpha(binary, metric).alpha == (nominal if nominal is None else pytest.approx(nominal, abs=1e-12))


def test_the_interval_holds_alpha_and_comes_back_with_the_seed():
    found = alpha_interval(TWELVE, "ordinal", seed=3, repeats=400)
    assert found[:4] == alpha(TWELVE, "ordinal")[:4]
    assert found.low < found.alpha < found.high <= 1
    assert found.repeats == 400
    assert alpha_interval(TWELVE, "ordinal", seed=3, repeats=400) == found
    assert alpha_interval(TWELVE, "ordinal", seed=4, repeats=400) != found
    assert alpha_interval(TWELVE, "ordinal", seed=3, repeats=400, level=0.5).low > found.low


def test_resamples_without_variation_are_left_out_and_counted():
    found = alpha_interval([[1, 0, 0, 0], [1, 0, 0, 0]], seed=0, repeats=500)
    assert (found.low, found.high) == (1.0, 1.0)
    assert 250 < found.repeats < 500


def test_one_unit_that_differs_has_an_alpha_of_zero_at_most():
    found = alpha_interval([[1], [2]], seed=0, repeats=10)
    assert (found.alpha, found.low, found.high, found.repeats) == (0.0, 0.0, 0.0, 10)


def test_what_a_metric_cannot_compare_is_refused():
    with pytest.raises(CodingError, match="the ordinal metric compares numbers; found 'low'"):
        alpha([["low", "high"], ["low", "high"]], "ordinal")
    with pytest.raises(CodingError, match="the ratio metric compares numbers of 0 or more; found -1"):
        alpha([[-1, 2], [3, 2]], "ratio")
    with pytest.raises(ParameterError, match="there is no metric 'cardinal'; choose one of nominal, ordinal"):
        alpha(TWELVE, "cardinal")
