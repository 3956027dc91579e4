"""Reports without marks, their speakers and vehicles: invented sentences, and the reference coding of the sample."""

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis import corpus, lexicons, matching, measures, reading, reported, segments, statements, tables, validation

ROOT = Path(__file__).parents[1]
CASES = json.loads((ROOT / "tests/cases/reported.json").read_text(encoding="utf-8"))


def told(documents: pd.DataFrame, rules: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    units = segments.split(documents, rules)
    found = reported.find(documents, units, matching.find(documents, units, rules))
    return units, tables.verify("statements", found, documents=documents)


@pytest.fixture(scope="module")
def rules() -> pd.DataFrame:
    return lexicons.load(["fr", "en"])


@pytest.fixture(scope="module")
def found(rules: pd.DataFrame) -> pd.DataFrame:
    """The statements of all cases, each case an article."""
    rows = [
        {"document": f"{place:03}", "label": str(place), "lang": case["lang"], "text": case["text"]}
        for place, case in enumerate(CASES)
    ]
    return told(tables.table("documents", rows), rules)[1]


def marks(case):
    return [pytest.mark.xfail(strict=True, reason=case["known_failure"])] if "known_failure" in case else []


@pytest.mark.parametrize(
    "place", [pytest.param(place, id=case["why"], marks=marks(case)) for place, case in enumerate(CASES)]
)
def test_case(place: int, found: pd.DataFrame) -> None:
    text, expected = CASES[place]["text"], CASES[place]["statements"]
    own = found[found["document"] == f"{place:03}"]
    rows = [
        {"clause": text[row.start : row.end], "speaker": row.speaker, "cue": row.cue, "vehicle": row.vehicle}
        for row in own.itertuples()
    ]
    assert [{**row, "cue": want["cue"] in row["cue"]} for row, want in zip(rows, expected, strict=True)] == [
        {**want, "cue": True} for want in expected
    ]


def test_attribution_against_the_reference_coding(rules: pd.DataFrame) -> None:
    """The statements as they are found here, where a state may stand for its leader: `reading` names speakers later."""
    read = reading.read(ROOT / "seeds")
    _, said = told(read.documents, rules)
    human = validation.read(ROOT / "seeds/coding", read.documents)
    leader = pd.DataFrame({"name": ["Kim"], "also": ["North Korea"]}, dtype="str")
    human = human._replace(names=pd.concat([human.names, leader], ignore_index=True))
    measured = validation.judge(human, read._replace(statements=said)).measured.set_index("label")
    assert measured.loc["name and type", "f1"] >= 0.90


def test_quotations_are_the_same_with_and_without_reports(rules: pd.DataFrame) -> None:
    documents = corpus.read(ROOT / "seeds")
    units = segments.split(documents, rules)
    evidence = matching.find(documents, units, rules)
    alone = statements.quotations(documents, units, evidence)
    among = reported.find(documents, units, evidence)
    among = among[among["kind"] != "indirect"].reset_index(drop=True)
    columns = ["document", "start", "end", "kind"]
    pd.testing.assert_frame_equal(among[columns], alone[columns])


def test_reports_are_no_quotations() -> None:
    assert "indirect" not in measures.SPOKEN


def test_offsets_point_at_cues_and_speakers(rules: pd.DataFrame) -> None:
    documents = corpus.read(ROOT / "seeds")
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    _, said = told(documents, rules)
    for row in said[said["cue"] != ""].itertuples():
        assert texts[row.document][row.cue_start : row.cue_end] == row.cue
    assert ((said["speaker"] == "") == (said["speaker_start"] == -1)).all()


def test_no_article_no_statement() -> None:
    found = reported.find(tables.empty("documents"), tables.empty("units"), tables.empty("evidence"))
    pd.testing.assert_frame_equal(found, tables.empty("statements"))
