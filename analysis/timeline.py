"""What the articles date: one row per event, in the order in which things happened, with who tells it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from analysis import anchors, events, occasions, tables
from analysis import event_wording as wording
from analysis.days import Days, worded
from analysis.events import Rows
from analysis.occasions import COLUMNS, MEANT, PAST, PLANNED
from analysis.reading import Reading

LAYER = "event"
PRECISE = 3
"""How many days a date may span that can be the main event's, or whose time of day is told."""
FAR = 183
"""How many days before the main event its background begins."""
BEFORE, AT, AFTER = "before", "at", "after"

EVENTS = {
    "layer": "str",
    "event": "str",
    "story": "int64",
    "from": "str",
    "to": "str",
    "when": "str",
    "what": "str",
    "articles": "int64",
    "of": "int64",
    "sources": "str",
    "story_of": "str",
    "dates": "str",
    "differing": "bool",
    "place": "str",
    "days": "int64",
    "status": "str",
    "background": "bool",
}


class Timeline(NamedTuple):
    """The events, the dates that tell them, the dates that were left out, and the days found for undated articles."""

    events: pd.DataFrame
    told: pd.DataFrame
    left: pd.DataFrame
    anchors: pd.DataFrame


def find(read: Reading, claims: pd.DataFrame, facts: pd.DataFrame) -> Timeline:
    """The events that the articles date.

    `events`: one row is an event, `E001` … in order of time, story by story; `layer` is that of its evidence. `from`
    and `to` are the first and last day of the date that is most widely told, `when` says them in words, `what` are the
    words of one article; `articles` of `of` (those on its story) tell it, `sources` are their labels, `story_of` those
    of all articles on its story, `dates` what each of them says; `differing`: two of them can't both be right; `place`
    is before, at or after the main event (on the day that most articles of the story name), `days` how far; `status`
    is past, planned or was planned; `background`: more than half a year before it.
    `told`: one row is a date that tells of an event. `left`: one row is a date that dates nothing, with the `reason`.
    """
    stories = _stories(read, claims, facts)
    dates, days = anchors.dated(read, stories)
    told, left = occasions.find(read.documents, read.units, read.rules, dates)
    told = told.assign(story=told["document"].map(stories).astype("int64"))
    groups = [group for _, own in told.groupby("story", sort=True) for group in events.groups(read, own, claims)]
    of = pd.Series(stories, dtype="int64").value_counts().to_dict()
    beside = told.groupby(["document", "unit"])["start"].transform("size").astype("int64") - 1
    rows = told.assign(beside=beside).to_dict("index")
    table = _table(read, [[rows[place] for place in group] for group in groups], of)
    table["story_of"] = table["story"].map(_labels(read, stories)).astype("str")
    named = {place: event for event, place in zip(table["event"], table["group"], strict=True)}
    event = {row: named[place] for place, group in enumerate(groups) for row in group}
    told = told.assign(event=pd.Series(event, dtype="str").reindex(told.index).astype("str"))
    return Timeline(table.drop(columns="group"), told[["event", *COLUMNS]], left, days)


def _stories(read: Reading, claims: pd.DataFrame, facts: pd.DataFrame) -> dict[str, int]:
    """The story of each article; one that tells no fact is on the first."""
    story = dict(zip(facts["fact"], facts["story"].tolist(), strict=True))
    found = dict(zip(claims["document"], claims["fact"].map(story).tolist(), strict=True))
    return {name: int(found.get(name, 0)) for name in read.documents["document"]}


def _labels(read: Reading, stories: Mapping[str, int]) -> dict[int, str]:
    """The labels of the articles on each story."""
    rows = zip(read.documents["document"], read.documents["label"], strict=True)
    found: dict[int, list[str]] = {}
    for name, label in rows:
        found.setdefault(stories[name], []).append(label)
    return {story: ", ".join(labels) for story, labels in found.items()}


def _table(read: Reading, groups: list[Rows], of: Mapping[int, int]) -> pd.DataFrame:
    """The events, in order of time, with the number of their `group`."""
    label = dict(zip(read.documents["document"], read.documents["label"], strict=True))
    text = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    units = {row[:2]: row[2:4] for row in read.units.itertuples(index=False, name=None)}
    rows = [_row(group, label, text, units) | {"story_of": "", "group": place} for place, group in enumerate(groups)]
    for row in rows:
        row["of"] = of[row["story"]]
    rows.sort(key=_order)
    main = {story: _main([row for row in rows if row["story"] == story]) for story in sorted(of)}
    for place, row in enumerate(rows, start=1):
        row |= {"layer": LAYER, "event": f"E{place:03}"} | _beside(row, main[row["story"]])
    return pd.DataFrame(rows, columns=[*EVENTS, "group"]).astype(EVENTS | {"group": "int64"})


def _order(row: Mapping[str, Any]) -> tuple:
    """The order of time; what is planned for some day of a longer span comes where the span ends."""
    open_ended = row["status"] == PLANNED and row["last"] - row["first"] > 31
    first = row["last"] if open_ended else row["first"]
    return row["story"], first, row["last"], row["clock"], -row["articles"], row["group"]


