"""Quantities: which number counts what, and what is left to the dates."""

import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import lexicons, matching, quantities, segments, tables

CASES = json.loads((Path(__file__).parent / "cases" / "quantities.json").read_text(encoding="utf-8"))
SPOKEN = "deux 12 2000 1,5 million mille cent de des d'euros € % $ un tiers second 2e et - , . missiles of the and five"
WORDS = SPOKEN.split()
TOLD = ("match", "kind", "noun", "modifier")


@pytest.fixture(scope="module")
def rules():
    return lexicons.load(["fr", "en"])


def read(documents, units, rules):
    return quantities.find(documents, units, rules, matching.find(documents, units, rules, also=("date", "quantity")))


def found(text, rules, lang="fr"):
    documents = tables.table("documents", [{"document": "x", "label": "A", "lang": lang, "text": text}])
    rows = read(documents, segments.split(documents, rules), rules)
    return tables.verify("quantities", rows, documents=documents)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_case(case, rules):
    rows = found(case["text"], rules, case["lang"])
    assert rows[list(TOLD)].to_dict("records") == [
        {column: row.get(column, "") for column in TOLD} for row in case["quantities"]
    ]
    assert rows["value"].tolist() == pytest.approx([row["value"] for row in case["quantities"]], abs=1e-4)


def test_no_article_no_quantity(rules):
    rows = read(tables.empty("documents"), tables.empty("units"), rules)
    pd.testing.assert_frame_equal(rows, tables.empty("quantities"))


@settings(max_examples=100, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=14), lang=st.sampled_from(["fr", "en"]))
def test_whatever_the_words_the_table_holds(words, lang):
    found(" ".join(words) or "x", lexicons.load(["fr", "en"]), lang)
