"""Sentences on who acts and who is acted upon, and how often the rules err."""

import pandas as pd

from analysis import statistics
from analysis.language import many, say, word
from analysis.prose.wording import Row, in_turn, linked, listed, named_label, source, sources, told

MOST, MOST_SOURCES = 4, 8
"""How many actors a sentence tells of, and of how many sources, at most."""
ALLOWED = 0.6
"""Where the precision's lower bound is below this, the numbers are said to be no basis for a finding."""


def who_acts(measure: pd.DataFrame) -> list[str]:
    """Who acts most and who undergoes most, over all sources, and how unlike the sources are on the first of them."""
    if measure.empty:
        return [say("No act was found that names an actor.")]
    columns = ["acts", "undergoes", "open", "undone", "elsewhere"]
    total = measure.groupby("actor", sort=False)[columns].sum().reset_index()
    first = many(
        int(measure.drop_duplicates("document")["of"].sum()),
        "Of {n} act told as done in the articles' own words that names an actor, as the rules find them: {each}.",
        "Of {n} acts told as done in the articles' own words that name an actor, as the rules find them: {each}.",
        each=in_turn(_sided(row) for row in total.head(MOST).to_dict("records")),
    )
    return [first, *_not_counted(total), *_unlike(measure, str(total["actor"].iloc[0]))]


def _sided(row: Row) -> str:
    return many(
        int(row["undergoes"]),
        "{actor} acts {acts} and undergoes {undergoes} time",
        "{actor} acts {acts} and undergoes {undergoes} times",
        actor=named_label(row["actor"]),
        acts=linked(str(row["acts"]), "agency", f"{row['actor']} acts") if row["acts"] else 0,
        undergoes=linked(str(row["undergoes"]), "agency", f"{row['actor']} undergoes") if row["undergoes"] else 0,
    )


def _not_counted(total: pd.DataFrame) -> list[str]:
    opened, undone, others = (int(total[column].sum()) for column in ("open", "undone", "elsewhere"))
    if not opened + undone + others:
        return []
    return [
        say(
            "Not counted among them: {acts} that these actors would do, will do or are asked to do, {undone} that they "
            "are said not to do, and {others} that they do in quotations or reported speech.",
            acts=many(opened, "{n} act", "{n} acts", none="no act"),
            undone=undone,
            others=others,
        )
    ]


def _unlike(measure: pd.DataFrame, actor: str) -> list[str]:
    """In which source an actor acts most and least of its acts; where the intervals meet, that no difference shows."""
    rows = measure[(measure["actor"] == actor) & (measure["of"] > 0)].sort_values(["share", "source"], kind="stable")
    if len(rows) < 2:
        return []
    low, high = rows.iloc[0].to_dict(), rows.iloc[-1].to_dict()
    if low["high"] >= high["low"]:
        return [
            say(
                "How often {actor} acts shows no sure difference between articles: the 95\u00a0% intervals of the "
                "highest and the lowest share overlap.",
                actor=named_label(actor),
            )
        ]
    about = ends(high, low, "acts") | {"actor": named_label(actor)}
    if len(rows) == 2:
        return [
            say(
                "{actor} is the agent of {most} of {of_most} in {high} and of {least} of {of_least} in {low}; the "
                "95\u00a0% intervals of these two lie apart.",
                **about,
            )
        ]
    return [
        say(
            "{actor} is the agent of {most} of {of_most} in {high} and of {least} of {of_least} in {low}; the "
            "95\u00a0% intervals of these two lie apart, but they are the ends of {sources}, and chance may part "
            "these.",
            sources=len(rows),
            **about,
        )
    ]


def ends(high: Row, low: Row, count: str) -> dict[str, object]:
    """The sources in which something is most and least often so, with their counts."""
    return {
        "high": source(high["source"]),
        "most": int(high[count]),
        "of_most": int(high["of"]),
        "low": source(low["source"]),
        "least": int(low[count]),
        "of_least": int(low["of"]),
    }


def has_do(measure: pd.DataFrame, actor: str) -> str:
    """What each source has an actor do and undergo, kind by kind; `measure` is that of `agency.by_class`."""
    if measure.empty:
        return say("No act was found that names {actor}.", actor=named_label(actor))
    told_of = [(str(label), part) for label, part in measure.groupby("source", sort=False)]
    active = [(label, part) for label, part in told_of if part[["acts", "undergoes"]].to_numpy().any()]
    parts = [_deeds(source(label), part) for label, part in active[:MOST_SOURCES]]
    if left := len(active) - len(parts):
        parts.append(many(left, "{n} more article in the table", "{n} more articles in the table"))
    nothing = [label for label, part in told_of if not part[["acts", "undergoes"]].to_numpy().any()]
    if nothing:
        parts.append(many(len(nothing), "in {sources} nothing", "in {sources} nothing", sources=sources(nothing)))
    return say("{actor}, as told: {parts}.", actor=named_label(actor), parts=in_turn(parts))


def _deeds(where: str, part: pd.DataFrame) -> str:
    rows = part.to_dict("records")
    acts, undergone = (
        listed(
            (_deed(row, count, label) for row in rows if row[count]),
            most=5,
            more=("{n} more kind", "{n} more kinds"),
        )
        if part[count].any()
        else ""
        for count, label in (("acts", "label"), ("undergoes", "undergone"))
    )
    if acts and undergone:
        return say("in {source} acts by {acts} and undergoes {undergone}", source=where, acts=acts, undergone=undergone)
    if acts:
        return say("in {source} acts by {acts}", source=where, acts=acts)
    return say("in {source} undergoes {undergone}", source=where, undergone=undergone)


def _deed(row: Row, count: str, label: str) -> str:
    times = linked(str(row[count]), "agency", str(row[label]), str(row["source"]))
    return say("{act} {times}", act=told(word(row["act"])), times=times)


def agency_errors(errors: pd.DataFrame) -> str:
    """How often the rules err, as measured against hand coding: to stand beside each table of acts."""
    rows = {row["measured"]: row for row in errors.to_dict("records")}
    named, acts = rows.get("named agent"), rows.get("predicate and class")
    if not (named and acts and named["found"] and acts["found"] and acts["coded"]):
        return say("How often these rules err was not measured.")
    wrong, missed, other = (one[of] - one["right"] for one, of in ((named, "found"), (acts, "coded"), (acts, "found")))
    low, high = (float(bound) for bound in statistics.wilson(wrong, named["found"]))
    measured = say(
        "The rules err: in sentences coded by hand, {wrong} of {named} agents that they named were wrong (about "
        "{share} in 100, 95\u00a0% interval {low} to {high}); {other} of {found} acts found were none or of another "
        "kind; {missed} of {coded} acts coded were missed. These sentences are invented in the manner of the press; "
        "elsewhere the rules may err more.",
        wrong=wrong,
        named=named["found"],
        share=round(100 * wrong / named["found"]),
        low=round(100 * low),
        high=round(100 * high),
        other=other,
        found=acts["found"],
        missed=missed,
        coded=acts["coded"],
    )
    if 1 - high >= ALLOWED:
        return measured
    return f"{measured} {say('No finding should rest on these numbers.')}"
