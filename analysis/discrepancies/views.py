"""The table `discrepancies` as a reader needs it: side by side, as evidence, as strips, in words for how sure it is."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis import language, tables

LAYER = "discrepancy"
GATHERED = "discrepancies"
"""The layer that gathers the sentences of all discrepancies of a kind."""
CONFIDENCE = (
    (0.8, "high", "the words leave hardly any doubt that it is the same matter, and both values can't be right"),
    (0.55, "medium", "more probably the same matter than not; read the sentences before you report it"),
    (0.0, "low", "perhaps two matters that only look alike; a hint where to read"),
)
"""From which confidence on which word is used, and what it means."""
COLUMNS = ["layer", "discrepancy", "kind", "of", "statement", "source", "value", "words", "context", "confidence"]
SAID = ("number", "name")
"""Kinds whose matter says what is counted or named; that of the others is a word they share, no name for a row."""
AROUND = 34
"""Characters before and behind the words of a value that show what it is the value of."""


def certainty(confidence: float) -> str:
    """A confidence from 0 to 1 as a word.

    >>> certainty(0.9), certainty(0.6), certainty(0.4)
    ('high', 'medium', 'low')
    """
    return next(word for least, word, _ in CONFIDENCE if confidence >= least)


def meanings() -> pd.DataFrame:
    """One row per word for confidence: the `word`, from which confidence on it is used (`least`), what it `means`."""
    rows = [(word, least, means) for least, word, means in CONFIDENCE]
    return pd.DataFrame(rows, columns=["word", "least", "means"]).astype({"word": "str", "means": "str"})


def side_by_side(listed: pd.DataFrame, facts: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row per discrepancy and article: what it differs on, and what the article says, in its own words.

    Columns: layer and discrepancy (which open the sentences, with source), kind, of, `statement` (the fact's), source,
    value, `words`, their `context` (the first of them, with the words around), and `confidence` as a word. Several
    values of an article are joined with `;`.
    """
    told = tables.trace(listed, documents, width=AROUND).merge(facts[["fact", "statement"]], on="fact", how="left")
    told = told.assign(
        layer=LAYER,
        statement=told["statement"].fillna(""),
        source=told["document"].map(documents.set_index("document")["label"]),
        words=told["text"].str.replace(r"\s+", " ", regex=True),
        context=[_context(*row) for row in told[["before", "text", "after"]].itertuples(index=False, name=None)],
        confidence=[certainty(confidence) for confidence in told["confidence"]],
    )
    keys = ["discrepancy", "document"]
    joined = told.groupby(keys, sort=False)[["value", "words"]].agg(_joined)
    rows = told.drop_duplicates(keys).set_index(keys)
    rows = rows.assign(value=joined["value"], words=joined["words"]).reset_index()
    return rows[COLUMNS].astype("str").reset_index(drop=True)


def _context(before: str, text: str, after: str) -> str:
    """The words on one line, where they are few with whole words of the same line around them."""
    if len(text) > AROUND:
        return " ".join(text.split())
    left, right = before.rsplit("\n", 1)[-1], after.split("\n", 1)[0]
    if len(before) == AROUND and left == before:
        left = "…" + left[left.find(" ") :] if " " in left else "…"
    if len(after) == AROUND and right == after:
        right = right[: right.rfind(" ") + 1] + "…" if " " in right else "…"
    return " ".join(f"{left}{text}{right}".split())


def _joined(texts: pd.Series) -> str:
    return "; ".join(dict.fromkeys(texts))


def evidence_of(listed: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The words of the values as `evidence`: the layer is `discrepancy`, the label the discrepancy's name."""
    traced = tables.trace(listed, documents)
    own = traced.assign(match=traced["text"], layer=LAYER, label=traced["discrepancy"], rule=traced["kind"])
    own = own[list(tables.SCHEMAS["evidence"])].astype(tables.SCHEMAS["evidence"])
    return own.sort_values(list(tables.KEYS["evidence"]), kind="stable", ignore_index=True)


def by_kind(listed: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The same evidence once more, that of all discrepancies of a kind together: layer `discrepancies`."""
    rows = evidence_of(listed, documents)
    return rows.assign(layer=pd.Series(GATHERED, rows.index, "str"), label=rows["rule"])


def counts(listed: pd.DataFrame) -> pd.DataFrame:
    """One row per kind: how many `discrepancies`, and how many of them have high, medium and low confidence."""
    one = listed.drop_duplicates("discrepancy")
    words = one["confidence"].map(certainty) if len(one) else pd.Series(dtype="str")
    rows = [
        {
            "kind": kind,
            "discrepancies": len(own),
            **{word: int((words[own.index] == word).sum()) for _, word, _ in CONFIDENCE},
        }
        for kind, own in one.groupby("kind", sort=False)
    ]
    columns = ["kind", "discrepancies", *(word for _, word, _ in CONFIDENCE)]
    return pd.DataFrame(rows, columns=columns).astype({"kind": "str"} | dict.fromkeys(columns[1:], "int64"))


def strips(side: pd.DataFrame, documents: pd.DataFrame | None = None, *, most: int = 20) -> pd.DataFrame:
    """One row per discrepancy and article for a drawing, from `side_by_side`: what stands in its cell, and its `tone`.

    Columns: `row` (name, kind and matter), its layer, label, kind and `of`, source and its `column` from 0, value, tone
    (0 for the value that most articles give, of equals the first by alphabet; then 1 …).
    Articles stand in the order of `documents`. Of many discrepancies the first `most` are kept.
    """
    names = list(dict.fromkeys(side["discrepancy"]))[:most]
    shown = side[side["discrepancy"].isin(names)]
    said = set(shown["source"])
    order = sorted(said, key=lambda own: (len(own), own)) if documents is None else documents["label"]
    columns = {source: place for place, source in enumerate(one for one in order if one in said)}
    rows = []
    for name, own in shown.groupby("discrepancy", sort=False):
        often = own["value"].value_counts()
        order = [value for _, value in sorted((-count, value) for value, count in often.items())]
        for row in own.itertuples():
            of = row.of if row.kind in SAID and row.of != row.kind else ""
            matter = (f"{name} {row.kind}: {of}" if of else f"{name} {row.kind}", LAYER, name, row.kind, of)
            rows.append((*matter, row.source, columns[row.source], row.value, order.index(row.value)))
    words = ["row", "layer", "label", "kind", "of", "source", "value"]
    frame = pd.DataFrame(rows, columns=[*words[:6], "column", "value", "tone"])
    return frame.astype(dict.fromkeys(words, "str") | {"column": "int64", "tone": "int64"})


def matter(row: Mapping[Any, Any]) -> str:
    """What a row of `strips` differs on, in the language spoken: `D001 number: morts`."""
    if not row.get("kind"):
        return str(row["row"])
    of, kind = language.named(row["of"]), language.word(row["kind"])
    return language.say("{name} {kind}: {of}", name=row["label"], kind=kind, of=of) if of else f"{row['label']} {kind}"
