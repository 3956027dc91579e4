"""How wide the columns of a printed table are: words whole, numbers on one line, the rest shared by what is in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.briefing.grid import Cell
from analysis.briefing.tree import Node

UPRIGHT, LANDSCAPE = 459.0, 716.0
"""How wide a table may be on an upright page and on a landscape one, in points."""
SIZES = (9.0, 8.2, 7.6)
"""Sizes of letters to try, in points."""
LONGEST = 20
"""A word of more letters may be broken."""
GAP = {9.0: 11.0, 8.2: 8.0, 7.6: 6.0}
"""What stands between two columns, by size."""
_NARROW, _WIDE = frozenset("iljtfrI.,;:!|'’()[]- \u202f"), frozenset("mwMWOQGDHNUAKRVXY%@…—●→❝")


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
    extra = [*marks, *[0.0] * columns]
    least = [0.0] * columns
    most = [0.0] * columns
    for row in [*head, *body]:
        for column, cell in enumerate(row):
            if cell.element is None or cell.across > 1:
                continue
            number = cell.element.has("num")
            shown = _shown(cell.element)
            least[column] = max(least[column], _width(shown) if number else _longest(shown))
            most[column] = max(most[column], _width(shown))
    least, most = ([one + more for one, more in zip(side, extra, strict=False)] for side in (least, most))
    for room, landscape in ((UPRIGHT, False), (LANDSCAPE, True)):
        for size in SIZES:
            if (sum(least) * size + GAP[size] * (columns - 1)) <= room and (landscape or _pleasant(least, most, size)):
                return Layout(_shared(least, most, size, room), size, landscape)
    return Layout(_shared(least, most, SIZES[-1], LANDSCAPE), SIZES[-1], True)


def _shown(node: Node) -> str:
    """The words of a cell that are printed."""
    if isinstance(node, str):
        return " ".join(node.split()) if node.strip() else node[:1]
    silent = node.tag == "svg" or node.has("aloud") or node.has("footnote-ref")
    return "" if silent else "".join(map(_shown, node.children))


def _pleasant(least: list[float], most: list[float], size: float) -> bool:
    """Whether no cell would become a tower of words: over nine lines on the average of the columns that wrap."""
    room = UPRIGHT - GAP[size] * (len(least) - 1)
    return sum(most) * size <= 9 * room


def _shared(least: list[float], most: list[float], size: float, room: float) -> list[float]:
    """What is left after the least goes to the columns that want more, by how much more."""
    gap = GAP[size]
    room -= gap * (len(least) - 1)
    wanted = [high - low for low, high in zip(least, most, strict=True)]
    left = room - sum(least) * size
    share = min(1.0, max(0.0, left / (sum(wanted) * size))) if sum(wanted) else 0.0
    if left < 0:
        return [room * low / sum(least) + gap for low in least]
    return [(low + want * share) * size + gap for low, want in zip(least, wanted, strict=True)]


def _longest(said: str) -> float:
    return max((_width(word[:LONGEST]) for word in said.split()), default=0.0)


def _width(said: str) -> float:
    """The width of a line in units of its size, as the serif of the PDF has it, or a little more."""
    return 0.15 + sum(0.31 if one in _NARROW else 0.78 if one in _WIDE else 0.51 for one in said)
