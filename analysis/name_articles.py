"""What there is to read of each article for its names: its runs of capitals, its evidence, what it shows of case."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis import beside_names, capitals, gazetteer, names, peoples, stretches
from analysis.beside_names import Marks
from analysis.capitals import Runs, Text, Words
from analysis.gazetteer import Gazetteer, Listed
from analysis.names import Case, Run, Token
from analysis.stream import Numbers

_HYPHEN = ord("-")
_LONGEST = 1 << 32
"""No text has so many characters."""
_LAYERS = (("name",), ("speech",), ("actor", "place"))


class Article(NamedTuple):
    """What there is to read of one article."""

    document: str
    lang: str
    text: str
    units: list[tuple[int, int, int, str]]
    known: Marks
    listed: Listed
    runs: list[Run]
    adjectives: list[tuple[int, int]]
    """The words in small letters that end as words for the people of a place do."""


def read(
    documents: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame, evidence: pd.DataFrame, listing: Gazetteer
) -> tuple[list[Article], dict[str, Case]]:
    """The articles, and the case of each language."""
    seen = _Seen(documents, units, evidence)
    headings = units["role"].isin(capitals.HEADLINES).to_numpy(bool)
    texts = [capitals.read(stretch) for stretch in stretches.of(documents, units)]
    smalls = [capitals.small(text) for text in texts]
    found = [capitals.runs(text, headings[text.stretch.rows]) for text in texts]
    cases = _cases(texts, found, smalls, rules)
    runs: dict[int, list[Run]] = {}
    adjectives: dict[int, list[tuple[int, int]]] = {}
    for text, own, words in zip(texts, found, smalls, strict=True):
        adjectives |= _adjectives(text, words)
        runs |= _runs(text, own, _dull(text, own, cases[text.stretch.lang], seen.marked))
    columns = (documents[column].tolist() for column in ("document", "lang", "text"))
    articles = [
        Article(
            document,
            lang,
            text,
            seen.units[place],
            beside_names.marks(seen.names[place], seen.speech[place]),
            gazetteer.listed(text, seen.listed[place], listing),
            runs[place],
            adjectives[place],
        )
        for place, (document, lang, text) in enumerate(zip(*columns, strict=True))
    ]
    return articles, cases


class _Seen:
    """The units and the evidence of each document, by its place among the documents."""

    def __init__(self, documents: pd.DataFrame, units: pd.DataFrame, evidence: pd.DataFrame) -> None:
        self._places = pd.Index(documents["document"])
        named, speech, listed = (evidence[evidence["layer"].isin(some)] for some in _LAYERS)
        self.units = self._parted(units, "unit", "start", "end", "role")
        self.names = self._parted(named, "start", "end", "label")
        self.speech = self._parted(speech, "start", "end")
        self.listed = self._parted(listed, "start", "end", "layer", "label", "unit")
        self.marked = _keys(self._places.get_indexer(named["document"]), named["start"].to_numpy(np.int64))
        """Where words of the lexicon `name` begin."""

    def _parted(self, frame: pd.DataFrame, *columns: str) -> list[list[Any]]:
        """The rows of each document in their order."""
        places = self._places.get_indexer(frame["document"])
        rows = list(zip(*(frame[column].to_numpy(object).tolist() for column in columns), strict=True))
        order = np.argsort(places, kind="stable")
        if (places[1:] < places[:-1]).any():
            rows = [rows[at] for at in order.tolist()]
        edges = np.searchsorted(places[order], np.arange(len(self._places) + 1)).tolist()
        return [rows[first:last] for first, last in pairwise(edges)]


def _keys(documents: Numbers, starts: Numbers) -> Numbers:
    """One number for each place in each document."""
    return documents * _LONGEST + starts


def _cases(texts: list[Text], found: list[Runs], smalls: list[Words], rules: pd.DataFrame) -> dict[str, Case]:
    """What the articles and the lexicons' own words show of case; a capital in one language counts in the others."""
    capital: set[str] = set()
    small: dict[str, set[str]] = {}
    for text, runs, words in zip(texts, found, smalls, strict=True):
        lang = text.stretch.lang
        if lang not in small:
            small[lang] = set(names.spoken(lang, rules))
        small[lang].update(words.words)
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


def _dull(text: Text, runs: Runs, case: Case, marked: Numbers) -> Numbers:
    """Whether a run is a word alone, not in the lexicon `name`, that has a capital where sentences begin only."""
    stretch = text.stretch
    alone = np.flatnonzero(runs.plain & runs.opening & ~runs.headline)
    words, places = text.each(runs.starts[alone], runs.ends[alone])
    common = np.array([case.is_common(word) and not case.is_proper(word) for word in words], bool)
    articles = stretch.articles[runs.units[alone]]
    keys = _keys(stretch.documents[articles], runs.starts[alone] - stretch.first[articles])
    dull = np.zeros(len(runs.starts), bool)
    dull[alone] = common[places] & ~np.isin(keys, marked)
    return dull


def _adjectives(text: Text, small: Words) -> dict[int, list[tuple[int, int]]]:
    """Document → its words in small letters that may be made of a place's name."""
    stretch = text.stretch
    made = np.array([peoples.is_made(stretch.lang, word) for word in small.words], bool)[small.which]
    alone = (text.points[small.starts - 1] != _HYPHEN) & (np.append(text.points, 0)[small.ends] != _HYPHEN)
    starts, ends = small.starts[made & alone], small.ends[made & alone]
    articles = np.searchsorted(stretch.first, starts, "right") - 1
    found: dict[int, list[tuple[int, int]]] = {place: [] for place in stretch.documents.tolist()}
    columns = (stretch.documents[articles], starts - stretch.first[articles], ends - stretch.first[articles])
    for document, start, end in zip(*(column.tolist() for column in columns), strict=True):
        found[document].append((start, end))
    return found


def _runs(text: Text, runs: Runs, dull: Numbers) -> dict[int, list[Run]]:
    """Document → its runs but for dull ones, with their places in the article."""
    stretch = text.stretch
    kept = ~dull
    units = runs.units[kept]
    articles = stretch.articles[units]
    first = stretch.first[articles]
    found: dict[int, list[Run]] = {place: [] for place in stretch.documents.tolist()}
    columns: Iterable[Numbers] = (
        stretch.documents[articles],
        stretch.units[units],
        first,
        runs.starts[kept],
        runs.ends[kept],
        runs.plain[kept],
        runs.opening[kept],
        runs.headline[kept],
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
