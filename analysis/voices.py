"""`statements` and `actors` → `statements`: each speaker under one name over the article, and of what kind it is.

Pronouns, role nouns and offices are led back to whom the article names; a spokesman without a name speaks for his
house; whoever stays without a name keeps a short description.
"""

import re
from bisect import bisect_right
from typing import Any

import pandas as pd

from analysis import gazetteer
from analysis.descriptions import PERSON, UNNAMED
from analysis.pronouns import meant, pronoun
from analysis.referents import NAMELESS, PEERS, referent
from analysis.scenes import Scene, Told, between, known_as, scenes

_ONE = re.compile(r"(?<!\w)(?:an?|une?|one)\s+((?:[\w’'-]+\s+){0,3})\Z", re.IGNORECASE)
_NOUN = re.compile(r"\s+[a-z-]+")


def settled(
    documents: pd.DataFrame,
    units: pd.DataFrame,
    rules: pd.DataFrame,
    evidence: pd.DataFrame,
    named: pd.DataFrame,
    said: pd.DataFrame,
) -> pd.DataFrame:
    """The statements with the speaker's and the vehicle's name as the article means them, and the speaker's kind.

    `evidence` is to hold the layers name and anaphor: `matching.find(…, also=tables.ON_REQUEST)`.
    """
    seats = gazetteer.known(rules).seats
    found = scenes(documents, units, evidence, named, said)
    rows: dict[str, list[dict[str, Any]]] = {}
    for place, row in enumerate(said.to_dict("records")):
        rows.setdefault(row["document"], []).append({**row, "place": place})
    told: list[tuple[int, str, str, str]] = []
    for document, own in rows.items():
        told += [(*row[:1], seats.get(row[1], row[1]), *row[2:]) for row in _article(found[document], own)]
    told.sort()
    columns = {name: [row[at] for row in told] for at, name in enumerate(("speaker", "speaker_kind", "vehicle"), 1)}
    return said.assign(**{name: pd.Series(values, said.index, "str") for name, values in columns.items()})


# --- one article


def _article(scene: Scene, rows: list[dict[str, Any]]) -> list[tuple[int, str, str, str]]:
    """Place in the table, speaker, kind and vehicle of each statement of one article."""
    spoken = scene.spoken
    spans: dict[tuple[int, int], Told] = {}
    found: dict[int, Told] = {}
    later = []
    for row in sorted(
        rows, key=lambda row: (row["cue_start"] if row["cue_start"] >= 0 else row["start"], row["start"])
    ):
        if row["kind"] == "scare":
            continue
        told = _told(scene, row, spoken, spans)
        if told is None:
            later.append(row)
            continue
        found[row["place"]] = told
        spans.setdefault((row["speaker_start"], row["speaker_end"]), told)
        spoken.append(told._replace(at=row["cue_start"] if row["cue_start"] >= 0 else row["start"]))
    for row in later:
        span = (row["speaker_start"], row["speaker_end"])
        found[row["place"]] = spans.get(span) or referent(scene, *span, row["speaker"], row["speaker_kind"])
    return [
        (row["place"], told.name, told.kind, _vehicle(scene, row["vehicle"]))
        for row in rows
        for told in [found.get(row["place"], Told(row["speaker"], row["speaker_kind"]))]
    ]


def _told(scene: Scene, row: dict[str, Any], spoken: list[Told], spans: dict[tuple[int, int], Told]) -> Told | None:
    """Who speaks in a row; None where its speaker stands in a later one."""
    subject = pronoun(scene, row)
    if subject:
        found = meant(scene, row["cue_start"], subject, spoken)
        return found or spans.get((row["speaker_start"], row["speaker_end"])) or _raw(scene, row)
    if (row["speaker_start"], row["speaker_end"]) in spans and row["speaker"]:
        return spans[row["speaker_start"], row["speaker_end"]]
    if row["speaker_start"] < 0 and row["kind"] == "direct" and not row["speaker"]:
        return _going_on(scene, row["start"], spoken)
    if row["speaker_start"] > row["end"] + 400:
        return None
    return _raw(scene, row)


def _going_on(scene: Scene, at: int, spoken: list[Told]) -> Told:
    """Who speaks without a cue: whoever spoke in the sentence before, else its only person."""
    last = bisect_right(scene.units, at, key=lambda unit: unit.start) - 1
    unit, former = scene.units[last], scene.units[max(0, last - 1)]
    if unit.role not in ("body", "lead") or former.role not in ("body", "lead", "heading"):
        return Told("", "")
    people = {mention.actor: mention for mention in between(scene, former.start, unit.start) if mention.kind == PERSON}
    asked = scene.text[former.start : former.end].rstrip().endswith("?")
    if spoken and (former.start <= spoken[-1].at or asked):
        return spoken[-1]
    if people or spoken:
        return known_as(scene, next(iter(people.values()))) if len(people) == 1 else Told("", "")
    opening = scene.units[last + 1].start if last + 1 < len(scene.units) else -1
    named = next((mention for mention in scene.mentions if mention.start == opening and mention.kind == PERSON), None)
    return known_as(scene, named) if named else Told("", "")


def _raw(scene: Scene, row: dict[str, Any]) -> Told:
    if row["speaker_start"] < 0:
        return Told(row["speaker"], row["speaker_kind"])
    start, end = row["speaker_start"], row["speaker_end"]
    peer = PEERS.search(scene.text, max(0, start - 30), end)
    if peer and peer.start() < start <= peer.end() + 1:
        return referent(scene, peer.start(), end, scene.text[peer.start() : end], row["speaker_kind"])
    veiled = _veiled(scene.text, row["speaker_start"], row["speaker_end"])
    if veiled:
        return Told(veiled, UNNAMED)
    return referent(scene, row["speaker_start"], row["speaker_end"], row["speaker"], row["speaker_kind"])


def _veiled(text: str, start: int, end: int) -> str:
    """The description of somebody without a name of whom the words only hold whose he is: `a Turkish official`."""
    opened = _ONE.search(text, max(0, start - 50), start)
    if not opened or not NAMELESS.match(text, end):
        return ""
    noun = _NOUN.match(text, end) if opened[0].lower().startswith(("a", "o")) else None
    return " ".join(text[opened.start(1) : noun.end() if noun else end].split())


def _vehicle(scene: Scene, name: str) -> str:
    """The medium under the name of the table `actors`, where it is told by a role noun."""
    if not name or name in scene.known:
        return name
    at = scene.text.find(name)
    return referent(scene, at, at + len(name), name, "").name if at >= 0 else name
