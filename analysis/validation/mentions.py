"""Mentions of actors: whether they are found, their kind, and which of them are linked as one."""

from collections import Counter

import pandas as pd

from analysis.validation import names, verdicts
from analysis.validation.coding import Coding
from analysis.validation.names import Known
from analysis.validation.pairs import Pair, pairs
from analysis.validation.verdicts import DIFFERS, EXACT, OVERLAP, Verdicts

B_CUBED = "B-cubed"


def judged(coding: Coding, found: pd.DataFrame, known: Known) -> Verdicts:
    """Verdicts on named mentions: span, kind, name, and linking within an article.

    Role nouns (le maire) are no named mentions, and left out. A coding that never says `state` calls states places.
    """
    if "actors" not in coding.coded:
        return []
    named = found[found["how"] != "role"]
    if "state" not in set(coding.actors["kind"]):
        named = named.assign(kind=named["kind"].replace("state", "place"))
    met = pairs(coding.actors, named, coding.units)
    rows = verdicts.spans(met, "actor", "mention", EXACT, OVERLAP)
    if (coding.actors["kind"] != "").any():
        rows += verdicts.values(met, "actor", "kind", lambda row: row["kind"], lambda row: row["kind"])
    rows += verdicts.values(
        met,
        "actor",
        "name",
        lambda row: row["name"],
        lambda row: row["actor"],
        lambda human, machine, document: names.same(human, machine, document, known),
    )
    return rows + _linking([pair for pair in met if pair.human and pair.machine])


def _linking(met: list[Pair]) -> Verdicts:
    """B-cubed (Bagga and Baldwin 1998) over the mentions that both hold: of the mentions that the machine links with
    this one, the share that the coding links with it too (precision), and the other way round (recall).

    An error is a mention that stands apart from most of those that the coding links with it.
    """
    human = [(pair.unit["document"], pair.human["name"]) for pair in met if pair.human]
    machine = [(pair.unit["document"], pair.machine["actor"]) for pair in met if pair.machine]
    ours, theirs, both = Counter(human), Counter(machine), Counter(zip(human, machine, strict=True))
    usual = {one: other for (one, other), _ in sorted(both.items(), key=lambda item: (item[1], item[0]))}
    rows = []
    for pair, one, other in zip(met, human, machine, strict=True):
        common = both[one, other]
        error = "" if usual[one] == other else DIFFERS
        meant = f"{one[1]}, elsewhere linked as {usual[one][1]}" if error else one[1]
        row = verdicts.verdict(pair, "actor", "linking", B_CUBED, meant, other[1], common / theirs[other], error)
        rows.append(row | {"hit_human": common / ours[one], "words": pair.human["text"] if pair.human else ""})
    return rows
