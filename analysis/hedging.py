"""How often articles hold words of doubt: any evidence of the layer hedge."""

import pandas as pd

from analysis import measures


def by_source(evidence: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row is one article: in how many of its counted units something is said to be unsure.

    As `measures.prevalence`, with the label `hedged` for any evidence of the layer hedge.
    """
    return measures.prevalence(measures.as_counted(evidence), units, documents, "hedge", [measures.WHOLE["hedge"]])
