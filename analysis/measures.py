"""Evidence, counted: how many units of each article hold a label, out of how many."""

import re
from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis import statistics, tables

WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
COUNT = ["layer", "label", "document", "source"]


def prevalence(
    evidence: pd.DataFrame,
    units: pd.DataFrame,
    documents: pd.DataFrame,
    layer: str,
    labels: Iterable[str] | None = None,
) -> pd.DataFrame:
    """One row per label and article, those with nothing too: in how many of its counted units the label stands.

    Columns: layer, label, document, source (the article's mark), `matches`, `units`, `of` (counted units),
    `share`, `low`, `high` (Wilson 1927, 95 %). Captions, credits and link lines are not counted. `labels` gives
    the labels and their order; without it, all that the evidence holds in alphabetical order.
    """
    counted = tables.counted(units)
    found = _in_counted(evidence[evidence["layer"] == layer], counted)
    wanted = list(labels) if labels is not None else sorted(set(found["label"]))
    held = found.groupby(["document", "label"]).agg(matches=("unit", "size"), units=("unit", "nunique"))
    totals = counted.groupby("document").size()
    rows = [
        {
            "layer": layer,
            "label": label,
            "document": document,
            "source": source,
            "matches": _at(held["matches"], document, label),
            "units": _at(held["units"], document, label),
            "of": int(totals.get(document, 0)),
        }
        for label in wanted
        for document, source in documents[["document", "label"]].itertuples(index=False, name=None)
    ]
    return statistics.with_interval(pd.DataFrame(rows, columns=[*COUNT, "matches", "units", "of"]), count="units")


def overall(measure: pd.DataFrame) -> pd.DataFrame:
    """One row per label: `matches`, `units` and `of` over all articles, `articles` that hold it, `of_articles`."""
    grouped = measure.groupby(["layer", "label"], sort=False)
    table = grouped.agg(
        matches=("matches", "sum"),
        units=("units", "sum"),
        of=("of", "sum"),
        articles=("units", lambda units: int((units > 0).sum())),
        of_articles=("document", "nunique"),
    ).reset_index()
    return statistics.with_interval(table, count="units")


def standing_out(measure: pd.DataFrame, *, level: float = 0.05) -> pd.DataFrame:
    """The rows whose share differs from that of the other articles, most certain first.

    Adds `score`, the signed specificity (Lafon 1980) of the label in the article, `p` (two-sided by doubling), and
    `adjusted`, p after Benjamini and Hochberg (1995) over all rows of the measure. Keeps rows with `adjusted` at
    most `level`. With one article nothing can stand out.
    """
    totals = measure.groupby("label")[["units", "of"]].transform("sum")
    tested = measure[(totals["units"] > 0) & (totals["of"] > measure["of"]) & (measure["of"] > 0)]
    if tested.empty:
        return measure.head(0).assign(
            score=pd.Series(dtype=float), p=pd.Series(dtype=float), adjusted=pd.Series(dtype=float)
        )
    total = totals.loc[tested.index]
    score = statistics.specificity(tested["units"], tested["of"], total["units"], total["of"])
    table = tested.assign(score=score)
    table["p"] = (2 * 10.0 ** -table["score"].abs()).clip(upper=1.0)
    table["adjusted"] = statistics.benjamini_hochberg(table["p"])
    kept = table[table["adjusted"] <= level]
    return kept.sort_values(["adjusted", "label", "source"], kind="stable", ignore_index=True)


def voice(evidence: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """The evidence with a column `voice`: `quoted` where it stands in a quotation that somebody says, else `own`.

    What stands in a quotation is the speaker's, not the outlet's; scare quotes stay the outlet's own.
    """
    spoken = statements[statements["kind"] != "scare"]
    spans: dict[Any, list[tuple[int, int]]] = {
        document: list(part[["start", "end"]].itertuples(index=False, name=None))
        for document, part in spoken.groupby("document")
    }
    own = [
        not any(start <= at and end <= stop for start, stop in spans.get(document, ()))
        for document, at, end in evidence[["document", "start", "end"]].itertuples(index=False, name=None)
    ]
    return evidence.assign(voice=pd.Series(["own" if mine else "quoted" for mine in own], evidence.index, "str"))


def own_words(evidence: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """The evidence outside quotations: what the outlet says in its own voice."""
    return evidence[voice(evidence, statements)["voice"] == "own"].reset_index(drop=True)


def words(units: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row is one word of a counted unit: document, unit, `word` in small letters, as it stands (no lemma)."""
    texts = documents.set_index("document")["text"]
    rows = [
        (document, unit, word.group().lower())
        for document, unit, start, end in tables.counted(units)[["document", "unit", "start", "end"]].itertuples(
            index=False, name=None
        )
        for word in WORD.finditer(texts[document], start, end)
    ]
    return pd.DataFrame(rows, columns=["document", "unit", "word"])


def _in_counted(evidence: pd.DataFrame, counted: pd.DataFrame) -> pd.DataFrame:
    return evidence.merge(counted[["document", "unit"]], on=["document", "unit"])


def _at(series: pd.Series, document: str, label: str) -> int:
    return int(series.get((document, label), 0))
