"""How a lexicon's pattern is read: words, and a few signs for what varies, or `re:` and an expression.

A pattern is written as the press writes. Its words
- in small letters match in any case; with a capital they match as written or all in capitals (`Otan` is also `OTAN`,
  but never `otan`), and the capital may have lost its accent (`États` is also `Etats`, so is `états`);
- with `=` in front match in these letters only (`=suisse` is the adjective, never `Suisse`);
- with `*` at the end may have any ending, none included.

Signs stand for words or for a choice:
- `?` is any one word, and a space beside it also an apostrophe or a hyphen; no comma lies between: `(|?|? ?|? ? ?)` is
  "up to three words"; `<Word>` is any word that begins with a capital, `<number>` one in digits;
- `(a|b c|)` is one of several, an empty one means that it may be missing: `prise(|s) de (la |)parole`;
- `<state>`, `<person>`, `<organisation>`, `<place>` is whatever the layers actor and place find of that kind by rules
  without context, demonyms included (`ministre* <state>`); `<capital>` is a seat of government (`<capital> exige`);
- `[` and `]` enclose words that must stand in front or behind and don't belong to the match: `[(à|vers) ]Maurice`. With
  the label `none` they say where a word does not count: `Kim[ <Word>]`;
- `fr:` or `en:` before an infinitive stands for the forms in which the press reports (see `conjugation`), each
  followed by the words behind the infinitive: `fr:faire savoir` is `fait savoir`, `faisant savoir` and so on.

Between words a space stands for any white space, no-break spaces included; `'` for any apostrophe; `-` for any hyphen,
an underscore or one space; other characters for themselves (`U.S.`, `n°`). A letter with an accent is also the letter
and its accent as two characters. A match begins and ends at the edge of a word; what a word is, `WORD` says everywhere.

Nothing here changes a text: variants live in the pattern, so that offsets stay those of the file. `re:` is for shapes
that words can't say; such rules are looked for one by one, each some thousand times as slowly as a pattern of words.
"""

import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from analysis import conjugation
from analysis.tables import LexiconError

APOSTROPHES = "'’ʼ‘´`"
HYPHENS = "-‐‑‒–_\u0020\u00a0\u202f"
LETTER = r"[^\W_]"
WORD = LETTER + "++"
SPACE = r"\s++"
ENDING = r"(?!\p{M})" + LETTER + "*+"
LOOSE = rf"(?:{SPACE}|[{regex.escape(APOSTROPHES + HYPHENS)}])"
"""What may stand beside `?` where the pattern has a space."""

KINDS = ("state", "person", "organisation", "place", "capital")
"""What a slot can ask for."""
SLOT = regex.compile(rf"<({'|'.join(KINDS)})>")
ANY = "?"
WILD = {ANY: WORD, "<Word>": rf"(?=\p{{Lu}}){WORD}", "<number>": r"\p{Nd}++(?![^\W_])"}
"""Words that no letter fixes."""
MOST = 5000
"""How many ways of saying it one pattern may stand for."""
SECONDS = 10.0
"""How long an expression of an analyst may search one stretch of text before it is refused."""

VERB = regex.compile(r"(fr|en):(\w+)(.*)", regex.DOTALL)
_PLACES = regex.compile(r"(\s+|['’-])")
_SPACES = regex.compile(r"\s+")
_CHOICE = regex.compile(r"\(([^()]*)\)")
_SIDES = regex.compile(r"(?:\[([^][]*)\])?([^][]+)(?:\[([^][]*)\])?")
_PART = regex.compile(r"(=?[^\W_]+\*?|\?|<\w*>)")
_BEGINNING = regex.compile(r"\[?(?:=?[^\W_]|<\w+>)")
_STRAY = regex.compile(r"\*(?=[\w*])|(?<!\w)\*|=(?!\w)|(?<=\w)=")


