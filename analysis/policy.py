"""Which policy frames an article takes: the fifteen generic frames of Boydstun et al. (2014), coded by article.

A sentence with a word of a frame is no frame yet: an article on a strike names the law once. An article takes a frame
where the share of its sentences that hold it is at least the frame's threshold. Thresholds were fitted on invented
articles coded by hand (`tests/bench/policy.py`) and stand in `lexicons/policy_thresholds.csv`. The fifteenth frame,
`other`, has no words and is never found.
"""

from functools import lru_cache

import pandas as pd

from analysis import measures
from analysis.lexicons import PACKAGED, labels

LAYER = "policy"


def thresholds() -> dict[str, float]:
    """For each frame from which share of an article's counted units on the article takes it."""
    return dict(_thresholds())


@lru_cache(maxsize=1)
def _thresholds() -> tuple[tuple[str, float], ...]:
    table = pd.read_csv(PACKAGED / "policy_thresholds.csv", dtype={"label": "str"})
    return tuple(table[["label", "share"]].itertuples(index=False, name=None))


def frames(evidence: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame, rules: pd.DataFrame) -> pd.DataFrame:
    """One row per frame and article: as `measures.prevalence`, with `threshold`, and `held`: the article takes it.

    Quotations count: the frame of an article is also what it lets others say. A frame of the analyst's own lexicon
    has the middle one of the thresholds.
    """
    named = labels(rules, LAYER)
    table = measures.prevalence(evidence, units, documents, LAYER, named)
    known = thresholds()
    middle = pd.Series(known).median()
    threshold = table["label"].map(lambda label: known.get(label, middle)).astype("float64")
    held = (table["units"] > 0) & (table["units"] >= threshold * table["of"])
    return table.assign(threshold=threshold, held=held.astype(bool))


def articles(frames: pd.DataFrame) -> pd.DataFrame:
    """One row per frame: how many articles take it, of how many, and which (`sources`, joined with `|`)."""
    counted = frames[frames["of"] > 0]
    rows = [
        {"layer": LAYER, "label": label, "articles": int(part["held"].sum()), "of": len(part)}
        | {"sources": "|".join(part.loc[part["held"], "source"])}
        for label, part in counted.groupby("label", sort=False)
    ]
    table = pd.DataFrame(rows, columns=["layer", "label", "articles", "of", "sources"])
    return table.sort_values(["articles", "label"], ascending=[False, True], kind="stable", ignore_index=True)
