"""Runs of capitalised words, in many articles at once: where they are, and what their place says of the capitals.

Most runs are one plain word, which is found without a step of its own; only the others are read by an expression.
"""

import re
from functools import cache
from typing import NamedTuple

import numpy as np

from analysis import letters, names, stream
from analysis.letters import BLANK, CAPITAL, HEARD, LETTER, OPENER, SMALL, SPACE, TIE, UPPER
from analysis.names import Token
from analysis.stream import Memory, Numbers
from analysis.stretches import Stretch

HEADLINES = ("title", "heading", "caption")
SHORT_LINE = 120
LOUD = 8
"""From so many letters on, several words in capitals are a headline's and not two acronyms."""
LONG = 4
"""Words of so many letters tell whether a line has a capital on most of them …"""
_LEAST, _MOST = 3, 0.75
"""… where there are so many of them, and so large a part."""
_CAPITALS = "".join(chr(code) for code in range(0x1F00) if letters.is_capital(chr(code)))
_SPACE = "[ \u00a0\u202f]"
_STRONG = (
    r"(?:van\s(?:de[nr]?|het)|von\s(?:de[nr]|und\szu)|van|von|de[nr]|ten|ter|te|zu[mr]?|vom|a[fv]|bin|ben|ibn|bint"
    r"|ould|abu|abou|al|el|d[aio]|dos|das|del|della|de\sl[ao]s|de\sla|y)"
)
"""Particles that belong to a name wherever they stand between two capitals."""
_BETWEEN = """van von den der de ten ter te zu zum zur vom af av bin ben ibn bint ould abu abou al el da di do dos das
del della y du des of for and et d ar as an at ad az ash ul"""
_LINKS = frozenset(_BETWEEN.split())
"""How what may stand between two capitals begins: particles, weak links, Arabic articles."""
_SHORT = rf"(?:(?:[{_CAPITALS}]|Ste?|Mt|Ft)\.[-‐‑ \u00a0\u202f]?)"
_DOTTED = 3
"""No abbreviation with a full stop inside a name is longer."""
_TOKEN = (
    rf"(?:(?:[Aa]l|[Ee]l|[Aa][rsntdz]|[Aa]sh|[Uu]l)[-‐‑](?=[{_CAPITALS}]))?{_SHORT}*"
    rf"[{_CAPITALS}]\w*(?:[-‐‑_’'&](?=\w)\w+)*(?:(?<=s)[’'](?=[ \u00a0\u202f][{_CAPITALS}]))?"
)
_RUN = re.compile(rf"(?<!\w){_TOKEN}(?:{_SPACE}+(?:{_STRONG}{_SPACE}+|{names.WEAK}{_SPACE}*)?{_TOKEN})*")
_PIECE = re.compile(_TOKEN)


class Text(NamedTuple):
    """A stretch of the corpus as numbers: its characters and its words."""

    stretch: Stretch
    points: Numbers
    kinds: Numbers
    """What each character is (`letters`), and two that are nothing behind the last."""
    sums: Numbers
    starts: Numbers
    ends: Numbers

    def each(self, starts: Numbers, ends: Numbers) -> tuple[list[str], Numbers]:
        """The distinct ones of these pieces, and for each piece which of them it is."""
        places, first = stream.distinct(stream.prints(self.sums, starts, ends))
        cut = zip(starts[first].tolist(), ends[first].tolist(), strict=True)
        return [self.stretch.text[start:end] for start, end in cut], places


class Words(NamedTuple):
    """Distinct words, and where they stand in the stretch."""

    words: list[str]
    which: Numbers
    starts: Numbers
    ends: Numbers


class Runs(NamedTuple):
    """Capitalised words in a row, left to right; places are those in the stretch."""

    starts: Numbers
    ends: Numbers
    units: Numbers
    """Which unit of the stretch each is in."""
    plain: Numbers
    """Whether it is one word of letters and digits."""
    opening: Numbers
    """Whether the place may explain the first capital."""
    headline: Numbers
    """Whether the line, or its own letters, may explain all of them."""
    tokens: dict[int, tuple[Token, ...]]
    """Start → tokens, of those that are not plain."""


def read(stretch: Stretch) -> Text:
    """A stretch as numbers."""
    points = letters.codes(stretch.text)
    kinds = letters.kinds(points)
    starts, ends = stream.edges(kinds & letters.WORD > 0)
    return Text(stretch, points, np.append(kinds, np.zeros(2, kinds.dtype)), stream.summed(points), starts, ends)


def small(text: Text) -> Words:
    """The words of two letters and more that begin with a small one."""
    own = (text.kinds[text.starts] & SMALL > 0) & (text.ends - text.starts > 1)
    starts, ends = text.starts[own], text.ends[own]
    return Words(*text.each(starts, ends), starts, ends)


def runs(text: Text, headings: Numbers) -> Runs:
    """The runs of the units that are searched; `headings` says which units are headlines by what they are for."""
    stretch = text.stretch
    words, units = _beginnings(text)
    if not len(words):
        return Runs(words, words, units, *(words > 0,) * 3, {})
    alone, joined = _followed(text, words, stretch.ends[units])
    first = np.flatnonzero(~np.append(False, joined)[:-1])
    last = np.append(first[1:], len(words)) - 1
    simple = np.logical_and.reduceat(alone | joined, first)
    starts, units = text.starts[words[first]], units[first]
    ends = np.where(simple, text.ends[words[last]], 0)
    tokens = _cut(text, words, first[simple & (last > first)], last[simple & (last > first)])
    others = starts[~simple].tolist()
    tokens |= _read(stretch.text, others, stretch.ends[units[~simple]].tolist())
    ends[~simple] = [tokens[at][-1].end if at in tokens else 0 for at in others]
    kept = (ends > 0) & (starts >= np.append(0, np.maximum.accumulate(ends))[: len(ends)])
    starts, ends, units = starts[kept], ends[kept], units[kept]
    plain = (simple & (first == last))[kept]
    opening = _open(text, starts, stretch.starts[units])
    headline = _headlines(text, headings)[units] | np.isin(starts, _loud(stretch.text, tokens))
    return Runs(starts, ends, units, plain, opening, headline, tokens)


