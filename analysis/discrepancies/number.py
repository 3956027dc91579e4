"""Numbers that differ: how many, how long, how far, how much, how old."""

import math
import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.discrepancies import counted, matters, slots
from analysis.discrepancies.amounts import CURRENCIES
from analysis.discrepancies.matters import IMPOSSIBLE, Found
from analysis.discrepancies.people import TOLL
from analysis.discrepancies.values import FINER, OTHER, SAME, Value
from analysis.reading import Reading

KIND = "number"
ONE_AGREES = True
"""An article that gives several numbers agrees with another as soon as one of them does."""
WEIGHTS = {"constant": 0.0, "head": 2.0, "near": 1.0, "unit": 3.5, "fact": 1.0, "known": -2.0, "then": -5.0}
"""Rounded from a logistic regression over pairs of numbers that differ, in invented articles."""
COUNTED = 1.0
"""What a counted noun in common adds; numbers that count different things are not compared."""
ONE = -2.5
"""What speaks against one thing being compared with several: `un` is an article too."""
LARGE, LARGE_SUMS = 1e6, 0.7
"""Sums of money from here on are few in a story, and mostly of one thing; what this adds."""
DURATION = -0.5
"""Stories hold many durations; what this takes away."""
UNTOLD = -0.4
"""What speaks against those of whom it is told that they are hurt being those of whom nothing is told."""
LAPSE = -2.0
"""What speaks against how long something lasted being how long before or after something it happened."""
MANIFOLD = 1.0
"""What each e-fold between two numbers takes away: 400 and two million are not of one matter."""
AGE, YEAR = 1.5, 0.4
"""What speaks for two ages being one person's, and what each year between them takes away."""
SLIP = -1.5
"""What speaks for a measured number and its tenfold being of one matter."""
WHOLE = ("duration", "percent", "temperature", "points", "times", "score", "magnitude")
"""Measures of which ten times as much is another thing."""
KIN = -0.6
"""What speaks for people under two names (`routiers`, `chauffeurs`) being the same, or things under a general one."""
MOST = 5
"""Numbers that are more than so many times each other are of different things."""
ROUND, CONVERTED = 0.02, 0.03
"""In shares: how near a round number may be to what it stands for, and two numbers in different units."""


def values(read: Reading, claims: pd.DataFrame) -> list[Value]:
    """The numbers and durations that two articles or more give of one thing."""
    return matters.gathered(read, claims, counted.found(read), WEIGHTS, plausible)


def plausible(own: Sequence[Found]) -> np.ndarray:
    """What speaks for and against two numbers being of one thing: what they count, and how far apart they are."""
    middles = np.array([max(1e-9, abs(one.low + one.high) / 2) for one in own])
    apart = np.abs(np.subtract.outer(np.log(middles), np.log(middles)))
    score = np.where(apart > math.log(MOST), IMPOSSIBLE, -MANIFOLD * apart)
    if own[0].family == "age":
        return AGE - YEAR * np.abs(np.subtract.outer(middles, middles))
    if own[0].family == "duration":
        return score + DURATION + LAPSE * _apart([frozenset(one.things) for one in own])
    if own[0].things:
        return score + _counting(own)
    large = np.array([one.family in CURRENCIES and one.high >= LARGE for one in own])
    score = np.where(_is_slip(own, apart), SLIP, score)
    return score + LARGE_SUMS * np.logical_and.outer(large, large)


def _apart(roles: Sequence[frozenset[str]]) -> np.ndarray:
    """Whether two durations are told in roles of which they share none: `pendant dix jours`, `dix jours avant`."""
    return np.array([[bool(one and other and not one & other) for other in roles] for one in roles], dtype=float)


def _counting(own: Sequence[Found]) -> np.ndarray:
    """What speaks for and against two numbers counting one thing."""
    words = slots.common([_named(one, "", "@!") for one in own])
    people = slots.common([_named(one, "@person") for one in own])
    fates = slots.common([_named(one, "!") for one in own])
    toll = np.array([any(thing[0] == "!" and thing[1:] in TOLL for thing in one.things) for one in own])
    person = np.array([counted.PERSON in one.things for one in own])
    generic = np.array([counted.GENERIC in one.things for one in own])
    bare = np.array([not one.called for one in own])
    same = np.minimum(words, 2) + fates
    kin = (same < counted.BESIDE) & ((people > 0) | _any(bare) | (_any(generic) & ~_any(person)))
    ones = np.array([ONE * (one.high == 1) for one in own])
    score = COUNTED * np.minimum(same, 2) + np.where(fates > 0, 0.25, 1.0) * np.minimum.outer(ones, ones)
    score = np.where(kin, KIN, score) + UNTOLD * np.logical_xor.outer(toll, toll)
    score = np.where(np.logical_and.outer(toll, toll) & (fates == 0), IMPOSSIBLE, score)
    return np.where((same >= counted.BESIDE) | kin, score, IMPOSSIBLE)


def _any(marked: np.ndarray) -> np.ndarray:
    """Whether one of two is marked."""
    return np.logical_or.outer(marked, marked)


def _named(one: Found, start: str, but: str = "") -> dict[str, float]:
    """The things of a number whose names begin like this, and with none of these signs."""
    return {thing: share for thing, share in one.things.items() if thing.startswith(start) and thing[0] not in but}


def _is_slip(own: Sequence[Found], apart: np.ndarray) -> np.ndarray:
    """Whether two measured numbers are ten, hundred or thousand times each other: a comma or a unit slipped."""
    tens = apart / math.log(10)
    slipped = (np.abs(tens - np.round(tens)) < 1e-6) & (tens > 0.5) & (tens < 3.5)
    return slipped & (
        own[0].family not in ("duration", "percent", "temperature", "points", "times", "score", "magnitude")
    )


def relation(one: Value, other: Value) -> tuple[str, float]:
    """How two amounts stand to each other, and how sure that is."""
    if one.value.removeprefix("about ") == other.value.removeprefix("about "):
        return SAME, 1.0
    (a, b), (c, d) = sorted([(one.low, one.high), (other.low, other.high)])
    exact, converted = a == b and c == d, _unit(one.value) != _unit(other.value)
    near = CONVERTED if converted else ROUND if exact and _is_round(one, other) else 1e-6
    gap = (c - b) / max(abs(c), abs(b), 1e-9)
    if gap <= near:
        return (SAME, 0.9) if (exact and converted) or (a, b) == (c, d) else (FINER, 0.8)
    if exact:
        return OTHER, 0.95
    return OTHER, 0.6 if gap < 0.05 else 0.85


def _unit(shown: str) -> str:
    """What stands behind the number of an amount; a score has no unit."""
    unit = re.sub(r"^\D*[\d.,]+\s*", "", shown)
    return unit if re.search(r"[^\W\d]|[%°]", unit) else ""


def _is_round(one: Value, other: Value) -> bool:
    """Whether one of two large numbers ends in noughts that the other has not."""
    ends = [_noughts(value.high) for value in (one, other)]
    return min(one.high, other.high) >= 100 and ends[0] != ends[1]


def _noughts(number: float) -> int:
    digits = f"{number:.0f}"
    return len(digits) - len(digits.rstrip("0"))
