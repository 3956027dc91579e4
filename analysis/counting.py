"""Which matches count: not inside words that only look alike, or longer names, or longer matches; in their context."""

from math import prod
from typing import NamedTuple, Protocol

import numpy as np
import pandas as pd

from analysis.automaton import Lists
from analysis.stream import Numbers

NONE = "none"
"""The label of words that only look like something of their layer: matches inside them are dropped."""
NAMES = ("actor", "place")
"""Layers of names, which nest: `Sudan` in `South Sudan` is no name of its own."""
ARTICLE, MAIN, STATES, TOGETHER = "article", "main", "states", "together"
SPECIAL = (ARTICLE, MAIN, STATES, TOGETHER)
"""Contexts that are no evidence of one label in the unit."""
OPENING = ("title", "lead")
LEAST_UNITS = 2
LEAST_SHARE = 0.10
"""A rule with the context `article` counts where rules that count alone find its label in the opening, or so often."""
LEADING = 2 / 3
"""A rule with the context `main` counts where they find its label this often, set against the layer's most frequent."""


class Hits(NamedTuple):
    """Places where the words of rules stand: from where to where, in which unit, and which rule it is."""

    starts: Numbers
    ends: Numbers
    units: Numbers
    rules: Numbers

    def take(self, places: Numbers) -> "Hits":
        """Those at these places."""
        return Hits(*(column[places] for column in self))

    def where(self, flags: Numbers) -> "Hits":
        """Those for which the flag is set."""
        return self if flags.all() else self.take(np.flatnonzero(flags))

    def join(self, other: "Hits") -> "Hits":
        """These and the others."""
        return Hits(*map(np.append, self, other))


class Ruled:
    """What counting needs of rules, each known by its place; layers and labels by their place in the alphabet."""

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        """The rules of these rows: rule, layer, label, context, pattern, note."""
        layers, labels = (sorted({row[at] for row in rows}) for at in (1, 2))
        pairs = sorted({(row[1], row[2]) for row in rows})
        number = {f"{layer}:{label}": place for place, (layer, label) in enumerate(pairs)}
        number |= {layer: len(pairs) + place for place, layer in enumerate(layers)}
        contexts = [[need for need in row[3].split("|") if need] for row in rows]
        self.layers, self.labels = pd.array(layers, dtype="str"), pd.array(labels, dtype="str")
        self.layer = np.array([number[row[1]] - len(pairs) for row in rows], np.int16)
        self.label = np.array(pd.Index(labels).get_indexer([row[2] for row in rows]), np.int64)
        self.pair = np.array([number[f"{row[1]}:{row[2]}"] for row in rows], np.int32)
        self.kinds = len(number)
        """How many pairs of layer and label there are, and layers, whose numbers come behind."""
        self.none = np.array([row[2] == NONE for row in rows], bool)
        self.name = np.array([row[1] in NAMES for row in rows], bool)
        self.alone = np.array([not needs for needs in contexts], bool)
        self.article = np.array([ARTICLE in needs for needs in contexts], bool)
        self.main = np.array([MAIN in needs for needs in contexts], bool)
        self.states = np.array([STATES in needs for needs in contexts], bool)
        self.together = np.array([TOGETHER in needs for needs in contexts], bool)
        self.state = pd.factorize(np.array([_state(row) for row in rows], object))[0].astype(np.int64)
        """For each rule the state that its name stands for, by number; -1 where it stands for none."""
        self.needs = Lists([number[need] for need in needs if need in number] for needs in contexts)
        asked = np.zeros(self.kinds, bool)
        asked[self.needs.items] = True
        asked[self.pair[self.article | np.isin(self.layer, self.layer[self.main])]] = True
        self.asked = Lists(
            [one for one in (pair, len(pairs) + layer) if asked[one]]
            for pair, layer in zip(self.pair.tolist(), self.layer.tolist(), strict=True)
        )
        """For each rule what somebody asks for that it is: its layer and label, its layer."""
        self.layered = np.zeros(self.kinds, np.int64)
        self.layered[self.pair] = self.layer + 1
        """For each pair of layer and label its layer, counted from 1; 0 for a layer alone."""


