"""Days, weeks, months, seasons and times of day: their tokens and place → what they mean, None when no date."""

import re

from analysis import tokens
from analysis.dates import moments, parts
from analysis.dates.grammar import TIMED
from analysis.dates.moments import Moment
from analysis.dates.parts import Found, Place
from analysis.tokens import Token

_WORD = re.compile(r",\s(?:bis\s|ter\s)?([^\W\d_]+)")
_LASTING = (tokens.LETTERS["for"], tokens.LETTERS["lasts"])
_IN = tokens.LETTERS["in"]
_BEFORE = tokens.LETTERS["before"]
"""Before a time of day it says nothing of the day: `shortly before midnight on Thursday`."""
DASHES = "-‐‑–"
END = re.compile(r"\s*(?:[.;:!?)»”,](?!\d)|\Z)")


def point(spoken: list[Token], place: Place) -> Found | None:
    """A day by date, weekday or `yesterday`, with the time of day where it is said."""
    if repeated := _repeated(spoken, place):
        return repeated
    if _is_event(spoken, place):
        return parts.NOTHING
    timed, dated = _parted(spoken)
    if timed and dated and timed[0].start < dated[0].start and place.before == _BEFORE:
        place = place._replace(before="")
    moment = parts.day(dated, place)
    if moment is None:
        return None
    if timed and moment.value:
        moment = Moment(moment.value + parts.time(timed), "time", moment.reason)
    elif timed:
        moment = moment._replace(granularity="time")
    return Found("time" if timed else "date", moment, parts.first(dated, "part") or parts.first(timed, "modifier"))


def _repeated(spoken: list[Token], place: Place) -> Found | None:
    """`les mardis`, `on Mondays`: what comes again every week."""
    weekday = next((token for token in spoken if token.kind == "weekday"), None)
    if weekday is None or "+" in weekday.value:
        return None
    kinds = {token.kind for token in spoken}
    habit = place.lang == "fr" and spoken[0].kind == "the" and kinds <= {"the", "weekday", "part", "at"}
    if place.text[weekday.end - 1] != "s" and not habit:
        return None
    return Found("set", Moment(f"XXXX-WXX-{weekday.value}", "day"))


def _is_event(spoken: list[Token], place: Place) -> bool:
    """Whether a French day is the name of an event, by hyphen and capital: `le 11-Septembre`."""
    month = next((token for token in spoken if token.kind == "month"), None)
    if month is None or place.lang != "fr":
        return False
    return place.text[month.start - 1] in DASHES and place.text[month.start].isupper()


def week(spoken: list[Token], place: Place) -> Found | None:
    """`la semaine du 9 juin`: the week in which the day lies."""
    day = parts.day(spoken, place)
    if parts.first(spoken, "unit") != "week" or day is None:
        return None
    found = moments.anchor(day.value)
    return Found("date", moments.shifted(found, "week", 0) if found else day._replace(granularity="week"))


def _parted(spoken: list[Token]) -> tuple[list[Token], list[Token]]:
    """The tokens that say the time, and the others."""
    if len(spoken) == 1:
        return [], spoken
    letters = "".join([tokens.LETTERS[token.kind] for token in spoken])
    found = TIMED.search(letters)
    if not found:
        return [], spoken
    return spoken[found.start() : found.end()], [*spoken[: found.start()], *spoken[found.end() :]]


def month(spoken: list[Token], place: Place) -> Found | None:
    """A month, of a year that is said or meant."""
    year = int(parts.first(spoken, "year") or 0)
    if len(spoken) == 2 and spoken[0].kind == "the":
        return None
    moment = moments.month(
        place.now, not year and place.ahead, int(parts.first(spoken, "month")), year, parts.turn(spoken), place.past
    )
    return Found("date", moment, parts.first(spoken, "edge"))


def season(spoken: list[Token], place: Place) -> Found | None:
    """A season; a word that is also another only where the year or `last` says that it is one."""
    kinds = {token.kind for token in spoken}
    token = next(token for token in spoken if token.kind == "season")
    led = place.before == _IN and spoken[0].kind == "the"
    if len(kinds) == 1 and place.text[max(0, token.start - 2) : token.start].lower() in ("d'", "d’"):
        return None
    if not token.alone and not led and not kinds & {"this", "last", "next", "year", "edge"}:
        return None
    year, near = int(parts.first(spoken, "year") or 0), "this" in kinds
    moment = moments.season(place.now, place.ahead, token.value, year, parts.turn(spoken), near, place.past)
    return Found("date", moment, parts.first(spoken, "edge"))


def part(spoken: list[Token], place: Place) -> Found | None:
    """`this evening`: a part of the day of publication; `last night`: of the day before."""
    night = -1 if spoken[0].kind == "last" else 0
    return Found("date", moments.shifted(place.now, "day", night), parts.first(spoken, "part"))


def feast(spoken: list[Token], place: Place) -> Found | None:
    """A feast with its day of the month."""
    month, day = map(int, parts.first(spoken, "feast").split("-"))
    return Found("date", moments.day(place.now, False, (int(parts.first(spoken, "year") or 0), month, day)))


def clock(spoken: list[Token], place: Place) -> Found | None:
    """A time of day; the day is not said. `en 2h30`, `pendant 2h30` and `2h30 de route` are spans of time."""
    written, first = parts.first(spoken, "clock"), place.text[spoken[0].start : spoken[0].end].lower()
    value = parts.time(spoken)
    behind = spoken[0].kind != "at" and place.after.startswith((" de ", " d’", " d'"))
    lasting = place.lang == "fr" and (first == "en" or place.before in _LASTING or behind)
    if lasting and ("h" in written or parts.first(spoken, "hour")):
        hour, minute = int(value[1:3] or 0), int(value[4:] or 0)
        pairs = [(str(hour), "hour"), (str(minute), "minute")]
        return Found("duration", moments.duration(pairs[: 2 if minute else 1]), parts.modifier(spoken))
    return Found("time", Moment(value, "time"), parts.first(spoken, "modifier")) if value else None


def lone(spoken: list[Token], place: Place) -> Found | None:
    """A day of which only the number is said: `le 12`, `on the 12th`."""
    number, first = spoken[-1], place.text[spoken[0].start : spoken[0].end].lower()
    named = first in ("le", "du", "au", "dès le", "depuis le") and float(number.value) <= 31
    named = named and (number.kind == "small" or place.text[number.start : number.end] in ("1er",))
    if place.lang == "en":
        named = first in ("the",) and place.text[number.start].isdecimal() and number.kind == "ordinal"
    street = _WORD.match(place.after)
    if not named or not END.match(place.after) or (street and street[1].lower() in place.known.streets):
        return None
    return Found("date", moments.day(place.now, place.ahead, (0, 0, int(float(number.value)))))
