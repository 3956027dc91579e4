"""Corpus, read → `acts`: who does it to whom, in which form, done or not, and in whose voice it is told."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from analysis import arguments, doers, gazetteer, phrases, predicates, tables
from analysis.arguments import Place
from analysis.doers import NONE, Doer, Mention
from analysis.phrases import Phrase
from analysis.predicates import ACTIVE, AGENTLESS, DONE, IMPERSONAL, NOMINAL, OPEN, PASSIVE, UNDONE, Group, Mark
from analysis.reading import Reading
from analysis.voicing import MANNER, OWN

SPEAKING = "speaking"
_TOLD = re.compile(r"(?:told|tell|tells|telling|informed|warned|assured|reminded)(?!\w)", re.IGNORECASE)
NEAR = 60
"""How many characters behind a noun its `par` may stand."""
_AUX = re.compile(r"(?<!\w)(?:a|ont|est|sont|avait|était|sera|fut|has|have|had|is|are|was|were|will)\s|,", re.IGNORECASE)
_TO_BE = re.compile(r"(?<!\w)(?:être|be)(?!\w)", re.IGNORECASE)
_THE = re.compile(r"(?<!\w)(?:the|an?|its|his|her|their|this|no|la|les?|une?)\s+\Z", re.IGNORECASE)
_THEN_THEY = re.compile(r",\s+(ils?|elles?|nous|on|he|she|they|it|we)\s", re.IGNORECASE)
_LINK = re.compile(r"(?:pour|afin|avant|après|sans|au\s+lieu|plutôt|en\s+vue|in\s+order|after|without|instead|rather|accusé)(?!\w)", re.IGNORECASE)
_NEAR_BY = re.compile(r"\s+(?:(?!(?:of|de|des|du|à|au|aux|by|par|to|in|en|for|and|et|with|avec)\s)[^\W\d_]+\s+)?")
_TELLS = re.compile(r"\s+(?:que\s|qu[’']|that\s)")
DEEDS = ("giving", "taking", "constraining", "meeting", "helping", "building", "moving")
"""Kinds of deeds whose verbs only speak where they report: `confie une source`."""
PLACED = ("moving", "meeting", "attacking", "building")
"""Kinds of deeds in which a capital may be the town alone."""
_BASE = re.compile(
    r"(?<!\w)(?:to|will|would|could|can|may|might|must|should|shall|not|did|does|do|n[’']t|we|they|you|I|who|which|that|and|or|let|make|help|\w+s|people|police|\w+ly)\s+\Z",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"[^.;:«»“”]{0,90}?(?<!\w)(?:à\s+(?:ne\s+(?:pas|plus)\s+)?(?:l[ea]s?\s+|l[’'])?(?:«\s*)?\w+(?:er|ir|re|oir)(?!\w)|to\s+[a-z]+)|\s+(?:à|to|for|on)\s", re.IGNORECASE)
_NOBODY = re.compile(r"(?<!\w)(?:personne|aucune?|nul(?:le)?|nobody|no\s+one|no|none)(?!\w)", re.IGNORECASE)
_IF = re.compile(r"[\s«“\"]*(?:si|s[’']ils?|if|unless)\s", re.IGNORECASE)
_TO = re.compile(r"(?:(?<!\w)(?:de|à|pour|to|of)\s+|(?<!\w)d[’']\s*)\Z", re.IGNORECASE)
_PERFECT = re.compile(r"(?:avoir|être|have|having|been)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<!\w)(son|sa|ses|leurs?|notre|nos|its|his|her|their|our)\s+(?:[^\W\d_]+\s+){0,2}\Z", re.IGNORECASE)
_GENITIVE = re.compile(r"([^\W\d_]+)(?:[’']s|s[’'])\s+(?:[^\W\d_]+\s+){0,2}\Z")
_BETWEEN = re.compile(r"\s+(?:entre|between)\s+", re.IGNORECASE)
_JOINED = re.compile(r"(?:,|(?<!\w)(?:et|puis|ou|and|or|then))\s*(?:\w+ment\s+)?\Z", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"(?<!\w)(a|ont|avait|avaient|aurait|auraient|has|have|had|est|sont|était|étaient|été|is|are|was|were|been)\s+(?:été\s+|been\s+)?(?:\w+ment\s+|\w+ly\s+)?\w+",
    re.IGNORECASE,
)
_BEEN = re.compile(r"\s(?:été|been)\s")
_THAT = re.compile(r"\s+(?:que|qu[’']|de|d[’']|that|to)", re.IGNORECASE)
_THEM = {"le": "object", "la": "object", "les": "object", "l'": "object", "lui": "to", "leur": "to", "me": "object", "m'": "object"}


class Scene(NamedTuple):
    """What there is to know of one article."""

    document: str
    text: str
    lang: str
    named: list[Mention]
    seats: dict[str, str]
    bodies: list[tuple[int, int]]
    people: list[tuple[int, int]]
    statements: list[Any]
    cues: list[tuple[int, int, Any]]
    verbs: list[tuple[int, int, str]]


class Act(NamedTuple):
    """An act before it becomes a row."""

    mark: Mark
    label: str
    form: str
    agent: Doer
    patient: Doer
    polarity: str


def find(read: Reading) -> pd.DataFrame:
    """One row is one act: a verb or noun that tells that somebody does something, to somebody or not.

    `act` is the kind of deed, `form` active, passive, agentless, nominal or impersonal. `agent` and `patient` are
    names as in `actors` where their kinds are person, organisation or state; else the words of the text, of kind
    `common` or `pronoun`, or nothing. `polarity` is `done`, `not done` (negated) or `open` (planned, possible, asked for).
    `voice` is the outlet's own words, quoted or reported, and `speaker` whose words they are.
    """
    units = tables.counted(read.units)
    marks = predicates.marks(read.documents, units, read.rules)
    bounds: dict[str, list[tuple[int, int, int]]] = {}
    for document, unit, start, end in units[["document", "unit", "start", "end"]].itertuples(index=False, name=None):
        bounds.setdefault(document, []).append((unit, start, end))
    rows: list[dict[str, Any]] = []
    for scene in _scenes(read, marks):
        for unit, start, end in bounds.get(scene.document, ()):
            acts = _acts(scene, Place(scene.text, start, end, scene.lang), marks.get((scene.document, unit), []))
            rows += [_row(scene, unit, act) for act in acts]
    return tables.table("acts", {(row["document"], row["start"], row["end"]): row for row in rows}.values())


def _scenes(read: Reading, marks: dict[tuple[str, int], list[Mark]]) -> Iterator[Scene]:
    columns = ["start", "end", "actor", "kind", "how"]
    named = {name: sorted(map(Mention._make, part[columns].itertuples(index=False, name=None))) for name, part in read.actors.groupby("document")}
    seats = gazetteer.seats(read.rules)
    bodies: dict[str, list[tuple[int, int]]] = {}
    for (document, _), own in marks.items():
        bodies.setdefault(document, []).extend((mark.start, mark.end) for mark in own if mark.label == predicates.BODY)
    speech = read.evidence[read.evidence["layer"].isin(("speech", "verb"))]
    speech = speech[~speech["label"].isin(("according", "setting", "information"))]
    tells = {name: sorted(part[["start", "end", "layer"]].itertuples(index=False, name=None)) for name, part in speech.groupby("document")}
    roles = read.evidence[read.evidence["layer"] == "speaker"]
    people = {name: sorted(part[["start", "end"]].itertuples(index=False, name=None)) for name, part in roles.groupby("document")}
    said = {name: list(part.itertuples(index=False)) for name, part in read.statements.groupby("document")}
    for document, text, lang in read.documents[["document", "text", "lang"]].itertuples(index=False, name=None):
        own, verbs = said.get(document, []), tells.get(document, [])
        starts = {start for start, _, _ in verbs}
        cues = sorted(
            {(row.cue_start, row.cue_end): row for row in own if row.kind != "scare" and row.cue_start in starts}.items()
        )
        yield Scene(
            document, text, lang, named.get(document, []), seats, sorted(bodies.get(document, [])), people.get(document, []), own, [(*span, row) for span, row in cues], verbs
        )


def _row(scene: Scene, unit: int, act: Act) -> dict[str, Any]:
    start, end = act.mark.start, act.mark.end
    if act.patient.start < act.agent.end and act.agent.start < act.patient.end:
        act = act._replace(patient=NONE)
    if act.label not in PLACED:
        act = act._replace(agent=_seated(scene, act.agent), patient=_seated(scene, act.patient))
    around = [row for row in scene.statements if row.kind in MANNER and row.start <= start and end <= row.end]
    inner = min(around, key=lambda row: row.end - row.start, default=None)
    return {
        "document": scene.document,
        "unit": unit,
        "start": start,
        "end": end,
        "match": scene.text[start:end],
        "act": act.label,
        "form": act.form,
        "polarity": act.polarity,
        "voice": MANNER[inner.kind] if inner else OWN,
        "speaker": inner.speaker if inner else "",
    } | _side("agent", act.agent) | _side("patient", act.patient)


def _seated(scene: Scene, who: Doer) -> Doer:
    """The state for its seat of government, where what is done is no matter of a place."""
    state = scene.seats.get(who.name, "") if who.kind == "place" else ""
    return who._replace(name=state, kind="state") if state else who


def _side(name: str, who: Doer) -> dict[str, Any]:
    return {name: who.name, f"{name}_start": who.start, f"{name}_end": who.end, f"{name}_kind": who.kind}


def _acts(scene: Scene, place: Place, marks: list[Mark]) -> list[Act]:
    """The acts of a unit, left to right: those that marks tell, and what is said."""
    found: list[Act] = []
    for start, end, mark, cue in _candidates(scene, place, marks):
        if found and start < found[-1].mark.end:
            continue
        if mark is None:
            found.append(_spoken(scene, place, start, end, cue))
            continue
        act = _told(scene, place, mark, marks, found, cue)
        if act is None and cue is not None:
            act = _spoken(scene, place, cue.cue_start, cue.cue_end, cue)
        found += [act] if act else []
    return found


def _candidates(scene: Scene, place: Place, marks: list[Mark]) -> list[tuple[int, int, Mark | None, Any]]:
    """What may tell an act, left to right: marks, each with the statement it is a cue of, other cues, other verbs of saying."""
    cues = _inside(scene.cues, place)
    found: list[tuple[int, int, Mark | None, Any]] = []
    for mark in marks:
        if mark.label not in predicates.HELPERS:
            cue = next((row for start, end, row in cues if start < mark.end and mark.start < end), None)
            found.append((mark.start, mark.end, mark, cue))
    found += [(start, end, None, row) for start, end, row in cues if not _taken(found, start, end)]
    for start, end, layer in _inside(scene.verbs, place):
        mark = Mark(start, end, SPEAKING, ("finite",), "subject > to", "", ())
        if not _taken(found, start, end) and (layer == "speech" or _tells(place, start, end)):
            found.append((start, end, mark, None))
    return sorted(found, key=lambda one: (one[0], -one[1]))


def _inside(spans: list[Any], place: Place) -> list[Any]:
    return spans[bisect_left(spans, (place.start,)) : bisect_left(spans, (place.end,))]


def _taken(found: list[Any], start: int, end: int) -> bool:
    return any(one[0] < end and start < one[1] for one in found)


def _tells(place: Place, start: int, end: int) -> bool:
    """Whether a verb of several senses tells here: `que` follows, or it stands behind a comma with its subject behind it."""
    if _TELLS.match(place.text, end):
        return True
    return arguments.behind_quotation(place, start, end, True) and arguments.following(place, end, partitive=False) is not None


def _told(scene: Scene, place: Place, mark: Mark, marks: list[Mark], former: list[Act], cue: Any) -> Act | None:
    if _is_other(scene, place, mark):
        return None
    if predicates.is_noun(place.text, mark):
        return _nominal(scene, place, mark)
    if cue is not None and _label(scene, place, mark, NONE) in DEEDS:
        return None
    act = _verbal(scene, place, mark, marks, former)
    return _as_said(scene, act, cue) if act else None


def _is_other(scene: Scene, place: Place, mark: Mark) -> bool:
    """Whether a word that looks like a deed's is a part of a name, a noun of another meaning, or no verb where it stands."""
    if place.text[max(0, mark.start - 1) : mark.start] in ("-", "‑"):
        return True
    at = bisect_left(scene.named, (mark.start + 1,)) - 1
    if any(one.start <= mark.start and mark.end <= one.end and one.how != "adjective" for one in scene.named[max(0, at - 1) : at + 1]):
        return True
    if predicates.is_noun(place.text, mark):
        return False
    mood, own = mark.moods[0], predicates.group(place.text, place.start, mark)
    verbal = own.have or own.be or own.caused or own.reflexive
    if mood in ("finite", "participle") and not verbal and predicates.is_determined(place.text, mark):
        return True
    if mood == "gerund" and _THE.search(place.text, max(place.start, mark.start - 8), mark.start):
        return True
    if mood == "finite" and place.lang == "fr" and mark.start == place.start:
        return True
    return mood == "infinitive" and place.lang == "en" and not _BASE.search(place.text, max(place.start, mark.start - 40), mark.start)


