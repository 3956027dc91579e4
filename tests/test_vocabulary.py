"""The vocabulary of articles, and the evidence behind its counts."""

import pandas as pd
import pytest
import worded

from analysis import tables, vocabulary
from analysis.tables import ParameterError

DOCUMENTS, UNITS = worded.corpus(
    {
        "A": ["Un tir d’essai échoue.", "Le tir d’essai a été raté."],
        "B": ["Leur tir d’essai suivra.", "et ou mais donc " * 60],
    }
)


def test_words_and_expressions_stand_in_one_table():
    found = worded.read(DOCUMENTS, UNITS)
    assert found.loc[found["lemma"] == "tir d'essai", "kind"].tolist() == ["expression"] * 3
    assert (found["lemma"] == "tir").sum() == 3


def test_the_evidence_of_a_word_is_each_of_its_occurrences():
    found = worded.read(DOCUMENTS, UNITS)
    wanted = pd.DataFrame({"kind": ["expression", "word"], "word": ["tir d'essai", "rater"]})
    rows = vocabulary.evidence(found, wanted)
    tables.verify("evidence", rows, documents=DOCUMENTS)
    assert set(rows["layer"]) == {"word"}
    assert rows["label"].value_counts().to_dict() == {"tir d'essai": 3, "rater": 1}


def test_there_is_no_other_voice():
    with pytest.raises(ParameterError, match="voice is 'loud'; it is one of own, quoted, all"):
        vocabulary.spoken(worded.read(DOCUMENTS, UNITS), "loud")
