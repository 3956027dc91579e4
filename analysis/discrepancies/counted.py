"""The numbers, durations and ages of a corpus that may be compared, with what they count."""

import re
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from analysis.content import content, folded
from analysis.discrepancies import countings, lapses, people
from analysis.discrepancies.amounts import Amount
from analysis.discrepancies.countings import Counting
from analysis.discrepancies.determiners import LINK, determiner
from analysis.discrepancies.matters import Found
from analysis.reading import Reading

SILENT = ("credit", "related", "dateline")
"""Roles whose numbers are not read."""
BESIDE = 0.6
"""What a word beside a counted noun weighs: `cinq Libyens détenus` are `six détenus`, not `sept soldats libyens`."""
KINDRED = 0.8
"""What it weighs that people are counted, by whatever name: `sept routiers`, `huit chauffeurs`."""
PERSON, GENERIC, FATE = "@person", "@generic", "!"
"""Things that are no words: people; what any thing may be called (`engins`); what became of those counted."""
FEW = 9
"""Up to so many things, one of them may be told as `un` too."""
BEFORE, WORDS = 60, 3
"""Where people are counted, what they are stands before the number too: so many words in so many characters."""
AHEAD = 60
"""In how many characters behind a number stands what it counts."""
_ONE = r"(?<!\w)(?:{})\s([^\W\d_]{{3,}})"
_WORD = re.compile(r"[^\W\d_]{3,}")
_NEXT = re.compile(r"(?:[\s\u00a0\u202f]+(?:[dl][’'])?[^\W\d_]+(?:-[^\W\d_]+)*){1,4}")
Place = tuple[int, int]


def found(read: Reading) -> list[Found]:
    """All numbers, durations and ages that may be compared, and `un mort` where another article counts them."""
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    told = read.units[~read.units["role"].isin(SILENT)]
    bounds = {row[:2]: (row[2], row[3]) for row in told.itertuples(index=False, name=None)}
    rows = _all([one for one in countings.found(read) if one[:2] in bounds], bounds, texts, langs)
    return rows + _all(list(_ones(told, rows, texts, langs)), bounds, texts, langs)


def _all(
    own: list[Counting], bounds: Mapping[tuple[str, int], Place], texts: Mapping[str, str], langs: Mapping[str, str]
) -> list[Found]:
    """The countings with what they count, each read between the number before it and the one behind it."""
    spans: dict[tuple[str, int], list[Place]] = {}
    for one in own:
        spans.setdefault(one[:2], []).append((one.start, one.end))
    rows = []
    for one in own:
        first, last = bounds[one[:2]]
        before = max([end for _, end in spans[one[:2]] if end <= one.start], default=first)
        behind = min([start for start, _ in spans[one[:2]] if start >= one.end], default=last)
        rows.append(_found(one, texts[one.document], langs[one.document], (before, behind)))
    return rows


def _ones(
    units: pd.DataFrame, rows: Sequence[Found], texts: Mapping[str, str], langs: Mapping[str, str]
) -> Iterator[Counting]:
    """`un missile`, where another article counts missiles; `un routier est mort`, where another one counts dead."""
    counted = [row for row in rows if row.family == "count" and row.low <= FEW]
    few = {thing for row in counted for thing in row.things if thing[0] not in "=@"}
    taken = {(row.document, row.end) for row in rows}
    for document, unit, first, last, _ in units.itertuples(index=False, name=None):
        text, lang = texts[document], langs[document]
        for match in determiner(lang, "one", _ONE).finditer(text, first, last):
            word, end = match[1], match.start(1) - 1
            if determiner(lang, "telling", LINK).match(word) or (document, end) in taken:
                continue
            became = people.fates(text, match.start(), end, first, last, lang) if people.is_person(word, lang) else ()
            if few & ({*content(word, lang).stems, *(FATE + fate for fate in became)}):
                yield Counting(document, unit, match.start(), end, word, Amount("count", 1.0, 1.0, "1", end))


def _found(one: Counting, text: str, lang: str, bounds: Place) -> Found:
    what = one.amount
    called, things, stop = what.what, dict[str, float](), what.end
    if what.what == "duration":
        things = dict.fromkeys(sorted(lapses.roles(text, one.start, one.end, lang)), 1.0)
    if what.what.startswith("count") or what.what == "ordinal":
        called, others = ("", []) if one.bare else _counted(text, one.end, one.noun, lang)
        if determiner(lang, "people", LINK).match(called):
            others += _WORD.findall(text, max(0, one.start - BEFORE), one.start)[-WORDS:]
        things = _things(" ".join(others), lang, BESIDE) | _things(called, lang, 1.0)
        things |= _kinds(one, called, text, lang, bounds)
        things = things or {folded(called): 1.0}
        stop = text.index(called, one.end) + len(called) if called in text[one.end : one.end + AHEAD] else one.end
    return Found(*one[:4], what.shown, what.low, what.high, what.what, called.lower(), things, stop)


def _kinds(one: Counting, called: str, text: str, lang: str, bounds: Place) -> dict[str, float]:
    """Whether people are counted and what became of them, or things by a name that any of them may have."""
    became = people.fates(text, one.start, one.end, *bounds, lang)
    person = people.is_person(called, lang) if called else True
    named = people.fates(called, 0, 0, 0, len(called), lang)
    found = {PERSON: KINDRED} if person or named else {}
    if not called or determiner(lang, "generic", LINK).match(called):
        found[GENERIC] = 1.0
    return found | (dict.fromkeys((FATE + fate for fate in sorted(became)), 1.0) if person or named else {})


def _things(words: str, lang: str, weight: float) -> dict[str, float]:
    """Stems and concepts of words, all of this weight."""
    said = content(words, lang)
    return dict.fromkeys([*sorted(said.stems), *(f"={concept}" for concept in sorted(said.concepts))], weight)


def _counted(text: str, end: int, noun: str, lang: str) -> tuple[str, list[str]]:
    """The noun that a number counts, where `six de ses citoyens` hides it too, and the words that stand with it."""
    behind = _NEXT.match(text, end)
    words = behind[0].split() if behind else []
    plain = [word for word in words if not determiner(lang, "link", LINK).match(word)]
    if noun in plain[:3]:
        return noun, [word for word in plain[:3] if word != noun]
    return (plain[0], plain[1:2]) if plain and plain[0] in words[1:] else (noun, [])
