"""How near an article stands to what it tells: hard cases by status, and the tables counted from them."""

import json
from pathlib import Path

import distance_scores
import pandas as pd
import pytest

from analysis import distance, lexicons, reserves, tables
from analysis.reading import Reading, annotated

CASES = json.loads((Path(__file__).parent / "cases/distance.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rules() -> pd.DataFrame:
    return lexicons.load(["fr", "en"])


def read(rules: pd.DataFrame, texts: list[tuple[str, str]]) -> tuple[Reading, pd.DataFrame]:
    """The texts, each an article, and the marks in them."""
    rows = [
        {"document": f"{place:03}", "label": f"S{place}", "lang": lang, "text": text}
        for place, (lang, text) in enumerate(texts)
    ]
    found = annotated(tables.table("documents", rows), rules, pd.DataFrame())
    return found, reserves.find(found.documents, found.units, found.rules, found.evidence, found.statements)


@pytest.fixture(scope="module")
def told(rules: pd.DataFrame) -> pd.DataFrame:
    found, marks = read(rules, [(case["lang"], case["text"]) for case in CASES])
    return distance.told(marks, found.units).set_index("document")


def known(case):
    return [pytest.mark.xfail(strict=True, reason=case["known_failure"])] if "known_failure" in case else []


@pytest.mark.parametrize(
    "place", [pytest.param(place, id=case["why"], marks=known(case)) for place, case in enumerate(CASES)]
)
def test_case(place: int, told: pd.DataFrame) -> None:
    unit = told.loc[f"{place:03}"]
    case = CASES[place]
    assert (unit["status"], unit["also"]) == (case["status"], case.get("also", unit["also"]))


ARTICLES = [
    ("fr", "Le pont a rouvert. La mairie assure que tout va bien. Le pont serait fragile, un diagnostic invérifiable."),
    ("fr", "La préfète a démenti tout retard. Un « bus » passe."),
    ("fr", ""),
]


@pytest.fixture(scope="module")
def small(rules: pd.DataFrame) -> tuple[Reading, pd.DataFrame]:
    return read(rules, ARTICLES)


def test_each_unit_has_the_greatest_distance_of_its_marks(small):
    table = distance.told(small[1], small[0].units)
    assert table[["document", "unit", "status", "how"]].values.tolist() == [
        ["000", 0, "stated", ""],
        ["000", 1, "claimed", "claiming cue"],
        ["000", 2, "doubted", "conditional|unproven"],
        ["001", 0, "denied", "denial"],
        ["001", 1, "stated", ""],
    ]


def test_by_source_every_status_of_every_article_has_a_row(small):
    table = distance.by_source(distance.told(small[1], small[0].units), small[0].documents)
    assert table["label"].tolist() == list(reserves.STATUSES) * 3
    assert table["units"].tolist() == [1, 0, 1, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0]
    assert table["of"].tolist() == [3] * 5 + [2] * 5 + [0] * 5
    assert table["share"].isna().tolist() == [False] * 10 + [True] * 5


def test_by_topic_only_articles_with_the_topic_have_a_row(small):
    topic = pd.DataFrame([("000", 0, "roads"), ("000", 2, "roads"), ("000", 2, "roads"), ("001", 1, "buses")])
    topic = topic.set_axis(["document", "unit", "label"], axis=1).assign(layer="topic")
    table = distance.by_topic(
        distance.told(small[1], small[0].units), topic, small[0].documents, ["roads", "buses", "air"]
    )
    assert table[["label", "source", "stated", "doubted", "units", "of"]].values.tolist() == [
        ["at a distance: roads", "S0", 1, 1, 1, 2],
        ["at a distance: buses", "S1", 1, 0, 0, 1],
    ]


def test_the_evidence_opens_what_the_tables_count(small):
    found, marks = small
    table = distance.told(marks, found.units)
    topic = pd.DataFrame([("000", 2, "topic", "roads")], columns=["document", "unit", "layer", "label"])
    rows = distance.evidence(table, marks, topic, found.documents)
    tables.verify("evidence", rows, documents=found.documents)
    held = rows.groupby(["document", "label"])["unit"].nunique()
    counts = distance.by_source(table, found.documents)
    for row in counts[counts["units"] > 0].to_dict("records"):
        assert held[row["document"], row["label"]] == row["units"]
    assert rows.loc[rows["label"] == "at a distance: roads", "match"].tolist() == ["serait", "invérifiable"]
    assert rows.loc[rows["label"] == "in marks", "match"].tolist() == ["« bus »"]


def test_without_a_mark_all_is_stated_and_without_a_unit_there_is_nothing(rules):
    found, marks = read(rules, [("fr", "Il pleut.")])
    assert marks.empty
    assert distance.told(marks, found.units)["status"].tolist() == ["stated"]
    assert distance.told(marks, found.units.head(0)).empty
    nothing = distance.evidence(distance.told(marks, found.units.head(0)), marks, found.evidence, found.documents)
    pd.testing.assert_frame_equal(nothing, tables.empty("evidence"))


def test_what_is_shipped_of_errors_is_what_is_measured():
    pd.testing.assert_frame_equal(distance.errors(), distance_scores.errors(), check_dtype=False)


def test_all_doubt_is_doubted_or_told_beside(rules):
    found, marks = read(rules, [(case["lang"], case["text"]) for case in CASES])
    table = distance.told(marks, found.units).set_index(["document", "unit"])
    hedges = found.evidence[found.evidence["layer"] == "hedge"]
    for place in hedges[["document", "unit"]].drop_duplicates().itertuples(index=False, name=None):
        also = table.loc[place, "also"].split("|")
        assert table.loc[place, "status"] == "doubted" or {"doubted", "hedged"} & {*also}
    assert (table["also"].str.contains("hedged") & (table["status"] == "stated")).sum() == 0
