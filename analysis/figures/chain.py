"""The chain from articles over agencies and media to speakers, as ribbons."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis import flows
from analysis.chains import CREDIT, NONE
from analysis.figures.canvas import ACCENT, FAINT, INK, axes, cut, evidence, opens, styled
from analysis.figures.data import holds
from analysis.language import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

CREDITED = "#86b2c2"
_AT = (0.0, 0.5, 1.0)
_HALF = 0.012


@styled
def chain(nodes: pd.DataFrame, ribbons: pd.DataFrame) -> "Axes":
    """Three columns of names, and a ribbon for each chain, as thick as its statements (see `flows`).

    Dark where the article says through which medium it has the words, less so where it only credits an agency, light
    where no medium is named. The number beside a name is that of its statements; a ribbon opens them near its speaker.
    """
    lines = float(nodes["bottom"].max()) if len(nodes) else 1.0
    ax = axes(int(lines + 1.5), each=0.2)
    for row in ribbons.to_dict("records"):
        ends = [row["article_at"], row["medium_at"], row["speaker_at"]]
        color = {NONE: FAINT, CREDIT: CREDITED}.get(row["how"], ACCENT)
        for place in (0, 1):
            _ribbon(ax, place, ends[place], ends[place + 1], row["height"], color)
        _link(ax, row)
    for row in nodes.to_dict("records"):
        _name(ax, row)
    heads = (say("Article"), say("Agency or medium"), say("Speaker"))
    for place, head in enumerate(heads if len(nodes) else ()):
        side = ("right", "center", "left")[place]
        ax.annotate(head, (_AT[place], -0.7), ha=side, va="center", fontsize=7.5, annotation_clip=False)
    ax.set_xlim(-0.02, 1.02)
    ax.set_ylim(lines + 0.2, -1.2)
    ax.axis("off")
    holds(ax, ribbons[["article", "medium", "how", "speaker", "statements"]])
    return ax


def _link(ax: "Axes", row: dict) -> None:
    """A ribbon opens its statements at its end beside the speaker, where ribbons lie side by side."""
    at, half = row["speaker_at"], row["height"] / 2
    article, medium, speaker = (cut(flows.called(row[column])) for column in ("article", "medium", "speaker"))
    says = say(
        "{article}, through {medium}, from {speaker}: {count}",
        **{"article": article, "medium": medium, "speaker": speaker, "count": row["statements"]},
    )
    opens(ax, (0.8, at - half, 1 - _HALF, at + half), evidence(row, "layer", "label", "source"), says)


def _ribbon(ax: "Axes", place: int, left: float, right: float, height: float, color: str) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    begin, end, half = _AT[place] + _HALF, _AT[place + 1] - _HALF, height / 2
    middle = (begin + end) / 2
    upper = [(begin, left - half), (middle, left - half), (middle, right - half), (end, right - half)]
    lower = [(end, right + half), (middle, right + half), (middle, left + half), (begin, left + half)]
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    path = Path([*upper, *lower, upper[0]], codes)
    ax.add_patch(PathPatch(path, facecolor=color, edgecolor="white", linewidth=0.4, alpha=0.85))


def _name(ax: "Axes", row: dict) -> None:
    """A name with its bar: beside it in the outer columns, on it in the middle."""
    at, place = (row["top"] + row["bottom"]) / 2, row["column"]
    ax.vlines(_AT[place], row["top"], row["bottom"], color=INK, linewidth=1.6)
    side, shift = (("right", -5), ("center", 0), ("left", 5))[place]
    box = {"boxstyle": "square,pad=0.15", "facecolor": "white", "edgecolor": "none", "alpha": 0.85}
    ax.annotate(
        f"{cut(flows.called(row['name']))} ({row['statements']})",
        (_AT[place], at),
        (shift, 0),
        textcoords="offset points",
        ha=side,
        va="center",
        fontsize=8,
        annotation_clip=False,
        bbox=box if place == 1 else None,
    )
