"""What was found against a reference: precision, recall, F1, and how sure they are."""

from collections.abc import Collection
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.statistics.resampling import Estimate, draws, percentiles
from analysis.tables import CodingError


class Score(NamedTuple):
    """Counts of units, and the three measures made of them: 0 to 1, or None where there is nothing to divide by."""

    hits: int
    """In both."""
    found: int
    """Found; `hits` of `found` is precision."""
    reference: int
    """In the reference; `hits` of `reference` is recall."""
    of: int
    """All units looked at."""
    precision: float | None
    """None when nothing was found."""
    recall: float | None
    """None when the reference holds nothing."""
    f1: float | None
    """None when there was nothing to find and nothing was found."""

    @property
    def extra(self) -> int:
        """Found, and not in the reference."""
        return self.found - self.hits

    @property
    def missed(self) -> int:
        """In the reference, and not found."""
        return self.reference - self.hits


def precision_recall(found: pd.Series | Collection[Any], reference: pd.Series) -> Score:
    """Counts, precision, recall and F1 of the found units against the reference.

    `reference` is a series of true and false, one per unit; `found` is one with the same index, or the units that are
    true (members of that index). `CodingError` when the two do not speak of the same units. For the interval of
    precision take `wilson(score.hits, score.found)`, of recall `wilson(score.hits, score.reference)`.
    """
    hits, was_found, expected = _marks(found, reference).sum(axis=0).tolist()
    return Score(
        hits,
        was_found,
        expected,
        len(reference),
        hits / was_found if was_found else None,
        hits / expected if expected else None,
        _f1(hits, was_found, expected),
    )


def f1_interval(
    found: pd.Series | Collection[Any],
    reference: pd.Series,
    *,
    seed: int,
    documents: pd.Series | None = None,
    repeats: int = 1000,
    level: float = 0.95,
) -> Estimate:
    """F1 with its percentile bootstrap interval over units, or over articles when `documents` names each unit's.

    Resamples in which nothing is to be found and nothing was are left out and not counted in `repeats`. Drawing
    articles is the stricter reading (errors of one article go together), but with few of them a coarse one.
    """
    marks = _marks(found, reference)
    if documents is not None:
        if not documents.index.equals(reference.index):
            raise CodingError("documents and reference do not speak of the same units: their indexes differ")
        marks = pd.DataFrame(marks).groupby(documents.to_numpy(), sort=True, dropna=False).sum().to_numpy()
    value = _f1(*marks.sum(axis=0).tolist())
    if value is None:
        return Estimate(None, None, None, len(marks), 0, "nothing was to be found and nothing was found")
    resampled = (_f1(*marks[draw].sum(axis=0).tolist()) for draw in draws(len(marks), repeats, seed))
    low, high, kept = percentiles(resampled, level)
    return Estimate(value, low, high, len(marks), kept, "" if kept else "F1 is undefined in every resample")


def _f1(hits: int, found: int, reference: int) -> float | None:
    return 2 * hits / (found + reference) if found + reference else None


def _marks(found: pd.Series | Collection[Any], reference: pd.Series) -> np.ndarray:
    """One row per unit: hit, found, in the reference; 0 or 1."""
    if not reference.index.is_unique:
        raise CodingError(f"the reference speaks twice of unit {reference.index[reference.index.duplicated()][0]!r}")
    if not isinstance(found, pd.Series):
        strange = [unit for unit in found if unit not in reference.index]
        if strange:
            raise CodingError(f"found unit {min(strange, key=str)!r} is none of the reference's {len(reference)} units")
        found = pd.Series(reference.index.isin(list(found)), index=reference.index)
    if not found.index.equals(reference.index):
        raise CodingError("found and reference do not speak of the same units: their indexes differ")
    if found.isna().any() or reference.isna().any():
        raise CodingError("found and reference hold true or false for each unit; one of them has a missing value")
    ours, theirs = found.to_numpy(bool), reference.to_numpy(bool)
    return np.column_stack([ours & theirs, ours, theirs]).astype("int64")
