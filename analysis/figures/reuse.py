"""How much of each article stands in others too, as bars."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.figures.canvas import ACCENT, FAINT, axes, cut, opens, per_cent, rows, styled
from analysis.language import say
from analysis.sharing import BY_ARTICLE
from analysis.tables import anchor

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
        counts = {"count": int(row["words"]), "of": int(row["of"])}
        words = say("{count} of {of} words", **counts)
        if row["agencies"]:
            words = say("{count} of {of} words; credits {agencies}", agencies=row["agencies"], **counts)
        ax.annotate(cut(words), (1.0, place), (6, 0), textcoords="offset points", va="center", fontsize=7.5)
        if row["words"] + row["quoted"]:
            says = say("{source}: {words}", source=row["source"], words=words)
            opens(ax, (0, place - 0.45, 1, place + 0.45), anchor(BY_ARTICLE, row["source"]), says)
    ax.set_xlim(0, 1)
    ax.set_xlabel(say("share of words that other articles have too: in prose, and (hatched) only as a quotation"))
    per_cent(ax)
    return rows(ax, shared["source"])
