"""What is done when a date says: the acts of its clause, and whether two clauses tell the same one."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.discrepancies import acts
from analysis.reading import Reading

SAME, SURE = 0.75, 0.6
"""From which share on two clauses tell the same act, and from which weight on one surely tells an act."""
FAINT = 0.4
"""The weight of acts that only the clause beside tells."""
_EDGES = ("beginning", "early", "middle", "end")
_OF_EDGES = ("begin", "end")
"""Acts that words of a date seem to tell: `avant la fin de l'année`."""

Deeds = dict[str, float]
"""Acts with their weights, up to 1."""


def told_in(read: Reading, told: pd.DataFrame) -> list[Deeds]:
    """The acts of each date's clause; `told` is the first table of `occasions.find`."""
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    units = {row[:2]: row[2:4] for row in read.units.itertuples(index=False, name=None)}
    found = []
    for row in told.itertuples():
        place = texts[row.document], langs[row.document], units[(row.document, row.unit)]
        own = acts.around(*place, row.start, row.end)
        edged = any(word in row.part for word in _EDGES)
        found.append({act: weight for act, weight in own.items() if not (edged and act in _OF_EDGES)})
    return found


def same(doing: Sequence[Deeds], aside: Sequence[str] = (), floor: float = SURE) -> np.ndarray:
    """Whether two clauses tell the same act: one that weighs as much as the surest of either, and near to `floor`.

    Acts that are set `aside` don't count.
    """
    kept = [{act: weight for act, weight in own.items() if act not in aside} for own in doing]
    surest = np.array([_surest(own) for own in doing])
    least = np.maximum(np.minimum.outer(surest, surest), floor)
    return _shared(kept) >= SAME * least


def both_sure(doing: Sequence[Deeds]) -> np.ndarray:
    """Whether both clauses surely tell an act."""
    surest = np.array([_surest(own) for own in doing])
    return np.minimum.outer(surest, surest) >= SURE


def _surest(own: Deeds) -> float:
    return max(own.values(), default=0.0)


def _shared(doing: Sequence[Deeds]) -> np.ndarray:
    """How far each two have their acts in common."""
    found = np.zeros((len(doing), len(doing)))
    for act in sorted({act for own in doing for act in own}):
        weights = np.array([own.get(act, 0.0) for own in doing])
        found = np.maximum(found, np.minimum.outer(weights, weights))
    return found
