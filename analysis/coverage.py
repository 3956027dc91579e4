"""Who mentions what, and who leaves it out."""

import numpy as np
import pandas as pd

from analysis import measures, statistics, tables
from analysis.tables import ParameterError


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
    if least < 1:
        raise ParameterError(f"least counts articles: 1 or more, not {least}")
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

    Columns: layer, label, document, source, `of` (the article's counted units), `others` (other articles that mention
    it), `of_others`, their `share` with `low` and `high` (Clopper and Pearson 1934, 95 %), `chance` (the probability
    that none of the units that mention it falls to the article, were they dealt out at random over all units:
    hypergeometric, so that a rate known from few units counts for little), `adjusted` (after Benjamini and Hochberg
    1995, over all labels and articles that were looked at: those where most others mention the label), `tests` (how
    many these are) and `short` (whether `adjusted` is over `level`: shortness or chance may explain the silence).
    Rows that the length does not explain come first. Articles without a counted unit are not looked at.
    """
    known = measure[measure["of"] > 0].reset_index(drop=True)
    looked_at = measures.beside_others(known)
    looked_at = looked_at[looked_at["others"] * 2 > looked_at["of_others"]]
    totals = known.groupby(["layer", "label"])[["units", "of"]].transform("sum").loc[looked_at.index]
    score = statistics.specificity(looked_at["units"], looked_at["of"], totals["units"], totals["of"])
    table = looked_at.assign(chance=10.0 ** np.minimum(score, 0.0), tests=len(looked_at))
    table = table.assign(adjusted=statistics.benjamini_hochberg(table["chance"]))
    table = table.assign(short=table["adjusted"] > level)[table["units"] == 0]
    table = statistics.with_interval(table[_BLIND], count="others", of="of_others", method="clopper-pearson")
    return table.sort_values(["short", "chance", "layer", "label", "source"], kind="stable", ignore_index=True)


_BLIND = [*measures.COUNT, "of", "others", "of_others", "chance", "adjusted", "tests", "short"]


def together(*parts: pd.DataFrame) -> pd.DataFrame:
    """Measures of several layers, one below the other, with the columns they share."""
    shared = [column for column in parts[0].columns if all(column in part.columns for part in parts)]
    return pd.concat([part[shared] for part in parts], ignore_index=True)


def shown(evidence: pd.DataFrame, *parts: pd.DataFrame) -> pd.DataFrame:
    """The evidence of the layers and labels that these measures hold."""
    wanted = together(*parts)[["layer", "label"]].drop_duplicates()
    kept = evidence.merge(wanted, on=["layer", "label"])
    return kept.sort_values(list(tables.KEYS["evidence"]), kind="stable", ignore_index=True)


def glance(documents: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """One row is one article: source, outlet, published, `opening` (title, else first sentence), words, sentences."""
    counted = tables.trace(tables.counted(units), documents)
    rows = []
    for record in documents.to_dict("records"):
        own = counted[counted["document"] == record["document"]]
        opening = own.loc[own["role"].isin(("title", "lead")), "text"].tolist() + own["text"].tolist()
        rows.append(
            {
                "document": record["document"],
                "outlet": record["outlet"] or "unknown",
                "published": record["published"] or "unknown",
                "source": record["label"],
                "layer": "article",
                "opening": record["title"] or (opening[0] if opening else ""),
                "words": int(own["text"].str.count(r"\w+").sum()),
                "sentences": len(own),
            }
        )
    return pd.DataFrame(rows)
