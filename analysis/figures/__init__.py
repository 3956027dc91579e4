"""Small table → Axes: no grouping, filtering or sorting here, direct labels, readable in grey."""

from analysis.figures.canvas import LONGEST, svg, visible
from analysis.figures.discrepancies import discrepancy_strips
from analysis.figures.measures import MOST_NUMBERED, agreement, dots, intervals, strip, words

__all__ = [
    "LONGEST",
    "MOST_NUMBERED",
    "agreement",
    "discrepancy_strips",
    "dots",
    "intervals",
    "strip",
    "svg",
    "visible",
    "words",
]
