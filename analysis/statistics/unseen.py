"""What was not seen: how many claims no article told, and how much of the telling was covered.

Claims are the species; each count is how often one was told, for `chao1`, or how many articles tell it, for `chao2`:
an article tells a claim or not, and repeats it as it likes, so that articles are samples of incidence. Both are lower
bounds. They take for granted that the articles draw on the event one by one; articles that copy one agency repeat the
same claims and make the unseen look smaller than it is.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from analysis.statistics.intervals import z_score
from analysis.tables import ParameterError, TableError

FORMS = ("bias-corrected", "classic", "finite")


class Richness(NamedTuple):
    """How many claims there are at the least, seen and unseen."""

    observed: int
    """Claims told at least once."""
    estimate: float
    se: float
    low: float
    """Never below `observed`."""
    high: float


def chao1(counts: Iterable[int], *, form: str = "bias-corrected", level: float = 0.95) -> Richness:
    """Chao's lower bound for the number of claims, with standard error and interval.

    With f1 claims told once and f2 told twice, the unseen are f1(f1 − 1) / 2(f2 + 1) in the `bias-corrected` form
    (Chao 1987; Chiu et al. 2014), f1² / 2f2 in the `classic` one (Chao 1984), and that times (n − 1) / n in the
    `finite` one (Chao et al. 2014), n the sum of the counts. Without f2 all take the first. Variances: Chao 1987 and
    the appendix of Colwell's EstimateS, equations 5 to 8; interval: log-normal (Chao 1987), equation 13. A small
    corpus gives a bound with a wide interval: quote both.
    """
    told = _told(counts)
    if form not in FORMS:
        raise ParameterError(f"there is no form {form!r} of Chao's estimate; choose one of {', '.join(FORMS)}")
    seen, n = len(told), int(told.sum())
    once, twice = int((told == 1).sum()), int((told == 2).sum())
    factor = (n - 1) / n if form == "finite" and n else 1.0
    unseen, variance = _unseen(seen, once, twice, factor, classic=form != "bias-corrected")
    return _interval(seen, n, unseen, variance, z_score(level))


def chao2(articles: Iterable[int], of: int, *, form: str = "bias-corrected", level: float = 0.95) -> Richness:
    """Chao's lower bound from incidences: `articles` says of each claim how many of the `of` articles tell it.

    With Q1 claims told by one article and Q2 by two, the unseen are (t − 1) / t · Q1(Q1 − 1) / 2(Q2 + 1) in the
    `bias-corrected` form, t being `of`, and (t − 1) / t · Q1² / 2Q2 in the `classic` one (Chao 1987; the first factor
    is for few samples: Colwell's EstimateS, equations 7 and 8, variances 10 to 12). Without Q2 both take the first.
    Interval as in `chao1`. Of one article nothing unseen can be estimated: the bound is what it tells.
    """
    told = _incidences(articles, of)
    if form not in FORMS[:2]:
        raise ParameterError(f"there is no form {form!r} of Chao's estimate; choose one of {', '.join(FORMS[:2])}")
    once, twice = int((told == 1).sum()), int((told == 2).sum())
    factor = (of - 1) / of if of else 0.0
    unseen, variance = _unseen(len(told), once, twice, factor, classic=form == "classic")
    return _interval(len(told), int(told.sum()), unseen, variance, z_score(level))


def good_coverage(counts: Iterable[int]) -> float:
    """The share of the telling that falls on claims already seen: 1 − f1 / n (Good 1953); 0 when nothing was told.

    >>> good_coverage([1, 1, 2, 6])
    0.8
    """
    told = _told(counts)
    return float(1 - (told == 1).sum() / told.sum()) if len(told) else 0.0


def chao_coverage(counts: Iterable[int]) -> float:
    """The same, corrected with f2 (Chao & Jost 2012, equation 4a); Good's where the estimate has no unseen claim."""
    told = _told(counts)
    n, once, twice = int(told.sum()), int((told == 1).sum()), int((told == 2).sum())
    unseen = once**2 / (2 * twice) if twice else once * (once - 1) / 2
    if not unseen:
        return good_coverage(told)
    return 1 - once / n * ((n - 1) * unseen / ((n - 1) * unseen + once))


def incidence_coverage(articles: Iterable[int], of: int) -> float:
    """The share of one more article's telling that falls on claims that some of the `of` articles tell already.

    1 − Q1 / U · (t − 1)Q1 / ((t − 1)Q1 + 2Q2), U the sum of the incidences (Chao & Jost 2012, Good's 1953 formula with
    Q2, for samples of incidence); without Q2 Good's own, and so of one article 0.

    >>> incidence_coverage([1, 1, 2, 4], of=4)
    0.8125
    """
    told = _incidences(articles, of)
    once, twice = int((told == 1).sum()), int((told == 2).sum())
    if of < 2 or not twice:
        return good_coverage(told)
    missed = (of - 1) * once / ((of - 1) * once + 2 * twice)
    return float(1 - once / told.sum() * missed)


def _incidences(articles: Iterable[int], of: int) -> np.ndarray:
    told = _told(articles)
    if told.max(initial=0) > of:
        raise TableError(f"a claim is told by {told.max():g} articles, and there are {of}")
    return told


def _unseen(seen: int, once: int, twice: int, factor: float, *, classic: bool) -> tuple[float, float]:
    """How many claims are unseen at the least, and the variance of that."""
    if classic and twice:
        return factor * once**2 / (2 * twice), _variance_classic(once / twice, twice, factor)
    unseen = factor * once * (once - 1) / (2 * (twice + 1))
    return unseen, _variance_corrected(once, twice, factor, seen + unseen)


def _told(counts: Iterable[int]) -> np.ndarray:
    values = np.asarray(list(counts), dtype=float)
    wrong = ~((values >= 0) & (values == np.floor(values)) & np.isfinite(values))
    if wrong.any():
        raise TableError(f"claims are told a whole number of times, not {values[wrong][0]:g}")
    return values[values > 0]


def _variance_classic(ratio: float, twice: int, factor: float) -> float:
    return twice * (factor * ratio**2 / 2 + factor**2 * (ratio**3 + ratio**4 / 4))


def _variance_corrected(once: int, twice: int, factor: float, estimate: float) -> float:
    first = factor * once * (once - 1) / (2 * (twice + 1))
    second = factor**2 * once * (2 * once - 1) ** 2 / (4 * (twice + 1) ** 2)
    if twice:
        return first + second + factor**2 * once**2 * twice * (once - 1) ** 2 / (4 * (twice + 1) ** 4)
    return first + second - factor**2 * once**4 / (4 * estimate) if estimate else 0.0


def _interval(seen: int, n: int, unseen: float, variance: float, z: float) -> Richness:
    """Log-normal where something is unseen; else as if each claim were told Poisson(n / seen) times."""
    if unseen:
        spread = float(np.exp(z * np.sqrt(np.log1p(variance / unseen**2))))
        return Richness(seen, seen + unseen, variance**0.5, seen + unseen / spread, seen + unseen * spread)
    if not seen:
        return Richness(0, 0.0, 0.0, 0.0, 0.0)
    missed = float(np.exp(-n / seen))
    middle, reach = seen / (1 - missed), z * (seen * missed) ** 0.5 / (1 - missed)
    se = (seen * missed * (1 - missed)) ** 0.5
    return Richness(seen, float(seen), se, max(float(seen), middle - reach), middle + reach)
