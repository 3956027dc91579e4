"""In which words an event is shown, and by which of its dates: those of one article."""

from collections.abc import Mapping
from typing import Any

from analysis.days import Days
from analysis.events import EXACT, Rows

LONGEST = 120
"""How many characters the words of an event have at most."""


def date_of(group: Rows, status: str = "") -> dict[str, Any]:
    """The date of an event: the one most articles agree with, of those the most widely told, the most exact, the first.

    A date of more than `EXACT` days comes after all others that as many articles agree with; one of another status
    than the event has, after all.
    """
    agreeing: dict[tuple[int, int], int] = {}
    same: dict[tuple[int, int], int] = {}
    for days in {(row["first"], row["last"]) for row in group}:
        agreeing[days] = len({row["document"] for row in group if Days(*days).meets(Days(row["first"], row["last"]))})
        same[days] = len({row["document"] for row in group if (row["first"], row["last"]) == days})

    def rank(row: dict[str, Any]) -> tuple:
        days = row["first"], row["last"]
        span = days[1] - days[0]
        exact = span >= EXACT, -same[days], span, not row["clock"], not row["part"], row["document"], row["start"]
        return bool(status) and row["status"] != status, -agreeing[days], *exact

    return min(group, key=rank)


def part_of_day(group: Rows, chosen: dict[str, Any]) -> str:
    """The time of day of the chosen date, where nobody gives the same day another one."""
    days = chosen["first"], chosen["last"]
    told = {row["part"] for row in group if (row["first"], row["last"]) == days and row["status"] == chosen["status"]}
    return str(chosen["part"]) if len(told - {""}) == 1 else ""


def wording(
    group: Rows, date: Mapping[str, Any], text: Mapping[str, str], units: Mapping[tuple[str, int], tuple[int, int]]
) -> str:
    """What happened, in the words of one article: a whole sentence that is short, else a clause, else part of one.

    Of several one whose sentence holds no other date, and has the `date` that is shown, then the one with most words.
    """
    found = []
    for row in group:
        words, less = _shown(text[row["document"]], row, *units[(row["document"], row["unit"])])
        shown = all(row[column] == date[column] for column in ("first", "last", "status"))
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
