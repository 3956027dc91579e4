"""Evidence, counted: how many units of each article hold a label, out of how many."""

import re
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from analysis import statistics, tables

WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
COUNT = ["layer", "label", "document", "source"]
SPOKEN = ("direct", "partial")
"""The kinds of statements that stand between marks and are somebody's: what is called a quotation."""
WHOLE = {"hedge": "hedged"}
"""Layers that are counted as one, whatever their rules' labels, and the label under which they are."""


UNNAMED = ("adjective", "ambiguous")
"""How a mention is found that names nobody: a state's adjective alone, a last name that several people have."""


def named(evidence: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """The evidence whose layers actor and place are the mentions of `actors`, found in lists or by their form.

    A person, an organisation and a state are actors, whatever stands for them: a short name, a government, a capital
    that acts. The rule of these rows says how each was found. Left out are things that have a name, the bare adjectives
    of states and places, and last names that several people have.
    """
    kept = actors[~actors["how"].isin(UNNAMED) & (actors["kind"] != "other")]
    layer = (kept["kind"] == "place").map({True: "place", False: "actor"})
    rows = kept.rename(columns={"actor": "label", "how": "rule"}).assign(layer=layer)[list(evidence.columns)]
    others = evidence[~evidence["layer"].isin(("actor", "place"))]
    both = pd.concat([others, rows], ignore_index=True).astype(tables.SCHEMAS["evidence"])
    return both.sort_values(list(tables.KEYS["evidence"]), kind="stable", ignore_index=True)


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
    found = in_counted(evidence[evidence["layer"] == layer], units)
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
    table = pd.DataFrame(rows, columns=[*COUNT, "matches", "units", "of"])
    typed = dict.fromkeys(COUNT, "str") | dict.fromkeys(("matches", "units", "of"), "int64")
    return statistics.with_interval(table.astype(typed), count="units")


def in_counted(table: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """The rows of evidence or statements that stand in counted units: no captions, credits and links."""
    return table.merge(tables.counted(units)[["document", "unit"]], on=["document", "unit"])


def as_counted(evidence: pd.DataFrame) -> pd.DataFrame:
    """The evidence under the labels that are counted: any evidence of a layer in `WHOLE` has its one label."""
    label = evidence["label"].mask(evidence["layer"].isin(list(WHOLE)), evidence["layer"].map(WHOLE))
    return evidence.assign(label=label.astype("str"))


def overall(measure: pd.DataFrame) -> pd.DataFrame:
    """One row per label: `matches`, `units` and `of` over all articles, `articles` that hold it, `of_articles`.

    Articles without a counted unit can hold nothing, and are not in `of_articles`.
    """
    measure = measure.assign(held=measure["units"] > 0, counted=measure["of"] > 0)
    grouped = measure.groupby(["layer", "label"], sort=False)
    table = grouped.agg(
        matches=("matches", "sum"),
        units=("units", "sum"),
        of=("of", "sum"),
        articles=("held", "sum"),
        of_articles=("counted", "sum"),
    ).reset_index()
    return statistics.with_interval(table, count="units")


def beside_others(measure: pd.DataFrame) -> pd.DataFrame:
    """The measure with `others`, the number of other articles that hold the label in a unit, and `of_others`."""
    held = measure.assign(held=measure["units"] > 0).groupby(["layer", "label"])["held"]
    return measure.assign(
        others=held.transform("sum").astype("int64") - (measure["units"] > 0),
        of_others=held.transform("size").astype("int64") - 1,
    )


def compared(measure: pd.DataFrame) -> pd.DataFrame:
    """The rows whose share can be compared with that of the other articles, in the order of the measure.

    Adds `score`, the signed specificity (Lafon 1980) of the label in the article, `p` (two-sided by doubling), and
    `adjusted`, p after Benjamini and Hochberg (1995) over these rows. Left out: labels that no unit holds or every
    unit, articles without a counted unit, and everything where there is one article.
    """
    measure = measure.reset_index(drop=True)
    totals = measure.groupby(["layer", "label"])[["units", "of"]].transform("sum")
    varied = (totals["units"] > 0) & (totals["units"] < totals["of"])
    tested = measure[varied & (totals["of"] > measure["of"]) & (measure["of"] > 0)]
    total = totals.loc[tested.index]
    score = statistics.specificity(tested["units"], tested["of"], total["units"], total["of"])
    table = tested.assign(score=score, p=two_sided(score))
    return table.assign(adjusted=statistics.benjamini_hochberg(table["p"]))


def standing_out(measure: pd.DataFrame, *, level: float = 0.05) -> pd.DataFrame:
    """The rows of `compared` whose `adjusted` p is at most `level`, most certain first."""
    table = compared(measure)
    kept = table[table["adjusted"] <= level]
    return kept.sort_values(["adjusted", "layer", "label", "source"], kind="stable", ignore_index=True)


def two_sided(score: Any) -> Any:
    """The p of a specificity whose side was chosen by looking: twice its tail, at most 1.

    >>> two_sided(np.array([-2.0, 0.1])).tolist()
    [0.02, 1.0]
    """
    return np.minimum(2 * 10.0 ** -np.abs(score), 1.0)


def voice(evidence: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """The evidence with a column `voice`: `quoted` where it stands in a quotation that somebody says, else `own`.

    What stands in a quotation is the speaker's, not the outlet's; scare quotes stay the outlet's own, and so do the
    words in which it reports speech without marks.
    """
    spoken = statements[statements["kind"].isin(SPOKEN)]
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
    table = pd.DataFrame(rows, columns=["document", "unit", "word"])
    return table.astype({"document": "str", "unit": "int64", "word": "str"})


def _at(series: pd.Series, document: str, label: str) -> int:
    return int(series.get((document, label), 0))
