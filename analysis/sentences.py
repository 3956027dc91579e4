"""Where a sentence ends: spans of a paragraph, by its punctuation."""

import re

from analysis.abbreviations import (
    ENDS,
    GOES_ON,
    MAY_END,
    NAME,
    NUMBER,
    OPENS,
    OPENS_CAPITAL,
    OPENS_OR_NAMES,
    Habits,
)

Span = tuple[int, int]

_STOP = re.compile(r"([.!?…:;](?:(?<=[.!?…])[.!?…]*|(?<=[:;])-?\)+))((?:[)\]»”]|[’'\"](?!\w)|\s+[»”])*)(\s*)")
"""A stop or a smile, the marks that close behind it, the space before the next word. It begins with one set of
characters, for which a search is eight times as fast as for a choice."""

_PLACE = re.compile(r"(?:[A-ZÀ-Þ'’-]{3,25}\s?){1,3}\.\s")
"""A place in capitals, with which a paragraph begins: `LYON. The strike goes on.`"""

_SOMETHING = re.compile(r"\w")
_LEAD = re.compile(r"[\s«“„\"‘'(\[–—•*\-]*")
_OPENING = "([{«“„\"‘'’-–—/"
_ELISION = re.compile(r"(?:[cdjlmnst]|qu)['’]", re.IGNORECASE)
_ITEM = re.compile(r"\W*(?:\d{1,2}|[A-Za-z]|[IVX]{1,5})\Z")
_ENUMERATOR = re.compile(r"(?:[a-z]|\d{1,2})\)\s")
_BRAND = re.compile(r"[a-zß-ÿ]{1,2}['’]?[A-ZÀ-Þ]")
_ACRONYM = re.compile(r"(?:\w\.-?)+\w\Z")
_NUMERAL = re.compile(r"\d|[IVXLC]+\b|[A-Z]\b[.\d]?")
_PART = re.compile(r"\d+(?:-\d|\.\d)")
_GLUED_BEFORE = re.compile(r"(?:(?<![\w@/.&-])[^\W\dA-Z_]{3,}|(?<!\w)\d{4}|[»”)])\Z")
_GLUED_AFTER = re.compile(r"[«“]|[^\W\d_a-zß-ÿ][a-zß-ÿœ]*(?=[\s'’,])")
_NAME = re.compile(r"[^\W\d_a-zß-ÿ][\w.'’-]*\s+")
_TOKEN = 30
_QUOTED = 400
"""In characters: how far back an abbreviation is looked for, and a mark that opened."""


def spans(text: str, start: int, end: int, language: Habits) -> list[Span]:
    """The sentences of the paragraph `text[start:end]`, without the white space around them.

    A closing mark or bracket stays with the sentence that it closes, a place in capitals with the sentence it opens.
    """
    found, begin, short = [], start, language.short
    place = _PLACE.match(text, start, end)
    for match in _STOP.finditer(text, place.end() if place else start, end):
        following = match.end()
        if following >= end:
            break
        after = match.end(2)
        if following > after == match.end(1) and match.start() - begin > 6 and match[1] == ".":
            word = text[match.start() - 6 : match.start()].rpartition(" ")[2]
            if len(word) > 1 and word.isalpha() and word not in short and text[following].isupper():
                found.append((begin, after))
                begin = following
                continue
        after = _past_spaced_mark(text, start, after, end)
        following = _past_space(text, after, end)
        if following < end and following >= begin and _ends(text, begin, match, after, following, end, language):
            found.append((begin, after))
            begin = following
    return [*found, (begin, start + len(text[start:end].rstrip()))]


def _past_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _past_spaced_mark(text: str, start: int, at: int, end: int) -> int:
    """The place after a straight mark that closes though a space stands before it, as the marks before it tell."""
    mark = _past_space(text, at, end)
    if mark == at or text[mark : mark + 1] != '"' or text[mark + 1 : mark + 2].isalnum():
        return at
    return mark + 1 if text.count('"', max(start, mark - _QUOTED), mark) % 2 else at


def _ends(text: str, begin: int, stop: re.Match[str], after: int, following: int, end: int, language: Habits) -> bool:
    """Whether the sentence that began at `begin` ends with this stop."""
    if text[stop.start() - 1] in "[(" and text[stop.end(1) : stop.end(1) + 1] in (")", "]"):
        return False
    if not _SOMETHING.search(text, max(begin, stop.start() - 200), stop.start()):
        return False
    lead = _LEAD.match(text, following, end)
    first = lead.end() if lead else following
    if first >= end or text[first] in ",;:%&/=|":
        return False
    if following == after:
        return _glued(text, stop, following)
    if text[first].islower() and not _BRAND.match(text, first):
        return _ends_before_small(text, begin, stop, after, following, first, end, language)
    if stop[1] == ".":
        return not _abbreviates(text, begin, stop.start(), first, language)
    quoted = any(mark in "»”\"’'" for mark in text[stop.end(1) : after])
    return not (quoted and _attributed(text, following, end, language))


