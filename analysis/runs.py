"""`documents`, `units`, `rules`, `evidence` → where dates and quantities may stand, in stretches of tokens.

The evidence tells where months, units, number words and the like stand, `numerals` where digits do; `beside` reads the
words between and beside them, and nothing else of the text is looked at.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

import pandas as pd

from analysis import numerals, tables
from analysis.beside import LONG, Gap, Words, words
from analysis.matching import UNSEARCHED
from analysis.tables import LexiconError
from analysis.tokens import FIRST, LETTERS, MARKS, NONE, STOP, WORDS, Token, kind_of

AMBIGUOUS = "also another word"
"""The note of a rule whose word counts only beside other words of a date."""
NUMERALS = ("number", "small", "year", "figure")
_BLANK = " \u00a0\u202f"


class Stretch(NamedTuple):
    """Tokens with nothing else between them; their letters, and for each letter its token's place (-1 for a mark)."""

    unit: int
    tokens: list[Token]
    letters: str
    places: list[int]


Meanings = dict[str, tuple[str, str, bool]]
"""Rule → kind and value of its words, and whether they may stand alone."""


def meanings(rules: pd.DataFrame) -> Meanings:
    """What the rules of dates and quantities say."""
    own = rules[rules["layer"].isin(("date", "quantity"))]
    found: Meanings = {}
    for rule, label, note in own[["rule", "label", "note"]].itertuples(index=False, name=None):
        kind, value = kind_of(label)
        if kind not in LETTERS and kind != NONE:
            raise LexiconError(f"rule {rule!r}: no date or quantity is made of {label!r}")
        found[rule] = kind, value, not note.startswith(AMBIGUOUS)
    return found


class Told(NamedTuple):
    """What a document tells of dates and quantities: its stretches, and what it takes to read them."""

    document: str
    text: str
    published: str
    known: Words
    stretches: list[Stretch]


def find(documents: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame, found: pd.DataFrame) -> Iterator[Told]:
    """Where dates and quantities may stand, by document; `found` is the evidence of the layers date and quantity."""
    known, bounds, heads = words(rules), _bounds(units), _heads(found, meanings(rules))
    for document, lang, published, text in zip(
        *(documents[name].tolist() for name in ("document", "lang", "published", "text")), strict=True
    ):
        if document in bounds and lang in known:
            tokens = _merged(lang, text, bounds[document], heads.get(document, []))
            own = stretches(text, tokens, bounds[document], known[lang])
            yield Told(document, text, published, known[lang], own)


Bounds = dict[int, tuple[int, int]]
"""Unit → start and end, of the units of a document that are searched, left to right."""


def _bounds(units: pd.DataFrame) -> dict[str, Bounds]:
    found: dict[str, Bounds] = {}
    columns = ("document", "start", "end", "unit", "role")
    for document, start, end, unit, role in zip(*(units[name].tolist() for name in columns), strict=True):
        own = found.setdefault(document, {})
        if role not in UNSEARCHED:
            own[unit] = start, end
    return found


def _heads(found: pd.DataFrame, meaning: Meanings) -> dict[str, list[Token]]:
    own = found[found["layer"].isin(("date", "quantity"))]
    heads: dict[str, list[Token]] = {}
    columns = ("document", "start", "end", "rule", "unit")
    for document, start, end, rule, unit in zip(*(own[name].tolist() for name in columns), strict=True):
        heads.setdefault(document, []).append(Token(start, end, *meaning[rule], unit))
    return heads


def _merged(lang: str, text: str, bounds: Bounds, heads: list[Token]) -> list[Token]:
    """The words and numerals of a text, outer ones before those inside them, numbers of several words made one."""
    places = [(start, end, unit) for unit, (start, end) in bounds.items()]
    starts = [start for start, *_ in places]
    spoken = list(heads)
    for start, end, kind, value in numerals.find(lang, text):
        place = bisect_right(starts, start) - 1
        if place >= 0 and end <= places[place][1]:
            spoken.append(Token(start, end, kind, value, True, places[place][2]))
    spoken += [
        Token(*numeral, True, token.unit)
        for token in heads
        if token.kind == "century" and (numeral := numerals.roman(text, token.start))
    ]
    spoken.sort(key=_outer_first)
    out: list[Token] = []
    reach = 0
    for token in spoken:
        if token.end > reach and token.start >= reach:
            reach = token.end
            _add(out, token, text)
    return out


def _outer_first(token: Token) -> tuple[int, int]:
    return token.start, -token.end


