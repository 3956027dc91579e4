"""What an act is made of, and what there is to know of the article in which it is told."""

import re
from typing import Any, NamedTuple

from analysis import doers
from analysis.arguments import Place
from analysis.doers import Doer, Mention
from analysis.phrases import Phrase
from analysis.predicates import Mark

SPEAKING = "speaking"
DEEDS = ("giving", "taking", "constraining", "meeting", "helping", "building", "moving")
"""Kinds of deeds whose verbs only speak where they report: `confie une source`."""
PLACED = ("moving", "meeting", "attacking", "building")
"""Kinds of deeds in which a capital may be the town alone."""
_INFINITIVE = re.compile(
    r"[^.;:«»“”]{0,90}?(?<!\w)(?:à\s+(?:ne\s+(?:pas|plus)\s+)?(?:l[ea]s?\s+|l[’'])?(?:«\s*)?\w+(?:er|ir|re|oir)(?!\w)|to\s+[a-z]+)|\s+(?:à|to|for|on)\s",
    re.IGNORECASE,
)


class Scene(NamedTuple):
    """What there is to know of one article."""

    document: str
    text: str
    lang: str
    named: list[Mention]
    seats: dict[str, str]
    bodies: list[tuple[int, int]]
    people: list[tuple[int, int]]
    statements: list[Any]
    cues: list[tuple[int, int, Any]]
    verbs: list[tuple[int, int, str]]


class Act(NamedTuple):
    """An act before it becomes a row."""

    mark: Mark
    label: str
    form: str
    agent: Doer
    patient: Doer
    polarity: str


def who(scene: Scene, phrase: Phrase | None, pronoun: str = "") -> Doer:
    """Whom a phrase or pronoun of the article names."""
    return doers.doer(scene.text, phrase, pronoun, scene.named, scene.bodies)


def label_of(scene: Scene, place: Place, mark: Mark, patient: Doer) -> str:
    """The kind of deed, which is another one where it is done to somebody or leads to an infinitive."""
    for part in mark.more:
        label, _, when = part.partition(" with ")
        if when == "somebody" and is_somebody(scene, patient):
            return label
        label, _, when = part.partition(" before ")
        if when == "infinitive" and _INFINITIVE.match(place.text, mark.end, place.end):
            return label
    return mark.label


def is_somebody(scene: Scene, patient: Doer) -> bool:
    """Whether it is a person, a pronoun, or a word for people or bodies that may speak."""
    if patient.kind in ("person", "organisation", doers.PRONOUN):
        return True
    return patient.start >= 0 and any(start < patient.end and patient.start < end for start, end in scene.people)
