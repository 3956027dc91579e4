"""The expressions that noun phrases are made of: sorted by first letters, they find what the plain list finds."""

import re

import pytest

from analysis.phrase_forms import DETERMINER, PREPOSITIONS, WORD, alternatives, among

WORDS = [word for word in PREPOSITIONS.split("|") if word.isalpha()]


@pytest.mark.parametrize("word", [*WORDS, *(word.upper() for word in WORDS), *(word.title() for word in WORDS)])
def test_among_finds_each_word_in_any_case(word):
    assert re.fullmatch(among(PREPOSITIONS), word)


@pytest.mark.parametrize("word", ["", "x", "depuiss", "epuis", "l"])
def test_among_finds_no_other_word(word):
    assert not re.fullmatch(among(PREPOSITIONS), word)


def test_bars_in_parentheses_part_no_alternatives():
    assert alternatives(r"certain[es]?|(?:a|b)c|d(?:e|f(?:g|h))") == ["certain[es]?", "(?:a|b)c", "d(?:e|f(?:g|h))"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Les maires", True),
        ("l’armée", True),
        ("L'armée", True),
        ("trois maires", True),
        ("12 maires", True),
        ("trois heures", False),
        ("a minister", True),
        ("a annoncé", False),
        ("a toutefois annoncé", False),
        ("lesquels", False),
    ],
)
def test_what_determines_a_noun(text, found):
    assert (re.match(DETERMINER, text) is not None) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("maire", True),
        ("parlement", True),
        ("annoncent", True),
        ("promettent", False),
        ("PROMETTENT", False),
        ("qui", False),
        ("quinoa", True),
        ("qu’il", False),
        ("publiées", False),
        ("publication", True),
    ],
)
def test_what_may_be_a_word_of_a_phrase(text, found):
    assert (re.fullmatch(WORD, text) is not None) is found
