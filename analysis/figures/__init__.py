"""Small table → Axes: no grouping, filtering or sorting here, direct labels, readable in grey."""

from analysis.figures.canvas import LONGEST, svg, visible
from analysis.figures.chain import chain
from analysis.figures.matrix import matrix
from analysis.figures.measures import MOST_NUMBERED, agreement, dots, intervals, strip, words

__all__ = [
    "LONGEST",
    "MOST_NUMBERED",
    "agreement",
    "chain",
    "dots",
    "intervals",
    "matrix",
    "strip",
    "svg",
    "visible",
    "words",
]
