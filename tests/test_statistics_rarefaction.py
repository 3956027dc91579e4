"""Texts of unlike length made comparable: against counting every draw, and against published curves."""

from itertools import combinations, pairwise
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.statistics import accumulated, chao2, kept
from analysis.tables import TableError

GENERATED = settings(deadline=None, derandomize=True, max_examples=60)


@pytest.mark.parametrize(
    ("held", "of", "drawn", "expected"),
    [
        (1, 10, 4, 0.4),
        (2, 86, 17, 1 - comb(84, 17) / comb(86, 17)),
        (3, 10, 8, 1.0),  # no eight of ten miss three
        (1, 4, 4, 1.0),
        (1, 4, 9, 1.0),  # a shorter article is not cut
        (0, 4, 2, 0.0),
        (2, 4, 0, 0.0),
        (0, 0, 3, 0.0),
    ],
)
def test_what_a_cut_article_still_tells(held, of, drawn, expected):
    assert kept(held, of, drawn) == pytest.approx(expected, abs=1e-12)


def test_arrays_are_taken_together():
    found = kept(np.array([[1], [2]]), 10, np.array([[4, 10, 20]]))
    assert found.shape == (2, 3)
    assert found[0].tolist() == pytest.approx([0.4, 1, 1])


@pytest.mark.parametrize("wrong", [(-1, 4, 2), (5, 4, 2), (1, 4, -1), (float("nan"), 4, 2)])
def test_what_is_no_number_of_sentences_is_refused(wrong):
    with pytest.raises(TableError, match="no more than there are"):
        kept(*wrong)


@GENERATED
@given(st.integers(0, 7), st.integers(0, 7), st.integers(0, 9))
def test_it_is_the_share_of_all_draws(held, more, drawn):
    of = held + more
    draws = list(combinations(range(of), min(drawn, of)))
    share = sum(any(sentence < held for sentence in draw) for draw in draws) / len(draws)
    assert kept(held, of, drawn) == pytest.approx(share, abs=1e-12)


def test_the_curve_ends_at_what_all_tell():
    told = [1, 1, 1, 2, 3, 5]
    rows = accumulated(told, 5)
    assert [row.articles for row in rows] == [1, 2, 3, 4, 5]
    assert rows[0].claims == pytest.approx(sum(told) / 5)
    assert rows[-1].claims == pytest.approx(6)
    assert rows[1].claims == pytest.approx(sum(1 - comb(5 - count, 2) / comb(5, 2) for count in told))


def test_its_variance_reproduces_the_equation_of_colwell_mao_and_chang():
    told, (row,) = [1, 1, 2], accumulated([1, 1, 2], 2)[:1]
    share = [0.5, 0.5, 1.0]
    variance = sum(value**2 for value in share) - sum(share) ** 2 / chao2(told, 2).estimate
    assert row.high - row.claims == pytest.approx(1.959964 * variance**0.5, abs=1e-5)


def test_curves_of_nothing_and_of_one_article():
    assert accumulated([], 0) == []
    assert [row.claims for row in accumulated([0, 0], 2)] == [0.0, 0.0]
    assert [row.claims for row in accumulated([1, 1, 1], 1)] == [3.0]


@GENERATED
@given(st.lists(st.integers(0, 6), max_size=20))
def test_more_articles_tell_no_less(told):
    rows = accumulated(told, 6)
    claims = [row.claims for row in rows]
    assert all(one <= other + 1e-9 for one, other in pairwise(claims))
    assert claims[-1] == pytest.approx(sum(count > 0 for count in told))
    assert all(0 <= row.low <= row.claims + 1e-9 and row.claims <= row.high + 1e-9 for row in rows)
