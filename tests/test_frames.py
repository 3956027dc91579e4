"""The words of frames: what they find in invented sentences, and what they leave. In French three frames are tried."""

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis import lexicons, matching, tables

FOLDER = Path(__file__).parent / "cases"
CASES = {lang: json.loads((FOLDER / f"frames_{lang}.json").read_text(encoding="utf-8")) for lang in ("fr", "en")}
TRIED = {"fr": {"spectacle", "secrecy", "ambition"}}


def frames_of(lang: str) -> pd.DataFrame:
    """The frames of all cases of a language, each case an article of one unit."""
    texts = [(f"{place:03}", case["text"]) for place, case in enumerate(CASES[lang])]
    documents = [{"document": name, "label": name, "lang": lang, "text": text} for name, text in texts]
    units = [{"document": name, "unit": 0, "start": 0, "end": len(text), "role": "body"} for name, text in texts]
    evidence = matching.find(tables.table("documents", documents), tables.table("units", units), lexicons.load([lang]))
    return evidence[evidence["layer"] == "frame"]


@pytest.fixture(scope="module")
def found() -> dict[str, pd.DataFrame]:
    """The frames of all cases, by language."""
    return {lang: frames_of(lang) for lang in CASES}


def marks(case: dict[str, object]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason=str(case["known_failure"]))] if "known_failure" in case else []


@pytest.mark.parametrize(
    ("lang", "place"),
    [
        pytest.param(lang, place, id=f"{lang}: {case['why']}", marks=marks(case))
        for lang, cases in CASES.items()
        for place, case in enumerate(cases)
    ],
)
def test_case(lang: str, place: int, found: dict[str, pd.DataFrame]) -> None:
    labels = set(found[lang].loc[found[lang]["document"] == f"{place:03}", "label"])
    assert sorted(labels & TRIED.get(lang, labels)) == sorted(CASES[lang][place]["found"])
