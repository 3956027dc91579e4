"""Corpus, read → `acts`: who does it to whom, in which form, done or not, and in whose voice it is told."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis import gazetteer, predicates, tables
from analysis.acted import DEEDS, PLACED, SPEAKING, Act, Scene, label_of
from analysis.arguments import Place
from analysis.doers import JOINT, NONE, Doer, Mention
from analysis.nominal import nominal
from analysis.predicates import Mark
from analysis.reading import Reading
from analysis.spoken import as_said, spoken, tells
from analysis.verbal import verbal
from analysis.voicing import MANNER, OWN

_THEN_DOES = re.compile(
    r"\s*(?:(?:l[ea]s?|se|y|en|lui|leur|ne|pas)\s+|[lsdn][’'])*\w+(?:er|ir|re|oir)(?!\w)", re.IGNORECASE
)
_THE = re.compile(r"(?<!\w)(?:the|an?|its|his|her|their|this|no|la|les?|une?)\s+\Z", re.IGNORECASE)
_BASE = re.compile(
    r"(?<!\w)(?:to|will|would|could|can|may|might|must|should|shall|not|did|does|do|n[’']t|we|they|you|I|who|which|that|and|or|let|make|help|\w+s|people|police|\w+ly)\s+\Z",
    re.IGNORECASE,
)


def find(read: Reading) -> pd.DataFrame:
    """One row is one act: a verb or noun that tells that somebody does something, to somebody or not.

    `act` is the kind of deed, `form` active, passive, agentless, agent not found, nominal or impersonal. `agent` and
    `patient` are names as in `actors`, parted by `; ` where several act together (as their kinds are), where their
    kinds are person, organisation or state; else the words of the text, of kind `common` or `pronoun`, or nothing.
    `polarity` is `done`, `not done` (negated) or `open` (planned, possible, asked for).
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
    named = {
        name: sorted(map(Mention._make, part[columns].itertuples(index=False, name=None)))
        for name, part in read.actors.groupby("document")
    }
    seats = gazetteer.seats(read.rules)
    bodies: dict[str, list[tuple[int, int]]] = {}
    for (document, _), each in marks.items():
        bodies.setdefault(document, []).extend((mark.start, mark.end) for mark in each if mark.label == predicates.BODY)
    speech = read.evidence[read.evidence["layer"].isin(("speech", "verb"))]
    speech = speech[~speech["label"].isin(("according", "setting", "information"))]
    telling = {
        name: sorted(part[["start", "end", "layer"]].itertuples(index=False, name=None))
        for name, part in speech.groupby("document")
    }
    roles = read.evidence[read.evidence["layer"] == "speaker"]
    people = {
        name: sorted(part[["start", "end"]].itertuples(index=False, name=None))
        for name, part in roles.groupby("document")
    }
    said = {name: list(part.itertuples(index=False)) for name, part in read.statements.groupby("document")}
    for document, text, lang in read.documents[["document", "text", "lang"]].itertuples(index=False, name=None):
        own, verbs = said.get(document, []), telling.get(document, [])
        starts = {start for start, _, _ in verbs}
        cues = sorted(
            {
                (row.cue_start, row.cue_end): row for row in own if row.kind != "scare" and row.cue_start in starts
            }.items()
        )
        yield Scene(
            document,
            text,
            lang,
            named.get(document, []),
            seats,
            sorted(bodies.get(document, [])),
            people.get(document, []),
            own,
            [(*span, row) for span, row in cues],
            verbs,
        )


def _row(scene: Scene, unit: int, act: Act) -> dict[str, Any]:
    start, end = act.mark.start, act.mark.end
    if act.patient.start < act.agent.end and act.agent.start < act.patient.end:
        act = act._replace(patient=NONE)
    if act.label not in PLACED:
        act = act._replace(agent=_seated(scene, act.agent), patient=_seated(scene, act.patient))
    around = [row for row in scene.statements if row.kind in MANNER and row.start <= start and end <= row.end]
    inner = min(around, key=lambda row: row.end - row.start, default=None)
    return (
        {
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
        }
        | _side("agent", act.agent)
        | _side("patient", act.patient)
    )


def _seated(scene: Scene, who: Doer) -> Doer:
    """The state for its seat of government, where what is done is no matter of a place."""
    names, kinds = who.name.split(JOINT), who.kind.split(JOINT)
    found = [scene.seats.get(name, "") if kind == "place" else "" for name, kind in zip(names, kinds, strict=True)]
    each = [
        (state, "state") if state else own for state, own in zip(found, zip(names, kinds, strict=True), strict=True)
    ]
    return who._replace(name=JOINT.join(name for name, _ in each), kind=JOINT.join(kind for _, kind in each))


