"""Lemmas and kinds of words: each case says why."""

import json
from pathlib import Path

import pytest

from analysis import lemmas
from analysis.tables import LexiconError

CASES = json.loads((Path(__file__).parent / "cases" / "lemmas.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_lemma_and_kind(case):
    lemma = lemmas.of(case["form"], case["lang"], case.get("before", ""))
    assert (lemma, lemmas.kind(case["form"], lemma, case["lang"])) == (case["lemma"], case["kind"])


@pytest.mark.parametrize("verb", ["lancer", "finir", "rendre", "vouloir", "mettre", "tenir", "voir", "prendre"])
def test_infinitives(verb):
    assert lemmas.is_infinitive(verb)


@pytest.mark.parametrize("noun", ["dossier", "tir", "guerre", "ministre", "avenir", "premier", "fer", "missile"])
def test_nouns_that_end_like_infinitives(noun):
    assert not lemmas.is_infinitive(noun)


def test_every_exception_is_reached():
    """A form's row is of use only if some word before it, or none, leads to its lemma."""
    for lang in lemmas.LANGUAGES:
        for row in lemmas._rows(lemmas.EXCEPTIONS, lemmas.COLUMNS):
            before = row["after"].split("|")[0]
            if row["lang"] == lang:
                reached = {lemmas.of(form, lang, before) for form in row["forms"].split("|")}
                assert row["lemma"] in reached, row


def test_a_lexicon_of_other_columns_is_refused(tmp_path):
    file = tmp_path / "lemmas.csv"
    file.write_text("lang,lemma\nfr,avion\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"lemmas\.csv: the columns are \['lang', 'lemma'\]"):
        lemmas._rows(file, lemmas.COLUMNS)
    file.write_text(",".join(lemmas.COLUMNS) + "\nfr,avion\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"row 2: a row has 5 cells"):
        lemmas._rows(file, lemmas.COLUMNS)
