"""Specificity against Lafon's published scores, log-odds against published examples."""

from fractions import Fraction
from math import comb, log10

import numpy as np
import pandas as pd
import pytest
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.statistics import log_odds, specificities, specificity
from analysis.tables import ParameterError, TableError

GENERATED = settings(deadline=None, derandomize=True)

TOKENS = 61449
SIZES = [8395, 2558, 3920, 6903, 7896, 4555, 10142, 2063, 1084, 13933]
LAFON = {
    "peuple": (
        296,
        [45, 18, 15, 14, 53, 30, 42, 16, 4, 59],
        [0.6161, 1.1466, -0.6709, -4.1743, 2.1122, 1.2906, -0.7980, 1.3632, -0.3977, -0.8410],
    ),
    "patrie": (
        153,
        [6, 5, 16, 8, 23, 10, 35, 8, 3, 39],
        [-4.2432, -0.4160, 1.4491, -2.0903, 0.6178, -0.3834, 1.5961, 0.8409, 0.2942, 0.6414],
    ),
    "de": (
        3173,
        [464, 165, 194, 392, 398, 235, 509, 96, 58, 662],
        [1.2477, 2.6891, -0.5534, 1.6471, -0.5096, -0.2909, -0.6132, -0.8098, 0.3884, -2.2050],
    ),
}


@pytest.mark.parametrize("word", LAFON)
def test_published_specificities(word):
    total, found, scores = LAFON[word]
    assert sum(found) == total
    assert specificity(found, SIZES, total, TOKENS) == pytest.approx(scores, abs=5e-5)


def test_published_probabilities():
    assert 10 ** specificity(14, 6903, 296, TOKENS) == pytest.approx(6.69371e-05, abs=5e-11)
    assert 10 ** -specificity(11, 1084, 296, TOKENS) == pytest.approx(0.0169890, abs=5e-8)


def test_specificities_of_the_published_table():
    parts = [f"part {number:02}" for number in range(1, 11)]
    counts = pd.DataFrame([found for _, found, _ in LAFON.values()], index=list(LAFON), columns=parts)
    found = specificities(counts, sizes=pd.Series(SIZES, index=parts))
    assert list(found.columns) == ["word", "part", "count", "of", "total", "score"]
    assert found["word"].unique().tolist() == ["de", "patrie", "peuple"]
    for word, (total, in_parts, scores) in LAFON.items():
        rows = found[found["word"] == word]
        assert rows["part"].tolist() == parts
        assert rows["count"].tolist() == in_parts
        assert rows["of"].tolist() == SIZES
        assert set(rows["total"]) == {total}
        assert rows["score"].tolist() == pytest.approx(scores, abs=5e-5)


def test_specificities_without_sizes_take_the_sums_of_the_columns():
    counts = pd.DataFrame({"A": [3, 1], "B": [0, 6]}, index=["missile", "sommet"])
    found = specificities(counts)
    assert found["of"].tolist() == [4, 6, 4, 6]
    cells = [(3, 4, 3), (0, 6, 3), (1, 4, 7), (6, 6, 7)]
    assert found["score"].tolist() == [specificity(*cell, 10) for cell in cells]


def test_specificities_of_no_words_keep_columns():
    found = specificities(pd.DataFrame({"A": pd.Series(dtype="int64")}), sizes=pd.Series({"A": 10}))
    assert list(found.columns) == ["word", "part", "count", "of", "total", "score"]
    assert len(found) == 0


def test_a_part_without_size_is_named():
    with pytest.raises(TableError, match="no size is given for part 'B'"):
        specificities(pd.DataFrame({"A": [1], "B": [1]}), sizes=pd.Series({"A": 10}))


@st.composite
def four_counts(draw):
    total = draw(st.integers(1, 4000))
    size, word = draw(st.integers(0, total)), draw(st.integers(0, total))
    return draw(st.integers(max(0, size + word - total), min(size, word))), size, word, total


@GENERATED
@given(four_counts())
def test_specificity_is_the_exact_tail(case):
    f, t, word, total = case
    under = f * total < word * t
    tail = range(max(0, word + t - total), f + 1) if under else range(f, min(word, t) + 1)
    ways = sum(comb(word, x) * comb(total - word, t - x) for x in tail)
    exact = Fraction(ways, comb(total, t))
    log = log10(exact.numerator) - log10(exact.denominator)
    assert specificity(f, t, word, total) == pytest.approx(log if under else -log, rel=1e-8, abs=1e-8)


