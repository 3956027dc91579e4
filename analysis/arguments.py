"""Who stands where around a verb or noun: its subject, its object, who is behind `par`, `à`, `contre`, `de`."""

import re
from typing import NamedTuple

import regex

from analysis import phrases
from analysis.adverbs import ADVERB
from analysis.phrases import Phrase

_OPENS = re.compile(
    r"[;:–—«»“”\"()\n]|(?<!\w)(?:que|quand|lorsque|si|dont|où|parce|car|tandis|alors|mais|et|puis|comme|that|when|while|if|because|but|and"
    r"|whether|where|whereas|as|before|after|since|until|although|though)\s|(?<!\w)(?:qu|lorsqu|s(?=[’']ils?))[’']",
    re.IGNORECASE,
)
_PRONOUN = regex.compile(
    r"(?<![\w’'-])(?:ils?|elles?|on|l[’']on|nous|vous|je|j[’']|tu|cela|ça|ceux-ci|celui-ci|celle-ci|ce dernier"
    r"|he|she|they|it|we|you|I|personne|nobody|no one)\s*\Z",
    regex.IGNORECASE | regex.REVERSE,
)
_INVERTED = re.compile(r"-(?:t-)?(ils?|elles?|on|nous|vous|je)(?!\w)")
_RELATIVE = regex.compile(
    r"(,?)\s+(?:qui|lequel|laquelle|lesquel\w+|which|who|that)\s*\Z", regex.IGNORECASE | regex.REVERSE
)
_THOSE = regex.compile(r"(?<!\w)(?:ceux|celui|celles?|those|ce|quelqu[’']un)\Z", regex.IGNORECASE | regex.REVERSE)
_ASIDE = regex.compile(r",\s+[^,;:.!?«»“”]{2,140},\s*\Z", regex.REVERSE)
_QUOTED = re.compile(r"[»”\",?!…]\s*\Z")
_ADVERBS = re.compile(rf"(?:\s+(?:{ADVERB}|pas|plus|jamais))*\s*", re.IGNORECASE)
_SOME = re.compile(r"(?:du\s+|de\s+la\s+|de\s+l[’']|de\s+(?=\w+s\b))", re.IGNORECASE)
_EVERY = re.compile(
    r"(?:tou(?:te?s?|s)|chaque|aucune?|mon|ma|mes|tes|vos|votre|any|every|all)\s+(?!l[ea]s?\s|l[’']|the\s)",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[;:.!?«»“”()\n]|(?<!\w)(?:qu[ie]|dont|où|mais|tandis|alors|lorsque|quand|who|which|that|but|while|when|because)(?!\w)|(?<!\w)qu[’']",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|\d+\s*(?:h|heures?|ans?|années?|jours?|mois|minutes?|fois|%|years?|days?|months?|weeks?|hours?|am|pm)(?!\w)|\d{4}(?!\w)|\d+[e:/]|un\s+(?:coup|temps|tour)"
    r"|(?:l[ea]s?|the|cette?|last|next|this|early|late)\s*(?:veille|lendemain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|semaine|mois|an|année|jour|nuit|soir|matin|week|month|year|night|morning|day|end|time|rest|suite))(?!\w)",
    re.IGNORECASE,
)
_BEHIND = {
    "by": re.compile(r"(?<!\w)(?:par|by)\s+", re.IGNORECASE),
    "to": re.compile(r"(?<!\w)(?:à|aux?|to|auprès\s+d[eu]s?)\s+", re.IGNORECASE),
    "on": re.compile(
        r"(?<!\w)(?:contre|sur|against|on|at|over|à\s+l[’']encontre\s+d[eu]s?|visant|targeting|face\s+à)\s+",
        re.IGNORECASE,
    ),
    "toward": re.compile(r"(?<!\w)(?:à|aux?|to|pour|for|en\s+faveur\s+d[eu]s?)\s+", re.IGNORECASE),
    "with": re.compile(r"(?<!\w)(?:avec|with)\s+", re.IGNORECASE),
    "from": re.compile(r"(?<!\w)(?:de|d[’']|du|des|from)\s*", re.IGNORECASE),
    "of": re.compile(r"(?<!\w)(?:de\s+|d[’']|du\s+|des\s+|of\s+)", re.IGNORECASE),
}
_NO_NOUN = (
    r"(?!(?:to|of|that|on|in|at|by|for|with|from|as|and|or|not|it|how|why|what|who|which|when|have|has|had|is|are|was|were|said|says|within|after|before|during|without|until|off|out|up|down|over|under|through|across|behind|against|about|alone|home|late|early|again|soon|back|each|more|less|than|twice|once|away|together|there|here"
    r"|par|à|aux?|de|du|des|en|dans|sur|pour|avec|et|ou|qui|que|est|sont|ont|avait)\b)"
)
_BARE_NOUN = re.compile(rf"{_NO_NOUN}[a-zà-ÿ][\w-]*(?:\s+{_NO_NOUN}[a-zà-ÿ][\w-]*){{0,3}}")
"""A noun without article, as English has them, or French behind `de`."""
_WHOLE_CLAUSE = re.compile(rf"\s*({_BARE_NOUN.pattern})\s*\Z")
REACH = 90
"""How many characters behind a word its preposition may stand."""


class Place(NamedTuple):
    """A stretch of an article in which to look, and its language."""

    text: str
    start: int
    end: int
    lang: str


def subject(place: Place, group: int, at: int, known: bool) -> tuple[Phrase | None, str]:
    """The subject of a verb at `at` whose group begins at `group`, and the pronoun where it is one.

    `known` says that the unit's first word names somebody.
    """
    text = place.text
    turned = _INVERTED.search(text, group, at)
    if turned:
        return Phrase(*turned.span(1)), turned[1].lower()
    found = _PRONOUN.search(text, max(place.start, group - 14), group)
    if found:
        return Phrase(found.start(), found.start() + len(found.group().rstrip())), found.group().strip().lower()
    relative = _RELATIVE.search(text, max(place.start, group - 12), group)
    if relative:
        ahead = phrases.ending(text, place.start, relative.start()) or _those(text, place.start, relative.start())
        ahead = ahead or _last(text, place.start, relative.start())
        if ahead:
            return ahead, ""
    asking = _WHO.search(text, max(place.start, group - 12), group)
    if asking:
        return Phrase(*asking.span(1)), asking[1].lower()
    aside = _ASIDE.search(text, place.start, group)
    if aside:
        ahead = phrases.ending(text, place.start, aside.start())
        if ahead and not phrases.is_governed(text, ahead.start):
            return ahead, ""
    opening = -1 if known else place.start
    for start in _openings(place, group):
        bare = _WHOLE_CLAUSE.match(text[:group], start) if place.lang == "en" else None
        if bare:
            return Phrase(*bare.span(1)), ""
        own = phrases.subject(text, start, at, opening)
        if own and own.end <= at and _WHEN.match(text, own.start) is None:
            return own, ""
        pronoun = _first_pronoun(text, start, group)
        if pronoun:
            return pronoun, text[slice(*pronoun)].lower()
    return None, ""


_OPENING_PRONOUN = re.compile(r"[\s,]*(ils?|elles?|on|nous|vous|je|j[’']|he|she|they|it|we|I)(?=[\s’'])", re.IGNORECASE)


def _first_pronoun(text: str, start: int, end: int) -> Phrase | None:
    found = _OPENING_PRONOUN.match(text, start, end)
    return Phrase(*found.span(1)) if found else None


_WHO = re.compile(r"(?<!\w)(qui|who|which)\s+\Z", re.IGNORECASE)


def _last(text: str, start: int, end: int) -> Phrase | None:
    """The last phrase before a relative that stands apart from it: `the limits set in 2022, which`."""
    if text[end - 1 : end] in ":.":
        return None
    found = phrases.phrases(text, start, end)
    return found[-1] if found else None


def antecedent(place: Place, at: int) -> Phrase | None:
    """What a relative is about that begins right before a subject at `at`: `les otages que Rome détient`."""
    found = _WHICH.search(place.text, place.start, at)
    return phrases.ending(place.text, place.start, found.start()) if found else None


_WHICH = regex.compile(
    r",?\s+(?:que\s+|qu[’']|which\s+|that\s+)(?:(?:l[ea]s?|une?|the|an?)\s+|l[’'])?\Z", regex.IGNORECASE | regex.REVERSE
)


def opened(place: Place, at: int) -> Phrase | None:
    """The first phrase of the sentence that no preposition governs, before `at`; else behind its first comma."""
    first = phrases.first(place.text, place.start, at)
    comma = place.text.find(",", at, place.end)
    behind_comma = phrases.first(place.text, comma + 1, place.end) if comma > 0 else None
    return first or behind_comma


def _those(text: str, start: int, end: int) -> Phrase | None:
    found = _THOSE.search(text, start, end)
    return Phrase(*found.span()) if found else None


def _openings(place: Place, end: int) -> list[int]:
    """Where the clause of a verb may begin, the nearest first."""
    found = {place.start, *(mark.end() for mark in _OPENS.finditer(place.text, place.start, end))}
    return sorted(found, reverse=True)[:5]


def behind_quotation(place: Place, group: int, at: int, told: bool) -> bool:
    """Whether a verb stands right behind a quotation, or behind a comma with nothing but its subject behind it."""
    found = _QUOTED.search(place.text, max(place.start, group - 3), group)
    if found is None or found.group()[0] != "," or place.text[found.start() - 1] in '»”"!?':
        return found is not None
    phrase = following(place, at, partitive=False) if told and place.lang == "fr" else None
    return (
        phrase is not None
        and place.text[phrase.end : phrase.end + 1] in ("", ",", ".", ";", "»", "\n")
        and "»" not in place.text[at : phrase.end]
    )


def stop(place: Place, at: int) -> int:
    """Where the clause that goes on at `at` ends."""
    found = _STOP.search(place.text, at, place.end)
    return found.start() if found else place.end


def following(place: Place, at: int, partitive: bool = True) -> Phrase | None:
    """The noun phrase right behind `at`, adverbs aside: the object of a verb, or a subject that follows it."""
    begin = _ADVERBS.match(place.text, at)
    start = begin.end() if begin else at
    every = _EVERY.match(place.text, start)
    start = every.end() if every else start
    some = every or _SOME.match(place.text, start) if partitive and place.lang == "fr" else None
    start = some.end() if some else start
    found = _opening(place, start, bool(some))
    return None if found is None or _WHEN.match(place.text, found.start) else found


def by(place: Place, at: int) -> tuple[Phrase | None, bool]:
    """Who stands behind `par` or `by` in the rest of the clause, short quotations aside, and whether one is there."""
    end = min(_quotations_aside(place, at), at + FAR)
    told = False
    for found in _BEHIND["by"].finditer(place.text, at, end):
        if _MANNER.match(place.text, found.start()):
            continue
        told = True
        phrase = _opening(place, found.end())
        if phrase and not _WHEN.match(place.text, phrase.start):
            return phrase, True
    return None, told


FAR = 140
"""How many characters behind a participle its `par` may stand."""
_MANNER = re.compile(
    r"par\s+(?:ailleurs|conséquent|contre|avance|exemple|la\s+suite|rapport|semaine|mois|jour|an|heure|personne|terre|mer|voie"
    r"|téléphone|écrit|hasard|endroits|moments|erreur|le\s+biais|l[’']intermédiaire|la\s+même)(?!\w)"
    r"|by\s+(?:the\s+time|now|then|far|phone|mail|land|sea|air|mistake|chance|way|contrast|no\s+means)(?!\w)",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"\s*(?:«[^«»\n]{1,80}»|“[^“”\n]{1,80}”|\([^()\n]{1,60}\))")


def _quotations_aside(place: Place, at: int) -> int:
    """Where the clause ends that goes on at `at`, which a short quotation does not end."""
    found = stop(place, at)
    while quoted := _QUOTE.match(place.text, found, place.end):
        found = stop(place, quoted.end())
    return found


def _opening(place: Place, start: int, some: bool = False) -> Phrase | None:
    end = stop(place, start)
    first = phrases.first(place.text, start, end)
    if first and first.start == start:
        return first
    if some or place.lang == "en":
        noun = _BARE_NOUN.match(place.text, start, end)
        return Phrase(start, noun.end()) if noun else None
    return None


def behind(place: Place, role: str, at: int, *, near: bool = False) -> Phrase | None:
    """The phrase behind a preposition of this role in the rest of the clause; `near`: right behind `at`."""
    end = min(stop(place, at), at + REACH)
    for found in _BEHIND[role].finditer(place.text, at, end):
        if near and place.text[at : found.start()].strip():
            return None
        contracted = found.group().strip().lower().endswith(("du", "des", "au", "aux"))
        phrase = _opening(place, found.end(), contracted or role == "of")
        if phrase and not _WHEN.match(place.text, phrase.start):
            return phrase
    return None
