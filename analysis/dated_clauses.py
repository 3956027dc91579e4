"""The clause in which a date stands: what happens then, and not the rest of the sentence."""

import re
from typing import Any

from analysis.portions import portions

LEAST = 3
"""How many words of some length a clause has beside its dates; a shorter one goes on before and behind."""
_LONG = re.compile(r"[^\W\d_]{4,}")
_PARTICIPLE = re.compile(r",\s+(?=\w+(?:ée?s?|ed)\s)")
_CONTINUES = re.compile(r"(?:et|ou|and|or)\s+(?:(?:en|in|le|de|du|on)\s+)?(?=\d)", re.IGNORECASE)
"""A date behind another one: what happens then stands before both."""


def clause(text: str, start: int, end: int, dates: list[dict[str, Any]]) -> tuple[int, int]:
    """The clause of a unit in which the first of these dates stands: with its neighbours, where it is little else.

    `dates` are those whose words do not count as the clause's own.
    """
    pieces = portions(text, start, end)
    at = next((place for place, piece in enumerate(pieces) if dates[0]["start"] < piece[1]), len(pieces) - 1)
    if at < 0:
        return start, end
    first = last = at
    if first and _CONTINUES.match(text, pieces[at][0], dates[0]["start"] + 1):
        first -= 1
    while _thin(text, pieces[first][0], pieces[last][1], dates) and (first > 0 or last < len(pieces) - 1):
        first, last = _wider(text, pieces, first, last)
    return _from_participle(text, pieces, first, last, dates)


def _from_participle(
    text: str, pieces: list[tuple[int, int]], first: int, last: int, dates: list[dict[str, Any]]
) -> tuple[int, int]:
    """The span from a participle just before the date (`, renversé mardi avant l'aube`), where that says enough."""
    start, end = pieces[first][0], pieces[last][1]
    near = [match.end() for match in _PARTICIPLE.finditer(text, start, dates[0]["start"])]
    if not near or text.count(" ", near[-1], dates[0]["start"]) > 2:
        return start, end
    if last + 1 < len(pieces) and text[end : pieces[last + 1][0]].isspace():
        end = pieces[last + 1][1]
    return (start, pieces[last][1]) if _thin(text, near[-1], end, dates) else (near[-1], end)


def _wider(text: str, pieces: list[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    """One clause more on either side; only on the side where no mark stands between, if there is one."""
    before, after = first > 0, last < len(pieces) - 1
    if before and after:
        open_before = text[pieces[first - 1][1] : pieces[first][0]].isspace()
        open_after = text[pieces[last][1] : pieces[last + 1][0]].isspace()
        if open_before != open_after:
            before, after = open_before, open_after
    return first - before, last + after


def _thin(text: str, start: int, end: int, dates: list[dict[str, Any]]) -> bool:
    words = [
        match
        for match in _LONG.finditer(text, start, end)
        if not any(date["start"] <= match.start() < date["end"] for date in dates)
    ]
    return len(words) < LEAST
