"""Which state or organisation a noun means that stands with no name: `le pays`, `la junte`, `son voisin`, `le bloc`."""

import re

from analysis.descriptions import ORGANISATION, PERSON, Mention, stem
from analysis.designation_kinds import NEUTRAL, STATE
from analysis.designation_scenes import (
    CONTESTED,
    LAST,
    OFFICE,
    REGIME,
    Known,
    Link,
    between,
    is_title,
    named_last,
    post_of,
    unit_of,
)
from analysis.gazetteer import GOVERNMENT
from analysis.role_phrases import INDEFINITE, MANY, OWNED, Phrase
from analysis.scenes import Scene

_BODY = re.compile(
    r"(?:organi[sz]ation|bloc|regional bloc|institution|alliance|organe|organisme|council|union)\b", re.I
)
_LAND = re.compile(r"(?:pays|république|nation|royaume|monarchie|géant|country|republic|kingdom)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"(?:gouvernements|régimes|governments|regimes|pays des)\b", re.IGNORECASE)


def state(scene: Scene, phrase: Phrase, titles: dict[str, set[str]], known: Known) -> Link | None:
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
    if phrase.determiner in ("notre", "our") or (not phrase.determiner and not is_title(scene, phrase)):
        return None
    person = named_last(scene, phrase.start, lambda one: one.kind == PERSON)
    if phrase.determiner in OWNED and person and person.actor in known.states:
        return Link(known.states[person.actor], STATE, LAST)
    called = [actor for actor, classes in titles.items() if post_of(scene.text, phrase) & classes & {REGIME}]
    state = called[0] if len(called) == 1 else _land(scene, phrase, known)
    return Link(state, STATE, LAST) if state else None


def _land(scene: Scene, phrase: Phrase, known: Known) -> str:
    """The one state named near before a phrase, by whatever word; of several the one that the article is about.

    For a government that is the sentence itself (`À Vilnius, le gouvernement`), for a land the article's main state.
    """
    unit = unit_of(scene, phrase.start)
    here = _states(between(scene, scene.units[unit].start, phrase.start), known)
    if phrase.stands == GOVERNMENT and len(set(here)) == 1:
        return here[0]
    near = here + _states(between(scene, scene.units[max(0, unit - 2)].start, scene.units[unit].start), known)
    every = _states([one for one in scene.mentions if one.kind != "place"], known)
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


def organisation(scene: Scene, phrase: Phrase, titles: dict[str, set[str]]) -> Link | None:
    """The organisation that the phrase is of, has been called so, or was named last."""
    if phrase.whose and any(one.actor == phrase.whose and one.kind == ORGANISATION for one in scene.mentions):
        return Link(phrase.whose, ORGANISATION, OFFICE)
    if phrase.determiner in INDEFINITE or not phrase.determiner:
        return None
    if phrase.charge != NEUTRAL:
        fighting = {actor for actor, classes in titles.items() if CONTESTED in classes}
        last = named_last(scene, phrase.start, lambda one: one.kind == ORGANISATION and one.actor in fighting)
        return Link(last.actor, ORGANISATION, LAST) if last else None
    if phrase.determiner in MANY:
        return None
    head = stem(scene.text[phrase.start : phrase.head].split()[-1])
    last = named_last(
        scene, phrase.start, lambda one: one.kind == ORGANISATION and head in scene.known[one.actor].words
    )
    if last and phrase.end == phrase.head:
        return Link(last.actor, ORGANISATION, LAST)
    unit = unit_of(scene, phrase.start)
    near = between(scene, scene.units[max(0, unit - 2)].start, phrase.start)
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


def _other_state(scene: Scene, phrase: Phrase) -> Link | None:
    """Of the two states that an article is about, the one that the sentence does not name before."""
    often: dict[str, int] = {}
    for mention in scene.mentions:
        if mention.kind == STATE:
            often[mention.actor] = often.get(mention.actor, 0) + 1
    two = sorted(often, key=lambda actor: (-often[actor], actor))[:2]
    here = scene.units[unit_of(scene, phrase.start)].start
    named = [one.actor for one in between(scene, here, phrase.start) if one.kind == STATE and one.actor in two]
    other = [actor for actor in two if named and actor != named[-1]]
    return Link(other[0], STATE, LAST) if len(two) == 2 and other else None


def anyone(scene: Scene, phrase: Phrase) -> Link | None:
    """A state by its adjective (`voisin marocain`), the other of two (`son voisin`), else who was named last."""
    if phrase.whose and phrase.own:
        return Link(phrase.whose, STATE, OFFICE)
    if phrase.determiner in OWNED:
        return _other_state(scene, phrase) if _is_neighbour(scene.text, phrase) or _states_only(scene, phrase) else None
    if phrase.charge != NEUTRAL:
        last = named_last(scene, phrase.start, lambda one: one.kind in (PERSON, STATE))
        return (
            Link(last.actor, last.kind, LAST) if last and phrase.determiner in ("ce", "cet", "cette", "this") else None
        )
    return None


def _states_only(scene: Scene, phrase: Phrase) -> bool:
    """Whether a charged noun (`son allié`) can only be a state: the article names two, the sentence nobody else."""
    states = {one.actor for one in scene.mentions if one.kind == STATE}
    here = scene.units[unit_of(scene, phrase.start)]
    others = any(one.kind in (PERSON, ORGANISATION) for one in between(scene, here.start, here.end))
    return len(states) == 2 and phrase.charge != NEUTRAL and not phrase.whose and not others


def _is_neighbour(text: str, phrase: Phrase) -> bool:
    return stem(text[phrase.start : phrase.head].split()[-1]) in ("voisin", "neighbour", "neighbor", "rival")
