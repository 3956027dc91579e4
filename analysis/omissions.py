"""What articles leave out of what the others widely tell, whether their length explains it, and how much all cover.

`told` is the table of `consensus.told`, with copies or without; `units` are those of the same articles, with copies
or without. An article's length is the number of its sentences, captions and headings that may tell a fact.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from analysis import consensus, facts, measures, statistics
from analysis.consensus import COPIED, TELLING
from analysis.statistics import accumulated, kept

FEWEST = 3
"""From so many other articles on, what they tell has a spread."""
WIDELY = 2
"""What fewer others tell is not widely told: of two articles, neither leaves out what the other has."""
FEWER, AS_MANY, MORE, OPEN = "fewer", "as many", "more", "not compared"


def left_out(told: pd.DataFrame, units: pd.DataFrame, *, level: float = 0.05) -> pd.DataFrame:
    """One row is a fact that most other articles of the story tell, two at least, and this article doesn't.

    Columns: layer, label, document, source, story, `of` (the article's sentences), `others` (other articles that tell
    it), `of_others`, their `share` with `low` and `high` (Clopper and Pearson 1934, 95 %), `sure` (whether `low` is
    over one half: most accounts of the event tell it, not only most of these), `at_length` (how many of the `others`
    would still tell it on average, cut at random to this article's length), `chance` (the probability that one of
    them, so cut, is silent on it), `adjusted` (after Benjamini and Hochberg 1995 over all pairs of fact and article
    looked at, told or not), `tests` (how many these are) and `short`: whether `adjusted` is over `level`, so that
    length may explain the silence. It says nothing of other reasons, and with few others nothing of chance: that is
    what share, low and high are for.

    The others are cut one by one (Hurlbert 1971), not dealt out together as in `coverage.blind_spots`: an article
    tells a fact once or twice, so that of sentences dealt out even a long article would miss more than a third.
    What its length does not explain comes first. Copied cells and articles without a sentence are not looked at.
    """
    sized = _sized(told[told["how"] != COPIED], units)
    looked_at = _widely_told(sized)
    silent = looked_at["units"] == 0
    gone = looked_at[silent].reset_index(drop=True)
    at_length = _kept_by_others(sized, gone)
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


def by_article(told: pd.DataFrame, units: pd.DataFrame, *, level: float = 0.05) -> pd.DataFrame:
    """One row per article: how many facts it tells, how many of the consensus, and whether its length explains that.

    Columns: layer, document, source, story, `of` (its sentences), `facts` out of `of_facts` of the story (`alone`:
    that no other article tells), `common` out of `of_common` consensus facts, `expected` with `low` and `high` (95 %),
    `adjusted` and `reading`: `fewer`, `as many`, `more`, or `not compared` where there is no consensus or fewer than
    three others. Facts that it only copies it does not tell in its own words, and here they count as not told.

    `expected` is how many of the consensus facts the others would lead us to expect. Of each pair of articles the
    longer one is cut at random to the length of the other (Hurlbert 1971); the difference that is left, on average,
    is the article's own. The interval is that of a prediction (Student's t); its spread is that among the others and
    of the cut, and at least what it were if each fact fell alone, told at the others' rate (Jeffreys' half added).
    `adjusted` is the two-sided p after Benjamini and Hochberg (1995) over all articles; at most `level` is a finding.
    """
    sized = _sized(told.assign(common=consensus.agreed(told)), units)
    rows = [row for _, part in sized.groupby("story", sort=True) for row in _articles(part)]
    typed = {"document": "str"} | dict.fromkeys(("expected", "low", "high", "p"), "float64")
    found = pd.DataFrame(rows, columns=list(typed)).astype(typed)
    table = _counts(sized).merge(found, on="document", how="left")
    tested = table["p"].notna()
    table["adjusted"] = statistics.benjamini_hochberg(table.loc[tested, "p"]).reindex(table.index)
    more, sure = table["common"] > table["expected"], table["adjusted"] <= level
    reading = pd.Series(AS_MANY, table.index, "str").mask(sure & more, MORE).mask(sure & ~more, FEWER)
    return table.assign(reading=reading.where(tested, OPEN))[_BY_ARTICLE]


_BY_ARTICLE = [
    *("layer", "document", "source", "story", "of", "facts", "alone", "of_facts", "common", "of_common"),
    *("expected", "low", "high", "adjusted", "reading"),
]


def covered(told: pd.DataFrame) -> pd.DataFrame:
    """One row per story: how many facts its articles tell, and how many there may be to tell, at the least.

    Columns: story, `articles`, `facts`, `once` and `twice` (facts that one article tells, and two), `estimate`, `low`
    and `high` (Chao2, see `statistics.chao2`), `share` (facts of the estimate, at the most), `coverage` (the share of
    what one more article would tell that these tell already: Good–Turing), `further` (how many facts one more article
    would add: Colwell et al. 2012) and `sure`: three articles or more, coverage of one half or more, and
    `high` no more than twice `low`. Where that fails, the articles are too few to say.
    """
    rows = [
        _covered(int(story), part["label"].value_counts(), part["document"].nunique())
        for story, part in told[told["how"].isin(TELLING)].groupby("story", sort=True)
    ]
    return pd.DataFrame(rows, columns=list(_COVERED)).astype(_COVERED)


_COVERED = (
    dict.fromkeys(("story", "articles", "facts", "once", "twice"), "int64")
    | dict.fromkeys(("estimate", "low", "high", "share", "coverage", "further"), "float64")
    | {"sure": "bool"}
)


def accumulation(told: pd.DataFrame) -> pd.DataFrame:
    """One row per story and number of articles: how many facts so many of its articles tell on average.

    Columns: story, `articles`, `facts`, `low`, `high` (see `statistics.rarefaction.accumulated`).
    """
    rows = [
        (story, *row)
        for story, part in told[told["how"].isin(TELLING)].groupby("story", sort=True)
        for row in accumulated(part["label"].value_counts(), part["document"].nunique())
    ]
    typed = {"story": "int64", "articles": "int64", "facts": "float64", "low": "float64", "high": "float64"}
    return pd.DataFrame(rows, columns=list(typed)).astype(typed)


def _sized(told: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """The cells of articles that have a sentence, with `of`, how many, and their `place` in the table."""
    of = units[~units["role"].isin(facts.SILENT)].groupby("document").size()
    sized = told.assign(of=told["document"].map(of).fillna(0).astype("int64"), place=range(len(told)))
    return sized[sized["of"] > 0].reset_index(drop=True)


def _widely_told(sized: pd.DataFrame) -> pd.DataFrame:
    beside = measures.beside_others(sized)
    wide = (beside["others"] >= WIDELY) & (2 * beside["others"] > beside["of_others"])
    return beside[wide].reset_index(drop=True)


def _kept_by_others(sized: pd.DataFrame, gone: pd.DataFrame) -> np.ndarray:
    """Of each fact and article in `gone`: how many tellings are expected to stand, cut to the article's length."""
    at, labels = pd.factorize(gone["label"])
    length, lengths = pd.factorize(gone["of"])
    tellers = sized[(sized["units"] > 0) & sized["label"].isin(labels)]
    return _tellings(tellers, labels.get_indexer(tellers["label"]), len(labels), lengths)[0][at, length]


