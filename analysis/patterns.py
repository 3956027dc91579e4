"""How a lexicon's pattern is read: words, with `*` for endings, or `re:` and an expression.

In a pattern of words
- a word in small letters matches in any case; a word with a capital matches as written or all in capitals
  (`Otan` is also `OTAN`, but never `otan`); a capital may have lost its accent (`états` is also `Etats`);
- `*` at the end of a word stands for any ending, none included;
- a space stands for any white space, no-break spaces included;
- `'` stands for any apostrophe; `-` for any hyphen, an underscore or one space;
- a match begins and ends at the edge of a word.

Nothing here changes a text: variants live in the pattern, so that offsets stay those of the file.
"""

import re
import unicodedata
from functools import cache

import regex

from analysis.tables import LexiconError

APOSTROPHES = "'’ʼ‘´`"
HYPHENS = "-‐‑‒–_\u0020\u00a0\u202f"
SPACE = r"\s+"
ENDING = r"\w*"
SECONDS = 10.0
"""How long an expression of an analyst may search one article before it is refused."""


def atoms(pattern: str) -> list[str]:
    r"""One string for each place of the pattern: the characters it accepts there, or `SPACE` or `ENDING`.

    >>> atoms("été d*")
    ['éÉE', 'tT', 'éÉE', '\\s+', 'dD', '\\w*']
    >>> atoms("Otan")
    ['O', 'tT', 'aA', 'nN']
    """
    found: list[str] = []
    for word in re.split(r"(\s+|['’-])", pattern.strip()):
        if word.isspace():
            found.append(SPACE)
        elif word in ("'", "’"):
            found.append(APOSTROPHES)
        elif word == "-":
            found.append(HYPHENS)
        else:
            found += [_accepted(letter) for letter in word]
    return found


def _accepted(letter: str) -> str:
    if letter == "*":
        return ENDING
    capital = letter.upper()
    bare = unicodedata.normalize("NFD", capital)[0]
    return "".join(dict.fromkeys(c for c in (letter, capital, bare) if len(c) == 1))


def expression(pattern: str) -> str:
    """The pattern as a regular expression, to be found at the edges of words."""
    if pattern.startswith("re:"):
        return pattern[3:]
    parts = [atom if atom in (SPACE, ENDING) else f"[{re.escape(atom)}]" for atom in atoms(pattern)]
    return rf"(?<!\w){''.join(parts)}(?!\w)"


def check(pattern: str) -> str:
    """The pattern itself, when it can be used; `LexiconError` says why it can't."""
    if pattern.startswith("re:"):
        if compiled(pattern).match("") is not None:
            raise LexiconError(f"{pattern!r} matches where there is nothing")
    elif not pattern[:1].isalnum():
        raise LexiconError(f"{pattern!r} does not begin with a letter or a digit")
    elif re.search(r"\*(?=[\w*])|(?<!\w)\*", pattern):
        raise LexiconError(f"{pattern!r} has a * that does not end a word; write re: for other shapes")
    return pattern


@cache
def compiled(pattern: str) -> "regex.Pattern[str]":
    """The pattern as a compiled expression; `LexiconError` says why it can't be."""
    try:
        return regex.compile(expression(pattern), regex.V0)
    except regex.error as error:
        raise LexiconError(f"{pattern!r} is not an expression: {error}") from None


def spans(pattern: str, text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Where the pattern is in the text, left to right; `LexiconError` when looking takes over ten seconds."""
    try:
        found = compiled(pattern).finditer(text, start, len(text) if end is None else end, timeout=SECONDS)
        return [match.span() for match in found if match.end() > match.start()]
    except TimeoutError:
        raise LexiconError(f"{pattern!r} takes over {SECONDS:.0f} s on one text; simplify it") from None


def search(pattern: str, text: str) -> bool:
    """Whether the pattern is somewhere in the text."""
    return bool(spans(pattern, text))
