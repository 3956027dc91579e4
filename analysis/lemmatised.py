"""The running words of a corpus, each with its lemma, what kind of word it is, and whether it is quoted."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis import lemmas, measures, tables

NAME = "name"
"""The kind of a word that stands in a name of somebody or something, or of an adjective of a state."""
COLUMNS = {
    "document": "str",
    "unit": "int64",
    "start": "int64",
    "end": "int64",
    "match": "str",
    "lemma": "str",
    "kind": "str",
    "voice": "str",
}
TOKEN = re.compile(r"[^\W\d_]+n['’]t(?![^\W\d_])|[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
Spans = dict[str, tuple[list[int], list[int]]]


def words(documents: pd.DataFrame, units: pd.DataFrame, statements: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """One row is one word of a counted unit, names and words of grammar too; numbers in figures are none.

    Columns: document, unit, start, end, match, `lemma`, `kind` (`word`, `function`, `number`, `unit`, `calendar`,
    `name`) and `voice` (`quoted` in a quotation that somebody says, else `own`). Titles count, captions, credits and
    link lines don't. Names are the capitalised words of the mentions of `actors` and their adjectives of states and
    places, and words that the articles of a language only write with a capital, at least once within a sentence that is
    no title. `ministre` and `parquet` stay words, also where they stand for somebody or begin a name.
    """
    texts = dict(documents[["document", "text"]].itertuples(index=False, name=None))
    langs = dict(documents[["document", "lang"]].itertuples(index=False, name=None))
    named, of_states = _spans(actors), _adjectives(actors, langs)
    spoken = _spans(statements[statements["kind"].isin(measures.SPOKEN)])
    rows: list[list[Any]] = []
    for document, unit, start, end, role in tables.counted(units)[
        ["document", "unit", "start", "end", "role"]
    ].itertuples(index=False, name=None):
        for found in _tokens(texts[document], start, end, langs[document]):
            named_so = found[2][0].isupper() or found[3] in of_states
            name = NAME if named_so and _within(named, document, found[0], found[1]) else found[4]
            voice = "quoted" if _within(spoken, document, found[0], found[1]) else "own"
            rows.append([document, unit, *found[:4], name, voice, role, langs[document]])
    table = pd.DataFrame(rows, columns=[*COLUMNS, "role", "lang"]).astype(COLUMNS)
    return _capitalised(table)[list(COLUMNS)]


def _tokens(text: str, start: int, end: int, lang: str) -> Iterator[tuple[int, int, str, str, str]]:
    """Place, form, lemma and kind of each word."""
    before = ""
    for found in TOKEN.finditer(text, start, end):
        form = found.group()
        lemma = lemmas.of(form, lang, before)
        yield found.start(), found.end(), form, lemma, lemmas.kind(form, lemma, lang)
        before = form


def _adjectives(actors: pd.DataFrame, langs: dict[str, str]) -> set[str]:
    """The lemmas of the adjectives of states and places: `algérien`, also within `autorités algériennes`."""
    rows = actors[actors["how"].isin(("adjective", "people"))]
    return {
        lemmas.of(match, langs[document])
        for document, match in rows[["document", "match"]].itertuples(index=False, name=None)
    }


def _spans(table: pd.DataFrame) -> Spans:
    """For each article where its stretches begin, in order, and how far they reach at most from there."""
    found: Spans = defaultdict(lambda: ([], []))
    for document, start, end in sorted(table[["document", "start", "end"]].itertuples(index=False, name=None)):
        starts, ends = found[document]
        ends.append(max(end, ends[-1] if ends else 0))
        starts.append(start)
    return found


def _within(spans: Spans, document: str, start: int, end: int) -> bool:
    starts, ends = spans.get(document, ([], []))
    place = bisect_right(starts, start) - 1
    return place >= 0 and end <= ends[place]


def _capitalised(table: pd.DataFrame) -> pd.DataFrame:
    """The words that are never written small, and stand with a capital within a sentence, are names too."""
    upper = table["match"].str.slice(0, 1).str.isupper()
    begins = ~table.duplicated(["document", "unit"])
    small = set(table.loc[~upper, ["lang", "lemma"]].itertuples(index=False, name=None))
    inside = upper & ~begins & ~table["role"].isin(("title", "heading")) & ~table["match"].str.isupper()
    names = set(table.loc[inside, ["lang", "lemma"]].itertuples(index=False, name=None)) - small
    keys = table[["lang", "lemma"]].itertuples(index=False, name=None)
    marked = pd.Series([key in names for key in keys], table.index, dtype=bool)
    return table.assign(kind=table["kind"].mask(marked & (table["kind"] == lemmas.WORD), NAME))
