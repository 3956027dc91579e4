"""The matrix of facts: how each article tells each fact, four signs that differ without colour."""

from functools import cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.consensus import LAYER, short
from analysis.figures.canvas import ACCENT, INK, MOST_COLUMNS, axes, cut, evidence, opens, rows, styled
from analysis.language import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

UPRIGHT = 16
"""With more articles than these, or longer marks, the marks stand upright and the signs are small."""
LETTERS = 64
"""Letters of a fact's name beside few articles; beside more of them there is less room."""
HOW = ("told", "hedged", "attributed", "absent", "copied")


def ways() -> dict[str, str]:
    """How a fact is told, in words, in the order of the key."""
    said = (
        say("told"),
        say("told with doubt"),
        say("as somebody's word"),
        say("absent"),
        say("in copied text only"),
    )
    return dict(zip(HOW, said, strict=True))


@styled
def matrix(cells: pd.DataFrame) -> "Axes":
    """A row for each fact, a column for each article, both in the order of the table; a sign for `how` it is told.

    `cells` has layer, label, statement, source and how (`matrix.shown`). A disc is told, a half disc hedged, quotation
    marks are attributed, a dot is absent, two lines are copied. A pair that the table does not hold is left empty.
    A sign opens its sentences, the name of a fact those of all articles.
    """
    facts = list(dict.fromkeys(cells[["label", "statement"]].itertuples(index=False, name=None)))
    sources = list(dict.fromkeys(cells["source"]))
    crowded = len(sources) > UPRIGHT
    size = 4.2 if crowded else 7.0
    ax = axes(len(facts) + 2, each=0.21, columns=len(sources))
    words = ways()
    for how in words:
        own = cells[cells["how"] == how]
        if own.empty:
            continue
        x = [sources.index(source) for source in own["source"]]
        y = [facts.index(fact) for fact in own[["label", "statement"]].itertuples(index=False, name=None)]
        ax.plot(x, y, linestyle="none", **_sign(how, size), label=words[how])
    _columns(ax, sources, upright=crowded or max(map(len, sources), default=0) > 3)
    letters = max(34, min(LETTERS, LETTERS + 12 - 4 * len(sources)))
    names = [short(f"{label} {statement}", letters) for label, statement in facts]
    if len(cells):
        key = {"ncols": 5, "frameon": False, "handletextpad": 0.2, "columnspacing": 1.2, "markerscale": 7 / size}
        ax.figure.legend(loc="outside lower left", **key)
    rows(ax, names, most=letters)
    _links(ax, cells, facts, sources)
    return ax


def _links(ax: "Axes", cells: pd.DataFrame, facts: list[tuple[str, str]], sources: list[str]) -> None:
    words = ways()
    for (label, statement), name in zip(facts, ax.get_yticklabels(), strict=True):
        opens(ax, name, evidence({"layer": LAYER, "label": label}, "layer", "label"), f"{label} {statement}")
    for row in cells[cells["how"] != "absent"].to_dict("records"):
        x, y = sources.index(row["source"]), facts.index((row["label"], row["statement"]))
        says = say("{source}, {label}: {words}", source=row["source"], label=row["label"], words=words[row["how"]])
        opens(ax, (x - 0.5, y - 0.5, x + 0.5, y + 0.5), evidence(row, "layer", "label", "source"), says)


def _columns(ax: "Axes", sources: list[str], *, upright: bool) -> None:
    ax.set_xlim(-0.6, len(sources) - 0.4)
    narrow = UPRIGHT < len(sources) <= MOST_COLUMNS  # beyond that the drawing is as wide as they need
    size = 8.5 if not narrow else 6.5 if len(sources) <= 2 * UPRIGHT else 5.5
    ax.set_xticks(range(len(sources)), [cut(name) for name in sources], rotation=90 if upright else 0, fontsize=size)
    ax.tick_params(axis="x", length=0)
    ax.xaxis.tick_top()
    for side in ("left", "bottom", "top"):
        ax.spines[side].set_visible(False)


def _sign(how: str, size: float) -> dict[str, Any]:
    """How a marker is drawn."""
    if how == "absent":
        return {"marker": ".", "markersize": size / 2.5, "color": INK, "markeredgewidth": 0}
    if how == "hedged":
        half = {"fillstyle": "left", "markerfacecoloralt": "white", "markeredgecolor": ACCENT, "markeredgewidth": 0.9}
        return {"marker": "o", "markersize": size, "color": ACCENT, **half}
    if how == "told":
        return {"marker": "o", "markersize": size, "color": ACCENT, "markeredgewidth": 0}
    glyph = _outline("❝" if how == "attributed" else "=")
    return {"marker": glyph, "markersize": size * 1.9, "color": INK, "markeredgewidth": 0}


@cache
def _outline(sign: str) -> Any:
    """The outline of a sign of the house's font, round its middle: a page need not have the letter."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath
    from matplotlib.transforms import Affine2D

    path = TextPath((0, 0), sign, prop=FontProperties(family="DejaVu Sans"), size=10)
    box = path.get_extents()
    middle = Affine2D().translate(-(box.x0 + box.x1) / 2, -(box.y0 + box.y1) / 2)
    return middle.transform_path(path)