# --- what is said


def _spoken(scene: Scene, place: Place, start: int, end: int, row: Any) -> Act:
    mark = Mark(start, end, SPEAKING, ("finite",), "subject", "", ())
    own = predicates.group(place.text, place.start, mark)
    polarity = UNDONE if own.negated else OPEN if own.unsure else DONE
    return Act(mark, SPEAKING, ACTIVE, _speaker(scene, row), _who(scene, _hearer(place, start, end)), polarity)


def _hearer(place: Place, start: int, end: int) -> Phrase | None:
    """To whom it is said: behind `à` or `to`, or the object of `told`."""
    if _TOLD.match(place.text, start):
        return arguments.following(place, end)
    return arguments.behind(place, "to", end, near=True)


def _speaker(scene: Scene, row: Any) -> Doer:
    if not row.speaker or row.speaker_start < 0:
        return NONE
    kinds = {mention.actor: mention.kind for mention in scene.named}
    kind = kinds.get(row.speaker, doers.COMMON)
    return Doer(row.speaker, row.speaker_start, row.speaker_end, kind)


def _as_said(scene: Scene, act: Act, cue: Any) -> Act:
    """The act of a verb that also reports: its agent is the speaker, where the clause names nobody."""
    if cue is None or act.form != ACTIVE or act.agent.kind in doers.NAMED:
        return act
    speaker = _speaker(scene, cue)
    return act._replace(agent=speaker) if speaker.name and (speaker.kind in doers.NAMED or not act.agent.name) else act


