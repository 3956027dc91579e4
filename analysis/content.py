"""Content words: what a text is about, as stems and concepts, weighted by how rare a word is in general.

A stem is the first letters of a word without accents: it puts the forms of most words together in both languages, and
many words of one origin across them (`frégate`, `frigate`; `parachutes`). A concept is a meaning that several words
share (`reporter`, `ajourner`, `put off`); see `concepts`. How frequent a word is in French or English at large comes
from the package wordfreq, on the Zipf scale (Van Heuven et al. 2014: the logarithm of its occurrences in a billion
words).
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from analysis import concepts

LETTERS = 5
"""How many letters of a word are its stem."""
COMMON = 6.6
"""The Zipf frequency from which on a word tells nothing: articles, prepositions, auxiliaries."""
RAREST = 3.0
"""Words rarer than this, and numbers in figures, weigh all the same: an unknown name must not outweigh the rest."""
_WORD = re.compile(r"\d+|[^\W\d_]+")


class Content(NamedTuple):
    """What a stretch of text is about: the weight of each stem, and its concepts."""

    stems: dict[str, float]
    concepts: frozenset[str]


def content(text: str, lang: str) -> Content:
    """The stems of a text with their weights, and its concepts.

    >>> sorted(content("Le tir a été ajourné.", "fr").stems)
    ['ajour', 'ete', 'tir']
    >>> sorted(content("Le sommet est ajourné.", "fr").concepts & content("The summit was put off.", "en").concepts)
    ['delay', 'mountain', 'summit']
    """
    stems: dict[str, float] = {}
    words = _WORD.findall(text)
    for word in words:
        stem, weight = _read(word, lang)
        if weight > 0:
            stems[stem] = max(weight, stems.get(stem, 0.0))
    return Content(stems, concepts.of(words, lang))


def folded(word: str) -> str:
    """A word in small letters, without accents.

    >>> folded("Frégate")
    'fregate'
    """
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).lower()


@lru_cache(maxsize=131_072)
def _read(word: str, lang: str) -> tuple[str, float]:
    """Stem and weight of a word; a weight of 0 where it tells nothing."""
    if word.isdecimal():
        return "#" + word, COMMON - RAREST
    if len(word) < 2:
        return "", 0.0
    return folded(word)[:LETTERS], max(0.0, COMMON - max(RAREST, _zipf(word.lower(), lang)))


def _zipf(word: str, lang: str) -> float:
    """How frequent a word is in general; in English where the frequencies know no such language."""
    import wordfreq

    return wordfreq.zipf_frequency(word, lang if lang in ("fr", "en") else "en")
