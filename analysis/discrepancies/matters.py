"""Which values are values of one matter: those of different articles whose words around them are alike."""

import math
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis import linkage
from analysis.discrepancies import called, slots
from analysis.discrepancies.values import Value
from analysis.reading import Reading

THRESHOLD = 0.25
"""The mean probability from which on values are of one matter; fixed on invented corpora."""
IMPOSSIBLE = -50.0
"""What says that two values can't be of one matter."""
SURE = 0.95
"""The most that the words around two values can say."""


class Found(NamedTuple):
    """A value as it was found: where, what it is called for a reader, and what may be compared with it.

    Only values of one `family` are compared (all lengths, all counts); those that count share one of `things`. At
    `stop` ends what is counted or measured.
    """

    document: str
    unit: int
    start: int
    end: int
    value: str
    low: float
    high: float
    family: str
    called: str
    things: Mapping[str, float]
    stop: int = 0

    @property
    def span(self) -> tuple[str, int, int, int]:
        """Where the value stands, with what it counts or measures."""
        return self.document, self.unit, self.start, max(self.end, self.stop)


Plausible = Callable[[Sequence[Found]], np.ndarray]
"""What says for each two values how much speaks for (above 0) or against their being of one matter."""


def gathered(
    read: Reading, claims: pd.DataFrame, found: Sequence[Found], weights: Mapping[str, float], plausible: Plausible
) -> list[Value]:
    """The values that two articles or more give of one matter, each with the matter's name and fact."""
    context = slots.context(read, claims)
    stories = told_together(claims)
    families: dict[tuple[int, str], list[Found]] = {}
    for own in sorted(found):
        if own.document in stories:
            families.setdefault((stories[own.document], own.family), []).append(own)
    rarity = {story: context.rarity(_of(stories, story)) for story in sorted({story for story, _ in families})}
    made = [
        (story, matter)
        for (story, _), own in sorted(families.items())
        for matter in _matters(own, context, rarity[story], weights, plausible)
    ]
    return _named([(called.subject(context, rarity[story], matter), matter) for story, matter in made])


def _of(stories: dict[str, int], story: int) -> list[str]:
    return [document for document, own in stories.items() if own == story]


def told_together(claims: pd.DataFrame) -> dict[str, int]:
    """Numbers of articles that are linked by facts: those of two events share none."""
    group: dict[str, int] = {}
    facts = claims.groupby("fact", sort=True)["document"].agg(lambda own: sorted(set(own)))
    for number, documents in enumerate(facts):
        old = {group[document] for document in documents if document in group}
        group = {document: number if of in old else of for document, of in group.items()}
        group |= dict.fromkeys(documents, number)
    return group


def probabilities(
    own: Sequence[Found],
    context: slots.Context,
    rarity: dict[str, float],
    weights: Mapping[str, float],
    plausible: Plausible,
) -> np.ndarray:
    """One row and column a value: the probability that two are of one matter; 0 for different ones of one article.

    It is 0 too where the article of one of them has a value that is liker to the other.
    """
    shared = slots.shared([context.slot(*one.span) for one in own], rarity)
    score = weights["constant"] + sum(weights[name] * share for name, share in shared.items()) + plausible(own)
    documents = _numbered([one.document for one in own])
    meant = _numbered([(one.low, one.high) if one.high else one.value for one in own])
    score += weights["known"] * _known(documents, meant, score > IMPOSSIBLE / 2)
    likest = _likest(score, documents, meant)
    found = np.where(likest & likest.T, SURE / (1 + np.exp(-score)), 0.0)
    found[np.equal.outer(documents, documents) & ~np.equal.outer(meant, meant)] = 0.0
    np.fill_diagonal(found, 0.0)
    return found


def _numbered(things: Sequence[Hashable]) -> np.ndarray:
    places = {thing: place for place, thing in enumerate(dict.fromkeys(things))}
    return np.array([places[thing] for thing in things])


def _known(documents: np.ndarray, meant: np.ndarray, comparable: np.ndarray) -> np.ndarray:
    """How often, of two values, the article of the one gives the other as well: then each may be of something else."""
    same = np.equal.outer(meant, meant)
    holds = np.stack(
        [(same & comparable)[:, documents == number].any(axis=1) for number in range(documents.max() + 1)], axis=1
    )
    known = holds[:, documents].astype(np.float32)
    return np.where(same, 0.0, known + known.T)


def _likest(score: np.ndarray, documents: np.ndarray, meant: np.ndarray) -> np.ndarray:
    """Whether no other value of the second value's article is liker to the first; one row and column a value."""
    found = np.zeros(score.shape, dtype=bool)
    for number in range(documents.max() + 1):
        own = np.flatnonzero(documents == number)
        best = own[score[:, own].argmax(axis=1)]
        found[:, own] = np.equal.outer(meant[best], meant[own])
    return found


def _matters(
    own: Sequence[Found],
    context: slots.Context,
    rarity: dict[str, float],
    weights: Mapping[str, float],
    plausible: Plausible,
) -> list[list[Value]]:
    alike = probabilities(own, context, rarity, weights, plausible)
    found = []
    for group in linkage.groups(alike, THRESHOLD):
        if len({own[place].document for place in group}) > 1:
            found.append([_value(own, place, group, alike, context) for place in group])
    return found


def _value(own: Sequence[Found], place: int, group: list[int], alike: np.ndarray, context: slots.Context) -> Value:
    one = own[place]
    others = [other for other in group if own[other].document != one.document]
    claim, fact = context.claim(*one[:4])
    sure = round(float(alike[place, others].max()), 3)
    return Value(claim, *one[:4], one.called, one.value, one.low, one.high, sure, fact)


def _named(made: list[tuple[str, list[Value]]]) -> list[Value]:
    """The values with the fact that most of a matter's tell, and a name that no other matter of this fact has.

    A second matter of one name is told by its values too.
    """
    taken: Counter[tuple[str, str]] = Counter()
    named = []
    for of, values in made:
        fact = called.most(value.fact for value in values)
        own = of if not taken[fact, of] else f"{of}: {' / '.join(dict.fromkeys(value.value for value in values))}"
        for name in {own, of}:
            taken[fact, name] += 1
        own = own if taken[fact, own] == 1 else f"{own} ({taken[fact, own]})"
        named += [value._replace(fact=fact, of=own) for value in values]
    return named


def ratio(one: float, other: float) -> float:
    """How many times the larger of two numbers is the smaller, as a logarithm; large where one is nothing."""
    low, high = sorted((abs(one), abs(other)))
    return math.log(high / low) if low > 0 else (0.0 if high == 0 else 5.0)
