"""The people of places that are in no list: `varnoise` beside `Varnois`, `Lutanian` beside `Lutania`."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter

from analysis import names
from analysis.beside_names import Named

PEOPLE, ADJECTIVE = HOW = ("people", "adjective")
LEAST = 5
"""So many letters a place and its people share at least."""
_ENDING = {
    "fr": re.compile(r"(?:ais|aise|ois|oise|ien|ienne|een|eenne|ain|aine|an|ane|ene|ine|ote|iote|ite)s?\Z"),
    "en": re.compile(r"(?:an|ean|ian|ese|ish|ite|i)s?\Z"),
}
_WORD = re.compile(r"[^\W\d_]{5,}")


def places(mentions: Iterable[Named]) -> dict[str, Named]:
    """How the words for its people begin → the first mention of what may be a place."""
    found: dict[str, Named] = {}
    for name in mentions:
        if _may_be_place(name):
            found.setdefault(_stem(name), name)
    return found


@lru_cache(maxsize=100_000)
def is_made(lang: str, word: str) -> bool:
    """Whether the word may be an adjective made of a place's name, in a language that writes those in small letters."""
    return lang == "fr" and word.islower() and bool(_WORD.fullmatch(word) and _ENDING[lang].search(names.folded(word)))


def add(
    lang: str,
    text: str,
    units: list[tuple[int, int, int, str]],
    mentions: list[Named],
    elsewhere: dict[str, Named],
    adjectives: Iterable[tuple[int, int]],
) -> list[Named]:
    """The mentions, names of a place's people given to the place, and adjectives in small letters added.

    Adjectives are looked for beside places of the same article, names beside those `elsewhere` in the corpus too.
    """
    ending, own = _ENDING.get(lang), places(mentions)
    if not ending:
        return mentions
    for name in mentions:
        place = _place(name.words[0], ending, own, elsewhere) if _may_be_place(name) else None
        if place and place.words != name.words:
            name.actor = place.actor
            name.cues["demonym"] = 1
            name.cues["place"] += 4
            place.cues["place"] += 4
    added = [
        found
        for start, end in (adjectives if own else ())
        if not any(name.start <= start < name.end for name in mentions)
        and (found := _adjective(text, units, start, end, own, ending))
    ]
    return sorted([*mentions, *added], key=lambda name: name.start) if added else mentions


def how(lang: str, text: str, name: Named) -> str:
    """Whether a word for the people of a place is the people themselves, or only its adjective."""
    if lang == "fr":
        return PEOPLE if text[name.start].isupper() else ADJECTIVE
    return PEOPLE if text[name.end - 1] == "s" else ADJECTIVE


def _may_be_place(name: Named) -> bool:
    return (
        name.how == "name"
        and len(name.words) == 1
        and len(name.words[0]) >= LEAST
        and not (name.cues["person"] > 1 or name.cues["organisation"] > 2 or name.cues["other"] > 1)
    )


def _stem(name: Named) -> str:
    word = name.words[0]
    return word[: max(LEAST, len(word) - 2)]


def _place(word: str, ending: "re.Pattern[str]", own: dict[str, Named], elsewhere: dict[str, Named]) -> Named | None:
    """The place whose people the word names, one of the article's `own` before others."""
    if not ending.search(word):
        return None
    for cut in range(len(word) - 1, LEAST - 1, -1):
        place = own.get(word[:cut]) or elsewhere.get(word[:cut])
        if place and len(word) <= len(place.words[0]) + 4 and word != place.words[0]:
            return place
    return None


def _adjective(
    text: str,
    units: list[tuple[int, int, int, str]],
    start: int,
    end: int,
    places: dict[str, Named],
    ending: "re.Pattern[str]",
) -> Named | None:
    word = names.folded(text[start:end])
    place = _place(word, ending, places, {})
    unit = bisect_right(units, start, key=itemgetter(1)) - 1
    if not place or unit < 0 or end > units[unit][2]:
        return None
    place.cues["place"] += 4
    found = Named(units[unit][0], start, end, (word,), actor=place.actor)
    found.cues.update({"place": 1, "demonym": 1})
    return found
