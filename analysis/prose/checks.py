"""Sentences on the corpus, on what was left out, and on how far the coding can be trusted."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis import tables
from analysis.corpus import LEFT_OUT
from analysis.prose.wording import (
    capital,
    listed,
    number,
    of_articles,
    told,
    two,
)


def corpus(documents: pd.DataFrame, units: pd.DataFrame, ledger: pd.DataFrame | None = None) -> str:
    """How much was read, what had to be left out, and what is not known of it."""
    if documents.empty:
        return "No article was read."
    of, counted = len(documents), tables.counted(units)
    marks = listed(told(label) for label in documents["label"])
    unknown = [
        f"{what} of {of_articles(missing, of)}"
        for what, column in (("the outlet", "outlet"), ("the date", "published"))
        if (missing := int((documents[column] == "").sum()))
    ]
    bare = [told(label) for label in documents.loc[~documents["document"].isin(counted["document"]), "label"]]
    size = f"{number(of, 'article')} ({marks}), {number(len(counted), 'sentence')} counted."
    nothing = f"Nothing of {listed(bare)} is counted: what follows is about the others." if 0 < len(bare) < of else ""
    unstated = f"Not stated in the corpus: {listed(unknown)}." if unknown else ""
    refused = left_out(ledger) if ledger is not None and (ledger["step"] == LEFT_OUT).any() else ""
    return " ".join(filter(None, [size, nothing, *_copies(documents), refused, unstated]))


def _copies(documents: pd.DataFrame) -> list[str]:
    """Which articles are one text: two marks, but one source."""
    same = [part["label"] for _, part in documents.groupby("sha256", sort=False) if len(part) > 1]
    return [f"{listed(map(told, labels))} are the same text, counted {len(labels)} times." for labels in same]


def scored(scores: pd.DataFrame, what: str) -> str:
    """How well the machine's coding of one layer agrees with the reference coding."""
    known = scores.dropna(subset=["f1"])
    if known.empty:
        return f"{capital(what)}: neither coding holds any, so there is nothing to judge by."
    best, worst = known.loc[known["f1"].idxmax()], known.loc[known["f1"].idxmin()]
    idle = [told(label) for label in known.loc[known["f1"] <= known["always"], "label"]]
    vain = f" Always saying {listed(idle)} would do as well or better." if idle else ""
    if len(known) == 1:
        interval = f"{two(best['low'])}–{two(best['high'])}"
        return f"{capital(what)}: F1 {two(best['f1'])} ({interval}), alpha {agreed(best)}.{vain}"
    if two(best["f1"]) == two(worst["f1"]):
        spread = f"F1 {two(best['f1'])} for each of {len(known)} labels"
    else:
        spread = f"F1 from {two(worst['f1'])} ({told(worst['label'])}) to {two(best['f1'])} ({told(best['label'])})"
    return f"{capital(what)}: {spread}; {_low_alpha(known)}.{vain}"


def by_layer(scores: pd.DataFrame) -> list[str]:
    """How well the machine's coding agrees with the reference, a sentence for each layer."""
    return [scored(part, f"{layer}s") for layer, part in scores.groupby("layer", sort=False)]


def matched(measured: pd.DataFrame) -> str:
    """How many of the reference coding's spans the machine found to the character."""
    judged = measured[(measured["by"] == "exact span") & (measured["human"] > 0)]
    each = [f"{row['both']} of {number(row['human'], row['label'])}" for row in judged.to_dict("records")]
    return f"Found to the character: {listed(each)}." if each else "There are no spans to compare."


def by_thing(measured: pd.DataFrame) -> list[str]:
    """How well statements, speakers, mentions, dates … are found, a sentence for each, by its first measure."""
    known = measured[measured["label"].isin(_THINGS)].drop_duplicates("label").dropna(subset=["f1"])
    return [
        f"{_THINGS[row['label']]}: F1 {two(row['f1'])} ({two(row['low'])}–{two(row['high'])}), {row['by']}."
        for row in known.to_dict("records")
    ]


_THINGS = {
    "unit": "Units",
    "quotation": "Quotations",
    "statement": "Statements of all kinds",
    "speaker": "Speakers of statements",
    "name and type": "Attribution of units, name and type",
    "mention": "Mentions of actors",
    "linking": "Linking of mentions",
    "date": "Dates",
    "value": "Values of dates",
    "hedge": "Hedging words",
    "denial": "Denials",
    "loaded words": "Loaded words",
}


