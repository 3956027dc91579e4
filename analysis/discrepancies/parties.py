"""Who stands where around a word that tells of something done: its subject, its object, or behind a preposition.

Nothing is parsed: parties are what `actors` found, states for their capitals, peoples and rulers, and besides bodies
that have no name (`les syndicats`). Prepositions before them say where they stand.
"""

import re
from bisect import bisect_left
from typing import NamedTuple

import pandas as pd

from analysis import gazetteer
from analysis.reading import Reading

_ACTS = "acts for "
OFFICE = "official"
BODIES = ("government", "union or company", "opposition", "organisation")
"""Kinds of speakers that are parties without a name."""
FAR = 110
"""How many characters away from the word a party may stand."""
_DETERMINER = r"(?:(?:l[ea]s?|the|une?|des|ses?|son|sa|leurs?|its|his|her|their|cette?|ces|this|these|an?)\s+|l[’'])?"
_NOUNS = r"(?:(?!(?:et|and|a|ont|est|sont|qui|que)\s)[^\W\d_]+(?:[-’'][^\W\d_]+)?\s+){0,2}"
_PREPOSITIONS = {
    "to": r"à|au|aux|vers|envers|to|towards?|en\s+faveur\s+de|à\s+destination\s+de|auprès\s+d[eu]s?|pour|for",
    "of": r"de|du|des|of|de\s+la\s+part\s+d[eu]s?",
    "from": r"de|du|des|from|auprès\s+d[eu]s?|des\s+mains\s+d[eu]s?|de\s+la\s+part\s+d[eu]s?",
    "by": r"par|by",
    "on": r"contre|sur|against|on|upon|over|at|devant|face\s+à|face\s+aux?|visant|targeting|to",
}
_BEHIND = {
    place: re.compile(rf"(?<!\w)(?:(?:{words})\s+|{elided}){_DETERMINER}{_NOUNS}\Z", re.IGNORECASE)
    for place, words, elided in (
        (place, words, r"d[’']\s*" if place in ("of", "from") else r"(?!)") for place, words in _PREPOSITIONS.items()
    )
}
_GOVERNED = re.compile(
    rf"(?<!\w)(?:(?:à|au|aux|vers|envers|pour|de|du|des|par|contre|sur|avec|sans|dans|en|chez|entre|après|avant|depuis|sous|face\s+à|devant"
    rf"|to|towards?|for|of|from|by|against|on|with|without|in|at|over|after|before|between|selon|according\s+to)\s+|d[’']\s*|d[’']après\s+){_DETERMINER}{_NOUNS}\Z",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"(?<!\w)(?:est|sont|été|être|fut|furent|sera|seront|serait|seraient|était|étaient|étant|is|are|was|were|been|be|being)\s+"
    r"(?:\w+ment\s+|\w+ly\s+|pas\s+|not\s+)?\Z",
    re.IGNORECASE,
)
_HAVING = re.compile(
    r"(?<!\w)(?:a|ont|avait|avaient|aurait|auraient|ait|aient|ayant|avoir|aura|auront|eut|eurent)(?:-t-(?:il|elle|on))?(?:\s+\w+){0,2}\s+\Z",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?<!\w)(?:et|puis|ou|mais)\s+(?:\w+ment\s+)?\Z", re.IGNORECASE)
