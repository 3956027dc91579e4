"""Machine coding against a human reference coding: where they agree, how well, and each thing on which they differ."""

from analysis.validation.coding import Coding, read, uncoded
from analysis.validation.compare import Judgement, judge, verdicts_on
from analysis.validation.units import CODED, checked, coded, differences, scores

__all__ = [
    "CODED",
    "Coding",
    "Judgement",
    "checked",
    "coded",
    "differences",
    "judge",
    "read",
    "scores",
    "uncoded",
    "verdicts_on",
]
