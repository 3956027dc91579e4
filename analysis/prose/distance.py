"""Sentences on how near the articles stand to what they tell, and on whose words they keep at a distance."""

import pandas as pd

from analysis import distance
from analysis.distance import about
from analysis.doubted import WAYS
from analysis.overlaid import LAYER
from analysis.prose.wording import Row, adjusted, are, linked, listed, number, told
from analysis.reserves import ATTRIBUTED, CLAIMED, DENIED, DOUBTED, STATED

MOST_SOURCES, MOST_SPEAKERS, MOST_FOUND = 8, 5, 4
"""So many articles have a sentence of their own; so many speakers, or differences, are named at most."""
READ = (
    "A denial tells who contradicts, not who is right; a claiming cue is one by its word, whatever its writer meant; "
    "and rules that read single sentences err"
)

_DID = {
    ATTRIBUTED: "gives {} as the words of somebody",
    CLAIMED: "keeps its distance in {} by a claiming cue or word",
    DOUBTED: "hedges, doubts or calls unknown or undisclosed what it tells in {}",
    DENIED: "tells a denial in {}",
}
_WAYS = {
    "claimed": "with a claiming cue",
    "marked": "with words in marks",
    "hedged": "hedged or called unproven",
    "denied": "denied by another",
}
"""What is said of the ways of `doubted.WAYS`."""


def distances_kept(table: pd.DataFrame) -> list[str]:
    """How many sentences each article states, attributes, gives as a claim, doubts or tells as denied.

    `table` is `distance.by_source`.
    """
    parts = [part for _, part in table[table["of"] > 0].groupby("document", sort=False)]
    if not parts:
        return ["No sentence was counted, so none is stated, attributed or doubted."]
    each = [_of_article(part.to_dict("records")) for part in parts[:MOST_SOURCES]]
    rest = parts[MOST_SOURCES:]
    more = [f"{number(len(rest), 'more article')} {are(len(rest))} in the table."] if rest else []
    return [*each, *more, f"{READ}{_erring(distance.errors())}."]


def _erring(errors: pd.DataFrame) -> str:
    """How often the rules found the status coded by hand, and how often what they doubt is doubted."""
    right = errors[errors["coded"] == errors["found"]]
    doubts = errors[errors["found"] == DOUBTED]
    total, alike = int(errors["units"].sum()), int(right["units"].sum())
    found, so = int(doubts["units"].sum()), int(right.loc[right["found"] == DOUBTED, "units"].sum())
    if not total:
        return ", how often was not measured"
    return (
        f": of {number(total, 'sentence')} and headings of invented press texts coded by hand, {alike} have the status "
        f"found here; of {found} found doubted, {so} {are(so)}"
    )


def _of_article(rows: list[Row]) -> str:
    """One article, with a link for each number."""
    count = {row["label"]: row["units"] for row in rows}
    source, of = rows[0]["source"], rows[0]["of"]
    own = linked(str(count[STATED]), LAYER, STATED, source) if count[STATED] else "none"
    others = [
        did.format(linked(str(count[status]), LAYER, status, source) + _hedged(rows, status))
        for status, did in _DID.items()
        if count[status]
    ]
    size = number(of, "sentence or heading", "sentences and headings")
    first = f"says {own} of its {size} in its own voice without reserve{_hedged(rows, STATED)}"
    return f"{told(source)} {listed([first, *others])}."


def _hedged(rows: list[Row], status: str) -> str:
    """How many units of a status hold words of doubt that do not make them doubted."""
    row = next(row for row in rows if row["label"] == status)
    if not row["hedged"]:
        return ""
    return f" ({linked(str(row['hedged']), LAYER, distance.hedged(status), row['source'])} of them hedged)"


def doubted_speakers(overall: pd.DataFrame) -> list[str]:
    """Whose words are kept at a distance, how, and out of how many.

    `overall` is `doubted.overall`.
    """
    found = overall[overall["units"] > 0].sort_values(
        ["units", "of", "who"], ascending=[False, False, True], kind="stable"
    )
    if overall.empty:
        return ["No statement was found with its speaker, so it cannot be said who is doubted."]
    total, units = int(overall["of"].sum()), int(overall["units"].sum())
    if found.empty:
        return [f"Of {number(total, 'statement')} whose speaker was found none is kept at a distance."]
    first = f"Of {number(total, 'statement')} whose speaker was found, {units} {are(units)} kept at a distance"
    rows = found.head(MOST_SPEAKERS).to_dict("records")
    left = len(found) - len(rows)
    tail = f"; {number(left, 'more name')} in the table" if left else ""
    return [f"{first}: {listed(map(_speaker, rows), most=MOST_SPEAKERS)}{tail}."]


def _speaker(row: Row) -> str:
    ways = [f"{row[way]} {_WAYS[way]}" for way in WAYS if row[way]]
    count = linked(str(row["units"]), str(row["layer"]), str(row["label"]))
    return f"{count} of {row['of']} of {told(row['who'])} ({listed(ways)})"


def differently_doubted(speakers: pd.DataFrame, sources: pd.DataFrame) -> list[str]:
    """Which speakers an article keeps at a distance more than others, and which articles do so more with a speaker.

    `speakers` and `sources` are `doubted.between_speakers` and `doubted.between_sources`.
    """
    return [
        *_differing(speakers, "speaker within one article", "that article's other speakers"),
        *_differing(sources, "speaker between articles", "the other articles"),
    ]


def _differing(table: pd.DataFrame, what: str, others: str) -> list[str]:
    if table.empty:
        return [f"There are too few statements to compare any {what}."]
    found = table[table["adjusted"] <= 0.05].head(MOST_FOUND).to_dict("records")
    tests = number(len(table), "comparison")
    if not found:
        return [f"Of {tests} of a {what}, none shows a difference beyond chance; that is no proof of equal treatment."]
    each = [
        f"{told(row['source'])} keeps {linked(str(row['units']), row['layer'], row['label'], row['source'])} of "
        f"{row['of']} statements of {told(row['who'])} at a distance, against {row['others']} of {row['of_others']} of "
        f"{others} (adjusted p {adjusted(row['adjusted'])})"
        for row in found
    ]
    count = int((table["adjusted"] <= 0.05).sum())
    show = "shows" if count == 1 else "show"
    return [f"Of {tests} of a {what}, {count} {show} a difference beyond chance: {'; '.join(each)}."]


def distant_topics(table: pd.DataFrame) -> list[str]:
    """Which topics the articles keep at a distance, in how many of their sentences; `table` is `distance.by_topic`."""
    sums = table.groupby("topic", sort=False)[["units", "of"]].sum().reset_index()
    if sums.empty:
        return ["No sentence holds a topic, so none is doubted by topic."]
    each = [_of_topic(row) for row in sums.to_dict("records")]
    return [
        f"Claimed, doubted or denied, of the sentences and headings that hold a topic: {listed(each, what='topics')}."
    ]


def _of_topic(row: Row) -> str:
    count = linked(str(row["units"]), LAYER, about(row["topic"])) if row["units"] else "none"
    return f"{told(row['topic'])} {count} of {row['of']}"
