"""Sentences on whether articles differ in how much of them holds a label: most and least, and beyond chance or not."""

import pandas as pd

from analysis import measures
from analysis.language import many, say, word
from analysis.prose import kinds
from analysis.prose.wording import Row, adjusted, linked, listed, out_of, percent, source, told


def extremes(shares: pd.DataFrame) -> list[str]:
    """In which articles the share is highest and lowest; nothing where all are alike."""
    known = shares[shares["of"] > 0]
    if len(known) < 2 or known["share"].nunique() < 2:
        return []
    high, low = (_articles(known[known["share"] == share]) for share in (known["share"].max(), known["share"].min()))
    return [say("Article by article, the share is highest in {high}, lowest in {low}.", high=high, low=low)]


def _articles(rows: pd.DataFrame) -> str:
    each = (f"{source(row['source'])} ({_counted(row)}, {percent(row['share'])})" for row in rows.to_dict("records"))
    return listed(each, more=("{n} more article", "{n} more articles"))


def outstanding(shares: pd.DataFrame) -> list[str]:
    """Which articles hold more or less of one label than chance gives, or that none does; nothing without a test."""
    tests = len(measures.compared(shares))
    if not tests:
        return []
    pair, rows = _pair(shares), _rows(shares)
    if rows:
        return [say("Beyond chance, {each}.", each=listed(_differs(row, pair) for row in rows))]
    if pair:
        return [
            say("The two articles do not differ in this by more than chance could give ({tests}).", tests=_tests(tests))
        ]
    return [
        say(
            "Compared with the others, no article is found to differ in this by more than chance could give ({tests}).",
            tests=_tests(tests),
        )
    ]


def set_apart_by(measure: pd.DataFrame, what: str) -> str:
    """Which labels of a layer set articles apart beyond chance, or that none does."""
    pair, rows = _pair(measure), _rows(measure)
    if rows:
        return say("Beyond chance: {each}.", each=listed(_named(row, pair) for row in rows))
    tests = _tests(len(measures.compared(measure)))
    if pair:
        return say(
            "The two articles do not differ in any {what} by more than chance could give ({tests}).",
            what=kinds.one(what),
            tests=tests,
        )
    return say(
        "Compared with the others, no article is found to differ in any {what} by more than chance could give "
        "({tests}).",
        what=kinds.one(what),
        tests=tests,
    )


def _tests(tests: int) -> str:
    return many(tests, "{n} test", "{n} tests")


def _rows(measure: pd.DataFrame) -> list[Row]:
    """What stands out; of two articles, where each is the other's mirror, only the one that has more."""
    rows = measures.standing_out(measure)
    return (rows[rows["score"] > 0] if _pair(measure) else rows).to_dict("records")


def _pair(measure: pd.DataFrame) -> bool:
    return measure.loc[measure["of"] > 0, "document"].nunique() == 2


def _counted(row: Row) -> str:
    counted = out_of(row["units"], row["of"])
    return linked(counted, row["layer"], row["label"], row["source"]) if row["units"] else counted


def _values(row: Row) -> dict[str, str]:
    return {"source": source(row["source"]), "count": _counted(row), "p": adjusted(row["adjusted"])}


def _differs(row: Row, pair: bool) -> str:
    """That an article has more or less of what is spoken of than the others."""
    if row["score"] > 0:
        if pair:
            return say("{source} has more of it than the other ({count}, adjusted p {p})", **_values(row))
        return say("{source} has more of it than the others ({count}, adjusted p {p})", **_values(row))
    if pair:
        return say("{source} has less of it than the other ({count}, adjusted p {p})", **_values(row))
    return say("{source} has less of it than the others ({count}, adjusted p {p})", **_values(row))


def _named(row: Row, pair: bool) -> str:
    """That an article has a label more or less often than the others."""
    values = _values(row) | {"label": told(word(row["label"]))}
    if row["score"] > 0:
        if pair:
            return say("{source} has {label} more often than the other ({count}, adjusted p {p})", **values)
        return say("{source} has {label} more often than the others ({count}, adjusted p {p})", **values)
    if pair:
        return say("{source} has {label} less often than the other ({count}, adjusted p {p})", **values)
    return say("{source} has {label} less often than the others ({count}, adjusted p {p})", **values)
