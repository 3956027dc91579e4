"""How wide the columns of a printed table are: words whole, numbers on one line, the rest shared by what is in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from analysis.briefing.grid import Cell
from analysis.briefing.tree import Node

UPRIGHT, LANDSCAPE = 459.0, 716.0
"""How wide a table may be on an upright page and on a landscape one, in points."""
SIZES = (9.0, 8.2, 7.6)
"""Sizes of letters to try, in points."""
LONGEST = 20
"""A word of more letters may be broken."""
MANY, TALL = 6, 14
"""A table of so many columns with rows of more lines than that is better on a landscape page."""
ROWS = 60
"""How many rows say how wide the columns should be."""
RAGGED = 1.06
"""Lines are not full: so much more they take."""
TOUCH = 1e-6
"""What a width may miss by and still be enough."""
GAP = {9.0: 11.0, 8.2: 8.0, 7.6: 6.0}
"""What stands between two columns, by size."""
_LETTERS = {
    0.25: " \u00a0\u202f',.:;|·",
    0.33: '!"()-/IJ[]fijltîï’‘',
    0.43: "?*`cerszçèéêë“”",
    0.58: "BCEFKLPRSTYZ+<=>%ÉÈÊÇ",
    0.7: "ADGHNOQUVXw&ÀÂÔÎ",
    0.84: "MmWœ@ŒÆ…—→●❝",
}
"""The width of letters in units of their size, as the serif of the PDF has them; of all others it is about a half."""
_WIDTH = {letter: width for width, letters in _LETTERS.items() for letter in letters}


@dataclass(frozen=True)
class Layout:
    """A table's columns in points, the size of its letters, whether it needs a landscape page."""

    columns: list[float]
    size: float
    landscape: bool = False


def layout(columns: int, head: list[list[Cell]], body: list[list[Cell]], marks: Sequence[float] = ()) -> Layout:
    """Upright in the largest size in which every column holds its longest word, else landscape.

    `marks` says how many letters' width the numbers of evidence add to each column.
    """
    extra = [*marks, *[0.0] * columns][:columns]
    least = list(extra)
    lines = []
    for row in [*head, *body]:
        wanted = [0.0] * columns
        for column, cell in enumerate(row):
            if cell.element is not None and cell.across == 1:
                shown = _shown(cell.element)
                wanted[column] = width(shown) + extra[column]
                whole = cell.element.has("num") and cell.element.attrs.get("scope") != "col"
                longest = wanted[column] if whole else _longest(shown) + extra[column]
                least[column] = max(least[column], longest)
        lines.append(wanted)
    for room, landscape in ((UPRIGHT, False), (LANDSCAPE, True)):
        fitting = [size for size in SIZES if _fits(least, lines, size, room, landscape)]
        if fitting:
            return _lowest(least, lines, fitting, room, landscape)
    return _lowest(least, lines, SIZES[-1:], LANDSCAPE, True)


def _fits(least: list[float], lines: list[list[float]], size: float, room: float, landscape: bool) -> bool:
    free = room - GAP[size] * (len(least) - 1)
    if sum(least) * size > free:
        return False
    return landscape or len(least) < MANY or max((sum(each) for each in lines), default=0) * size <= TALL * free


def _lowest(
    least: list[float], lines: list[list[float]], sizes: Sequence[float], room: float, landscape: bool
) -> Layout:
    """The table in the largest of these sizes in which it is not much higher than in a smaller one."""
    made: list[tuple[float, Layout]] = []
    for size in sizes if len(least) >= MANY else sizes[:1]:
        columns = _spread(least, lines, size, room - GAP[size] * (len(least) - 1))
        bare = _apart(columns, -GAP[size])
        height = sum(max(_rows(each, size, bare)) for each in lines[:ROWS]) * size
        made.append((height, Layout(columns, size, landscape)))
    lowest = min(height for height, _ in made)
    return next(layout for height, layout in made if height <= lowest * 1.3)


def _rows(wanted: list[float], size: float, columns: list[float]) -> list[int]:
    """How many lines each cell of a row has."""
    return [ceil(each * size * RAGGED / max(width, 1) - TOUCH) for each, width in zip(wanted, columns, strict=True)]


def _spread(least: list[float], lines: list[list[float]], size: float, room: float) -> list[float]:
    """Widths in points: what is left after the least goes, step by step, where it makes the table lowest."""
    import numpy as np

    gap = GAP[size]
    if sum(least) * size >= room:
        return _apart([room * low / sum(least) for low in least], gap)
    wanted = np.array(lines[:ROWS], dtype="float64") * size
    widths = np.array(least) * size
    most = wanted.max(axis=0)
    while (left := room - widths.sum()) > 1:
        counts = np.ceil(wanted / np.maximum(widths, 1) * RAGGED - TOUCH)
        others = [np.delete(counts, column, axis=1).max(axis=1, initial=1) for column in range(len(widths))]
        best, chosen, step = 0.0, -1, 0.0
        for column in np.flatnonzero(most * RAGGED > widths):
            for more in {
                min(left, given) for given in (6.0, 14.0, 30.0, 60.0, 120.0, most[column] * RAGGED - widths[column])
            }:
                lower = np.maximum(
                    others[column], np.ceil(wanted[:, column] / (widths[column] + more) * RAGGED - TOUCH)
                )
                gain = (np.maximum(others[column], counts[:, column]) - lower).sum() / more
                if (gain, -column, -more) > (best, -chosen, -step) and gain > 0:
                    best, chosen, step = gain, int(column), more
        if chosen < 0:
            break
        widths[chosen] += step
    return _apart(_filled(widths, most * RAGGED, room), gap)


def _apart(widths: list[float], gap: float) -> list[float]:
    """The widths with half a gap on each side of a column but at the table's edges."""
    last = len(widths) - 1
    return [width + gap - gap / 2 * ((place == 0) + (place == last)) for place, width in enumerate(widths)]


def _filled(widths: Any, most: Any, room: float) -> list[float]:
    """What is still left goes evenly to the columns that wrap: letters may be wider than we think."""
    filled = [float(width) for width in widths]
    waiting = sorted(
        (column for column in range(len(filled)) if most[column] > filled[column]),
        key=lambda c: (most[c] - filled[c], c),
    )
    for count, column in enumerate(waiting):
        left = room - sum(filled)
        filled[column] += max(0.0, min(float(most[column]) - filled[column], left / (len(waiting) - count)))
    return filled


def _shown(node: Node) -> str:
    """The words of a cell that are printed."""
    if isinstance(node, str):
        return " ".join(node.split()) if node.strip() else node[:1]
    silent = node.tag == "svg" or node.has("aloud") or node.has("footnote-ref")
    frame = "n" if node.has("source") else ""
    return "" if silent else frame + "".join(map(_shown, node.children))


def _longest(said: str) -> float:
    return max((width(word[:LONGEST]) for word in said.split()), default=0.0)


def width(said: str) -> float:
    """The width of a line in units of its size."""
    return 0.1 + sum(_WIDTH.get(letter, 0.51) for letter in said)
