"""What of an article is near something: marks and spans between two places."""

import pytest

from analysis.articles import LONGEST, Mark, between, is_within, outermost, overlapping

FIRST, INNER, LAST = Mark(2, 9, "media"), Mark(4, 6, "agency"), Mark(12, 15, "expert")
MARKS = [FIRST, INNER, LAST]


@pytest.mark.parametrize(
    ("start", "end", "found", "why"),
    [
        (0, 2, [], "nothing begins before the end"),
        (2, 5, [FIRST, INNER], "a mark that begins at the start counts"),
        (5, 12, [], "a mark that began before does not, and one at the end neither"),
        (5, 13, [LAST], "one that begins before the end does"),
    ],
)
def test_marks_that_begin_between_two_places(start, end, found, why):
    assert between(MARKS, start, end) == found, why


@pytest.mark.parametrize(
    ("start", "end", "found", "why"),
    [
        (0, 2, [], "they only touch"),
        (7, 12, [FIRST], "the longer mark reaches in, the one inside of it does not"),
        (5, 13, MARKS, "each lies there in part"),
        (15, 20, [], "the last ends where this begins"),
    ],
)
def test_marks_that_lie_between_two_places_in_part(start, end, found, why):
    assert overlapping(MARKS, start, end) == found, why


def test_the_longest_mark_is_seen_from_its_end():
    long = Mark(0, LONGEST, "media")
    assert overlapping([long], LONGEST - 1, LONGEST + 5) == [long]


def test_only_marks_inside_no_longer_one_are_outermost():
    same = Mark(2, 9, "state media")
    assert outermost([LAST, INNER, FIRST, same]) == [FIRST, same, LAST]


@pytest.mark.parametrize(("start", "end", "within"), [(0, 3, False), (2, 4, True), (9, 12, False), (11, 14, True)])
def test_whether_something_lies_inside_a_span(start, end, within):
    assert is_within([(3, 9), (12, 20)], start, end) is within
    assert not is_within([], start, end)
