"""A text's lines: what is told from each of them alone."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from analysis.abbreviations import Habits
from analysis.sentences import Span, spans

LONGEST_TITLE = 40
LONGEST_HEADING = 20
LONGEST_RUBRIC = 3
"""In words: a longer line is running text; a section's name is no longer."""

LONGEST_MARKED = 700
"""In characters: a longer line is running text, whatever it begins with."""

STOPS = ".!?…:;,"
WORDS = re.compile(r"\w+(?:['’-]\w+)*")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BLANK = " \t\u00a0\u202f\u2009\u200b\u2060\ufeff"
_CLOSERS = " \t\u00a0\u202f»”\"’')]"
_BULLET = re.compile(r"(?:[•●▪◦‣*·–—-]\s+|\d{1,2}[.)]\s)")
_SOMETHING = re.compile(r"[^\W_]")


@dataclass(slots=True)
class Line:
    """One line of an article."""

    start: int
    end: int
    text: str
    apart: bool
    """Whether an empty line stands before it."""
    spans: list[Span]
    role: str = ""
    introduces: bool = False
    """Whether it is a link line that names no article, so that a list may follow."""

    ending: str = field(init=False)
    """The stop at its end, behind closing marks; empty when it has none."""
    is_item: bool = field(init=False)
    """Whether it opens with a bullet or a number."""
    is_lone: bool = field(init=False)
    """Whether it is no sentence: one piece of moderate length that no stop ends."""
    is_asking: bool = field(init=False)
    """Whether it is one short question, exclamation or broken-off sentence."""
    _words: int = field(init=False, default=-1)

    def __post_init__(self) -> None:
        text = self.text
        last = text[-1]
        if last in _CLOSERS:
            last = text.rstrip(_CLOSERS)[-1:]
        self.ending = last if last and last in STOPS else ""
        self.is_item = _BULLET.match(text) is not None
        self.is_lone = not self.ending and not self.is_item and self.words <= LONGEST_TITLE and self._is_one_piece()
        self.is_asking = self.ending in ("?", "!", "…") and len(self.spans) == 1 and self.words <= LONGEST_HEADING

    def _is_one_piece(self) -> bool:
        """Whether it is one sentence, or one behind a word or two, as in `ECONOMY. The port reopens`."""
        start, end = self.spans[0]
        rubric = len(self.spans) == 2 and len(WORDS.findall(self.text[: end - start])) <= LONGEST_RUBRIC
        return len(self.spans) == 1 or rubric

    @property
    def words(self) -> int:
        """How many words it has; of a very long line only that it has many."""
        if self._words < 0:
            self._words = len(WORDS.findall(self.text)) if len(self.text) <= LONGEST_MARKED else LONGEST_MARKED
        return self._words

    @property
    def is_text(self) -> bool:
        """Whether it is running text for all that is known."""
        return not (self.role or self.is_lone or self.is_asking)


def lines(text: str, habits: Habits) -> list[Line]:
    """The lines that hold a letter or digit, cut into sentences."""
    return [
        Line(start, end, text[start:end], apart, spans(text, start, end, habits))
        for start, end, apart in _paragraphs(text)
    ]


def paragraphs(text: str) -> list[Span]:
    """The lines of the text that hold a letter or digit, without the white space around them.

    Lines broken at a fixed width, as the next line's small letter shows, are put together again.
    """
    return [(start, end) for start, end, _ in _paragraphs(text)]


def _paragraphs(text: str) -> list[tuple[int, int, bool]]:
    found: list[tuple[int, int, bool]] = []
    start, empty = 0, False
    for stop in [*(match.span() for match in _BREAK.finditer(text)), (len(text), len(text))]:
        line = text[start : stop[0]].lstrip(_BLANK)
        kept = line.rstrip(_BLANK)
        if _SOMETHING.search(kept):
            left = stop[0] - len(line)
            found.append((left, left + len(kept), empty))
            empty = False
        else:
            empty = True
        start = stop[1]
    return _unwrapped(text, found)


def _unwrapped(text: str, found: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """The lines, or whole blocks where at least three, and a third, of the lines break off within a sentence."""
    close = [(a, b) for a, b in pairwise(found) if not b[2]]
    broken = sum(text[b[0]].islower() and text[a[1] - 1] not in STOPS for a, b in close)
    if broken < 3 or 3 * broken < len(close):
        return found
    blocks = found[:1]
    for start, end, apart in found[1:]:
        if apart:
            blocks.append((start, end, apart))
        else:
            blocks[-1] = (blocks[-1][0], end, blocks[-1][2])
    return blocks
