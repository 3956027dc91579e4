"""The agency or medium to which a speaker said something: `a déclaré X à l'AFP`, `told Reuters`, `interrogé par RTL`.

It is no vehicle, for the article may have been there, but the words came through it. What an outlet heard itself
(`joint par` the article's own) has no other medium.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from analysis.abbreviations import Expression, joined
from analysis.words import folded

MEDIA = ("agency", "media", "state media")

_GAP = r"[^.;:!?«»“”\"\n]{0,60}?"
_BEHIND = (
    rf"(?:{_GAP}(?<!\w)(?:à|pour|sur|dans|auprès\s+de|au\s+micro\s+de|devant|to|on|with)\s+(?:l[’']|les?\s+|la\s+|the\s+)?"
    rf"|{_GAP}(?<!\w)aux?\s+(?:micros?\s+de\s+)?|{_GAP}(?<!\w)(?:auprès\s+du|au\s+micro\s+du)\s+"
    rf"|(?:(?<=told)|(?<=tells)|(?<=telling))\s+(?:the\s+)?"
    rf"|[^.;:!?«»“”\"\n]{{0,90}}?(?<!\w)(?:joint|interrog|contact|questionn|sollicit|rencontr|reached|contacted|interviewed)\w*"
    rf"\s+(?:[\w’'-]+\s+){{0,2}}?(?:par|by)\s+(?:l[’']|les?\s+|la\s+|the\s+)?)"
)
_AHEAD = (
    r"(?<!\w)(?:(?:interrog|joint|contact|questionn|sollicit|invit|reached|contacted|interviewed|asked)\w*\s+(?:[\w’'-]+\s+){0,2}?(?:par|by|sur|on)"
    r"|(?:entretien|interview|déclaration|confidence)s?\s+(?:\w+\s+)?(?:à|avec|dans|sur|with|to|on)|au\s+micro\s+de|(?:speaking|talking)\s+(?:to|with|on))"
    r"\s+(?:l[’']|les?\s+|la\s+|the\s+)?|(?<!\w)(?:entretien|interview)\s+(?:\w+\s+)?aux?\s+"
)
_NOUN = (
    r"(?:agences?\s+(?:de\s+presse\s+)?|quotidien\s+|journal\s+|chaîne\s+|radio\s+|magazine\s+|hebdomadaire\s+|site\s+"
    r"|news\s+agency\s+)?"
)
_NO_HEARER = re.compile(
    r"(?:\w+\s)?(?:reproch|accus|interdi|ordonn|refus|impos|promi|demand|propos|réclam|offer|den[iy])", re.IGNORECASE
)
_PLAIN = re.compile(r"[^\W\d_][\w’' .-]{2,40}")
_DETERMINED = ("Le ", "La ", "Les ", "L'", "L’", "The ")


def heard(statements: pd.DataFrame, rules: pd.DataFrame, documents: pd.DataFrame) -> list[str]:
    """For each statement the agency or medium to which it was said, as the article names it; "" where none stands."""
    names = _names(rules, documents)
    behind, ahead = (joined(names, f"(?i:{where}{_NOUN})(?P<medium>{{}})") for where in (_BEHIND, _AHEAD))
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    outlets = dict(zip(documents["document"], documents["outlet"], strict=True))
    found = []
    for row in statements.to_dict("records"):
        medium = _medium(texts[row["document"]], row, behind, ahead) if row["cue"] else ""
        found.append("" if _is_own(medium, outlets[row["document"]]) else _whole(medium, names))
    return found


def _names(rules: pd.DataFrame, documents: pd.DataFrame) -> set[str]:
    """The names of media that a lexicon knows, and the corpus's own outlets."""
    known = rules.loc[(rules["layer"] == "speaker") & rules["label"].isin(MEDIA), "pattern"]
    outlets = (name for name in documents["outlet"] if _PLAIN.fullmatch(name))
    whole = {name for name in (*known, *outlets) if name[:1].isupper() and not name.startswith("re:")}
    return whole | {name.removeprefix("Le ") for name in whole}


def _medium(text: str, row: Mapping[str, Any], behind: Expression | None, ahead: Expression | None) -> str:
    """The first medium named as a hearer outside of the words: behind the cue, else before it in its sentence."""
    if behind is None or ahead is None or _NO_HEARER.match(row["cue"]):
        return ""
    opening = max(text.rfind(stop, 0, row["cue_start"]) for stop in ("\n", ". ", "? ", "! "))
    places = (behind.match(text, row["cue_end"]), ahead.search(text, max(opening, 0), row["cue_start"]))
    found = (place for place in places if place and not row["start"] <= place.start("medium") < row["end"])
    return next((" ".join(place["medium"].split()) for place in found), "")


def _is_own(medium: str, outlet: str) -> bool:
    """Whether the medium is the article's own outlet."""
    one, other = folded(medium), folded(outlet)
    return not one or (other != "" and (one in other or other in one))


def _whole(medium: str, names: Iterable[str]) -> str:
    """The medium under its name with article, where it has one: `au Monde` is Le Monde."""
    known = {*names}
    return next((opened + medium for opened in _DETERMINED if opened + medium in known), medium)
