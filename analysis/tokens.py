"""The words of dates and quantities, left to right, each with its kind and value; and how they stand together.

A text's tokens are written as a string of letters, one letter a kind and one for whatever stands between two of
them, so that a grammar is an expression over that string: `weekday? day month year?`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import pandas as pd
import regex

from analysis import trie
from analysis.lexicons import NONE
from analysis.matching import UNSEARCHED
from analysis.sentences import joined

LAYERS = ("date", "quantity")
FAMILIES = ("adjective", "stop")
"""Labels whose words are looked up behind a number; they are no tokens."""

KINDS = (
    "month weekday season unit hour annual century quarter day part anaphor last next this ago in at since until for"
    " later earlier from of to between and the one some every clock am pm edge half semi following preceding age"
    " feast number multiplier group ordinal fraction percent currency modifier small year figure decade iso slashed"
).split()
LETTERS = {kind: chr(0x100 + place) for place, kind in enumerate(KINDS)}
UNITS = {"hour": "hour", "year": "annual", "century": "century", "quarter": "quarter", "half": "quarter"}
"""Units that a grammar tells apart from others."""

COMMA, DASH, SLASH, STOP, WORDS = ",-/!~"
"""What may stand between two tokens that more than white space parts; `STOP` is a full stop, bracket or quotation mark."""

_NUMERAL = regex.compile(
    r"""(?<![\w./:$€£,]|\p{L}[-‐‑–])(?:
    (?P<iso>\d{4}-\d\d-\d\d)(?!\d)
    |(?P<slashed>\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.)(?:19|20)?\d\d)(?![\w/])
    |(?P<clock>\d{1,2}(?:[ \u00a0\u202f]?[hH](?:[ \u00a0\u202f]?[0-5]\d)?|:[0-5]\d(?::[0-5]\d)?))(?!\w)
    |(?P<decade>(?:1[5-9]|20)\d0s|['’]\d0s)(?!\w)
    |(?P<plain>(?:\d{1,3}(?:[ \u00a0\u202f\u2009.,]\d{3})++(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?))
     (?P<suffix>ers?|[eè]res?|i?[eè]mes?|nde?|e|st|rd|th)?(?!\w)
    )|(?<=[$€£])\d[\d,.]*\d|(?<=[$€£])\d""",
    regex.VERBOSE,
)
_ELIDED = re.compile(r"(?:(?<!\w)[dlDL]|qu)['’]\s*\Z")
_MARKS = {",": COMMA, "/": SLASH, **dict.fromkeys("-‐‑–—", DASH), **dict.fromkeys(".;:!?()[]»«”“\"", STOP)}


class Token(NamedTuple):
    """One word or numeral: its place, kind and value, the unit it stands in, and whether it may stand alone."""

    start: int
    end: int
    kind: str
    value: str
    unit: int = 0
    alone: bool = True


class Words(NamedTuple):
    """The words of one language: a trie of tokens, expressions by label, families of plain words."""

    lang: str
    root: trie.Node
    tokens: tuple[tuple[str, str, bool], ...]
    expressions: "dict[str, regex.Pattern[str] | None]"
    families: dict[str, frozenset[str]]


def words(rules: pd.DataFrame) -> dict[str, Words]:
    """The words of each language that the rules speak."""
    own = rules[rules["layer"].isin(LAYERS)]
    columns = ["label", "pattern", "context"]
    return {
        lang: _words(lang, tuple(part[columns].itertuples(index=False, name=None)))
        for lang, part in own.groupby("lang")
    }


@lru_cache(maxsize=8)
def _words(lang: str, rows: tuple[tuple[str, str, str], ...]) -> Words:
    expressions = sorted({label for label, pattern, _ in rows if pattern.startswith("re:")})
    walked = [row for row in rows if not row[1].startswith("re:") and row[0] not in FAMILIES]
    return Words(
        lang,
        trie.build(pattern for _, pattern, _ in walked),
        tuple((*_kind(label), not context) for label, _, context in walked),
        {name: joined(pattern for label, pattern, _ in rows if label == name) for name in expressions},
        {name: frozenset(pattern for label, pattern, _ in rows if label == name) for name in FAMILIES},
    )


def _kind(label: str) -> tuple[str, str]:
    """The kind and value that a label carries.

    >>> _kind("month 9"), _kind("unit hour"), _kind("ago")
    (('month', '9'), ('hour', 'hour'), ('ago', ''))
    """
    kind, _, value = label.partition(" ")
    return (UNITS.get(value, kind) if kind == "unit" else kind), value


def find(known: Words, text: str, units: pd.DataFrame) -> list[Token]:
    """The tokens of the units that are searched, left to right; inside a longer one there is none."""
    bounds = [row for row in units[["start", "end", "unit", "role"]].itertuples(index=False, name=None)]
    starts = [start for start, *_ in bounds]
    kept: list[Token] = []
    reach = 0
    for token in sorted([*_walked(known, text), *_numerals(known.lang, text)], key=lambda t: (t.start, -t.end)):
        if token.end <= reach or token.kind == NONE and not (reach := token.end):
            continue
        place = bisect_right(starts, token.start) - 1
        if place >= 0 and token.end <= bounds[place][1] and bounds[place][3] not in UNSEARCHED and token.start >= reach:
            kept.append(token._replace(unit=bounds[place][2]))
        reach = token.end
    return _composed(text, kept)


def _walked(known: Words, text: str) -> Iterator[Token]:
    for start, end, place in trie.find(known.root, text):
        kind, value, alone = known.tokens[place]
        yield Token(start, end, kind, value, 0, alone)


def _numerals(lang: str, text: str) -> Iterator[Token]:
    for match in _NUMERAL.finditer(text):
        kind = match.lastgroup or ""
        if kind in ("", "plain", "suffix"):
            yield _plain(lang, match)
        else:
            yield Token(*match.span(), kind, match.group())


def _plain(lang: str, match: "regex.Match[str]") -> Token:
    digits, suffix = match["plain"] or match.group().rstrip(".,"), match["suffix"]
    end = match.end() if match["plain"] else match.start() + len(digits)
    value = numeric(digits, lang)
    if suffix:
        kind = "ordinal"
    elif digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31:
        kind = "small"
    else:
        kind = "year" if digits.isdecimal() and len(digits) == 4 and 1000 <= int(digits) <= 2199 else "figure"
    return Token(match.start(), end, kind, value)


def numeric(digits: str, lang: str) -> str:
    """A numeral as Python reads it: marks of thousands gone, a point before decimals.

    >>> numeric("11 000", "fr"), numeric("1,5", "fr"), numeric("11,000", "en"), numeric("3.2", "en")
    ('11000', '1.5', '11000', '3.2')
    """
    plain = re.sub(r"\s", "", digits)
    if lang == "en":
        return re.sub(r",(?=\d{3}(?!\d))", "", plain).replace(",", ".")
    return re.sub(r"\.(?=\d{3}(?!\d))", "", plain).replace(",", ".")


def _composed(text: str, tokens: Iterable[Token]) -> list[Token]:
    """The tokens with numbers of several words made one: `deux cent mille`, `3.2 million`."""
    out: list[Token] = []
    for token in tokens:
        last = out[-1] if out else None
        if last and token.kind in ("number", "multiplier") and last.unit == token.unit:
            sum_ = _sum(last, token) if text[last.end : token.start].strip(" \u00a0\u202f-") == "" else None
            if sum_ is not None:
                out[-1] = last._replace(end=token.end, kind="number", value=f"{sum_:.15g}")
                continue
        out.append(token._replace(kind="number") if token.kind == "multiplier" else token)
    return out


def _sum(left: Token, right: Token) -> float | None:
    """The value of two numerals that are one; None when they are two."""
    if left.kind not in ("number", "small", "year", "figure"):
        return None
    first, second = float(left.value), float(right.value)
    if right.kind == "multiplier":
        below = first % 1000 if second == 100 else first % second
        return first - below + (below or (1 if first else 0)) * second if below else None
    room = 1 if first % 10 else 100 if first % 100 == 0 else 20 if first in (60, 80) or first % 100 in (60, 80) else 10
    return first + second if left.kind == "number" and first >= 20 and second < room else None


def spelled(text: str, tokens: list[Token]) -> tuple[str, list[int]]:
    """The tokens as a string of letters, and for each letter the place of its token (-1 between tokens)."""
    letters: list[str] = []
    places: list[int] = []
    end, unit = 0, -1
    for place, token in enumerate(tokens):
        gap = _gap(text[max(end, token.start - 12) : token.start]) if token.unit == unit else STOP + WORDS
        if token.unit != unit and text[token.start - 2 : token.start] == ", ":
            gap += COMMA
        letters += [*gap, LETTERS[token.kind]]
        places += [*[-1] * len(gap), place]
        end, unit = token.end, token.unit
    tail = _gap(text[end : end + 2] + "x")
    return "".join([*letters, tail]), [*places, *[-1] * len(tail)]


@lru_cache(maxsize=4096)
def _gap(between: str) -> str:
    """What stands between two tokens, in one to three marks: what comes first, words, what comes last."""
    bare = _ELIDED.sub("", between).strip()
    if not bare:
        return "" if between else DASH
    marks = [_MARKS.get(bare[0], WORDS), WORDS, _MARKS.get(bare[-1], WORDS)]
    return marks[0] if len(bare) == 1 else "".join(mark for at, mark in enumerate(marks) if at == 1 or mark != WORDS)


def expression(grammar: str) -> str:
    r"""A grammar of kinds as an expression over letters; `comma`, `dash`, `slash`, `stop` and `words` stand between.

    >>> expression("small month?") == LETTERS["small"] + LETTERS["month"] + "?"
    True
    """
    marks = {"comma": COMMA, "dash": DASH, "slash": SLASH, "stop": STOP, "words": WORDS}
    letters = re.sub(r"[a-z]+", lambda word: (LETTERS | marks)[word.group()], grammar)
    return re.sub(r"\s+", "", letters).replace("(", "(?:")
