"""Who says the words of a quotation: the noun phrase that its cue's place points at.

It stands behind an inverted cue or `according to`, before the cue otherwise, behind `par` or `by` when the cue
is passive; a pronoun is the one who spoke or was named last in the paragraph.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

import regex

from analysis import phrases
from analysis.adverbs import ADVERB
from analysis.articles import LONGEST, Article, Mark, Place, Unit, between, is_within
from analysis.mentions import NOBODY, Voice, is_known, resolved
from analysis.phrases import Phrase
from analysis.sentences import Span

ACCORDING = "according"
"""The label of cues that stand before their speaker: `selon`, `according to`."""

BESIDE = 8
"""How many words may stand between a quotation and its cue, or a cue and its words, to belong together unasked."""

_SMALL = r"[^\W\d_A-ZÀ-ÖØ-Þ]"
INSERTION = re.compile(rf"(?<=[?!…][\s»”\"’'])\s*{_SMALL}|(?<=[?!…]\s[»”])\s*{_SMALL}|\s*,\s+{_SMALL}|(?<=,[”\"’'])\s")
"""What follows a quotation when the writer's sentence goes on with who says it."""

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_BREAK = re.compile(
    r"[;:–—]|\((?![^()]*\))|,?\s(?:tandis\s+qu(?:e\s|[’'])|alors\s+qu(?:e\s|[’'])|(?:mais|et|and|but|while|whereas)\s)|,\s+(?=(?:quand|lorsque|when)\b)",
    re.IGNORECASE,
)
_CIVILITY = re.compile(r"\w+\.\Z|(?:Mm|Mll|M)e\Z|(?:Mr|Mrs|Ms|Dr|Pr)\Z")
_RELATIVE = regex.compile(
    rf",?\s+(?:qui|lequel|laquelle|lesquel\w+|which|who)\s+(?:(?:a|ont|avait|avaient|has|have|had|s[’']est)\s+)?(?:{ADVERB},?\s+)?\Z",
    regex.IGNORECASE | regex.REVERSE,
)
_ON = re.compile(r"(?:À|A|Au|Aux|Dans|Chez|Du\s+côté\s+d[eu]s?)\s+([^,]{2,50}),\s+(?:l[’'])?on\s+(?:\w+\s+){0,3}\Z")
_HISTORIC = re.compile(r"\s(?:de\s+|d[’'])\Z")
_GAP = re.compile(
    r",\s+(?:(?:et|and)\s+)?((?:(?:son|sa|l[ea]s?|the|his|her)\s+|l[’'])?[\w’'.-]+(?:\s+[\w’'.-]+){0,4})\s+(?:une?|de|d[’']une?|an?|of)\s+"
)
_AMONG = re.compile(r"\s+(?:dans|à|chez|(?=aux?\s)a|du\s+côté\s+d[eu]s?|(?=de\s+source))\s*", re.IGNORECASE)
_CITES = re.compile(r"cite(?:nt)?\b|citait|citaient|quote[sd]?\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\w+(?:ée?s?|ie?s?|ue?s?|ed)(?!\w)")
_PARTICIPLE = re.compile(r"\w(?:ée?s?|ie?s?|ue?s?|ed)\s+(?:(?:de|d[’']|as)\s*)?\Z")
_ACTIVE = regex.compile(
    rf"(?<!\w)(?:a|ont|avait|avaient|ait|ayant|avoir|has|have|had|having)(?:,?\s+{ADVERB},?)?\s+\Z",
    regex.IGNORECASE | regex.REVERSE,
)
_ACTS = re.compile(
    r"([^\W\d_]+)\s+((?:(?:ne\s+|n[’']|s[’'])?(?:a|ont|avait|avaient|est|sont|has|have|had|is|was)\s)?)", re.IGNORECASE
)
_STOP = re.compile(r"[;:«“\"„)]|(?<=\w{4})\.\s|,\s+(?=qu|qui\b|dont\b|who\b|which\b)")
_BY = re.compile(r"(?<!\w)(?:par|by)\s+", re.IGNORECASE)


@lru_cache(16)
def relative_before(text: str, start: int, end: int) -> regex.Match[str] | None:
    """The `, qui` or `, which` that makes a verb at `end` one of a relative clause."""
    return _RELATIVE.search(text, start, end)


def opens_sentence(article: Article, place: Place) -> bool:
    """Whether the quotation stands at the beginning of its sentence."""
    return not _WORD.search(article.text, place.first.start, place.start)


