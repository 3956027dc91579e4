"""Sentences on where the sources stand: what the map opposes, who can be told apart, and by what."""

import pandas as pd

from analysis import axes
from analysis.language import many, say, word
from analysis.positions import Positions
from analysis.prose.wording import adjusted, listed, named_so, percent, source, told
from analysis.prose.wording import sources as marks
from analysis.traits import FRAMES, VOICE

ALIKE_IN_LANGUAGES = (*FRAMES, VOICE)
"""Groups whose features have the same labels in all languages; others may be made of an article's own words."""
FEW = 8
"""With fewer counts in a group of features a source's place is said to be loose."""
PAIRS = 6
"""How many pairs, or names, a sentence holds at most."""


def placed(found: Positions) -> list[str]:
    """What the map shows, in which groups the sources differ by more than chance, and what it cannot say."""
    if found.reason:
        return [say("No map of the sources: {reason}.", reason=told(found.reason))]
    return [_opposed(found), *_differing(found.groups), *_cautions(found)]


def feature(label: str) -> str:
    """The label of a feature in words, also where it is made of several: `Kim Jong-un: office`."""
    return told(say(": ").join(word(part) for part in label.split(": ")))


def _opposed(found: Positions) -> str:
    shares = [percent(round(share, 6)) for share in found.axes["share"].head(2)]
    low, high = ([_end(found.features, axis, sign) for axis in "xy"] for sign in (-1, 1))
    count, groups = len(found.sources), listed(named_so(group) for group in found.groups["group"])
    about = {
        "articles": say("the two articles") if count == 2 else say("the {count} articles", count=count),
        "groups": groups,
        "across": say("from left to right {low} against {high} ({share})", low=low[0], high=high[0], share=shares[0]),
    }
    if len(shares) == 1:
        return say("All that sets {articles} apart in {groups} lies on one line: {across}.", **about)
    return say(
        "The map shows {shown} of what sets {articles} apart in {groups}: {across} and {up}.",
        shown=percent(round(float(found.axes["share"].head(2).sum()), 6)),
        up=say("from bottom to top {low} against {high} ({share})", low=low[1], high=high[1], share=shares[1]),
        **about,
    )


def _end(features: pd.DataFrame, axis: str, sign: int) -> str:
    """The features at one end of an axis; of one that stands in two groups with its group."""
    ends = axes.end(features, axis, sign)[["label", "name", "layer"]].itertuples(index=False, name=None)
    each = (
        say("“{label}”", label=feature(label))
        if name == label
        else say("“{label}” ({layer})", label=feature(label), layer=feature(layer))
        for label, name, layer in ends
    )
    return listed(each)


def _differing(groups: pd.DataFrame) -> list[str]:
    """In which groups the sources differ by more than shuffled sentences do."""
    rows = groups.to_dict("records")
    yes, no = (listed(_tested(row) for row in rows if row["differs"] == wanted) for wanted in (True, False))
    if not rows:
        return []
    if groups["differs"].all():
        return [say("In {yes} the articles differ by more than chance would give.", yes=yes)]
    if not groups["differs"].any():
        return [
            say(
                "In {no} the articles are not shown to differ by more than their sentences do, shuffled among them.",
                no=no,
            )
        ]
    return [
        say(
            "In {yes} the articles differ by more than chance would give; in {no} they are not shown to differ by more "
            "than their sentences do, shuffled among them.",
            yes=yes,
            no=no,
        )
    ]


def _tested(row: dict) -> str:
    return say("{group} (adjusted p {p})", group=named_so(row["group"]), p=adjusted(row["adjusted"]))


def _cautions(found: Positions) -> list[str]:
    """What so few sources, counts or features cannot say."""
    sources, said = found.sources, []
    if len(sources) == 2:
        said.append(say("Of two articles a map shows how they differ, and not which of them is the unusual one."))
    elif len(found.axes) == 2 and len(sources) == 3:
        said.append(say("Three articles always fit on a map of two axes: that it shows everything is no finding."))
    elif len(found.axes) == 2:
        said.append(say("So few features always fit on a map of two axes: that it shows everything is no finding."))
    return [*said, *_few(found.counts), *_nothing(sources), *_languages(found), *_unused(found.left_out)]


def _few(counts: pd.DataFrame) -> list[str]:
    """Which sources have few counts in a group of features."""
    held = counts[["layer", "source", "of"]].drop_duplicates()
    few = held[(held["of"] > 0) & (held["of"] < FEW)].to_dict("records")
    each = (
        say("{source} {of} in {group}", source=source(row["source"]), of=row["of"], group=named_so(row["layer"]))
        for row in few
    )
    names = listed(each, more=("{n} more such case", "{n} more such cases"))
    return [say("Some places rest on few counts and are loose: {names}.", names=names)] if few else []


def _nothing(sources: pd.DataFrame) -> list[str]:
    """Which sources have nothing of a group."""
    return [
        many(
            len(part),
            "{names} has nothing of {groups} and is placed there as the average is.",
            "{names} have nothing of {groups} and are placed there as the average is.",
            names=marks(part["source"]),
            groups=listed(map(named_so, str(missing).split(", "))),
        )
        for missing, part in sources[sources["missing"] != ""].groupby("missing", sort=True)
    ]


def _languages(found: Positions) -> list[str]:
    """That what is counted by its words differs from language to language."""
    worded = [group for group in found.groups["group"] if group not in ALIKE_IN_LANGUAGES]
    count = found.sources["lang"].nunique()
    if count < 2 or not worded:
        return []
    return [
        say(
            "The articles are in {count} languages: what sets them apart in {groups} may be the language alone.",
            count=count,
            groups=listed(map(named_so, worded)),
        )
    ]


def _unused(left_out: pd.DataFrame) -> list[str]:
    """What was counted and does not place anybody."""
    names = listed(map(_what, left_out["what"]), most=PAIRS, more=("{n} more", "{n} more"))
    said = say("Not used, as too rare, empty or alike in all articles: {names}.", names=names)
    return [said] if len(left_out) else []


def _what(label: str) -> str:
    """A feature with its group, `“ambition” (frame)`; a group, or the mark of a source, as it is."""
    group, _, own = label.partition(": ")
    return say("“{label}” ({layer})", label=feature(own), layer=feature(group)) if own else named_so(label)
