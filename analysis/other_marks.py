"""Quotations that no double marks close: ‘single marks’, a mark that is never closed, and dialogue behind dashes."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from analysis.sentences import Span

LONGEST = 900
"""How many characters a quotation in single marks may have."""

_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=[^\W\d_]|\d[^\s’']*\s)(?!(?:em|til|tis|twas|cause|n)\b)")
_CLOSES = re.compile(r"(?<=[\w.,!?…;%)])[’'](?!\w)")
_OPEN = re.compile(r"[«“]\s?(?=[^\W\d_a-zß-ÿ])")
_DASH = re.compile(r"[–—]\s+(?=[^\W\d_a-zß-ÿ])")
_SAYS = re.compile(
    r"[,?!…]\s+[\w’' -]{0,15}?\w-(?:t-)?(?:ils?|elles?)(?!\w)|[,?!]\s+(?:he|she)\s+\w+ed\b|[,?!]\s+s?aid\b"
)


def quotations(text: str, paragraphs: Sequence[Span], known: list[Span]) -> list[Span]:
    """The known quotations and the others, marks or dashes included, left to right; the outer one of two."""
    found = list(known)
    if "‘" in text or " '" in text or "\n'" in text or text[:1] == "'":
        found += [span for paragraph in paragraphs for span in _single(text, *paragraph)]
    if text.count("«") > text.count("»") or text.count("“") > text.count("”"):
        found += [span for paragraph in paragraphs for span in _open(text, *paragraph, known)]
    if "–" in text or "—" in text:
        found += _dialogue(text, paragraphs)
    return _outermost(found) if len(found) > len(known) else known


def _single(text: str, start: int, end: int) -> list[Span]:
    """The words in single marks of a paragraph: an apostrophe within or behind a word is none of them."""
    found: list[Span] = []
    at = start
    while opening := _SINGLE.search(text, at, end):
        following = _SINGLE.search(text, opening.end(), end)
        reach = min(end, opening.end() + LONGEST, following.start() if following else end)
        closings = [
            mark
            for mark in _CLOSES.finditer(text, opening.end(), reach)
            if text[mark.start()] in _PAIR[text[opening.start()]]
        ]
        stopped = [mark for mark in closings if text[mark.start() - 1] in ",.!?…"]
        if closings:
            at = (stopped or closings)[0].end()
            found.append((opening.start(), at))
        else:
            at = opening.end()
    return found


_PAIR = {"‘": "’'", "'": "'’"}


def _open(text: str, start: int, end: int, known: list[Span]) -> list[Span]:
    """The last mark of a paragraph that opens a sentence and is never closed, up to the paragraph's end."""
    marks = [mark.start() for mark in _OPEN.finditer(text, start, end) if not _is_within(known, mark.start())]
    if (
        not marks
        or re.search("[»”]", text[marks[-1] : end])
        or text[start : marks[-1]].rstrip()[-1:] not in ("", ":", ".")
    ):
        return []
    return [(marks[-1], start + len(text[start:end].rstrip()))]


def _dialogue(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The paragraphs behind dashes, of a run of them in which somebody is said to speak."""
    found: list[Span] = []
    run: list[Span] = []
    for start, end in [*paragraphs, (len(text), len(text))]:
        if _DASH.match(text, start, end):
            run.append((start, start + len(text[start:end].rstrip())))
            continue
        if any(_SAYS.search(text, *span) for span in run):
            found += run
        run = []
    return found


def _is_within(spans: list[Span], at: int) -> bool:
    place = bisect_right(spans, (at, at + 1))
    return any(start <= at < end for start, end in spans[max(0, place - 1) : place + 1])


def _outermost(spans: list[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found
