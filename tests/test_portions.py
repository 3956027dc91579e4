"""Clauses of a unit."""

import json
from pathlib import Path

import pytest

from analysis.portions import portions

CASES = json.loads((Path(__file__).parent / "cases" / "facts.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["portions"], ids=lambda case: case["why"])
def test_clauses(case):
    text = "Avant. " + case["text"] + " Après."
    start = len("Avant. ")
    assert [text[a:b] for a, b in portions(text, start, start + len(case["text"]))] == case["parts"]


def test_an_empty_span_has_none():
    assert portions("abc", 1, 1) == []
