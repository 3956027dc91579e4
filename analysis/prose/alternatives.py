"""What a figure shows, said in words: its alternative text."""

import pandas as pd

from analysis.positions import Positions
from analysis.prose.checks import agreed
from analysis.prose.wording import Row, listed, number, percent, two


def alt_intervals(table: pd.DataFrame, what: str, *, label: str = "source") -> str:
    """The dots and intervals of a figure, said in words."""
    each = [f"{row[label]} {row['units']:.0f} of {row['of']:.0f}" for row in table.to_dict("records")]
    return f"{what}: {listed(each, most=60)}." if each else f"{what}: nothing to draw."


def alt_strip(positions: pd.DataFrame, what: str) -> str:
    """Where the blocks of a strip stand, said in words."""
    middle = (positions["start"] + positions["end"]) / 2
    each = []
    for source in dict.fromkeys(positions["source"]):
        own = middle[positions["held"] & (positions["source"] == source)]
        thirds = [int(own.between(a, b, inclusive="left").sum()) for a, b in _THIRDS]
        each.append(f"{source} {thirds[0]}, {thirds[1]} and {thirds[2]}")
    counted = f"{what}, sentences in the first, second and last third: {'; '.join(each)}."
    return counted if each else f"{what}: nothing to draw."


def alt_dots(measure: pd.DataFrame, what: str) -> str:
    """The matrix of a figure, said in words, row by row."""
    rows = []
    for (_, label), part in measure.groupby(["layer", "label"], sort=False):
        cells = ", ".join(f"{row['source']} {row['units']:.0f}" for row in part.to_dict("records"))
        rows.append(f"{label}: {cells}")
    return f"{what}. {'; '.join(rows)}." if rows else f"{what}: nothing to draw."


def alt_matrix(cells: pd.DataFrame, what: str) -> str:
    """The signs of a matrix of facts, said in words, fact by fact."""
    rows = []
    for (_, label), part in cells.groupby(["layer", "label"], sort=False):
        ways = [(how, own["source"]) for how, own in part.groupby("how", sort=False)]
        each = [f"{_WAYS.get(str(how), how)} {listed(sources, most=60)}" for how, sources in ways]
        rows.append(f"{label} {part['statement'].iloc[0].removesuffix('.')}: {', '.join(each)}")
    return f"{what}. {'; '.join(rows)}." if rows else f"{what}: nothing to draw."


def alt_discrepancies(strips: pd.DataFrame, what: str) -> str:
    """The strips of a figure, said in words: each discrepancy with the values that articles give."""
    rows = []
    for name, own in strips.groupby("row", sort=False):
        cells = ", ".join(f"{row['source']} {row['value']}" for row in own.to_dict("records"))
        rows.append(f"{name}: {cells}")
    return f"{what}. {'; '.join(rows)}." if rows else f"{what}: nothing to draw."


def alt_distance(table: pd.DataFrame, what: str) -> str:
    """The strips of a figure, said in words: each article with its units by status."""
    rows = []
    for _, own in table[table["of"] > 0].groupby("document", sort=False):
        cells = ", ".join(f"{row['label']} {row['units']}" for row in own.to_dict("records"))
        rows.append(f"{own['source'].iloc[0]} {cells}, of {own['of'].iloc[0]}")
    return f"{what}: {'; '.join(rows)}." if rows else f"{what}: nothing to draw."


def alt_agreement(scores: pd.DataFrame, what: str) -> str:
    """F1 and alpha of each label, said in words."""
    each = [f"{row['label']} F1 {two(row['f1'])}, alpha {agreed(row)}" for row in scores.to_dict("records")]
    return f"{what}: {'; '.join(each)}." if each else f"{what}: nothing to draw."


def alt_words(words: pd.DataFrame, what: str, value: str) -> str:
    """The words of a figure with their values."""
    each = [f"{row['word']} {row[value]:.1f}" for row in words.to_dict("records")]
    return f"{what}: {', '.join(each)}." if each else f"{what}: nothing to draw."