def follows_colon(article: Article, place: Place) -> bool:
    """Whether a colon stands right before the quotation."""
    return before(article, place).rstrip().endswith(":")


def before(article: Article, place: Place) -> str:
    """The last of what stands before the quotation in its sentence."""
    return article.text[max(place.first.start, place.start - 60) : place.start]


def same(voice: Voice, voices: list[tuple[int, Voice]]) -> Voice:
    """The voice under the fuller name that it had before: `Mr. Petit` is `Jean Petit`, `Petit` too."""
    words = voice.speaker.split()
    if not words or not (len(words) == 1 or _CIVILITY.match(words[0])) or not words[-1][0].isupper():
        return voice
    fuller = (former for _, former in voices if former.speaker.split()[-1] == words[-1])
    found = next(fuller, voice)
    return voice._replace(speaker=found.speaker, kind=voice.kind or found.kind)


def voice(article: Article, place: Place, cue: Mark | None, voices: list[tuple[int, Voice]]) -> Voice:
    """Who says it, as the cue's place tells; without a cue, who spoke last in the paragraph."""
    if cue is None:
        inverted = _behind(article, place) if opens_sentence(article, place) else None
        agent = bare_agent(article, place)
        return _before_colon(article, place) or agent or inverted or _former(article, place, voices, spoken=True)
    gapped = _gapped(article, place, cue)
    if gapped:
        return resolved(article, gapped)
    if has_pronoun(article, place, cue):
        return _former(article, place, voices, spoken=False)
    phrase = _phrase(article, place, cue)
    if phrase is None or (phrase.loose and not _is_close(article, place, cue, phrase)):
        return NOBODY
    return resolved(article, phrase.phrase)


def _gapped(article: Article, place: Place, cue: Mark) -> Phrase | None:
    """Whoever stands for himself and the verb left out: `X évoque un « miracle », Y une « farce »`."""
    former = _quoted_before(article, place.start) if cue.end < place.start else -1
    found = _GAP.fullmatch(article.text, former, place.start) if cue.end < former else None
    phrase = phrases.opening(article.text, found.start(1), found.end(1)) if found else None
    return phrase if found and phrase and phrase.end == found.end(1) else None


def bare_agent(article: Article, place: Place) -> Voice | None:
    """The one after `par` or `by` right behind the words, when a participle stands right before them."""
    by = _BY.match(article.text, place.end + 1)
    if not by or not _PARTICIPLE.search(before(article, place)):
        return None
    found = phrases.phrases(article.text, by.end(), place.last.end)
    return resolved(article, found[0]) if found and found[0].start == by.end() else None


def _behind(article: Article, place: Place) -> Voice | None:
    """Somebody named right behind words that a comma or their own stop sets apart: a verb that no lexicon has."""
    if not INSERTION.match(article.text, place.end):
        return None
    found = _first(article.text, place.end, _stop(article, place.end, place))
    named = found and phrases.is_name(article.text, phrases.name(article.text, found.phrase))
    known = found and (named or is_known(article, found.phrase))
    return resolved(article, found.phrase) if found and known else None


def _before_colon(article: Article, place: Place) -> Voice | None:
    """Somebody named before the colon before the words: next to it in a headline, else as subject."""
    if not follows_colon(article, place):
        return None
    headline = place.first.role not in ("lead", "body")
    found = phrases.phrases(article.text, place.first.start, place.start)
    for phrase in reversed(found) if headline else found:
        voice = resolved(article, phrase)
        opening = headline or phrase.start == place.first.start
        word = opening and " " not in article.text[slice(*phrase)] and not is_known(article, phrase)
        if word and (not headline or article.text[phrase.end : place.start].strip(" :\u00a0\u202f")):
            continue
        if voice.kind or phrases.is_name(article.text, phrase) or is_known(article, phrase):
            return voice
    return None


def _former(article: Article, place: Place, voices: list[tuple[int, Voice]], *, spoken: bool) -> Voice:
    """The one who spoke, or else was named first, in the nearest sentence before in the same paragraph."""
    paragraph = _around(article.paragraphs, place.start)
    if spoken:
        return next((voice for start, voice in reversed(voices) if start >= paragraph[0]), NOBODY)
    for unit in reversed(article.units):
        if not (paragraph[0] <= unit.start and unit.end <= place.first.end) or unit == place.first:
            continue
        said = [voice for _, voice in voices if unit.start <= voice.start < unit.end]
        subjects = _names(article, unit)
        if said or subjects:
            return said[-1] if said else resolved(article, subjects[0])
    return next((voice for _, voice in reversed(voices)), NOBODY)


