"""Facts against human codings: `python tests/bench/facts.py [seeds]`.

Without an argument: on the invented corpus `dev4`, with the weights fitted on ten events and tried on the eleventh, by
threshold; then the packaged weights beside those fitted on all events. `seeds` scores the sample corpus.
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import fact_scores  # noqa: E402

from analysis import facts, likeness  # noqa: E402
from analysis.reading import read  # noqa: E402

DEV4 = ROOT / "tests" / "corpora" / "dev4"
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4)


def main() -> None:
    """Print the scores."""
    if sys.argv[1:] == ["seeds"]:
        claims, _ = facts.find(read(ROOT / "seeds"))
        _show("seeds", [fact_scores.units(ROOT / "seeds" / "coding" / "units.tsv", claims)])
        return
    claims, _ = facts.find(read(DEV4))
    _show("dev4, one corpus, packaged weights", by_event(claims))
    for name in ("lancement", "summit"):
        claims, _ = facts.find(read(DEV4.parent / name))
        _show(f"{name}, packaged weights", [fact_scores.units(DEV4.parent / name / "told.tsv", claims)])
    left_out()


def left_out() -> None:
    """Each event with the weights that the ten others give."""
    reading = read(DEV4)
    compared = facts._compared(reading)
    samples = [_sample(units, fact_scores.units(DEV4 / "coding.tsv", _whole(units))) for units in compared.units]
    found = {threshold: [] for threshold in THRESHOLDS}
    for event, units in enumerate(compared.units):
        others = [sample for place, sample in enumerate(samples) if place != event]
        _use(fitted(np.vstack([x for x, _ in others]), np.concatenate([y for _, y in others])))
        alone = facts.Compared(compared.stories, [units], [likeness.probabilities(units)])
        for threshold in THRESHOLDS:
            claims, _ = facts._found(reading, alone, facts.pins.read(None, reading.units), threshold)
            own = {unit.document for unit in units}
            found[threshold].append([u for u in fact_scores.units(DEV4 / "coding.tsv", claims) if u.document in own])
    for threshold, groups in found.items():
        _show(f"left out, threshold {threshold}", groups)
        if threshold == facts.THRESHOLD:
            for event, group in enumerate(groups, start=1):
                _show(f"  event {event}", [group])
    weights = fitted(np.vstack([x for x, _ in samples]), np.concatenate([y for _, y in samples]))
    print("fitted on all events:", dict(zip(["constant", *likeness.WEIGHTS], weights.round(1).tolist(), strict=True)))


def by_event(claims: pd.DataFrame) -> list[list[fact_scores.Unit]]:
    """The coded units of dev4, four articles an event."""
    events: dict[int, list[fact_scores.Unit]] = {}
    for unit in fact_scores.units(DEV4 / "coding.tsv", claims):
        events.setdefault((int(unit.document[:2]) - 1) // 4, []).append(unit)
    return list(events.values())


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


def _whole(units: list[likeness.Told]) -> pd.DataFrame:
    """The units as claims of a fact each, so that they find their coding."""
    rows = [(unit.document, unit.start, unit.end, str(place)) for place, unit in enumerate(units)]
    return pd.DataFrame(rows, columns=["document", "start", "end", "fact"])


def _sample(units: list[likeness.Told], coded: list[fact_scores.Unit]) -> tuple[np.ndarray, np.ndarray]:
    """What pairs of units of different articles share, and whether their coding shares a fact."""
    told: dict[int, frozenset[str]] = {}
    for unit in coded:
        for place in unit.found:
            told[int(place)] = told.get(int(place), frozenset()) | unit.coded
    shared = likeness.shares(units, likeness.layers(units), slice(0, len(units)))
    pairs = [(a, b) for a in told for b in told if b < a and units[a].document != units[b].document]
    x = np.array([[layer[pair] for layer in shared.values()] for pair in pairs])
    return x, np.array([float(bool(told[a] & told[b])) for a, b in pairs])


def _use(weights: np.ndarray) -> None:
    likeness.CONSTANT = float(weights[0])
    likeness.WEIGHTS = dict(zip(likeness.WEIGHTS, weights[1:].tolist(), strict=True))


def _show(what: str, groups: list[list[fact_scores.Unit]]) -> None:
    measures = {
        "pairwise": fact_scores.pairwise(groups),
        "B-cubed": fact_scores.bcubed(groups),
        "shared facts": fact_scores.shared(groups, 0),
        "shared facts, Jaccard .5": fact_scores.shared(groups),
    }
    text = "; ".join(
        f"{name} P {m['precision']:.3f} R {m['recall']:.3f} F1 {m['f1']:.3f}" for name, m in measures.items()
    )
    print(f"{what}: {text}", flush=True)


if __name__ == "__main__":
    main()
