"""Units, label by label: where machine and reference agree, how well, and where they do not."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import statistics
from analysis.validation.coding import LEFT, Coding, read

CODED = ("document", "unit", "start", "end", "text", "layer", "label", "human", "machine")


JUDGED = {"topic": "topics", "frame": "frames", "hedge": "hedged"}
"""The layers that are judged label by label, and the column in which the human coding holds them."""


def coded(
    coding: Coding,
    evidence: pd.DataFrame,
    layers: tuple[str, ...] = ("topic", "frame", "hedge"),
) -> pd.DataFrame:
    """One row per human unit, layer and label: whether the `human` and the `machine` say that it holds the label.

    A match belongs to the human unit that holds its first character, so that a sentence cut otherwise is no error of
    coding. Link lines and credits, which the codebook leaves uncoded, are left out, and so is a layer that was not
    coded at all.
    """
    judged = coding.units[~coding.units["role"].isin(LEFT)].reset_index(drop=True)
    machine = _machine(judged, evidence)
    rows = []
    for layer in [layer for layer in layers if JUDGED[layer] in coding.coded]:
        for label in _labels(layer, judged, evidence):
            human = judged["hedged"].eq("1") if layer == "hedge" else _holds(judged[JUDGED[layer]], label)
            found = machine[layer] if layer == "hedge" else machine[layer, label]
            frame = judged[["document", "unit", "start", "end", "text"]].assign(layer=layer, label=label)
            rows.append(frame.assign(human=human, machine=judged.index.isin(found)))
    return pd.concat(rows, ignore_index=True)[list(CODED)] if rows else pd.DataFrame(columns=list(CODED))


def checked(folder: str | Path, documents: pd.DataFrame, evidence: pd.DataFrame, *, seed: int = 1) -> pd.DataFrame:
    """The scores of the coding in `folder`, or the empty table of scores where `folder` is empty: not checked."""
    if not str(folder):
        return scores(pd.DataFrame(columns=list(CODED)))
    return scores(coded(read(folder, documents), evidence), seed=seed)


def scores(codings: pd.DataFrame, *, seed: int = 1, repeats: int = 1000) -> pd.DataFrame:
    """One row per layer and label: `both`, `machine`, `human` and `of` units, precision, recall, F1, alpha.

    `low` and `high` bound F1: percentile bootstrap over articles, over units where a label stands in one article only,
    95 %; `alpha_low` and `alpha_high` Krippendorff's alpha (2019, nominal), over units. `always` is the F1 of saying
    the label of every unit. What is undefined is NaN, and `why` says so.
    """
    rows = []
    for (layer, label), part in codings.groupby(["layer", "label"], sort=False):
        indexed = part.reset_index(drop=True)
        score = statistics.precision_recall(indexed["machine"], indexed["human"])
        held = indexed[indexed["human"] | indexed["machine"]]
        articles = indexed["document"] if held["document"].nunique() > 1 else None
        f1 = statistics.f1_interval(
            indexed["machine"], indexed["human"], seed=seed, documents=articles, repeats=repeats
        )
        agreement = statistics.alpha_interval(
            indexed[["human", "machine"]].astype(int).T.to_numpy(), seed=seed, repeats=repeats
        )
        rows.append(
            {
                "layer": layer,
                "label": label,
                "both": score.hits,
                "machine": score.found,
                "human": score.reference,
                "of": score.of,
                "always": 2 * score.reference / (score.reference + score.of) if score.reference else None,
                "precision": score.precision,
                "recall": score.recall,
                "f1": score.f1,
                "low": f1.low,
                "high": f1.high,
                "alpha": agreement.alpha,
                "alpha_low": agreement.low,
                "alpha_high": agreement.high,
                "why": agreement.reason,
            }
        )
    numbers = ["always", "precision", "recall", "f1", "low", "high", "alpha", "alpha_low", "alpha_high"]
    names = ["layer", "label", "both", "machine", "human", "of", *numbers, "why"]
    return pd.DataFrame(rows, columns=names).astype(dict.fromkeys(numbers, "float64"))


def differences(codings: pd.DataFrame) -> pd.DataFrame:
    """The rows in which human and machine differ, with `error`: missed (the human's alone) or extra (the machine's)."""
    apart = codings[codings["human"] != codings["machine"]].reset_index(drop=True)
    return apart.assign(error=apart["human"].map({True: "missed", False: "extra"}).astype("str"))


def _machine(judged: pd.DataFrame, evidence: pd.DataFrame) -> dict[Any, set[int]]:
    """Which human units (by row) hold evidence of each layer, and of each layer and label."""
    found: dict[Any, set[int]] = defaultdict(set)
    for document, part in evidence.groupby("document"):
        own = judged[judged["document"] == document]
        starts, ends, places = own["start"].to_numpy(), own["end"].to_numpy(), own.index.to_numpy()
        for start, layer, label in part[["start", "layer", "label"]].itertuples(index=False, name=None):
            inside = places[(starts <= start) & (start < ends)]
            for place in inside:
                found[layer].add(int(place))
                found[layer, label].add(int(place))
    return found


def _labels(layer: str, judged: pd.DataFrame, evidence: pd.DataFrame) -> list[str]:
    if layer == "hedge":
        return ["hedged"]
    human = {_word(label) for cell in judged[JUDGED[layer]] for label in cell.split("|") if label}
    return sorted(human | set(evidence.loc[evidence["layer"] == layer, "label"]))


def _holds(cells: pd.Series, label: str) -> pd.Series:
    return cells.map(lambda cell: label in [_word(part) for part in cell.split("|")]).astype(bool)


def _word(label: str) -> str:
    return label.replace("_", " ")
