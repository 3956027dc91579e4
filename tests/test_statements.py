"""Quotations and their speakers, on invented sentences and against the reference coding."""

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis import corpus, lexicons, matching, reading, segments, statements, tables, validation

ROOT = Path(__file__).parents[1]
CASES = json.loads((ROOT / "tests/cases/statements.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rules() -> pd.DataFrame:
    return lexicons.load(["fr", "en"])


def quoted(documents: pd.DataFrame, rules: pd.DataFrame) -> pd.DataFrame:
    units = segments.split(documents, rules)
    found = statements.quotations(documents, units, matching.find(documents, units, rules))
    return tables.verify("statements", found, documents=documents)


@pytest.fixture(scope="module")
def found(rules: pd.DataFrame) -> pd.DataFrame:
    """The statements of all cases, each case an article."""
    rows = [
        {"document": f"{place:03}", "label": str(place), "lang": case["lang"], "text": case["text"]}
        for place, case in enumerate(CASES)
    ]
    return quoted(tables.table("documents", rows), rules)


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(
            place,
            id=case["why"],
            marks=[pytest.mark.xfail(strict=True, reason=case["known_failure"])] if "known_failure" in case else [],
        )
        for place, case in enumerate(CASES)
    ],
)
def test_case(place: int, found: pd.DataFrame) -> None:
    text, expected = CASES[place]["text"], CASES[place]["statements"]
    own = found[found["document"] == f"{place:03}"]
    spans = zip(own["start"], own["end"], strict=True)
    assert [text[start:end] for start, end in spans] == [row["quotation"] for row in expected]
    for column in ("kind", "speaker", "speaker_kind"):
        assert list(own[column]) == [row[column] for row in expected], column
    for cue, row in zip(own["cue"], expected, strict=True):
        assert row["cue"] in cue if row["cue"] else cue == ""


@pytest.fixture(scope="module")
def sample() -> pd.DataFrame:
    """What the validation measures on the sample, by label and measure."""
    read = reading.read(ROOT / "seeds")
    human = validation.read(ROOT / "seeds/coding", read.documents)
    return validation.judge(human, read).measured.set_index(["label", "by"])


def test_every_quotation_of_the_reference_coding_and_no_other(sample: pd.DataFrame) -> None:
    row = sample.loc[("quotation", "exact span")]
    assert row["both"] == row["machine"] == row["human"] == 27


def test_kinds_and_speakers_against_the_reference_coding(sample: pd.DataFrame) -> None:
    kinds = sample[sample["layer"] == "quotation"].loc[("kind", "where found")]
    assert kinds["recall"] >= 0.9
    assert sample.loc[("speaker", "found and right"), "f1"] >= 0.9


def test_cue_and_speaker_offsets_point_at_their_words(rules: pd.DataFrame) -> None:
    documents = corpus.read(ROOT / "seeds")
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    found = quoted(documents, rules)
    for row in found[found["cue"] != ""].itertuples():
        assert texts[row.document][row.cue_start : row.cue_end] == row.cue
    assert ((found["speaker"] == "") == (found["speaker_start"] == -1)).all()
    assert ((found["cue"] == "") == (found["cue_start"] == -1)).all()


def test_without_evidence_quotations_are_still_rows() -> None:
    documents = tables.table(
        "documents", [{"document": "x", "label": "A", "lang": "fr", "text": "Une « farce » au port."}]
    )
    units = segments.split(documents, tables.empty("rules"))
    found = statements.quotations(documents, units, tables.empty("evidence"))
    assert list(found["kind"]) == ["scare"]


def test_no_article_no_statement(rules: pd.DataFrame) -> None:
    found = statements.quotations(tables.empty("documents"), tables.empty("units"), tables.empty("evidence"))
    pd.testing.assert_frame_equal(found, tables.empty("statements"))
