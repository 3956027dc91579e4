"""The noun phrase that speaks by its place beside a cue: its subject, its agent, or who stands behind `selon`."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

import regex

from analysis import phrases
from analysis.adverbs import ADVERB
from analysis.articles import LONGEST, Article, Mark, Place, Unit, between
from analysis.phrases import Phrase

ACCORDING = "according"
"""The label of cues that stand before their speaker: `selon`, `according to`."""

_BREAK = re.compile(
    r"[;:–—]|\((?![^()]*\))|,?\s(?:tandis\s+qu(?:e\s|[’'])|alors\s+qu(?:e\s|[’'])|(?:mais|et|and|but|while|whereas)\s)|,\s+(?=(?:quand|lorsque|when)\b)",
    re.IGNORECASE,
)
_RELATIVE = regex.compile(
    rf",?\s+(?:qui|lequel|laquelle|lesquel\w+|which|who)\s+(?:(?:a|ont|avait|avaient|has|have|had|s[’']est)\s+)?(?:{ADVERB},?\s+)?\Z",
    regex.IGNORECASE | regex.REVERSE,
)
_ON = re.compile(r"(?:À|A|Au|Aux|Dans|Chez|Du\s+côté\s+d[eu]s?)\s+([^,]{2,50}),\s+(?:l[’'])?on\s+(?:\w+\s+){0,3}\Z")
_HISTORIC = re.compile(r"\s(?:de\s+|d[’'])\Z")
_AMONG = re.compile(r"\s+(?:dans|à|chez|(?=aux?\s)a|du\s+côté\s+d[eu]s?|(?=de\s+source))\s*", re.IGNORECASE)
_CITES = re.compile(r"cite(?:nt)?\b|citait|citaient|quote[sd]?\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\w+(?:ée?s?|ie?s?|ue?s?|ed)(?!\w)")
_ACTIVE = regex.compile(
    rf"(?<!\w)(?:a|ont|avait|avaient|ait|ayant|avoir|has|have|had|having)(?:,?\s+{ADVERB},?)?\s+\Z",
    regex.IGNORECASE | regex.REVERSE,
)
_ACTS = re.compile(
    r"([^\W\d_]+)\s+((?:(?:ne\s+|n[’']|s[’'])?(?:a|ont|avait|avaient|est|sont|has|have|had|is|was)\s)?)", re.IGNORECASE
)
_STOP = re.compile(r"[;:«“\"„)]|(?<=\w{4})\.\s|,\s+(?=qu|qui\b|dont\b|who\b|which\b)")
_BY = re.compile(r"(?<!\w)(?:par|by)\s+", re.IGNORECASE)


class Found(NamedTuple):
    """A noun phrase, and whether only its place says that it speaks."""

    phrase: Phrase
    loose: bool


def has_pronoun(article: Article, place: Place, cue: Mark) -> bool:
    """Whether a pronoun is the subject of the cue."""
    if cue in article.inserted:
        return phrases.holds_pronoun(article.text, cue.start - 12, cue.end)
    if cue.start >= place.end:
        return cue.label != ACCORDING and phrases.holds_pronoun(article.text, place.end, cue.end)
    return phrases.has_pronoun(article.text, _clauses(article, place, cue)[0], cue.start)


def speaking(article: Article, place: Place, cue: Mark) -> Found | None:
    """The noun phrase that speaks by its place beside the cue."""
    text = article.text
    if cue.label == ACCORDING or cue in article.inserted:
        return first_after(text, cue.end, clause_end(article, cue.end, place))
    agent = _agent(article, place, cue)
    if agent:
        return agent
    cited = _CITES.match(text, cue.start, cue.end) and first_after(text, cue.end, clause_end(article, cue.end, place))
    if cited and cue.end <= place.start:
        return cited
    relative = relative_before(text, place.first.start, cue.start)
    ahead = phrases.ending(text, place.first.start, relative.start()) if relative else None
    if ahead:
        return Found(ahead, False)
    if text[cue.start : cue.end].endswith("-on"):
        among = _AMONG.match(text, cue.end)
        house = phrases.opening(text, among.end(), place.last.end) if among else None
        return Found(house, False) if house else None
    if cue.start >= place.end:
        return _ahead_of_later(article, place, cue)
    return _ahead(article, place, cue)


def _ahead_of_later(article: Article, place: Place, cue: Mark) -> Found | None:
    """The phrase before a cue behind the words, else the one after it."""
    text = article.text
    known = (
        Phrase(mark.start, mark.end) for mark in between(article.kinds, place.end, cue.start) if mark.end <= cue.start
    )
    ahead = (
        phrases.subject(text, place.end, cue.start, -1) or phrases.first(text, cue.start, cue.end) or next(known, None)
    )
    return Found(ahead, False) if ahead else first_after(text, cue.end, clause_end(article, cue.end, place))


def _ahead(article: Article, place: Place, cue: Mark) -> Found | None:
    """The subject of a cue before the words: in its own clause, else in one further ahead."""
    text = article.text
    opening = -1 if _opens_with_name(article, place.first) else place.first.start
    among = _ON.match(text, place.first.start, cue.start)
    if among:
        house = phrases.opening(text, among.start(1), among.end(1))
        return Found(house, False) if house else None
    historic = _HISTORIC.search(text, max(0, cue.start - 4), cue.start)
    verb = historic.start() if historic else cue.start
    for start in _clauses(article, place, cue):
        found = phrases.subject(text, start, verb, opening)
        bare = _bare(article, start, cue.start)
        if bare and (found is None or found.end < bare.start):
            return Found(bare, False)
        if found:
            return Found(_without_verb(article, found), True)
    kinds = [mark for mark in between(article.kinds, place.first.start, cue.start) if mark.end <= cue.start]
    free = [mark for mark in kinds if not phrases.is_governed(text, mark.start)]
    return Found(Phrase(free[0].start, free[0].end), False) if free else None


@lru_cache(16)
def relative_before(text: str, start: int, end: int) -> regex.Match[str] | None:
    """The `, qui` or `, which` that makes a verb at `end` one of a relative clause."""
    return _RELATIVE.search(text, start, end)


def _opens_with_name(article: Article, unit: Unit) -> bool:
    """Whether the first word of a sentence names somebody: an actor, or whoever does something right behind it."""
    acts = _ACTS.match(article.text, unit.start, unit.end)
    tells = acts and between(article.cues, acts.end(1), acts.end(1) + 2)
    return bool(between(article.actors, unit.start, unit.start + 1) or (acts and acts[2]) or tells)


def _bare(article: Article, start: int, end: int) -> Phrase | None:
    """The noun without an article right before a cue that says what kind of speaker it is: `as governor warns`."""
    ending = (mark for mark in between(article.kinds, max(start, end - LONGEST), end) if mark.end + 1 == end)
    mark = next(ending, None)
    return Phrase(mark.start, mark.end) if mark and not phrases.is_governed(article.text, mark.start) else None


def _without_verb(article: Article, found: Phrase) -> Phrase:
    """The phrase without the verb that says what the same subject told before, and what follows it."""
    inner = between(article.cues, found.start + 4, found.end)
    end = inner[0].start if inner else found.end
    return Phrase(found.start, found.start + len(article.text[found.start : end].rstrip()))


def first_after(text: str, start: int, end: int) -> Found | None:
    """The first phrase after a cue: a preposition before it is the cue's own."""
    found = phrases.first(text, start, end)
    return Found(found, False) if found else None


