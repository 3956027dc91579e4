"""Who says the words of a quotation: the noun phrase that its cue's place points at.

It stands behind an inverted cue or `according to`, before the cue otherwise, behind `par` or `by` when the cue
is passive; a pronoun is the one who spoke or was named last in the paragraph.
"""

import re
from bisect import bisect_right

from analysis import phrases
from analysis.articles import Article, Mark, Place, Unit, between, is_within
from analysis.mentions import NOBODY, Voice, is_known, resolved
from analysis.phrases import Phrase
from analysis.sentences import Span
from analysis.subjects import Found, clause_end, first_after, has_pronoun, quoted_before, speaking

BESIDE = 8
"""How many words may stand between a quotation and its cue, or a cue and its words, to belong together unasked."""

_SMALL = r"[^\W\d_A-ZÀ-ÖØ-Þ]"
INSERTION = re.compile(rf"(?<=[?!…][\s»”\"’'])\s*{_SMALL}|(?<=[?!…]\s[»”])\s*{_SMALL}|\s*,\s+{_SMALL}|(?<=,[”\"’'])\s")
"""What follows a quotation when the writer's sentence goes on with who says it."""

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_CIVILITY = re.compile(r"\w+\.\Z|(?:Mm|Mll|M)e\Z|(?:Mr|Mrs|Ms|Dr|Pr)\Z")
_GAP = re.compile(
    r",\s+(?:(?:et|and)\s+)?((?:(?:son|sa|l[ea]s?|the|his|her)\s+|l[’'])?[\w’'.-]+(?:\s+[\w’'.-]+){0,4})\s+(?:une?|de|d[’']une?|an?|of)\s+"
)
_PARTICIPLE = re.compile(r"\w(?:ée?s?|ie?s?|ue?s?|ed)\s+(?:(?:de|d[’']|as)\s*)?\Z")
_BY = re.compile(r"(?<!\w)(?:par|by)\s+", re.IGNORECASE)


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
    phrase = speaking(article, place, cue)
    if phrase is None or (phrase.loose and not _is_close(article, place, cue, phrase)):
        return NOBODY
    return resolved(article, phrase.phrase)


def _gapped(article: Article, place: Place, cue: Mark) -> Phrase | None:
    """Whoever stands for himself and the verb left out: `X évoque un « miracle », Y une « farce »`."""
    former = quoted_before(article, place.start) if cue.end < place.start else -1
    found = _GAP.fullmatch(article.text, former, place.start) if cue.end < former else None
    phrase = phrases.opening(article.text, found.start(1), found.end(1)) if found else None
    return phrase if found and phrase and phrase.end == found.end(1) else None


def bare_agent(article: Article, place: Place) -> Voice | None:
    """The one after `par` or `by` right behind the words, when a participle stands right before them."""
    by = _BY.match(article.text, place.end + 1)
    if not by or not _PARTICIPLE.search(before(article, place)):
        return None
    found = phrases.first(article.text, by.end(), place.last.end)
    return resolved(article, found) if found and found.start == by.end() else None


def _behind(article: Article, place: Place) -> Voice | None:
    """Somebody named right behind words that a comma or their own stop sets apart: a verb that no lexicon has."""
    if not INSERTION.match(article.text, place.end):
        return None
    found = first_after(article.text, place.end, clause_end(article, place.end, place))
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


def _is_close(article: Article, place: Place, cue: Mark, found: Found) -> bool:
    """Whether a phrase found by place alone may speak: somebody known or named, or the cue is near the words."""
    near = len(_WORD.findall(article.text[cue.end : place.start])) <= BESIDE
    return near or phrases.is_name(article.text, found.phrase) or is_known(article, found.phrase)
