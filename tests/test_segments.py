"""Units: their places and roles, on invented articles and against the reference coding."""

import csv
import json
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from cased import each
from hypothesis import given, settings
from hypothesis import strategies as st
from pieces import PIECES

from analysis import corpus, lexicons, segments, tables

ROOT = Path(__file__).parents[1]
CASES = json.loads((ROOT / "tests/cases/segments.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rules() -> pd.DataFrame:
    return lexicons.load(["fr", "en"])


def article(text: str, lang: str = "fr", title: str = "") -> pd.DataFrame:
    return tables.table("documents", [{"document": "x", "label": "A", "lang": lang, "title": title, "text": text}])


def told(documents: pd.DataFrame, rules: pd.DataFrame) -> list[list[str]]:
    units = segments.split(documents, rules)
    tables.verify("units", units, documents=documents)
    text = documents["text"][0]
    return [[role, text[start:end]] for start, end, role in units[["start", "end", "role"]].itertuples(index=False)]


@pytest.mark.parametrize("case", each(CASES))
def test_case(case: dict, rules: pd.DataFrame) -> None:
    assert told(article(case["text"], case["lang"], case.get("title", "")), rules) == case["units"]


def test_offsets_and_roles_of_the_reference_coding(rules: pd.DataFrame) -> None:
    gold = pd.read_csv(ROOT / "seeds/coding/units.tsv", sep="\t", quoting=csv.QUOTE_NONE, keep_default_na=False)
    columns = ["document", "start", "end", "role"]
    theirs = set(gold[columns].itertuples(index=False, name=None))
    ours = set(segments.split(corpus.read(ROOT / "seeds"), rules)[columns].itertuples(index=False, name=None))
    assert 2 * len(theirs & ours) / (len(theirs) + len(ours)) >= 0.99


def test_units_without_any_rule_are_still_cut() -> None:
    found = told(article("Le port rouvre\nLe travail a repris. Le vote suit."), tables.empty("rules"))
    assert [role for role, _ in found] == ["title", "lead", "body"]


def test_no_article_no_units(rules: pd.DataFrame) -> None:
    units = segments.split(tables.empty("documents"), rules)
    pd.testing.assert_frame_equal(units, tables.empty("units"))


def test_units_count_from_zero_in_each_document(rules: pd.DataFrame) -> None:
    rows = [{"document": name, "label": name, "lang": "fr", "text": "Un mot. Deux mots."} for name in "ab"]
    units = segments.split(tables.table("documents", rows), rules)
    assert list(units[["document", "unit"]].itertuples(index=False, name=None)) == [
        ("a", 0),
        ("a", 1),
        ("b", 0),
        ("b", 1),
    ]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="aÉ M1.!?…:;)(«»\"'’\u2003\u00a0\n-&", max_size=60))
def test_no_mark_or_space_is_too_odd(rules: pd.DataFrame, text: str) -> None:
    units = segments.split(article(text), rules)
    covered = "".join(text[start:end] for start, end in units[["start", "end"]].itertuples(index=False, name=None))
    assert [c for c in covered if c.isalnum()] == [c for c in text if c.isalnum()]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_units_hold_every_letter_once_and_in_order(text: str) -> None:
    documents = article(text)
    units = segments.split(documents, tables.empty("rules"))
    spans = list(units[["start", "end"]].itertuples(index=False, name=None))
    assert all(text[start:end].strip() == text[start:end] for start, end in spans)
    assert all(former[1] <= later[0] for former, later in pairwise(spans))
    covered = "".join(text[start:end] for start, end in spans)
    assert [c for c in covered if c.isalnum()] == [c for c in text if c.isalnum()]


def test_a_long_line_of_marks_takes_no_time(rules: pd.DataFrame) -> None:
    text = "« Le port. " * 20_000
    assert len(told(article(text), rules)) == 20_000
