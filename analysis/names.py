"""Names by their form: sequences of capitalised words, and what the corpus itself knows of a word's case.

Nothing is looked up in a dictionary of names: a capital counts where it is not owed to the place (the first word of
a sentence, a headline), or where the corpus shows that the word has it everywhere.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

_CAPITALS = "".join(
    chr(code)
    for code in (*range(0x41, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x1F00))
    if chr(code).isupper() and chr(code) not in "ªº"
)
SPACE = "[ \u00a0\u202f]"
STRONG = (
    r"(?:van\s(?:de[nr]?|het)|von\s(?:de[nr]|und\szu)|van|von|de[nr]|ten|ter|te|zu[mr]?|vom|a[fv]|bin|ben|ibn|bint"
    r"|ould|abu|abou|al|el|d[aio]|dos|das|del|della|de\sl[ao]s|de\sla|y)"
)
"""Particles that belong to a name wherever they stand between two capitals."""

WEAK = r"(?:(?:de\s+la|de|du|des|of\s+the|of|for|and|et|&)(?=\s)|(?:de\s+l|d)[’'])"
"""Words that join two parts of one name, or two names."""

_SHORT = rf"(?:(?:[{_CAPITALS}]|Ste?|Mt|Ft)\.[-‐‑ \u00a0\u202f]?)"
_TOKEN = (
    rf"(?:(?:[Aa]l|[Ee]l|[Aa][rsntdz]|[Aa]sh|[Uu]l)[-‐‑](?=[{_CAPITALS}]))?{_SHORT}*"
    rf"[{_CAPITALS}]\w*(?:[-‐‑_’'&](?=\w)\w+)*(?:(?<=s)[’'](?=[ \u00a0\u202f][{_CAPITALS}]))?"
)
_RUN = re.compile(rf"(?<!\w){_TOKEN}(?:{SPACE}+(?:{STRONG}{SPACE}+|{WEAK}{SPACE}*)?{_TOKEN})*")
_PIECE = re.compile(_TOKEN)
_LOWER = re.compile(r"(?<!\w)[^\W\d_A-ZÀ-ÖØ-Þ]\w+")
_WORDS = re.compile(r"[^\W\d_]{4,}")
_ELIDED = re.compile(r"(?:[LDJMNSTCldjmnstc]|[Qq]u|[Ll]orsqu|[Pp]uisqu|[Jj]usqu|[Qq]uoiqu)[’'](?=\w)")
_LETTER = re.compile(r"[^\W_]")
_HEADLINES = ("title", "heading", "caption")
SHORT_LINE = 120
LOUD = 8
"""From so many letters on, several words in capitals are a headline's and not two acronyms."""


class Token(NamedTuple):
    """A capitalised word, and the words between it and the one before (empty at the beginning)."""

    start: int
    end: int
    link: str


class Run(NamedTuple):
    """Capitalised words in a row; in `opening` the place may explain the first capital, in a `headline` all of them."""

    unit: int
    tokens: tuple[Token, ...]
    opening: bool
    headline: bool


def runs(text: str, units: Iterable[tuple[int, int, int, str]]) -> Iterator[Run]:
    """The runs of each unit (number, start, end, role), left to right."""
    for unit, start, end, role in units:
        headline = _is_headline(text[start:end], role)
        for found in _RUN.finditer(text, start, end):
            first, last = found.span()
            words = found.group()
            if words.isalnum():
                yield Run(unit, (Token(first, last, ""),), _opens(text, start, first), headline)
                continue
            tokens = _tokens(text, first, last)
            shouted = len(tokens) > 1 and len(words) > LOUD and words.isupper()
            yield Run(unit, tokens, _opens(text, start, first), headline or shouted)


def _tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    found, last = [], start
    for piece in _PIECE.finditer(text, start, end):
        found.append(Token(piece.start(), piece.end(), text[last : piece.start()].strip()))
        last = piece.end()
    return tuple(found)


def _opens(text: str, start: int, at: int) -> bool:
    """Whether a sentence, a quotation or what follows a colon begins here."""
    if at == start:
        return True
    if at - start > 1 and text[at - 1] == " " and text[at - 2].isalpha():
        return False
    before = text[start:at].rstrip(" \u00a0\u202f\t\n")
    return not before or not _LETTER.search(before) or before[-1] in '«“„":–—•….?!|/' or before[-2:] == " -"


