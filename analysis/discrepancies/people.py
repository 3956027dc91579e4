"""What is told of people who are counted: that they are people, and what became of them (`tué 12 habitants`)."""

import csv
import re
from functools import lru_cache

from analysis.discrepancies.amounts import LEXICONS
from analysis.discrepancies.determiners import LINK, determiner

FATES = LEXICONS / "fates.csv"
"""What may become of people, with the words before and behind a number that say so."""
TOLL = frozenset({"death", "injure", "missing person", "displace", "arrest"})
"""Those of which the same people have only one; who was taken hostage may well have been freed."""
NEAR = {"before": 50, "behind": 90}
"""In how many characters before or behind the number these words stand."""
_BREAK = re.compile(r"[.;:!?()«»“”\n\d]")
_JOINED = r"(?<!\w)(?:{})(?!\w)"
_BESIDE = r"(?<![\w'’])(?:{})(?:[\s'’]+[^\W\d_]+){{0,4}}[\s'’]*\Z"
_BEHIND = r"(?<![\w-])(?:{})(?![\w-])"


def is_person(noun: str, lang: str) -> bool:
    """Whether a noun is one of people; in French a capital makes a people of it.

    >>> is_person("routiers", "fr"), is_person("Libyens", "fr"), is_person("navires", "fr")
    (True, True, False)
    """
    return bool(determiner(lang, "person", LINK).match(noun)) or (lang == "fr" and noun[:1].isupper())


def fates(text: str, start: int, end: int, before: int, behind: int, lang: str) -> frozenset[str]:
    """What became of those counted at this span; nothing before `before` and behind `behind` is read.

    The verb behind a number (`12 personnes ont été tuées`) is taken before the one in front of it, and that one before
    what follows an `and` (`tué 12 personnes et blessé 30 autres`).
    """
    later = _cut(text[end : min(behind, end + NEAR["behind"])])
    former = _cut(text[max(before, start - NEAR["before"]) : start][::-1])[::-1]
    joined = determiner(lang, "joined", _JOINED).search(later)
    own = _first(later[: joined.start()] if joined else later, lang)
    return own or frozenset(fate for fate, told in _told(lang, "before") if told.search(former)) or _first(later, lang)


def _first(later: str, lang: str) -> frozenset[str]:
    """What the first word says that tells what became of people."""
    found = [(match.start(), fate) for fate, told in _told(lang, "behind") if (match := told.search(later))]
    return frozenset([min(found)[1]]) if found else frozenset()


def _cut(text: str) -> str:
    """The text up to where another clause or number begins."""
    stop = _BREAK.search(text)
    return text[: stop.start()] if stop else text


@lru_cache(maxsize=8)
def _told(lang: str, side: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    own = lang if lang in ("fr", "en") else "en"
    form = _BESIDE if side == "before" else _BEHIND
    with FATES.open(encoding="utf-8", newline="") as opened:
        rows = [(row["fate"], row[own]) for row in csv.DictReader(opened) if row["side"] == side]
    return tuple((fate, re.compile(form.format(words), re.IGNORECASE)) for fate, words in rows if words)
