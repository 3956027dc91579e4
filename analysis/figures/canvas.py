"""What all figures share: their style, their axes and rows, and how they become SVG."""

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


def axes(lines: int, *, each: float = 0.3) -> "Axes":
    """Empty axes of the house width, with room for so many rows of `each` inches."""
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, 0.9 + each * max(lines, 1)), layout="constrained")
    FigureCanvasSVG(figure)
    return figure.add_subplot()


def rows(ax: "Axes", names: "Sequence[str] | pd.Series", heights: Sequence[float] = ()) -> "Axes":
    """The axes with a name for each row, from the top down."""
    places = list(heights) or list(range(len(names)))
    ax.set_yticks(places, [cut(str(name)) for name in names])
    ax.set_ylim((places[-1] if places else -1) + 0.6, -0.6)
    return ax


def cut(name: str) -> str:
    """A name as a drawing can hold it: visible signs, one line, no longer than `LONGEST`."""
    name = " ".join(visible(name).split())
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def per_cent(ax: "Axes") -> None:
    """Ticks of a share on the x-axis."""
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25", "50", "75", "100 %"])
