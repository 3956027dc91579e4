"""Sentences on what articles leave out, short told from silent, and on how much of a story they cover."""

import pandas as pd

from analysis.completeness import FEWER, MORE
from analysis.prose.facts import MOST_EVENTS, event, named
from analysis.prose.wording import Row, adjusted, are, capital, listed, number, percent, told

MOST_ARTICLES = 8
"""So many articles have a sentence of their own on what they leave out."""


def omitted(left_out: pd.DataFrame, standing: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """What most others tell and an article does not: first where its length does not explain it.

    What it perhaps tells in other words is no omission: how much that is comes last.
    """
    if articles.empty or articles["story"].value_counts().max() < 3:
        return ["What others widely tell shows only where three articles or more are on one event: here are none such."]
    maybe = left_out[left_out["perhaps"]]
    rows = left_out[~left_out["perhaps"]].merge(standing[["label", "statement"]], on="label", how="left")
    if rows.empty:
        return ["No article is found to leave out a fact that most of the others tell.", *_perhaps(maybe)]
    silent, brief = rows[~rows["short"]], rows[rows["short"]]
    found = [*_silent(silent), *_brief(brief, "further " if len(silent) else "")]
    return [*found, _certain(rows), *_perhaps(maybe)]


def silent(chosen: pd.DataFrame, standing: pd.DataFrame) -> list[str]:
    """What these articles are not found to tell, a sentence an article; `chosen` are rows of `omissions.left_out`."""
    return _silent(chosen.merge(standing[["label", "statement"]], on="label", how="left"))


def lengths(articles: pd.DataFrame) -> list[str]:
    """Which articles tell fewer or more of the consensus than their length lets expect.

    `articles` is `completeness.by_article`.
    """
    compared = articles[articles["expected"].notna()]
    if compared.empty:
        few = articles.empty or articles["story"].value_counts().max() < 4
        why = "fewer than four are on one event" if few else "most of them agree on no fact"
        return [f"Whether an article's length explains how much it tells can't be said of these articles: {why}."]
    found = [_against(row) for row in compared.to_dict("records") if row["reading"] in (FEWER, MORE)]
    rest = len(compared) - len(found)
    who = "the other" if found else "the"
    tail = f"What {who} {number(rest, 'article')} {'tells' if rest == 1 else 'tell'} of the consensus"
    return [*found, f"{tail} is no fewer and no more facts than length and chance may explain."] if rest else found


def covered(stories: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """How much of each story its articles tell, or that they are too few to say; the largest stories first."""
    if stories.empty:
        return ["No fact was found: nothing can be said of how much the articles cover."]
    sources = {story: part["source"].tolist() for story, part in articles.groupby("story", sort=True)}
    ranked = stories.sort_values(["articles", "story"], ascending=[False, True], kind="stable")
    rows = ranked[ranked["articles"] > 1].head(MOST_EVENTS).to_dict("records")
    found = [_covered(event(sources.get(row["story"], []), len(stories) > 1), row) for row in rows]
    rest, single = int((ranked["articles"] > 1).sum()) - len(rows), int((ranked["articles"] == 1).sum())
    if rest:
        found.append(f"{capital(number(rest, 'further event'))} of two articles or more {are(rest)} in the table.")
    if single:
        events = "One event has" if single == 1 else f"{single} events have"
        found.append(f"{events} one article: how much of the story that covers, one article can't say.")
    return found


def _silent(rows: pd.DataFrame) -> list[str]:
    parts = [(source, part) for source, part in rows.groupby("source", sort=True)]
    parts.sort(key=lambda part: -len(part[1]))
    found = [
        f"{told(str(source))} is not found to tell {_facts(part)}: {_of_its_length(part)}."
        for source, part in parts[:MOST_ARTICLES]
    ]
    if len(parts) > MOST_ARTICLES:
        left = sum(len(part) for _, part in parts[MOST_ARTICLES:])
        who = number(len(parts) - MOST_ARTICLES, "more article")
        found.append(f"{capital(who)}: {number(left, 'omission')} that length alone does not explain.")
    return found


def _of_its_length(rows: pd.DataFrame) -> str:
    """What the length of an article says of the facts that it leaves out, when it does not explain them."""
    them = "it" if len(rows) == 1 else "them"
    if not rows["longer"].any():
        return f"it is not shorter than the articles that tell {them}"
    if (2 * rows["longer"] < rows["others"]).all():
        return f"it is not shorter than most of the articles that tell {them}"
    return "its length alone does not explain that"


def _perhaps(rows: pd.DataFrame) -> list[str]:
    """What is not counted, since other claims of the article speak of it."""
    if rows.empty:
        return []
    sources = listed(map(told, sorted(set(rows["source"]))), what="articles")
    if rows["source"].nunique() > 1:
        return [
            f"Not counted are {len(rows)} cases in which most others tell a fact and an article ({sources}) perhaps "
            "tells it in other words."
        ]
    facts = f"{are(len(rows))} {number(len(rows), 'fact')}"
    return [f"Not counted {facts} that most others tell and {sources} perhaps tells in other words."]


def _facts(rows: pd.DataFrame) -> str:
    return listed(map(_fact, rows.to_dict("records")), most=4, what="facts")


def _fact(row: Row) -> str:
    if row["others"] == row["of_others"]:
        others = "both others tell it" if row["others"] == 2 else f"all {row['others']} others tell it"
    else:
        others = f"{row['others']} of {row['of_others']} others tell it"
    return f"{named(row)} ({others})"


def _brief(rows: pd.DataFrame, further: str) -> list[str]:
    """Silences that a short article may owe to its length; how likely that is, from the least to the most likely."""
    if rows.empty:
        return []
    low, high = (percent(value) for value in (rows["chance"].min(), rows["chance"].max()))
    chance = low if low == high else f"{low} to {high}"
    sources = listed(map(told, sorted(set(rows["source"]))), what="articles")
    pairs = number(int(rows["tests"].iloc[0]), "pair")
    return [
        f"{capital(number(len(rows), f'{further}omission'))}, of {sources}, may be due to length: of the articles that "
        f"tell the fact, cut to the same length, {chance} would be silent on it, and with {pairs} of fact and article "
        "looked at that is not rare enough."
    ]


def _certain(rows: pd.DataFrame) -> str:
    sure, fewest, most = int(rows["sure"].sum()), int(rows["of_others"].min()), int(rows["of_others"].max())
    if sure == len(rows):
        return "For each of these facts it is sure (95 %) that most accounts of the event tell it."
    others = f"{fewest}" if fewest == most else f"{fewest} to {most}"
    lowest = percent(rows.loc[~rows["sure"], "low"].min())
    which = "for none of these facts" if not sure else f"for {sure} of these {len(rows)} omissions only"
    return (
        f"That most accounts of the event tell it is sure {which}: with {others} others, the interval of their share "
        f"goes down to {lowest}."
    )


def _against(row: Row) -> str:
    interval = f"{row['expected']:.1f} expected, {row['low']:.1f}–{row['high']:.1f}"
    return (
        f"{told(row['source'])} tells {row['common']} of {number(row['of_common'], 'fact')} that most articles tell, "
        f"{row['reading']} than its length explains ({interval}; adjusted p {adjusted(row['adjusted'])})."
    )


def _covered(where: str, row: Row) -> str:
    few = {2: "both articles"}.get(row["articles"], f"{row['articles']} articles")
    facts, bound = number(row["facts"], "fact"), f"{row['estimate']:.0f} ({row['low']:.0f}–{row['high']:.0f})"
    once = f"{row['once'] or 'none'} of them in one article alone"
    if not row["sure"]:
        return (
            f"{capital(f'{where}{few}')} are too few to say how much of the story they cover: they tell {facts}, "
            f"{once}; an estimate of all that there is to tell, {bound}, is only a lower bound, and its interval "
            "leaves aside that facts may be wrongly grouped."
        )
    further = f"about {row['further']:.0f}" if row["further"] >= 0.5 else "hardly any"
    return (
        f"{capital(f'{where}{few}')} tell {facts}, {once}. By estimate, if facts are rightly grouped, there are at "
        f"least {bound} to tell, so that this is some {percent(row['share'])} of the story at the most. Of what one "
        f"more article would tell, about {percent(row['coverage'])} stands here already; it would add {further}."
    )
