"""Quotation marks: paired, nested, left open."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pieces import PIECES

from analysis import lines, marks


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_quotations_begin_and_end_with_a_mark_and_never_overlap(text: str) -> None:
    found = marks.quotations(text, lines.paragraphs(text))
    assert all(text[start] in '«“”"„' and text[end - 1] in '»“”"' for start, end in found)
    assert all(former[1] <= later[0] for former, later in pairwise(found))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il dit « oui » et « non ».", ["« oui »", "« non »"]),
        ("« Elle a dit “oui” », note-t-il.", ["« Elle a dit “oui” »"]),
        ("« Il dit « oui » », note-t-elle.", ["« Il dit « oui » »"]),
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("“Yes,” he said. “No.”", ["“Yes,”", "“No.”"]),
        ('He said “yes" and left.', ['“yes"']),
        ('The board is 12" wide and 3" thick.', []),
        ("« Il part.\n« Il revient. »", ["« Il part.\n« Il revient. »"]),
        ("« Il part. Elle reste.", []),
    ],
)
def test_quotations(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in marks.quotations(text, lines.paragraphs(text))] == found


def test_marks_that_never_close_take_no_time() -> None:
    text = "“a " * 100_000
    assert marks.quotations(text, lines.paragraphs(text)) == []
