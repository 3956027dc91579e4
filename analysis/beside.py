"""The layer `beside`: articles, prepositions, `last`, `ago` …, read only between and beside dates and numbers."""

import re
from collections.abc import Iterable
from functools import lru_cache

import pandas as pd
import regex

from analysis.tokens import DASH, LETTERS, MARKS, STOP, kind_of

FAMILIES = ("adjective", "stop", "lasting", "rated")
"""Labels whose words are looked up around a number; they are no tokens."""
_TRAILING = "last next gone ago later earlier before after am pm following preceding this zone on"
TRAILING = frozenset(_TRAILING.split())
"""What may end an expression; other words beside a token only lead to it."""
LONG = 40
"""In characters: how far the words beside a date or number may reach."""
REMEMBERED = 100_000
"""How many gaps are kept in mind."""
_SPACE = re.compile(r"\s+")
_ELIDED = re.compile(r"(?:[dl]|qu)['’]", re.IGNORECASE)

Gap = tuple[str, tuple[tuple[int, int, str, str], ...]]
"""Letters of what stands between two tokens, and its own tokens: start, end, kind and value."""


class Words:
    """What is known of one language besides its evidence: words beside dates and numbers, expressions, families."""

    def __init__(self, lang: str, rows: Iterable[tuple[str, str]]) -> None:
        self.lang = lang
        self.families = {name: frozenset(pattern for label, pattern in rows if label == name) for name in FAMILIES}
        self.expressions = {
            label: regex.compile(pattern.removeprefix("re:")) for label, pattern in rows if pattern.startswith("re:")
        }
        self._meaning: dict[str, tuple[str, str]] = {}
        for label, pattern in rows:
            if label not in FAMILIES and not pattern.startswith("re:"):
                kind, value = kind_of(label)
                former = self._meaning.get(pattern.lower(), ("", ""))
                self._meaning[pattern.lower()] = (former[0] or kind, former[1] or value)
                if pattern.startswith("à "):
                    self._meaning["a" + pattern[1:]] = (kind, value)
        self._word = re.compile(rf"(?:{_alternatives(self._meaning)})(?!\w)", re.IGNORECASE)
        trailing = {word for word, (kind, _) in self._meaning.items() if kind in TRAILING}
        self._ahead = re.compile(rf"(?:(?:[-–]|\s++)(?:{_alternatives(trailing)})(?!\w))+", re.IGNORECASE)
        turned = _alternatives({word[::-1] for word in self._meaning})
        self._back = re.compile(rf"(?:[-–,]?\s*+(?:{turned}|['’](?:[ld]|uq))(?!\w))+", re.IGNORECASE)
        self._nearest = _cased(re.split(r"[\s']", word)[-1] for word in self._meaning)
        self._next = _cased(re.split(r"[\s']", word)[0] for word in trailing)
        self.streets = frozenset(pattern for label, pattern in rows if label == "street")
        self._gaps: dict[str, Gap | None] = {}

    def gap(self, between: str) -> Gap | None:
        """What stands between two tokens, where it is nothing but words beside them and marks."""
        if between not in self._gaps:
            if len(between) > LONG:
                return None
            if len(self._gaps) > REMEMBERED:
                self._gaps.clear()
            self._gaps[between] = self._parsed(between)
        return self._gaps[between]

    def _parsed(self, between: str) -> Gap | None:
        letters, found, at = "" if between else DASH, [], 0
        while at < len(between):
            if word := self._word.match(between, at):
                kind, value = self._meaning[re.sub(r"\s+", " ", word.group().lower().replace("’", "'"))]
                found.append((at, word.end(), kind, value))
                letters += LETTERS[kind]
                at = word.end()
            elif skipped := _SPACE.match(between, at) or _ELIDED.match(between, at):
                at = skipped.end()
            elif MARKS.get(between[at], STOP) != STOP:
                letters += MARKS[between[at]]
                at += 1
            else:
                return None
        return letters, tuple(found)

    def before(self, text: str, start: int, floor: int) -> int:
        """Where the words beside a token begin, to its left."""
        if start - 2 <= floor:
            return start if start == floor else self._far(text, start, floor)
        if text[start - 1] == " ":
            word = text[max(text.rfind(" ", floor, start - 1) + 1, floor) : start - 1]
            if word not in self._nearest and (word.isalpha() or word.isdecimal()):
                return start
        return self._far(text, start, floor)

    def _far(self, text: str, start: int, floor: int) -> int:
        found = self._back.match(text[max(floor, start - LONG) : start][::-1])
        return start - found.end() if found else start

    def behind(self, text: str, end: int, limit: int) -> int:
        """Where the words beside a token end, to its right."""
        if text[end : end + 1] == " ":
            space = text.find(" ", end + 1, limit)
            word = text[end + 1 : space if space > 0 else limit]
            if word not in self._next and word.isalpha():
                return end
        found = self._ahead.match(text, end, min(limit, end + LONG))
        return found.end() if found else end


def _cased(words: Iterable[str]) -> frozenset[str]:
    """The words in small letters, with a capital and in capitals."""
    return frozenset(form for word in words for form in (word.lower(), word.capitalize(), word.upper()))


def _alternatives(words: Iterable[str]) -> str:
    """The words as choices, by first letter and the longest first; any white space, any apostrophe."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        shape = re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]")
        by_first.setdefault(shape[: 1 + (shape[0] == "\\")], []).append(shape)
    return "|".join(f"(?={first})(?:{'|'.join(shapes)})" for first, shapes in sorted(by_first.items())) or "(?!)"


@lru_cache(maxsize=8)
def _words(lang: str, rows: tuple[tuple[str, str], ...]) -> Words:
    return Words(lang, rows)


def words(rules: pd.DataFrame) -> dict[str, Words]:
    """The words of each language that the rules speak."""
    own = rules[rules["layer"] == "beside"].sort_values("rule", kind="stable")
    return {
        lang: _words(lang, tuple(part[["label", "pattern"]].itertuples(index=False, name=None)))
        for lang, part in own.groupby("lang")
    }
