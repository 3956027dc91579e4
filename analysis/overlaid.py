"""Each unit with all that bears on its distance: its statements, its evidence, and words of the lexicon `distance`."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from analysis import matching, tables
from analysis.articles import Unit, grouped
from analysis.certainty import DENIAL, HEDGE

LAYER = "distance"
SPOKEN = ("direct", "partial")
_READ = (HEDGE, DENIAL, "speech", "verb", "loaded", "actor")
_SAID = ("start", "end", "kind", "speaker", "cue_start", "cue_end", "cue", "row")

Span = tuple[int, int]


class Said(NamedTuple):
    """A row of `statements`, with its place in the table."""

    start: int
    end: int
    kind: str
    speaker: str
    cue_start: int
    cue_end: int
    cue: str
    row: int


class Found(NamedTuple):
    """A row of evidence."""

    start: int
    end: int
    layer: str
    label: str
    rule: str


class Overlaid(NamedTuple):
    """One unit: the statements over it and before it, words in marks that are nobody's, evidence, words by label.

    `quoted` are the spans of its quotations; `words` leaves out what stands in them.
    """

    text: str
    unit: Unit
    said: list[Said]
    earlier: list[Said]
    scare: list[Said]
    quoted: list[Span]
    found: list[Found]
    before: list[Found]
    words: dict[str, list[Span]]

    def labelled(self, *labels: str) -> list[Span]:
        """Where words of these labels stand, left to right."""
        return sorted(span for label in labels for span in self.words.get(label, ()))


def overlaid(
    documents: pd.DataFrame,
    units: pd.DataFrame,
    rules: pd.DataFrame,
    evidence: pd.DataFrame,
    statements: pd.DataFrame,
) -> Iterator[tuple[str, Overlaid]]:
    """Each counted unit with its document."""
    own = rules[rules["layer"] == LAYER].reset_index(drop=True)
    words = grouped(
        matching.find(documents, units, own, also=tables.ON_REQUEST),
        Found._make,
        "start",
        "end",
        "layer",
        "label",
        "rule",
    )
    found = grouped(evidence[evidence["layer"].isin(_READ)], Found._make, "start", "end", "layer", "label", "rule")
    said = grouped(statements.assign(row=range(len(statements))), Said._make, *_SAID)
    places = grouped(tables.counted(units), Unit._make, "unit", "start", "end", "role")
    for document, text in zip(documents["document"].tolist(), documents["text"].tolist(), strict=True):
        for unit in places.get(document, ()):
            yield document, _one(text, unit, said.get(document, []), found.get(document, []), words.get(document, []))


def _one(text: str, unit: Unit, said: list[Said], found: list[Found], words: list[Found]) -> Overlaid:
    over = [one for one in said if one.start < unit.end and unit.start < one.end]
    quoted = [one[:2] for one in over if one.kind in SPOKEN]
    labelled: dict[str, list[Span]] = {}
    for word in words:
        if unit.start <= word.start < unit.end and not touches(quoted, *word[:2]):
            labelled.setdefault(word.label, []).append(word[:2])
    return Overlaid(
        text,
        unit,
        [one for one in over if one.kind != "scare"],
        [one for one in said if one.end <= unit.start and one.kind != "scare"],
        [one for one in over if one.kind == "scare" and one.start >= unit.start],
        quoted,
        [one for one in found if unit.start <= one.start < unit.end],
        [one for one in found if one.start < unit.start],
        labelled,
    )


def touches(spans: Iterable[Span], start: int, end: int) -> bool:
    """Whether something between two places lies, in part at least, in one of these spans.

    >>> touches([(9, 12), (0, 4)], 3, 6), touches([(0, 4)], 4, 6)
    (True, False)
    """
    return any(a < end and start < b for a, b in spans)


def cued(said: Iterable[Said], start: int, end: int) -> list[Said]:
    """The statements whose cue stands there."""
    return [one for one in said if one.cue and touches([(one.cue_start, one.cue_end)], start, end)]


def around(said: Iterable[Said], start: int, end: int) -> Said | None:
    """The shortest statement that holds these words, None where none does."""
    holding = [one for one in said if one.start <= start and end <= one.end]
    return min(holding, key=lambda one: one.end - one.start, default=None)
