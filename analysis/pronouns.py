"""Whom a pronoun beside a cue means: `a-t-elle dit`, `selon lui`, `he said`."""

import re
from bisect import bisect_right

from analysis import phrases
from analysis.descriptions import EXPERT, PERSON, UNNAMED, WITNESS, Described, Mention
from analysis.mentions import Row
from analysis.scenes import NEAR, Scene, Told, known_as, named

_INVERTED = re.compile(r"-(?:t-)?(ils?|elles?)(?!\w)", re.IGNORECASE)
_BEHIND = re.compile(r"\s+(lui|elle|eux|elles|him|her|them)(?!\w)", re.IGNORECASE)
_SAID_HE = re.compile(r"\s+(he|she|they)(?=[\s,.;:]|\Z)", re.IGNORECASE)
_ACCORDING = re.compile(
    r"(?:selon|according\s+to|d[’']après|pour|for|à\s+en\s+croire|de\s+l[’']avis\s+d)\Z", re.IGNORECASE
)
_WOMEN = {"elle", "elles", "she", "her"}
_MANY = {"ils", "elles", "eux", "they", "them"}


def pronoun(scene: Scene, row: Row) -> str:
    """The pronoun that is the subject of a row's cue, or stands behind its `selon`; nothing when it is none."""
    if row.cue_start < 0 or row.cue_end < row.speaker_start < row.start:
        return ""
    inverted = _INVERTED.search(row.cue)
    if inverted:
        return inverted[1].lower()
    behind = _BEHIND if _ACCORDING.match(row.cue) else _SAID_HE
    found = behind.match(scene.text, row.cue_end)
    if found and (behind is _BEHIND or row.end <= row.cue_start):
        return found[1].lower()
    unit = scene.units[max(0, bisect_right(scene.openings, row.cue_start) - 1)]
    return phrases.pronoun(scene.text, max(unit.start, row.cue_start - 80), row.cue_start)


def meant(scene: Scene, at: int, word: str, spoken: list[Told]) -> Told | None:
    """Whom a word means: who spoke, or was named first, in the nearest sentence before that has somebody fitting."""
    last = bisect_right(scene.openings, at) - 1
    governed = None
    for unit in reversed(scene.units[max(0, last - NEAR) : last + 1]):
        if unit.role not in ("body", "lead") and unit.start <= at < unit.end:
            continue
        voices = [told for told in spoken if unit.start <= told.at < min(unit.end, at) and _fits(scene, told, word)]
        inside = [mention for mention in named(scene, unit.start, min(unit.end, at)) if _may_be(scene, mention, word)]
        free = [mention for mention in inside if not phrases.is_governed(scene.text, mention.start)]
        ahead = [mention for mention in free if not voices or mention.start > voices[-1].at]
        free.sort(key=lambda mention: not scene.known[mention.actor].sex)
        ahead.sort(key=lambda mention: not scene.known[mention.actor].sex)
        if unit.start <= at < unit.end and ahead:
            return known_as(scene, ahead[0])
        if voices:
            return voices[-1]
        if free:
            return known_as(scene, free[0])
        governed = governed or (inside[0] if inside else None)
    if governed:
        return known_as(scene, governed)
    return next((told for told in reversed(spoken) if _fits(scene, told, word)), None)


def _fits(scene: Scene, told: Told, word: str) -> bool:
    """Whether a word may stand for somebody who spoke."""
    one = scene.known.get(told.name)
    if one is None:
        return word != "it" or told.kind not in (WITNESS, EXPERT, UNNAMED)
    return _agrees(one, word)


def _may_be(scene: Scene, mention: Mention, word: str) -> bool:
    """Whether a word may stand for somebody who was only named."""
    one = scene.known[mention.actor]
    if mention.kind != PERSON and (word not in ("it", "they", "them") or not scene.text[mention.start].isupper()):
        return False
    return mention.kind not in ("place", "other") and _agrees(one, word)


def _agrees(one: Described, word: str) -> bool:
    """Whether a word may stand for an actor: number, sex, and `it` for what is no person."""
    if word == "it" or word in _MANY:
        return one.kind != PERSON
    if one.kind == PERSON:
        return not one.sex or (one.sex == "woman") == (word in _WOMEN)
    return bool(one.sex) and (one.sex == "woman") == (word in _WOMEN) and word not in ("he", "she", "him", "her")
