"""Two ends of a stretch of time: `du 12 au 14 septembre`, `between 2014 and 2019`."""

from itertools import pairwise

from analysis.dates import calendar, moments, parts
from analysis.dates.moments import Moment
from analysis.dates.parts import Found, Place
from analysis.tokens import Token

_TIMES = {"clock", "hour", "am", "pm"}
_OPENING = ("part", "between", "from", "of")
_DASHES = ("-", "–", "—", "‐", "‑", "/")


def between(spoken: list[Token], place: Place) -> Found | None:
    """Two ends; what one does not say of month and year, it has from the other."""
    opened = [token.kind in (*_OPENING, "the") for token in spoken]
    left, right = _ends(spoken[opened.index(False) :], place.text)
    right = _century(left, right)
    if not left or not right or _is_repeated(spoken, place):
        return None
    if not (_kinds(left) | _kinds(right)) - {"small", "ordinal", "the"} and not _is_numbered(spoken, place):
        return None
    if _kinds(right) & _TIMES:
        return _times(left, right)
    ends = [_end(_filled(left, right), place), _end(_filled(right, left), place)]
    first, last = ends
    if first is None or last is None or first.granularity != last.granularity:
        return None
    last = _behind(first, last, _kinds(right))
    if "year" not in _kinds(left) and first.value > last.value:
        first = _same_year(first, last)
    value = f"{first.value}/{last.value}" if first.value and last.value else ""
    return Found("range", Moment(value, "range", first.reason or last.reason), parts.first(spoken[:1], "part"))


def _is_repeated(spoken: list[Token], place: Place) -> bool:
    """Whether the end is a number that is no year: `2023-1142`."""
    years = [token.value for token in spoken if token.kind == "year"]
    return len(years) == 2 and years[0] > years[1]


def _is_numbered(spoken: list[Token], place: Place) -> bool:
    """Whether two bare numbers are days: `du 12 au 14`, with nothing behind them that they could count."""
    opening = place.text[spoken[0].start : spoken[0].end].lower()
    article = any(token.kind == "the" for token in spoken)
    return place.lang == "fr" and (opening == "du" or article) and calendar.END.match(place.after) is not None


def _behind(first: Moment, last: Moment, kinds: set[str]) -> Moment:
    """The second end where only its weekday or its number is said: the next such day behind the first."""
    start, end = moments.anchor(first.value), moments.anchor(last.value)
    if not start or not end or last.value >= first.value or "month" in kinds:
        return last
    if "weekday" in kinds and "small" not in kinds:
        return moments.shifted(end, "day", 7)
    return moments.day(start, True, (0, 0, end.day))


def _same_year(first: Moment, last: Moment) -> Moment:
    """The first end in the last year in which it lies before the second."""
    year = int(last.value[:4])
    near = f"{year}{first.value[4:]}"
    return first._replace(value=near if near < last.value else f"{year - 1}{first.value[4:]}")


def _kinds(spoken: list[Token]) -> set[str]:
    return {token.kind for token in spoken}


def _ends(body: list[Token], text: str) -> tuple[list[Token], list[Token]]:
    """The tokens of both ends, parted at `to`, `and` or a dash."""
    for at, token in enumerate(body):
        if at and token.kind in ("and", "to", "at", "until"):
            return body[:at], body[at + 1 :]
    gaps = [text[a.end : b.start].strip() for a, b in pairwise(body)]
    at = next((at for at, gap in enumerate(gaps, 1) if gap in _DASHES), 0)
    return body[:at], body[at:]


def _filled(own: list[Token], other: list[Token]) -> list[Token]:
    """The tokens of one end, with month and year of the other where it has none."""
    wanted = {"month", "year"} - _kinds(own)
    return own if wanted == {"month"} else [*own, *(token for token in other if token.kind in wanted)]


def _times(left: list[Token], right: list[Token]) -> Found | None:
    if not _kinds(left) & {*_TIMES, "small"}:
        return None
    half = "pm" if "p" in parts.first(right, "clock").lower() else "am"
    said = [token for token in right if token.kind in ("am", "pm", "clock")][-1:]
    bare = left if _kinds(left) & _TIMES else [*left, *(token._replace(kind=half) for token in said)]
    values = [parts.time(bare), parts.time(right)]
    return Found("range", Moment("/".join(values) if all(values) else "", "range"))


def _end(spoken: list[Token], place: Place) -> Moment | None:
    kinds = _kinds(spoken)
    if kinds & {"small", "ordinal", "iso", "slashed"}:
        said = kinds & {"month", "iso", "slashed"} or place.lang == "fr"
        return parts.day(spoken, place) if said else None
    if "month" in kinds:
        found = calendar.month([token for token in spoken if token.kind in ("month", "year")], place)
        return found.moment if found else None
    if "weekday" in kinds:
        return parts.day(spoken, place)
    year = parts.first(spoken, "year")
    return Moment(year, "year") if year else None


def _century(left: list[Token], right: list[Token]) -> list[Token]:
    """The right end with the century of the left: `1939-45`."""
    if len(left) == len(right) == 1 and left[0].kind == "year" and len(right[0].value) <= 2:
        short = right[0].value.zfill(2)
        return [right[0]._replace(kind="year", value=left[0].value[:2] + short)] if short > left[0].value[2:] else []
    return right
