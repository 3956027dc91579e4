"""Content words: stems and how much they weigh, and the concepts of a text."""

import json
from pathlib import Path

import pytest

from analysis import content

CASES = json.loads((Path(__file__).parent / "cases" / "facts.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["content"], ids=lambda case: case["why"])
def test_concepts_that_two_wordings_share(case, request):
    if "known" in case:
        request.applymarker(pytest.mark.xfail(reason=case["known"], strict=True))
    one, other = (content.content(case[side], case["lang"]) for side in ("one", "other"))
    assert sorted(one.concepts & other.concepts) == case["concepts"]


def test_languages_share_concepts_and_stems_of_one_origin():
    one, other = content.content("La frégate a coulé.", "fr"), content.content("The frigate sank.", "en")
    assert {"warship", "shipwreck"} <= one.concepts & other.concepts
    assert set(content.content("parachutes", "fr").stems) == set(content.content("Parachute", "en").stems)


def test_a_rare_word_weighs_more_than_a_common_one_and_articles_nothing():
    stems = content.content("le de zirconium pays 148", "fr").stems
    assert stems["zirco"] == stems["#148"] == content.COMMON - content.RAREST
    assert 0 < stems["pays"] < stems["zirco"]
    assert set(stems) == {"zirco", "pays", "#148"}


def test_a_text_of_another_language_is_read_without_concepts():
    assert content.content("Überraschung", "de").concepts == frozenset()


def test_empty_text():
    assert content.content("", "fr") == content.Content({}, frozenset())
