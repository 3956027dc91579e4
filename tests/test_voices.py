"""Speakers under one name over an article: invented sentences, each read as an article of its own."""

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis import actors, descriptions, lexicons, matching, reported, segments, tables, voices

ROOT = Path(__file__).parents[1]
CASES = json.loads((ROOT / "tests/cases/voices.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rules() -> pd.DataFrame:
    return lexicons.load(["fr", "en"])


@pytest.fixture(scope="module")
def read(rules: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The documents of all cases with their units and evidence."""
    rows = [
        {"document": f"{place:03}", "label": str(place), "lang": case["lang"], "text": case["text"]}
        for place, case in enumerate(CASES)
    ]
    documents = tables.table("documents", rows)
    units = segments.split(documents, rules)
    return documents, units, matching.find(documents, units, rules, also=tables.ON_REQUEST)


def told(documents: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    evidence = found[~found["layer"].isin(tables.ON_REQUEST)].reset_index(drop=True)
    named = actors.find(documents, units, rules, found)
    said = reported.find(documents, units, evidence)
    settled = voices.settled(documents, units, rules, found, named, said)
    return tables.verify("statements", settled, documents=documents)


def marks(case):
    return [pytest.mark.xfail(strict=True, reason=case["known_failure"])] if "known_failure" in case else []


@pytest.mark.parametrize(
    "place", [pytest.param(place, id=case["why"], marks=marks(case)) for place, case in enumerate(CASES)]
)
def test_case(place: int, read, rules: pd.DataFrame) -> None:
    text, expected = CASES[place]["text"], CASES[place]["statements"]
    own = [table[table["document"] == f"{place:03}"].reset_index(drop=True) for table in read]
    said = told(own[0], own[1], rules, own[2]).to_dict("records")
    found = [{**row, "clause": text[row["start"] : row["end"]]} for row in said]
    assert [{key: row[key] for key in want} for row, want in zip(found, expected, strict=True)] == expected


def test_only_speakers_kinds_and_vehicles_change(rules: pd.DataFrame, read) -> None:
    documents, units, found = read
    evidence = found[~found["layer"].isin(tables.ON_REQUEST)].reset_index(drop=True)
    said = reported.find(documents, units, evidence)
    settled = told(documents, units, rules, found)
    same = [column for column in said if column not in ("speaker", "speaker_kind", "vehicle")]
    pd.testing.assert_frame_equal(settled[same], said[same])
    assert set(settled["speaker_kind"]) <= {*lexicons.labels(rules, "speaker"), ""}


def test_nothing_said_nothing_settled(rules: pd.DataFrame) -> None:
    empty = {name: tables.empty(name) for name in ("documents", "units", "evidence", "actors", "statements")}
    settled = voices.settled(
        empty["documents"], empty["units"], rules, empty["evidence"], empty["actors"], empty["statements"]
    )
    pd.testing.assert_frame_equal(settled, tables.empty("statements"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("directrice", "directeur"), ("chercheuses", "chercheur"), ("élues", "élu"), ("infirmière", "infirmier")],
)
def test_a_noun_has_one_stem_for_men_and_women(one: str, other: str) -> None:
    assert descriptions.stem(one) == descriptions.stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("direction", "directeur"), ("ministère", "ministre"), ("syndicat", "syndicaliste")]
)
def test_a_house_is_no_office(one: str, other: str) -> None:
    assert descriptions.stem(one) != descriptions.stem(other)
