"""The words of dates and quantities, left to right, each with its kind and value; and how they stand together.

The evidence tells where months, units, number words and the like stand, `numerals` where digits do. What lies between
and beside them is read only there: articles, prepositions, `last`, `ago` and so on, the layer `beside`. A stretch of
such words is written as a string of letters, one a kind, so that a grammar is an expression over that string.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import pandas as pd
import regex

from analysis import numerals, tables
from analysis.matching import UNSEARCHED

HEADS = """month weekday season unit hour annual century quarter day part anaphor clock feast semi number multiplier group
ordinal fraction age percent currency half small year figure decade iso slashed lapse abridged""".split()
_BESIDE = """last next this ago in at since until for later earlier from of to between and the one some every am pm edge
following preceding modifier zone gone before after numbering street have own lasts on""".split()
KINDS = [*HEADS, *_BESIDE]
FAMILIES = ("adjective", "stop", "lasting", "rated")
"""Labels whose words are looked up around a number; they are no tokens."""

LETTERS = {kind: chr(0x100 + place) for place, kind in enumerate(KINDS)}
UNITS = {"hour": "hour", "year": "annual", "century": "century", "quarter": "quarter", "half": "quarter"}
"""Units that a grammar tells apart from others."""
TRAILING = frozenset("last next gone ago later earlier before after am pm following preceding this zone on".split())
"""What may end an expression; other words beside a token only lead to it."""
AMBIGUOUS = "also another word"
"""The note of a rule whose word counts only beside other words of a date."""

NUMERALS = ("number", "small", "year", "figure")
COMMA, DASH, SLASH, STOP, WORDS = ",-/!~"
"""What may stand between two tokens but white space, or beside a stretch: `STOP` is a full stop, bracket, quotation
mark or the edge of a unit."""
LONG = 40
"""In characters: how far the words beside a date or number may reach."""

_MARKS = {",": COMMA, "/": SLASH, **dict.fromkeys("-‐‑–—", DASH), **dict.fromkeys('.;:!?()[]»«”“"\n', STOP)}
_FIRST = LETTERS[KINDS[0]]
_BLANK = " \u00a0\u202f"
_SPACE = re.compile(r"\s+")
_ELIDED = re.compile(r"(?:[dl]|qu)['’]", re.IGNORECASE)


class Token(NamedTuple):
    """One word or numeral: its place, kind and value, whether it may stand alone, and the unit it stands in."""

    start: int
    end: int
    kind: str
    value: str
    alone: bool = True
    unit: int = -1


class Stretch(NamedTuple):
    """Tokens with nothing else between them; their letters, and for each letter its token's place (-1 for a mark)."""

    unit: int
    tokens: list[Token]
    letters: str
    places: list[int]


Gap = tuple[str, tuple[tuple[int, int, str, str], ...]]
"""Letters of what stands between two tokens, and its own tokens: start, end, kind and value."""


