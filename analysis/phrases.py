"""Noun phrases found by their form: an article or possessive and its words, or a sequence of capitalised words.

Nothing is parsed: function words of French and English say where a phrase begins, what governs it, and where
it ends. Good enough to point at a speaker beside a cue; not a grammar.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import regex

from analysis.adverbs import ADVERB
from analysis.phrase_forms import DETERMINER, NAME, PHRASE, PREPOSITIONS, WORD

_PHRASE = re.compile(PHRASE)
_GOVERNED = regex.compile(rf"(?<!\w)(?:{PREPOSITIONS})\s+\Z|(?<!\w)d[’']\Z", regex.IGNORECASE | regex.REVERSE)
_GOVERNED_NOUN = regex.compile(
    rf"(?:(?<!\w)(?:{PREPOSITIONS})\s+|(?<!\w)d[’'])(?:(?:l[ea]s?|the)\s+|l[’'])?(?:(?:MM?\.|Mr|Mrs|Ms|Mmes?|Mlle|Mes?|Maîtres?|Dr|Pr)\.?\s+)?\Z",
    regex.IGNORECASE | regex.REVERSE,
)
_AUXILIARIES = regex.compile(
    r"(?:[\s,]+(?:(?:a|ont|avait|avaient|aurait|auraient|est|sont|était|étaient|lui|leur|nous|vous|y|en|ne|pas|se|vient\s+d[e’']"
    rf"|avoir|été|has|have|had|was|is|were|are|been)(?!\w)|{ADVERB}|(?:s|n|l|m)[’'](?:est|a|ont|avait|avaient|en)?))*"
    r"[\s,]*\Z",
    regex.IGNORECASE | regex.REVERSE,
)
_OPENED = re.compile(DETERMINER)
_WORDS = re.compile(rf"{WORD}(?:\s+{WORD}){{0,5}}")
_INDEFINITE = re.compile(r"(?:des\s|de\s|d[’'])", re.IGNORECASE)
_SOME = regex.compile(
    r"(?<![\w’'-]|\b(?:les|the|de|des|of)\s)(?:certaine?s|d[’']autres|beaucoup|plusieurs|tous|toutes|some|others|many|several)\Z",
    regex.IGNORECASE | regex.REVERSE,
)
_GOES_ON = regex.compile(
    r"(?<!\w)(?:(?!(?:qu[e’']|qu[oi]i?|dont|où|et|mais|or|car|donc|puis|si|comme|quand|lorsque|alors|tandis)\s)[\w’'-]+)\s\Z",
    regex.IGNORECASE | regex.REVERSE,
)
_JOINT = re.compile("[ ’'\u00a0]")
_NAMED = re.compile(NAME)
_PARTICIPLE = re.compile(r"\w+(?:ant|ing)(?!\w)")
_PRONOUN = regex.compile(r"(?<![\w’'])(?:ils?|elles?|he|she|they|it)\Z", regex.IGNORECASE | regex.REVERSE)
_INVERTED_PRONOUN = re.compile(r"-(?:t-)?(?:ils?|elles?)(?!\w)|(?<!\w)(?:he|she|they|it)(?!\w)", re.IGNORECASE)
_APPOSED = re.compile(rf",\s+({NAME})(?=\s*(?:[,.;:)»]|\Z))")


class Phrase(NamedTuple):
    """A noun phrase's place."""

    start: int
    end: int


@lru_cache(128)
def phrases(text: str, start: int, end: int) -> tuple[Phrase, ...]:
    """The noun phrases between two places that no preposition in between governs, left to right."""
    return tuple(_free(text, start, end))


@lru_cache(128)
def first(text: str, start: int, end: int) -> Phrase | None:
    """The first of the noun phrases between two places that no preposition in between governs."""
    return next(_free(text, start, end), None)


def _free(text: str, start: int, end: int) -> Iterator[Phrase]:
    for match in _PHRASE.finditer(text, start, end):
        left, right = match.start(), match.start() + len(match.group().rstrip(" -'’"))
        if left == start or not _GOVERNED.search(text[max(start, left - 20) : left]):
            yield Phrase(left, right)


