"""The words with which the lines begin that are no text: the layer `boilerplate`, ready to be asked.

The labels mean, at the start of a line: `related` a link, if the line is no sentence or a colon follows; `prompt`
words to the reader, however the line ends; `credit` who made a picture; `picture` what a picture shows; `byline` who
wrote the article, and when; `dateline` where and when it was sent, if that is the whole line.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from analysis import patterns
from analysis.abbreviations import Expression, joined

LONGEST = 300
"""In characters: a longer line is running text, whatever it begins with."""

OF_ANY_LINE = ("related", "prompt", "credit")
OF_NO_SENTENCE = ("byline", "dateline")
"""Labels that a line may have, and those that it has only when it is no sentence."""

_ORNAMENT = re.compile(r"[^\w«“„\"©@]*")
_FIRST = re.compile(r"[\w\u0300-\u036f]+")


class Boilerplate(NamedTuple):
    """One language's words of each label."""

    worded: dict[str, dict[str, Expression]]
    """The first word, in small letters without accents → each label with what may begin so."""
    shaped: dict[str, Expression]
    """A label → what is told by its form."""

    def after(self, label: str, text: str) -> str | None:
        """What follows the label's words at the start of the line; None when it starts otherwise."""
        return self.told(text, (label,)).get(label)

    def told(self, text: str, labels: tuple[str, ...]) -> dict[str, str]:
        """Each label whose words stand at the start of the line, with what follows them."""
        if len(text) > LONGEST:
            return {}
        ornament = _ORNAMENT.match(text)
        at = ornament.end() if ornament else 0
        text = text.rstrip(")] ") if text[0] in "([" else text
        found: dict[str, str] = {}
        for label, expression in self._candidates(text, at, labels):
            if match := expression.match(text, at):
                found[label] = min(found.get(label, text), text[match.end() :].strip(), key=len)
        return found

    def _candidates(self, text: str, at: int, labels: tuple[str, ...]) -> Iterator[tuple[str, Expression]]:
        first = _FIRST.match(text, at)
        if first:
            begun = self.worded.get(_key(first.group()), {})
            yield from ((label, begun[label]) for label in labels if label in begun)
        yield from ((label, self.shaped[label]) for label in labels if label in self.shaped)


def boilerplate(rules: pd.DataFrame, lang: str) -> Boilerplate:
    """The language's words; those of all languages when it has no rules."""
    own = rules[rules["lang"] == lang] if (rules["lang"] == lang).any() else rules
    own = own.loc[own["layer"] == "boilerplate", ["label", "pattern"]]
    return _boilerplate(tuple(own.itertuples(index=False, name=None)))


@lru_cache(maxsize=8)
def _boilerplate(rows: tuple[tuple[str, str], ...]) -> Boilerplate:
    begun: dict[str, dict[str, list[str]]] = {}
    shaped: dict[str, list[str]] = {}
    for label, pattern in rows:
        if pattern.startswith("re:"):
            shaped.setdefault(label, []).append(pattern)
        for words in patterns.worded(pattern):
            if first := _FIRST.match(words):
                begun.setdefault(_key(first.group()), {}).setdefault(label, []).append(words)
    worded = {
        first: {label: expression for label, found in begins.items() if (expression := joined(found))}
        for first, begins in begun.items()
    }
    return Boilerplate(worded, {label: expression for label, found in shaped.items() if (expression := joined(found))})


def _key(word: str) -> str:
    """The word in small letters and without accents, which a capital may lack."""
    if word.isascii():
        return word.lower()
    return "".join(letter for letter in unicodedata.normalize("NFD", word.lower()) if letter.isalpha())
