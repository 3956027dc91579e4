"""Where a sentence ends and where a quotation stands: spans of a paragraph, by its punctuation."""

import re
from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

import pandas as pd
import regex

from analysis import patterns, trie
from analysis.corpus import FUNCTION_WORDS

Span = tuple[int, int]

KINDS = ("before a name", "before a number", "may end a sentence")
"""The labels of the layer `abbreviation`: what the full stop does not end, or only before a function word."""

LONGEST = 5_000
"""How many characters a quotation may have within one paragraph."""

_WORD = re.compile(r"\w")
_STOP = re.compile(r"[.!?…]+")
_OPENING = "«“„"
_CLOSING = {"«": "»", "“": "”", "„": "“”", '"': '"', "”": "”"}
_LEAD = re.compile(r"[\s«“„\"‘'(\[–—•\-]*")
_INITIAL = re.compile(r"(?<!\w)[^\W\d_a-zß-ÿ](?=\.\Z)")
_ACRONYM = re.compile(r"(?<!\w)(?:\w\.-?){2,}\Z")
_ORDINAL = re.compile(r"\W*(?:\d{1,2}|[A-Za-z])\Z")
_GLUED_BEFORE = re.compile(r"(?:(?<![\w@/.&-])[^\W\dA-Z_]{3,}|(?<!\w)\d{4}|[»”)])\Z")
_GLUED_AFTER = re.compile(r"[«“]|[^\W\d_a-zß-ÿ][a-zß-ÿœ]*(?=[\s'’,])")
_NAME = re.compile(r"[^\W\d_a-zß-ÿ][\w.'’-]*\s+")


class Habits(NamedTuple):
    """What one language knows of its abbreviations: each an expression that looks at what a text ends with."""

    name: "regex.Pattern[str] | None"
    number: "regex.Pattern[str] | None"
    either: "regex.Pattern[str] | None"
    cues: trie.Root
    shaped_cues: tuple["regex.Pattern[str]", ...]
    starters: tuple["re.Pattern[str]", ...]


def habits(rules: pd.DataFrame, lang: str) -> Habits:
    """The language's habits from the layers `abbreviation` and `speech`; those of all when it has no rules."""
    own = rules[rules["lang"] == lang] if (rules["lang"] == lang).any() else rules
    short = own[own["layer"] == "abbreviation"]
    name, number, either = (joined(short.loc[short["label"] == label, "pattern"], r"(?:{})\Z") for label in KINDS)
    cues = sorted(own.loc[own["layer"].isin(("speech", "verb")), "pattern"])
    worded = trie.build(words for cue in cues for words in patterns.worded(cue))
    spoken = tuple(patterns.compiled(cue) for cue in cues if cue.startswith("re:"))
    starters = [known for code, known in sorted(FUNCTION_WORDS.items()) if code == lang or lang not in FUNCTION_WORDS]
    return Habits(name, number, either, worded, spoken, tuple(starters))


def joined(found: Iterable[str], frame: str = "(?:{})") -> "regex.Pattern[str] | None":
    """The patterns as one expression, put into `frame`; None when there are none."""
    expressions = [patterns.expression(pattern) for pattern in sorted(found)]
    return regex.compile(frame.replace("{}", "|".join(expressions)), regex.V0) if expressions else None


def spans(text: str, start: int, end: int, language: Habits, openings: Set[int] = frozenset()) -> list[Span]:
    """The sentences of the paragraph `text[start:end]`, without the white space around them.

    A closing mark or bracket stays with the sentence that it closes. `openings` are the places where quotations
    begin, which tell an opening straight mark from a closing one.
    """
    found, begin = [], start
    for stop in _STOP.finditer(text, start, end):
        if stop.start() < begin or not _WORD.search(text, max(begin, stop.start() - 200), stop.start()):
            continue
        after = _past_closing(text, stop.end(), end, openings)
        following = _past_space(text, after, end)
        if following >= end:
            break
        if _ends(text, begin, stop, after, following, end, language):
            found.append((begin, after))
            begin = following
    return [*found, (begin, _trimmed(text, begin, end))]


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _past_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _past_closing(text: str, at: int, end: int, openings: Set[int]) -> int:
    """The place after the closing marks and brackets that follow a stop, also after a space."""
    while True:
        mark = _past_space(text, at, end)
        if mark >= end or mark in openings:
            return at
        adjacent = mark == at
        closes = text[mark] in "»”" or (text[mark] == '"' and (adjacent or _closes(text, mark, end)))
        if not closes and not (adjacent and (text[mark] in ")]" or _is_apostrophe_closing(text, mark, end))):
            return at
        at = mark + 1