def _add(out: list[Token], token: Token, text: str) -> None:
    """Append a token, as one with the number before it where both are one: `deux cent mille`, `3.2 million`."""
    if token.kind in ("number", "multiplier"):
        left = out[-1] if out else None
        if left and left.kind in NUMERALS and left.unit == token.unit and token.start - left.end < 8:
            gap = text[left.end : token.start].strip(" \u00a0\u202f-‑")
            linked = gap in ("and", "et") and text[left.end - 1] == "d"
            total = (
                numerals.total(left.value, left.kind == "number", token.value, token.kind)
                if not gap or linked
                else None
            )
            if total is not None:
                out[-1] = left._replace(end=token.end, kind="number", value=f"{total:.15g}")
                return
        if token.kind == "multiplier":
            token = token._replace(kind="number")
    out.append(token)


def stretches(text: str, tokens: list[Token], bounds: Bounds, known: Words) -> list[Stretch]:
    """The tokens in stretches, with the words between and beside them."""
    found: list[Stretch] = []
    at, reach, many = 0, 0, len(tokens)
    while at < many:
        first, gaps = tokens[at], []
        until = at + 1
        while until < many and (gap := _gap(known, text, tokens[until - 1], tokens[until])):
            gaps.append(gap)
            until += 1
        floor, limit = bounds[first.unit]
        limit = min(limit, tokens[until].start) if until < many else limit
        if first.kind != NONE:
            stretch = _stretch(text, tokens[at:until], gaps, max(floor, reach), limit, known)
            found.append(stretch)
            reach = stretch.tokens[-1].end
        at = until
    return found


def _gap(known: Words, text: str, left: Token, right: Token) -> Gap | None:
    """What joins two tokens; None where they are apart."""
    if right.start - left.end > LONG or left.unit != right.unit or NONE in (left.kind, right.kind):
        return None
    return known.gap(text[left.end : right.start])


def _stretch(text: str, own: list[Token], gaps: list[Gap], floor: int, limit: int, known: Words) -> Stretch:
    first, last = own[0], own[-1]
    left, right = first.start, last.end
    start, end = known.before(text, left, floor), known.behind(text, right, limit)
    before = known.gap(text[start:left]) if start < left else None
    behind = known.gap(text[right:end]) if end > right else None
    opened = _mark_before(text, start if before else left, floor)
    closed = _mark_behind(text, end if behind else right, limit)
    if not (gaps or before or behind):
        return Stretch(first.unit, own, opened + LETTERS[first.kind] + closed, [-1, 0, -1])
    spoken = [*_placed(before, start), first] if before else [first]
    letters = opened + (before[0] if before else "") + LETTERS[first.kind]
    for at, gap in enumerate(gaps, 1):
        token = own[at]
        if gap[1]:
            spoken += _placed(gap, own[at - 1].end)
        spoken.append(token)
        letters += gap[0] + LETTERS[token.kind]
    if behind:
        spoken += _placed(behind, right)
        letters += behind[0]
    letters += closed
    return Stretch(first.unit, spoken, letters, _places(letters))


def _placed(gap: Gap, at: int) -> list[Token]:
    return [Token(at + start, at + end, kind, value) for start, end, kind, value in gap[1]]


@lru_cache(maxsize=65_536)
def _places(letters: str) -> list[int]:
    """For each letter the place of its token; -1 for a mark."""
    places, place = [], -1
    for letter in letters:
        place += letter >= FIRST
        places.append(place if letter >= FIRST else -1)
    return places


def _mark_before(text: str, start: int, floor: int) -> str:
    if start <= floor:
        return STOP
    before = text[start - 1]
    return MARKS.get(text[start - 2] if before in _BLANK and start - 1 > floor else before, WORDS)


def _mark_behind(text: str, end: int, limit: int) -> str:
    if end >= limit:
        return STOP
    behind = text[end]
    return MARKS.get(text[end + 1] if behind in _BLANK and end + 1 < limit else behind, WORDS)


def table(name: str, rows: Sequence[tuple[Any, ...]]) -> pd.DataFrame:
    """The table `name` of rows whose cells stand in the schema's order, typed, sorted by its key and verified."""
    if not rows:
        return tables.empty(name)
    key = itemgetter(*(list(tables.SCHEMAS[name]).index(column) for column in tables.KEYS[name]))
    columns = zip(tables.SCHEMAS[name].items(), zip(*sorted(rows, key=key), strict=True), strict=True)
    return tables.verify(
        name, pd.DataFrame({column: pd.Series(cells, dtype=dtype) for (column, dtype), cells in columns})
    )
