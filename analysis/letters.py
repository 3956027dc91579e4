"""What each character of a text is, and where its words stand, without a step for each of them."""

from functools import lru_cache

import numpy as np

from analysis.stream import Numbers

WORD, LETTER, CAPITAL, SMALL, HEARD, BLANK, SPACE, OPENER, TIE, UPPER = (1 << bit for bit in range(10))
"""Part of a word; a letter; what begins a name; what begins a word in small letters; a letter or digit; white space;
a space inside a line; what a sentence may begin behind; what may tie two words into one; a capital of any script."""
_OPENERS, _BLANKS, _SPACES, _TIES = '«“„":–—•….?!|/', " \u00a0\u202f\t\n", " \u00a0\u202f", "-‐‑’'&"
_MODIFIERS = "ªº"


def is_capital(letter: str) -> bool:
    """Whether a name may begin with the letter: a capital of the Latin, Greek or Cyrillic script."""
    code = ord(letter)
    script = 0x41 <= code < 0x250 or 0x370 <= code < 0x530 or 0x1E00 <= code < 0x1F00
    return script and letter.isupper() and letter not in _MODIFIERS


def codes(text: str) -> Numbers:
    """The code point of each character."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


def kinds(points: Numbers) -> Numbers:
    """What the character with each of these code points is: flags of this module."""
    if not len(points):
        return np.zeros(0, np.uint16)
    table = np.zeros(int(points.max()) + 1, np.uint16)
    present = np.flatnonzero(np.bincount(points))
    table[present] = [_kind(point) for point in present.tolist()]
    return table[points]


@lru_cache(maxsize=10_000)
def _kind(point: int) -> int:
    letter = chr(point)
    heard = letter.isalnum()
    alphabetic = heard and not letter.isdecimal()
    latin = "A" <= letter <= "Z" or "À" <= letter <= "Ö" or "Ø" <= letter <= "Þ"
    shown = {
        WORD: heard or letter == "_",
        LETTER: alphabetic,
        CAPITAL: is_capital(letter),
        SMALL: alphabetic and not latin,
        HEARD: heard,
        BLANK: letter in _BLANKS,
        SPACE: letter in _SPACES,
        OPENER: letter in _OPENERS,
        TIE: letter in _TIES,
        UPPER: letter.isupper(),
    }
    return sum(flag for flag, holds in shown.items() if holds)


def within(flags: Numbers, starts: Numbers, ends: Numbers) -> Numbers:
    """How many flags are set in each of these stretches."""
    sums = np.append(0, np.cumsum(flags))
    return sums[ends] - sums[starts]
