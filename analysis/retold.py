"""How an article tells words that another quotes: in whose marks or whose mouth, whether altered, given to whom."""

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

import numpy as np

from analysis import alignment
from analysis.repeats import Repeat, Text
from analysis.sides import UNNAMED
from analysis.stream import Numbers
from analysis.words import folded

QUOTED, PARTLY, REPORTED, STATED, NOBODY = "quoted", "partly quoted", "reported", "stated", "in nobody's marks"
"""How an article tells the words: all in marks, some, none but given to somebody, as its own, in marks of nobody."""
PERHAPS_REPORTED, UNCERTAIN = "perhaps reported", "stated as uncertain"
"""No statement was found there, but the sentence, or the one before it, names whom the other article quotes; or it is
told in the conditional, or with other words of doubt."""
SAME, PERHAPS, OTHER, UNNAMED_ONCE, NOT_FOUND = "same", "perhaps the same", "other", "one unnamed", "one not found"
"""How the speaker is related to that of the echo's first row."""
ALTERED, EXTRACT = "altered", "extract"
ALTERED_IN_MARKS = "altered in marks"
DIFFERENCES = (
    "other speaker",
    STATED,
    UNCERTAIN,
    ALTERED_IN_MARKS,
    NOBODY,
    PARTLY,
    PERHAPS_REPORTED,
    REPORTED,
    "",
)
"""From the weightiest to none."""
EDGE = 3
"""Where both quotations go on with other words, and at least one of them with so few, the words were altered."""
SPELLED = 0.85
"""How alike two names are, by letters, that may be one name spelled in two ways."""


def told(text: Text, said: list[dict], owner: Numbers, places: Numbers) -> tuple[str, int]:
    """How the words are told, and the statement that most of them stand in (-1: in none)."""
    marked = text.marked[places]
    inside = owner[places[marked]] if marked.any() else owner[places]
    at = int(np.bincount(inside + 1).argmax()) - 1
    if not marked.any():
        return (STATED, -1) if at < 0 else (REPORTED, at)
    if at >= 0 and said[at]["kind"] == "scare":
        return NOBODY, at
    return (QUOTED if marked.all() else PARTLY), at


def wording(text: Text, repeat: Repeat, marks: tuple[int, int] | None) -> str:
    """Whether the words are the quotation's; in marks, whether they are those between the marks."""
    own, other, whole = repeat.own, repeat.other, repeat.quotation.places
    at = np.searchsorted(whole, own)
    if len(own) < alignment.columns(np.column_stack((at, other))):
        return ALTERED
    edges = [int(at[0]), len(whole) - 1 - int(at[-1])]
    if marks is None:
        return SAME if edges == [0, 0] else EXTRACT
    first, last = text.words.first[repeat.article], text.words.first[repeat.article + 1]
    begin, stop = np.searchsorted(text.words.starts[first:last], marks) + first
    others = [int(other[0] - begin), int(stop - 1 - other[-1])]
    if any(0 < min(pair) <= EDGE for pair in zip(edges, others, strict=True)):
        return ALTERED
    return SAME if edges == others == [0, 0] else EXTRACT


def difference(told: str, speakers: str, wording: str, *, reported: bool) -> str:
    """The weightiest difference from a quotation or, where it is `reported`, from a report."""
    if speakers == OTHER:
        return DIFFERENCES[0]
    if told == QUOTED:
        return ALTERED_IN_MARKS if wording == ALTERED else ""
    return "" if reported and told == REPORTED else told


def related(one: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    """How two statements' speakers are related, as far as their names tell.

    Equal names, and a last name beside the full one, are the same. Perhaps the same are names that differ by a few
    letters, two official voices of one state (the Kremlin and its president), and descriptions, which begin with a
    small letter. Which of those it is, the words alone do not tell. Voices of two states are two, whatever their names.

    >>> kremlin = {"speaker": "Russia", "state": "Russia", "speaker_kind": "government"}
    >>> related(kremlin, {"speaker": "Vladimir Putin", "state": "Russia", "speaker_kind": "government"})
    'perhaps the same'
    """
    first, second = folded(one["speaker"]), folded(other["speaker"])
    if not first or not second:
        return NOT_FOUND
    of_two_states = bool(one["state"] and other["state"]) and one["state"] != other["state"]
    unnamed = (one["speaker_kind"], other["speaker_kind"]).count(UNNAMED)
    described = one["speaker"][0].islower() or other["speaker"][0].islower()
    if of_two_states:
        return OTHER
    if unnamed == 1:
        return UNNAMED_ONCE
    if unnamed or described:
        return PERHAPS
    if first == second or first.endswith(" " + second) or second.endswith(" " + first):
        return SAME
    alike = SequenceMatcher(None, first, second, autojunk=False).ratio() >= SPELLED
    return PERHAPS if alike or one["state"] == other["state"] != "" else OTHER
