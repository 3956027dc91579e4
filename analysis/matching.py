"""`documents`, `units`, `rules` → `evidence`: the only matching engine, one pass over each stretch of the corpus."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

import numpy as np
import pandas as pd

from analysis import counting, patterns, stretches, tables
from analysis.automaton import Automaton, Lists
from analysis.counting import NAMES, NONE, Hits, Ruled
from analysis.stream import Numbers, Stream
from analysis.stretches import Stretch
from analysis.tables import LexiconError

UNSEARCHED = stretches.UNSEARCHED


def find(
    documents: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame, *, also: Iterable[str] = ()
) -> pd.DataFrame:
    """`evidence`: one row is one match that counts.

    Matches lie inside one unit. Within a layer and label, a match inside a longer one is left out, in the layers
    actor and place whatever the labels; so is a match inside words that the layer's label `none` recognises. A rule
    with a `context` counts only where the context holds: `article`, when rules that count alone find the same label
    in the title or first sentence, or in at least two units and a tenth of the article's counted units; `layer` or
    `layer:label`, when such evidence counts alone in the same unit; `states`, when two states are named there;
    `together`, when another rule of the same layer and label finds other words there. Credits and links are not
    searched. Layers in `tables.ON_REQUEST` are looked for when they are in `also`, those in `tables.READ_APART` never.
    """
    without = set(tables.READ_APART + tables.ON_REQUEST) - set(also)
    engines = {lang: _engine(part) for lang, part in rules.groupby("lang")}
    found = [
        engines[stretch.lang].evidence(stretch, documents["document"].array, without)
        for stretch in stretches.of(documents, units)
        if stretch.lang in engines
    ]
    evidence = pd.concat([part for part in found if len(part)] or [tables.empty("evidence")], ignore_index=True)
    if documents["lang"].nunique() > 1:
        evidence = evidence.sort_values("document", kind="stable", ignore_index=True)
    return evidence


def matches(
    texts: list[str], names: list[str], rules: pd.DataFrame, *, standing: bool = False, expressions: bool = True
) -> list[bool]:
    """For each text whether the rule named beside it, one of these rules of one language, matches in it.

    `standing` leaves out what lies inside a longer name, or words that `none` recognises; contexts are not asked for.
    `expressions` says whether evidence of `re:` rules may fill slots.
    """
    engine = _engine(rules)
    documents = pd.DataFrame({"document": [f"{place:09}" for place in range(len(texts))], "lang": "", "text": texts})
    units = documents[["document"]].assign(unit=0, start=0, end=[len(text) for text in texts], role="body")
    every = np.ones(len(rules), bool)
    asked = np.arange(len(texts)) * len(rules) + pd.Index(engine.names).get_indexer(names)
    seen = [np.zeros(0, np.int64)]
    for stretch in stretches.of(documents, units):
        hits = engine.hits(
            engine.automaton.read(stretch.text), stretch, every, engine.expressions if expressions else []
        )
        hits = counting.standing(hits, engine.rules) if standing else hits
        seen.append(stretch.documents[stretch.articles[hits.units]] * len(rules) + hits.rules)
    return np.isin(asked, np.concatenate(seen)).tolist()


@lru_cache(maxsize=8)
def _engine_of(rows: tuple[tuple[str, ...], ...]) -> "_Engine":
    return _Engine(rows)


def _engine(rules: pd.DataFrame) -> "_Engine":
    columns = ["rule", "layer", "label", "context", "pattern", "note"]
    return _engine_of(tuple(sorted(zip(*(rules[column].tolist() for column in columns), strict=True))))


class _Engine:
    """The rules of one language, ready to be found."""

    def __init__(self, rows: tuple[tuple[str, ...], ...]) -> None:
        self.patterns = [pattern for *_, pattern, _ in rows]
        self.rules = Ruled(list(rows))
        self.names = pd.array([row[0] for row in rows], dtype="str")
        self.automaton = Automaton(self.patterns)
        self.expressions = [place for place, pattern in enumerate(self.patterns) if pattern.startswith("re:")]
        self.kinds = _kinds(rows)

    def evidence(
        self, stretch: Stretch, documents: pd.api.extensions.ExtensionArray, without: set[str]
    ) -> pd.DataFrame:
        """`evidence` of a stretch of these documents, but for some layers."""
        wanted = ~np.isin(self.rules.layer, np.flatnonzero(np.isin(self.rules.layers, list(without))))
        expressions = [place for place in self.expressions if wanted[place]]
        text = self.automaton.read(stretch.text)
        hits = counting.counted(self.hits(text, stretch, wanted, expressions), self.rules, stretch)
        return self._table(hits, text, stretch, documents)

    def hits(self, text: Stream, stretch: Stretch, wanted: Numbers, expressions: list[int]) -> Hits:
        """Every match of the wanted rules inside one unit, whether it will count or not."""
        plain = self.automaton.find(text).of(wanted)
        found = stretch.within(*plain).join(stretch.within(*self._expressed(stretch, expressions)))
        names = counting.alone(found, self.rules)
        owners, kinds = self.kinds.of(names.rules)
        filled = self.automaton.find_with(text, names.starts[owners], names.ends[owners], kinds)
        return found.join(stretch.within(*filled.of(wanted)))

    def _expressed(self, stretch: Stretch, expressions: list[int]) -> tuple[Numbers, Numbers, Numbers]:
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

    def _table(
        self, hits: Hits, text: Stream, stretch: Stretch, documents: pd.api.extensions.ExtensionArray
    ) -> pd.DataFrame:
        articles = stretch.articles[hits.units]
        order = counting.ordered(hits.starts, hits.ends, self.rules.layer[hits.rules], self.rules.label[hits.rules])
        hits, articles = hits.take(order), articles[order]
        first = stretch.first[articles]
        return pd.DataFrame(
            {
                "document": documents.take(stretch.documents[articles]),
                "unit": stretch.units[hits.units],
                "start": hits.starts - first,
                "end": hits.ends - first,
                "match": text.said(hits.starts, hits.ends),
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
