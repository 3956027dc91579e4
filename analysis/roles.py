"""The role of each line, from its form and place, and from the words it begins with."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from analysis.boilerplate import OF_ANY_LINE, OF_NO_SENTENCE, Boilerplate
from analysis.lines import LONGEST_HEADING, LONGEST_RUBRIC, LONGEST_TITLE, WORDS, Line

LONGEST_QUESTION = 10
LONGEST_SIGNATURE = 6
LONGEST_CREDIT = 12
LONGEST_BYLINE = 24
LONGEST_PICTURE = 30
LONGEST_CAPTION = 60
"""In words: a longer line is running text."""

LONGEST_DATELINE = 80
"""In characters."""

_AGENCY = re.compile(r"(?<!\w)[A-Z]{2,}(?!\w)|©")
_CRUMB = re.compile(r"\s+[>›»/|•]\s+|\s*›\s*")
_NAME = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w.'’-]*|d[eu]|van|von|la|le|el|al|bin)\Z")


def mark(lines: Sequence[Line], title: str, known: Boilerplate) -> None:
    """Give its role to each line that is no running text."""
    _mark_boilerplate(lines, title, known)
    _mark_links(lines)
    _mark_captions(lines, known)
    _mark_title(lines, title)
    _mark_opening(lines, known)
    _mark_headings(lines)


def _mark_boilerplate(lines: Sequence[Line], title: str, known: Boilerplate) -> None:
    for place, line in enumerate(lines):
        running = line.ending == "." and line.end - line.start > LONGEST_DATELINE
        told = known.told(line.text, OF_ANY_LINE if running else OF_ANY_LINE + OF_NO_SENTENCE)
        if line.text == title or (place == 0 and _titles(line, told)):
            continue
        if _is_link(line, told.get("related")) or ("prompt" in told and line.words <= LONGEST_TITLE):
            line.role = "related"
            line.introduces = told.get("related") == "" or ("related" in told and line.ending == ":")
        elif "byline" in told and line.words <= LONGEST_BYLINE and not line.ending:
            line.role = "byline"
        elif "dateline" in told and not WORDS.search(told["dateline"]):
            line.role = "dateline"
        elif "credit" in told and line.words <= LONGEST_TITLE:
            line.role = "credit" if line.words <= LONGEST_CREDIT else "caption"
        elif _is_credit(line) or _is_signed(line):
            line.role = "credit"
        elif _is_trail(line):
            line.role = "related"
        elif 2 <= len(line.spans) <= 3 and _signs(line, known) and line.words <= LONGEST_CAPTION:
            line.role = "caption"


def _titles(line: Line, told: dict[str, str]) -> bool:
    """Whether a first line is a title all the same, as in `Video: the strike in three minutes`."""
    rubric, colon, after = line.text.partition(":")
    if not colon:
        rubric, _, after = line.text.partition("]")
    brief = len(WORDS.findall(rubric)) <= LONGEST_RUBRIC < len(WORDS.findall(after))
    return (line.is_lone or line.is_asking) and brief and ("related" in told or "credit" in told)


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
    return known.after("credit", last) is not None and len(WORDS.findall(last)) <= LONGEST_CREDIT


def _is_credit(line: Line) -> bool:
    """Whether it has the form `Name / AGENCY`, or a copyright mark and little else."""
    if not line.is_lone or line.words > LONGEST_CREDIT or not _AGENCY.search(line.text):
        return False
    parts = [part.strip(" ©([") for part in re.split(r"[/©|]", line.text)]
    return len(parts) > 1 and all(part[:1].isupper() for part in parts if part)


def _is_signed(line: Line) -> bool:
    """Whether it is a name, a stroke and for whom: `Jane Smith / The Daily`."""
    name, stroke, _ = line.text.partition(" / ")
    return line.is_lone and line.words <= LONGEST_CREDIT and bool(stroke) and _names(name.split())


def _is_trail(line: Line) -> bool:
    """Whether it shows where on a site the article stands: `Home > World > Asia`."""
    if not line.is_lone or line.words > LONGEST_CREDIT:
        return False
    parts = _CRUMB.split(line.text)
    return len(parts) > 2 and all(0 < len(WORDS.findall(part)) <= LONGEST_RUBRIC for part in parts)


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
        if (place or not line.is_lone) and place < last and (near or above or _shows(line, known)):
            line.role = "caption"


def _shows(line: Line, known: Boilerplate) -> bool:
    """Whether one short sentence tells what a picture shows, by its form."""
    return len(line.spans) == 1 and line.words <= LONGEST_PICTURE and known.after("picture", line.text) is not None


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
        if _shows(line, known) and lines[place + 1].is_text:
            line.role = "caption"
        elif line.is_text:
            return
        elif line.is_lone and line.text.isupper() and line.words <= LONGEST_RUBRIC and lines[place + 1].is_text:
            line.role = "dateline"
        elif line.is_lone and not line.text.isupper() and _names(line.text.partition(",")[0].split()):
            line.role = "credit"


def _names(words: Sequence[str]) -> bool:
    """Whether these words are a name: two to four with capitals, particles aside."""
    return 2 <= len(words) <= 4 and words[0][0].isupper() and all(map(_NAME.match, words))


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
    if line.words <= 5 and sum(capitals) * 2 >= len(capitals):
        return "credit"
    return "related" if line.apart or ends > 1 else ""
