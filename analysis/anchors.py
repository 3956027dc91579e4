"""Dates of articles whose day of publication is unknown: read again from a day that the corpus shows.

The year is that of the other articles on the story; where none is dated, the first one after all years that its
articles name as past, in which every `Tuesday 12 September` falls on that weekday. The day is the article's own last
day of a month, else the middle one of the other articles. Nothing here asks the clock.
"""

import datetime
import re
from collections.abc import Mapping

import pandas as pd

from analysis import beside, dates, matching, runs, tables
from analysis.dates import moments
from analysis.days import Days, days
from analysis.reading import Reading
from analysis.runs import Told

OTHERS, WEEKDAY = "the other articles are of that time", "weekday and day fit that year"
_YEAR = re.compile(r"[12]\d{3}(?!\d)")
YEARS = 12
"""How many years are tried: after so many every day has fallen on every weekday."""


def dated(read: Reading, stories: Mapping[str, int]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The table `dates` with the values that undated articles have when they are read from a day found for them.

    And one row per such article: document, `day`, `how` it was found.
    """
    unknown = read.documents[[moments.anchor(day) is None for day in read.documents["published"]]]
    found: dict[str, tuple[datetime.date, str]] = {}
    told = {one.document: one for one in _told(read, unknown)}
    for story in sorted({stories[name] for name in told}):
        own = {name: one for name, one in told.items() if stories[name] == story}
        found |= _anchors(own, _published(read, stories, story), _earliest(read, stories, story))
    rows = [row for name, (day, _) in sorted(found.items()) for row in _read(told[name], day)]
    kept = read.dates[~read.dates["document"].isin(found)]
    together = pd.concat([kept, runs.table("dates", rows)], ignore_index=True) if rows else kept
    table = together.sort_values(list(tables.KEYS["dates"]), kind="stable", ignore_index=True)
    anchors = [(name, day.isoformat(), how) for name, (day, how) in sorted(found.items())]
    return table, pd.DataFrame(anchors, columns=["document", "day", "how"], dtype="str")


def _told(read: Reading, documents: pd.DataFrame) -> list[Told]:
    """Where dates may stand in these articles."""
    if documents.empty:
        return []
    units = read.units[read.units["document"].isin(documents["document"])].reset_index(drop=True)
    own = read.rules[read.rules["layer"].isin(("date", "quantity", "beside"))].reset_index(drop=True)
    found = matching.find(documents.reset_index(drop=True), units, own, also=tables.ON_REQUEST)
    return list(runs.find(documents, units, read.rules, found))


def _read(told: Told, day: datetime.date) -> list[dates.Row]:
    return dates.read(told._replace(published=day.isoformat()))


def _published(read: Reading, stories: Mapping[str, int], story: int) -> list[datetime.date]:
    """The days on which the story's articles were published, sorted."""
    rows = zip(read.documents["document"], read.documents["published"], strict=True)
    known = (moments.anchor(published) for name, published in rows if stories[name] == story)
    return sorted(day for day in known if day)


def _earliest(read: Reading, stories: Mapping[str, int], story: int) -> int:
    """The first year in which the story can be; 0 where its articles name no year.

    It is the last one of a day that is told with its year, or the one after the last year that is named as past.
    """
    own = read.dates[(read.dates["document"].map(stories) == story) & read.dates["granularity"].isin(("year", "day"))]
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    futures = {lang: words.expressions.get("future") for lang, words in beside.words(read.rules).items()}
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    past = [0]
    for row in own.to_dict("records"):
        near = texts[row["document"]][max(0, row["start"] - 60) : row["end"] + 60]
        future = futures.get(langs[row["document"]])
        if _YEAR.match(row["value"]) and not (future and future.search(near)):
            past.append(int(row["value"][:4]) + (row["granularity"] == "year"))
    return max(past)


def _anchors(
    told: dict[str, Told], published: list[datetime.date], earliest: int
) -> dict[str, tuple[datetime.date, str]]:
    if published:
        middle = published[(len(published) - 1) // 2]
        return {name: (_last_day(one, middle) or middle, OTHERS) for name, one in told.items()}
    year = next((year for year in range(earliest, earliest + YEARS) if earliest and _fits(told, year)), 0)
    if not year:
        return {}
    found = {name: _last_day(one, _middle(year), year) for name, one in told.items()}
    known = sorted(day for day in found.values() if day)
    shared = known[(len(known) - 1) // 2] if known else None
    return {name: (day, WEEKDAY) for name, own in found.items() if (day := own or shared)}


def _middle(year: int) -> datetime.date:
    return datetime.date(year, 7, 1)


def _fits(told: dict[str, Told], year: int) -> bool:
    """Whether some weekday and day of a month fall together in that year, and none falls apart."""
    rows = [row for one in told.values() for row in _read(one, _middle(year)) if _is_weekday_and_day(row)]
    return bool(rows) and all(row[6][:4] == str(year) for row in rows)


def _is_weekday_and_day(row: dates.Row) -> bool:
    match, value, grain = row[4], row[6], row[7]
    worded = any(letter.isdigit() for letter in match) and len(match.split()) > 2
    return grain == "day" and worded and (bool(value) or "week" in row[9])


def _last_day(told: Told, near: datetime.date, year: int = 0) -> datetime.date | None:
    """The last day of a month that the article tells and that is not ahead of it; near a day, or in that year."""
    found = [
        datetime.date.fromordinal(day.last)
        for row in _read(told, near)
        if row[7] == "day"
        and any(letter.isdigit() for letter in row[4])
        and (day := _days(row))
        and not _ahead(told, row)
    ]
    kept = [day for day in found if (day.year == year if year else abs((day - near).days) <= _NEAR)]
    return max(kept, default=None)


_NEAR = 10


def _days(row: dates.Row) -> Days | None:
    return days(row[6], row[8])


def _ahead(told: Told, row: dates.Row) -> bool:
    """Whether a future form stands near."""
    future = told.known.expressions.get("future")
    return bool(future and future.search(told.text, max(0, row[2] - 60), row[3] + 60))
