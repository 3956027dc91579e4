"""Where the words of a coding stand in its article: by their offsets, or found there, as nobody likes to count."""

import re

from analysis.tables import CodingError

_ALIKE = {"'": "['’]", "’": "['’]", "-": "[-‐‑]"}
"""Signs that a keyboard does not tell apart."""


def span(where: str, article: str, row: dict[str, str], within: tuple[int, int, str]) -> tuple[int, int]:
    """Start and end of the row's `text` in the article; `within` is the stretch to look in, and what it is called.

    `where` names file and row in the `CodingError` that says what does not fit.
    """
    start, end, words = row.get("start", ""), row.get("end", ""), row.get("text", "")
    if start or end:
        return _given(where, article, row["document"], start, end, words)
    if not words:
        raise CodingError(f"{where}: give the words as they stand in the article (text), or start and end")
    return _found(where, article, words, within)


def _given(where: str, article: str, document: str, start: str, end: str, words: str) -> tuple[int, int]:
    if not (start.isdecimal() and end.isdecimal()):
        raise CodingError(f"{where}: offsets are whole numbers, not {start!r} and {end!r}")
    there = article[int(start) : int(end)]
    if not there or (words and one_line(there) != one_line(words)):
        raise CodingError(
            f"{where}: document {document!r} has {there[:60]!r} at {start}–{end}, the coding says {words[:60]!r}"
        )
    return int(start), int(end)


def _found(where: str, article: str, words: str, within: tuple[int, int, str]) -> tuple[int, int]:
    first, last, called = within
    found = [match.span() for match in _pattern(words).finditer(article, first, last)]
    if not found:
        raise CodingError(f"{where}: {words[:60]!r} stands nowhere in {called}")
    if len(found) > 1:
        more = "mark more words" if called.startswith("unit") else "say in which unit"
        raise CodingError(
            f"{where}: {words[:60]!r} stands {len(found)} times in {called}: {more}, or give start and end"
        )
    return found[0]


def _pattern(words: str) -> re.Pattern[str]:
    """The words with any white space between, straight or curly apostrophes; whole words only."""
    parts = ["".join(_ALIKE.get(sign, re.escape(sign)) for sign in part) for part in words.split()]
    before = r"(?<!\w)" if re.match(r"\w", words) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", words) else ""
    return re.compile(before + r"\s+".join(parts) + after)


def one_line(text: str) -> str:
    """The text with a space for every line break and tab."""
    return re.sub(r"\r\n|[\r\n\t]", " ", text).strip(" ")
