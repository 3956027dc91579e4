"""How often each article uses loaded words in its own voice, by kind, and which ones it sets between scare quotes."""

from collections.abc import Iterable

import pandas as pd

from analysis import measures, statistics, tables, voicing

LAYER = "loaded"
ANY = "any kind"
GATHERED = "loaded words"
"""The layer that gathers the loaded words of all kinds."""
"""The label under which the kinds are counted together."""
SCARE = "in scare quotes"
"""The label of words between marks that nobody says: distance of the outlet's own, and no entry of a lexicon."""
FEW_WORDS = 3
"""Scare quotes longer than this are mostly wording of a document, a title or a nested quotation."""
PER = 100
MARKS = "\"'’‘“”«»„‹› \u00a0\u202f"


def scare_quotes(statements: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The short scare quotes of counted units as evidence of the layer loaded, with the label `in scare quotes`.

    One row is one pair of marks that nobody's speech fills. Left out is what begins with a capital or a digit (names,
    titles, numbers) and what is longer than three words. Whether such marks mean irony a reader must judge: they are
    listed apart and in no rate.
    """
    scare = statements[statements["kind"] == "scare"]
    traced = tables.trace(measures.in_counted(scare, units), documents)
    kept = traced[traced["text"].map(_distant).astype(bool)]
    rows = kept.rename(columns={"text": "match"}).assign(layer=LAYER, label=SCARE, rule="scare quotes")
    return rows[list(tables.SCHEMAS["evidence"])].astype(tables.SCHEMAS["evidence"]).reset_index(drop=True)


def _distant(words: str) -> bool:
    """Whether marks may show distance: a few words, the first in small letters."""
    inside = words.strip(MARKS)
    return inside[:1].isalpha() and not inside[0].isupper() and len(inside.split()) <= FEW_WORDS


def rates(own: pd.DataFrame, voices: pd.DataFrame, documents: pd.DataFrame, labels: Iterable[str]) -> pd.DataFrame:
    """One row per kind and article, those with nothing too: loaded words per 100 words that are not quoted.

    Columns: layer, label (the kinds and `any kind`), document, source, `times`, `of` (words outside quotations: own and
    reported without marks, which are the outlet's wording), `share`, `low`, `high` (Wilson 1927), and `rate`, the share
    per 100 words. `own` is evidence of counted units outside quotations (`framing.voiced`, `measures.in_counted`),
    `voices` comes from `voicing.words`. An expression counts once. Loaded words come in clusters, so that the interval
    is narrow rather than wide.
    """
    told = voicing.manners(voices).set_index("document")
    of = (told["own"] + told["reported"]).to_dict()
    counts = _kinds(own).groupby(["label", "document"]).size()
    rows = [
        (LAYER, label, document, source, int(counts.get((label, document), 0)), int(of.get(document, 0)))
        for label in (*labels, ANY)
        for document, source in documents[["document", "label"]].itertuples(index=False, name=None)
    ]
    table = pd.DataFrame(rows, columns=["layer", "label", "document", "source", "times", "of"])
    typed = dict.fromkeys(("layer", "label", "document", "source"), "str") | dict.fromkeys(("times", "of"), "int64")
    measured = statistics.with_interval(table.astype(typed), count="times")
    return measured.assign(rate=PER * measured["share"])


def sentences(own: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame, labels: Iterable[str]) -> pd.DataFrame:
    """One row per kind and article: in how many of its counted units a loaded word of its own stands.

    As `measures.prevalence`, with the label `any kind` last. `measures.standing_out` tests these rows, for words of one
    sentence are not independent of each other.
    """
    return measures.prevalence(_kinds(own), units, documents, LAYER, [*labels, ANY])


def gathered(told: pd.DataFrame) -> pd.DataFrame:
    """The evidence of the loaded words of all kinds together: layer `loaded words`, label `any kind`."""
    every = _kinds(told)
    return every[every["label"] == ANY].assign(layer=GATHERED)


def _kinds(own: pd.DataFrame) -> pd.DataFrame:
    """The loaded words without scare quotes, each under its kind and once more under `any kind`.

    Where words of two kinds overlap, `any kind` holds the first alone.
    """
    found = own[(own["layer"] == LAYER) & (own["label"] != SCARE)]
    found = found.sort_values(["document", "start", "end", "label"], kind="stable")
    reached = found.groupby("document")["end"].transform(lambda ends: ends.cummax().shift(fill_value=0))
    first = found[found["start"] >= reached]
    return pd.concat([found, first.assign(label=ANY)], ignore_index=True)
