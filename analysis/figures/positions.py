"""The map of the sources: who lies near whom, and which features pull where; with one axis, a line."""

import textwrap
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from analysis import coded
from analysis.designation_counts import GROUP, LAYER
from analysis.figures.canvas import (
    ACCENT,
    FAINT,
    INK,
    WIDTH,
    article,
    axes,
    cut,
    evidence,
    marker,
    opens,
    styled,
    visible,
)
from analysis.figures.data import holds
from analysis.figures.labels import BOLD, Box, Label, around, placed
from analysis.language import many, say, word
from analysis.positions import ELLIPSES, Positions

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Text

EVIDENCED = {GROUP: LAYER}
"""Under which layer the evidence of a group of features stands, where its name is another."""
MOST = 14
"""How many features are written, at most."""
_WIDE, _LOW, _HIGH = WIDTH - 0.45, 3.4, 5.6
"""How wide the map is inside its frame, and how high at least and at most, in inches."""
_LETTERS = 34


class _Scale(NamedTuple):
    """How the map's units become points of the drawing, and how features are brought to the sources' size."""

    left: float
    bottom: float
    right: float
    top: float
    points: float
    features: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.left) * self.points, (y - self.bottom) * self.points


@styled
def positions(found: Positions) -> "Axes":
    """The sources on two axes, each a shape with its mark and its faint 95 % ellipse; features as words on rays.

    A feature's distance from the middle says how much it makes of the map, not where a source would be. Only `named`
    features are written. With one axis it is a line: sources above with their 95 % intervals, features below. Where
    there is no map, the reason stands in its place.
    """
    if found.reason:
        return _sentence(found.reason)
    features = found.features[found.features["named"]].head(MOST)
    features = features.assign(name=features["name"].map(coded.label).astype("str"))
    if len(found.axes) == 1:
        ax = _line(found.sources, features, found.axes.iloc[0].to_dict())
    else:
        ax = _map(found.sources, features, found.axes.head(2).to_dict("records"))
    holds(ax, placed_at(found.sources, features))
    return ax


def placed_at(sources: pd.DataFrame, features: pd.DataFrame) -> pd.DataFrame:
    """One row is an article or a feature of the map: `what`, name, place x and y, and how many counts it rests on."""
    parts = [
        sources.assign(what="article", name=sources["source"], document=sources["document"]),
        features.assign(what="feature", document=""),
    ]
    return pd.concat([part[["what", "name", "document", "x", "y", "count"]] for part in parts], ignore_index=True)


def _sentence(reason: str) -> "Axes":
    ax = axes(0)
    ax.axis("off")
    words = "\n".join(textwrap.wrap(visible(say("No map: {reason}.", reason=word(reason))), 80))
    ax.text(0.5, 0.5, words, ha="center", va="center", transform=ax.transAxes)
    return ax


def _map(sources: pd.DataFrame, features: pd.DataFrame, ends: list[dict[Any, Any]]) -> "Axes":
    scale = _scaled(sources, features)
    ax = axes(1, each=_height(scale) - 0.3)
    ax.set_xlim(scale.left, scale.right)
    ax.set_ylim(scale.bottom, scale.top)
    ax.set_aspect("equal")
    ax.axhline(0, color=FAINT, linewidth=0.6, zorder=0)
    ax.axvline(0, color=FAINT, linewidth=0.6, zorder=0)
    _ellipses(ax, sources)
    _words(ax, sources, features, scale)
    (left, across, right), (low, up, high) = _ends(ends[0]), _ends(ends[1])
    ax.set_title(f"↑ {high} · {up}", fontsize=7.5)
    ax.set_xlabel(f"↓ {low}\n{left} ← {across} → {right}", fontsize=7.5)
    ax.set_xticks([])
    ax.set_yticks([])
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    return ax


