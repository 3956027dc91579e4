"""Sentences on where the sources stand: what the map opposes, who can be told apart, and by what."""

from collections.abc import Iterable

import pandas as pd

from analysis.positions import ELLIPSES, Positions
from analysis.prose.wording import Row, adjusted, are, linked, listed, named_so, number, percent, told, two

FEW = 8
"""With fewer counts in a group of features a source's place is said to be loose."""
PULLS, PAIRS = 3, 6
"""How many features tell what sets a source apart, and how many pairs are named, at most."""
MANY = 50
"""Of more pairs one alone cannot be told apart by some thousand shuffles, once p is adjusted for all of them."""
SHOWS_ALL = 3
"""With so many sources or fewer, two axes show all there is."""


def placed(found: Positions) -> list[str]:
    """What the map shows, in which groups the sources differ by more than chance, and what it cannot say."""
    if found.reason:
        return [f"No map of the sources: {told(found.reason)}."]
    return [_opposed(found), *_differing(found.groups), *_cautions(found)]


def told_apart(pairs: pd.DataFrame) -> list[str]:
    """Which two sources lie nearest and farthest, and which pairs differ by more than shuffled sentences would."""
    if pairs.empty:
        return []
    sure = pairs[pairs["distinct"]]
    if len(pairs) == 1:
        row = pairs.iloc[0].to_dict()
        return [f"{_pair(row)} {_judged(row)}: {_beside_chance(row)}."]
    every = "all" if len(sure) == len(pairs) else str(len(sure)) if len(sure) else "none"
    names = listed(_most(sure), most=PAIRS, what="pairs")
    whom = f": {names}" if 0 < len(sure) < len(pairs) else ""
    rest = "" if len(sure) == len(pairs) else f" {_not_told(len(pairs) - len(sure), len(sure) > 0)}"
    many = " So many pairs were compared that a single one could hardly stand out." * (sure.empty and len(pairs) > MANY)
    return [
        f"Of {number(len(pairs), 'pair')} of articles, {every} can be told apart by these counts{whom}.{rest}{many}",
        f"{_ends(pairs, nearest=True)}; {_ends(pairs, nearest=False)}.",
    ]


def set_apart(found: Positions) -> list[str]:
    """For each source that can be told from all others together, by what; and which cannot."""
    if found.reason or len(found.apart) < 3:
        return []
    sure = found.apart[found.apart["distinct"]]
    sentences = [stands(found, source) for source in sure["source"]]
    others = list(found.apart.loc[~found.apart["distinct"], "source"])
    if not others:
        return sentences
    kept = "The place of" if len(others) == 1 else "The places of"
    names = listed(map(told, others), most=PAIRS, what="articles")
    return [
        *sentences,
        f"{kept} {names} {are(len(others))} not shown to differ from that of all other articles together.",
    ]


def stands(found: Positions, source: str) -> str:
    """What sets one source apart from all others together, hedged; the empty sentence where it was not placed."""
    own = found.apart[found.apart["source"] == source]
    if found.reason or own.empty:
        return ""
    row = own.iloc[0].to_dict()
    pulls = found.pulls[found.pulls["source"] == source]
    strong = pulls[pulls["share"] > 1 / max(len(found.features), 1)].head(PULLS)
    others, rest = ("the other article", "the other") if len(found.apart) == 2 else ("the other articles", "the others")
    by = listed(_pull(pull, rest) for pull in strong.to_dict("records"))
    p = f"adjusted p {adjusted(row['adjusted'])}"
    if row["distinct"]:
        return f"{told(source)} stands apart from {others} ({p}), most of all by its counts: {by}."
    start = f"{told(source)} is not shown to differ from {others} ({p})"
    return f"{start}; what differs most in the counts, perhaps by chance: {by}." if len(strong) else f"{start}."


def map_caption(found: Positions) -> str:
    """How to read the map, in two sentences."""
    if found.reason:
        return f"No map: {told(found.reason)}."
    if len(found.axes) == 1:
        return (
            "Each article stands on the side of the features, written below, that it uses more than the articles do on "
            "average; the longer a feature's line, the more it makes of the difference. The pale bar holds the "
            "article's place in 95 of 100 draws of its own sentences."
        )
    drawn = (
        "The pale area round an article holds its place in about 95 of 100 draws of its own sentences: where areas "
        "overlap, the map shows no difference"
        if len(found.sources) <= ELLIPSES
        else "Each place is uncertain, with too many articles here to draw by how much"
    )
    return (
        "Articles near each other share out their counts alike, and each lies on the side of the features, in italics, "
        "that it uses more than the average in the middle; the longer a feature's line, the more it makes of the map. "
        f"{drawn}; the table of distances says who can be told apart."
    )


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
    elif len(sources) == SHOWS_ALL:
        said.append("Three articles always fit on a map of two axes: that it shows everything is no finding.")
    return [*said, *_few(found.counts), *_nothing(sources), *_unused(found.left_out)]


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


def _unused(left_out: pd.DataFrame) -> list[str]:
    """What was counted and does not place anybody."""
    names = listed(map(told, left_out["what"]), most=PAIRS)
    return [f"Not used, as too rare, empty or alike in all articles: {names}."] if len(left_out) else []


def _judged(row: Row) -> str:
    return "can be told apart by these counts" if row["distinct"] else "can't be told apart by these counts"


def _beside_chance(row: Row) -> str:
    return (
        f"their distance is {two(row['distance'])}, and their sentences, shuffled between them, give up to "
        f"{two(row['chance'])} in 95 of 100 cases (adjusted p {adjusted(row['adjusted'])})"
    )


def _not_told(count: int, some: bool) -> str:
    """What is to be said of the pairs that cannot be told apart."""
    whose = ("The other one lies" if count == 1 else f"The other {count} lie") if some else "They lie"
    return f"{whose} no farther apart than their sentences might by chance, shuffled between the two."


def _most(pairs: pd.DataFrame) -> Iterable[str]:
    """The pairs, farthest first."""
    order = pairs.assign(far=-pairs["distance"].round(9)).sort_values("far", kind="stable")
    return [f"{told(row['a'])}–{told(row['b'])}" for row in order.to_dict("records")]


def _ends(pairs: pd.DataFrame, *, nearest: bool) -> str:
    distance = pairs["distance"].round(9)
    best = pairs[distance == (distance.min() if nearest else distance.max())]
    row = best.iloc[0].to_dict()
    also = f" (and {number(len(best) - 1, 'other pair')})" if len(best) > 1 else ""
    hedge = "" if row["distinct"] or nearest else ", not surely more than chance"
    which = "Nearest to each other are" if nearest else "farthest apart"
    return f"{which} {_pair(row)}{also}, at {two(row['distance'])}{hedge}"


def _pair(row: Row) -> str:
    return f"{told(row['a'])} and {told(row['b'])}"


def _pull(row: Row, others: str) -> str:
    """`less of “bargain” (frame: 1 of 21; the others 9 of 76)`."""
    how = "more" if row["more"] else "less" if row["units"] else "none"
    layer, label, source = (str(row[key]) for key in ("layer", "label", "source"))
    count = linked(str(row["units"]), layer, label, source) if row["units"] else "0"
    rest = f"{others} {row['others']} of {row['of_others']}"
    return f"{how} of {named_so(label)} ({told(layer)}: {count} of {row['of']}; {rest})"
