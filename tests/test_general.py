"""Frequencies of lemmas in general language."""

import pytest

from analysis import general


def test_the_forms_of_a_lemma_count_together():
    import wordfreq

    forms = sum(wordfreq.word_frequency(form, "fr") for form in ("missile", "missiles"))
    assert general.frequency("missile", "fr") == pytest.approx(forms, rel=0.02)


def test_no_word_is_counted_twice():
    assert sum(general._by_lemma("fr").values()) <= 1.0
    assert general.frequency("president", "en") > general.frequency("ceasefire", "en")


def test_an_unknown_word_has_no_frequency():
    assert general.frequency("xyzzyx", "fr") == 0.0
