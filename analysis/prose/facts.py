"""Sentences on who tells which fact: what all tell, what one alone, what is in dispute, what is left without copies."""

import pandas as pd

from analysis.consensus import CONSENSUS, IN_COPIES, SHARED, SINGLE
from analysis.discrepancies.values import AGREEING
from analysis.language import many, number, say, word
from analysis.matrix import ALL, GATHERED, MOST, ONE, SEVERAL
from analysis.prose.wording import Row, linked, listed, of_articles, out_of, quotation, source, sources, told

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
        return [say("No fact was found in these articles.")]
    of = {story: part["source"].tolist() for story, part in articles.groupby("story", sort=True)}
    several = sorted((story for story in of if len(of[story]) > 1), key=lambda story: -len(of[story]))
    sentences = [
        on_event(of[story], len(of) > 1, sentence)
        for story in several[:MOST_EVENTS]
        for sentence in _agreed(standing[standing["story"] == story], len(of[story]), only=len(several) == 1)
    ]
    further = standing["story"].isin(several[MOST_EVENTS:])
    if further.any():
        sentences.append(
            many(
                len(several) - MOST_EVENTS,
                "{n} further event of two articles or more: {facts} in all.",
                "{n} further events of two articles or more: {facts} in all.",
                facts=in_number(int(further.sum())),
            )
        )
    lonely = [story for story in of if len(of[story]) == 1]
    return sentences + _lonely([of[story][0] for story in lonely], standing[standing["story"].isin(lonely)])


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
            say(
                "{source} {alone} of its {facts}",
                source=source(row["source"]),
                alone=linked(number(row["alone"]), GATHERED, ONE, row["source"]),
                facts=row["facts"],
            )
            for row in rows.to_dict("records")
        ),
        more=("{n} more article", "{n} more articles"),
    )
    found = many(
        total,
        "{n} fact is told by one article alone: {each}.",
        "{n} facts are told by one article alone: {each}.",
        n=linked(number(total), GATHERED, ONE),
        each=each,
    )
    unsure = many(
        total,
        "It may be told by others in words that were not recognised as the same.",
        "Some of these may be told by others in words that were not recognised as the same.",
    )
    return f"{found} {unsure}"


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


def named(row: Row) -> str:
    """The fact of a row by its short statement, as a link to its evidence."""
    return quotation(row["statement"].removesuffix("."), row["layer"], row["label"])


def in_number(facts: int) -> str:
    """`1 fact`, `2 facts`, `no fact`."""
    return many(facts, "{n} fact", "{n} facts", none="no fact")


def on_event(labels: list[str], several: bool, sentence: str) -> str:
    """The sentence as one on the event of these articles, which is named only where the corpus has several."""
    if not several:
        return sentence
    return many(
        len(labels),
        "On the event of {sources}, {sentence}",
        "On the event of {sources}, {sentence}",
        sources=sources(labels, most=5),
        sentence=sentence[:1].lower() + sentence[1:],
    )


def _lonely(labels: list[str], part: pd.DataFrame) -> list[str]:
    """What can be said of articles whose event no other article tells."""
    if len(labels) == 1:
        found = many(
            len(part),
            "{source} tells {n} fact; no other article is on its event, so nothing can be compared.",
            "{source} tells {n} facts; no other article is on its event, so nothing can be compared.",
            none="{source} tells no fact; no other article is on its event, so nothing can be compared.",
            source=source(labels[0]),
        )
        return [found]
    found = many(
        len(part),
        "{sources} tell {n} fact; no other article is on their events, so nothing can be compared.",
        "{sources} tell {n} facts; no other article is on their events, so nothing can be compared.",
        none="{sources} tell no fact; no other article is on their events, so nothing can be compared.",
        sources=sources(labels),
    )
    return [found] if labels else []


def _agreed(part: pd.DataFrame, size: int, *, only: bool) -> list[str]:
    """The sentences of one event with `size` articles, two or more; its counts open where it is the `only` one."""
    if part.empty:
        return [say("No fact is told.")]
    agreed = part[part["standing"] == CONSENSUS]
    first = many(
        len(part),
        "{n} fact is told: {each}.",
        "{n} facts are told: {each}.",
        each=listed(_by_how_many(part["standing"].tolist(), int((agreed["articles"] == size).sum()), size, only)),
    )
    if agreed.empty:
        return [f"{first} {say('None is told by most of them.')}"]
    wide = [
        say("{fact} ({articles})", fact=named(row), articles=_how_many(row, size)) for row in agreed.to_dict("records")
    ]
    second = many(len(wide), "Most widely told: {facts}.", "Most widely told: {facts}.", facts=_some(wide, 5))
    unsure = [named(row) for row in agreed[agreed["told"] == 0].to_dict("records")]
    if not unsure:
        return [first, second]
    third = many(
        len(unsure),
        "Told by most, but by nobody plainly, only with doubt or as somebody's word: {facts}.",
        "Told by most, but by nobody plainly, only with doubt or as somebody's word: {facts}.",
        facts=_some(unsure, 4),
    )
    return [first, second, third]


def _some(facts: list[str], most: int) -> str:
    return listed(facts, most=most, more=("{n} more fact", "{n} more facts"))


def _by_how_many(standings: list[str], everyone: int, size: int, opens: bool) -> list[str]:
    """How many facts all articles tell, most, several, one, or none but in copied text; `everyone` tells so many."""

    def counted(facts: int, width: str) -> str:
        return linked(number(facts), GATHERED, width) if opens else number(facts)

    most, some, one, copied = (standings.count(standing) for standing in (CONSENSUS, SHARED, SINGLE, IN_COPIES))
    by_all = (
        say("{n} by both articles", n=counted(everyone, ALL))
        if size == 2
        else say("{n} by all {of} articles", n=counted(everyone, ALL), of=size)
    )
    each = {
        by_all: everyone,
        say("{n} by most of the {of}", n=counted(most - everyone, MOST), of=size): most - everyone,
        say("{n} by several, but not by most", n=counted(some, SEVERAL)): some,
        say("{n} by one article alone", n=counted(one, ONE)): one,
        say("{n} in copied text only", n=copied): copied,
    }
    return [how for how, count in each.items() if count]


def _matters(differs: str) -> str:
    """The questions on which not all can be right, of the kinds in which the accounts of a fact differ."""
    kinds = [kind for kind in differs.split(", ") if kind not in AGREEING]
    return ", ".join(told(word(MATTERS.get(kind, kind))) for kind in kinds)


def _how_many(row: Row, size: int) -> str:
    if row["of"] < size:
        return say("{count} of {of} that have words of their own on it", count=row["articles"], of=row["of"])
    return of_articles(row["articles"], size) if row["articles"] == size else out_of(row["articles"], size)
