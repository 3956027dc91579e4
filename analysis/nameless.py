"""Who speaks without a name and keeps it back: `un technicien`, `a European official`, `deux banquiers`.

Not so whoever is concerned, whom the press often leaves without a name (`une riveraine`, `un restaurateur`), a house
(`un tribunal`), who speaks for one (`a spokeswoman`), and judges and prosecutors, who act in their office.
"""

import re

import regex

from analysis.articles import between
from analysis.descriptions import EXPERT, GOVERNMENT, OFFICIAL, OPPOSITION
from analysis.scenes import Scene, Told

HOUSED = ("company", "body", "medium", "mouthpiece", "latter", "player")
"""Labels of the layer anaphor for nouns that are no single person's, or no source's."""

_NUMBER = (
    r"(?:une?|deux|trois|quatre|cinq|six|an?|one|two|three|four|five|six|another|l[’']un(?:e)?\s+des|one\s+of\s+the)\s+"
)
_SOME = r"(?:des|plusieurs|certain(?:e)?s|several|some|many|other|d[’']autres)\s+"
_ADJECTIVE = r"(?:autres?\s+|ancien(?:ne)?s?\s+|haute?s?\s+|[A-Z][\w-]+\s+|senior\s+|former\s+|top\s+|high-ranking\s+)"
_OPENS_NUMBER = re.compile(_NUMBER, re.IGNORECASE)
_OPENS_SOME = re.compile(_SOME, re.IGNORECASE)
_BEHIND_NUMBER = regex.compile(rf"(?<!\w)(?i:{_NUMBER})(?:{_ADJECTIVE})*\Z", regex.REVERSE)
_BEHIND_SOME = regex.compile(rf"(?<!\w)(?i:{_SOME})(?:{_ADJECTIVE})*\Z", regex.REVERSE)
_IN_OFFICE = re.compile(
    r"(?:juges?|magistrate?s?|procureure?s?|judges?|prosecutors?|coroners?|porte-parole|spokes\w+)(?!\w)"
    r"|homm?e?s?\b|femmes?\b|m[ae]n\b|wom[ae]n\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"(?:l[ea]s?|[cms]es|leurs|nos|the|these|those|his|her|its|their|both)\s+\Z", re.IGNORECASE)
_REACH = 40


def keeps_back(scene: Scene, start: int, end: int, told: Told) -> bool:
    """Whether the speaker found between two places is a person of whom the article only says what he is."""
    if told.actor or not told.name or told.kind not in (OFFICIAL, GOVERNMENT, EXPERT, OPPOSITION, ""):
        return False
    at = scene.text.find(told.name, max(0, start - _REACH), end + _REACH)
    if at < 0:
        return False
    noun, some = _counted(scene.text, at)
    return noun >= 0 and (not some or told.kind == OFFICIAL) and _is_person(scene, noun, at + len(told.name))


def _counted(text: str, at: int) -> tuple[int, bool]:
    """Where the noun begins that an indefinite word stands before (-1: none), and whether it counts no one."""
    before = max(0, at - _REACH)
    for opens, behind, some in ((_OPENS_NUMBER, _BEHIND_NUMBER, False), (_OPENS_SOME, _BEHIND_SOME, True)):
        inside = opens.match(text, at)
        if (inside and not _DEFINITE.search(text[before:at])) or behind.search(text, before, at):
            return inside.end() if inside else at, some
    return -1, False


def _is_person(scene: Scene, start: int, end: int) -> bool:
    """Whether the first noun that a lexicon knows between two places is one for a person."""
    if _IN_OFFICE.search(scene.text, start, end):
        return False
    nouns = between(scene.anaphors, start, end)
    if any(mark.label in HOUSED for mark in nouns):
        return False
    return bool(nouns or between(scene.offices, start, end))
