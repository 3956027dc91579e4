"""`documents` → `units`: sentences, headings, captions, credits and link lines, each with its place and role.

A role comes from a line's form and place, and from the lexicon `boilerplate`, whose labels mean, at the
start of a line: `related` a link, if the line is no sentence or a colon follows; `prompt` words to the reader,
however the line ends; `credit` who made a picture; `byline` who wrote the article, and when; `dateline` where and when
it was sent, if that is the whole line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pandas as pd
import regex

from analysis import sentences, tables
from analysis.sentences import Habits, Span, joined

LONGEST_TITLE = 40
LONGEST_HEADING = 20
LONGEST_CREDIT = 12
LONGEST_CAPTION = 60
"""In words: a longer line is running text."""

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BLANK = " \t\u00a0\u202f\u2009\u200b\u2060\ufeff"
_ENDING = re.compile(r"([.!?…:;,])?[\s»”\"’')\]]*\Z")
_ORNAMENT = re.compile(r"[^\w«“„\"©@]*")
_BULLET = re.compile(r"(?:[•●▪◦‣*·–—-]\s+|\d{1,2}[.)]\s)")
_AGENCY = re.compile(r"(?<!\w)[A-Z]{2,}(?!\w)|©")
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

    @property
    def words(self) -> int:
        return len(re.findall(r"\w+(?:['’-]\w+)*", self.text))

    @property
    def ending(self) -> str:
        """The stop at its end, behind closing marks; empty when it has none."""
        found = _ENDING.search(self.text)
        return (found and found.group(1)) or ""

    @property
    def is_lone(self) -> bool:
        """Whether it is no sentence: one piece of moderate length that no stop ends."""
        return not self.ending and len(self.spans) == 1 and self.words <= LONGEST_TITLE and not self.is_item

    @property
    def is_item(self) -> bool:
        return _BULLET.match(self.text) is not None

    @property
    def is_asking(self) -> bool:
        return self.ending in ("?", "!", "…") and len(self.spans) == 1


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
    close = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if not b[2]]
    broken = [(a, b) for a, b in close if text[b[0]].islower() and not _ENDING.search(text[a[0] : a[1]]).group(1)]  # type: ignore[union-attr]
    if len(broken) < 3 or 3 * len(broken) < len(close):
        return lines
    blocks: list[tuple[int, int, bool]] = []
    for start, end, apart in lines:
        blocks = (
            [*blocks, (start, end, apart)]
            if apart or not blocks
            else [*blocks[:-1], (blocks[-1][0], end, blocks[-1][2])]
        )
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
            role = line.role or _bracketed(text[start:end], known) or ("body" if led else "lead")
            led = led or role == "lead"
            yield start, end, role


def _lines(text: str, habits: Habits) -> list[Line]:
    spans = _paragraphs(text)
    quoted = sentences.quotations(text, [(start, end) for start, end, _ in spans])
    lines = []
    for start, end, apart in spans:
        within = sentences.spans(
            text, start, end, habits, [span for span in quoted if span[0] < end and start < span[1]]
        )
        lines.append(Line(start, end, text[start:end], apart, within))
    return lines


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
        if after["prompt"] is not None and line.words <= LONGEST_TITLE:
            line.role = "related"
        elif after["related"] is not None and (
            line.is_lone or line.is_asking or after["related"][:1] in (":", "", "|", ">")
        ):
            line.role = "related"
        elif after["dateline"] is not None and not re.search(r"\w", after["dateline"]):
            line.role = "dateline"
        elif after["byline"] is not None and short and line.is_lone:
            line.role = "byline"
        elif after["credit"] is not None and line.words <= LONGEST_TITLE:
            line.role = "credit" if short else "caption"
        elif _is_credit(line):
            line.role = "credit"


def _is_credit(line: Line) -> bool:
    """Whether it has the form `Name / AGENCY`, or a copyright mark and little else."""
    if not line.is_lone or line.words > LONGEST_CREDIT or not _AGENCY.search(line.text):
        return False
    parts = [part.strip(" ©([") for part in re.split(r"[/©|]", line.text)]
    return len(parts) > 1 and all(part[:1].isupper() for part in parts if part)


def _mark_links(lines: Sequence[Line]) -> None:
    """The titles listed after a link line that names none, and whatever is no sentence after the last link."""
    listing, first = False, False
    for place, line in enumerate(lines):
        if line.role == "related":
            listing, first = line.ending == ":" or line.words <= 5, True
        elif line.role or not listing:
            listing = False
        elif not (line.is_lone or line.is_asking or line.is_item):
            listing = False
        elif first or line.apart <= lines[place - 1].apart or not _text_follows(lines, place):
            line.role, first = "related", False
        else:
            listing = False


def _text_follows(lines: Sequence[Line], place: int) -> bool:
    return any(not line.role and not line.is_lone for line in lines[place + 1 :])


def _mark_captions(lines: Sequence[Line]) -> None:
    """The line before the credit of a picture, if it is short and stands by it."""
    spaced = sum(line.apart for line in lines) * 3 > len(lines)
    for place, (line, credit) in enumerate(zip(lines, lines[1:], strict=False)):
        if credit.role != "credit" or line.role or len(line.spans) > 2 or line.words > LONGEST_CAPTION:
            continue
        opening = not any(not former.role and not former.is_lone for former in lines[:place])
        near = not credit.apart and (spaced or line.is_lone)
        if (place or not line.is_lone) and (near or opening) and _text_follows(lines, place):
            line.role = "caption"


def _mark_title(lines: Sequence[Line], title: str) -> None:
    """The first line that is no sentence, or that the metadata give as title, if running text follows."""
    mine = [place for place, line in enumerate(lines) if not line.role]
    if not mine or not _text_follows(lines, mine[0]):
        return
    first = lines[mine[0]]
    if first.text == title or first.is_lone or (first.is_asking and first.words <= LONGEST_HEADING):
        second = lines[mine[1]]
        if first.words <= 3 and second.is_lone and second.words > 3 and _text_follows(lines, mine[1]):
            first.role, second.role = "heading", "title"
        else:
            first.role = "title"


def _mark_headings(lines: Sequence[Line]) -> None:
    """Lines that are no sentence: a heading before running text, an item after a colon, a link at the end."""
    former = ""
    for place, line in enumerate(lines):
        if line.role == "byline":
            line.role = "credit"
        elif not line.role and line.is_lone:
            listed = former == ":" and not line.apart
            if not listed and line.words <= LONGEST_HEADING:
                line.role = "heading" if _text_follows(lines, place) else _at_the_end(lines, place)
            former = ":" if listed else ""
        else:
            former = line.ending if not line.role else ""


def _at_the_end(lines: Sequence[Line], place: int) -> str:
    """The role of a last line that is no sentence: a signature, a link, or text that lost its full stop."""
    line = lines[place]
    if not place or not any(not other.role for other in lines[:place]):
        return ""
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
