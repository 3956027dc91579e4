"""`documents`, `units`, `rules` → `quantities`: how many of what, which in order, what part, how much money."""

import re
from collections.abc import Iterator
from fractions import Fraction

import pandas as pd
import regex

from analysis import tables, tokens
from analysis.tokens import Token, Words

_NUM = "(small|year|figure|number)"
GRAMMAR = {
    "dated": "(the? weekday)? the? (small|ordinal) dash? of? month (comma? year)?|month (small|ordinal) (comma? year)?"
    "|month year|month",
    "money": f"modifier? ({_NUM}|some? group) of? currency",
    "percent": f"modifier? {_NUM} percent",
    "span": f"modifier? (one? group of?|{_NUM}|one|some) dash? (unit|hour|annual|century|quarter)",
    "fraction": "modifier? fraction",
    "approximate": "modifier? (one|some)? group (of? (number|group))?",
    "ordinal": "ordinal",
    "count": f"modifier? {_NUM}",
}
"""What a quantity may be made of, by name; `dated` and `span` are left to the table of dates."""
LEFT = ("dated", "span")

_EXPRESSION = re.compile("|".join(f"(?P<{name}>{tokens.expression(g)})" for name, g in GRAMMAR.items()))
_WORD = regex.compile(r"[\s\u00a0\u202f-]{0,2}((?:[dl][’'])?)([\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*)")
_SYMBOLS = {"€": "euros", "$": "dollars", "£": "pounds", "¥": "yen"}
_SIGN = re.compile(r"[\s\u00a0\u202f]?([%€$£¥])")
_SHORT = re.compile(r"(k|m|mn|bn|b|tn)(?!\w)", re.IGNORECASE)
_TIMES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
MOST_WORDS = 3
"""How many words an English noun may have, its adjectives included."""


def find(documents: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame) -> pd.DataFrame:
    """`quantities`: one row is a number with its `kind`, `value` and the `noun` that it counts.

    Dates, spans of time and bare years are no quantities; neither is a number in the name of a thing (`Soyouz-2`).
    """
    known = tokens.words(rules)
    by_document = tokens.bounds(units)
    rows: list[dict[str, object]] = []
    for document, lang, text in documents[["document", "lang", "text"]].itertuples(index=False, name=None):
        if document in by_document and lang in known:
            found = read(text, tokens.find(known[lang], text, by_document[document]), known[lang])
            rows += [{"document": document, **row} for row in found]
    return tables.table("quantities", rows)


def read(text: str, own: list[Token], known: Words) -> Iterator[dict[str, object]]:
    """The rows of one text, from its tokens."""
    letters, places = tokens.spelled(text, own)
    for match in _EXPRESSION.finditer(letters):
        name = match.lastgroup or ""
        spoken = [own[place] for place in places[match.start() : match.end()] if place >= 0]
        row = None if name in LEFT else _row(text, name, spoken, known)
        if row:
            yield row


def _row(text: str, name: str, spoken: list[Token], known: Words) -> dict[str, object] | None:
    modifier = spoken[0].value if spoken[0].kind == "modifier" else ""
    counted = [token for token in spoken if token.kind != "modifier"]
    start, end, value = counted[0].start, counted[-1].end, _value(counted)
    noun = _noun(text, end, known) if name in ("ordinal", "count", "approximate", "fraction") else ""
    if name == "count":
        name, noun, start, end, times = _priced(text, start, end, noun)
        value *= times
        if not noun and name == "count" and (counted[0].kind != "number" or value == 1):
            return None
        if counted[0].kind == "year" and _is_year(value, text, start, noun):
            return None
    elif name == "money":
        noun = text[counted[-1].start : counted[-1].end].lower()
    elif name == "ordinal" and not noun and value == 2 and counted[0].end - counted[0].start > 3:
        return None
    return {
        "unit": counted[0].unit,
        "start": start,
        "end": end,
        "match": text[start:end],
        "kind": name,
        "value": value,
        "noun": noun,
        "modifier": modifier,
    }


def _value(counted: list[Token]) -> float:
    value = 1.0
    for token in counted:
        if token.kind == "fraction":
            value = float(Fraction(token.value))
        elif token.kind in ("small", "year", "figure", "number", "group", "ordinal"):
            value *= float(token.value)
    return value


def _priced(text: str, start: int, end: int, noun: str) -> tuple[str, str, int, int, float]:
    """Kind, noun, span and multiplier of a number beside a sign: `$3m`, `12 €`, `20 %`; else of a count."""
    sign = _SIGN.match(text, end)
    if text[start - 1 : start] in _SYMBOLS and start:
        short = _SHORT.match(text, end)
        times = _TIMES[short[1].lower()] if short else 1
        return "money", _SYMBOLS[text[start - 1]], start - 1, short.end() if short else end, times
    if sign:
        kind = "percent" if sign[1] == "%" else "money"
        return kind, _SYMBOLS.get(sign[1], ""), start, sign.end(), 1
    return "count", noun, start, end, 1


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
