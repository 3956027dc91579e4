"""How an article describes whoever it names: `le maire, Jean Petit`, `Jean Petit, 81 ans`, `Mme Petit, de la CGT`.

Titles before a name and appositions behind it tell a person's sex, offices and kind; nothing is parsed.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

import regex

from analysis import phrases
from analysis.articles import Mark, between
from analysis.descriptions import (
    COMPANY,
    DETERMINER,
    EXPERT,
    GOVERNMENT,
    OFFICES,
    OFFICIAL,
    OPPOSITION,
    ORGANISATION,
    PERSON,
    STATE_MEDIA,
    UNNAMED,
    WITNESS,
    Described,
    Mention,
    stems,
)

_BY_TITLE = {"rank": OFFICIAL, "minister": GOVERNMENT}
_LEARNED = re.compile(r"(?:Dr|Pr|Prof|Me|Maître|docteur|professeur|doctor|professor)\w*\b", re.IGNORECASE)
_CHIEFS = {"directeur", "president", "chef", "patron", "director", "chief", "head", "chairman", "dg"}
"""Stems of offices that do not tell what kind of house they are of."""
_RULERS = {"dirigeant", "leader", "president", "souverain", "ruler", "monarqu"}
"""Stems of offices by which the press calls who governs a state, where a list knows that he acts for one."""
_REACH = 110
_CUT = regex.compile(
    r"[.;:!?«»“”\"()\n–—]|,|(?<!\w)(?:qui|que|dont|où|à|aux?|dans|lors|pour|avant|après|devant|sur|avec|par|et|mais|quand"
    r"|lorsque|comme|tandis|a|ont|avait|avaient|est|sont|était|étaient|se|ne|y|sera|who|which|that|in|on|to|after|before"
    r"|during|as|by|with|and|but|when|while|from|has|have|had|was|is|were|are|will|would|said|says|told)(?!\w)",
    regex.IGNORECASE | regex.REVERSE,
)
_ABBREVIATION = regex.compile(
    r"(?<!\w)(?:M|MM|Mme|Mlle|Mr|Mrs|Ms|Dr|Pr|St|Gen|Col|Lt|Sen|Rep|Gov|Cllr)\.\Z", regex.REVERSE
)
_TITLE = re.compile(rf"(?<![\w’'-]){DETERMINER}", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:\s*\((?P<aside>[^()\n]{2,60})\))?(?:,\s+(?P<apposed>[^.;:!?«»“”\"()\n,]{2,110}))?", re.IGNORECASE
)
_NO_APPOSITION = re.compile(
    r"(?:\w+(?:é|ée|és|ées)\s+(?:par|à|au|dans|sur)|(?:cité|interrog|joint|contact|citant|quoted|speaking|citing)\w*|que|dont|où|et|mais|a|ont|avait|est|était|se|whose|which|that|and|but|has|have|had|was|is)(?!\w)",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"(?<!\w)(?<!qui\s)(?<!who\s)(?:a|ont|avait|avaient|est|sont|était|has|have|had|was|is|were)\s(?!\s)", re.IGNORECASE
)
_PERSONAL = (WITNESS, OFFICIAL, OPPOSITION, UNNAMED)
"""Kinds that a word within the name of a house does not make it."""
_OPENS = re.compile(rf"{DETERMINER}|de\s|d[’']|du\s|of\s|from\s|dans\sl[’']opposition|in\s+opposition", re.IGNORECASE)
_OF = re.compile(r"de\s|d[’']|du\s|des\s|of\s|from\s", re.IGNORECASE)
_HOUSE = re.compile(
    r"(?:\w*(?:ence|[st]ion|té|ie|ance|ure|ette|ise|ée|que|ille|tice)|ligue|cour|chambre|mission|police|armée|banque|centrale)\Z",
    re.IGNORECASE,
)
_FORMER = regex.compile(
    r"(?<!\w)(?:ex[-\s]|ancien(?:ne)?s?\s+|former\s+|retired\s+|one-?time\s+|à\s+la\s+retraite\s+)(?:[\w-]+\s+){0,2}\Z",
    regex.IGNORECASE | regex.REVERSE,
)
_AGED = re.compile(r",\s+\d{1,3}(?:\s+ans?\b|,|\s*-?years?\b)|\s+\(\d{1,3}(?:\s+ans)?\)")
_MEMBER = re.compile(r"\s+(?:\(|(?:de|du|des|of|from|at)\s+(?:la\s+|l[’']|les\s+|the\s+)?|d[’'])", re.IGNORECASE)
_FEMININE = re.compile(r"(?:trice|euse|ière|ienne|enne|onne|ée|esse|ante|ente)\Z")
_WOMAN = re.compile(r"(?:la|une|sa|cette)\s", re.IGNORECASE)
_MAN = re.compile(r"(?:le|un|ce|cet)\s", re.IGNORECASE)


def described(
    text: str, mentions: list[Mention], kinds: list[Mark], offices: list[Mark], floor: Iterable[int]
) -> dict[str, Described]:
    """Actor → what the article says of it; `floor` are the places where units begin."""
    found: dict[str, Described] = {}
    starts, begins = sorted(floor), [mention.start for mention in mentions]
    opposed = [mark.start for mark in kinds if mark.label == OPPOSITION]
    for mention in mentions:
        one = found.get(mention.actor)
        if one is None:
            one = found[mention.actor] = Described(mention.actor, mention.kind, listed=mention.how == "gazetteer")
        words = stems(text[mention.start : mention.end])
        one.words.update(words)
        if mention.how == "role":
            one.heads.update(words[:1])
            continue
        place = bisect_right(starts, mention.start) - 1
        opening = max(starts[max(0, place)], mention.start - _REACH)
        if opposed and mention.kind == PERSON and _speaks_first(opposed, starts[max(0, place - 1) : place + 1]):
            one.houses.insert(0, OPPOSITION)
        _title(text, opening, mention, one, kinds, offices)
        _behind(text, mention, one, kinds, offices, mentions, begins)
        if mention.kind == ORGANISATION:
            one.sex = one.sex or _sex_of_house(text, mention)
        if mention.kind != PERSON:
            near = between(kinds, mention.start - 4, mention.end)
            one.kinds += [mark.label for mark in near if mark.end > mention.start and mark.label not in _PERSONAL]
    for one in found.values():
        one.speaks_as = _speaks_as(one, found)
    return found


def _speaks_first(opposed: list[int], openings: list[int]) -> bool:
    """Whether one of these sentences begins with the opposition, for whom the person named in them speaks."""
    return any(start <= place < start + 6 for start in openings for place in opposed)


def _title(text: str, opening: int, mention: Mention, one: Described, kinds: list[Mark], offices: list[Mark]) -> None:
    """Take in what stands before a name: from the first determiner behind the last stop, or bare words."""
    if phrases.is_governed(text, mention.start):
        return
    before = text[opening : mention.start]
    apart = before.rstrip().endswith(",")
    ahead = before.rstrip(" ,\u00a0\u202f\n")
    begin = next((cut.end() for cut in _CUT.finditer(ahead) if not _abbreviates(ahead, cut.end())), 0)
    found = list(_TITLE.finditer(ahead, begin))
    if not found and mention.kind != PERSON:
        return
    first = found[0] if found else None
    if found and not apart and between(offices, opening + found[-1].end(), mention.start):
        first = found[-1]
    start = opening + (first.end() if first else max(begin, len(ahead) - 45))
    if apart and (first is None or not between(offices, opening + first.end(), mention.start)):
        return
    title = between(offices, start, mention.start)
    one.posts.update(_posts(text, title))
    one.titled += [_BY_TITLE[mark.label] for mark in title if mark.label in _BY_TITLE and not _is_former(text, mark)]
    one.titled += [EXPERT for mark in title if mark.label == "civility" and _LEARNED.match(text, mark.start)]
    one.kinds += _called(text, between(kinds, start, mention.start), mention)
    if mention.kind != PERSON:
        one.words.update(stems(text[start : mention.start]))
        one.sex = one.sex or _sex(first.group() if first else "", "")
        return
    heads = [text[mark.start : mark.end] for mark in title if mark.label in OFFICES]
    one.heads.update(part for head in heads for part in stems(head)[:1])
    one.words.update(stems(text[start : mention.start]) if heads else [])
    labelled = {mark.label for mark in title if not text[mark.end : mention.start].strip()}
    sex = next((sex for sex in ("woman", "man") if sex in labelled), "")
    one.sex = one.sex or sex or _sex(first.group() if first and heads else "", heads[0] if heads else "")


def _abbreviates(text: str, end: int) -> bool:
    """Whether the stop before a place belongs to a civility: `M.`."""
    return text[end - 1] == "." and _ABBREVIATION.search(text, 0, end) is not None


def _sex_of_house(text: str, mention: Mention) -> str:
    """The grammatical gender of an organisation: by the article before it, else by its first word's ending."""
    before = text[max(0, mention.start - 4) : mention.start]
    if _WOMAN.search(before) or _HOUSE.match(text[mention.start : mention.end].split()[0]):
        return "woman"
    return "man" if _MAN.search(before) else ""