def _scaled(sources: pd.DataFrame, features: pd.DataFrame) -> _Scale:
    """Limits that hold all sources, most of their ellipses and the features, in a frame of the house's width."""
    reach = float(np.abs(sources[["x", "y"]].to_numpy()).max())
    outward = float(np.abs(features[["x", "y"]].to_numpy()).max()) if len(features) else 1.0
    factor = 1.05 * reach / outward
    own = sources[["x", "y"]].to_numpy()
    beyond = np.minimum(_reach(sources), 1.5 * reach) if len(sources) <= ELLIPSES else 0 * own
    points = np.vstack([own - beyond, own + beyond, features[["x", "y"]].to_numpy() * factor])
    low, high = points.min(axis=0) - 0.16 * reach, points.max(axis=0) + 0.16 * reach
    width, height = high - low
    tall = min(max(_WIDE * height / width, _LOW), _HIGH)
    more = np.maximum([height * _WIDE / tall - width, width * tall / _WIDE - height], 0) / 2
    (left, bottom), (right, top) = low - more, high + more
    return _Scale(left, bottom, right, top, _WIDE * 72 / (right - left), factor)


def _reach(sources: pd.DataFrame) -> np.ndarray:
    """How far each ellipse goes from its middle, across and up."""
    wide, high = (sources[["width", "height"]].to_numpy() / 2).T
    turn = np.radians(sources["angle"].to_numpy())
    cos, sin = np.cos(turn), np.sin(turn)
    return np.column_stack([np.hypot(wide * cos, high * sin), np.hypot(wide * sin, high * cos)])


def _height(scale: _Scale) -> float:
    return (scale.top - scale.bottom) * scale.points / 72


def _ellipses(ax: "Axes", sources: pd.DataFrame) -> None:
    from matplotlib.patches import Ellipse

    for row in sources.to_dict("records") if len(sources) <= ELLIPSES else []:
        size: dict[str, Any] = {"width": row["width"], "height": row["height"], "angle": row["angle"]}
        look: dict[str, Any] = {"facecolor": ACCENT, "edgecolor": ACCENT, "linewidth": 0.5}
        ax.add_patch(Ellipse((row["x"], row["y"]), **size, **look | {"alpha": 0.07}, zorder=0.5))
        ax.add_patch(Ellipse((row["x"], row["y"]), **size, fill=False, edgecolor=ACCENT, linewidth=0.5, alpha=0.45))


def _words(ax: "Axes", sources: pd.DataFrame, features: pd.DataFrame, scale: _Scale) -> None:
    """The sources' dots and marks, then the features at the ends of their rays, none over another."""
    size = 10.0 if len(sources) <= ELLIPSES else 7.5
    dots = sources[["x", "y"]].to_numpy()
    tips = features[["x", "y"]].to_numpy() * scale.features
    marks = [
        Label(_short(name), *scale.at(*dot), size, BOLD) for name, dot in zip(sources["source"], dots, strict=True)
    ]
    words = [Label(_short(name), *scale.at(*tip), 7.5) for name, tip in zip(features["name"], tips, strict=True)]
    taken = [around(*scale.at(*place), 3) for place in [*dots, *tips]]
    frame = Box(0, 0, (scale.right - scale.left) * scale.points, (scale.top - scale.bottom) * scale.points)
    boxes = placed([*marks, *words], taken, frame)
    for x, y in tips:
        ax.plot([0, x], [0, y], color=INK, linewidth=0.5, alpha=0.35, zorder=1)
    ax.plot(*tips.T, linestyle="none", marker=".", markersize=3, color=INK, zorder=2)
    size = 5.5 if len(sources) <= ELLIPSES else 3.5
    for place, (x, y) in enumerate(dots):
        ax.plot(x, y, marker=marker(place), markersize=size, color=ACCENT, markeredgewidth=0, zorder=3)
    names = [
        _write(ax, label, box, scale, bold=at < len(marks))
        for at, (label, box) in enumerate(zip([*marks, *words], boxes, strict=True))
    ]
    for row, dot, name in zip(sources.to_dict("records"), dots, names, strict=False):
        _opens_article(ax, row, tuple(dot), name)
    for row, name in zip(features.to_dict("records"), names[len(marks) :], strict=True):
        _opens_feature(ax, row, name)


def _opens_article(ax: "Axes", row: dict[Any, Any], *places: Any) -> None:
    """The article itself, where its places in the drawing are."""
    says = many(row["count"], "{source}: {n} count", "{source}: {n} counts", source=row["source"])
    opens(ax, places[0], article(row["source"]), says, *places[1:], around=2)