class Words:
    """What is known of one language besides its evidence: words beside dates and numbers, expressions, families."""

    def __init__(self, lang: str, rows: Iterable[tuple[str, str]]) -> None:
        self.lang = lang
        self.families = {name: frozenset(pattern for label, pattern in rows if label == name) for name in FAMILIES}
        self.expressions = {
            label: regex.compile(pattern.removeprefix("re:")) for label, pattern in rows if pattern.startswith("re:")
        }
        self._meaning: dict[str, tuple[str, str]] = {}
        for label, pattern in rows:
            if label not in FAMILIES and not pattern.startswith("re:"):
                kind, value = kind_of(label)
                former = self._meaning.get(pattern.lower(), ("", ""))
                self._meaning[pattern.lower()] = (former[0] or kind, former[1] or value)
                if pattern.startswith("à "):
                    self._meaning["a" + pattern[1:]] = (kind, value)
        self._word = re.compile(rf"(?:{_alternatives(self._meaning)})(?!\w)", re.IGNORECASE)
        trailing = {word for word, (kind, _) in self._meaning.items() if kind in TRAILING}
        self._ahead = re.compile(rf"(?:(?:[-–]|\s++)(?:{_alternatives(trailing)})(?!\w))+", re.IGNORECASE)
        turned = _alternatives({word[::-1] for word in self._meaning})
        self._back = re.compile(rf"(?:[-–,]?\s*+(?:{turned}|['’](?:[ld]|uq))(?!\w))+", re.IGNORECASE)
        self._nearest = _cased(re.split(r"[\s']", word)[-1] for word in self._meaning)
        self._next = _cased(re.split(r"[\s']", word)[0] for word in trailing)
        self.streets = frozenset(pattern for label, pattern in rows if label == "street")
        self._gaps: dict[str, Gap | None] = {}

    def gap(self, between: str) -> Gap | None:
        """What stands between two tokens, where it is nothing but words beside them and marks."""
        if between not in self._gaps:
            if len(between) > LONG:
                return None
            if len(self._gaps) > 100_000:
                self._gaps.clear()
            self._gaps[between] = self._parsed(between)
        return self._gaps[between]

    def _parsed(self, between: str) -> Gap | None:
        letters, found, at = "" if between else DASH, [], 0
        while at < len(between):
            if word := self._word.match(between, at):
                kind, value = self._meaning[re.sub(r"\s+", " ", word.group().lower().replace("’", "'"))]
                found.append((at, word.end(), kind, value))
                letters += LETTERS[kind]
                at = word.end()
            elif skipped := _SPACE.match(between, at) or _ELIDED.match(between, at):
                at = skipped.end()
            elif _MARKS.get(between[at], STOP) != STOP:
                letters += _MARKS[between[at]]
                at += 1
            else:
                return None
        return letters, tuple(found)

    def before(self, text: str, start: int, floor: int) -> int:
        """Where the words beside a token begin, to its left."""
        if start - 2 <= floor:
            return start if start == floor else self._far(text, start, floor)
        if text[start - 1] == " ":
            word = text[max(text.rfind(" ", floor, start - 1) + 1, floor) : start - 1]
            if word not in self._nearest and (word.isalpha() or word.isdecimal()):
                return start
        return self._far(text, start, floor)

    def _far(self, text: str, start: int, floor: int) -> int:
        found = self._back.match(text[max(floor, start - LONG) : start][::-1])
        return start - found.end() if found else start

    def behind(self, text: str, end: int, limit: int) -> int:
        """Where the words beside a token end, to its right."""
        if text[end : end + 1] == " ":
            space = text.find(" ", end + 1, limit)
            word = text[end + 1 : space if space > 0 else limit]
            if word not in self._next and word.isalpha():
                return end
        found = self._ahead.match(text, end, min(limit, end + LONG))
        return found.end() if found else end


def _cased(words: Iterable[str]) -> frozenset[str]:
    """The words in small letters, with a capital and in capitals."""
    return frozenset(form for word in words for form in (word.lower(), word.capitalize(), word.upper()))


