"""Numbers in digits: where they stand in a text, what shape they have, what they are worth."""

import re
from collections.abc import Iterator

import regex

_NUMERAL = regex.compile(
    r"""(?<![\w./:$€£,]|\p{L}[-‐‑–])(?:
    (?P<iso>\d{4}-\d\d-\d\d)(?!\d)
    |(?P<slashed>\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.)(?:19|20)?\d\d)(?![\w/])
    |(?P<clock>\d{1,2}(?:[.:][0-5]\d)?[ \u00a0\u202f]?[apAP](?:\.[mM]\.|[mM](?!\w))
     |\d{1,2}(?:[ \u00a0\u202f]?[hH](?:[ \u00a0\u202f]?[0-5]\d)?|:[0-5]\d(?::[0-5]\d)?)(?!\w))
    |(?P<roman>[IVX]+)(?:er?|[eè]me)(?=\s+si[eè]cle)
    |(?P<decade>(?:1[5-9]|20)\d0s|['’]\d0s)(?!\w)
    |(?P<plain>(?:\d{1,3}(?:[ \u00a0\u202f\u2009.,]\d{3})++(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?))
     (?P<suffix>ers?|[eè]?res?|i?[eè]mes?|nde?|e|st|rd|th)?(?!\w)
    )|(?<=[$€£])\d(?:[\d,.]*\d)?""",
    regex.VERBOSE,
)


def find(lang: str, text: str, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, kind and value of each numeral: small (1 to 31), year (four digits), figure, ordinal, or a shape.

    The shapes are `iso` (2023-09-12), `slashed` (12/09/2023), `clock` (19h30, 3 p.m.) and `decade` (1990s), whose
    value is as written. A number within a name (`Soyouz-2`) is none.
    """
    for match in _NUMERAL.finditer(text, start, end):
        if match.lastgroup in ("plain", "suffix", None):
            yield _plain(lang, match)
        elif match.lastgroup == "roman":
            yield *match.span(), "ordinal", str(_roman(match["roman"]))
        else:
            yield *match.span(), match.lastgroup, match.group()


def _plain(lang: str, match: "regex.Match[str]") -> tuple[int, int, str, str]:
    digits, suffix = match["plain"] or match.group(), match["suffix"]
    kind = "figure"
    if suffix:
        kind = "ordinal"
    elif digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31:
        kind = "small"
    elif digits.isdecimal() and len(digits) == 4 and 1000 <= int(digits) <= 2199:
        kind = "year"
    return *match.span(), kind, numeric(digits, lang)


def _roman(letters: str) -> int:
    worth = [{"I": 1, "V": 5, "X": 10}[letter] for letter in letters]
    return sum(-one if one < max(worth[at:]) else one for at, one in enumerate(worth))


def numeric(digits: str, lang: str) -> str:
    """A numeral as Python reads it: marks of thousands gone, a point before decimals.

    >>> numeric("11 000", "fr"), numeric("1,5", "fr"), numeric("11,000", "en"), numeric("3.2", "en")
    ('11000', '1.5', '11000', '3.2')
    """
    thousands = "," if lang == "en" else r"\."
    plain = re.sub(rf"{thousands}(?=\d{{3}}(?!\d))", "", re.sub(r"\s", "", digits)).replace(",", ".")
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
