"""Where the chains of a picture run: three columns of names, and a ribbon for each chain through all three."""

from collections.abc import Mapping

import pandas as pd

from analysis.chains import CREDIT, NO_MEDIUM
from analysis.language import many, say, word
from analysis.sourcing import UNKNOWN
from analysis.tables import ParameterError

OPENED = ("layer", "label", "source")
COLUMNS = ("article", "medium", "speaker")
MOST_ARTICLES, MOST_MEDIA = 40, 10
EACH, LINES, GAP = 0.5, 20.0, 0.12
"""How high a statement is, in lines; how high all may be together; what parts two names."""
SWEEPS = 8
OTHERS, CREDITED = "other ", " (credited)"


def nodes(flows: pd.DataFrame) -> pd.DataFrame:
    """One row is a name in one of the three columns: column (0 to 2), name, `statements`, `top` and `bottom` in lines.

    `flows` is what `ribbons` gives; rows stand from the top down.
    """
    rows = []
    for place, column in enumerate(COLUMNS):
        ends = flows.assign(top=flows[f"{column}_top"], bottom=flows[f"{column}_bottom"])
        for (top, bottom, name), part in ends.groupby(["top", "bottom", column], sort=True):
            rows.append((place, name, int(part["statements"].sum()), top, bottom))
    table = pd.DataFrame(rows, columns=["column", "name", "statements", "top", "bottom"])
    return table.astype(
        {"column": "int64", "name": "str", "statements": "int64", "top": "float64", "bottom": "float64"}
    )


def ribbons(chains: pd.DataFrame, *, most: int = 12) -> pd.DataFrame:
    """One row is a ribbon: article, medium, `how` it is known, speaker, `statements`, and where it runs, in lines.

    `layer`, `label` and `source` name the evidence of a ribbon that is one chain; one of several has none.

    The most quoted speakers are named, up to `most` (one more, where it is the last); the rest are one name, and so are
    articles and media of which there are too many. For each column, `…_at` is the ribbon's middle there, `…_top` and
    `…_bottom` bound the name; `height` is the ribbon's. Each name is put beside those that it is joined with
    (barycentres), what is left over last.
    """
    if most < 1:
        raise ParameterError(f"a picture shows 1 speaker or more, not {most}")
    table = _named(chains, most)
    place = _places(table)
    each = min(EACH, LINES / max(int(table["statements"].sum()), 1))
    table = table.assign(height=table["statements"] * each)
    bounds = {column: _bounds(table, column, place[column]) for column in COLUMNS}
    lowest = max((bottom for spans in bounds.values() for _, bottom in spans.values()), default=0.0)
    for column in COLUMNS:
        spans = bounds[column]
        shift = (lowest - max((bottom for _, bottom in spans.values()), default=0.0)) / 2
        names = table[column]
        table[f"{column}_top"] = names.map(lambda name, at=spans: at[name][0]).astype("float64") + shift
        table[f"{column}_bottom"] = names.map(lambda name, at=spans: at[name][1]).astype("float64") + shift
        table[f"{column}_at"] = _middles(table, column, place)
    return table


def _named(chains: pd.DataFrame, most: int) -> pd.DataFrame:
    """The chains under the names of the picture, those of equal names put together."""
    medium = chains["medium"].mask(chains["how"] == CREDIT, chains["medium"] + CREDITED).replace("", NO_MEDIUM)
    table = chains.reindex(columns=["how", "statements", *OPENED], fill_value="").assign(
        article=_kept(chains["source"], chains["statements"], MOST_ARTICLES, "articles"),
        medium=_kept(medium, chains["statements"], MOST_MEDIA, "media"),
        speaker=_kept(chains["speaker"].replace("", UNKNOWN), chains["statements"], most, "speakers"),
    )
    keys = [*COLUMNS, "how"]
    table["how"] = table.groupby("medium")["how"].transform("first")
    grouped = table.groupby(keys, sort=False)
    named = grouped.agg(statements=("statements", "sum"), **{name: (name, _one) for name in OPENED}).reset_index()
    return named.astype(dict.fromkeys([*keys, *OPENED], "str"))


