"""Places that differ: where it happens, with what lies in what."""

import csv
import re
from functools import lru_cache

import numpy as np
import pandas as pd

from analysis.discrepancies import geography, matters
from analysis.discrepancies.amounts import LEXICONS
from analysis.discrepancies.matters import Found
from analysis.discrepancies.values import FINER, OTHER, SAME, Value
from analysis.names import folded, sound
from analysis.reading import Reading

KIND = "place"
ONE_AGREES = True
"""An article that gives several places agrees with another as soon as one of them does."""
WEIGHTS = {"constant": -2.4, "head": 4.0, "near": 4.0, "unit": 2.0, "fact": 1.0, "known": -1.5}
LOCATIVE = LEXICONS / "locative.csv"
STANDING_FOR = ("adjective", "people", "government", "seat")
"""Ways of naming a state that tell no place."""
_UNCOUNTED = ("credit", "related", "dateline", "caption")
MIXED = 2.5
"""What speaks against a state and a place outside of it being of one thing."""
WATER = 1.5
"""What speaks for two seas, gulfs or lakes being of one thing: few stories have several."""
BEHIND = 70
"""How many characters before a name may lead to it."""


def values(read: Reading, claims: pd.DataFrame) -> list[Value]:
    """The places that two articles or more give of one thing."""
    return matters.gathered(read, claims, found(read), WEIGHTS, plausible)


def found(read: Reading) -> list[Found]:
    """All places at which something is said to be; a place that only names a thing (`the king of Spain`) is none."""
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    told = read.units[~read.units["role"].isin(_UNCOUNTED)]
    units = {(document, unit): start for document, unit, start in told[["document", "unit", "start"]].itertuples(index=False, name=None)}
    named = read.actors[~read.actors["how"].isin(STANDING_FOR) & ~read.actors["match"].str.contains(r"\d", regex=True)]
    rows = []
    for document, unit, start, end, _, actor, kind, how in named.itertuples(index=False, name=None):
        if (document, unit) not in units:
            continue
        first = max(units[document, unit], start - BEHIND)
        leading = _leading(langs[document], kind).search(texts[document], first, start)
        if leading and (kind in ("place", "state") or how == "name"):
            listed = how != "name" or geography.is_known(actor)
            feature = "" if listed else leading["feature"] or ""
            begin = leading.start("feature") if feature else start
            label = texts[document][begin:end] if feature else actor
            things = {"state": float(kind == "state"), "water": float(_is_water(label, langs[document]))}
            rows.append(Found(document, unit, begin, end, label, 0.0, 0.0, "place", "place", things))
    return rows


def plausible(own) -> np.ndarray:
    """What speaks for two places being of one thing: both are waters; against it: one is a state and does not hold the other."""
    states = np.array([one.things.get("state", 0.0) for one in own])
    apart = np.array(
        [[0.0 if _nested(one.value, other.value) else 1.0 for other in own] for one in own], dtype=np.float32
    )
    water = np.array([one.things.get("water", 0.0) for one in own])
    return -MIXED * apart * np.abs(np.subtract.outer(states, states)) + WATER * np.outer(water, water)


def relation(one: Value, other: Value) -> tuple[str, float]:
    """How two places stand to each other, and how sure that is."""
    if _alike(one.value, other.value):
        return SAME, 1.0
    if _nested(one.value, other.value):
        return FINER, 0.95
    listed = [geography.is_known(value.value) for value in (one, other)]
    return OTHER, 0.95 if all(listed) else 0.75


def _nested(one: str, other: str) -> bool:
    return geography.holds(one, other) or geography.holds(other, one)


def _alike(one: str, other: str) -> bool:
    """Whether two names may be spellings of one place, or the one is part of the other (`port of Assab`, `Assab`)."""
    words = [folded(name).split() for name in (one, other)]
    shorter, longer = sorted(words, key=len)
    return words[0] == words[1] or set(shorter) <= set(longer) or [sound(word) for word in words[0]] == [sound(word) for word in words[1]]


def _is_water(label: str, lang: str) -> bool:
    """Whether a place is a sea or another water, by its label, which may be English."""
    return any(re.search(rf"(?<!\w)(?:{_words(own)['water']})(?!\w)", label, re.IGNORECASE) for own in {"en", lang} & {"fr", "en"})


@lru_cache(maxsize=16)
def _leading(lang: str, kind: str) -> re.Pattern[str]:
    """What leads to a place: a preposition, a site or a feature (`au camp militaire de`, `in the Gulf of`).

    An article does before a place that is no state (`the Red Sea`); what is not known to be a place needs a preposition
    of those that stand with towns alone, and a person's name a site.
    """
    words = _words(lang if lang in ("fr", "en") else "en")
    article, link, preposition = words["article"], words["link"], words["preposition"]
    head = rf"(?:(?P<feature>{words['feature']})|(?:{words['site']}))(?:\s+(?:(?:de|d[’'])\s*)?[^\W\d_]{{4,}})?"
    led = rf"(?:(?:{article}|{link})\s*)?(?:[^\W\d_]{{4,}}\s+)?{head}\s+(?:{link})\s*"
    ways = {"place": rf"(?:{preposition})\s+|(?:{article})\s*|{led}", "state": rf"(?:{preposition})\s+|{led}"}
    own = ways.get(kind, led if kind == "person" else rf"(?:{words['town']})\s+|{led}")
    return re.compile(rf"(?<![\w-])(?:{own})(?:(?:{article})\s*)?\Z", re.IGNORECASE)


@lru_cache(maxsize=4)
def _words(lang: str) -> dict[str, str]:
    with LOCATIVE.open(encoding="utf-8", newline="") as opened:
        rows = {row["use"]: row[lang] for row in csv.DictReader(opened)}
    return {
        use: "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "[’']") for word in sorted(words.split("|"), key=len, reverse=True))
        for use, words in rows.items()
    }
