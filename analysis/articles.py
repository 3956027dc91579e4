"""What there is to read of one article around its quotations."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

import pandas as pd

from analysis import cues, lines, other_marks
from analysis.marks import quotations
from analysis.sentences import Span

INFORMATION = "information"
"""The label of words for what is said, which has a source: `un communiqué du ministère`."""

LONGEST = 300
"""How many characters a mark may have."""

_INSERTED = re.compile(r"[,?!…]\s+(?:(?:a|ont|avait|avaient)(?:\s+|-(?:t-)?(?:ils?|elles?)\s+))?\Z")

Row = TypeVar("Row")


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
    own = grouped(units, Unit._make, "unit", "start", "end", "role")
    evidence = evidence[evidence["layer"].isin(_LAYERS)]
    marks = [marked(evidence, layer) for layer in _LAYERS]
    for document, text in zip(documents["document"].tolist(), documents["text"].tolist(), strict=True):
        if document in own:
            yield document, _gathered(text, own[document], *(sorted(found.get(document, ())) for found in marks))
        else:
            yield document, None


def grouped(frame: pd.DataFrame, row: Callable[[Iterable[Any]], Row], *columns: str) -> dict[str, list[Row]]:
    """Document → its rows of a table, in order, each made of these columns."""
    found: dict[str, list[Row]] = {}
    rows = zip(*(frame[column].tolist() for column in columns), strict=True)
    for document, one in zip(frame["document"].tolist(), map(row, rows), strict=True):
        if document in found:
            found[document].append(one)
        else:
            found[document] = [one]
    return found


def marked(evidence: pd.DataFrame, layer: str) -> dict[str, list[Mark]]:
    """Document → where the evidence of a layer stands and what it is."""
    return grouped(evidence[evidence["layer"] == layer], Mark._make, "start", "end", "label")


def _gathered(
    text: str, units: list[Unit], speech: list[Mark], verbs: list[Mark], actors: list[Mark], kinds: list[Mark]
) -> Article:
    """The article with its units, quotations and sorted evidence."""
    paragraphs = lines.paragraphs(text)
    quoted = other_marks.quotations(text, paragraphs, quotations(text, paragraphs))
    information = [mark for mark in speech if mark.label == INFORMATION]
    outside, inserted = [], []
    for cue in _cues(text, speech, verbs, {mark.start for mark in (*actors, *kinds)}):
        if not is_within(quoted, cue.start, cue.end):
            outside.append(cue)
        elif _INSERTED.search(text[max(0, cue.start - 25) : cue.start]):
            inserted.append(cue)
    return Article(text, units, paragraphs, quoted, outside, inserted, actors, outermost(kinds), information)


def _cues(text: str, speech: list[Mark], verbs: list[Mark], somebody: set[int]) -> list[Mark]:
    """What tells something: evidence of the layer speech, and of the layer verb where its place shows it."""
    sure = [mark for mark in speech if mark.label != INFORMATION and cues.stands(text, mark.start, mark.end)]
    told = [mark for mark in verbs if cues.tells(text, mark.start, mark.end, somebody)]
    free = [verb for verb in told if not overlapping(sure, verb.start, verb.end)]
    ends = [cues.whole(text, mark.end) for mark in (*sure, *free)]
    both = zip((*sure, *free), ends, strict=True)
    return sorted(mark if end == mark.end else mark._replace(end=end) for mark, end in both)


def outermost(marks: list[Mark]) -> list[Mark]:
    """The marks that are inside no longer one, left to right."""
    found: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not found or mark.end > found[-1].end or mark[:2] == found[-1][:2]:
            found.append(mark)
    return found


def between(marks: list[Mark], start: int, end: int) -> list[Mark]:
    """The marks that begin between two places; marks are sorted."""
    return marks[bisect_left(marks, (start,)) : bisect_left(marks, (end,))]


def overlapping(marks: list[Mark], start: int, end: int) -> list[Mark]:
    """The marks that lie between two places, in part at least; marks are sorted."""
    return [mark for mark in between(marks, start - LONGEST, end) if mark.end > start]


def is_within(spans: list[Span], start: int, end: int) -> bool:
    """Whether something between two places lies, in part at least, inside one of these spans."""
    if not spans:
        return False
    place = bisect_right(spans, (start, start))
    return any(a < end and start < b for a, b in spans[max(0, place - 1) : place + 1])
