"""Does a comparison hold when an article, a rule, some sentences or the threshold change?

A comparison says that one article holds a label in a larger, or smaller, share of its sentences than the others do
together. Its direction is tried again without each other article, without each rule, on resamples of sentences and of
articles, and with stricter counting. What turns around is reported as such.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis import measures, tables
from analysis.counting import TOGETHER
from analysis.statistics.resampling import draws

REPEATS = 400
"""So many resamples."""
SURE = 0.95
"""In so many resamples of sentences the direction must hold; for articles it is `SURE_OF_ARTICLES`."""
SURE_OF_ARTICLES = 0.90
FEWEST_ARTICLES = 3
"""Fewer other articles are not resampled: there would be next to nothing to draw from."""
FEWEST_UNITS = 5
"""Stricter counting that leaves fewer units with the label decides nothing."""
CHECKS = ("articles left out", "rules left out", "sentences resampled", "articles resampled", "stricter counting")
COMPARED = ("layer", "label", "document", "source", "units", "of", "others", "of_others", "difference", "adjusted")


class _Coded(NamedTuple):
    """The counted units of a corpus under one label."""

    articles: np.ndarray
    """The article of each unit."""
    opening: np.ndarray
    """For each unit whether it is title or lead."""
    holds: np.ndarray
    """For each unit whether it holds the label."""
    alone: np.ndarray
    """Whether a sign that counts alone stands in it."""
    twice: np.ndarray
    """Whether two signs stand in it."""
    without: np.ndarray
    """Units × rules: whether the unit would hold the label without the rule."""
    rules: list[str]


def comparisons(measure: pd.DataFrame) -> pd.DataFrame:
    """One row compares the share of a label in an article with that in all others together.

    Columns: `COMPARED`; `difference` of the shares, `adjusted` the p of Lafon's specificity after Benjamini and
    Hochberg over all rows. Labels that nobody or every unit holds, and corpora of one article, give no row.
    """
    table = measures.compared(measure)
    totals = measure.groupby(["layer", "label"])[["units", "of"]].sum()
    keys = pd.MultiIndex.from_frame(table[["layer", "label"]])
    whole = totals.reindex(keys).set_axis(table.index)
    others, of_others = whole["units"] - table["units"], whole["of"] - table["of"]
    table = table.assign(
        others=others, of_others=of_others, difference=table["units"] / table["of"] - others / of_others
    )
    typed = {"others": "int64", "of_others": "int64", "difference": "float64", "adjusted": "float64"}
    return table[table["difference"] != 0][list(COMPARED)].astype(typed).reset_index(drop=True)


def panel(
    compared: pd.DataFrame, evidence: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame, *, seed: int
) -> pd.DataFrame:
    """One row is one check of one comparison: how often its direction held.

    Columns: those of the comparison that name it, `check` (one of `CHECKS`), `tried`, `held`, `closest` (the smallest
    difference in the direction of the comparison; below 0 it turned around), `turned` (what turned it, joined with
    `|`), `passed`. A check that can't be made has `tried` 0 and does not count. `evidence` is what was counted, under
    the labels that were compared (`measures.as_counted`), and of the outlet's own voice where the comparison is.
    """
    rows: list[dict[str, Any]] = []
    weak = set(rules.loc[rules["context"] == TOGETHER, "rule"])
    for (layer, label), part in compared.groupby(["layer", "label"], sort=False):
        coded = _coded(evidence[(evidence["layer"] == layer) & (evidence["label"] == label)], units, weak)
        for row in part.to_dict("records"):
            rows += [
                {"layer": layer, "label": label, "document": row["document"], "source": row["source"]} | check
                for check in _checks(coded, row, seed)
            ]
    columns = ["layer", "label", "document", "source", "check", "tried", "held", "closest", "turned", "passed"]
    typed = {"tried": "int64", "held": "int64", "closest": "float64", "turned": "str", "passed": "bool"}
    return pd.DataFrame(rows, columns=columns).astype(typed)


def survivors(compared: pd.DataFrame, checks: pd.DataFrame) -> pd.DataFrame:
    """The comparisons with `fails`, the checks that were made and not passed, and `survives`: whether there is none."""
    key = ["layer", "label", "document"]
    failed = checks[~checks["passed"]].groupby(key)["check"].agg("|".join)
    fails = failed.reindex(pd.MultiIndex.from_frame(compared[key])).fillna("").to_numpy()
    table = compared.assign(fails=pd.Series(fails, compared.index, "str"))
    return table.assign(survives=(table["fails"] == "").astype(bool))


def _coded(evidence: pd.DataFrame, units: pd.DataFrame, weak: set[str]) -> _Coded:
    counted = tables.counted(units).reset_index(drop=True)
    place = pd.Series(range(len(counted)), pd.MultiIndex.from_frame(counted[["document", "unit"]]))
    names = sorted(set(evidence["rule"]))
    marks = np.zeros((len(counted), len(names)), np.int64)
    at = place.reindex(pd.MultiIndex.from_frame(evidence[["document", "unit"]])).to_numpy()
    inside = ~np.isnan(at.astype(float))
    np.add.at(marks, (at[inside].astype(int), pd.Index(names).get_indexer(evidence["rule"])[inside]), 1)
    needing = np.array([name in weak for name in names], bool)
    strong, companions = ((marks > 0) & kind for kind in (~needing, needing))
    lone, paired = strong.sum(axis=1), companions.sum(axis=1)
    return _Coded(
        articles=counted["document"].to_numpy(object),
        opening=counted["role"].isin(("title", "lead")).to_numpy(bool),
        holds=_held(lone, paired),
        alone=lone > 0,
        twice=marks.sum(axis=1) >= 2,
        without=_held(lone[:, None] - strong, paired[:, None] - companions),
        rules=names,
    )


def _held(alone: np.ndarray, paired: np.ndarray) -> np.ndarray:
    """Whether so many rules find the label: one that counts alone, or two that need company."""
    return (alone > 0) | (paired >= 2)


def _checks(coded: _Coded, row: dict[Any, Any], seed: int) -> Iterator[dict[str, Any]]:
    holds, own = coded.holds, coded.articles == row["document"]
    sign = 1 if row["difference"] > 0 else -1
    others = sorted(set(coded.articles[~own]))
    yield _check(CHECKS[0], _without_articles(coded, own, others, sign))
    yield _check(CHECKS[1], _without_rules(coded, own, sign))
    yield _share(CHECKS[2], _of_units(coded.articles, holds, own, sign, seed), SURE)
    enough = len(others) >= FEWEST_ARTICLES
    resampled = _of_articles(coded.articles, holds, own, others, sign, seed) if enough else np.array([])
    yield _share(CHECKS[3], resampled, SURE_OF_ARTICLES)
    yield _check(CHECKS[4], _stricter(coded, own, sign))


def _apart(holds: np.ndarray, own: np.ndarray, others: np.ndarray, sign: int) -> float:
    """By how much the article's share lies apart from that of the others, in the direction of the comparison."""
    if not own.any() or not others.any():
        return float("nan")
    return sign * float(holds[own].mean() - holds[others].mean())


