"""Whom a role noun without a name means: the name beside it, whoever has the office, who was named last."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import NamedTuple

from analysis import anaphors
from analysis.descriptions import ORGANISATION, PERSON, Mention, stem, stems
from analysis.designation_kinds import ANYONE, NEUTRAL, STATE
from analysis.gazetteer import GOVERNMENT
from analysis.peoples import ADJECTIVE
from analysis.role_phrases import INDEFINITE, LEADER, MANY, OWNED, RANK, Phrase
from analysis.scenes import NEAR, Scene

RULER = "ruler"
"""What all words for who governs a state are one of: `président`, `dirigeant`, `homme fort`, `despote`."""
REGIME, CHARGED, CONTESTED = "regime", "charged", "contested"
"""Classes of a state whose government, a person or an organisation that has been called something before."""
HEAD_OF_STATE, HEAD_OF_GOVERNMENT = "head of state", "head of government"
APPOSED, BESIDE, OFFICE, LAST = "apposition", "beside a name", "office", "named last"
"""How a role noun was linked to its actor."""
_CHARGED = ("disparaging", "deferential")
_TO_NAME = re.compile(r"(?:,?\s)(?:(?:M\.|MM\.|Mme|Mlle|Mr|Mrs|Ms|Dr)\.?\s)?")
_ASIDE = re.compile(r",\s|\s\(|\s[–—-]\s")
_CLOSED = re.compile(
    r"\s*(?:[,.;:)»”\"–—\n]|\Z)|\s(?:de|du|des|d[’']|qui|dont|à|en|aux?|depuis|et|who|of|in|since|and)\b"
)
_FINITE = re.compile(r"(?<!\w)(?:a|ont|avait|est|sont|était|sera|va|has|have|had|was|is|were|are|will|said)(?!\w)")
_BODY = re.compile(
    r"(?:organi[sz]ation|bloc|regional bloc|institution|alliance|organe|organisme|council|union)\b", re.I
)
_LAND = re.compile(r"(?:pays|république|nation|royaume|monarchie|géant|country|republic|kingdom)\b", re.IGNORECASE)
_HIS = re.compile(r"(?<!\w)(?:ancien|vieux|vieil|nouvel|nouveau|grand|petit|premier|dernier)(?!\w)", re.IGNORECASE)
_HERS = re.compile(r"(?<!\w)(?:ancienne|vieille|nouvelle|grande|petite|première|dernière)(?!\w)", re.IGNORECASE)
_SEVERAL = re.compile(r"(?:gouvernements|régimes|governments|regimes|pays des)\b", re.IGNORECASE)
_PEER = re.compile(r"(?:homologue|counterpart)", re.IGNORECASE)
_HEAD_OF_STATE = re.compile(
    r"(?:chef\w*\s+d(?:e\sl)?[’'][ÉE]tat|roi|reine|king|queen|pr[ée]sidente?(?!\s(?:du|de\sla|of\sthe)\s(?:Conseil|gouvernement"
    r"|Commission|club|groupe|parti|fédération|région|council|commission|party|club|board)))(?!\w)",
    re.IGNORECASE,
)
_HEAD_OF_GOVERNMENT = re.compile(
    r"premi\wr\w*\sministre|prime\sminister|chanceli|chancellor|chef\w*\sdu\sgouvernement|présidente?\sdu\s(?:Conseil|gouvernement)",
    re.IGNORECASE,
)
_FORMER = re.compile(r"ancien|ex\b|former", re.IGNORECASE)
_MILITARY = re.compile(r"(?:officier|militaire|gradé|soldat|officer|soldier)\b", re.IGNORECASE)
_SUPREME = re.compile(
    r"chef\w*\s+d|leader|dirigeant|président|president|prime\sminister|premi\wr\w*\sministre|roi|reine|king|queen|émir|emir|monarqu|souverain|ruler|chancel",
    re.I,
)


class Known(NamedTuple):
    """What a corpus tells of its actors: each person's state, each capital's, and what the state is called."""

    states: dict[str, str]
    seats: dict[str, str]


class Link(NamedTuple):
    """Whom a phrase means and how that was found; the mention that it is one with, where it stands with a name."""

    actor: str
    kind: str
    how: str
    mention: Mention | None = None


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
        if not named or not _fits(phrase, named) or _unit(scene, named.start) != _unit(scene, phrase.start):
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
    if _unit(scene, mention.start) != _unit(scene, phrase.start) or not _may_be(phrase, mention):
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


# --- whoever is meant without a name beside


def meant(
    scene: Scene, phrase: Phrase, titles: dict[str, set[str]], known: Known, linked: list[Mention]
) -> Link | None:
    """Whom a phrase means that stands with no name; None where nobody fits, or several do."""
    unit = scene.units[_unit(scene, phrase.start)]
    headline = unit.role == "title" and not phrase.determiner and (phrase.charge != NEUTRAL or phrase.post == LEADER)
    if phrase.determiner in INDEFINITE and unit.role != "title":
        return None
    if phrase.stands == GOVERNMENT or phrase.stands == STATE:
        return _state(scene, phrase, titles, known)
    if phrase.stands == ORGANISATION:
        return _organisation(scene, phrase, titles)
    if phrase.determiner in MANY or not (phrase.determiner or headline):
        return None
    if phrase.stands == ANYONE:
        return _anyone(scene, phrase)
    return _person(scene, phrase, titles, known, linked)


def _anyone(scene: Scene, phrase: Phrase) -> Link | None:
    """A state by its adjective (`voisin marocain`), the other of two (`son voisin`), else who was named last."""
    if phrase.whose and phrase.own:
        return Link(phrase.whose, STATE, OFFICE)
    if phrase.determiner in OWNED:
        return _other_state(scene, phrase) if _is_neighbour(scene.text, phrase) else None
    if phrase.charge != NEUTRAL:
        last = _last(scene, phrase.start, lambda one: one.kind in (PERSON, STATE))
        return (
            Link(last.actor, last.kind, LAST) if last and phrase.determiner in ("ce", "cet", "cette", "this") else None
        )
    return None


def _is_neighbour(text: str, phrase: Phrase) -> bool:
    return stem(text[phrase.start : phrase.head].split()[-1]) in ("voisin", "neighbour", "neighbor", "rival")


def _other_state(scene: Scene, phrase: Phrase) -> Link | None:
    """Of the two states that an article is about, the one that the sentence does not name before."""
    often: dict[str, int] = {}
    for mention in scene.mentions:
        if mention.kind == STATE:
            often[mention.actor] = often.get(mention.actor, 0) + 1
    two = sorted(often, key=lambda actor: (-often[actor], actor))[:2]
    here = scene.units[_unit(scene, phrase.start)].start
    named = [one.actor for one in _between(scene, here, phrase.start) if one.kind == STATE and one.actor in two]
    other = [actor for actor in two if named and actor != named[-1]]
    return Link(other[0], STATE, LAST) if len(two) == 2 and other else None


def _state(scene: Scene, phrase: Phrase, titles: dict[str, set[str]], known: Known) -> Link | None:
    """The state whose government or land a phrase is: by its complement, else the one that is spoken of."""
    whose = known.seats.get(phrase.whose, phrase.whose)
    states = {one.actor for one in scene.mentions if one.kind == STATE} | set(known.seats.values())
    if whose:
        if phrase.stands == STATE and not phrase.determiner:
            return None
        state = whose if whose in states else known.states.get(whose, "")
        region = phrase.stands == STATE and any(one.actor == whose and one.kind == "place" for one in scene.mentions)
        if state or not region or not _LAND.match(scene.text, phrase.start):
            return Link(state, STATE, OFFICE) if state else None
    elif phrase.end > phrase.head and phrase.charge == NEUTRAL:
        return None
    if phrase.determiner in INDEFINITE or (phrase.determiner in MANY and phrase.stands == STATE):
        return None
    if phrase.determiner in ("deux", "two", "both", "leur", "their") or _SEVERAL.match(scene.text, phrase.start):
        return None
    if phrase.determiner in ("notre", "our") or (not phrase.determiner and not _is_title(scene, phrase)):
        return None
    person = _last(scene, phrase.start, lambda one: one.kind == PERSON)
    if phrase.determiner in OWNED and person and person.actor in known.states:
        return Link(known.states[person.actor], STATE, LAST)
    called = [actor for actor, classes in titles.items() if post_of(scene.text, phrase) & classes & {REGIME}]
    state = called[0] if len(called) == 1 else _land(scene, phrase, known)
    return Link(state, STATE, LAST) if state else None


def _land(scene: Scene, phrase: Phrase, known: Known) -> str:
    """The one state named near before a phrase, by whatever word; of several the one that the article is about.

    For a government that is the sentence itself (`À Vilnius, le gouvernement`), for a land the article's main state.
    """
    unit = _unit(scene, phrase.start)
    here = _states(_between(scene, scene.units[unit].start, phrase.start), known)
    if phrase.stands == GOVERNMENT and len(set(here)) == 1:
        return here[0]
    near = here + _states(_between(scene, scene.units[max(0, unit - 2)].start, scene.units[unit].start), known)
    every = _states(scene.mentions, known)
    main = [state for state in dict.fromkeys(near) if 2 * every.count(state) > len(every)]
    return main[0] if main else ""


def _states(mentions: list[Mention], known: Known) -> list[str]:
    """The states that mentions name or stand for: capitals and people in office too."""
    found = [
        one.actor
        if one.kind == STATE
        else known.seats.get(one.actor, "")
        if one.kind == "place"
        else known.states.get(one.actor, "")
        for one in mentions
    ]
    return [state for state in found if state]


def _organisation(scene: Scene, phrase: Phrase, titles: dict[str, set[str]]) -> Link | None:
    """The organisation that the phrase is of, has been called so, or was named last."""
    if phrase.whose and any(one.actor == phrase.whose and one.kind == ORGANISATION for one in scene.mentions):
        return Link(phrase.whose, ORGANISATION, OFFICE)
    if phrase.determiner in INDEFINITE or not phrase.determiner:
        return None
    if phrase.charge != NEUTRAL:
        fighting = {actor for actor, classes in titles.items() if CONTESTED in classes}
        last = _last(scene, phrase.start, lambda one: one.kind == ORGANISATION and one.actor in fighting)
        return Link(last.actor, ORGANISATION, LAST) if last else None
    if phrase.determiner in MANY:
        return None
    head = stem(scene.text[phrase.start : phrase.head].split()[-1])
    last = _last(scene, phrase.start, lambda one: one.kind == ORGANISATION and head in scene.known[one.actor].words)
    if last and phrase.end == phrase.head:
        return Link(last.actor, ORGANISATION, LAST)
    unit = _unit(scene, phrase.start)
    near = _between(scene, scene.units[max(0, unit - 2)].start, phrase.start)
    houses = {one.actor for one in near if one.kind == ORGANISATION}
    known = [one for one in near if one.kind == ORGANISATION and one.how == "gazetteer"]
    if (
        len(houses) == 1
        and known
        and _BODY.match(scene.text, phrase.start)
        and (phrase.end == phrase.head or phrase.own)
    ):
        return Link(known[0].actor, ORGANISATION, LAST)
    return None


def _person(
    scene: Scene, phrase: Phrase, titles: dict[str, set[str]], known: Known, linked: list[Mention]
) -> Link | None:
    """Who has the office of this state, else this office, else the ruler or the person named last."""
    classes = post_of(scene.text, phrase)
    people = [one for one in _people(scene) if _agrees(scene, phrase, one)]
    whose = known.seats.get(phrase.whose, phrase.whose)
    served = phrase.charge in ("alliance", "familiar") or phrase.stands == ANYONE
    if whose and not served and (whose in known.seats.values() or whose in known.states.values() or phrase.own):
        own = [one for one in people if known.states.get(one) == whose]
        having = _holding(own, titles, classes) or (
            own if RULER in classes or _PEER.match(scene.text, phrase.start) else []
        )
        new = (
            [one for one in people if one not in known.states and not titles.get(one)]
            if RULER in classes or not phrase.post
            else []
        )
        return _linked(scene, phrase, having, OFFICE) or _near(scene, phrase, new + own * (not phrase.post), linked)
    if phrase.charge in _CHARGED:
        return _charged(scene, phrase, people, titles, linked)
    having = _holding(people, titles, classes)
    if having and not (phrase.determiner in OWNED and served):
        return _linked(scene, phrase, having, OFFICE)
    if phrase.determiner in OWNED or (phrase.post and RULER in classes and phrase.whose):
        return None
    if phrase.charge != NEUTRAL:
        return (
            _near(scene, phrase, people, linked)
            if not served or not phrase.whose or phrase.own
            else _rulers(scene, phrase, people, titles)
        )
    role = anaphors.role(scene, phrase.opens, phrase.head) if phrase.determiner and phrase.end == phrase.head else None
    if role and role.kind == PERSON and stem(scene.text[phrase.start : phrase.head].split()[0]) in role.heads:
        return Link(role.actor, PERSON, LAST)
    former = any(_FORMER.match(scene.text, start) for start, _ in phrase.before)
    alone = not phrase.post and phrase.end == phrase.head
    return _near(scene, phrase, people, linked) if former or alone else None


def _holding(people: list[str], titles: dict[str, set[str]], classes: set[str]) -> list[str]:
    """Those of these persons who have an office of these classes; heads of state are no heads of government."""
    having = [one for one in people if titles.get(one, set()) & classes]
    for own, other in ((HEAD_OF_STATE, HEAD_OF_GOVERNMENT), (HEAD_OF_GOVERNMENT, HEAD_OF_STATE)):
        if own in classes:
            same = [one for one in having if own in titles[one]]
            return same or [one for one in having if other not in titles[one]]
    return having


def _rulers(scene: Scene, phrase: Phrase, people: list[str], titles: dict[str, set[str]]) -> Link | None:
    """Whom `le protégé de Moscou` means: the ruler named last, where no kin is meant."""
    rulers = [one for one in people if RULER in titles.get(one, set())]
    return (
        _linked(scene, phrase, rulers, LAST)
        if phrase.whose in scene.known and scene.known[phrase.whose].kind != PERSON
        else None
    )


def post_of(text: str, phrase: Phrase) -> set[str]:
    """The classes of a phrase's noun: rulers are one, ranks are one, every other office is its own."""
    words = text[phrase.start : phrase.head]
    ruler = phrase.post == LEADER or (phrase.charge in _CHARGED and phrase.stands == PERSON) or _SUPREME.search(words)
    own = {f"noun {part}" for part in stems(words)[-1:]}
    marks = {
        HEAD_OF_STATE: _HEAD_OF_STATE.match(text, phrase.start),
        HEAD_OF_GOVERNMENT: _HEAD_OF_GOVERNMENT.match(text, phrase.start),
        RANK: phrase.post == RANK or _MILITARY.match(words),
        RULER: ruler,
        CHARGED: phrase.charge in _CHARGED and phrase.stands == PERSON,
        REGIME: phrase.charge in _CHARGED and phrase.stands == GOVERNMENT,
        CONTESTED: phrase.charge == CONTESTED,
    }
    return own | {mark for mark, has in marks.items() if has}