def _ends_before_small(
    text: str, begin: int, stop: re.Match[str], after: int, following: int, first: int, end: int, language: Habits
) -> bool:
    """Whether a sentence ends though a small letter follows: a signature in brackets, an item, careless writing."""
    if text[following] in "([" and text[end - 1] in ")]" and "." in stop[1]:
        return True
    if _ENUMERATOR.match(text, first) and first == following:
        return True
    if after > stop.end(1) or stop[1] in ("…", "...", ".."):
        return False
    if len(stop[1]) > 1 and "." not in stop[1]:
        return True
    word = _last(text, begin, stop.start())
    plain = len(word) > 2 and word.isalpha() and word not in language.short
    counted = word[-1:].isdigit() and not _opens_a_list(text, begin, stop.start())
    return (plain or counted or stop[1] != ".") and language.opens(text, first, OPENS)


def _attributed(text: str, at: int, end: int, language: Habits) -> bool:
    """Whether a name and then a cue follow, as in `“Why?” Jane Smith asked`."""
    if language.opens(text, at, OPENS, OPENS_CAPITAL):
        return False
    for _ in range(6):
        name = _NAME.match(text, at, end)
        if not name:
            return False
        at = name.end()
        if language.says(text, at):
            return True
    return False


def _glued(text: str, stop: re.Match[str], following: int) -> bool:
    """Whether two sentences touch, as in `fin.Le début`: safe only between whole words."""
    before = text[max(0, stop.start() - _TOKEN) : stop.start()]
    return bool(_GLUED_BEFORE.search(before) and _GLUED_AFTER.match(text, following))


def _last(text: str, begin: int, at: int) -> str:
    """The last word before a place, without the marks that open and what is elided before it."""
    words = text[max(begin, at - _TOKEN) : at].split()
    return _bare(words[-1]) if words else ""


def _bare(word: str) -> str:
    bare = word.lstrip(_OPENING)
    elided = _ELISION.match(bare)
    return bare[elided.end() :] if elided else bare


def _abbreviates(text: str, begin: int, stop: int, first: int, language: Habits) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation, an initial or a number, and ends nothing."""
    if _opens_a_list(text, begin, stop):
        return True
    word = _last(text, begin, stop)
    kind = _kind(text, begin, stop, word, language)
    if kind == NAME or (_ACRONYM.match(word) and text[begin:stop].strip() == word):
        return True
    if kind == NUMBER:
        return _NUMERAL.match(text, first) is not None
    if kind == MAY_END:
        return not text[first].isdigit() and not _opens(text, first, language)
    if kind == ENDS:
        return text[first - 1] == "(" or language.opens(text, first, GOES_ON)
    if len(word) == 1 and word.isalpha() and word.isupper():
        return _is_initial(text, begin, stop, first, language)
    return _ACRONYM.match(word) is not None and not _opens(text, first, language)


def _opens_a_list(text: str, begin: int, stop: int) -> bool:
    return stop - begin < 6 and _ITEM.match(text[begin:stop]) is not None


def _kind(text: str, begin: int, stop: int, word: str, language: Habits) -> str:
    """The label of the abbreviation before the stop; empty when there is none."""
    before = text[max(begin, stop - _TOKEN) : stop + 1]
    pair = " ".join(before[:-1].split()[-2:]).lstrip(_OPENING)
    if pair in language.short:
        return language.short[pair]
    kind = language.short.get(word, "")
    if not kind:
        return ""
    return next((label for label, shape in language.shaped.items() if shape.search(before)), kind)


def _opens(text: str, first: int, language: Habits) -> bool:
    """Whether a word that opens sentences stands here."""
    return language.opens(text, first, OPENS, OPENS_OR_NAMES, OPENS_CAPITAL)


def _is_initial(text: str, begin: int, stop: int, first: int, language: Habits) -> bool:
    """Whether a single capital belongs to the name that follows, as in `J. Le Goff`, and is not `plan B`."""
    former = text[max(begin, stop - 2 * _TOKEN) : stop].split()[-2:-1]
    before = _bare(former[0]) if former else ""
    if text[first].isdigit():
        numbered = language.short.get(before.rstrip(".")) == NUMBER or before.endswith(",")
        return numbered or _PART.match(text, first) is not None
    if not text[first].isalpha() or before.isdigit():
        return False
    if language.opens(text, first, OPENS_OR_NAMES):
        return before[:1].isupper()
    return not language.opens(text, first, OPENS, OPENS_CAPITAL)
