"""Sentences on what articles leave out, short told from silent."""

import pandas as pd

from analysis.language import many, say
from analysis.prose.facts import named
from analysis.prose.wording import Row, listed, percent, source, sources

MOST_ARTICLES = 8
"""So many articles have a sentence of their own on what they leave out."""


def omitted(left_out: pd.DataFrame, standing: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """What most others tell and an article does not: first where its length does not explain it.

    What it perhaps tells in other words is no omission: how much that is comes last.
    """
    if articles.empty or articles["story"].value_counts().max() < 3:
        few = say(
            "What others widely tell shows only where three articles or more are on one event: here are none such."
        )
        return [few]
    maybe = left_out[left_out["perhaps"]]
    rows = left_out[~left_out["perhaps"]].merge(standing[["label", "statement"]], on="label", how="left")
    if rows.empty:
        return [say("No article is found to leave out a fact that most of the others tell."), *_perhaps(maybe)]
    silent, brief = rows[~rows["short"]], rows[rows["short"]]
    return [*_silent(silent), *_brief(brief, further=len(silent) > 0), _certain(rows), *_perhaps(maybe)]


def silent(chosen: pd.DataFrame, standing: pd.DataFrame) -> list[str]:
    """What these articles are not found to tell, a sentence an article; `chosen` are rows of `omissions.left_out`."""
    return _silent(chosen.merge(standing[["label", "statement"]], on="label", how="left"))


def _silent(rows: pd.DataFrame) -> list[str]:
    parts = [(label, part) for label, part in rows.groupby("source", sort=True)]
    parts.sort(key=lambda part: -len(part[1]))
    found = [
        say(
            "{source} is not found to tell {facts}: {why}.",
            source=source(str(label)),
            facts=_facts(part),
            why=_of_its_length(part),
        )
        for label, part in parts[:MOST_ARTICLES]
    ]
    if len(parts) > MOST_ARTICLES:
        left = sum(len(part) for _, part in parts[MOST_ARTICLES:])
        found.append(
            many(
                len(parts) - MOST_ARTICLES,
                "{n} more article: {omissions} that length alone does not explain.",
                "{n} more articles: {omissions} that length alone does not explain.",
                omissions=many(left, "{n} omission", "{n} omissions"),
            )
        )
    return found


def _of_its_length(rows: pd.DataFrame) -> str:
    """What the length of an article says of the facts that it leaves out, when it does not explain them."""
    if not rows["longer"].any():
        return many(
            len(rows),
            "it is not shorter than the articles that tell it",
            "it is not shorter than the articles that tell them",
        )
    if (2 * rows["longer"] < rows["others"]).all():
        return many(
            len(rows),
            "it is not shorter than most of the articles that tell it",
            "it is not shorter than most of the articles that tell them",
        )
    return say("its length alone does not explain that")


def _perhaps(rows: pd.DataFrame) -> list[str]:
    """What is not counted, since other claims of the article speak of it."""
    if rows.empty:
        return []
    labels = sorted(set(rows["source"]))
    if len(labels) > 1:
        found = say(
            "Not counted are {cases} cases in which most others tell a fact and an article ({sources}) perhaps tells "
            "it in other words.",
            cases=len(rows),
            sources=sources(labels),
        )
        return [found]
    found = many(
        len(rows),
        "Not counted is {n} fact that most others tell and {source} perhaps tells in other words.",
        "Not counted are {n} facts that most others tell and {source} perhaps tells in other words.",
        source=source(labels[0]),
    )
    return [found]


def _facts(rows: pd.DataFrame) -> str:
    each = map(_fact, rows.to_dict("records"))
    return listed(each, most=4, more=("{n} more fact", "{n} more facts"))


def _fact(row: Row) -> str:
    if row["others"] < row["of_others"]:
        return say(
            "{fact} ({others} of {of} others tell it)", fact=named(row), others=row["others"], of=row["of_others"]
        )
    if row["others"] == 2:
        return say("{fact} (both others tell it)", fact=named(row))
    return say("{fact} (all {others} others tell it)", fact=named(row), others=row["others"])


def _brief(rows: pd.DataFrame, *, further: bool) -> list[str]:
    """Silences that a short article may owe to its length; how likely that is, from the least to the most likely."""
    if rows.empty:
        return []
    values = {
        "sources": sources(sorted(set(rows["source"]))),
        "chance": _between(percent(rows["chance"].min()), percent(rows["chance"].max())),
        "pairs": many(int(rows["tests"].iloc[0]), "{n} pair of fact and article", "{n} pairs of fact and article"),
    }
    if further:
        found = many(
            len(rows),
            "{n} further omission, of {sources}, may be due to length: of the articles that tell the fact, cut "
            "to the same length, {chance} would be silent on it, and with {pairs} looked at that is not rare "
            "enough.",
            "{n} further omissions, of {sources}, may be due to length: of the articles that tell the fact, cut "
            "to the same length, {chance} would be silent on it, and with {pairs} looked at that is not rare "
            "enough.",
            **values,
        )
        return [found]
    found = many(
        len(rows),
        "{n} omission, of {sources}, may be due to length: of the articles that tell the fact, cut to the "
        "same length, {chance} would be silent on it, and with {pairs} looked at that is not rare enough.",
        "{n} omissions, of {sources}, may be due to length: of the articles that tell the fact, cut to the "
        "same length, {chance} would be silent on it, and with {pairs} looked at that is not rare enough.",
        **values,
    )
    return [found]


def _between(low: str, high: str) -> str:
    """One value, or two: `4 % to 32 %`."""
    return low if low == high else say("{low} to {high}", low=low, high=high)


def _certain(rows: pd.DataFrame) -> str:
    sure, fewest, most = int(rows["sure"].sum()), int(rows["of_others"].min()), int(rows["of_others"].max())
    if sure == len(rows):
        return many(
            sure,
            "For this fact it is sure (95\u00a0%) that most accounts of the event tell it.",
            "For each of these facts it is sure (95\u00a0%) that most accounts of the event tell it.",
        )
    values = {"others": _between(str(fewest), str(most)), "lowest": percent(rows.loc[~rows["sure"], "low"].min())}
    if sure:
        return many(
            sure,
            "That most accounts of the event tell it is sure for {n} of these {of} omissions only: with {others} "
            "others, the interval of their share goes down to {lowest}.",
            "That most accounts of the event tell it is sure for {n} of these {of} omissions only: with {others} "
            "others, the interval of their share goes down to {lowest}.",
            of=len(rows),
            **values,
        )
    return many(
        len(rows),
        "It is not sure that most accounts of the event tell this fact: with {others} others, the interval of their "
        "share goes down to {lowest}.",
        "That most accounts of the event tell it is sure for none of these facts: with {others} others, the interval "
        "of their share goes down to {lowest}.",
        **values,
    )
