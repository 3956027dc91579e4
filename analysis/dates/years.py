"""Years, parts of a year, decades and centuries: tokens and their place → what they mean."""

import re

from analysis import tokens
from analysis.dates import moments, parts
from analysis.dates.calendar import END
from analysis.dates.grammar import BEFORE
from analysis.dates.moments import Moment
from analysis.dates.parts import Found, Place
from analysis.tokens import Token

_PLURAL = re.compile(r"\s(\w+[sx])(?!\w)")
_NO_YEAR = re.compile(r"\s?[%€$£°]|-\w")
_OF = tokens.LETTERS["of"]
_LONG = re.compile(r"\s[^\W\d_]{3}")
_AT = tokens.LETTERS["at"]


def decade(spoken: list[Token], place: Place) -> Found | None:
    """`les années 1990`, `the 1990s`: its first three digits; `l'an 2000` is a year."""
    token = next(token for token in spoken if token.kind in ("year", "figure", "number", "decade"))
    digits = re.sub(r"\D", "", token.value)
    if len(digits) == 3 and place.text[token.start - 2] != "s" and token.kind == "figure":
        return Found("date", Moment(digits.zfill(4), "year"))
    if len(digits) == 2 and digits[1] == "0":
        digits = ("20" if digits[0] in "012" else "19") + digits
    if len(digits) != 4:
        return None
    annual = [place.text[other.start : other.end].lower() for other in spoken if other.kind == "annual"]
    many = digits[3] == "0" and all(word.endswith("s") for word in annual)
    return Found("date", Moment(digits[:3], "decade") if many else Moment(digits, "year"), parts.first(spoken, "edge"))


def century(spoken: list[Token], place: Place) -> Found | None:
    """`the 19th century`, by its two digits."""
    return Found("date", Moment(f"{int(float(parts.first(spoken, 'ordinal'))) - 1:02}", "century"))


def months(spoken: list[Token], place: Place) -> Found | None:
    """`les six premiers mois de 2023`, `the last three months of the year`: these months."""
    last, number = parts.turn(spoken) < 0, int(float(parts.first(spoken, "number", "small")))
    known = parts.first(spoken, "ordinal") == "1" or last
    if not known or parts.first(spoken, "unit") != "month" or not 0 < number <= 12:
        return None
    year = int(parts.first(spoken, "year") or (place.now.year if place.now else 0))
    value = moments.stretch(year, 13 - number if last else 1, number) if year else ""
    return Found("date", Moment(value, "range", "" if year else moments.UNDATED))


def quarter(spoken: list[Token], place: Place) -> Found | None:
    """A quarter or half of a year, as its months."""
    number, unit = parts.first(spoken, "ordinal"), parts.first(spoken, "quarter")
    if abridged := parts.first(spoken, "abridged"):
        number, unit = abridged.split()
    elif half := parts.first(spoken, "fraction"):
        unit = "half" if half == "1/2" else ""
    many = 6 if unit == "half" else 3
    year = int(parts.first(spoken, "year") or (place.now.year if place.now else 0))
    bare = abridged and not parts.first(spoken, "year") and place.lang == "fr"
    if not unit or bare or int(float(number)) * many > 12:
        return None
    value = moments.stretch(year, (int(float(number)) - 1) * many + 1, many) if year else ""
    return Found("date", Moment(value, unit, "" if year else moments.UNDATED))


def year(spoken: list[Token], place: Place) -> Found | None:
    """A number of four digits, unless things are counted: behind a preposition, or with no plural behind it."""
    value = int(parts.first(spoken, "year"))
    of = place.before == _OF and value > 1500 and (END.match(place.after) or _LONG.match(place.after))
    before = place.before in BEFORE and not (place.before == _AT and place.lang == "en")
    led = spoken[0].kind == "edge" or bool(of) or before
    article = any(token.kind == "the" for token in spoken)
    plural = _PLURAL.match(place.after)
    things = plural is not None and plural[1].lower() not in place.known.families["stop"]
    if _NO_YEAR.match(place.after) or (things and not (article and place.lang == "en")):
        return None
    sure = led or article or (1900 < value < 2100 and value % 100 != 0)
    return Found("date", Moment(str(value), "year"), parts.first(spoken, "edge")) if sure else None
