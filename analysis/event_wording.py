"""In which words an event is shown, and by which of its dates: those of one article."""

from collections.abc import Mapping
from typing import Any

from analysis.days import Days
from analysis.events import Rows

LONGEST = 120
"""How many characters the words of an event have at most."""


def date_of(group: Rows) -> dict[str, Any]:
    """The date of an event: the one most articles agree with, then the most exact one, then the first."""
    agreeing: dict[tuple[int, int], int] = {}
    same: dict[tuple[int, int], int] = {}
    for days in {(row["first"], row["last"]) for row in group}:
        agreeing[days] = len({row["document"] for row in group if Days(*days).meets(Days(row["first"], row["last"]))})
        same[days] = len({row["document"] for row in group if (row["first"], row["last"]) == days})

    def rank(row: dict[str, Any]) -> tuple:
        days = row["first"], row["last"]
        exact = days[1] - days[0], -same[days], not row["clock"], not row["part"], row["document"], row["start"]
        return -agreeing[days], *exact

    return min(group, key=rank)


def wording(group: Rows, text: Mapping[str, str], units: Mapping[tuple[str, int], tuple[int, int]]) -> str:
    """What happened, in the words of one article: a whole sentence that is short, else a clause, else part of one.

    Of several one whose sentence holds no other date, and has the date that is shown, then the one with most words.
    """
    found = []
    date = date_of(group)
    for row in group:
        words, less = _shown(text[row["document"]], row, *units[(row["document"], row["unit"])])
        shown = (row["first"], row["last"]) == (date["first"], date["last"])
        found.append((less > 2, not shown, row["beside"], less, -len(words), row["document"], row["start"], words))
    return min(found)[-1]


def _shown(text: str, row: Mapping[str, Any], start: int, end: int) -> tuple[str, int]:
    """The words of a telling that a reader is shown, and how much they leave out.

    0: nothing; 1: what stands behind; 2: where the sentence begins; 3: words of the clause itself.
    """
    low, high, room = row["clause_start"], row["clause_end"], LONGEST - 4
    if end - start <= LONGEST:
        return plain(text[start:end]), 0
    if high - start <= room:
        return _marked(text, start, start, high, end), 1
    if high - low <= room:
        opens = text[low].isupper() or not text[low].isalpha()
        return _marked(text, start, low if opens else _word_at(text, high - room, 1), high, end), 1 if opens else 2
    low = max(low, min(row["start"] - LONGEST // 2, high - room))
    high = min(high, low + room)
    return _marked(text, start, _word_at(text, low, 1), _word_at(text, high, -1), end), 3


def _word_at(text: str, at: int, step: int) -> int:
    """The next place behind or before white space."""
    while 0 < at < len(text) and not text[at - (step > 0)].isspace():
        at += step
    return at


def _marked(text: str, start: int, low: int, high: int, end: int) -> str:
    words = plain(text[low:high]).lstrip(",;:–— ") if low > start else plain(text[low:high])
    return ("… " if low > start else "") + words + (" …" if text[high:end].strip(' .»"”\n') else "")


def plain(words: str) -> str:
    """The words on one line, with single blanks."""
    return " ".join(words.split())
