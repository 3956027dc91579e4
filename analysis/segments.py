"""`documents` → `units`: sentences, headings, captions, credits and link lines, each with its place and role.

A role comes from a line's form and place, and from the lexicon `boilerplate`, whose labels mean, at the
start of a line: `related` a link, if the line is no sentence or a colon follows; `prompt` words to the reader,
however the line ends; `credit` who made a picture; `byline` who wrote the article, and when; `dateline` where and when
it was sent, if that is the whole line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

import pandas as pd
import regex

from analysis import sentences, tables
from analysis.sentences import Habits, Span, joined

LONGEST_TITLE = 40
LONGEST_HEADING = 20
LONGEST_RUBRIC = 3
LONGEST_QUESTION = 10
LONGEST_SIGNATURE = 6
LONGEST_CREDIT = 12
LONGEST_BYLINE = 24
LONGEST_CAPTION = 60
"""In words: a longer line is running text."""

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BLANK = " \t\u00a0\u202f\u2009\u200b\u2060\ufeff"
_CLOSERS = " \t\u00a0\u202f»”\"’')]"
_STOPS = ".!?…:;,"
_ORNAMENT = re.compile(r"[^\w«“„\"©@]*")
_BULLET = re.compile(r"(?:[•●▪◦‣*·–—-]\s+|\d{1,2}[.)]\s)")
_AGENCY = re.compile(r"(?<!\w)[A-Z]{2,}(?!\w)|©")
_WORDS = re.compile(r"\w+(?:['’-]\w+)*")
_LABELS = ("related", "prompt", "credit", "byline", "dateline")


@dataclass
class Line:
    """One line of an article, and what is told from it alone."""

    start: int
    end: int
    text: str
    apart: bool
    """Whether an empty line stands before it."""
    spans: list[Span] = field(default_factory=list)
    role: str = ""

    introduces: bool = False
    """Whether it is a link line that names no article, so that a list may follow."""

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return len(_WORDS.findall(self.text))

    @cached_property
    def ending(self) -> str:
        """The stop at its end, behind closing marks; empty when it has none."""
        last = self.text.rstrip(_CLOSERS)[-1:]
        return last if last and last in _STOPS else ""

    @cached_property
    def is_lone(self) -> bool:
        """Whether it is no sentence: one piece of moderate length that no stop ends."""
        return not self.ending and self.is_one_piece and self.words <= LONGEST_TITLE and not self.is_item

    @property
    def is_one_piece(self) -> bool:
        """Whether it is one sentence, or one behind a word or two, as in `ECONOMY. The port reopens`."""
        start, end = self.spans[0]
        rubric = len(self.spans) == 2 and len(_WORDS.findall(self.text[: end - start])) <= LONGEST_RUBRIC
        return len(self.spans) == 1 or rubric

    @cached_property
    def is_item(self) -> bool:
        """Whether it opens with a bullet or a number."""
        return _BULLET.match(self.text) is not None

    @cached_property
    def is_asking(self) -> bool:
        """Whether it is one short question, exclamation or broken-off sentence."""
        return self.ending in ("?", "!", "…") and len(self.spans) == 1 and self.words <= LONGEST_HEADING

    @property
    def is_text(self) -> bool:
        """Whether it is running text for all that is known."""
        return not (self.role or self.is_lone or self.is_asking)


Boilerplate = dict[str, "regex.Pattern[str] | None"]


def split(documents: pd.DataFrame, rules: pd.DataFrame) -> pd.DataFrame:
    """`units`: one row is a sentence, or a line that is none (title, heading, caption, credit, link line).

    Titles, headings, credits and link lines are whole lines; running text and captions are split into sentences.
    The first sentence of running text is the lead. Lines without a letter or digit are no units.
    """
    languages = sorted(set(documents["lang"]))
    known = {lang: (sentences.habits(rules, lang), boilerplate(rules, lang)) for lang in languages}
    rows: list[dict[str, object]] = []
    for document, lang, title, text in documents[["document", "lang", "title", "text"]].itertuples(
        index=False, name=None
    ):
        found = _units(text, title, *known[lang])
        rows += [
            {"document": document, "unit": unit, "start": start, "end": end, "role": role}
            for unit, (start, end, role) in enumerate(found)
        ]
    return tables.table("units", rows)


def boilerplate(rules: pd.DataFrame, lang: str) -> Boilerplate:
    """One expression for each label of the layer `boilerplate`, to be matched at the start of a line."""
    own = rules[rules["lang"] == lang] if (rules["lang"] == lang).any() else rules
    own = own[own["layer"] == "boilerplate"]
    return {label: joined(own.loc[own["label"] == label, "pattern"]) for label in _LABELS}


def paragraphs(text: str) -> list[Span]:
    """The lines of the text that hold a letter or digit, without the white space around them.

    Lines broken at a fixed width, as the next line's small letter shows, are put together again.
    """
    return [(start, end) for start, end, _ in _paragraphs(text)]


def _paragraphs(text: str) -> list[tuple[int, int, bool]]:
    found: list[tuple[int, int, bool]] = []
    start, empty = 0, False
    for stop in [*(match.span() for match in _BREAK.finditer(text)), (len(text), len(text))]:
        line = text[start : stop[0]]
        left = len(line) - len(line.lstrip(_BLANK))
        kept = line.strip(_BLANK)
        if re.search(r"[^\W_]", kept):
            found.append((start + left, start + left + len(kept), empty))
            empty = False
        else:
            empty = True
        start = stop[1]
    return _unwrapped(text, found)


def _unwrapped(text: str, lines: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """The lines, or whole blocks where at least three, and a third, of the lines break off within a sentence."""
    close = [(a, b) for a, b in pairwise(lines) if not b[2]]
    broken = [1 for a, b in close if text[b[0]].islower() and text[a[1] - 1] not in _STOPS]
    if len(broken) < 3 or 3 * len(broken) < len(close):
        return lines
    blocks = lines[:1]
    for start, end, apart in lines[1:]:
        if apart:
            blocks.append((start, end, apart))
        else:
            blocks[-1] = (blocks[-1][0], end, blocks[-1][2])
    return blocks


def _units(text: str, title: str, habits: Habits, known: Boilerplate) -> Iterator[tuple[int, int, str]]:
    lines = _lines(text, habits)
    _mark_boilerplate(lines, known)
    _mark_links(lines)
    _mark_captions(lines)
    _mark_title(lines, title)
    _mark_headings(lines)
    led = not any(line.role == "" for line in lines)
    for line in lines:
        for start, end in line.spans if line.role in ("", "caption") else [(line.start, line.end)]:
            if line.role == "caption" and start > line.start and _after(known, "credit", text[start:end]) is not None:
                role = "credit"
            else:
                role = line.role or _bracketed(text[start:end], known) or ("body" if led else "lead")
            led = led or role == "lead"
            yield start, end, role


def _lines(text: str, habits: Habits) -> list[Line]:
    found = _paragraphs(text)
    openings = {opening for opening, _ in sentences.quotations(text, [(start, end) for start, end, _ in found])}
    return [
        Line(start, end, text[start:end], apart, sentences.spans(text, start, end, habits, openings))
        for start, end, apart in found
    ]


def _after(known: Boilerplate, label: str, text: str) -> str | None:
    """What follows the label's words at the start of the line; None when it starts otherwise."""
    ornament = _ORNAMENT.match(text)
    expression = known[label]
    found = expression.match(text, ornament.end() if ornament else 0) if expression else None
    return text[found.end() :].strip() if found else None


