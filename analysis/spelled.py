"""Days in the language spoken, from what tables hold: ISO 8601, or the words of `days.worded`."""

import re
from datetime import date

from analysis import language
from analysis.language import say, word

_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_DAY = re.compile(rf"(?:(?<!\d)(\d{{1,2}}) )?\b({'|'.join(_SHORT)})\b")
_CLOCK = re.compile(r"\b(\d\d):(\d\d)\b")
_PART = re.compile(r"(?<=, )[a-z ]+\Z")
_ISO = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")


def when(text: str) -> str:
    """Days as `days.worded` writes them, `13 Nov 2025, 19:30`, in the language spoken.

    >>> with language.speaking("fr"):
    ...     print(when("1 Aug 2025, 19:30").replace("\u00a0", " "), "|", when("2–3 Mar 2026, evening"))
    1er août 2025, 19 h 30 | 2–3 mars 2026, soir
    """
    if language.spoken() == "en":
        return text
    said = _DAY.sub(lambda found: _short(found[1] or "", _SHORT.index(found[2]) + 1), text)
    said = _CLOCK.sub(lambda found: say("{hour}:{minute}", hour=found[1].lstrip("0") or "0", minute=found[2]), said)
    return _PART.sub(lambda found: word(found[0]), said)


def _short(day: str, month: int) -> str:
    """A day of a month, or the month alone, as it stands in a table: `3 mars`, `1er août`, `nov.`"""
    from babel.dates import get_month_names

    name = str(get_month_names("abbreviated", locale=language.spoken())[month])
    return f"{_first(day)} {name}" if day else name


def _first(day: str) -> str:
    return "1er" if language.spoken() == "fr" and day == "1" else day


def spelled(value: str) -> str:
    """Days in ISO 8601, `2026-03-03`, `2026-03`, `2026-W10`, `2025-03-04/2025-03-05`, as a sentence has them.

    >>> spelled("2025-03-04/2025-03-05"), spelled("2025-03"), spelled("2024-W22")
    ('4 March 2025 to 5 March 2025', 'March 2025', 'the week of 27 May 2024')
    """
    value = _WEEK.sub(_week, value)
    parts = [_ISO.sub(lambda found: language.day(found[0]), part) for part in value.split("/")]
    return say("{first} to {last}", first=parts[0], last=parts[1]) if len(parts) == 2 else "/".join(parts)


def _week(found: re.Match[str]) -> str:
    """A week by its Monday; what is none in the calendar stays."""
    try:
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1).isoformat()
    except ValueError:
        return found[0]
    return say("the week of {day}", day=language.day(monday))
