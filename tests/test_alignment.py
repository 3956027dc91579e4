"""Two texts side by side, each letter a word."""

import numpy as np
import pytest

from analysis import alignment


def aligned(one, other, seed):
    """What agrees, letter by letter, from a seed that is given as its letters."""
    seeds = [(one.index(seed), other.index(seed), len(seed))]
    first, second = ([ord(letter) for letter in text] for text in (one, other))
    return ["".join(one[i] for i, _ in found) for found in alignment.alignments(first, second, seeds)]


@pytest.mark.parametrize(
    ("one", "other", "agree", "why"),
    [
        ("abcdefgh", "abcdefgh", "abcdefgh", "word for word"),
        ("xxabcdefyy", "zabcdefw", "abcdef", "and no further"),
        ("abcdXefgh", "abcdYefgh", "abcdefgh", "a word replaced"),
        ("abcdXYefgh", "abcdefgh", "abcdefgh", "words left out"),
        ("abcdefgh", "abcdXYZefgh", "abcdefgh", "words added"),
        ("abcdXefYgh", "abcdefgh", "abcdefgh", "twice"),
        ("ghXabcd", "ghYabcd", "ghabcd", "to the left as well"),
        ("abcd1234567efgh", "abcd890zyxwefgh", "abcd", "seven words replaced are too many"),
        ("abcdXeYYYYYYY", "abcdeZZZZZZZ", "abcd", "one word behind words left out may agree by chance"),
    ],
)
def test_what_agrees(one, other, agree, why):
    assert aligned(one, other, "abcd") == [agree]


def test_a_seed_inside_an_alignment_grows_no_other():
    words = [ord(letter) for letter in "abcdefgh"]
    found = list(alignment.alignments(words, words, [(0, 0, 3), (5, 5, 3), (1, 1, 4)]))
    assert len(found) == 1


def test_the_longer_side_counts():
    assert alignment.columns(np.array([(0, 0), (1, 1), (2, 5), (4, 6)])) == 8
    assert alignment.columns(np.array([(3, 9)])) == 1


def texts(seed):
    """Two articles of few different words, so that much of them agrees by chance, and all runs of three that agree."""
    draw = np.random.default_rng(seed)
    one, other = (draw.integers(0, 9, 60).tolist() for _ in range(2))
    runs = [(i, j, run(one[i:], other[j:])) for i in range(60) for j in range(60)]
    begun = [not (i and j and one[i - 1] == other[j - 1]) for i, j, _ in runs]
    return one, other, [seed for seed, begins in zip(runs, begun, strict=True) if begins and seed[2] >= 3]


def run(one, other):
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def test_all_at_once_seeds_reach_as_far_as_one_by_one():
    told = of = 0
    for one, other, seeds in map(texts, range(40)):
        keys = alignment.parted(np.array(one + other), np.array([0, 60, 120]))
        i, j, length = np.array(seeds, np.int64).reshape(-1, 3).T
        moved = i + alignment.WINDOW, j + 60 + 2 * alignment.WINDOW
        sizes, known = alignment.reach(keys, *moved, length)
        grown = np.array([len(next(alignment.alignments(one, other, [each]))) for each in seeds], np.int64)
        assert sizes[known].tolist() == grown[known].tolist()
        told, of = told + known.sum(), of + len(seeds)
    assert told > 0.7 * of > 0
