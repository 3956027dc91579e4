"""Which words and expressions set an article or outlet apart: from all others of its language, or from one of them.

Two measures beside each other. `z` ranks: log-odds with an informative prior, the frequencies of the words in general
French or English (Monroe, Colaresi & Quinn 2008). `score` tests: Lafon's specificity (1980), whose two-sided p is
adjusted over all words tested in the comparison (Benjamini & Hochberg 1995). Both take each occurrence for independent
of the others, which it is not: hence in how many sentences and articles a word stands.
"""

from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from analysis import lexical_table, measures, statistics, vocabulary
from analysis.lexical_table import MASS, Counts
from analysis.tables import ParameterError

LEAST = 2
"""Words that stand less often in the articles compared set nobody apart."""
LEVEL = 0.05
ALL = "all others"
OVER, ONCE, AVOIDED, UNDER, RANK = "distinctive", "in one sentence", "avoided", "used less", "a rank, no finding"
READINGS = (OVER, ONCE, AVOIDED, UNDER)
"""What may be found: used more, in several sentences or in one; used not at all where all others use it, or less."""

COLUMNS: dict[str, str] = {
    "lang": "str",
    "source": "str",
    "against": "str",
    "kind": "str",
    "word": "str",
    "count": "int64",
    "of": "int64",
    "elsewhere": "int64",
    "of_elsewhere": "int64",
    "units": "int64",
    "articles": "int64",
    "of_articles": "int64",
    "z": "float64",
    "score": "float64",
    "p": "float64",
    "adjusted": "float64",
    "tests": "int64",
    "reading": "str",
}


def words(
    found: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    by: str = "label",
    voice: str = "own",
    names: bool = False,
    mass: float = MASS,
    least: int = LEAST,
    level: float = LEVEL,
) -> pd.DataFrame:
    """One row is one word or expression and an article, set against all others of its language; findings first.

    `found` is `vocabulary.read`. `by="outlet"` pools the articles of an outlet (one without keeps its label).
    Columns: lang, source, against, kind, word, `count`, `of` (the words of the article, grammar and names too),
    `elsewhere`, `of_elsewhere`, `units` (of the source that hold it), `articles` that use it, `of_articles`, `z`,
    `score`, `p`, `adjusted`, `tests`, `reading`. There are the words that stand `least` times, names too with `names`;
    a word whose occurrences all stand in one expression is not there beside it. Tested, and adjusted for, are those of
    which some count would give a p of at most `level` (Tarone 1990): `tests` says how many; the others' `adjusted` is
    1. Sources without a word of this voice, and a language with one source, have no rows.
    """
    rows = [
        _beside(counts, place, np.arange(len(counts.sizes)) != place, ALL, least)
        for counts in lexical_table.counted(found, documents, by, voice, names, mass)
        if len(counts.sizes) > 1
        for place in range(len(counts.sizes))
    ]
    return _table(rows, mass, level)


def pairwise(
    found: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    pair: tuple[str, str] | None = None,
    by: str = "label",
    voice: str = "own",
    names: bool = False,
    mass: float = MASS,
    least: int = LEAST,
    level: float = LEVEL,
) -> pd.DataFrame:
    """One row is one word of two sources of a language: as `words`, `source` set against the one source `against`.

    `pair` names the two; without it each two are compared once, in the order of the articles: what the second uses
    more has a negative score. `ParameterError` where the pair is not to be had.
    """
    everything = list(lexical_table.counted(found, documents, by, voice, names, mass))
    rows = [
        _beside(counts, one, np.arange(len(counts.sizes)) == other, counts.sizes.index[other], least)
        for counts in everything
        for one, other in _pairs(list(counts.sizes.index), pair)
    ]
    if pair is not None and not rows:
        known = "; ".join(", ".join(counts.sizes.index) for counts in everything) or "none"
        raise ParameterError(f"{pair[0]!r} and {pair[1]!r} are no two sources of one language; there are {known}")
    return _table(rows, mass, level)


def _pairs(sources: list[str], pair: tuple[str, str] | None) -> list[tuple[int, int]]:
    if pair is None:
        return list(combinations(range(len(sources)), 2))
    held = set(pair) <= set(sources) and pair[0] != pair[1]
    return [(sources.index(pair[0]), sources.index(pair[1]))] if held else []


def leading(table: pd.DataFrame, *, most: int = 6) -> pd.DataFrame:
    """The rows to show of each comparison: findings, then what ranks highest by `z` and stands twice; `most` in all."""
    often = (table["count"] >= LEAST) & (table["z"] > 0) & (table["score"] > 0)
    shown = table[(table["reading"] != RANK) | often]
    return shown.groupby(["lang", "source", "against"], sort=False).head(most).reset_index(drop=True)


def plotted(table: pd.DataFrame, source: str, *, most: int = 6) -> pd.DataFrame:
    """One row is one word of a source set against all others, by `z`: kind, word, counts, `z`, `reading`, `named`.

    Layer, word and source name its evidence. `often` is how often it comes in 1,000 words of all; `named` says which
    have their name in the drawing: those that are shown (`leading`).
    """
    own = table[(table["source"] == source) & (table["against"] == ALL)]
    own = own[own["lang"] == (own["lang"].iloc[0] if len(own) else "")].reset_index(drop=True)
    top = leading(own, most=most)[["kind", "word"]].assign(named=True)
    drawn = own.merge(top, on=["kind", "word"], how="left")
    often = 1000 * (drawn["count"] + drawn["elsewhere"]) / (drawn["of"] + drawn["of_elsewhere"])
    drawn = drawn.assign(often=often, named=drawn["named"].notna())
    drawn = drawn.sort_values(["z", "word"], ascending=[False, True], kind="stable", ignore_index=True)
    columns = ["layer", "source", "kind", "word", "count", "elsewhere", "often", "z", "reading", "named"]
    return drawn.assign(layer="word").astype({"layer": "str"})[columns]


