"""Numbers in digits: where they stand in a text, what shape they have, what they are worth."""

import re
from collections.abc import Iterator

_GAP = "[ \u00a0\u202f]?"
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d+")
_NUMERAL = re.compile(
    rf"""(?P<none>0\d(?:[ .\u00a0\u202f-]?\d\d){{4}}(?!\d)|0\d{{2,4}}[ -]\d{{3,4}}[ -]\d{{3,4}}(?!\d)
      |\d{{3}}-\d{{3}}-\d{{4}}(?![\d-])|\d(?:-\d){{2,4}}(?![\w-])|24{_GAP}h?/24(?!\d)|24/7(?![\d/])|7{_GAP}j?/7(?![\d/]))
    |(?P<iso>\d{{4}}-\d\d-\d\d)(?!\d)
    |(?P<slashed>\d{{1,2}}(?:/\d{{1,2}}/|\.\d{{1,2}}\.)(?:19|20)?\d\d)(?![\w/]|\.\d)
    |(?P<lapse>\d{{1,2}}{_GAP}h{_GAP}\d{{1,2}}{_GAP}(?:min|mn)(?:{_GAP}\d{{1,2}}{_GAP}s)?
      |\d:[0-5]\d:[0-5]\d|\d{{1,2}}{_GAP}(?:min|mn){_GAP}\d{{1,2}}(?:{_GAP}s)?)(?!\w)
    |(?P<clock>\d{{1,2}}(?:[.:][0-5]\d)?{_GAP}[apAP](?:\.[mM]\.|[mM](?!\w))
      |(?:\d{{1,2}}(?:{_GAP}[hH](?:{_GAP}[0-5]\d)?|:[0-5]\d(?::[0-5]\d)?))(?!\w)
      |(?:[01]\d|2[0-3])[0-5]\d(?={_GAP}(?:GMT|UTC|hrs)(?!\w)))
    |(?P<decade>(?:1[5-9]|20)?\d0s)(?!\w)
    |(?P<plain>\d{{1,3}}(?:[ \u00a0\u202f\u2009.,'’]\d{{3}})++(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)
     (?P<suffix>ers?|[eè]?res?|i?[eè]mes?|nde?|e|st|rd|th)?(?!\w)""",
    re.VERBOSE,
)
_PRICE = re.compile(r"\d(?:[\d,.]*\d)?")
_ROMAN = re.compile(r"(?<!\w)([IVX]+)(?:er?|[eè]me)\s+\Z")
_QUARTERS = {"T": "quarter", "Q": "quarter", "S": "half", "H": "half"}
_EDGE = re.compile(r"(?<!\w)(?:mi|mid|fin|end)[-‐‑]\Z", re.IGNORECASE)
CURRENCY = frozenset("$€£¥")


def find(lang: str, text: str) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, kind and value of each numeral: small (1 to 31), year (four digits), figure, ordinal, or a shape.

    The shapes are `iso` (2023-09-12), `slashed` (12/09/2023), `clock` (19h30, 3 p.m.), `lapse` (2 h 05 min 12 s) and
    `decade` (1990s), whose value is as written, and `abridged` (Q3). A number within a name (`Soyouz-2`) is none, a
    telephone number or a line-up (4-3-3) has the kind `none`.
    """
    at = 0
    while digit := _DIGIT.search(text, at):
        start = digit.start()
        before = text[start - 1] if start else " "
        numeral = None if before in ".,/:_" else _abridged(text, start) if before.isalnum() else None
        if numeral is None and before in CURRENCY and (price := _PRICE.match(text, start)):
            numeral = (*price.span(), *_plain(lang, price.group(), ""))
        elif numeral is None and not _is_joined(text, start):
            numeral = _shaped(lang, text, start)
        if numeral:
            yield numeral
            at = numeral[1]
        else:
            at = _end(text, start)


def _end(text: str, start: int) -> int:
    digits = _DIGITS.match(text, start)
    return digits.end() if digits else start + 1


def _is_joined(text: str, start: int) -> bool:
    """Whether the digits belong to what stands before them: `A320`, `Soyouz-2`, `.5`."""
    before = text[start - 1 : start]
    if _EDGE.search(text, max(0, start - 6), start):
        return False
    return (
        before.isalnum()
        or (bool(before) and before in "_./:,")
        or (before in "-‐‑–" and text[: start - 1][-1:].isalpha())
    )


def _abridged(text: str, start: int) -> tuple[int, int, str, str] | None:
    """`Q3`, `T3`, `S1`, `H1`: a quarter or half of a year."""
    unit = _QUARTERS.get(text[start - 1], "")
    if (
        not unit
        or text[start] not in "1234"
        or text[start + 1 : start + 2].isalnum()
        or text[: start - 1][-1:].isalnum()
    ):
        return None
    return start - 1, start + 1, "abridged", f"{text[start]} {unit}"


def _shaped(lang: str, text: str, start: int) -> tuple[int, int, str, str] | None:
    match = _NUMERAL.match(text, start)
    if not match:
        return None
    end, shape = match.end(), match.lastgroup or ""
    if shape in ("plain", "suffix"):
        return start, end, *_plain(lang, match["plain"], match["suffix"])
    if shape == "decade" and text[start - 1 : start] in ("'", "’"):
        start -= 1
    return start, end, shape, match.group()


def _plain(lang: str, digits: str, suffix: str | None) -> tuple[str, str]:
    if suffix:
        return "ordinal", numeric(digits, lang)
    if digits.isdecimal():
        if len(digits) <= 2 and 1 <= int(digits) <= 31:
            return "small", digits
        if len(digits) == 4 and "1000" <= digits <= "2199":
            return "year", digits
    return "figure", numeric(digits, lang)


def roman(text: str, start: int) -> tuple[int, int, str, str] | None:
    """The Roman numeral before this place, where `siècle` begins."""
    match = _ROMAN.search(text, max(0, start - 12), start)
    return (*match.span(), "ordinal", str(_worth(match[1]))) if match else None


def _worth(letters: str) -> int:
    worth = [{"I": 1, "V": 5, "X": 10}[letter] for letter in letters]
    return sum(-one if one < max(worth[at:]) else one for at, one in enumerate(worth))


def numeric(digits: str, lang: str) -> str:
    """A numeral as Python reads it: marks of thousands gone, a point before decimals.

    >>> numeric("11 000", "fr"), numeric("1,5", "fr"), numeric("1’200", "fr"), numeric("11,000", "en")
    ('11000', '1.5', '1200', '11000')
    """
    thousands = "," if lang == "en" else r"\."
    plain = re.sub(rf"{thousands}(?=\d{{3}}(?!\d))", "", re.sub(r"[\s'’]", "", digits)).replace(",", ".")
    return plain if plain.count(".") < 2 else plain.replace(".", "")


def total(left: str, in_words: bool, right: str, kind: str) -> float | None:
    """The value of two numerals that are one, as `200` and `1000` in `deux cent mille`; None when they are two.

    >>> total("200", True, "1000", "multiplier"), total("80", True, "12", "number"), total("2", True, "3", "number")
    (200000.0, 92.0, None)
    """
    first, second = float(left), float(right)
    if kind == "multiplier":
        below = first % 1000 if second == 100 else first % second
        return first - below + below * second if below else None
    if not in_words or first < 20 or first % 10:
        return None
    room = 100 if first % 100 == 0 else 20 if first % 100 in (60, 80) else 10
    return first + second if second < room else None
