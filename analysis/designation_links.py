"""Whom a role noun means that stands with no name: whoever has the office, is charged so, or was named last."""

import re

from analysis import anaphors
from analysis.descriptions import ORGANISATION, PERSON, Mention, stem
from analysis.designation_houses import anyone, organisation, state
from analysis.designation_kinds import ANYONE, NEUTRAL, STATE
from analysis.designation_scenes import (
    CHARGED,
    HEAD_OF_GOVERNMENT,
    HEAD_OF_STATE,
    JUDGING,
    LAST,
    OFFICE,
    RULER,
    Known,
    Link,
    between,
    is_title,
    post_of,
    unit_of,
)
from analysis.gazetteer import GOVERNMENT
from analysis.role_phrases import INDEFINITE, LEADER, MANY, OWNED, Phrase
from analysis.scenes import Scene

_FORMER = re.compile(r"ancien|ex\b|former", re.IGNORECASE)
_PEER = re.compile(r"(?:homologue|counterpart)", re.IGNORECASE)
_HIS = re.compile(r"(?<!\w)(?:ancien|vieux|vieil|nouvel|nouveau|grand|petit|premier|dernier)(?!\w)", re.IGNORECASE)
_HERS = re.compile(r"(?<!\w)(?:ancienne|vieille|nouvelle|grande|petite|première|dernière)(?!\w)", re.IGNORECASE)


def meant(
    scene: Scene, phrase: Phrase, titles: dict[str, set[str]], known: Known, linked: list[Mention]
) -> Link | None:
    """Whom a phrase means that stands with no name; None where nobody fits, or several do."""
    unit = scene.units[unit_of(scene, phrase.start)]
    headline = unit.role == "title" and not phrase.determiner and (phrase.charge != NEUTRAL or phrase.post == LEADER)
    if phrase.determiner in INDEFINITE and unit.role != "title":
        return None
    if phrase.stands == GOVERNMENT or phrase.stands == STATE:
        return state(scene, phrase, titles, known)
    if phrase.stands == ORGANISATION:
        return organisation(scene, phrase, titles)
    if phrase.determiner in MANY or not (phrase.determiner or headline):
        return None
    if phrase.stands == ANYONE:
        return anyone(scene, phrase)
    return _person(scene, phrase, titles, known, linked)


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
    if phrase.charge in JUDGING:
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
    before = [one.actor for one in between(scene, 0, phrase.start) if one.actor in actors]
    if before:
        return Link(before[-1], PERSON, how)
    headline = scene.units[unit_of(scene, phrase.start)].role in ("title", "lead", "heading")
    return Link(actors[0], PERSON, how) if len(actors) == 1 or headline else None


def _near(scene: Scene, phrase: Phrase, actors: list[str], linked: list[Mention]) -> Link | None:
    """The only one of these persons who is named in the sentence or the one before; in a title the article's first."""
    unit = unit_of(scene, phrase.start)
    opening, here = scene.units[max(0, unit - 1)].start, scene.units[unit].start
    near = between(scene, opening, phrase.start) + [one for one in linked if opening <= one.start < phrase.start]
    last = list(dict.fromkeys(one.actor for one in near if one.actor in actors))
    if len(last) == 1 and not any(one.start >= here and one.actor == last[0] for one in near):
        return Link(last[0], PERSON, LAST)
    titled = is_title(scene, phrase) and phrase.charge in JUDGING and not phrase.whose
    return Link(actors[0], PERSON, LAST) if titled and actors and not last else None