def _posts(text: str, offices: list[Mark]) -> set[str]:
    """The stems of the offices of which a state or a house has only one at a time."""
    found = [mark for mark in offices if mark.label in ("minister", "leader")]
    return {part for mark in found for part in stems(text[mark.start : mark.end])[:1]}


def _sex(determiner: str, noun: str) -> str:
    if _WOMAN.match(determiner) or _FEMININE.search(noun.split(" ")[0].lower()):
        return "woman"
    return "man" if _MAN.match(determiner) else ""


def _behind(
    text: str,
    mention: Mention,
    one: Described,
    kinds: list[Mark],
    offices: list[Mark],
    mentions: list[Mention],
    begins: list[int],
) -> None:
    """Take in what stands behind a name: its apposition, age, party or house."""
    if mention.kind == PERSON and _AGED.match(text, mention.end):
        one.kinds.append(WITNESS)
    member = _MEMBER.match(text, mention.end) if mention.kind == PERSON else None
    if member:
        one.members += [other.actor for other in _inside(mentions, begins, member.end(), member.end() + 1)]
        one.houses += [mark.label for mark in between(kinds, member.end(), member.end() + 25)]
    may = text[mention.end : mention.end + 4].lstrip().startswith((",", "("))
    found = _BEHIND.match(text, mention.end) if may else None
    apposed = found["apposed"] if found else None
    if not found or not apposed or _NO_APPOSITION.match(apposed):
        return
    start, end = found.span("apposed")
    finite = _FINITE.search(apposed)
    if finite and (mention.kind != PERSON or _OPENS.match(apposed) or not between(kinds, start, start + 4)):
        return
    end = start + finite.start() if finite else end
    office = between(offices, start, end)
    near = [mark for mark in (*office, *between(kinds, start, end)) if mark.start - start < 25]
    if not near and not _OPENS.match(apposed):
        return
    called = one.houses if _OF.match(apposed) else one.kinds
    called += _called(text, between(kinds, start, end), mention)
    if mention.kind == PERSON:
        heads = [text[mark.start : mark.end] for mark in office if mark.label in OFFICES]
        one.heads.update(part for head in heads for part in stems(head)[:1])
        one.words.update(stems(apposed))
        one.posts.update(_posts(text, office))
        one.members += [other.actor for other in _inside(mentions, begins, start, end)]
        one.sex = one.sex or _sex(apposed, heads[0] if heads else "")


