"""What articles say where they differ, as a reader is told of it in the language spoken: dates, statuses, amounts …"""

import re

from analysis import language
from analysis.discrepancies.attribution import FROM, TO
from analysis.discrepancies.direction import ARROW
from analysis.language import decimal, say, word
from analysis.spelled import spelled

_ISO = r"\d{4}-(?:W\d\d|\d\d(?:-\d\d)?)"
_DATE = re.compile(rf"{_ISO}(?:/{_ISO})?")
_CLOCK = re.compile(r"(\d\d):(\d\d)")
_NUMBER = re.compile(r"(\d[\d,]*)(?:\.(\d+))?(?: (million|billion)\b)?")
_SEVERAL = re.compile(r"(several \w+)(?: (.+))?")
_UNIT = re.compile(r"[^\W\d_][^\d]*")


def valued(kind: str, value: str) -> str:
    """The value of a discrepancy of this kind; several are joined by semicolons, and names stay as they are spelled.

    >>> valued("date", "2025-03-03"), valued("place", "Oslo; Bergen")
    ('3 March 2025', 'Oslo; Bergen')
    >>> with language.speaking("fr"):
    ...     print(valued("number", "about 1.5 million euros per day").replace("\u00a0", " "))
    environ 1,5 million d’euros par jour
    """
    return value if kind == "name" else say("; ").join(_one(part, kind) for part in value.split("; "))


def _one(value: str, kind: str) -> str:
    if _DATE.fullmatch(value):
        return spelled(value)
    if kind == "date" and re.fullmatch(r"\d{4}", value):
        return value
    if ARROW in value:
        return ARROW.join(word(part) for part in value.split(ARROW))
    if value.startswith(TO):
        return say("attributed to {name}", name=word(value.removeprefix(TO)))
    if value.startswith(FROM):
        return say("quoted from {name}", name=word(value.removeprefix(FROM)))
    if language.spoken() == "en" or not re.search(r"\d|^several ", value) or re.search(r"\d[^\W\d_]", value):
        return _status(value)
    if clock := _CLOCK.fullmatch(value):
        return say("{hour}:{minute}", hour=clock[1], minute=clock[2])
    return _amount(value)


def _status(value: str) -> str:
    """A label, or a mode and a state: `possible: postponed`."""
    whole = word(value)
    if whole != value or ": " not in value:
        return whole
    return say("{mode}: {state}", mode=word(value.split(": ")[0]), state=word(value.split(": ", 1)[1]))


def _amount(value: str) -> str:
    """An amount as French writes it, `about 1,200 km per hour` → `environ 1 200 km par heure`."""
    what, _, rate = value.partition(" per ")
    shown = re.sub(r"\A[a-z][a-z. ]*(?= )", lambda found: word(found[0]), what)
    if group := _SEVERAL.fullmatch(what):
        shown = say("{group} of {unit}", group=word(group[1]), unit=word(group[2])) if group[2] else word(group[1])
    shown = re.sub(r"(?<=\d) to (?=\d)", f" {word('to')} ", shown)
    shown = re.sub(rf"({_NUMBER.pattern})( ?)({_UNIT.pattern})?", _counted, shown)
    shown = shown.replace(" %", "\u00a0%")
    return say("{what} per {unit}", what=shown, unit=word(rate)) if rate else shown


def _counted(found: re.Match[str]) -> str:
    """A number with its unit, which has a singular below two."""
    _, whole, part, size, space, unit = found.groups()
    amount = float(f"{whole.replace(',', '')}.{part or 0}")
    shown = decimal(amount, len(part)) if part else language.number(int(whole.replace(",", "")))
    few = amount < 2
    if size:
        shown += f"\u00a0{word(size if few else size + 's')}"
    if not unit or not unit.strip() or unit.startswith(f"{word('to')} "):
        return f"{shown}{space}{unit or ''}"
    name, gap = unit.strip(), unit[len(unit.rstrip()) :]
    named = word(name.removesuffix("s")) if few and not size else word(name)
    if not size:
        return f"{shown}\u00a0{named}{gap}"
    return f"{shown} {'d’' if named[0] in 'aeéhiouy' else 'de '}{named}{gap}"
