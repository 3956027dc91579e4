"""Facts against human codings: `python tests/bench/facts.py [seeds]`.

Without an argument: the invented corpora, each event with the weights that all other events give, by threshold; then
with the packaged weights, and the weights that all events give. `seeds` scores the sample corpus.
"""

import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import fact_scores  # noqa: E402

from analysis import company, facts, likeness, telling  # noqa: E402
from analysis.reading import Reading, read  # noqa: E402

CORPORA = ROOT / "tests" / "corpora"
CODED = {"dev4": "coding.tsv", "dev5": "coding.tsv", "lancement": "told.tsv", "summit": "told.tsv"}
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5)


class Event(NamedTuple):
    """An event's units with all that two of them share, and the coded pairs: which, and whether they share a fact."""

    corpus: str
    reading: Reading
    units: list[telling.Told]
    shares: dict[str, np.ndarray]
    pairs: np.ndarray
    same: np.ndarray


def main() -> None:
    """Print the scores."""
    if sys.argv[1:] == ["seeds"]:
        claims, _ = facts.find(read(ROOT / "seeds"))
        _show("seeds", [fact_scores.units(ROOT / "seeds" / "coding" / "units.tsv", claims)])
        return
    events = [event for name in CODED if (CORPORA / name / CODED[name]).is_file() for event in _events(name)]
    left_out(events)
    packaged = [
        np.array(own) for own in ([likeness.CONSTANT, *likeness.WEIGHTS.values()], list(likeness.COMPANY.values()))
    ]
    _compare("packaged weights", events, [_alike(event, *packaged) for event in events], (facts.THRESHOLD,))
    first, second = _fitted(events)
    print("fitted on all:", dict(zip(["constant", *likeness.WEIGHTS], first.round(1).tolist(), strict=True)))
    print("company:", dict(zip(likeness.COMPANY, second.round(1).tolist(), strict=True)))


def left_out(events: list[Event]) -> None:
    """Each event with the weights that the others give."""
    alike = []
    for place, event in enumerate(events):
        alike.append(_alike(event, *_fitted(events[:place] + events[place + 1 :])))
    _compare("left out", events, alike, THRESHOLDS)


def _events(name: str) -> list[Event]:
    reading = read(CORPORA / name)
    compared = facts._compared(reading)
    found = []
    for units in compared.units:
        shared = likeness.shares(units, likeness.layers(units), slice(0, len(units)))
        pairs, same = _coded(CORPORA / name / CODED[name], units)
        found.append(Event(name, reading, units, {key: shared[key] for key in likeness.WEIGHTS}, pairs, same))
    return found


def _coded(path: Path, units: list[telling.Told]) -> tuple[np.ndarray, np.ndarray]:
    """All pairs of coded units, and whether their codings share a fact."""
    whole = pd.DataFrame(
        [(unit.document, unit.start, unit.end, str(place)) for place, unit in enumerate(units)],
        columns=["document", "start", "end", "fact"],
    )
    told: dict[int, frozenset[str]] = {}
    for unit in fact_scores.units(path, whole):
        for place in unit.found:
            told[int(place)] = told.get(int(place), frozenset()) | unit.coded
    pairs = [(a, b) for a in sorted(told) for b in sorted(told) if b < a]
    return np.array(pairs), np.array([float(bool(told[a] & told[b])) for a, b in pairs])


def _fitted(events: list[Event]) -> tuple[np.ndarray, np.ndarray]:
    """Constant and weights of both sums, from these events."""
    same = np.concatenate([event.same for event in events])
    first = fitted(np.vstack([_at(event.shares.values(), event) for event in events]), same)
    return first, fitted(np.vstack([_at(_second(event, first), event) for event in events]), same)


def _at(matrices, event: Event) -> np.ndarray:
    return np.column_stack([matrix[event.pairs[:, 0], event.pairs[:, 1]] for matrix in matrices])


def _second(event: Event, first: np.ndarray) -> list[np.ndarray]:
    """What the second sum is made of."""
    score = first[0] + sum(weight * shared for weight, shared in zip(first[1:], event.shares.values(), strict=True))
    alike = likeness.probability(score)
    np.fill_diagonal(alike, 0)
    return [likeness.odds(alike), *company.company(alike.astype(np.float32), event.units).values()]


def _alike(event: Event, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    score = second[0] + sum(weight * matrix for weight, matrix in zip(second[1:], _second(event, first), strict=True))
    alike = likeness.probability(score).astype(np.float32)
    np.fill_diagonal(alike, 0)
    return alike


def fitted(features: np.ndarray, same: np.ndarray) -> np.ndarray:
    """Constant and weights of a logistic regression by Newton's method, with a ridge of 1 on standardised features."""
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    x = np.column_stack([np.ones(len(features)), (features - mean) / spread])
    weights, ridge = np.zeros(x.shape[1]), np.eye(x.shape[1])
    ridge[0, 0] = 1e-9
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        weights -= np.linalg.solve((x.T * (p * (1 - p))) @ x + ridge, x.T @ (p - same) + ridge @ weights)
    raw = weights[1:] / spread
    return np.concatenate([[weights[0] - raw @ mean], raw])


def _compare(what: str, events: list[Event], alike: list[np.ndarray], thresholds: tuple[float, ...]) -> None:
    """The scores of each corpus by threshold."""
    for name in dict.fromkeys(event.corpus for event in events):
        for threshold in thresholds:
            own = [(event, likely) for event, likely in zip(events, alike, strict=True) if event.corpus == name]
            _show(f"{name}, {what}, {threshold}", [_scored(event, likely, threshold) for event, likely in own])


def _scored(event: Event, alike: np.ndarray, threshold: float) -> list[fact_scores.Unit]:
    """The coded units of an event with the facts found."""
    own = {unit.document for unit in event.units}
    compared = facts.Compared(dict.fromkeys(sorted(own), 0), [event.units], [alike])
    reading = event.reading
    claims, _ = facts._found(reading, compared, facts.pins.read(None, reading.units), threshold)
    coded = fact_scores.units(CORPORA / event.corpus / CODED[event.corpus], claims)
    return [unit for unit in coded if unit.document in own]


def _show(what: str, groups: list[list[fact_scores.Unit]]) -> None:
    measures = {
        "pairwise": fact_scores.pairwise(groups),
        "B-cubed": fact_scores.bcubed(groups),
        "shared facts": fact_scores.shared(groups, 0),
        "Jaccard .5": fact_scores.shared(groups),
    }
    text = "; ".join(
        f"{name} P {m['precision']:.3f} R {m['recall']:.3f} F1 {m['f1']:.3f}" for name, m in measures.items()
    )
    print(f"{what}: {text}", flush=True)


if __name__ == "__main__":
    main()
