"""Counts of who acts and undergoes, the sentences behind them, and the error rate that the package ships."""

import agency_scores
import pandas as pd
import pytest
from test_acting import told

from analysis import acting, agency, tables

TEXTS = (
    ("fr", "Moscou a livré des obus à la Chine. La Russie a attaqué la Pologne. Des civils ont été tués."),
    ("fr", "La Pologne n'a pas attaqué la Russie. La Chine pourrait aider la Pologne. On a arrêté un espion."),
    ("fr", "Il pleut."),
)


@pytest.fixture(scope="module")
def read():
    return told(TEXTS)


@pytest.fixture(scope="module")
def acts(read):
    return acting.find(read)


def rows(table, *columns):
    return table[list(columns)].to_numpy().tolist()


def test_each_act_lies_in_its_text(read, acts):
    tables.verify("acts", acts, documents=read.documents)
    assert rows(acts, "document", "match", "polarity") == [
        ["000", "livré", "done"],
        ["000", "attaqué", "done"],
        ["000", "tués", "done"],
        ["001", "attaqué", "not done"],
        ["001", "aider", "open"],
        ["001", "arrêté", "done"],
    ]


def test_an_actor_acts_and_undergoes_of_all_acts_done_that_name_one(read, acts):
    table = agency.by_actor(acts, read.documents)
    assert rows(table, "actor", "source", "acts", "undergoes", "open", "undone", "of") == [
        ["Russia", "0", 2, 0, 0, 0, 2],
        ["Russia", "1", 0, 0, 0, 0, 0],
        ["Russia", "2", 0, 0, 0, 0, 0],
        ["China", "0", 0, 1, 0, 0, 2],
        ["China", "1", 0, 0, 1, 0, 0],
        ["China", "2", 0, 0, 0, 0, 0],
        ["Poland", "0", 0, 1, 0, 0, 2],
        ["Poland", "1", 0, 0, 0, 1, 0],
        ["Poland", "2", 0, 0, 0, 0, 0],
    ]


def test_kinds_of_acts_side_by_side(read, acts):
    table = agency.by_class(acts, read.documents.head(2), "Russia")
    assert rows(table, "act", "source", "acts", "undergoes", "of") == [
        ["attacking", "0", 1, 0, 2],
        ["attacking", "1", 0, 0, 0],
        ["giving", "0", 1, 0, 2],
        ["giving", "1", 0, 0, 0],
    ]


def test_agents_that_are_not_told(read, acts):
    assert rows(agency.untold(acts, read.documents), "source", "untold", "of") == [
        ["0", 1, 3],
        ["1", 1, 1],
        ["2", 0, 0],
    ]
    killed = agency.untold(acts, read.documents, act="attacking")
    assert rows(killed, "label", "untold", "of")[0] == ["agent not told: attacking", 1, 2]


def test_each_number_opens_as_many_sentences(read, acts):
    evidence = agency.evidence(acts)
    held = evidence.groupby(["label", "document"]).size()
    for table, column, label in (
        (agency.by_actor(acts, read.documents), "acts", "label"),
        (agency.by_actor(acts, read.documents), "undergoes", "undergone"),
        (agency.by_class(acts, read.documents, "Russia"), "acts", "label"),
        (agency.untold(acts, read.documents), "untold", "label"),
        (agency.untold(acts, read.documents, act="attacking"), "untold", "label"),
    ):
        for row in table.to_dict("records"):
            assert held.get((row[label], row["document"]), 0) == row[column]


def test_an_actor_on_both_sides_in_one_act_is_counted_once_a_side():
    acts = acting.find(told([("fr", "La Russie a aidé la Russie.")]))
    documents = pd.DataFrame({"document": ["000"], "label": ["A"]})
    assert rows(agency.by_actor(acts, documents), "acts", "undergoes", "of") == [[1, 1, 1]]


def test_nothing_found_gives_tables_without_rows(read):
    none = tables.empty("acts")
    assert agency.by_actor(none, read.documents).empty
    assert agency.by_class(none, read.documents, "Russia").empty
    assert agency.evidence(none).empty
    assert rows(agency.untold(none, read.documents), "untold", "of") == [[0, 0]] * 3


def test_quoted_acts_are_the_speakers():
    acts = acting.find(told([("fr", "« La Russie a attaqué la Pologne », a déclaré le ministre Paul Durand.")]))
    assert rows(acts, "match", "voice", "speaker") == [
        ["attaqué", "quoted", "Paul Durand"],
        ["déclaré", "own words", ""],
    ]
    assert rows(agency.counted(acts, voice="own words"), "match") == [["déclaré"]]


@pytest.mark.parametrize("lang", ["", "fr", "en"])
def test_the_error_rate_shipped_is_that_of_the_coded_units(lang):
    pd.testing.assert_frame_equal(agency.errors(lang), agency_scores.measured(lang), check_dtype=False)


def test_kinds_of_acts_are_the_same_in_both_languages(read):
    own = read.rules[read.rules["layer"] == "agency"]
    assert set(own.loc[own["lang"] == "fr", "label"]) == set(own.loc[own["lang"] == "en", "label"])