def _opens_feature(ax: "Axes", row: dict[Any, Any], *places: Any) -> None:
    """The sentences of all articles with a feature."""
    layer = EVIDENCED.get(str(row["layer"]), str(row["layer"]))
    says = say("{label}: {count}", label=row["name"], count=int(row["count"]))
    opens(ax, places[0], evidence({"layer": layer, "label": row["label"]}, "layer", "label"), says, *places[1:])


def _write(ax: "Axes", label: Label, box: Box, scale: _Scale, *, bold: bool) -> "Text":
    x = scale.left + (box.left + box.right) / 2 / scale.points
    y = scale.bottom + (box.bottom + box.top) / 2 / scale.points
    look: dict[str, Any] = {"color": ACCENT, "weight": "bold"} if bold else {"color": INK, "style": "italic"}
    name = ax.text(x, y, label.text, ha="center", va="center", fontsize=label.size, zorder=4, clip_on=False, **look)
    near = min(max(label.x, box.left), box.right), min(max(label.y, box.bottom), box.top)
    if max(abs(near[0] - label.x), abs(near[1] - label.y)) > 7:
        ends = [(px / scale.points + scale.left, py / scale.points + scale.bottom) for px, py in (near, label[1:3])]
        ax.plot(*zip(*ends, strict=True), color=FAINT, linewidth=0.5, zorder=1)
    return name


def _line(sources: pd.DataFrame, features: pd.DataFrame, ends: dict[Any, Any]) -> "Axes":
    """Sources on a line, one under the other, with their intervals; features below, one under the other too."""
    count = len(sources) + len(features) + 1
    ax = axes(count, each=0.24)
    ax.axvline(0, color=FAINT, linewidth=0.6, zorder=0)
    reach = float(np.abs(sources[["x", "low", "high"]].to_numpy()).max())
    factor = reach / float(features["x"].abs().max()) if len(features) else 1.0
    for at, row in enumerate(sources.to_dict("records")):
        ax.hlines(at, row["low"], row["high"], color=ACCENT, linewidth=3, alpha=0.25)
        ax.plot(row["x"], at, marker=marker(at), markersize=6, color=ACCENT, markeredgewidth=0)
        look = {"color": ACCENT, "weight": "bold", "fontsize": 10}
        name = _beside(ax, cut(row["source"]), row["x"], at - 0.02, look)
        _opens_article(ax, row, (row["x"], at), name)
    for at, row in enumerate(features.to_dict("records"), start=len(sources) + 1):
        ax.hlines(at, 0, row["x"] * factor, color=INK, linewidth=0.6, alpha=0.45)
        ax.plot(row["x"] * factor, at, marker=".", markersize=3.5, color=INK)
        name = _beside(ax, _short(row["name"]), row["x"] * factor, at, {"style": "italic", "fontsize": 7.5})
        _opens_feature(ax, row, name)
    ax.axhline(len(sources), color=FAINT, linewidth=0.6)
    ax.set_xlim(-1.55 * reach, 1.55 * reach)
    ax.set_ylim(count - 0.4, -0.7)
    low, share, high = _ends(ends)
    ax.set_xlabel(f"{low}  ←  {share}  →  {high}", fontsize=7.5)
    ax.set_xticks([])
    ax.set_yticks([])
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    return ax


def _beside(ax: "Axes", text: str, x: float, y: float, look: dict[str, Any]) -> "Text":
    """The text, written on the side of the point that is away from the middle."""
    right = x >= 0
    return ax.annotate(
        text,
        (x, y),
        (7 if right else -7, 0),
        textcoords="offset points",
        ha="left" if right else "right",
        va="center",
        **look,
    )


def _ends(axis: dict[Any, Any]) -> tuple[str, str, str]:
    """What stands at the low end of an axis, how much of the differences it shows, what stands at its high end."""
    share = say("{share} of the differences", share=_percent(axis["share"]))
    low, high = (_short(" + ".join(map(coded.label, axis[end].split(" and "))), 44) for end in ("low", "high"))
    return low, share, high


def _percent(share: float) -> str:
    """0 and 100 are kept for nothing and everything."""
    if 0.995 < share < 1 - 1e-6:
        return say("over 99\u00a0%")
    return say("under 1\u00a0%") if share < 0.005 else f"{100 * share:.0f}\u00a0%"


def _short(text: str, most: int = _LETTERS) -> str:
    name = cut(text)
    return name if len(name) <= most else name[: most - 1] + "…"
