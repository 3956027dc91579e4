"""Runs of capitalised words: where they are, and what their place says of the capitals."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis import capitals, letters, stretches

CASES = json.loads((Path(__file__).parent / "cases" / "capitals.json").read_text(encoding="utf-8"))


def text_of(*articles, role="body"):
    documents = pd.DataFrame({"document": [f"{n}" for n in range(len(articles))], "lang": "fr", "text": articles})
    units = documents[["document"]].assign(unit=1, start=0, end=[len(article) for article in articles], role=role)
    (stretch,) = stretches.of(documents, units)
    return capitals.read(stretch)


def found(text, headings=False):
    runs = capitals.runs(text, np.full(len(text.stretch.starts), headings))
    written = [text.stretch.text[start:end] for start, end in zip(runs.starts, runs.ends, strict=True)]
    return [list(row) for row in zip(written, runs.opening.tolist(), runs.headline.tolist(), strict=True)], runs


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_runs(case):
    assert found(text_of(case["text"]))[0] == case["runs"]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_runs_do_not_depend_on_the_articles_around(case):
    assert found(text_of("Avant, Paul Durand", case["text"], "Puis Anne"))[0][2:-1] == case["runs"]


def test_a_plain_word_has_no_tokens_of_its_own_and_the_others_have():
    _, runs = found(text_of("Ils voient Jean, Anne Martin et l’Oise."))
    assert runs.plain.tolist() == [True, True, False, True]
    assert [[(token.start, token.end, token.link) for token in own] for own in runs.tokens.values()] == [
        [(17, 21, ""), (22, 28, "")]
    ]


def test_units_that_are_not_searched_have_no_runs():
    assert found(text_of("Photo Jean Martin", role="credit"))[0] == []


def test_no_articles_no_words():
    text = text_of("")
    assert found(text)[0] == []
    assert capitals.small(text).words == []


def test_small_words_are_told_once_and_found_everywhere():
    small = capitals.small(text_of("un mot, Un mot à dire"))
    assert sorted(small.words) == ["dire", "mot", "un"]
    assert [small.words[which] for which in small.which] == ["un", "mot", "mot", "dire"]


@pytest.mark.parametrize("letter", ["a", "É", "œ", "ª", "_", "5", "²", "Ж", "ǅ", "\u0301", "😀", "\n"])
def test_kinds_agree_with_expressions(letter):
    import re

    kind = int(letters.kinds(letters.codes(letter))[0])
    assert bool(kind & letters.WORD) == bool(re.match(r"\w", letter))
    assert bool(kind & letters.LETTER) == bool(re.match(r"[^\W\d_]", letter))
    assert bool(kind & letters.SMALL) == bool(re.match(r"[^\W\d_A-ZÀ-ÖØ-Þ]", letter))
