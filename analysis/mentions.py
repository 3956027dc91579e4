"""What there is to read of one article around its quotations, and who a noun phrase in it names."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd
import regex

from analysis import cues, lines, other_marks, phrases
from analysis.marks import quotations
from analysis.phrases import Phrase
from analysis.sentences import Span

INFORMATION = "information"
"""The label of words for what is said, which has a source: `un communiqué du ministère`."""

OFFICIAL = ("official", "government")
"""The kinds of speakers who speak for the actor that they are said to belong to."""

_BESIDE = re.compile(
    r",\s+(?!(?:cit|quot|relay|rapport|interrog|joint|contact|qui\b|dont\b|who\b))[^\W\d_][\w’'.-]*(?:\s+[^\W\d_][\w’'.-]*){0,7}(?=\s*[,.;)]|\Z)"
)
_AHEAD = regex.compile(
    r"(?:(?<=[.,:;»”\"]\s)|\A|(?<=\n))[^\W\d_][\w’'-]*(?:\s+[^\W\d_][\w’'-]*){0,7},\s+\Z", regex.REVERSE
)
_INSERTED = re.compile(r"[,?!…]\s+(?:(?:a|ont|avait|avaient)(?:\s+|-(?:t-)?(?:ils?|elles?)\s+))?\Z")


class Mark(NamedTuple):
    """A piece of evidence: where it stands and what it is."""

    start: int
    end: int
    label: str


class Unit(NamedTuple):
    """A unit's number, place and role."""

    unit: int
    start: int
    end: int
    role: str


class Voice(NamedTuple):
    """A speaker as found: the name, where it stands, and of what kind it is."""

    speaker: str
    start: int
    end: int
    kind: str


NOBODY = Voice("", -1, -1, "")


class Place(NamedTuple):
    """Where a quotation stands, marks included, and the first and last unit that it touches."""

    start: int
    end: int
    first: Unit
    last: Unit


class Article(NamedTuple):
    """What there is to read of one article.

    `inserted` are cues within a quotation, the other ones are outside; `information` are words for what is said.
    """

    text: str
    units: list[Unit]
    paragraphs: list[Span]
    quoted: list[Span]
    cues: list[Mark]
    inserted: list[Mark]
    actors: list[Mark]
    kinds: list[Mark]
    information: list[Mark]


_LAYERS = ("speech", "verb", "actor", "speaker")


def articles(
    documents: pd.DataFrame, units: pd.DataFrame, evidence: pd.DataFrame
) -> Iterator[tuple[str, Article | None]]:
    """Each document with what there is to read of it; None where it has no unit."""
    own: dict[str, list[Unit]] = {}
    for document, *unit in _rows(units, "document", "unit", "start", "end", "role"):
        own.setdefault(document, []).append(Unit(*unit))
    marks: dict[str, dict[str, list[Mark]]] = {}
    for document, layer, *mark in _rows(evidence, "document", "layer", "start", "end", "label"):
        if layer not in _LAYERS:
            continue
        marks.setdefault(document, {name: [] for name in _LAYERS})[layer].append(Mark(*mark))
    for document, text in _rows(documents, "document", "text"):
        none: dict[str, list[Mark]] = {name: [] for name in _LAYERS}
        yield document, _gathered(text, own[document], marks.get(document, none)) if document in own else None


def _rows(table: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    return zip(*(table[column].tolist() for column in columns), strict=True)


def _gathered(text: str, units: list[Unit], marks: dict[str, list[Mark]]) -> Article:
    """The article with its units, quotations and the evidence of the layers speech, verb, actor and speaker."""
    paragraphs = lines.paragraphs(text)
    quoted = other_marks.quotations(text, paragraphs, quotations(text, paragraphs))
    marks = {layer: sorted(found) for layer, found in marks.items()}
    information = [mark for mark in marks["speech"] if mark.label == INFORMATION]
    spoken = _cues(text, marks)
    outside = [cue for cue in spoken if not is_within(quoted, cue)]
    inserted = [
        cue for cue in spoken if is_within(quoted, cue) and _INSERTED.search(text[max(0, cue.start - 25) : cue.start])
    ]
    return Article(
        text, units, paragraphs, quoted, outside, inserted, marks["actor"], outermost(marks["speaker"]), information
    )


def _cues(text: str, marks: dict[str, list[Mark]]) -> list[Mark]:
    """What tells something: evidence of the layer speech, and of the layer verb where its place shows it."""
    somebody = {mark.start for layer in ("actor", "speaker") for mark in marks[layer]}
    sure = [mark for mark in marks["speech"] if mark.label != INFORMATION and cues.stands(text, mark.start, mark.end)]
    told = [mark for mark in marks["verb"] if cues.tells(text, mark.start, mark.end, somebody)]
    free = [verb for verb in told if not any(a.start < verb.end and verb.start < a.end for a in sure)] if sure else told
    return sorted(mark._replace(end=cues.whole(text, mark.end)) for mark in [*sure, *free])


def outermost(marks: list[Mark]) -> list[Mark]:
    """The marks that are inside no longer one, left to right."""
    found: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not found or mark.end > found[-1].end or (mark.start, mark.end) == (found[-1].start, found[-1].end):
            found.append(mark)
    return found


def is_within(spans: list[Span], mark: Mark) -> bool:
    """Whether the mark lies, in part at least, inside one of these spans."""
    place = bisect_right(spans, (mark.start, mark.start))
    return any(a < mark.end and mark.start < b for a, b in spans[max(0, place - 1) : place + 1])


def is_known(article: Article, phrase: Phrase) -> bool:
    """Whether a lexicon knows an actor or a kind of speaker in the phrase."""
    return any(mark.start < phrase.end and phrase.start < mark.end for mark in (*article.actors, *article.kinds))


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
    inside = [actor for actor in article.actors if actor.start < whole.end and whole.start < actor.end]
    head = phrase.end - len(phrases.bare(article.text, phrase))
    free = [actor for actor in inside if actor.start <= head or not phrases.is_governed(article.text, actor.start)]
    named = [actor for actor in free if article.text[actor.start].isupper() and actor.start > phrase.start - 2]
    if named:
        return named[0]
    words = phrases.bare(article.text, phrase)
    for other in article.actors if " " in words else ():
        before = article.text[max(0, other.start - len(words) - 3) : other.start].rstrip(" ,\u00a0\u202f")
        if article.text[other.start].isupper() and before.lower().endswith(words.lower()):
            return Mark(phrase.start, phrase.end, other.label)
    heads = [
        actor
        for actor in free
        if article.text[actor.start : actor.end].lower() in words.lower()[: actor.end - actor.start]
    ]
    serving = (free or inside) if kind in OFFICIAL else heads
    return next(iter([*heads, *serving]), None)


def _with_apposition(article: Article, phrase: Phrase) -> Phrase:
    """The phrase and what commas set beside it: `le porte-parole, Jean Petit`, `Jean Petit, porte-parole`."""
    behind = _BESIDE.match(article.text, phrase.end)
    before = _AHEAD.search(article.text[max(0, phrase.start - 80) : phrase.start])
    start = phrase.start - len(before.group()) if before and phrases.is_name(article.text, phrase) else phrase.start
    return Phrase(start, behind.end() if behind else phrase.end)


def _kind(article: Article, whole: Phrase) -> str:
    """The kind of the first words in or right before the phrase that say what its speaker is."""
    inside = [mark for mark in article.kinds if mark.start < whole.end and whole.start < mark.end]
    if not inside and article.text[whole.start].isupper():
        ends = [
            mark
            for mark in article.kinds
            if not article.text[mark.end : whole.start].strip() and mark.end <= whole.start
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
