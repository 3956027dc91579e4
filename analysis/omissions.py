"""What articles leave out of what the others widely tell, and whether their length explains it.

`told` is the table of `consensus.told`, with copies or without; `units` are those of the same articles, with copies
or without. An article's length is the number of its sentences, captions and headings that may tell a fact.
"""

import numpy as np
import pandas as pd

from analysis import measures, statistics
from analysis.consensus import COPIED, sized

WIDELY = 2
"""What fewer others tell is not widely told: of two articles, neither leaves out what the other has."""


def left_out(told: pd.DataFrame, units: pd.DataFrame, *, level: float = 0.05) -> pd.DataFrame:
    """One row is a fact that most other articles of the story tell, two at least, and this article doesn't.

    Columns: layer, label, document, source, story, `of` (the article's sentences), `others` (other articles that tell
    it), `of_others`, their `share` with `low` and `high` (Clopper and Pearson 1934, 95 %), `sure` (whether `low` is
    over one half: most accounts of the event tell it, not only most of these), `at_length` (how many of the `others`
    would still tell it on average, cut at random to this article's length), `chance` (the probability that one of
    them, so cut, is silent on it), `adjusted` (after Benjamini and Hochberg 1995 over all pairs of fact and article
    looked at, told or not), `tests` (how many these are) and `short`: whether `adjusted` is over `level`, so that
    length may explain the silence. It says nothing of other reasons, nor whether an article of full length might as
    well be silent by chance: that is what share, low, high and sure are for.

    The others are cut one by one (Hurlbert 1971), not dealt out together as in `coverage.blind_spots`: an article
    tells a fact once or twice, and were all sentences dealt out anew, one as long as the others would still miss more
    than a third of what all tell once: no silence could ever be told from shortness.
    What its length does not explain comes first. Copied cells and articles without a sentence are not looked at.
    """
    cells = sized(told[told["how"] != COPIED], units)
    looked_at = _widely_told(cells)
    silent = looked_at["units"] == 0
    gone = looked_at[silent].reset_index(drop=True)
    at_length = _kept_by_others(cells, gone)
    chance = np.clip(1 - at_length / gone["others"], 0, 1)
    adjusted = statistics.benjamini_hochberg(np.append(chance, np.ones(int((~silent).sum()))))[: len(gone)]
    table = gone.assign(at_length=at_length, chance=chance, adjusted=adjusted, tests=len(looked_at))
    table = statistics.with_interval(table, count="others", of="of_others", method="clopper-pearson")
    table = table.assign(sure=table["low"] > 0.5, short=table["adjusted"] > level)
    order = ["short", "others_missing", "place"]
    table = table.assign(others_missing=1 - table["share"]).sort_values(order, kind="stable", ignore_index=True)
    return table[_LEFT_OUT]


_LEFT_OUT = [
    *measures.COUNT,
    *("story", "of", "others", "of_others", "share", "low", "high", "sure"),
    *("at_length", "chance", "adjusted", "tests", "short"),
]


def _widely_told(cells: pd.DataFrame) -> pd.DataFrame:
    beside = measures.beside_others(cells)
    wide = (beside["others"] >= WIDELY) & (2 * beside["others"] > beside["of_others"])
    return beside[wide].reset_index(drop=True)


def _kept_by_others(cells: pd.DataFrame, gone: pd.DataFrame) -> np.ndarray:
    """Of each fact and article in `gone`: how many tellings are expected to stand, cut to the article's length."""
    at, labels = pd.factorize(gone["label"])
    length, lengths = pd.factorize(gone["of"])
    tellers = cells[(cells["units"] > 0) & cells["label"].isin(labels)]
    rows = labels.get_indexer(tellers["label"])
    return statistics.kept_by(tellers["units"], tellers["of"], rows, len(labels), lengths)[0][at, length]
