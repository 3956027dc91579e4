"""Which findings a briefing opens with: those of some weight that are not due to chance. `RULES` says so in words.

The notebooks show all findings; here only rows are chosen, and they stay what they were.
"""

import pandas as pd

CERTAIN = ("high", "medium")
MINOR = ("granularity", "name")
"""Kinds that change no story: more or less precise, and spelled otherwise."""
MOST = 4
"""So many findings of one kind open a briefing."""
TELLERS = 3
"""What so many others tell, an article may be said to leave out even where one of them doesn't tell it either."""
SHARE = 0.05
"""From which share of its words on it matters that an article has them from another, or another from it."""
RULES = (
    f"Of the findings these are shown here: contradictions, and what one states and another ascribes, of high or "
    f"medium confidence; facts that all others, or most of them and at least {TELLERS}, tell and an article is not "
    f"found to tell, not even in other words, where its length alone does not explain it; shared wording from "
    f"{100 * SHARE:.0f} % of an article's words on; shares of topics and frames that stand out after correction for "
    f"the number of tests. At most {MOST} of a kind, the surest first; the notebooks beside this one hold all."
)


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
