"""Two texts laid side by side where they run alike: from words they share, over words replaced, left out or added."""

from collections.abc import Iterator, Sequence

import numpy as np

Pair = tuple[int, int]

REACH = 6
"""How many words may be replaced, left out or added in one place."""
COST, DROP = 0.5, 4
"""What each word of a gap costs when a word that agrees is worth one, and how much worse than at its best an alignment
may get before it is given up."""


def alignments(one: Sequence[int], other: Sequence[int], seeds: Sequence[tuple[int, int, int]]) -> Iterator[list[Pair]]:
    """The places of the words that agree, alignment by alignment, each grown from a seed as far as it gets better.

    `one` and `other` are words as numbers, equal for equal words. A seed is a place in each and how many words agree
    from there on; the longest ones are grown first, and none that stands in an alignment already.
    """
    taken: set[Pair] = set()
    for i, j, length in sorted(seeds, key=lambda seed: (-seed[2], seed)):
        if (i, j) in taken:
            continue
        before = _grown(one, other, i - 1, j - 1, -1)
        after = _grown(one, other, i + length, j + length, 1)
        found = [*before[::-1], *((i + step, j + step) for step in range(length)), *after]
        taken.update(found)
        yield found


def _grown(one: Sequence[int], other: Sequence[int], i: int, j: int, step: int) -> list[Pair]:
    """The places that agree from here on, to the right (`step` 1) or to the left (-1)."""
    found, kept, worth, best = list[Pair](), 0, 0.0, 0.0
    while 0 <= i < len(one) and 0 <= j < len(other):
        if one[i] == other[j]:
            found.append((i, j))
            worth += 1
            if worth > best:
                best, kept = worth, len(found)
            i, j = i + step, j + step
            continue
        left, right = _gap(one, other, i, j, step)
        worth -= COST * max(left, right)
        if (not left and not right) or worth <= best - DROP:
            break
        i, j = i + step * left, j + step * right
    return found[:kept]


def _gap(one: Sequence[int], other: Sequence[int], i: int, j: int, step: int) -> Pair:
    """How many words to pass over on either side until they agree again; none when they don't within reach.

    A word replaced by another needs one word that agrees behind it; any other gap needs two.
    """
    own, others = _window(one, i, step), _window(other, j, step)
    common = set(own).intersection(others)  # asked millions of times, and mostly there is none
    met = [(x, y) for x, a in enumerate(own) if a in common for y, b in enumerate(others) if a == b]
    for left, right in sorted(met, key=_order) if len(met) > 1 else met:
        if left == right or _agree(one, other, i + step * (left + 1), j + step * (right + 1)):
            return left, right
    return 0, 0


def _window(words: Sequence[int], at: int, step: int) -> Sequence[int]:
    """The words within reach of a place, the nearest first."""
    return words[at : at + REACH + 1] if step > 0 else words[max(0, at - REACH) : at + 1][::-1]


def _agree(one: Sequence[int], other: Sequence[int], a: int, b: int) -> bool:
    return 0 <= a < len(one) and 0 <= b < len(other) and one[a] == other[b]


def _order(gap: Pair) -> tuple[int, int, Pair]:
    """The shortest gap first, and of these the one that is most alike on both sides."""
    return max(gap), abs(gap[0] - gap[1]), gap


_GAPS = sorted(((left, right) for left in range(REACH + 1) for right in range(REACH + 1) if left or right), key=_order)


WINDOW = REACH + 2
"""How many words before and behind a place decide whether it is reached; so many blanks part articles (`parted`)."""
ROUNDS = 4
"""How many gaps are passed over before a seed is taken to grow far."""


def parted(keys: np.ndarray, first: np.ndarray) -> np.ndarray:
    """The words of all articles with blanks around each article that agree with nothing, not even one another.

    A word of article `n` (from 0) moves by `WINDOW` times `n + 1`. `first` is where each article begins, and the end.
    """
    article = np.repeat(np.arange(1, len(first)), np.diff(first))
    found = -1 - np.arange(len(keys) + WINDOW * len(first))
    found[np.arange(len(keys)) + WINDOW * article] = keys
    return found


def reach(keys: np.ndarray, i: np.ndarray, j: np.ndarray, length: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """How many words agree where each seed has grown, as in `alignments`, but all at once; and whether that is all.

    `keys` are words that are `parted`, in which the seeds have their places; each seed is a whole run that agrees.
    """
    before, done_before = _reached(keys, i - 1, j - 1, -1)
    after, done_after = _reached(keys, i + length, j + length, 1)
    return length + before + after, done_before & done_after


def _reached(keys: np.ndarray, i: np.ndarray, j: np.ndarray, step: int) -> tuple[np.ndarray, np.ndarray]:
    """How many words agree from each place on, as `_grown` counts them, and whether that is all of them."""
    kept, found = np.zeros(len(i), np.int64), np.zeros(len(i), np.int64)
    worth, best, done = np.zeros(len(i)), np.zeros(len(i)), np.zeros(len(i), bool)
    open_ = np.arange(len(i))
    for _ in range(ROUNDS):
        left, right, run = _next(keys, i[open_], j[open_], step)
        worth[open_] -= COST * np.maximum(left, right)
        ended = (run == 0) | (worth[open_] <= best[open_] - DROP)
        done[open_[ended]] = True
        going = ~ended & (run < WINDOW)
        open_, left, right, run = open_[going], left[going], right[going], run[going]
        i[open_] += step * (left + run)
        j[open_] += step * (right + run)
        found[open_] += run
        worth[open_] += run
        better = open_[worth[open_] > best[open_]]
        best[better], kept[better] = worth[better], found[better]
    return kept, done


def _next(keys: np.ndarray, i: np.ndarray, j: np.ndarray, step: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """For places that don't agree the gap until they do, and how many words agree behind it: 0 out of reach."""
    reach = step * np.arange(WINDOW)
    agree = keys[i[:, None] + reach][:, :, None] == keys[j[:, None] + reach][:, None, :]
    lefts, rights = np.array(_GAPS).T
    twice = agree[:, lefts, rights] & ((lefts == rights) | agree[:, lefts + 1, rights + 1])
    chosen, any_ = twice.argmax(axis=1), twice.any(axis=1)
    left, right = np.where(any_, lefts[chosen], 0), np.where(any_, rights[chosen], 0)
    behind = keys[(i + step * left)[:, None] + reach] == keys[(j + step * right)[:, None] + reach]
    run = np.where(behind.all(axis=1), WINDOW, behind.argmin(axis=1))
    return left, right, np.where(any_, run, 0)


def columns(found: np.ndarray) -> int:
    """How many words the longer side has from each agreement to the next: what the words that agree are a share of."""
    return 1 + int((found[1:] - found[:-1]).max(axis=1, initial=0).sum())
