"""Whom a role noun means: `le ministre`, `la syndicaliste`, `the firm`, `son homologue russe`, `ce dernier`.

The layer anaphor says which nouns may stand for whom; an office belongs to whoever the article gives it to.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable

from analysis.articles import Mark, between
from analysis.descriptions import (
    COMPANY,
    DETERMINER,
    EXPERT,
    GOVERNMENT,
    ORGANISATION,
    PERSON,
    Described,
    stems,
)
from analysis.scenes import NEAR, Scene, Told, named

LATTER, ANYONE, MOUTHPIECE = "latter", "person", "mouthpiece"
HOUSES = ("company", "body", "medium")
"""Labels of the layer anaphor: who was named last, any person, who speaks for whom he serves; and organisations."""

DETERMINED = re.compile(DETERMINER, re.IGNORECASE)
_MEDIA = ("media", "agency", "state media")
_DEFINITE = re.compile(r"(?:l[ea]|ce|cet|cette|son|sa|the|this|his|her)\s+|l[’']", re.IGNORECASE)
_UNION = re.compile(r"\A[A-Z]{2,5}\Z|(?i:syndic|confédération|fédération|union|federation)")
_PEER = {"homologu", "counterpart"}


def anaphors(scene: Scene, start: int, end: int) -> list[Mark]:
    """The words of the layer anaphor at the head of a phrase."""
    determined = DETERMINED.match(scene.text, start, end)
    head = determined.end() if determined else start
    return [mark for mark in between(scene.anaphors, start, head + 1) if mark.end <= end]


def role(scene: Scene, start: int, end: int) -> Described | None:
    """Whom a definite role noun means: who has the office, else who was last named of the class that it stands for."""
    text = scene.text
    marks = anaphors(scene, start, end)
    labels = {mark.label for mark in marks}
    if LATTER in labels:
        return _last(scene, start, lambda one: one.kind in (PERSON, ORGANISATION), text[start:end])
    definite = _DEFINITE.match(text, start, end)
    if not definite:
        return None
    words = stems(text[definite.end() : end])
    if not words:
        return None
    if words[0] in _PEER:
        state = words[-1]
        peers = [one for one in scene.known.values() if one.kind == PERSON and len(words) > 1 and state in one.words]
        return _nearest(scene, start, peers) or _other_leader(scene, start)
    holder = _nearest(scene, start, _holders(scene, words, text[start:end]))
    return holder or _of_class(scene, start, end, words[0], marks)


def _holders(scene: Scene, words: list[str], phrase: str) -> list[Described]:
    """Those to whom the article gives an office, or who are called so."""
    return [
        one
        for one in scene.known.values()
        if (words[0] in one.heads or (one.kind == ORGANISATION and words[0] in one.words))
        and set(words[1:]) <= one.words
        and _same_sex(one, phrase)
    ]


def _of_class(scene: Scene, start: int, end: int, noun: str, marks: list[Mark]) -> Described | None:
    """Who was named last of the class that a noun stands for; behind more words only any person."""
    labels = {mark.label for mark in marks}
    alone = len(people(scene, start)) == 1
    bare = any(mark.end == end for mark in marks)
    if not bare and not (alone and ANYONE in labels):
        return None
    alone = alone and bare and not labels & {*HOUSES, MOUTHPIECE}
    found = _last(scene, start, lambda one: _is_of(one, labels, noun, alone), scene.text[start:end])
    if found and found.kind == ORGANISATION and "company" in labels and not found.kinds:
        found.speaks_as = COMPANY
    return found


def house(scene: Scene, start: int, end: int) -> Told | None:
    """Whom a definite noun for an organisation means, of those who spoke and are no actors of the article."""
    labels = {mark.label for mark in anaphors(scene, start, end) if mark.end == end}
    if not labels & {*HOUSES} or not _DEFINITE.match(scene.text, start):
        return None
    return next((told for told in reversed(scene.spoken[-NEAR:]) if _is_house(told, labels)), None)


def people(scene: Scene, at: int) -> set[str]:
    """The persons named before a place."""
    return {mention.actor for mention in scene.mentions[: bisect_left(scene.begins, at)] if mention.kind == PERSON}


def _is_house(told: Told, labels: set[str]) -> bool:
    """Whether somebody who spoke, but is no actor of the article, is a house by a capital name and its kind."""
    media = told.kind in _MEDIA
    house = media or told.kind in (GOVERNMENT, COMPANY, ORGANISATION, EXPERT)
    return not told.actor and told.name[:1].isupper() and house and media == (labels <= {"medium"})


def _other_leader(scene: Scene, at: int) -> Described | None:
    """The leader named last before a place, other than the one who spoke last."""
    last = scene.spoken[-1].name if scene.spoken else ""
    leader = _last(scene, at, lambda one: one.kind == PERSON and one.speaks_as == GOVERNMENT and one.actor != last, "")
    return leader or _last(scene, at, lambda one: one.kind == PERSON and one.actor != last, "")


def _is_of(one: Described, labels: set[str], noun: str, alone: bool) -> bool:
    """Whether an actor is of a class that a role noun stands for."""
    if one.kind == PERSON:
        own = {"organisation": "player"}.get(one.speaks_as, one.speaks_as)
        if ANYONE in labels or (alone and not own and not one.heads):
            return True
        return own in labels and (not one.posts or noun in one.posts or own != GOVERNMENT)
    medium = one.speaks_as in _MEDIA
    if medium or one.kind != ORGANISATION:
        return medium and "medium" in labels
    union = _UNION.search(one.actor) is not None
    return ("company" in labels and not union) or ("body" in labels and (union or not noun.startswith("syndic")))


def _same_sex(one: Described, phrase: str) -> bool:
    """Whether a person may be meant by the article of the phrase."""
    if one.kind != PERSON:
        return True
    feminine = re.match(r"(?:la|cette)\s", phrase, re.IGNORECASE)
    masculine = re.match(r"(?:le|ce|cet)\s", phrase, re.IGNORECASE)
    return not one.sex or not (feminine if one.sex == "man" else masculine)


def _nearest(scene: Scene, at: int, holders: list[Described]) -> Described | None:
    """Of several holders of an office the one named last before a place; the only one also behind it."""
    if not holders:
        return None
    if len(holders) == 1:
        return holders[0]
    actors = {one.actor: one for one in holders}
    before = scene.mentions[: bisect_left(scene.begins, at)]
    return next((actors[mention.actor] for mention in reversed(before) if mention.actor in actors), None)


def _last(scene: Scene, at: int, fits: Callable[[Described], bool], phrase: str) -> Described | None:
    """The actor named last before a place, a few sentences back at most, that fits."""
    last = bisect_right(scene.openings, at) - 1
    opening = scene.units[max(0, last - NEAR)].start
    for mention in reversed(named(scene, opening, at)):
        one = scene.known[mention.actor]
        if fits(one) and _same_sex(one, phrase):
            return one
    return None
