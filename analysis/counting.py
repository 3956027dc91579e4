"""Which matches count: not inside words that only look alike, or longer names, or longer matches; in their context."""

from typing import NamedTuple, Protocol

import numpy as np
import pandas as pd

from analysis.automaton import Lists
from analysis.stream import Numbers

NONE = "none"
"""The label of words that only look like something of their layer: matches inside them are dropped."""
NAMES = ("actor", "place")
"""Layers of names, which nest: `Sudan` in `South Sudan` is no name of its own."""
ARTICLE = "article"
STATES = "states"
SPECIAL = (ARTICLE, STATES)
"""Contexts that are no evidence of one label in the unit."""
OPENING = ("title", "lead")
LEAST_UNITS = 2
LEAST_SHARE = 0.10
"""A rule with the context `article` counts where rules that count alone find its label in the opening, or so often."""


class Hits(NamedTuple):
    """Places where the words of rules stand: from where to where, in which unit, and which rule it is."""

    starts: Numbers
    ends: Numbers
    units: Numbers
    rules: Numbers

    def take(self, places: Numbers) -> "Hits":
        """Those at these places, or for which the flag is set."""
        return Hits(*(column[places] for column in self))

    def join(self, other: "Hits") -> "Hits":
        """These and the others."""
        return Hits(*map(np.append, self, other))


class Ruled(NamedTuple):
    """What counting needs of rules, each known by its place; layers and labels by their place in the alphabet."""

    layers: pd.api.extensions.ExtensionArray
    labels: pd.api.extensions.ExtensionArray
    layer: Numbers
    label: Numbers
    pair: Numbers
    """Layer and label as one number; in `needs` too, where those of a layer alone come behind."""
    none: Numbers
    name: Numbers
    alone: Numbers
    needs: Lists
    article: Numbers
    """Whether the context `article` is enough."""
    states: Numbers
    """Whether the context `states` is."""
    state: Numbers
    """The state that a name stands for, by number; -1 where it stands for none."""

    @classmethod
    def of(cls, rows: list[tuple[str, ...]]) -> "Ruled":
        """The rules of these rows: rule, layer, label, context, pattern, note."""
        layers, labels = (sorted({row[at] for row in rows}) for at in (1, 2))
        layer = {name: place for place, name in enumerate(layers)}
        label = {name: place for place, name in enumerate(labels)}
        pairs = {f"{one}:{other}": layer[one] * len(labels) + label[other] for one in layers for other in labels}
        pairs |= {name: len(layers) * len(labels) + place for name, place in layer.items()}
        contexts = [[need for need in row[3].split("|") if need] for row in rows]
        return cls(
            pd.array(layers, dtype="str"),
            pd.array(labels, dtype="str"),
            np.array([layer[row[1]] for row in rows], np.int64),
            np.array([label[row[2]] for row in rows], np.int64),
            np.array([pairs[f"{row[1]}:{row[2]}"] for row in rows], np.int64),
            np.array([row[2] == NONE for row in rows], bool),
            np.array([row[1] in NAMES for row in rows], bool),
            np.array([not needs for needs in contexts], bool),
            Lists([pairs[need] for need in needs if need in pairs] for needs in contexts),
            np.array([ARTICLE in needs for needs in contexts], bool),
            np.array([STATES in needs for needs in contexts], bool),
            pd.factorize(np.array([_state(row) for row in rows], object))[0].astype(np.int64),
        )


def _state(row: tuple[str, ...]) -> str | None:
    """The state that a rule's name stands for: itself, the state of which it is the seat, or for which somebody acts."""
    kind, *facts = (part.strip() for part in row[5].split(";"))
    if row[1] not in NAMES or row[2] == NONE:
        return None
    of = [fact.partition(start)[2] for fact in facts for start in ("seat of ", "acts for ") if fact.startswith(start)]
    return of[0] if of else row[2] if kind == "state" else None


class Units(Protocol):
    """The units in which the hits are: their article, whether they are counted, and whether they open it."""

    articles: Numbers
    counted: Numbers
    opening: Numbers


def counted(hits: Hits, rules: Ruled, units: Units) -> Hits:
    """The hits that count."""
    hits = _outermost(_meaningful(hits, rules), rules, rules.alone)
    hits = _outermost(_in_context(hits, rules, units), rules, np.ones_like(rules.alone))
    return _longest(hits, rules)


def alone(hits: Hits, rules: Ruled) -> Hits:
    """The names that count without context, those inside longer ones (`turc` in `président turc`) too."""
    hits = _meaningful(hits.take(rules.name[hits.rules]), rules)
    return hits.take(rules.alone[hits.rules])


