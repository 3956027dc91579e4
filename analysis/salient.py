"""Which findings a briefing opens with: those of some weight that are not due to chance. `rules` says so in words.

The notebooks show all findings; here only rows are chosen, and they stay what they were.
"""

import pandas as pd

from analysis.consensus import CONSENSUS, TELLING
from analysis.language import say

CERTAIN = ("high", "medium")
MINOR = ("granularity", "name")
"""Kinds that change no story: more or less precise, and spelled otherwise."""
MOST = 4
"""So many findings of one kind open a briefing."""
TELLERS = 3
"""What so many others tell, an article may be said to leave out even where one of them doesn't tell it either."""
SHARE = 0.05
"""From which share of its words on it matters that an article has them from another, or another from it."""
HAPPENED, EVENTS = 6, 3
"""So many facts tell what happened, of so many events; where there are several events, half as many of each."""
PRECISE = 3
"""Of how many days a date may be at the most that puts facts into order."""


def rules() -> str:
    """By which rules the findings that open a briefing are chosen."""
    return say(
        "Of the findings these are shown here: facts that most articles on an event tell; contradictions, and what one "
        "states and another ascribes, of high or medium confidence; facts that all others, or most of them and at "
        "least {tellers}, tell and an article is not found to tell, not even in other words, where its length alone "
        "does not explain it; shared wording from {share}\u00a0% of an article's words on; comparisons that stand out "
        "after correction for the number of tests. At most {most} of a kind, the surest first; the briefings beside "
        "this one hold all.",
        tellers=TELLERS,
        share=f"{100 * SHARE:.0f}",
        most=MOST,
    )


def happened(
    told: pd.DataFrame, facts: pd.DataFrame, claims: pd.DataFrame, standing: pd.DataFrame, dated: pd.DataFrame
) -> pd.DataFrame:
    """The facts that tell what happened: of each event those that most of its articles tell, or all of a lone one's.

    One row per fact: layer, label, story, `statement` (whole), `articles`, `of`, and whose marks stand by how they tell
    it: `told`, `hedged`, `attributed`, each a text with `|` between. Events that most articles tell come first; of each
    those facts that most articles tell: first the one that the most tell, then the others in the order of the days that
    their sentences name (`dated` is that table of `timeline.find`), then of their places in the articles.
    """
    rows = standing[(standing["standing"] == CONSENSUS) | (standing["of"] == 1)]
    rows = rows.drop(columns=["statement", *TELLING]).merge(_tellers(told), on="label")
    rows = rows.assign(statement=rows["label"].map(facts.set_index("fact")["statement"]))
    rows = rows.merge(_places(claims, dated), on="label", how="left")
    size = told.groupby("story")["document"].nunique()
    stories = sorted(size.index, key=lambda story: (-size[story], story))[:EVENTS]
    most = HAPPENED if len(size) == 1 else HAPPENED // 2
    chosen = [_first(rows[rows["story"] == story], most) for story in stories]
    table = pd.concat(chosen) if chosen else rows.head(0)
    columns = ["layer", "label", "story", "statement", "articles", "of", *TELLING]
    return table[columns].reset_index(drop=True)


def _first(rows: pd.DataFrame, most: int) -> pd.DataFrame:
    """The facts of an event that most articles tell: the widest, then the others in order of time, then of place."""
    widest = rows.sort_values(["articles", "place"], ascending=[False, True], kind="stable").head(most)
    others = widest.iloc[1:].sort_values(["day", "place"], kind="stable", na_position="last")
    return pd.concat([widest.head(1), others])


def _tellers(told: pd.DataFrame) -> pd.DataFrame:
    """One row per fact: which articles tell it plainly, with doubt, as somebody's word."""
    rows = [
        {"label": label, **{how: "|".join(own.loc[own["how"] == how, "source"]) for how in TELLING}}
        for label, own in told.groupby("label", sort=False)
    ]
    return pd.DataFrame(rows, columns=["label", *TELLING]).astype("str")


def _places(claims: pd.DataFrame, dated: pd.DataFrame) -> pd.DataFrame:
    """One row per fact: the `day` that most articles name beside it, and the median of its units' numbers."""
    claimed = claims[["document", "unit", "fact"]]
    exact = dated[(dated["last"] - dated["first"] < PRECISE) & (dated["status"] == "past")]
    named = claimed.merge(exact[["document", "unit", "first"]], on=["document", "unit"]).drop_duplicates()
    counts = named.groupby(["fact", "first"])["document"].nunique().reset_index()
    counts = counts.sort_values(["fact", "document", "first"], ascending=[True, False, True])
    days = counts.drop_duplicates("fact").set_index("fact")["first"].astype("float64")
    places = claimed.groupby("fact")["unit"].median()
    table = places.rename("place").to_frame().assign(day=days.reindex(places.index))
    return table.rename_axis("label").reset_index()


def disputes(side: pd.DataFrame, *, most: int = MOST) -> pd.DataFrame:
    """The rows of `discrepancies.views.side_by_side` of the first `most` discrepancies of weight and some certainty."""
    kept = side[~side["kind"].isin(MINOR) & side["confidence"].isin(CERTAIN)]
    chosen = kept["discrepancy"].drop_duplicates().head(most)
    return kept[kept["discrepancy"].isin(set(chosen))].reset_index(drop=True)


def silences(left_out: pd.DataFrame, *, most: int = MOST) -> pd.DataFrame:
    """The `most` rows of `omissions.left_out` that open a briefing, those first that most others tell.

    Length alone does not explain them, the article does not perhaps tell the fact in other words, and all others tell
    it or `TELLERS` at least.
    """
    widely = (left_out["others"] == left_out["of_others"]) | (left_out["others"] >= TELLERS)
    kept = left_out[~left_out["short"] & ~left_out["perhaps"] & widely]
    ordered = kept.sort_values(["share", "chance", "label", "source"], ascending=[False, True, True, True])
    return ordered.head(most).reset_index(drop=True)


def borrowing(compared: pd.DataFrame, shared: pd.DataFrame) -> pd.DataFrame:
    """The pairs of `copies.compared` of which one has `SHARE` or more of its words in prose that both have."""
    of = dict(zip(shared["document"], shared["of"], strict=True))
    least = pd.Series(
        [min(of[a], of[b]) for a, b in compared[["document_a", "document_b"]].itertuples(index=False, name=None)],
        compared.index,
        "float64",
    )
    return compared[compared["words"] >= SHARE * least.clip(lower=1)].reset_index(drop=True)
