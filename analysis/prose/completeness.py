"""Sentences on how much each article tells for its length, and how much of a story its articles cover."""

import pandas as pd

from analysis.completeness import FEWER, MORE
from analysis.language import decimal, many, say
from analysis.prose.facts import MOST_EVENTS, in_number, on_event
from analysis.prose.wording import Row, adjusted, percent, source


def lengths(articles: pd.DataFrame) -> list[str]:
    """Which articles tell fewer or more of the consensus than their length lets expect.

    `articles` is `completeness.by_article`.
    """
    compared = articles[articles["expected"].notna()]
    if compared.empty:
        return [_not_compared(articles)]
    found = [_against(row) for row in compared.to_dict("records") if row["reading"] in (FEWER, MORE)]
    rest = len(compared) - len(found)
    if not rest:
        return found
    if not found:
        tail = many(
            rest,
            "What the article tells of the consensus is no fewer and no more facts than length and chance may explain.",
            "What the {n} articles tell of the consensus is no fewer and no more facts than length and chance may "
            "explain.",
        )
        return [tail]
    tail = many(
        rest,
        "What the other article tells of the consensus is no fewer and no more facts than length and chance may "
        "explain.",
        "What the other {n} articles tell of the consensus is no fewer and no more facts than length and chance may "
        "explain.",
    )
    return [*found, tail]


def _not_compared(articles: pd.DataFrame) -> str:
    if articles.empty or articles["story"].value_counts().max() < 4:
        return say(
            "Whether an article's length explains how much it tells can't be said of these articles: fewer than four "
            "are on one event."
        )
    return say(
        "Whether an article's length explains how much it tells can't be said of these articles: most of them agree on "
        "no fact."
    )


def _against(row: Row) -> str:
    values = {
        "source": source(row["source"]),
        "common": row["common"],
        "expected": decimal(row["expected"], 1),
        "low": decimal(row["low"], 1),
        "high": decimal(row["high"], 1),
        "p": adjusted(row["adjusted"]),
    }
    if row["reading"] == FEWER:
        return many(
            row["of_common"],
            "{source} tells {common} of {n} fact that most articles tell, fewer than its length explains ({expected} "
            "expected, {low}–{high}; adjusted p {p}).",
            "{source} tells {common} of {n} facts that most articles tell, fewer than its length explains ({expected} "
            "expected, {low}–{high}; adjusted p {p}).",
            **values,
        )
    return many(
        row["of_common"],
        "{source} tells {common} of {n} fact that most articles tell, more than its length explains ({expected} "
        "expected, {low}–{high}; adjusted p {p}).",
        "{source} tells {common} of {n} facts that most articles tell, more than its length explains ({expected} "
        "expected, {low}–{high}; adjusted p {p}).",
        **values,
    )


def covered(stories: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """How much of each story its articles tell, or that they are too few to say; the largest stories first."""
    if stories.empty:
        return [say("No fact was found: nothing can be said of how much the articles cover.")]
    of = {story: part["source"].tolist() for story, part in articles.groupby("story", sort=True)}
    ranked = stories.sort_values(["articles", "story"], ascending=[False, True], kind="stable")
    rows = ranked[ranked["articles"] > 1].head(MOST_EVENTS).to_dict("records")
    found = [on_event(of.get(row["story"], []), len(stories) > 1, _covered(row)) for row in rows]
    rest, single = int((ranked["articles"] > 1).sum()) - len(rows), int((ranked["articles"] == 1).sum())
    if rest:
        found.append(
            many(
                rest,
                "{n} further event of two articles or more is in the table.",
                "{n} further events of two articles or more are in the table.",
            )
        )
    if single:
        found.append(
            many(
                single,
                "One event has one article: how much of the story that covers, one article can't say.",
                "{n} events have one article: how much of the story that covers, one article can't say.",
            )
        )
    return found


def _covered(row: Row) -> str:
    values = {
        "articles": row["articles"],
        "facts": in_number(row["facts"]),
        "once": _once(row["once"], row["facts"]),
        "estimate": decimal(row["estimate"], 0),
        "low": decimal(row["low"], 0),
        "high": decimal(row["high"], 0),
    }
    if not row["sure"]:
        return say(
            "{articles} articles are too few to say how much of the story they cover: they tell {facts}, {once}; an "
            "estimate of all that there is to tell, {estimate} ({low}–{high}), is only a lower bound, and its interval "
            "leaves aside that facts may be wrongly grouped.",
            **values,
        )
    told = say(
        "{articles} articles tell {facts}, {once}. By estimate, if facts are rightly grouped, there are at least "
        "{estimate} ({low}–{high}) to tell, so that this is some {share} of the story at the most.",
        share=percent(row["share"]),
        **values,
    )
    further = many(
        round(row["further"]),
        "Of what one more article would tell, about {coverage} stands here already; it would add about {n}.",
        "Of what one more article would tell, about {coverage} stands here already; it would add about {n}.",
        none="Of what one more article would tell, about {coverage} stands here already; it would add hardly any.",
        coverage=percent(row["coverage"]),
    )
    return f"{told} {further}"


def _once(once: int, facts: int) -> str:
    """How many of the facts stand in one article alone."""
    if once == facts > 1:
        return say("all of them in one article alone")
    return many(
        once,
        "{n} of them in one article alone",
        "{n} of them in one article alone",
        none="none of them in one article alone",
    )
