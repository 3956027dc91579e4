"""In whose voice each word is: on articles whose words can be counted here."""

import pandas as pd
import pytest
import small

from analysis import shingles, tables, voicing

TEXT = "Le maire a dit « nous paierons tout » hier. Selon Ana Rol, la digue « tient encore » bien. Fin."
DOCUMENTS = tables.table("documents", [{"document": "a", "label": "A", "lang": "fr", "text": TEXT}])
UNITS = tables.table("units", [{"document": "a", "unit": 0, "start": 0, "end": len(TEXT), "role": "body"}])


def said(*rows, text=TEXT):
    made = [
        {"document": "a", "start": text.index(words), "end": text.index(words) + len(words), "kind": kind}
        | {"speaker": speaker, "speaker_kind": speaker_kind}
        for words, kind, speaker, speaker_kind in rows
    ]
    return tables.table("statements", made)


THREE = said(
    ("« nous paierons tout »", "direct", "maire", "official"),
    ("la digue « tient encore » bien", "indirect", "Ana Rol", "expert"),
    ("« tient encore »", "partial", "Ana Rol", "expert"),
)


def test_each_word_is_in_one_voice_that_of_the_shortest_statement():
    table = voicing.words(THREE, UNITS, DOCUMENTS)
    assert table[["manner", "speaker_kind", "speaker", "words", "of"]].values.tolist() == [
        ["own words", "", "", 9, 17],
        ["quoted", "expert", "Ana Rol", 2, 17],
        ["quoted", "official", "maire", 3, 17],
        ["reported", "expert", "Ana Rol", 3, 17],
    ]
    assert table["words"].sum() == 17
    assert table["share"].sum() == pytest.approx(1)


def test_manners_and_kinds_are_sums_of_the_voices():
    table = voicing.words(THREE, UNITS, DOCUMENTS)
    assert voicing.manners(table)[["source", "own", "quoted", "reported", "of"]].values.tolist() == [["A", 9, 5, 3, 17]]
    kinds = voicing.kinds(table, DOCUMENTS)
    assert kinds[["layer", "label", "words", "of"]].values.tolist() == [
        ["speaker kind", "expert", 5, 17],
        ["speaker kind", "official", 3, 17],
    ]
    sides = voicing.kinds(table, DOCUMENTS, column="side")
    assert sides[["layer", "label", "words"]].values.tolist() == [["side", "independent", 5], ["side", "official", 3]]


def test_marks_of_nobody_are_the_outlets_own_words():
    scare = said(("« nous paierons tout »", "scare", "", ""))
    assert voicing.manners(voicing.words(scare, UNITS, DOCUMENTS))["own"].tolist() == [17]


def test_captions_are_not_counted_and_every_article_has_its_row():
    documents, units = small.documents(), small.units()
    table = voicing.manners(voicing.words(small.statements(), units, documents))
    assert table[["source", "own", "quoted", "reported", "of"]].values.tolist() == [
        ["A", 10, 4, 0, 14],
        ["B", 10, 0, 0, 10],
        ["C é", 6, 0, 0, 6],
    ]


def test_of_nothing_there_is_no_share():
    none = voicing.manners(voicing.words(THREE, tables.empty("units"), DOCUMENTS))
    assert none[["own", "of"]].values.tolist() == [[0, 0]]
    assert none["share"].isna().all()
    nobody = voicing.words(tables.empty("statements"), tables.empty("units"), tables.empty("documents"))
    assert nobody.empty
    assert nobody.dtypes.to_dict() == voicing.words(THREE, UNITS, DOCUMENTS).dtypes.to_dict()
    assert voicing.kinds(nobody, tables.empty("documents")).empty


def test_every_kind_and_side_that_is_counted_has_its_evidence():
    sided = THREE.assign(side=["official", "independent", "independent"], state=["Russia", "", ""])
    found = voicing.evidence_of(sided, DOCUMENTS)
    keys = set(found[["layer", "label", "document"]].itertuples(index=False, name=None))
    table = voicing.words(THREE, UNITS, DOCUMENTS)
    for column in ("speaker_kind", "side"):
        kinds = voicing.kinds(table, DOCUMENTS, column=column)
        assert set(kinds[["layer", "label", "document"]].itertuples(index=False, name=None)) <= keys
    assert set(found.loc[found["layer"] == "manner", "label"]) <= {voicing.QUOTED, voicing.REPORTED}
    assert (voicing.BY_STATE, "Russia") in {key[:2] for key in keys}
    assert found.dtypes.astype(str).to_dict() == tables.SCHEMAS["evidence"]


def test_a_statement_of_an_article_that_is_not_there_owns_no_word():
    words = shingles.words(DOCUMENTS, UNITS)
    assert (voicing.owners(words, THREE.assign(document="z")) == -1).all()
    assert isinstance(voicing.words(THREE.assign(document="z"), UNITS, DOCUMENTS), pd.DataFrame)
