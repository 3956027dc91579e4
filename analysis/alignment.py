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
    ends, other_ends = len(one), len(other)
    for left, right in _GAPS:  # asked millions of times: no call for each
        a, b = i + step * left, j + step * right
        agrees = 0 <= a < ends and 0 <= b < other_ends and one[a] == other[b]
        if agrees and (left == right or _agree(one, other, a + step, b + step)):
            return left, right
    return 0, 0


def _agree(one: Sequence[int], other: Sequence[int], a: int, b: int) -> bool:
    return 0 <= a < len(one) and 0 <= b < len(other) and one[a] == other[b]


_GAPS = sorted(
    ((left, right) for left in range(REACH + 1) for right in range(REACH + 1) if left or right),
    key=lambda gap: (max(gap), abs(gap[0] - gap[1]), gap),
)


def columns(found: np.ndarray) -> int:
    """How many words the longer side has from each agreement to the next: what the words that agree are a share of."""
    return 1 + int(np.diff(found, axis=0).max(axis=1).sum())
