"""Machine coding against a human reference coding: where they agree, and each unit where they do not."""

from analysis.validation.coding import QUOTES, UNITS, Coding, read
from analysis.validation.spans import spans
from analysis.validation.units import CODED, checked, coded, differences, scores, shown

__all__ = [
    "CODED",
    "QUOTES",
    "UNITS",
    "Coding",
    "checked",
    "coded",
    "differences",
    "read",
    "scores",
    "shown",
    "spans",
]
