"""Sentences on which sources can be told apart, and by which counts."""

from collections.abc import Iterable

import pandas as pd

from analysis.language import many, say
from analysis.positions import Positions
from analysis.prose.positions import FEW, PAIRS, feature
from analysis.prose.wording import Row, adjusted, linked, listed, sources, two
from analysis.prose.wording import source as letter

PULLS = 3
"""How many features tell what sets a source apart, at most."""
MANY = 50
"""Of more pairs one alone cannot be told apart by some thousand shuffles, once p is adjusted for all of them."""


def told_apart(pairs: pd.DataFrame) -> list[str]:
    """Which two sources lie nearest and farthest, and which pairs differ by more than shuffled sentences would."""
    if pairs.empty:
        return []
    if len(pairs) == 1:
        return [_only(pairs.iloc[0].to_dict())]
    return [_which(pairs, pairs[pairs["distinct"]]), _ends(pairs)]


def _only(row: Row) -> str:
    """What is to be said of a pair that is the only one."""
    about = {name: letter(row[name]) for name in ("a", "b")}
    about |= {name: two(row[name]) for name in ("distance", "chance")} | {"p": adjusted(row["adjusted"])}
    if row["distinct"]:
        return say(
            "{a} and {b} can be told apart by these counts: their distance is {distance}, and their sentences, "
            "shuffled between them, give up to {chance} in 95 of 100 cases (adjusted p {p}).",
            **about,
        )
    return say(
        "{a} and {b} can't be told apart by these counts: their distance is {distance}, and their sentences, shuffled "
        "between them, give up to {chance} in 95 of 100 cases (adjusted p {p}).",
        **about,
    )


def pulled(found: Positions) -> list[str]:
    """For each source that can be told from all others together, by what; and which cannot."""
    if found.reason or len(found.apart) < 3:
        return []
    sentences = [stands(found, source) for source in found.apart.loc[found.apart["distinct"], "source"]]
    others = list(found.apart.loc[~found.apart["distinct"], "source"])
    not_shown = many(
        len(others),
        "The place of {names} is not shown to differ from that of all other articles together.",
        "The places of {names} are not shown to differ from that of all other articles together.",
        names=sources(others, most=PAIRS),
    )
    return [*sentences, *([not_shown] if others else [])]


def stands(found: Positions, source: str) -> str:
    """What sets one source apart from all others together, hedged; the empty sentence where it was not placed."""
    own = found.apart[found.apart["source"] == source]
    if found.reason or own.empty:
        return ""
    pulls = found.pulls[found.pulls["source"] == source]
    strong = pulls[(pulls["share"] > 1 / max(len(found.features), 1)) & (pulls["of"] >= FEW)].head(PULLS)
    about = {
        "source": letter(source),
        "others": say("from the other article") if len(found.apart) == 2 else say("from the other articles"),
        "p": adjusted(float(own["adjusted"].iloc[0])),
    }
    by = listed(map(_pull, strong.to_dict("records")))
    return _stands(about, by if len(strong) else "", distinct=bool(own["distinct"].iloc[0]))


def _stands(about: dict[str, str], by: str, *, distinct: bool) -> str:
    if distinct and by:
        return say("{source} stands apart {others} (adjusted p {p}), most of all by its counts: {by}.", by=by, **about)
    if distinct:
        return say(
            "{source} stands apart {others} (adjusted p {p}), by no feature of which it has enough counts to name.",
            **about,
        )
    if by:
        return say(
            "{source} is not shown to differ {others} (adjusted p {p}); what differs most in the counts, perhaps by "
            "chance: {by}.",
            by=by,
            **about,
        )
    return say("{source} is not shown to differ {others} (adjusted p {p}).", **about)


def _which(pairs: pd.DataFrame, sure: pd.DataFrame) -> str:
    """How many pairs can be told apart, and which, where it is some of them."""
    count, left, p = len(pairs), len(pairs) - len(sure), adjusted(sure["adjusted"].max()) if len(sure) else ""
    if sure.empty:
        none = say(
            "Of {count} pairs of articles, none can be told apart by these counts. They lie no farther apart than "
            "their sentences might by chance, shuffled between the two.",
            count=count,
        )
        so_many = say("So many pairs were compared that a single one could hardly stand out.")
        return f"{none} {so_many}" if count > MANY else none
    if not left:
        return say(
            "Of {count} pairs of articles, all can be told apart by these counts (adjusted p up to {p}).",
            count=count,
            p=p,
        )
    some = many(
        len(sure),
        "Of {pairs} of articles, {n} can be told apart by these counts (adjusted p {p}): {names}.",
        "Of {pairs} of articles, {n} can be told apart by these counts (adjusted p up to {p}): {names}.",
        pairs=many(count, "{n} pair", "{n} pairs"),
        names=listed(_farthest_first(sure), most=PAIRS, more=("{n} more pair", "{n} more pairs")),
        p=p,
    )
    rest = many(
        left,
        "The other one lies no farther apart than their sentences might by chance, shuffled between the two.",
        "The other {n} lie no farther apart than their sentences might by chance, shuffled between the two.",
    )
    return f"{some} {rest}"


def _farthest_first(pairs: pd.DataFrame) -> Iterable[str]:
    order = pairs.assign(far=-pairs["distance"].round(9)).sort_values("far", kind="stable")
    return [f"{letter(row['a'])}–{letter(row['b'])}" for row in order.to_dict("records")]


def _ends(pairs: pd.DataFrame) -> str:
    """Which pairs lie nearest and farthest; where chance could give the farthest, that it could."""
    distance = pairs["distance"].round(9)
    nearest, farthest = pairs[distance == distance.min()], pairs[distance == distance.max()]
    if len(nearest) == len(pairs):
        return say("All pairs lie equally far apart, at {near}.", near=two(distance.min()))
    about = {
        "nearest": _pair(nearest),
        "near": two(nearest["distance"].iloc[0]),
        "farthest": _pair(farthest),
        "far": two(farthest["distance"].iloc[0]),
    }
    if farthest["distinct"].iloc[0]:
        return say("Nearest to each other are {nearest}, at {near}; farthest apart {farthest}, at {far}.", **about)
    return say(
        "Nearest to each other are {nearest}, at {near}; farthest apart {farthest}, at {far}, not surely more than "
        "chance.",
        **about,
    )


def _pair(pairs: pd.DataFrame) -> str:
    """The first of these pairs, and how many others there are."""
    row, left = pairs.iloc[0], len(pairs) - 1
    pair = say("{a} and {b}", a=letter(row["a"]), b=letter(row["b"]))
    if not left:
        return pair
    return many(left, "{pair} (and {n} other pair)", "{pair} (and {n} other pairs)", pair=pair)


def _pull(row: Row) -> str:
    """`less of “bargain” (frame: 1 of 21; elsewhere 9 of 76)`."""
    layer, label, source = (str(row[key]) for key in ("layer", "label", "source"))
    about = {
        "label": feature(label),
        "layer": feature(layer),
        "of": row["of"],
        "others": row["others"],
        "of_others": row["of_others"],
    }
    if not row["units"]:
        return say("none of “{label}” ({layer}: 0 of {of}; elsewhere {others} of {of_others})", **about)
    about["count"] = linked(str(row["units"]), layer, label, source)
    if row["more"]:
        return say("more of “{label}” ({layer}: {count} of {of}; elsewhere {others} of {of_others})", **about)
    return say("less of “{label}” ({layer}: {count} of {of}; elsewhere {others} of {of_others})", **about)
