"""What is compared: the running words of the articles and the expressions among them, and where each stands."""

import pandas as pd

from analysis import expressions, lemmas, lemmatised, tables
from analysis.tables import ParameterError

LAYER = "word"
"""The layer of the evidence behind the counts of words."""
VOICES = ("own", "quoted", "all")
KINDS = (lemmas.WORD, expressions.EXPRESSION)
"""The kinds that are compared."""


def read(documents: pd.DataFrame, units: pd.DataFrame, statements: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """One row is one occurrence of a word, or of an expression: `lemmatised.words` and `expressions.find` in one table.

    An expression's words stand in it too, one by one: `kind` tells them apart.
    """
    words = lemmatised.words(documents, units, statements, actors)
    both = pd.concat([words, expressions.find(words, documents)], ignore_index=True)
    return both.sort_values(["document", "start", "end"], kind="stable", ignore_index=True)


def spoken(vocabulary: pd.DataFrame, voice: str = "own") -> pd.DataFrame:
    """The rows of a voice: `own`, what the articles say themselves; `quoted`, what they quote; or `all`."""
    if voice not in VOICES:
        raise ParameterError(f"voice is {voice!r}; it is one of {', '.join(VOICES)}")
    return vocabulary if voice == "all" else vocabulary[vocabulary["voice"] == voice].reset_index(drop=True)


def evidence(vocabulary: pd.DataFrame, wanted: pd.DataFrame, voice: str = "own") -> pd.DataFrame:
    """The occurrences of what `wanted` lists (`kind`, `word`) as evidence: layer `word`, the label is the word."""
    chosen = spoken(vocabulary, voice).rename(columns={"lemma": "label"})
    keys = wanted[["kind", "word"]].drop_duplicates().rename(columns={"word": "label"})
    rows = chosen.merge(keys, on=["kind", "label"]).assign(layer=LAYER, rule="")
    rows = rows.drop_duplicates(list(tables.KEYS["evidence"])).astype(tables.SCHEMAS["evidence"] | {"kind": "str"})
    rows = rows.sort_values(list(tables.KEYS["evidence"]), kind="stable", ignore_index=True)
    return rows[list(tables.SCHEMAS["evidence"])]
