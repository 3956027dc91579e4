"""The act that a verb tells: active or passive, by whom, to whom."""

import re
from bisect import bisect_left

from analysis import arguments, conjuncts, doers, phrases, predicates
from analysis.acted import _INFINITIVE, SPEAKING, Act, Scene, is_somebody, label_of, who
from analysis.arguments import Place
from analysis.doers import NONE, Doer
from analysis.phrases import Phrase
from analysis.polarity import _TO, helped, polarity_of
from analysis.predicates import ACTIVE, AGENTLESS, IMPERSONAL, NOMINAL, PASSIVE, UNDONE, UNFOUND, Group, Mark

_THEY = re.compile(r"ils?|elles?|nous|on|he|she|they|it|we")
_THEN_THEY = re.compile(r",\s+(ils?|elles?|nous|on|he|she|they|it|we)\s", re.IGNORECASE)
_NOBODY = re.compile(r"(?<!\w)(?:personne|aucune?|nul(?:le)?|nobody|no\s+one|no|none)(?!\w)", re.IGNORECASE)
_JOINED = re.compile(r"(?:,|(?<!\w)(?:et|puis|ou|and|or|then))\s*(?:\w+ment\s+)?\Z", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"(?<!\w)(a|ont|avait|avaient|aurait|auraient|has|have|had|est|sont|était|étaient|été|is|are|was|were|been)\s+(?:été\s+|been\s+)?(?:\w+ment\s+|\w+ly\s+)?\w+",
    re.IGNORECASE,
)
_BEEN = re.compile(r"\s(?:été|been)\s")
_SAYS_I = re.compile(r"(?<!\w)(?:je\s+|j[’']|tu\s+|ils?\s+|elles?\s+|on\s+)\Z", re.IGNORECASE)
_OF = re.compile(r"(?<!\w)(?:de|du|des|of)\s|(?<!\w)d[’']", re.IGNORECASE)
_THAT = re.compile(r"\s+(?:que|qu[’']|de|d[’']|that|to)", re.IGNORECASE)
_THEM = {
    "le": "object",
    "la": "object",
    "les": "object",
    "l'": "object",
    "nous": "object",
    "vous": "object",
    "lui": "to",
    "leur": "to",
    "me": "object",
    "m'": "object",
}


def verbal(scene: Scene, place: Place, mark: Mark, marks: list[Mark], former: list[Act]) -> Act | None:
    """The act that a verb tells; None where it tells none."""
    own = helped(place.text, mark, predicates.group(place.text, place.start, mark), marks)
    if "reflexive" in mark.more and not own.reflexive:
        return None
    if "needs infinitive" in mark.more and not _INFINITIVE.match(place.text, mark.end, place.end):
        return None
    form = _form(place, mark, own, former)
    if not form:
        return None
    polarity = polarity_of(place, mark, own, marks, former)
    if form == PASSIVE:
        return _passive(scene, place, mark, own, marks, polarity)
    agent = _agent(scene, place, mark, own, former)
    patient = _patient(scene, place, mark, own)
    if not patient.name and agent.start >= 0 and mark.roles != "subject" and mark.label != SPEAKING:
        patient = who(scene, arguments.antecedent(place, agent.start))
    if (
        own.reflexive
        and "reflexive" not in mark.more
        and "with être" not in mark.more
        and mark.label not in ("meeting", "refusing", SPEAKING)
    ):
        if "middle" not in mark.more or agent.kind != doers.COMMON or is_somebody(scene, agent):
            return None
        return Act(mark, mark.label, AGENTLESS, NONE, agent, polarity)
    if mark.label == "attacking" and _is_measure(place, agent, marks):
        return None
    agent = conjuncts.before(scene, place, agent, mark, own) if agent.end <= own.start else agent
    if mark.label == "meeting" and (own.reflexive or {"reciprocal", "reflexive"} & {*mark.more}):
        partner = who(scene, arguments.behind(place, "with", mark.end))
        patient = partner if partner.name else patient
    if "reciprocal" in mark.more and patient.kind in (*doers.NAMED, "place"):
        agent, patient = doers.together(agent, patient), NONE
    if mark.roles.startswith("by >"):
        agent, patient = patient if patient.kind in doers.NAMED else NONE, agent
    if agent.name.lower() in ("on", "l'on", "l’on"):
        form = IMPERSONAL
    if _NOBODY.match(place.text, *((agent.start, agent.end) if agent.start >= 0 else (0, 0))):
        polarity = UNDONE
    return Act(mark, label_of(scene, place, mark, patient), form, agent, patient, polarity)


