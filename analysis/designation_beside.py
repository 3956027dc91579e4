"""Role nouns that stand with a name: `le président Jean Petit`, `Jean Petit, maire de Lens`."""

import re
from bisect import bisect_left

from analysis.descriptions import ORGANISATION, PERSON, Mention
from analysis.designation_kinds import ANYONE, STATE
from analysis.designation_scenes import APPOSED, BESIDE, Link, unit_of
from analysis.peoples import ADJECTIVE
from analysis.role_phrases import INDEFINITE, MANY, OWNED, Phrase
from analysis.scenes import Scene

_TO_NAME = re.compile(r"(?:,?\s)(?:(?:M\.|MM\.|Mme|Mlle|Mr|Mrs|Ms|Dr)\.?\s)?")
_ASIDE = re.compile(r",\s|\s\(|\s[–—-]\s")
_CLOSED = re.compile(
    r"\s*(?:[,.;:)»”\"–—\n]|\Z)|\s(?:de|du|des|d[’']|qui|dont|à|en|aux?|depuis|et|who|of|in|since|and)\b"
)
_FINITE = re.compile(r"(?<!\w)(?:a|ont|avait|est|sont|était|sera|va|has|have|had|was|is|were|are|will|said)(?!\w)")


def beside(scene: Scene, phrases: list[Phrase]) -> dict[int, Link]:
    """Phrase → the name that it stands with or is an apposition to, by the phrases' places."""
    starts = {mention.start: mention for mention in scene.mentions if mention.how not in (ADJECTIVE, "role")}
    found: dict[int, Link] = {}
    for place, phrase in enumerate(phrases):
        named = _named(scene, phrase, starts)
        if named:
            found[place] = Link(named.actor, named.kind, BESIDE, named)
    for place, phrase in enumerate(phrases):
        if place not in found:
            link = _before_next(scene, phrases, place, found) or _apposed(scene, phrase)
            if link:
                found[place] = link
    return found


def _named(scene: Scene, phrase: Phrase, starts: dict[int, Mention]) -> Mention | None:
    """The name right behind a phrase, or behind its comma: `le président, Jean Petit`."""
    ends = max([phrase.end, *(span[1] for span in phrase.behind)])
    for end in dict.fromkeys((ends, phrase.end)):
        gap = _TO_NAME.match(scene.text, end)
        named = starts.get(gap.end()) if gap else None
        if not named or not _fits(phrase, named) or unit_of(scene, named.start) != unit_of(scene, phrase.start):
            continue
        comma = scene.text[end] == ","
        if comma and (named.kind != PERSON or phrase.determiner in INDEFINITE | MANY):
            continue
        return named
    return None


def _fits(phrase: Phrase, mention: Mention) -> bool:
    """Whether a role noun may stand for what a mention names."""
    if mention.kind == PERSON:
        return phrase.stands in (PERSON, ANYONE)
    if mention.kind == ORGANISATION:
        return phrase.stands in (ORGANISATION, ANYONE)
    return mention.kind == STATE and phrase.stands in (STATE, ANYONE)


def _before_next(scene: Scene, phrases: list[Phrase], place: int, found: dict[int, Link]) -> Link | None:
    """The name with which the next phrase stands in commas: `le chef de la junte, le colonel Petit,`."""
    if place + 1 >= len(phrases) or place + 1 not in found or phrases[place].determiner in MANY:
        return None
    phrase, other, link = phrases[place], phrases[place + 1], found[place + 1]
    gap = scene.text[phrase.end : other.opens]
    if link.mention is None or link.kind != PERSON or gap.strip() != "," or phrase.stands not in (PERSON, ANYONE):
        return None
    return Link(link.actor, link.kind, APPOSED)


def _apposed(scene: Scene, phrase: Phrase) -> Link | None:
    """Who is named right before a phrase in commas: `Jean Petit, maire de Lens`, `Paris, l'ancienne puissance`."""
    place = bisect_left(scene.begins, phrase.opens) - 1
    if place < 0 or (phrase.determiner in OWNED and phrase.stands == STATE):
        return None
    mention = scene.mentions[place]
    gap = _ASIDE.match(scene.text, mention.end)
    if not gap or gap.end() != phrase.opens or mention.how in (ADJECTIVE, "role"):
        return None
    if unit_of(scene, mention.start) != unit_of(scene, phrase.start) or not _may_be(phrase, mention):
        return None
    ends = max([phrase.end, *(span[1] for span in phrase.behind)])
    return Link(mention.actor, mention.kind, APPOSED) if _closes(scene.text, phrase, ends) else None


def _may_be(phrase: Phrase, mention: Mention) -> bool:
    return _fits(phrase, mention) or (mention.kind == "place" and phrase.stands in (STATE, ANYONE))


def _closes(text: str, phrase: Phrase, end: int) -> bool:
    """Whether an apposition is over behind a phrase; what has no article is one whatever follows but a verb."""
    if not phrase.determiner or phrase.determiner in INDEFINITE:
        return not _FINITE.match(text, end + 1)
    return _CLOSED.match(text, end) is not None
