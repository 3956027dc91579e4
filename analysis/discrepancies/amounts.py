"""Numbers and durations as amounts: what is measured, in one unit, and between which bounds."""

import csv
import math
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.tables import LexiconError

LEXICONS = Path(__file__).parents[1] / "lexicons"
BOUNDS = {
    "": (1.0, 1.0),
    "only": (1.0, 1.0),
    "about": (0.85, 1.15),
    "nearly": (0.92, 1.0),
    "more than": (1.0, 1.2),
    "at least": (1.0, 2.0),
    "less than": (0.7, 1.0),
    "at most": (0.5, 1.0),
    "several": (2.0, 10.0),
}
"""What the press means by a modifier, as shares of the number: who says `more than 20` would not say it of 30."""
CLOSE = 0.06
"""How far from the truth a number with an `about` may be that is told in two digits or more, as a share of it."""
PARTS = (0.9, 1.1)
"""How far a part may be from the truth that is told in words, such as `un tiers`, as shares of it."""
GROUPS = {10.0: "dozen", 12.0: "dozen", 100.0: "hundred", 1e3: "thousand", 1e6: "million", 1e9: "billion"}
"""What there may be several of, as a reader says it."""
CURRENCIES = (
    "euros",
    "dollars",
    "pounds",
    "yen",
    "yuan",
    "roubles",
    "rupees",
    "CFA francs",
    "Swiss francs",
    "francs",
    "dinars",
    "dirhams",
)
UNIT = {
    "s": 1.0,
    "min": 60.0,
    "h": 3600.0,
    "days": 86_400.0,
    "weeks": 604_800.0,
    "months": 2_629_800.0,
    "years": 31_557_600.0,
}
_ISO = re.compile(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)
_PER = re.compile(r"\s*(?:/|(?:par|per|le|la|un|une|a|an|each|every|chaque)\s+|l['’])\s*([^\W\d_]+|m²)", re.IGNORECASE)


class Amount(NamedTuple):
    """An amount of something: `what` it measures (`length`, `euros per day`, or empty for a count), and its bounds.

    `shown` is the amount in its own unit, `end` where the words of its unit end.
    """

    what: str
    low: float
    high: float
    shown: str
    end: int


class Measure(NamedTuple):
    """A unit of measurement: of which dimension, how much of its base unit, and what it calls zero."""

    name: str
    dimension: str
    factor: float
    zero: float


def amount(text: str, lang: str, row: tuple[int, int, str, float, str, str]) -> Amount:
    """The amount of a row of `quantities` (start, end, kind, value, noun, modifier)."""
    _, end, kind, value, noun, modifier = row
    if kind == "fraction":
        low, high = (100 * value * share for share in PARTS)
        return Amount("percent", low, high, f"about {_number(100 * value)} %", end)
    low, high = _bounds(value, "about" if kind == "approximate" and not modifier else modifier)
    told = GROUPS[value] if modifier == "several" else _number(value)
    said = "" if modifier in ("", "only") else f"{modifier} "
    if kind == "approximate" and not modifier:
        said = "about "
    if kind == "percent":
        return Amount("percent", low, high, f"{said}{_number(value)} %", end)
    if kind == "ordinal":
        return Amount("ordinal", value, value, f"no. {_number(value)}", end)
    found = _measure(text, end, lang) if kind != "money" else (_named(noun, lang), end)
    measure, stop = found
    if measure is None:
        per, stop = _per(text, stop, lang)
        return Amount(f"count{per}", low, high, f"{said}{told}{per}", end)
    per, stop = _per(text, stop, lang)
    low, high = ((bound - measure.zero) * measure.factor for bound in (low, high))
    return Amount(f"{measure.dimension}{per}", low, high, f"{said}{told} {measure.name}{per}", stop)


def duration(value: str, modifier: str, end: int) -> Amount | None:
    """The amount of a duration in ISO 8601, in seconds; nothing where it gives no number."""
    match = _ISO.fullmatch(value)
    if not match or not any(match.groups()):
        return None
    parts = [float(part or 0) for part in match.groups()]
    sizes = [UNIT[unit] for unit in ("years", "months", "weeks", "days", "h", "min", "s")]
    seconds = sum(part * size for part, size in zip(parts, sizes, strict=True))
    names = ("years", "months", "weeks", "days", "h", "min", "s")
    said = " ".join(f"{_number(part)} {name}" for part, name in zip(parts, names, strict=True) if part)
    kept = modifier if modifier in BOUNDS else ""
    low, high = _bounds(seconds, kept)
    return Amount("duration", low, high, f"{kept} {said}" if kept not in ("", "only") else said, end)