# --- verbs


def _verbal(scene: Scene, place: Place, mark: Mark, marks: list[Mark], former: list[Act]) -> Act | None:
    own = _helped(place.text, mark, predicates.group(place.text, place.start, mark), marks)
    if "reflexive" in mark.more and not own.reflexive:
        return None
    if "needs infinitive" in mark.more and not _INFINITIVE.match(place.text, mark.end, place.end):
        return None
    form = _form(place, mark, own, former)
    if not form:
        return None
    polarity = _polarity(place, mark, own, marks, former)
    if form == PASSIVE:
        return _passive(scene, place, mark, own, polarity)
    agent = _agent(scene, place, mark, own, former)
    patient = _patient(scene, place, mark, own)
    if not patient.name and agent.start >= 0 and mark.roles != "subject" and mark.label != SPEAKING:
        patient = _who(scene, arguments.antecedent(place, agent.start))
    if own.reflexive and "reflexive" not in mark.more and "with être" not in mark.more and mark.label not in ("meeting", "refusing", SPEAKING):
        if agent.kind != doers.COMMON or mark.roles == "subject" or _is_somebody(scene, agent):
            return None
        return Act(mark, mark.label, AGENTLESS, NONE, agent, polarity)
    if mark.roles.startswith("by >"):
        agent, patient = patient if patient.kind in doers.NAMED else NONE, agent
    if agent.name.lower() in ("on", "l'on", "l’on"):
        form = IMPERSONAL
    if _NOBODY.match(place.text, *((agent.start, agent.end) if agent.start >= 0 else (0, 0))):
        polarity = UNDONE
    return Act(mark, _label(scene, place, mark, patient), form, agent, patient, polarity)


