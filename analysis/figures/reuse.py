"""How much of each article stands in others too, as bars."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.figures.canvas import ACCENT, FAINT, axes, cut, per_cent, rows, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@styled
def copied(shared: pd.DataFrame) -> "Axes":
    """One bar per article: the share of its words that stand in the prose of others, and (hatched) only in what one
    or both quote.

    Beside it the words, and the agencies that the article credits.
    """
    ax = axes(len(shared))
    for place, row in enumerate(shared.to_dict("records")):
        of = max(row["of"], 1)
        prose, quoted = row["words"] / of, row["quoted"] / of
        ax.barh(place, 1.0, height=0.55, color="none", edgecolor=FAINT, linewidth=0.8)
        ax.barh(place, prose, height=0.55, color=ACCENT)
        ax.barh(place, quoted, left=prose, height=0.55, color="white", edgecolor=ACCENT, hatch="////", linewidth=0.6)
        credit = f"; credits {row['agencies']}" if row["agencies"] else ""
        words = f"{row['words']} of {row['of']} words{credit}"
        ax.annotate(cut(words), (1.0, place), (6, 0), textcoords="offset points", va="center", fontsize=7.5)
    ax.set_xlim(0, 1)
    ax.set_xlabel("share of words that other articles have too: in prose, and (hatched) only as a quotation")
    per_cent(ax)
    return rows(ax, shared["source"])
