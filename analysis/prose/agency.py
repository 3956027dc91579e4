"""Sentences on who acts and who is acted upon, whose agents are not told, and how often the rules err."""

import pandas as pd

from analysis import statistics
from analysis.prose.wording import Row, are, linked, listed, number, percent, told

MOST = 4
"""How many actors a sentence tells of, at most."""
ALLOWED = 0.6
"""Where the precision's lower bound is below this, the numbers are said to be no basis for a finding."""


def who_acts(measure: pd.DataFrame) -> list[str]:
    """Who acts most and who undergoes most, over all sources, and how unlike the sources are on the first of them."""
    if measure.empty:
        return ["No act was found that names an actor."]
    total = (
        measure.groupby("actor", sort=False)[["acts", "undergoes", "open", "undone", "elsewhere"]].sum().reset_index()
    )
    of = int(measure.drop_duplicates("document")["of"].sum())
    each = [_sided(row) for row in total.head(MOST).to_dict("records")]
    named = "names" if of == 1 else "name"
    first = (
        f"Of {number(of, 'act')} told as done in the articles' own words that {named} an actor, "
        f"as the rules find them: {listed(each)}."
    )
    return [first, *_apart(total), *_unlike(measure, str(total["actor"].iloc[0]))]


def _sided(row: Row) -> str:
    acts = linked(str(row["acts"]), "agency", f"{row['actor']} acts") if row["acts"] else "0"
    undergoes = linked(str(row["undergoes"]), "agency", f"{row['actor']} undergoes") if row["undergoes"] else "0"
    times = "time" if row["undergoes"] == 1 else "times"
    return f"{told(row['actor'])} acts {acts} and undergoes {undergoes} {times}"


def _apart(total: pd.DataFrame) -> list[str]:
    opened, undone, others = (int(total[column].sum()) for column in ("open", "undone", "elsewhere"))
    if not opened + undone + others:
        return []
    return [
        f"Not counted among them: {number(opened, 'act')} that these actors would do, will do or are asked to do, "
        f"{undone} that they are said not to do, and {others} that they do in quotations or reported speech."
    ]


def _unlike(measure: pd.DataFrame, actor: str) -> list[str]:
    """In which source an actor acts most and least of its acts; where the intervals meet, that no difference shows."""
    rows = measure[(measure["actor"] == actor) & (measure["of"] > 0)].sort_values(["share", "source"], kind="stable")
    if len(rows) < 2:
        return []
    low, high = rows.iloc[0].to_dict(), rows.iloc[-1].to_dict()
    if low["high"] >= high["low"]:
        return [f"How often {told(actor)} acts shows no sure difference between articles: {_OVERLAP}."]
    each = [f"{row['acts']} of {row['of']} in {told(row['source'])}" for row in (high, low)]
    return [f"{told(actor)} is the agent of {' and of '.join(each)}; {_between(len(rows))}."]


_OVERLAP = "the 95 % intervals of the highest and the lowest share overlap"


def untold_agents(measure: pd.DataFrame) -> list[str]:
    """How many acts are told without anybody who does them, and in which source most and least."""
    rows = measure[measure["of"] > 0]
    of, missing = int(rows["of"].sum()), int(rows["untold"].sum())
    if not of:
        return ["No act was found that is told as done, so none lacks an agent."]
    label = str(rows["label"].iloc[0])
    what = f" ({told(label.partition(': ')[2])})" if ": " in label else ", speech aside,"
    count = linked(str(missing), "agency", label) if missing else "none"
    verb = f"{count} {are(max(missing, 1))} told without an agent"
    first = (
        f"Of {number(of, 'act')} told as done by a verb in the articles' own words{what} {verb}, in a passive or with "
        f"an impersonal subject ({percent(missing / of)})."
    )
    ordered = rows.sort_values(["share", "source"], kind="stable").to_dict("records")
    if len(ordered) < 2:
        return [first]
    low, high = ordered[0], ordered[-1]
    if low["high"] >= high["low"]:
        return [first, f"No article surely leaves out more agents than another: {_OVERLAP}."]
    each = [f"{told(row['source'])} leaves {row['untold']} of {row['of']} without one" for row in (high, low)]
    return [first, f"{each[0]}, {each[1]}; {_between(len(ordered))}."]


def _between(many: int) -> str:
    """That two intervals lie apart, and that they are the ends of many."""
    apart = "the 95 % intervals of these two lie apart"
    return apart if many < 3 else f"{apart}, but they are the ends of {many}, and chance may part these"


def has_do(measure: pd.DataFrame, actor: str) -> str:
    """What each source has an actor do and undergo, kind by kind; `measure` is that of `agency.by_class`."""
    if measure.empty:
        return f"No act was found that names {told(actor)}."
    parts = [_deeds(source, part) for source, part in measure.groupby("source", sort=False)]
    return f"{told(actor)}, as told: {'; '.join(parts[:8])}{'; …' if len(parts) > 8 else ''}."


def _deeds(source: object, part: pd.DataFrame) -> str:
    acts = [(row, "acts", "label") for row in part.to_dict("records") if row["acts"]]
    undergoes = [(row, "undergoes", "undergone") for row in part.to_dict("records") if row["undergoes"]]
    name = told(str(source))
    each = [
        f"{verb} {listed([_deed(*one) for one in found], most=5, what='kinds')}"
        for verb, found in (("acts by", acts), ("undergoes", undergoes))
        if found
    ]
    return f"in {name} it {' and '.join(each)}" if each else f"in {name} nothing"


def _deed(row: Row, count: str, label: str) -> str:
    return f"{told(row['act'])} {linked(str(row[count]), 'agency', str(row[label]), str(row['source']))}"


def agency_errors(errors: pd.DataFrame) -> str:
    """How often the rules err, as measured against hand coding: to stand beside each table of acts."""
    rows = {row["measured"]: row for row in errors.to_dict("records")}
    named, acts = rows.get("named agent"), rows.get("predicate and class")
    if not (named and acts and named["found"] and acts["found"] and acts["coded"]):
        return "How often these rules err was not measured."
    wrong, missed, other = (one[of] - one["right"] for one, of in ((named, "found"), (acts, "coded"), (acts, "found")))
    low, high = (float(bound) for bound in statistics.wilson(wrong, named["found"]))
    warning = " No finding should rest on these numbers." if 1 - high < ALLOWED else ""
    about = (
        f"about {round(100 * wrong / named['found'])} in 100, 95 % interval {round(100 * low)} to {round(100 * high)}"
    )
    return (
        f"The rules err: of {number(named['found'], 'agent')} that they named in sentences coded by hand, {wrong} "
        f"{are(wrong)} wrong ({about}); of {number(acts['found'], 'act')} found, {other} {are(other)} none or of "
        f"another kind, and of {acts['coded']} coded, {missed} were missed. These sentences are invented in the manner "
        f"of the press; elsewhere the rules may err more.{warning}"
    )
