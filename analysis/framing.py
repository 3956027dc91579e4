"""How each article tells it: frames, certainty and loaded words."""

import pandas as pd

from analysis import hedging as doubt
from analysis import measures


def frames(
    evidence: pd.DataFrame, statements: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame, labels: list[str]
) -> pd.DataFrame:
    """One row per frame and article: in how many counted units the outlet's own words hold the frame.

    As `measures.prevalence`, with one more count, `quoted`: units that hold it inside a quotation (and may hold it
    outside, too).
    """
    told = measures.voice(evidence, statements)
    own = measures.prevalence(told[told["voice"] == "own"], units, documents, "frame", labels)
    others = measures.prevalence(told[told["voice"] == "quoted"], units, documents, "frame", labels)
    return own.assign(quoted=others["units"])


hedging, hedged_topics = doubt.by_source, doubt.by_topic


def loaded_words(evidence: pd.DataFrame, statements: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row is one loaded word of an article's own voice: document, source, label, word, `times`.

    All evidence given counts: leave out that of captions first, with `measures.in_counted`.
    """
    own = measures.own_words(evidence[evidence["layer"] == "loaded"], statements)
    own = own.assign(word=own["match"].str.lower())
    table = own.groupby(["document", "label", "word"]).size().rename("times").reset_index()
    table["source"] = table["document"].map(documents.set_index("document")["label"]).astype("str")
    table = table.sort_values(
        ["source", "times", "word", "label"], ascending=[True, False, True, True], kind="stable", ignore_index=True
    )
    return table[["document", "source", "label", "word", "times"]]
