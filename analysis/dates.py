"""`documents`, `units`, `rules` → `dates`: which words say when, and which day, time or span of time they mean."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from analysis import moments, tables, tokens
from analysis.moments import Moment
from analysis.tokens import Token, Words

NEAR = 60
"""How many characters around an expression are searched for a future form."""

_UNIT = "(unit|hour|annual|century|quarter)"
_NUM = "(one? group of?|small|year|figure|number|one|some)"
_MANY = f"(modifier the?)? {_NUM} dash? {_UNIT} half?"
_DAY = "(small|ordinal)"
_CLOCK = "(clock (am|pm)?|small dash? (am|pm))"
_TIME = f"((at? modifier? the? {_CLOCK}|(at|until|modifier) small hour small? (am|pm)?))"
_CALENDAR = (
    f"((this|the)? weekday comma? (part of?)? comma?)? (the? {_DAY} dash? of? month|month the? {_DAY})"
    "(last|next|comma? of? year)?"
)
_WEEKDAY = "(this|last|next|the)? weekday (last|next)? (dash this)? (the? part)?"
_POINT = f"({_CALENDAR}|iso|slashed|{_WEEKDAY}|day (the? part)?)"
_PIECE = (
    f"((weekday comma?)? (the? {_DAY} (of? month)?|month {_DAY}?) (comma? of? year)?|iso|slashed|weekday part?|year"
    f"|{_CLOCK}|small hour)"
)
GRAMMAR = {
    "age": f"age modifier? {_NUM} {_UNIT}?|{_NUM} dash? {_UNIT} dash? age|comma (small|figure|number) annual (comma|stop)",
    "range": f"(between|from|of) the? {_PIECE} (and|to|at|until|dash) the? {_PIECE}"
    f"|{_DAY} (dash|and) {_DAY} of? month (comma? year)?|month {_DAY} dash {_DAY} (comma? year)?"
    "|year (dash|slash) (year|small|figure)|month dash month (of? year)?",
    "decade": "the? annual (year|figure)|the? decade",
    "century": "the? ordinal dash? century",
    "quarter": "the? ordinal quarter (of? year)?",
    "every": f"every (number|small)? {_UNIT}|every (weekday|part)",
    "later": f"{_MANY} (later|earlier)",
    "ago": f"ago {_MANY}|{_MANY} ago",
    "in": f"in {_MANY}",
    "past": f"(the|this)? ({_NUM} (last|next)|(last|next) {_NUM}) {_UNIT}",
    "anaphor": f"anaphor part?|the? {_UNIT} (following|preceding)|the? (following|preceding) {_UNIT}",
    "turned": f"(edge of? the?)? ((the|this)? (last|next) {_UNIT}|the? {_UNIT} (last|next)|this {_UNIT} (dash this)?)",
    "season": "(edge dash? of? the?)? (this|last|next|the)? season (last|next|comma? of? year)?",
    "duration": f"{_MANY} (and? {_NUM} {_UNIT})?|(modifier|one)? semi dash? {_UNIT}",
    "point": f"{_POINT} (comma? {_TIME})?|{_TIME} (comma|at|the)* {_POINT}",
    "part": "this part|(last) part",
    "month": "(edge dash? (of|the)*)? (this|last|next)? (the? unit of)? month (last|next|comma? of? year)?",
    "feast": "feast (last|next|of? year)?",
    "clock": f"the? {_TIME}",
    "year": "(edge dash? (of|the|annual)*)? the? year",
    "lone": f"(the|from|since|until|at) {_DAY}",
}
"""What a date may be made of, by name; the first that fits is taken."""

_EXPRESSION = re.compile("|".join(f"(?P<{name}>{tokens.expression(g)})" for name, g in GRAMMAR.items()))
_TIMED = re.compile(tokens.expression(f"(comma? {_TIME})"))
_BEFORE = {tokens.LETTERS[kind] for kind in ("at", "in", "since", "until", "from", "between", "to", "month", "season")}
"""Behind these a year is a year, and a word that is also another is a month."""
_LEADING = {"at", "in", "since", "until", "for", "of", "between", "from", "the", "and", "to"}
_KEPT = {"range": set(), "in": set(), "past": {"the"}, "turned": {"the"}, "anaphor": {"the"}, "decade": {"the"}}


class Place(NamedTuple):
    """What a reader needs to know of the place where an expression stands."""

    text: str
    known: Words
    now: datetime.date | None
    ahead: bool
    before: str
    after: str


class Found(NamedTuple):
    """What an expression means, before it is a row."""

    kind: str
    moment: Moment
    modifier: str = ""


def find(documents: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame) -> pd.DataFrame:
    """`dates`: one row is an expression of time, its `kind`, ISO 8601 `value` and `granularity`.

    Where the value is empty, `reason` says why. Ages are no dates. Credits and link lines are not searched.
    """
    known = tokens.words(rules)
    by_document = dict(list(units.groupby("document")))
    rows: list[dict[str, object]] = []
    for document, lang, published, text in documents[["document", "lang", "published", "text"]].itertuples(
        index=False, name=None
    ):
        if document in by_document and lang in known:
            found = read(text, tokens.find(known[lang], text, by_document[document]), known[lang], published)
            rows += [{"document": document, **row} for row in found]
    return tables.table("dates", rows)


def read(text: str, own: list[Token], known: Words, published: str) -> Iterator[dict[str, object]]:
    """The rows of one text, from its tokens."""
    letters, places = tokens.spelled(text, own)
    now, at = moments.anchor(published), 0
    while match := _EXPRESSION.search(letters, at):
        at = match.start() + 1
        name = match.lastgroup or ""
        spoken = [own[place] for place in places[match.start() : match.end()] if place >= 0]
        row = _row(text, name, spoken, known, now, letters[: match.start()][-1:])
        if row:
            yield row
        if row or name == "age":
            at = match.end()


def _row(
    text: str, name: str, spoken: list[Token], known: Words, now: datetime.date | None, before: str
) -> dict[str, object] | None:
    kept = _trimmed(name, spoken)
    if name == "age" or not kept or (len(spoken) == 1 and not spoken[0].alone and before not in _BEFORE):
        return None
    start, end = kept[0].start, kept[-1].end
    if name in ("turned", "anaphor", "past", "season") and text[start - 2 : start].lower() in ("l'", "l’"):
        start -= 2
    place = Place(text, known, now, _ahead(text, known, start, end), before, text[end : end + 30])
    found = READERS[name](spoken, place)
    if found is None:
        return None
    zoned = _zone(text, end, known) if found.moment.granularity == "time" else None
    return {
        "unit": kept[0].unit,
        "start": start,
        "end": end,
        "match": text[start:end],
        "kind": found.kind,
        "value": found.moment.value,
        "granularity": found.moment.granularity,
        "modifier": "; ".join(filter(None, [found.modifier, zoned])),
        "reason": found.moment.reason,
    }


def _trimmed(name: str, spoken: list[Token]) -> list[Token]:
    """The tokens without the preposition, and for a day, month or year the article, before them."""
    first = 0
    dropped = _LEADING - _KEPT.get(name, set()) if name not in ("range", "in") else set()
    while first < len(spoken) and spoken[first].kind in dropped:
        first += 1
    return spoken[first:]


def _ahead(text: str, known: Words, start: int, end: int) -> bool:
    """Whether a future form stands near, in the same sentence."""
    future = known.expressions.get("future")
    before = re.split(r"[.!?;\n]\s", text[max(0, start - NEAR) : start])[-1]
    after = re.split(r"[.!?;\n](?:\s|\Z)", text[end : end + NEAR])[0]
    return future is not None and (future.search(before) is not None or future.search(after) is not None)


def _zone(text: str, end: int, known: Words) -> str:
    zone = known.expressions.get("zone")
    gap = re.compile(r"[\s,(]*").match(text, end)
    found = zone.match(text, gap.end() if gap else end) if zone else None
    return found.group() if found else ""


# How each kind of expression is read: its tokens and its place → what it means, or None when it is no date.


def _first(spoken: list[Token], *kinds: str) -> str:
    return next((token.value for token in spoken if token.kind in kinds), "")


def _turn(spoken: list[Token]) -> int:
    kinds = {token.kind for token in spoken}
    return -1 if "last" in kinds else 1 if "next" in kinds else 0


def _modifier(spoken: list[Token]) -> str:
    group = "about" if any(token.kind == "group" for token in spoken) else ""
    return _first(spoken, "modifier") or _first(spoken, "edge") or _first(spoken, "part") or group


def _unit(token: Token) -> bool:
    return token.kind in ("unit", "hour", "annual", "century", "quarter")


def _pairs(spoken: list[Token]) -> list[tuple[str, str]]:
    """The numbers and their units; the number is "" where it is vague."""
    found: list[tuple[str, str]] = []
    number = "1"
    for token in spoken:
        if token.kind in ("small", "year", "figure", "number", "group"):
            number = token.value
        elif token.kind == "some":
            number = ""
        elif _unit(token):
            found.append((number, token.value))
            number = "1"
    return found


def _time(spoken: list[Token], lang: str) -> str:
    """`T19:44`, of tokens that say a time; empty when there is no such time."""
    written = _first(spoken, "clock")
    if written:
        parts = [int(part) for part in re.findall(r"\d+", written)]
    else:
        parts = [int(token.value) for token in spoken if token.kind == "small"][:2]
    hour, minute = [*parts, 0][:2]
    kinds = {token.kind for token in spoken}
    if "pm" in kinds and hour < 12:
        hour += 12
    elif "am" in kinds and hour == 12:
        hour = 0
    return f"T{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else ""


def _point(spoken: list[Token], place: Place) -> Found | None:
    timed, dated = _parted(spoken)
    moment = _day(dated, place)
    if moment is None:
        return None
    if timed and moment.value:
        moment = Moment(moment.value + _time(timed, place.known.lang), "time", moment.reason)
    elif timed:
        moment = moment._replace(granularity="time")
    return Found("time" if timed else "date", moment, _first(dated, "part") or _first(timed, "modifier"))


def _parted(spoken: list[Token]) -> tuple[list[Token], list[Token]]:
    """The tokens that say the time, and the others."""
    letters = "".join(tokens.LETTERS[token.kind] for token in spoken)
    found = _TIMED.search(letters)
    if not found:
        return [], spoken
    return spoken[found.start() : found.end()], [*spoken[: found.start()], *spoken[found.end() :]]


def _day(spoken: list[Token], place: Place) -> Moment | None:
    kinds = {token.kind for token in spoken}
    if "iso" in kinds or "slashed" in kinds:
        return _digits(_first(spoken, "iso", "slashed"), place)
    if "day" in kinds:
        return moments.shifted(place.now, "day", int(_first(spoken, "day")))
    number = _first(spoken, "small", "ordinal")
    weekday, month = int(_first(spoken, "weekday") or 0), int(_first(spoken, "month") or 0)
    if number:
        if not 1 <= float(number) <= 31:
            return None
        numbers = (int(_first(spoken, "year") or 0), month, int(number))
        return moments.day(place.now, place.ahead, numbers, weekday, _turn(spoken))
    return moments.weekday(place.now, place.ahead, weekday, _turn(spoken), "this" in kinds)


def _digits(written: str, place: Place) -> Moment | None:
    """A day in digits: by day, month and year in French, and in English unless it can only be by month and day."""
    first, second, third = (int(part) for part in re.findall(r"\d+", written))
    if first > 31:
        year, month, day = first, second, third
    else:
        year, month, day = third + (2000 if third < 100 else 0), second, first
        if (place.known.lang == "en" and first <= 12) or (second > 12 >= first):
            month, day = first, second
    if place.known.lang == "en" and year > 31 and day <= 12 and month <= 12 and day != month and first <= 31:
        return Moment("", "day", "day and month may be either way round")
    return moments.day(place.now, place.ahead, (year, month, day))


def _month(spoken: list[Token], place: Place) -> Found | None:
    year = int(_first(spoken, "year") or 0)
    if len(spoken) == 2 and spoken[0].kind == "the":
        return None
    moment = moments.month(place.now, place.ahead, int(_first(spoken, "month")), year, _turn(spoken))
    return Found("date", moment, _first(spoken, "edge"))


def _season(spoken: list[Token], place: Place) -> Found | None:
    kinds = {token.kind for token in spoken}
    token = next(token for token in spoken if token.kind == "season")
    if not token.alone and not kinds & {"this", "last", "next", "year", "edge"}:
        return None
    year, near = int(_first(spoken, "year") or 0), "this" in kinds
    moment = moments.season(place.now, place.ahead, token.value, year, _turn(spoken), near)
    return Found("date", moment, _first(spoken, "edge"))


def _turned(spoken: list[Token], place: Place) -> Found | None:
    unit = next(token for token in spoken if _unit(token))
    many = place.text[unit.start : unit.end].lower().endswith("s") and unit.value != "month"
    turn = _turn(spoken)
    if turn == 0 and (many or unit.value in ("second", "minute", "hour", "decade", "century")):
        return None
    if spoken[0].kind == "this" and turn:
        return Found("duration", Moment("", "duration", moments.VAGUE), "last" if turn < 0 else "next")
    before = [token.kind for token in spoken].index("last" if turn < 0 else "next") < spoken.index(unit) if turn else False
    if place.known.lang == "fr" and before:
        return None
    if many or (unit.value in ("second", "minute", "hour")):
        return Found("duration", Moment("", "duration", moments.VAGUE), "last" if turn < 0 else "next")
    if before and spoken[0].kind == "the":
        return Found("duration", moments.duration([("1", unit.value)]), "last" if turn < 0 else "next")
    return Found("date", moments.shifted(place.now, unit.value, turn), _first(spoken, "edge"))


def _past(spoken: list[Token], place: Place) -> Found | None:
    if _first(spoken, "one") == "" and any(token.kind == "one" for token in spoken):
        return None
    return Found("duration", moments.duration(_pairs(spoken)), "last" if _turn(spoken) < 0 else "next")


def _duration(spoken: list[Token], place: Place) -> Found | None:
    kinds = [token.kind for token in spoken]
    if "semi" in kinds:
        value = moments.duration([("0", _pairs(spoken)[0][1])], half=True)
        short = {"hour": "PT30M", "minute": "PT30S", "day": "PT12H", "year": "P6M"}
        return Found("duration", value._replace(value=short.get(_pairs(spoken)[0][1], value.value)))
    words = place.text[spoken[0].start : spoken[-1].end].lower()
    if "one" in kinds and (words in ("un jour", "a second") or place.before == tokens.LETTERS["figure"]):
        return None
    if "ordinal" in kinds or (kinds[0] == "year" and not words[-1] == "s"):
        return None
    return Found("duration", moments.duration(_pairs(spoken), "half" in kinds), _modifier(spoken))


def _ago(spoken: list[Token], place: Place) -> Found | None:
    return _reckoned(spoken, place, -1)


def _in(spoken: list[Token], place: Place) -> Found | None:
    if place.known.lang == "en" and not place.ahead:
        return Found("duration", moments.duration(_pairs(spoken), "half" in [t.kind for t in spoken]), _modifier(spoken))
    return _reckoned(spoken, place, 1)


def _reckoned(spoken: list[Token], place: Place, sign: int) -> Found | None:
    ((number, unit), *_) = _pairs(spoken)
    if not number:
        return Found("date", Moment("", unit, moments.VAGUE))
    return Found("date", moments.shifted(place.now, unit, sign * float(number)), _modifier(spoken))


def _later(spoken: list[Token], place: Place) -> Found | None:
    unit = next(token.value for token in spoken if _unit(token))
    return Found("date", Moment("", unit, moments.ANAPHORIC), _modifier(spoken))


def _anaphor(spoken: list[Token], place: Place) -> Found | None:
    unit = next((token.value for token in spoken if _unit(token)), "day")
    return Found("date", Moment("", unit, moments.ANAPHORIC), _first(spoken, "part"))


def _every(spoken: list[Token], place: Place) -> Found | None:
    pairs = _pairs(spoken)
    value = moments.duration(pairs).value if pairs else ""
    if not pairs and _first(spoken, "weekday"):
        value = f"XXXX-WXX-{_first(spoken, 'weekday')}"
    grain = pairs[0][1] if pairs else "day"
    return Found("set", Moment(value, grain, "" if value else "it comes again and again"))


def _decade(spoken: list[Token], place: Place) -> Found | None:
    written = re.sub(r"\D", "", place.text[spoken[0].start : spoken[-1].end])
    if len(written) == 2 and written[1] == "0":
        written = ("20" if written[0] in "012" else "19") + written
    annual = next((token for token in spoken if token.kind == "annual"), None)
    if annual and place.text[annual.start : annual.end].lower() not in ("années", "years"):
        return Found("date", Moment(written, "year")) if len(written) == 4 else None
    if len(written) != 4:
        return None
    return Found("date", Moment(written[:3], "decade") if written[3] == "0" else Moment(written, "year"))


def _century(spoken: list[Token], place: Place) -> Found | None:
    return Found("date", Moment(f"{int(float(_first(spoken, 'ordinal'))) - 1:02}", "century"))


def _quarter(spoken: list[Token], place: Place) -> Found | None:
    number, year = int(float(_first(spoken, "ordinal"))), _first(spoken, "year")
    letter = "H" if _first(spoken, "quarter") == "half" else "Q"
    if number > (2 if letter == "H" else 4):
        return None
    year = year or (str(place.now.year) if place.now else "")
    reason = "" if year else moments.UNDATED
    return Found("date", Moment(f"{year}-{letter}{number}" if year else "", _first(spoken, "quarter"), reason))


def _part(spoken: list[Token], place: Place) -> Found | None:
    night = -1 if spoken[0].kind == "last" else 0
    return Found("date", moments.shifted(place.now, "day", night), _first(spoken, "part"))


def _feast(spoken: list[Token], place: Place) -> Found | None:
    month, day = map(int, _first(spoken, "feast").split("-"))
    return Found("date", moments.day(place.now, place.ahead, (int(_first(spoken, "year") or 0), month, day)))


def _clock(spoken: list[Token], place: Place) -> Found | None:
    value = _time(spoken, place.known.lang)
    return Found("time", Moment(value, "time"), _first(spoken, "modifier")) if value else None


_ROUND = re.compile(r"\s(\w+[sx])(?!\w)")


def _year(spoken: list[Token], place: Place) -> Found | None:
    """A number of four digits, unless things are counted: behind a preposition, or with no plural behind it."""
    value = int(_first(spoken, "year"))
    led = spoken[0].kind == "edge" or place.before in _BEFORE
    article = any(token.kind == "the" for token in spoken)
    plural = _ROUND.match(place.after)
    things = plural is not None and plural[1].lower() not in place.known.families["stop"]
    if re.match(r"\s?[%€$£°]|-\w", place.after) or (things and not (article and place.known.lang == "en")):
        return None
    sure = led or article or (1900 < value < 2100 and value % 100 != 0)
    return Found("date", Moment(str(value), "year"), _first(spoken, "edge")) if sure else None


def _lone(spoken: list[Token], place: Place) -> Found | None:
    """A day of which only the number is said: `le 12`, `on the 12th`."""
    number, first = spoken[-1], place.text[spoken[0].start : spoken[0].end].lower()
    named = first in ("le", "du", "au", "dès le", "depuis le") and float(number.value) <= 31
    named = named and (number.kind == "small" or place.text[number.start : number.end] in ("1er",))
    if place.known.lang == "en":
        named = first in ("the",) and place.text[number.start].isdecimal() and number.kind == "ordinal"
    if not named or not re.match(r"\s*(?:[.;:!?)»”,](?!\d)|\Z)", place.after):
        return None
    return Found("date", moments.day(place.now, place.ahead, (0, 0, int(float(number.value)))))


def _range(spoken: list[Token], place: Place) -> Found | None:
    """Two ends; what the first does not say of month and year, it has from the second."""
    opened = spoken[0].kind in ("between", "from", "of")
    body = spoken[1:] if opened else spoken
    left, right = _ends(body, place)
    if not left or not right:
        return None
    kinds = {token.kind for token in right}
    left_kinds = {token.kind for token in left}
    if kinds & {"clock", "hour", "am", "pm"}:
        if not left_kinds & {"clock", "hour", "am", "pm", "small"}:
            return None
        values = [_time(end, place.known.lang) for end in (left, right)]
        return Found("range", Moment("/".join(values), "time"))
    shared = [t for t in right if t.kind in ("month", "year") and t.kind not in left_kinds]
    if "month" not in left_kinds and "year" in left_kinds:
        shared = []
    if "month" in left_kinds and "month" not in kinds:
        right = [*right, *(t for t in left if t.kind == "month")]
    ends = [_end([*left, *shared], place), _end(right, place)]
    if any(end is None for end in ends):
        return None
    first, last = (end for end in ends if end is not None)
    if "weekday" in kinds and last.value < first.value and "small" not in kinds:
        later = moments.anchor(last.value)
        last = moments.shifted(later, "day", 7)
    if first.granularity != last.granularity:
        return None
    value = f"{first.value}/{last.value}" if first.value and last.value else ""
    return Found("range", Moment(value, first.granularity, first.reason or last.reason))


def _ends(body: list[Token], place: Place) -> tuple[list[Token], list[Token]]:
    """The tokens of both ends, parted at `to`, `and` or a dash."""
    for at, token in enumerate(body):
        if at and token.kind in ("and", "to", "at", "until"):
            return body[:at], [token for token in body[at + 1 :] if token.kind != "the"]
    gaps = [place.text[a.end : b.start].strip() for a, b in zip(body, body[1:], strict=False)]
    at = next((at for at, gap in enumerate(gaps) if gap in ("-", "–", "—", "‐", "‑", "/")), -1) + 1
    if at and body[at:] and {t.kind for t in body} >= {"month", "small"} and body[0].kind == "month":
        return body[:at], body[at:]
    return body[:at], body[at:]


def _end(spoken: list[Token], place: Place) -> Moment | None:
    kinds = {token.kind for token in spoken}
    if kinds & {"small", "ordinal", "iso", "slashed"}:
        if not kinds & {"month", "iso", "slashed"} and place.known.lang == "en":
            return None
        return _day(spoken, place)
    if "month" in kinds:
        found = _month([token for token in spoken if token.kind in ("month", "year")], place)
        return found.moment if found else None
    if "weekday" in kinds:
        return _day(spoken, place)
    year = _first(spoken, "year")
    return Moment(year, "year") if year and 1000 < int(year) < 2200 else None


READERS = {
    name: globals()[f"_{name}"] for name in GRAMMAR if name != "age"
}
