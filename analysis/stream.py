"""A text as numbers: where its words stand, and which words and gaps are the same, without a step for each of them."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd
import regex

from analysis import patterns

Numbers = np.ndarray
REMEMBERED = 500_000
"""How many distinct words, or gaps, are kept in mind."""
_BASE = np.uint64(0x9E3779B97F4A7C15)
_PLANE = 0x10000


class Stream(NamedTuple):
    """The words of a text, left to right."""

    text: str
    starts: Numbers
    ends: Numbers
    kinds: Numbers
    """For each word what it is, and one more for what is behind the last."""
    gaps: Numbers
    """For each word what stands between it and the next one, or the end."""
    sums: Numbers
    """What the characters up to each place come to; see `prints`."""

    def said(self, starts: Numbers, ends: Numbers) -> pd.api.extensions.ExtensionArray:
        """The characters of each of these stretches; each distinct one is cut out once, for most come again."""
        places, first = distinct(prints(self.sums, starts, ends))
        cut = zip(starts[first].tolist(), ends[first].tolist(), strict=True)
        return pd.array([self.text[start:end] for start, end in cut], dtype="str").take(places)


class Memory:
    """What each distinct piece of text is, asked once; pieces are told apart by 64 bits of their characters."""

    def __init__(self, ask: Callable[[str], int]) -> None:
        self.ask = ask
        self.known: dict[int, int] = {}

    def of(self, text: str, prints: Numbers, starts: Numbers, ends: Numbers) -> Numbers:
        """What each piece is."""
        places, first = distinct(prints)
        if len(self.known) > REMEMBERED:
            self.known.clear()
        known, found = self.known, []
        for place, key in zip(first.tolist(), prints[first].tolist(), strict=True):
            number = known.get(key)
            if number is None:
                number = known[key] = self.ask(text[starts[place] : ends[place]])
            found.append(number)
        return np.array(found, np.int64)[places]


def distinct(numbers: Numbers) -> tuple[Numbers, Numbers]:
    """For each number which of the distinct ones it is, and where each of those stands first."""
    places, known = pd.factorize(numbers)
    first = np.zeros(len(known), np.int64)
    first[places[::-1]] = np.arange(len(numbers))[::-1]
    return places, first


def read(text: str, words: Memory, gaps: Memory) -> Stream:
    """The words of the text, each known by what `words` says of it, and the gaps by what `gaps` says."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    starts, ends = edges(_letters(codes))
    sums = summed(codes)
    following = np.append(starts, len(codes))[1:]
    kinds = words.of(text, prints(sums, starts, ends), starts, ends)
    between = gaps.of(text, prints(sums, ends, following), ends, following)
    return Stream(text, starts, ends, np.append(kinds, 0), between, sums)


def edges(inside: Numbers) -> tuple[Numbers, Numbers]:
    """Where the stretches begin and end in which the flags are set."""
    change = np.flatnonzero(np.diff(inside.astype(np.int8), prepend=np.int8(0), append=np.int8(0)))
    return change[::2], change[1::2]


def summed(codes: Numbers) -> Numbers:
    """What the characters up to each place come to, of which `prints` makes the numbers of stretches."""
    sums = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum((codes.astype(np.uint64) + np.uint64(1)) * _powers(len(codes))[0][: len(codes)], out=sums[1:])
    return sums


def prints(sums: Numbers, starts: Numbers, ends: Numbers) -> Numbers:
    """A number for each stretch, equal for equal characters wherever they stand."""
    return (sums[ends] - sums[starts]) * _powers(len(sums))[1][starts]


def _powers(least: int) -> tuple[Numbers, Numbers]:
    size = 1 << max(20, (least - 1).bit_length())
    return _powers_to(size)


@cache
def _powers_to(size: int) -> tuple[Numbers, Numbers]:
    """The powers of an odd number modulo 2⁶⁴, and what undoes them."""
    back = np.uint64(pow(int(_BASE), -1, 1 << 64))
    up, down = (np.append(np.uint64(1), np.cumprod(np.full(size - 1, base))) for base in (_BASE, back))
    return up, down


def _letters(codes: Numbers) -> Numbers:
    """For each character whether it belongs to a word, as 0 or 1."""
    table = _plane()
    if not len(codes) or codes.max() < _PLANE:
        return table[codes]
    rare, places = np.unique(codes[codes >= _PLANE], return_inverse=True)
    flags = table[np.minimum(codes, _PLANE - 1)]
    flags[codes >= _PLANE] = np.array([_is_letter(chr(code)) for code in rare], np.int8)[places]
    return flags


@cache
def _plane() -> Numbers:
    return np.array([_is_letter(chr(code)) for code in range(_PLANE)], np.int8)


def _is_letter(character: str) -> bool:
    return _LETTER.match(character) is not None


_LETTER = regex.compile(patterns.LETTER)
