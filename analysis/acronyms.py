"""Acronyms and what they stand for, where brackets put the two side by side, in either order."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from analysis import names
from analysis.beside_names import Marks, Named
from analysis.names import Run

_BEHIND = re.compile(r"\s\((?P<short>[^\W\d_a-zà-ÿ][^\W\d_]{1,9})s?\)")
_BEFORE = re.compile(r"(?<!\w)(?P<short>[^\W\d_a-z]{2,10})\Z")
_LONG = re.compile(r"\s\((?P<long>[^()\n]{5,90})\)")
_WORD = re.compile(r"[^\W_]+")
LONGEST = 140
"""How many characters the words of an acronym may take."""
LAST = 3
"""How many letters of the last word an acronym may have: `ASAL`, `Agence spatiale algérienne`."""
SMALL = 3
"""Words of so few letters need no letter of the acronym."""


def expanded(text: str, runs: Iterable[Run], known: Marks) -> list[Named]:
    """The full names that stand beside their acronym: words whose first letters spell it, or a head and its words."""
    found: list[Named] = []
    if "(" not in text:
        return found
    by_start = {token.start: run.unit for run in runs for token in run.tokens}
    for match in _behind(text):
        stretch = text[max(0, match.start() - LONGEST) : match.start()]
        begin = match.start() - len(stretch) + max(stretch.rfind(stop) for stop in "()\n;:") + 1
        words = list(_WORD.finditer(text, begin, match.start()))
        span = _spelled(match["short"], words) or _headed(text, words, known)
        found += _name(text, span, by_start.get(match.start("short")))
    for short, match in _before(text):
        words = list(_WORD.finditer(text, *match.span("long")))
        if words and _is_spelled(short.group(), words):
            found += _name(text, (words[0].start(), words[-1].end()), by_start.get(short.start()))
    return found


def _behind(text: str) -> Iterator[re.Match[str]]:
    """What may be acronyms in brackets, with the space before them."""
    for at in _brackets(text):
        if match := _BEHIND.match(text, at):
            yield match


def _before(text: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """What may be acronyms before brackets, and the brackets."""
    for at in _brackets(text):
        short = _BEFORE.search(text, max(0, at - 10), at)
        if short and (match := _LONG.match(text, at)):
            yield short, match


def _brackets(text: str) -> Iterator[int]:
    """Where the character before each bracket is."""
    at = text.find("(", 1)
    while at > 0:
        yield at - 1
        at = text.find("(", at + 1)


def _spelled(short: str, words: list[re.Match[str]]) -> tuple[int, int] | None:
    for place in range(len(words) - 2, max(-1, len(words) - 3 * len(short) - 1), -1):
        if _is_spelled(short, words[place:]):
            return words[place].start(), words[-1].end()
    return None


def _headed(text: str, words: list[re.Match[str]], known: Marks) -> tuple[int, int] | None:
    """The last head with a capital and the small words behind it, as in `Institut pour l'étude du climat`."""
    for place in range(len(words) - 1, -1, -1):
        start = words[place].start()
        if text[start].isupper():
            headed = known.at(start) & {"institution", "body"} and place < len(words) - 1
            plain = not re.search(r"[^\w\s'’-]", text[start : words[-1].end()])
            return (start, words[-1].end()) if headed and plain else None
    return None


def _is_spelled(short: str, words: list[re.Match[str]]) -> bool:
    """Whether the first letters of these words, small ones left out where need be, are the acronym."""
    wanted = names.folded(short)
    if names.folded(words[0].group())[:1] != wanted[:1]:
        return False
    place, left = 0, 0
    for word in words:
        if place < len(wanted) and names.folded(word.group())[:1] == wanted[place]:
            place += 1
        elif len(word.group()) > SMALL:
            left += 1
    return place == len(wanted) and left <= (len(wanted) if words[0].group()[0].isupper() else len(wanted) // 4)


def _name(text: str, span: tuple[int, int] | None, unit: int | None) -> list[Named]:
    if span is None or unit is None:
        return []
    name = Named(unit, *span, tuple(names.folded(word) for word in text[slice(*span)].split()), head=True)
    name.cues["organisation"] += 5
    return [name]


def meanings(text: str, mentions: list[Named]) -> dict[str, str]:
    """Acronym → actor, for each acronym that the article puts in brackets behind a name, or before one."""
    found: dict[str, str] = {}
    if "(" not in text:
        return found
    ends = {name.end: name for name in mentions}
    starts = {name.start: name for name in mentions}
    for match in _behind(text):
        full, short = ends.get(match.start()), starts.get(match.start("short"))
        if full and _fits(match["short"], full):
            if short and short.how == "gazetteer" and short.kind == "organisation" and full.how != "gazetteer":
                _rename(mentions, full.actor, short)
            found[names.folded(match["short"])] = full.actor
    for word, match in _before(text):
        full = starts.get(match.start("long"))
        if full and _fits(word.group(), full):
            found.setdefault(names.folded(word.group()), full.actor)
    return found


def _rename(mentions: list[Named], actor: str, listed: Named) -> None:
    """Give a name in full to what the gazetteer knows its acronym for."""
    for name in mentions:
        if name.actor == actor:
            name.actor, name.kind, name.how = listed.actor, listed.kind, "gazetteer"


def _fits(short: str, full: Named) -> bool:
    letters = [word[:1] for word in full.words if len(word) > SMALL]
    spelled = full.words[0][:1] == names.folded(short)[:1] or sorted(letters) == sorted(names.folded(short))
    return len(full.words) > 1 and full.cues["person"] < 3 and spelled


def resolve(text: str, mentions: list[Named], meaning: dict[str, str]) -> None:
    """Give the acronyms of an article what they stand for: what brackets say, else the one name that they spell."""
    asked = [name for name in mentions if len(name.words) == 1 and name.how != "gazetteer"]
    loud = {name.start for name in asked if len(name.words[0]) > 1 and text[name.start : name.end].isupper()}
    spelled = _spellings(text, mentions) if loud else {}
    for name in asked:
        word = name.words[0]
        fitting = spelled.get(word, set()) if name.start in loud else set()
        if word in meaning or len(fitting) == 1:
            name.actor, name.how = meaning.get(word) or min(fitting), "acronym"


def _spellings(text: str, mentions: list[Named]) -> dict[str, set[str]]:
    """Acronym → the organisations of the article whose names may be shortened to it."""
    spelled: dict[str, set[str]] = defaultdict(set)
    for name in mentions:
        if len(name.words) > 1 and name.kind == "organisation":
            words = [word for word in _WORD.findall(text[name.start : name.end]) if word not in ("l", "d")]
            long = [word for word in words if len(word) > SMALL or word[0].isupper()]
            for letters in (words, long, [word for word in words if word[0].isupper()]):
                *firsts, last = (names.folded(word) for word in letters or words)
                for cut in range(1, LAST + 1):
                    spelled["".join(word[:1] for word in firsts) + last[:cut]].add(name.actor)
    return spelled
