"""How sure and how near each outlet stands to what it tells: stated, attributed, claimed, doubted or denied.

A unit has one status, that of the mark that keeps the greatest distance in it: denied before doubted, doubted before
claimed, claimed before attributed; without a mark it is `stated`, the outlet's own word. What else stands in it is in
`also`, and `hedged` there where the doubt is not the outlet's own: that of a speaker does not change the status. The
marks are those of `reserves`. Denied is not false: somebody denies it there, or the unit tells a denial.
"""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from analysis import statistics, tables
from analysis.overlaid import LAYER
from analysis.reserves import CLAIMED, DENIED, DOUBTED, HEDGED, STATED, STATUSES, rows_of

DISTANT = (CLAIMED, DOUBTED, DENIED)
"""The statuses in which the outlet does not vouch for what it tells."""
ERRORS = Path(__file__).parent / "lexicons" / "distance_errors.csv"
COUNTS = ["layer", "label", "document", "source", "units", "of"]


def told(marks: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """One row per counted unit: document, unit, start, end, role, `status`, `how` it shows, and `also`.

    `also` are the other statuses that marks of the unit have, nearest first, joined with `|`; last `hedged`, where
    words of doubt stand in the unit and it is not doubted. `marks` is what `reserves.find` gives.
    """
    counted = tables.counted(units)
    held = marks[(marks["status"] != STATED) | (marks["how"] == HEDGED)].groupby(["document", "unit"])[
        ["status", "how"]
    ]
    found = {key: _mixed(part) for key, part in held}
    keys = list(counted[["document", "unit"]].itertuples(index=False, name=None))
    rows = [found.get(key, (STATED, "", "")) for key in keys]
    mixed = pd.DataFrame(rows, columns=["status", "how", "also"], index=counted.index, dtype="str")
    return pd.concat([counted[["document", "unit", "start", "end", "role"]], mixed], axis=1)


def _mixed(part: pd.DataFrame) -> tuple[str, str, str]:
    """The greatest distance of some marks, how it shows, and the other statuses."""
    first = max(part["status"], key=STATUSES.index)
    how = dict.fromkeys(part.loc[(part["status"] == first) & (part["how"] != HEDGED), "how"])
    others = [one for one in STATUSES[1:] if one != first and (part["status"] == one).any()]
    hedged = (part["how"] == HEDGED).any() and not (part["status"] == DOUBTED).any()
    return first, "|".join(how), "|".join([*others, "hedged"] if hedged else others)


def by_source(told: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row per article and status, those with nothing too: in how many counted units the article stands so.

    Columns: layer (`distance`), label (the status), document, source, `units`, `hedged` (how many of them hold words
    of doubt that do not make them doubted), `of` (its counted units), `share`, `low`, `high` (Wilson 1927, 95 %). The
    five shares of an article make one; an article without a unit has none.
    """
    counts, of = told.groupby(["document", "status"]).size(), told.groupby("document").size()
    doubts = told[_is_hedged(told)].groupby(["document", "status"]).size()
    rows = [
        (LAYER, status, document, source, *(int(each.get((document, status), 0)) for each in (counts, doubts)), number)
        for document, source in documents[["document", "label"]].itertuples(index=False, name=None)
        for number in [int(of.get(document, 0))]
        for status in STATUSES
    ]
    return _measured(pd.DataFrame(rows, columns=[*COUNTS[:5], "hedged", COUNTS[5]]))


def _is_hedged(told: pd.DataFrame) -> pd.Series:
    return told["also"].str.split("|").map(lambda also: "hedged" in also).astype("bool")


def errors() -> pd.DataFrame:
    """One row per status `coded` by hand and `found`: of how many `units` that is so.

    Measured on the units of `tests/corpora/distance.tsv` on which no rule was tuned.
    """
    return pd.read_csv(ERRORS).astype({"coded": "str", "found": "str", "units": "int64"})


def hedged(status: str) -> str:
    """The label of units of a status in which words of doubt stand that do not make them doubted."""
    return f"{status}, hedged"


def by_topic(
    told: pd.DataFrame, evidence: pd.DataFrame, documents: pd.DataFrame, topics: Iterable[str]
) -> pd.DataFrame:
    """One row per topic and article that has units of it: how many of these it keeps at a distance.

    Columns: layer, label (`at a distance: ` and the topic), `topic`, document, source, a column for each status,
    `units` (claimed, doubted or denied), `of` (the article's counted units with the topic), `share`, `low`, `high`
    (Wilson 1927, 95 %). Few units make wide intervals: read them, not the shares.
    """
    found = evidence.loc[evidence["layer"] == "topic", ["document", "unit", "label"]].drop_duplicates()
    held = told.merge(found.rename(columns={"label": "topic"}), on=["document", "unit"])
    counts = held.groupby(["topic", "document", "status"]).size()
    rows = []
    for topic in topics:
        for document, source in documents[["document", "label"]].itertuples(index=False, name=None):
            each = {status: int(counts.get((topic, document, status), 0)) for status in STATUSES}
            place = {"layer": LAYER, "label": about(topic), "topic": topic, "document": document, "source": source}
            rows.append(place | each | {"units": sum(each[one] for one in DISTANT), "of": sum(each.values())})
    table = pd.DataFrame(rows, columns=[*COUNTS[:2], "topic", *COUNTS[2:4], *STATUSES, *COUNTS[4:]])
    return _measured(table[table["of"] > 0].reset_index(drop=True))


def about(topic: str) -> str:
    """The label of units on a topic that are claimed, doubted or denied."""
    return f"at a distance: {topic}"


def evidence(told: pd.DataFrame, marks: pd.DataFrame, topics: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """What the tables count, as evidence of the layer `distance`: marks under their unit's status, and by topic.

    A unit that is `stated` stands there whole; words in marks that change no status have the label `in marks`,
    words of doubt that change none that of `hedged`.
    `topics` is evidence that holds the layer topic.
    """
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    own = marks.merge(told[["document", "unit", "status"]], on=["document", "unit", "status"])
    own = own[own["status"] != STATED].assign(label=lambda table: table["status"])
    idle = marks[(marks["status"] == STATED) & (marks["how"] != HEDGED)].assign(label=lambda table: table["how"])
    both = told.loc[_is_hedged(told), ["document", "unit", "status"]].rename(columns={"status": "label"})
    doubts = marks[marks["how"] == HEDGED].merge(both.assign(label=both["label"].map(hedged)), on=["document", "unit"])
    whole = told[told["status"] == STATED].assign(label=STATED, rule=STATED)
    spans = zip(whole["document"], whole["start"], whole["end"], strict=True)
    whole = whole.assign(match=[texts[document][start:end] for document, start, end in spans])
    held = topics.loc[topics["layer"] == "topic", ["document", "unit", "label"]].drop_duplicates()
    distant = own[own["status"].isin(DISTANT)].drop(columns="label").merge(held, on=["document", "unit"])
    distant = distant.assign(label=distant["label"].map(about))
    return rows_of(pd.concat([own, idle, doubts, whole, distant], ignore_index=True))


def _measured(table: pd.DataFrame) -> pd.DataFrame:
    words = [column for column in ("layer", "label", "topic", "document", "source") if column in table]
    numbers = [column for column in table if column not in words]
    return statistics.with_interval(
        table.astype(dict.fromkeys(words, "str") | dict.fromkeys(numbers, "int64")), count="units"
    )
