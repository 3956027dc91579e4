"""What the machine's codes are worth: which agree with human coding, and shares put right by their known errors."""

from pathlib import Path
from typing import Any

import pandas as pd

from analysis import statistics
from analysis.lexicons import PACKAGED

LEAST_ALPHA = 0.60
"""Codes whose alpha has a lower bound under this are shown with a warning and are no ground for a finding."""
LEAST_HUMAN = 10
"""So many cases of a label must human coding have."""
MEASURED = ("layer", "label", "both", "machine", "human", "of", "alpha", "alpha_low", "alpha_high")
"""The columns of `validation.scores` that tell what a code is worth."""


def known(scores: pd.DataFrame) -> pd.DataFrame:
    """One row is one label: how the machine fared, as `validation.scores` has it, and `basis`: on what.

    For layers that were not checked on these articles the packaged table speaks, which was measured on invented
    articles that no rule was written for: `lexicons/reliability.csv`, made by `tests/bench/frames.py`.
    """
    own = scores[list(MEASURED)].assign(basis="these articles")
    others = packaged().assign(basis="invented articles")
    return pd.concat(
        [own, others[~others["layer"].isin(set(own["layer"]))]] if len(own) else [others], ignore_index=True
    )


def packaged() -> pd.DataFrame:
    """What was measured on the corpora kept apart: one row is a label, with the columns of `MEASURED`."""
    return pd.read_csv(Path(PACKAGED) / "reliability.csv", dtype={"layer": "str", "label": "str"})


def usable(worth: pd.DataFrame) -> pd.DataFrame:
    """The table of `known` with `used`: alpha's lower bound is at least `LEAST_ALPHA`; unknown is not.

    Nor is a label of which human coding has fewer than `LEAST_HUMAN` cases: resamples can't hold the errors that so
    few did not show.
    """
    sure = (worth["alpha_low"] >= LEAST_ALPHA) & (worth["human"] >= LEAST_HUMAN)
    return worth.assign(used=sure.astype(bool))


def marked(table: pd.DataFrame, worth: pd.DataFrame) -> pd.DataFrame:
    """The table with a column `used`: whether the code of the row's layer and label may carry a finding."""
    sure = set(worth.loc[worth["used"], ["layer", "label"]].itertuples(index=False, name=None))
    pairs = table[["layer", "label"]].itertuples(index=False, name=None)
    return table.assign(used=pd.Series([pair in sure for pair in pairs], table.index, "bool"))


def corrected(measure: pd.DataFrame, worth: pd.DataFrame) -> pd.DataFrame:
    """The measure with each label's `alpha_low`, `used`, and the share put right: `true`, `true_low`, `true_high`.

    Rogan & Gladen (1978), with the interval of Lang & Reiczigel (2014); see `statistics.rogan_gladen`. NaN where it is
    undefined, and `why` says why: the label was not checked, on too few units, or the machine is no better than chance.
    """
    by_label = {(row["layer"], row["label"]): row for row in worth.to_dict("records")}
    rows = [_corrected(row, by_label.get((row["layer"], row["label"]))) for row in measure.to_dict("records")]
    numbers = ["true", "true_low", "true_high", "alpha", "alpha_low"]
    added = pd.DataFrame(rows, columns=[*numbers, "used", "why"], index=measure.index)
    return pd.concat(
        [measure, added.astype(dict.fromkeys(numbers, "float64") | {"used": "bool", "why": "str"})], axis=1
    )


def _corrected(row: dict[Any, Any], worth: dict[Any, Any] | None) -> dict[str, Any]:
    if worth is None:
        return dict.fromkeys(("true", "true_low", "true_high", "alpha", "alpha_low")) | {
            "used": False,
            "why": "not checked",
        }
    both, machine, human, of = (int(worth[name]) for name in ("both", "machine", "human", "of"))
    share = statistics.rogan_gladen(
        int(row["units"]), int(row["of"]), both, human, of - human - machine + both, of - human
    )
    return {
        "true": share.share,
        "true_low": share.low,
        "true_high": share.high,
        "alpha": worth["alpha"],
        "alpha_low": worth["alpha_low"],
        "used": worth["used"],
        "why": share.reason,
    }
