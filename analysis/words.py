"""Which words of patterns a word of a text is: asked once for each distinct word, however often it comes."""

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

import regex

from analysis import patterns

_MARKS = regex.compile(r"\p{M}+")


class Words:
    """The distinct words of many patterns, each known by its place."""

    def __init__(self, written: Iterable[str]) -> None:
        self.places = {word: place for place, word in enumerate(sorted(set(written)))}
        whole, begun = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
        for word in self.places:
            if word not in patterns.WILD and not word.startswith("<"):
                (begun if word.endswith("*") else whole)[folded(word.strip("=*"))].append(word)
        self._whole = dict(whole)
        self._begun = dict(begun)
        self._sorted = sorted(begun)
        self._shorter = _prefixes(self._sorted)

    def of(self, word: str) -> list[int]:
        """The places of the words of patterns that this word of a text is; not of those that any word is."""
        key = folded(word)
        near = self._whole.get(key, ())
        begun = [one for start in self._beginnings(key) for one in self._begun[start]]
        if not near and not begun:
            return []
        letters = unicodedata.normalize("NFC", word)
        return [self.places[one] for one in (*near, *begun) if _is(one, letters)]

    def _beginnings(self, key: str) -> list[str]:
        """Those of the words with `*` that the word may begin with."""
        place = bisect_right(self._sorted, key) - 1
        found = []
        while place >= 0:
            if key.startswith(self._sorted[place]):
                found.append(self._sorted[place])
            place = self._shorter[place]
        return found


def _prefixes(keys: list[str]) -> list[int]:
    """For each of the sorted strings the place of the longest other one that it begins with, or -1."""
    found: list[int] = []
    for key in keys:
        place = len(found) - 1
        while place >= 0 and not key.startswith(keys[place]):
            place = found[place]
        found.append(place)
    return found


@lru_cache(maxsize=4096)
def _capital(letter: str) -> str:
    bare = unicodedata.normalize("NFD", letter)[0]
    return bare.upper() if len(bare.upper()) == 1 else bare


def folded(word: str) -> str:
    """The word in capitals without accents: equal for all that one word of a pattern may match."""
    if word.isascii():
        return word.upper()
    return "".join(map(_capital, _MARKS.sub("", unicodedata.normalize("NFD", word))))


def _is(written: str, letters: str) -> bool:
    """Whether letters (as characters with their accents) are a word of a pattern, by the rules of `patterns`."""
    bare = written.strip("=*")
    if written.endswith("*"):
        if letters[len(bare) : len(bare) + 1] and unicodedata.category(letters[len(bare)]).startswith("M"):
            return False
        letters = letters[: len(bare)]
    if len(letters) != len(bare):
        return False
    if written.startswith("="):
        return letters == bare
    return all(letter in patterns.accepted(one) for letter, one in zip(letters, bare, strict=True))
