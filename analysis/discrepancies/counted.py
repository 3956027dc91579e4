"""The numbers and durations of a corpus that may be compared, with what they count."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from analysis.content import content, folded
from analysis.discrepancies.amounts import LEXICONS, Amount, amount, duration
from analysis.discrepancies.matters import Found
from analysis.reading import Reading

DETERMINERS = LEXICONS / "determiners.csv"
SILENT = ("credit", "related", "dateline")
"""Roles whose numbers are not read."""
BESIDE = 0.6
"""What a word beside a counted noun weighs: `cinq Libyens détenus` are `six détenus`, not `sept soldats libyens`."""
_QUANTITY = ["document", "unit", "start", "end", "kind", "value", "noun", "modifier"]
_DURATION = ["document", "unit", "start", "end", "value", "modifier"]
FEW = 9
"""Up to so many things, one of them may be told as `un` too."""
BEFORE, WORDS = 60, 3
"""Where people are counted, what they are stands before the number too: so many words in so many characters."""
AHEAD = 60
"""In how many characters behind a number stands what it counts."""
_ONE = r"(?<!\w)(?:{})\s([^\W\d_]{{3,}})"
_WORD = re.compile(r"[^\W\d_]{3,}")
_PART = r"(?<!\w)(?:{})\s+\Z"
_KNOWN = r"(?<!\w)(?:{})[\s\u00a0]+\Z"
_MANY = r"(?:{})(?!\w)"
_LINK = r"(?:{})\Z"
_NEXT = re.compile(r"(?:[\s\u00a0\u202f]+(?:[dl][’'])?[^\W\d_]+(?:-[^\W\d_]+)*){1,4}")


class Counting(NamedTuple):
    """A number with its place, the noun behind it and what it amounts to."""

    document: str
    unit: int
    start: int
    end: int
    noun: str
    amount: Amount


def found(read: Reading) -> list[Found]:
    """All numbers and durations that may be compared; ordinals count none, and `deux sources` are who tells it."""
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    told = read.units[~read.units["role"].isin(SILENT)]
    units = set(told[["document", "unit"]].itertuples(index=False, name=None))
    both = [one for one in [*_quantities(read, texts, langs), *_durations(read)] if one[:2] in units]
    rows = [_found(one, texts[one.document], langs[one.document]) for one in both]
    return rows + [_found(one, texts[one.document], langs[one.document]) for one in _ones(told, rows, texts, langs)]


def _ones(
    units: pd.DataFrame, rows: Sequence[Found], texts: Mapping[str, str], langs: Mapping[str, str]
) -> Iterator[Counting]:
    """`un missile`, where another article counts missiles."""
    few = {thing for row in rows if row.family == "count" and row.low <= FEW for thing in row.things if thing[0] != "="}
    taken = {(row.document, row.end) for row in rows}
    for document, unit, first, last, _ in units.itertuples(index=False, name=None):
        for match in _determiner(langs[document], "one", _ONE).finditer(texts[document], first, last):
            stems = content(match[1], langs[document]).stems
            telling = _determiner(langs[document], "telling", _LINK).match(match[1])
            if few & set(stems) and not telling and (document, match.start(1) - 1) not in taken:
                end = match.start(1) - 1
                yield Counting(document, unit, match.start(), end, match[1], Amount("count", 1.0, 1.0, "1", end))


def _quantities(read: Reading, texts: Mapping[str, str], langs: Mapping[str, str]) -> Iterator[Counting]:
    for document, unit, *row in read.quantities[_QUANTITY].itertuples(index=False, name=None):
        start, end, kind, value, noun, modifier = row
        if (
            kind == "ordinal"
            or _determiner(langs[document], "telling", _LINK).match(noun)
            or _is_pointing(texts[document], start, end, kind, value, langs[document])
        ):
            continue
        measured = amount(texts[document], langs[document], (start, end, kind, value, noun, modifier))
        if noun or not measured.what.startswith("count"):
            yield Counting(document, unit, start, end, noun, measured)
        if part := _determiner(langs[document], "one of", _PART).search(texts[document], max(0, start - 24), start):
            yield Counting(document, unit, part.start(), start - 1, noun, Amount("count", 1.0, 1.0, "1", end))


def _durations(read: Reading) -> Iterator[Counting]:
    spans = read.dates[read.dates["kind"] == "duration"]
    for document, unit, start, end, value, modifier in spans[_DURATION].itertuples(index=False, name=None):
        if measured := duration(value, modifier, end):
            yield Counting(document, unit, start, end, "", measured)


def _is_pointing(text: str, start: int, end: int, kind: str, value: float, lang: str) -> bool:
    """Whether a number only points at what is known (`les deux pays`), or tells none (`plusieurs millions`)."""
    if _determiner(lang, "many", _MANY).match(text, start, end):
        return True
    before = text[max(0, start - 24) : start]
    return kind == "count" and value <= 2 and bool(_determiner(lang, "known", _KNOWN).search(before))


@lru_cache(maxsize=8)
def _determiner(lang: str, use: str, form: str) -> re.Pattern[str]:
    """What finds a determiner of this use, in an expression of this form."""
    own = lang if lang in ("fr", "en") else "en"
    with DETERMINERS.open(encoding="utf-8", newline="") as opened:
        words = next(row[own] for row in csv.DictReader(opened) if row["use"] == use)
    return re.compile(form.format(words), re.IGNORECASE)


def _found(one: Counting, text: str, lang: str) -> Found:
    what = one.amount
    called, things, stop = what.what, dict[str, float](), what.end
    if what.what.startswith("count"):
        called, others = _counted(text, one.end, one.noun, lang)
        if _determiner(lang, "people", _LINK).match(called):
            others += _WORD.findall(text, max(0, one.start - BEFORE), one.start)[-WORDS:]
        things = _things(" ".join(others), lang, BESIDE) | _things(called, lang, 1.0)
        things = things or {folded(called): 1.0}
        stop = text.index(called, one.end) + len(called) if called in text[one.end : one.end + AHEAD] else one.end
    return Found(*one[:4], what.shown, what.low, what.high, what.what, called.lower(), things, stop)


def _things(words: str, lang: str, weight: float) -> dict[str, float]:
    """Stems and concepts of words, all of this weight."""
    said = content(words, lang)
    return dict.fromkeys([*sorted(said.stems), *(f"={concept}" for concept in sorted(said.concepts))], weight)


def _counted(text: str, end: int, noun: str, lang: str) -> tuple[str, list[str]]:
    """The noun that a number counts, where `six de ses citoyens` hides it too, and the words that stand with it."""
    behind = _NEXT.match(text, end)
    words = behind[0].split() if behind else []
    plain = [word for word in words if not _determiner(lang, "link", _LINK).match(word)]
    if noun in plain[:3]:
        return noun, [word for word in plain[:3] if word != noun]
    return (plain[0], plain[1:2]) if plain and plain[0] in words[1:] else (noun, [])
