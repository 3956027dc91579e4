"""The English words of all eight frames: what they find in invented sentences, and what they leave."""

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis import lexicons, matching, tables

CASES = json.loads((Path(__file__).parent / "cases" / "frames_english.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found() -> pd.DataFrame:
    """The frames of all cases, each case an article of one unit."""
    texts = [case["text"] for case in CASES]
    documents = [{"document": f"{n:03}", "label": f"{n}", "lang": "en", "text": text} for n, text in enumerate(texts)]
    units = [
        {"document": f"{n:03}", "unit": 0, "start": 0, "end": len(text), "role": "body"} for n, text in enumerate(texts)
    ]
    evidence = matching.find(tables.table("documents", documents), tables.table("units", units), lexicons.load(["en"]))
    return evidence[evidence["layer"] == "frame"]


def marks(case: dict[str, object]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason=str(case["known_failure"]))] if "known_failure" in case else []


@pytest.mark.parametrize(
    "place", [pytest.param(place, id=case["why"], marks=marks(case)) for place, case in enumerate(CASES)]
)
def test_case(place: int, found: pd.DataFrame) -> None:
    assert sorted(set(found.loc[found["document"] == f"{place:03}", "label"])) == sorted(CASES[place]["found"])
