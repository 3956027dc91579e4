"""Of which kind a designation is, and what it is charged with, as the layer designation says.

A label of that layer is what a role noun may stand for and its charge: `person: disparaging`, `government: neutral`.
"""

import re
from typing import NamedTuple

from analysis.articles import Mark
from analysis.descriptions import ORGANISATION, PERSON, Mention
from analysis.gazetteer import GOVERNMENT, SEAT
from analysis.names import folded
from analysis.peoples import PEOPLE

FULL, LAST, FIRST, CIVILITY = "full name", "last name", "first name", "civility and name"
WITH_NAME, OFFICE, ROLE = "office and name", "office", "role noun"
NAME, ACRONYM = "name", "acronym"
KINDS = (FULL, LAST, FIRST, CIVILITY, NAME, ACRONYM, WITH_NAME, OFFICE, ROLE, SEAT, GOVERNMENT, PEOPLE)
"""How an actor may be called, names first. A `seat` is a capital or a palace, a `role noun` any other common noun."""
NAMES = (FULL, LAST, FIRST, CIVILITY, NAME, ACRONYM)
NEUTRAL = "neutral"
CHARGES = (NEUTRAL, "deferential", "familiar", "alliance", "contested", "disparaging")
ANYONE, STATE = "anyone", "state"
CLASSES = (PERSON, ANYONE, STATE, GOVERNMENT, ORGANISATION)
HOUSE, FAMILY_FIRST, SHORT = "house", "family name first", "acronym"
POST, ARMED = "office", "armed group"
BEFORE, BEHIND, NO_ADJECTIVE = "adjective before", "adjective behind", "no adjective"

_CAPITALS = re.compile(r"[^\W\d_a-zà-ÿ][^\W_a-zà-ÿ.&-]+|(?:[A-Z]\.){2,}")


class Called(NamedTuple):
    """The words that call an actor something: where they stand, of which kind and charge they are."""

    start: int
    end: int
    kind: str
    charge: str


def split(label: str) -> tuple[str, str]:
    """What a role noun of this label may stand for, and its charge; nothing for a label that is no role noun's.

    >>> split("person: alliance"), split("house")
    (('person', 'alliance'), ('', ''))
    """
    stands, _, charge = label.partition(": ")
    return (stands, charge) if charge else ("", "")


def of_name(text: str, mention: Mention, titles: list[Mark], words: dict[int, Mark]) -> Called:
    """How a mention of the table `actors` calls its actor.

    `titles` are the article's civilities, `words` its words of the layer designation by where they begin.
    """
    start, end = mention.start, mention.end
    if mention.kind == PERSON:
        return _of_person(text, mention, titles, words)
    word = words.get(start)
    if word and word.label == HOUSE:
        return Called(start, end, SEAT, NEUTRAL)
    if mention.how in (SEAT, GOVERNMENT, PEOPLE):
        return Called(
            start, end, mention.how, charge_within(words, start, end) if mention.how == GOVERNMENT else NEUTRAL
        )
    short = mention.how == "acronym" or _CAPITALS.fullmatch(text, start, end) or (word and word.label == SHORT)
    return Called(start, end, ACRONYM if short and mention.kind == ORGANISATION else NAME, NEUTRAL)


def _of_person(text: str, mention: Mention, titles: list[Mark], words: dict[int, Mark]) -> Called:
    start, end = mention.start, mention.end
    own = [title for title in titles if title.end < start <= title.end + 2 and not text[title.end : start].strip(". ")]
    if own:
        return Called(own[0].start, end, CIVILITY, NEUTRAL)
    said, full = text[start:end].split(), folded(mention.actor).split()
    if len(said) > 1:
        return Called(start, end, FULL, NEUTRAL)
    word = words.get(start)
    family = word is not None and word.label == FAMILY_FIRST
    first = len(full) > 1 and folded(said[0]) == full[0] != full[-1] and not family
    return Called(start, end, FIRST if first else LAST, NEUTRAL)


def charge_within(words: dict[int, Mark], start: int, end: int) -> str:
    """The charge of the noun for a government that stands between two places."""
    inside = (split(words[at].label) for at in range(start, end) if at in words)
    return next((charge for stands, charge in inside if stands == GOVERNMENT), NEUTRAL)
