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
_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w’'-]+"
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
            text, lang = texts[document], langs[document]
            first = max(starts[document, unit], start - BEHIND)
            body = _body(lang).fullmatch(text, start, end) if how == "name" else None
            if body:
                rows.append(_found(document, unit, body.start("seat"), end, body["seat"], "place", lang))
            elif begin := _begin(text, lang, (first, start, end), kind, how != "name" or geography.is_known(actor)):
                label = actor if begin == start else text[begin:end]
                rows.append(_found(document, unit, begin, end, label, kind, lang))
    return rows


def _begin(text: str, lang: str, place: tuple[int, int, int], kind: str, listed: bool) -> int:
    """Where a place begins, with its feature if the name alone is unknown; 0 where nothing leads to it."""
    first, start, end = place
    leading = _leading(lang, kind, is_water(text[start:end], lang)).search(text, first, start)
    if leading is None or _is_seat(text, lang, leading.start(), end):
        return 0
    return leading.start("feature") if leading["feature"] and not listed else start


@lru_cache(maxsize=4)
def _body(lang: str) -> re.Pattern[str]:
    """A body that has its seat in its name: `parquet de Cherbourg`."""
    own = _words(lang)
    return re.compile(rf"(?i:{own['site']})\s+(?i:{own['link']})\s*(?P<seat>{_CAPITALISED}(?:\s{_CAPITALISED})?)")


def _found(document: str, unit: int, start: int, end: int, label: str, kind: str, lang: str) -> Found:
    things = {"state": float(kind == "state"), "water": float(is_water(label, lang))}
    return Found(document, unit, start, end, label, 0.0, 0.0, "place", "place", things)


def _is_seat(text: str, lang: str, start: int, end: int) -> bool:
    """Whether a place opens a sentence and only says where somebody speaks: `À Paris, le gouvernement se tait`."""
    opens = not text[:start].rstrip(' \n\t»”"') or text[:start].rstrip(' »”"')[-1] in ".!?:\n"
    return opens and _seated(lang).match(text, end) is not None


@lru_cache(maxsize=4)
def _seated(lang: str) -> re.Pattern[str]:
    own = _words(lang)
    return re.compile(
        rf"\s*,\s*(?:(?:{own['article']}|on|des|some)\s*)?(?:\w+\s+)?(?:{own['seat']})(?!\w)", re.IGNORECASE
    )


def is_water(label: str, lang: str) -> bool:
    """Whether a place is a sea or another water, by its label, which may be English."""
    return any(
        re.search(rf"(?<!\w)(?:{_words(own)['water']})(?!\w)", label, re.IGNORECASE)
        for own in ("en", "fr")
        if own in ("en", lang)
    )


@lru_cache(maxsize=32)
def _leading(lang: str, kind: str, water: bool) -> re.Pattern[str]:
    """What leads to a place: a preposition, a site or a feature (`au camp militaire de`, `in the Gulf of`).

    An article does before a water (`the Red Sea`; *le Cap-Lévi* may be a ship, *l'Europe* a power). What is not
    known to be a place needs a preposition of those that stand with towns alone, and a person's name a site.
    """
    own = _words(lang)
    article, link, preposition = own["article"], own["link"], own["preposition"]
    head = rf"(?:(?P<feature>{own['feature']})|(?:{own['site']}))(?:\s+(?:(?:de|d[’'])\s*)?[^\W\d_]{{4,}})?"
    led = rf"(?:(?:{article}|{link})\s*)?(?:[^\W\d_]{{4,}}\s+)?{head}\s+(?:{link})\s*"
    bare = rf"|(?:{article})\s*" if water else ""
    ways = {"place": rf"{preposition}{bare}|{led}", "state": rf"{preposition}|{led}", "person": led}
    way = ways.get(kind, rf"{own['town']}|{led}")
    return re.compile(rf"(?<![\w-])(?:{way})(?:(?:{article})\s*)?\Z", re.IGNORECASE)


@lru_cache(maxsize=4)
def words(lang: str) -> dict[str, list[str]]:
    """The words of a language by their use, the longest first; those of English where it is not known."""
    with LOCATIVE.open(encoding="utf-8", newline="") as opened:
        rows = {row["use"]: row[lang if lang in ("fr", "en") else "en"].split("|") for row in csv.DictReader(opened)}
    return {use: sorted(own, key=len, reverse=True) for use, own in rows.items()}


@lru_cache(maxsize=4)
def _words(lang: str) -> dict[str, str]:
    """The words by their use, as choices of an expression."""
    found = {use: "|".join(map(spaced, own)) for use, own in words(lang).items()}
    for use in ("preposition", "town"):
        found[use] = "|".join(map(_joined, words(lang)[use]))
    return found


def spaced(word: str) -> str:
    """A word or several as an expression: any white space, any apostrophe."""
    return re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]")


def _joined(word: str) -> str:
    """A preposition with the space behind it; `de` may be `du`, `des` or `d'` too."""
    if word.endswith(" de"):
        return spaced(word.removesuffix(" de")) + r"\s+(?:d(?:e|u|es)\s+|d['’])"
    return spaced(word) + r"\s+"