def _is_measure(place: Place, agent: Doer, marks: list[Mark]) -> bool:
    """Whether a law, a sanction or a plan is said to hit somebody, who is not attacked: `des sanctions visent Rome`."""
    heads = [one for one in marks if one.label == predicates.MEASURE and agent.start <= one.start < agent.end]
    return any(not _OF.search(place.text, agent.start, one.start) for one in heads)


def _form(place: Place, mark: Mark, own: Group, former: list[Act]) -> str:
    """Active or passive, as the auxiliaries show; nothing where the word is no verb here."""
    mood = mark.moods[0]
    if own.caused and own.reflexive:
        return PASSIVE
    if mood in ("infinitive", "gerund", "future"):
        return PASSIVE if mood == "infinitive" and own.be and own.have else ACTIVE
    if own.be and not own.reflexive and "with être" not in mark.more:
        return PASSIVE if "object" in mark.roles or "to" in mark.roles.split() else ""
    if own.have or own.be or mood == "finite":
        return ACTIVE
    if mood == "participle" and _SAYS_I.search(place.text, max(place.start, own.start - 8), own.start):
        return ACTIVE
    if mood == "past" and not _is_reduced(place, mark):
        return ACTIVE
    joined = _joined(place, own.start)
    if joined == ACTIVE and former and arguments.following(place, mark.end):
        return ACTIVE
    if "object" not in mark.roles and " to" not in mark.roles:
        return ACTIVE if joined or "with être" in mark.more else ""
    return PASSIVE


def _is_reduced(place: Place, mark: Mark) -> bool:
    """Whether an English past without auxiliary is a participle: `the man arrested on Monday`, `killed by`."""
    if "object" not in mark.roles and " to" not in mark.roles:
        return False
    if predicates.is_determined(place.text, mark):
        return True
    after = place.text[mark.end : mark.end + 20]
    return re.match(r"\s+(?:by|in|on|for|at|during|since|last|after|with)\s|\s*[.,;]", after) is not None


def _joined(place: Place, start: int) -> str:
    """Of a participle behind `et` or a comma: the form of the verb group whose auxiliary it shares."""
    if not _JOINED.search(place.text, max(place.start, start - 25), start):
        return ""
    last = list(_AUXILIARY.finditer(place.text, place.start, start))[-1:]
    return next(
        (PASSIVE if _BEEN.search(one.group()) or predicates.BE.fullmatch(one[1]) else ACTIVE for one in last), ""
    )


def _agent(scene: Scene, place: Place, mark: Mark, own: Group, former: list[Act]) -> Doer:
    """Who does it: the subject; of an infinitive or gerund that of the verb it depends on, or its object."""
    mood = mark.moods[0]
    controlled = "infinitive" in mark.moods and (place.lang == "fr" or "to" in own.clitics)
    by_of = _TO.search(place.text, max(place.start, own.start - 4), own.start)
    if (controlled or mood == "gerund" or by_of) and former:
        act = former[-1]
        near = not re.search(r"[.;:«»“”]", place.text[act.mark.end : mark.start])
        if near and act.form == IMPERSONAL:
            return NONE
        if near and act.form != NOMINAL and mood != "finite":
            if "object control" in act.mark.more and (act.patient.name or act.form == ACTIVE):
                return act.patient
            if act.form != PASSIVE and act.agent.name:
                return act.agent
    if _is_turned(place, mark, own):
        return who(scene, arguments.following(place, mark.end, partitive=False))
    after_comma = place.text[place.start : own.start].rstrip().endswith(",")
    if (mood == "gerund" and after_comma) or (
        controlled and not place.text[place.start : own.start].strip().lower().removesuffix("pour").strip()
    ):
        return who(scene, arguments.opened(place, own.start))
    known = (
        bisect_left(scene.named, (place.start,)) < len(scene.named)
        and scene.named[bisect_left(scene.named, (place.start,))].start == place.start
    )
    if mood == "participle" and "with être" in mark.more and not (own.be or own.have):
        return who(scene, _beside(place, mark))
    phrase, pronoun = arguments.subject(place, own.start, mark.start if mood == "gerund" else own.start, known)
    return who(scene, phrase, pronoun)


