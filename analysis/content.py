"""Content words: what a text is about, as stems and concepts, weighted by how rare a word is in general.

A stem is the first letters of a word without accents: it puts the forms of most words together in both languages, and
many words of one origin across them (`frégate`, `frigate`; `parachutes`). A concept is a meaning that several words
share (`reporter`, `ajourner`, `postpone`); it stands in `lexicons/concepts.csv`, the same for both languages. How
frequent a word is in French or English at large comes from the package wordfreq, on the Zipf scale (Van Heuven et al.
2014: the logarithm of its occurrences in a billion words).
"""

import csv
import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.tables import LexiconError

CONCEPTS = Path(__file__).parent / "lexicons" / "concepts.csv"
LETTERS = 5
"""How many letters of a word are its stem."""
COMMON = 6.6
"""The Zipf frequency from which on a word tells nothing: articles, prepositions, auxiliaries."""
RAREST = 3.0
"""Words rarer than this, and numbers in figures, weigh all the same: an unknown name must not outweigh the rest."""
_WORD = re.compile(r"\d+|[^\W\d_]+(?:-[^\W\d_]+)*")


class Content(NamedTuple):
    """What a stretch of text is about: the weight of each stem, and its concepts."""

    stems: dict[str, float]
    concepts: frozenset[str]


def content(text: str, lang: str) -> Content:
    """The stems of a text with their weights, and its concepts.

    >>> sorted(content("Le tir a été ajourné.", "fr").stems)
    ['ajour', 'ete', 'tir']
    >>> sorted(content("Le tir a été ajourné.", "fr").concepts & content("The launch was postponed.", "en").concepts)
    ['delay', 'launch']
    """
    stems: dict[str, float] = {}
    meant: set[str] = set()
    for word in _words(text, lang):
        stem, weight, concepts = _read(word, lang)
        if weight > 0:
            stems[stem] = max(weight, stems.get(stem, 0.0))
            meant |= concepts
    return Content(stems, frozenset(meant))


def folded(word: str) -> str:
    """A word in small letters, without accents.

    >>> folded("Frégate")
    'fregate'
    """
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).lower()


def concepts(word: str, lang: str) -> frozenset[str]:
    """The concepts of which a word is one: none for most, several for an ambiguous one.

    A capital E may stand for É (`Etats`).
    """
    exact, openings = _lexicon(CONCEPTS).get(lang, ({}, {}))
    found: set[str] = set()
    for plain in {word.lower(), re.sub(r"\AE", "é", word).lower()}:
        found.update(exact.get(plain, ()))
        for end in range(1, len(plain) + 1):
            found.update(openings.get(plain[:end], ()))
    return frozenset(found)


def _words(text: str, lang: str) -> list[str]:
    """The words of a text; those with hyphens in their parts, unless they are known whole (`cessez-le-feu`)."""
    found: list[str] = []
    for word in _WORD.findall(text):
        found += [word] if "-" not in word or concepts(word, lang) else word.split("-")
    return found


@lru_cache(maxsize=131_072)
def _read(word: str, lang: str) -> tuple[str, float, frozenset[str]]:
    """Stem, weight and concepts of a word; a weight of 0 where it tells nothing."""
    if word.isdecimal():
        return "#" + word, COMMON - RAREST, frozenset()
    if len(word) < 2:
        return "", 0.0, frozenset()
    return folded(word)[:LETTERS], max(0.0, COMMON - max(RAREST, _zipf(word.lower(), lang))), concepts(word, lang)


def _zipf(word: str, lang: str) -> float:
    """How frequent a word is in general; in English where the frequencies know no such language."""
    import wordfreq

    return wordfreq.zipf_frequency(word, lang if lang in ("fr", "en") else "en")


_Words = dict[str, list[str]]


@lru_cache(maxsize=4)
def _lexicon(file: Path) -> dict[str, tuple[_Words, _Words]]:
    """For each language the concepts of whole words, and those of words that begin so (`report*`)."""
    found: dict[str, tuple[_Words, _Words]] = {}
    with file.open(encoding="utf-8", newline="") as opened:
        for place, row in enumerate(csv.DictReader(opened), start=2):
            for lang in ("fr", "en"):
                exact, openings = found.setdefault(lang, ({}, {}))
                for pattern in (row.get(lang) or "").split("|"):
                    plain = pattern.lower()
                    if not re.fullmatch(r"[^\W\d_]+(?:[- ’'][^\W\d_]+)*\*?", plain):
                        raise LexiconError(
                            f"{file}, row {place}: {pattern!r} is no word, or word with * for its endings"
                        )
                    kept = openings if plain.endswith("*") else exact
                    kept.setdefault(plain.rstrip("*"), []).append(row["concept"])
    return found
