"""Sentences on facts that are set aside: not shown in a matrix, or told in copied text alone."""

import pandas as pd

from analysis.consensus import CONSENSUS
from analysis.language import many, say
from analysis.prose.wording import articles, listed, source


def not_shown(cells: pd.DataFrame, standing: pd.DataFrame) -> str:
    """How many facts a matrix leaves out, and how many articles tell those at the most."""
    left = standing[~standing["label"].isin(set(cells["label"]))]
    if left.empty:
        if len(standing) < 2:
            return say("The one fact is shown.") if len(standing) else say("There is no fact to show.")
        return (
            say("All {facts} facts are shown.", facts=len(standing))
            if len(standing) > 2
            else say("Both facts are shown.")
        )
    most = int(left["articles"].max())
    rest = many(
        len(left),
        "{n} more, told by {articles}, is left out",
        "{n} more, each told by {articles}, are left out",
        articles=_at_most(most),
    )
    return many(
        len(standing) - len(left),
        "Shown is the {n} fact that most articles tell; {rest}.",
        "Shown are the {n} facts that most articles tell; {rest}.",
        rest=rest,
    )


def _at_most(most: int) -> str:
    if not most:
        return say("copied text alone")
    return articles(1) if most == 1 else say("{articles} articles at the most", articles=most)


def facts_without_copies(compared: pd.DataFrame, standing: pd.DataFrame, own: pd.DataFrame) -> str:
    """What changes where copied text does not count.

    `compared` is `consensus.compared`; `standing` and `own` are `consensus.standing` with copied text and without.
    """
    lost = int(compared["copied"].sum())
    if not lost:
        return say("No article tells a fact in copied text alone: without copies the counts of facts stay as they are.")
    rows = compared[compared["copied"] > 0].sort_values(["copied", "source"], ascending=[False, True], kind="stable")
    each = (
        say("{source} {count} of {of}", source=source(row["source"]), count=row["copied"], of=row["facts"])
        for row in rows.to_dict("records")
    )
    before, after = (int((table["standing"] == CONSENSUS).sum()) for table in (standing, own))
    found = say(
        "{lost} of {facts} times that an article tells a fact it does so in copied text alone ({each}).",
        lost=lost,
        facts=int(compared["facts"].sum()),
        each=listed(each, more=("{n} more article", "{n} more articles")),
    )
    if before == after:
        return f"{found} {say('Facts that most articles tell: {n} with copies and without.', n=before)}"
    kept = say("Facts that most articles tell: {after} without copies, {before} with them.", after=after, before=before)
    return f"{found} {kept}"
