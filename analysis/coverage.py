"""Who mentions what, who leaves it out, and whom each article quotes."""

import numpy as np
import pandas as pd

from analysis import measures, statistics, tables
from analysis.tables import ParameterError

UNKNOWN = "speaker not found"


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


def voices(statements: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row per speaker and article: how many quotations, how many of them direct, and their length in words.

    Columns: speaker ("" where the reading found none), document, source, `quotations`, `direct`, `words`, `of`
    (quotations of the article). Scare quotes are nobody's, reported speech stands in no marks: both are left out.
    All statements given count: leave out those of captions first, with `measures.in_counted`.
    """
    spoken = statements[statements["kind"].isin(measures.SPOKEN)]
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


def spoken(voices: pd.DataFrame) -> pd.DataFrame:
    """The voices for a reader: with the layer of their evidence, and a word where no speaker was found."""
    named = voices["speaker"].replace("", UNKNOWN).astype("str")
    return voices.assign(layer="speaker", speaker=named)


def quoting(statements: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row is one article: its quotations by kind, and the share of its characters that are quoted.

    Columns: document, source, `direct`, `partial`, `scare`, `speakers` (different ones that were found),
    `characters` in quotations that somebody says (with their marks; a quotation inside another adds none), `of`
    (characters of its counted units), `share`. What begins in a caption or another uncounted unit is left out.
    """
    rows = []
    counted, said = tables.counted(units), measures.in_counted(statements, units)
    for document, source in documents[["document", "label"]].itertuples(index=False, name=None):
        own = said[said["document"] == document]
        mine = counted[counted["document"] == document]
        spoken = own[own["kind"].isin(measures.SPOKEN)]
        of = int((mine["end"] - mine["start"]).sum())
        characters = len(_places(spoken) & _places(mine))
        rows.append(
            {
                "document": document,
                "source": source,
                **{kind: int((own["kind"] == kind).sum()) for kind in ("direct", "partial", "indirect", "scare")},
                "speakers": len(set(spoken["speaker"]) - {""}),
                "characters": characters,
                "of": of,
                "share": characters / of if of else float("nan"),
            }
        )
    columns = ["document", "source", "direct", "partial", "indirect", "scare", "speakers", "characters", "of", "share"]
    return pd.DataFrame(rows, columns=columns)


def _places(spans: pd.DataFrame) -> set[int]:
    return {at for start, end in spans[["start", "end"]].itertuples(index=False, name=None) for at in range(start, end)}


def quoted(statements: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The statements as evidence: each under its kind (layer quotation), quotations under their speaker, too."""
    traced = tables.trace(statements, documents).rename(columns={"text": "match"})
    by_kind = traced.assign(layer="quotation", label=traced["kind"], rule=traced["kind"])
    spoken = traced[traced["kind"].isin(measures.SPOKEN)]
    by_speaker = spoken.assign(layer="speaker", label=spoken["speaker"].replace("", UNKNOWN), rule=spoken["kind"])
    both = pd.concat([by_kind, by_speaker], ignore_index=True)[list(tables.SCHEMAS["evidence"])]
    return both.astype(tables.SCHEMAS["evidence"])


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
