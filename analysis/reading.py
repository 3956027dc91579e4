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


def read(path: str | Path, lexicon: str | Path | None = None, articles: Iterable[str] | None = None) -> Reading:
    """The corpus at `path`, or its `articles` (labels or ids), read with the packaged lexicons.

    `lexicon` is a folder of an analyst's own lexicon files. Raises `CorpusError` and `LexiconError`.
    """
    documents, ledger = corpus.read_with_ledger(path, list(articles or []) or None)
    documents, ledger = _speaking(documents, ledger, lexicons.languages(lexicon or None))
    rules = lexicons.load(sorted(set(documents["lang"])), lexicon or None)
    units = segments.split(documents, rules)
    found = matching.find(documents, units, rules, also=tables.ON_REQUEST)
    named = actors.find(documents, units, rules, found)
    evidence = found[~found["layer"].isin(tables.ON_REQUEST)].reset_index(drop=True)
    said = _canonical(reported.find(documents, units, evidence), named)
    certain = certainty.find(documents, units, evidence, said)
    when, many = _numbered(documents, units, rules, found)
    return Reading(
        documents,
        rules,
        units,
        certainty.merged(evidence, certain),
        said,
        named,
        when,
        many,
        ledger,
    )


def _numbered(
    documents: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame, found: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables of dates and quantities, in one pass over the words that both are made of."""
    when, many = list[dates.Row](), list[quantities.Row]()
    for told in runs.find(documents, units, rules, found):
        when += dates.read(told)
        many += quantities.read(told)
    return runs.table("dates", when), runs.table("quantities", many)


_FIRST = {kind: place for place, kind in enumerate(("person", "organisation", "state", "place", "other"))}


def _canonical(said: pd.DataFrame, named: pd.DataFrame) -> pd.DataFrame:
    """The statements with the speaker's name as the corpus has it, where the words that tell him name somebody.

    Of several names in these words, or of an office right beside them (`leader` | *nord-coréen*), a person comes before
    an organisation, a state and a place, then the first.
    """
    mentions: dict[str, list[tuple[int, int, str, str, str]]] = {}
    known = named[named["how"] != "ambiguous"]
    columns = ["document", "start", "end", "kind", "actor", "how"]
    for document, *mention in known[columns].itertuples(index=False, name=None):
        mentions.setdefault(document, []).append(tuple(mention))
    names = []
    columns = ["document", "speaker", "speaker_start", "speaker_end"]
    for document, speaker, start, end in said[columns].itertuples(index=False, name=None):
        within = [
            (_FIRST[kind], at, actor)
            for at, to, kind, actor, how in mentions.get(document, ())
            if (start <= at and to <= end) or (how == "role" and (to + 1 == start or end + 1 == at))
        ]
        names.append(min(within)[2] if within and start >= 0 else speaker)
    return said.assign(speaker=pd.Series(names, said.index, "str"))


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
