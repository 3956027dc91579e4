"""Who stands joined to somebody by `et` or `and`, and acts too: `Rome et Paris ont signé`, `entre Rome et Paris`."""

import re

import regex

from analysis import doers, phrases
from analysis.acted import Scene, who
from analysis.arguments import Place
from analysis.doers import NAMED, Doer
from analysis.predicates import Group, Mark

_AND_BEFORE = regex.compile(r"\s+(?:et|and|ainsi\s+que|as\s+well\s+as)\s+\Z", regex.IGNORECASE | regex.REVERSE)
_COMMA_BEFORE = regex.compile(r",\s+\Z", regex.REVERSE)
_AND_BEHIND = re.compile(r"\s+(?:et|and|ainsi\s+que|as\s+well\s+as)\s+", re.IGNORECASE)
_OPENED = re.compile(
    r"(?:\A|[,;:.!?«»“”(–—\n]|(?<!\w)(?:que|quand|lorsque|si|that|when|while|after|before))\s*\Z|qu[’']\Z",
    re.IGNORECASE,
)
_ONE = re.compile(r"(?<!\w)(?:a|est|avait|était|aura|aurait|fut|has|is|was|s[’']est)(?!\w)", re.IGNORECASE)


def before(scene: Scene, place: Place, found: Doer, mark: Mark, own: Group) -> Doer:
    """A subject with those who stand before it, joined by `et`: not behind a verb of the singular or a preposition."""
    text = place.text
    if not set(found.kind.split(doers.JOINT)) <= {*NAMED, "place"} or _is_singular(place, mark, own):
        return found
    start = _start(scene, place, found)
    joined = _AND_BEFORE.search(text, place.start, start)
    while joined:
        phrase = phrases.ending(text, place.start, joined.start())
        if phrase is None or phrases.is_governed(text, phrase.start):
            return found
        other = who(scene, phrase)
        if other.kind not in (*NAMED, "place"):
            return found
        found, start = doers.together(found, other), _start(scene, place, other)
        if not _OPENED.search(text[place.start : start]) and place.lang == "en":
            return found
        joined = _COMMA_BEFORE.search(text, place.start, start)
    return found


def _start(scene: Scene, place: Place, found: Doer) -> int:
    """Where the phrase around a name begins."""
    around = [one for one in phrases.phrases(place.text, place.start, found.end) if one.start <= found.start < one.end]
    return around[-1].start if around else found.start


def _is_singular(place: Place, mark: Mark, own: Group) -> bool:
    if place.lang == "en":
        return mark.moods[0] == "finite" or _ONE.search(place.text, own.start, mark.start) is not None
    if mark.moods[0] in ("finite", "future") and not own.have and not own.be:
        return not place.text[mark.start : mark.end].split()[0].lower().endswith("nt")
    return _ONE.search(place.text, own.start, mark.start) is not None


def behind(scene: Scene, place: Place, found: Doer, end: int) -> Doer:
    """Somebody with those who follow behind `et`: `entre Rome et Paris`, `par Rome et Paris`."""
    joined = _AND_BEHIND.match(place.text, end, place.end)
    phrase = phrases.opening(place.text, joined.end(), place.end) if joined else None
    other = who(scene, phrase) if phrase else doers.NONE
    return doers.together(found, other) if other.kind in (*NAMED, "place") else found