def since(whole: Amount, first: float, last: float) -> Amount:
    """The amount that reaches from the first number to the last one, of which `whole` is the amount."""
    return whole._replace(low=whole.low * first / last, shown=f"{_number(first)} to {whole.shown}")


def dimensions() -> frozenset[str]:
    """What numbers may measure: `length`, `duration`, `percent` …"""
    return frozenset(
        {measure.dimension for measure in _measures("en").values()}
        | {"duration", "percent", "age", "magnitude", "score"}
    )


def is_measure(word: str, lang: str) -> bool:
    """Whether a word is a unit of measurement or part of the name of one.

    >>> is_measure("kilomètres", "fr"), is_measure("cubes", "fr"), is_measure("grève", "fr")
    (True, True, False)
    """
    return any(word.lower() in name.split() for name in _measures(lang))


def _bounds(value: float, modifier: str) -> tuple[float, float]:
    """What a modifier says of a number.

    Who says `more than 900,000` would say `a million` of a million; `about 4,500` is nearer the truth than `about 200`.
    """
    least, most = BOUNDS.get(modifier, (1.0, 1.0))
    if modifier == "more than" and value > 1:
        nearest: float = 10.0 ** math.ceil(math.log10(value) + 1e-9)
        return value, min(value * most, nearest)
    if modifier == "about" and len(_significant(value)) > 1:
        return value * (1 - CLOSE), value * (1 + CLOSE)
    return value * least, value * most


def _significant(value: float) -> str:
    """The digits of a number, without the noughts that only tell how large it is."""
    return f"{value:.6e}".split("e")[0].replace(".", "").rstrip("0")


def _number(value: float) -> str:
    """The number for a reader: 1,200 or 5.5 or 4.5 million."""
    for size, name in ((1e9, " billion"), (1e6, " million")):
        if abs(value) >= size:
            return f"{round(value / size, 3):,.10g}{name}"
    return f"{round(value, 1 if value % 1 else 0):,.10g}" if value >= 10 else f"{round(value, 3):,.10g}"


def _measure(text: str, end: int, lang: str) -> tuple[Measure | None, int]:
    """The unit of measurement behind a number, and where it ends."""
    match = _expression(lang).match(text, end)
    return (_measures(lang)[_plain(match[1])], match.end(1)) if match else (None, end)


def _named(noun: str, lang: str) -> Measure | None:
    found = _measures(lang)
    return found.get(_plain(noun)) or found.get(_plain(noun.split()[0] if noun else ""))


def _per(text: str, end: int, lang: str) -> tuple[str, int]:
    """What a rate is per (` per day`), and where that ends."""
    match = _PER.match(text, end)
    rate = _rates(lang).get(match[1].lower().rstrip("s") if match[1].lower() != "mois" else "mois") if match else None
    return (f" per {rate}", match.end()) if match and rate else ("", end)


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name.replace("’", "'"))


@lru_cache(maxsize=8)
def _expression(lang: str) -> re.Pattern[str]:
    names = sorted(_measures(lang), key=lambda name: (-len(name), name))
    spelled = "|".join(re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]") for name in names)
    return re.compile(rf"[\s\u00a0\u202f-]{{0,2}}(?:d['’]|de\s+|of\s+)?({spelled})(?![\w²³/’'])")


@lru_cache(maxsize=8)
def _measures(lang: str) -> dict[str, Measure]:
    found: dict[str, Measure] = {}
    for place, row in _rows("measures.csv"):
        try:
            measure = Measure(row["measure"], row["dimension"], float(row["factor"]), float(row["zero"]))
        except ValueError as error:
            raise LexiconError(f"measures.csv, row {place}: factor and zero are numbers: {error}") from error
        for name in row[lang if lang in ("fr", "en") else "en"].split("|"):
            found.setdefault(name, measure)
    return found


@lru_cache(maxsize=8)
def _rates(lang: str) -> dict[str, str]:
    own = lang if lang in ("fr", "en") else "en"
    return {name: row["rate"] for _, row in _rows("rates.csv") for name in row[own].split("|")}


def _rows(file: str) -> list[tuple[int, dict[str, str]]]:
    with (LEXICONS / file).open(encoding="utf-8", newline="") as opened:
        return list(enumerate(csv.DictReader(opened), start=2))
