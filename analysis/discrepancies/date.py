"""Dates that differ: the day, month or year of one thing, and the time of day."""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

from analysis import days as reckoned
from analysis.discrepancies import acts, located, matters, undated
from analysis.discrepancies.matters import Found
from analysis.discrepancies.values import FINER, OTHER, SAME, Value
from analysis.reading import Reading

KIND = "date"
ONE_AGREES = True
"""An article that gives several dates agrees with another as soon as one of them does."""
WEIGHTS = {"constant": -2.6, "head": 2.0, "near": 1.5, "unit": 1.5, "fact": 1.5, "known": -1.2, "then": -2.0}
"""Rounded from a logistic regression over pairs of dates and places that differ, in invented articles."""
ACT = 3.2
"""What speaks for two dates being of one thing where the same is done or happens then."""
APART = -0.8
"""What speaks against it where something else is done or happens then."""
UNTIL = -2.0
"""What speaks against a date up to which something lasts and another one being of one thing."""
FAR = 14
"""Days from which on two days are not taken for the day of one thing."""
TOLD = 20
"""How many characters lie between a date and the word that says when somebody spoke."""
REACTION = "react"
"""The act of those who only comment on something."""
_UNCOUNTED = ("credit", "related", "dateline", "caption")
_THING = re.compile(
    r"\s+(?:le|la|les|l['’]|un|une|des|son|sa|ses|leurs?|the|an?|its|his|her|their)(?!\w)\s?\w", re.IGNORECASE
)
"""What may be announced, behind a verb."""
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d)(?::(\d\d))?)?")
_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?")


def values(read: Reading, claims: pd.DataFrame) -> list[Value]:
    """The dates that two articles or more give of one thing."""
    dates = undated.dated(read, matters.told_together(claims))
    own = acts.added(read, found(read._replace(dates=dates)))
    own = [one for one in own if acts.likest(one) != REACTION]
    return matters.gathered(read, claims, own, WEIGHTS, plausible)


def found(read: Reading) -> list[Found]:
    """All dates that may be compared; the day on which somebody only said something is left out."""
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    told = read.units[~read.units["role"].isin(_UNCOUNTED)]
    units = set(told[["document", "unit"]].itertuples(index=False, name=None))
    cues = _cues(read)
    rows = []
    columns = ["document", "unit", "start", "end", "kind", "value", "granularity", "modifier"]
    for document, unit, start, end, kind, value, grain, modifier in read.dates[columns].itertuples(
        index=False, name=None
    ):
        if (document, unit) not in units or kind in ("duration", "set") or not value:
            continue
        if not _of_speaking(texts[document], langs[document], cues.get(document, []), start, end):
            until = _until(langs[document]).search(texts[document], max(0, start - TOLD), start)
            things = {"until": float(until is not None)}
            rows += [
                one._replace(things=things) for one in _found((document, unit, start, end), value, grain, modifier)
            ]
    return rows


@lru_cache(maxsize=4)
def _until(lang: str) -> re.Pattern[str]:
    """What stands before a date up to which something lasts or is due."""
    words = "|".join(map(located.spaced, located.words(lang)["until"]))
    return re.compile(rf"(?<!\w)(?:{words})\s+(?:l[ae]\s+|l['’]|the\s+)?\Z", re.IGNORECASE)


def _cues(read: Reading) -> dict[str, list[tuple[int, int]]]:
    """Where each article says that somebody says something."""
    found: dict[str, list[tuple[int, int]]] = {}
    spoken = read.statements[read.statements["cue_end"] > read.statements["cue_start"]]
    for document, start, end in spoken[["document", "cue_start", "cue_end"]].itertuples(index=False, name=None):
        found.setdefault(document, []).append((start, end))
    return found


def _of_speaking(text: str, lang: str, cues: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a date stands beside a word for speaking, with nothing but a few words between.

    Who announces a thing (`a annoncé lundi le lancement`) does something; who announces that something is, speaks.
    """
    for first, last in cues:
        if _is_deed(text, lang, first, last, end):
            continue
        between = text[last:start] if last <= start else text[end:first]
        if (
            (last <= start or end <= first)
            and len(between) <= TOLD
            and not re.search(r"[,;:.()«»“”\"]\s*\S+\s+\S+", between)
        ):
            return True
    return False


def _is_deed(text: str, lang: str, first: int, last: int, end: int) -> bool:
    told = {act for names, *_ in acts.found(text, lang, first, last) for act in names}
    return "announce" in told and _THING.match(text, max(last, end)) is not None


def _found(place: tuple[str, int, int, int], value: str, grain: str, modifier: str) -> list[Found]:
    if clock := _CLOCK.fullmatch(value):
        minute = int(clock[1]) * 60.0 + int(clock[2] or 0)
        return [Found(*place, value[1:], minute, minute, "time", "time of day", {})]
    bounds = days(value, modifier)
    if bounds is None:
        return []
    family = "years" if grain in ("year", "decade", "century") else "date"
    rows = [Found(*place, value[:10] if "T" in value and "/" not in value else value, *bounds, family, "date", {})]
    if (at := _DAY.fullmatch(value)) and at[4]:
        minute = int(at[4]) * 60.0 + int(at[5] or 0)
        rows.append(Found(*place, value[11:], minute, minute, "time", "time of day", {}))
    return rows


def days(value: str, modifier: str = "") -> tuple[float, float] | None:
    """The first and the last day that an ISO 8601 value may mean, counted as Python does; nothing where it has none.

    What is said of a month or year besides counts: its beginning or end.

    >>> days("2025-03"), days("2025-03", "end")
    ((739311.0, 739341.0), (739331.0, 739341.0))
    """
    try:
        found = reckoned.days(value, modifier)
    except ValueError:
        return None
    return (float(found.first), float(found.last)) if found else None


def plausible(own: Sequence[Found]) -> np.ndarray:
    """What speaks against two dates being of one thing: days between them; years apart are no dates of one."""
    low = np.array([one.low for one in own])
    high = np.array([one.high for one in own])
    gap = np.maximum(0, np.maximum(np.subtract.outer(low, high), np.subtract.outer(low, high).T))
    most = {"date": FAR, "years": 1100, "time": 240}[own[0].family]
    until = np.array([one.things["until"] for one in own])
    bound = UNTIL * np.abs(np.subtract.outer(until, until))
    return (
        np.where(gap > most, matters.IMPOSSIBLE, -1.5 * gap / most)
        + ACT * acts.alike(own)
        + APART * acts.apart(own)
        + bound
    )


def relation(one: Value, other: Value) -> tuple[str, float]:
    """How two dates stand to each other, and how sure that is."""
    if (one.low, one.high) == (other.low, other.high):
        return SAME, 1.0
    if one.low <= other.high and other.low <= one.high:
        return FINER, 0.9
    exact = one.low == one.high and other.low == other.high
    return OTHER, 0.9 if exact else 0.75