def former(article: Article, place: Place, voices: list[tuple[int, Voice]]) -> Voice:
    """Whom a pronoun at this place means: who spoke, or was named first, before it in the paragraph."""
    return _former(article, place, voices, spoken=False)


def _names(article: Article, unit: Unit) -> list[Phrase]:
    """The actors named in a unit outside its quotations; else its names of several words that nothing governs."""
    named = between(article.actors, unit.start, unit.end)
    outside = [actor for actor in named if not is_within(article.quoted, actor.start, actor.end)]
    capital = [Phrase(actor.start, actor.end) for actor in outside if article.text[actor.start].isupper()]
    found = [
        name for name in phrases.phrases(article.text, unit.start, unit.end) if phrases.is_name(article.text, name)
    ]
    full = [name for name in found if " " in article.text[slice(*name)] and not is_within(article.quoted, *name)]
    return capital or full


def _around(spans: list[Span], at: int) -> Span:
    return spans[max(0, bisect_right(spans, (at, len(spans) and spans[-1][1])) - 1)]


def has_pronoun(article: Article, place: Place, cue: Mark) -> bool:
    """Whether a pronoun is the subject of the cue."""
    if cue in article.inserted:
        return phrases.holds_pronoun(article.text, cue.start - 12, cue.end)
    if cue.start >= place.end:
        return cue.label != ACCORDING and phrases.holds_pronoun(article.text, place.end, cue.end)
    return phrases.has_pronoun(article.text, _clauses(article, place, cue)[0], cue.start)


class Found(NamedTuple):
    """A noun phrase, and whether only its place says that it speaks."""

    phrase: Phrase
    loose: bool


def _phrase(article: Article, place: Place, cue: Mark) -> Found | None:
    """The noun phrase that speaks by its place beside the cue."""
    text = article.text
    if cue.label == ACCORDING or cue in article.inserted:
        return _first(text, cue.end, _stop(article, cue.end, place))
    agent = _agent(article, place, cue)
    if agent:
        return agent
    cited = _CITES.match(text, cue.start, cue.end) and _first(text, cue.end, _stop(article, cue.end, place))
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
        known = (
            Phrase(mark.start, mark.end)
            for mark in between(article.kinds, place.end, cue.start)
            if mark.end <= cue.start
        )
        ahead = (
            phrases.subject(text, place.end, cue.start, -1)
            or next(iter(phrases.phrases(text, cue.start, cue.end)), None)
            or next(known, None)
        )
        return Found(ahead, False) if ahead else _first(text, cue.end, _stop(article, cue.end, place))
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


def _first(text: str, start: int, end: int) -> Found | None:
    """The first phrase after a cue: a preposition before it is the cue's own."""
    found = phrases.phrases(text, start, end)
    return Found(found[0], False) if found else None


def _stop(article: Article, at: int, place: Place) -> int:
    """Where the clause that begins at `at` ends: at a stop, a quotation, or the sentence's end."""
    end = place.last.end if at >= place.end else place.start if at < place.start else place.end - 1
    stop = _STOP.search(article.text, at, end)
    return stop.start() if stop else end


def _clauses(article: Article, place: Place, cue: Mark) -> list[int]:
    """Where the cue's clause may begin, the nearest first: behind a conjunction or stop, a quotation, the sentence."""
    opening = place.first.start
    if not opening <= cue.start < place.first.end:
        opening = next((unit.start for unit in article.units if unit.start <= cue.start < unit.end), opening)
    return _openings(article.text, opening, max(opening, _quoted_before(article, cue.start)), cue.start)


@lru_cache(128)
def _openings(text: str, opening: int, quoted: int, end: int) -> list[int]:
    """The sentence's beginning, the end of its last quotation and what is behind a break, the last one first."""
    return sorted({opening, quoted, *(match.end() for match in _BREAK.finditer(text, quoted, end))}, reverse=True)


def _quoted_before(article: Article, at: int) -> int:
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
    found = phrases.phrases(article.text, by.end(), place.last.end) if by else []
    return Found(Phrase(*found[0]), False) if found and by and found[0].start - by.end() < 3 else None


def _is_close(article: Article, place: Place, cue: Mark, found: Found) -> bool:
    """Whether a phrase found by place alone may speak: somebody known or named, or the cue is near the words."""
    near = len(_WORD.findall(article.text[cue.end : place.start])) <= BESIDE
    return near or phrases.is_name(article.text, found.phrase) or is_known(article, found.phrase)
