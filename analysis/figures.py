"""Small table → Axes: no grouping, filtering or sorting here, direct labels, readable in grey."""

import io
import re
import warnings
from collections.abc import Callable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import pandas as pd

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Drawing = TypeVar("Drawing", bound=Callable[..., Any])

INK = "#1a1a1a"
FAINT = "#c9c6bf"
ACCENT = "#1f6f8b"
STYLE: dict[str, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 8.5,
    "text.color": INK,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "axes.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.major.width": 0.6,
    "ytick.major.size": 0,
    "text.parse_math": False,
    "figure.dpi": 100,
}
WIDTH = 6.4
LONGEST = 48
"""Longer labels are cut, with an ellipsis: a drawing is no place for a sentence."""
MOST_NUMBERED = 16
"""With more columns than these, discs stand too near one another for numbers beside them."""

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """The text with each sign that hides or turns others, or that no page can hold, shown by its number.

    >>> visible("a\\u202etxt.exe\\x00")
    'a⟨U+202E⟩txt.exe⟨U+0000⟩'
    """
    return _UNSEEN.sub(lambda sign: f"⟨U+{ord(sign.group()):04X}⟩", text)


def styled(draw: Drawing) -> Drawing:
    """The same function, drawing in the house style."""

    @wraps(draw)
    def drawing(*args: Any, **kwargs: Any) -> Any:
        import matplotlib as mpl

        with mpl.rc_context(STYLE):  # type: ignore[arg-type]
            return draw(*args, **kwargs)

    return drawing  # type: ignore[return-value]


@styled
def svg(axes: "Axes") -> str:
    """The figure of these axes as SVG whose letters stay letters, with the same bytes on each run."""
    import matplotlib as mpl

    figure: Any = axes.figure
    file = io.StringIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "recoupe"}), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")  # letters stay letters: the page's font draws them
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    return file.getvalue()


@styled
def intervals(
    table: pd.DataFrame,
    *,
    label: str = "source",
    value: str = "share",
    count: str = "units",
    of: str = "of",
    unit: str = "sentences and headings",
) -> "Axes":
    """One line per row: the share as a dot, its interval as a line, and the count beside it; of nothing, nothing."""
    ax = _axes(len(table))
    for place, row in enumerate(table.to_dict("records")):
        if row[of]:
            ax.hlines(place, row["low"], row["high"], color=ACCENT, linewidth=1.6)
            ax.plot(row[value], place, "o", color=ACCENT, markersize=5.5)
            ax.annotate(
                f"{row[count]:.0f} of {row[of]:.0f}", (1.0, place), (6, 0), textcoords="offset points", va="center"
            )
    ax.set_xlim(0, 1)
    ax.set_xlabel(f"share of {unit}, with 95 % interval")
    _per_cent(ax)
    return _rows(ax, table[label])


@styled
def strip(positions: pd.DataFrame) -> "Axes":
    """One line per article, from its beginning to its end: a block where the topic stands."""
    sources = list(dict.fromkeys(positions["source"]))
    ax = _axes(len(sources))
    for place, source in enumerate(sources):
        own = positions[positions["source"] == source]
        held = own[own["held"]]
        ax.barh(place, 1.0, height=0.5, color="none", edgecolor=FAINT, linewidth=0.8)
        ax.barh([place] * len(held), held["end"] - held["start"], left=held["start"], height=0.5, color=ACCENT)
    ax.set_xlim(0, 1)
    ax.set_xticks([0, 0.5, 1], ["beginning", "middle", "end of the article"])
    return _rows(ax, sources)


@styled
def dots(
    measure: pd.DataFrame, *, row: str = "label", column: str = "source", value: str = "share", count: str = "units"
) -> "Axes":
    """A matrix of discs, a row for each layer and label, a column for each article: their area is the share.

    Layers stand apart. The number beside a disc is its count, unless there are more than `MOST_NUMBERED` columns. A
    zero is drawn as a small cross; a pair that the measure does not hold is left empty.
    """
    keys = [(record.get("layer", ""), record[row]) for record in measure.to_dict("records")]
    rows, columns = list(dict.fromkeys(keys)), list(dict.fromkeys(measure[column]))
    gaps = [sum(rows[i][0] != rows[i - 1][0] for i in range(1, place + 1)) for place in range(len(rows))]
    heights = [place + 0.7 * gap for place, gap in enumerate(gaps)]
    ax = _axes(len(rows) + (gaps[-1] if gaps else 0), each=0.36)
    largest = 420 * min(1.0, (MOST_NUMBERED / max(len(columns), 1)) ** 2)
    for key, record in zip(keys, measure.to_dict("records"), strict=True):
        x, y = columns.index(record[column]), heights[rows.index(key)]
        if not record[count]:
            ax.scatter(x, y, s=14, marker="x", color=FAINT, linewidths=1)
            continue
        ax.scatter(x, y, s=largest * record[value], color=ACCENT, linewidths=0)
        if len(columns) <= MOST_NUMBERED:
            ax.annotate(f"{record[count]:.0f}", (x, y), (13, 0), textcoords="offset points", va="center", fontsize=7.5)
    ax.set_xlim(-0.6, len(columns) - 0.2)
    ax.set_xticks(range(len(columns)), [_cut(name) for name in columns])
    ax.tick_params(axis="x", length=0)
    ax.xaxis.tick_top()
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    return _rows(ax, [label for _, label in rows], heights)


@styled
def agreement(scores: pd.DataFrame) -> "Axes":
    """One line per label: F1 as a dot with its interval, alpha as a diamond."""
    ax = _axes(len(scores))
    places = list(range(len(scores)))
    ax.hlines(places, scores["low"], scores["high"], color=ACCENT, linewidth=1.6)
    ax.plot(scores["f1"], places, "o", color=ACCENT, markersize=5.5, label="F1, with 95 % interval")
    ax.plot(
        scores["alpha"], places, "D", color="none", markeredgecolor=INK, markersize=4.5, label="Krippendorff's alpha"
    )
    ax.axvline(0.6, color=FAINT, linewidth=0.8, zorder=0)
    ax.set_xlim(min(0.0, float(scores[["alpha", "low"]].min().min()) if len(scores) else 0.0), 1.02)
    ax.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False, borderaxespad=0, handletextpad=0.4)
    return _rows(ax, scores["label"])


@styled
def words(table: pd.DataFrame, *, value: str, unit: str) -> "Axes":
    """One line per word: a stem as long as its value, the word at its foot."""
    ax = _axes(len(table), each=0.24)
    places = list(range(len(table)))
    ax.hlines(places, 0, table[value], color=FAINT, linewidth=1.2)
    ax.plot(table[value], places, "o", color=ACCENT, markersize=4.5)
    ax.set_xlim(left=0)
    ax.set_xlabel(unit)
    return _rows(ax, table["word"])


def _axes(rows: int, *, each: float = 0.3) -> "Axes":
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, 0.9 + each * max(rows, 1)), layout="constrained")
    FigureCanvasSVG(figure)
    return figure.add_subplot()


def _rows(ax: "Axes", names: "Sequence[str] | pd.Series", heights: Sequence[float] = ()) -> "Axes":
    places = list(heights) or list(range(len(names)))
    ax.set_yticks(places, [_cut(str(name)) for name in names])
    ax.set_ylim((places[-1] if places else -1) + 0.6, -0.6)
    return ax


def _cut(name: str) -> str:
    name = " ".join(visible(name).split())
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def _per_cent(ax: "Axes") -> None:
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25", "50", "75", "100 %"])
