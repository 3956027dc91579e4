"""Which words are typical of a part: Lafon's specificity and log-odds with a Dirichlet prior.

Both compare counts of words, so both take for granted that each occurrence falls on its own. It doesn't: a word that
one article repeats looks typical of it. Read the score with the number of articles and sentences behind it.
"""

from typing import Any

import numpy as np
import pandas as pd

from analysis.tables import ParameterError, TableError


def specificity(f: Any, t: Any, F: Any, T: Any) -> Any:  # noqa: N803 (the letters of the source)
    """The signed score of a word in a part: ±log10 of the chance of a count so high (+) or so low (−).

    `f` occurrences in the part's `t` tokens, `F` in all `T`; numbers or arrays. Below the expected F·t/T the score is
    log10 P(X ≤ f), else −log10 P(X ≥ f), X hypergeometric (Lafon 1980, « Sur la variabilité de la fréquence des
    formes dans un corpus », Mots 1). Computed in logarithms: no count is too rare to be told from another.
    A part must be a part: `T` includes its `t` tokens, `F` its `f`. Scores of parts of unlike length do not compare:
    a longer part reaches a higher score with the same over-use.

    >>> round(specificity(14, 6903, 296, 61449), 4)
    -4.1743
    """
    arrays = [np.asarray(value, dtype=float) for value in (f, t, F, T)]
    part, size, word, all_ = np.broadcast_arrays(*arrays)
    _check_counts(part, size, word, all_)
    under = part * all_ < word * size
    drawn = np.where(under, size - part, part).ravel()
    marked = np.where(under, all_ - word, word).ravel()
    tail = _log_upper_tail(drawn, marked, size.ravel(), all_.ravel()).reshape(part.shape)
    score = np.where(under, tail, -tail) / np.log(10) + 0.0  # + 0.0: no negative zero
    return float(score) if score.ndim == 0 else score


def specificities(counts: pd.DataFrame, sizes: pd.Series | None = None) -> pd.DataFrame:
    """One row per word and part: `count` in the part, `of` (its tokens), `total` (the word everywhere), `score`.

    `counts` has a row per word and a column per part. `sizes` gives each part's tokens; without it they are the sums
    of the columns, which is right only where `counts` holds every word of the texts: counting a selection of words
    without `sizes` compares the words of the selection with one another. Rows are sorted by word, then part.
    """
    tokens = (counts.sum() if sizes is None else sizes.reindex(counts.columns)).to_numpy(float)
    if np.isnan(tokens).any():
        raise TableError(f"no size is given for part {counts.columns[np.isnan(tokens)][0]!r}")
    found = counts.to_numpy(float)
    total = found.sum(axis=1)
    frame = pd.DataFrame(
        {
            "word": np.repeat(counts.index.to_numpy(), len(counts.columns)),
            "part": np.tile(counts.columns.to_numpy(), len(counts)),
            "count": found.ravel(),
            "of": np.tile(tokens, len(counts)),
            "total": np.repeat(total, len(counts.columns)),
            "score": specificity(found, tokens, total[:, None], tokens.sum()).ravel(),
        }
    ).astype({"count": "int64", "of": "int64", "total": "int64"})
    return frame.sort_values(["word", "part"], kind="stable", ignore_index=True)


def log_odds(counts_a: pd.Series, counts_b: pd.Series, prior: float | pd.Series = 0.05) -> pd.DataFrame:
    """One row per word of a or b, sorted by word: `delta` (log odds ratio, positive for a), `variance`, `z`.

    Monroe, Colaresi & Quinn 2008, "Fightin' Words", equations 16 (delta), 20 (variance) and 22 (z). The counts are
    series by word; a word that one side lacks counts 0 there. `prior` is each word's pseudo-count: one number, or
    a series by word (counts in a large corpus, scaled) which must know every word of a and b; its other words are
    left out. The smaller the prior, the more a single occurrence says; |z| > 1.96 is a rank among words, no test
    of any one of them.
    """
    words = counts_a.index.union(counts_b.index, sort=False).sort_values()
    a = counts_a.reindex(words, fill_value=0).to_numpy(float)
    b = counts_b.reindex(words, fill_value=0).to_numpy(float)
    pseudo = _prior(prior, words)
    if len(words) == 1:
        raise TableError(f"log-odds compare words with one another; {words[0]!r} is the only one")
    if (np.concatenate([a, b]) < 0).any():
        raise TableError("a word cannot occur fewer than 0 times")
    a, b = a + pseudo, b + pseudo
    delta = np.log(a / (a.sum() - a)) - np.log(b / (b.sum() - b)) + 0.0
    variance = 1 / a + 1 / b
    return pd.DataFrame({"word": words, "delta": delta, "variance": variance, "z": delta / np.sqrt(variance)})


def _prior(prior: float | pd.Series, words: pd.Index) -> np.ndarray:
    known = prior if isinstance(prior, pd.Series) else pd.Series(float(prior), index=words)
    pseudo = known.reindex(words).to_numpy(float)
    wrong = ~(pseudo > 0)
    if wrong.any():
        raise ParameterError(f"the prior of every word is above 0; that of {words[wrong][0]!r} is {pseudo[wrong][0]:g}")
    return pseudo


def _check_counts(part: np.ndarray, size: np.ndarray, word: np.ndarray, all_: np.ndarray) -> None:
    right = (part >= 0) & (part <= np.minimum(size, word)) & (np.maximum(size, word) <= all_)
    wrong = ~(right & (word - part <= all_ - size))
    if wrong.any():
        f, t, total, tokens = (values[wrong][0] for values in (part, size, word, all_))
        raise TableError(f"{f:g} of {total:g} occurrences in {t:g} of {tokens:g} tokens cannot be: check the counts")


def _log_upper_tail(x: np.ndarray, marked: np.ndarray, drawn: np.ndarray, all_: np.ndarray) -> np.ndarray:
    """log P(X ≥ x), X hypergeometric: the first term in logarithms, then the ratios of neighbours summed.

    From the expected value on the terms only fall, so summing stops when they add nothing more.
    """
    total, term, k = np.ones_like(x), np.ones_like(x), x.copy()
    open_ = np.arange(x.size)
    while open_.size:
        at = k[open_]
        up = (marked[open_] - at) * (drawn[open_] - at)
        term[open_] *= up / ((at + 1) * (all_[open_] - marked[open_] - drawn[open_] + at + 1))
        total[open_] += term[open_]
        k[open_] += 1
        open_ = open_[term[open_] > total[open_] * 1e-17]
    first = _log_choose(marked, x) + _log_choose(all_ - marked, drawn - x) - _log_choose(all_, drawn)
    return np.minimum(first + np.log(total), 0.0)


def _log_choose(n: np.ndarray, k: np.ndarray) -> np.ndarray:
    from scipy.special import betaln

    return -betaln(n - k + 1, k + 1) - np.log1p(n)