def _beginnings(text: Text) -> tuple[Numbers, Numbers]:
    """The words where a run may begin, with their units: capitals, and Arabic articles tied to them."""
    stretch = text.stretch
    capital = text.kinds[text.starts] & CAPITAL > 0
    tied = np.append(capital[1:] & (text.starts[1:] == text.ends[:-1] + 1), False)
    article = tied & (text.kinds[text.ends] & TIE > 0) & (text.ends - text.starts < 4)
    words = np.flatnonzero(capital | article) if len(stretch.starts) else np.zeros(0, np.int64)
    units = np.searchsorted(stretch.starts, text.starts[words], "right") - 1
    inside = (units >= 0) & (text.starts[words] < stretch.ends[units]) & stretch.searched[units]
    return words[inside], units[inside]


def _followed(text: Text, words: Numbers, limits: Numbers) -> tuple[Numbers, Numbers]:
    """Whether nothing that goes on with a name follows each of these words, and whether just another capital does."""
    starts, ends, kinds = text.starts[words], text.ends[words], text.kinds
    dotted = (np.append(text.points, 0)[ends] == ord(".")) & (ends - starts <= _DOTTED)
    free = (kinds[starts] & CAPITAL > 0) & ~dotted & (kinds[ends] & TIE == 0)
    spaced = kinds[ends] & SPACE > 0
    following = np.minimum(words + 1, len(text.starts) - 1)
    nexts, behind = text.starts[following], text.ends[following]
    linked = np.array(_links().of(text.stretch.text, stream.prints(text.sums, nexts, behind), nexts, behind), bool)
    beside = (kinds[ends + 1] & (CAPITAL | SPACE | TIE) > 0) | (linked & (nexts == ends + 1))
    alone = (kinds[starts] & CAPITAL > 0) & (ends == limits) | ((ends < limits) & free & ~(spaced & beside))
    joined = (ends + 1 < limits) & free & spaced & (kinds[ends + 1] & CAPITAL > 0)
    return alone, joined


@cache
def _links() -> Memory:
    return Memory(lambda word: word in _LINKS)


def _cut(text: Text, words: Numbers, first: Numbers, last: Numbers) -> dict[int, tuple[Token, ...]]:
    """Start → the tokens of runs in which nothing but a space stands between the words."""
    starts, ends = text.starts[words].tolist(), text.ends[words].tolist()
    return {
        starts[at]: tuple([Token(starts[place], ends[place], "") for place in range(at, until + 1)])
        for at, until in zip(first.tolist(), last.tolist(), strict=True)
    }


def _read(text: str, starts: list[int], limits: list[int]) -> dict[int, tuple[Token, ...]]:
    """Start → the tokens of the other runs."""
    found, reach = dict[int, tuple[Token, ...]](), 0
    for start, limit in zip(starts, limits, strict=True):
        run = _RUN.match(text, start, limit) if start >= reach else None
        if run:
            reach = run.end()
            found[start] = _tokens(text, start, reach)
    return found


def _loud(text: str, tokens: dict[int, tuple[Token, ...]]) -> list[int]:
    """Where runs of several words begin that are all in capitals, and too long for acronyms."""
    spans = [(start, own[-1].end) for start, own in tokens.items() if len(own) > 1]
    return [start for start, end in spans if end - start > LOUD and text[start:end].isupper()]


def _tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    found, last = [], start
    for piece in _PIECE.finditer(text, start, end):
        found.append(Token(piece.start(), piece.end(), text[last : piece.start()].strip()))
        last = piece.end()
    return tuple(found)


def _open(text: Text, starts: Numbers, floors: Numbers) -> Numbers:
    """Whether a sentence, a quotation or what follows a colon begins here."""
    points, kinds = text.points, text.kinds
    before = np.maximum(starts - 1, floors)
    while (blank := (kinds[before] & BLANK > 0) & (before > floors)).any():
        before = before - blank
    heard = np.flatnonzero(kinds & HEARD)
    silent = np.searchsorted(heard, floors) == np.searchsorted(heard, starts)
    dash = (points[before] == ord("-")) & (points[before - 1] == ord(" ")) & (before > floors)
    return silent | (kinds[before] & OPENER > 0) | dash


def _headlines(text: Text, headings: Numbers) -> Numbers:
    """For each unit whether it has a capital on most words, so that a capital says nothing."""
    starts, ends = text.stretch.starts, text.stretch.ends
    sentence = (ends - starts > SHORT_LINE) | ((ends > starts) & (text.points[ends - 1] == ord(".")))
    words, behind = stream.edges(text.kinds & LETTER > 0)
    words = words[behind - words >= LONG]
    first, last = np.searchsorted(words, starts), np.searchsorted(words, ends)
    capitals = letters.within(text.kinds[words] & UPPER > 0, first, last)
    headline = (last - first >= _LEAST) & (capitals >= _MOST * (last - first))
    plain = np.flatnonzero(sentence & ~headings)
    lines = zip(starts[plain].tolist(), ends[plain].tolist(), strict=True)
    headline[plain] = [text.stretch.text[start:end].isupper() for start, end in lines]
    return headline
