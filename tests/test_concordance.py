"""Keywords in context: each form of a lemma, with what stands before and after it."""

import pytest
import worded

from analysis import concordance, tables, vocabulary
from analysis.tables import ParameterError

DOCUMENTS, UNITS = worded.corpus(
    {"B": ["Les pirates ont fui.", "Un pirate ment."], "A": ["Il dit : « Nul pirate ici. »"]}
)
SAID = worded.spans("statements", DOCUMENTS, ("A", "Nul pirate ici."), kind="direct")
WORDS = vocabulary.read(DOCUMENTS, UNITS, SAID, tables.empty("actors"))


def test_each_form_of_the_lemma_with_its_neighbours():
    lines = concordance.of(WORDS, DOCUMENTS, "pirate")
    assert lines[["source", "unit", "before", "text", "after", "voice"]].values.tolist() == [
        ["A", 0, "Il dit : « Nul ", "pirate", " ici. »", "quoted"],
        ["B", 0, "Les ", "pirates", " ont fui. Un pirate ment.", "own"],
        ["B", 1, "Les pirates ont fui. Un ", "pirate", " ment.", "own"],
    ]


def test_a_voice_alone():
    assert concordance.of(WORDS, DOCUMENTS, "pirate", voice="quoted")["source"].tolist() == ["A"]


def test_sorted_by_what_follows_or_what_goes_before():
    right = concordance.of(WORDS, DOCUMENTS, "pirate", sort="right")
    assert right["after"].str.strip().str[:3].tolist() == ["ici", "men", "ont"]
    left = concordance.of(WORDS, DOCUMENTS, "pirate", sort="left")
    assert left["before"].str.split().str[-1].tolist() == ["Les", "Nul", "Un"]


def test_the_matches_stand_one_under_the_other():
    lines = concordance.aligned(concordance.of(WORDS, DOCUMENTS, "pirate", width=12))
    assert len({line.index("[") for line in lines}) == 1
    assert [line[2] for line in lines] == ["”", " ", " "]


def test_a_word_that_nobody_uses():
    lines = concordance.of(WORDS, DOCUMENTS, "corsaire")
    assert lines.empty
    assert concordance.aligned(lines) == []


def test_there_is_no_other_order():
    with pytest.raises(ParameterError, match="sorted by source, left, right, not by 'length'"):
        concordance.of(WORDS, DOCUMENTS, "pirate", sort="length")
