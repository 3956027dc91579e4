"""Days of ISO 8601 values, and the words for them."""

import datetime

import pytest

from analysis.days import days, worded

CASES = [
    ("2024-02-29", "", "2024-02-29", "2024-02-29", "29 Feb 2024"),
    ("2024-02-29T07:05", "", "2024-02-29", "2024-02-29", "29 Feb 2024, 07:05"),
    ("2023-W01", "", "2023-01-02", "2023-01-08", "2–8 Jan 2023"),
    ("2024-W05", "", "2024-01-29", "2024-02-04", "29 Jan – 4 Feb 2024"),
    ("2024-02", "end", "2024-02-21", "2024-02-29", "21–29 Feb 2024"),
    ("2024-02", "about; middle", "2024-02-11", "2024-02-20", "11–20 Feb 2024"),
    ("2024", "", "2024-01-01", "2024-12-31", "2024"),
    ("2024", "early", "2024-01-01", "2024-04-30", "Jan–Apr 2024"),
    ("199", "", "1990-01-01", "1999-12-31", "1990–1999"),
    ("2024-12/2025-02", "", "2024-12-01", "2025-02-28", "Dec 2024 – Feb 2025"),
    ("2024-12-31/2025-01-01", "night", "2024-12-31", "2025-01-01", "31 Dec 2024 – 1 Jan 2025"),
]


@pytest.mark.parametrize(("value", "modifier", "first", "last", "words"), CASES)
def test_first_and_last_day(value, modifier, first, last, words):
    found = days(value, modifier)
    assert [datetime.date.fromordinal(day).isoformat() for day in found[:2]] == [first, last]
    assert worded(found) == words


@pytest.mark.parametrize("value", ["", "P3D", "T07:44", "T14:00/T17:00", "XXXX-WXX-1", "11", "2025-01/2024-01"])
def test_what_names_no_day(value):
    assert days(value) is None
