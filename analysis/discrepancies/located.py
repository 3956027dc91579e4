"""Where something is said to be: names that stand behind a preposition, a site or the name of a water."""

import csv
import re
from functools import lru_cache

from analysis.discrepancies import geography
from analysis.discrepancies.amounts import LEXICONS
from analysis.discrepancies.matters import Found
from analysis.reading import Reading

LOCATIVE = LEXICONS / "locative.csv"
STANDING_FOR = ("adjective", "people", "government", "seat")
"""Ways of naming a state that tell no place."""
SILENT = ("credit", "related", "dateline", "caption")
"""Roles whose places are not read: a dateline says where the reporter is."""
BEHIND = 70
"""How many characters before a name may lead to it."""


def found(read: Reading) -> list[Found]:
    """All places at which something is said to be; a place that only names a thing (`the king of Spain`) is none."""
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    told = read.units[~read.units["role"].isin(SILENT)]
    starts = {row[:2]: row[2] for row in told[["document", "unit", "start"]].itertuples(index=False, name=None)}
    named = read.actors[~read.actors["how"].isin(STANDING_FOR) & ~read.actors["match"].str.contains(r"\d", regex=True)]
    rows = []
    for document, unit, start, end, _, actor, kind, how in named.itertuples(index=False, name=None):
        if (document, unit) in starts and (kind in ("place", "state") or how == "name"):
            first = max(starts[document, unit], start - BEHIND)
            leading = _leading(langs[document], kind).search(texts[document], first, start)
            if leading:
                listed = how != "name" or geography.is_known(actor)
                begin = leading.start("feature") if leading["feature"] and not listed else start
                label = actor if begin == start else texts[document][begin:end]
                rows.append(_found(document, unit, begin, end, label, kind, langs[document]))
    return rows


def _found(document: str, unit: int, start: int, end: int, label: str, kind: str, lang: str) -> Found:
    things = {"state": float(kind == "state"), "water": float(is_water(label, lang))}
    return Found(document, unit, start, end, label, 0.0, 0.0, "place", "place", things)


def is_water(label: str, lang: str) -> bool:
    """Whether a place is a sea or another water, by its label, which may be English."""
    return any(
        re.search(rf"(?<!\w)(?:{_words(own)['water']})(?!\w)", label, re.IGNORECASE)
        for own in ("en", "fr")
        if own in ("en", lang)
    )


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
    ways = {"place": rf"{preposition}|(?:{article})\s*|{led}", "state": rf"{preposition}|{led}", "person": led}
    own = ways.get(kind, rf"{words['town']}|{led}")
    return re.compile(rf"(?<![\w-])(?:{own})(?:(?:{article})\s*)?\Z", re.IGNORECASE)


@lru_cache(maxsize=4)
def _words(lang: str) -> dict[str, str]:
    with LOCATIVE.open(encoding="utf-8", newline="") as opened:
        rows = {row["use"]: row[lang] for row in csv.DictReader(opened)}
    found = {
        use: "|".join(_spaced(word) for word in sorted(words.split("|"), key=len, reverse=True))
        for use, words in rows.items()
    }
    for use in ("preposition", "town"):
        found[use] = "|".join(_joined(word) for word in sorted(rows[use].split("|"), key=len, reverse=True))
    return found


def _spaced(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]")


def _joined(word: str) -> str:
    """A preposition with the space behind it; `de` may be `du`, `des` or `d'` too."""
    if word.endswith(" de"):
        return _spaced(word.removesuffix(" de")) + r"\s+(?:d(?:e|u|es)\s+|d['’])"
    return _spaced(word) + r"\s+"
