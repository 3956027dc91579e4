"""Places that differ: where it happens, with what lies in what."""

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.discrepancies import acts, geography, located, matters
from analysis.discrepancies.matters import Found
from analysis.discrepancies.spelling import distance
from analysis.discrepancies.values import FINER, OTHER, SAME, Value
from analysis.names import folded
from analysis.reading import Reading

KIND = "place"
ONE_AGREES = True
"""An article that gives several places agrees with another as soon as one of them does."""
WEIGHTS = {"constant": -2.9, "head": 2.5, "near": 1.5, "unit": 4.0, "fact": 1.5, "known": -1.2, "then": -8.0}
"""Rounded from a logistic regression over pairs of dates and places that differ, in invented articles."""
MIXED = -2.5
"""What speaks against a state and a place outside of it being of one thing."""
WATER = 1.5
"""What speaks for two seas, gulfs or lakes being of one thing: few stories have several."""
ACT = 3.0
"""What speaks for two places being of one thing where the same is done or happens there."""
LONG = 6
"""Letters from which on two names of places that differ by one letter are one name."""


def values(read: Reading, claims: pd.DataFrame) -> list[Value]:
    """The places that two articles or more give of one thing."""
    return matters.gathered(read, claims, acts.added(read, located.found(read)), WEIGHTS, plausible)


def plausible(own: Sequence[Found]) -> np.ndarray:
    """What speaks for two places being of one thing (both are waters), and against it (one is another state)."""
    states, waters = (np.array([one.things[thing] for one in own]) for thing in ("state", "water"))
    labels = list(dict.fromkeys(one.value for one in own))
    apart = np.array([[not _nested(one, other) for other in labels] for one in labels], dtype=np.float32)
    at = [labels.index(one.value) for one in own]
    mixed = MIXED * apart[np.ix_(at, at)] * np.abs(np.subtract.outer(states, states))
    return mixed + WATER * np.outer(waters, waters) + ACT * acts.alike(own)


def relation(one: Value, other: Value) -> tuple[str, float]:
    """How two places stand to each other, and how sure that is."""
    if _alike(one.value, other.value):
        return SAME, 1.0
    if _nested(one.value, other.value):
        return FINER, 0.95
    listed = [geography.is_known(value.value) for value in (one, other)]
    return OTHER, 0.95 if all(listed) else 0.75


def _nested(one: str, other: str) -> bool:
    return geography.holds(one, other) or geography.holds(other, one)


def _alike(one: str, other: str) -> bool:
    """Whether two names may be spellings of one place, or the one is part of the other (`port of Assab`, `Assab`)."""
    if one == other or (geography.is_known(one) and geography.is_known(other)):
        return one == other
    if located.is_water(one, "fr") and located.is_water(other, "fr"):
        return bool(_proper(one) & _proper(other))
    words = [[folded(word) for word in re.split(r"[\s'’-]+", name)] for name in (one, other)]
    shorter, longer = sorted(words, key=len)
    letters = ["".join(own) for own in words]
    return set(shorter) <= set(longer) or (min(map(len, letters)) >= LONG and distance(*letters) == 1)


def _proper(label: str) -> set[str]:
    """The words of a water's label that are its name."""
    return {folded(word) for word in label.split() if word[0].isupper() and not located.is_water(word, "en")}
