"""Who a noun phrase of an article names, and the rows that say so."""

import re
from typing import NamedTuple

import regex

from analysis import phrases
from analysis.articles import LONGEST, Article, Mark, between, overlapping
from analysis.phrases import Phrase

OFFICIAL = ("official", "government")
"""The kinds of speakers who speak for the actor that they are said to belong to."""

_BESIDE = re.compile(
    r",\s+(?!(?:cit|quot|relay|rapport|interrog|joint|contact|qui\b|dont\b|who\b))[^\W\d_][\w’'.-]*(?:\s+[^\W\d_][\w’'.-]*){0,7}(?=\s*[,.;)]|\Z)"
)
_AHEAD = regex.compile(
    r"(?:(?<=[.,:;»”\"]\s)|\A|(?<=\n))[^\W\d_][\w’'-]*(?:\s+[^\W\d_][\w’'-]*){0,7},\s+\Z", regex.REVERSE
)


class Voice(NamedTuple):
    """A speaker as found: the name, where it stands, and of what kind it is."""

    speaker: str
    start: int
    end: int
    kind: str


NOBODY = Voice("", -1, -1, "")


class Row(NamedTuple):
    """One row of `statements`, without its document."""

    unit: int
    start: int
    end: int
    kind: str
    speaker: str
    speaker_kind: str
    speaker_start: int
    speaker_end: int
    cue: str
    cue_start: int
    cue_end: int
    vehicle: str = ""

    @property
    def voice(self) -> Voice:
        """Who speaks in the row."""
        return Voice(self.speaker, self.speaker_start, self.speaker_end, self.speaker_kind)

    def said_by(self, voice: Voice) -> "Row":
        """The row under another speaker."""
        return self._replace(
            speaker=voice.speaker, speaker_kind=voice.kind, speaker_start=voice.start, speaker_end=voice.end
        )


def is_known(article: Article, phrase: Phrase) -> bool:
    """Whether a lexicon knows an actor or a kind of speaker in the phrase."""
    return bool(overlapping(article.actors, *phrase) or overlapping(article.kinds, *phrase))


def resolved(article: Article, phrase: Phrase) -> Voice:
    """The actor that the phrase or the name beside it names, else its words; and of what kind that speaker is."""
    whole = _with_apposition(article, phrase)
    kind = _kind(article, whole)
    actor = _actor(article, phrase, whole, kind)
    named = phrases.name(article.text, phrase)
    if actor and " " in article.text[slice(*named)] and phrases.is_name(article.text, named):
        actor = actor if actor.start < named.end and named.start < actor.end else None
    if actor:
        return Voice(actor.label, actor.start, actor.end, kind or _known_kind(article, actor))
    return Voice(" ".join(article.text[slice(*named)].split()), named.start, named.end, kind)


def _actor(article: Article, phrase: Phrase, whole: Phrase, kind: str) -> Mark | None:
    """The actor of a phrase: a name that nothing governs, else who is known under these words, else whom they serve.

    `An Andorran official` speaks for Andorra, `an Andorran expert` does not.
    """
    inside = overlapping(article.actors, *whole)
    words = phrases.bare(article.text, phrase)
    head = phrase.end - len(words)
    free = [actor for actor in inside if actor.start <= head or not phrases.is_governed(article.text, actor.start)]
    named = [actor for actor in free if article.text[actor.start].isupper() and actor.start > phrase.start - 2]
    if named:
        return named[0]
    small = words.lower()
    for other in article.actors if " " in words else ():
        if not article.text[other.start].isupper():
            continue
        before = article.text[max(0, other.start - len(words) - 3) : other.start].rstrip(" ,\u00a0\u202f")
        if before.lower().endswith(small):
            return Mark(phrase.start, phrase.end, other.label)
    heads = [
        actor for actor in free if article.text[actor.start : actor.end].lower() in small[: actor.end - actor.start]
    ]
    serving = (free or inside) if kind in OFFICIAL else heads
    return next(iter([*heads, *serving]), None)


def _with_apposition(article: Article, phrase: Phrase) -> Phrase:
    """The phrase and what commas set beside it: `le porte-parole, Jean Petit`, `Jean Petit, porte-parole`."""
    behind = _BESIDE.match(article.text, phrase.end)
    ahead = article.text[max(0, phrase.start - 80) : phrase.start]
    before = _AHEAD.search(ahead) if ahead.rstrip().endswith(",") else None
    start = phrase.start - len(before.group()) if before and phrases.is_name(article.text, phrase) else phrase.start
    return Phrase(start, behind.end() if behind else phrase.end)


def _kind(article: Article, whole: Phrase) -> str:
    """The kind of the first words in or right before the phrase that say what its speaker is."""
    inside = overlapping(article.kinds, *whole)
    if not inside and article.text[whole.start].isupper():
        ends = [
            mark
            for mark in between(article.kinds, whole.start - LONGEST, whole.start)
            if mark.end <= whole.start and not article.text[mark.end : whole.start].strip()
        ]
        inside = [mark for mark in ends if not phrases.is_governed(article.text, mark.start)]
    return inside[0].label if inside else ""


def _known_kind(article: Article, actor: Mark) -> str:
    """The kind that another mention of the actor shows."""
    for other in article.actors:
        if other.label == actor.label:
            around = phrases.phrases(article.text, max(0, other.start - 60), other.end)
            before = next((phrase for phrase in around if phrase.start < other.start < phrase.end), None)
            kind = _kind(article, _with_apposition(article, before or Phrase(other.start, other.end)))
            if kind:
                return kind
    return ""
