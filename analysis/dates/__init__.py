"""`documents`, `units`, `rules`, `evidence` → `dates`: which words say when, and which day, time or span they mean.

Words and their values are the lexicons' layers `date`, `quantity` and `beside`; `grammar` says how they may stand
together, `calendar`, `spans` and `ranges` what that means, `moments` reckons. Nothing here asks the clock.
"""

import datetime
import re
from collections.abc import Callable
from functools import lru_cache

import pandas as pd

from analysis import runs
from analysis.beside import Words
from analysis.dates import calendar, lookalikes, moments, ranges, spans, years
from analysis.dates.grammar import BEFORE, DATED, EXPRESSION, LEADING, OPENING
from analysis.dates.parts import NOTHING, Found, Place
from analysis.runs import Stretch, Told
from analysis.tokens import Token

__all__ = ["Row", "find", "read"]

READERS: dict[str, Callable[[list[Token], Place], Found | None]] = {
    "age": lookalikes.nothing,
    "aged": lookalikes.aged,
    "named": lookalikes.nothing,
    "always": lookalikes.nothing,
    "range": ranges.between,
    "week": calendar.week,
    "decade": years.decade,
    "century": years.century,
    "quarter": years.quarter,
    "months": years.months,
    "every": spans.every,
    "later": spans.later,
    "ago": spans.ago,
    "in": spans.within,
    "past": spans.past,
    "anaphor": spans.anaphor,
    "turned": spans.turned,
    "season": calendar.season,
    "duration": spans.duration,
    "point": calendar.point,
    "part": calendar.part,
    "month": calendar.month,
    "closing": spans.closing,
    "feast": calendar.feast,
    "clock": calendar.clock,
    "year": years.year,
    "lone": calendar.lone,
}
"""Who reads which part of the grammar."""
_ARTICLE = re.compile(r"(?:l[ae]|the)\s+|l['’]", re.IGNORECASE)
_GAP = re.compile(r"[\s,(]*")
Row = tuple[str, int, int, int, str, str, str, str, str, str]


def find(documents: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """`dates`: one row is an expression of time, its `kind`, ISO 8601 `value` and `granularity`.

    `found` is the evidence of the layers date and quantity. Where the value is empty, `reason` says why. Ages are no
    dates. Credits and link lines are not searched.
    """
    told = runs.find(documents, units, rules, found)
    return runs.table("dates", [row for document in told for row in read(document)])


def read(told: Told) -> list[Row]:
    """The rows of one document."""
    document, text, published, known, own = told
    now, rows = moments.anchor(published), list[Row]()
    for stretch in own:
        if _is_dated(stretch.letters):
            _read(rows, document, text, stretch, known, now)
    return rows


@lru_cache(maxsize=65_536)
def _is_dated(letters: str) -> bool:
    return DATED.search(letters) is not None


def _read(rows: list[Row], document: str, text: str, stretch: Stretch, known: Words, now: datetime.date | None) -> None:
    """Append the rows of one stretch."""
    at, (unit, own, letters, places) = 0, stretch
    while match := _next(letters, at):
        name, start, end = match
        spoken = [own[place] for place in places[start:end] if place >= 0]
        at = start + 1
        kept = _trimmed(name, spoken, known.lang)
        before = letters[start - 1 : start]
        if not kept or not _is_sure(text, kept, known, before):
            continue
        place = Place(text, kept[0].start, kept[-1].end, known, now, before)
        found = READERS[name](spoken, place)
        if found is not None:
            at = end
            if found is not NOTHING:
                rows.append((document, unit, *_told(text, name, kept, place, found)))


@lru_cache(maxsize=65_536)
def _next(letters: str, at: int) -> tuple[str, int, int] | None:
    """The first expression from a place on: who reads it, start and end."""
    match = EXPRESSION.search(letters, at)
    return (match.lastgroup or "", *match.span()) if match else None


def _told(
    text: str, name: str, kept: list[Token], place: Place, found: Found
) -> tuple[int, int, str, str, str, str, str, str]:
    start, end = place.start, place.end
    if name == "anaphor" and (article := _ARTICLE.match(text, start, end)):
        start = article.end()
    elif name == "in" and found.kind == "duration":
        start = kept[1].start
    value, grain, reason = found.moment
    zoned = _zone(text, end, place.known) if grain == "time" else ""
    modifier = f"{found.modifier}; {zoned}" if zoned and found.modifier else found.modifier or zoned
    return start, end, text[start:end], found.kind, value, grain, modifier, reason


def _trimmed(name: str, spoken: list[Token], lang: str) -> list[Token]:
    """The tokens without the prepositions, articles and modifiers before them, which are no part of the span."""
    first = 0
    if name not in OPENING or (lang == "en" and spoken[0].kind == "of"):
        while first < len(spoken) and spoken[first].kind in LEADING:
            first += 1
    if name == "closing":
        return spoken[-1:]
    return spoken[first:] if first else spoken


def _is_sure(text: str, kept: list[Token], known: Words, before: str) -> bool:
    """Whether a lone word that is also another stands behind a preposition; in French months are not capitalised."""
    if len(kept) > 1 or kept[0].alone:
        return True
    return before in BEFORE and not (known.lang == "fr" and text[kept[0].start].isupper())


def _zone(text: str, end: int, known: Words) -> str:
    zone = known.expressions.get("zone")
    gap = _GAP.match(text, end)
    found = zone.match(text, gap.end() if gap else end) if zone else None
    return found.group() if found else ""
