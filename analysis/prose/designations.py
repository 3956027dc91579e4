"""Sentences on naming: how each source calls an actor, which words one alone uses, and what chance could give."""

import pandas as pd

from analysis.language import say
from analysis.prose.wording import Row, adjusted, linked, listed, named_so, number, told

MOST_NOUNS = 4
"""So many nouns a count names."""


def calls(counted: pd.DataFrame, actor: str, *, by: str = "kind") -> list[str]:
    """One sentence a source: how often it mentions the actor in its own voice, and how it calls it, with the nouns."""
    own = counted[(counted["actor"] == actor) & (counted["count"] > 0)]
    if own.empty:
        return [f"No article mentions {told(actor)} in its own voice, as far as the rules can see."]
    held = own.groupby("source", sort=False)
    sources = [source for source in dict.fromkeys(counted["source"]) if source in held.groups]
    said = [_calls(held.get_group(source).to_dict("records"), actor, by) for source in sources]
    return said + _silent(counted[counted["actor"] == actor], actor)


def _calls(rows: list[Row], actor: str, by: str) -> str:
    ranked = sorted(rows, key=lambda row: -row["count"])
    source, of = str(rows[0]["source"]), int(rows[0]["of"])
    head = f"{told(source)} mentions {told(actor)} {_times(of)} in its own voice"
    if len(ranked) == 1:
        link = linked(f"{ranked[0]['count']} of {of}", str(ranked[0]["layer"]), str(ranked[0]["label"]), source)
        return f"{head}, {'always ' if of > 1 else ''}{way(str(ranked[0][by]))} ({link}){_worded(ranked[0])}."
    each = [
        f"{way(str(row[by]))} in {linked(str(row['count']), str(row['layer']), str(row['label']), source)}"
        f"{_worded(row)}"
        for row in ranked
    ]
    return f"{head}: {listed(each, most=20)}."


def way(kind: str) -> str:
    """What a kind of designation, or a charge, is called in a sentence: `by full name`."""
    return {
        "full name": say("by full name"),
        "last name": say("by last name alone"),
        "first name": say("by first name"),
        "civility and name": say("by a civility and the name"),
        "office and name": say("by the name with an office or a description"),
        "office": say("by an office alone"),
        "role noun": say("by another noun"),
        "name": say("by name"),
        "acronym": say("by an acronym"),
        "seat": say("by a capital or seat"),
        "government": say("by the government"),
        "people": say("by the people"),
        "neutral": say("neutrally"),
        "deferential": say("with deference"),
        "familiar": say("familiarly"),
        "alliance": say("as an ally or kin"),
        "contested": say("by a contested word"),
        "disparaging": say("by a disparaging word"),
    }[kind]


def _worded(row: Row) -> str:
    """The nouns behind a count, at most four: ` (“dirigeant” 2, “chef de l'État” 1)`; nothing where names were used."""
    each = [one.rpartition(" ") for one in str(row.get("nouns", "")).split(" | ") if one]
    words = [f"{named_so(noun)} {count}" for noun, _, count in each[:MOST_NOUNS]]
    more = [f"{len(each) - MOST_NOUNS} more"] if len(each) > MOST_NOUNS else []
    return f" ({', '.join([*words, *more])})" if words else ""


def _silent(counted: pd.DataFrame, actor: str) -> list[str]:
    silent = [told(source) for source in dict.fromkeys(counted.loc[counted["of"] == 0, "source"])]
    return [f"No mention of {told(actor)} in its own voice was found in {listed(silent)}."] if silent else []


def called_by_one(alone: pd.DataFrame, *, most: int = 8) -> str:
    """Which words for an actor one source alone uses, and of how many mentions; without a claim that it must be so."""
    if alone.empty:
        return "No noun for an actor that several sources mention is one source's alone, as far as the rules can see."
    each = [
        f"{told(row['source'])} says {named_so(row['words'])} of {told(row['actor'])}"
        f" ({linked(str(row['count']), row['layer'], row['label'], row['source'])} of {number(row['of'], 'mention')})"
        for row in alone.head(most).to_dict("records")
    ]
    more = len(alone) - len(each)
    others = (
        f" {number(more, 'more such wording')} {'stands' if more == 1 else 'stand'} in the table." if more > 0 else ""
    )
    return f"Found in one source alone, of actors that others mention too: {'; '.join(each)}.{others}"


def naming_differences(compared: pd.DataFrame, *, level: float = 0.05) -> str:
    """Which source calls an actor otherwise than the others beyond chance, and how many comparisons were made."""
    if compared.empty:
        return "Too few mentions of any actor stand in two sources to set their naming against each other."
    sure = compared[compared["adjusted"] <= level]
    tested = number(len(compared), "comparison")
    if sure.empty:
        lowest = adjusted(float(compared["adjusted"].min()))
        return (
            f"Chance could give every difference in naming: of {tested} of a source with all others, none has an"
            f" adjusted p of {adjusted(level)} or less (the least: {lowest}). Of so few"
            " mentions large ones would not show."
        )
    each = [
        f"{told(row['source'])} calls {told(row['actor'])} {way(str(row['kind']))} in"
        f" {linked(str(row['count']), row['layer'], row['label'], row['source'])} of {row['of']}, the others in"
        f" {row['others']} of {row['of_others']} (adjusted p {adjusted(float(row['adjusted']))})"
        for row in sure.to_dict("records")
    ]
    return f"Beyond what chance gives among {tested}: {listed(each)}. Mentions in one article depend on one another."


def modified(hung: pd.DataFrame, actor: str) -> list[str]:
    """One sentence a source: what it hangs on the actor in its own voice."""
    own = hung[hung["actor"] == actor].to_dict("records")
    return [
        f"{told(row['source'])} hangs on {told(actor)}: {told(row['modifiers'])}"
        f" ({linked(number(row['count'], 'modifier'), row['layer'], row['label'], row['source'])})."
        for row in own
    ]


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
