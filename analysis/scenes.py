"""What there is to know of an article's actors: their mentions, what they are called, and who spoke already."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from analysis.appositions import described
from analysis.articles import Mark, Unit, grouped, is_within, marked, outermost
from analysis.descriptions import OFFICES, Described, Mention
from analysis.sentences import Span

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
    openings: list[int]
    mentions: list[Mention]
    begins: list[int]
    kinds: list[Mark]
    anaphors: list[Mark]
    offices: list[Mark]
    known: dict[str, Described]
    quoted: list[Span]
    spoken: list[Told]


def scenes(
    documents: pd.DataFrame, units: pd.DataFrame, evidence: pd.DataFrame, mentions: pd.DataFrame, said: pd.DataFrame
) -> Iterator[tuple[str, Scene]]:
    """Each document in which something is said, in the order of the statements, with its scene."""
    texts = dict(zip(documents["document"].tolist(), documents["text"].tolist(), strict=True))
    own = grouped(units, Unit._make, "unit", "start", "end", "role")
    sure = grouped(mentions[mentions["how"] != "ambiguous"], Mention._make, *Mention._fields)
    evidence = evidence[evidence["layer"].isin(_LAYERS)]
    evidence = evidence[(evidence["layer"] != "name") | evidence["label"].isin(OFFICES)]
    marks = [marked(evidence, layer) for layer in _LAYERS]
    quoted = grouped(said[said["kind"] != "indirect"], tuple, "start", "end")
    for document in dict.fromkeys(said["document"].tolist()):
        found = (sorted(layer.get(document, ())) for layer in marks)
        yield document, _scene(texts[document], own[document], sure.get(document, []), quoted.get(document, []), *found)


def _scene(
    text: str,
    units: list[Unit],
    mentions: list[Mention],
    quoted: list[Span],
    kinds: list[Mark],
    offices: list[Mark],
    anaphors: list[Mark],
) -> Scene:
    openings, begins = [unit.start for unit in units], [mention.start for mention in mentions]
    kinds = outermost(kinds)
    known = described(text, mentions, kinds, offices, openings)
    return Scene(text, units, openings, mentions, begins, kinds, anaphors, offices, known, quoted, [])


def named(scene: Scene, start: int, end: int) -> list[Mention]:
    """The mentions between two places, outside of quotations."""
    found = scene.mentions[bisect_left(scene.begins, start) : bisect_left(scene.begins, end)]
    return [mention for mention in found if not is_within(scene.quoted, mention.start, mention.end)]


def known_as(scene: Scene, mention: Mention) -> Told:
    """Whom a mention names, as a speaker."""
    one = scene.known[mention.actor]
    return Told(one.actor, one.speaks_as, one.kind)