def _charged(
    scene: Scene, phrase: Phrase, people: list[str], titles: dict[str, set[str]], linked: list[Mention]
) -> Link | None:
    """Whom a charged noun means: who was called so before, else the ruler named most often, else who was named last."""
    called = [one for one in people if CHARGED in titles.get(one, set())]
    if called:
        return _linked(scene, phrase, called, OFFICE)
    rulers = [one for one in people if RULER in titles.get(one, set())]
    often = {one: sum(mention.actor == one for mention in scene.mentions) for one in rulers}
    most = [one for one in rulers if often[one] == max(often.values())]
    return _linked(scene, phrase, most, OFFICE) or _near(scene, phrase, people, linked)


def _agrees(scene: Scene, phrase: Phrase, actor: str) -> bool:
    """Whether a person may be meant by the article of the phrase."""
    sex = scene.known[actor].sex if actor in scene.known else ""
    words = scene.text[phrase.opens : phrase.start]
    if sex and ((sex == "woman" and _HIS.search(words)) or (sex == "man" and _HERS.search(words))):
        return False
    feminine, masculine = (
        phrase.determiner in ("la", "cette", "une"),
        phrase.determiner in ("le", "ce", "un", "du", "au"),
    )
    return not sex or not (feminine if sex == "man" else masculine)


