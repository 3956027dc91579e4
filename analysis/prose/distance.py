"""Sentences on how near the articles stand to what they tell."""

import pandas as pd

from analysis import distance
from analysis.distance import about
from analysis.language import many, say
from analysis.overlaid import LAYER
from analysis.prose.wording import Row, linked, listed, named_so, source
from analysis.reserves import ATTRIBUTED, CLAIMED, DENIED, DOUBTED, STATED

MOST_SOURCES = 8
"""So many articles have a sentence of their own."""


def distances_kept(table: pd.DataFrame) -> list[str]:
    """How many sentences each article states, attributes, gives as a claim, doubts or tells as denied.

    `table` is `distance.by_source`.
    """
    parts = [part for _, part in table[table["of"] > 0].groupby("document", sort=False)]
    if not parts:
        return [say("No sentence was counted, so none is stated, attributed or doubted.")]
    each = [_of_article(part.to_dict("records")) for part in parts[:MOST_SOURCES]]
    left = len(parts) - len(each)
    more = [many(left, "{n} more article is in the table.", "{n} more articles are in the table.")] if left else []
    return [*each, *more, _erring(distance.errors())]


def _erring(errors: pd.DataFrame) -> str:
    """How to read the counts, and how often the rules found the status coded by hand."""
    right = errors[errors["coded"] == errors["found"]]
    doubts = errors[errors["found"] == DOUBTED]
    total = int(errors["units"].sum())
    if not total:
        return say(
            "A denial tells who contradicts, not who is right; a claiming cue is one by its word, whatever its writer "
            "meant; and rules that read single sentences err, how often was not measured."
        )
    return say(
        "A denial tells who contradicts, not who is right; a claiming cue is one by its word, whatever its writer "
        "meant; and rules that read single sentences err: of {total} sentences and headings of invented press texts "
        "coded by hand, {alike} have the status found here; of {found} found doubted, {so} are.",
        total=total,
        alike=int(right["units"].sum()),
        found=int(doubts["units"].sum()),
        so=int(right.loc[right["found"] == DOUBTED, "units"].sum()),
    )


def _of_article(rows: list[Row]) -> str:
    """One article, with a link for each number."""
    count = {row["label"]: _count(row) for row in rows if row["units"]}
    does = [_does(status, count[status]) for status in (ATTRIBUTED, CLAIMED, DOUBTED, DENIED) if status in count]
    first = _states(count.get(STATED, ""), int(rows[0]["of"]))
    return say("{source} {does}.", source=source(rows[0]["source"]), does=listed([first, *does]))


def _states(own: str, of: int) -> str:
    if not own:
        return many(
            of,
            "says none of its {n} sentence or heading in its own voice without reserve",
            "says none of its {n} sentences and headings in its own voice without reserve",
        )
    return many(
        of,
        "says {own} of its {n} sentence or heading in its own voice without reserve",
        "says {own} of its {n} sentences and headings in its own voice without reserve",
        own=own,
    )


def _does(status: str, count: str) -> str:
    return {
        ATTRIBUTED: say("gives {count} as the words of somebody", count=count),
        CLAIMED: say("keeps its distance in {count} by a claiming cue or word", count=count),
        DOUBTED: say("hedges, doubts or calls unknown or undisclosed what it tells in {count}", count=count),
        DENIED: say("tells a denial in {count}", count=count),
    }[status]


def _count(row: Row) -> str:
    """The number of units of a status, and how many of them hold words of doubt that do not make them doubted."""
    count = linked(str(row["units"]), LAYER, row["label"], row["source"])
    if not row["hedged"]:
        return count
    hedged = linked(str(row["hedged"]), LAYER, distance.hedged(row["label"]), row["source"])
    return say("{count} ({hedged} of them hedged)", count=count, hedged=hedged)


def distant_topics(table: pd.DataFrame) -> list[str]:
    """Which topics the articles keep at a distance, in how many of their sentences; `table` is `distance.by_topic`."""
    sums = table.groupby("topic", sort=False)[["units", "of"]].sum().reset_index()
    if sums.empty:
        return [say("No sentence holds a topic, so none is doubted by topic.")]
    each = listed(map(_of_topic, sums.to_dict("records")), more=("{n} more topic", "{n} more topics"))
    return [say("Claimed, doubted or denied, of the sentences and headings that hold a topic: {each}.", each=each)]


def _of_topic(row: Row) -> str:
    topic, of = named_so(row["topic"]), row["of"]
    if not row["units"]:
        return say("{topic} none of {of}", topic=topic, of=of)
    return say(
        "{topic} {count} of {of}", topic=topic, count=linked(str(row["units"]), LAYER, about(row["topic"])), of=of
    )
