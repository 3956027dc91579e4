"""Sentences on what happened when, who alone dates it, and whose dates differ."""

import datetime

import pandas as pd

from analysis.prose.facts import event
from analysis.prose.wording import Row, are, capital, linked, listed, number, of_articles, told

_STEPS = 6
"""How many events a sentence tells one after the other."""


def order_of_events(events: pd.DataFrame) -> list[str]:
    """What the articles date, story by story: the main event, and what two or more of them tell, in order of time."""
    if events.empty:
        return ["No article dates anything that happened or is planned."]
    several = events["story"].nunique() > 1
    return [sentence for _, own in events.groupby("story", sort=True) for sentence in _story(own, several)]


def _of_event(events: pd.DataFrame, several: bool) -> str:
    """How to speak of the event of these rows, by its articles; needed only where there are several."""
    return event([name for name in str(events["story_of"].iloc[0]).split(", ") if name], several)


def _story(events: pd.DataFrame, several: bool) -> list[str]:
    where, of = _of_event(events, several), int(events["of"].iloc[0])
    far, ahead = int(events["background"].sum()), int((events["status"] == "planned").sum())
    parts = [f"{number(far, 'lies', 'lie')} more than half a year before the main one"] if far else []
    parts += [f"{number(ahead, 'is', 'are')} planned"] if ahead else []
    more = " and ".join(parts)
    this = "" if where else " on this story"
    who = "the article dates" if of == 1 else f"the {of} articles{this} date"
    first = f"{capital(where + who)} {number(len(events), 'event')}{f', of which {more}' if more else ''}."
    return [first, *_main(events, of, where), *_steps(events, of, where)]


def _main(events: pd.DataFrame, of: int, where: str) -> list[str]:
    """The day that most articles name; nothing where each names its own."""
    top = events[(events["place"] == "at") & (events["articles"] == events["articles"].max())]
    if of < 2 or top.empty or int(top["articles"].iloc[0]) < 2:
        return []
    row = top.to_dict("records")[0]
    return [f"{capital(f'{where}most widely dated')}: {_event(row)}, by {of_articles(int(row['articles']), of)}."]


def _steps(events: pd.DataFrame, of: int, where: str) -> list[str]:
    """The events of two or more articles, one after the other; of all events where there is one article."""
    kept = events[events["articles"] >= min(2, of)]
    if len(kept) < 2:
        return []
    shown = kept.sort_values("articles", ascending=False, kind="stable").head(_STEPS).index
    steps = [_event(row) for row in kept.loc[sorted(shown)].to_dict("records")]
    left = len(kept) - len(steps)
    who = "two or more articles date" if of > 1 else "it dates"
    rest = f", and {left} more" if left else ""
    return [f"{capital(where + 'in order of time')}, {who}: {'; '.join(steps)}{rest}."]


def _event(row: Row) -> str:
    status = {"planned": " (planned)", "was planned": " (had been planned)"}.get(str(row["status"]), "")
    return f"{linked(str(row['when']), 'event', str(row['event']))}{status}, “{told(str(row['what']))}”"


def dated_by_one(events: pd.DataFrame) -> str:
    """How many events each article dates that no other one on its story does."""
    if events.empty:
        return "There is no dated event."
    several = events[events["of"] > 1]
    if several.empty:
        return "With fewer than two articles on a story, nobody else could date its events."
    alone = several[several["articles"] == 1]
    if alone.empty:
        return "Each dated event is dated by two articles or more."
    counts = alone.groupby("sources").size().reset_index(name="events")
    counts = counts.sort_values(["events", "sources"], ascending=[False, True], kind="stable")
    each = [f"{told(row['sources'])} ({row['events']})" for row in counts.to_dict("records")]
    return (
        f"{len(alone)} of {number(len(several), 'event')} {are(len(alone))} dated by one article alone: {listed(each)}."
    )


def dated_differently(events: pd.DataFrame) -> list[str]:
    """Each event whose dates can't all be right, with what each article says."""
    rows = events[events["differing"]].to_dict("records")
    if not rows:
        return ["No event is given dates that can't both be right, as far as like words show."]
    return [
        f"The dates of {linked(str(row['event']), 'event', str(row['event']))}, “{told(str(row['what']))}”, differ: "
        f"{told(str(row['dates']))}."
        for row in rows
    ]


def undated(left: pd.DataFrame) -> str:
    """How many expressions of time date nothing, by reason."""
    if left.empty:
        return "Every expression of time that was found dates something."
    counts = left.groupby("reason").size().reset_index(name="dates")
    counts = counts.sort_values(["dates", "reason"], ascending=[False, True], kind="stable")
    each = [f"{row['dates']} ({told(row['reason'])})" for row in counts.to_dict("records")]
    return f"{number(len(left), 'expression')} of time {are(len(left))} not on the timeline: {listed(each)}."


def counted_from(anchors: pd.DataFrame, documents: pd.DataFrame) -> str:
    """From which day the dates of articles without a day of publication were counted; empty where there is none."""
    if anchors.empty:
        return ""
    label = dict(zip(documents["document"], documents["label"], strict=True))
    parts = []
    for (day, how), own in anchors.groupby(["day", "how"], sort=True):
        names = listed([told(label[name]) for name in own["document"]], what="articles")
        parts.append(f"{names} as if written on {_day(str(day))} ({told(str(how))})")
    unknown = number(len(anchors), "article")
    return f"No day of publication is known of {unknown}; their dates are read: {'; '.join(parts)}."


def _day(iso: str) -> str:
    day = datetime.date.fromisoformat(iso)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
