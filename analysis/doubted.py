"""Who is doubted: how the outlets give the words of each speaker, with a neutral cue or at a distance.

One statement is `neutral` unless it is `claimed` (a claiming cue), `marked` (words in it stand in marks of their own),
`hedged` (a report in the conditional, or the outlet says that it is unproven) or `denied` by another; it may be several
of these. `distant` is any of them. A speaker whose words are oftener kept at a distance need not be doubted more:
reports of what is contested invite it, whoever speaks.
"""

import pandas as pd

from analysis import measures, statistics
from analysis.overlaid import LAYER
from analysis.reserves import CLAIMED, CUE, DENIED, DOUBTED, IN_MARKS, RUMOUR, UNPROVEN, rows_of

WAYS = ("claimed", "marked", "hedged", "denied")
"""How a statement may be kept at a distance."""
BY = ("speaker", "camp", "side")
"""What statements can be counted by: who speaks, whose the words are (the state of official voices, else the
speaker), on which side (`sides`)."""
SAID = (*measures.SPOKEN, "indirect")
LEAST = 3
"""With fewer statements on either side nothing is tested."""
_WAY = {CUE: "claimed", RUMOUR: "hedged", UNPROVEN: "hedged", IN_MARKS: "marked"}


def given(marks: pd.DataFrame, statements: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row per statement of somebody who was found, in a counted unit: how the outlet gives it.

    The statements (see `sides.sided`; the same rows in the same order as `reserves.find` was given) with source,
    `camp`, a column for each of `WAYS`, and `distant`.
    """
    kept = marks[(marks["said"] >= 0) & marks["status"].isin((CLAIMED, DOUBTED, DENIED))]
    way = kept["how"].map(_WAY).where(kept["status"] != DENIED, "denied")
    held = {one: set(kept.loc[way == one, "said"]) for one in WAYS}
    own = statements.assign(row=range(len(statements)))
    found = {one: own["row"].isin(held[one]) for one in WAYS}
    label = dict(zip(documents["document"], documents["label"], strict=True))
    table = own.assign(
        **found,
        distant=pd.DataFrame(found).any(axis=1),
        camp=own["state"].mask(own["state"] == "", own["speaker"]),
        source=own["document"].map(label).astype("str"),
    )
    table = table[table["kind"].isin(SAID) & (table["speaker"] != "")]
    return measures.in_counted(table, units)


def by(given: pd.DataFrame, column: str = "camp") -> pd.DataFrame:
    """One row per speaker (or camp, or side) and article that gives words of it: how it gives them.

    Columns: layer, label (`doubted: ` and the name), `who`, document, source, `neutral`, a column for each of `WAYS`,
    `units` (statements at a distance), `of` (all its statements in the article), `share`, `low`, `high` (Wilson 1927,
    95 %). A statement may count in several ways, and once in `units`.
    """
    counts = given.assign(who=given[column], units=given["distant"], of=1, neutral=~given["distant"])
    numbers = ["neutral", *WAYS, "units", "of"]
    table = counts.groupby(["who", "document", "source"])[numbers].sum().reset_index()
    return _labelled(table, ["who", "document", "source"], numbers)


def overall(table: pd.DataFrame) -> pd.DataFrame:
    """One row per speaker over all articles, most statements first: the columns of `by`, and in how many `articles`."""
    numbers = ["neutral", *WAYS, "units", "of"]
    summed = table.assign(articles=1).groupby("who")[[*numbers, "articles"]].sum().reset_index()
    summed = _labelled(summed, ["who"], [*numbers, "articles"])
    return summed.sort_values(["of", "who"], ascending=[False, True], kind="stable", ignore_index=True)


def label(who: str) -> str:
    """The label under which statements of somebody that are kept at a distance are found."""
    return f"doubted: {who}"


def between_speakers(table: pd.DataFrame) -> pd.DataFrame:
    """One row per speaker and article: its statements at a distance against those of all others there.

    Columns: layer, label, who, source, `units`, `of`, `others`, `of_others`, `p` (Fisher's exact test, two-sided),
    `adjusted` over all rows (Benjamini and Hochberg 1995). Left out: where either side has fewer than `LEAST`
    statements, and tests that could not come out at .05 however the distance were shared out (Tarone 1990).
    """
    return _tested(table, "document")


def between_sources(table: pd.DataFrame) -> pd.DataFrame:
    """One row per article and speaker: how it gives that speaker's words against all other articles; as above."""
    return _tested(table, "who")


def _tested(table: pd.DataFrame, within: str) -> pd.DataFrame:
    sums = table.groupby(within)[["units", "of"]].transform("sum")
    tested = table.assign(others=sums["units"] - table["units"], of_others=sums["of"] - table["of"])
    tested = tested[(tested["of"] >= LEAST) & (tested["of_others"] >= LEAST)]
    able = [_could_come_out(*row) for row in tested[["units", "of", "others", "of_others"]].itertuples(index=False)]
    tested = tested[pd.Series(able, tested.index, "bool")]
    cells = tested[["units", "of", "others", "of_others"]].itertuples(index=False, name=None)
    p = [statistics.fisher(a, of - a, b, of_b - b) for a, of, b, of_b in cells]
    tested = tested.assign(p=pd.Series(p, tested.index, "float64"))
    tested = tested.assign(adjusted=statistics.benjamini_hochberg(tested["p"]))
    columns = ["layer", "label", "who", "document", "source", "units", "of", "others", "of_others", "p", "adjusted"]
    return tested.sort_values(["adjusted", "p", "who", "source"], kind="stable", ignore_index=True)[columns]


def _could_come_out(units: int, of: int, others: int, of_others: int) -> bool:
    """Whether some sharing out of these distances among these statements has a p of .05 or less."""
    total = units + others
    most, least = min(total, of), max(0, total - of_others)
    ends = ((at, of - at, total - at, of_others - total + at) for at in (least, most))
    return min(statistics.fisher(*cells) for cells in ends) <= 0.05


def evidence(given: pd.DataFrame, documents: pd.DataFrame, column: str = "camp") -> pd.DataFrame:
    """The statements at a distance, as evidence of the layer `distance` under `doubted: ` and who says them.

    Columns as in `evidence`; `rule` says in which ways.
    """
    distant = given[given["distant"]]
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    spans = distant[["document", "start", "end"]].itertuples(index=False, name=None)
    ways = distant[list(WAYS)].itertuples(index=False, name=None)
    return rows_of(
        distant.assign(
            match=[texts[document][start:end] for document, start, end in spans],
            label=distant[column].map(label),
            rule=[", ".join(way for way, held in zip(WAYS, row, strict=True) if held) for row in ways],
        )
    )


def _labelled(table: pd.DataFrame, words: list[str], numbers: list[str]) -> pd.DataFrame:
    table = table.assign(layer=LAYER, label=table["who"].map(label))
    types = dict.fromkeys(["layer", "label", *words], "str") | dict.fromkeys(numbers, "int64")
    table = table[["layer", "label", *words, *numbers]].astype(types)
    return statistics.with_interval(table, count="units")