def _without_articles(coded: _Coded, own: np.ndarray, others: list[str], sign: int) -> list[tuple[str, float]]:
    if len(others) < 2:
        return []
    return [(name, _apart(coded.holds, own, ~own & (coded.articles != name), sign)) for name in others]


def _without_rules(coded: _Coded, own: np.ndarray, sign: int) -> list[tuple[str, float]]:
    apart = sign * (coded.without[own].mean(axis=0) - coded.without[~own].mean(axis=0))
    return list(zip(coded.rules, apart.tolist(), strict=True))


def _stricter(coded: _Coded, own: np.ndarray, sign: int) -> list[tuple[str, float]]:
    """Only signs that count alone; only units with two; without title and lead. Too few units decide nothing."""
    every, inner = np.ones(len(own), bool), ~coded.opening
    ways = [
        ("only signs that count alone", coded.alone, every),
        ("only sentences with two signs", coded.twice, every),
        ("without titles and leads", coded.holds, inner),
    ]
    return [
        (name, _apart(held, own & among, ~own & among, sign))
        for name, held, among in ways
        if (held & among).sum() >= FEWEST_UNITS
    ]


def _of_units(articles: np.ndarray, holds: np.ndarray, own: np.ndarray, sign: int, seed: int) -> np.ndarray:
    """The differences on resamples of units, each article keeping its number."""
    groups = [np.flatnonzero(articles == name) for name in dict.fromkeys(articles)]
    random = np.random.Generator(np.random.PCG64(seed))
    drawn = np.concatenate([group[random.integers(0, len(group), (REPEATS, len(group)))] for group in groups], axis=1)
    mine = np.concatenate([np.full(len(group), own[group[0]]) for group in groups])
    held = holds[drawn]
    return sign * (held[:, mine].mean(axis=1) - held[:, ~mine].mean(axis=1))


def _of_articles(
    articles: np.ndarray, holds: np.ndarray, own: np.ndarray, others: list[str], sign: int, seed: int
) -> np.ndarray:
    """The differences on resamples of the other articles."""
    hits = np.array([holds[articles == name].sum() for name in others])
    sizes = np.array([(articles == name).sum() for name in others])
    drawn = np.array(list(draws(len(others), REPEATS, seed)))
    return sign * (holds[own].mean() - hits[drawn].sum(axis=1) / sizes[drawn].sum(axis=1))


def _check(check: str, tried: Iterable[tuple[str, float]]) -> dict[str, Any]:
    made = [(name, apart) for name, apart in tried if not np.isnan(apart)]
    turned = [name for name, apart in made if apart <= 0]
    return {
        "check": check,
        "tried": len(made),
        "held": len(made) - len(turned),
        "closest": min((apart for _, apart in made), default=float("nan")),
        "turned": "|".join(turned),
        "passed": not turned,
    }


def _share(check: str, differences: np.ndarray, least: float) -> dict[str, Any]:
    held = int((differences > 0).sum())
    return {
        "check": check,
        "tried": len(differences),
        "held": held,
        "closest": float(np.quantile(differences, 1 - least)) if len(differences) else float("nan"),
        "turned": "",
        "passed": not len(differences) or held >= least * len(differences),
    }
