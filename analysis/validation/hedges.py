"""Words of doubt and of denial: whether they are found, and of which kind they are."""

import pandas as pd

from analysis.validation import verdicts
from analysis.validation.coding import Coding
from analysis.validation.pairs import pairs
from analysis.validation.verdicts import EXACT, OVERLAP, SHARED, Verdicts


def judged(coding: Coding, evidence: pd.DataFrame) -> Verdicts:
    """Verdicts on hedging words and their kinds, and on denials, by overlap first: coders mark more words or fewer."""
    if "hedges" not in coding.coded:
        return []
    denied = coding.hedges["kind"] == "denial"
    hedges, denials = (
        pairs(human, evidence[evidence["layer"] == layer].assign(kind=evidence["label"]), coding.units)
        for human, layer in ((coding.hedges[~denied], "hedge"), (coding.hedges[denied], "denial"))
    )
    rows = verdicts.spans(hedges, "hedge", "hedge", OVERLAP, SHARED, EXACT)
    rows += verdicts.values(hedges, "hedge", "kind", lambda row: row["kind"], lambda row: row["kind"])
    return rows + verdicts.spans(denials, "hedge", "denial", OVERLAP, EXACT)
