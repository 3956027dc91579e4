"""What the articles talk about: where a topic stands, in which words, beside whom."""

import pandas as pd

from analysis import measures, statistics, tables


def positions(
    evidence: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame, topic: str, *, layer: str = "topic"
) -> pd.DataFrame:
    """One row is one counted unit: document, source, unit, `start`, `end`, `held` (whether the topic stands in it).

    `start` and `end` are shares of the article's counted characters (0 its beginning, 1 its end), so that long
    sentences take more room.
    """
    counted = tables.counted(units)
    label = documents.set_index("document")["label"]
    found = set(
        evidence.loc[(evidence["layer"] == layer) & (evidence["label"] == topic), ["document", "unit"]].itertuples(
            index=False, name=None
        )
    )
    length = counted["end"] - counted["start"]
    before = length.groupby(counted["document"]).cumsum() - length
    total = length.groupby(counted["document"]).transform("sum")
    return pd.DataFrame(
        {
            "document": counted["document"],
            "source": counted["document"].map(label).astype("str"),
            "unit": counted["unit"],
            "start": before / total,
            "end": (before + length) / total,
            "held": [key in found for key in counted[["document", "unit"]].itertuples(index=False, name=None)],
        }
    )


def typical_words(
    evidence: pd.DataFrame,
    units: pd.DataFrame,
    documents: pd.DataFrame,
    topic: str,
    *,
    most: int = 15,
    least: int = 3,
) -> pd.DataFrame:
    """One row is one word that stands oftener in units with the topic than chance would have it, most specific first.

    Columns: word, `count` in units with the topic, `of` (its occurrences in all counted units), `score` (specificity,
    Lafon 1980), `adjusted`, p after Benjamini and Hochberg over all words tested, and `ruled`, whether the topic's own
    rules look for the word, so that it had to come out. Words of at least `least` occurrences are tested, in small
    letters, as they stand (no lemmas); `most` are shown.
    """
    where = positions(evidence, units, documents, topic)
    words = measures.words(units, documents).merge(where[["document", "unit", "held"]], on=["document", "unit"])
    total, inside = len(words), int(words["held"].sum())
    counts = words.groupby("word")["held"].agg(["sum", "size"])
    counts = counts[counts["size"] >= least]
    if not inside or inside == total or counts.empty:
        return pd.DataFrame(
            {"word": pd.Series(dtype="str"), "count": [], "of": [], "score": [], "ruled": [], "adjusted": []}
        )
    score = statistics.specificity(counts["sum"], inside, counts["size"], total)
    table = pd.DataFrame({"word": counts.index, "count": counts["sum"].to_numpy(), "of": counts["size"].to_numpy()})
    ruled = {word for match in _matches(evidence, topic) for word in measures.WORD.findall(match.lower())}
    table = table.assign(score=score.to_numpy() if hasattr(score, "to_numpy") else score)
    table["ruled"] = table["word"].isin(ruled)
    table["adjusted"] = statistics.benjamini_hochberg((10.0 ** -table["score"].abs()).clip(upper=1.0))
    table = table[table["score"] > 0].sort_values(["score", "word"], ascending=[False, True], kind="stable")
    return table.head(most).reset_index(drop=True)


def beside(
    evidence: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame, topic: str, layer: str, *, most: int = 12
) -> pd.DataFrame:
    """One row is one label of `layer` (actor, place) in the units with the topic, most frequent first.

    Columns: layer, label, `units` that hold both, `of` (units with the topic), `articles`, `share`, `low`, `high`.
    """
    where = positions(evidence, units, documents, topic)
    held = where[where["held"]][["document", "unit"]]
    found = evidence[evidence["layer"] == layer].merge(held, on=["document", "unit"])
    pairs = found[["label", "document", "unit"]].drop_duplicates()
    table = pairs.groupby("label").agg(units=("unit", "size"), articles=("document", "nunique")).reset_index()
    table = table.assign(layer=layer, of=len(held)).sort_values(
        ["units", "label"], ascending=[False, True], kind="stable"
    )
    table = table[["layer", "label", "units", "of", "articles"]].head(most).reset_index(drop=True)
    return statistics.with_interval(table, count="units")


def concordance(
    evidence: pd.DataFrame, documents: pd.DataFrame, topic: str, *, layer: str = "topic", width: int = 60
) -> pd.DataFrame:
    """One row is one match of the topic with the words around it (KWIC), in order of the articles."""
    found = evidence[(evidence["layer"] == layer) & (evidence["label"] == topic)].reset_index(drop=True)
    label = documents.set_index("document")["label"]
    table = tables.trace(found, documents, width=width)
    return table.assign(source=table["document"].map(label).astype("str"))


def rules_used(evidence: pd.DataFrame, rules: pd.DataFrame, layer: str, label: str) -> pd.DataFrame:
    """One row is one rule that matched: rule, lang, pattern, context, `matches`, most used first."""
    found = evidence[(evidence["layer"] == layer) & (evidence["label"] == label)]
    matches = found.groupby("rule").size().rename("matches").reset_index()
    table = matches.merge(rules[["rule", "lang", "pattern", "context"]], on="rule")
    table = table.sort_values(["matches", "rule"], ascending=[False, True], kind="stable", ignore_index=True)
    return table[["rule", "lang", "pattern", "context", "matches"]]


def shares(evidence: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame, topic: str) -> pd.DataFrame:
    """One row is one article: in how many of its counted units the topic stands (see `measures.prevalence`)."""
    return measures.prevalence(evidence, units, documents, "topic", [topic])


def _matches(evidence: pd.DataFrame, topic: str) -> pd.Series:
    return evidence.loc[(evidence["layer"] == "topic") & (evidence["label"] == topic), "match"]