def evidence_of(table: pd.DataFrame, found: pd.DataFrame, *, voice: str = "own") -> pd.DataFrame:
    """The occurrences behind the counts of a table, as evidence of layer `word`."""
    return vocabulary.evidence(found, table, voice)


def _beside(counts: Counts, own: int, others: Any, against: str, least: int) -> pd.DataFrame:
    """The words of a source beside those of the sources `others`, with no measure yet."""
    a, b = counts.times[:, own], counts.times[:, others].sum(axis=1)
    kept = a + b >= least
    involved = np.asarray((counts.owner == own) | others[counts.owner])
    return pd.DataFrame(
        {
            "lang": counts.lang,
            "source": str(counts.sizes.index[own]),
            "against": against,
            "kind": counts.keys["kind"][kept],
            "word": counts.keys["lemma"][kept],
            "count": a[kept],
            "of": int(counts.sizes.iloc[own]),
            "elsewhere": b[kept],
            "of_elsewhere": int(counts.sizes[others].sum()),
            "units": counts.units[kept, own],
            "articles": counts.articles[kept][:, np.flatnonzero(involved)].sum(axis=1),
            "of_articles": int(np.count_nonzero(involved)),
            "everywhere": np.all(counts.times[:, others] > 0, axis=1)[kept],
            "prior": counts.prior[kept],
        }
    )


def _table(rows: list[pd.DataFrame], mass: float, level: float) -> pd.DataFrame:
    """All comparisons in their order; in each the findings, most certain first, then the others by `z`."""
    filled = [part for part in rows if len(part)]
    if not filled:
        return pd.DataFrame(columns=list(COLUMNS)).astype(COLUMNS)
    table = pd.concat(filled, ignore_index=True)
    table["comparison"] = np.repeat(np.arange(len(filled)), [len(part) for part in filled])
    total, size = table["count"] + table["elsewhere"], table["of"] + table["of_elsewhere"]
    table["score"] = statistics.specificity(table["count"], table["of"], total, size)
    table["p"] = measures.two_sided(table["score"])
    tested = table[_attainable(table) <= level].groupby("comparison")
    table["tests"] = tested.size().reindex(table["comparison"], fill_value=0).to_numpy()
    table["adjusted"] = tested["p"].transform(statistics.benjamini_hochberg).reindex(table.index, fill_value=1.0)
    table["z"] = log_odds(table["count"], table["of"], table["elsewhere"], table["of_elsewhere"], table["prior"], mass)
    table["reading"] = _read(table, table["everywhere"].to_numpy(), level)
    table["rank"] = table["reading"].map({name: place for place, name in enumerate((*READINGS, RANK))})
    table["weight"] = table["score"].abs().where(table["reading"] != RANK, table["z"]).round(9)
    order = ["comparison", "rank", "weight", "word", "kind"]
    table = table.sort_values(order, ascending=[True, True, False, True, True], kind="stable", ignore_index=True)
    return table[list(COLUMNS)].astype(COLUMNS)


def _attainable(table: pd.DataFrame) -> np.ndarray:
    """The least p that a word could have with its occurrences: all of them in the source, or none."""
    own, other = table["of"].to_numpy(), table["of_elsewhere"].to_numpy()
    total = (table["count"] + table["elsewhere"]).to_numpy()
    ends = (np.minimum(total, own), np.maximum(total - other, 0))
    return np.minimum(*[measures.two_sided(statistics.specificity(end, own, total, own + other)) for end in ends])


def log_odds(count: Any, of: Any, elsewhere: Any, of_elsewhere: Any, prior: Any, mass: float = MASS) -> Any:
    """z of the log-odds ratio of words, from their counts alone (Monroe, Colaresi & Quinn 2008, equations 16, 20, 22).

    `prior` is the word's pseudo-count, `mass` that of all words; each side has its part by its length, as equation 16
    allows. The same prior on both would make a short article look as if it talked like people at large.

    >>> float(log_odds(4, 100, 4, 100, prior=1.0))
    0.0
    """
    side = np.asarray(of) / (np.asarray(of) + np.asarray(of_elsewhere))
    a, b = np.asarray(count) + prior * side, np.asarray(elsewhere) + prior * (1 - side)
    delta = np.log(a / (of + mass * side - a)) - np.log(b / (of_elsewhere + mass * (1 - side) - b))
    return delta / np.sqrt(1 / a + 1 / b)


def _read(frame: pd.DataFrame, everywhere: np.ndarray, level: float) -> pd.Series:
    holds = frame["adjusted"] <= level
    more, less = holds & (frame["score"] > 0), holds & (frame["score"] < 0)
    reading = pd.Series(RANK, frame.index, dtype="str")
    reading = reading.mask(more, OVER).mask(more & (frame["units"] == 1), ONCE)
    return reading.mask(less, UNDER).mask(less & (frame["count"] == 0) & everywhere, AVOIDED)
