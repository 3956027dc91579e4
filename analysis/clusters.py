"""Probabilities that two units tell the same fact → facts: which units tell each of them."""

from collections import Counter

import numpy as np

MOST = 3
"""How many facts a unit tells at the most."""
_PRECISE = 6


def groups(alike: np.ndarray, threshold: float) -> list[list[int]]:
    """The units in groups whose mean probability is at least `threshold`: average linkage (Sokal & Michener 1958)."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    if len(alike) < 2:
        return [[place] for place in range(len(alike))]
    apart = squareform(alike, checks=False).astype(np.float64)
    np.subtract(1, apart, out=apart)
    np.round(apart, _PRECISE, out=apart)
    labels = fcluster(linkage(apart, "average"), 1 - threshold, "distance").tolist()
    found: dict[int, list[int]] = {}
    for place, label in enumerate(labels):
        found.setdefault(label, []).append(place)
    return list(found.values())


def joined(
    alike: np.ndarray, threshold: float, pinned: dict[str, list[int]], decided: set[int]
) -> dict[str | int, list[int]]:
    """The facts that somebody pinned, by name, and the groups of all units that are not `decided`, by number.

    A group that is like a pinned fact is part of it, and of the likest if it is like several.
    """
    free = [place for place in range(len(alike)) if place not in decided]
    found: dict[str | int, list[int]] = {name: list(places) for name, places in sorted(pinned.items())}
    for number, group in enumerate(groups(alike[np.ix_(free, free)] if decided else alike, threshold)):
        places = [free[place] for place in group]
        likest = max(
            ((float(alike[np.ix_(places, own)].mean()), name) for name, own in sorted(pinned.items()) if own),
            default=(0.0, ""),
        )
        if likest[0] >= threshold:
            found[likest[1]] += places
        else:
            found[number] = places
    return found


def widened(
    facts: dict[str | int, list[int]], alike: np.ndarray, threshold: float, documents: list[str], decided: set[int]
) -> dict[str | int, list[int]]:
    """The facts, and every unit also in those whose units of other articles it is like: it may tell several.

    A unit joins the likest first, up to `MOST` facts; a unit that is `decided` joins none. A fact whose units all tell
    another one as well is left out.
    """
    names = list(facts)
    means = _means(facts, alike, documents)
    own = Counter(place for places in facts.values() for place in places)
    found = {name: list(places) for name, places in facts.items()}
    for place in sorted(set(range(len(alike))) - decided):
        order = np.argsort(-means[place].round(_PRECISE), kind="stable")
        like = [at for at in order.tolist() if means[place, at] >= threshold and place not in facts[names[at]]]
        for at in like[: MOST - own[place]]:
            found[names[at]].append(place)
    return _distinct({name: sorted(places) for name, places in found.items()})


def _distinct(facts: dict[str | int, list[int]]) -> dict[str | int, list[int]]:
    """The facts without those whose units all tell another one too; what somebody named stays."""
    kept: dict[str | int, list[int]] = {}
    telling: dict[int, set[str | int]] = {}
    for name, places in sorted(facts.items(), key=lambda fact: (isinstance(fact[0], int), -len(fact[1]), fact[1])):
        others = set.intersection(*(telling.get(place, set()) for place in places)) if places else set()
        if isinstance(name, str) or not others:
            kept[name] = places
            for place in places:
                telling.setdefault(place, set()).add(name)
    return kept


def _means(facts: dict[str | int, list[int]], alike: np.ndarray, documents: list[str]) -> np.ndarray:
    """One row a unit, one column a fact: the mean probability with the fact's units of other articles."""
    order = {document: place for place, document in enumerate(dict.fromkeys(documents))}
    owner = np.array([order[document] for document in documents], dtype=int)
    found = np.zeros((len(alike), len(facts)), dtype=np.float32)
    for column, places in enumerate(facts.values()):
        other = owner[:, None] != owner[places][None, :]
        found[:, column] = (alike[:, places] * other).sum(axis=1) / np.maximum(other.sum(axis=1), 1)
    return found


def central(alike: np.ndarray, places: list[int]) -> dict[int, float]:
    """For each unit of a fact how like it is to the others on average: the likest has its most central wording."""
    block = alike[np.ix_(places, places)]
    return dict(zip(places, (block.sum(axis=1) / max(1, len(places) - 1)).round(_PRECISE).tolist(), strict=True))