def _meaningful(hits: Hits, rules: Ruled) -> Hits:
    """The hits without those inside words that only look like something of their layer."""
    none = rules.none[hits.rules]
    layer = rules.layer[hits.rules]
    hits = hits.take(np.lexsort((~none, -hits.ends, hits.starts, layer)))
    none, layer = rules.none[hits.rules], rules.layer[hits.rules]
    return hits.take(~none & (hits.ends > _reach(layer, np.where(none, hits.ends, -1))))


def _outermost(hits: Hits, rules: Ruled, hiding: Numbers) -> Hits:
    """The hits without the names inside a longer name of their layer, whatever its label, by a rule that may hide."""
    layer = rules.layer[hits.rules]
    order = np.lexsort((-hits.ends, hits.starts, layer))
    hits, layer = hits.take(order), layer[order]
    if not len(order):
        return hits
    reach = np.append(-1, _reach(layer, np.where(hiding[hits.rules], hits.ends, -1))[:-1])
    fresh = np.append(True, layer[1:] != layer[:-1])
    reach[fresh] = -1
    changed = fresh | np.append(True, (np.diff(hits.starts) != 0) | (np.diff(hits.ends) != 0))
    before = reach[np.maximum.accumulate(np.where(changed, np.arange(len(order)), 0))]
    return hits.take(~rules.name[hits.rules] | (hits.ends > before))


def _longest(hits: Hits, rules: Ruled) -> Hits:
    """The hits without those inside a longer one of the same layer and label; of equals rules that count alone stay."""
    pair = rules.pair[hits.rules]
    order = np.lexsort((hits.rules, ~rules.alone[hits.rules], -hits.ends, hits.starts, pair))
    hits, pair = hits.take(order), pair[order]
    if not len(order):
        return hits
    reach = np.append(-1, _reach(pair, hits.ends)[:-1])
    reach[np.append(True, pair[1:] != pair[:-1])] = -1
    return hits.take(hits.ends > reach)


def _reach(groups: Numbers, ends: Numbers) -> Numbers:
    """How far the ends reach up to each place within its group; the groups stand one after the other."""
    if not len(ends):
        return ends
    width = int(ends.max()) + 2
    return np.maximum.accumulate(groups * width + ends + 1) - groups * width - 1


def _in_context(hits: Hits, rules: Ruled, units: Units) -> Hits:
    """The hits of rules without context, and of those whose context holds."""
    alone = rules.alone[hits.rules]
    width = (
        int(
            max(
                rules.needs.items.max(initial=0), rules.pair.max(initial=0), len(rules.layers) * (len(rules.labels) + 1)
            )
        )
        + 1
    )
    own = hits.take(alone)
    pairs = own.units * width + rules.pair[own.rules]
    layers = own.units * width + len(rules.layers) * len(rules.labels) + rules.layer[own.rules]
    beside = np.unique(np.append(pairs, layers))
    asking = np.flatnonzero(~alone)
    owners, needs = rules.needs.of(hits.rules[asking])
    met = _among(hits.units[asking][owners] * width + needs, beside)
    holds = alone.copy()
    holds[asking[owners[met]]] = True
    carried = _carried(beside // width, beside % width, width, units)
    about = units.articles[hits.units[asking]] * width + rules.pair[hits.rules[asking]]
    holds[asking] |= rules.article[hits.rules[asking]] & _among(about, carried)
    holds[asking] |= rules.states[hits.rules[asking]] & _among(hits.units[asking], _of_two_states(own, rules))
    return hits.take(holds)


def _of_two_states(hits: Hits, rules: Ruled) -> Numbers:
    """The units in which at least two states are named, by their names, people, capitals or statesmen."""
    named = rules.state[hits.rules] >= 0
    width = len(rules.state) + 1
    pairs = np.unique(hits.units[named] * width + rules.state[hits.rules[named]])
    units, numbers = np.unique(pairs // width, return_counts=True)
    return units[numbers >= 2]


def _carried(units: Numbers, pairs: Numbers, width: int, every: Units) -> Numbers:
    """Article and pair, as one number, of what articles are about by rules that count alone."""
    about = every.articles[units] * width + pairs
    found, numbers = np.unique(about[every.counted[units]], return_counts=True)
    sizes = np.bincount(every.articles[every.counted], minlength=int(every.articles.max(initial=0)) + 1)
    often = numbers >= np.maximum(LEAST_UNITS, LEAST_SHARE * sizes[found // width])
    return np.unique(np.append(found[often], about[every.opening[units]]))


def _among(numbers: Numbers, known: Numbers) -> Numbers:
    """Whether each number is one of the known ones, which are sorted."""
    if not len(known):
        return np.zeros(len(numbers), bool)
    return known[np.minimum(np.searchsorted(known, numbers), len(known) - 1)] == numbers
