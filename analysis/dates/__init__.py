"""`documents`, `units`, `rules` → `dates`: which words say when, and which day, time or span of time they mean.

Words and their values are the lexicons' layers `date` and `quantity`; `grammar` says how they may stand together,
`calendar`, `spans` and `ranges` what that means, `moments` reckons. Nothing here asks the clock.
"""

import datetime
import re
from collections.abc import Callable, Iterator

import pandas as pd

from analysis import tables, tokens
from analysis.dates import calendar, moments, ranges, spans
from analysis.dates.grammar import BEFORE, EXPRESSION, LEADING, OPENING
from analysis.dates.parts import Found, Place
from analysis.tokens import Token, Words

__all__ = ["find"]

READERS: dict[str, Callable[[list[Token], Place], Found | None]] = {
    "range": ranges.between,
    "decade": calendar.decade,
    "century": calendar.century,
    "quarter": calendar.quarter,
    "every": spans.every,
    "later": spans.later,
    "ago": spans.ago,
    "in": spans.within,
    "past": spans.past,
    "anaphor": spans.anaphor,
    "closing": spans.closing,
    "turned": spans.turned,
    "season": calendar.season,
    "duration": spans.duration,
    "point": calendar.point,
    "part": calendar.part,
    "month": calendar.month,
    "feast": calendar.feast,
    "clock": calendar.clock,
    "year": calendar.year,
    "lone": calendar.lone,
}
"""Who reads which part of the grammar; ages are not read."""
_ARTICLE = re.compile(r"(?:l[ae]|the)\s+|l['’]", re.IGNORECASE)
_GAP = re.compile(r"[\s,(]*")


def find(documents: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame) -> pd.DataFrame:
    """`dates`: one row is an expression of time, its `kind`, ISO 8601 `value` and `granularity`.

    Where the value is empty, `reason` says why. Ages are no dates. Credits and link lines are not searched.
    """
    known = tokens.words(rules)
    by_document = tokens.bounds(units)
    rows: list[dict[str, object]] = []
    for document, lang, published, text in documents[["document", "lang", "published", "text"]].itertuples(
        index=False, name=None
    ):
        if document in by_document and lang in known:
            found = read(text, tokens.find(known[lang], text, by_document[document]), known[lang], published)
            rows += [{"document": document, **row} for row in found]
    return tables.table("dates", rows)


def read(text: str, own: list[Token], known: Words, published: str) -> Iterator[dict[str, object]]:
    """The rows of one text, from its tokens."""
    letters, places = tokens.spelled(text, own)
    now, at = moments.anchor(published), 0
    while match := EXPRESSION.search(letters, at):
        at = match.start() + 1
        name = match.lastgroup or ""
        spoken = [own[place] for place in places[match.start() : match.end()] if place >= 0]
        row = _row(text, name, spoken, known, now, letters[: match.start()][-1:])
        if row:
            yield row
        if row or name == "age":
            at = match.end()


def _row(
    text: str, name: str, spoken: list[Token], known: Words, now: datetime.date | None, before: str
) -> dict[str, object] | None:
    kept = _trimmed(name, spoken)
    if name == "age" or not kept or not _is_sure(text, spoken, known, before):
        return None
    start, end = kept[0].start, kept[-1].end
    if name == "anaphor" and (article := _ARTICLE.match(text, start, end)):
        start = article.end()
    place = Place(text, start, end, known, now, before)
    found = READERS[name](spoken, place)
    if found is None:
        return None
    zoned = _zone(text, end, known) if found.moment.granularity == "time" else None
    return {
        "unit": kept[0].unit,
        "start": start,
        "end": end,
        "match": text[start:end],
        "kind": found.kind,
        "value": found.moment.value,
        "granularity": found.moment.granularity,
        "modifier": "; ".join(filter(None, [found.modifier, zoned])),
        "reason": found.moment.reason,
    }


def _trimmed(name: str, spoken: list[Token]) -> list[Token]:
    """The tokens without the prepositions, articles and modifiers before them, which are no part of the span."""
    first = 0
    while first < len(spoken) and name not in OPENING and spoken[first].kind in LEADING:
        first += 1
    if name == "closing":
        return spoken[-1:]
    return spoken[first:]


def _is_sure(text: str, spoken: list[Token], known: Words, before: str) -> bool:
    """Whether a lone word that is also another stands behind a preposition; in French months are not capitalised."""
    if len(spoken) > 1 or spoken[0].alone:
        return True
    return before in BEFORE and not (known.lang == "fr" and text[spoken[0].start].isupper())


def _zone(text: str, end: int, known: Words) -> str:
    zone = known.expressions.get("zone")
    gap = _GAP.match(text, end)
    found = zone.match(text, gap.end() if gap else end) if zone else None
    return found.group() if found else ""
