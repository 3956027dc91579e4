"""What the tokens of an expression say one by one: numbers, units, the time of day, the day."""

import datetime
import re
from typing import NamedTuple

from analysis.beside import Words
from analysis.dates import moments, tenses
from analysis.dates.grammar import SINCE, UNTIL
from analysis.dates.moments import Moment
from analysis.tokens import Token

NEAR = 60
"""How many characters around an expression are searched for a future form."""
_STOP = re.compile(r"[.!?;\n](?:\s|\Z)")
TURNS = {"last": -1, "gone": -1, "next": 1}
_UNITS = ("unit", "hour", "annual", "century", "quarter")


class Place(NamedTuple):
    """Where an expression stands, and what is known there; `before` is the letter of what precedes it."""

    text: str
    start: int
    end: int
    known: Words
    now: datetime.date | None
    before: str

    @property
    def lang(self) -> str:
        """The language of the text."""
        return self.known.lang

    @property
    def after(self) -> str:
        """The words behind it."""
        return self.text[self.end : self.end + 30]

    @property
    def ahead(self) -> bool:
        """Whether what is meant is to come: the verb that the date goes with says so.

        Where it does not, a future form that stands near, in the same sentence; not behind a date that follows its own
        verb at once. `until` looks ahead, unless something lasted until then.
        """
        known = self.known.expressions
        before = _STOP.split(self.text[max(0, self.start - NEAR) : self.start])[-1]
        if self.before in UNTIL:
            lasted = known.get("lasted")
            return not self.text[self.start].isdigit() and not (lasted and lasted.search(before))
        future, done = known.get("future"), known.get("done")
        if future is None or self.past:
            return False
        if tenses.tense(self.text, self.start, self.end, self.known) == tenses.AHEAD:
            return True
        if future.search(before) is not None:
            return True
        stop = _STOP.search(self.text, self.end, self.end + NEAR)
        behind = stop.start() if stop else self.end + NEAR
        if done and done.search(before):
            return False
        return future.search(self.text, self.end, behind) is not None

    @property
    def past(self) -> bool:
        """Whether it surely lies behind: a state goes on since then, or the verb that the date goes with is past."""
        if self.before in UNTIL:
            return False
        return self.before == SINCE or tenses.tense(self.text, self.start, self.end, self.known) == tenses.PAST


class Found(NamedTuple):
    """What an expression means, before it is a row."""

    kind: str
    moment: Moment
    modifier: str = ""


NOTHING = Found("", Moment("", ""))
"""What looks like a date and is none; its words are not read again."""


def first(spoken: list[Token], *kinds: str) -> str:
    """The value of the first token of these kinds; empty when there is none."""
    for token in spoken:
        if token.kind in kinds:
            return token.value
    return ""


def turn(spoken: list[Token]) -> int:
    """-1 where the words say `last`, 1 where they say `next`, 0 where they say neither."""
    for token in spoken:
        if token.kind in TURNS:
            return TURNS[token.kind]
    return 0


def modifier(spoken: list[Token]) -> str:
    """`more than`, `about`, `early`: what is said of the value besides."""
    group = "about" if any(token.kind == "group" for token in spoken) else ""
    return first(spoken, "modifier") or first(spoken, "edge") or first(spoken, "part") or group


def is_unit(token: Token) -> bool:
    """Whether the token is a unit of time."""
    return token.kind in _UNITS


def pairs(spoken: list[Token]) -> list[tuple[str, str]]:
    """The numbers and their units; the number is "" where it is vague."""
    found: list[tuple[str, str]] = []
    number = "1"
    for token in spoken:
        if token.kind in ("small", "year", "figure", "number", "group"):
            number = token.value
        elif token.kind == "some":
            number = ""
        elif is_unit(token):
            found.append((number, token.value))
            number = "1"
    return found


def time(spoken: list[Token]) -> str:
    """`T19:44`, of tokens that say a time; empty when there is no such time."""
    written = first(spoken, "clock")
    kinds = {token.kind for token in spoken}
    parts = re.findall(r"\d{1,2}", written) or [token.value for token in spoken if token.kind == "small"]
    hour, minute = [int(part) for part in [*parts, "0"]][:2]
    late = "pm" in kinds or first(spoken, "part") in ("afternoon", "evening")
    if (late or "p" in written.lower()) and hour < 12:
        hour += 12
    elif ("am" in kinds or "a" in written.lower()) and hour == 12:
        hour = 0
    return f"T{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else ""


def day(spoken: list[Token], place: Place) -> Moment | None:
    """The day that the tokens say; None when they say none."""
    kinds = {token.kind for token in spoken}
    if "iso" in kinds or "slashed" in kinds:
        return _digits(first(spoken, "iso", "slashed"), place)
    if "day" in kinds:
        return moments.shifted(place.now, "day", int(first(spoken, "day")))
    if not kinds & {"weekday", "month", "small", "ordinal"}:
        return moments.shifted(place.now, "day", 0)
    number = first(spoken, "small", "ordinal", "number")
    said, _, weeks = first(spoken, "weekday").partition("+")
    weekday, month = int(said or 0), int(first(spoken, "month") or 0)
    if number:
        if not 1 <= float(number) <= 31 or ("number" in kinds and place.lang != "fr"):
            return None
        numbers = (int(first(spoken, "year") or 0), month, int(number))
        ahead = not month and place.ahead
        return moments.day(place.now, ahead, numbers, weekday, turn(spoken))
    turned = 1 if weeks else turn(spoken)
    moment = moments.weekday(place.now, not turned and place.ahead, weekday, turned, "this" in kinds)
    found = moments.anchor(moment.value)
    return moments.shifted(found, "day", 7 * int(weeks)) if weeks and found else moment


def _digits(written: str, place: Place) -> Moment:
    """A day in digits: day before month in French, month before day in English, unless that can't be."""
    one, two, three = (int(part) for part in re.findall(r"\d+", written))
    if len(written.split("-")[0]) == 4:
        return moments.day(None, False, (one, two, three))
    month_first = one <= 12 if place.lang == "en" else two > 12
    month, number = (one, two) if month_first else (two, one)
    return moments.day(None, False, (three + (2000 if three < 100 else 0), month, number))