def _helped(text: str, mark: Mark, own: Group, marks: list[Mark]) -> Group:
    """The verb group of an infinitive with the verb that helps it: `commence à`, `risque de`."""
    if "infinitive" not in mark.moods:
        return own
    ahead = [one for one in marks if one.label in (predicates.POSSIBLE, DONE, UNDONE) and one.end <= own.start]
    near = [one for one in ahead if not text[one.end : own.start].strip() and not _LINK.match(text, one.start)]
    return own._replace(start=near[-1].start) if near else own


def _label(scene: Scene, place: Place, mark: Mark, patient: Doer) -> str:
    """The kind of deed, which is another one where it is done to somebody or leads to an infinitive."""
    for part in mark.more:
        label, _, when = part.partition(" with ")
        if when == "somebody" and _is_somebody(scene, patient):
            return label
        label, _, when = part.partition(" before ")
        if when == "infinitive" and _INFINITIVE.match(place.text, mark.end, place.end):
            return label
    return mark.label


def _is_somebody(scene: Scene, patient: Doer) -> bool:
    """Whether it is a person, a pronoun, or a word for people or bodies that may speak."""
    if patient.kind in ("person", "organisation", doers.PRONOUN):
        return True
    return patient.start >= 0 and any(start < patient.end and patient.start < end for start, end in scene.people)