def _is_turned(place: Place, mark: Mark, own: Group) -> bool:
    """Whether a verb stands right behind a quotation with its subject behind it: `», a répondu le maire`."""
    spoken = mark.moods[0] in ("finite", "past") or own.have
    return (
        spoken
        and arguments.behind_quotation(place, own.start, mark.end, mark.label == SPEAKING)
        and arguments.following(place, mark.end, partitive=False) is not None
    )


def _patient(scene: Scene, place: Place, mark: Mark, own: Group) -> Doer:
    """To whom or what it is done: a pronoun before the verb, whoever is behind `à`, or the object."""
    at, wanted = own.start, mark.roles.split(" > ")[-1]
    if wanted == "subject" and "object" not in mark.roles and "by" not in mark.roles:
        return NONE
    if _is_turned(place, mark, own):
        return NONE
    if wanted in ("on", "with"):
        return who(scene, arguments.behind(place, wanted, mark.end))
    them = [word for word in own.clitics if word in _THEM]
    if them:
        start = place.text.lower().replace("’", "'").find(them[0], at, mark.end)
        return Doer(them[0], start, start + len(them[0]), doers.PRONOUN)
    if wanted == "to" or "object control" in mark.more:
        to = arguments.behind(place, "to", mark.end)
        receiver = who(scene, to) if to else NONE
        if receiver.kind in doers.NAMED or (receiver.name and wanted == "to"):
            return receiver
    object_ = arguments.following(place, mark.end)
    if object_ is None and mark.label == "attacking":
        object_ = arguments.behind(place, "on", mark.end, near=True)
    return who(scene, object_)


def _passive(scene: Scene, place: Place, mark: Mark, own: Group, marks: list[Mark], polarity: str) -> Act | None:
    """The act of a passive or of a participle alone: its patient is the subject, its agent is behind `par`."""
    by, told = arguments.by(place, mark.end)
    if by and any(mark.end <= one.start < by.start and one.moods[0] in ("participle", "past") for one in marks):
        by, told = None, True
    agent = who(scene, by) if by else NONE
    if mark.label == "attacking" and _is_measure(place, agent, marks):
        return None
    agent = conjuncts.behind(scene, place, agent, by.end) if by and agent.kind in doers.NAMED else agent
    form = PASSIVE if agent.name else UNFOUND if told else AGENTLESS
    known = any(mention.start == place.start for mention in scene.named)
    if own.be or own.caused or _joined(place, own.start) == PASSIVE:
        phrase, pronoun = arguments.subject(place, own.start, mark.start, known)
    else:
        phrase = _beside(place, mark)
        pronoun = place.text[slice(*phrase)].lower() if phrase else ""
        pronoun = pronoun if _THEY.fullmatch(pronoun) else ""
    if pronoun == "il" and _THAT.match(place.text, mark.end):
        return Act(mark, mark.label, IMPERSONAL, agent, NONE, polarity)
    patient = who(scene, phrase, pronoun)
    if form == AGENTLESS and not (patient.name or own.be or own.caused) and _follows_have(place, own.start):
        form = UNFOUND
    return Act(mark, label_of(scene, place, mark, patient), form, agent, patient, polarity)


def _follows_have(place: Place, at: int) -> bool:
    """Whether `avoir` stands before a participle in its clause: it may be active, with words between not known."""
    clause = re.split(r"[;:.!?»]|(?<!\w)(?:que|qui|et)(?!\w)", place.text[place.start : at])[-1]
    return any(predicates.HAVE.fullmatch(word) for word in clause.split()[-8:])


def _beside(place: Place, mark: Mark) -> Phrase | None:
    """What a participle alone belongs to: the noun before it, or behind the comma where it opens the sentence."""
    text = place.text
    if place.lang == "en" and predicates.is_determined(text, mark):
        return arguments.following(place, mark.end)
    if not text[place.start : mark.start].strip(' «“"'):
        pronoun = _THEN_THEY.search(text, mark.end, place.end)
        if pronoun:
            return Phrase(*pronoun.span(1))
        comma = text.find(",", mark.end, place.end)
        return phrases.first(text, comma + 1, place.end) if comma > 0 else None
    end = mark.start - len(text[: mark.start]) + len(text[: mark.start].rstrip(" ,"))
    return phrases.ending(text, place.start, end)
