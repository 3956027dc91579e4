"""A corpus, read: all tables of the lower layers in one call."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis import certainty, corpus, lexicons, matching, reported, segments


class Reading(NamedTuple):
    """What was read: five tables, and the ledger of what was left out or guessed on the way."""

    documents: pd.DataFrame
    rules: pd.DataFrame
    units: pd.DataFrame
    evidence: pd.DataFrame
    statements: pd.DataFrame
    ledger: pd.DataFrame


def read(path: str | Path, lexicon: str | Path | None = None, articles: Iterable[str] | None = None) -> Reading:
    """The corpus at `path`, or its `articles` (labels or ids), read with the packaged lexicons.

    `lexicon` is a folder of an analyst's own lexicon files. Raises `CorpusError` and `LexiconError`.
    """
    documents, ledger = corpus.read_with_ledger(path, list(articles or []) or None)
    rules = lexicons.load(sorted(set(documents["lang"])), lexicon or None)
    units = segments.split(documents, rules)
    evidence = matching.find(documents, units, rules)
    said = reported.find(documents, units, evidence)
    certain = certainty.find(documents, units, evidence, said)
    return Reading(documents, rules, units, certainty.merged(evidence, certain), said, ledger)
