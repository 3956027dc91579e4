"""Numbers that differ: how many, how long, how far, how much, which in order."""

import csv
import math
import re
from functools import lru_cache

import numpy as np
import pandas as pd

from analysis.content import content, folded
from analysis.discrepancies import matters, slots
from analysis.discrepancies.amounts import CURRENCIES, LEXICONS, Amount, amount, duration
from analysis.discrepancies.matters import Found
from analysis.discrepancies.values import FINER, OTHER, SAME, Value
from analysis.reading import Reading

KIND = "number"
ONE_AGREES = True
"""An article that gives several numbers agrees with another as soon as one of them does."""
WEIGHTS = {"constant": -1.5, "head": 2.0, "near": 3.5, "unit": 2.5, "fact": 0.8, "known": -1.5}
"""Rounded from a logistic regression over pairs of numbers that differ, in invented articles."""
COUNTED = 0.8
"""What a counted noun in common adds; numbers that count different things are not compared."""
BESIDE = 0.6
"""What a word beside a counted noun weighs: `cinq Libyens détenus` are `six détenus`, `sept soldats libyens` are not."""
LARGE = 1e6
"""Sums of money from here on are few in a story, and mostly of one thing."""
MANIFOLD = 0.8
"""What each e-fold between two numbers takes away: 400 and two million are not of one matter."""
MOST = 5
"""Numbers that are more than so many times each other are of different things."""
ROUND = 0.02
"""A round number may stand for one that is so near, in shares of it."""
DETERMINERS = LEXICONS / "determiners.csv"
_UNCOUNTED = ("credit", "related", "dateline")


def values(read: Reading, claims: pd.DataFrame) -> list[Value]:
    """The numbers and durations that two articles or more give of one thing."""
    return matters.gathered(read, claims, found(read), WEIGHTS, plausible)


def found(read: Reading) -> list[Found]:
    """All numbers and durations that may be compared."""
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    told = read.units[~read.units["role"].isin(_UNCOUNTED)]
    units = set(told[["document", "unit"]].itertuples(index=False, name=None))
    rows = []
    columns = ["document", "unit", "start", "end", "kind", "value", "noun", "modifier"]
    for document, unit, *row in read.quantities[columns].itertuples(index=False, name=None):
        if (document, unit) in units and not _is_pointing(texts[document], row, langs[document]):
            read_as = amount(texts[document], langs[document], tuple(row))
            rows.append((document, unit, row[0], row[1], row[4], read_as))
    spans = read.dates[read.dates["kind"] == "duration"]
    for document, unit, start, end, value, modifier in spans[
        ["document", "unit", "start", "end", "value", "modifier"]
    ].itertuples(index=False, name=None):
        if (document, unit) in units:
            rows.append((document, unit, start, end, "", duration(value, modifier, end)))
    return [_found(row[:4], row[4], row[5], texts[row[0]], langs[row[0]]) for row in rows if row[5] is not None and _told(row)]


def _is_pointing(text: str, row: list, lang: str) -> bool:
    """Whether a number only points at what is known (`les deux pays`), or tells none (`plusieurs millions`)."""
    start, end, kind, value, *_ = row
    before = text[max(0, start - 24) : start]
    if kind == "count" and value <= 2 and _standing(lang, "known").search(before):
        return True
    return not _FIGURE.search(text, start, end) and bool(_standing(lang, "vague").search(before)) and value >= 10


_FIGURE = re.compile(r"\d")


@lru_cache(maxsize=8)
def _standing(lang: str, use: str) -> re.Pattern[str]:
    """What finds a determiner of this use right before a number."""
    with DETERMINERS.open(encoding="utf-8", newline="") as opened:
        words = [row[lang if lang in ("fr", "en") else "en"] for row in csv.DictReader(opened) if row["use"] == use]
    end = "" if use == "link" else r"[\s\u00a0]+"
    return re.compile(rf"(?<!\w)(?:{words[0]}){end}\Z", re.IGNORECASE)


def _told(row: tuple) -> bool:
    """Whether a row tells a number of something: a count without a noun, and one of a thing, tell none."""
    what, noun = row[5].what, row[4]
    return what != "ordinal" and (not what.startswith("count") or bool(noun))


def _found(place: tuple, noun: str, read_as: Amount, text: str, lang: str) -> Found:
    things: dict[str, float] = {}
    if counts := read_as.what.startswith("count"):
        head, others = _counted(text, place[3], noun, lang)
        noun = head or noun
        for weight, words in ((BESIDE, " ".join(others)), (1.0, noun)):
            said = content(words, lang)
            things |= dict.fromkeys([*sorted(said.stems), *(f"={one}" for one in sorted(said.concepts))], weight)
        things = things or {folded(noun): 1.0}
    called = noun.lower() if counts else read_as.what
    return Found(*place, read_as.shown, read_as.low, read_as.high, read_as.what, called, things)


def _counted(text: str, end: int, noun: str, lang: str) -> tuple[str, list[str]]:
    """The noun that a number counts, where `six de ses citoyens` hides it, and the other words that stand with it."""
    words = _NEXT.match(text, end)[0].split() if _NEXT.match(text, end) else []
    plain = [word for word in words if not _standing(lang, "link").match(word)]
    if noun in plain[:3]:
        return "", [word for word in plain[:3] if word != noun]
    return (plain[0], plain[1:2]) if plain and plain[0] in words[1:] else ("", [])


_NEXT = re.compile(r"(?:[\s\u00a0\u202f]+(?:[dl][’'])?[^\W\d_]+(?:-[^\W\d_]+)*){1,4}")


def plausible(own) -> np.ndarray:
    """What speaks for and against two numbers being of one thing: what they count, and how far apart they are."""
    middles = np.array([max(1e-9, abs(one.low + one.high) / 2) for one in own])
    apart = -MANIFOLD * np.abs(np.subtract.outer(np.log(middles), np.log(middles)))
    apart = np.where(apart < -MANIFOLD * math.log(MOST), -50.0, apart)
    if own[0].things:
        same = slots.common([dict(one.things) for one in own])
        return np.where(same >= BESIDE, apart + COUNTED * np.minimum(same, 2), -50.0)
    large = np.array([one.family in CURRENCIES and one.high >= LARGE for one in own])
    return apart - 0.5 * (own[0].family == "duration") + 0.7 * np.logical_and.outer(large, large)


def relation(one: Value, other: Value) -> tuple[str, float]:
    """How two amounts stand to each other, and how sure that is."""
    if one.value == other.value:
        return SAME, 1.0
    (a, b), (c, d) = sorted([(one.low, one.high), (other.low, other.high)])
    near = 0.03 if _unit(one.value) != _unit(other.value) else ROUND if _is_round(one, other) else 1e-6
    gap = (c - b) / max(abs(c), abs(b), 1e-9)
    if gap <= near:
        exact = a == b and c == d
        return (SAME, 0.9) if exact and near == 0.03 or (a, b) == (c, d) else (FINER, 0.8)
    if gap < 0.05 and not (a == b and c == d):
        return OTHER, 0.6
    return OTHER, 0.95 if a == b and c == d else 0.85


def _unit(shown: str) -> str:
    return re.sub(r"^\D*[\d.,]+\s*", "", shown)


def _is_round(one: Value, other: Value) -> bool:
    """Whether one of two large numbers ends in noughts that the other has not."""
    ends = [_noughts(value.high) for value in (one, other)]
    return min(one.high, other.high) >= 100 and ends[0] != ends[1]


def _noughts(number: float) -> int:
    digits = f"{number:.0f}"
    return len(digits) - len(digits.rstrip("0"))
