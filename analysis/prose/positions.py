"""Sentences on where the sources stand: what the map opposes, who can be told apart, and by what."""

import pandas as pd

from analysis.positions import Positions
from analysis.prose.wording import adjusted, listed, named_so, number, percent, told
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
        return [f"No map of the sources: {told(found.reason)}."]
    return [_opposed(found), *_differing(found.groups), *_cautions(found)]


def _opposed(found: Positions) -> str:
    ways = ("from left to right", "from bottom to top")
    rows = found.axes.head(2).to_dict("records")
    each = [
        f"{way} {told(row['low'])} against {told(row['high'])} ({percent(round(row['share'], 6))})"
        for way, row in zip(ways, rows, strict=False)
    ]
    groups = listed(named_so(group) for group in found.groups["group"])
    if len(rows) == 1:
        start = f"All that sets {_those(len(found.sources))} apart in {groups} lies on one line"
    else:
        shown = percent(round(sum(row["share"] for row in rows), 6))
        start = f"The map shows {shown} of what sets {_those(len(found.sources))} apart in {groups}"
    return f"{start}: {listed(each)}."


def _those(count: int) -> str:
    return "the two articles" if count == 2 else f"the {number(count, 'article')}"


def _differing(groups: pd.DataFrame) -> list[str]:
    """In which groups the sources differ by more than shuffled sentences do."""
    rows = groups.to_dict("records")
    each = [(row["differs"], f"{named_so(row['group'])} (adjusted p {adjusted(row['adjusted'])})") for row in rows]
    yes, no = ([text for differs, text in each if differs == wanted] for wanted in (True, False))
    first = f"In {listed(yes)} the articles differ by more than chance would give" if yes else ""
    who = "they" if yes else "the articles"
    second = f"in {listed(no)} {who} are not shown to differ by more than their sentences do, shuffled among them"
    second = second if no else ""
    both = "; ".join(part for part in (first, second) if part)
    return [f"{both[:1].upper()}{both[1:]}."] if both else []


def _cautions(found: Positions) -> list[str]:
    """What so few sources, counts or features cannot say."""
    sources, said = found.sources, []
    if len(sources) == 2:
        said.append("Of two articles a map shows how they differ, and not which of them is the unusual one.")
    elif len(found.axes) == 2:
        few = "Three articles" if len(sources) == 3 else "So few features"
        said.append(f"{few} always fit on a map of two axes: that it shows everything is no finding.")
    return [*said, *_few(found.counts), *_nothing(sources), *_languages(found), *_unused(found.left_out)]


def _few(counts: pd.DataFrame) -> list[str]:
    """Which sources have few counts in a group of features."""
    held = counts[["layer", "source", "of"]].drop_duplicates()
    few = held[(held["of"] > 0) & (held["of"] < FEW)]
    each = (f"{told(row['source'])} {row['of']} in {named_so(row['layer'])}" for row in few.to_dict("records"))
    names = listed(each, what="such cases")
    return [f"Some places rest on few counts and are loose: {names}."] if len(few) else []


def _nothing(sources: pd.DataFrame) -> list[str]:
    """Which sources have nothing of a group."""
    sentences = []
    for missing, part in sources[sources["missing"] != ""].groupby("missing", sort=True):
        names = listed(map(told, part["source"]), what="articles")
        has, is_ = ("have", "are") if len(part) > 1 else ("has", "is")
        sentences.append(f"{names} {has} nothing of {named_so(str(missing))} and {is_} placed there as the average is.")
    return sentences


def _languages(found: Positions) -> list[str]:
    """That what is counted by its words differs from language to language."""
    worded = [group for group in found.groups["group"] if group not in ALIKE_IN_LANGUAGES]
    count = found.sources["lang"].nunique()
    if count < 2 or not worded:
        return []
    groups = listed(map(named_so, worded))
    return [f"The articles are in {count} languages: what sets them apart in {groups} may be the language alone."]


def _unused(left_out: pd.DataFrame) -> list[str]:
    """What was counted and does not place anybody."""
    names = listed(map(told, left_out["what"]), most=PAIRS)
    return [f"Not used, as too rare, empty or alike in all articles: {names}."] if len(left_out) else []
