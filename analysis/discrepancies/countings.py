"""Where numbers, durations and ages of a corpus stand, with what they amount to."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from analysis import numerals
from analysis.discrepancies import ages
from analysis.discrepancies.amounts import GROUPS, Amount, amount, duration, since
from analysis.discrepancies.determiners import LINK, determiner
from analysis.reading import Reading

_QUANTITY = ["document", "unit", "start", "end", "kind", "value", "noun", "modifier"]
_DURATION = ["document", "unit", "start", "end", "value", "modifier"]
_PART = r"(?<!\w)(?:{})\s+\Z"
_KNOWN = r"(?<!\w)(?:{})[\s\u00a0]+\Z"
_MANY = r"(?:{})(?!\w)"
_BARE = r"[\s\u00a0]+(?:{})(?!\w)"
_WORD = r"(?<!\w)(?:{})(?!\w)"
_AFTER = r"(?<!\w)(?:{})\s+(\d{{1,2}}(?:[.,]\d)?)(?!\w)"
_SCORE = re.compile(r"(?<![\w.,/–-])(\d{1,2})\s?[–-]\s?(\d{1,2})(?![\w/–-]|[.,]\d)")
SERIES = 40
"""In how many characters behind an ordinal stands of which series it is."""
_PLAIN = re.compile(r"(?<![\w.,/’'-])(?:\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+|\d{1,3})(?![\w.,/-])")
_FIGURE = re.compile(r"(?<![\w.,])(\d[\d.,\u00a0\u202f]*)(?=[^\d]*\Z)")
_TO = {"fr": re.compile(r"\s*(?:à|-|–|ou)\s*\Z"), "en": re.compile(r"\s*(?:to|-|–|or)\s*\Z")}
_AND = {"fr": re.compile(r"\s+et\s+\Z"), "en": re.compile(r"\s+and\s+\Z")}
_FROM = {"fr": re.compile(r"(?<!\w)de\s+\Z", re.IGNORECASE), "en": re.compile(r"(?<!\w)from\s+\Z", re.IGNORECASE)}
_BETWEEN = {
    "fr": re.compile(r"(?<!\w)entre\s+\Z", re.IGNORECASE),
    "en": re.compile(r"(?<!\w)between\s+\Z", re.IGNORECASE),
}
"""What makes one amount of two numbers: `18 à 24`, `entre 80 et 90`; but `de 80 à 90` tells how it changed."""
WIDEST = 5
"""How many times the first number of a range may be in the last."""
MOST_PARTS = 20
"""One out of more than so many is no share that is told so."""
AHEAD = 40
"""In how many characters before the second number of `un salarié sur trois` the first stands."""
APART = 8
"""In how many characters behind the first number of a range the second stands."""


class Counting(NamedTuple):
    """A number with its place, the noun behind it and what it amounts to; it is `bare` where it stands for people or
    things named before (`46 d'entre eux`)."""

    document: str
    unit: int
    start: int
    end: int
    noun: str
    amount: Amount
    bare: bool = False


Texts = Mapping[str, str]
Firsts = list[tuple[int, int, float]]
"""Start, end and value of the numbers of a unit that may be the first of a range."""
Known = Mapping[tuple[str, int], Firsts]


def found(read: Reading) -> list[Counting]:
    """All numbers, durations, ages, magnitudes and scores that may be compared.

    Ordinals only where they count a series (`la troisième grève depuis mai`); `deux sources` are who tells it.
    """
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    firsts: dict[tuple[str, int], Firsts] = {}
    for row in read.quantities[_QUANTITY].itertuples(index=False, name=None):
        if not row[6] or row[4] in ("count", "money"):
            firsts.setdefault(row[:2], []).append((row[2], row[3], row[5]))
    taken = set(read.quantities[["document", "end"]].itertuples(index=False, name=None))
    bares = [one for one in _bares(read, texts, langs) if (one.document, one.end) not in taken]
    rows = [*_quantities(read, texts, langs, firsts), *bares]
    return [*rows, *_durations(read, texts, langs, firsts), *_told(read, texts, langs)]


def _quantities(read: Reading, texts: Texts, langs: Texts, firsts: Known) -> Iterator[Counting]:
    for document, unit, *row in read.quantities[_QUANTITY].itertuples(index=False, name=None):
        start, end, kind, value, noun, modifier = row
        text, lang = texts[document], langs[document]
        if determiner(lang, "telling", LINK).match(noun) or (kind == "ordinal" and not _is_in_series(text, end, lang)):
            continue
        modifier, start = _several(text, start, end, value, lang, modifier)
        if modifier != "several" and _is_pointing(text, start, end, kind, value, lang):
            continue
        value, end = _halved(text, end, value, lang)
        measured = amount(text, lang, (start, end, kind, value, noun, modifier))
        if measured.what == "times" and determiner(lang, "manifold", _BARE).match(text, measured.end):
            continue
        if shared := _share(text, start, end, value, lang):
            yield Counting(document, unit, *shared)
            continue
        measured = _widened(measured, value, text, start, lang, firsts.get((document, unit), []))
        bare = not noun and kind != "year" and _is_bare(text, start, end, lang)
        if noun or bare or not measured.what.startswith("count"):
            yield Counting(document, unit, start, end, noun, measured, bare and measured.what == "count")
        if part := determiner(lang, "one of", _PART).search(text, max(0, start - 24), start):
            yield Counting(document, unit, part.start(), start - 1, noun, Amount("count", 1.0, 1.0, "1", end))


def _share(text: str, start: int, end: int, value: float, lang: str) -> tuple[int, int, str, Amount] | None:
    """Start, end, noun and amount of `un salarié sur trois`."""
    before = determiner(lang, "out of", _PART).search(text, max(0, start - AHEAD), start)
    if not before or not 2 <= value <= MOST_PARTS:
        return None
    return before.start(), end, "", amount(text, lang, (before.start(), end, "fraction", 1 / value, "", ""))


def _bares(read: Reading, texts: Texts, langs: Texts) -> Iterator[Counting]:
    """Numbers in figures that stand for those named before: `46 ont quitté le bord`."""
    for document, unit, first, last, _ in read.units.itertuples(index=False, name=None):
        text, lang = texts[document], langs[document]
        for match in _PLAIN.finditer(text, first, last):
            start, end = match.span()
            if _is_bare(text, start, end, lang):
                value = float(numerals.numeric(match[0], lang))
                yield Counting(
                    document, unit, start, end, "", Amount("count", value, value, f"{value:,.10g}", end), True
                )


def _several(text: str, start: int, end: int, value: float, lang: str, modifier: str) -> tuple[str, int]:
    """The modifier and start of a number, where it is told as `plusieurs centaines`."""
    if value not in GROUPS:
        return modifier, start
    if told := determiner(lang, "several", _MANY).match(text, start, end):
        return ("several", start) if told.end() < end else (modifier, start)
    many = determiner(lang, "many", _MANY).match(text, start, end)
    before = determiner(lang, "several", _PART).search(text, max(0, start - 16), start)
    return ("several", before.start()) if many and before else (modifier, start)


def _halved(text: str, end: int, value: float, lang: str) -> tuple[float, int]:
    """Value and end of `deux milliards et demi`."""
    half = determiner(lang, "half", _BARE).match(text, end)
    unit = next((unit for unit in (1e9, 1e6, 1e3) if value >= unit), 0.0)
    return (value + unit / 2, half.end()) if half and unit else (value, end)


def _widened(whole: Amount, last: float, text: str, start: int, lang: str, firsts: Firsts) -> Amount:
    """The amount, from the number before it on where both make a range; the first of them may lack its millions."""
    own = "fr" if lang == "fr" else "en"
    for begin, stop, first in [*firsts, *_digits(text, start, lang)]:
        if stop < start <= stop + APART and _is_range(text, begin, stop, start, own):
            for times in (1.0, 1e3, 1e6, 1e9):
                if first * times < last <= WIDEST * first * times:
                    return since(whole, first * times, last)
    return whole


def _digits(text: str, start: int, lang: str) -> Firsts:
    """The number in figures that stands just before this place, with a word between."""
    found = _FIGURE.search(text, max(0, start - 20), start)
    return [(*found.span(1), float(numerals.numeric(found[1], lang)))] if found else []


def _is_range(text: str, begin: int, stop: int, start: int, own: str) -> bool:
    if _TO[own].match(text, stop, start):
        return not _FROM[own].search(text, max(0, begin - 12), begin)
    return bool(_AND[own].match(text, stop, start) and _BETWEEN[own].search(text, max(0, begin - 12), begin))


def _durations(read: Reading, texts: Texts, langs: Texts, firsts: Known) -> Iterator[Counting]:
    spans = read.dates[read.dates["kind"] == "duration"]
    for document, unit, start, end, value, modifier in spans[_DURATION].itertuples(index=False, name=None):
        measured = duration(value, modifier, end)
        number = re.fullmatch(r"PT?([\d.]+)[A-Z]", value)
        if measured and number:
            last, own = float(number[1]), firsts.get((document, unit), [])
            measured = _widened(measured, last, texts[document], start, langs[document], own)
        if measured:
            yield Counting(document, unit, start, end, "", measured)


def _told(read: Reading, texts: Texts, langs: Texts) -> Iterator[Counting]:
    """Ages, magnitudes and scores."""
    for document, unit, first, last, _ in read.units.itertuples(index=False, name=None):
        text, lang = texts[document], langs[document]
        for start, end, years in ages.found(text, lang, first, last):
            yield Counting(document, unit, start, end, "", Amount("age", years, years, f"{years} years", end))
        for match in determiner(lang, "magnitude", _AFTER).finditer(text, first, last):
            size = float(numerals.numeric(match[1], lang))
            yield Counting(
                document, unit, *match.span(1), "", Amount("magnitude", size, size, f"{size:g}", match.end())
            )
        if determiner(lang, "match", _WORD).search(text, first, last):
            for match in _SCORE.finditer(text, first, last):
                won = 100.0 * int(match[1]) + int(match[2])
                own = Amount("score", won, won, f"{match[1]}-{match[2]}", match.end())
                yield Counting(document, unit, *match.span(), "", own)


def _is_in_series(text: str, end: int, lang: str) -> bool:
    """Whether an ordinal counts a series: `la troisième grève depuis mai`, not `le troisième jour`."""
    return bool(determiner(lang, "series", _WORD).search(text, end, end + SERIES))


def _is_bare(text: str, start: int, end: int, lang: str) -> bool:
    """Whether a number stands for those named before: `46 d'entre eux`, `46 ont quitté le bord`; not `les 27 ont`."""
    pointing = determiner(lang, "known", _KNOWN).search(text, max(0, start - 24), start)
    return not pointing and any(determiner(lang, use, _BARE).match(text, end) for use in ("among", "did"))


def _is_pointing(text: str, start: int, end: int, kind: str, value: float, lang: str) -> bool:
    """Whether a number only points at what is known (`les deux pays`), or tells none (`des millions`)."""
    if determiner(lang, "many", _MANY).match(text, start, end):
        return True
    before = text[max(0, start - 24) : start]
    return kind == "count" and value <= 2 and bool(determiner(lang, "known", _KNOWN).search(before))
