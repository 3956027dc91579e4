"""Sentences on the media through which the articles have what they tell."""

import pandas as pd

from analysis.chains import CREDIT, NONE
from analysis.language import many, say
from analysis.prose.wording import Row, listed, source, sources, told

AGENCIES = "agencies"
MOST = 5
"""How many articles' credits have sentences of their own, at most."""


def chained(chains: pd.DataFrame, resting: pd.DataFrame) -> list[str]:
    """Which articles rest on the same agency or medium, and for how many statements none is named."""
    of = int(chains["statements"].sum())
    without = {how: int(chains.loc[chains["how"] == how, "statements"].sum()) for how in (NONE, CREDIT)}
    rows = resting.to_dict("records")
    sentences = [_credited(row) for row in rows if row["credited"]][:MOST]
    carried = [_carried(row) for row in rows if row["statements"]]
    if carried:
        each = listed(carried, more=("{n} more medium", "{n} more media"))
        sentences.append(say("Statements that a medium carried, was told or makes itself: {each}.", each=each))
    if not of:
        return sentences or [say("No statement and no credit of an agency was found.")]
    return [*sentences, _mediumless(without[NONE], without[CREDIT], of)]


def _carried(row: Row) -> str:
    """A medium with how many statements it carried, and where."""
    through = ", ".join(source(name) for name in row["through"].split(", "))
    medium = told(row["medium"])
    return say("{medium} ({statements}, in {sources})", medium=medium, statements=row["statements"], sources=through)


def _mediumless(none: int, credited: int, of: int) -> str:
    """For how many statements no medium is named: all and none are said so."""
    if none == of:
        return many(of, "No medium is named for the one statement.", "No medium is named for any of {n} statements.")
    if not none + credited:
        if of == 2:
            return say("A medium is named for both statements.")
        return many(of, "A medium is named for the one statement.", "A medium is named for all {n} statements.")
    if not none:
        return many(
            credited,
            "{n} statement of {of} is in articles that credit an agency and do not say what they have from it.",
            "{n} statements of {of} are in articles that credit an agency and do not say what they have from it.",
            of=of,
        )
    statements = many(of, "{n} statement", "{n} statements")
    if not credited:
        return say("No medium is named for {untold} of {statements}.", untold=none, statements=statements)
    return many(
        credited,
        "No medium is named for {untold} of {statements}; {n} more is in articles that credit an agency and do not "
        "say what they have from it.",
        "No medium is named for {untold} of {statements}; {n} more are in articles that credit an agency and do not "
        "say what they have from it.",
        untold=none,
        statements=statements,
    )


def _credited(row: Row) -> str:
    names = row["credited"].split(", ")
    if row["medium"] == AGENCIES:
        return many(
            row["crediting"],
            "{sources} credits agencies without saying which.",
            "{sources} credit agencies without saying which.",
            sources=sources(names),
        )
    return many(
        row["crediting"],
        "{sources} credits {medium}.",
        "{sources} credit {medium}: what they have in common may be from there.",
        sources=sources(names),
        medium=told(row["medium"]),
    )
