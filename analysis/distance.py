"""How sure and how near each outlet stands to what it tells: stated, attributed, claimed, doubted or denied.

A unit has one status, that of the mark that keeps the greatest distance in it: denied before doubted, doubted before
claimed, claimed before attributed; without a mark it is `stated`, the outlet's own word. What else stands in it is in
`also`. The marks are those of `reserves`. Denied is not false: somebody denies it there, or the unit tells a denial.
"""

from collections.abc import Iterable

import pandas as pd

from analysis import statistics, tables
from analysis.reserves import LAYER, STATED, STATUSES

COUNTS = ["layer", "label", "document", "source", "units", "of"]


def told(marks: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """One row per counted unit: document, unit, start, end, role, `status`, `how` it shows, and `also`.

    `also` are the other statuses that marks of the unit have, nearest first, joined with `|`. `marks` is what
    `reserves.find` gives.
    """
    counted = tables.counted(units)
    held = marks[marks["status"] != STATED].groupby(["document", "unit"])[["status", "how"]]
    found = {key: _mixed(part) for key, part in held}
    keys = list(counted[["document", "unit"]].itertuples(index=False, name=None))
    rows = [found.get(key, (STATED, "", "")) for key in keys]
    mixed = pd.DataFrame(rows, columns=["status", "how", "also"], index=counted.index, dtype="str")
    return pd.concat([counted[["document", "unit", "start", "end", "role"]], mixed], axis=1)


def _mixed(part: pd.DataFrame) -> tuple[str, str, str]:
    """The greatest distance of some marks, how it shows, and the other statuses."""
    first = max(part["status"], key=STATUSES.index)
    how = dict.fromkeys(part.loc[part["status"] == first, "how"])
    return first, "|".join(how), "|".join(one for one in STATUSES if one != first and (part["status"] == one).any())
