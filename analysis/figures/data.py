"""The small table behind a drawing, kept with it, and as the file that a reader takes away."""

import re
from typing import Any

import pandas as pd

from analysis.figures.visible import visible

PLACES = 4
"""Decimals of a number in the file."""
_FORMULA = re.compile(r"[=+\-@\t\r]")


def holds(ax: Any, table: pd.DataFrame) -> None:
    """Remember that the drawing is one of this table."""
    vars(ax.figure)["_table"] = table


def held(ax: Any) -> pd.DataFrame | None:
    """The table that was drawn."""
    table = vars(ax.figure).get("_table")
    return table if isinstance(table, pd.DataFrame) else None


def csv(table: pd.DataFrame) -> str:
    """The table as CSV: lines end in a line feed, numbers are rounded, an unknown one is empty.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.

    >>> csv(pd.DataFrame({"source": ["A", "=1+1"], "share": [1 / 3, float("nan")]}))
    "source,share\\nA,0.3333\\n'=1+1,\\n"
    """
    shown = table.copy()
    for column in shown.columns:
        if pd.api.types.is_float_dtype(shown[column]):
            shown[column] = shown[column].astype("float64").round(PLACES) + 0.0
        elif not pd.api.types.is_numeric_dtype(shown[column]):
            shown[column] = shown[column].map(_plain)
    return shown.to_csv(index=False, lineterminator="\n")


def _plain(value: Any) -> str:
    text = visible(str(value))
    return f"'{text}" if _FORMULA.match(text) else text
