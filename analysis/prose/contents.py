"""Sentences on topics, frames, hedges and words: how much, where, and whether articles differ beyond chance."""

import pandas as pd

from analysis import measures
from analysis.prose.wording import (
    Row,
    adjusted,
    are,
    capital,
    labelled,
    leading,
    linked,
    listed,
    named_so,
    number,
    of_articles,
    percent,
    told,
)


def how_much(shares: pd.DataFrame, label: str) -> list[str]:
    """How much of the articles holds one label: over all; then most and least, and whether chance could give it."""
    found = measures.overall(shares)
    hedged = label == measures.WHOLE["hedge"]
    if found.empty or not int(found["units"].iloc[0]):
        what = "is hedged" if hedged else f"holds {named_so(label)}"
        return [f"No sentence of these articles {what}, as far as the rules can see."]
    total = found.iloc[0]
    counted = linked(f"{total['units']} of {total['of']}", str(total["layer"]), label)
    sentences = f"{counted} {'sentence' if total['of'] == 1 else 'sentences'}"
    what = (
        f"{sentences} {are(total['units'])} hedged"
        if hedged
        else f"The {total['layer']} {named_so(label)} stands in {sentences}"
    )
    head = f"{what} ({percent(total['share'])}), in {of_articles(total['articles'], total['of_articles'])}."
    compared = [*_extremes(shares), *_outstanding(shares)]
    return [head, " ".join(compared)] if compared else [head]


def standing_first(units: pd.DataFrame, positions: pd.DataFrame, label: str) -> str:
    """Which articles open with the label, in title or first sentence."""
    opening = units[units["role"].isin(("title", "lead"))][["document", "unit"]]
    held = positions.merge(opening, on=["document", "unit"])
    sources = [told(source) for source in dict.fromkeys(held.loc[held["held"], "source"])]
    of = positions["source"].nunique()
    if not sources:
        who = f"No article of {of} opens" if of > 1 else "The article does not open" if of else "No article opens"
        return f"{who} with {named_so(label)}, in its title or its first sentence."
    who = f"{capital(of_articles(len(sources), of))} {'opens' if len(sources) == 1 else 'open'}"
    return f"{who} with {named_so(label)}, in title or first sentence: {listed(sources)}."


def typical(words: pd.DataFrame, label: str) -> str:
    """Which words are typical of the sentences with the label, apart from those its rules look for."""
    if words.empty:
        return f"No word can be called typical of the sentences on {named_so(label)}: too few speak of it, or all do."
    sure = words[words["adjusted"] <= 0.05]
    own = [f"“{told(word)}”" for word in dict.fromkeys(sure.loc[~sure["ruled"], "word"])][:8]
    if sure.empty:
        return f"No word is typical of the sentences on {named_so(label)} beyond chance, or they are too few to tell."
    if not own:
        return (
            f"Only words that the rules look for are typical of {named_so(label)} beyond chance, and these had to be."
        )
    return f"Beside the words of the rules, most typical of {named_so(label)} beyond chance: {listed(own)}."


def companions(beside: pd.DataFrame, label: str, what: str) -> str:
    """Who or what stands oftenest in the sentences with the label."""
    if beside.empty:
        return f"No {what} that the lexicons know stands in the sentences on {named_so(label)}."
    first = [f"{told(row['label'])} ({row['units']})" for row in leading(beside, "units")]
    within = f"In the {number(int(beside['of'].iloc[0]), 'sentence')} on {named_so(label)}"
    if not first:
        return f"{within}, no {what} is named oftener than all others."
    noun = f"{what} named oftenest is" if len(first) == 1 else f"{what}s named oftenest are"
    return f"{within}, the {noun} {listed(first)}."


def distinct(measure: pd.DataFrame, what: str) -> str:
    """Which labels some article holds more or less often than the others, beyond chance."""
    if measure.loc[measure["of"] > 0, "document"].nunique() < 2:
        return f"With fewer than two articles, no {what} can be compared."
    tests = len(measures.compared(measure))
    rows = _outstanding_rows(measure)
    if not tests:
        return f"There is no {what} in which the articles could differ."
    if not rows:
        return f"{_nobody(measure)} differ in any {what} by more than chance could give ({number(tests, 'test')})."
    return f"Beyond chance: {listed(_differs(row, measure) for row in rows)}."


def most_used(measure: pd.DataFrame, what: str) -> list[str]:
    """Which labels of a layer are found oftenest."""
    total = measures.overall(measure)
    total = total[total["units"] > 0].sort_values(["units", "label"], ascending=[False, True], kind="stable")
    if total.empty:
        return [f"No {what} was found."]
    within = number(int(total["of"].max()), "sentence")
    each = [labelled(row, f" ({row['units']})") for row in leading(total, "units")]
    noun = f"{what}s" if len(each) > 1 else what
    if not each:
        return [f"No {what} is found oftener than all others, in {within}."]
    return [f"{capital(noun)} found oftenest, in {within}: {listed(each)}."]


def loaded(words: pd.DataFrame, of: int) -> str:
    """How many loaded words, and which articles use how many."""
    if words.empty:
        return "No loaded word was found outside quotations."
    total = words.groupby("source", sort=False)["times"].sum()
    each = [f"{told(str(source))} {count}" for source, count in total.items()]
    head = f"{number(int(total.sum()), 'loaded word')} outside quotations"
    return f"{head}, in {number(of, 'article')} read: {listed(each, what='articles')}."


def _extremes(shares: pd.DataFrame) -> list[str]:
    known = shares[shares["of"] > 0]
    if len(known) < 2 or known["share"].nunique() < 2:
        return []
    parts = []
    for word, best in (("highest", known["share"].max()), ("lowest", known["share"].min())):
        rows = known[known["share"] == best].to_dict("records")
        cells = [f"{told(row['source'])} ({_counted(row)}, {percent(row['share'])})" for row in rows]
        parts.append(f"{word} in {listed(cells, what='articles')}")
    return [f"Article by article, the share is {', '.join(parts)}."]


def _outstanding(shares: pd.DataFrame) -> list[str]:
    tests = len(measures.compared(shares))
    if not tests:
        return []
    rows = _outstanding_rows(shares)
    if not rows:
        return [f"{_nobody(shares)} differ in this by more than chance could give ({number(tests, 'test')})."]
    return [f"Beyond chance, {listed(_differs(row, shares, named=False) for row in rows)}."]


def _outstanding_rows(measure: pd.DataFrame) -> list[Row]:
    """What stands out; of two articles, where each is the other's mirror, only the one that has more."""
    rows = measures.standing_out(measure)
    return (rows[rows["score"] > 0] if _pair(measure) else rows).to_dict("records")


def _pair(measure: pd.DataFrame) -> bool:
    return measure.loc[measure["of"] > 0, "document"].nunique() == 2


def _nobody(measure: pd.DataFrame) -> str:
    return "The two articles do not" if _pair(measure) else "Compared with the others, no article is found to"


def _counted(row: Row) -> str:
    counted = f"{row['units']} of {row['of']}"
    return linked(counted, row["layer"], row["label"], row["source"]) if row["units"] else counted


def _differs(row: Row, measure: pd.DataFrame, *, named: bool = True) -> str:
    more = "more" if row["score"] > 0 else "less"
    what = f"{told(row['label'])} {more} often" if named else f"{more} of it"
    others = "other" if _pair(measure) else "others"
    return (
        f"{told(row['source'])} has {what} than the {others} ({_counted(row)}, adjusted p {adjusted(row['adjusted'])})"
    )
