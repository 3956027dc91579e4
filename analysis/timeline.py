"""What the articles date: one row per event, in the order in which things happened, with who tells it.

Two dates belong to one event where they share a day and their clauses tell the same; or where different articles tell
the same fact in like words with other days, which is marked.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis import anchors, clusters, likeness, occasions, tables
from analysis.content import content
from analysis.days import Days, worded
from analysis.occasions import COLUMNS, MEANT, PAST, PLANNED
from analysis.reading import Reading

LAYER = "event"
SAME_FACT, SAME_DAYS, OTHER_DAYS = 0.04, 0.12, 0.25
"""From which probability on two clauses tell of one event: where both stand in one fact and the dates have a day in
common, where they have only that, and where they have none; fixed on invented corpora."""
COARSE, VAGUE = 180, 0.6
"""A date that spans so many days, and the other not a third of them, says little: the probability that is asked then."""
APART = 7
"""How many days two accounts of one event may differ."""
PRECISE = 3
"""How many days a date may span that can contradict another one, or be the main event's."""
LONGEST = 120
"""How many characters the words of an event have at most."""
FAR = 183
"""How many days before the main event its background begins."""
BEFORE, AT, AFTER = "before", "at", "after"

EVENTS = {
    "event": "str",
    "story": "int64",
    "from": "str",
    "to": "str",
    "when": "str",
    "what": "str",
    "articles": "int64",
    "of": "int64",
    "sources": "str",
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

    `events`: one row is an event (`E001` … in order of time, story by story). `from` and `to` are the first and last
    day of the date that most articles give, `when` says them in words, `what` are the words of one article; `articles`
    of `of` (those on its story) tell it, `sources` are their labels, `dates` what each of them says; `differing`: two
    of them can't both be right; `place` is before, at or after the main event of the story (the one that most articles
    tell), `days` how far; `status` is past, planned or was planned; `background`: more than half a year before it.
    `told`: one row is a date that tells of an event. `left`: one row is a date that dates nothing, with the `reason`.
    """
    stories = _stories(read, claims, facts)
    dates, days = anchors.dated(read, stories)
    told, left = occasions.find(read.documents, read.units, read.rules, dates)
    told = told.assign(story=told["document"].map(stories).astype("int64"))
    groups = [
        group
        for _, own in told.groupby("story", sort=True)
        for group in _events(read, own, _facts_of(own, claims))
    ]
    of = pd.Series(stories, dtype="int64").value_counts().to_dict()
    events = _table(read, [told.loc[group] for group in groups], of)
    named = {place: event for event, place in zip(events["event"], events["group"], strict=True)}
    event = {row: named[place] for place, group in enumerate(groups) for row in group}
    told = told.assign(event=pd.Series(event, dtype="str").reindex(told.index).astype("str"))
    return Timeline(events.drop(columns="group"), told[["event", *COLUMNS]], left, days)


def _stories(read: Reading, claims: pd.DataFrame, facts: pd.DataFrame) -> dict[str, int]:
    """The story of each article; one that tells no fact is on the first."""
    story = dict(zip(facts["fact"], facts["story"].tolist(), strict=True))
    found = dict(zip(claims["document"], claims["fact"].map(story).tolist(), strict=True))
    return {name: int(found.get(name, 0)) for name in read.documents["document"]}


def _facts_of(told: pd.DataFrame, claims: pd.DataFrame) -> list[set[str]]:
    """For each date the facts of the claims that it stands in."""
    spans: dict[tuple[str, int], list[tuple[int, int, str]]] = {}
    columns = claims[["document", "unit", "start", "end", "fact"]].itertuples(index=False, name=None)
    for document, unit, start, end, fact in columns:
        spans.setdefault((document, unit), []).append((start, end, fact))
    return [
        {fact for begin, end, fact in spans.get((row.document, row.unit), []) if begin <= row.start < end}
        for row in told.itertuples()
    ]


def _events(read: Reading, told: pd.DataFrame, facts: list[set[str]]) -> list[list[int]]:
    """The rows of each event of one story: first those whose dates agree, then accounts of one event that differ."""
    alike = _alike(read, told)
    score = np.minimum(_agreeing(told, alike, _same_fact(facts)) / 2, 1)
    np.fill_diagonal(score, 0)
    groups = _with_differing(told, alike, clusters.groups(score, 0.5))
    index = told.index.tolist()
    return [[index[place] for place in group] for group in groups]


def _agreeing(told: pd.DataFrame, alike: np.ndarray, fact: np.ndarray) -> np.ndarray:
    """How much likelier than needed two dates with a day in common tell of one event; 1 is just enough."""
    score = np.where(fact, alike / SAME_FACT, np.where(_share_hours(told), alike / SAME_DAYS, 0))
    score = np.where(_one_is_coarse(told), alike / VAGUE, score)
    meant = (told["status"] == MEANT).to_numpy()
    past = (told["status"] == PAST).to_numpy()
    crossed = (meant[:, None] & past) | (past[:, None] & meant)
    clause = pd.factorize(told["document"] + " " + told["clause_start"].astype("str"))[0]
    day = pd.factorize(told["first"] * 10**7 + told["last"])[0]
    beside = (clause[:, None] == clause) & (day[:, None] != day)
    return np.where(_share_a_day(told) & ~crossed & ~beside, score, 0).astype(np.float64)


def _with_differing(told: pd.DataFrame, alike: np.ndarray, groups: list[list[int]]) -> list[list[int]]:
    """The groups, those put together that tell alike with other days, the likest first.

    Both are of exact dates, not far apart, either past or not; and no article tells both.
    """
    rows = told[["document", "first", "last", "status"]].to_dict("records")
    kept = [sorted(group) for group in groups]
    while True:
        pairs = [
            (alike[np.ix_(one, other)], place, later)
            for later, other in enumerate(kept)
            for place, one in enumerate(kept[:later])
            if _may_differ([rows[at] for at in one], [rows[at] for at in other])
        ]
        like = [
            (-round(float(block.max()), 6), place, later)
            for block, place, later in pairs
            if block.max() >= OTHER_DAYS and block.mean() >= SAME_DAYS
        ]
        if not like:
            return kept
        _, place, later = min(like)
        kept[place] = sorted(kept[place] + kept.pop(later))


def _may_differ(one: list[dict[str, Any]], other: list[dict[str, Any]]) -> bool:
    first, second = (
        [row for row in rows if row["last"] - row["first"] < PRECISE] or rows[:1] for rows in (one, other)
    )
    if {row["document"] for row in first} & {row["document"] for row in second}:
        return False
    exact = all(row["last"] - row["first"] < PRECISE for row in (*first, *second))
    early, late = ((min(row["first"] for row in rows), max(row["last"] for row in rows)) for rows in (first, second))
    near = max(early[0] - late[1], late[0] - early[1]) <= APART
    return exact and near and (first[0]["status"] == PAST) == (second[0]["status"] == PAST)


def _same_fact(facts: list[set[str]]) -> np.ndarray:
    names = {name: place for place, name in enumerate(sorted(set().union(*facts)))}
    held = np.zeros((len(facts), max(1, len(names))), np.float32)
    for row, own in enumerate(facts):
        held[row, [names[name] for name in own]] = 1
    return held @ held.T > 0


def _share_a_day(told: pd.DataFrame) -> np.ndarray:
    first, last = told["first"].to_numpy(), told["last"].to_numpy()
    return (first[:, None] <= last) & (first <= last[:, None])


def _one_is_coarse(told: pd.DataFrame) -> np.ndarray:
    span = (told["last"] - told["first"] + 1).to_numpy()
    longer, shorter = np.maximum(span[:, None], span), np.minimum(span[:, None], span)
    return (longer >= COARSE) & (3 * shorter < longer)


def _share_hours(told: pd.DataFrame) -> np.ndarray:
    """Whether not one is of the morning and the other of the evening."""
    hour = told["clock"].str[:2].replace("", "12").astype("int64")
    early = (told["part"].isin(("morning", "dawn")) | (hour < 11)).to_numpy()
    late = (told["part"].isin(("evening",)) | (hour >= 18)).to_numpy()
    return ~((early[:, None] & late) | (late[:, None] & early))


def _alike(read: Reading, told: pd.DataFrame) -> np.ndarray:
    """The probability that the clauses of two dates tell the same, the dates themselves aside."""
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    names = _spans(read.actors, "actor")
    said = [_said(texts[row.document], langs[row.document], row, names.get(row.document, [])) for row in told.itertuples()]
    return likeness.probabilities(said)


def _said(text: str, lang: str, row: Any, names: list[tuple[int, int, str]]) -> likeness.Told:
    words = text[row.clause_start : row.start] + " " + text[row.end : row.clause_end]
    said = content(words, lang)
    own = [name for start, end, name in names if row.clause_start <= start and end <= row.clause_end]
    shared: dict[str, dict] = {
        "stems": {stem: weight for stem, weight in said.stems.items() if not stem.startswith("#")},
        "concepts": dict.fromkeys(sorted(said.concepts), 1.0),
        "names": dict.fromkeys(own, 1.0),
        "numbers": {},
        "dates": {},
    }
    return likeness.Told(row.document, row.unit, row.clause_start, row.clause_end, False, 0.0, shared)


def _spans(table: pd.DataFrame, column: str) -> dict[str, list[tuple[int, int, str]]]:
    found: dict[str, list[tuple[int, int, str]]] = {}
    for document, start, end, name in table[["document", "start", "end", column]].itertuples(index=False, name=None):
        found.setdefault(document, []).append((start, end, name))
    return found


def _table(read: Reading, groups: list[pd.DataFrame], of: Mapping[int, int]) -> pd.DataFrame:
    """The events, in order of time, with the number of their `group`."""
    label = dict(zip(read.documents["document"], read.documents["label"], strict=True))
    text = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    units = {row[:2]: row[2:4] for row in read.units.itertuples(index=False, name=None)}
    rows = [_row(group, label, text, units) | {"group": place} for place, group in enumerate(groups)]
    for row in rows:
        row["of"] = of[row["story"]]
    rows.sort(key=_order)
    main = {story: _main([row for row in rows if row["story"] == story]) for story in sorted(of)}
    for place, row in enumerate(rows, start=1):
        row |= {"event": f"E{place:03}"} | _beside(row, main[row["story"]])
    return pd.DataFrame(rows, columns=[*EVENTS, "group"]).astype(EVENTS | {"group": "int64"})


def _order(row: Mapping[str, Any]) -> tuple:
    """The order of time; what is planned for some day of a longer span comes where the span ends."""
    open_ended = row["status"] == PLANNED and row["last"] - row["first"] > 31
    first = row["last"] if open_ended else row["first"]
    return row["story"], first, row["last"], row["clock"], -row["articles"], row["group"]


def _row(group: pd.DataFrame, label: Mapping[str, str], text: Mapping[str, str], units: Mapping) -> dict[str, Any]:
    chosen = _date(group)
    when = Days(chosen["first"], chosen["last"], chosen["clock"])
    first, last = (pd.Timestamp.fromordinal(day).date().isoformat() for day in when[:2])
    part = chosen["part"] if chosen["part"] and not chosen["clock"] and when.last - when.first < PRECISE else ""
    sources = list(dict.fromkeys(group["document"]))
    each = [(label[name], _said_by(group, name)) for name in sources]
    return {
        "story": int(group["story"].iloc[0]),
        "first": when.first,
        "last": when.last,
        "clock": when.clock,
        "from": first,
        "to": last,
        "when": f"{worded(when)}, {part}" if part else worded(when),
        "what": _wording(group, text, units),
        "articles": len(sources),
        "documents": sources,
        "sources": ", ".join(name for name, _ in each),
        "dates": "; ".join(f"{name}: {said}" for name, said in each),
        "differing": _differ(group),
        "status": PLANNED if (group["status"] == PLANNED).mean() > 0.5 else group["status"].mode().iloc[0],
    }


def _said_by(group: pd.DataFrame, name: str) -> str:
    return ", ".join(dict.fromkeys(group.loc[group["document"] == name, "match"].str.replace(r"\s+", " ", regex=True)))


def _date(group: pd.DataFrame) -> dict[str, Any]:
    """The date of an event: the one most articles agree with, then the most exact one, then the first."""
    rows = group.to_dict("records")

    def rank(row: dict[str, Any]) -> tuple:
        mine = Days(row["first"], row["last"])
        agreeing = {other["document"] for other in rows if mine.meets(Days(other["first"], other["last"]))}
        same = {other["document"] for other in rows if other["first"] == mine.first and other["last"] == mine.last}
        return -len(agreeing), mine.last - mine.first, -len(same), not row["clock"], not row["part"], row["document"]

    return min(rows, key=rank)


def _differ(group: pd.DataFrame) -> bool:
    """Whether an article has no day in common with another one."""
    spans: dict[str, list[Days]] = {}
    for document, first, last in group[["document", "first", "last"]].itertuples(index=False, name=None):
        spans.setdefault(document, []).append(Days(first, last))
    each = list(spans.values())
    return any(
        not any(one.meets(other) for one in mine for other in theirs)
        for place, mine in enumerate(each)
        for theirs in each[:place]
    )


def _main(rows: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The main event: on the day that most articles name; of several the one of most articles, a past one before."""
    exact = [row for row in rows if row["last"] - row["first"] < PRECISE] or rows

    def rank(row: dict[str, Any]) -> tuple:
        named = {name for other in exact if _meet(row, other) for name in other["documents"]}
        return -len(named), row["status"] != PAST, -row["articles"], row["first"], row["last"]

    return min(exact, key=rank, default=None)


