"""What all figures share: their style, their axes and rows, and how they become SVG."""

import io
import warnings
from collections.abc import Callable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import pandas as pd

from analysis.figures import data, hits
from analysis.figures.hits import article, evidence, opens
from analysis.figures.visible import one_line, visible
from analysis.language import decimal

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis

__all__ = ["article", "evidence", "opens", "visible"]

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
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "<", ">", "p", "h", "d")
"""One shape a source, in the order of the sources."""
WIDTH = 6.4
COLUMN, BESIDE, MOST_COLUMNS = 0.2, 1.8, 40
"""How wide each of many columns is, and the names of the rows beside them, in inches; and how many `WIDTH` holds."""
LONGEST = 48
"""Longer labels are cut, with an ellipsis: a drawing is no place for a sentence."""


def styled(draw: Drawing) -> Drawing:
    """The same function, drawing in the house style; the drawing remembers its table (see `data`)."""

    @wraps(draw)
    def drawing(*args: Any, **kwargs: Any) -> Any:
        import matplotlib as mpl

        with mpl.rc_context(STYLE):  # type: ignore[arg-type]
            drawn = draw(*args, **kwargs)
        if args and isinstance(args[0], pd.DataFrame) and data.held(drawn) is None:
            data.holds(drawn, args[0])
        return drawn

    return drawing  # type: ignore[return-value]


@styled
def svg(axes: "Axes") -> str:
    """The figure of these axes as SVG whose letters stay letters, with links to what its parts count.

    It has the same bytes on each run.
    """
    import matplotlib as mpl

    figure: Any = axes.figure
    file = io.StringIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "recoupe"}), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")  # letters stay letters: the page's font draws them
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    head, end, tail = file.getvalue().rpartition("</svg>")
    return f"{head}{hits.links(figure)}{end}{tail}"


def axes(lines: int, *, each: float = 0.3, columns: int = 0) -> "Axes":
    """Empty axes of the house width, with room for so many rows of `each` inches.

    With more `columns` than that width holds they are as wide as these need: a page lets them be moved.
    """
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    width = WIDTH if columns <= MOST_COLUMNS else BESIDE + COLUMN * columns
    figure = Figure(figsize=(width, 0.9 + each * max(lines, 1)), layout="constrained")
    FigureCanvasSVG(figure)
    return figure.add_subplot()


def rows(
    ax: "Axes", names: "Sequence[str] | pd.Series", heights: Sequence[float] = (), *, most: int = LONGEST
) -> "Axes":
    """The axes with a name for each row, from the top down."""
    places = list(heights) or list(range(len(names)))
    ax.set_yticks(places, [cut(str(name), most) for name in names])
    ax.set_ylim((places[-1] if places else -1) + 0.6, -0.6)
    return ax


def cut(name: str, most: int = LONGEST) -> str:
    """A name as a drawing can hold it: visible signs, one line, no longer than `most`."""
    name = one_line(name)
    return name if len(name) <= most else name[: most - 1] + "…"


def marker(place: int) -> str:
    """The shape of the source at this place; after the last shape they begin again."""
    return MARKERS[place % len(MARKERS)]


def decimals(axis: "Axis", places: int) -> None:
    """Ticks with so many decimals, as the language spoken writes them."""
    axis.set_major_formatter(lambda value, _: decimal(value, places))


def per_cent(ax: "Axes") -> None:
    """Ticks of a share on the x-axis."""
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25", "50", "75", "100\u00a0%"])
