"""What there is to know of an article's actors: their mentions, what they are called, and who spoke already."""

from bisect import bisect_left
from typing import Any, NamedTuple

import pandas as pd

from analysis.articles import Mark, Unit, is_within, outermost
from analysis.descriptions import OFFICES, Described, Mention, described

NEAR = 6
"""How many sentences back a role noun or a pronoun may point."""

_LAYERS = ("speaker", "name", "anaphor")


class Told(NamedTuple):
    """Who speaks: the name, the kind, what the actor is (nothing without a name) and where the words stand."""

    name: str
    kind: str
    actor: str = ""
    at: int = -1


class Scene(NamedTuple):
    """What there is to know of an article's actors."""

    text: str
    units: list[Unit]
    mentions: list[Mention]
    begins: list[int]
    kinds: list[Mark]
    anaphors: list[Mark]
    known: dict[str, Described]
    quoted: list[tuple[int, int]]
    spoken: list[Told]


def scenes(
    documents: pd.DataFrame, units: pd.DataFrame, evidence: pd.DataFrame, named: pd.DataFrame, said: pd.DataFrame
) -> dict[str, Scene]:
    """Document → scene, for the documents in which something is said."""
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    own = _grouped(units, "unit", "start", "end", "role")
    mentions = _grouped(named[named["how"] != "ambiguous"], "start", "end", "kind", "actor", "how")
    marks = {layer: _grouped(evidence[evidence["layer"] == layer], "start", "end", "label") for layer in _LAYERS}
    quoted = _grouped(said[said["kind"] != "indirect"], "start", "end")
    found = {}
    for document in sorted(set(said["document"])):
        text, read = texts[document], [Unit(*unit) for unit in own[document]]
        people = [Mention(*mention) for mention in mentions.get(document, ())]
        kinds, offices, anaphors = (
            [Mark(*mark) for mark in sorted(marks[layer].get(document, ()))] for layer in _LAYERS
        )
        kinds = outermost(kinds)
        known = described(
            text, people, kinds, [mark for mark in offices if mark.label in OFFICES], [u.start for u in read]
        )
        begins = [mention.start for mention in people]
        found[document] = Scene(text, read, people, begins, kinds, anaphors, known, quoted.get(document, []), [])
    return found


def _grouped(frame: pd.DataFrame, *columns: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for document, *row in zip(*(frame[name].tolist() for name in ("document", *columns)), strict=True):
        found.setdefault(document, []).append(tuple(row))
    return found


def between(scene: Scene, start: int, end: int) -> list[Mention]:
    """The mentions between two places, outside of quotations."""
    found = scene.mentions[bisect_left(scene.begins, start) : bisect_left(scene.begins, end)]
    return [mention for mention in found if not is_within(scene.quoted, Mark(mention.start, mention.end, ""))]


def known_as(scene: Scene, mention: Mention) -> Told:
    """Whom a mention names, as a speaker."""
    one = scene.known[mention.actor]
    return Told(one.actor, one.speaks_as, one.kind)
