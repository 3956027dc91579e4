"""Sentences on comparisons of articles: which hold whatever is changed, and what turns the others."""

import pandas as pd

from analysis.prose.wording import Row, adjusted, are, labelled, linked, listed, named_so, number, told

LEVEL = 0.05
MOST = 6
"""So many comparisons are told one by one."""
_WITHOUT = {
    "articles left out": "without {}",
    "rules left out": "without the rule {}",
    "stricter counting": "counting {}",
}


def robust(compared: pd.DataFrame, of_articles: int) -> list[str]:
    """How many comparisons hold in every check, and which of those stand out beyond chance."""
    if compared.empty:
        few = "With fewer than two articles there is" if of_articles < 2 else "There is"
        return [f"{few} no comparison to try."]
    carried = compared[compared["used"]]
    if carried.empty:
        return ["No comparison is told: no code agrees well enough with human coding."]
    sure = carried[carried["survives"]]
    beyond = sure[sure["adjusted"] <= LEVEL]
    names = listed(named_so(label) for label in dict.fromkeys(carried["label"]))
    tried, kept, far = number(len(carried), "comparison"), len(sure) or "none", len(beyond) or "none"
    head = f"Of {tried} of an article with the others ({names}), {kept} {_keep(len(sure))} direction in every check"
    chance = f"{far} of them {are(max(len(beyond), 1))} beyond chance after correction for their number"
    return [f"{head}{'; ' + chance if len(sure) else ''}.", *(more_or_less(row) for row in _first(beyond))]


def fragile(compared: pd.DataFrame, checks: pd.DataFrame) -> list[str]:
    """What stands out beyond chance and yet fails a check: reported as such, and no finding."""
    weak = compared[~compared["survives"] & compared["used"] & (compared["adjusted"] <= LEVEL)]
    if weak.empty:
        return []
    rows = [f"{_which(row)} ({_why(row, checks)})" for row in _first(weak)]
    more = f"; {len(weak) - MOST} more in the table" if len(weak) > MOST else ""
    return [
        f"Beyond chance, and yet no finding, for it does not hold when the counting changes: {'; '.join(rows)}{more}."
    ]


def more_or_less(row: Row) -> str:
    """One comparison, with both denominators: what the article does, what the others do, how sure that is."""
    others = f"{row['others']} of {number(int(row['of_others']), 'sentence')}"
    own = linked(f"{row['units']} of {row['of']}", str(row["layer"]), str(row["label"]), str(row["source"]))
    sides = "more" if row["difference"] > 0 else "less"
    p = f"adjusted p {adjusted(row['adjusted'])}"
    what = "is hedged" if row["layer"] == "hedge" else f"has {labelled(row)}"
    return f"{told(row['source'])} {what} {sides} often than the others: in {own} against {others} ({p})."


def turning(checks: pd.DataFrame) -> str:
    """Which single rules or articles would turn a comparison around."""
    named = checks[(checks["turned"] != "") & checks["check"].isin(("articles left out", "rules left out"))]
    if named.empty:
        return "No single article and no single rule turns a comparison around." if len(checks) else ""
    rules = named.loc[named["check"] == "rules left out", "turned"].str.split("|").explode()
    articles = named.loc[named["check"] == "articles left out", "turned"].str.split("|").explode()
    parts = [
        number(count, what) for count, what in ((rules.nunique(), "rule"), (articles.nunique(), "article")) if count
    ]
    each = "each " if rules.nunique() + articles.nunique() > 1 else ""
    return f"Left out by itself, {listed(parts)} would {each}turn at least one comparison around."


def _first(rows: pd.DataFrame) -> list[Row]:
    ordered = rows.sort_values(["adjusted", "layer", "label", "source"], kind="stable")
    return ordered.head(MOST).to_dict("records")


def _which(row: Row) -> str:
    return f"{told(row['source'])}, {named_so(row['label'])} {'more' if row['difference'] > 0 else 'less'} often"


def _why(row: Row, checks: pd.DataFrame) -> str:
    same = (checks[["layer", "label", "document"]] == [row["layer"], row["label"], row["document"]]).all(axis=1)
    failed = checks[same & ~checks["passed"]]
    return listed(_failure(check) for check in failed.to_dict("records"))


def _failure(check: Row) -> str:
    if check["check"] in _WITHOUT:
        first = str(check["turned"]).split("|")[0]
        return f"not {_WITHOUT[check['check']].format(told(first))}"
    what = check["check"].split()[0]
    return f"in {check['held']} of {check['tried']} resamples of {what}"


def _keep(count: int) -> str:
    return "keeps its" if count <= 1 else "keep their"
