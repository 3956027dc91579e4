"""A share counted by an imperfect coder, put right by what is known of its errors."""

from typing import NamedTuple

import numpy as np

from analysis.statistics.intervals import z_score
from analysis.tables import TableError


class Corrected(NamedTuple):
    """A corrected share with its interval; what is undefined is None and `reason` says why."""

    share: float | None
    low: float | None
    high: float | None
    reason: str = ""


def rogan_gladen(
    count: int, of: int, hits: int, positives: int, rejections: int, negatives: int, level: float = 0.95
) -> Corrected:
    """What share of `of` units truly holds a label that the coder gave to `count` of them.

    Of `positives` units known to hold it the coder found `hits` (sensitivity Se), of `negatives` that don't it
    passed over `rejections` (specificity Sp). The share is (p + Sp − 1) / (Se + Sp − 1), cut at 0 and 1 (Rogan & Gladen
    1978, equation 1); the interval, which knows that Se and Sp are estimates, that of Lang & Reiczigel (2014,
    equations 6, 7, 16 and 17). Both take for granted that the coder errs here as often as where it was checked.
    Undefined where the coder is no better than chance (Se + Sp ≤ 1) or was checked on no unit of a kind.

    >>> [round(number, 3) for number in rogan_gladen(30, 100, 80, 100, 180, 200)[:3]]
    [0.286, 0.156, 0.436]
    """
    if not (0 <= count <= of and 0 <= hits <= positives and 0 <= rejections <= negatives):
        raise TableError(
            f"{count} of {of}, {hits} of {positives}, {rejections} of {negatives} cannot be: check the counts"
        )
    if not (of and positives and negatives):
        return Corrected(None, None, None, "the coder was checked on too few units")
    sensitivity, specificity = hits / positives, rejections / negatives
    if sensitivity + specificity <= 1:
        return Corrected(None, None, None, "the coder was no better than chance where it was checked")
    share = (count / of + specificity - 1) / (sensitivity + specificity - 1)
    low, high = _interval(count, of, hits, positives, rejections, negatives, z_score(level))
    share = min(max(share, 0.0), 1.0)
    return Corrected(share, min(low, share), max(high, share))


def _interval(
    count: int, of: int, hits: int, positives: int, rejections: int, negatives: int, z: float
) -> tuple[float, float]:
    total, found, spared = of + z**2, positives + 2, negatives + 2
    apparent = (count + z**2 / 2) / total
    sensitivity, specificity = (hits + 1) / found, (rejections + 1) / spared
    youden = sensitivity + specificity - 1
    if youden <= 0:
        return 0.0, 1.0
    share = (apparent + specificity - 1) / youden
    of_sensitivity = share * sensitivity * (1 - sensitivity) / found
    of_specificity = (1 - share) * specificity * (1 - specificity) / spared
    centre = share + 2 * z**2 * (of_sensitivity - of_specificity)
    variance = apparent * (1 - apparent) / total + share * of_sensitivity + (1 - share) * of_specificity
    reach = z * np.sqrt(variance) / youden
    return float(np.clip(centre - reach, 0, 1)), float(np.clip(centre + reach, 0, 1))
