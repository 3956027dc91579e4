"""Sentences on loaded words: how many in how much text of the outlet's own, of which kinds, and who differs."""

import pandas as pd

from analysis import measures
from analysis.loaded import ANY
from analysis.prose.wording import Row, adjusted, linked, listed, named_so, number, told

CAUTION = "Words that no rule of the lexicon knows are not counted."


def loaded_rates(rates: pd.DataFrame, sentences: pd.DataFrame) -> list[str]:
    """The rate over all articles, the kinds, whether any article differs from the others, and what is not counted.

    `rates` and `sentences` are those of `loaded`. Articles are compared by the sentences that hold a loaded word, and
    only what holds after Benjamini and Hochberg (1995) over all rows is said.
    """
    whole = rates[rates["label"] == ANY]
    words, of = int(whole["times"].sum()), int(whole["of"].sum())
    if not of:
        return ["No article has words outside quotations in which loaded words could stand."]
    if not words:
        return [f"No loaded word was found in {number(of, 'word')} outside quotations."]
    return [_overall(whole, words, of), *_by_kind(rates), *_compared(sentences), CAUTION]


def _overall(whole: pd.DataFrame, words: int, of: int) -> str:
    articles = number(int((whole["of"] > 0).sum()), "article")
    head = f"Outside quotations {articles} {'uses' if articles.startswith('1 ') else 'use'}"
    return f"{head} {number(words, 'loaded word')} in {number(of, 'word')}, {100 * words / of:.1f} in 100."


def _by_kind(rates: pd.DataFrame) -> list[str]:
    kinds = rates[rates["label"] != ANY].groupby("label", sort=False)["times"].sum()
    held = kinds[kinds > 0].sort_values(ascending=False, kind="stable")
    each = [f"{told(str(label))} {linked(str(count), 'loaded', str(label))}" for label, count in held.items()]
    return [f"By kind: {listed(each, what='kinds')}."] if each else []


def _compared(sentences: pd.DataFrame) -> list[str]:
    tests = len(measures.compared(sentences))
    if not tests:
        return []
    rows = measures.standing_out(sentences)
    if sentences.loc[sentences["of"] > 0, "document"].nunique() == 2:
        rows = rows[rows["score"] > 0]
    if rows.empty:
        return [f"No article differs from the others in this by more than chance could give ({number(tests, 'test')})."]
    return [f"{_differs(row, sentences)}." for row in rows.to_dict("records")]


def _differs(row: Row, sentences: pd.DataFrame) -> str:
    same = sentences[(sentences["label"] == row["label"]) & (sentences["document"] != row["document"])]
    kind = "a loaded word" if row["label"] == ANY else f"a word of the kind {named_so(row['label'])}"
    side = "More" if row["score"] > 0 else "Fewer"
    others = "the other" if same.loc[same["of"] > 0, "document"].nunique() == 1 else "the others"
    return (
        f"{side} sentences of {told(row['source'])} hold {kind} ({row['units']} of {row['of']}) than of {others} "
        f"({int(same['units'].sum())} of {int(same['of'].sum())}; adjusted p {_equal(adjusted(row['adjusted']))})"
    )


def _equal(value: str) -> str:
    return value if value.startswith("<") else f"= {value}"
