"""In what role a duration is told: how long something lasts, or how long before, after or until something."""

import csv
import re
from functools import lru_cache

from analysis.discrepancies.amounts import LEXICONS

LAPSES = LEXICONS / "lapses.csv"
"""The roles, with the words just before and just behind a duration that tell them."""
_FORMS = {"before": r"(?<![\w'’])(?:{})(?:\s+(?:les|la|le|de|the|an?|une?|about|environ|près|plus|d['’])){{0,3}}\s*\Z"}
_FORMS["behind"] = r"[\s,]+(?:{})(?!\w)"
REACH = 32
"""In how many characters before a duration the word stands that tells its role."""


def roles(text: str, start: int, end: int, lang: str) -> frozenset[str]:
    """The roles of the duration at this span; none where no word tells.

    >>> roles("Ils ont débattu pendant dix jours.", 24, 33, "fr"), roles("Dix jours avant le vote.", 0, 9, "fr")
    (frozenset({'length'}), frozenset({'before'}))
    """
    behind = {role for role, told in _told(lang, "behind") if told.match(text, end)}
    before = {role for role, told in _told(lang, "before") if told.search(text, max(0, start - REACH), start)}
    return frozenset(behind or before)


@lru_cache(maxsize=8)
def _told(lang: str, side: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    own = lang if lang in ("fr", "en") else "en"
    with LAPSES.open(encoding="utf-8", newline="") as opened:
        rows = [(row["lapse"], row[own]) for row in csv.DictReader(opened) if row["side"] == side]
    return tuple((role, re.compile(_FORMS[side].format(words), re.IGNORECASE)) for role, words in rows if words)
