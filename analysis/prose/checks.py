"""Sentences on how far the coding can be trusted: what was checked against a reference coding, and how it did."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis.language import many, say, word
from analysis.prose import kinds
from analysis.prose.reasons import because, noted
from analysis.prose.wording import capital, listed, named_label, out_of, told, two


def scored(scores: pd.DataFrame, what: str) -> str:
    """How well the machine's coding of one layer agrees with the reference coding; `what` are its labels."""
    known, what = scores.dropna(subset=["f1"]), capital(what)
    if known.empty:
        return say("{what}: neither coding holds any, so there is nothing to judge by.", what=what)
    idle = [named_label(label) for label in known.loc[known["f1"] <= known["always"], "label"]]
    vain = [say("Always saying {labels} would do as well or better.", labels=listed(idle))] if idle else []
    return " ".join([_agreement(known, what), *vain])


def _agreement(known: pd.DataFrame, what: str) -> str:
    """F1 of the labels, from the worst to the best, and how far alpha can be trusted."""
    best, worst = known.loc[known["f1"].idxmax()], known.loc[known["f1"].idxmin()]
    if len(known) == 1:
        return say(
            "{what}: F1 {f1} ({low}–{high}), alpha {alpha}.",
            what=what,
            f1=two(best["f1"]),
            low=two(best["low"]),
            high=two(best["high"]),
            alpha=agreed(best),
        )
    if two(best["f1"]) == two(worst["f1"]):
        return say(
            "{what}: F1 {f1} for each of {labels} labels; {alpha}.",
            what=what,
            f1=two(best["f1"]),
            labels=len(known),
            alpha=_low_alpha(known),
        )
    return say(
        "{what}: F1 from {worst} ({bad}) to {best} ({good}); {alpha}.",
        what=what,
        worst=two(worst["f1"]),
        bad=named_label(worst["label"]),
        best=two(best["f1"]),
        good=named_label(best["label"]),
        alpha=_low_alpha(known),
    )


def by_layer(scores: pd.DataFrame) -> list[str]:
    """How well the machine's coding agrees with the reference, a sentence for each layer."""
    return [scored(part, kinds.some(str(layer))) for layer, part in scores.groupby("layer", sort=False)]


def matched(measured: pd.DataFrame) -> str:
    """How many of the reference coding's spans the machine found to the character."""
    judged = measured[(measured["by"] == "exact span") & (measured["human"] > 0)]
    each = [f"{_thing(row['label'])} {out_of(row['both'], row['human'])}" for row in judged.to_dict("records")]
    if not each:
        return say("There are no spans to compare.")
    return say("Found to the character: {each}.", each=listed(each))


def _thing(label: str) -> str:
    """What is compared, within a sentence."""
    named = word(_THINGS.get(label, label))
    return told(named[:1].lower() + named[1:])


def by_thing(measured: pd.DataFrame) -> list[str]:
    """How well statements, speakers, mentions, dates … are found, a sentence for each, by its first measure."""
    known = measured[measured["label"].isin(_THINGS)].drop_duplicates("label").dropna(subset=["f1"])
    return [
        say(
            "{what}: F1 {f1} ({low}–{high}), {measure}.",
            what=word(_THINGS[row["label"]]),
            f1=two(row["f1"]),
            low=two(row["low"]),
            high=two(row["high"]),
            measure=told(word(row["by"])),
        )
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
        return say("No names were compared.")
    each = []
    for (layer, label), part in rests.groupby(["layer", "label"], sort=False):
        count = out_of(int(part.loc[part["lenient"], "times"].sum()), part["of"].iloc[0])
        names = dict.fromkeys(told(word(name)) for name in (str(layer), str(label)))
        each.append(f"{count} ({', '.join(names)})")
    return say("Of the names that agree, so many do by their last or head words only: {each}.", each=listed(each))


def unjudged(uncoded: list[str], notes: Iterable[str]) -> str:
    """What could not be judged, as the reference coding does not hold it."""
    things = [told(word(thing)) for thing in uncoded]
    missing = [say("Not coded, so not judged: {things}.", things=listed(things, most=12))] if things else []
    return " ".join([*missing, *map(noted, notes)]) or say("Everything that the machine reads was coded.")


def sure(scores: pd.DataFrame) -> list[str]:
    """What the machine's coding is worth, where it was checked against a reference coding."""
    if scores.empty:
        return [say("The machine's coding was not checked against a reference coding of these articles.")]
    layers = by_layer(scores[scores["layer"].isin(("topic", "frame"))])
    checked = many(
        int(scores["of"].max()),
        "Checked against a reference coding of {n} unit, a best case if rules were written with it at hand.",
        "Checked against a reference coding of {n} units, a best case if rules were written with it at hand.",
    )
    return [" ".join([checked, *layers])]


def errors(differences: pd.DataFrame) -> str:
    """How many times reference and machine differ."""
    if differences.empty:
        return say("Reference and machine coding do not differ.")
    missed, extra, other = (int((differences["error"] == kind).sum()) for kind in ("missed", "extra", "differs"))
    each = [say("misses {n}", n=missed), say("adds {n}", n=extra)]
    each += [say("says {n} otherwise", n=other)] if other else []
    return many(
        len(differences),
        "The two codings differ {n} time: the machine {each}.",
        "The two codings differ {n} times: the machine {each}.",
        each=listed(each),
    )


def _low_alpha(known: pd.DataFrame) -> str:
    weak = [named_label(label) for label in known.loc[~(known["alpha_low"] >= 0.6), "label"]]
    if not weak:
        return say("for every label the lower bound of alpha is at least .60")
    return many(
        len(weak),
        "alpha's lower bound is under .60, or unknown, for {labels}: read this with caution",
        "alpha's lower bound is under .60, or unknown, for {labels}: read these with caution",
        labels=listed(weak),
    )


def agreed(row: Any) -> str:
    """Alpha with its interval, or why there is none."""
    if pd.isna(row["alpha"]):
        return say("undefined ({why})", why=because(row["why"]))
    if pd.isna(row["alpha_low"]):
        return f"{two(row['alpha'])} ({because(row['why'])})"
    return f"{two(row['alpha'])} ({two(row['alpha_low'])}–{two(row['alpha_high'])})"
