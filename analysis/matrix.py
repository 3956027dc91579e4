"""What a reader sees of who tells which fact: the matrix's cells, facts by a short name, and the sentences behind."""

from collections.abc import Iterable

import pandas as pd

from analysis import tables
from analysis.consensus import CONSENSUS, LAYER, SHARED, SINGLE
from analysis.language import many, named, say, word
from analysis.tables import ParameterError

GATHERED = "facts"
"""The layer that gathers the sentences of all facts that are told as widely."""
ALL, MOST = "told by all articles", "told by most articles"
SEVERAL, ONE = "told by several articles", "told by one article alone"


def shown(told: pd.DataFrame, standing: pd.DataFrame, *, most: int = 40) -> pd.DataFrame:
    """The cells of the `most` facts that most articles tell, with each fact's `statement` and each cell's `word`.

    The word says the sign: `told`, `attributed to Alma and Boris`. The order of `told` stays; facts that one article
    alone tells are shown where there is room, or where the story has no other article.
    """
    if most < 1:
        raise ParameterError(f"most counts facts: 1 or more, not {most}")
    chosen = standing.sort_values("articles", ascending=False, kind="stable").head(most)["label"]
    kept = told[told["label"].isin(set(chosen))].reset_index(drop=True)
    statements = dict(zip(standing["label"], standing["statement"], strict=True))
    words = [_word(how, names) for how, names in kept[["how", "speakers"]].itertuples(index=False, name=None)]
    return kept.assign(
        statement=kept["label"].map(statements).astype("str"), word=pd.Series(words, kept.index, dtype="str")
    )


def evidence_of(claims: pd.DataFrame, documents: pd.DataFrame, labels: Iterable[str] | None = None) -> pd.DataFrame:
    """The claims as evidence: layer fact, the fact as label, and as rule how the claim tells it. `labels`: of these."""
    kept = claims if labels is None else claims[claims["fact"].isin(set(labels))]
    traced = tables.trace(kept, documents).rename(columns={"text": "match", "fact": "label"})
    rule = [_rule(*row) for row in traced[["hedged", "attributed_to"]].itertuples(index=False, name=None)]
    rows = traced.assign(layer=LAYER, rule=rule)[list(tables.SCHEMAS["evidence"])].astype(tables.SCHEMAS["evidence"])
    return rows.sort_values(list(tables.KEYS["evidence"]), kind="stable", ignore_index=True)


def by_width(claims: pd.DataFrame, standing: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The claims as evidence once more, those of all facts together that are told as widely: layer `facts`.

    Facts of a story with one article only are left out: nothing can be compared there.
    """
    width = _widths(claims, standing)
    rows = evidence_of(claims, documents, width)
    label = rows["label"].map(width).astype("str")
    return rows.assign(layer=pd.Series(GATHERED, rows.index, "str"), label=label)


def _widths(claims: pd.DataFrame, standing: pd.DataFrame) -> dict[str, str]:
    """Each fact → how widely it is told."""
    story = dict(zip(standing["label"], standing["story"], strict=True))
    told = claims[claims["fact"].isin(story)]
    sizes = told.groupby(told["fact"].map(story))["document"].nunique()
    rows = standing[["label", "story", "articles", "standing"]].itertuples(index=False, name=None)
    widths = {SHARED: SEVERAL, SINGLE: ONE, CONSENSUS: MOST}
    return {
        label: ALL if stands == CONSENSUS and articles == sizes[own] else widths[stands]
        for label, own, articles, stands in rows
        if stands in widths and sizes[own] > 1
    }


def _word(how: str, speakers: str) -> str:
    if how != "attributed":
        return how
    names = [named(name) for name in speakers.split("|")]
    if len(names) > 2:
        return many(
            len(names) - 2,
            "attributed to {names} and {n} more",
            "attributed to {names} and {n} more",
            names=", ".join(names[:2]),
        )
    if len(names) == 2:
        return say("attributed to {one} and {other}", one=names[0], other=names[1])
    return say("attributed to {name}", name=names[0])


def _rule(hedged: bool, speakers: str) -> str:
    if not speakers:
        return word("hedged") if hedged else word("told")
    given = _word("attributed", speakers)
    return say("{told}, with doubt", told=given) if hedged else given
