"""A word's forms, from the one in a dictionary."""

import pytest

from analysis.paradigms import forms

HAS = [
    ("fr", "tuer", {"tuer", "tué", "tuée", "tués", "tuées", "tue", "tuent", "tuait", "tuera", "tuerait", "tueraient"}),
    ("fr", "périr", {"péri", "périt", "périssent", "périra"}),
    ("fr", "vendre", {"vendu", "vendues", "vend", "vendent", "vendrait"}),
    ("fr", "loi", {"loi", "lois"}),
    ("fr", "vif", {"vive", "vives", "vifs"}),
    ("fr", "heureux", {"heureux", "heureuse", "heureuses"}),
    ("fr", "ministre", {"ministre", "ministres"}),
    ("fr", "bateau", {"bateau", "bateaux"}),
    ("fr", "municipal", {"municipaux", "municipale"}),
    ("en", "carry", {"carry", "carries", "carried", "carrying"}),
    ("en", "rob", {"robs", "robbed", "robbing"}),
    ("en", "house", {"house", "houses"}),
]
NOT = [("fr", "vendre", "vendredi"), ("fr", "tir", "tiroir"), ("en", "wait", "waiter"), ("en", "rob", "robe")]


@pytest.mark.parametrize(("lang", "word", "own"), HAS)
def test_forms(lang, word, own):
    assert own <= forms(word, lang)


@pytest.mark.parametrize(("lang", "word", "other"), NOT)
def test_another_word_is_no_form(lang, word, other):
    assert other not in forms(word, lang)
