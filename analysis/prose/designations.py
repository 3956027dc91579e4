"""Sentences on naming: how each source calls an actor, which words one alone uses, and what chance could give."""

import pandas as pd

from analysis.language import many, say
from analysis.prose.wording import Row, adjusted, in_turn, linked, listed, named_label, quotation, source, sources

MOST_NOUNS = 4
"""So many nouns a count names."""


def calls(counted: pd.DataFrame, actor: str, *, by: str = "kind") -> list[str]:
    """One sentence a source: how often it mentions the actor in its own voice, and how it calls it, with the nouns."""
    own = counted[(counted["actor"] == actor) & (counted["count"] > 0)]
    if own.empty:
        return [
            say("No article mentions {actor} in its own voice, as far as the rules can see.", actor=named_label(actor))
        ]
    held = own.groupby("source", sort=False)
    labels = [label for label in dict.fromkeys(counted["source"]) if label in held.groups]
    said = [_calls(held.get_group(label).to_dict("records"), actor, by) for label in labels]
    return said + _silent(counted[counted["actor"] == actor], actor)


def _calls(rows: list[Row], actor: str, by: str) -> str:
    ranked = sorted(rows, key=lambda row: -row["count"])
    of = int(rows[0]["of"])
    about = {"source": source(str(rows[0]["source"])), "actor": named_label(actor), "times": times(of)}
    if len(ranked) > 1:
        each = listed((_in_cases(row, by) for row in ranked), most=20)
        return say("{source} mentions {actor} {times} in its own voice: {each}.", each=each, **about)
    about |= {"way": way(str(ranked[0][by])), "counted": _all(ranked[0])}
    if of == 1:
        return say("{source} mentions {actor} {times} in its own voice, {way} ({counted}).", **about)
    return say("{source} mentions {actor} {times} in its own voice, always {way} ({counted}).", **about)


def _in_cases(row: Row, by: str) -> str:
    count = linked(str(row["count"]), str(row["layer"]), str(row["label"]), str(row["source"]))
    said, nouns = say("{way} in {count}", way=way(str(row[by])), count=count), _nouns(row)
    return f"{said} ({nouns})" if nouns else said


def _all(row: Row) -> str:
    """The count of the only way in which a source calls an actor, with its nouns."""
    count = say("{count} of {of}", count=int(row["count"]), of=int(row["of"]))
    said, nouns = linked(count, str(row["layer"]), str(row["label"]), str(row["source"])), _nouns(row)
    return say("{count}: {nouns}", count=said, nouns=nouns) if nouns else said


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


def times(count: int) -> str:
    """`once`, `twice`, `3 times`."""
    if count == 2:
        return say("twice")
    return many(count, "once", "{n} times")


def _nouns(row: Row) -> str:
    """The nouns behind a count, at most four: `“dirigeant” 2, “chef de l'État” 1`; nothing where names were used."""
    each = [one.rpartition(" ") for one in str(row.get("nouns", "")).split(" | ") if one]
    left = len(each) - MOST_NOUNS
    more = [many(left, "{n} more", "{n} more")] if left > 0 else []
    return ", ".join([*(f"{quotation(noun)} {count}" for noun, _, count in each[:MOST_NOUNS]), *more])


def _silent(counted: pd.DataFrame, actor: str) -> list[str]:
    silent = list(dict.fromkeys(counted.loc[counted["of"] == 0, "source"]))
    said = many(
        len(silent),
        "No mention of {actor} in its own voice was found in {sources}.",
        "No mention of {actor} in their own voice was found in {sources}.",
        actor=named_label(actor),
        sources=sources(silent),
    )
    return [said] if silent else []


def called_by_one(alone: pd.DataFrame, *, most: int = 8) -> str:
    """Which words for an actor one source alone uses, and of how many mentions; without a claim that it must be so."""
    if alone.empty:
        return say(
            "No noun for an actor that several sources mention is one source's alone, as far as the rules can see."
        )
    each = [_its_own(row) for row in alone.head(most).to_dict("records")]
    found = say("Found in one source alone, of actors that others mention too: {each}.", each=in_turn(each))
    left = len(alone) - len(each)
    if not left:
        return found
    more = many(left, "{n} more such wording stands in the table.", "{n} more such wordings stand in the table.")
    return f"{found} {more}"


def _its_own(row: Row) -> str:
    return many(
        int(row["of"]),
        "{source} says {words} of {actor} ({times} of {n} mention)",
        "{source} says {words} of {actor} ({times} of {n} mentions)",
        source=source(row["source"]),
        words=quotation(row["words"]),
        actor=named_label(row["actor"]),
        times=linked(str(row["count"]), row["layer"], row["label"], row["source"]),
    )


def naming_differences(compared: pd.DataFrame, *, level: float = 0.05) -> str:
    """Which source calls an actor otherwise than the others beyond chance, and how many comparisons were made."""
    if compared.empty:
        return say("Too few mentions of any actor stand in two sources to set their naming against each other.")
    sure = compared[compared["adjusted"] <= level]
    tested = many(len(compared), "{n} comparison", "{n} comparisons")
    if sure.empty:
        return say(
            "Chance could give every difference in naming: of {tested} of a source with all others, none has an "
            "adjusted p of {level} or less (the least: {lowest}). Of so few mentions large ones would not show.",
            tested=tested,
            level=adjusted(level),
            lowest=adjusted(float(compared["adjusted"].min())),
        )
    each = listed((_otherwise(row) for row in sure.to_dict("records")), more=("{n} more", "{n} more"))
    return say(
        "Beyond what chance gives among {tested}: {each}. Mentions in one article depend on one another.",
        tested=tested,
        each=each,
    )


def _otherwise(row: Row) -> str:
    return say(
        "{source} calls {actor} {way} in {count} of {of}, the others in {others} of {of_others} (adjusted p {p})",
        source=source(row["source"]),
        actor=named_label(row["actor"]),
        way=way(str(row["kind"])),
        count=linked(str(row["count"]), row["layer"], row["label"], row["source"]),
        of=row["of"],
        others=row["others"],
        of_others=row["of_others"],
        p=adjusted(float(row["adjusted"])),
    )


def modified(hung: pd.DataFrame, actor: str) -> list[str]:
    """One sentence a source: what it hangs on the actor in its own voice."""
    return [_modified(row) for row in hung[hung["actor"] == actor].to_dict("records")]


def _modified(row: Row) -> str:
    count = many(row["count"], "{n} modifier", "{n} modifiers")
    return say(
        "{source} hangs on {actor}: {modifiers} ({count}).",
        source=source(row["source"]),
        actor=named_label(row["actor"]),
        modifiers=listed(map(quotation, row["modifiers"].split(", ")), most=20),
        count=linked(count, row["layer"], row["label"], row["source"]),
    )
