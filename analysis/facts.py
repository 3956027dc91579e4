"""What the articles tell, grouped into facts: which units tell what a fact-checker would call the same fact.

Other words, another order, another speaker or more doubt make no other fact, and neither does another value: where
accounts differ on a matter, they tell the same fact differently. Articles on different events share no fact.
"""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis import claims, clusters, likeness, narrowing, pins, reasons, stories, telling
from analysis.narrowing import Claim
from analysis.reading import Reading
from analysis.tables import ParameterError

THRESHOLD = 0.3
"""The mean probability from which on units tell the same fact; fixed on invented corpora."""
SILENT = ("credit", "related", "dateline")
"""Roles that tell no fact."""
THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7)


def find(
    read: Reading, path: str | Path | None = None, *, threshold: float = THRESHOLD
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables `claims` and `facts` of a corpus that was read.

    `path` is the corpus, or its `facts.csv`: what stands there wins (see `pins`). With a higher `threshold` there are
    more facts, each of fewer articles. Raises `ParameterError` and `CodingError`.
    """
    return at(read, path, (threshold,))[0]


def at(
    read: Reading, path: str | Path | None, thresholds: tuple[float, ...]
) -> list[tuple[pd.DataFrame, pd.DataFrame]]:
    """The tables of `find` at each of these thresholds; the units are compared once."""
    compared, decided = _compared(read), pins.read(path, read.units)
    return [_found(read, compared, decided, threshold) for threshold in thresholds]


def sensitivity(read: Reading, thresholds: tuple[float, ...] = THRESHOLDS) -> pd.DataFrame:
    """One row per threshold: how many `claims` and `facts` there are, and how many facts two articles or more share.

    Columns: threshold, claims, facts, shared, of (articles). An analyst's `facts.csv` is left aside.
    """
    compared = _compared(read)
    rows = []
    for threshold in thresholds:
        told, facts = _found(read, compared, pins.read(None, read.units), threshold)
        shared = int((facts["articles"] > 1).sum())
        rows.append((threshold, len(told), len(facts), shared, len(read.documents)))
    columns = ["threshold", "claims", "facts", "shared", "of"]
    return pd.DataFrame(rows, columns=columns).astype({"threshold": "float64"} | dict.fromkeys(columns[1:], "int64"))


def why(read: Reading, claims: pd.DataFrame, fact: str) -> pd.DataFrame:
    """One row is one thing that units of two articles or more share which tell this fact of `claims`; see `reasons`.

    Columns: kind (name, number, counted, date, concept, word or run of words), shared, words, articles, of, weight.
    Raises `ParameterError` for a fact that is not there.
    """
    own = claims[claims["fact"] == fact]
    if own.empty:
        raise ParameterError(f"there is no fact {fact!r} among the claims")
    units, of = _telling(read)
    story = units[units["document"].map(of) == of[own["document"].iloc[0]]]
    telling_it = set(own[["document", "unit"]].itertuples(index=False, name=None))
    return reasons.shared(read, telling.told(read, story), telling_it)


MOST_UNITS = 15_000
"""So many units of one event are compared with one another, which takes some 4 GB; more would need a larger machine."""


class TooManyError(ParameterError):
    """An event has more sentences than can be compared."""


class Compared(NamedTuple):
    """The story of each document; and of each story its units, with the probabilities that two tell the same fact."""

    stories: dict[str, int]
    units: list[list[telling.Told]]
    alike: list[np.ndarray]


def _telling(read: Reading) -> tuple[pd.DataFrame, dict[str, int]]:
    """The units that may tell facts, and the story of each document."""
    units = read.units[~read.units["role"].isin(SILENT)].reset_index(drop=True)
    return units, stories.of(read.documents, units)


def _compared(read: Reading) -> Compared:
    units, of = _telling(read)
    events = [own for _, own in units.groupby(units["document"].map(of), sort=True)]
    largest = max(events, key=len, default=units)
    if len(largest) > MOST_UNITS:
        raise TooManyError(
            f"{largest['document'].nunique()} articles are on one event, with {len(largest)} sentences; facts can be "
            f"found among {MOST_UNITS} at a time: choose some of these articles"
        )
    told = [telling.told(read, own) for own in events]
    return Compared(of, told, [likeness.probabilities(own) for own in told])


def _found(
    read: Reading, compared: Compared, decided: pd.DataFrame, threshold: float
) -> tuple[pd.DataFrame, pd.DataFrame]:
    if not 0 < threshold <= 1:
        raise ParameterError(f"threshold is a probability above 0 and up to 1, not {threshold}")
    fixed = pins.pinned(decided)
    closed = set(decided[["document", "unit"]].itertuples(index=False, name=None))
    told = [
        claim
        for story, (units, alike) in enumerate(zip(compared.units, compared.alike, strict=True))
        for claim in _told(f"{claims.UNNAMED}{story}.", units, alike, threshold, fixed, closed)
    ]
    return claims.tabled(narrowing.placed(told, fixed, read.documents) + fixed, read, compared.stories)


def _told(
    story: str,
    units: list[telling.Told],
    alike: np.ndarray,
    threshold: float,
    fixed: list[Claim],
    closed: set[tuple[str, int]],
) -> list[Claim]:
    """The claims of one story's units that nobody decided; a fact that nobody named is called after the story."""
    at = {unit[:2]: place for place, unit in enumerate(units)}
    pinned: dict[str, list[int]] = {}
    for claim in fixed:
        if claim[:2] in at:
            pinned.setdefault(claim.fact, []).append(at[claim[:2]])
    decided = {at[unit] for unit in closed if unit in at}
    groups = clusters.grown(alike, [unit.document for unit in units], threshold, pinned, decided)
    found = []
    for number, (name, places) in enumerate(groups.items()):
        central = clusters.central(alike, places)
        named = name if isinstance(name, str) else f"{story}{number}"
        for place in places:
            if place not in decided:
                told = units[place]
                found.append(Claim(*told[:4], named, central.get(place, 0.0), told.start, told.end))
    return found
