"""The clauses of a unit, by commas, conjunctions and relatives: where in a sentence each of its facts may stand."""

import re

LEAST = 4
"""How many words of their own a clause has at least; a shorter one stays with its neighbour."""
_CUT = re.compile(
    r"\s*;\s+|\s+[–—]\s+"
    r"|,\s+(?:(?:et|mais|puis|and|but|then)\s+)?"
    r"|\s+(?=(?:qui|dont|which|who|whose|tandis qu|alors qu|après|avant|while|whereas|after|before|when|lorsqu|afin)\b)"
    r"|\s+(?=(?:et|mais|and|but)\s)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")


def portions(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a unit, left to right: half-open spans without the marks and white space between them.

    >>> text = "Le tir a été reporté deux fois, et la fusée a décollé jeudi soir."
    >>> [text[a:b] for a, b in portions(text, 0, len(text))]
    ['Le tir a été reporté deux fois', 'la fusée a décollé jeudi soir.']
    """
    found: list[tuple[int, int]] = []
    at = start
    for cut in [*_CUT.finditer(text, start, end), None]:
        stop = cut.start() if cut else end
        if found and (_short(text, at, stop) or _short(text, *found[-1])):
            found[-1] = (found[-1][0], stop)
        elif stop > at:
            found.append((at, stop))
        at = cut.end() if cut else end
    return found


def _short(text: str, start: int, end: int) -> bool:
    return len(_WORD.findall(text, start, end)) < LEAST
