"""A concordance on paper: one line an occurrence, as many whole words on either side of the match as fit."""

from collections.abc import Iterable
from dataclasses import replace

from analysis.briefing.grid import Cell
from analysis.briefing.tree import Element, text, words
from analysis.briefing.widths import UPRIGHT, Layout, width

SIZE = 8.0
MATCH = 110.0
"""The widest that the column of matches is, in points; longer ones have several lines."""
MOST = 200
"""More letters than fit on any line."""
_GAP = 8.0


def is_concordance(table: Element, columns: int) -> bool:
    """Whether the table is one: article, words before, match, words behind."""
    return table.has("concordance") and columns == 4


def columns(rows: Iterable[list[Cell]]) -> Layout:
    """The widths of its columns: what stands on either side of the match shares what is left."""
    cells = [[width(words(cell.element)) * SIZE if cell.element else 0.0 for cell in row] for row in rows]
    first = max((row[0] for row in cells if row), default=0.0) + _GAP
    match = min(MATCH, max((row[2] for row in cells if len(row) > 2), default=0.0)) + _GAP
    side = (UPRIGHT - first - match) / 2
    return Layout([first, side, match, side], SIZE)


def fitted(row: list[Cell], room: float) -> list[Cell]:
    """The row with no more words beside the match than stand on a line of that width."""
    if len(row) != 4 or any(cell.element is None for cell in row):
        return row
    before, behind = text(row[1].element or ""), text(row[3].element or "")
    kept = _last(before, room - _GAP), _first(behind, room - _GAP)
    return [row[0], _of(row[1], kept[0]), row[2], _of(row[3], kept[1])]


def _of(cell: Cell, said: str) -> Cell:
    return replace(cell, element=replace(cell.element, children=[said])) if cell.element else cell


def _first(said: str, room: float) -> str:
    """Its first whole words; the last of a context that is cut off at its edge may be half a word."""
    kept = said[:MOST]
    while kept and width(kept) * SIZE > room:
        kept = kept.rstrip().rpartition(" ")[0]
    return kept


def _last(said: str, room: float) -> str:
    kept = said[-MOST:]
    while kept and width(kept) * SIZE > room:
        kept = kept.lstrip().partition(" ")[2]
    return kept
