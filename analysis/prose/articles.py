"""Sentences on the corpus: which articles were read, which were left out and why, and where to read on."""

import pandas as pd

from analysis import tables
from analysis.corpus import LEFT_OUT
from analysis.language import many, say, word
from analysis.prose import kinds
from analysis.prose.reasons import because
from analysis.prose.wording import Row, capital, linked, listed, of_articles, source, sources, told


def corpus(documents: pd.DataFrame, units: pd.DataFrame, ledger: pd.DataFrame | None = None) -> str:
    """How much was read, what had to be left out, and what is not known of it."""
    if documents.empty:
        return say("No article was read.")
    of, counted = len(documents), tables.counted(units)
    size = many(
        of,
        "{n} article ({sources}), {sentences}.",
        "{n} articles ({sources}), {sentences}.",
        sources=sources(documents["label"]),
        sentences=many(len(counted), "{n} sentence counted", "{n} sentences counted", none="no sentence counted"),
    )
    bare = documents.loc[~documents["document"].isin(counted["document"]), "label"]
    nothing = (
        [say("Nothing of {sources} is counted: what follows is about the others.", sources=sources(bare))]
        if 0 < len(bare) < of
        else []
    )
    left = refused(ledger) if ledger is not None else []
    return " ".join([size, *nothing, *_copies(documents), *left, *_unstated(documents)])


def refused(ledger: pd.DataFrame) -> list[str]:
    """Which articles could not be read and are missing from all that follows; nothing where all could."""
    return [left_out(ledger)] if (ledger["step"] == LEFT_OUT).any() else []


def _copies(documents: pd.DataFrame) -> list[str]:
    """Which articles are one text: two marks, but one source."""
    same = [part["label"] for _, part in documents.groupby("sha256", sort=False) if len(part) > 1]
    return [
        say("{sources} are the same text, counted {times} times.", sources=sources(labels), times=len(labels))
        for labels in same
    ]


def _unstated(documents: pd.DataFrame) -> list[str]:
    """Of how many articles the outlet or the date is not known."""
    outlets, dates = (int((documents[column] == "").sum()) for column in ("outlet", "published"))
    unknown = [say("the outlet of {articles}", articles=of_articles(outlets, len(documents)))] if outlets else []
    unknown += [say("the date of {articles}", articles=of_articles(dates, len(documents)))] if dates else []
    return [say("Not stated in the corpus: {unknown}.", unknown=listed(unknown))] if unknown else []


def left_out(ledger: pd.DataFrame) -> str:
    """What of the corpus could not be read, and why."""
    refused = ledger[ledger["step"] == LEFT_OUT]
    if refused.empty:
        return say("No article of the corpus had to be left out.")
    each = (f"{told(row['document'])} ({because(row['reason'])})" for row in refused.to_dict("records"))
    return many(
        len(refused),
        "{n} article had to be left out: {each}.",
        "{n} articles had to be left out: {each}.",
        each=listed(each, more=("{n} more article", "{n} more articles")),
    )


def next_reading(topics: pd.DataFrame, labels: list[str], checked: pd.DataFrame) -> list[str]:
    """Which briefing answers which question, and in which article to begin."""
    coverage = say("Who reports what, who leaves it out, whom they quote")
    framing = say("Which frames, how certain, how loaded")
    trust = say("How far the machine's coding can be trusted")
    return [
        *(_page(topics[topics["label"] == label], label) for label in labels),
        f"[[{coverage}|coverage.html]].",
        f"[[{framing}|framing.html]].",
        *([f"[[{trust}|validation.html]]."] if len(checked) else []),
    ]


def _page(own: pd.DataFrame, label: str) -> str:
    """The page on a topic, and the article that has most of it."""
    page = f"[[{capital(told(word(label)))}|topics-{tables.slug(label)}.html]]"
    best = own[(own["units"] > 0) & (own["share"] == own["share"].max())].to_dict("records")
    if not best:
        return say("{page}: no sentence was found.", page=page)
    if len(best) == len(own):
        return f"{page}."
    each = (f"{source(row['source'])} ({_sentences(row)})" for row in best)
    return say(
        "{page}: begin with {articles}.",
        page=page,
        articles=listed(each, more=("{n} more article", "{n} more articles")),
    )


def _sentences(row: Row) -> str:
    """How many of an article's sentences hold the label, which open."""
    return linked(kinds.sentences(row["units"], row["of"]), str(row["layer"]), str(row["label"]), str(row["source"]))
