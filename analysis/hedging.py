"""How often articles, and what they tell of a topic, hold words of doubt: any evidence of the layer hedge."""

import pandas as pd

from analysis import measures, statistics, tables


def by_source(evidence: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row is one article: in how many of its counted units something is said to be unsure.

    As `measures.prevalence`, with the label `hedged` for any evidence of the layer hedge.
    """
    return measures.prevalence(measures.as_counted(evidence), units, documents, "hedge", [measures.WHOLE["hedge"]])


def by_topic(evidence: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame, labels: list[str]) -> pd.DataFrame:
    """One row is one topic: how many of the units that hold it are hedged."""
    counted = tables.counted(units)[["document", "unit"]]
    hedged = evidence.loc[evidence["layer"] == "hedge", ["document", "unit"]].drop_duplicates()
    rows = []
    for label in labels:
        topic = (evidence["layer"] == "topic") & (evidence["label"] == label)
        held = evidence.loc[topic, ["document", "unit"]].drop_duplicates().merge(counted, on=["document", "unit"])
        rows.append({"label": label, "units": len(held.merge(hedged, on=["document", "unit"])), "of": len(held)})
    return statistics.with_interval(pd.DataFrame(rows, columns=["label", "units", "of"]), count="units")
