"""The noun phrases of an article that call somebody something without a name: `le très secret dirigeant coréen`.

A phrase is a noun of the layer designation, or an office of the layer name, with its article, the adjectives before it,
whose it is and the adjectives behind. Nothing is parsed.
"""

import re
from bisect import bisect_left
from typing import NamedTuple

import regex

from analysis.articles import Mark
from analysis.descriptions import PERSON, Mention
from analysis.designation_kinds import BEFORE, BEHIND, NEUTRAL, NO_ADJECTIVE, POST, STATE, split
from analysis.names import folded
from analysis.peoples import ADJECTIVE
from analysis.sentences import Span

LEADER, RANK = "leader", "rank"
POSTS = ("office", "minister", LEADER, RANK)

DEFINITE = frozenset(["le", "la", "l", "du", "au", "the", "ce", "cet", "cette", "this", "that"])
OWNED = frozenset(["son", "sa", "leur", "notre", "his", "her", "its", "their", "our"])
INDEFINITE = frozenset(["un", "une", "a", "an", "one"])
MANY = frozenset(["les", "des", "aux", "ces", "ses", "leurs", "these", "those", "both", "deux", "two"])
_DETERMINERS = DEFINITE | OWNED | INDEFINITE | MANY
_ONE = frozenset(["pays", "fils", "bras", "époux", "héros", "laos"])
"""Words that end so and may be one."""
_ADVERBS = frozenset(
    [
        "très",
        "si",
        "trop",
        "plus",
        "moins",
        "tout",
        "aussi",
        "désormais",
        "very",
        "highly",
        "so",
        "most",
        "once",
        "now",
        "ever",
    ]
)
_LEFT = regex.compile(r"(?P<word>[^\W_](?:[\w-]*\w)?)(?P<joint>[’']s?\s?|\s|-)\Z", regex.REVERSE)
_OF = re.compile(r"\s(?:(?:(?:de|à)\sl|d)[’'](?:une?\s)?|(?:de\sla|du|des|de|aux?|of\sthe|of\san?|of|for)\s(?:l[’'])?)")
_AT = re.compile(r"\s(?:à|aux?)\s")
_NOUNS = re.compile(r"[^\W\d_][\w-]*(?!\w)")
_ENGLISH = re.compile(r"[a-z-]+(?:ed|ful|ous|ive|ish|less|able|ible|ic|-old|-armed|-backed)|\d[\w-]*")
_INFINITIVE = re.compile(r"\s(?:de\s|d[’']|à\s)[^\W\d_A-ZÀ-Þ]{2,}(?:er|ir|oir|dre|tre)(?!\w)")
_NEXT = re.compile(r"\s([^\W\d_A-ZÀ-Þ][\w-]+)(?![\w’'])")
_ENDING = re.compile(
    r"[a-zà-ÿ-]+(?:é|ée|eux|euse|if|ive|al|ale|el|elle|ique|able|ible|aire|ien|ienne|ois|oise|ais|aise|iste|ier|ière)s?"
)
_MOST = 6


class Phrase(NamedTuple):
    """A role noun with what belongs to it.

    `start` to `end` are the noun and whose it is; `opens` is where the phrase begins with its article; `stands` is
    what it may stand for, `post` the label of the layer name where it is an office; `whose` the actor that its
    complement or adjective names, `own` whether that is an adjective (`allié russe`, not `allié de Moscou`).
    """

    opens: int
    start: int
    head: int
    end: int
    determiner: str
    stands: str
    charge: str
    post: str
    whose: str
    own: bool
    before: tuple[Span, ...]
    behind: tuple[Span, ...]


class Page(NamedTuple):
    """What phrases are read from: an article's text, mentions and words, by where they begin or end."""

    text: str
    lang: str
    starts: dict[int, Mention]
    ends: dict[int, Mention]
    adjectives: dict[int, Mark]
    endings: dict[int, Mark]
    demonyms: dict[str, str]
    nouns: frozenset[int]


def phrases(page: Page, words: list[Mark], offices: list[Mark]) -> list[Phrase]:
    """The phrases of an article, left to right, none inside another or inside a name."""
    nouns = {mark.start: mark for mark in offices if mark.label in POSTS}
    for mark in words:
        if (split(mark.label)[0] or mark.label == POST) and (
            mark.start not in nouns or mark.end >= nouns[mark.start].end
        ):
            nouns[mark.start] = mark
    named = sorted((one.start, one.end) for one in page.starts.values() if one.how != ADJECTIVE)
    found: list[Phrase] = []
    reach = -1
    for start in sorted(nouns):
        mark = nouns[start]
        if start < reach or _inside(named, mark.start, mark.end):
            continue
        found.append(_phrase(page, mark))
        reach = max(reach, found[-1].end)
    return found


def _inside(named: list[Span], start: int, end: int) -> bool:
    place = bisect_left(named, (start + 1,)) - 1
    return place >= 0 and named[place][1] >= end


def _phrase(page: Page, mark: Mark) -> Phrase:
    stands, charge = split(mark.label)
    whole = page.starts.get(mark.start)
    post = "" if stands else mark.label
    opens, start, determiner, owner, before = left(page, mark.start)
    end, whose, own, behind = _right(page, mark.end, complements=stands != STATE, apposed=not determiner)
    determiner = determiner if not _is_plural(page, mark, determiner) else "les"
    if whole and whole.how == ADJECTIVE and whole.end >= mark.end:
        end, whose, own = max(end, whole.end), whole.actor, True
    if owner and not whose:
        whose, own = owner, True
    return Phrase(
        opens, start, mark.end, end, determiner, stands or PERSON, charge or NEUTRAL, post, whose, own, before, behind
    )