def _meet(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return one["first"] <= other["last"] and other["first"] <= one["last"]


def _beside(row: dict[str, Any], main: dict[str, Any] | None) -> dict[str, Any]:
    """Where an event stands to the main one."""
    ahead = row["status"] == PLANNED and row["last"] > row["first"] and main and main["status"] == PAST
    if ahead and row["last"] > main["last"]:
        return {"place": AFTER, "days": max(0, row["first"] - main["last"]), "background": False}
    if main is None or _meet(row, main):
        return {"place": AT, "days": 0, "background": False}
    if row["last"] < main["first"]:
        days = row["last"] - main["first"]
        return {"place": BEFORE, "days": days, "background": -days > FAR}
    return {"place": AFTER, "days": row["first"] - main["last"], "background": False}


def _wording(group: pd.DataFrame, text: Mapping[str, str], units: Mapping[tuple[str, int], tuple[int, int]]) -> str:
    """What happened, in the words of one article: a whole sentence that is short, else a clause, else part of one.

    Of several the one with the date that is shown, then the one with most words.
    """
    found = []
    date = _date(group)
    for row in group.to_dict("records"):
        words, less = _shown(text[row["document"]], row, *units[(row["document"], row["unit"])])
        shown = (row["first"], row["last"]) == (date["first"], date["last"])
        found.append((less, not shown, -len(words), row["document"], row["start"], words))
    return min(found)[-1]


def _shown(text: str, row: Mapping[str, Any], start: int, end: int) -> tuple[str, int]:
    """The words of a telling that a reader is shown, and how much they leave out.

    0: nothing; 1: what stands behind; 2: where the sentence begins; 3: words of the clause itself.
    """
    low, high, room = row["clause_start"], row["clause_end"], LONGEST - 4
    if end - start <= LONGEST:
        return _plain(text[start:end]), 0
    if high - start <= room:
        return _marked(text, start, start, high, end), 1
    if high - low <= room:
        opens = text[low].isupper() or not text[low].isalpha()
        return _marked(text, start, low if opens else _word_at(text, high - room, 1), high, end), 1 if opens else 2
    low = max(low, min(row["start"] - LONGEST // 2, high - room))
    high = min(high, low + room)
    return _marked(text, start, _word_at(text, low, 1), _word_at(text, high, -1), end), 3


def _word_at(text: str, at: int, step: int) -> int:
    """The next place behind or before white space."""
    while 0 < at < len(text) and not text[at - (step > 0)].isspace():
        at += step
    return at


def _marked(text: str, start: int, low: int, high: int, end: int) -> str:
    words = _plain(text[low:high]).lstrip(",;:–— ") if low > start else _plain(text[low:high])
    return ("… " if low > start else "") + words + (" …" if text[high:end].strip(" .»\"”\n") else "")


def _plain(words: str) -> str:
    return " ".join(words.split())


def evidence_of(timeline: Timeline) -> pd.DataFrame:
    """The dates that tell of events, as evidence: layer `event`, each under its event's name."""
    told = timeline.told
    rows = told.assign(layer=LAYER, label=told["event"], rule=told["status"])
    return tables.table("evidence", rows.to_dict("records"))
