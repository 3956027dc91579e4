"""Short sentences on how one source tells it, one of each kind, which call the source “it”: for its portrait."""

import pandas as pd

from analysis import agency
from analysis.language import many, say
from analysis.overlaid import LAYER
from analysis.portraits import Portraits
from analysis.prose.agency import ALLOWED
from analysis.prose.designations import times, way
from analysis.prose.wording import Row, in_turn, linked, listed, named_label, named_so, quotation
from analysis.reserves import ATTRIBUTED, CLAIMED, DENIED, DOUBTED, STATED
from analysis.statistics import wilson

MOST_FRAMES, MOST_WORDS, MOST_WAYS, MOST_ACTORS = 3, 5, 3, 2
"""So many frames, loaded words, ways to name an actor, and actors a sentence holds."""


def reserve(statuses: pd.DataFrame, source: str) -> list[str]:
    """How many of its sentences it states in its own voice, attributes, gives as a claim, doubts or tells as denied."""
    own = statuses[(statuses["source"] == source) & (statuses["of"] > 0)]
    rows = {row["label"]: row for row in own.to_dict("records")}
    if not rows:
        return []
    counts = {label: linked(str(row["units"]), LAYER, label, source) for label, row in rows.items() if row["units"]}
    each = [
        _status(label, counts[label]) for label in (STATED, ATTRIBUTED, CLAIMED, DOUBTED, DENIED) if label in counts
    ]
    return [
        many(
            int(own["of"].iloc[0]),
            "It has {n} sentence or heading: {each}.",
            "Of its {n} sentences and headings it gives {each}.",
            each=listed(each),
        )
    ]


def _status(label: str, count: str) -> str:
    return {
        STATED: say("{count} in its own voice without reserve", count=count),
        ATTRIBUTED: say("{count} as the words of somebody", count=count),
        CLAIMED: say("{count} as a claim", count=count),
        DOUBTED: say("{count} with a hedge or doubt", count=count),
        DENIED: say("{count} as denied", count=count),
    }[label]


def frames(found: pd.DataFrame, source: str) -> list[str]:
    """Its most frequent frames among those whose coding can be relied on; `found` is `Portraits.frames`."""
    own = found[(found["source"] == source) & (found["of"] > 0) & found["used"]]
    if own.empty:
        return []
    of = int(own["of"].iloc[0])
    held = own[own["units"] > 0].sort_values(["units", "label"], ascending=[False, True], kind="stable")
    if held.empty:
        return [
            many(
                of,
                "No reliable frame was found in its own words, of {n} sentence or heading.",
                "No reliable frame was found in its own words, of {n} sentences and headings.",
            )
        ]
    each = listed(_framed(row) for row in held.head(MOST_FRAMES).to_dict("records"))
    return [
        many(
            of,
            "Most frequent reliable frames in its own words, of {n} sentence or heading: {each}.",
            "Most frequent reliable frames in its own words, of {n} sentences and headings: {each}.",
            each=each,
        )
    ]


def _framed(row: Row) -> str:
    count = linked(str(row["units"]), row["layer"], row["label"], row["source"])
    return say("{frame} in {count}", frame=named_so(row["label"]), count=count)


def loaded(words: pd.DataFrame, source: str) -> list[str]:
    """Its loaded words outside quotations; `words` is `Portraits.loaded`."""
    own = words[words["source"] == source]
    if own.empty:
        return [say("No loaded word of its own was found by these rules.")]
    each = [_loaded_word(row) for row in own.to_dict("records")]
    return [
        many(
            int(own["times"].sum()),
            "It uses {n} loaded word of its own: {each}.",
            "It uses {n} loaded words of its own: {each}.",
            each=listed(each, most=MOST_WORDS, more=("{n} more word", "{n} more words")),
        )
    ]


def _loaded_word(row: Row) -> str:
    said = quotation(row["word"], "loaded", row["label"], row["source"])
    return f"{said} ({row['times']})" if row["times"] > 1 else said


def naming(found: Portraits, source: str) -> list[str]:
    """Which nouns for actors it alone uses more than once; else how it names the actor that is called in most ways."""
    alone = found.alone[(found.alone["source"] == source) & (found.alone["count"] > 1)]
    if len(alone):
        each = listed(_its_own(row) for row in alone.head(2).to_dict("records"))
        return [say("Found here alone, of actors that others mention too: {each}.", each=each)]
    own = found.naming[(found.naming["source"] == source) & (found.naming["actor"] == found.actor)]
    rows = own[own["count"] > 0].sort_values("count", ascending=False, kind="stable").to_dict("records")
    return [_names(rows, found.actor)] if rows else []


def _its_own(row: Row) -> str:
    return many(
        row["of"],
        "{words} of {actor}, in {times} of {n} mention",
        "{words} of {actor}, in {times} of {n} mentions",
        words=quotation(row["words"]),
        actor=named_label(row["actor"]),
        times=linked(str(row["count"]), row["layer"], row["label"], row["source"]),
    )


def _names(rows: list[Row], actor: str) -> str:
    of = int(rows[0]["of"])
    about = {"actor": named_label(actor), "times": times(of)}
    if len(rows) > 1:
        each = listed(map(_named, rows), most=MOST_WAYS, more=("in {n} more way", "in {n} more ways"))
        return say("It mentions {actor} {times} in its own voice: {each}.", each=each, **about)
    row = rows[0]
    about |= {
        "way": way(str(row["kind"])),
        "count": linked(str(row["count"]), row["layer"], row["label"], row["source"]),
    }
    if of == 1:
        return say("It mentions {actor} {times} in its own voice, {way} ({count}).", **about)
    return say("It mentions {actor} {times} in its own voice, always {way} ({count}).", **about)


def _named(row: Row) -> str:
    count = linked(str(row["count"]), row["layer"], row["label"], row["source"])
    return say("{way} in {count}", way=way(str(row["kind"])), count=count)


def agents(measure: pd.DataFrame, source: str, lang: str) -> list[str]:
    """Who acts in it most, where the agents found in its language are right often enough to be told of."""
    own = measure[(measure["source"] == source) & (measure["of"] > 0) & (measure["acts"] + measure["undergoes"] > 0)]
    if own.empty or not _allowed(lang):
        return []
    top = own.sort_values(["acts", "undergoes", "actor"], ascending=[False, False, True], kind="stable")
    return [
        many(
            int(own["of"].iloc[0]),
            "Of {n} act told as done in its own words, as far as the rules find them: {each}.",
            "Of {n} acts told as done in its own words, as far as the rules find them: {each}.",
            each=in_turn(_agent(row) for row in top.head(MOST_ACTORS).to_dict("records")),
        )
    ]


def _agent(row: Row) -> str:
    actor = named_label(row["actor"])
    acts = linked(str(row["acts"]), "agency", row["label"], row["source"])
    undergoes = linked(str(row["undergoes"]), "agency", row["undergone"], row["source"])
    if not row["undergoes"]:
        return say("{actor} acts in {acts}", actor=actor, acts=acts)
    if not row["acts"]:
        return say("{actor} is acted upon in {undergoes}", actor=actor, undergoes=undergoes)
    return say("{actor} acts in {acts} and is acted upon in {undergoes}", actor=actor, acts=acts, undergoes=undergoes)


def _allowed(lang: str) -> bool:
    """Whether the agents found in this language are right often enough, at the lower bound, to be told of."""
    rows = agency.errors(lang)
    named = rows[rows["measured"] == "named agent"]
    if named.empty or not int(named["found"].iloc[0]):
        return False
    return float(wilson(int(named["right"].iloc[0]), int(named["found"].iloc[0]))[0]) >= ALLOWED
