"""Verdicts → precision, recall and F1 with their interval, and on what the agreement of names rests."""

import numpy as np
import pandas as pd

from analysis.statistics.resampling import draws, percentiles
from analysis.validation.names import LENIENT

NUMBERS = ("precision", "recall", "f1", "low", "high")
_SUMS = ["hit", "found", "hit_human", "wanted"]


def measured(verdicts: pd.DataFrame, *, seed: int = 1, repeats: int = 1000) -> pd.DataFrame:
    """One row per layer, label and measure (`by`): how many `both`, `machine` and `human` hold, precision, recall, F1.

    By intersection over union a pair counts for the share of its characters that both hold. `low` and `high` bound F1:
    percentile bootstrap over articles, over units where a label stands in one article only, 95 %. What is undefined
    is NaN.
    """
    articles = sorted(set(verdicts["document"]))
    rows = []
    for (layer, label, by), part in verdicts.groupby(["layer", "label", "by"], sort=False):
        sums = _sums(part, articles)
        precision, recall, f1 = _scores(sums.sum(axis=0))
        low, high, _ = percentiles(
            (_scores(sums[draw].sum(axis=0))[2] for draw in draws(len(sums), repeats, seed)), 0.95
        )
        counts = {"both": int((part["hit"] > 0).sum()), "machine": part["found"].sum(), "human": part["wanted"].sum()}
        numbers = dict(zip(NUMBERS, (precision, recall, f1, low, high), strict=True))
        rows.append({"layer": layer, "label": label, "by": by, **counts, **numbers})
    columns = ["layer", "label", "by", "both", "machine", "human", *NUMBERS]
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(NUMBERS, "float64"))


def _sums(part: pd.DataFrame, articles: list[str]) -> np.ndarray:
    """One row per article of hits, found, hits of the coding, wanted; one per unit if they stand in one article."""
    if part["document"].nunique() > 1:
        return part.groupby("document")[_SUMS].sum().reindex(articles, fill_value=0).to_numpy(float)
    return part.groupby("unit")[_SUMS].sum().to_numpy(float)


def _scores(sums: np.ndarray) -> tuple[float | None, float | None, float | None]:
    """Precision, recall and F1; F1 is 0 where only one of both holds anything, and None where neither does."""
    hit, found, hit_human, wanted = sums.tolist()
    precision = hit / found if found else None
    recall = hit_human / wanted if wanted else None
    if not found + wanted:
        return None, None, None
    total = (precision or 0) + (recall or 0)
    return precision, recall, 2 * (precision or 0) * (recall or 0) / total if total else 0.0


def rests(verdicts: pd.DataFrame) -> pd.DataFrame:
    """One row per label and `how` names agree: `times`, `of` all names that agree, and whether that is `lenient`."""
    agreed = verdicts[verdicts["how"] != ""]
    counts = agreed.groupby(["layer", "label", "how"], sort=False).size().reset_index(name="times")
    of = counts.groupby(["layer", "label"])["times"].transform("sum")
    return counts.assign(of=of, lenient=counts["how"].isin(LENIENT))


def lenient(verdicts: pd.DataFrame) -> pd.DataFrame:
    """One row per two names that agree by a lenient rule alone, and how many `times`: for a reader to judge."""
    rows = verdicts[verdicts["how"].isin(LENIENT) & (verdicts["label"] != "name and type")]
    return rows.groupby(["layer", "label", "how", "machine", "human"], sort=True).size().reset_index(name="times")
