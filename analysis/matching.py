"""`documents`, `units`, `rules` → `evidence`: the only matching engine, one pass over each stretch of the corpus."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np
import pandas as pd

from analysis import counting, patterns, tables
from analysis.automaton import Automaton, Lists
from analysis.counting import NAMES, NONE, Hits, Ruled
from analysis.stream import Numbers
from analysis.tables import LexiconError

UNSEARCHED = ("credit", "related")
"""Roles whose words are about other articles, or about nobody."""
STRETCH = 1_000_000
"""How many characters are searched at a time, at least: articles are never parted."""


def find(
    documents: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame, *, also: Iterable[str] = ()
) -> pd.DataFrame:
    """`evidence`: one row is one match that counts.

    Matches lie inside one unit. Within a layer and label, a match inside a longer one is left out, in the layers
    actor and place whatever the labels; so is a match inside words that the layer's label `none` recognises. A rule
    with a `context` counts only where the context holds: `article`, when rules that count alone find the same label
    in the title or first sentence, or in at least two units and a tenth of the article's counted units; `layer` or
    `layer:label`, when such evidence counts alone in the same unit. Credits and links are not searched. Layers in
    `tables.ON_REQUEST` are looked for when they are in `also`, those in `tables.READ_APART` never.
    """
    without = set(tables.READ_APART + tables.ON_REQUEST) - set(also)
    engines = {lang: _engine(part) for lang, part in rules.groupby("lang")}
    documents = documents[documents["document"].isin(units["document"])]
    found = [
        engines[lang].evidence(part, units, without)
        for lang in sorted(set(documents["lang"]) & set(engines))
        for part in _stretches(documents[documents["lang"] == lang])
    ]
    found = [part for part in found if len(part)]
    if not found:
        return tables.empty("evidence")
    return pd.concat(found, ignore_index=True).sort_values("document", kind="stable", ignore_index=True)


def matches(texts: list[str], names: list[str], rules: pd.DataFrame, *, expressions: bool = True) -> list[bool]:
    """For each text whether the rule named beside it, one of these rules of one language, matches in it.

    `expressions` says whether evidence of `re:` rules may fill slots.
    """
    engine = _engine(rules)
    documents = pd.DataFrame({"document": [f"{place:09}" for place in range(len(texts))], "text": texts})
    units = documents[["document"]].assign(unit=0, start=0, end=[len(text) for text in texts], role="body")
    hits = engine.hits(_Stretch(documents, units), np.ones(len(rules), bool), engine.expressions if expressions else [])
    asked = np.arange(len(texts)) * len(rules) + pd.Index(engine.names).get_indexer(names)
    return np.isin(asked, hits.units * len(rules) + hits.rules).tolist()


def _stretches(documents: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The documents in order of their names, as many at a time as are searched together."""
    documents = documents.sort_values("document", kind="stable")
    behind = documents["text"].str.len().cumsum()
    for _, part in documents.groupby((behind - 1).clip(lower=0) // STRETCH, sort=True):
        yield part


class _Stretch:
    """Articles one after the other, and where the units lie in which something is looked for."""

    def __init__(self, documents: pd.DataFrame, units: pd.DataFrame) -> None:
        texts = documents["text"].tolist()
        sizes = np.array([len(text) + 1 for text in texts], np.int64)
        self.names = documents["document"].array
        self.first = np.cumsum(sizes) - sizes
        self.text = "\n".join(texts)
        place = pd.Index(documents["document"]).get_indexer(units["document"])
        own = units[place >= 0].assign(place=place[place >= 0]).sort_values(["place", "start"], kind="stable")
        self.articles = own["place"].to_numpy(np.int64)
        self.starts = own["start"].to_numpy(np.int64) + self.first[self.articles]
        self.ends = own["end"].to_numpy(np.int64) + self.first[self.articles]
        self.units = own["unit"].to_numpy(np.int64)
        self.searched = ~own["role"].isin(UNSEARCHED).to_numpy(bool)
        self.counted = ~own["role"].isin(tables.UNCOUNTED).to_numpy(bool)
        self.opening = own["role"].isin(counting.OPENING).to_numpy(bool)

    def within(self, starts: Numbers, ends: Numbers, rules: Numbers) -> Hits:
        """The matches inside one unit that is searched, each once."""
        units = np.searchsorted(self.starts, starts, "right") - 1
        inside = np.flatnonzero((units >= 0) & (ends <= self.ends[units]) & self.searched[units])
        return Hits(starts[inside], ends[inside], units[inside], rules[inside])


@lru_cache(maxsize=8)
def _engine_of(rows: tuple[tuple[str, ...], ...]) -> "_Engine":
    return _Engine(rows)


def _engine(rules: pd.DataFrame) -> "_Engine":
    columns = ["rule", "layer", "label", "context", "pattern", "note"]
    return _engine_of(tuple(sorted(rules[columns].itertuples(index=False, name=None))))


class _Engine:
    """The rules of one language, ready to be found."""

    def __init__(self, rows: tuple[tuple[str, ...], ...]) -> None:
        self.patterns = [pattern for *_, pattern, _ in rows]
        self.rules = Ruled.of(list(rows))
        self.names = pd.array([row[0] for row in rows], dtype="str")
        self.automaton = Automaton(self.patterns)
        self.expressions = [place for place, pattern in enumerate(self.patterns) if pattern.startswith("re:")]
        self.kinds = _kinds(rows)

    def evidence(self, documents: pd.DataFrame, units: pd.DataFrame, without: set[str]) -> pd.DataFrame:
        """`evidence` of these documents, but for some layers."""
        stretch = _Stretch(documents, units)
        wanted = ~np.isin(self.rules.layer, np.flatnonzero(np.isin(self.rules.layers, list(without))))
        expressions = [place for place in self.expressions if wanted[place]]
        hits = self.hits(stretch, wanted, expressions)
        return self._table(counting.counted(hits, self.rules, stretch), stretch)

    def hits(self, stretch: _Stretch, wanted: Numbers, expressions: list[int]) -> Hits:
        """Every match of the wanted rules inside one unit, whether it will count or not."""
        text = self.automaton.read(stretch.text)
        plain = self.automaton.find(text).of(wanted)
        found = stretch.within(*plain).join(stretch.within(*self._expressed(stretch, expressions)))
        names = counting.alone(found, self.rules)
        owners, kinds = self.kinds.of(names.rules)
        filled = self.automaton.find_with(text, names.starts[owners], names.ends[owners], kinds)
        return found.join(stretch.within(*filled.of(wanted)))

    def _expressed(self, stretch: _Stretch, expressions: list[int]) -> tuple[Numbers, Numbers, Numbers]:
        """Where the expressions of analysts are, article by article."""
        found = [
            (first + start, first + end, place)
            for first, behind in zip(
                stretch.first.tolist(), [*stretch.first.tolist()[1:], len(stretch.text) + 1], strict=True
            )
            for place in expressions
            for start, end in self._searched(place, stretch.text[first : behind - 1])
        ]
        starts, ends, places = np.array(found, np.int64).reshape(-1, 3).T
        return starts, ends, places

    def _searched(self, place: int, text: str) -> list[tuple[int, int]]:
        try:
            return patterns.spans(self.patterns[place], text)
        except LexiconError as error:
            raise LexiconError(f"rule {self.names[place]!r}: {error}") from None

    def _table(self, hits: Hits, stretch: _Stretch) -> pd.DataFrame:
        articles = stretch.articles[hits.units]
        order = np.lexsort((self.rules.label[hits.rules], self.rules.layer[hits.rules], hits.ends, hits.starts))
        hits, articles = hits.take(order), articles[order]
        first = stretch.first[articles]
        text = stretch.text
        words = [text[start:end] for start, end in zip(hits.starts.tolist(), hits.ends.tolist(), strict=True)]
        return pd.DataFrame(
            {
                "document": stretch.names.take(articles),
                "unit": stretch.units[hits.units],
                "start": hits.starts - first,
                "end": hits.ends - first,
                "match": pd.array(words, dtype="str"),
                "layer": self.rules.layers.take(self.rules.layer[hits.rules]),
                "label": self.rules.labels.take(self.rules.label[hits.rules]),
                "rule": self.names.take(hits.rules),
            }
        )


def _kinds(rows: Iterable[tuple[str, ...]]) -> Lists:
    """For each rule the slots that its evidence fills: what the notes say of its label in its layer."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for _, layer, label, _, _, note in rows:
        kind, *rest = (part.strip() for part in note.split(";"))
        found[layer, label] |= {kind} | {"capital" for part in rest if part.startswith("seat of ")}
    return Lists(
        [
            place
            for place, kind in enumerate(patterns.KINDS)
            if layer in NAMES and label != NONE and kind in found[layer, label]
        ]
        for _, layer, label, *_ in rows
    )
