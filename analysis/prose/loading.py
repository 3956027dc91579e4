"""Sentences on loaded words: how many in how much text of the outlet's own, of which kinds, and who differs."""

import pandas as pd

from analysis import measures
from analysis.language import decimal, many, say
from analysis.loaded import ANY
from analysis.prose.wording import Row, adjusted, linked, listed, named_so, source


def loaded_rates(rates: pd.DataFrame, sentences: pd.DataFrame) -> list[str]:
    """The rate over all articles, the kinds, whether any article differs from the others, and what is not counted.

    `rates` and `sentences` are those of `loaded`. Articles are compared by the sentences that hold a loaded word, and
    only what holds after Benjamini and Hochberg (1995) over all rows is said.
    """
    whole = rates[rates["label"] == ANY]
    words, of = int(whole["times"].sum()), int(whole["of"].sum())
    if not of:
        return [say("No article has words outside quotations in which loaded words could stand.")]
    if not words:
        return [
            many(
                of,
                "No loaded word was found in {n} word outside quotations.",
                "No loaded word was found in {n} words outside quotations.",
            )
        ]
    caution = say("Words that no rule of the lexicon knows are not counted.")
    return [_overall(whole, words, of), *_by_kind(rates), *_compared(sentences), caution]


def _overall(whole: pd.DataFrame, words: int, of: int) -> str:
    return many(
        int((whole["of"] > 0).sum()),
        "Outside quotations {n} article uses {loaded} in {words}, {rate} in 100.",
        "Outside quotations {n} articles use {loaded} in {words}, {rate} in 100.",
        loaded=many(words, "{n} loaded word", "{n} loaded words"),
        words=many(of, "{n} word", "{n} words"),
        rate=decimal(100 * words / of, 1),
    )


def _by_kind(rates: pd.DataFrame) -> list[str]:
    kinds = rates[rates["label"] != ANY].groupby("label", sort=False)["times"].sum()
    held = kinds[kinds > 0].sort_values(ascending=False, kind="stable")
    each = [f"{named_so(str(label))} {linked(str(count), 'loaded', str(label))}" for label, count in held.items()]
    return [say("By kind: {each}.", each=listed(each, more=("{n} more kind", "{n} more kinds")))] if each else []


def _compared(sentences: pd.DataFrame) -> list[str]:
    tests = len(measures.compared(sentences))
    if not tests:
        return []
    rows = measures.standing_out(sentences)
    if sentences.loc[sentences["of"] > 0, "document"].nunique() == 2:
        rows = rows[rows["score"] > 0]
    if rows.empty:
        return [
            many(
                tests,
                "No article differs from the others in this by more than chance could give ({n} test).",
                "No article differs from the others in this by more than chance could give ({n} tests).",
            )
        ]
    return [_differs(row, sentences) for row in rows.to_dict("records")]


def _differs(row: Row, sentences: pd.DataFrame) -> str:
    same = sentences[(sentences["label"] == row["label"]) & (sentences["document"] != row["document"])]
    about = {
        "source": source(row["source"]),
        "units": row["units"],
        "of": row["of"],
        "others": int(same["units"].sum()),
        "of_others": int(same["of"].sum()),
        "p": adjusted(row["adjusted"]),
    }
    if row["label"] == ANY and row["score"] > 0:
        return say(
            "More sentences of {source} hold a loaded word ({units} of {of}) than elsewhere ({others} of {of_others}; "
            "adjusted p {p}).",
            **about,
        )
    if row["label"] == ANY:
        return say(
            "Fewer sentences of {source} hold a loaded word ({units} of {of}) than elsewhere ({others} of {of_others}; "
            "adjusted p {p}).",
            **about,
        )
    about["kind"] = named_so(row["label"])
    if row["score"] > 0:
        return say(
            "More sentences of {source} hold a word of the kind {kind} ({units} of {of}) than elsewhere ({others} of "
            "{of_others}; adjusted p {p}).",
            **about,
        )
    return say(
        "Fewer sentences of {source} hold a word of the kind {kind} ({units} of {of}) than elsewhere ({others} of "
        "{of_others}; adjusted p {p}).",
        **about,
    )