def test_the_rarest_counts_are_told_apart_and_finite():
    scores = specificity([5000, 4900, 0], [5000, 5000, 20_000], [5000, 5000, 5000], 40_000)
    assert scores[0] > scores[1] > 308
    assert scores[2] < -308
    assert np.isfinite(scores).all()


def test_scipy_says_the_same_on_a_large_corpus():
    ours = specificity(5300, 100_000, 50_000, 1_000_000)
    assert ours == pytest.approx(-scipy.stats.hypergeom.logsf(5299, 1_000_000, 50_000, 100_000) / np.log(10), rel=1e-6)


@pytest.mark.parametrize("case", [(0, 0, 0, 0), (0, 0, 5, 9), (0, 5, 0, 9), (5, 9, 5, 9), (9, 9, 9, 9)])
def test_where_nothing_else_could_be_the_score_is_zero(case):
    score = specificity(*case)
    assert score == 0
    assert not np.signbit(score)


@pytest.mark.parametrize("case", [(3, 2, 5, 9), (3, 5, 2, 9), (1, 10, 2, 9), (0, 8, 2, 9), (-1, 3, 3, 9)])
def test_impossible_counts_are_refused(case):
    with pytest.raises(TableError, match="cannot be: check the counts"):
        specificity(*case)


def words(text):
    return pd.Series(text.split()).value_counts()


def test_log_odds_of_the_published_sentences():
    fox = words("the quick brown fox jumps over the lazy pig")
    donkey = words("the lazy purple pig jumps over the lazier donkey")
    found = log_odds(fox, donkey, 0.05)
    z = found.set_index("word")["z"]
    assert found["word"].is_monotonic_increasing
    assert z[["brown", "fox", "quick"]].to_numpy() == pytest.approx(0.6894227886807968, abs=1e-14)
    assert z[["donkey", "lazier", "purple"]].to_numpy() == pytest.approx(-0.6894227886807968, abs=1e-14)
    assert z.drop(["brown", "fox", "quick", "donkey", "lazier", "purple"]).tolist() == [0.0] * 5


def test_log_odds_of_the_published_counts():
    names = list("abcd")
    found = log_odds(pd.Series([1, 5, 1, 9], names), pd.Series([100, 510, 100, 199], names), 0.01)
    assert found["delta"].tolist() == pytest.approx([-0.6095321, -1.0345766, -0.6095321, 1.5201005], abs=5e-8)
    pairs = [(1, 100), (5, 510), (1, 100), (9, 199)]
    assert found["variance"].tolist() == pytest.approx([1 / (a + 0.01) + 1 / (b + 0.01) for a, b in pairs])


def test_log_odds_turn_their_sign_with_the_sides_and_take_a_prior_per_word():
    a, b = pd.Series({"missile": 4, "sommet": 1}), pd.Series({"sommet": 3, "satellite": 2})
    prior = pd.Series({"missile": 0.1, "sommet": 0.4, "satellite": 0.2, "elsewhere": 9.0})
    there, back = log_odds(a, b, prior), log_odds(b, a, prior)
    assert there["word"].tolist() == ["missile", "satellite", "sommet"]
    assert there["z"].tolist() == pytest.approx((-back["z"]).tolist())
    assert log_odds(a, b, 0.1)["z"].tolist() != pytest.approx(there["z"].tolist())


def test_an_empty_side_is_compared_and_two_empty_sides_give_no_row():
    none = pd.Series(dtype="int64", index=pd.Index([], dtype="str"))
    assert (log_odds(pd.Series({"a": 2, "b": 2}), none)["z"].abs() < 1e-12).all()
    assert list(log_odds(none, none).columns) == ["word", "delta", "variance", "z"]
    assert len(log_odds(none, none)) == 0


def test_log_odds_refuse_what_they_cannot_compare():
    two = pd.Series({"a": 1, "b": 2})
    with pytest.raises(ParameterError, match="the prior of every word is above 0; that of 'a' is 0"):
        log_odds(two, two, 0)
    with pytest.raises(ParameterError, match="that of 'b' is nan"):
        log_odds(two, two, pd.Series({"a": 1.0}))
    with pytest.raises(TableError, match="'a' is the only one"):
        log_odds(pd.Series({"a": 1}), pd.Series({"a": 2}))
    with pytest.raises(TableError, match="fewer than 0 times"):
        log_odds(two, pd.Series({"a": -1}))