def _state(row: tuple[str, ...]) -> str | None:
    """The state that a name stands for: itself, the state of which it is the seat, or for which somebody acts."""
    _, layer, label, _, _, note = row
    kind, *facts = (part.strip() for part in note.split(";"))
    if layer not in NAMES or label == NONE:
        return None
    of = [fact.removeprefix(start) for start in ("seat of ", "acts for ") for fact in facts if fact.startswith(start)]
    return of[0] if of else label if kind == "state" else None


class Units(Protocol):
    """The units in which the hits are: their article, whether they are counted, and whether they open it."""

    @property
    def articles(self) -> Numbers:
        """For each unit its article."""

    @property
    def counted(self) -> Numbers:
        """For each unit whether it is counted."""

    @property
    def opening(self) -> Numbers:
        """For each unit whether it is the title or the first sentence."""


def counted(hits: Hits, rules: Ruled, units: Units) -> Hits:
    """The hits that count."""
    hits = _meaningful(_in_order(hits, rules), rules)
    hits = _outermost(hits, rules, rules.alone[hits.rules])
    hits = _in_context(hits, rules, units)
    return _longest(_outermost(hits, rules, np.ones(len(hits.rules), bool)), rules)


def alone(hits: Hits, rules: Ruled) -> Hits:
    """The names that count without context, those inside longer ones (`turc` in `président turc`) too."""
    hits = hits.where(rules.name[hits.rules] & rules.alone[hits.rules])
    return _meaningful(_in_order(hits, rules), rules)


def standing(hits: Hits, rules: Ruled) -> Hits:
    """The hits but for those inside words that only look alike, or inside longer names."""
    none = hits.where(rules.none[hits.rules])
    hits = _meaningful(_in_order(hits, rules), rules)
    return _outermost(hits, rules, rules.alone[hits.rules]).join(none)


def _in_order(hits: Hits, rules: Ruled) -> Hits:
    """Outer hits before inner ones; of equal spans `none` first, then rules that count alone."""
    return hits.take(ordered(hits.starts, -hits.ends, ~rules.none[hits.rules], ~rules.alone[hits.rules], hits.rules))


def ordered(*columns: Numbers) -> Numbers:
    """The places in the order of the columns, the first of which weighs most."""
    spans = [(int(column.min(initial=0)), int(column.max(initial=0))) for column in columns]
    if prod(high - low + 1 for low, high in spans) >= 1 << 62:
        return np.lexsort(columns[::-1])
    key = np.zeros(len(columns[0]), np.int64)
    for column, (low, high) in zip(columns, spans, strict=True):
        key *= high - low + 1
        key += column
        key -= low
    return np.argsort(key, kind="stable")


def _meaningful(hits: Hits, rules: Ruled) -> Hits:
    """The hits without those inside words that only look like something of their layer."""
    none = rules.none[hits.rules]
    reach = _reach(rules.layer[hits.rules], np.where(none, hits.ends, -1))
    return hits.where(~none & (hits.ends > reach))


def _outermost(hits: Hits, rules: Ruled, hiding: Numbers) -> Hits:
    """The hits without the names inside a longer name of their layer, whatever its label, that may hide others."""
    names = np.flatnonzero(rules.name[hits.rules])
    own = hits.take(names)
    spans = np.append(False, (np.diff(own.starts) != 0) | (np.diff(own.ends) != 0)).cumsum()[: len(names)]
    ends, layers = np.where(hiding[names], own.ends, -1), rules.layer[own.rules]
    inside = own.ends <= _reach(layers, ends, spans)
    kept = np.ones(len(hits.rules), bool)
    kept[names[inside]] = False
    return hits.where(kept)


def _longest(hits: Hits, rules: Ruled) -> Hits:
    """The hits without those inside a longer one of the same layer and label; of equals the first."""
    pairs = rules.pair[hits.rules]
    return hits.where(hits.ends > _reach(pairs, hits.ends, np.arange(len(pairs))))


def _reach(groups: Numbers, ends: Numbers, own: Numbers | None = None) -> Numbers:
    """How far the ends reach up to each place within its group; with `own`, before the places of the same number."""
    if not len(ends):
        return ends
    order = np.argsort(groups, kind="stable")
    width = int(ends.max()) + 2
    level = groups[order].astype(np.int64) * width
    reach = np.maximum.accumulate(level + ends[order] + 1)
    if own is not None:
        fresh = np.append(True, (np.diff(own[order]) != 0) | (np.diff(level) != 0))
        begin = np.maximum.accumulate(np.where(fresh, np.arange(len(order)), 0))
        reach = np.maximum(np.append(0, reach[:-1])[begin], level)
    found = np.empty(len(order), np.int64)
    found[order] = reach - level - 1
    return found