def _mark_boilerplate(lines: Sequence[Line], known: Boilerplate) -> None:
    for line in lines:
        after = {label: _after(known, label, line.text) for label in _LABELS}
        short = line.words <= LONGEST_CREDIT
        if _is_link(line, after["related"]) or (after["prompt"] is not None and line.words <= LONGEST_TITLE):
            line.role = "related"
            line.introduces = after["related"] == "" or (after["related"] is not None and line.ending == ":")
        elif after["byline"] is not None and line.words <= LONGEST_BYLINE and not line.ending:
            line.role = "byline"
        elif after["dateline"] is not None and not _WORDS.search(after["dateline"]):
            line.role = "dateline"
        elif after["credit"] is not None and line.words <= LONGEST_TITLE:
            line.role = "credit" if short else "caption"
        elif _is_credit(line):
            line.role = "credit"
        elif 2 <= len(line.spans) <= 3 and line.words <= LONGEST_CAPTION and _signs(line, known):
            line.role = "caption"


def _is_link(line: Line, after: str | None) -> bool:
    """Whether the words of a link open a line that is no sentence, or stand before a colon."""
    if after is None:
        return False
    return (
        line.is_lone or line.is_asking or after[:1] in ("", ":", "|", ">") or (line.ending == ":" and line.words <= 12)
    )


