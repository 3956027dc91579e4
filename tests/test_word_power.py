"""What a comparison of words can show: counted by hand on two equal halves."""

import pandas as pd
import pytest

from analysis import distinctive, word_power


def compared(*rows, of=100, of_elsewhere=100, tests=2):
    """A table of `distinctive.words` for one source: (word, count, elsewhere, reading)."""
    about = {"lang": "fr", "source": "A", "against": distinctive.ALL, "kind": "word", "z": 0.0, "score": 0.0}
    about |= {"p": 1.0, "adjusted": 1.0, "units": 1, "articles": 1, "of_articles": 2}
    about |= {"of": of, "of_elsewhere": of_elsewhere, "tests": tests}
    each = [
        {"word": word, "count": count, "elsewhere": elsewhere, "reading": reading} | about
        for word, count, elsewhere, reading in rows
    ]
    return pd.DataFrame(each, columns=list(distinctive.COLUMNS)).astype(distinctive.COLUMNS)


def test_the_smallest_count_that_can_come_out():
    """One of two halves holds all n with a chance of about 1/2^n; twice that, by two tests, is at most .05 at 7."""
    table = word_power.power(compared(("pirate", 2, 0, distinctive.RANK), of=100_000, of_elsewhere=100_000))
    assert 2 * 2 * 0.5**6 > 0.05 >= 2 * 2 * 0.5**7
    assert table["smallest"].tolist() == [7]


def test_the_highest_count_that_chance_gives():
    """One word of four occurrences falls on one half alone in 1 of 16 deals, one of five in 1 of 32."""
    halves = {"of": 100_000, "of_elsewhere": 100_000}
    assert word_power.power(compared(("a", 1, 3, distinctive.RANK), **halves))["by_chance"].tolist() == [4]
    assert word_power.power(compared(("a", 1, 4, distinctive.RANK), **halves))["by_chance"].tolist() == [0]
    two = compared(("a", 1, 4, distinctive.RANK), ("b", 5, 0, distinctive.RANK), **halves)
    assert word_power.power(two)["by_chance"].tolist() == [5]


def test_findings_are_counted_by_kind():
    readings = (distinctive.OVER, distinctive.OVER, distinctive.ONCE, distinctive.AVOIDED, distinctive.UNDER)
    table = word_power.power(compared(*((str(place), 1, 1, reading) for place, reading in enumerate(readings))))
    assert table[["over", "once", "under"]].values.tolist() == [[2, 1, 2]]


def test_what_no_count_can_show_is_0():
    assert word_power.power(compared(("a", 1, 1, distinctive.RANK), of=2, of_elsewhere=2))["smallest"].tolist() == [0]
    assert word_power.power(compared(("a", 1, 1, distinctive.RANK), tests=0))["smallest"].tolist() == [0]


def test_nothing_keeps_its_columns():
    table = word_power.power(compared())
    assert table.empty
    assert table.dtypes.astype(str).to_dict() == word_power.COLUMNS


@pytest.mark.parametrize("tests", [1, 10, 1000])
def test_more_tests_ask_for_no_smaller_count(tests):
    one = word_power.power(compared(("a", 1, 1, distinctive.RANK), tests=tests))["smallest"].iloc[0]
    more = word_power.power(compared(("a", 1, 1, distinctive.RANK), tests=tests * 10))["smallest"].iloc[0]
    assert 0 < one <= more
