"""A corpus, read: all tables of the lower layers in one call."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis import (
    actors,
    certainty,
    corpus,
    dates,
    lexicons,
    matching,
    quantities,
    reported,
    runs,
    segments,
    tables,
    voices,
)
from analysis.tables import CorpusError


class Reading(NamedTuple):
    """What was read: eight tables, and the ledger of what was left out or guessed on the way."""

    documents: pd.DataFrame
    rules: pd.DataFrame
    units: pd.DataFrame
    evidence: pd.DataFrame
    statements: pd.DataFrame
    actors: pd.DataFrame
    dates: pd.DataFrame
    quantities: pd.DataFrame
    ledger: pd.DataFrame


@lexicons.uncollected()
def read(path: str | Path, lexicon: str | Path | None = None, articles: Iterable[str] | None = None) -> Reading:
    """The corpus at `path`, or its `articles` (labels or ids), read with the packaged lexicons.

    `lexicon` is a folder of an analyst's own lexicon files. Raises `CorpusError` and `LexiconError`.
    """
    documents, ledger = corpus.read_with_ledger(path, list(articles or []) or None)
    documents, ledger = _speaking(documents, ledger, lexicons.languages(lexicon or None))
    return annotated(documents, lexicons.load(sorted(set(documents["lang"])), lexicon or None), ledger)


def annotated(documents: pd.DataFrame, rules: pd.DataFrame, ledger: pd.DataFrame) -> Reading:
    """All tables of these documents, layer upon layer."""
    units = segments.split(documents, rules)
    found = matching.find(documents, units, rules, also=tables.ON_REQUEST)
    named = actors.find(documents, units, rules, found)
    evidence = found[~found["layer"].isin(tables.ON_REQUEST)].reset_index(drop=True)
    said = voices.settled(documents, units, rules, found, named, reported.find(documents, units, evidence))
    certain = certainty.find(documents, units, evidence, said)
    evidence = certainty.merged(evidence, certain)
    return Reading(documents, rules, units, evidence, said, named, *_numbered(documents, units, rules, found), ledger)


def _numbered(
    documents: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame, found: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables of dates and quantities, in one pass over the words that both are made of."""
    when, many = list[dates.Row](), list[quantities.Row]()
    for told in runs.find(documents, units, rules, found):
        when += dates.read(told)
        many += quantities.read(told)
    return runs.table("dates", when), runs.table("quantities", many)


def notable(ledger: pd.DataFrame) -> pd.DataFrame:
    """The steps of the ledger that a reader should know of: all but plain UTF-8 files."""
    return ledger[(ledger["step"] != "encoding") | (ledger["reason"] != "utf-8")].reset_index(drop=True)


def _speaking(documents: pd.DataFrame, ledger: pd.DataFrame, languages: list[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The articles that the lexicons can read; the others would only look silent, and are left out by name."""
    known = documents["lang"].isin(languages)
    if not known.any():
        raise CorpusError(f"no article is in a language that the lexicons speak ({', '.join(languages)})")
    named = documents["lang"].replace("", "not recognised; say it in the column lang")
    reason = "no lexicon speaks its language: " + named
    left = pd.DataFrame({"document": documents["document"], "step": corpus.LEFT_OUT, "reason": reason})[~known]
    ledger = pd.concat([ledger, left.astype("str")], ignore_index=True)
    order = ["document", "step", "reason"]
    return documents[known].reset_index(drop=True), ledger.sort_values(order, kind="stable", ignore_index=True)
