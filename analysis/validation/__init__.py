"""Machine coding against a human reference coding: where they agree, how well, and each thing on which they differ."""

from analysis.validation.coding import Coding, read
from analysis.validation.compare import verdicts_on
from analysis.validation.errors import errors, shown
from analysis.validation.measured import measured, rests
from analysis.validation.units import CODED, checked, coded, differences, scores

__all__ = [
    "CODED",
    "Coding",
    "checked",
    "coded",
    "differences",
    "errors",
    "measured",
    "read",
    "rests",
    "scores",
    "shown",
    "verdicts_on",
]
