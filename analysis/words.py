"""Which words of patterns a word of a text is: asked once for each distinct word, however often it comes."""

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

import regex

from analysis import patterns

_MARKS = regex.compile(r"\p{M}+")


class Words:
    """The distinct words of many patterns, each known by its place."""

    def __init__(self, written: Iterable[str]) -> None:
        self.places = {word: place for place, word in enumerate(sorted(set(written)))}
        signs = ((patterns.ANY, None), ("<Word>", _is_capitalised), ("<number>", str.isdecimal))
        self._wild = [(holds, self.places[sign]) for sign, holds in signs if sign in self.places]
        fixed = [word for word in self.places if word not in patterns.WILD and not word.startswith("<")]
        self._whole: dict[str, list[str]] = defaultdict(list)
        for word in fixed:
            if "*" not in word:
                self._whole[folded(word.strip("="))].append(word)
        self._begun = _Beginnings((folded(word.strip("*=")), word) for word in fixed if word.endswith("*"))
        self._ended = _Beginnings((folded(word.strip("*"))[::-1], word) for word in fixed if word.startswith("*"))

    def of(self, word: str) -> list[int]:
        """The places of the words of patterns that this word of a text is."""
        wild = [place for sign, place in self._wild if sign is None or sign(word)]
        key = folded(word)
        near = [*self._whole.get(key, ()), *self._begun.of(key), *self._ended.of(key[::-1])]
        if not near:
            return wild
        letters = unicodedata.normalize("NFC", word)
        return [*(self.places[one] for one in near if _is(one, letters)), *wild]


def _is_capitalised(word: str) -> bool:
    return word[0].isupper()


class _Beginnings:
    """Words by what others may begin with."""

    def __init__(self, keyed: Iterable[tuple[str, str]]) -> None:
        self.words: dict[str, list[str]] = defaultdict(list)
        for key, word in keyed:
            self.words[key].append(word)
        self.keys = sorted(self.words)
        self.shorter = _prefixes(self.keys)

    def of(self, key: str) -> list[str]:
        """The words whose key this one begins with."""
        place = bisect_right(self.keys, key) - 1
        found: list[str] = []
        while place >= 0:
            if key.startswith(self.keys[place]):
                found += self.words[self.keys[place]]
            place = self.shorter[place]
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


def _capital(letter: str) -> str:
    """The letter as a capital, if that is one letter: ß has none."""
    return letter.upper() if len(letter.upper()) == 1 else letter


def folded(word: str) -> str:
    """The word in capitals without accents: equal for all that one word of a pattern may match."""
    if word.isascii():
        return word.upper()
    bare = _MARKS.sub("", unicodedata.normalize("NFD", word))
    capitals = bare.upper()
    return capitals if len(capitals) == len(bare) else "".join(map(_capital, bare))


def _is(written: str, letters: str) -> bool:
    """Whether letters (as characters with their accents) are a word of a pattern, by the rules of `patterns`."""
    bare = written.strip("=*")
    if written.endswith("*"):
        if letters[len(bare) : len(bare) + 1] and unicodedata.category(letters[len(bare)]).startswith("M"):
            return False
        letters = letters[: len(bare)]
    elif written.startswith("*"):
        letters = letters[max(0, len(letters) - len(bare)) :]
    if len(letters) != len(bare):
        return False
    if written.startswith("="):
        return letters == bare
    return all(letter in patterns.accepted(one) for letter, one in zip(letters, bare, strict=True))
