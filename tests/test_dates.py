"""Dates: what is found in which sentence, what it means, and what only looks like one."""

import doctest
import importlib
import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import dates, lexicons, matching, segments, tables

CASES = json.loads((Path(__file__).parent / "cases" / "dates.json").read_text(encoding="utf-8"))
WEDNESDAY = "2023-09-13"
TOLD = ("match", "kind", "value", "granularity", "modifier", "reason")
MODULES = ["tokens", "numerals", "dates.moments", "dates.parts", "dates.calendar", "dates.spans", "dates.ranges"]


@pytest.fixture(scope="module")
def rules():
    return lexicons.load(["fr", "en"])


def read(documents, units, rules):
    return dates.find(documents, units, rules, matching.find(documents, units, rules, also=("date", "quantity")))


def found(text, rules, lang="fr", published=WEDNESDAY):
    article = {"document": "x", "label": "A", "lang": lang, "text": text, "published": published}
    documents = tables.table("documents", [article])
    rows = read(documents, segments.split(documents, rules), rules)
    return tables.verify("dates", rows, documents=documents)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_case(case, rules):
    rows = found(case["text"], rules, case["lang"], case.get("published", WEDNESDAY))
    expected = [{column: row.get(column, "") for column in TOLD} for row in case["dates"]]
    assert rows[list(TOLD)].to_dict("records") == expected


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_what_has_no_value_has_a_reason(case, rules):
    rows = found(case["text"], rules, case["lang"], published="")
    assert (rows.loc[rows["value"] == "", "reason"] != "").all()


def test_each_language_has_cases_and_look_alikes():
    for lang in ("fr", "en"):
        own = [case for case in CASES if case["lang"] == lang]
        assert len(own) >= 30
        assert len([case for case in own if "look-alike" in case["why"]]) >= 5


def test_no_article_no_date(rules):
    rows = read(tables.empty("documents"), tables.empty("units"), rules)
    pd.testing.assert_frame_equal(rows, tables.empty("dates"))


def test_without_rules_there_are_no_dates():
    assert len(found("Mardi 12 septembre 2023, il a plu.", tables.empty("rules"))) == 0


def test_links_to_other_articles_hold_no_dates(rules):
    text = "La grève a repris mardi à Brest.\n\nLire aussi : Le port rouvre mercredi"
    assert found(text, rules)["match"].tolist() == ["mardi"]


def test_dates_depend_neither_on_the_order_of_rules_nor_on_the_rest_of_the_corpus(rules):
    articles = [
        {"document": f"d{place}", "label": f"D{place}", "lang": case["lang"], "text": case["text"]}
        | {"published": case.get("published", WEDNESDAY)}
        for place, case in enumerate(CASES)
    ]
    documents = tables.table("documents", articles)
    units = segments.split(documents, rules)
    together = read(documents, units, rules)
    pd.testing.assert_frame_equal(read(documents, units, rules.sample(frac=1, random_state=3)), together)
    assert len(together) == sum(len(case["dates"]) for case in CASES)


SPOKEN = """le la l' les du au de d' à en il y a dans plus de mardi jeudi mars septembre 12 31 1er 2023 2000 99
12/09/2023 7 h 44 19h30 deux mille cent trois semaines jours ans an heure heures et demie dernier prochain ce cette été
fin mi - , . ( ) between and from to the of last next Monday May 3 p.m. ago 1990s a year old entre et siècle XXe un
quart € % II 0 00"""
WORDS = SPOKEN.split()


@settings(max_examples=150, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=14), lang=st.sampled_from(["fr", "en"]))
def test_whatever_the_words_the_table_holds(words, lang):
    known = lexicons.load(["fr", "en"])
    for published in (WEDNESDAY, ""):
        rows = found(" ".join(words) or "x", known, lang, published)
        assert (rows.loc[rows["value"] == "", "reason"] != "").all()
        assert (rows["start"].iloc[1:].to_numpy() >= rows["end"].iloc[:-1].to_numpy()).all()


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_the_docstrings(name):
    assert doctest.testmod(importlib.import_module(f"analysis.{name}")).failed == 0
