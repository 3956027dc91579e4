"""Figure of how each article stands to what it tells: a strip for each, its parts as wide as their shares."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.figures.canvas import INK, axes, evidence, opens, rows, styled
from analysis.language import say, word
from analysis.reserves import ATTRIBUTED, CLAIMED, DENIED, DOUBTED, STATED, STATUSES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TONES = {STATED: "#ffffff", ATTRIBUTED: "#d5e3e8", CLAIMED: "#8fb4c1", DOUBTED: "#1f6f8b", DENIED: "#1a1a1a"}
LIGHT = (STATED, ATTRIBUTED, CLAIMED)
"""Tones on which ink can be read; on the others it is white."""
NARROW = 0.035
"""A part narrower than this share of the strip has no room for its number."""


@styled
def distance_strips(table: pd.DataFrame) -> "Axes":
    """One strip per article, from stated to denied; the first strip names the tones. The number is that of units.

    `table` is `distance.by_source`: the statuses of an article in their order. An article without a unit has no strip.
    """
    sources = list(dict.fromkeys(table["source"]))
    ax = axes(len(sources) + 1, each=0.28)
    for place, status in enumerate(STATUSES):
        _part(ax, 0, place / len(STATUSES), 1 / len(STATUSES), status, word(status))
    left = dict.fromkeys(sources, 0.0)
    for row in table.to_dict("records"):
        if row["of"]:
            number = str(row["units"]) if row["share"] >= NARROW else ""
            place = 1 + sources.index(row["source"])
            _part(ax, place, left[row["source"]], row["share"], row["label"], number)
            _link(ax, row, place, left[row["source"]])
            left[row["source"]] += row["share"]
    for source, of in dict(zip(table["source"], table["of"], strict=True)).items():
        ax.annotate(
            say("of {of}", of=of), (1.0, 1 + sources.index(source)), (6, 0), textcoords="offset points", va="center"
        )
    ax.set_xlim(0, 1)
    ax.set_xticks([])
    ax.set_xlabel(say("share of sentences and headings"))
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    return rows(ax, ["", *sources])


def _part(ax: "Axes", place: int, left: float, width: float, status: str, text: str) -> None:
    if width:
        ax.barh(place, width, left=left, height=0.72, color=TONES[status], edgecolor=INK, linewidth=0.6)
    ink = INK if status in LIGHT else "#ffffff"
    ax.text(left + width / 2, place, text, ha="center", va="center", fontsize=7.5, color=ink)


def _link(ax: "Axes", row: dict, place: int, left: float) -> None:
    if row["units"]:
        values = {"source": row["source"], "label": word(row["label"]), "count": row["units"], "of": row["of"]}
        says = say("{source}, {label}: {count} of {of}", **values)
        box = (left, place - 0.45, left + row["share"], place + 0.45)
        opens(ax, box, evidence(row, "layer", "label", "source"), says)
