"""Small table → Axes: no grouping, filtering or sorting here, direct labels, readable in grey."""

from analysis.figures.agency import acts_and_undergoes
from analysis.figures.canvas import LONGEST, svg, visible
from analysis.figures.chain import chain
from analysis.figures.data import csv, held
from analysis.figures.designations import called
from analysis.figures.discrepancies import discrepancy_strips
from analysis.figures.distance import distance_strips
from analysis.figures.keyness import keyness
from analysis.figures.matrix import matrix
from analysis.figures.measures import MOST_NUMBERED, agreement, curve, dots, intervals, strip, words
from analysis.figures.naming import naming
from analysis.figures.panels import frames, profile
from analysis.figures.positions import positions
from analysis.figures.reuse import copied
from analysis.figures.timeline import timeline

__all__ = [
    "LONGEST",
    "MOST_NUMBERED",
    "acts_and_undergoes",
    "agreement",
    "called",
    "chain",
    "copied",
    "csv",
    "curve",
    "discrepancy_strips",
    "distance_strips",
    "dots",
    "frames",
    "held",
    "intervals",
    "keyness",
    "matrix",
    "naming",
    "positions",
    "profile",
    "strip",
    "svg",
    "timeline",
    "visible",
    "words",
]