def _closes(text: str, mark: int, end: int) -> bool:
    return mark + 1 >= end or not text[mark + 1].isalnum()


def _is_apostrophe_closing(text: str, mark: int, end: int) -> bool:
    return text[mark] in "’'" and (mark + 1 >= end or not text[mark + 1].isalnum())


def _ends(text: str, begin: int, stop: re.Match[str], after: int, following: int, end: int, language: Habits) -> bool:
    """Whether the sentence that began at `begin` ends with this stop."""
    if text[stop.start() - 1] in "[(" and text[stop.end() : stop.end() + 1] in (")", "]"):
        return False
    lead = _LEAD.match(text, following, end)
    first = lead.end() if lead else following
    if first >= end:
        return False
    if following == after and not _glued(text, stop, following):
        return False
    if text[first].islower():
        return text[following] in "([" and text[end - 1] in ")]" and "." in stop.group()
    if not text[first].isalnum() and text[first] in ",;:%/=|":
        return False
    if stop.group() == ".":
        return not _abbreviates(text, begin, stop.start(), first, language)
    quoted = any(mark in "»”\"’'" for mark in text[stop.end() : after])
    return not (quoted and _attributed(text, following, end, language))


def _attributed(text: str, at: int, end: int, language: Habits) -> bool:
    """Whether a name and then a cue follow, as in `“Why?” Jane Smith asked`."""
    for _ in range(6):
        word = _NAME.match(text, at, end)
        if not word:
            return False
        at = word.end()
        worded = any(start == 0 for start, _, _ in trie.find(language.cues, text[at : min(end, at + 40)]))
        if worded or any(cue.match(text, at, end) for cue in language.shaped_cues):
            return True
    return False


def _glued(text: str, stop: re.Match[str], following: int) -> bool:
    """Whether two sentences touch, as in `fin.Le début`: safe only between whole words."""
    return bool(
        _GLUED_BEFORE.search(text[max(0, stop.start() - 30) : stop.start()]) and _GLUED_AFTER.match(text, following)
    )


def _abbreviates(text: str, begin: int, stop: int, first: int, language: Habits) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation, an initial or a number, and ends nothing."""
    before = text[max(begin, stop - 30) : stop + 1]
    if (stop - begin < 6 and _ORDINAL.match(text[begin:stop])) or _hits(language.name, before):
        return True
    if text[first].isdigit():
        return _hits(language.number, before) or _hits(language.either, before)
    starts = any(known.match(text, first) for known in language.starters)
    if _hits(language.either, before) or _ACRONYM.search(before):
        return not starts
    if _INITIAL.search(before):
        previous = text[max(begin, stop - 60) : stop].split()[-2:-1]
        return not starts or bool(previous and previous[0][0].isupper())
    return False


def _hits(expression: "regex.Pattern[str] | None", before: str) -> bool:
    return bool(expression and expression.search(before))


# --- quotations


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The outermost quotations in marks, marks included, left to right.

    Marks are paired within a paragraph; a quotation that is still open goes on when the next paragraph repeats
    its mark, or closes it. A mark without its pair is no quotation, and neither is an inch or a second.
    """
    found: list[Span] = []
    opened: int | None = None
    for place, (start, end) in enumerate(paragraphs):
        at = start
        if opened is not None and text[at] in (text[opened], *_CLOSING[text[opened]]):
            at = at + 1
        while at < end:
            if opened is None:
                opened = next((i for i in range(at, end) if _opens(text, i, start, end)), None)
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


def _opens(text: str, at: int, start: int, end: int) -> bool:
    mark = text[at]
    if mark in _OPENING:
        return True
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if mark == '"':
        return not before.isdigit() and (not before.isalpha() or not after.isspace())
    return mark == "”" and not before.isalnum() and after.isalnum()


def _closing(text: str, opened: int, at: int, end: int) -> int | None:
    """Where the quotation closes in this paragraph; None when it doesn't, or another begins before."""
    own, closers = text[opened], _CLOSING[text[opened]]
    depth, end = 0, min(end, at + LONGEST)
    for mark in re.finditer(f"[{own}{closers}]", text[at:end]):
        i = at + mark.start()
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
    if own in "“„":
        return next((i for i in range(at, end) if text[i] == '"' and _is_last_word(text, i)), None)
    return None


def _reopens(text: str, at: int, start: int, end: int) -> bool:
    """Whether a straight mark can only open: after a space and before a word, with another to close it."""
    spaced = text[at - 1].isspace() and text[at + 1 : at + 2].isalnum()
    return spaced and not text[start : start + 1].isspace() and '"' in text[at + 1 : end]


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
    marks = (text[i] for i in range(start, end) if text[i] == own or text[i] in closers)
    return own != '"' and next(marks, own) in closers