def subject(text: str, start: int, end: int, opening: int) -> Phrase | None:
    """The phrase that is the subject of a verb at `end`, as its place tells: right before it, else the first.

    Behind a comma it is the first one that a comma follows; a participle has the first one of its clause. A
    single capitalised word at `opening`, where the sentence begins, may be any word: it comes last.
    """
    found = [phrase for phrase in phrases(text, start, end) if not _is_complement(text, start, phrase)]
    told = verb(text, start, end)
    some = _SOME.search(text, start, told)
    if some:
        return Phrase(*some.span())
    sure = [phrase for phrase in found if phrase.start > opening or _JOINT.search(text, *phrase)]
    if _PARTICIPLE.match(text, end):
        beside = [phrase for phrase in found if phrase.end == told and text[: phrase.start].endswith(", ")]
    elif text[told : told + 1] == ",":
        beside = [phrase for phrase in sure if text[phrase.end : phrase.end + 1] == ","]
    else:
        beside = [phrase for phrase in found if phrase.end == told]
    return next(iter([*beside, *sure, *found]), None)


def _is_complement(text: str, start: int, phrase: Phrase) -> bool:
    """Whether `des …` hangs on the word before it, as in `parle des prix`; behind `que` or `mais` it is a subject."""
    indefinite = _INDEFINITE.match(text, phrase.start) is not None
    return indefinite and _GOES_ON.search(text, start, phrase.start) is not None


@lru_cache(128)
def verb(text: str, start: int, end: int) -> int:
    """Where the auxiliaries and adverbs before a verb at `end` begin."""
    found = _AUXILIARIES.search(text, start, end)
    return found.start() if found else end


def has_pronoun(text: str, start: int, end: int) -> bool:
    """Whether the verb at `end` has a pronoun as its subject."""
    return bool(pronoun(text, start, end))


@lru_cache(128)
def pronoun(text: str, start: int, end: int) -> str:
    """The pronoun that is the subject of the verb at `end`, in small letters; nothing when it is none."""
    told = verb(text, start, end)
    found = _PRONOUN.search(text, start, told)
    return found.group().lower() if found and text[told : told + 1] != "," else ""


def holds_pronoun(text: str, start: int, end: int) -> bool:
    """Whether a pronoun stands in an inserted `a-t-il dit` or `he said` between two places."""
    return _INVERTED_PRONOUN.search(text, start, end) is not None


def ending(text: str, start: int, end: int) -> Phrase | None:
    """The phrase that ends at `end`, governed or not: what `, which` or `, qui` behind it stands for."""
    found = [
        match for match in _PHRASE.finditer(text, start, end) if match.start() + len(match.group().rstrip()) == end
    ]
    return Phrase(found[-1].start(), end) if found else None


def opening(text: str, start: int, end: int) -> Phrase | None:
    """The phrase that begins at `start`, governed or not."""
    found = _PHRASE.match(text, start, end) or _WORDS.match(text, start, end)
    return Phrase(start, start + len(found.group().rstrip(" -'’"))) if found else None


@lru_cache(512)
def is_governed(text: str, at: int) -> bool:
    """Whether a preposition stands right before this place, with or without an article between."""
    return _GOVERNED_NOUN.search(text, max(0, at - 25), at) is not None


def bare(text: str, phrase: Phrase) -> str:
    """The phrase's words without its article or possessive."""
    opened = _OPENED.match(text, phrase.start, phrase.end)
    return text[opened.end() if opened else phrase.start : phrase.end]


def is_name(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is capitalised words only."""
    return (
        text[phrase.start : phrase.start + 1].isupper() and _NAMED.fullmatch(text, phrase.start, phrase.end) is not None
    )


def name(text: str, phrase: Phrase) -> Phrase:
    """The name at the phrase's end, or behind a comma, as in `the president, Jane Smith`; else the phrase."""
    *before, last = text[slice(*phrase)].split() or [""]
    for match in _NAMED.finditer(text, *phrase) if before and last != last.lower() else ():
        ends = phrase.start < match.start() and match.end() == phrase.end and " " in match.group()
        if ends and not is_governed(text, match.start()):
            return Phrase(match.start(), match.end())
    apposed = _APPOSED.match(text, phrase.end) if text.startswith(",", phrase.end) else None
    return Phrase(*apposed.span(1)) if apposed and not is_name(text, phrase) else phrase
