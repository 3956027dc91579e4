"""Where quotations stand: spans between quotation marks of any kind."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

Span = tuple[int, int]

LONGEST = 5_000
"""How many characters a quotation may have within one paragraph."""

_OPENING = "«“„"
_CLOSING = {"«": "»", "“": "”", "„": "“”", '"': '"', "”": "”"}
_MAY_OPEN = re.compile(r"[«“„\"”]")
_PAIRS: Final = {own: re.compile(f"[{own}{closers}]") for own, closers in _CLOSING.items()}


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The outermost quotations in marks, marks included, left to right.

    Marks are paired within a paragraph; a quotation that is still open goes on when the next paragraph repeats
    its mark, or closes it. A mark without its pair is no quotation, and neither is an inch or a second.
    """
    found: list[Span] = []
    opened: int | None = None
    marks = [mark.start() for mark in _MAY_OPEN.finditer(text)]
    for place, (start, end) in enumerate(paragraphs if marks else ()):
        if opened is None and bisect_left(marks, start) == bisect_left(marks, end):
            continue
        at = start
        if opened is not None and text[at] in (text[opened], *_CLOSING[text[opened]]):
            at = at + 1
        while at < end:
            if opened is None:
                opened = _opening(text, at, start, end)
                if opened is None:
                    break
                at = opened + 1
            closing = _closing(text, opened, at, end)
            if closing is not None:
                found.append((opened, closing + 1))
                opened, at = None, closing + 1
            elif place + 1 < len(paragraphs) and _goes_on(text, opened, paragraphs[place + 1]):
                break
            else:
                at, opened = (opened + 1 if opened >= start else at), None
    return found


def _opening(text: str, at: int, start: int, end: int) -> int | None:
    marks = (mark.start() for mark in _MAY_OPEN.finditer(text, at, end))
    return next((mark for mark in marks if _opens(text, mark, start, end)), None)


def _opens(text: str, at: int, start: int, end: int) -> bool:
    mark = text[at]
    if mark in _OPENING:
        return True
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if mark == '"':
        return not before.isdigit() and (not before.isalpha() or not after.isspace())
    return not before.isalnum() and after.isalnum()


def _closing(text: str, opened: int, at: int, end: int) -> int | None:
    """Where the quotation closes in this paragraph; None when it doesn't, or another begins before."""
    own, closers = text[opened], _CLOSING[text[opened]]
    depth, end = 0, min(end, at + LONGEST)
    for mark in _PAIRS[own].finditer(text, at, end):
        i = mark.start()
        if text[i] in closers:
            if own == '"' and _reopens(text, i, at, end):
                return None
            if not depth:
                return i
            depth -= 1
        elif _balance(text, own, closers, i, end) < 1:
            break
        else:
            depth += 1
    return _straight_closing(text, at, end) if own in "“„" else None


def _straight_closing(text: str, at: int, end: int) -> int | None:
    """Where a straight mark ends a word, for want of the curved one."""
    while (mark := text.find('"', at, end)) >= 0:
        if _is_last_word(text, mark):
            return mark
        at = mark + 1
    return None


def _reopens(text: str, at: int, start: int, end: int) -> bool:
    """Whether a straight mark can only open: after a space and before a word, with another to close it."""
    spaced = text[at - 1].isspace() and text[at + 1 : at + 2].isalnum()
    return spaced and not text[start : start + 1].isspace() and text.find('"', at + 1, end) >= 0


def _is_last_word(text: str, at: int) -> bool:
    return not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()


def _balance(text: str, own: str, closers: str, at: int, end: int) -> int:
    """How many more marks close than open from here on."""
    return sum(text.count(closer, at, end) for closer in closers) - text.count(own, at, end)


def _goes_on(text: str, opened: int, paragraph: Span) -> bool:
    own, closers = text[opened], _CLOSING[text[opened]]
    start, end = paragraph
    if text[start] == own or text[start] in closers:
        return True
    first = _PAIRS[own].search(text, start, end)
    return own != '"' and first is not None and first.group() in closers
