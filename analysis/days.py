"""Which days a date's ISO 8601 value means, and how a reader is told of them."""

import datetime
import re
from calendar import monthrange
from typing import NamedTuple

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?\Z")
_WEEK = re.compile(r"(\d{4})-W(\d\d)\Z")
_THIRDS = {"early": (1, 10), "beginning": (1, 10), "middle": (11, 20), "end": (21, 31)}
"""Which days of a month its beginning, middle and end are."""
_PARTS_OF_YEAR = {"early": (1, 4), "beginning": (1, 4), "middle": (5, 8), "end": (9, 12)}


class Days(NamedTuple):
    """The first and the last day, as ordinals, and the time of day where it is told."""

    first: int
    last: int
    clock: str = ""

    def meets(self, other: "Days") -> bool:
        """Whether both have a day in common."""
        return self.first <= other.last and other.first <= self.last


def days(value: str, modifier: str = "") -> Days | None:
    """The days of a value; None where it names none (a duration, a time without a day).

    >>> [datetime.date.fromordinal(day).isoformat() for day in days("2024-02")[:2]]
    ['2024-02-01', '2024-02-29']
    """
    first, _, last = value.partition("/")
    begun, ended = _simple(first, modifier), _simple(last, modifier) if last else None
    if not begun or (last and not ended):
        return None
    found = Days(begun.first, ended.last) if ended else begun
    return found if found.first <= found.last else None


def _simple(value: str, modifier: str) -> Days | None:
    part = next((word for word in _THIRDS if word in modifier.split("; ")), "")
    if exact := _DAY.match(value):
        ordinal = datetime.date(*map(int, exact.groups()[:3])).toordinal()
        return Days(ordinal, ordinal, exact[4] or "")
    if week := _WEEK.match(value):
        monday = datetime.date.fromisocalendar(int(week[1]), int(week[2]), 1).toordinal()
        return Days(monday, monday + 6)
    if re.fullmatch(r"\d{4}-\d\d", value):
        return _in_month(int(value[:4]), int(value[5:]), *_THIRDS.get(part, (1, 31)))
    if re.fullmatch(r"[12]\d{3}", value):
        months = _PARTS_OF_YEAR.get(part, (1, 12))
        return _whole(int(value), months[0], int(value), months[1])
    if re.fullmatch(r"[12]\d{2}", value):
        return _whole(int(value + "0"), 1, int(value + "9"), 12)
    return None


def _in_month(year: int, month: int, first: int, last: int) -> Days:
    begun = datetime.date(year, month, 1).toordinal() - 1
    return Days(begun + first, begun + min(last, monthrange(year, month)[1]))


def _whole(year: int, month: int, last_year: int, last_month: int) -> Days:
    return Days(_in_month(year, month, 1, 1).first, _in_month(last_year, last_month, 1, 31).last)


def worded(found: Days) -> str:
    """The days in words: `13 Nov 2025, 19:30`, `2–3 Mar 2026`, `Oct 2024`, `2018–2022`.

    >>> worded(days("2026-03-02/2026-03-03")), worded(days("2024-10")), worded(days("2018/2022"))
    ('2–3 Mar 2026', 'Oct 2024', '2018–2022')
    """
    first, last = (datetime.date.fromordinal(day) for day in found[:2])
    if first == last:
        clock = f", {found.clock}" if found.clock else ""
        return f"{_day(first)} {first.year}{clock}"
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole and (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if whole:
        return _between(first, last, _MONTHS[first.month - 1], _MONTHS[last.month - 1])
    begun = str(first.day) if (first.year, first.month) == (last.year, last.month) else _day(first)
    return _between(first, last, begun, _day(last))


def _between(first: datetime.date, last: datetime.date, begun: str, ended: str) -> str:
    if first.year != last.year:
        return f"{begun} {first.year} – {ended} {last.year}"
    if begun == ended:
        return f"{begun} {first.year}"
    gap = "–" if " " not in begun + ended or begun.isdigit() else " – "
    return f"{begun}{gap}{ended} {first.year}"


def _day(day: datetime.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"