class Sequence(NamedTuple):
    """One way of saying what a pattern stands for: words, and what is between them."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    """The expression of what stands before each word; nothing before the first."""
    tail: str = ""
    """The expression of what stands behind the last word and belongs to the pattern, as in `U.S.`."""
    before: int = 0
    """How many of the first words do not belong to the match."""
    after: int = 0
    """How many of the last words do not belong to the match."""
    apart: bool = False
    """Whether the tail does not belong to the match."""


def worded(pattern: str) -> list[str]:
    """The patterns without choice that a pattern stands for: of its verb's forms, of its alternatives; none for `re:`.

    >>> worded("en:deny it")
    ['denied it', 'denies it', 'deny it', 'denying it']
    >>> worded("rare(|s) (visite|prise de parole)")
    ['rare visite', 'rare prise de parole', 'rares visite', 'rares prise de parole']
    """
    if pattern.startswith("re:"):
        return []
    verb = VERB.fullmatch(pattern)
    patterns = [form + verb[3] for form in conjugation.forms(verb[1], verb[2])] if verb else [pattern]
    return list(dict.fromkeys(one for each in patterns for one in _alternatives(each)))


def _alternatives(pattern: str) -> list[str]:
    """The pattern with each choice made, inner ones first."""
    todo, found = [unicodedata.normalize("NFC", pattern)], list[str]()
    while todo:
        one = todo.pop()
        choice = _CHOICE.search(one)
        if choice:
            front, behind = one[: choice.start()], one[choice.end() :]
            todo += [front + chosen + behind for chosen in reversed(choice[1].split("|"))]
        else:
            found.append(_SPACES.sub(" ", one).replace("[ ", " [").strip())
        if len(todo) + len(found) > MOST:
            raise LexiconError(f"{pattern!r} stands for over {MOST} ways of saying it; write several patterns")
    return found


@lru_cache(maxsize=200_000)
def sequence(plain: str) -> Sequence:
    """A pattern without choice, in its parts.

    >>> sequence("[à ]Maurice")
    Sequence(words=('à', 'Maurice'), gaps=('', '\\s++'), tail='', before=1, after=0)
    """
    sides = _SIDES.fullmatch(plain)
    if not sides:
        raise LexiconError(f"{plain!r} has brackets elsewhere than around its first or last words")
    front, core, behind = (part or "" for part in sides.groups())
    parts = _PART.split(front + core + behind)
    words = tuple(parts[1::2])
    beside = zip(("", *words), [*words, ""], parts[0::2], strict=True)
    gaps = [_gap(gap, ANY in (left, right)) for left, right, gap in beside]
    return Sequence(
        words, tuple(gaps[:-1]), gaps[-1], len(_PART.findall(front)), len(_PART.findall(behind)), bool(behind)
    )


@cache
def _gap(written: str, loose: bool) -> str:
    """The expression of what stands between two words."""
    if loose and written.isspace():
        return LOOSE
    return "".join(
        SPACE
        if part.isspace()
        else _set(APOSTROPHES)
        if part in "'’"
        else _set(HYPHENS)
        if part == "-"
        else regex.escape(part)
        for part in regex.findall(r"\s+|.", written)
    )


def _set(characters: str) -> str:
    return f"[{regex.escape(characters)}]"


def atoms(plain: str) -> list[str]:
    r"""One string for each place of words without signs: the characters it accepts there, or `SPACE` or `ENDING`.

    >>> atoms("été d*")
    ['éÉE', 'tT', 'éÉE', '\\s++', 'dD', '(?!\\p{M})[^\\W_]*+']
    >>> atoms("Otan")
    ['O', 'tT', 'aA', 'nN']
    """
    found: list[str] = []
    for part in _PLACES.split(unicodedata.normalize("NFC", plain.strip())):
        if part.isspace():
            found.append(SPACE)
        elif part in ("'", "’"):
            found.append(APOSTROPHES)
        elif part == "-":
            found.append(HYPHENS)
        else:
            found += [ENDING if letter == "*" else accepted(letter) for letter in part]
    return found


@cache
def accepted(letter: str) -> str:
    """The characters that a letter of a pattern stands for.

    >>> accepted("é"), accepted("O")
    ('éÉE', 'O')
    """
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


@cache
def word(written: str) -> str:
    """The expression of one word of a pattern, from edge to edge."""
    if written in WILD:
        return WILD[written]
    if written.startswith("<"):
        raise LexiconError(f"{written} is found among the evidence, not by an expression")
    bare, exact = written.strip("=*"), written.startswith("=")
    letters = "".join(_choice(forms(letter if exact else accepted(letter))) for letter in bare)
    return letters + (ENDING if written.endswith("*") else "")


def _choice(accepted: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(regex.escape(form) for form in accepted)})"


def expression(pattern: str) -> str:
    """The pattern as a regular expression, to be found at the edges of words: slow, and what the engine agrees with."""
    if pattern.startswith("re:"):
        return pattern[3:]
    return "|".join(_expression(sequence(plain)) for plain in worded(pattern))


def _expression(said: Sequence) -> str:
    parts = [gap + word(one) for gap, one in zip(said.gaps, said.words, strict=True)]
    last = len(parts) - said.after
    core, behind = "".join(parts[:last]), "".join(parts[last:])
    if said.before:
        front = "".join(parts[: said.before]) + said.gaps[said.before]
        core = front + r"\K" + core.removeprefix(front)
    edge = rf"(?!{LETTER})"
    if said.apart:
        return rf"(?<!{LETTER}){core}{edge}(?={behind}{said.tail}{'' if said.tail else edge})"
    return rf"(?<!{LETTER}){core}{said.tail}{edge}"


def check(pattern: str) -> str:
    """The pattern itself, when it can be used; `LexiconError` says why it can't."""
    if pattern.startswith("re:"):
        if compiled(pattern).match("") is not None:
            raise LexiconError(f"{pattern!r} matches where there is nothing")
        return pattern
    for plain in [pattern] * pattern[:1].isspace() or worded(pattern):
        _check(pattern, plain)
    return pattern


def _check(pattern: str, plain: str) -> None:
    if not _BEGINNING.match(plain):
        raise LexiconError(f"{pattern!r} does not begin with a letter or a digit")
    if stray := _STRAY.search(plain):
        place = "end" if stray.group() == "*" else "begin"
        raise LexiconError(
            f"{pattern!r} has a {stray.group()} that does not {place} a word; write re: for other shapes"
        )
    if strays := regex.search(r"[()|]", plain):
        raise LexiconError(f"{pattern!r} has a {strays.group()} without its fellow")
    said = sequence(plain)
    if len(said.words) <= said.before + said.after:
        raise LexiconError(f"{pattern!r} has no word outside of its brackets")
    for one in said.words:
        if one.startswith("<") and one not in WILD and one[1:-1] not in KINDS:
            known = ", ".join([*(sign for sign in WILD if sign != ANY), *(f"<{kind}>" for kind in KINDS)])
            raise LexiconError(f"{pattern!r} asks for {one}; there are {known}")
    aside = (*said.words[: said.before], *said.words[len(said.words) - said.after :])
    if slot := next((one for one in aside if one[1:-1] in KINDS), ""):
        raise LexiconError(f"{pattern!r} has {slot} in brackets; only words can stand there")


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
