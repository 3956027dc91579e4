"""`documents`, `units`, `rules`, `evidence` → `quantities`: how many of what, which in order, what part, what price."""

import re
from fractions import Fraction
from functools import lru_cache

import pandas as pd
import regex

from analysis import runs, tokens
from analysis.beside import Words
from analysis.runs import Told
from analysis.tokens import Token

_NUM = "(small|year|figure|number)"
GRAMMAR = {
    "dated": "(until|for)? (the? weekday)? the? (small|ordinal|number) dash? of? month (comma? year)?"
    "|month (small|ordinal) (comma? year)?"
    "|month year|month|ordinal dash? (quarter|century)|ordinal fraction of? year",
    "named": f"numbering {_NUM} (dash {_NUM})?",
    "score": "(small|figure) dash (small|figure)",
    "money": f"(modifier|until|for)? ({_NUM}|some? group) of? currency",
    "percent": f"(modifier|until|for)? {_NUM} percent",
    "span": f"(modifier|until|for)? the? (one? group of?|{_NUM}|one|some) (ordinal|last|next|half)? dash?"
    "(unit|hour|annual|century|quarter)",
    "fraction": "modifier? fraction",
    "approximate": f"modifier? (one|some|{_NUM})? group (of? (number|group))?",
    "ordinal": "ordinal",
    "count": f"(modifier|until|for)? {_NUM}",
}
"""What a quantity may be made of, by name; `dated`, `named`, `score` and `span` are none."""
LEFT = ("dated", "named", "score", "span")

_EXPRESSION = re.compile("|".join(f"(?P<{name}>{tokens.expression(g)})" for name, g in GRAMMAR.items()))
_COUNTED = re.compile(tokens.expression("(small|year|figure|number|group|fraction|ordinal)"))
"""Without one of these there is no quantity."""
_WORD = regex.compile(r"[\s\u00a0\u202f-]{0,2}((?:[dl][’'])?)([\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*)")
_SYMBOLS = {"€": "euros", "$": "dollars", "£": "pounds", "¥": "yen"}
_SIGN = re.compile(r"[\s\u00a0\u202f]?(?:(%)|(k|M|m|Md|Mds|Mrd|bn|mn)?[\s\u00a0\u202f]?([€$£¥]))")
_SHORT = re.compile(r"(k|m|mn|bn|b|tn)(?!\w)", re.IGNORECASE)
_TIMES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "md": 1e9, "mds": 1e9, "mrd": 1e9, "": 1}
Row = tuple[str, int, int, int, str, str, float, str, str]
MOST_WORDS = 3
"""How many words an English noun may have, its adjectives included."""


def find(documents: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """`quantities`: one row is a number with its `kind`, `value` and the `noun` that it counts.

    `found` is the evidence of the layers date and quantity. Dates, spans of time and bare years are no quantities;
    neither is a number in the name of a thing (`Soyouz-2`, `article 3`), or a score.
    """
    told = runs.find(documents, units, rules, found)
    return runs.table("quantities", [row for document in told for row in read(document)])


def read(told: Told) -> list[Row]:
    """The rows of one document."""
    document, text, _, known, spoken = told
    rows: list[Row] = []
    for unit, own, letters, places in spoken:
        for name, start, end in _parsed(letters):
            row = _row(text, name, [own[place] for place in places[start:end] if place >= 0], known)
            if row:
                rows.append((document, unit, *row))
    return rows


@lru_cache(maxsize=65_536)
def _parsed(letters: str) -> tuple[tuple[str, int, int], ...]:
    """What the letters are made of: name, start and end of each quantity."""
    if not _COUNTED.search(letters):
        return ()
    found = ((match.lastgroup or "", *match.span()) for match in _EXPRESSION.finditer(letters))
    return tuple(match for match in found if match[0] not in LEFT)


def _row(text: str, name: str, spoken: list[Token], known: Words) -> tuple[int, int, str, str, float, str, str] | None:
    modifier = spoken[0].value if spoken[0].kind in ("modifier", "until", "for") else ""
    counted = spoken[1:] if spoken[0].kind in ("modifier", "until", "for") else spoken
    start, end, value = counted[0].start, counted[-1].end, _value(counted)
    if name == "count":
        name, noun, start, end, times = _priced(text, start, end)
        value *= times
        noun = noun if name != "count" else _noun(text, end, known)
        if not noun and name == "count" and (counted[0].kind != "number" or value == 1):
            return None
        if counted[0].kind == "year" and _is_year(value, text, start, noun):
            return None
    elif name == "money":
        noun = text[counted[-1].start : end].lower()
    else:
        noun = _noun(text, end, known) if name != "percent" else ""
        if name == "fraction" and "-" in (text[end : end + 1], text[start - 1 : start]):
            return None
        if name == "ordinal" and not noun and value == 2 and counted[0].end - start > 3:
            return None
    return start, end, text[start:end], name, value, noun, modifier


def _value(counted: list[Token]) -> float:
    value = 1.0
    for token in counted:
        if token.kind == "fraction":
            value = float(Fraction(token.value))
        elif token.kind in ("small", "year", "figure", "number", "group", "ordinal"):
            value *= float(token.value)
    return value


def _priced(text: str, start: int, end: int) -> tuple[str, str, int, int, float]:
    """Kind, noun, span and multiplier of a number beside a sign: `$3m`, `12 M€`, `20 %`; else of a count."""
    if text[start - 1 : start] in _SYMBOLS and start:
        short = _SHORT.match(text, end)
        times = _TIMES[short[1].lower()] if short else 1
        return "money", _SYMBOLS[text[start - 1]], start - 1, short.end() if short else end, times
    if sign := _SIGN.match(text, end):
        kind = "percent" if sign[1] else "money"
        return kind, _SYMBOLS.get(sign[3], ""), start, sign.end(), _TIMES[(sign[2] or "").lower()]
    return "count", "", start, end, 1


def _is_year(value: float, text: str, start: int, noun: str) -> bool:
    return not noun or (1900 < value < 2100 and (value % 100 != 0 or not noun.endswith(("s", "x"))))


def _noun(text: str, end: int, known: Words) -> str:
    """The noun behind a number: in French the next word but for some adjectives, in English the last of a few."""
    found: list[str] = []
    at, stops, adjectives = end, known.families["stop"], known.families["adjective"]
    while (word := _WORD.match(text, at)) and len(found) < MOST_WORDS:
        linked = not found and word[2].lower() in ("de", "des", "of")
        if not linked and (word[2].lower() in stops or (found and word[2][0].isupper())):
            break
        if not linked and word[2].lower() not in adjectives:
            found.append(word[2])
            if known.lang == "fr":
                break
        at = word.end()
    plural = [word for word in found if word.endswith("s")]
    return (plural[-1] if known.lang == "en" and plural else found[0]) if found else ""
