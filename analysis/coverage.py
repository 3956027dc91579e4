"""Who mentions what, who leaves it out, and whom each article quotes."""

from typing import Any

import pandas as pd

from analysis import measures, statistics, tables

LAYERS = ("topic", "actor", "place")


def mentions(
    evidence: pd.DataFrame,
    units: pd.DataFrame,
    documents: pd.DataFrame,
    layer: str,
    *,
    least: int = 2,
    most: int = 25,
) -> pd.DataFrame:
    """One row per label and article: in how many counted units the label stands (see `measures.prevalence`).

    Labels of at least `least` articles (of one, where the corpus holds no more), at most `most`, ordered by the
    number of articles that mention them, then of units, then by name.
    """
    measure = measures.prevalence(evidence, units, documents, layer)
    total = measures.overall(measure)
    total = total[total["articles"] >= min(least, len(documents))]
    order = total.sort_values(["articles", "units", "label"], ascending=[False, False, True], kind="stable")
    wanted = list(order["label"].head(most))
    kept = measure[measure["label"].isin(wanted)]
    rank = kept["label"].map({label: place for place, label in enumerate(wanted)})
    return kept.assign(rank=rank).sort_values("rank", kind="stable", ignore_index=True).drop(columns="rank")


def blind_spots(measure: pd.DataFrame, *, level: float = 0.05) -> pd.DataFrame:
    """One row is one label that most other articles mention and this one does not.

    Columns: layer, label, document, source, `others` (other articles that mention it), `of_others`, their `share`
    with `low` and `high` (Clopper and Pearson 1934, 95 %), `of` (the article's counted units), `chance` (the
    probability that an article of its length says nothing, were it to mention the label as often as the others
    do per unit: (1 − rate)^of) and `short` (whether `chance` is over `level`: the length alone explains it).
    Rows that the length does not explain come first.
    """
    rows = [
        row
        for _, part in measure.groupby("label", sort=False)
        for row in _silent(part)
        if row["of_others"] and row["others"] * 2 > row["of_others"]
    ]
    columns = ["layer", "label", "document", "source", "others", "of_others", "of", "chance"]
    table = statistics.with_interval(
        pd.DataFrame(rows, columns=columns), count="others", of="of_others", method="clopper-pearson"
    )
    table = table.assign(short=table["chance"] > level)
    return table.sort_values(["short", "chance", "label", "source"], kind="stable", ignore_index=True)


def _silent(part: pd.DataFrame) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for row in part[part["units"] == 0].to_dict("records"):
        others = part[part["document"] != row["document"]]
        units, of = int(others["units"].sum()), int(others["of"].sum())
        rows.append(
            {
                **{key: row[key] for key in ("layer", "label", "document", "source", "of")},
                "others": int((others["units"] > 0).sum()),
                "of_others": len(others),
                "chance": (1 - units / of) ** int(row["of"]) if of else 1.0,
            }
        )
    return rows


def voices(statements: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row per speaker and article: how many quotations, how many of them direct, and their length in words.

    Columns: speaker ("" where the reading found none), document, source, `quotations`, `direct`, `words`, `of`
    (quotations of the article that are given to somebody or could be). Scare quotes are nobody's and left out.
    """
    spoken = statements[statements["kind"] != "scare"]
    traced = tables.trace(spoken, documents)
    traced = traced.assign(words=traced["text"].str.count(r"\w+").astype("int64"), direct=traced["kind"] == "direct")
    table = (
        traced.groupby(["speaker", "document"])
        .agg(quotations=("words", "size"), direct=("direct", "sum"), words=("words", "sum"))
        .reset_index()
    )
    table["of"] = table["document"].map(spoken.groupby("document").size()).astype("int64")
    table["source"] = table["document"].map(documents.set_index("document")["label"]).astype("str")
    table = table.astype({"direct": "int64"})[["speaker", "document", "source", "quotations", "direct", "words", "of"]]
    return table.sort_values(["speaker", "source"], kind="stable", ignore_index=True)


def quoting(statements: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row is one article: its quotations by kind, and the share of its characters that stand between marks.

    Columns: document, source, `direct`, `partial`, `scare`, `speakers` (different ones that were found),
    `characters` quoted, `of` (characters of its counted units), `share`.
    """
    rows = []
    counted = tables.counted(units)
    for document, source in documents[["document", "label"]].itertuples(index=False, name=None):
        own = statements[statements["document"] == document]
        mine = counted[counted["document"] == document]
        spoken = own[own["kind"] != "scare"]
        of = int((mine["end"] - mine["start"]).sum())
        characters = int((spoken["end"] - spoken["start"]).sum())
        rows.append(
            {
                "document": document,
                "source": source,
                **{kind: int((own["kind"] == kind).sum()) for kind in ("direct", "partial", "scare")},
                "speakers": len(set(spoken["speaker"]) - {""}),
                "characters": characters,
                "of": of,
                "share": characters / of if of else float("nan"),
            }
        )
    return pd.DataFrame(rows)
