"""What a line is by its own form, and by the words it begins with."""

import re
from collections.abc import Sequence

from analysis.boilerplate import OF_ANY_LINE, OF_NO_SENTENCE, Boilerplate
from analysis.lines import LONGEST_RUBRIC, LONGEST_TITLE, WORDS, Line

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


def mark_forms(lines: Sequence[Line], title: str, known: Boilerplate) -> None:
    """Give its role to each line whose form tells it; `byline` is told apart from other credits."""
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
    return line.is_lone and line.words <= LONGEST_CREDIT and bool(stroke) and names(name.split())


def _is_trail(line: Line) -> bool:
    """Whether it shows where on a site the article stands: `Home > World > Asia`."""
    if not line.is_lone or line.words > LONGEST_CREDIT:
        return False
    parts = _CRUMB.split(line.text)
    return len(parts) > 2 and all(0 < len(WORDS.findall(part)) <= LONGEST_RUBRIC for part in parts)


def shows(line: Line, known: Boilerplate) -> bool:
    """Whether one short sentence tells what a picture shows, by its form."""
    return len(line.spans) == 1 and line.words <= LONGEST_PICTURE and known.after("picture", line.text) is not None


def names(words: Sequence[str]) -> bool:
    """Whether these words are a name: two to four with capitals, particles aside."""
    return 2 <= len(words) <= 4 and words[0][0].isupper() and all(map(_NAME.match, words))
