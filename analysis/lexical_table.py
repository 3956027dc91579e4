"""The lexical table: how often each word stands in each source, and how often in French or English at large."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis import expressions, general, lemmas, lemmatised, vocabulary
from analysis.tables import ParameterError

MASS = 10_000.0
"""The prior: so many words of general language, some twenty articles' worth, are dealt out to the two sides."""
LIGHTEST = 1.0
"""No word is dealt out less often than this, half an occurrence (Jeffreys' prior) to each of two equal sides: below
it the variance of log-odds is no good approximation."""


class Counts(NamedTuple):
    """The words of one language, counted: a row for each word, a column for each source (or article)."""

    lang: str
    keys: pd.DataFrame
    sizes: pd.Series
    times: np.ndarray
    units: np.ndarray
    articles: np.ndarray
    owner: np.ndarray
    prior: np.ndarray


def _placed(found: pd.DataFrame, documents: pd.DataFrame, by: str, voice: str) -> pd.DataFrame:
    if by not in ("label", "outlet"):
        raise ParameterError(f"words are compared by label or by outlet, not by {by!r}")
    named = documents[by].mask(documents[by] == "", documents["label"])
    about = pd.DataFrame({"document": documents["document"], "source": named, "lang": documents["lang"]})
    return vocabulary.spoken(found, voice).merge(about.astype("str"), on="document")


def counted(
    found: pd.DataFrame, documents: pd.DataFrame, by: str, voice: str, names: bool, mass: float
) -> Iterator[Counts]:
    """The words of each language; sources stand in the order of the articles."""
    placed = _placed(found, documents, by, voice)
    order = {source: place for place, source in enumerate(dict.fromkeys(placed["source"]))}
    for lang, part in placed.groupby("lang", sort=True):
        running = part[part["kind"] != expressions.EXPRESSION]
        sizes = running.groupby("source").size()
        sizes = sizes.loc[sorted(sizes.index, key=order.__getitem__)]
        kinds = [*vocabulary.KINDS, *([lemmatised.NAME] if names else [])]
        tested = _outside_expressions(part[part["kind"].isin(kinds)])
        if len(tested):
            yield _crossed(str(lang), tested, sizes, part.drop_duplicates("document"), mass)


def _crossed(lang: str, tested: pd.DataFrame, sizes: pd.Series, articles: pd.DataFrame, mass: float) -> Counts:
    word = tested.groupby(["kind", "lemma"], sort=True)
    keys = word.size().reset_index()[["kind", "lemma"]]
    row = word.ngroup().to_numpy()
    column = sizes.index.get_indexer(tested["source"])
    documents = pd.Index(articles["document"])
    once = (~tested.duplicated(["kind", "lemma", "document", "unit"])).to_numpy()
    return Counts(
        lang,
        keys,
        sizes,
        _cross(row, column, (len(keys), len(sizes))),
        _cross(row[once], column[once], (len(keys), len(sizes))),
        _cross(row, documents.get_indexer(tested["document"]), (len(keys), len(documents))) > 0,
        sizes.index.get_indexer(articles["source"]),
        _prior(keys, lang, mass),
    )


def _cross(row: np.ndarray, column: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """How often each row meets each column."""
    flat = np.bincount(row * shape[1] + column, minlength=shape[0] * shape[1])
    return flat.reshape(shape)


def _outside_expressions(tested: pd.DataFrame) -> pd.DataFrame:
    """The rows without the words all of whose occurrences stand in one and the same expression."""
    inside: dict[tuple[str, int], set[str]] = {}
    long = tested[tested["kind"] == expressions.EXPRESSION]
    single = tested[tested["kind"] != expressions.EXPRESSION]
    starts: dict[str, list[int]] = {
        str(document): part["start"].tolist() for document, part in single.groupby("document", sort=False)
    }
    for document, start, end, label in long[["document", "start", "end", "lemma"]].itertuples(index=False, name=None):
        for place in starts.get(document, []):
            if start <= place < end:
                inside.setdefault((document, place), set()).add(label)
    shared: dict[tuple[str, str], set[str]] = {}
    for document, start, kind, lemma in single[["document", "start", "kind", "lemma"]].itertuples(
        index=False, name=None
    ):
        held = inside.get((document, start), set())
        shared[kind, lemma] = shared[kind, lemma] & held if (kind, lemma) in shared else held
    bound = {key for key, held in shared.items() if held}
    keys = tested[["kind", "lemma"]].itertuples(index=False, name=None)
    return tested[[key not in bound for key in keys]]


def _prior(keys: pd.DataFrame, lang: str, mass: float) -> np.ndarray:
    """The pseudo-count of each word on both sides together: its share of general language times the mass.

    Never under `LIGHTEST`. How frequent an expression or name is at large is not known: these have the lightest.
    """
    known = [
        general.frequency(word, lang) if kind == lemmas.WORD else 0.0
        for kind, word in keys.itertuples(index=False, name=None)
    ]
    return np.maximum(LIGHTEST, mass * np.array(known, dtype=float))


def sources(found: pd.DataFrame, documents: pd.DataFrame, *, by: str = "label", voice: str = "own") -> pd.DataFrame:
    """One row is one language: `lang` and how many `sources` with words of this voice it has to compare."""
    placed = _placed(found, documents, by, voice)
    return placed.groupby("lang")["source"].nunique().rename("sources").reset_index().astype({"lang": "str"})
