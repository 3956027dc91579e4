"""`statements` and `actors` → `statements`: each speaker under one name over the article, and of what kind it is.

Pronouns, role nouns and offices are led back to whom the article names; a spokesman without a name speaks for his
house; whoever stays without a name keeps a short description.
"""

import re
from bisect import bisect_right

import pandas as pd

from analysis import gazetteer
from analysis.articles import grouped
from analysis.descriptions import AGENCY, PERSON, STATE_MEDIA, UNNAMED
from analysis.mentions import Row
from analysis.nameless import keeps_back
from analysis.pronouns import meant, pronoun
from analysis.referents import NAMELESS, PEERS, referent
from analysis.scenes import Scene, Told, known_as, named, scenes
from analysis.sentences import Span

_ONE = re.compile(r"(?<!\w)(?:an?|une?|one)\s+((?:[\w’'-]+\s+){0,3})\Z", re.IGNORECASE)
_NOUN = re.compile(r"\s+[a-z-]+")


def settled(
    documents: pd.DataFrame,
    units: pd.DataFrame,
    rules: pd.DataFrame,
    evidence: pd.DataFrame,
    mentions: pd.DataFrame,
    said: pd.DataFrame,
) -> pd.DataFrame:
    """The statements with the speaker's and the vehicle's name as the article means them, and the speaker's kind.

    `evidence` is to hold the layers name and anaphor: `matching.find(…, also=tables.ON_REQUEST)`; the statements are
    sorted, as `tables.verify` has it.
    """
    seats, official = gazetteer.seats(rules), _state_media(rules)
    rows = grouped(said, Row._make, *Row._fields)
    found = scenes(documents, units, evidence, mentions, said)
    told = [one for document, scene in found for one in _article(scene, rows[document])]
    columns = {
        "speaker": [seats.get(one.name, one.name) for one, _ in told],
        "speaker_kind": [STATE_MEDIA if one.kind == AGENCY and one.name in official else one.kind for one, _ in told],
        "vehicle": [vehicle for _, vehicle in told],
    }
    return said.assign(**{name: pd.Series(values, said.index, "str") for name, values in columns.items()})


def _state_media(rules: pd.DataFrame) -> set[str]:
    """The actors whose name a lexicon knows as that of a state's medium, whatever words name them in an article."""
    known = {pattern.casefold() for pattern in rules.loc[rules["label"] == STATE_MEDIA, "pattern"]}
    actors = rules.loc[rules["layer"] == "actor", "label"]
    return {
        name for name in sorted(set(actors)) if known & {name.casefold(), name.casefold().removesuffix(" news agency")}
    }


# --- one article


def _article(scene: Scene, rows: list[Row]) -> list[tuple[Told, str]]:
    """Speaker and vehicle of each statement of one article."""
    spans: dict[Span, Told] = {}
    found: dict[Span, Told] = {}
    later = []
    for row in sorted(rows, key=lambda row: (_at(row), row.start)):
        if row.kind == "scare":
            continue
        told = _told(scene, row, scene.spoken, spans)
        if told is None:
            later.append(row)
            continue
        found[row.start, row.end] = told
        spans.setdefault((row.speaker_start, row.speaker_end), told)
        scene.spoken.append(told._replace(at=_at(row)))
    for row in later:
        span = (row.speaker_start, row.speaker_end)
        found[row.start, row.end] = spans.get(span) or referent(scene, *span, row.speaker, row.speaker_kind)
    return [
        (found.get((row.start, row.end)) or Told(row.speaker, row.speaker_kind), _vehicle(scene, row.vehicle))
        for row in rows
    ]


def _at(row: Row) -> int:
    """Where a statement is told: at its cue, else where it begins."""
    return row.cue_start if row.cue_start >= 0 else row.start


def _told(scene: Scene, row: Row, spoken: list[Told], spans: dict[Span, Told]) -> Told | None:
    """Who speaks in a row; None where its speaker stands in a later one."""
    subject = pronoun(scene, row)
    if subject:
        found = meant(scene, row.cue_start, subject, spoken)
        return found or spans.get((row.speaker_start, row.speaker_end)) or _raw(scene, row)
    if (row.speaker_start, row.speaker_end) in spans and row.speaker:
        return spans[row.speaker_start, row.speaker_end]
    if row.speaker_start < 0 and row.kind == "direct" and not row.speaker:
        return _going_on(scene, row.start, spoken)
    if row.speaker_start > row.end + 400:
        return None
    return _raw(scene, row)


def _going_on(scene: Scene, at: int, spoken: list[Told]) -> Told:
    """Who speaks without a cue: whoever spoke in the sentence before, else its only person."""
    last = bisect_right(scene.openings, at) - 1
    unit, former = scene.units[last], scene.units[max(0, last - 1)]
    if unit.role not in ("body", "lead") or former.role not in ("body", "lead", "heading"):
        return Told("", "")
    people = {mention.actor: mention for mention in named(scene, former.start, unit.start) if mention.kind == PERSON}
    asked = scene.text[former.start : former.end].rstrip().endswith("?")
    if spoken and (former.start <= spoken[-1].at or asked):
        return spoken[-1]
    if people or spoken:
        return known_as(scene, next(iter(people.values()))) if len(people) == 1 else Told("", "")
    opening = scene.units[last + 1].start if last + 1 < len(scene.units) else -1
    first = next((mention for mention in scene.mentions if mention.start == opening and mention.kind == PERSON), None)
    return known_as(scene, first) if first else Told("", "")


def _raw(scene: Scene, row: Row) -> Told:
    if row.speaker_start < 0:
        return Told(row.speaker, row.speaker_kind)
    start, end = row.speaker_start, row.speaker_end
    near = scene.text[max(0, start - 30) : end].lower()
    named = "homologue" in near or "counterpart" in near
    peer = PEERS.search(scene.text, max(0, start - 30), end) if named else None
    if peer and peer.start() < start <= peer.end() + 1:
        return referent(scene, peer.start(), end, scene.text[peer.start() : end], row.speaker_kind)
    veiled = _veiled(scene.text, row.speaker_start, row.speaker_end)
    if veiled:
        return Told(veiled, UNNAMED)
    told = referent(scene, row.speaker_start, row.speaker_end, row.speaker, row.speaker_kind)
    return told._replace(kind=UNNAMED) if keeps_back(scene, start, end, told) else told


def _veiled(text: str, start: int, end: int) -> str:
    """The description of somebody without a name of whom the words only hold whose he is: `a Turkish official`."""
    opened = _ONE.search(text, max(0, start - 50), start) if NAMELESS.match(text, end) else None
    if not opened:
        return ""
    noun = _NOUN.match(text, end) if opened[0].lower().startswith(("a", "o")) else None
    return " ".join(text[opened.start(1) : noun.end() if noun else end].split())


def _vehicle(scene: Scene, name: str) -> str:
    """The medium under the name of the table `actors`, where it is told by a role noun."""
    if not name or name in scene.known:
        return name
    at = scene.text.find(name)
    return referent(scene, at, at + len(name), name, "").name if at >= 0 else name
