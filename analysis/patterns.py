"""How a lexicon's pattern is read: words, with `*` for endings, a verb's forms, or `re:` and an expression.

In a pattern of words
- a word in small letters matches in any case; a word with a capital matches as written or all in capitals
  (`Otan` is also `OTAN`, but never `otan`); a capital may have lost its accent (`états` is also `Etats`);
- `*` at the end of a word stands for any ending, none included, and always for the whole of it;
- a space stands for any white space, no-break spaces included;
- `'` stands for any apostrophe; `-` for any hyphen, an underscore or one space;
- a letter with an accent is also the letter and its accent as two characters;
- `fr:` or `en:` before an infinitive stands for the forms in which the press reports (see `conjugation`), each
  followed by the words behind the infinitive: `fr:faire savoir` is `fait savoir`, `faisant savoir` and so on;
- a match begins and ends at the edge of a word; what a word is, `regex` says everywhere (accents belong to it).

Nothing here changes a text: variants live in the pattern, so that offsets stay those of the file.
"""

import unicodedata
from functools import cache

import regex

from analysis import conjugation
from analysis.tables import LexiconError

APOSTROPHES = "'’ʼ‘´`"
HYPHENS = "-‐‑‒–_\u0020\u00a0\u202f"
SPACE = r"\s++"
ENDING = r"(?!\p{M})\w*+"
VERB = regex.compile(r"(fr|en):(\w+)(.*)", regex.DOTALL)
_PLACES = regex.compile(r"(\s+|['’-])")
_BEGINNING = regex.compile(r"[^\W_]")
_STRAY_STAR = regex.compile(r"\*(?=[\w*])|(?<!\w)\*")
SECONDS = 10.0
"""How long an expression of an analyst may search one stretch of text before it is refused."""


def atoms(pattern: str) -> list[str]:
    r"""One string for each place of the pattern: the characters it accepts there, or `SPACE` or `ENDING`.

    >>> atoms("été d*")
    ['éÉE', 'tT', 'éÉE', '\\s++', 'dD', '(?!\\p{M})\\w*+']
    >>> atoms("Otan")
    ['O', 'tT', 'aA', 'nN']
    """
    found: list[str] = []
    for word in _PLACES.split(unicodedata.normalize("NFC", pattern.strip())):
        if word.isspace():
            found.append(SPACE)
        elif word in ("'", "’"):
            found.append(APOSTROPHES)
        elif word == "-":
            found.append(HYPHENS)
        else:
            found += [_accepted(letter) for letter in word]
    return found


@cache
def _accepted(letter: str) -> str:
    if letter == "*":
        return ENDING
    capital = letter.upper() if len(letter.upper()) == 1 else letter
    bare = unicodedata.normalize("NFD", capital)[0]
    return "".join(dict.fromkeys((letter, capital, bare)))


@cache
def forms(atom: str) -> tuple[str, ...]:
    r"""Each character of an atom, and the same character as a letter and its accents.

    >>> [ascii(form) for form in forms("éÉE")]
    ["'\\xe9'", "'\\xc9'", "'E'", "'e\\u0301'", "'E\\u0301'"]
    """
    return tuple(dict.fromkeys([*atom, *(unicodedata.normalize("NFD", character) for character in atom)]))


def worded(pattern: str) -> list[str]:
    """The patterns of words that a pattern stands for: itself, or one for each form of its verb; none for a `re:`.

    >>> worded("en:deny it")
    ['denied it', 'denies it', 'deny it', 'denying it']
    """
    if pattern.startswith("re:"):
        return []
    verb = VERB.fullmatch(pattern)
    if not verb:
        return [pattern]
    return [form + verb[3] for form in conjugation.forms(verb[1], verb[2])]


def expression(pattern: str) -> str:
    """The pattern as a regular expression, to be found at the edges of words."""
    if pattern.startswith("re:"):
        return pattern[3:]
    if VERB.fullmatch(pattern):
        return "|".join(map(expression, worded(pattern)))
    parts = [atom if atom in (SPACE, ENDING) else _choice(forms(atom)) for atom in atoms(pattern)]
    return rf"(?<!\w){''.join(parts)}(?!\w)"


def _choice(accepted: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(regex.escape(form) for form in accepted)})"


def check(pattern: str) -> str:
    """The pattern itself, when it can be used; `LexiconError` says why it can't."""
    if pattern.startswith("re:"):
        if compiled(pattern).match("") is not None:
            raise LexiconError(f"{pattern!r} matches where there is nothing")
    elif VERB.fullmatch(pattern):
        for form in worded(pattern):
            check(form)
    elif not _BEGINNING.match(pattern):
        raise LexiconError(f"{pattern!r} does not begin with a letter or a digit")
    elif _STRAY_STAR.search(pattern):
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
    """Where the pattern is in the text, left to right; `LexiconError` when looking takes over `SECONDS`."""
    try:
        found = compiled(pattern).finditer(text, start, len(text) if end is None else end, timeout=SECONDS)
        return [match.span() for match in found if match.end() > match.start()]
    except TimeoutError:
        raise LexiconError(f"{pattern!r} takes over {SECONDS:g} s on one text; simplify it") from None


def search(pattern: str, text: str) -> bool:
    """Whether the pattern is somewhere in the text."""
    return bool(spans(pattern, text))
