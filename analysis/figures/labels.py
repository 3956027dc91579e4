"""Where the words of a drawing can stand without covering one another: one after the other, the first free place."""

from collections.abc import Sequence
from typing import NamedTuple

LETTER, BOLD, LINE = 0.62, 0.78, 1.3
"""How wide a letter is, and a bold capital, and how high a line, in the size of the type (DejaVu Sans, about)."""
_WAYS = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
_STEPS = (5, 9, 14, 20, 28, 38, 50, 64)


class Box(NamedTuple):
    """A stretch of the drawing, in points."""

    left: float
    bottom: float
    right: float
    top: float


class Label(NamedTuple):
    """Words beside a point, both in points: what, the point, the size of the type, how wide a letter is in it."""

    text: str
    x: float
    y: float
    size: float
    letter: float = LETTER


def placed(labels: Sequence[Label], taken: Sequence[Box], frame: Box) -> list[Box]:
    """A box for each label near its point, in the order given: free of `taken`, of those before it, and in the frame.

    Places away from the middle of the frame are tried first, near ones before far ones. Where all is taken it is the
    place where least is covered.
    """
    full, found = list(taken), []
    for label in labels:
        choices = [_beside(label, way, step) for step in _STEPS for way in _ways(label, frame)]
        best = min(range(len(choices)), key=lambda at: (round(_covered(choices[at], full, frame), 3), at))
        full.append(choices[best])
        found.append(choices[best])
    return found


def around(x: float, y: float, radius: float) -> Box:
    """The box round a point."""
    return Box(x - radius, y - radius, x + radius, y + radius)


def _ways(label: Label, frame: Box) -> list[tuple[int, int]]:
    """The eight directions, outward first."""
    out = label.x - (frame.left + frame.right) / 2, label.y - (frame.bottom + frame.top) / 2

    def outward(way: tuple[int, int]) -> int:
        return -round((way[0] * out[0] + way[1] * out[1]) / (way[0] ** 2 + way[1] ** 2) ** 0.5)

    return sorted(_WAYS, key=outward)


def _beside(label: Label, way: tuple[int, int], step: float) -> Box:
    width, height = label.letter * label.size * len(label.text), LINE * label.size
    x = label.x + way[0] * (step + width / 2)
    y = label.y + way[1] * (step + height / 2)
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _covered(box: Box, taken: Sequence[Box], frame: Box) -> float:
    """How much of the box lies on others or outside of the frame."""
    whole = (box.right - box.left) * (box.top - box.bottom)
    return sum(_common(box, other) for other in taken) + 4 * (whole - _common(box, frame))


def _common(one: Box, two: Box) -> float:
    width = min(one.right, two.right) - max(one.left, two.left)
    height = min(one.top, two.top) - max(one.bottom, two.bottom)
    return max(width, 0) * max(height, 0)
