"""Units of time that are counted or turned to (`two hours`, `il y a trois ans`, `last week`): what they mean."""

from analysis import tokens
from analysis.dates import moments, parts
from analysis.dates.moments import Moment
from analysis.dates.parts import Found, Place
from analysis.tokens import Token


def closing(spoken: list[Token], place: Place) -> Found | None:
    """`the end of the year`: this one, unless the text tells of another."""
    return Found("date", moments.shifted(place.now, spoken[-1].value, 0), parts.first(spoken, "edge"))


def turned(spoken: list[Token], place: Place) -> Found | None:
    """`last week`, `l'an prochain`, `this month`; `ces dernières années` is a span of no number."""
    unit = next(token for token in spoken if parts.is_unit(token))
    many = place.text[unit.start : unit.end].lower().endswith("s") and unit.value != "month"
    turn = parts.turn(spoken)
    if turn == 0 and (many or unit.value in ("second", "minute", "hour", "decade", "century")):
        return None
    if spoken[0].kind == "this" and turn:
        return Found("duration", Moment("", "duration", moments.VAGUE), "last" if turn < 0 else "next")
    before = (
        [token.kind for token in spoken].index("last" if turn < 0 else "next") < spoken.index(unit) if turn else False
    )
    if place.lang == "fr" and before:
        return None
    if many or (unit.value in ("second", "minute", "hour")):
        return Found("duration", Moment("", "duration", moments.VAGUE), "last" if turn < 0 else "next")
    if before and spoken[0].kind == "the":
        return Found("duration", moments.duration([("1", unit.value)]), "last" if turn < 0 else "next")
    return Found("date", moments.shifted(place.now, unit.value, turn), parts.first(spoken, "edge"))


def past(spoken: list[Token], place: Place) -> Found | None:
    """`the past three days`, `les deux prochains mois`."""
    if parts.first(spoken, "one") == "" and any(token.kind == "one" for token in spoken):
        return None
    return Found("duration", moments.duration(parts.pairs(spoken)), "last" if parts.turn(spoken) < 0 else "next")


def duration(spoken: list[Token], place: Place) -> Found | None:
    """Numbers and their units; not `un jour`, which is some day."""
    kinds = [token.kind for token in spoken]
    if "semi" in kinds:
        value = moments.duration([("0", parts.pairs(spoken)[0][1])], half=True)
        short = {"hour": "PT30M", "minute": "PT30S", "day": "PT12H", "year": "P6M"}
        return Found("duration", value._replace(value=short.get(parts.pairs(spoken)[0][1], value.value)))
    words = place.text[spoken[0].start : spoken[-1].end].lower()
    if "one" in kinds and (words in ("un jour", "a second") or place.before == tokens.LETTERS["figure"]):
        return None
    if "ordinal" in kinds or (kinds[0] == "year" and words[-1] != "s"):
        return None
    return Found("duration", moments.duration(parts.pairs(spoken), "half" in kinds), parts.modifier(spoken))


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
    value = moments.duration(pairs).value if pairs else ""
    if not pairs and parts.first(spoken, "weekday"):
        value = f"XXXX-WXX-{parts.first(spoken, 'weekday')}"
    grain = pairs[0][1] if pairs else "day"
    return Found("set", Moment(value, grain, "" if value else "it comes again and again"))