def _form(place: Place, mark: Mark, own: Group, former: list[Act]) -> str:
    """Active or passive, as the auxiliaries show; nothing where the word is no verb here."""
    text, mood = place.text, mark.moods[0]
    if own.caused and own.reflexive:
        return PASSIVE
    if mood in ("infinitive", "gerund", "future"):
        return PASSIVE if mood == "infinitive" and own.be and own.have else ACTIVE
    if own.be and not own.reflexive and "with être" not in mark.more:
        return PASSIVE if "object" in mark.roles or "to" in mark.roles.split() else ""
    if own.have or own.be or mood == "finite":
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
    return next((PASSIVE if _BEEN.search(one.group()) or predicates.BE.fullmatch(one[1]) else ACTIVE for one in last), "")


def _polarity(place: Place, mark: Mark, own: Group, marks: list[Mark], former: list[Act]) -> str:
    """Done, not done or open: by negation, mood, what governs an infinitive, and the kind of sentence."""
    text = place.text
    if own.caused and own.reflexive and not own.negated:
        return OPEN if own.unsure else DONE
    if own.negated or "n'" in own.clitics or "ne" in own.clitics:
        return UNDONE
    if "infinitive" in mark.moods and (place.lang == "fr" or _TO.search(text, max(0, own.start - 5), own.start) or "to" in own.clitics or own.unsure):
        return _governed(text, mark, own, marks, former)
    if _TO_BE.search(text, own.start, mark.start):
        return _governed(text, mark, own, marks, former)
    if own.unsure or "future" in mark.moods or text[place.start : place.end].rstrip(" »”\"").endswith("?"):
        return OPEN
    opened = max([place.start, *(m.end() for m in re.finditer(r"[,;:]\s", text[place.start : mark.start]))])
    return OPEN if _IF.match(text, place.start) and opened == place.start else DONE


