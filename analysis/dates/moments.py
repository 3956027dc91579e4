"""What day, month or span of time is meant: ISO 8601 values, reckoned from the day of publication.

Direction, the one rule for what words leave open (`mercredi`, `in May`): the press looks back, so the last such day
or month up to the publication is meant; where a future form stands near (`se tiendra`, `will`), the next one.
"""

import datetime
import re
from functools import lru_cache
from typing import NamedTuple

UNDATED = "the day of publication is unknown"
ANAPHORIC = "counted from another moment of the text"
VAGUE = "no number is given"
IMPOSSIBLE = "there is no such day"
_SHORT = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
_MANY = {"fortnight": ("day", 14), "weekend": ("day", 2), "quarter": ("month", 3), "half": ("month", 6)}
_MANY |= {"decade": ("year", 10), "century": ("year", 100)}
_HALF = {"hour": "30M", "day": "T12H", "year": "6M", "minute": "30S"}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""The month in which a season begins, as meteorologists reckon."""
MOST_YEARS = 1
"""How far from the publication the year of a day without one may lie."""


FAR = 9
"""In months: what lies farther back or ahead is rarely said without a year."""


class Moment(NamedTuple):
    """A value, how fine it is, and why there is none."""

    value: str
    granularity: str
    reason: str = ""


@lru_cache(maxsize=10_000)
def anchor(published: str) -> datetime.date | None:
    """The day of publication; None when it is unknown or only its month or year is known.

    >>> anchor("2023-09-13T08:00:00Z"), anchor("2023")
    (datetime.date(2023, 9, 13), None)
    """
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", published)
    return date(*map(int, found.groups())) if found and 1000 < int(found[1]) < 9000 else None


def date(year: int, month: int, day: int) -> datetime.date | None:
    """The day; None when there is none."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def day(
    now: datetime.date | None, ahead: bool, numbers: tuple[int, int, int], weekday: int = 0, turn: int = 0
) -> Moment:
    """A day of which year, month and day are known (0 where not), and perhaps its weekday.

    `turn` is -1 where the words say `last`, 1 where they say `next`, 0 where they don't say.

    >>> day(datetime.date(2023, 9, 13), False, (0, 9, 12), weekday=2).value
    '2023-09-12'
    """
    year, month, number = numbers
    if year and month:
        known = date(year, month, number)
        if not known:
            return Moment("", "day", IMPOSSIBLE)
        agrees = not weekday or known.isoweekday() == weekday
        return Moment(known.isoformat(), "day", "" if agrees else "it falls on another day of the week")
    if not now:
        return Moment("", "day", UNDATED)
    near = [date(now.year + shift, month, number) for shift in range(-MOST_YEARS, MOST_YEARS + 1)] if month else []
    near = near or [_in_month(now, shift, number) for shift in range(-12, 13)]
    fitting = [known for known in near if known and (not weekday or known.isoweekday() == weekday)]
    fitting = [known for known in fitting if not turn or (known > now if turn > 0 else known < now)]
    if not month and not turn:
        fitting = [known for known in fitting if weekday or (known >= now if ahead else known <= now)]
    if not fitting:
        return Moment("", "day", "no such day of the week near the publication" if any(near) else IMPOSSIBLE)
    return Moment(min(fitting, key=lambda known: (abs(known - now), known)).isoformat(), "day")


def _in_month(now: datetime.date, shift: int, number: int) -> datetime.date | None:
    year, month = _months(now, shift)
    return date(year, month, number)


def _months(now: datetime.date, shift: int) -> tuple[int, int]:
    past = now.year * 12 + now.month - 1 + shift
    return past // 12, past % 12 + 1


def weekday(now: datetime.date | None, ahead: bool, number: int, turn: int = 0, near: bool = False) -> Moment:
    """The day of the week that is meant; `near`, where the words say `this`: the closest one.

    >>> now = datetime.date(2023, 9, 13)
    >>> weekday(now, False, 3).value, weekday(now, False, 3, turn=-1).value
    ('2023-09-13', '2023-09-06')
    """
    if not now:
        return Moment("", "day", UNDATED)
    back = (now.isoweekday() - number) % 7
    if turn < 0:
        shift = -(back or 7)
    elif turn > 0 or (ahead and not near):
        shift = (-back) % 7 or (7 if turn > 0 else 0)
    else:
        shift = 7 - back if near and (back > 3 or (ahead and back)) else -back
    return Moment((now + datetime.timedelta(shift)).isoformat(), "day")


def month(
    now: datetime.date | None, ahead: bool, number: int, year: int = 0, turn: int = 0, past: bool = False
) -> Moment:
    """A month, of this year or the one that is meant; `past`, where it surely lies behind."""
    if year:
        return Moment(f"{year:04}-{number:02}", "month")
    if not now:
        return Moment("", "month", UNDATED)
    return Moment(f"{_turned(now, number, now.month, turn, ahead, past):04}-{number:02}", "month")


