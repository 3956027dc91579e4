"""The act that a noun tells, where somebody stands with it: `l'arrestation de Paul`, `attaques russes`."""

import re
from bisect import bisect_left

from analysis import arguments, conjuncts, doers, eventual, phrases
from analysis.acted import Act, Scene, who
from analysis.arguments import Place
from analysis.doers import NONE, Doer
from analysis.phrases import Phrase
from analysis.predicates import NOMINAL, Mark

NEAR = 60
"""How many characters behind a noun its `par` may stand."""
_AUX = re.compile(
    r"(?<!\w)(?:a|ont|est|sont|avait|était|sera|fut|has|have|had|is|are|was|were|will)\s|,", re.IGNORECASE
)
_NEAR_BY = re.compile(r"\s+(?:(?!(?:of|de|des|du|à|au|aux|by|par|to|in|en|for|and|et|with|avec)\s)[^\W\d_]+\s+)?")
_POSSESSIVE = re.compile(
    r"(?<!\w)(son|sa|ses|leurs?|notre|nos|its|his|her|their|our)\s+(?:[^\W\d_]+\s+){0,2}\Z", re.IGNORECASE
)
_GENITIVE = re.compile(r"([^\W\d_]+)(?:[’']s|s[’'])\s+(?:[^\W\d_]+\s+){0,2}\Z")
_VISIT = re.compile(r"(?:visit|accueil|invitation|réception)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+(?:entre|between)\s+", re.IGNORECASE)


def nominal(scene: Scene, place: Place, mark: Mark, marks: list[Mark]) -> Act | None:
    """The act that a noun tells, where somebody stands with it."""
    if not mark.noun:
        return None
    first, second = mark.noun.split(" > ")
    of = arguments.behind(place, "of", mark.end, near=True)
    owner, adjective = _owner(scene, place, mark), _adjective(scene, mark)
    if eventual.is_compound(place, mark, marks, bool(adjective.name)):
        return None
    held = who(scene, of) if of else NONE
    by = arguments.behind(place, "by", mark.end)
    agent = NONE if by is None or _is_far(place, mark, by, marks) else who(scene, by)
    if first == "by":
        patient = held if held.name else owner
        agent = agent if agent.name else adjective
    else:
        agent = next(
            (one for one in (agent, adjective, owner) if one.name),
            held if held.kind in doers.NAMED or mark.label == "moving" else NONE,
        )
        other = arguments.behind(place, second.replace("to", "toward"), mark.end)
        patient = who(scene, other) if other else NONE
        patient = patient if patient.kind in doers.NAMED or second == "on" else NONE
    between = _BETWEEN.match(place.text, mark.end)
    if between:
        phrase = phrases.opening(place.text, between.end(), place.end)
        agent = conjuncts.behind(scene, place, who(scene, phrase), phrase.end) if phrase else agent
    both = not between and patient.kind in doers.NAMED and agent.kind in doers.NAMED
    if both and mark.label == "meeting" and "with" in second and not _VISIT.match(place.text, mark.start):
        agent, patient = doers.together(agent, patient), NONE
    polarity = eventual.polarity_of(place, mark, marks)
    return Act(mark, mark.label, NOMINAL, agent, patient, polarity) if agent.name or patient.name else None


def _is_far(place: Place, mark: Mark, by: Phrase, marks: list[Mark]) -> bool:
    """Whether the phrase behind `by` belongs to another verb, or stands too far from the noun."""
    between = any(mark.end <= one.start < by.start and one.moods[0] in ("participle", "past") for one in marks)
    return between or by.start - mark.end > NEAR or _AUX.search(place.text, mark.end, by.start) is not None


def _owner(scene: Scene, place: Place, mark: Mark) -> Doer:
    """Whose it is: a possessive, or a name with 's before it."""
    own = _POSSESSIVE.search(place.text, max(place.start, mark.start - 40), mark.start)
    if own:
        return Doer(own[1].lower(), *own.span(1), doers.PRONOUN)
    named = _GENITIVE.search(place.text, max(place.start, mark.start - 40), mark.start)
    if named is None:
        return NONE
    mention = next(
        (one for one in scene.named if one.start <= named.start(1) < one.end or one.end == named.end(1)), None
    )
    return (
        Doer(mention.actor, mention.start, mention.end, mention.kind)
        if mention
        else Doer(named[1], *named.span(1), doers.COMMON)
    )


def _adjective(scene: Scene, mark: Mark) -> Doer:
    """The state whose adjective stands right beside a noun: `attaques russes`, `Russian attack`."""
    for mention in scene.named[
        bisect_left(scene.named, (mark.start - 25,)) : bisect_left(scene.named, (mark.end + 25,))
    ]:
        gap = (
            scene.text[mark.end : mention.start] if mention.start >= mark.end else scene.text[mention.end : mark.start]
        )
        if mention.how == "adjective" and mention.kind in (*doers.NAMED, "place") and _NEAR_BY.fullmatch(gap):
            return Doer(mention.actor, mention.start, mention.end, mention.kind)
    return NONE
