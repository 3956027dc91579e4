"""What there is to read of each article for its names: its runs of capitals, its evidence, what it shows of case."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis import beside_names, capitals, gazetteer, names, stretches
from analysis.beside_names import Marks
from analysis.capitals import Runs, Text
from analysis.gazetteer import Gazetteer, Listed
from analysis.names import Case, Run, Token
from analysis.stream import Numbers

_READ = ("actor", "place", "name", "speech")


class Article(NamedTuple):
    """What there is to read of one article."""

    document: str
    lang: str
    text: str
    units: list[tuple[int, int, int, str]]
    known: Marks
    listed: Listed
    runs: list[Run]


def read(
    documents: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame, evidence: pd.DataFrame, listing: Gazetteer
) -> tuple[list[Article], dict[str, Case]]:
    """The articles, and the case of each language."""
    headings = units["role"].isin(capitals.HEADLINES).to_numpy(bool)
    texts = [capitals.read(stretch) for stretch in stretches.of(documents, units)]
    found = [capitals.runs(text, headings[text.stretch.rows]) for text in texts]
    cases = _cases(texts, found, rules)
    runs: dict[int, list[Run]] = {}
    for text, own in zip(texts, found, strict=True):
        runs |= _runs(text, own, cases[text.stretch.lang])
    return list(_articles(documents, units, evidence, listing, runs)), cases


def _cases(texts: list[Text], found: list[Runs], rules: pd.DataFrame) -> dict[str, Case]:
    """What the articles and the lexicons' own words show of case; a capital in one language counts in the others."""
    capital: set[str] = set()
    small: dict[str, set[str]] = {}
    for text, runs in zip(texts, found, strict=True):
        lang = text.stretch.lang
        small.setdefault(lang, set(names.spoken(lang, rules))).update(capitals.small(text))
        capital.update(_inside(text, runs))
    return {lang: Case(lang, words, capital) for lang, words in small.items()}


def _inside(text: Text, runs: Runs) -> Iterator[str]:
    """The words with a capital that their place does not explain."""
    shown = runs.plain & ~runs.opening & ~runs.headline
    yield from (word.casefold() for word in text.each(runs.starts[shown], runs.ends[shown])[0])
    written = text.stretch.text
    several = np.flatnonzero(~runs.plain & ~runs.headline)
    for start, opening in zip(runs.starts[several].tolist(), runs.opening[several].tolist(), strict=True):
        tokens = runs.tokens[start]
        if len(tokens) > 1 or not opening:
            for token in tokens[1:] if opening else tokens:
                yield written[token.start : names.owner(written, token)].casefold()


def _runs(text: Text, runs: Runs, case: Case) -> dict[int, list[Run]]:
    """Document → its runs, without lone words that have their capital from their place alone."""
    stretch = text.stretch
    articles = stretch.articles[runs.units]
    first = stretch.first[articles]
    found: dict[int, list[Run]] = {place: [] for place in stretch.documents.tolist()}
    columns = (
        stretch.documents[articles],
        stretch.units[runs.units],
        first,
        runs.starts,
        runs.ends,
        runs.plain,
        runs.opening,
        runs.headline,
    )
    for document, unit, begin, start, end, plain, opening, headline in zip(
        *(column.tolist() for column in columns), strict=True
    ):
        if plain:
            tokens: tuple[Token, ...] = (Token(start - begin, end - begin, ""),)
        else:
            tokens = tuple(Token(token.start - begin, token.end - begin, token.link) for token in runs.tokens[start])
        found[document].append(Run(unit, tokens, opening, headline))
    return found


def _articles(
    documents: pd.DataFrame,
    units: pd.DataFrame,
    evidence: pd.DataFrame,
    listing: Gazetteer,
    runs: dict[int, list[Run]],
) -> Iterator[Article]:
    own: dict[str, list[Any]] = defaultdict(list)
    for document, *unit in _rows(units, "document", "unit", "start", "end", "role"):
        own[document].append(tuple(unit))
    seen: dict[str, list[Any]] = defaultdict(list)
    read = evidence[evidence["layer"].isin(_READ)]
    for document, *row in _rows(read, "document", "start", "end", "layer", "label", "unit"):
        seen[document].append(tuple(row))
    for place, (document, lang, text) in enumerate(
        documents[["document", "lang", "text"]].itertuples(index=False, name=None)
    ):
        marks = beside_names.marks([row[:4] for row in seen[document]])
        listed = gazetteer.listed(text, seen[document], listing)
        yield Article(document, lang, text, own[document], marks, listed, runs[place])


def _rows(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    return zip(*(frame[column].to_numpy(dtype=object).tolist() for column in columns), strict=True)
