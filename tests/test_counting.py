"""Which matches count, seen from the arrays; the cases of what counts are those of `matching`."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import counting
from analysis.counting import Hits, Ruled

ROWS = [
    ("a", "place", "x", "", "", ""),
    ("b", "place", "y", "", "", ""),
    ("c", "topic", "x", "", "", ""),
    ("d", "topic", "none", "", "", ""),
    ("e", "place", "y", "topic", "", ""),
]
SPANS = st.lists(st.tuples(st.integers(0, 6), st.integers(1, 4), st.integers(0, 4)), max_size=8)


def plainly(spans):
    """The spans (start, end, rule) that `standing` keeps, each compared with each."""
    none = [one for one in spans if one[2] == 3]
    kept = [one for one in spans if one[2] != 3 and not any(inside(one, other) for other in none if one[2] == 2)]
    hiding = [one for one in kept if one[2] in (0, 1)]
    names = (0, 1, 4)
    return sorted(
        none
        + [
            one
            for one in kept
            if one[2] not in names or not any(inside(one, other) and one[:2] != other[:2] for other in hiding)
        ]
    )


def inside(one, other):
    return other[0] <= one[0] and one[1] <= other[1]


@settings(deadline=None, derandomize=True, max_examples=300)
@given(SPANS)
def test_names_nest_and_none_drops_what_is_inside(spans):
    spans = sorted({(start, start + size, rule) for start, size, rule in spans})
    starts, ends, rules = np.array(spans, np.int64).reshape(-1, 3).T
    found = counting.standing(Hits(starts, ends, np.zeros_like(starts), rules), Ruled(ROWS))
    assert sorted(zip(found.starts.tolist(), found.ends.tolist(), found.rules.tolist(), strict=True)) == plainly(spans)


@pytest.mark.parametrize("wide", [1, 1 << 40])
def test_the_order_is_that_of_the_columns_however_wide(wide):
    columns = [np.array([3, 1, 1, 2]), np.array([0, wide, -wide, 5]), np.array([1, 0, 1, 0]) * wide]
    assert counting.ordered(*columns).tolist() == sorted(
        range(4), key=lambda at: [int(column[at]) for column in columns]
    )


def test_nothing_is_in_order_too():
    none = np.zeros(0, np.int64)
    assert counting.ordered(none, none).tolist() == []
    assert len(counting.standing(Hits(none, none, none, none), Ruled(ROWS)).starts) == 0