def leniently(rests: pd.DataFrame) -> str:
    """How many names of speakers and actors agree by a lenient rule only."""
    if rests.empty:
        return "No names were compared."
    each = []
    for (layer, label), part in rests.groupby(["layer", "label"], sort=False):
        count = int(part.loc[part["lenient"], "times"].sum())
        each.append(f"{count} of {part['of'].iloc[0]} ({layer}{'' if label == layer else ', ' + label})")
    return f"Of the names that agree, so many do by their last or head words only: {listed(each)}."


def unjudged(uncoded: list[str], notes: Iterable[str]) -> str:
    """What could not be judged, as the reference coding does not hold it."""
    missing = [f"Not coded, so not judged: {listed(uncoded, most=12)}."] if uncoded else []
    return " ".join([*missing, *map(told, notes)]) or "Everything that the machine reads was coded."


def sure(scores: pd.DataFrame) -> list[str]:
    """What the machine's coding is worth, where it was checked against a reference coding."""
    if scores.empty:
        return ["The machine's coding was not checked against a reference coding of these articles."]
    layers = by_layer(scores[scores["layer"].isin(("topic", "frame"))])
    units = number(int(scores["of"].max()), "unit")
    checked = f"Checked against a reference coding of {units}, a best case if rules were written with it at hand."
    return [" ".join([checked, *layers])]


def next_reading(topics: pd.DataFrame, labels: list[str], checked: pd.DataFrame) -> list[str]:
    """Which briefing answers which question, and in which article to begin."""
    lines = []
    for label in labels:
        page = f"[[{capital(told(label))}|topics-{tables.slug(label)}.html]]"
        own = topics[topics["label"] == label]
        best = own[(own["units"] > 0) & (own["share"] == own["share"].max())].to_dict("records")
        if not best:
            lines.append(f"{page}: no sentence was found.")
        elif len(best) == len(own):
            lines.append(f"{page}.")
        else:
            each = [f"{told(row['source'])} ({row['units']} of {number(row['of'], 'sentence')})" for row in best]
            lines.append(f"{page}: begin with {listed(each)}.")
    lines.append("[[Who reports what, who leaves it out, whom they quote|coverage.html]].")
    lines.append("[[Which frames, how certain, how loaded|framing.html]].")
    if len(checked):
        lines.append("[[How far the machine's coding can be trusted|validation.html]].")
    return lines


def errors(differences: pd.DataFrame) -> str:
    """How many times reference and machine differ."""
    missed, extra, other = (int((differences["error"] == kind).sum()) for kind in ("missed", "extra", "differs"))
    if differences.empty:
        return "Reference and machine coding do not differ."
    each = listed([f"misses {missed}", f"adds {extra}", *([f"says {other} otherwise"] if other else [])])
    return f"The two codings differ {number(len(differences), 'time')}: the machine {each}."


def left_out(ledger: pd.DataFrame) -> str:
    """What of the corpus could not be read, and why."""
    refused = ledger[ledger["step"] == LEFT_OUT]
    if refused.empty:
        return "No article of the corpus had to be left out."
    each = [f"{told(row['document'])} ({told(row['reason'])})" for row in refused.to_dict("records")]
    return f"{capital(number(len(each), 'article'))} had to be left out: {listed(each)}."


def _low_alpha(known: pd.DataFrame) -> str:
    weak = [told(label) for label in known.loc[~(known["alpha_low"] >= 0.6), "label"]]
    if not weak:
        return "for every label the lower bound of alpha is at least .60"
    return f"alpha's lower bound is under .60, or unknown, for {listed(weak)}: read {_this(len(weak))} with caution"


def _this(count: int) -> str:
    return "this" if count == 1 else "these"


def agreed(row: Any) -> str:
    """Alpha with its interval, or why there is none."""
    if pd.isna(row["alpha"]):
        return f"undefined ({row['why']})"
    if pd.isna(row["alpha_low"]):
        return f"{two(row['alpha'])} ({row['why']})"
    return f"{two(row['alpha'])} ({two(row['alpha_low'])}–{two(row['alpha_high'])})"
