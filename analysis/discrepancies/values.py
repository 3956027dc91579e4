"""What every kind of discrepancy is made of: values of a matter, and how two of them stand to each other."""

from typing import NamedTuple

AGREEING = {"attribution": 1, "name": 2, "granularity": 3}
"""Kinds of which all accounts may be right, in the order in which they stand behind contradictions: one states what
another ascribes, names are spelled in several ways, one is only more precise."""
SAME, FINER, OTHER = "same", "finer", "other"
"""How two values stand to each other: alike; one only more precise than the other; or they can't both be true."""
UNLISTED = 0.2
"""How sure two values are different that may both be true, without one being more precise: too little to be listed."""


class Value(NamedTuple):
    """A value that a claim gives: the words at `start` to `end` of the document, and what they mean.

    `of` says what it is a value of, such as the noun that a number counts: only values of one fact, one kind and one
    `of` are compared. `value` is normalised, and meant for a reader: a date, a number with its unit, a place's label.
    What can be measured lies between `low` and `high`. `sure` is the probability that it is a value of that matter.
    Values that were found to be of one matter though their claims are of several facts have its `fact`.
    """

    claim: str
    document: str
    unit: int
    start: int
    end: int
    of: str
    value: str
    low: float = 0.0
    high: float = 0.0
    sure: float = 1.0
    fact: str = ""
