"""Which agencies an article credits: the cases of tests/cases/credits.json."""

import json
from pathlib import Path

import pytest

from analysis import credits, lexicons, segments, tables

CASES = json.loads((Path(__file__).parent / "cases" / "credits.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rules():
    return lexicons.load(["en", "fr"])


def read(case, rules):
    about = {column: case.get(column, "") for column in ("lang", "outlet", "author", "text")}
    documents = tables.table("documents", [{"document": "a", **about}])
    said = [
        {"document": "a", "unit": 0, "start": 0, "end": 5, **{who: case.get(who, "") for who in ("vehicle", "speaker")}}
    ]
    return credits.find(documents, segments.split(documents, rules), rules, tables.table("statements", said))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_what_an_article_credits(case, rules):
    assert read(case, rules)[["agency", "where"]].values.tolist() == case["credits"]


def test_no_credit_keeps_its_columns(rules):
    found = read({"lang": "fr", "text": "La grève continue."}, rules)
    assert found.dtypes.astype(str).to_dict() == dict.fromkeys(credits.COLUMNS, "str")


def test_a_corpus_without_rules_credits_nobody(rules):
    assert read(CASES[0], rules[rules["layer"] != "credit"]).empty
