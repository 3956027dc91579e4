"""How each source calls an actor, as a matrix of discs: a row for each source, a column for each kind."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.figures.canvas import ACCENT, FAINT, INK, axes, cut, evidence, opens, rows, styled
from analysis.language import say, word

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LARGEST, FEW = 300, 5
"""The area of the largest disc; under so many mentions none is as large."""


@styled
def called(counted: pd.DataFrame, *, column: str = "kind") -> "Axes":
    """A row for each source, with its mentions of the actor; the area of a disc is how often it calls it so.

    The number beside a disc is its count; what a source never says is a small cross, and a source that never mentions
    the actor says so. `counted` holds one actor (`designation_counts.counts`).
    """
    records = counted.to_dict("records")
    sources, kinds = list(dict.fromkeys(counted["source"])), list(dict.fromkeys(counted[column]))
    of = {record["source"]: record["of"] for record in records}
    ax = axes(len(sources), each=0.32)
    most = max([FEW, *counted["count"].tolist()])
    for record in records:
        _disc(ax, record, (kinds.index(record[column]), sources.index(record["source"])), word(record[column]), most)
    for place, source in enumerate(sources):
        if not of[source]:
            ax.annotate(say("not mentioned"), (-0.2, place), va="center", color=INK, fontsize=7.5, style="italic")
    ax.set_xlim(-0.5, max(len(kinds), 1) - 0.2)
    ax.set_xticks(range(len(kinds)), [word(kind).replace(" ", "\n", 1) for kind in kinds])
    ax.xaxis.tick_top()
    ax.tick_params(axis="x", length=0)
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    return rows(ax, [f"{cut(source)} ({of[source]})" for source in sources])


def _disc(ax: "Axes", record: dict, at: tuple[int, int], kind: str, most: int) -> None:
    if not record["of"]:
        return
    if not record["count"]:
        ax.scatter(*at, s=12, marker="x", color=FAINT, linewidths=1)
        return
    ax.scatter(*at, s=LARGEST * record["count"] / most, color=ACCENT, linewidths=0)
    ax.annotate(f"{record['count']}", at, (12, 0), textcoords="offset points", va="center", fontsize=7.5)
    says = say(
        "{source}, {label}: {count} of {of}",
        **{"source": record["source"], "label": kind, "count": record["count"], "of": record["of"]},
    )
    box = (at[0] - 0.25, at[1] - 0.45, at[0] + 0.4, at[1] + 0.45)
    opens(ax, box, evidence(record, "layer", "label", "source"), says)
