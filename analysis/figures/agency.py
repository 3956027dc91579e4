"""Who acts and who is acted upon: bars to both sides of a line, a row for each actor and source."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.figures.canvas import ACCENT, FAINT, INK, axes, cut, evidence, opens, rows, styled
from analysis.language import many, say, word

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@styled
def acts_and_undergoes(measure: pd.DataFrame) -> "Axes":
    """One row per actor and source of `agency.by_actor`: to the right how often the actor acts, to the left undergoes.

    Each number stands beside its bar; the rows of an actor stand together, under its name. Where both are zero the row
    has a small cross on the line.
    """
    records = measure.to_dict("records")
    first = [place == 0 or record["actor"] != records[place - 1]["actor"] for place, record in enumerate(records)]
    heights = [place + 1.1 * sum(first[: place + 1]) for place in range(len(records))]
    ax = axes(int(heights[-1]) + 1 if heights else 1, each=0.2)
    widest = max([1, *measure["acts"], *measure["undergoes"]])
    for height, begins, record in zip(heights, first, records, strict=True):
        ax.barh(height, record["acts"], height=0.7, color=ACCENT)
        ax.barh(height, -record["undergoes"], height=0.7, color=FAINT, edgecolor=INK, linewidth=0.5)
        _numbered(ax, record["acts"], height, 1)
        _numbered(ax, record["undergoes"], height, -1)
        _links(ax, record, height, widest)
        if not record["acts"] + record["undergoes"]:
            ax.scatter(0, height, s=12, marker="x", color=FAINT, linewidths=1)
        if begins:
            ax.annotate(
                cut(word(record["actor"])), (-1.2 * widest, height - 0.95), va="center", fontweight="bold", fontsize=8
            )
    ax.axvline(0, color=INK, linewidth=0.6)
    ax.set_xlim(-1.2 * widest, 1.2 * widest)
    ax.set_xticks([])
    ax.spines[["bottom", "left"]].set_visible(False)
    ax.set_xlabel(say("← undergoes · acts →"))
    rows(ax, [record["source"] for record in records], heights)
    ax.set_ylim((heights[-1] if heights else 0) + 0.6, -0.5)
    return ax


def _links(ax: "Axes", record: dict, height: float, widest: int) -> None:
    """Each bar, with its number, opens its acts."""
    who, room = {"source": record["source"], "actor": word(record["actor"])}, 0.12 * widest
    if count := record["acts"]:
        says = many(count, "{source}, {actor} acts: {n} time", "{source}, {actor} acts: {n} times", **who)
        box = (0, height - 0.45, count + room, height + 0.45)
        opens(ax, box, evidence(record, "layer", "label", "source"), says)
    if count := record["undergoes"]:
        says = many(count, "{source}, {actor} undergoes: {n} time", "{source}, {actor} undergoes: {n} times", **who)
        box = (-count - room, height - 0.45, 0, height + 0.45)
        opens(ax, box, evidence(record, "layer", "undergone", "source"), says)


def _numbered(ax: "Axes", count: int, height: float, side: int) -> None:
    if count:
        align = "left" if side > 0 else "right"
        ax.annotate(
            f"{count}",
            (side * count, height),
            (3 * side, 0),
            textcoords="offset points",
            va="center",
            ha=align,
            fontsize=7.5,
        )