def _people(scene: Scene) -> list[str]:
    return list(dict.fromkeys(one.actor for one in scene.mentions if one.kind == PERSON))


def _linked(scene: Scene, phrase: Phrase, actors: list[str], how: str) -> Link | None:
    """Of these the one named last before a phrase, else the only one, or in a title the first."""
    if not actors:
        return None
    before = [one.actor for one in _between(scene, 0, phrase.start) if one.actor in actors]
    if before:
        return Link(before[-1], PERSON, how)
    headline = scene.units[_unit(scene, phrase.start)].role in ("title", "lead", "heading")
    return Link(actors[0], PERSON, how) if len(actors) == 1 or headline else None


def _near(scene: Scene, phrase: Phrase, actors: list[str], linked: list[Mention]) -> Link | None:
    """The only one of these persons who is named in the sentence or the one before; in a title the article's first."""
    unit = _unit(scene, phrase.start)
    opening, here = scene.units[max(0, unit - 1)].start, scene.units[unit].start
    near = _between(scene, opening, phrase.start) + [one for one in linked if opening <= one.start < phrase.start]
    last = list(dict.fromkeys(one.actor for one in near if one.actor in actors))
    if len(last) == 1 and not any(one.start >= here and one.actor == last[0] for one in near):
        return Link(last[0], PERSON, LAST)
    titled = _is_title(scene, phrase) and phrase.charge in _CHARGED and not phrase.whose
    return Link(actors[0], PERSON, LAST) if titled and actors and not last else None


def _is_title(scene: Scene, phrase: Phrase) -> bool:
    return scene.units[_unit(scene, phrase.start)].role == "title"


def _last(scene: Scene, at: int, fits: Callable[[Mention], bool]) -> Mention | None:
    opening = scene.units[max(0, _unit(scene, at) - NEAR)].start
    return next((one for one in reversed(_between(scene, opening, at)) if one.how != ADJECTIVE and fits(one)), None)


def _between(scene: Scene, start: int, end: int) -> list[Mention]:
    return scene.mentions[bisect_left(scene.begins, start) : bisect_left(scene.begins, end)]


def _unit(scene: Scene, at: int) -> int:
    return max(0, bisect_right(scene.openings, at) - 1)
