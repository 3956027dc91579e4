"""What a comparison of words can show at all: how high a count chance gives, and how high one has to be."""

from typing import Any

import numpy as np
import pandas as pd

from analysis import measures, statistics
from analysis.distinctive import AVOIDED, LEVEL, ONCE, OVER, UNDER

_COUNTED = ("of", "of_elsewhere", "tests", "over", "once", "under", "smallest", "by_chance")
COLUMNS = dict.fromkeys(("lang", "source", "against"), "str") | dict.fromkeys(_COUNTED, "int64")


def power(table: pd.DataFrame, *, level: float = LEVEL) -> pd.DataFrame:
    """One row is one comparison of `distinctive.words` or `pairwise`, and what it can show.

    Columns: lang, source, against, of, of_elsewhere, tests, then `over`, `once` and `under`, which count the findings:
    used more (in several sentences, in one), used less. `smallest` is the lowest count at which a word of this source
    alone comes out, were it the only one; 0 where none can. `by_chance` is the highest count that a word of this source
    alone reaches or passes in 1 of 20 random deals of the words.
    """
    rows = []
    for (lang, source, against), part in table.groupby(["lang", "source", "against"], sort=False):
        size, other, tests = (int(part[name].iloc[0]) for name in ("of", "of_elsewhere", "tests"))
        totals = (part["count"] + part["elsewhere"]).to_numpy()
        rows.append(
            {"lang": lang, "source": source, "against": against, "of": size, "of_elsewhere": other, "tests": tests}
            | {"over": int((part["reading"] == OVER).sum()), "once": int((part["reading"] == ONCE).sum())}
            | {"under": int(part["reading"].isin((AVOIDED, UNDER)).sum())}
            | {"smallest": _smallest(size, other, tests, level), "by_chance": _by_chance(totals, size, other)}
        )
    names = [
        "lang",
        "source",
        "against",
        "of",
        "of_elsewhere",
        "tests",
        "over",
        "once",
        "under",
        "smallest",
        "by_chance",
    ]
    typed = {name: "str" if name in ("lang", "source", "against") else "int64" for name in names}
    return pd.DataFrame(rows, columns=names).astype(typed)


def _smallest(size: int, other: int, tests: int, level: float) -> int:
    """The lowest count of a word of this side alone whose p, adjusted for so many tests, is at most the level."""
    counts = np.arange(1, min(size, 400) + 1)
    if not tests or not len(counts):
        return 0
    p: Any = measures.two_sided(statistics.specificity(counts, size, counts, size + other))
    found = counts[p * tests <= level]
    return int(found[0]) if len(found) else 0


def _by_chance(totals: np.ndarray, size: int, other: int) -> int:
    """The highest count that, dealt at random, some word reaches on this side alone in 1 of 20 deals; 0 if none."""
    counts = np.unique(totals[(totals > 0) & (totals <= size)])
    if not len(counts):
        return 0
    alone = 10.0 ** -np.abs(statistics.specificity(counts, size, counts, size + other))
    expected = [
        (alone[counts >= count] * [(totals == one).sum() for one in counts[counts >= count]]).sum() for count in counts
    ]
    reached = counts[1 - np.exp(-np.array(expected)) >= 0.05]
    return int(reached[-1]) if len(reached) else 0
