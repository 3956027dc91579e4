"""Sentences on which sources can be told apart, and by which counts."""

from collections.abc import Iterable

import pandas as pd

from analysis.positions import Positions
from analysis.prose.positions import FEW, PAIRS
from analysis.prose.wording import Row, adjusted, are, linked, listed, named_so, number, told, two

PULLS = 3
"""How many features tell what sets a source apart, at most."""
MANY = 50
"""Of more pairs one alone cannot be told apart by some thousand shuffles, once p is adjusted for all of them."""


def told_apart(pairs: pd.DataFrame) -> list[str]:
    """Which two sources lie nearest and farthest, and which pairs differ by more than shuffled sentences would."""
    if pairs.empty:
        return []
    sure = pairs[pairs["distinct"]]
    if len(pairs) == 1:
        row = pairs.iloc[0].to_dict()
        return [f"{_pair(row)} {_judged(row)}: {_beside_chance(row)}."]
    return [_which(pairs, sure), f"{_ends(pairs, nearest=True)}; {_ends(pairs, nearest=False)}."]


def pulled(found: Positions) -> list[str]:
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
    strong = pulls[(pulls["share"] > 1 / max(len(found.features), 1)) & (pulls["of"] >= FEW)].head(PULLS)
    others, rest = ("the other article", "the other") if len(found.apart) == 2 else ("the other articles", "the others")
    by = listed(_pull(pull, rest) for pull in strong.to_dict("records"))
    p = f"adjusted p {adjusted(row['adjusted'])}"
    if row["distinct"]:
        most = (
            f"most of all by its counts: {by}" if len(strong) else "by no feature of which it has enough counts to name"
        )
        return f"{told(source)} stands apart from {others} ({p}), {most}."
    start = f"{told(source)} is not shown to differ from {others} ({p})"
    return f"{start}; what differs most in the counts, perhaps by chance: {by}." if len(strong) else f"{start}."


def _which(pairs: pd.DataFrame, sure: pd.DataFrame) -> str:
    """How many pairs can be told apart, and which, where it is some of them."""
    start = f"Of {number(len(pairs), 'pair')} of articles"
    if sure.empty:
        many = " So many pairs were compared that a single one could hardly stand out." if len(pairs) > MANY else ""
        return f"{start}, none can be told apart by these counts. {_not_told(len(pairs), some=False)}{many}"
    upto = f"(adjusted p {'up to ' if len(sure) > 1 else ''}{adjusted(sure['adjusted'].max())})"
    if len(sure) == len(pairs):
        return f"{start}, all can be told apart by these counts {upto}."
    names = listed(_most(sure), most=PAIRS, what="pairs")
    rest = _not_told(len(pairs) - len(sure), some=True)
    return f"{start}, {len(sure)} can be told apart by these counts {upto}: {names}. {rest}"


def _judged(row: Row) -> str:
    return "can be told apart by these counts" if row["distinct"] else "can't be told apart by these counts"


def _beside_chance(row: Row) -> str:
    return (
        f"their distance is {two(row['distance'])}, and their sentences, shuffled between them, give up to "
        f"{two(row['chance'])} in 95 of 100 cases (adjusted p {adjusted(row['adjusted'])})"
    )


def _not_told(count: int, *, some: bool) -> str:
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
