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
        ("F1", "A", 0.6, 0.0, False),
        ("F2", "B", 1.0, 0.2, False),
        ("F3", "A", 1.0, 0.1, False),
        ("F4", "C", 1.0, 0.0, True),
    ],
    columns=["label", "source", "share", "chance", "short"],
)


def test_disputes_are_contradictions_that_are_more_than_possible():
    assert salient.disputes(SIDE)["discrepancy"].tolist() == ["D001", "D001", "D002", "D005"]
    assert salient.disputes(SIDE, most=1)["source"].tolist() == ["A", "B"]
    assert salient.disputes(SIDE.head(0)).empty


def test_silences_that_length_does_not_explain_stand_by_how_many_others_tell():
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


def test_the_rules_are_said_with_their_numbers():
    assert "from 5 % of an article's words on" in salient.RULES
    assert f"At most {salient.MOST} of a kind" in salient.RULES
