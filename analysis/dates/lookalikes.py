"""What is made of the words of a date and is none: ages, numbers in names, streets, `7 jours sur 7`."""

import re

from analysis.dates.parts import NOTHING, Found, Place
from analysis.tokens import Token

NEAR = 45
"""How many characters before an age are searched for what would make it a span of time (`une peine de 10 ans`)."""
YOUNG = 14
"""From which age on one that is written in words is no span of time."""
_SERVED = re.compile(r"\s(?:de|d[’']|ferme|fermes|avec\s+sursis|of|in)(?!\w)|\s?d[’']")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_STOP = re.compile(r"[.!?;:]\s")


def nothing(spoken: list[Token], place: Place) -> Found | None:
    """What is surely no date."""
    return NOTHING


def aged(spoken: list[Token], place: Place) -> Found | None:
    """`un homme de 40 ans`, `mort à 86 ans`, `(19 ans)`, but not `un bail de 9 ans`, `condamné à 10 ans`."""
    opened = place.text[spoken[0].start - 1 : spoken[0].start]
    if spoken[0].kind in ("small", "figure"):
        return NOTHING if opened == "(" else None
    if spoken[0].kind == "one":
        return NOTHING if opened in "'’" and opened and not _is_lasting(place) else None
    short = spoken[0].kind != "at" and any(token.kind == "number" and float(token.value) < YOUNG for token in spoken)
    if place.lang != "fr" or short or _SERVED.match(place.after):
        return None
    return None if _is_lasting(place) else NOTHING


def _is_lasting(place: Place) -> bool:
    """Whether a word before says that something lasts so long."""
    before = _STOP.split(place.text[max(0, place.start - NEAR) : place.start])[-1]
    lasting = place.known.families["lasting"]
    return any(word.lower() in lasting for word in _WORD.findall(before))
