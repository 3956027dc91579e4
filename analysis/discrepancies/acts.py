"""Acts: what is done or happens where a place or a date stands, by the nearest words of its clause that tell it."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np

from analysis import concept_lexicon
from analysis.content import LETTERS, folded
from analysis.discrepancies.amounts import LEXICONS
from analysis.discrepancies.matters import Found
from analysis.paradigms import forms
from analysis.portions import portions
from analysis.reading import Reading

ACTS = LEXICONS / "acts.csv"
NEXT = 0.7
"""What an act weighs beside one that stands nearer."""
BEHIND = 0.6
"""What an act behind the value weighs beside one before it: most verbs stand before their places and dates."""
LED = 0.4
"""What other acts weigh beside the verb that leads to the value at once: `a défendu samedi le tir`."""
LIGHT = "happen"
"""The act of verbs that only say that something is done, which another word names: `s'est tenue`, `took place`."""
SURELY = 0.7
"""From which weight on a clause surely tells an act."""
BESIDE = 0.4
"""What the act of a neighbouring clause weighs."""
ACT = "act: "
"""What an act's name begins with among the things of a value."""
_LED = re.compile(
    r"(?:(?<!\w)(?:a|ont|avait|avaient|est|sont|était|étaient|has|have|had|was|were|s['’]est|se sont)\s"
    r"(?:été\s|been\s)?|,\s)"
    r"([^\W\d_]+(?:é|i|u|is|it|ert|int|ed)e?s?)\s+(?:(?:on|ce|hier|dès|le|la|à|en|dans)\s+)*\Z"
)
_WORD = re.compile(r"[^\W\d_]+")

Acts = dict[str, float]
"""Acts with their weights, up to 1."""


def around(text: str, lang: str, unit: tuple[int, int], start: int, end: int) -> Acts:
    """The acts of the clause in which a value stands; where it tells none, those of the clauses beside it."""
    pieces = portions(text, *unit)
    at = next((place for place, piece in enumerate(pieces) if start < piece[1]), len(pieces) - 1)
    if at < 0:
        return {}
    if found := _weighed(text, lang, pieces[at], start, end):
        return found
    beside = [pieces[place] for place in (at - 1, at + 1) if 0 <= place < len(pieces)]
    return {
        act: BESIDE * weight
        for piece in beside[::-1]
        for act, weight in _weighed(text, lang, piece, start, end).items()
    }


def _weighed(text: str, lang: str, piece: tuple[int, int], start: int, end: int) -> Acts:
    """The acts of a clause, the nearest with most weight; a verb that leads to the value at once outdoes all others.

    Where the lexicon does not know this verb, its stem is an act.
    """
    told = [(names - {LIGHT}, begin, stop) for names, begin, stop in found(text, lang, *piece)]
    told, light = [one for one in told if one[0]], [one for one in told if not one[0]]
    before = [names for names, _, stop in told if stop <= start][::-1]
    behind = [names for names, begin, _ in told if begin >= end]
    led = _LED.search(text, piece[0], start)
    led = None if led and _over(light, led.start(1)) else led
    own = led is not None and _over(told, led.start(1))
    other = LED if led else 1.0
    share = BEHIND if before or _WORD.search(text, piece[0], start) else 1.0
    weighed: Acts = {folded(led[1])[:LETTERS]: 1.0} if led and not own else {}
    for side, weight in ((before, other), (behind, share * other)):
        for place, names in enumerate(side):
            nearest = own and side is before and place == 0
            for name in names:
                weighed[name] = max(weighed.get(name, 0.0), 1.0 if nearest else weight * NEXT**place)
    return weighed


def _over(told: Sequence[tuple[frozenset[str], int, int]], place: int) -> bool:
    return any(start <= place < stop for _, start, stop in told)


