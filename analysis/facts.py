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
THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def find(
    read: Reading, path: str | Path | None = None, *, threshold: float = THRESHOLD
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables `claims` and `facts` of a corpus that was read.

    `path` is the corpus, or its `facts.csv`: a fact that stands there is told by its rows and nothing else (see
    `pins`). With a higher `threshold` there are more facts, each of fewer articles. Raises `ParameterError` and
    `CodingError`.
    """
    return at(read, path, (threshold,))[0]


def at(
    read: Reading, path: str | Path | None, thresholds: tuple[float, ...]
) -> list[tuple[pd.DataFrame, pd.DataFrame]]:
    """The tables of `find` at each of these thresholds; the units are compared once."""
    for threshold in thresholds:
        _checked(threshold)
    compared, decided = _compared(read), pins.read(path, read.units)
    return [_found(read, compared, decided, threshold) for threshold in thresholds]


def sensitivity(
    read: Reading, thresholds: tuple[float, ...] = THRESHOLDS, *, chosen: float | None = None
) -> pd.DataFrame:
    """One row per threshold: how many `claims` and `facts` there are, and how many facts two articles or more share.

    Columns: threshold, claims, facts, shared, of (articles). The `chosen` threshold is among them. An analyst's
    `facts.csv` is left aside. Raises `ParameterError`.
    """
    thresholds = tuple(sorted({*thresholds} if chosen is None else {*thresholds, _checked(chosen)}))
    for threshold in thresholds:
        _checked(threshold)
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
    units = read.units[~read.units["role"].isin(SILENT)]
    units = units[~telling.names_only(read, units)].reset_index(drop=True)
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
    closed = set(decided[["document", "unit"]].itertuples(index=False, name=None))
    told, fixed = [], pins.pinned(decided)
    for story, (units, alike) in enumerate(zip(compared.units, compared.alike, strict=True)):
        told += _told(f"{claims.UNNAMED}{story}.", units, alike, threshold, closed)
        fixed = _central(fixed, units, alike)
    placed = narrowing.placed(told, read.documents)
    return claims.tabled(placed + fixed, read, compared.stories, pins.stated(decided, read.documents))


def _checked(threshold: float) -> float:
    if isinstance(threshold, bool) or not isinstance(threshold, (int, float, np.number)) or not 0 < threshold <= 1:
        raise ParameterError(f"threshold is a probability above 0 and up to 1, not {threshold!r}")
    return float(threshold)


def _central(fixed: list[Claim], units: list[telling.Told], alike: np.ndarray) -> list[Claim]:
    """The claims that the file gives, with how central those of these units are in their fact."""
    at = {unit[:2]: place for place, unit in enumerate(units)}
    facts: dict[str, set[int]] = {}
    for claim in fixed:
        if claim[:2] in at:
            facts.setdefault(claim.fact, set()).add(at[claim[:2]])
    central = {fact: clusters.central(alike, sorted(places)) for fact, places in facts.items()}
    return [claim._replace(central=central[claim.fact][at[claim[:2]]]) if claim[:2] in at else claim for claim in fixed]


def _told(
    story: str, units: list[telling.Told], alike: np.ndarray, threshold: float, closed: set[tuple[str, int]]
) -> list[Claim]:
    """The claims of one story's units that nobody decided; their facts are called after the story."""
    decided = {place for place, unit in enumerate(units) if unit[:2] in closed}
    groups = clusters.grown(alike, [unit.document for unit in units], threshold, decided)
    found = []
    for number, places in enumerate(groups):
        for place, central in clusters.central(alike, places).items():
            told = units[place]
            found.append(Claim(*told[:4], f"{story}{number}", central, told.start, told.end))
    return found
