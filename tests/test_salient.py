"""Which findings open a briefing: rows are chosen by stated rules, and stay what they were."""

import pandas as pd

from analysis import salient

SIDE = pd.DataFrame(
    [
        ("D001", "place", "A", "high"),
        ("D001", "place", "B", "high"),
        ("D002", "date", "A", "medium"),
        ("D003", "place", "A", "low"),
        ("D004", "granularity", "A", "high"),
        ("D006", "name", "A", "high"),
        ("D005", "number", "B", "medium"),
    ],
    columns=["discrepancy", "kind", "source", "confidence"],
)
SILENT = pd.DataFrame(
    [
        ("F1", "A", 3, 5, 0.6, 0.0, False, False),
        ("F2", "B", 4, 4, 1.0, 0.2, False, False),
        ("F3", "A", 2, 2, 1.0, 0.1, False, False),  # both others: there are no more
        ("F4", "C", 4, 4, 1.0, 0.0, True, False),  # short
        ("F5", "C", 4, 4, 1.0, 0.0, False, True),  # perhaps told in other words
        ("F6", "C", 2, 3, 0.67, 0.0, False, False),  # two, and another that doesn't tell it either
    ],
    columns=["label", "source", "others", "of_others", "share", "chance", "short", "perhaps"],
)


def test_disputes_are_contradictions_that_are_more_than_possible():
    assert salient.disputes(SIDE)["discrepancy"].tolist() == ["D001", "D001", "D002", "D005"]
    assert salient.disputes(SIDE, most=1)["source"].tolist() == ["A", "B"]
    assert salient.disputes(SIDE.head(0)).empty


def test_silences_that_nothing_explains_stand_by_how_many_others_tell():
    assert salient.silences(SILENT)["label"].tolist() == ["F3", "F2", "F1"]
    assert salient.silences(SILENT, most=1)["label"].tolist() == ["F3"]
    assert salient.silences(SILENT.head(0)).empty


def test_borrowing_is_measured_on_the_shorter_article():
    shared = pd.DataFrame({"document": ["a", "b", "c"], "of": [100, 1000, 1000]})
    pairs = pd.DataFrame(
        {"document_a": ["a", "a", "b"], "document_b": ["b", "c", "c"], "words": [5, 4, 49]},
    )
    assert salient.borrowing(pairs, shared)["document_b"].tolist() == ["b"]
    assert salient.borrowing(pairs.head(0), shared).empty