def _side(name: str, who: Doer) -> dict[str, Any]:
    return {name: who.name, f"{name}_start": who.start, f"{name}_end": who.end, f"{name}_kind": who.kind}


def _acts(scene: Scene, place: Place, marks: list[Mark]) -> list[Act]:
    """The acts of a unit, left to right: those that marks tell, and what is said."""
    found: list[Act] = []
    for start, end, mark, cue in _candidates(scene, place, marks):
        if found and start < found[-1].mark.end:
            continue
        if mark is None:
            found.append(spoken(scene, place, start, end, cue))
            continue
        act = _told(scene, place, mark, marks, found, cue)
        if act is None and cue is not None:
            act = spoken(scene, place, cue.cue_start, cue.cue_end, cue)
        found += [act] if act else []
    return found


def _candidates(scene: Scene, place: Place, marks: list[Mark]) -> list[tuple[int, int, Mark | None, Any]]:
    """What may tell an act, left to right: marks, with the statements they are cues of, other cues, verbs of saying."""
    cues = _inside(scene.cues, place)
    found: list[tuple[int, int, Mark | None, Any]] = []
    for mark in marks:
        if mark.label not in predicates.HELPERS:
            cue = next((row for start, end, row in cues if start < mark.end and mark.start < end), None)
            found.append((mark.start, mark.end, mark, cue))
    found += [(start, end, None, row) for start, end, row in cues if not _taken(found, start, end)]
    for start, end, layer in _inside(scene.verbs, place):
        mark = Mark(start, end, SPEAKING, ("finite",), "subject > to", "", ())
        if not _taken(found, start, end) and (layer == "speech" or tells(place, start, end)):
            found.append((start, end, mark, None))
    return sorted(found, key=lambda one: (one[0], -one[1]))


def _inside(spans: list[Any], place: Place) -> list[Any]:
    return spans[bisect_left(spans, (place.start,)) : bisect_left(spans, (place.end,))]


def _taken(found: list[Any], start: int, end: int) -> bool:
    return any(one[0] < end and start < one[1] for one in found)


def _told(scene: Scene, place: Place, mark: Mark, marks: list[Mark], former: list[Act], cue: Any) -> Act | None:
    if _is_other(scene, place, mark) or _helps(place.text, mark, marks):
        return None
    if predicates.is_noun(place.text, mark):
        return nominal(scene, place, mark, marks)
    if cue is not None and label_of(scene, place, mark, NONE) in DEEDS:
        return None
    act = verbal(scene, place, mark, marks, former)
    return as_said(scene, act, cue) if act else None


def _helps(text: str, mark: Mark, marks: list[Mark]) -> bool:
    """Whether a verb of a deed only helps another one: `va visiter`, `vient de parler`."""
    if mark.label != "moving":
        return False
    helpers = (predicates.POSSIBLE, predicates.DONE, predicates.UNDONE)
    around = [one for one in marks if one.label in helpers and one.start <= mark.start and mark.end <= one.end]
    return any(_THEN_DOES.match(text, one.end) for one in around)


def _is_other(scene: Scene, place: Place, mark: Mark) -> bool:
    """Whether a word that looks like a deed's is part of a name, another noun, or no verb where it stands."""
    if place.text[max(0, mark.start - 1) : mark.start] in ("-", "‑"):
        return True
    at = bisect_left(scene.named, (mark.start + 1,)) - 1
    if any(
        one.start <= mark.start and mark.end <= one.end and one.how != "adjective"
        for one in scene.named[max(0, at - 1) : at + 1]
    ):
        return True
    if predicates.is_noun(place.text, mark):
        return False
    mood, own = mark.moods[0], predicates.group(place.text, place.start, mark)
    verbal = own.have or own.be or own.caused or own.reflexive
    if mood in ("finite", "participle") and not verbal and predicates.is_determined(place.text, mark):
        return True
    if mood == "gerund" and _THE.search(place.text, max(place.start, mark.start - 8), mark.start):
        return True
    if mood == "finite" and mark.start == place.start:
        return True
    return (
        mood == "infinitive"
        and place.lang == "en"
        and not _BASE.search(place.text, max(place.start, mark.start - 40), mark.start)
    )
