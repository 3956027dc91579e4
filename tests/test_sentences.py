"""Sentence ends: sentences joined by a space are found again."""

import json
from itertools import accumulate
from pathlib import Path

import pandas as pd
import pytest
from cased import each

from analysis import abbreviations, lexicons, sentences, tables

CASES = json.loads((Path(__file__).parent / "cases/sentences.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rules() -> pd.DataFrame:
    return lexicons.load(["fr", "en"])


def cut(text: str, lang: str, rules: pd.DataFrame) -> list[str]:
    return [text[a:b] for a, b in sentences.spans(text, 0, len(text), abbreviations.habits(rules, lang))]


@pytest.mark.parametrize("case", each(CASES))
def test_case(case: dict, rules: pd.DataFrame) -> None:
    text = case.get("between", " ").join(case["sentences"])
    assert cut(text, case["lang"], rules) == case["sentences"]


def test_sentences_of_all_kinds_behind_one_another(rules: pd.DataFrame) -> None:
    """What stands before doesn't change where a sentence ends: all kinds of texts as one line."""
    for lang in ("fr", "en"):
        own = [case["sentences"] for case in CASES if case["lang"] == lang and len(case["sentences"]) > 10]
        line = [sentence for turn in range(60) for found in own for sentence in found[turn : turn + 1]]
        ends = set(accumulate(len(sentence) + 1 for sentence in line))
        found = sentences.spans(" ".join(line), 0, len(" ".join(line)), abbreviations.habits(rules, lang))
        right = len(ends & {end + 1 for _, end in found})
        assert 2 * right / (len(ends) + len(found)) >= 0.97


def test_an_expression_refines_words_that_other_rows_know(rules: pd.DataFrame) -> None:
    text = "They met on Hall St. Reporters came."
    plain = rules[rules["rule"] != "en-abbreviation-street"]
    assert len(cut(text, "en", rules)) == 2
    assert len(cut(text, "en", plain)) == 1


def test_without_rules_a_stop_and_a_capital_end_a_sentence() -> None:
    found = cut("M. Durand part. Il a 3.5 km à faire. Oui ? Non.", "fr", tables.empty("rules"))
    assert found == ["M. Durand part.", "Il a 3.5 km à faire.", "Oui ?", "Non."]
