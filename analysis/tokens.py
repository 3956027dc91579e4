"""The words of dates and quantities, left to right, each with its kind and value; and how they stand together.

A text's tokens are written as a string of letters, one letter a kind and one for whatever stands between two of
them, so that a grammar is an expression over that string: `weekday? day month year?`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd
import regex

from analysis import numerals, patterns, trie
from analysis.abbreviations import joined
from analysis.lexicons import NONE
from analysis.matching import UNSEARCHED

FAMILIES = ("adjective", "stop")
"""Labels whose words are looked up behind a number; they are no tokens."""

_MAKERS = """month weekday season unit hour annual century quarter day part anaphor clock feast semi
number multiplier group ordinal fraction age"""
_OTHERS = """last next this ago in at since until for later earlier from of to between and the one some every am pm edge
half following preceding percent currency modifier small year figure decade iso slashed"""
KINDS = [*_MAKERS.split(), *_OTHERS.split()]
HEADS = frozenset(_MAKERS.split())
"""The kinds without one of which there is no date and no quantity."""
BEFORE, BEHIND = 32, 32
"""In characters: how far around a head its expression may reach."""
LETTERS = {kind: chr(0x100 + place) for place, kind in enumerate(KINDS)}
UNITS = {"hour": "hour", "year": "annual", "century": "century", "quarter": "quarter", "half": "quarter"}
"""Units that a grammar tells apart from others."""

NUMERALS = ("number", "small", "year", "figure")
COMMA, DASH, SLASH, STOP, WORDS = ",-/!~"
"""What may stand between two tokens but white space; `STOP` is a full stop, bracket or quotation mark."""

_SPACE = re.compile(r"\s")
_ELIDED = re.compile(r"(?:(?<!\w)[dlDL]|qu)['’]\s*\Z")
_MARKS = {",": COMMA, "/": SLASH, **dict.fromkeys("-‐‑–—", DASH), **dict.fromkeys('.;:!?()[]»«”“"', STOP)}


LONG = 12
"""In characters: of what is longer between two tokens, only the ends matter."""


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
    heads: "re.Pattern[str]"
    """Where a token that makes a date or quantity, such as a month, a unit or a numeral, may begin."""
    expressions: "dict[str, regex.Pattern[str] | None]"
    families: dict[str, frozenset[str]]


_PLACE = ("document", "start", "end", "unit", "role")
Bounds = list[tuple[int, int, int]]
"""Start, end and number of the units of a document that are searched."""


def bounds(units: pd.DataFrame) -> dict[str, Bounds]:
    """Document → its units that are searched; credits and link lines are not."""
    found: dict[str, Bounds] = {}
    for document, *place, role in zip(*(units[name].tolist() for name in _PLACE), strict=True):
        own = found.setdefault(document, [])
        if role not in UNSEARCHED:
            own.append((place[0], place[1], place[2]))
    return found


def words(rules: pd.DataFrame) -> dict[str, Words]:
    """The words of each language that the rules speak."""
    own = rules[rules["layer"].isin(("date", "quantity"))]
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
        _heads(pattern for label, pattern, _ in walked if _kind(label)[0] in HEADS),
        {name: joined(pattern for label, pattern, _ in rows if label == name) for name in expressions},
        {name: frozenset(pattern for label, pattern, _ in rows if label == name) for name in FAMILIES},
    )


def _heads(found: Iterable[str]) -> "re.Pattern[str]":
    """The longest words of the patterns, and digits, as one expression of nested choices."""
    root: dict[str, Any] = {}
    for pattern in found:
        node = root
        for atom in patterns.atoms(max(re.split(r"[\s']", pattern), key=len)):
            node = node.setdefault("|".join(re.escape(form) for form in patterns.forms(atom)), {})
        node[""] = {}
    return re.compile(rf"(?<!\w)(?:{_nested(root)}|\d|['’](?=\d))")


def _nested(node: dict[str, Any]) -> str:
    return "|".join(
        (f"[{step.replace('|', '')}]" if step.count("|") * 2 + 1 == len(step) else f"(?:{step})")
        + (f"(?:{_nested(rest)})" if rest else "")
        if step
        else r"(?!\w)"
        for step, rest in sorted(node.items())
    )


def _kind(label: str) -> tuple[str, str]:
    """The kind and value that a label carries.

    >>> _kind("month 9"), _kind("unit hour"), _kind("ago")
    (('month', '9'), ('hour', 'hour'), ('ago', ''))
    """
    kind, _, value = label.partition(" ")
    return (UNITS.get(value, kind) if kind == "unit" else kind), value


def find(known: Words, text: str, own: Bounds) -> list[Token]:
    """The tokens of these units around months, units, numerals and the like; inside a longer one there is none."""
    starts = [start for start, *_ in own]
    found: list[Token] = []
    reach = 0
    for left, right in _windows(known, text):
        spoken = [
            *_walked(known, text, left, right),
            *(Token(*found) for found in numerals.find(known.lang, text, left, right)),
        ]
        for token in sorted(spoken, key=_outer_first):
            if token.end <= reach or token.start < reach:
                continue
            reach = token.end
            place = bisect_right(starts, token.start) - 1
            if place >= 0 and token.end <= own[place][1] and token.kind != NONE:
                found.append(Token(*token[:4], own[place][2], token.alone))
    return _composed(text, found)


def _outer_first(token: Token) -> tuple[int, int]:
    return token.start, -token.end


def _windows(known: Words, text: str) -> Iterator[tuple[int, int]]:
    """The stretches of text around a head, from white space to white space, left to right."""
    left, right = 0, -1
    for head in known.heads.finditer(text):
        start = head.start()
        if start - BEFORE > right:
            if right >= 0:
                yield left, _blank(text, right)
            left = max(_blank(text, start - BEFORE) if start > BEFORE else 0, right)
        right = start + BEHIND
    if right >= 0:
        yield left, _blank(text, right)


def _blank(text: str, at: int) -> int:
    """The next white space from this place on."""
    found = _SPACE.search(text, at)
    return found.start() if found else len(text)


def _walked(known: Words, text: str, left: int, right: int) -> Iterator[Token]:
    for start, end, place in trie.find(known.root, text[left:right]):
        kind, value, alone = known.tokens[place]
        yield Token(left + start, left + end, kind, value, 0, alone)


def _composed(text: str, tokens: Iterable[Token]) -> list[Token]:
    """The tokens with numbers of several words made one: `deux cent mille`, `3.2 million`, `two hundred and five`."""
    out: list[Token] = []
    for token in tokens:
        if token.kind in ("number", "multiplier") and out:
            linked = out[-1].kind == "and" and len(out) > 1 and text[out[-2].end - 1] == "d"
            left = out[-2 if linked else -1]
            gap = text[left.end : token.start].replace("and" if linked else "", "")
            beside = left.unit == token.unit and left.kind in NUMERALS and not gap.strip(" \u00a0\u202f-")
            total = numerals.total(left.value, left.kind == "number", token.value, token.kind) if beside else None
            if total is not None:
                del out[-2 if linked else -1 :]
                token = left._replace(end=token.end, kind="number", value=f"{total:.15g}")
        out.append(token._replace(kind="number") if token.kind == "multiplier" else token)
    return out


def spelled(text: str, tokens: list[Token]) -> tuple[str, list[int]]:
    """The tokens as a string of letters, and for each letter the place of its token (-1 between tokens)."""
    letters: list[str] = []
    places: list[int] = []
    end, unit = 0, -1
    for place, token in enumerate(tokens):
        gap = _between(text, end, token.start)
        if token.unit != unit:
            gap = COMMA * gap.startswith(COMMA) + STOP + WORDS + COMMA * gap.endswith(COMMA)
        letters += [*gap, LETTERS[token.kind]]
        places += [*[-1] * len(gap), place]
        end, unit = token.end, token.unit
    tail = _gap(text[end : end + 2] + "x")
    return "".join([*letters, tail]), [*places, *[-1] * len(tail)]


def _between(text: str, start: int, end: int) -> str:
    long = end - start > LONG
    return _gap(f"{text[start : start + 2]}…{text[end - 3 : end]}" if long else text[start:end])


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
