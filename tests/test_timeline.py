"""The timeline: what is dated, what is one event, and what the table says of it."""

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis import facts, lexicons, reading, tables, timeline

CASES = json.loads((Path(__file__).parent / "cases" / "timeline.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rules():
    return {lang: lexicons.load([lang]) for lang in ("fr", "en")}


def drawn_up(articles, lang, rules):
    rows = [
        {"document": f"{place:02}", "label": label, "published": day, "lang": lang, "text": text}
        for place, (label, day, text) in enumerate(articles)
    ]
    ledger = pd.DataFrame(columns=["document", "step", "reason"], dtype="str")
    read = reading.annotated(tables.table("documents", rows), rules[lang], ledger)
    return read, timeline.find(read, *facts.find(read))


@pytest.mark.parametrize("case", CASES["dated"], ids=lambda case: case["why"])
def test_what_is_dated(case, rules):
    _, found = drawn_up([("A", case["published"], case["text"])], case["lang"], rules)
    assert found.events[["when", "status", "what"]].values.tolist() == case["dated"]


@pytest.mark.parametrize("case", CASES["told"], ids=lambda case: case["why"])
def test_what_is_one_event(case, rules):
    _, found = drawn_up(case["articles"], case["lang"], rules)
    events = found.events.assign(place=found.events["place"].mask(found.events["background"], "background"))
    assert events[["when", "sources", "differing", "place"]].values.tolist() == case["events"]


STORY = [
    ("A", "2024-05-10", "La digue de Courlon a cédé lundi au pied du village. Une crue avait noyé l'école en 1958."),
    ("B", "2024-05-11", "La digue de Courlon a cédé mardi au pied du village. Il marche deux heures chaque matin."),
]


def test_evidence_stands_where_it_says_and_under_the_events_name(rules):
    read, found = drawn_up(STORY, "fr", rules)
    evidence = tables.verify("evidence", timeline.evidence_of(found), documents=read.documents)
    assert evidence[["match", "layer", "label"]].values.tolist() == [
        ["lundi", "event", "E002"],
        ["1958", "event", "E001"],
        ["mardi", "event", "E002"],
    ]


def test_what_is_left_out_says_why(rules):
    _, found = drawn_up(STORY, "fr", rules)
    assert found.left[["match", "reason"]].values.tolist() == [
        ["deux heures", "it tells how long or how often, not when"],
        ["chaque matin", "it tells how long or how often, not when"],
    ]


def test_each_article_is_quoted_with_its_own_date(rules):
    _, found = drawn_up(STORY, "fr", rules)
    row = found.events.iloc[1]
    assert row[["dates", "articles", "of", "from", "to"]].tolist() == [
        "A: 6 May 2024 (“lundi”); B: 7 May 2024 (“mardi”)", 2, 2, "2024-05-06", "2024-05-06"
    ]  # fmt: skip


def test_no_article_and_no_date_keep_columns_and_dtypes(rules):
    _, full = drawn_up(STORY, "fr", rules)
    for articles in ([], [("A", "2024-05-10", "Il pleut.")]):
        _, found = drawn_up(articles, "fr", rules)
        assert found.events.empty
        assert found.events.dtypes.to_dict() == full.events.dtypes.to_dict()
        assert found.told.dtypes.to_dict() == full.told.dtypes.to_dict()
        assert timeline.evidence_of(found).empty
        assert timeline.most_told(found).empty


def test_forty_articles_and_the_same_twice(rules):
    articles = [(f"S{place}", "2024-05-10", STORY[place % 2][2]) for place in range(40)]
    _, found = drawn_up(articles, "fr", rules)
    assert found.events[["articles", "of", "differing"]].values.tolist() == [[20, 40, False], [40, 40, True]]
    pd.testing.assert_frame_equal(found.events, drawn_up(articles, "fr", rules)[1].events)


def test_the_most_told_events_stay_in_order_and_say_how_many_years_lie_between(rules):
    _, found = drawn_up(STORY, "fr", rules)
    shown = timeline.most_told(found)
    assert shown[["when", "gap"]].values.tolist() == [["1958", ""], ["6 May 2024", "65 years"]]
    assert timeline.most_told(found, most=1)[["when", "gap"]].values.tolist() == [["6 May 2024", ""]]