def _alternatives(words: Iterable[str]) -> str:
    """The words as choices, by first letter and the longest first; any white space, any apostrophe."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        shape = re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]")
        by_first.setdefault(shape[: 1 + (shape[0] == "\\")], []).append(shape)
    return "|".join(f"(?={first})(?:{'|'.join(shapes)})" for first, shapes in sorted(by_first.items())) or "(?!)"


def kind_of(label: str) -> tuple[str, str]:
    """The kind and value that a label carries.

    >>> kind_of("month 9"), kind_of("unit hour"), kind_of("ago")
    (('month', '9'), ('hour', 'hour'), ('ago', ''))
    """
    kind, _, value = label.partition(" ")
    return (UNITS.get(value, kind) if kind == "unit" else kind), value


Meanings = dict[str, tuple[str, str, bool]]
"""Rule → kind and value of its words, and whether they may stand alone."""


@lru_cache(maxsize=8)
def _words(lang: str, rows: tuple[tuple[str, str], ...]) -> Words:
    return Words(lang, rows)


def words(rules: pd.DataFrame) -> dict[str, Words]:
    """The words of each language that the rules speak."""
    own = rules[rules["layer"] == "beside"]
    return {
        lang: _words(lang, tuple(part[["label", "pattern"]].itertuples(index=False, name=None)))
        for lang, part in own.groupby("lang")
    }


def meanings(rules: pd.DataFrame) -> Meanings:
    """What the rules of dates and quantities say."""
    own = rules[rules["layer"].isin(("date", "quantity"))]
    return {
        rule: (*kind_of(label), not note.startswith(AMBIGUOUS))
        for rule, label, note in own[["rule", "label", "note"]].itertuples(index=False, name=None)
    }


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
            total = numerals.total(left.value, left.kind == "number", token.value, token.kind) if not gap or linked else None
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
        if first.kind != "none":
            stretch = _stretch(text, tokens[at:until], gaps, max(floor, reach), limit, known)
            found.append(stretch)
            reach = stretch.tokens[-1].end
        at = until
    return found


def _gap(known: Words, text: str, left: Token, right: Token) -> Gap | None:
    """What joins two tokens; None where they are apart."""
    if right.start - left.end > LONG or left.unit != right.unit or "none" in (left.kind, right.kind):
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
    parts, spoken, at = [opened], list[Token](), start
    for gap, token in zip([before or NOTHING, *gaps], own, strict=True):
        spoken += _placed(gap, at)
        spoken.append(token)
        parts += gap[0], LETTERS[token.kind]
        at = token.end
    if behind:
        spoken += _placed(behind, at)
        parts.append(behind[0])
    letters = "".join([*parts, closed])
    return Stretch(first.unit, spoken, letters, _places(letters))


NOTHING: Gap = ("", ())


def _placed(gap: Gap, at: int) -> list[Token]:
    return [Token(at + start, at + end, kind, value) for start, end, kind, value in gap[1]] if gap[1] else []


@lru_cache(maxsize=65_536)
def _places(letters: str) -> list[int]:
    """For each letter the place of its token; -1 for a mark."""
    places, place = [], -1
    for letter in letters:
        place += letter >= _FIRST
        places.append(place if letter >= _FIRST else -1)
    return places


def _mark_before(text: str, start: int, floor: int) -> str:
    if start <= floor:
        return STOP
    before = text[start - 1]
    return _MARKS.get(text[start - 2] if before in _BLANK and start - 1 > floor else before, WORDS)


def _mark_behind(text: str, end: int, limit: int) -> str:
    if end >= limit:
        return STOP
    behind = text[end]
    return _MARKS.get(text[end + 1] if behind in _BLANK and end + 1 < limit else behind, WORDS)


def expression(grammar: str) -> str:
    r"""A grammar of kinds as an expression over letters; `comma`, `dash`, `slash`, `stop` and `words` stand between.

    >>> expression("small month?") == LETTERS["small"] + LETTERS["month"] + "?"
    True
    """
    marks = {"comma": COMMA, "dash": DASH, "slash": SLASH, "stop": STOP, "words": WORDS}
    letters = re.sub(r"[a-z]+", lambda word: (LETTERS | marks)[word.group()], grammar)
    return re.sub(r"\s+", "", letters).replace("(", "(?:")


def table(name: str, rows: list[tuple[object, ...]]) -> pd.DataFrame:
    """The table `name` of rows whose cells stand in the schema's order, typed, sorted by its key and verified."""
    if not rows:
        return tables.empty(name)
    columns = zip(tables.SCHEMAS[name].items(), zip(*sorted(rows), strict=True), strict=True)
    return tables.verify(name, pd.DataFrame({column: pd.Series(cells, dtype=dtype) for (column, dtype), cells in columns}))
