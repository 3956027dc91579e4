"""The people of places that are in no list: `varnoise` beside `Varnois`, `Lutanian` beside `Lutania`."""

import re
from collections import ChainMap
from collections.abc import Iterable, Mapping

from analysis import names
from analysis.beside_names import Named

PEOPLE, ADJECTIVE = HOW = ("people", "adjective")
LEAST = 5
"""So many letters a place and its people share at least."""
_ENDING = {
    "fr": re.compile(r"(?:ais|aise|ois|oise|ien|ienne|een|eenne|ain|aine|an|ane|ene|ine|ote|iote|ite)s?\Z"),
    "en": re.compile(r"(?:an|ean|ian|ese|ish|ite|i)s?\Z"),
}
_WORD = re.compile(r"(?<![\w-])[^\W\d_]{5,}(?![\w-])")


def places(mentions: Iterable[Named]) -> dict[str, Named]:
    """How the words for its people begin → the first mention of what may be a place."""
    found: dict[str, Named] = {}
    for name in mentions:
        if _may_be_place(name):
            found.setdefault(_stem(name), name)
    return found


def add(
    lang: str, text: str, units: Iterable[tuple[int, int, int, str]], mentions: list[Named], elsewhere: dict[str, Named]
) -> list[Named]:
    """The mentions, names of a place's people given to the place, and adjectives in small letters added.

    Adjectives are looked for beside places of the same article, names beside those `elsewhere` in the corpus too.
    """
    ending, own = _ENDING.get(lang), places(mentions)
    known = ChainMap(own, elsewhere)
    if not ending:
        return mentions
    for name in mentions:
        place = _place(name.words[0], known, ending) if _may_be_place(name) else None
        if place and place.words != name.words:
            name.actor = place.actor
            name.cues["demonym"] = 1
            name.cues["place"] += 4
            place.cues["place"] += 4
    added = []
    if lang == "fr" and own:
        taken = {at for name in mentions for at in range(name.start, name.end)}
        words = {
            word for word in set(_WORD.findall(text)) if word.islower() and _place(names.folded(word), own, ending)
        }
        for unit, start, end, _ in units if words else ():
            for match in _WORD.finditer(text, start, end):
                if match.group() in words and match.start() not in taken:
                    added += _adjective(unit, match, own, ending)
    return sorted([*mentions, *added], key=lambda name: name.start)


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


def _place(word: str, places: Mapping[str, Named], ending: "re.Pattern[str]") -> Named | None:
    """The place whose people the word names."""
    if not ending.search(word):
        return None
    for cut in range(len(word) - 1, LEAST - 1, -1):
        place = places.get(word[:cut])
        if place and len(word) <= len(place.words[0]) + 4 and word != place.words[0]:
            return place
    return None


def _adjective(unit: int, match: re.Match[str], places: dict[str, Named], ending: "re.Pattern[str]") -> list[Named]:
    word = names.folded(match.group())
    place = _place(word, places, ending)
    if not place:
        return []
    place.cues["place"] += 4
    found = Named(unit, *match.span(), (word,), actor=place.actor)
    found.cues.update({"place": 1, "demonym": 1})
    return [found]
