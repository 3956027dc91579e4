"""`documents`, `units`, `rules` → `evidence`: the only matching engine, one pass over each text."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from analysis import patterns, tables
from analysis.automaton import Automaton
from analysis.tables import LexiconError

UNSEARCHED = ("credit", "related")
"""Roles whose words are about other articles, or about nobody: only the layer boilerplate is looked for there."""

NONE = "none"
"""The label of words that only look like something of their layer: matches inside them are dropped."""

NAMES = ("actor", "place")
"""Layers of names, which nest: `Sudan` in `South Sudan` is no name of its own."""

OPENING = ("title", "lead")
LEAST_UNITS = 2
LEAST_SHARE = 0.10
"""A rule with the context `article` counts where rules that count alone find its label in the opening, or so often."""


class Rule(NamedTuple):
    """What the engine needs of one row of `rules`."""

    rule: str
    layer: str
    label: str
    context: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    """What slots its evidence fills."""


class Hit(NamedTuple):
    """One place where a rule's words stand."""

    start: int
    end: int
    unit: int
    rule: Rule


def find(
    documents: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame, *, also: Iterable[str] = ()
) -> pd.DataFrame:
    """`evidence`: one row is one match that counts.

    Matches lie inside one unit. Within a layer and label, a match inside a longer one is left out; so is a match
    inside words that the layer's label `none` recognises. A rule with a `context` counts only where the context
    holds: `article`, when rules that count alone find the same label in the title or first sentence, or in at least
    two units and a tenth of the article's counted units; `layer` or `layer:label`, when such evidence counts alone
    in the same unit. Layers in `tables.ON_REQUEST` are looked for when they are in `also`.
    """
    engines = _engines(rules, set(tables.READ_APART + tables.ON_REQUEST) - set(also))
    by_document = dict(list(units.groupby("document")))
    rows: list[dict[str, object]] = []
    for document, lang, text in documents[["document", "lang", "text"]].itertuples(index=False, name=None):
        own = by_document.get(document)
        if own is None or lang not in engines:
            continue
        hits = _longest(
            _outermost(_in_context(_outermost(_meaningful(engines[lang].hits(text, own)), alone=True), own))
        )
        rows += [
            {
                "document": document,
                "unit": hit.unit,
                "start": hit.start,
                "end": hit.end,
                "match": text[hit.start : hit.end],
                "layer": hit.rule.layer,
                "label": hit.rule.label,
                "rule": hit.rule.rule,
            }
            for hit in hits
        ]
    return tables.table("evidence", rows)


def places(sentences: list[str], rules: pd.DataFrame) -> list[set[str]]:
    """For each sentence the rules of one language that match in it, whether they count or not."""
    (engine,) = _engines(rules, set()).values()
    found = []
    for sentence in sentences:
        units = pd.DataFrame([(0, len(sentence), 0, "body")], columns=["start", "end", "unit", "role"])
        found.append({hit.rule.rule for hit in engine.hits(sentence, units)})
    return found


def _engines(rules: pd.DataFrame, without: set[str]) -> dict[str, "_Engine"]:
    """Language → its rules, but for those of some layers, ready to be found."""
    columns = ["rule", "layer", "label", "context", "pattern", "note"]
    rules = rules[~rules["layer"].isin(without)]
    return {
        lang: _engine(tuple(sorted(part[columns].itertuples(index=False, name=None))))
        for lang, part in rules.groupby("lang")
    }


@lru_cache(maxsize=8)
def _engine(rows: tuple[tuple[str, ...], ...]) -> "_Engine":
    return _Engine(rows)


class _Engine:
    """The rules of one language, ready to be found."""

    def __init__(self, rows: Iterable[tuple[str, ...]]) -> None:
        kinds = kinds_of_labels((layer, label, note) for _, layer, label, _, _, note in rows)
        known = [
            (Rule(rule, layer, label, tuple(filter(None, context.split("|"))), kinds.get((layer, label), ())), pattern)
            for rule, layer, label, context, pattern, _ in rows
        ]
        self.expressions = [(rule, pattern) for rule, pattern in known if pattern.startswith("re:")]
        worded = [row for row in known if not row[1].startswith("re:")]
        self.plain = [rule for rule, pattern in worded if not patterns.SLOT.search(pattern)]
        self.slotted = [rule for rule, pattern in worded if patterns.SLOT.search(pattern)]
        self.first = Automaton(pattern for _, pattern in worded if not patterns.SLOT.search(pattern))
        self.second = Automaton(pattern for _, pattern in worded if patterns.SLOT.search(pattern))

    def hits(self, text: str, units: pd.DataFrame) -> list[Hit]:
        """Every match inside one unit, whether it will count or not."""
        bounds = list(units[["start", "end", "unit", "role"]].itertuples(index=False, name=None))
        found = list(_within(self._spans(text, bounds), bounds))
        slots: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for hit in _fillers([hit for hit in _meaningful(found) if hit.rule.kinds and not hit.rule.context]):
            slots[hit.start] += [(hit.end, kind) for kind in hit.rule.kinds]
        second = ((start, end, self.slotted[place]) for start, end, place in self.second.find(text, slots))
        return found + list(_within(second, bounds))

    def _spans(self, text: str, bounds: list[tuple[int, int, int, str]]) -> Iterator[tuple[int, int, Rule]]:
        for start, end, place in self.first.find(text):
            yield start, end, self.plain[place]
        lines = [(start, end) for start, end, _, _ in bounds]
        for rule, pattern in self.expressions:
            for stretch in lines if rule.layer == "boilerplate" else [(0, len(text))]:
                for start, end in _searched(rule, pattern, text, *stretch):
                    yield start, end, rule