def _row(group: Rows, label: Mapping[str, str], text: Mapping[str, str], units: Mapping) -> dict[str, Any]:
    status = max((PAST, MEANT, PLANNED), key=[row["status"] for row in group].count)
    chosen = wording.date_of(group, status)
    when = Days(chosen["first"], chosen["last"], chosen["clock"])
    first, last = (pd.Timestamp.fromordinal(day).date().isoformat() for day in when[:2])
    part = wording.part_of_day(group, chosen) if not chosen["clock"] and when.last - when.first < PRECISE else ""
    sources = list(dict.fromkeys(row["document"] for row in group))
    each = [(label[name], _said_by(group, name)) for name in sources]
    return {
        "story": int(group[0]["story"]),
        "first": when.first,
        "last": when.last,
        "clock": when.clock,
        "from": first,
        "to": last,
        "when": f"{worded(when)}, {part}" if part else worded(when),
        "what": wording.wording(group, chosen, text, units),
        "articles": len(sources),
        "documents": sources,
        "sources": ", ".join(name for name, _ in each),
        "dates": "; ".join(f"{name}: {said}" for name, said in each),
        "differing": _differ(group),
        "status": status,
    }


def _said_by(group: Rows, name: str) -> str:
    """The days that an article gives, each with its own words: `6 May 2024 (“lundi”)`."""
    own = [row for row in group if row["document"] == name]
    said = [f"{worded(Days(row['first'], row['last'], row['clock']))} (“{wording.plain(row['match'])}”)" for row in own]
    return ", ".join(dict.fromkeys(said))


def _differ(group: Rows) -> bool:
    """Whether an article has no day in common with another one, each with the most exact dates that it gives."""
    spans: dict[str, list[Days]] = {}
    for row in group:
        spans.setdefault(row["document"], []).append(Days(row["first"], row["last"]))
    each = {tuple(_finest(found)) for found in spans.values()}
    return any(not any(a.meets(b) for a in one for b in other) for one in each for other in each)


def _finest(spans: list[Days]) -> list[Days]:
    shortest = min(days.last - days.first for days in spans)
    return sorted({days for days in spans if days.last - days.first <= shortest + 1})


def _main(rows: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The main event: on the day that most articles name; of several the one of most articles, a past one before."""
    exact = [row for row in rows if row["last"] - row["first"] < PRECISE] or rows

    def rank(row: dict[str, Any]) -> tuple:
        named = {name for other in exact if _meet(row, other) for name in other["documents"]}
        return -len(named), row["status"] != PAST, -row["articles"], row["first"], row["last"]

    return min(exact, key=rank, default=None)


def _meet(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return one["first"] <= other["last"] and other["first"] <= one["last"]


def _is_ahead(row: Mapping[str, Any], main: Mapping[str, Any]) -> bool:
    """Whether something is planned for a span of days that goes on after a main event that is past."""
    planned = row["status"] == PLANNED and main["status"] == PAST
    return planned and row["last"] > row["first"] and row["last"] > main["last"]


def _beside(row: dict[str, Any], main: dict[str, Any] | None) -> dict[str, Any]:
    """Where an event stands to the main one."""
    if main is not None and _is_ahead(row, main):
        return {"place": AFTER, "days": max(0, row["first"] - main["last"]), "background": False}
    if main is None or _meet(row, main):
        return {"place": AT, "days": 0, "background": False}
    if row["last"] < main["first"]:
        days = row["last"] - main["first"]
        return {"place": BEFORE, "days": days, "background": -days > FAR}
    return {"place": AFTER, "days": row["first"] - main["last"], "background": False}


def most_told(timeline: Timeline, *, story: int = 0, most: int = 20) -> pd.DataFrame:
    """The events of a story that most articles tell, at most `most`, in order of time, with the `gap` before each.

    `gap` says how many years lie between an event and the one before it, where it is one or more; else it is empty.
    """
    own = timeline.events[timeline.events["story"] == story]
    rank = own.assign(far=own["days"].abs()).sort_values(["articles", "far"], ascending=[False, True], kind="stable")
    kept = own.loc[sorted(rank.index[:most])].reset_index(drop=True)
    first, before = pd.to_datetime(kept["from"]), pd.to_datetime(kept["to"]).shift()
    years = ((first - before).dt.days.fillna(0) // 365).astype("int64")
    words = years.map(lambda many: f"{many} year{'s' if many > 1 else ''}" if many > 0 else "")
    return kept.assign(gap=words.astype("str"))


def evidence_of(timeline: Timeline) -> pd.DataFrame:
    """The dates that tell of events, as evidence: layer `event`, each under its event's name."""
    told = timeline.told
    rows = told.assign(layer=LAYER, label=told["event"], rule=told["status"])
    return tables.table("evidence", rows.to_dict("records"))