def _signs(line: Line, known: Boilerplate) -> bool:
    """Whether the line ends with the credit of a picture: `Dockers at the gates. Photo: Jane Smith`."""
    start, end = line.spans[-1]
    last = line.text[start - line.start : end - line.start]
    return _after(known, "credit", last) is not None and len(_WORDS.findall(last)) <= LONGEST_CREDIT


def _is_credit(line: Line) -> bool:
    """Whether it has the form `Name / AGENCY`, or a copyright mark and little else."""
    if not line.is_lone or line.words > LONGEST_CREDIT or not _AGENCY.search(line.text):
        return False
    parts = [part.strip(" ©([") for part in re.split(r"[/©|]", line.text)]
    return len(parts) > 1 and all(part[:1].isupper() for part in parts if part)


def _first_text(lines: Sequence[Line]) -> int:
    return next((place for place, line in enumerate(lines) if line.is_text), len(lines))


def _last_text(lines: Sequence[Line]) -> int:
    return max((place for place, line in enumerate(lines) if line.is_text), default=-1)


def _mark_links(lines: Sequence[Line]) -> None:
    """The titles listed after a link line that names none, and whatever is no sentence after the last link."""
    last, linked, listing, first = _last_text(lines), False, False, False
    for place, line in enumerate(lines):
        if line.role == "related":
            linked, listing, first = True, line.introduces, True
        elif line.role or (line.is_text and (line.ending or not line.is_item)):
            linked = False
        elif linked and (place > last or (listing and (first or line.apart <= lines[place - 1].apart))):
            line.role, first = "related", False
        else:
            linked = False


def _mark_captions(lines: Sequence[Line]) -> None:
    """The line before the credit of a picture, if it is short and stands by it."""
    spaced = sum(line.apart for line in lines) * 3 > len(lines)
    opening, last = _first_text(lines), _last_text(lines)
    for place, (line, credit) in enumerate(pairwise(lines)):
        if credit.role != "credit" or line.role or len(line.spans) > 2 or line.words > LONGEST_CAPTION:
            continue
        if credit.words > LONGEST_SIGNATURE:
            continue
        near = not credit.apart and (spaced or line.is_lone)
        if (place or not line.is_lone) and (near or place <= opening) and place < last:
            line.role = "caption"


def _mark_title(lines: Sequence[Line], title: str) -> None:
    """The first line that is no sentence, or that the metadata give as title, if running text follows.

    A word or two above it, such as the rubric, are a heading.
    """
    free = [line for line in lines if not line.role]
    if len(free) < 2 or not any(line.is_text for line in free[1:]):
        return
    first, second = free[:2]
    if first.text == title or first.is_lone or first.is_asking:
        if (
            first.words <= LONGEST_RUBRIC
            and second.is_lone
            and second.words > 3
            and any(line.is_text for line in free[2:])
        ):
            first.role, second.role = "heading", "title"
        else:
            first.role = "title"


def _mark_headings(lines: Sequence[Line]) -> None:
    """Lines that are no sentence: a heading before running text, an item after a colon, a link at the end."""
    first, last, former = _first_text(lines), _last_text(lines), ""
    for place, line in enumerate(lines):
        if line.is_lone and not line.role:
            listed = former == ":" and not line.apart
            if not listed and line.words <= LONGEST_HEADING:
                line.role = "heading" if place < last else _at_the_end(line) if first < place else ""
            former = ":" if listed else ""
        elif _asks_above(lines, place):
            line.role, former = "heading", ""
        else:
            former = line.ending if not line.role else ""
    for line in lines:
        line.role = "credit" if line.role == "byline" else line.role


def _asks_above(lines: Sequence[Line], place: int) -> bool:
    """Whether a short question stands alone before running text."""
    line = lines[place]
    question = not line.role and line.is_asking and line.ending == "?" and line.words <= LONGEST_QUESTION
    return question and place + 1 < len(lines) and lines[place + 1].is_text


def _at_the_end(line: Line) -> str:
    """The role of a last line that is no sentence: a signature, a link, or text that lost its full stop."""
    capitals = [word[0].isupper() for word in re.findall(r"[^\W\d_]+", line.text)]
    if line.words <= 5 and sum(capitals) * 2 >= len(capitals):
        return "credit"
    return "related" if line.apart else ""


def _bracketed(sentence: str, known: Boilerplate) -> str:
    """`credit` for a sentence in brackets that signs the article, as in `(avec AFP)`; else empty."""
    inner = sentence[1:-1]
    if not (sentence[0] in "([" and sentence[-1] in ")]"):
        return ""
    return "credit" if any(_after(known, label, inner) is not None for label in ("credit", "byline")) else ""