def _governed(text: str, mark: Mark, own: Group, marks: list[Mark], former: list[Act]) -> str:
    """The polarity of an infinitive: as the verb before it tells."""
    start = own.start
    helper = [one for one in marks if one.label in (predicates.POSSIBLE, DONE, UNDONE) and start - 14 <= one.end <= mark.start]
    near = [one for one in helper if one.start == start or not text[one.end : start].strip() or _TO.fullmatch(text[one.end : start].lstrip())]
    act = former[-1] if former and mark.start - former[-1].mark.end < 60 else None
    if act and act.polarity == UNDONE:
        return UNDONE
    if near:
        return OPEN if near[-1].label == predicates.POSSIBLE else near[-1].label
    if act and act.label == "refusing" and "object control" not in act.mark.more:
        return UNDONE
    if own.have:
        return DONE
    return OPEN


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
        return _who(scene, arguments.following(place, mark.end, partitive=False))
    after_comma = place.text[place.start : own.start].rstrip().endswith(",")
    if (mood == "gerund" and after_comma) or (controlled and not place.text[place.start : own.start].strip().lower().removesuffix("pour").strip()):
        return _who(scene, arguments.opened(place, own.start))
    known = bisect_left(scene.named, (place.start,)) < len(scene.named) and scene.named[bisect_left(scene.named, (place.start,))].start == place.start
    if mood == "participle" and "with être" in mark.more and not (own.be or own.have):
        return _who(scene, _beside(place, mark))
    phrase, pronoun = arguments.subject(place, own.start, mark.start if mood == "gerund" else own.start, known)
    return _who(scene, phrase, pronoun)


def _is_turned(place: Place, mark: Mark, own: Group) -> bool:
    """Whether a verb stands right behind a quotation with its subject behind it: `», a répondu le maire`."""
    spoken = mark.moods[0] in ("finite", "past") or own.have
    return spoken and arguments.behind_quotation(place, own.start, mark.end, mark.label == SPEAKING) and arguments.following(place, mark.end, partitive=False) is not None


def _who(scene: Scene, phrase: Phrase | None, pronoun: str = "") -> Doer:
    return doers.doer(scene.text, phrase, pronoun, scene.named, scene.bodies)


def _patient(scene: Scene, place: Place, mark: Mark, own: Group) -> Doer:
    """To whom or what it is done: a pronoun before the verb, whoever is behind `à`, or the object."""
    at, wanted = own.start, mark.roles.split(" > ")[-1]
    if wanted == "subject" and "object" not in mark.roles and "by" not in mark.roles:
        return NONE
    if _is_turned(place, mark, own):
        return NONE
    if wanted in ("on", "with"):
        return _who(scene, arguments.behind(place, wanted, mark.end))
    them = [word for word in own.clitics if word in _THEM]
    if them:
        start = place.text.lower().replace("’", "'").find(them[0], at, mark.end)
        return Doer(them[0], start, start + len(them[0]), doers.PRONOUN)
    if wanted == "to" or "object control" in mark.more:
        to = arguments.behind(place, "to", mark.end)
        receiver = _who(scene, to) if to else NONE
        if receiver.kind in doers.NAMED or (receiver.name and wanted == "to"):
            return receiver
    object_ = arguments.following(place, mark.end)
    if object_ is None and mark.label == "attacking":
        object_ = arguments.behind(place, "on", mark.end, near=True)
    return _who(scene, object_)


def _passive(scene: Scene, place: Place, mark: Mark, own: Group, polarity: str) -> Act:
    """The act of a passive or of a participle alone: its patient is the subject, its agent is behind `par`."""
    by = arguments.behind(place, "by", mark.end)
    agent = _who(scene, by) if by else NONE
    form = PASSIVE if agent.name else AGENTLESS
    known = any(mention.start == place.start for mention in scene.named)
    if own.be or own.caused or _joined(place, own.start) == PASSIVE:
        phrase, pronoun = arguments.subject(place, own.start, mark.start, known)
    else:
        pronoun, phrase = "", _beside(place, mark)
    if pronoun == "il" and _THAT.match(place.text, mark.end):
        return Act(mark, mark.label, IMPERSONAL, agent, NONE, polarity)
    patient = _who(scene, phrase, pronoun)
    return Act(mark, _label(scene, place, mark, patient), form, agent, patient, polarity)