def _tellings(
    tellers: pd.DataFrame, rows: np.ndarray, count: int, lengths: Iterable[int]
) -> tuple[np.ndarray, np.ndarray]:
    """How many tellings are expected to stand at each of the lengths, summed by row, and the variance of that."""
    stands = kept(tellers["units"].to_numpy()[:, None], tellers["of"].to_numpy()[:, None], np.asarray(lengths)[None, :])
    expected, variance = np.zeros((count, stands.shape[1])), np.zeros((count, stands.shape[1]))
    np.add.at(expected, rows, stands)
    np.add.at(variance, rows, stands * (1 - stands))
    return expected, variance


def _articles(part: pd.DataFrame) -> list[tuple[str, float, float, float, float]]:
    """Of each article of a story what it is expected to tell of the consensus: document, expected, low, high, p."""
    of = part.drop_duplicates("document").set_index("document")["of"]
    labels = part.loc[part["common"], "label"].unique()
    others = len(of) - 1
    if others < FEWEST or not len(labels):
        return []
    tellers = part[part["common"] & (part["units"] > 0)]
    at = of.index.get_indexer(tellers["document"])
    mean, variance = _tellings(tellers, at, len(of), of)
    by_fact, _ = _tellings(tellers, pd.Index(labels).get_indexer(tellers["label"]), len(labels), of)
    told = np.bincount(at, minlength=len(of)).astype(float)
    rows = []
    for place, document in enumerate(of.index):
        rest = np.arange(len(of)) != place
        expected = told[place] - mean[place, rest] + mean[rest, place]
        own = np.isin(labels, tellers.loc[at == place, "label"])
        rate = (by_fact[:, place] - own + 0.5) / (others + 1)
        spread = expected.var(ddof=1) + (variance[place, rest] + variance[rest, place]).mean()
        error = (max(spread, float((rate * (1 - rate)).sum())) * (1 + 1 / others)) ** 0.5
        rows.append((str(document), *_predicted(told[place], float(expected.mean()), error, others - 1, len(labels))))
    return rows


def _predicted(told: float, expected: float, error: float, df: int, most: int) -> tuple[float, float, float, float]:
    """Expected, low, high and two-sided p of what was told, by Student's t; none outside 0 and `most`."""
    from scipy.special import stdtr, stdtrit

    reach = float(stdtrit(df, 0.975)) * error
    low, middle, high = (float(np.clip(value, 0, most)) for value in (expected - reach, expected, expected + reach))
    return middle, low, high, float(2 * stdtr(df, -abs(told - expected) / error))


def _counts(sized: pd.DataFrame) -> pd.DataFrame:
    telling = sized["units"] > 0
    alone = telling & (telling.groupby(sized["label"]).transform("sum") == 1)
    each = sized.assign(
        facts=telling, alone=alone, of_facts=1, of_common=sized["common"], common=sized["common"] & telling
    )
    keys, numbers = (
        ["layer", "document", "source", "story", "of"],
        ["facts", "alone", "of_facts", "common", "of_common"],
    )
    table = each.groupby(keys, sort=False)[numbers].sum().reset_index()
    return table.astype(dict.fromkeys(numbers, "int64"))


def _covered(story: int, told: pd.Series, articles: int) -> tuple[object, ...]:
    """One row of `covered`, of how many articles tell each fact."""
    bound = statistics.chao2(told, articles)
    once, twice = int((told == 1).sum()), int((told == 2).sum())
    unseen = bound.estimate - bound.observed
    further = unseen * once / (articles * unseen + once) if unseen else 0.0
    coverage = statistics.incidence_coverage(told, articles)
    sure = articles >= FEWEST and coverage >= 0.5 and bound.high <= 2 * bound.low
    share = bound.observed / bound.estimate if bound.estimate else float("nan")
    numbers = (bound.estimate, bound.low, bound.high, share, coverage, further)
    return (story, articles, bound.observed, once, twice, *numbers, sure)