def _fillers(hits: list[Hit]) -> list[Hit]:
    """The hits that may fill a slot: outermost names, and names inside a longer one of the same label."""
    outer = _outermost(hits)
    labels = {(hit.start, hit.end): hit.rule.label for hit in outer}
    return [
        hit
        for hit in hits
        if all(
            hit.rule.label == label
            for (start, end), label in labels.items()
            if start <= hit.start and hit.end <= end and (start, end) != (hit.start, hit.end)
        )
    ]


def kinds_of_labels(rows: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str], tuple[str, ...]]:
    """(layer, label) → the slots that it fills, by the notes of its rules in the layers actor and place."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for layer, label, note in rows:
        if layer in NAMES and label != NONE:
            kind, *rest = (part.strip() for part in note.split(";"))
            found[layer, label] |= {kind} | (
                {"capital"} if any(part.startswith("seat of ") for part in rest) else set()
            )
    return {key: tuple(sorted(kinds & set(patterns.KINDS))) for key, kinds in found.items()}


def _within(spans: Iterable[tuple[int, int, Rule]], bounds: list[tuple[int, int, int, str]]) -> Iterator[Hit]:
    """The hits inside one unit in which their layer is looked for."""
    starts = [start for start, *_ in bounds]
    for start, end, rule in spans:
        place = bisect_right(starts, start) - 1
        if place < 0:
            continue
        _, unit_end, unit, role = bounds[place]
        if end <= unit_end and (role not in UNSEARCHED or rule.layer == "boilerplate"):
            yield Hit(start, end, unit, rule)


def _searched(rule: Rule, pattern: str, text: str, start: int, end: int) -> list[tuple[int, int]]:
    try:
        return patterns.spans(pattern, text, start, end)
    except LexiconError as error:
        raise LexiconError(f"rule {rule.rule!r}: {error}") from None


def _meaningful(hits: Iterable[Hit]) -> list[Hit]:
    """The hits without those inside words that only look like something of their layer."""
    found = sorted(hits, key=_outer_first)
    reach: dict[str, int] = {}
    kept: list[Hit] = []
    for hit in found:
        if hit.rule.label == NONE:
            reach[hit.rule.layer] = max(hit.end, reach.get(hit.rule.layer, -1))
        elif hit.end > reach.get(hit.rule.layer, -1):
            kept.append(hit)
    return kept


def _outermost(hits: Iterable[Hit], *, alone: bool = False) -> list[Hit]:
    """The hits without the names inside a longer name of their layer, whatever its label; or one that counts alone."""
    reach: dict[str, tuple[int, int]] = {}
    kept: list[Hit] = []
    for hit in sorted(hits, key=_outer_first):
        span = (hit.start, hit.end)
        around = reach.get(hit.rule.layer, (-1, -1))
        if hit.rule.layer not in NAMES or hit.end > around[1] or span == around:
            kept.append(hit)
            if hit.end > around[1] and not (alone and hit.rule.context):
                reach[hit.rule.layer] = span
    return kept


def _longest(hits: list[Hit]) -> list[Hit]:
    """The hits without those inside a longer one of the same layer and label."""
    reach: dict[tuple[str, str], int] = {}
    kept: list[Hit] = []
    for hit in sorted(hits, key=_outer_first):
        own = (hit.rule.layer, hit.rule.label)
        if hit.end > reach.get(own, -1):
            kept.append(hit)
            reach[own] = hit.end
    return kept


def _outer_first(hit: Hit) -> tuple[int, int, bool, bool, str]:
    """Outer spans before inner ones; of equal spans `none` first, then rules that count alone."""
    return hit.start, -hit.end, hit.rule.label != NONE, bool(hit.rule.context), hit.rule.rule


def _in_context(hits: list[Hit], units: pd.DataFrame) -> list[Hit]:
    alone = [hit for hit in hits if not hit.rule.context]
    beside: dict[int, set[str]] = defaultdict(set)
    for hit in alone:
        beside[hit.unit] |= {hit.rule.layer, f"{hit.rule.layer}:{hit.rule.label}"}
    carried = _carried(beside, units)

    def holds(hit: Hit) -> bool:
        own = f"{hit.rule.layer}:{hit.rule.label}"
        return any(own in carried if need == "article" else need in beside[hit.unit] for need in hit.rule.context)

    return [hit for hit in hits if not hit.rule.context or holds(hit)]


def _carried(beside: dict[int, set[str]], units: pd.DataFrame) -> set[str]:
    """The layer:label pairs that the article is about, by rules that count alone."""
    counted = set(units.loc[~units["role"].isin(tables.UNCOUNTED), "unit"])
    opening = set(units.loc[units["role"].isin(OPENING), "unit"])
    found = Counter(name for unit in counted for name in beside.get(unit, ()))
    announced = {name for unit in opening for name in beside.get(unit, ())}
    least = max(LEAST_UNITS, LEAST_SHARE * len(counted))
    return announced | {name for name, number in found.items() if number >= least}
