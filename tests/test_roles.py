"""Roles: whole pages as sites show them, line by line."""

import json
from pathlib import Path

import pandas as pd
import pytest
from cased import each

from analysis import lexicons, segments, tables

CASES = json.loads((Path(__file__).parent / "cases/pages.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rules() -> pd.DataFrame:
    return lexicons.load(["fr", "en"])


@pytest.mark.parametrize("case", each(CASES))
def test_case(case: dict, rules: pd.DataFrame) -> None:
    """The role of each line's first unit; an empty line stands in the case for an empty line of the page."""
    text = "\n".join(line for _, line in case["lines"])
    row = {"document": "x", "label": "A", "lang": case["lang"], "title": case["title"], "text": text}
    units = segments.split(tables.table("documents", [row]), rules)
    starts = dict(zip(units["start"], units["role"], strict=True))
    places, at = [], 0
    for _, line in case["lines"]:
        places.append(at)
        at += len(line) + 1
    found = [[starts.get(place, ""), line] for place, (_, line) in zip(places, case["lines"], strict=True)]
    assert found == case["lines"]
