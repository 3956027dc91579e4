"""Conditionals by which an outlet does not vouch for a report: `selon lui, l'usine aurait fermé`."""

from collections.abc import Iterable

from analysis.certainty import CONDITIONAL
from analysis.overlaid import Found, Overlaid, Said, cued
from analysis.subjects import ACCORDING


def is_rumour(text: str, one: Found, said: Said, found: Iterable[Found]) -> bool:
    """Whether a French conditional in a report is the outlet's: a compound one, or any that `selon` gives.

    A simple one behind another cue may be what the speaker says: *ce serait une erreur, estime le maire*.
    """
    if one.label != CONDITIONAL or not one.rule.startswith("fr-"):
        return False
    return is_compound(text, one) or any(cued([said], *cue) for cue in sources(found))


def is_compound(text: str, one: Found) -> bool:
    """Whether it is a French conditional with its participle: `aurait été tué`, `seraient livrés`."""
    return one.label == CONDITIONAL and one.rule.startswith("fr-") and " " in text[one.start : one.end]


def sources(found: Iterable[Found]) -> list[tuple[int, int]]:
    """Where `selon`, `according to` and the like stand."""
    return [(one.start, one.end) for one in found if one.layer == "speech" and one.label == ACCORDING]


def of_source(here: Overlaid) -> Said | None:
    """The statement that `selon` or the like gives in this unit: a conditional beside it may be part of it."""
    return next((said for cue in sources(here.found) for said in cued(here.said, *cue)), None)
