"""Sentences on comparisons of articles: which hold whatever is changed, and what turns the others."""

import pandas as pd

from analysis.language import many, say
from analysis.prose.wording import Row, adjusted, articles, in_turn, labelled, linked, listed, named_so, source, told

LEVEL = 0.05
MOST = 6
"""So many comparisons are told one by one."""


def robust(compared: pd.DataFrame, of_articles: int) -> list[str]:
    """How many comparisons hold in every check, and which of those stand out beyond chance."""
    if compared.empty:
        if of_articles < 2:
            return [say("With fewer than two articles there is no comparison to try.")]
        return [say("There is no comparison to try.")]
    carried = compared[compared["used"]]
    if carried.empty:
        return [say("No comparison is told: no code agrees well enough with human coding.")]
    sure = carried[carried["survives"]]
    beyond = sure[sure["adjusted"] <= LEVEL]
    return [_kept(carried, len(sure), len(beyond)), *(more_or_less(row) for row in _first(beyond))]


def _kept(carried: pd.DataFrame, sure: int, beyond: int) -> str:
    """How many of the comparisons keep their direction, and how many of those chance does not explain."""
    kept = many(
        sure,
        "Of {tried} of an article with the others ({names}), {n} keeps its direction in every check.",
        "Of {tried} of an article with the others ({names}), {n} keep their direction in every check.",
        none="Of {tried} of an article with the others ({names}), none keeps its direction in every check.",
        tried=many(len(carried), "{n} comparison", "{n} comparisons"),
        names=listed(named_so(label) for label in dict.fromkeys(carried["label"])),
    )
    if not sure:
        return kept
    chance = many(
        beyond,
        "After correction for their number, {n} of them is beyond chance.",
        "After correction for their number, {n} of them are beyond chance.",
        none="After correction for their number, none of them is beyond chance.",
    )
    return f"{kept} {chance}"


def fragile(compared: pd.DataFrame, checks: pd.DataFrame) -> list[str]:
    """What stands out beyond chance and yet fails a check: reported as such, and no finding."""
    weak = compared[~compared["survives"] & compared["used"] & (compared["adjusted"] <= LEVEL)]
    if weak.empty:
        return []
    rows = [_which(row, _why(row, checks)) for row in _first(weak)]
    left = len(weak) - len(rows)
    more = [many(left, "{n} more in the table", "{n} more in the table")] if left else []
    return [
        say(
            "Beyond chance, and yet no finding, for it does not hold when the counting changes: {rows}.",
            rows=in_turn([*rows, *more]),
        )
    ]


def more_or_less(row: Row) -> str:
    """One comparison, with both denominators: what the article does, what the others do, how sure that is."""
    count = say("{count} of {of}", count=int(row["units"]), of=int(row["of"]))
    about = {
        "source": source(row["source"]),
        "own": linked(count, str(row["layer"]), str(row["label"]), str(row["source"])),
        "others": many(
            int(row["of_others"]), "{held} of {n} sentence", "{held} of {n} sentences", held=int(row["others"])
        ),
        "p": adjusted(row["adjusted"]),
    }
    more = row["difference"] > 0
    if row["layer"] == "hedge":
        if more:
            return say(
                "{source} is hedged more often than the others: in {own} against {others} (adjusted p {p}).", **about
            )
        return say(
            "{source} is hedged less often than the others: in {own} against {others} (adjusted p {p}).", **about
        )
    about["label"] = labelled(row)
    if more:
        return say(
            "{source} has “{label}” more often than the others: in {own} against {others} (adjusted p {p}).", **about
        )
    return say(
        "{source} has “{label}” less often than the others: in {own} against {others} (adjusted p {p}).", **about
    )


def turning(checks: pd.DataFrame) -> str:
    """Which single rules or articles would turn a comparison around."""
    named = checks[(checks["turned"] != "") & checks["check"].isin(("articles left out", "rules left out"))]
    if named.empty:
        return say("No single article and no single rule turns a comparison around.") if len(checks) else ""
    rules, others = (
        named.loc[named["check"] == check, "turned"].str.split("|").explode().nunique()
        for check in ("rules left out", "articles left out")
    )
    parts = listed([many(rules, "{n} rule", "{n} rules")] * (rules > 0) + [articles(others)] * (others > 0))
    if rules + others > 1:
        return say("Left out by itself, {parts} would each turn at least one comparison around.", parts=parts)
    return say("Left out by itself, {parts} would turn at least one comparison around.", parts=parts)


def _first(rows: pd.DataFrame) -> list[Row]:
    ordered = rows.sort_values(["adjusted", "layer", "label", "source"], kind="stable")
    return ordered.head(MOST).to_dict("records")


def _which(row: Row, why: str) -> str:
    who, label = source(row["source"]), named_so(row["label"])
    if row["difference"] > 0:
        return say("{source}, {label} more often ({why})", source=who, label=label, why=why)
    return say("{source}, {label} less often ({why})", source=who, label=label, why=why)


def _why(row: Row, checks: pd.DataFrame) -> str:
    same = (checks[["layer", "label", "document"]] == [row["layer"], row["label"], row["document"]]).all(axis=1)
    failed = checks[same & ~checks["passed"]]
    return listed(_failure(check) for check in failed.to_dict("records"))


def _failure(check: Row) -> str:
    """What a comparison does not hold with."""
    turned, about = told(str(check["turned"]).split("|")[0]), {"held": check["held"], "tried": check["tried"]}
    ways = {
        "articles left out": say("not without the article {article}", article=turned),
        "rules left out": say("not without the rule {rule}", rule=turned),
        "sentences resampled": say("in {held} of {tried} resamples of sentences", **about),
        "articles resampled": say("in {held} of {tried} resamples of articles", **about),
        "only signs that count alone": say("not counting only signs that count alone"),
        "only sentences with two signs": say("not counting only sentences with two signs"),
        "without titles and leads": say("not without titles and leads"),
    }
    return ways[turned if check["check"] == "stricter counting" else check["check"]]
