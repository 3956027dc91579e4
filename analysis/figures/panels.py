"""Small multiples: a panel for each topic or frame, side by side, in which each source has its row.

All panels have one scale and the sources stand in one order, so that a column is read down and a row across.
"""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from analysis.figures.canvas import ACCENT, FAINT, INK, axes, cut, evidence, opens, styled
from analysis.language import say, word

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BAND, ROOM, NARROW = 4, 0.8, 0.66
"""How many panels stand side by side, and how much of its width each draws on, of a few and of many in a band: beside
that stands the number."""
FEW = 8
"""With more sources than these more panels stand side by side, their heads aslant."""
HEAD = 1.6
"""How many rows the heads of a band take."""


class Panel(NamedTuple):
    """Where a panel begins, across and down, in panels and rows, and how wide it draws."""

    left: float
    top: float
    room: float


@styled
def profile(where: pd.DataFrame) -> "Axes":
    """A panel for each topic: a line for each source, from its beginning to its end, a block where the topic stands.

    `where` is `topics.profile`. The number at the end of a line is that of its sentences on the topic; the line opens
    them, and the topic's name those of all articles.
    """
    labels, sources = _names(where, "label"), _names(where, "source")
    ax, panels = _panels(labels, sources, 4)
    for (label, source), own in where.groupby(["label", "source"], sort=False):
        left, top, room = panels[str(label)]
        y, held = top + sources.index(str(source)), own[own["held"]]
        ax.barh(y, room, left=left, height=0.5, color="none", edgecolor=FAINT, linewidth=0.6)
        across = left + room * held["start"]
        ax.barh([y] * len(held), room * (held["end"] - held["start"]), left=across, height=0.5, color=ACCENT)
        _number(ax, len(held), left + room, y)
        if len(held):
            values = {"source": source, "label": word(str(label)), "count": len(held), "of": len(own)}
            _opens(ax, held.iloc[0].to_dict(), panels[str(label)], y, values)
    _heads(ax, where, panels, "held")
    return ax


@styled
def frames(measure: pd.DataFrame) -> "Axes":
    """A panel for each frame: the share of each source as a dot with its interval, and its count beside it.

    All panels run from 0 to the same share, which stands below. A source without the frame has a small cross.
    """
    labels, sources = _names(measure, "label"), _names(measure, "source")
    ax, panels = _panels(labels, sources, 8)
    most = _most(measure)
    for row in measure.to_dict("records"):
        left, top, room = panels[row["label"]]
        y = top + sources.index(row["source"])
        ax.hlines(y, left, left + room, color=FAINT, linewidth=0.5, zorder=0)
        if not row["of"]:
            continue
        if not row["units"]:
            ax.scatter(left, y, s=10, marker="x", color=FAINT, linewidths=1)
            continue
        low, share, high = (left + room * min(row[end] / most, 1) for end in ("low", "share", "high"))
        ax.hlines(y, low, high, color=ACCENT, linewidth=1.4)
        ax.plot(share, y, "o", color=ACCENT, markersize=4.5)
        _number(ax, row["units"], left + room, y)
        values = {"source": row["source"], "label": word(row["label"]), "count": row["units"], "of": row["of"]}
        _opens(ax, row, panels[row["label"]], y, values)
    _heads(ax, measure, panels, "units")
    if labels:
        percent = f"{100 * most:.0f}\u00a0%"
        ax.set_xlabel(say("each column: share of sentences, from 0 to {share}", share=percent), fontsize=7.5)
    return ax


def _names(table: pd.DataFrame, column: str) -> list[str]:
    return [str(name) for name in dict.fromkeys(table[column])]


def _most(measure: pd.DataFrame) -> float:
    """The share at which the panels end: the highest of an interval, up to the next quarter."""
    told = measure.loc[measure["units"] > 0, "high"]
    return min(1.0, -(-float(told.max()) // 0.25) * 0.25) if len(told) else 1.0


def _panels(labels: Sequence[str], sources: Sequence[str], most: int) -> "tuple[Axes, dict[str, Panel]]":
    """Axes with a row for each source in each band of panels, and where each panel is."""
    wide = BAND if len(sources) <= FEW else most
    high = len(sources) + HEAD + (1.4 if wide > BAND else 0)
    room = ROOM if wide == BAND else NARROW
    panels = {name: Panel(place % wide, place // wide * high, room) for place, name in enumerate(labels)}
    bands = len({panel.top for panel in panels.values()})
    ax = axes(math.ceil(bands * high), each=0.22 if len(sources) <= FEW else 0.17)
    places = [band * high + row for band in range(bands) for row in range(len(sources))]
    ax.set_yticks(places, [cut(name, 16) for name in sources] * bands)
    ax.set_ylim((max(bands, 1) - 1) * high + len(sources) - 0.4, len(sources) - high)
    ax.set_xlim(-0.03, max(min(wide, len(labels)), 1) - 1 + room + 0.12)
    ax.set_xticks([])
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    return ax, panels


def _heads(ax: "Axes", table: pd.DataFrame, panels: dict[str, Panel], counted: str) -> None:
    aslant = max((panel.left for panel in panels.values()), default=0) >= BAND
    for label, (left, top, _) in panels.items():
        turned: dict[str, Any] = {"rotation": 25, "ha": "left", "va": "bottom"} if aslant else {"va": "center"}
        look: dict[str, Any] = {"fontsize": 8, "fontweight": "bold", "color": INK}
        head = ax.text(left, top - 0.6 if aslant else top - 0.9, cut(word(label), 26), **look, **turned)
        own = table[table["label"] == label]
        if own[counted].any():
            opens(ax, head, evidence(own.iloc[0].to_dict(), "layer", "label"), word(label))


def _number(ax: "Axes", count: float, x: float, y: float) -> None:
    if count:
        ax.annotate(f"{count:.0f}", (x, y), (3, 0), textcoords="offset points", va="center", fontsize=7)


def _opens(ax: "Axes", row: dict, panel: Panel, y: float, values: dict[str, Any]) -> None:
    """The row of a panel opens its sentences."""
    says = say("{source}, {label}: {count} of {of}", **values)
    opens(
        ax,
        (panel.left, y - 0.48, panel.left + panel.room + 0.14, y + 0.48),
        evidence(row, "layer", "label", "source"),
        says,
    )
