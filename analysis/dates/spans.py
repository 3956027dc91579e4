"""Units of time that are counted or turned to (`two hours`, `il y a trois ans`, `last week`): what they mean."""

import re
from fractions import Fraction

from analysis import tokens
from analysis.dates import moments, parts
from analysis.dates.moments import Moment
from analysis.dates.parts import Found, Place
from analysis.tokens import Token

_PLURAL = re.compile(r"(?<!\w)(?:[lcd]es|aux|quelques)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
"""Before `mois`, which has no plural of its own."""
_SPENT = tuple(tokens.LETTERS[kind] for kind in ("for", "in", "to", "at", "until", "since", "from", "between"))


def closing(spoken: list[Token], place: Place) -> Found | None:
    """`the end of the year`: this one, unless the text tells of another; `fin de journée` is none."""
    if spoken[-1].value in ("day", "second", "minute", "decade", "fortnight"):
        return None
    return Found("date", moments.shifted(place.now, spoken[-1].value, 0), parts.first(spoken, "edge"))


def turned(spoken: list[Token], place: Place) -> Found | None:
    """`last week`, `l'an prochain`, `this month`; `ces dernières années` is a span of no number."""
    unit = next((token for token in spoken if parts.is_unit(token)), spoken[-1])
    if len(spoken) == 2 and spoken[0].kind == "the":
        return _weekend(unit, place)
    several = unit.value != "month" or (place.lang == "fr" and _PLURAL.search(place.text, 0, unit.start) is not None)
    many = several and place.text[unit.start : unit.end].lower().endswith("s")
    turn = parts.turn(spoken)
    if unit.value == "weekend" and turn == 0 and place.now and place.now.isoweekday() < 3 and not place.ahead:
        return Found("date", moments.shifted(place.now, "weekend", -1))
    if turn == 0 and (many or unit.value in ("second", "minute", "hour", "decade", "century")):
        return None
    if spoken[0].kind == "this" and turn:
        return Found("duration", Moment("", "duration", moments.VAGUE), "last" if turn < 0 else "next")
    before = any(token.kind in ("last", "next") for token in spoken[: spoken.index(unit)]) if turn else False
    if place.lang == "fr" and before:
        return None
    if many or (unit.value in ("second", "minute", "hour")):
        return Found("duration", Moment("", "duration", moments.VAGUE), "last" if turn < 0 else "next")
    if before and spoken[0].kind == "the":
        return Found("duration", moments.duration([("1", unit.value)]), "last" if turn < 0 else "next")
    return Found("date", moments.shifted(place.now, unit.value, turn), parts.first(spoken, "edge"))


def _weekend(unit: Token, place: Place) -> Found | None:
    """`over the weekend`: the last one, or the coming one; in French `le week-end` comes every week."""
    if unit.value != "weekend" or place.lang == "fr" or place.after.startswith(" of "):
        return None
    back = bool(place.now and place.now.isoweekday() < 6 and not place.ahead)
    return Found("date", moments.shifted(place.now, "weekend", -back))


def past(spoken: list[Token], place: Place) -> Found | None:
    """`the past three days`, `les deux prochains mois`."""
    if place.lang == "en" and spoken[-2].kind in ("last", "next"):
        return None
    if parts.first(spoken, "one") == "" and any(token.kind == "one" for token in spoken):
        return None
    return Found("duration", moments.duration(parts.pairs(spoken)), "last" if parts.turn(spoken) < 0 else "next")


def duration(spoken: list[Token], place: Place) -> Found | None:
    """Numbers and their units; not `un jour`, which is some day."""
    kinds = [token.kind for token in spoken]
    if "lapse" in kinds or "fraction" in kinds:
        return _part_of_hour(spoken)
    if "semi" in kinds:
        value = moments.duration([("0", parts.pairs(spoken)[0][1])], half=True)
        short = {"hour": "PT30M", "minute": "PT30S", "day": "PT12H", "year": "P6M"}
        return Found("duration", value._replace(value=short.get(parts.pairs(spoken)[0][1], value.value)))
    words = place.text[spoken[0].start : spoken[-1].end].lower()
    if "one" in kinds and (words in ("un jour", "a second") or place.before == tokens.LETTERS["figure"]):
        return None
    if "ordinal" in kinds or _is_rate(spoken, place) or (kinds[0] == "year" and words[-1] != "s"):
        return None
    quarter = [("15", "minute")] if parts.first(spoken, "half") == "1/4" else []
    half = "half" in kinds and not quarter
    return Found("duration", moments.duration(parts.pairs(spoken) + quarter, half), parts.modifier(spoken))


def _part_of_hour(spoken: list[Token]) -> Found | None:
    """`2 h 05 min 12 s`, `trois quarts d'heure`."""
    fraction = parts.first(spoken, "fraction")
    if fraction:
        minutes = Fraction(fraction) * 60
        return Found("duration", Moment(f"PT{int(minutes)}M", "duration"), parts.first(spoken, "modifier"))
    numbers, written = re.findall(r"\d+", parts.first(spoken, "lapse")), parts.first(spoken, "lapse").lower()
    units = [unit for unit in "HMS" if (unit != "H" or "h" in written or ":" in written)]
    return Found(
        "duration", Moment("PT" + "".join(f"{int(n)}{u}" for n, u in zip(numbers, units, strict=False)), "duration")
    )


def _is_rate(spoken: list[Token], place: Place) -> bool:
    """Whether `a week` says how often: `twice a week`, `30 trucks a week`."""
    if place.lang != "en" or spoken[0].kind != "one" or len(spoken) > 2 or place.before in _SPENT:
        return False
    before = re.search(r"([^,.;:()]{0,25})\s\Z", place.text[max(0, place.start - 26) : place.start])
    words = before[1].lower().split() if before else []
    return any(word in place.known.families["rated"] or word[-1:].isdigit() for word in words)


def ago(spoken: list[Token], place: Place) -> Found | None:
    """So many units before the publication."""
    return _reckoned(spoken, place, -1)


def within(spoken: list[Token], place: Place) -> Found | None:
    """`dans deux jours`; `in two days` only where a future form stands near, else a duration."""
    if place.lang == "en" and not place.ahead:
        return Found(
            "duration",
            moments.duration(parts.pairs(spoken), "half" in [t.kind for t in spoken]),
            parts.modifier(spoken),
        )
    return _reckoned(spoken, place, 1)


def _reckoned(spoken: list[Token], place: Place, sign: int) -> Found | None:
    ((number, unit), *_) = parts.pairs(spoken)
    if number and any(token.kind == "half" for token in spoken):
        number, unit = (f"{float(number) * 12 + 6}", "month") if unit == "year" else (f"{float(number) + 0.5}", unit)
    if not number:
        return Found("date", Moment("", unit, moments.VAGUE))
    return Found("date", moments.shifted(place.now, unit, sign * float(number)), parts.modifier(spoken))


def later(spoken: list[Token], place: Place) -> Found | None:
    """`deux jours plus tard`."""
    unit = next(token.value for token in spoken if parts.is_unit(token))
    return Found("date", Moment("", unit, moments.ANAPHORIC), parts.modifier(spoken))


def anaphor(spoken: list[Token], place: Place) -> Found | None:
    """`la veille`, `the following week`."""
    unit = next((token.value for token in spoken if parts.is_unit(token)), "day")
    return Found("date", Moment("", unit, moments.ANAPHORIC), parts.first(spoken, "part"))


def every(spoken: list[Token], place: Place) -> Found | None:
    """`chaque jour`, `every Monday`."""
    pairs = parts.pairs(spoken)
    if any(token.kind == "semi" for token in spoken):
        return Found("set", Moment("", pairs[0][1], "it comes again and again"))
    value = moments.duration(pairs).value if pairs else ""
    if not pairs and parts.first(spoken, "weekday"):
        value = f"XXXX-WXX-{parts.first(spoken, 'weekday')}"
    grain = pairs[0][1] if pairs else "day"
    return Found("set", Moment(value, grain, "" if value else "it comes again and again"))
