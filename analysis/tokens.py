"""The kinds of words that dates and quantities are made of, and how they are written as letters.

Each kind is a letter, so that a grammar is an expression over a string of letters: `weekday? day month year?`.
"""

import re
from typing import NamedTuple

_HEADS = """month weekday season unit hour annual century quarter day part anaphor clock feast semi number multiplier
group ordinal fraction age percent currency half small year figure decade iso slashed lapse abridged"""
_BESIDE = """last next this ago in at since until for later earlier from of to between and the one some every am pm edge
following preceding modifier zone gone before after numbering street have own lasts on"""
HEADS, BESIDE = _HEADS.split(), _BESIDE.split()
"""Kinds that the evidence and the numerals have, and kinds that are read only beside those."""
LETTERS = {kind: chr(0x100 + place) for place, kind in enumerate([*HEADS, *BESIDE])}
FIRST = LETTERS[HEADS[0]]
"""Below this letter there are marks only."""
UNITS = {"hour": "hour", "year": "annual", "century": "century", "quarter": "quarter", "half": "quarter"}
"""Units that a grammar tells apart from others."""
NONE = "none"
"""The kind of what only looks like a number, such as a telephone number."""

COMMA, DASH, SLASH, STOP, WORDS = ",-/!~"
"""What may stand between two tokens but white space, or beside a stretch: `STOP` is a full stop, bracket, quotation
mark or the edge of a unit."""
MARKS = {",": COMMA, "/": SLASH, **dict.fromkeys("-‐‑–—", DASH), **dict.fromkeys('.;:!?()[]»«”“"\n', STOP)}
_NAMED = {"comma": COMMA, "dash": DASH, "slash": SLASH, "stop": STOP, "words": WORDS}


class Token(NamedTuple):
    """One word or numeral: its place, kind and value, whether it may stand alone, and the unit it stands in."""

    start: int
    end: int
    kind: str
    value: str
    alone: bool = True
    unit: int = -1


def kind_of(label: str) -> tuple[str, str]:
    """The kind and value that a label carries.

    >>> kind_of("month 9"), kind_of("unit hour"), kind_of("ago")
    (('month', '9'), ('hour', 'hour'), ('ago', ''))
    """
    kind, _, value = label.partition(" ")
    return (UNITS.get(value, kind) if kind == "unit" else kind), value


def expression(grammar: str) -> str:
    r"""A grammar of kinds as an expression over letters; `comma`, `dash`, `slash`, `stop` and `words` stand between.

    >>> expression("small month?") == LETTERS["small"] + LETTERS["month"] + "?"
    True
    """
    letters = re.sub(r"[a-z]+", lambda word: (LETTERS | _NAMED)[word.group()], grammar)
    return re.sub(r"\s+", "", letters).replace("(", "(?:")
