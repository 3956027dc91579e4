"""What the articles talk about: where a topic stands, in which words, beside whom."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from analysis import measures, statistics, tables
from analysis.lexicons import NONE
from analysis.tables import ParameterError


def known(topic: str, rules: pd.DataFrame) -> str:
    """The topic, when the rules look for it; `ParameterError` names those that they do."""
    labels = sorted(set(rules.loc[rules["layer"] == "topic", "label"]) - {NONE})
    if topic not in labels:
        raise ParameterError(f"there is no topic {topic!r} in the lexicons; choose one of {', '.join(labels)}")
    return topic


def positions(
    evidence: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame, topic: str, *, layer: str = "topic"
) -> pd.DataFrame:
    """One row is one counted unit: document, source, unit, `start`, `end`, `held` (whether the topic stands in it).

    Layer and label are those of the topic's evidence.
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
            "held": np.array(
                [key in found for key in counted[["document", "unit"]].itertuples(index=False, name=None)], dtype=bool
            ),
        }
    ).assign(layer=pd.Series(layer, counted.index, "str"), label=pd.Series(topic, counted.index, "str"))


def profile(
    evidence: pd.DataFrame,
    units: pd.DataFrame,
    documents: pd.DataFrame,
    topics: Iterable[str],
    *,
    most: int = 4,
    layer: str = "topic",
) -> pd.DataFrame:
    """`positions` of several topics, one below the other: of the `most` that hold most units, those with most first."""
    parts = [positions(evidence, units, documents, topic, layer=layer) for topic in topics]
    ranked = sorted(parts, key=lambda part: -int(part["held"].sum()))
    held = [part for part in ranked[:most] if part["held"].any()]
    return pd.concat(held, ignore_index=True) if held else positions(evidence, units, documents, "").head(0)


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

    Columns: lang, word, `count` in units with the topic, `of` (its occurrences in all counted units of its language),
    `score` (specificity, Lafon 1980, within the language), `ruled`, whether it stands in a match of the topic's rules,
    so that it had to come out, and `adjusted`, the two-sided p after Benjamini and Hochberg over all words tested.
    Words of at least `least` occurrences are tested, in small letters, as they stand (no lemmas); `most` are shown.
    """
    where = positions(evidence, units, documents, topic)
    words = measures.words(units, documents).merge(where[["document", "unit", "held"]], on=["document", "unit"])
    words = words.merge(documents[["document", "lang"]], on="document")
    table = words.groupby(["lang", "word"])["held"].agg(count="sum", of="size").reset_index()
    sizes = words.groupby("lang")["held"].agg(inside="sum", total="size").reset_index()
    table = table.merge(sizes[sizes["inside"].between(1, sizes["total"] - 1)], on="lang")
    table = table[table["of"] >= least].reset_index(drop=True)
    score = statistics.specificity(table["count"], table["inside"], table["of"], table["total"])
    ruled = {word for match in _matches(evidence, topic) for word in measures.WORD.findall(match.lower())}
    table = table.assign(score=score, ruled=table["word"].isin(list(ruled)))
    table["adjusted"] = statistics.benjamini_hochberg(measures.two_sided(table["score"]))
    best = table[table["score"] > 0].sort_values(["score", "word"], ascending=[False, True], kind="stable")
    return best.drop(columns=["inside", "total"]).head(most).reset_index(drop=True)


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
    table = table.astype({"layer": "str"})[["layer", "label", "units", "of", "articles"]]
    table = table.head(most).reset_index(drop=True)
    return statistics.with_interval(table, count="units")


def companions(where: pd.DataFrame, evidence: pd.DataFrame, *tables_beside: pd.DataFrame) -> pd.DataFrame:
    """The evidence of what stands beside the topic: rows of the units of `where` that hold it, of these labels."""
    wanted = pd.concat([table[["layer", "label"]] for table in tables_beside]).drop_duplicates()
    kept = evidence.merge(where.loc[where["held"], ["document", "unit"]], on=["document", "unit"])
    return kept.merge(wanted, on=["layer", "label"])


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
