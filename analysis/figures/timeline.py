"""A timeline: events from the top down, each with its date, its words and the articles that tell it."""

import textwrap
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.figures.canvas import ACCENT, FAINT, INK, axes, evidence, opens, styled, visible
from analysis.language import many, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LINE, WORDS, SOURCES = 0.185, 0.21, 0.82
"""Where across the drawing the line stands, where the words begin, and where the articles do."""
LETTERS, LINES = 62, 2
"""How many letters of an event's words stand on a line, and on how many lines."""
LISTED = 20
"""How many letters the labels of articles may have; longer lists become a count."""
_MARKS = {"past": "o", "planned": "o", "was planned": "X"}


@styled
def timeline(events: pd.DataFrame) -> "Axes":
    """One row per event, in the order of the table; the distances are not to scale, and a broken line says so.

    A full disc is past, a ring planned, a cross had been planned; the largest ones are of the main event's day. ≠ marks
    dates that differ. `gap`, the years between two rows, breaks the line.
    """
    ax = axes(len(events) + 1, each=0.4)
    records = events.to_dict("records")
    for place, row in enumerate(records):
        _link(ax, place, row["gap"])
        _mark(ax, place, row)
        _write(ax, place, row)
        says = say("{when}, told by {sources}", when=row["when"], sources=_sources(row))
        opens(ax, (0, place - 0.48, 1, place + 0.48), evidence(row, "layer", "event"), says)
    ax.text(SOURCES, -0.9, say("told by"), va="center", fontsize=7.5, style="italic")
    ax.set_xlim(0, 1)
    ax.set_ylim(max(len(records), 1) - 0.4, -1.2)
    ax.set_xlabel(say("in order of time, from the top down; distances are not to scale"), fontsize=7.5)
    ax.set_xticks([])
    ax.set_yticks([])
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    return ax


def _link(ax: "Axes", place: int, gap: str) -> None:
    """The line from the row before; broken where years lie between."""
    if not place:
        return
    if not gap:
        ax.plot([LINE, LINE], [place - 1, place], color=FAINT, linewidth=1.2, zorder=0)
        return
    ax.plot([LINE, LINE], [place - 1, place - 0.66], color=FAINT, linewidth=1.2, zorder=0)
    ax.plot([LINE, LINE], [place - 0.34, place], color=FAINT, linewidth=1.2, zorder=0)
    ax.text(LINE, place - 0.5, f"⋯ {_years(gap)}", ha="center", va="center", fontsize=6.5, style="italic")


def _years(gap: str) -> str:
    count = gap.split()[0]
    return many(int(count), "{n} year", "{n} years") if count.isdecimal() else gap


def _mark(ax: "Axes", place: int, row: dict[Any, Any]) -> None:
    size = 70 if row["place"] == "at" else 34
    full = row["status"] == "past"
    ax.scatter(
        LINE,
        place,
        s=size,
        marker=_MARKS.get(row["status"], "o"),
        facecolor=ACCENT if full else "white",
        edgecolor=FAINT if row["background"] else INK if not full else ACCENT,
        linewidths=1.1,
        zorder=2,
    )


def _write(ax: "Axes", place: int, row: dict[Any, Any]) -> None:
    """The date, the words and the articles of a row; what is background stands in italics."""
    style = "italic" if row["background"] else "normal"
    when = f"{row['when']} ≠" if row["differing"] else row["when"]
    ax.text(LINE - 0.022, place, _wrapped(when, 20), ha="right", va="center", fontsize=7.5, style=style)
    ax.text(WORDS, place, _wrapped(row["what"], LETTERS), va="center", fontsize=7.5, style=style)
    ax.text(SOURCES, place, _wrapped(_sources(row), LISTED), va="center", fontsize=7.5)


def _sources(row: dict[Any, Any]) -> str:
    names = str(row["sources"])
    return (
        names
        if len(names) <= LISTED * LINES
        else many(int(row["articles"]), "{n} of {of} articles", "{n} of {of} articles", of=int(row["of"]))
    )


def _wrapped(text: str, width: int) -> str:
    """The text on as many lines as a row has room for; more of it is cut."""
    words = visible(" ".join(str(text).split()))
    return "\n".join(textwrap.wrap(words, width, max_lines=LINES, placeholder=" …"))
