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
