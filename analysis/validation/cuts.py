"""Units: whether the text is cut as in the coding, with the same roles; and its loaded words."""

import pandas as pd

from analysis import measures
from analysis.validation import verdicts
from analysis.validation.coding import CUTS, LEFT, Coding
from analysis.validation.pairs import Pair, pairs
from analysis.validation.verdicts import EXACT, OVERLAP, Verdicts

WHOLE = 0.9
"""An article of which the coding holds fewer of the machine's units was coded in part: that says nothing on cuts."""


def judged(coding: Coding, units: pd.DataFrame) -> Verdicts:
    """Verdicts on the cuts and roles of articles that were coded as a whole; a drawn sample has the machine's cuts."""
    if CUTS not in coding.coded:
        return []
    own = units[units["document"].isin(set(coding.units["document"]))]
    counts = coding.units.groupby("document").size() >= WHOLE * own.groupby("document").size()
    whole = set(counts.index[counts])
    human = coding.units[coding.units["document"].isin(whole)]
    met = _all(human, own[own["document"].isin(whole)])
    rows = verdicts.spans(met, "unit", "unit", EXACT)
    if "role" in coding.coded:
        rows += verdicts.values(met, "unit", "role", lambda row: row["role"], lambda row: row["role"])
    return rows


def _all(human: pd.DataFrame, machine: pd.DataFrame) -> list[Pair]:
    """The pairs with link lines and credits, whose cuts and roles are judged as well."""
    met = pairs(human, machine, human.assign(role=""))
    roles = {(row.document, row.unit): row.role for row in human[["document", "unit", "role"]].itertuples()}
    return [pair._replace(unit=pair.unit | {"role": roles[pair.unit["document"], pair.unit["unit"]]}) for pair in met]


def loaded(coding: Coding, evidence: pd.DataFrame, statements: pd.DataFrame) -> Verdicts:
    """Verdicts on loaded words outside quotations, by overlap."""
    if "loaded" not in coding.coded:
        return []
    words = measures.own_words(evidence[evidence["layer"] == "loaded"], statements)
    return verdicts.spans(pairs(_words(coding.units), words, coding.units), "loaded", "loaded words", OVERLAP)


def _words(units: pd.DataFrame) -> pd.DataFrame:
    """One row is a loaded word of a unit, where it first stands there."""
    rows = [
        {"document": row["document"], "start": row["start"] + at, "end": row["start"] + at + len(word), "text": word}
        for row in units[~units["role"].isin(LEFT)].to_dict("records")
        for word in filter(None, row["loaded"].split("|"))
        for at in [row["text"].find(word)]
        if at >= 0
    ]
    columns = {"document": "str", "start": "int64", "end": "int64", "text": "str"}
    return pd.DataFrame(rows, columns=list(columns)).astype(columns)
