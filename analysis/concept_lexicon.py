"""The files of concepts → which words and expressions of each language mean what.

A pattern is a word (`loi`), one in all its forms (`tuer~`), the beginning of words (`parlement*`), or an expression of
such words (`prise~ d'otages`, `call~ off`).
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from analysis.paradigms import forms
from analysis.tables import LexiconError

FOLDER = Path(__file__).parent / "lexicons" / "concepts"
LANGUAGES = ("fr", "en")
COLUMNS = ["concept", *LANGUAGES]
_PATTERN = re.compile(r"[^\W\d_]+[*~]?(?:[- '][^\W\d_]+[*~]?)*")

Phrase = tuple[str, ...]
"""The patterns of an expression's words."""


class Meant:
    """What patterns stand for, found by a word."""

    def __init__(self) -> None:
        self.whole: dict[str, set] = defaultdict(set)
        self.begun: dict[str, set] = defaultdict(set)

    def add(self, pattern: str, lang: str, meaning: object) -> None:
        """Keep what a pattern of one word means."""
        if pattern.endswith("*"):
            self.begun[pattern[:-1]].add(meaning)
            return
        for form in forms(pattern[:-1], lang) if pattern.endswith("~") else [pattern]:
            self.whole[form].add(meaning)

    def of(self, word: str) -> set:
        """What a word means: whole, and by each of its beginnings."""
        found = set(self.whole.get(word, ()))
        for end in range(1, len(word) + 1):
            found |= self.begun.get(word[:end], set())
        return found


class Lexicon:
    """The concepts of words of a language, and its expressions by their first words."""

    def __init__(self) -> None:
        self.words, self.phrases = Meant(), Meant()

    def add(self, pattern: str, lang: str, concept: str) -> None:
        """Keep a pattern of a concept."""
        first, *others = re.split(r"[- ']", pattern)
        if others:
            self.phrases.add(first, lang, ((first, *others), concept))
        else:
            self.words.add(first, lang, concept)


@lru_cache(maxsize=4)
def load(folder: Path = FOLDER) -> dict[str, Lexicon]:
    """Each language's lexicon; `LexiconError` names the file and row of what is malformed or stands twice."""
    found = {lang: Lexicon() for lang in LANGUAGES}
    for row in rows(folder):
        for lang in LANGUAGES:
            for pattern in row[lang].split("|"):
                found[lang].add(pattern, lang, row["concept"])
    return found


def rows(folder: Path = FOLDER) -> list[dict[str, str]]:
    """One row is a concept: its name and its patterns of each language, joined by `|`."""
    found: dict[str, dict[str, str]] = {}
    for where, row in _read(folder):
        name = row["concept"] or ""
        if not name:
            raise LexiconError(f"{where}: a concept without a name")
        if name in found:
            raise LexiconError(f"{where}: the concept {name!r} stands twice; put all its words into one row")
        for lang in LANGUAGES:
            _check(row[lang] or "", f"{where}: {name}", lang)
        found[name] = {column: plain(row[column]) for column in COLUMNS}
    return list(found.values())


def plain(word: str) -> str:
    """A word in small letters, without ligatures and typographic apostrophes.

    >>> plain("Sœurs")
    'soeurs'
    """
    return word.lower().replace("œ", "oe").replace("’", "'")


def _read(folder: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row of the files with where it stands."""
    for file in sorted(folder.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as opened:
            reader = csv.DictReader(opened)
            if reader.fieldnames != COLUMNS:
                raise LexiconError(f"{file}: the columns are {reader.fieldnames}, not {COLUMNS}")
            for row in reader:
                where = f"{file}, row {reader.line_num}"
                if None in row or None in row.values():
                    raise LexiconError(f"{where}: a row has {len(COLUMNS)} cells")
                yield where, row


def _check(cell: str, where: str, lang: str) -> None:
    """`LexiconError` unless the cell holds patterns, each once."""
    patterns = plain(cell).split("|")
    for pattern in patterns:
        if not _PATTERN.fullmatch(pattern):
            raise LexiconError(
                f"{where}: {pattern!r} ({lang}) is no word or expression, with ~ for all forms or * for endings"
            )
        if patterns.count(pattern) > 1:
            raise LexiconError(f"{where}: {pattern!r} ({lang}) stands twice")
