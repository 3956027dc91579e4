"""Figures of discrepancies: the values that articles give, side by side."""

import textwrap
from typing import TYPE_CHECKING

import pandas as pd

from analysis.discrepancies.views import matter
from analysis.figures.canvas import ACCENT, FAINT, axes, cut, evidence, opens, rows, styled, visible
from analysis.language import say
from analysis.valued import valued

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TONES = ("#ffffff", "#dfe9ec", "#b9d0d8", "#8fb4c1", "#c9c6bf")
"""The tone of the value that most articles give, and of those that fewer do; the last for all further ones."""
LEGIBLE = 8
"""With more articles than so many, their names stand upright."""
MOST_WRITTEN = 12
"""With more articles than these no words fit into the cells: tones alone tell who differs."""


@styled
def discrepancy_strips(strips: pd.DataFrame) -> "Axes":
    """One line per discrepancy, one column per article: the value it gives; the same values of a line have one tone.

    White is what most articles give, or one of equals. An article that says nothing on the matter has an empty place.
    """
    names, sources = list(dict.fromkeys(strips["row"])), dict(zip(strips["column"], strips["source"], strict=True))
    ax = axes(len(names), each=0.34, columns=len(sources))
    letters = max(3, 80 // max(len(sources), 1))
    for row in strips.to_dict("records"):
        x, y = row["column"], names.index(row["row"])
        tone = TONES[min(row["tone"], len(TONES) - 1)]
        ax.barh(
            y, 0.94, left=x - 0.47, height=0.78, color=tone, edgecolor=ACCENT if row["tone"] else FAINT, linewidth=0.7
        )
        value = valued(str(row.get("kind", "")), str(row["value"]))
        if len(sources) <= MOST_WRITTEN:
            ax.text(x, y, _lines(value, letters), ha="center", va="center", fontsize=6.5, linespacing=1.05)
        says = say("{source}, {label}: {words}", source=row["source"], label=row.get("label", ""), words=value)
        opens(ax, (x - 0.5, y - 0.45, x + 0.5, y + 0.45), evidence(row, "layer", "label", "source"), says)
    ax.set_xlim(-0.5, max(len(sources), 1) - 0.5)
    turned = len(sources) > LEGIBLE
    ax.set_xticks(list(sources), [cut(name) for name in sources.values()], rotation=90 if turned else 0)
    ax.tick_params(axis="x", length=0)
    ax.xaxis.tick_top()
    for side in ax.spines.values():
        side.set_visible(False)
    said = {row["row"]: matter(row) for row in strips.to_dict("records")}
    return rows(ax, [_short(said[name], 30) for name in names])


def _lines(text: str, letters: int) -> str:
    """The text on two lines at most, each of so many letters."""
    plain = " ".join(visible(text[:400]).split())
    return "\n".join(textwrap.wrap(plain, letters, max_lines=2, placeholder="…")) or plain[:letters]


def _short(text: str, letters: int) -> str:
    plain = " ".join(visible(text).split())
    return plain if len(plain) <= letters else plain[: letters - 1] + "…"