def _turned(now: datetime.date, number: int, current: int, turn: int, ahead: bool, past: bool) -> int:
    """The year of a month or season, by its place in the year; one that is `FAR` away is the other way round."""
    if turn < 0:
        return now.year - (number >= current)
    if turn > 0:
        return now.year + (number <= current)
    back = (current - number) % 12
    if back and not past and (12 - back <= FAR if ahead else back > FAR):
        return now.year + (number < current)
    return now.year - (number > current)


def season(
    now: datetime.date | None,
    ahead: bool,
    name: str,
    year: int = 0,
    turn: int = 0,
    near: bool = False,
    past: bool = False,
) -> Moment:
    """A season as its three months; a winter has the year in which it begins.

    >>> season(datetime.date(2023, 9, 13), False, "winter", turn=-1).value
    '2022-12/2023-02'
    """
    if not year and not now:
        return Moment("", "season", UNDATED)
    first = _SEASONS[name]
    if not year and now:
        year = now.year - (name == "winter" and now.month < 3)
        if not near or (past and (year, first) > (now.year, now.month)):
            year = _turned(now, first, now.month, turn, ahead, past)
    return Moment(stretch(year, first, 3), "season")


def stretch(year: int, month: int, months: int) -> str:
    """So many months from this one on: `2022-01/2022-03`."""
    last = year * 12 + month + months - 2
    return f"{year:04}-{month:02}/{last // 12:04}-{last % 12 + 1:02}"


def shifted(now: datetime.date | None, unit: str, number: float) -> Moment:
    """The day, week, month … that lies so many of them before or after the publication.

    >>> shifted(datetime.date(2023, 9, 13), "week", -1), shifted(datetime.date(2023, 9, 13), "month", 1).value
    (Moment(value='2023-W36', granularity='week', reason=''), '2023-10')
    """
    grain = "time" if unit in ("second", "minute", "hour") else _MANY.get(unit, (unit,))[0]
    grain = {"fortnight": "week", "decade": "decade", "century": "century"}.get(unit, grain)
    if not now or grain == "time" or number != int(number):
        return Moment(
            "",
            grain,
            "the hour of publication is unknown" if now and grain == "time" else UNDATED if not now else VAGUE,
        )
    whole = int(number)
    if grain in ("year", "decade", "century"):
        year = now.year + whole * {"decade": 10, "century": 100}.get(unit, 1)
        kept = {"decade": 3, "century": 2}.get(unit, 4)
        return Moment(f"{year:04}"[:kept], grain) if 0 < year < 10000 else Moment("", grain, IMPOSSIBLE)
    if grain == "month":
        year, found = _months(now, whole * _MANY.get(unit, (unit, 1))[1])
        if unit == "month":
            return Moment(f"{year:04}-{found:02}", "month")
        many = _MANY[unit][1]
        return Moment(stretch(year, (found - 1) // many * many + 1, many), unit)
    try:
        then = now + datetime.timedelta(whole * {"week": 7, "fortnight": 14, "weekend": 7}.get(unit, 1))
    except OverflowError:
        return Moment("", grain, IMPOSSIBLE)
    return _around(then, unit)


def _around(then: datetime.date, unit: str) -> Moment:
    if unit in ("week", "fortnight"):
        return Moment("{}-W{:02}".format(*then.isocalendar()[:2]), "week")
    if unit == "weekend":
        first = then + datetime.timedelta(6 - then.isoweekday())
        return Moment(f"{first}/{first + datetime.timedelta(1)}", "range")
    return Moment(then.isoformat(), "day")


def duration(parts: list[tuple[str, str]], half: bool = False) -> Moment:
    """A span of time of numbers and their units; a number "" is not given.

    >>> duration([("2", "hour")], half=True).value, duration([("1", "year"), ("6", "month")]).value
    ('PT2H30M', 'P1Y6M')
    """
    dated, timed = "", ""
    for number, unit in parts:
        if not number:
            return Moment("", "duration", VAGUE)
        name, times = _MANY.get(unit, (unit, 1))
        short = f"{float(number) * times:.15g}{_SHORT[name]}"
        if name in ("second", "minute", "hour"):
            timed += short
        else:
            dated += short
    if half:
        unit = parts[-1][1]
        if unit not in _HALF:
            return duration([*parts[:-1], (f"{float(parts[-1][0]) + 0.5}", unit)])
        timed, dated = (timed + _HALF[unit], dated) if unit in ("hour", "minute") else (timed, dated + _HALF[unit])
    return Moment(f"P{dated}" + (f"T{timed}" if timed else ""), "duration")