def left(page: Page, start: int) -> tuple[int, int, str, str, tuple[Span, ...]]:
    """Where the phrase opens, where it begins without adjectives, its article, whose it is, the adjectives before."""
    at, begins, owner = start, start, ""
    sure: list[Span] = []
    for _ in range(_MOST):
        found = _LEFT.search(page.text, max(0, at - 40), at)
        if not found:
            break
        word, mention = found["word"].lower(), page.ends.get(found.end("word"))
        if mention and (mention.how == ADJECTIVE or "s" in found["joint"]):
            owner, at = mention.actor, mention.start
            begins = at if begins == start and not sure else begins
            if mention.how != ADJECTIVE:
                return at, begins, "the", owner, tuple(sure)
            continue
        if word in _DETERMINERS and (len(word) > 1 or "’" in found["joint"] or "'" in found["joint"] or word == "a"):
            return found.start("word"), begins, word, owner, tuple(sure)
        mark = page.endings.get(found.end("word")) or page.adjectives.get(found.start("word"))
        begin = mark.start if mark and mark.label == BEFORE else found.start("word")
        plain = page.lang == "en" and found["word"].islower() and not (mark and mark.label == NO_ADJECTIVE)
        if mark and mark.label == BEFORE:
            sure.insert(0, (begin, found.end("word")))
        elif word not in _ADVERBS and not (plain and _determined(page, found.start("word"))):
            break
        elif plain and not mark and word not in _ADVERBS and not _ENGLISH.fullmatch(found["word"]):
            begins = found.start("word") if not sure else begins
        else:
            sure.insert(0, (found.start("word"), found.end("word")))
        at = begin
    return at, begins, "", owner, tuple(sure)


def _determined(page: Page, at: int) -> bool:
    """Whether an article, or whose it is, stands at most three plain words before a place."""
    for _ in range(3):
        found = _LEFT.search(page.text, max(0, at - 40), at)
        if not found:
            return False
        if found["word"].lower() in _DETERMINERS or "s" in found["joint"]:
            return True
        mark = page.adjectives.get(found.start("word"))
        if not found["word"].islower() or (mark and mark.label == NO_ADJECTIVE):
            return False
        at = found.start("word")
    return False


def _is_plural(page: Page, mark: Mark, determiner: str) -> bool:
    """Whether a noun means several, as its ending says where no article does."""
    word = page.text[mark.start : mark.end].split()[0 if page.lang == "fr" else -1].lower()
    many = word.endswith(("s", "x", "men")) and not word.endswith(("ss", "us", "is")) and word not in _ONE
    return many and (page.lang == "en" or not determiner)


def _right(page: Page, end: int, *, complements: bool, apposed: bool) -> tuple[int, str, bool, tuple[Span, ...]]:
    """Where the phrase ends, whose it is and whether an adjective says so, and the adjectives behind."""
    whose, own, reach, at = "", False, end, end
    behind: list[Span] = []
    for _ in range(4):
        mention = page.starts.get(at + 1) if page.text[at : at + 1] in (" ", "\u00a0", "-") else None
        if mention and mention.how == ADJECTIVE and page.text[mention.start].islower():
            whose, own, at = whose or mention.actor, own or not whose, mention.end
            reach = at
            continue
        of = _OF.match(page.text, at)
        if of and _AT.match(page.text, at) and (not apposed or of.end() in page.starts):
            break
        if of and of.end() in page.starts and page.starts[of.end()].how != ADJECTIVE:
            named = page.starts[of.end()]
            whose, at = whose or _state_in(page, named) or named.actor, named.end
            reach = at
            continue
        noun = _NOUNS.match(page.text, of.end()) if of and complements else None
        if noun and not behind:
            reach = at = _withadjective_behind(page, noun.end())
            continue
        adjective = adjective_behind(page, at)
        if not adjective:
            break
        behind.append(adjective)
        at = adjective[1]
    return reach, whose, own, tuple(span for span in behind if not (reach > span[1] and span[0] < reach))


def _withadjective_behind(page: Page, end: int) -> int:
    """Where a complement ends, its adjective with it: `garde présidentielle`."""
    adjective = adjective_behind(page, end)
    noun = _NEXT.match(page.text, end) if page.lang == "en" else None
    mark = page.adjectives.get(noun.start(1)) if noun else None
    if noun and not (mark and mark.label == NO_ADJECTIVE):
        return noun.end()
    return adjective[1] if adjective else end


def _state_in(page: Page, named: Mention) -> str:
    """The state whose adjective stands within a name: `Conseil italien`."""
    words = (folded(word) for word in page.text[named.start : named.end].split())
    return next((page.demonyms[word] for word in words if word in page.demonyms), "")


def adjective_behind(page: Page, at: int) -> Span | None:
    """The adjective right behind a place, by the lexicon or, in French, by its ending."""
    mark = page.adjectives.get(at + 1)
    if mark and mark.label == BEHIND:
        return mark.start, mark.end
    word = _NEXT.match(page.text, at) if page.lang == "fr" else None
    if not word or (mark and mark.label == NO_ADJECTIVE) or not _ENDING.fullmatch(word[1]):
        return None
    return word.span(1)