def clause_end(article: Article, at: int, place: Place) -> int:
    """Where the clause that begins at `at` ends: at a stop, a quotation, or the sentence's end."""
    end = place.last.end if at >= place.end else place.start if at < place.start else place.end - 1
    stop = _STOP.search(article.text, at, end)
    return stop.start() if stop else end


def _clauses(article: Article, place: Place, cue: Mark) -> list[int]:
    """Where the cue's clause may begin, the nearest first: behind a conjunction or stop, a quotation, the sentence."""
    opening = place.first.start
    if not opening <= cue.start < place.first.end:
        opening = next((unit.start for unit in article.units if unit.start <= cue.start < unit.end), opening)
    return _openings(article.text, opening, max(opening, quoted_before(article, cue.start)), cue.start)


@lru_cache(128)
def _openings(text: str, opening: int, quoted: int, end: int) -> list[int]:
    """The sentence's beginning, the end of its last quotation and what is behind a break, the last one first."""
    return sorted({opening, quoted, *(match.end() for match in _BREAK.finditer(text, quoted, end))}, reverse=True)


def quoted_before(article: Article, at: int) -> int:
    """Where the last quotation before a place ends, or -1."""
    place = bisect_right(article.quoted, (at,))
    while place and article.quoted[place - 1][1] > at:
        place -= 1
    return article.quoted[place - 1][1] if place else -1


def _agent(article: Article, place: Place, cue: Mark) -> Found | None:
    """The one after `par` or `by`, when the cue is passive: no auxiliary `avoir` or `have` before it."""
    former = article.text[max(place.first.start, cue.start - 40) : cue.start]
    if not _PASSIVE.match(article.text, cue.start) or _ACTIVE.search(former):
        return None
    by = _BY.search(article.text, cue.end, place.last.end)
    found = phrases.first(article.text, by.end(), place.last.end) if by else None
    return Found(found, False) if found and by and found.start - by.end() < 3 else None
