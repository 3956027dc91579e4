"""Codes and canonical values as the words of a reader's language: labels in several parts, amounts, days, sources.

What stands in an article is never among them: only what our codebooks call things.
"""

import re

from analysis.days import days, worded
from analysis.language import named, say, spoken, word

JOINTS = {"|": ", ", "; ": "; ", ": ": ": ", " → ": " → "}
"""What parts the members of a coded value, and how a reader is shown it."""
_JOINT = re.compile("(" + "|".join(map(re.escape, JOINTS)) + ")")
_ISO = re.compile(r"\d{4}-(?:W?\d\d)(?:-\d\d)?(?:T[\d:]+)?(?:/[\dTW:-]+)?")
_GIVEN = re.compile(r"(quoted from|attributed to) (.+)")
_AMOUNT = re.compile(
    r"(?P<bound>(?:about|nearly|more than|at least|less than|at most) )?(?P<number>(?:no\. )?[\d.,]+|several)"
    r"(?: to (?P<end>[\d.,]+))?(?: (?P<scale>million|billion|trillion|thousand|hundred|dozen))?(?P<unit> \S.*?)?"
    r"(?: per (?P<per>\S+))?"
)
SAID = ("name",)
"""Kinds of discrepancies whose values are the articles' own spelling."""


def label(text: str) -> str:
    """A label or several of them, each in the language spoken: `Russia: name` is `Russie : nom`."""
    whole = word(text)
    if whole != text or not _JOINT.search(text):
        return whole
    return "".join(_joint(part) if part in JOINTS else word(part) for part in _JOINT.split(text))


def value(kind: str, text: str) -> str:
    """What an article says of a matter of this kind, as it was coded; several values are joined by `; `."""
    if kind in SAID:
        return text
    return _joint("; ").join(_value(kind, part) for part in text.split("; "))


def _value(kind: str, text: str) -> str:
    if _ISO.fullmatch(text) and (found := days(text)):
        return worded(found)
    if given := _GIVEN.fullmatch(text):
        name = named(given[2])
        quoted = given[1] == "quoted from"
        return say("quoted from {name}", name=name) if quoted else say("attributed to {name}", name=name)
    if kind in ("number", "granularity") and spoken() == "fr" and (amount := _AMOUNT.fullmatch(text)):
        return _french(amount)
    return label(text)


def _joint(part: str) -> str:
    shown = JOINTS[part]
    return {"; ": "\u202f; ", ": ": "\u00a0: "}.get(shown, shown) if spoken() == "fr" else shown


def _french(amount: re.Match[str]) -> str:
    """An amount as French writes it: `près de 1,2 million de litres`."""
    number, scale = amount["number"], amount["scale"] or ""
    end = f" à {_figures(amount['end'])}" if amount["end"] else ""
    first = word(amount["bound"].strip()) + " " if amount["bound"] else ""
    first += "plusieurs" if number == "several" else _figures(number) + end
    if scale:
        many = number == "several" or _size(amount["end"] or number) >= 2
        scaled = _COUNTED[scale] if number == "several" else scale
        first += f"\u00a0{word(scaled)}" + ("s" if many and scaled != "thousand" else "")
    unit = amount["unit"].strip() if amount["unit"] else ""
    if unit:
        between = _of(word(unit)) if scale and (scale != "thousand" or number == "several") else ""
        first += f"\u00a0{between}{word(unit)}"
    return first + (f" par {word(amount['per'])}" if amount["per"] else "")


_COUNTED = {"thousand": "thousands", "hundred": "hundreds", "dozen": "dozens"} | {
    name: name for name in ("million", "billion", "trillion")
}


def _of(noun: str) -> str:
    return "d’" if noun[:1].lower() in "aeiouéèêâîôûhy" and not noun.startswith("y") else "de "


def _size(number: str) -> float:
    return float(re.sub(r"[^\d.]", "", number).strip(".") or 0)


def _figures(number: str) -> str:
    return number.replace(",", "\u202f").replace(".", ",") if not number.startswith("no.") else "n°\u00a0" + number[4:]
