"""Sentences on who tells which fact: what all tell, what one alone, what is in dispute, what is left without copies."""

import pandas as pd

from analysis.consensus import CONSENSUS, IN_COPIES, SHARED, SINGLE
from analysis.discrepancies.values import AGREEING
from analysis.language import many, say
from analysis.prose.wording import Row, are, capital, listed, number, of_articles, quotation, told

MOST_EVENTS = 5
"""So many events have sentences of their own; tables show them all."""
MATTERS = {
    "place": "where",
    "date": "when",
    "number": "how many or how much",
    "status": "whether it is so",
    "direction": "who does it to whom",
}
"""In which question articles differ, by the kind of their discrepancy."""


def consensus(standing: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """How many facts all, most, some or one of the articles tell, and which are told most widely, event by event.

    `articles` has a row per article with source and story (`completeness.by_article`).
    """
    if standing.empty:
        return ["No fact was found in these articles."]
    sources = {story: part["source"].tolist() for story, part in articles.groupby("story", sort=True)}
    several = sorted((story for story in sources if len(sources[story]) > 1), key=lambda story: -len(sources[story]))
    sentences = [
        sentence
        for story in several[:MOST_EVENTS]
        for sentence in _agreed(
            event(sources[story], len(sources) > 1), standing[standing["story"] == story], len(sources[story])
        )
    ]
    further = standing["story"].isin(several[MOST_EVENTS:])
    if further.any():
        events = number(len(several) - MOST_EVENTS, "further event")
        sentences.append(f"{capital(events)} of two articles or more: {number(int(further.sum()), 'fact')} in all.")
    lonely = [story for story in sources if len(sources[story]) == 1]
    return sentences + _lonely([sources[story][0] for story in lonely], standing[standing["story"].isin(lonely)])


def alone(articles: pd.DataFrame) -> str:
    """How many facts stand in one article alone, by article."""
    of = articles.groupby("story")["document"].transform("size")
    rows = articles[(of > 1) & (articles["alone"] > 0)]
    total = int(rows["alone"].sum())
    if not (of > 1).any():
        return say("No event has a second article: nothing can be said to stand in one alone.")
    if not total:
        return say("No fact is told by one article alone.")
    rows = rows.sort_values(["alone", "source"], ascending=[False, True], kind="stable")
    each = listed(
        (
            say("{source} {alone} of its {facts}", source=told(row["source"]), alone=row["alone"], facts=row["facts"])
            for row in rows.to_dict("records")
        ),
        more=("{n} more article", "{n} more articles"),
    )
    found = many(
        total,
        "{n} fact is told by one article alone: {each}.",
        "{n} facts are told by one article alone: {each}.",
        each=each,
    )
    return f"{found} {say('Some of these may be told by others in words that were not recognised as the same.')}"


def disputed(standing: pd.DataFrame) -> str:
    """On which facts articles can't all be right, and in what they differ."""
    rows = standing[standing["disputed"]]
    if rows.empty:
        return say("No fact was found on which the articles contradict one another.")
    each = [f"{named(row)} ({_matters(row['differs'])})" for row in rows.to_dict("records")]
    return many(
        len(rows),
        "The articles contradict one another on {n} fact: {each}.",
        "The articles contradict one another on {n} facts: {each}.",
        each=listed(each, most=6, more=("{n} more fact", "{n} more facts")),
    )


def not_shown(cells: pd.DataFrame, standing: pd.DataFrame) -> str:
    """How many facts a matrix leaves out, and how many articles tell those at the most."""
    left = standing[~standing["label"].isin(set(cells["label"]))]
    if left.empty:
        whole = {0: "There is no fact to show.", 1: "The one fact is shown.", 2: "Both facts are shown."}
        return whole.get(len(standing), f"All {number(len(standing), 'fact')} are shown.")
    shown, most = len(standing) - len(left), int(left["articles"].max())
    each = "each told by" if len(left) > 1 else "told by"
    bound = f"{number(most, 'article')}" if most < 2 else f"{number(most, 'article')} at the most"
    kept = f"Shown {are(shown)} the {number(shown, 'fact')} that most articles tell"
    return f"{kept}; {number(len(left), 'more', 'more')}, {each} {bound}, {are(len(left))} left out."


def facts_without_copies(compared: pd.DataFrame, standing: pd.DataFrame, own: pd.DataFrame) -> str:
    """What changes where copied text does not count.

    `compared` is `consensus.compared`; `standing` and `own` are `consensus.standing` with copied text and without.
    """
    lost, facts = int(compared["copied"].sum()), int(compared["facts"].sum())
    if not lost:
        return "No article tells a fact in copied text alone: without copies the counts of facts stay as they are."
    rows = compared[compared["copied"] > 0].sort_values(["copied", "source"], ascending=[False, True], kind="stable")
    each = [f"{told(row['source'])} {row['copied']} of {row['facts']}" for row in rows.to_dict("records")]
    before, after = (int((table["standing"] == CONSENSUS).sum()) for table in (standing, own))
    head = f"{lost} of {facts} times that an article tells a fact it does so in copied text alone"
    tail = f"{after} without copies, {before} with them" if before != after else f"{before} with copies and without"
    return f"{head} ({listed(each, what='articles')}). Facts that most articles tell: {tail}."


def named(row: Row) -> str:
    """The fact of a row by its short statement, as a link to its evidence."""
    return quotation(row["statement"].removesuffix("."), row["layer"], row["label"])


def _lonely(sources: list[str], part: pd.DataFrame) -> list[str]:
    """What can be said of articles whose event no other article tells."""
    if not sources:
        return []
    who = f"{listed(map(told, sources), what='articles')} {'tells' if len(sources) == 1 else 'tell'}"
    event_ = "its event" if len(sources) == 1 else "their events"
    return [f"{who} {number(len(part), 'fact')}; no other article is on {event_}, so nothing can be compared."]


def event(sources: list[str], several: bool) -> str:
    """How to speak of the event of these articles: needed only where the corpus has several."""
    return f"on the event of {listed(map(told, sources), most=5, what='articles')}, " if several else ""


def _agreed(where: str, part: pd.DataFrame, size: int) -> list[str]:
    """The sentences of one event with `size` articles, two or more."""
    agreed = part[part["standing"] == CONSENSUS]
    everyone = int((agreed["articles"] == size).sum())
    counts = {
        f"by {of_articles(size, size)}": everyone,
        f"by most of the {size}": len(agreed) - everyone,
        "by several, but not by most": int((part["standing"] == SHARED).sum()),
        "by one article alone": int((part["standing"] == SINGLE).sum()),
        "in copied text only": int((part["standing"] == IN_COPIES).sum()),
    }
    each = [f"{count} {how}" for how, count in counts.items() if count]
    first = f"{capital(where)}{number(len(part), 'fact')} {are(len(part))} told: {listed(each)}."
    if agreed.empty:
        return [f"{first} None is told by most of them."]
    wide = [f"{named(row)} ({_how_many(row, size)})" for row in agreed.to_dict("records")]
    second = f"{capital(f'{where}most widely told')}: {listed(wide, most=5, what='facts')}."
    unsure = [named(row) for row in agreed[agreed["told"] == 0].to_dict("records")]
    if not unsure:
        return [first, second]
    third = f"{where}told by most, but by nobody plainly, only with doubt or as somebody's word"
    return [first, second, f"{capital(third)}: {listed(unsure, most=4, what='facts')}."]


def _matters(differs: str) -> str:
    """The questions on which not all can be right, of the kinds in which the accounts of a fact differ."""
    kinds = [kind for kind in differs.split(", ") if kind not in AGREEING]
    return ", ".join(told(MATTERS.get(kind, kind)) for kind in kinds)


def _how_many(row: Row, size: int) -> str:
    if row["of"] < size:
        return f"{row['articles']} of {row['of']} that have words of their own on it"
    return of_articles(row["articles"], size) if row["articles"] == size else f"{row['articles']} of {size}"
