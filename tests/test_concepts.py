"""Concepts: which wordings share a meaning, and which only look as if they did."""

import json
from bisect import bisect_left
from collections import defaultdict
from pathlib import Path

import pytest

from analysis import concept_lexicon, concepts
from analysis.content import content, folded

CASES = json.loads((Path(__file__).parent / "cases" / "concepts.json").read_text(encoding="utf-8"))
REVIEWED = json.loads((Path(__file__).parent / "cases" / "openings.json").read_text(encoding="utf-8"))
BRANCHES = 7
"""So many different ways (two letters) a word may go on behind an opening before somebody has to look at it."""


def _meant(side):
    return content(side[1], side[0]).concepts


@pytest.mark.parametrize("case", CASES["meet"], ids=lambda case: case["why"])
def test_wordings_of_one_meaning_share_its_concepts(case):
    assert set(case["concepts"]) <= _meant(case["one"]) & _meant(case["other"])


@pytest.mark.parametrize("case", CASES["apart"], ids=lambda case: case["why"])
def test_a_word_that_looks_like_another_has_not_its_concept(case):
    assert case["concept"] not in _meant(case["one"])
    assert case["concept"] in _meant(case["other"])


def test_the_longest_expression_wins():
    assert "president" in _meant(["fr", "le chef de l'État"])
    assert "state" not in _meant(["fr", "le chef de l'État"])
    assert "state" in _meant(["fr", "le chef et l'État"])


def test_a_language_without_lexicon_has_no_concepts():
    assert concepts.of(["Präsident"], "de") == frozenset()


def test_a_broad_concept_weighs_less_than_a_narrow_one():
    assert concepts.weight("say") < concepts.weight("police") < concepts.weight("astronaut")
    assert concepts.weight("comet") == 1.0
    assert all(concepts.LEAST <= concepts.weight(row["concept"]) <= 1 for row in concept_lexicon.rows())


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_opening_catches_many_kinds_of_words_unseen(lang):
    import wordfreq

    words = sorted(map(concept_lexicon.plain, wordfreq.top_n_list(lang, 40_000)))
    caught = {}
    for opening in _openings(lang):
        own = words[bisect_left(words, opening) : bisect_left(words, opening + "\U0010ffff")]
        branches = {folded(word)[: len(opening) + 2] for word in own}
        if len(branches) > BRANCHES:
            caught[opening] = len(branches)
    assert sorted(set(caught) - set(REVIEWED[lang])) == []
    assert sorted(set(REVIEWED[lang]) - set(caught)) == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_most_frequent_words_are_no_concepts(lang):
    import wordfreq

    tools = {word for word in wordfreq.top_n_list(lang, 40) if concepts.of([word], lang)}
    assert tools <= set(REVIEWED["frequent"])


def _openings(lang):
    """The words' beginnings of the lexicon, those of expressions left out."""
    found = defaultdict(list)
    for row in concept_lexicon.rows():
        for pattern in row[lang].split("|"):
            if pattern.endswith("*") and not set(pattern) & set(" -'"):
                found[pattern[:-1]].append(row["concept"])
    return sorted(found)