def _in_context(hits: Hits, rules: Ruled, units: Units) -> Hits:
    """The hits of rules without context, and of those whose context holds."""
    holds = rules.alone[hits.rules]
    own = hits.where(holds)
    owners, said = rules.asked.of(own.rules)
    beside = np.unique(own.units[owners] * rules.kinds + said)
    asking = np.flatnonzero(~holds)
    owners, needs = rules.needs.of(hits.rules[asking])
    holds[asking[owners[_among(hits.units[asking[owners]] * rules.kinds + needs, beside)]]] = True
    holds |= rules.states[hits.rules] & _among(hits.units, _of_two_states(own, rules))
    about = units.articles[hits.units] * rules.kinds + rules.pair[hits.rules]
    where, pairs = beside // rules.kinds, beside % rules.kinds
    holds |= rules.article[hits.rules] & _among(about, _carried(where, pairs, rules.kinds, units))
    holds |= rules.main[hits.rules] & _among(about, _leading(where, pairs, rules, units))
    holds |= _in_company(hits, rules, holds)
    return hits.where(holds)


def _in_company(hits: Hits, rules: Ruled, holds: Numbers) -> Numbers:
    """Whether a hit of a rule with the context `together` has another rule of its layer and label apart from it.

    The other counts already, or waits for company as well; of two rules that find the same words neither has any.
    """
    weak = rules.together[hits.rules]
    places = np.flatnonzero(holds | weak)
    cells = hits.units[places] * rules.kinds + rules.pair[hits.rules[places]]
    _, cell = np.unique(cells, return_inverse=True)
    size = int(cell.max(initial=-1)) + 1
    first_end, last_start = np.full(size, np.iinfo(np.int64).max), np.full(size, -1)
    fewest, most = np.full(size, np.iinfo(np.int64).max), np.full(size, -1)
    np.minimum.at(first_end, cell, hits.ends[places])
    np.maximum.at(last_start, cell, hits.starts[places])
    np.minimum.at(fewest, cell, hits.rules[places])
    np.maximum.at(most, cell, hits.rules[places])
    found = np.zeros(len(hits.rules), bool)
    found[places] = ((last_start >= first_end) & (most > fewest))[cell]
    return found & weak


def _of_two_states(hits: Hits, rules: Ruled) -> Numbers:
    """The units in which at least two states are named, by their names, people, capitals or statesmen."""
    states = rules.state[hits.rules]
    named = np.flatnonzero(states >= 0)
    pairs = np.unique(hits.units[named] * len(rules.state) + states[named])
    units, numbers = np.unique(pairs // len(rules.state), return_counts=True)
    return units[numbers >= 2]


def _carried(units: Numbers, pairs: Numbers, width: int, every: Units) -> Numbers:
    """Article and pair, as one number, of what articles are about by rules that count alone."""
    about = every.articles[units] * width + pairs
    found, numbers = np.unique(about[every.counted[units]], return_counts=True)
    sizes = np.bincount(every.articles[every.counted], minlength=int(every.articles.max(initial=0)) + 1)
    often = numbers >= np.maximum(LEAST_UNITS, LEAST_SHARE * sizes[found // width])
    return np.unique(np.append(found[often], about[every.opening[units]]))


def _leading(units: Numbers, pairs: Numbers, rules: Ruled, every: Units) -> Numbers:
    """Article and pair, as one number, of the labels that lead their layer in an article."""
    counted = every.counted[units] & (rules.layered[pairs] > 0)
    found, numbers = np.unique(every.articles[units[counted]] * rules.kinds + pairs[counted], return_counts=True)
    layers = found // rules.kinds * (len(rules.layers) + 1) + rules.layered[found % rules.kinds]
    _, own = np.unique(layers, return_inverse=True)
    most = np.zeros(len(found), np.int64)
    np.maximum.at(most, own, numbers)
    return found[(numbers >= LEAST_UNITS) & (numbers >= LEADING * most[own])]


def _among(numbers: Numbers, known: Numbers) -> Numbers:
    """Whether each number is one of the known ones, which are sorted."""
    if not len(known):
        return np.zeros(len(numbers), bool)
    return known[np.minimum(np.searchsorted(known, numbers), len(known) - 1)] == numbers
