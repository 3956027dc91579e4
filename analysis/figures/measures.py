"""Figures of measures: counts, shares and scores, a row for each label, article or word."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.figures.canvas import (
    ACCENT,
    FAINT,
    INK,
    MOST_COLUMNS,
    axes,
    cut,
    decimals,
    evidence,
    opens,
    per_cent,
    rows,
    styled,
)
from analysis.language import decimal, say, word

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_NUMBERED = 16
"""With more columns than these, discs stand too near one another for numbers beside them."""


@styled
def intervals(
    table: pd.DataFrame,
    *,
    label: str = "source",
    value: str = "share",
    count: str = "units",
    of: str = "of",
    unit: str = "",
) -> "Axes":
    """One line per row: the share as a dot, its interval as a line, and the count beside it; of nothing, nothing."""
    ax = axes(len(table))
    for place, row in enumerate(table.to_dict("records")):
        if row[of]:
            ax.hlines(place, row["low"], row["high"], color=ACCENT, linewidth=1.6)
            ax.plot(row[value], place, "o", color=ACCENT, markersize=5.5)
            said = say("{count} of {of}", count=int(row[count]), of=int(row[of]))
            ax.annotate(said, (1.0, place), (6, 0), textcoords="offset points", va="center")
            if row[count]:
                opens(ax, (0, place - 0.45, 1, place + 0.45), _anchor(row), f"{word(str(row[label]))}: {said}")
    ax.set_xlim(0, 1)
    unit = word(unit) if unit else say("sentences and headings")
    ax.set_xlabel(say("share of {unit}, with 95\u00a0% interval", unit=unit))
    per_cent(ax)
    return rows(ax, [word(str(name)) for name in table[label]])


def _anchor(row: dict) -> str:
    """The evidence of one article; of all, where the row is of no article."""
    return evidence(row, "layer", "label", "source") if "source" in row else evidence(row, "layer", "label")


@styled
def strip(positions: pd.DataFrame) -> "Axes":
    """One line per article, from its beginning to its end: a block where the topic stands."""
    sources = list(dict.fromkeys(positions["source"]))
    ax = axes(len(sources))
    for place, source in enumerate(sources):
        own = positions[positions["source"] == source]
        held = own[own["held"]]
        ax.barh(place, 1.0, height=0.5, color="none", edgecolor=FAINT, linewidth=0.8)
        ax.barh([place] * len(held), held["end"] - held["start"], left=held["start"], height=0.5, color=ACCENT)
        if len(held):
            says = say("{source}: {count} of {of}", source=source, count=len(held), of=len(own))
            opens(ax, (0, place - 0.4, 1, place + 0.4), _anchor(held.iloc[0].to_dict()), says)
    ax.set_xlim(0, 1)
    ax.set_xticks([0, 0.5, 1], [say("beginning"), say("middle"), say("end of the article")])
    return rows(ax, sources)


@styled
def dots(
    measure: pd.DataFrame, *, row: str = "label", column: str = "source", value: str = "share", count: str = "units"
) -> "Axes":
    """A matrix of discs, a row for each layer and label, a column for each article: their area is the share.

    Layers stand apart. The number beside a disc is its count, unless there are more than `MOST_NUMBERED` columns. A
    zero is drawn as a small cross; a pair that the measure does not hold is left empty.
    """
    keys = [(record.get("layer", ""), record[row]) for record in measure.to_dict("records")]
    labels, columns = list(dict.fromkeys(keys)), list(dict.fromkeys(measure[column]))
    gaps = [sum(labels[i][0] != labels[i - 1][0] for i in range(1, place + 1)) for place in range(len(labels))]
    heights = [place + 0.7 * gap for place, gap in enumerate(gaps)]
    ax = axes(len(labels) + (gaps[-1] if gaps else 0), each=0.36, columns=len(columns))
    largest = 420 * min(1.0, (MOST_NUMBERED / max(min(len(columns), MOST_COLUMNS), 1)) ** 2)
    for key, record in zip(keys, measure.to_dict("records"), strict=True):
        x, y = columns.index(record[column]), heights[labels.index(key)]
        if not record[count]:
            ax.scatter(x, y, s=14, marker="x", color=FAINT, linewidths=1)
            continue
        ax.scatter(x, y, s=largest * record[value], color=ACCENT, linewidths=0)
        if len(columns) <= MOST_NUMBERED:
            ax.annotate(f"{record[count]:.0f}", (x, y), (13, 0), textcoords="offset points", va="center", fontsize=7.5)
        values = {"count": int(record[count]), "of": int(record.get("of", 0))}
        says = say("{source}, {label}: {count} of {of}", source=record[column], label=word(record[row]), **values)
        anchor = evidence(record, "layer", row, column)
        opens(ax, (x - 0.45, y - 0.48, x + 0.45, y + 0.48), anchor, says)
    ax.set_xlim(-0.6, len(columns) - 0.2)
    ax.set_xticks(range(len(columns)), [cut(name) for name in columns])
    ax.tick_params(axis="x", length=0, rotation=90 if len(columns) > MOST_NUMBERED else 0)
    ax.xaxis.tick_top()
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    rows(ax, [word(label) for _, label in labels], heights)
    for (layer, label), name in zip(labels, ax.get_yticklabels(), strict=True):
        if measure.loc[(measure[row] == label) & (measure.get("layer", "") == layer), count].any():
            opens(ax, name, evidence({"layer": layer, "label": label}, "layer", "label"), word(label))
    return ax


@styled
def agreement(scores: pd.DataFrame) -> "Axes":
    """One line per label: F1 as a dot with its interval, alpha as a diamond."""
    ax = axes(len(scores))
    places = list(range(len(scores)))
    ax.hlines(places, scores["low"], scores["high"], color=ACCENT, linewidth=1.6)
    ax.plot(scores["f1"], places, "o", color=ACCENT, markersize=5.5, label=say("F1, with 95\u00a0% interval"))
    ax.plot(
        scores["alpha"],
        places,
        "D",
        color="none",
        markeredgecolor=INK,
        markersize=4.5,
        label=say("Krippendorff's alpha"),
    )
    ax.axvline(0.6, color=FAINT, linewidth=0.8, zorder=0)
    ax.set_xlim(min(0.0, float(scores[["alpha", "low"]].min().min()) if len(scores) else 0.0), 1.02)
    decimals(ax.xaxis, 1)
    ax.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False, borderaxespad=0, handletextpad=0.4)
    for place, row in enumerate(scores.to_dict("records")):
        if row["low"] <= row["high"]:
            box = (row["low"], place - 0.45, row["high"], place + 0.45)
            opens(ax, box, evidence(row, "layer", "label"), _scored(row))
    return rows(ax, [word(label) for label in scores["label"]])


def _scored(row: dict) -> str:
    values = {"f1": decimal(row["f1"], 2), "alpha": decimal(row["alpha"], 2)}
    return say("{label}: F1 {f1}, alpha {alpha}", label=word(row["label"]), **values)


@styled
def words(table: pd.DataFrame, *, value: str, unit: str) -> "Axes":
    """One line per word: a stem as long as its value, the word at its foot."""
    ax = axes(len(table), each=0.24)
    places = list(range(len(table)))
    ax.hlines(places, 0, table[value], color=FAINT, linewidth=1.2)
    ax.plot(table[value], places, "o", color=ACCENT, markersize=4.5)
    for place, row in enumerate(table.to_dict("records")):
        says = f"{row['word']}: {decimal(row[value], 1)}"
        opens(ax, (0, place - 0.45, row[value], place + 0.45), evidence(row, "layer", "label"), says)
    ax.set_xlim(left=0)
    ax.set_xlabel(word(unit))
    return rows(ax, table["word"])


@styled
def curve(table: pd.DataFrame, *, along: str, value: str, chosen: float, unit: str) -> "Axes":
    """A value along a parameter, each point with its number; the value `chosen` of the parameter is marked."""
    ax = axes(5)
    ax.plot(table[along], table[value], "o-", color=ACCENT, markersize=4, linewidth=1.2)
    for at, height in table[[along, value]].itertuples(index=False, name=None):
        ax.annotate(f"{height:.0f}", (at, height), (0, 6), textcoords="offset points", ha="center", fontsize=7.5)
    ax.axvline(chosen, color=FAINT, linewidth=1.0, zorder=0)
    ax.set_ylim(0, 1.15 * max([1.0, *table[value].astype("float64")]))
    places = max((len(f"{at:g}".partition(".")[2]) for at in [chosen, *table[along]]), default=0)
    decimals(ax.xaxis, places)
    shown = {"along": word(along), "chosen": decimal(chosen, len(f"{chosen:g}".partition(".")[2]))}
    ax.set_xlabel(say("{along} (the line: as chosen, {chosen})", **shown))
    ax.set_ylabel(word(unit))
    return ax