_PARTICIPLE = re.compile(r"\w+(?:ée?s?|[^aeio]ue?s?|ise?s?|erte?s?)\Z", re.IGNORECASE)
_BY = re.compile(r"\s+(?:par|by)\s", re.IGNORECASE)
_OF = re.compile(rf"\s+(?:de\s+|du\s+|des\s+|d[’']\s*|of\s+){_DETERMINER}\Z", re.IGNORECASE)
_OWN = re.compile(
    rf"\s*{_DETERMINER}[^\W\d_]+(?:[-\s’'][^\W\d_]+)?\s+(?:de\s+|du\s+|des\s+|d[’']\s*|of\s+){_DETERMINER}\Z",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(
    r"(?<!\w)(?:de\s+|d[’']\s*|à\s+|to\s+|of\s+)(?:avoir\s+|être\s+|vouloir\s+|pouvoir\s+|devoir\s+|have\s+|having\s+)?(?:l[ea]s?\s+|l[’']|lui\s+|leur\s+)?\Z",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"(?<!\w)(?:n[’']|ne\s)(?:\w+\s+){0,3}\Z|(?<!\w)(?:not|never|n[’']t)\s+(?:\w+\s+)?\Z"
    r"|(?<!\w)(?:prêt|prête|prêts|prêtes|disposée?s?|veut|veulent|voudrai(?:t|ent)|souhait(?:e|ent|ait)|espèr(?:e|ent)|pourrai(?:t|ent)|envisag(?:e|ent|eait)|menac(?:e|ent|é)|refus(?:e|ent|é|ait)"
    r"|ready|willing|wants?|hopes?|could|might|may|threaten(?:s|ed)?|refuse[sd]?)\s+(?:(?:à|de|to)\s+|d[’'])?(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?<!\w)(?:(?:une?|l[ae]|les|des|cette|ce|ces|son|sa|ses|leurs?|notre|the|an?|its|his|her|their|of|en|sans)\s|[ld][’'])\Z",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"\w+(?:e|es|s|k|t|er)\Z", re.IGNORECASE)
_STOP = re.compile(r"[;:!?«»“”]|\s[–—]\s")
_VERB = re.compile(
    r"(?<!\w)(?:que|qu[’']|qui|dont|that|which|who|si|whether|pour|afin|tandis|alors|mais|but|while)\W", re.IGNORECASE
)


class Party(NamedTuple):
    """Somebody in a text: where, under which name, and whether the name is one."""

    start: int
    end: int
    name: str
    named: bool
    adjective: bool
    person: bool = False


def find(read: Reading) -> dict[str, list[Party]]:
    """Document → the parties it names, left to right."""
    seats, acting = gazetteer.seats(read.rules), stands(read.rules)
    found: dict[str, list[Party]] = {}
    columns = ["document", "start", "end", "actor", "kind", "how"]
    for document, start, end, actor, kind, how in read.actors[columns].itertuples(index=False, name=None):
        if kind in ("state", "person", "organisation") or actor in seats:
            party = Party(
                start, end, acting.get(actor, actor), True, how == "adjective", kind == "person" and actor not in acting
            )
            found.setdefault(document, []).append(party)
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    roles = read.evidence[(read.evidence["layer"] == "speaker") & read.evidence["label"].isin((*BODIES, OFFICE))]
    bodies: dict[str, list[Party]] = {}
    columns = ["document", "start", "end", "match", "label"]
    for document, start, end, match, label in roles[columns].itertuples(index=False, name=None):
        bodies.setdefault(document, []).append(Party(start, end, _plain(match), False, label == OFFICE))
    return {name: _joined(texts[name], found.get(name, []), bodies.get(name, [])) for name in sorted({*found, *bodies})}


def _joined(text: str, named: list[Party], bodies: list[Party]) -> list[Party]:
    """The parties left to right: bodies and officials with the name that they belong to, and bodies that have none."""
    after = {party.start: party for party in named}
    found = list(named)
    for body in bodies:
        own = next(
            (after[at] for at in range(body.end, body.end + 9) if at in after and _owns(text, body, after[at])), None
        )
        if own:
            found.append(own._replace(start=body.start, adjective=False))
        elif not body.adjective and not any(one.start < body.end and body.start < one.end for one in named):
            found.append(body)
    return sorted(set(found))


def _owns(text: str, body: Party, party: Party) -> bool:
    gap = text[body.end : party.start]
    return _OF.fullmatch(gap) is not None or (party.adjective and gap == " ")


def stands(rules: pd.DataFrame) -> dict[str, str]:
    """Capital, or person → the state or body that it stands or acts for, as these rules know them."""
    own = rules[rules["note"].str.contains(_ACTS, regex=False)]
    notes = zip(own["label"].tolist(), own["note"].tolist(), strict=True)
    parts = ((label, part.strip()) for label, note in notes for part in note.split(";"))
    return gazetteer.seats(rules) | {label: part.removeprefix(_ACTS) for label, part in parts if part.startswith(_ACTS)}


def _plain(match: str) -> str:
    """A body's name in the singular, in small letters."""
    return re.sub(r"(?:(?<=\w{3})[sx])(?!\w)", "", match.lower())


Side = Party | None


def sides(
    text: str, start: int, end: int, unit: tuple[int, int], places: str, parties: list[Party]
) -> tuple[Side, Side]:
    """Who does it and to whom, for the word from `start` to `end` of a unit; None where nobody shows.

    `places` says where they stand, such as `subject > to`. A passive turns subject and object around.
    """
    first = max([unit[0], *(mark.end() for mark in _STOP.finditer(text, unit[0], start))])
    last = next((mark.start() for mark in _STOP.finditer(text, end, unit[1])), unit[1])
    giver, receiver = places.split(" > ")
    if "subject" in places and _is_passive(text, first, start, end):
        turned = {"subject": "by", "object": "subject"}
        giver, receiver = turned.get(giver, giver), turned.get(receiver, receiver)
    own = parties[bisect_left(parties, (first,)) : bisect_left(parties, (last,))]
    return _at(text, giver, start, end, first, last, own), _at(text, receiver, start, end, first, last, own)


def _is_passive(text: str, first: int, start: int, end: int) -> bool:
    """Whether a verb is passive: a participle with `être`, with `par` behind it, or without any auxiliary."""
    before = text[first:start]
    if _PASSIVE.search(before) or _BY.match(text, end):
        return True
    if not _PARTICIPLE.match(text[start:end]) or _HAVING.search(before):
        return False
    return not (_JOINED.search(before) and re.search(r"(?<!\w)(?:a|ont|avait|avaient|aurait|auraient)\s", before))


def _at(text: str, place: str, start: int, end: int, first: int, last: int, parties: list[Party]) -> Side:
    """Who stands at a place of a word: the nearest such party."""
    ahead = [party for party in parties if party.end <= start and start - party.end < FAR]
    behind = [party for party in parties if party.start >= end and party.start - end < FAR]
    if place == "subject":
        told = _INFINITIVE.search(text[first:start]) is not None
        free = [party for party in ahead if told or not _GOVERNED.search(text[first : party.start])]
        return free[-1] if free else None
    if place == "object":
        free = [party for party in behind if not _led(text, end, party) and not _VERB.search(text, end, party.start)]
        return free[0] if free else None
    beside = [p for p in behind if p.start - end < 2 and p.adjective] + [
        p for p in ahead if start - p.end < 2 and p.adjective
    ]
    if place == "of" and beside:
        return beside[0]
    wanted = [place, "by"] if place == "of" else [place]
    led = [p for p in behind if any(_BEHIND[one].search(text[end : p.start]) for one in wanted)]
    led = [p for p in led if not _VERB.search(text, end, p.start)] if place != "by" else led
    return led[0] if led else None


def _led(text: str, end: int, party: Party) -> bool:
    """Whether a preposition leads to a party behind a verb, but for `l’ambassadeur de X`."""
    between = text[end : party.start]
    return _GOVERNED.search(between) is not None and not _OWN.fullmatch(between)


def is_real(text: str, first: int, start: int) -> bool:
    """Whether what the word at `start` tells is said to be done: neither negated, nor only wanted or possible."""
    return _UNREAL.search(text[first:start]) is None


def is_noun(text: str, start: int, end: int) -> bool:
    """Whether a form that may be a verb is a noun, as its article shows: `l’aide russe`, `une attaque`."""
    return _ARTICLE.search(text, max(0, start - 12), start) is not None and _PRESENT.match(text, start, end) is not None