def _one(names: pd.Series) -> str:
    """The name that all have; nothing where they have several."""
    return str(names.iloc[0]) if names.nunique() == 1 else ""


def _kept(names: pd.Series, statements: pd.Series, most: int, what: str) -> pd.Series:
    """The names with most statements; the others under one name that says how many they are."""
    total = statements.groupby(names).sum().reset_index(name="times")
    total.columns = ["name", "times"]
    total = total.assign(last=total["name"] != NO_MEDIUM)
    order = total.sort_values(["last", "times", "name"], ascending=[True, False, True], kind="stable")["name"]
    if len(order) <= most + 1:
        return names
    return names.where(names.isin(order.head(most)), f"{len(order) - most} {OTHERS}{what}").astype("str")


def called(name: str) -> str:
    """A name of the picture in the language spoken: `3 other speakers`, `AFP (credited)`, `no medium named`."""
    number, _, rest = name.partition(" ")
    if number.isdecimal() and rest.startswith(OTHERS):
        return {
            "articles": many(int(number), "{n} other article", "{n} other articles"),
            "media": many(int(number), "{n} other medium", "{n} other media"),
            "speakers": many(int(number), "{n} other speaker", "{n} other speakers"),
        }.get(rest.removeprefix(OTHERS), name)
    if name.endswith(CREDITED):
        return say("{name} (credited)", name=word(name.removesuffix(CREDITED)))
    return word(name)


def _places(table: pd.DataFrame) -> dict[str, dict[str, float]]:
    """Where each name stands in its column, from 0 to 1: near those that it is joined with."""
    place = {column: _spread(dict.fromkeys(table[column])) for column in COLUMNS}
    for _ in range(SWEEPS):
        for column in ("medium", "speaker"):
            others = [other for other in COLUMNS if other != column]
            near = sum(table[other].map(place[other]).astype("float64") for other in others) / len(others)
            pulled = (near * table["statements"]).groupby(table[column]).sum()
            weight = table["statements"].groupby(table[column]).sum()
            former = place[column]
            at = (pulled / weight).round(9).to_dict()
            ranked = sorted((_left(name), at[name], former[name], name) for name in former)
            place[column] = _spread(dict.fromkeys(name for *_, name in ranked))
    return place


def _left(name: str) -> bool:
    number, _, rest = name.partition(" ")
    return number.isdecimal() and rest.startswith(OTHERS)


def _spread(names: Mapping[str, object]) -> dict[str, float]:
    return {name: (at + 0.5) / len(names) for at, name in enumerate(names)}


def _bounds(table: pd.DataFrame, column: str, place: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Top and bottom of each name, one under the other, each as high as its ribbons and at least a line."""
    heights = table.groupby(column)["height"].sum()
    top, found = 0.0, {}
    for name in sorted(place, key=lambda name: place[name]):
        bottom = top + max(1.0, float(heights[name]))
        found[name] = (top, bottom)
        top = bottom + GAP
    return found


def _middles(table: pd.DataFrame, column: str, place: Mapping[str, Mapping[str, float]]) -> pd.Series:
    """Where each ribbon has its middle in the column: side by side, in the order of their other ends."""
    first, second = (other for other in ("medium", "article", "speaker") if other != column)
    ends = [table[other].map(place[other]).astype("float64") for other in (first, second)]
    key = (ends[0] + ends[1]) if column == "medium" else ends[0] + ends[1] / 1000
    order = table.assign(key=key).sort_values([column, "key", *COLUMNS], kind="stable")
    before = order.groupby(column)["height"].cumsum() - order["height"] / 2
    spare = order[f"{column}_bottom"] - order[f"{column}_top"] - order.groupby(column)["height"].transform("sum")
    return (order[f"{column}_top"] + spare / 2 + before).reindex(table.index)
