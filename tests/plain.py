"""Patterns found the slow and plain way, by one expression each: what the fast ways must agree with."""

import regex
from hypothesis import strategies as st

from analysis import patterns
from analysis.tables import LexiconError

_PIECES = ["a", "A", "b", "e", "é", "É", "E", "ß", "İ", "'", "-", " ", "*", ".", "1", "=", "?", "(", "|", ")", "[", "]"]
GENERATED_WORDS = st.lists(st.sampled_from([*_PIECES, "<Word>", "<number>", "ab", "a b"]), min_size=1, max_size=7).map(
    "".join
)
GENERATED_TEXTS = st.text("aAbeéÉE'’- _.1²ßİ\u0301\u00a0\u2011\r\n", max_size=24)
_START = regex.compile(rf"(?<!{patterns.LETTER}){patterns.LETTER}")


def usable(pattern):
    """Whether a pattern is one."""
    try:
        return bool(patterns.check(pattern))
    except LexiconError:
        return False


def expected(pattern, text):
    """Where the pattern is in the text, every way of saying it looked for at the beginning of every word."""
    expressions = [patterns.compiled(plain) for plain in patterns.worded(pattern)]
    starts = [word.start() for word in _START.finditer(text)]
    matches = [expression.match(text, start) for expression in expressions for start in starts]
    return {match.span() for match in matches if match}
