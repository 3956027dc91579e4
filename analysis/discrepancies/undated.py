"""Dates of articles whose day of publication is unknown: which day they most probably look back from.

Articles on one event appear within days of one another. The latest day that they name in full (`jeudi 14 septembre`) is
taken for the day of publication of all, in a year in which the weekday fits; where they name none, any day will do, as
only the days between two dates count.
"""

import datetime
import re
from collections.abc import Mapping

import pandas as pd

from analysis import dates, matching, tables
from analysis.reading import Reading

ANY = datetime.date(2000, 1, 15)
YEARS = 12
"""In so many years each weekday falls on each day at least once."""
_WORD = re.compile(r"[^\W\d_]+|\d+")


def dated(read: Reading, stories: Mapping[str, int]) -> pd.DataFrame:
    """The table `dates`, that of articles without a day of publication read as if they were of the day assumed."""
    unknown = read.documents[read.documents["published"] == ""]
    if unknown.empty:
        return read.dates
    assumed = {story: _assumed(read, own) for story, own in _by_story(unknown, stories).items()}
    days = [assumed[stories.get(document, -1)].isoformat() for document in unknown["document"]]
    documents = unknown.assign(published=pd.Series(days, unknown.index, "str")).reset_index(drop=True)
    units = read.units[read.units["document"].isin(documents["document"])].reset_index(drop=True)
    found = matching.find(documents, units, read.rules, also=("date", "quantity"))
    again = dates.find(documents, units, read.rules, found)
    kept = read.dates[~read.dates["document"].isin(documents["document"])]
    return pd.concat([kept, again]).sort_values(list(tables.KEYS["dates"]), kind="stable", ignore_index=True)


def _by_story(documents: pd.DataFrame, stories: Mapping[str, int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for document in documents["document"]:
        found.setdefault(stories.get(document, -1), []).append(document)
    return found


def _assumed(read: Reading, documents: list[str]) -> datetime.date:
    """The latest day that these articles name in full, in the first year after all they name in which it fits."""
    own = read.dates[read.dates["document"].isin(documents) & (read.dates["kind"] == "date")]
    named = [int(value[:4]) for value in own["value"] if re.match(r"(?:19|20)\d\d", value)]
    words = _words(read.rules)
    full = [day for match in own.loc[own["granularity"] == "day", "match"] if (day := _named(match, words))]
    since = max(named, default=ANY.year)
    return max((fits for found in full if (fits := _fitting(*found, since))), default=ANY)


def _named(match: str, words: Mapping[str, tuple[str, int]]) -> tuple[int, int, int] | None:
    """Weekday (0 where none is named), day and month of an expression that names both of the latter."""
    said = {"weekday": 0, "day": 0, "month": 0}
    for word in _WORD.findall(match.lower()):
        kind, number = words.get(word, ("day", int(word)) if word.isdecimal() and len(word) < 3 else ("", 0))
        said[kind] = number
    return (said["weekday"], said["day"], said["month"]) if said["day"] and said["month"] else None


def _fitting(weekday: int, day: int, month: int, since: int) -> datetime.date | None:
    for year in range(since, since + YEARS):
        try:
            found = datetime.date(year, month, day)
        except ValueError:
            continue
        if not weekday or found.isoweekday() == weekday:
            return found
    return None


def _words(rules: pd.DataFrame) -> dict[str, tuple[str, int]]:
    """The words of months and weekdays, with their numbers."""
    own = rules[(rules["layer"] == "date") & rules["label"].str.match(r"(?:month|weekday) \d+\Z")]
    pairs = zip(own["pattern"].str.lower().str.lstrip("="), own["label"].str.split(" "), strict=True)
    return {pattern: (kind, int(number)) for pattern, (kind, number) in pairs}
