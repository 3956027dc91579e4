"""What links of role nouns are made of: classes of offices, and what an article names near a place."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import NamedTuple

from analysis.descriptions import PERSON, Mention, stems
from analysis.gazetteer import GOVERNMENT
from analysis.peoples import ADJECTIVE
from analysis.role_phrases import LEADER, RANK, Phrase
from analysis.scenes import NEAR, Scene

RULER = "ruler"
"""What all words for who governs a state are one of: `président`, `dirigeant`, `homme fort`, `despote`."""
REGIME, CHARGED, CONTESTED = "regime", "charged", "contested"
"""Classes of a state whose government, a person or an organisation that has been called something before."""
HEAD_OF_STATE, HEAD_OF_GOVERNMENT = "head of state", "head of government"
APPOSED, BESIDE, OFFICE, LAST = "apposition", "beside a name", "office", "named last"
"""How a role noun was linked to its actor."""
JUDGING = ("disparaging", "deferential")
_HEAD_OF_STATE = re.compile(
    r"(?:chef\w*\s+d(?:e\sl)?[’'][ÉE]tat|roi|reine|king|queen|pr[ée]sidente?(?!\s(?:du|de\sla|of\sthe)\s(?:Conseil|gouvernement"
    r"|Commission|club|groupe|parti|fédération|région|council|commission|party|club|board)))(?!\w)",
    re.IGNORECASE,
)
_HEAD_OF_GOVERNMENT = re.compile(
    r"premi\wr\w*\sministre|prime\sminister|chanceli|chancellor|chef\w*\sdu\sgouvernement|présidente?\sdu\s(?:Conseil|gouvernement)",
    re.IGNORECASE,
)
_OF_HOUSE = re.compile(
    r"\s(?:du\s(?:Kremlin|palais\sprésidentiel)|de\s(?:l[’'][ÉE]lysée|la\sMaison[-\s][Bb]l(?:anche|eue)|Downing\sStreet)"
    r"|of\sthe\s(?:Kremlin|White\sHouse|[ÉE]lysée|Blue\sHouse|presidential\spalace))(?!\w)"
)
"""Behind `chef`, `locataire`, `hôte`: who governs the state."""
_MILITARY = re.compile(r"(?:officier|militaire|gradé|soldat|officer|soldier)\b", re.IGNORECASE)
_INMATE = re.compile(r"chef|patron|locataire|hôte|occupant|numéro\sun|tenant|boss|chief|head|leader", re.IGNORECASE)
_SUPREME = re.compile(
    r"chef\w*\s+d|leader|dirigeant|président|president|prime\sminister|premi\wr\w*\sministre|roi|reine|king|queen|émir|emir|monarqu|souverain|ruler|chancel",
    re.I,
)


class Known(NamedTuple):
    """What a corpus tells of its actors: each person's state, each capital's, and what the state is called."""

    states: dict[str, str]
    seats: dict[str, str]


class Link(NamedTuple):
    """Whom a phrase means and how that was found; the mention that it is one with, where it stands with a name."""

    actor: str
    kind: str
    how: str
    mention: Mention | None = None


def post_of(text: str, phrase: Phrase) -> set[str]:
    """The classes of a phrase's noun: rulers are one, ranks are one, every other office is its own."""
    words = text[phrase.start : phrase.head]
    ruler = phrase.post == LEADER or (phrase.charge in JUDGING and phrase.stands == PERSON) or _SUPREME.search(words)
    if phrase.post and _OF_HOUSE.match(text, phrase.head):
        ruler = ruler or _INMATE.fullmatch(words)
    own = {f"noun {part}" for part in stems(words)[-1:]}
    marks = {
        HEAD_OF_STATE: _HEAD_OF_STATE.match(text, phrase.start),
        HEAD_OF_GOVERNMENT: _HEAD_OF_GOVERNMENT.match(text, phrase.start),
        RANK: phrase.post == RANK or _MILITARY.match(words),
        RULER: ruler,
        CHARGED: phrase.charge in JUDGING and phrase.stands == PERSON,
        REGIME: phrase.charge in JUDGING and phrase.stands == GOVERNMENT,
        CONTESTED: phrase.charge == CONTESTED,
    }
    return own | {mark for mark, has in marks.items() if has}


def named_last(scene: Scene, at: int, fits: Callable[[Mention], bool]) -> Mention | None:
    """The last mention of an article's near sentences before a place that fits; bare adjectives aside."""
    opening = scene.units[max(0, unit_of(scene, at) - NEAR)].start
    return next((one for one in reversed(between(scene, opening, at)) if one.how != ADJECTIVE and fits(one)), None)


def between(scene: Scene, start: int, end: int) -> list[Mention]:
    """The mentions between two places."""
    return scene.mentions[bisect_left(scene.begins, start) : bisect_left(scene.begins, end)]


def unit_of(scene: Scene, at: int) -> int:
    """The place of the unit in which something stands."""
    return max(0, bisect_right(scene.openings, at) - 1)


def is_title(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase stands in the article's title."""
    return scene.units[unit_of(scene, phrase.start)].role == "title"
