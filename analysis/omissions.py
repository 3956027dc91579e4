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


def left_out(
    told: pd.DataFrame, units: pd.DataFrame, *, perhaps: pd.DataFrame | None = None, level: float = 0.05
) -> pd.DataFrame:
    """One row is a fact that most other articles of the story tell, two at least, and this article doesn't.

    Columns: layer, label, document, source, story, `of` (the article's sentences), `others` (other articles that tell
    it), `of_others`, their `share` with `low` and `high` (Clopper and Pearson 1934, 95 %), `sure` (whether `low` is
    over one half: most accounts of the event tell it, not only most of these), `longer` (how many of the `others` have
    more sentences than this article), `at_length` (how many of them would still tell it on average, cut at random to
    this article's length), `chance` (the probability that one of them, so cut, is silent on it), `adjusted` (after
    Benjamini and Hochberg 1995 over all pairs of fact and article looked at, told or not), `tests` (how many these
    are), `short`: whether `adjusted` is over `level`, so that length may explain the silence, and `perhaps`. It says
    nothing of other reasons, nor whether an article of full length might as well be silent by chance: that is what
    share, low, high and sure are for.

    A pair of fact and article that stands in `perhaps` (see `nearby.find`) is perhaps told in other words: it is no
    finding, its silence is not tested (`adjusted` is missing), and it comes last.

    The others are cut one by one (Hurlbert 1971), not dealt out together as in `coverage.blind_spots`: an article
    tells a fact once or twice, and were all sentences dealt out anew, one as long as the others would still miss more
    than a third of what all tell once: no silence could ever be told from shortness.
    What its length does not explain comes first. Copied cells and articles without a sentence are not looked at.
    """
    cells = sized(told[told["how"] != COPIED], units)
    looked_at = _widely_told(cells)
    gone = looked_at[looked_at["units"] == 0].reset_index(drop=True)
    at_length, maybe = _kept_by_others(cells, gone), _listed(gone, perhaps)
    chance = np.clip(1 - at_length / gone["others"], 0, 1)
    others = np.ones(len(looked_at) - len(gone))
    adjusted = statistics.benjamini_hochberg(np.append(chance.mask(maybe, 1), others))[: len(gone)]
    table = gone.assign(at_length=at_length, chance=chance, adjusted=adjusted, tests=len(looked_at), perhaps=maybe)
    table["adjusted"] = table["adjusted"].mask(maybe)
    table["longer"] = _longer(cells, gone)
    table = statistics.with_interval(table, count="others", of="of_others", method="clopper-pearson")
    table = table.assign(sure=table["low"] > 0.5, short=table["adjusted"] > level)
    order = ["perhaps", "short", "others_missing", "place"]
    table = table.assign(others_missing=1 - table["share"]).sort_values(order, kind="stable", ignore_index=True)
    return table[_LEFT_OUT]


_LEFT_OUT = [
    *measures.COUNT,
    *("story", "of", "others", "of_others", "share", "low", "high", "sure"),
    *("longer", "at_length", "chance", "adjusted", "tests", "short", "perhaps"),
]


def _widely_told(cells: pd.DataFrame) -> pd.DataFrame:
    beside = measures.beside_others(cells)
    wide = (beside["others"] >= WIDELY) & (2 * beside["others"] > beside["of_others"])
    return beside[wide].reset_index(drop=True)


def _listed(gone: pd.DataFrame, perhaps: pd.DataFrame | None) -> pd.Series:
    """Whether the fact and article of each row stand in `perhaps`."""
    listed = set() if perhaps is None else set(perhaps[["fact", "document"]].itertuples(index=False, name=None))
    pairs = gone[["label", "document"]].itertuples(index=False, name=None)
    return pd.Series([pair in listed for pair in pairs], gone.index, "bool")


def _longer(cells: pd.DataFrame, gone: pd.DataFrame) -> pd.Series:
    """Of each fact and article in `gone`: how many articles that tell the fact have more sentences."""
    tellers = cells.loc[cells["units"] > 0, ["label", "of"]]
    pairs = gone[["label", "of"]].reset_index().merge(tellers, on="label", suffixes=("", "_teller"))
    longer = pairs["of_teller"] > pairs["of"]
    return longer.groupby(pairs["index"]).sum().reindex(gone.index, fill_value=0).astype("int64")


def _kept_by_others(cells: pd.DataFrame, gone: pd.DataFrame) -> np.ndarray:
    """Of each fact and article in `gone`: how many tellings are expected to stand, cut to the article's length."""
    at, labels = pd.factorize(gone["label"])
    length, lengths = pd.factorize(gone["of"])
    tellers = cells[(cells["units"] > 0) & cells["label"].isin(labels)]
    rows = labels.get_indexer(tellers["label"])
    return statistics.kept_by(tellers["units"], tellers["of"], rows, len(labels), lengths)[0][at, length]
