"""How each article tells it: frames, certainty, loaded words, and the words that set it apart."""

from typing import Any

import pandas as pd

from analysis import measures, statistics, tables

PRIOR = 500.0
"""How much the words of all articles weigh against those of one, in words."""


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


def hedging(evidence: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row is one article: in how many of its counted units something is said to be unsure.

    As `measures.prevalence`, with the label `hedged` for any evidence of the layer hedge.
    """
    return measures.prevalence(measures.as_counted(evidence), units, documents, "hedge", [measures.WHOLE["hedge"]])


def hedged_topics(
    evidence: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame, labels: list[str]
) -> pd.DataFrame:
    """One row is one topic: how many of the units that hold it are hedged."""
    counted = tables.counted(units)[["document", "unit"]]
    hedged = evidence.loc[evidence["layer"] == "hedge", ["document", "unit"]].drop_duplicates()
    rows = []
    for label in labels:
        topic = (evidence["layer"] == "topic") & (evidence["label"] == label)
        held = evidence.loc[topic, ["document", "unit"]].drop_duplicates().merge(counted, on=["document", "unit"])
        rows.append({"label": label, "units": len(held.merge(hedged, on=["document", "unit"])), "of": len(held)})
    return statistics.with_interval(pd.DataFrame(rows, columns=["label", "units", "of"]), count="units")


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


def distinctive_words(units: pd.DataFrame, documents: pd.DataFrame, *, most: int = 6, least: int = 3) -> pd.DataFrame:
    """One row is one word that sets an article apart from the others of its language, most distinctive first.

    Columns: document, source, word, `count` in the article, `of` (in all articles of its language), `z`: log odds with
    an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008), the prior being the words of all these articles
    together, `PRIOR` pseudo-counts in sum. Words that stand `least` times or more in the article; `most` for each
    article. Titles and quotations count, captions and link lines don't. A rank, no test: of thousands of words some
    always come out.
    """
    words = measures.words(units, documents)
    langs = dict(documents[["document", "lang"]].itertuples(index=False, name=None))
    by_lang = {lang: _counts(part) for lang, part in words.groupby(words["document"].map(langs))}
    rows: list[dict[Any, Any]] = []
    for document, source in documents[["document", "label"]].itertuples(index=False, name=None):
        counts = by_lang.get(langs[document], pd.DataFrame())
        if document in counts and len(counts.columns) > 1 and len(counts) > 1:
            best = _apart(counts[document], counts.sum(axis=1), least).head(most)
            rows += [{"document": document, "source": source, **row} for row in best.to_dict("records")]
    return pd.DataFrame(rows, columns=["document", "source", "word", "count", "of", "z"])


def _counts(words: pd.DataFrame) -> pd.DataFrame:
    return words.groupby(["word", "document"]).size().unstack(fill_value=0)


def _apart(own: pd.Series, total: pd.Series, least: int) -> pd.DataFrame:
    odds = statistics.log_odds(own, total - own, total * PRIOR / int(total.sum())).set_index("word")
    odds = odds.assign(count=own, of=total).reset_index()
    kept = odds[(odds["count"] >= least) & (odds["z"] > 0)]
    return kept.sort_values(["z", "word"], ascending=[False, True], kind="stable")
