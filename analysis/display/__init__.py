"""What a notebook shows: findings, tables, figures, evidence and articles, as mime bundles with stable text.

The classes of their HTML are few and fixed, and the briefing's page and its PDF are set from them. A number links
to its evidence by the keys of its row (see `tables.anchor`).
"""

from analysis.display.cells import heading, share
from analysis.display.grids import concordance, matrix, table
from analysis.display.outputs import LINK, Figure, Shown, figure, findings, note, plain, reading
from analysis.display.reader import evidence
from analysis.display.signs import SIGNS, signs
from analysis.display.texts import articles

__all__ = [
    "LINK",
    "SIGNS",
    "Figure",
    "Shown",
    "articles",
    "concordance",
    "evidence",
    "figure",
    "findings",
    "heading",
    "matrix",
    "note",
    "plain",
    "reading",
    "share",
    "signs",
    "table",
]