def _beside(place: Place, mark: Mark) -> Phrase | None:
    """What a participle alone belongs to: the noun before it, or the subject behind the comma, where it opens the sentence."""
    text = place.text
    if place.lang == "en" and predicates.is_determined(text, mark):
        return arguments.following(place, mark.end)
    if not text[place.start : mark.start].strip(" «“\""):
        pronoun = _THEN_THEY.search(text, mark.end, place.end)
        if pronoun:
            return Phrase(*pronoun.span(1))
        comma = text.find(",", mark.end, place.end)
        return phrases.first(text, comma + 1, place.end) if comma > 0 else None
    end = mark.start - len(text[:mark.start]) + len(text[:mark.start].rstrip(" ,"))
    return phrases.ending(text, place.start, end)


# --- nouns


def _nominal(scene: Scene, place: Place, mark: Mark) -> Act | None:
    """The act that a noun tells, where somebody stands with it."""
    if not mark.noun:
        return None
    first, second = mark.noun.split(" > ")
    of = arguments.behind(place, "of", mark.end, near=True)
    owner, adjective = _owner(scene, place, mark), _adjective(scene, mark)
    held = _who(scene, of) if of else NONE
    by = arguments.behind(place, "by", mark.end)
    far = by is None or by.start - mark.end > NEAR or _AUX.search(place.text, mark.end, by.start)
    agent = NONE if far else _who(scene, by)
    if first == "by":
        patient = held if held.name else owner
        agent = agent if agent.name else adjective
    else:
        agent = next((one for one in (agent, adjective, owner) if one.name), held if held.kind in doers.NAMED or mark.label == "moving" else NONE)
        other = arguments.behind(place, second.replace("to", "toward"), mark.end)
        patient = _who(scene, other) if other else NONE
        patient = patient if patient.kind in doers.NAMED or second == "on" else NONE
    between = _BETWEEN.match(place.text, mark.end)
    if between:
        phrase = phrases.opening(place.text, between.end(), place.end)
        agent = _who(scene, phrase) if phrase else agent
    return Act(mark, mark.label, NOMINAL, agent, patient, DONE) if agent.name or patient.name else None


def _owner(scene: Scene, place: Place, mark: Mark) -> Doer:
    """Whose it is: a possessive, or a name with 's before it."""
    own = _POSSESSIVE.search(place.text, max(place.start, mark.start - 40), mark.start)
    if own:
        return Doer(own[1].lower(), *own.span(1), doers.PRONOUN)
    named = _GENITIVE.search(place.text, max(place.start, mark.start - 40), mark.start)
    if named is None:
        return NONE
    mention = next((one for one in scene.named if one.start <= named.start(1) < one.end or one.end == named.end(1)), None)
    return Doer(mention.actor, mention.start, mention.end, mention.kind) if mention else Doer(named[1], *named.span(1), doers.COMMON)


def _adjective(scene: Scene, mark: Mark) -> Doer:
    """The state whose adjective stands right beside a noun: `attaques russes`, `Russian attack`."""
    for mention in scene.named[bisect_left(scene.named, (mark.start - 25,)) : bisect_left(scene.named, (mark.end + 25,))]:
        gap = scene.text[mark.end : mention.start] if mention.start >= mark.end else scene.text[mention.end : mark.start]
        if mention.how == "adjective" and mention.kind in (*doers.NAMED, "place") and _NEAR_BY.fullmatch(gap):
            return Doer(mention.actor, mention.start, mention.end, mention.kind)
    return NONE
