"""The role of each line, from its form and its place on the page."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from analysis.boilerplate import Boilerplate
from analysis.forms import LONGEST_CAPTION, mark_forms, names, shows
from analysis.lines import LONGEST_HEADING, LONGEST_RUBRIC, Line

LONGEST_QUESTION = 10
LONGEST_SIGNATURE = 6
"""In words: a longer line is running text."""


def mark(lines: Sequence[Line], title: str, known: Boilerplate) -> None:
    """Give its role to each line that is no running text."""
    mark_forms(lines, title, known)
    _mark_links(lines)
    _mark_captions(lines, known)
    _mark_title(lines, title)
    _mark_opening(lines, known)
    _mark_headings(lines)


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


def _mark_captions(lines: Sequence[Line], known: Boilerplate) -> None:
    """The line before the credit of a picture, if it is short and stands by it."""
    spaced = sum(line.apart for line in lines) * 3 > len(lines)
    opening, last = _first_text(lines), _last_text(lines)
    for place, (line, credit) in enumerate(pairwise(lines)):
        if credit.role != "credit" or line.role or len(line.spans) > 2 or line.words > LONGEST_CAPTION:
            continue
        if credit.words > LONGEST_SIGNATURE:
            continue
        near = not credit.apart and (spaced or line.is_lone or place <= opening)
        above = place <= opening and line.is_lone
        if (place or not line.is_lone) and place < last and (near or above or shows(line, known)):
            line.role = "caption"


def _mark_title(lines: Sequence[Line], title: str) -> None:
    """The line that the metadata give as title, or the first that is no sentence, if running text follows.

    What the metadata give as title may stand there twice. A word or two above the title, such as the rubric, are a
    heading.
    """
    free = [line for line in lines if not line.role]
    above = next((place for place, line in enumerate(free) if line.is_text and line.text != title), len(free))
    if above == len(free) or above == 0:
        return
    given = [line for line in free[:above] if title and line.text == title]
    first = next((line for line in free[:above] if line.words > LONGEST_RUBRIC), free[0])
    for line in given or [first]:
        line.role = "title"
    chosen = (given or [first])[0]
    for line in free[: free.index(chosen)]:
        line.role = "heading"
    for line in free[:above]:
        line.role = "title" if line.text == chosen.text else line.role


def _mark_opening(lines: Sequence[Line], known: Boilerplate) -> None:
    """What stands between the title and the text: who wrote it and where, what the picture above it shows."""
    titled = next((place for place, line in enumerate(lines) if line.role == "title"), len(lines))
    for place, line in enumerate(lines[titled + 1 : -1], titled + 1):
        if line.role:
            continue
        if shows(line, known) and lines[place + 1].is_text:
            line.role = "caption"
        elif line.is_text:
            return
        elif line.is_lone and line.text.isupper() and line.words <= LONGEST_RUBRIC and lines[place + 1].is_text:
            line.role = "dateline"
        elif line.is_lone and not line.text.isupper() and names(line.text.partition(",")[0].split()):
            line.role = "credit"


def _mark_headings(lines: Sequence[Line]) -> None:
    """Lines that are no sentence: a heading before running text, an item after a colon, a link at the end."""
    first, last, former = _first_text(lines), _last_text(lines), ""
    ends = sum(line.is_lone and not line.role for line in lines[last + 1 :])
    asked = Counter(_speaker(line) for line in lines if line.is_asking)
    for place, line in enumerate(lines):
        if line.is_lone and not line.role:
            listed = former == ":" and not line.apart
            if not listed and line.words <= LONGEST_HEADING:
                line.role = "heading" if place < last else _at_the_end(line, ends) if first < place else ""
            former = ":" if listed else ""
        elif _asks_above(lines, place, asked):
            line.role, former = "heading", ""
        else:
            former = line.ending if not line.role else ""
    for line in lines:
        line.role = "credit" if line.role == "byline" else line.role


def _asks_above(lines: Sequence[Line], place: int, asked: Counter[str]) -> bool:
    """Whether a short question stands alone before running text, and is none of several by the same speaker."""
    line = lines[place]
    question = not line.role and line.is_asking and line.ending == "?" and line.words <= LONGEST_QUESTION
    return question and asked[_speaker(line)] < 2 and place + 1 < len(lines) and lines[place + 1].is_text


def _speaker(line: Line) -> str:
    """Who asks in an interview: what stands before the colon; the whole line when there is none."""
    return line.text.partition(":")[0]


def _at_the_end(line: Line, ends: int) -> str:
    """The role of a last line that is no sentence: a signature, a link, or text that lost its full stop."""
    capitals = [word[0].isupper() for word in re.findall(r"[^\W\d_]+", line.text)]
    if line.words <= 5 and sum(capitals) * 2 >= len(capitals) and (ends == 1 or line.words > 1):
        return "credit"
    return "related" if line.apart or ends > 1 else ""
