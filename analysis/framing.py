"""How each article tells it: what is its own word, what opens it, and its loaded words."""

import pandas as pd

from analysis import measures, tables

SPOKEN = ("frame", "loaded")
"""Layers in which it matters whether the outlet says so or a speaker."""
QUOTED = "quoted "
"""What stands before the name of such a layer inside quotations."""
OPENING = ("title", "lead")
"""What a reader sees first: the roles of units that are set against the rest."""


def voiced(evidence: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """The evidence with what is the speaker's set apart from the outlet's own words.

    Frames and loaded words that stand inside a quotation have the layer `quoted frame` or `quoted loaded`, so that
    loaded`, so that they are counted, and open, by themselves.
    """
    told = measures.voice(evidence, statements)
    apart = (told["voice"] == "quoted") & told["layer"].isin(SPOKEN)
    layer = told["layer"].mask(apart, QUOTED + told["layer"]).astype("str")
    return told.assign(layer=layer)[list(evidence.columns)]


def openings(
    evidence: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame, labels: list[str], layer: str = "frame"
) -> pd.DataFrame:
    """One row per frame: in how many articles title or lead hold it, and how many hold it further down.

    Columns: layer, label, `opening` (articles that hold it in title or lead), `body_only` (in other counted units
    alone), `opening_only`, `of` (articles with both an opening and a body), `sources` (marks of those that open with
    it, joined with `|`). All evidence given counts: take the outlet's own words for its own frames.
    """
    first = units["role"].isin(OPENING)
    marks = dict(documents[["document", "label"]].itertuples(index=False, name=None))
    above, below = (_holding(evidence, part, layer) for part in (units[first], tables.counted(units[~first])))
    compared = set(units.loc[first, "document"]) & set(tables.counted(units[~first])["document"])
    rows = []
    for label in labels:
        top, rest = (held.get(label, set()) & compared for held in (above, below))
        counts = {"opening": len(top), "opening_only": len(top - rest), "body_only": len(rest - top)}
        sources = "|".join(marks[document] for document in documents["document"] if document in top)
        rows.append({"layer": layer, "label": label, **counts, "of": len(compared), "sources": sources})
    return pd.DataFrame(rows, columns=["layer", "label", "opening", "opening_only", "body_only", "of", "sources"])


def _holding(evidence: pd.DataFrame, units: pd.DataFrame, layer: str) -> dict[str, set[str]]:
    """For each label the articles that hold it in one of these units."""
    found = evidence[evidence["layer"] == layer].merge(units[["document", "unit"]], on=["document", "unit"])
    return {str(label): set(part["document"]) for label, part in found.groupby("label")}


def loaded_words(evidence: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row is one loaded word of an article: document, source, label, word, `times`.

    All evidence given counts: take the outlet's own words (`voiced`) and leave out captions (`measures.in_counted`).
    """
    own = evidence[evidence["layer"] == "loaded"]
    own = own.assign(word=own["match"].str.lower())
    table = own.groupby(["document", "label", "word"]).size().rename("times").reset_index()
    table["source"] = table["document"].map(documents.set_index("document")["label"]).astype("str")
    table = table.sort_values(
        ["source", "times", "word", "label"], ascending=[True, False, True, True], kind="stable", ignore_index=True
    )
    return table[["document", "source", "label", "word", "times"]]
