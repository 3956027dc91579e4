"""How much of a story each article tells, and how much all of them cover.

`told` is the table of `consensus.told`, with copies or without; `units` are those of the same articles, with copies
or without. An article's length is the number of its sentences, captions and headings that may tell a fact.
"""

import numpy as np
import pandas as pd

from analysis import consensus, statistics
from analysis.consensus import TELLING

FEWEST = 3
"""From so many other articles on, what they tell has a spread."""
FEWEST_ARTICLES = 10
"""Of fewer articles no estimate is sure: the interval speaks of other articles that might have been chosen, not of
facts that are wrongly grouped. Of sixteen invented stories in four or five articles, the estimate differed by 40 % in
the median between groupings at the thresholds .2 and .4, and was up to 2.6 times as high, beyond its interval."""
FEWEST_FACTS = 10
"""Of fewer facts no share is told."""
FEWER, AS_MANY, MORE, OPEN = "fewer", "as many", "more", "not compared"


def by_article(told: pd.DataFrame, units: pd.DataFrame, *, level: float = 0.05) -> pd.DataFrame:
    """One row per article: how many facts it tells, how many of the consensus, and whether its length explains that.

    Columns: layer, document, source, story, `of` (its sentences), `facts` out of `of_facts` of the story (`alone`:
    that no other article tells), `common` out of `of_common` consensus facts, `expected` with `low` and `high` (95 %),
    `adjusted` and `reading`: `fewer`, `as many`, `more`, or `not compared` where there is no consensus or fewer than
    three others. Facts that it only copies it does not tell in its own words, and here they count as not told.

    `expected` is how many of the consensus facts the others tell on average, cut at random to this article's length
    where they are longer (Hurlbert 1971); shorter ones count as they are, so that it is the least to be expected of a
    long article. `fewer` is less than that; `more` is said only of what is more at equal length, the article being cut
    to the others' length where these are shorter. The interval is that of a prediction (Student's t); its spread is
    that among the others and of the cut, and at least what it were if each fact fell alone, told at the others' rate
    (Jeffreys' half added): rather too wide than too narrow. `adjusted` is the two-sided p after Benjamini and Hochberg
    (1995) over all articles; at most `level` is a finding.
    """
    cells = consensus.sized(told.assign(common=consensus.agreed(told)), units)
    rows = [row for _, part in cells.groupby("story", sort=True) for row in _articles(part)]
    typed = {"document": "str"} | dict.fromkeys(("expected", "low", "high", "p"), "float64")
    found = pd.DataFrame(rows, columns=list(typed)).astype(typed)
    table = _counts(cells).merge(found, on="document", how="left")
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
    would add: Colwell et al. 2012) and `sure`: ten articles and ten facts or more, `coverage` of three quarters or
    more, and `high` no more than one and a half times `low`. Where that fails, the articles are too few to say. Of one
    article nothing is estimated: these columns are missing.
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

    Columns: story, `articles`, `facts`, `low`, `high` (see `statistics.accumulated`).
    """
    rows = [
        (story, *row)
        for story, part in told[told["how"].isin(TELLING)].groupby("story", sort=True)
        for row in statistics.accumulated(part["label"].value_counts(), part["document"].nunique())
    ]
    typed = {"story": "int64", "articles": "int64", "facts": "float64", "low": "float64", "high": "float64"}
    return pd.DataFrame(rows, columns=list(typed)).astype(typed)


def _articles(part: pd.DataFrame) -> list[tuple[str, float, float, float, float]]:
    """Of each article of a story what it is expected to tell of the consensus: document, expected, low, high, p."""
    of = part.drop_duplicates("document").set_index("document")["of"]
    labels = pd.Index(part.loc[part["common"], "label"].unique())
    tellers = part[part["common"] & (part["units"] > 0)]
    if len(of) <= FEWEST or labels.empty:
        return []
    at, fact = of.index.get_indexer(tellers["document"]), labels.get_indexer(tellers["label"])
    length, lengths = pd.factorize(of)
    held = (tellers["units"], tellers["of"])
    mean, variance = statistics.kept_by(*held, at, len(of), lengths)
    facts, _ = statistics.kept_by(*held, fact, len(labels), lengths)
    own = np.zeros((len(of), len(labels)))
    own[at, fact] = 1
    told = own.sum(axis=1)
    rows = []
    for place, document in enumerate(of.index):
        rest, size = np.arange(len(of)) != place, length[place]
        shorter = told[place] - mean[place, length[rest]]
        rate = (facts[:, size] - own[place] + 0.5) / len(of)
        least = variance[rest, size].mean(), float((rate * (1 - rate)).sum())
        rows.append((str(document), *_predicted(int(told[place]), mean[rest, size], shorter, least, len(labels))))
    return rows


def _predicted(
    told: int, others: np.ndarray, shorter: np.ndarray, least: tuple[float, float], most: int
) -> tuple[float, float, float, float]:
    """Expected, low, high (none outside 0 and `most`) and two-sided p of what was told.

    `others` is what each other article tells, cut to this one's length; `shorter` what this one loses, cut to theirs;
    `least` the variance of the cut, and that of facts that fall alone.
    """
    from scipy.special import stdtr, stdtrit

    df, expected = len(others) - 1, float(others.mean())
    error = (max(others.var(ddof=1) + least[0], least[1]) * (1 + 1 / len(others))) ** 0.5
    reach = float(stdtrit(df, 0.975)) * error
    low, middle, high = (float(np.clip(value, 0, most)) for value in (expected - reach, expected, expected + reach))
    gap = told - expected
    if gap > 0:
        gap = max(0.0, gap - float(shorter.mean()))
    return middle, low, high, float(2 * stdtr(df, -abs(gap) / error))


def _counts(cells: pd.DataFrame) -> pd.DataFrame:
    telling = cells["units"] > 0
    alone = telling & (telling.groupby(cells["label"]).transform("sum") == 1)
    each = cells.assign(
        facts=telling, alone=alone, of_facts=1, of_common=cells["common"], common=cells["common"] & telling
    )
    numbers = ["facts", "alone", "of_facts", "common", "of_common"]
    table = each.groupby(["layer", "document", "source", "story", "of"], sort=False)[numbers].sum().reset_index()
    return table.astype(dict.fromkeys(numbers, "int64"))


def _covered(story: int, told: pd.Series, articles: int) -> tuple[object, ...]:
    """One row of `covered`, of how many articles tell each fact."""
    once, twice = int((told == 1).sum()), int((told == 2).sum())
    if articles < 2:
        return (story, articles, len(told), once, twice, *[float("nan")] * 6, False)
    bound = statistics.chao2(told, articles)
    unseen = bound.estimate - bound.observed
    further = unseen * once / (articles * unseen + once) if unseen else 0.0
    coverage = statistics.incidence_coverage(told, articles)
    enough = articles >= FEWEST_ARTICLES and len(told) >= FEWEST_FACTS
    sure = enough and coverage >= 0.75 and bound.high <= 1.5 * bound.low
    share = bound.observed / bound.estimate if bound.estimate else float("nan")
    numbers = (bound.estimate, bound.low, bound.high, share, coverage, further)
    return (story, articles, bound.observed, once, twice, *numbers, sure)
