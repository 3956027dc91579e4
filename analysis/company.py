"""What the units around two units say of whether both tell the same fact, from first probabilities between all units.

Three things: a unit of a third article that is like both (`common`), units of their own articles that are likelier
partners (`rivals`), and whether the sentences beside them are alike (`beside`).
"""

import numpy as np

from analysis.telling import Told

LEAST = 0.1
"""From which first probability on a unit counts as like another."""


def company(first: np.ndarray, units: list[Told]) -> dict[str, np.ndarray]:
    """For every two units `common`, `rivals` and `beside`; 0 for units of one article but in `common`."""
    owner = owners(units)
    other = owner[:, None] != owner[None, :]
    found = {"common": common(np.where(other & (first >= LEAST), first, 0)), "rivals": rivals(first, owner)}
    return found | {"beside": np.where(other, beside(first, owner), 0)}


def owners(units: list[Told]) -> np.ndarray:
    """The number of each unit's article, in order."""
    order = {document: place for place, document in enumerate(dict.fromkeys(unit.document for unit in units))}
    return np.array([order[unit.document] for unit in units], dtype=np.int32)


def common(first: np.ndarray) -> np.ndarray:
    """The probability of the likest third unit: the lower one of those that it has with both."""
    found = np.zeros_like(first)
    for row in first:
        near = np.flatnonzero(row)
        here = np.ix_(near, near)
        found[here] = np.maximum(found[here], np.minimum.outer(row[near], row[near]))
    return found


def rivals(first: np.ndarray, owner: np.ndarray) -> np.ndarray:
    """The highest probability of either unit with another one of the other's article, both added; 0 in one article."""
    found = np.zeros_like(first)
    for article in np.unique(owner):
        own = np.flatnonzero(owner == article)
        if len(own) > 1:
            block = first[:, own]
            best, second = -np.partition(-block, 1, axis=1)[:, :2].T
            found[:, own] = np.where(block >= best[:, None], second[:, None], best[:, None])
    found[owner[:, None] == owner[None, :]] = 0
    return found + found.T


def beside(first: np.ndarray, owner: np.ndarray) -> np.ndarray:
    """The highest probability that a unit before or behind the one has with a unit before or behind the other."""
    same = (owner[1:] == owner[:-1]).astype(first.dtype)
    rows, found = np.zeros_like(first), np.zeros_like(first)
    np.multiply(first[:-1], same[:, None], out=rows[1:])
    np.maximum(rows[:-1], first[1:] * same[:, None], out=rows[:-1])
    np.multiply(rows[:, :-1], same, out=found[:, 1:])
    np.maximum(found[:, :-1], rows[:, 1:] * same, out=found[:, :-1])
    return found
