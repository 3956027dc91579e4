"""What a language's words say of a full stop: the layer `abbreviation`, ready to be asked."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import pandas as pd
import regex

from analysis import patterns

NAME, NUMBER = "before a name", "before a number"
MAY_END, ENDS = "may end a sentence", "ends before a capital"
SHORT = (NAME, NUMBER, MAY_END, ENDS)
"""Labels of abbreviations: their full stop never ends a sentence; does unless a number follows; does before words that
open one; always does, but for a small letter."""

OPENS, OPENS_OR_NAMES, OPENS_CAPITAL, GOES_ON = (
    "opens a sentence",
    "opens a sentence or a name",
    "opens a sentence with a capital",
    "goes on",
)
"""Labels of what follows a full stop: words that open a sentence, in small letters too; that may also be part of a
name (`Le Goff`); only with a capital; that open none though they have a capital (`9 a.m. Monday`)."""

Expression: TypeAlias = regex.Pattern[str]


_FIRST = regex.compile(r"[\w'’-]+")


class Habits(NamedTuple):
    """What one language knows of its abbreviations."""

    short: dict[str, str]
    """One or two words as they stand before the full stop → their label."""
    shaped: dict[str, Expression]
    """A label → what an abbreviation looks like that is no fixed word, with its stop."""
    openers: dict[str, Expression]
    """A label → words that follow."""
    cues: dict[str, tuple[str, ...]]
    """A cue's first word, in small letters → the cues that begin so."""

    def opens(self, text: str, at: int, *labels: str) -> bool:
        """Whether a word of one of these labels stands here."""
        return any(label in self.openers and self.openers[label].match(text, at) for label in labels)

    def says(self, text: str, at: int) -> bool:
        """Whether a cue of speech stands here."""
        words = text[at : at + 40].lower()
        first = _FIRST.match(words)
        return first is not None and words.startswith(self.cues.get(first.group(), ()))


def habits(rules: pd.DataFrame, lang: str) -> Habits:
    """The language's habits from the layers `abbreviation` and `speech`; those of all when it has no rules."""
    own = rules[rules["lang"] == lang] if (rules["lang"] == lang).any() else rules
    own = own.loc[own["layer"].isin(("abbreviation", "speech", "verb")), ["layer", "label", "pattern"]]
    return _habits(tuple(own.itertuples(index=False, name=None)))


@lru_cache(maxsize=8)
def _habits(known: tuple[tuple[str, str, str], ...]) -> Habits:
    rows = [row for row in known if row[0] == "abbreviation"]
    short: dict[str, str] = {}
    shaped: dict[str, Expression | None] = {}
    for kind in reversed(SHORT):
        found = [pattern for _, label, pattern in rows if label == kind]
        short |= {form: kind for pattern in found for words in patterns.worded(pattern) for form in _forms(words)}
        shaped[kind] = joined((pattern for pattern in found if pattern.startswith("re:")), r"(?:{})\Z")
    openers = {
        kind: joined(pattern for _, label, pattern in rows if label == kind)
        for kind in (OPENS, OPENS_OR_NAMES, OPENS_CAPITAL, GOES_ON)
    }
    cues = [pattern for layer, _, pattern in known if layer != "abbreviation"]
    return Habits(short, _known(shaped), _known(openers), _begun(cues))


def joined(found: Iterable[str], frame: str = "(?:{})") -> Expression | None:
    """The patterns as one expression, the longest first, put into `frame`; None when there are none."""
    longest = sorted(found, key=lambda pattern: (-len(pattern), pattern))
    expressions = [patterns.expression(pattern) for pattern in longest]
    return regex.compile(frame.replace("{}", "|".join(expressions)), regex.V0) if expressions else None


def _begun(cues: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for cue in sorted({words.lower() for pattern in cues for words in patterns.worded(pattern)}):
        if first := _FIRST.match(cue):
            found[first.group()] = (*found.get(first.group(), ()), cue)
    return found


def _known(found: dict[str, Expression | None]) -> dict[str, Expression]:
    return {label: expression for label, expression in found.items() if expression}


def _forms(words: str) -> tuple[str, ...]:
    """The words without their stop: as written, in capitals, with a capital; a letter alone only as written."""
    bare = words.rstrip(".")
    return (bare,) if len(bare) == 1 else (bare, bare.upper(), bare[0].upper() + bare[1:])
