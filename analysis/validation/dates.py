"""Dates: whether they are found, and whether their value is the same."""

import pandas as pd

from analysis.validation import verdicts
from analysis.validation.coding import Coding
from analysis.validation.pairs import Row, pairs
from analysis.validation.verdicts import EXACT, OVERLAP, Verdicts

UNRESOLVED = "unresolved"
"""What is said of a date whose value is empty: that it cannot be told is an answer, which can be wrong."""


def judged(coding: Coding, found: pd.DataFrame) -> Verdicts:
    """Verdicts on the spans of dates, on the values of those found, and on both at once."""
    if "dates" not in coding.coded:
        return []
    met = pairs(coding.dates, found, coding.units)
    rows = verdicts.spans(met, "date", "date", EXACT, OVERLAP)
    if (coding.dates["value"] == "").all():
        return rows
    rows += verdicts.values(met, "date", "value", _value, _value)
    return rows + verdicts.values(met, "date", "value", _value, _value, whole=True)


def _value(row: Row) -> str:
    return str(row["value"]) or UNRESOLVED
