"""Sentences on topics, frames, hedges and words: how much, where, and whether articles differ beyond chance."""

import pandas as pd

from analysis import measures
from analysis.language import many, number, say, word
from analysis.loaded import ANY, GATHERED
from analysis.prose import kinds
from analysis.prose.comparisons import extremes, outstanding, set_apart_by
from analysis.prose.wording import (
    Row,
    articles,
    capital,
    labelled,
    leading,
    linked,
    listed,
    named_so,
    of_articles,
    percent,
    quotation,
    source,
    sources,
    told,
)


def how_much(shares: pd.DataFrame, label: str) -> list[str]:
    """How much of the articles holds one label: over all; then most and least, and whether chance could give it."""
    found = measures.overall(shares)
    hedged = label == measures.WHOLE["hedge"]
    if found.empty or not int(found["units"].iloc[0]):
        if hedged:
            return [say("No sentence of these articles is hedged, as far as the rules can see.")]
        return [say("No sentence of these articles holds {label}, as far as the rules can see.", label=named_so(label))]
    total = found.iloc[0]
    units, of, layer = int(total["units"]), int(total["of"]), str(total["layer"])
    values = {
        "sentences": linked(kinds.sentences(units, of), layer, label),
        "share": percent(total["share"]),
        "articles": of_articles(int(total["articles"]), int(total["of_articles"])),
    }
    if hedged:
        head = many(
            units,
            "{sentences} is hedged ({share}), in {articles}.",
            "{sentences} are hedged ({share}), in {articles}.",
            **values,
        )
    elif layer == "topic":
        head = say("The topic {label} stands in {sentences} ({share}), in {articles}.", label=named_so(label), **values)
    else:
        head = say(
            "The {layer} {label} stands in {sentences} ({share}), in {articles}.",
            layer=kinds.one(layer),
            label=named_so(label),
            **values,
        )
    compared = [*extremes(shares), *outstanding(shares)]
    return [head, " ".join(compared)] if compared else [head]


def standing_first(units: pd.DataFrame, positions: pd.DataFrame, label: str) -> str:
    """Which articles open with the label, in title or first sentence."""
    opening = units[units["role"].isin(("title", "lead"))][["document", "unit"]]
    held = positions.merge(opening, on=["document", "unit"])
    found = list(dict.fromkeys(held.loc[held["held"], "source"]))
    of, about = positions["source"].nunique(), named_so(label)
    if found:
        return many(
            len(found),
            "{articles} opens with {label}, in title or first sentence: {sources}.",
            "{articles} open with {label}, in title or first sentence: {sources}.",
            articles=capital(of_articles(len(found), of)),
            label=about,
            sources=sources(found),
        )
    if of > 1:
        return say("No article of {of} opens with {label}, in its title or its first sentence.", of=of, label=about)
    if of:
        return say("The article does not open with {label}, in its title or its first sentence.", label=about)
    return say("No article opens with {label}, in its title or its first sentence.", label=about)


def typical(words: pd.DataFrame, label: str) -> str:
    """Which words are typical of the sentences with the label, apart from those its rules look for."""
    about = named_so(label)
    if words.empty:
        return say(
            "No word can be called typical of the sentences on {label}: too few speak of it, or all do.", label=about
        )
    sure = words[words["adjusted"] <= 0.05]
    own = [quotation(text) for text in dict.fromkeys(sure.loc[~sure["ruled"], "word"])][:8]
    if sure.empty:
        return say(
            "No word is typical of the sentences on {label} beyond chance, or they are too few to tell.", label=about
        )
    if not own:
        return say(
            "Only words that the rules look for are typical of {label} beyond chance, and these had to be.", label=about
        )
    return say(
        "Beside the words of the rules, most typical of {label} beyond chance: {words}.",
        label=about,
        words=listed(own),
    )


def companions(beside: pd.DataFrame, label: str, what: str) -> str:
    """Who or what stands oftenest in the sentences with the label."""
    if beside.empty:
        return say(
            "No {what} that the lexicons know stands in the sentences on {label}.",
            what=kinds.one(what),
            label=named_so(label),
        )
    first = [f"{told(word(row['label']))} ({_opened(row)})" for row in leading(beside, "units")]
    within = many(
        int(beside["of"].iloc[0]),
        "In the {n} sentence on {label}",
        "In the {n} sentences on {label}",
        label=named_so(label),
    )
    if not first:
        return say("{within}, no {what} is named oftener than all others.", within=within, what=kinds.one(what))
    return many(
        len(first),
        "{within}, the {what} named oftenest is {names}.",
        "{within}, the {what} named oftenest are {names}.",
        within=within,
        what=kinds.some(what, len(first)),
        names=listed(first),
    )


def _opened(row: Row) -> str:
    """How many sentences hold the label of a row, which open."""
    return linked(number(row["units"]), str(row["layer"]), str(row["label"]))


def distinct(measure: pd.DataFrame, what: str) -> str:
    """Which labels some article holds more or less often than the others, beyond chance."""
    if measure.loc[measure["of"] > 0, "document"].nunique() < 2:
        return say("With fewer than two articles, no {what} can be compared.", what=kinds.one(what))
    if measures.compared(measure).empty:
        return say("There is no {what} in which the articles could differ.", what=kinds.one(what))
    return set_apart_by(measure, what)


def most_used(measure: pd.DataFrame, what: str) -> list[str]:
    """Which labels of a layer are found oftenest."""
    total = measures.overall(measure)
    total = total[total["units"] > 0].sort_values(["units", "label"], ascending=[False, True], kind="stable")
    if total.empty:
        return [say("No {what} was found.", what=kinds.one(what))]
    within = many(int(total["of"].max()), "{n} sentence", "{n} sentences")
    each = [labelled(row, f" ({number(row['units'])})") for row in leading(total, "units")]
    if not each:
        return [
            say("No {what} is found oftener than all others, in {sentences}.", what=kinds.one(what), sentences=within)
        ]
    found = many(
        len(each),
        "{what} found oftenest, in {sentences}: {labels}.",
        "{what} found oftenest, in {sentences}: {labels}.",
        what=capital(kinds.some(what, len(each))),
        sentences=within,
        labels=listed(each),
    )
    return [found]


def loaded(words: pd.DataFrame, of: int) -> str:
    """How many loaded words, and which articles use how many."""
    if words.empty:
        return say("No loaded word was found outside quotations.")
    total = words.groupby("source", sort=False)["times"].sum()
    opened = {str(label): linked(number(int(count)), GATHERED, ANY, str(label)) for label, count in total.items()}
    each = (f"{source(label)} {count}" for label, count in opened.items())
    return many(
        int(total.sum()),
        "{n} loaded word outside quotations, in {articles} read: {each}.",
        "{n} loaded words outside quotations, in {articles} read: {each}.",
        n=linked(number(int(total.sum())), GATHERED, ANY),
        articles=articles(of),
        each=listed(each, more=("{n} more article", "{n} more articles")),
    )
