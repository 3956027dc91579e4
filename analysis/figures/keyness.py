"""Figure of the words that set an article apart: how strongly against how frequent."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.figures.canvas import ACCENT, FAINT, INK, axes, cut, decimals, evidence, opens, styled
from analysis.language import decimal, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

RANKED = "a rank, no finding"


@styled
def keyness(table: pd.DataFrame) -> "Axes":
    """A dot for each word: z against its frequency; the words that are `named` stand at the right, findings filled.

    `table` is `distinctive.plotted`, highest z first.
    """
    from matplotlib.ticker import LogLocator, MaxNLocator, NullFormatter

    named = [row for row in table.to_dict("records") if row["named"]]
    ax = axes(max(9, len(named)))
    ax.axhline(0, color=FAINT, linewidth=0.8, zorder=0)
    ax.scatter(table["often"], table["z"], s=9, color=FAINT, linewidths=0)
    ax.set_xscale("log")
    ax.xaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    ax.xaxis.set_major_formatter(lambda value, _: decimal(value, max(0, len(f"{value:g}".partition(".")[2]))))
    ax.xaxis.set_minor_formatter(NullFormatter())
    ax.set_xlabel(say("occurrences in 1,000 words of all articles compared"))
    ax.set_ylabel(say("z, against general language"))
    ax.yaxis.set_major_locator(MaxNLocator(6, integer=True))
    decimals(ax.yaxis, 0)
    low, high = ax.get_ylim()
    for place, row in enumerate(named):
        height = high - (place + 0.5) * (high - low) / max(len(named), 9)
        filled = row["reading"] != RANKED
        ax.plot(
            row["often"], row["z"], "o", color=ACCENT if filled else "white", markeredgecolor=ACCENT, markersize=4.5
        )
        counts = {"count": row["count"], "elsewhere": row["elsewhere"]}
        says = say("{word} {count}, elsewhere {elsewhere}", word=cut(row["word"]), **counts)
        name = ax.annotate(
            says,
            (row["often"], row["z"]),
            (1.04, height),
            textcoords=ax.get_yaxis_transform(),
            va="center",
            color=INK,
            arrowprops={"arrowstyle": "-", "color": FAINT, "linewidth": 0.6, "shrinkB": 3, "relpos": (0, 0.5)},
            annotation_clip=False,
        )
        opens(ax, name, evidence(row, "layer", "word", "source"), says)
    ax.set_ylim(low, high)
    return ax