def _is_headline(line: str, role: str) -> bool:
    """Whether the line has a capital on most words, so that a capital says nothing."""
    if role not in _HEADLINES and (len(line) > SHORT_LINE or line[-1:] == "."):
        return line.isupper()
    words = _WORDS.findall(line)
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def without_elision(text: str, token: Token) -> Token | None:
    """The token without `L'`, `Qu'` …; nothing when the word behind it is none with a capital."""
    if text[token.start : token.end].isalpha():
        return token
    elided = _ELIDED.match(text, token.start, token.end)
    if not elided:
        return token
    return Token(elided.end(), token.end, "") if text[elided.end()].isupper() else None


def owner(text: str, token: Token) -> int:
    """Where the token ends without `'s`."""
    ends = text[token.end - 1] == "s" and text[token.end - 2] in "'’" and token.end - token.start > 2
    return token.end - 2 if ends else token.end


# --- what a word is, whatever its spelling


@lru_cache(maxsize=200_000)
def folded(word: str) -> str:
    """Its letters and digits in small letters without accents.

    >>> folded("Kim Jong_un") == folded("KIM-JONG-UN")
    True
    """
    plain = unicodedata.normalize("NFD", word.casefold().replace("œ", "oe").replace("æ", "ae").replace("ı", "i"))
    return "".join(letter for letter in plain if letter.isalnum())


_SOUNDS = [(re.compile(pattern), sound) for pattern, sound in [
    ("tsch|tch|tsh|sch|sh|ch", "s"), ("dj|dz|zh|gh", "j"), ("kh|ck|q", "k"), ("ph|v|w|ff", "f"),
    ("ou|oo|u", "o"), ("ai|ei|ay|ey|y|j|ii?", "i"), ("ee?", "e"), ("th", "t"), ("z", "s"),
    (r"(.)\1", r"\1"), ("e?n?e$", ""),
]]  # fmt: skip


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """A rough sound of the word, in which common transliterations of one name agree.

    >>> sound("Choïgou") == sound("Shoigu"), sound("Martin") == sound("Martel")
    (True, False)
    """
    heard = folded(word)
    for pattern, letter in _SOUNDS:
        heard = pattern.sub(letter, heard)
    return heard


# --- what the corpus and the lexicons show of case


class Case(NamedTuple):
    """The words of a language seen in small letters, and how often a word had its capital inside running text."""

    lang: str
    small: frozenset[str]
    capital: Counter[str]

    def is_common(self, word: str) -> bool:
        """Whether the word is one that needs no capital."""
        return word.casefold() in self.small

    def is_proper(self, word: str) -> bool:
        """Whether the word was seen with a capital that its place does not explain."""
        return self.capital[word.casefold()] > 0


def case(lang: str, articles: Iterable[tuple[str, str, Iterable[Run]]], rules: pd.DataFrame) -> Case:
    """What these articles (language, text, runs) and the lexicons' own words show of case in one language."""
    own = rules[rules["lang"] == lang]
    worded = own.loc[~own["layer"].isin(("actor", "place")), "pattern"]
    small = set(_spoken(tuple(own["example"].to_numpy(object)), tuple(worded.to_numpy(object))))
    capital: list[str] = []
    for spoken, text, found in articles:
        if spoken == lang:
            small.update(_LOWER.findall(text))
        for run in found:
            if not run.headline and not (run.opening and len(run.tokens) == 1):
                tokens = run.tokens[1:] if run.opening else run.tokens
                capital += [text[token.start : owner(text, token)].casefold() for token in tokens]
    return Case(lang, frozenset(small), Counter(capital))


@lru_cache(maxsize=4)
def _spoken(examples: tuple[str, ...], worded: tuple[str, ...]) -> frozenset[str]:
    """The words in small letters of the lexicons: their examples are sentences, their patterns words."""
    words = {word for example in examples for word in _LOWER.findall(example)}
    plain = (pattern for pattern in worded if not pattern.startswith("re:"))
    return frozenset(words | {word for pattern in plain if pattern.islower() for word in _LOWER.findall(pattern)})
