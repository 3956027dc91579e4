"""Stretches: where dates and quantities may stand, and what a lexicon may not say."""

import pandas as pd
import pytest

from analysis import dates, lexicons, matching, quantities, reading, runs, segments, tables


@pytest.fixture(scope="module")
def rules():
    return lexicons.load(["fr", "en"])


def told(text, rules, lang="fr"):
    documents = tables.table("documents", [{"document": "x", "label": "A", "lang": lang, "text": text}])
    units = segments.split(documents, rules)
    evidence = matching.find(documents, units, rules, also=("date", "quantity"))
    return documents, units, rules, evidence


def words(text, rules, lang="fr"):
    """The words of each stretch."""
    found = runs.find(*told(text, rules, lang))
    return [[text[token.start : token.end] for token in one.tokens] for document in found for one in document.stretches]


def test_a_stretch_is_a_head_with_the_words_beside_it(rules):
    text = "Le maire a vu, le mardi 12 septembre dernier, passer plus de deux chats."
    assert words(text, rules) == [["le", "mardi", "12", "septembre", "dernier"], ["plus de", "deux"]]


def test_words_beside_nothing_are_no_stretch(rules):
    assert words("Le chat de la voisine est entre les deux.", rules) == [["entre", "les", "deux"]]
    assert words("Le chat de la voisine est au jardin avant le chien.", rules) == []


def test_a_stretch_ends_with_its_unit(rules):
    assert words("Il est parti en 2019. Mars est rouge.", rules) == [["en", "2019"], ["Mars"]]


def test_a_telephone_number_is_no_stretch(rules):
    assert words("Appelez le 02 97 12 34 56.", rules) == []


def test_a_label_that_no_grammar_knows_is_refused(rules):
    strange = rules.assign(label=rules["label"].where(rules["label"] != "month 9", "moon 9"))
    with pytest.raises(tables.LexiconError, match="no date or quantity is made of 'moon 9'"):
        list(runs.find(*told("Mardi.", strange)))


def test_one_pass_reads_the_same_as_two(rules):
    read = told("Le 12 septembre 2023, deux chats et 300 chiens ont attendu trois heures, à 12 %.", rules)
    when, many = reading._numbered(*read)
    pd.testing.assert_frame_equal(when, dates.find(*read))
    pd.testing.assert_frame_equal(many, quantities.find(*read))
    assert (len(when), len(many)) == (2, 3)
