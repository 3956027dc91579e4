"""How each source calls the main actors, as a table of words: a line for each source under the name of the actor."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.figures.canvas import ACCENT, INK, WIDTH, axes, cut, evidence, opens, styled
from analysis.language import say, word

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LETTERS, LINE = 26, 0.2
"""Letters of a word at most, and how high a line is, in inches."""
SIZE, LETTER = 7.5, 0.6
"""The size of the words, and how wide a letter is in it."""
_LEFT = 34
"""Where the words begin, in points."""


@styled
def naming(named: pd.DataFrame) -> "Axes":
    """A block for each actor, a line for each source: its words for the actor, most used first, with their counts.

    `named` is `designation_counts.wordings`. Bold is what one source alone uses; each word opens its sentences. A word
    for which a line has no room is left to the table.
    """
    blocks = [(str(actor), own) for actor, own in named.groupby("actor", sort=False)]
    lines = sum(1.5 + own["source"].nunique() for _, own in blocks)
    ax = axes(max(int(lines), 1), each=LINE)
    right = (WIDTH - 0.3) * 72
    ax.set_xlim(0, right)
    ax.set_ylim(max(lines, 1), -0.4)
    ax.axis("off")
    y = 0.0
    for actor, own in blocks:
        head = ax.text(0, y, cut(word(actor)), va="center", fontsize=8.5, fontweight="bold", color=INK)
        opens(ax, head, evidence({"layer": own["layer"].iloc[0], "actor": actor}, "layer", "actor"), word(actor))
        for source, row in own.groupby("source", sort=False):
            y += 1
            ax.text(8, y, cut(str(source), 6), va="center", fontsize=SIZE, color=INK)
            _words(ax, row.to_dict("records"), y, right)
        y += 1.5
    return ax


def _words(ax: "Axes", rows: list[dict[Any, Any]], y: float, right: float) -> None:
    x = float(_LEFT)
    for row in rows:
        if not row["count"]:
            ax.text(x, y, say("not mentioned"), va="center", fontsize=SIZE, color=INK, style="italic")
            continue
        said = f"{cut(str(row['words']), LETTERS)} {row['count']}"
        width = SIZE * (LETTER + (0.09 if row["alone"] else 0)) * len(said)
        if x + width > right:
            return
        look: dict[str, Any] = {"fontweight": "bold", "color": ACCENT} if row["alone"] else {"color": INK}
        ax.text(x, y, said, va="center", fontsize=SIZE, **look)
        values = {"source": row["source"], "label": row["words"], "count": row["count"], "of": row["of"]}
        says = say("{source}, {label}: {count} of {of}", **values)
        opens(ax, (x, y - 0.48, x + width, y + 0.48), evidence(row, "layer", "label", "source"), says)
        x += width + 9
