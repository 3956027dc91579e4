"""Concepts: meanings that several words share, so that a fact told in other words is seen to be the same.

They stand in `lexicons/concepts/<field>.csv`, the same for both languages: one row is a concept, with the words of each
language that a reporter would swap for one another. A word may have several concepts. An expression of several words
(`forces de l'ordre`, `call off`) means what its row says, and its words do not count beside it.
"""

import math
import re
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate

from analysis.concept_lexicon import LANGUAGES, Phrase, load, plain, rows
from analysis.paradigms import forms

KNOWN = 60_000
"""How many of a language's words, the most frequent ones, count for how broad a concept is."""
NARROW, BROAD = 5.0, 7.0
"""On the Zipf scale: a concept whose words are together this frequent, or less, weighs 1; or this, or more, `LEAST`."""
LEAST = 0.1


def of(words: list[str], lang: str) -> frozenset[str]:
    """The concepts of the words of a text; an expression hides those of its words.

    >>> sorted(of(["Le", "chef", "de", "l", "État"], "fr") & of(["the", "president"], "en"))
    ['president']
    """
    found: set[str] = set()
    beyond = 0
    for place, (word, following) in enumerate(zip(words, [*words[1:], ""], strict=False)):
        if place < beyond:
            continue
        phrases = _opened(word, following, lang)
        fitting = [(len(phrase), concept) for phrase, concept in phrases if _goes_on(words, place, phrase, lang)]
        longest = max(fitting)[0] if fitting else 1
        found |= {concept for length, concept in fitting if length == longest} or _senses(word, lang)[0]
        beyond = place + longest
    return frozenset(found)


@lru_cache(maxsize=262_144)
def _opened(word: str, following: str, lang: str) -> tuple[tuple[Phrase, str], ...]:
    """The expressions that two words may open."""
    return tuple(opened for opened in _senses(word, lang)[1] if _fits(following, opened[0][1], lang))


@lru_cache(maxsize=131_072)
def _senses(word: str, lang: str) -> tuple[frozenset[str], tuple[tuple[Phrase, str], ...]]:
    """A word's concepts, and the expressions that it may open. A capital E may stand for É (`Etats`)."""
    lexicon = load().get(lang)
    if lexicon is None:
        return frozenset(), ()
    written = sorted({plain(word), plain(re.sub(r"\AE", "É", word))})
    phrases = set().union(*(lexicon.phrases.of(one) for one in written))
    return frozenset().union(*(lexicon.words.of(one) for one in written)), tuple(sorted(phrases))


def _goes_on(words: list[str], place: int, phrase: Phrase, lang: str) -> bool:
    """Whether the words from `place` on are an expression, whose first two words are known to fit."""
    following = words[place + 2 : place + len(phrase)]
    return len(following) == len(phrase) - 2 and all(
        _fits(word, pattern, lang) for word, pattern in zip(following, phrase[2:], strict=True)
    )


@lru_cache(maxsize=131_072)
def _fits(word: str, pattern: str, lang: str) -> bool:
    small = plain(word)
    if pattern.endswith("*"):
        return small.startswith(pattern[:-1])
    return small in forms(pattern[:-1], lang) if pattern.endswith("~") else small == pattern


def weight(concept: str) -> float:
    """How much a concept tells, from `LEAST` to 1: the less, the more frequent its words are together in general.

    >>> weight("astronaut") > weight("say")
    True
    """
    broad = _breadth().get(concept, NARROW)
    return min(1.0, max(LEAST, 1 - (1 - LEAST) * (broad - NARROW) / (BROAD - NARROW)))


@lru_cache(maxsize=1)
def _breadth() -> dict[str, float]:
    """How frequent the words of each concept are together, on the Zipf scale: the mean of both languages."""
    shares = {lang: _frequencies(lang) for lang in LANGUAGES}
    return {
        row["concept"]: sum(_zipf(row[lang].split("|"), lang, *shares[lang]) for lang in LANGUAGES) / len(LANGUAGES)
        for row in rows()
    }


def _zipf(patterns: list[str], lang: str, words: list[str], summed: list[float]) -> float:
    """How frequent the words that fit any of the patterns are together; expressions are too rare to count."""
    total = 0.0
    for pattern in patterns:
        if not re.search(r"[- ']", pattern):
            for low, high in _ranges(pattern, lang):
                total += summed[bisect_left(words, high)] - summed[bisect_left(words, low)]
    return math.log10(max(total, 1e-9) * 1e9)


def _ranges(pattern: str, lang: str) -> list[tuple[str, str]]:
    """From and up to which words of a sorted list a pattern of one word reaches."""
    if pattern.endswith("*"):
        return [(pattern[:-1], pattern[:-1] + "\U0010ffff")]
    words = forms(pattern[:-1], lang) if pattern.endswith("~") else [pattern]
    return [(word, word + "\0") for word in sorted(words)]


@lru_cache(maxsize=4)
def _frequencies(lang: str) -> tuple[list[str], list[float]]:
    """A language's words in alphabetical order, and the sums of their shares up to each."""
    import wordfreq

    words = sorted(map(plain, wordfreq.top_n_list(lang, KNOWN)))
    return words, list(accumulate((wordfreq.word_frequency(word, lang) for word in words), initial=0.0))
