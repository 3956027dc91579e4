"""Sentences on what happened when, who alone dates it, and whose dates differ."""

import pandas as pd

from analysis.language import many, number, say
from analysis.prose.dates import given
from analysis.prose.facts import on_event
from analysis.prose.reasons import because
from analysis.prose.wording import Row, in_turn, linked, listed, of_articles, quotation, source, sources
from analysis.spelled import spelled, when

_STEPS = 6
"""How many events a sentence tells one after the other."""


def order_of_events(events: pd.DataFrame) -> list[str]:
    """What the articles date, story by story: the main event, and what two or more of them tell, in order of time."""
    if events.empty:
        return [say("No article dates anything that happened or is planned.")]
    several = events["story"].nunique() > 1
    return [sentence for _, own in events.groupby("story", sort=True) for sentence in _story(own, several)]


def _story(events: pd.DataFrame, several: bool) -> list[str]:
    """The sentences of one story, which is named by its articles where there are several."""
    labels, of = [name for name in str(events["story_of"].iloc[0]).split(", ") if name], int(events["of"].iloc[0])
    first = " ".join([on_event(labels, several, _how_many(len(events), of, several)), *_apart(events)])
    return [first, *(on_event(labels, several, sentence) for sentence in [*_main(events, of), *_steps(events, of)])]


def _how_many(count: int, of: int, several: bool) -> str:
    if of == 1:
        return many(count, "The article dates {n} event.", "The article dates {n} events.")
    if several:
        return many(count, "The {of} articles date {n} event.", "The {of} articles date {n} events.", of=of)
    return many(
        count,
        "The {of} articles on this story date {n} event.",
        "The {of} articles on this story date {n} events.",
        of=of,
    )


def _apart(events: pd.DataFrame) -> list[str]:
    """How many events are long past or still ahead."""
    far, ahead = int(events["background"].sum()), int((events["status"] == "planned").sum())
    past = many(
        far,
        "{n} lies more than half a year before the main one",
        "{n} lie more than half a year before the main one",
    )
    parts = [past] if far else []
    parts += [many(ahead, "{n} is planned", "{n} are planned")] if ahead else []
    return [say("Of these, {parts}.", parts=listed(parts))] if parts else []


def _main(events: pd.DataFrame, of: int) -> list[str]:
    """The day that most articles name; nothing where each names its own."""
    top = events[(events["place"] == "at") & (events["articles"] == events["articles"].max())]
    if of < 2 or top.empty or int(top["articles"].iloc[0]) < 2:
        return []
    row = top.to_dict("records")[0]
    articles = of_articles(int(row["articles"]), of)
    return [say("Most widely dated: {event}, by {articles}.", event=_event(row), articles=articles)]


def _steps(events: pd.DataFrame, of: int) -> list[str]:
    """The events of two or more articles, one after the other; of all events where there is one article."""
    kept = events[events["articles"] >= min(2, of)]
    if len(kept) < 2:
        return []
    shown = kept.sort_values("articles", ascending=False, kind="stable").head(_STEPS).index
    steps = in_turn(_event(row) for row in kept.loc[sorted(shown)].to_dict("records"))
    if left := len(kept) - len(shown):
        steps = many(left, "{steps}, and {n} more", "{steps}, and {n} more", steps=steps)
    if of > 1:
        return [say("In order of time, two or more articles date: {steps}.", steps=steps)]
    return [say("In order of time, it dates: {steps}.", steps=steps)]


def _event(row: Row) -> str:
    day = linked(when(str(row["when"])), "event", str(row["event"]))
    what = quotation(str(row["what"]))
    if row["status"] == "planned":
        return say("{day} (planned), {what}", day=day, what=what)
    if row["status"] == "was planned":
        return say("{day} (had been planned), {what}", day=day, what=what)
    return say("{day}, {what}", day=day, what=what)


def dated_by_one(events: pd.DataFrame) -> str:
    """How many events each article dates that no other one on its story does."""
    if events.empty:
        return say("There is no dated event.")
    several = events[events["of"] > 1]
    if several.empty:
        return say("With fewer than two articles on a story, nobody else could date its events.")
    alone = several[several["articles"] == 1]
    if alone.empty:
        return say("Each dated event is dated by two articles or more.")
    counts = alone.groupby("sources").size().reset_index(name="events")
    counts = counts.sort_values(["events", "sources"], ascending=[False, True], kind="stable")
    each = (f"{source(row['sources'])} ({number(row['events'])})" for row in counts.to_dict("records"))
    return many(
        len(alone),
        "{n} of {events} is dated by one article alone: {each}.",
        "{n} of {events} are dated by one article alone: {each}.",
        events=many(len(several), "{n} event", "{n} events"),
        each=listed(each, more=("{n} more article", "{n} more articles")),
    )


def dated_differently(events: pd.DataFrame) -> list[str]:
    """Each event whose dates can't all be right, with what each article says."""
    rows = events[events["differing"]].to_dict("records")
    if not rows:
        return [say("No event is given dates that can't both be right, as far as like words show.")]
    return [
        say(
            "The dates of {event}, {what}, differ: {dates}.",
            event=linked(str(row["event"]), "event", str(row["event"])),
            what=quotation(str(row["what"])),
            dates=given(str(row["dates"])),
        )
        for row in rows
    ]


def undated(left: pd.DataFrame) -> str:
    """How many expressions of time date nothing, by reason."""
    if left.empty:
        return say("Every expression of time that was found dates something.")
    counts = left.groupby("reason").size().reset_index(name="dates")
    counts = counts.sort_values(["dates", "reason"], ascending=[False, True], kind="stable")
    return many(
        len(left),
        "{n} expression of time is not on the timeline: {each}.",
        "{n} expressions of time are not on the timeline: {each}.",
        each=listed(
            (f"{number(row['dates'])} ({because(row['reason'])})" for row in counts.to_dict("records")), most=20
        ),
    )


def counted_from(anchors: pd.DataFrame, documents: pd.DataFrame) -> str:
    """From which day the dates of articles without a day of publication were counted; empty where there is none."""
    if anchors.empty:
        return ""
    label = dict(zip(documents["document"], documents["label"], strict=True))
    parts = (
        say(
            "{sources} as if written on {day} ({why})",
            sources=sources(label[name] for name in own["document"]),
            day=spelled(str(day)),
            why=because(str(how)),
        )
        for (day, how), own in anchors.groupby(["day", "how"], sort=True)
    )
    return many(
        len(anchors),
        "No day of publication is known of {n} article; its dates are read: {parts}.",
        "No day of publication is known of {n} articles; their dates are read: {parts}.",
        parts=in_turn(parts),
    )
