"""Where a topic stands, in which words, beside whom: on the articles of tests/small.py."""

import pandas as pd
import pytest
import small

from analysis import statistics, tables, topics
from analysis.tables import ParameterError

UNITS, DOCUMENTS, EVIDENCE = small.units(), small.documents(), small.evidence()


def corpus(*texts, lang="fr"):
    """Articles of one-line sentences; a sentence with the word orbite has the topic space."""
    documents, units, evidence = [], [], []
    for number, sentences in enumerate(texts):
        name, at = f"d{number}", 0
        documents.append({"document": name, "label": "ABCD"[number], "lang": lang, "text": "\n".join(sentences)})
        for unit, sentence in enumerate(sentences):
            place = {"document": name, "unit": unit, "start": at, "end": at + len(sentence), "role": "body"}
            units.append(place)
            if (found := sentence.find("orbite")) >= 0:
                span = {"start": at + found, "end": at + found + 6, "match": "orbite"}
                evidence.append({**place, **span, "layer": "topic", "label": "space", "rule": "r"})
            at += len(sentence) + 1
    rows = {"documents": documents, "units": units, "evidence": evidence}
    tabled = {name: tables.table(name, rows) for name, rows in rows.items()}
    return tabled["evidence"], tabled["units"], tabled["documents"]


def test_a_topic_is_one_that_the_rules_look_for():
    labels = [("topic", "war"), ("topic", "space"), ("topic", "none"), ("frame", "threat")]
    rules = pd.DataFrame(labels, columns=["layer", "label"])
    assert topics.known("space", rules) == "space"
    for topic in ("spice", "none", "threat", ""):
        with pytest.raises(ParameterError) as refused:
            topics.known(topic, rules)
        assert str(refused.value) == f"there is no topic {topic!r} in the lexicons; choose one of space, war"


def test_positions_are_shares_of_the_counted_characters():
    where = topics.positions(EVIDENCE, UNITS, DOCUMENTS, "space")
    assert len(where) == 10
    own = where[where["source"] == "C é"]
    assert own["held"].tolist() == [True, False, False]
    assert own["start"].tolist() == pytest.approx([0, 14 / 27, 23 / 27])
    assert where.groupby("document")["end"].max().tolist() == pytest.approx([1, 1, 1])


@pytest.mark.parametrize("units", [tables.empty("units"), UNITS.assign(role="credit")])
def test_positions_of_nothing_keep_their_dtypes(units):
    full, empty = (topics.positions(EVIDENCE, part, DOCUMENTS, "space") for part in (UNITS, units))
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()
    assert empty[empty["held"]].empty


def test_typical_words_come_with_their_test():
    held, other = ["La sonde gagne son orbite"] * 6, ["Le maire parle de la rue"] * 6
    table = topics.typical_words(*corpus(held[:3] + other[:3], held[3:] + other[3:]), "space")
    assert table["word"].tolist() == ["gagne", "orbite", "son", "sonde", "la"]
    assert table["ruled"].tolist() == [False, True, False, False, False]
    assert table[["count", "of"]].values.tolist() == [[6, 6]] * 4 + [[6, 12]]
    assert table["adjusted"].iloc[4] > 0.9
    assert table["score"].iloc[0] == pytest.approx(statistics.specificity(6, 30, 6, 66))
    p = 2 * 10 ** -table["score"].iloc[0]
    assert p < table["adjusted"].iloc[0] <= 10 * p


@pytest.mark.parametrize(
    "texts",
    [
        [["La sonde gagne son orbite"] * 3],  # one article, all its units hold the topic
        [["Le maire parle"] * 3, ["Le maire part"] * 3],  # no unit holds it
        [["La sonde gagne son orbite", "Le maire parle"]],  # no word is frequent enough
    ],
)
def test_typical_words_of_all_of_nothing_and_of_too_little(texts):
    some = topics.typical_words(*corpus(["Son orbite"] * 3 + ["Le maire"] * 3), "space")
    none = topics.typical_words(*corpus(*texts), "space")
    assert none.empty
    assert none.dtypes.to_dict() == some.dtypes.to_dict()


def test_typical_words_compare_within_a_language():
    """All French units hold the topic, no English one does: French words are not typical of it for that."""
    evidence, units, documents = corpus(["La sonde gagne son orbite"] * 4, ["The mayor spoke"] * 4)
    documents = documents.assign(lang=pd.Series(["fr", "en"], dtype="str"))
    assert topics.typical_words(evidence, units, documents, "space").empty


def test_beside_counts_units_with_both():
    table = topics.beside(EVIDENCE, UNITS, DOCUMENTS, "space", "actor")
    assert table[["layer", "label", "units", "of", "articles"]].values.tolist() == [["actor", "Alma", 2, 3, 1]]


def test_beside_of_nothing_keeps_its_dtypes():
    some = topics.beside(EVIDENCE, UNITS, DOCUMENTS, "space", "actor")
    for topic, layer in (("space", "place"), ("war", "actor")):
        none = topics.beside(EVIDENCE, UNITS, DOCUMENTS, topic, layer)
        assert none.empty
        assert none.dtypes.to_dict() == some.dtypes.to_dict()


def test_concordance_shows_each_match_where_it_stands():
    lines = topics.concordance(EVIDENCE, DOCUMENTS, "space", width=8)
    assert lines[["source", "before", "text", "after"]].values.tolist() == [
        ["A", "ma buys ", "rockets", ".\nAlma s"],
        ["A", 'ys "the ', "rockets", " may fly"],
        ["A", "a grand ", "rocket", ', "a dre'],
        ["C é", "La ", "fusée", " vole.\nA"],
    ]
    assert topics.concordance(EVIDENCE, DOCUMENTS, "war").empty


def test_rules_used_most_first():
    rules = pd.DataFrame(
        [{"rule": rule, "lang": "en", "pattern": rule, "context": ""} for rule in ("topic-rocket", "topic-rockets")]
    )
    table = topics.rules_used(EVIDENCE, rules, "topic", "space")
    assert table[["rule", "matches"]].values.tolist() == [["topic-rockets", 2], ["topic-rocket", 1]]
    assert topics.rules_used(EVIDENCE, rules, "topic", "war").empty


def test_shares_are_the_topics_prevalence():
    assert topics.shares(EVIDENCE, UNITS, DOCUMENTS, "treaty")["units"].tolist() == [1, 1, 0]


def test_companions_are_the_rows_of_counted_units_with_the_topic():
    where, shares = (make(EVIDENCE, UNITS, DOCUMENTS, "space") for make in (topics.positions, topics.shares))
    actors = topics.beside(EVIDENCE, UNITS, DOCUMENTS, "space", "actor")
    kept = topics.companions(where, EVIDENCE, shares, actors)
    assert sorted(kept[["document", "unit", "label"]].itertuples(index=False, name=None)) == [
        ("a", 0, "Alma"),
        ("a", 0, "space"),
        ("a", 1, "Alma"),
        ("a", 1, "space"),
        ("c", 0, "space"),
    ]
    assert kept.dtypes.to_dict() == EVIDENCE.dtypes.to_dict()
    assert set(topics.companions(where, EVIDENCE, actors)["label"]) == {"Alma"}
    assert topics.companions(where[~where["held"]], EVIDENCE, shares, actors).empty
