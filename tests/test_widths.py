import pytest

from analysis.briefing.grid import grid
from analysis.briefing.sanitise import fragment
from analysis.briefing.tree import walk
from analysis.briefing.widths import LANDSCAPE, UPRIGHT, layout, width


def laid(*rows, kind=""):
    html = "".join(f"<tr>{''.join(f'<td{kind}>{cell}</td>' for cell in row)}</tr>" for row in rows)
    columns, head, body = grid(next(walk(fragment(f"<table>{html}</table>"))))
    return layout(columns, head, body)


def test_a_small_table_is_as_wide_as_its_words():
    made = laid(("a", "b"), ("c", "d"))
    assert (made.size, made.landscape) == (9.0, False)
    assert sum(made.columns) < 60


def test_long_words_and_numbers_stay_whole():
    made = laid(("mot " * 200, "anticonstitutionnel", "1 234 567"))
    assert made.columns[1] >= width("anticonstitutionnel") * made.size
    assert sum(made.columns) <= UPRIGHT + 1


def test_a_column_that_wants_little_has_it_and_a_long_one_gets_the_rest():
    made = laid(*(("sentences resampled", "yes", "une longue phrase " * 6) for _ in range(9)))
    assert made.columns[0] >= width("sentences resampled") * made.size
    assert made.columns[2] > 3 * made.columns[0]


def test_letters_grow_smaller_before_the_page_turns():
    assert laid(tuple("0123456789" for _ in range(7)), kind=' class="num"').size == 9.0
    smaller = laid(tuple("0123456789" for _ in range(10)), kind=' class="num"')
    assert (smaller.size < 9, smaller.landscape) == (True, False)
    turned = laid(tuple("0123456789" for _ in range(14)), kind=' class="num"')
    assert (turned.landscape, sum(turned.columns) <= LANDSCAPE + 1) == (True, True)


@pytest.mark.parametrize("columns", [40, 60])
def test_too_many_columns_share_the_page(columns):
    made = laid(tuple("colonne" for _ in range(columns)))
    assert sum(made.columns) == pytest.approx(LANDSCAPE, abs=1)
    assert min(made.columns) > 0


def test_empty_cells_and_spans_are_no_trouble():
    assert laid(("", "")).columns
    assert len(laid(("a", "b", "c")).columns) == 3