def _called(text: str, kinds: list[Mark], mention: Mention) -> list[str]:
    """The kinds that these words make of somebody: who had an office before is what else he is called, or knows it."""
    if mention.kind != PERSON:
        return [mark.label for mark in kinds]
    former = [mark for mark in kinds if mark.label in (OFFICIAL, GOVERNMENT) and _is_former(text, mark)]
    others = [mark.label for mark in kinds if mark not in former]
    return others or [EXPERT for _ in former]


def _is_former(text: str, mark: Mark) -> bool:
    return _FORMER.search(text, max(0, mark.start - 40), mark.start) is not None


def _inside(mentions: list[Mention], begins: list[int], start: int, end: int) -> list[Mention]:
    found = mentions[bisect_left(begins, start) : bisect_left(begins, end)]
    return [mention for mention in found if mention.kind != PERSON]


def _speaks_as(one: Described, found: dict[str, Described]) -> str:
    """The kind of speaker: what the actor is called, else what the house is called that a person belongs to."""
    kinds = [kind for kind in one.kinds if kind != UNNAMED]
    if one.kind == "state":
        return GOVERNMENT
    if OPPOSITION in kinds and one.kind == PERSON:
        return OPPOSITION
    if STATE_MEDIA in kinds and one.kind == ORGANISATION:
        return STATE_MEDIA
    if kinds[:1] == [COMPANY] and one.heads & _CHIEFS and one.members:
        own = [_speaks_as(found[house], found) for house in one.members if house in found]
        return next((kind for kind in own if kind), COMPANY)
    if kinds or one.titled:
        first = [*kinds, *one.titled][0]
        return GOVERNMENT if first == OFFICIAL and one.listed and one.heads & _RULERS else first
    if one.kind == "place":
        return GOVERNMENT
    if one.kind == PERSON:
        houses = [found[house] for house in one.members if house in found]
        around = [kind for kind in one.houses if kind != UNNAMED]
        own = [_speaks_as(house, found) for house in houses if house.kind == ORGANISATION or one.heads]
        return next(iter([*around, *own]), GOVERNMENT if one.listed else "")
    return ORGANISATION
