"""Names by their form: sequences of capitalised words, and what the corpus itself knows of a word's case.

Nothing is looked up in a dictionary of names: a capital counts where it is not owed to the place (the first word of
a sentence, a headline), or where the corpus shows that the word has it everywhere.
"""

import re
import unicodedata
from collections.abc import Set
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

WEAK = r"(?:(?:de\s+la|de|du|des|of\s+the|of|for|and|et|&)(?=\s)|(?:de\s+l|d)[’'])"
"""Words that join two parts of one name, or two names."""
_LOWER = re.compile(r"(?<!\w)[^\W\d_A-ZÀ-ÖØ-Þ]\w+")
_ELIDED = re.compile(r"(?:[LDJMNSTCldjmnstc]|[Qq]u|[Ll]orsqu|[Pp]uisqu|[Jj]usqu|[Qq]uoiqu)[’'](?=\w)")


class Token(NamedTuple):
    """A capitalised word, and the words between it and the one before (empty at the beginning)."""

    start: int
    end: int
    link: str


class Run(NamedTuple):
    """Capitalised words in a row; in `opening` the place may explain the first capital, in a `headline` all of them."""

    unit: int
    tokens: tuple[Token, ...]
    opening: bool
    headline: bool


def without_elision(text: str, token: Token) -> Token | None:
    """The token without `L'`, `Qu'` …; nothing when the word behind it is none with a capital."""
    if text[token.start : token.end].isalpha():
        return token
    elided = _ELIDED.match(text, token.start, token.end)
    if not elided:
        return token
    return Token(elided.end(), token.end, "") if text[elided.end()].isupper() else None


def owner(text: str, token: Token) -> int:
    """Where the token ends without `'s`."""
    ends = text[token.end - 1] == "s" and text[token.end - 2] in "'’" and token.end - token.start > 2
    return token.end - 2 if ends else token.end


# --- what a word is, whatever its spelling


@lru_cache(maxsize=200_000)
def folded(word: str) -> str:
    """Its letters and digits in small letters without accents.

    >>> folded("Kim Jong_un") == folded("KIM-JONG-UN")
    True
    """
    plain = unicodedata.normalize("NFD", word.casefold().replace("œ", "oe").replace("æ", "ae").replace("ı", "i"))
    return "".join(letter for letter in plain if letter.isalnum())


_SOUNDS = [(re.compile(pattern), sound) for pattern, sound in [
    ("tsch|tch|tsh|sch|sh|ch", "s"), ("dj|dz|zh|gh", "j"), ("kh|ck|q", "k"), ("ph|v|w|ff", "f"),
    ("ou|oo|u", "o"), ("ai|ei|ay|ey|y|j|ii?", "i"), ("ee?", "e"), ("th", "t"), ("z", "s"),
    (r"(.)\1", r"\1"), ("e?n?e$", ""),
]]  # fmt: skip


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """A rough sound of the word, in which common transliterations of one name agree.

    >>> sound("Choïgou") == sound("Shoigu"), sound("Martin") == sound("Martel")
    (True, False)
    """
    heard = folded(word)
    for pattern, letter in _SOUNDS:
        heard = pattern.sub(letter, heard)
    return heard


# --- what the corpus and the lexicons show of case


class Case(NamedTuple):
    """The words of a language seen in small letters, and those that had a capital inside running text."""

    lang: str
    small: Set[str]
    capital: Set[str]

    def is_common(self, word: str) -> bool:
        """Whether the word is one that needs no capital."""
        return word.casefold() in self.small

    def is_proper(self, word: str) -> bool:
        """Whether the word was seen with a capital that its place does not explain."""
        return word.casefold() in self.capital


MANNER = ("frame", "policy", "loaded", "agency", "distance", "designation")
"""Layers on how a text is told."""


def spoken(lang: str, rules: pd.DataFrame) -> frozenset[str]:
    """The words in small letters of one language's lexicons: their examples are sentences, their patterns words.

    Not of those on how a text is told, which hold thousands of words (`vigneron`, `golfe`) that are also names.
    """
    own = rules[(rules["lang"] == lang) & ~rules["layer"].isin(MANNER)]
    worded = own.loc[~own["layer"].isin(("actor", "place")), "pattern"]
    return _spoken(tuple(own["example"].to_numpy(object)), tuple(worded.to_numpy(object)))


@lru_cache(maxsize=4)
def _spoken(examples: tuple[str, ...], worded: tuple[str, ...]) -> frozenset[str]:
    words = {word for example in examples for word in _LOWER.findall(example)}
    plain = (pattern for pattern in worded if not pattern.startswith("re:"))
    return frozenset(words | {word for pattern in plain if pattern.islower() for word in _LOWER.findall(pattern)})
