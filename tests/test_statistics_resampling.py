"""Bootstrap intervals, and scores against a reference."""

import numpy as np
import pandas as pd
import pytest
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.statistics import Estimate, Score, bootstrap, f1_interval, precision_recall
from analysis.tables import CodingError, ParameterError, TableError

GENERATED = settings(deadline=None, derandomize=True)

TABLE = pd.DataFrame({"document": list("AABBBCDD"), "words": [4, 6, 1, 2, 3, 9, 5, 5]})


def mean(table):
    return table["words"].mean()


def test_the_value_is_that_of_the_table_and_the_seed_brings_the_interval_back():
    found = bootstrap(TABLE, mean, seed=5, repeats=300)
    assert (found.value, found.of, found.repeats, found.reason) == (4.375, 8, 300, "")
    assert found.low < 4.375 < found.high
    assert bootstrap(TABLE, mean, seed=5, repeats=300) == found
    assert bootstrap(TABLE, mean, seed=6, repeats=300) != found


def test_scipys_percentile_interval_is_near():
    ours = bootstrap(TABLE, mean, seed=1, repeats=3000)
    data = (TABLE["words"].to_numpy(),)
    theirs = scipy.stats.bootstrap(data, np.mean, method="percentile", rng=np.random.default_rng(2))
    assert (ours.low, ours.high) == pytest.approx(tuple(theirs.confidence_interval), abs=0.25)


def test_groups_are_drawn_whole():
    seen = []

    def remember(table):
        seen.append(table["document"].value_counts().to_dict())
        return mean(table)

    found = bootstrap(TABLE, remember, seed=2, repeats=50, by="document")
    sizes = TABLE["document"].value_counts()
    assert (found.of, found.repeats) == (4, 50)
    for drawn in seen[1:]:
        assert sum(rows / sizes[document] for document, rows in drawn.items()) == 4
        assert all(rows % sizes[document] == 0 for document, rows in drawn.items())


def test_groups_of_one_row_are_rows():
    table = TABLE.assign(row=range(8))
    assert bootstrap(table, mean, seed=1, repeats=99, by="row") == bootstrap(table, mean, seed=1, repeats=99)
    assert bootstrap(table, mean, seed=1, repeats=99, by=["document", "row"]).of == 8


def test_resamples_without_a_figure_are_left_out_and_counted():
    def space(table):
        chosen = table[table["document"] == "C"]
        return chosen["words"].mean()

    found = bootstrap(TABLE, space, seed=1, repeats=400)
    assert (found.value, found.low, found.high) == (9, 9, 9)
    assert 200 < found.repeats < 320


def test_what_is_undefined_says_so_in_words():
    empty = TABLE.iloc[:0]
    assert bootstrap(empty, mean, seed=1) == Estimate(None, None, None, 0, 0, "there is nothing to draw from")
    assert bootstrap(empty, len, seed=1, by="document").of == 0
    found = bootstrap(TABLE, lambda table: None, seed=1)
    assert found == Estimate(None, None, None, 8, 0, "the statistic is undefined on the table as it is")


def test_bootstrap_names_what_is_wrong():
    with pytest.raises(TableError, match="no column 'outlet' to resample by; it has document, words"):
        bootstrap(TABLE, mean, seed=1, by="outlet")
    with pytest.raises(ParameterError, match="at least 1 repeat, not 0"):
        bootstrap(TABLE, mean, seed=1, repeats=0)
    with pytest.raises(ParameterError, match="level of an interval"):
        bootstrap(TABLE, mean, seed=1, level=95)


UNITS = ["A-1", "A-2", "A-3", "B-1", "B-2", "C-1"]
REFERENCE = pd.Series([True, True, False, True, False, False], index=UNITS)
FOUND = pd.Series([True, False, True, True, False, False], index=UNITS)
DOCUMENTS = pd.Series(list("AAABBC"), index=UNITS)


@pytest.mark.parametrize("found", [FOUND, {"A-1", "A-3", "B-1"}, ["B-1", "A-3", "A-1"]])
def test_scores(found):
    score = precision_recall(found, REFERENCE)
    assert score == Score(2, 3, 3, 6, 2 / 3, 2 / 3, 2 / 3)
    assert (score.extra, score.missed) == (1, 1)


@pytest.mark.parametrize(
    ("found", "reference", "expected"),
    [
        ([], [], (0, 0, 0, 2, None, None, None)),
        ([], [0], (0, 0, 1, 2, None, 0.0, 0.0)),
        ([0], [], (0, 1, 0, 2, 0.0, None, 0.0)),
        ([0], [1], (0, 1, 1, 2, 0.0, 0.0, 0.0)),
    ],
)
def test_nothing_is_divided_by_nothing(found, reference, expected):
    assert precision_recall(found, pd.Series([unit in reference for unit in (0, 1)])) == expected


def test_no_units_at_all():
    none = pd.Series([], dtype=bool)
    assert precision_recall(none, none) == (0, 0, 0, 0, None, None, None)
    found = f1_interval(none, none, seed=1)
    assert (found.value, found.reason) == (None, "nothing was to be found and nothing was found")


@GENERATED
@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=30))
def test_f1_is_the_harmonic_mean(pairs):
    found, reference = (pd.Series(side) for side in zip(*pairs, strict=True))
    score = precision_recall(found, reference)
    if score.precision and score.recall:
        assert score.f1 == pytest.approx(2 / (1 / score.precision + 1 / score.recall))
    assert score.hits + score.missed == reference.sum()
    assert f1_interval(found, reference, seed=1, repeats=5).value == score.f1


def test_f1_interval_over_units_is_the_bootstrap_of_f1():
    both = pd.DataFrame({"found": FOUND, "reference": REFERENCE, "document": DOCUMENTS})

    def f1(table):
        return precision_recall(table["found"].reset_index(drop=True), table["reference"].reset_index(drop=True)).f1

    ours = f1_interval(FOUND, REFERENCE, seed=7, repeats=200)
    assert ours == bootstrap(both, f1, seed=7, repeats=200)
    ours = f1_interval(FOUND, REFERENCE, seed=7, repeats=200, documents=DOCUMENTS)
    assert ours == bootstrap(both, f1, seed=7, repeats=200, by="document")
    assert ours.of == 3
    assert 100 < ours.repeats < 200


def test_codings_of_other_units_are_refused():
    with pytest.raises(CodingError, match="found unit 'Z-9' is none of the reference's 6 units"):
        precision_recall({"Z-9", "A-1"}, REFERENCE)
    with pytest.raises(CodingError, match="found and reference do not speak of the same units"):
        precision_recall(FOUND.iloc[::-1], REFERENCE)
    with pytest.raises(CodingError, match="documents and reference do not speak of the same units"):
        f1_interval(FOUND, REFERENCE, seed=1, documents=DOCUMENTS.iloc[1:])
    with pytest.raises(CodingError, match="one of them has a missing value"):
        precision_recall(FOUND.astype(object).where(FOUND), REFERENCE)
    with pytest.raises(CodingError, match="speaks twice of unit 'A-1'"):
        precision_recall(FOUND, pd.concat([REFERENCE, REFERENCE]))
