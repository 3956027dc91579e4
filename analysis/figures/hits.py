"""The parts of a drawing that open what they count: remembered while it is drawn, written as links into its SVG."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis import tables
from analysis.figures.visible import one_line

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

LEAST = 12.0
"""How wide and high a part that opens something is made where there is room for it, in points: 16 pixels."""
LONGEST = 160
"""Letters of what a part says."""
_TOUCH = 0.01
Place = tuple[float, float] | tuple[float, float, float, float]


class Hit(NamedTuple):
    """A part that opens something: points or boxes in the units of its axes, or what is drawn, and what it says."""

    ax: "Axes"
    places: "tuple[Place | Artist, ...]"
    around: float
    anchor: str
    says: str


class Rect(NamedTuple):
    """A rectangle of the drawing, in points from its upper left corner."""

    x0: float
    y0: float
    x1: float
    y1: float


def evidence(row: Mapping[Any, Any], *columns: str) -> str:
    """The anchor of the evidence of a row by the values of these columns; empty where it lacks one."""
    values = [str(row.get(column, "")) for column in columns]
    return tables.anchor(*values) if all(values) else ""


def article(source: str) -> str:
    """The anchor of an article itself, by its mark."""
    return "article-" + re.sub(r"\W+", "-", source)


def opens(ax: "Axes", place: "Place | Artist", anchor: str, says: str, *more: Any, around: float = 0.0) -> None:
    """Remember that this part of the drawing opens `anchor`; `says` is its name for who does not see it.

    `place` is a point (x, y) or a box (x0, y0, x1, y1) in the units of the axes, or what was drawn, such as a text;
    `more` are further places of the same part. `around` adds so many points on each side. Without an anchor nothing is
    opened.
    """
    says = one_line(says)[:LONGEST]
    if anchor:
        vars(ax.figure).setdefault("_hits", []).append(Hit(ax, (place, *more), around, anchor, says))


def hits(figure: Any) -> list[Hit]:
    """What the figure's parts open."""
    return list(vars(figure).get("_hits", []))


def rectangles(found: Sequence[Hit]) -> list[list[Rect]]:
    """Where the parts lie once the figure is laid out, each as large as a finger needs where no other is in its way."""
    import numpy as np

    own = [[_rectangle(hit, place) for place in hit.places] for hit in found]
    every = np.array([rect for rects in own for rect in rects], dtype="float64").reshape(-1, 4)
    return [[_grown(rect, every) for rect in rects] for rects in own]


def links(figure: Any) -> str:
    """The parts as SVG links, in the order in which they were drawn."""
    found, dpi = hits(figure), figure.dpi
    figure.set_dpi(72)  # what drew the SVG last measures letters in points, whatever the figure's own measure is
    try:
        return "".join(_link(hit, rects) for hit, rects in zip(found, rectangles(found), strict=True))
    finally:
        figure.set_dpi(dpi)


def _rectangle(hit: Hit, place: "Place | Artist") -> Rect:
    figure: Any = hit.ax.figure
    scale = 72 / figure.dpi
    width, height = (72 * float(side) for side in figure.get_size_inches())
    if isinstance(place, tuple):
        corners = hit.ax.transData.transform([place[:2], place[-2:]]) * scale
    else:
        corners = place.get_window_extent().get_points() * scale
    (left, right), (low, high) = sorted(corners[:, 0]), sorted(corners[:, 1])
    more = hit.around
    across = max(left - more, 0.0), min(right + more, width)
    return Rect(across[0], max(height - high - more, 0.0), across[1], min(height - low + more, height))


def _grown(rect: Rect, every: Any) -> Rect:
    """Wide enough, then high enough, each unless it would cover another part that it does not cover now."""
    across, down = max(0.0, LEAST - rect.x1 + rect.x0) / 2, max(0.0, LEAST - rect.y1 + rect.y0) / 2
    for wider, higher in ((across, 0.0), (0.0, down)):
        larger = Rect(rect.x0 - wider, rect.y0 - higher, rect.x1 + wider, rect.y1 + higher)
        if larger != rect and not (_meeting(larger, every) & ~_meeting(rect, every)).any():
            rect = larger
    return rect


def _meeting(rect: Rect, every: Any) -> Any:
    """Which of the rectangles it covers a part of."""
    left, top, right, bottom = every.T
    across = (right.clip(max=rect.x1) - left.clip(min=rect.x0)) > _TOUCH
    return across & ((bottom.clip(max=rect.y1) - top.clip(min=rect.y0)) > _TOUCH)


def _link(hit: Hit, rects: Sequence[Rect]) -> str:
    shapes = "".join(
        f'<rect class="hit" x="{rect.x0:.1f}" y="{rect.y0:.1f}" width="{rect.x1 - rect.x0:.1f}" '
        f'height="{rect.y1 - rect.y0:.1f}" fill="none" pointer-events="all"/>'
        for rect in rects
    )
    return f'<a class="hit" href="#{escape(hit.anchor)}" aria-label="{escape(hit.says)}">{shapes}</a>\n'