def found(text: str, lang: str, start: int, end: int) -> Iterator[tuple[frozenset[str], int, int]]:
    """The words of a stretch that tell an act: which ones they may tell, start and end."""
    words = list(_WORD.finditer(text, start, end))
    place = 0
    while place < len(words):
        names, length = _opened(tuple(word.group() for word in words[place : place + 5]), lang)
        if names:
            yield names, words[place].start(), words[place + length - 1].end()
        place += length


@lru_cache(maxsize=65_536)
def _opened(words: tuple[str, ...], lang: str) -> tuple[frozenset[str], int]:
    """The acts of the first of these words, or of the longest expression that it opens, and how many words that is."""
    lexicon = _lexicons().get(lang)
    if lexicon is None:
        return frozenset(), 1
    own = [concept_lexicon.plain(word) for word in words]
    fitting = [
        (len(phrase), act)
        for phrase, act in lexicon.phrases.of(own[0])
        if len(phrase) <= len(own) and all(_fits(word, one, lang) for word, one in zip(own, phrase, strict=False))
    ]
    if not fitting:
        return frozenset(lexicon.words.of(own[0])), 1
    longest = max(fitting)[0]
    return frozenset(act for length, act in fitting if length == longest), longest


@lru_cache(maxsize=1)
def _lexicons() -> dict[str, concept_lexicon.Lexicon]:
    found = {lang: concept_lexicon.Lexicon() for lang in concept_lexicon.LANGUAGES}
    with ACTS.open(encoding="utf-8", newline="") as opened:
        for row in csv.DictReader(opened):
            for lang in found:
                for pattern in row[lang].split("|"):
                    found[lang].add(concept_lexicon.plain(pattern), lang, row["act"])
    return found


def _fits(word: str, pattern: str, lang: str) -> bool:
    if pattern.endswith("*"):
        return word.startswith(pattern[:-1])
    return word in forms(pattern[:-1], lang) if pattern.endswith("~") else word == pattern


def shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How far two values have their acts in common, from 0 to 1.

    >>> shared({"meet": 1.0, "visit": 0.7}, {"meet": 0.6})
    0.6
    """
    return max((min(weight, other.get(act, 0.0)) for act, weight in one.items()), default=0.0)


def added(read: Reading, values: Sequence[Found]) -> list[Found]:
    """The values with the acts of their clauses among their `things`."""
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    units = {
        row[:2]: row[2:] for row in read.units[["document", "unit", "start", "end"]].itertuples(index=False, name=None)
    }
    return [
        one._replace(
            things={
                **one.things,
                **_named(around(texts[one.document], langs[one.document], units[one[:2]], one.start, one.end)),
            }
        )
        for one in values
    ]


def _named(acts: Acts) -> Acts:
    return {ACT + act: weight for act, weight in acts.items()}


def alike(own: Sequence[Found]) -> np.ndarray:
    """How far each two values have their acts in common."""
    tellers: dict[str, dict[int, float]] = {}
    for place, one in enumerate(own):
        for thing, weight in one.things.items():
            if thing.startswith(ACT):
                tellers.setdefault(thing, {})[place] = weight
    found = np.zeros((len(own), len(own)), dtype=np.float32)
    for weights in tellers.values():
        cells = np.ix_(list(weights), list(weights))
        shares = np.array(list(weights.values()), dtype=np.float32)
        found[cells] = np.maximum(found[cells], np.minimum.outer(shares, shares))
    return found


def apart(own: Sequence[Found]) -> np.ndarray:
    """Whether of each two values both clauses tell acts, and hardly the same ones."""
    told = np.array([max((w for thing, w in one.things.items() if thing.startswith(ACT)), default=0.0) for one in own])
    both = np.minimum.outer(told, told) >= SURELY
    return (both & (alike(own) < 1 - SURELY)).astype(np.float32)


def likest(one: Found) -> str:
    """The act that a value's clause most surely tells; none where it only stands in a neighbouring clause."""
    told = [(weight, thing.removeprefix(ACT)) for thing, weight in one.things.items() if thing.startswith(ACT)]
    weight, act = max(told, default=(0.0, ""))
    return act if weight > BESIDE else ""