def alt_keyness(table: pd.DataFrame, what: str) -> str:
    """The named words of a figure, with their z and their counts."""
    rows = table[table["named"]].to_dict("records")
    each = [f"{row['word']} {two(row['z'])} ({row['count']}, elsewhere {row['elsewhere']})" for row in rows]
    return f"{what}, {len(table)} words; named are {'; '.join(each)}." if each else f"{what}: nothing stands out."


def alt_chain(ribbons: pd.DataFrame, what: str) -> str:
    """The ribbons of a figure, said in words: article, medium, speaker and how many statements."""
    rows = ribbons.to_dict("records")
    each = [f"{row['article']} – {row['medium']} – {row['speaker']} {row['statements']}" for row in rows]
    return f"{what}: {listed(each, most=60, what='chains')}." if each else f"{what}: nothing to draw."


_THIRDS = ((0.0, 1 / 3), (1 / 3, 2 / 3), (2 / 3, 1.01))
_WAYS = {
    "told": "told by",
    "hedged": "told with doubt by",
    "attributed": "told as somebody's word by",
    "absent": "absent from",
    "copied": "copied by",
}


def alt_timeline(events: pd.DataFrame, what: str) -> str:
    """The rows of a timeline, said in words."""
    each = [
        f"{row['when']}{'' if row['status'] == 'past' else ' (' + row['status'] + ')'}: {row['what']} "
        f"({row['sources']}{'; dates differ' if row['differing'] else ''})"
        for row in events.to_dict("records")
    ]
    return f"{what}, in order of time. {' | '.join(each)}" if each else f"{what}: nothing to draw."


def alt_copied(shared: pd.DataFrame, what: str) -> str:
    """The bars of copied shares, said in words."""
    each = [f"{row['source']} {row['words']} of {row['of']}" for row in shared.to_dict("records")]
    said = f"words of prose that stand in other articles too: {'; '.join(each)}."
    return f"{what}, {said}" if each else f"{what}: nothing to draw."


def alt_curve(table: pd.DataFrame, what: str, *, along: str, value: str) -> str:
    """The points of a curve, said in words."""
    each = [f"{row[value]:.0f} at {row[along]:g}" for row in table.to_dict("records")]
    return f"{what}, by {along}: {', '.join(each)}." if each else f"{what}: nothing to draw."


def alt_positions(found: Positions) -> str:
    """The map, said in words: what the axes oppose and on which side each source stands."""
    if found.reason:
        return f"No map: {found.reason}."
    rows = found.axes.head(2).to_dict("records")
    sides = [("left", "right"), ("bottom", "top")]
    axes = [
        f"{low} {row['low']}, {high} {row['high']} ({percent(round(row['share'], 6))})"
        for row, (low, high) in zip(rows, sides, strict=False)
    ]
    kind = "Map" if len(rows) > 1 else "Line"
    where: dict[str, list[str]] = {}
    reach = float(found.sources[["x", "y"]].abs().to_numpy().max())
    for row in found.sources.to_dict("records"):
        where.setdefault(_side(row, reach), []).append(row["source"])
    each = "; ".join(f"{side}: {listed(names, most=60)}" for side, names in where.items())
    return f"{kind} of {number(len(found.sources), 'article')}: {'; '.join(axes)}. {each[:1].upper()}{each[1:]}."


def _side(row: Row, reach: float) -> str:
    """On which side a source stands, by eighths of the circle; the middle is a quarter of the way out."""
    if max(abs(row["x"]), abs(row["y"])) < reach / 4:
        return "in the middle"
    across = "" if abs(row["x"]) < reach / 4 else "right" if row["x"] > 0 else "left"
    up = "" if abs(row["y"]) < reach / 4 else "top" if row["y"] > 0 else "bottom"
    return f"at {' '.join(part for part in (up, across) if part)}"
