"""The same words in several articles: the cases of tests/cases/echoes.json, groups, evidence, properties."""

import pandas as pd
import pytest
from cased import cases, each

from analysis import echoes, lexicons, reading, retold, sides, tables

ROWS = ["told", "speakers", "wording", "difference"]
EVIDENCE = tables.empty("evidence")
ACTORS = tables.empty("actors")
DATES = tables.empty("dates")


def documents(texts, lang="fr"):
    rows = [{"document": str(n), "label": "ABCDEFGH"[n], "lang": lang, "text": text} for n, text in enumerate(texts)]
    return tables.table("documents", rows)


def units(texts):
    """One unit a line."""
    rows = []
    for n, text in enumerate(texts):
        at = 0
        for unit, line in enumerate(text.split("\n")):
            rows.append({"document": str(n), "unit": unit, "start": at, "end": at + len(line), "role": "body"})
            at += len(line) + 1
    return tables.table("units", rows)


def place(texts, n, words):
    start = texts[n].index(words)
    unit = texts[n][:start].count("\n")
    return {"document": str(n), "unit": unit, "start": start, "end": start + len(words)}


def statements(texts, said):
    rows = []
    for n, words, kind, speaker, speaker_kind, *more in said:
        state, told = (*more, "", "")[:2]
        row = place(texts, n, words) | {"kind": kind, "speaker": speaker, "speaker_kind": speaker_kind}
        row |= dict.fromkeys(("speaker_start", "speaker_end", "cue_start", "cue_end"), -1) | {"state": state}
        if told:
            at = texts[n].index(told)
            row |= {"cue_start": at, "cue_end": at + len(told)}
        rows.append(row)
    frame = tables.table("statements", rows)
    keyed = {(row["document"], row["start"], row["end"]): row["state"] for row in rows}
    spans = frame[["document", "start", "end"]].itertuples(index=False, name=None)
    return frame.assign(state=pd.Series([keyed[span] for span in spans], frame.index, "str"))


def found(case):
    texts = case["texts"]
    actors = [
        place(texts, n, name) | {"match": name, "actor": name, "kind": "person", "how": "name"}
        for name in case.get("actors", ())
        for n in range(len(texts))
        if name in texts[n]
    ]
    hedges = [
        place(texts, n, words) | {"match": words, "layer": "hedge", "label": "conditional", "rule": "r"}
        for words in case.get("hedges", ())
        for n in range(len(texts))
        if words in texts[n]
    ]
    said = statements(texts, case["said"])
    parts = tables.table("actors", actors), tables.table("evidence", hedges)
    return echoes.find(documents(texts, case.get("lang", "fr")), units(texts), said, *parts, DATES)


@pytest.mark.parametrize("case", each(cases("echoes")))
def test_what_is_told_again(case):
    rows = found(case)
    assert [[int(row["document"]), *(row[name] for name in ROWS)] for row in rows.to_dict("records")] == case["rows"]
    assert (rows["said"] == [case["texts"][int(n)][a:b] for n, a, b in rows[["document", "start", "end"]].values]).all()


def test_every_difference_has_a_place_in_their_order_and_a_case():
    seen = {row[4] for case in cases("echoes") for row in case["rows"]}
    assert seen == set(retold.DIFFERENCES)


QUOTE = "« La facture sera présentée aux armateurs »"


def many(count, speaker="Lise Arvin"):
    texts = [f"{QUOTE}, a promis {speaker}. Une phrase {n} à part." for n in range(count)]
    return texts, [[n, QUOTE, "direct", speaker, "government"] for n in range(count)]


def test_a_quotation_of_eight_articles_is_one_echo_with_a_row_each():
    texts, said = many(8)
    rows = found({"texts": texts, "said": said})
    assert rows["echo"].tolist() == ["E001"] * 8
    assert rows["articles"].tolist() == [8] * 8
    assert rows["words"].tolist() == rows["of"].tolist() == [6] * 8


def test_the_weightiest_difference_comes_first():
    texts, said = many(2)
    other = "« Le pont était fermé aux camions depuis janvier »"
    texts = [f"{text}\n{other}, dit {name}." for text, name in zip(texts, ("Ana Rol", "Luc Ober"), strict=True)]
    said += [[n, other, "direct", name, "witness"] for n, name in enumerate(("Ana Rol", "Luc Ober"))]
    rows = found({"texts": texts, "said": said})
    assert rows[["echo", "difference"]].values.tolist() == [
        ["E001", ""],
        ["E001", "other speaker"],
        ["E002", ""],
        ["E002", ""],
    ]


def test_two_articles_read_from_their_texts():
    texts = [
        "Le pont de Varne\n\n« Nous savions que le tablier souffrait de la corrosion depuis 2019 », a reconnu le "
        "ministre des Transports, Paul Arvin.",
        "« Nous savions que le tablier souffrait de la corrosion depuis 2019 », a lâché la maire, Odile Tanguy.",
    ]
    ledger = pd.DataFrame({"document": [], "step": [], "reason": []}, dtype="str")
    read = reading.annotated(documents(texts), lexicons.load(["fr"]), ledger)
    said = sides.sided(read.statements, read.actors, read.evidence, read.rules, read.documents)
    rows = echoes.find(read.documents, read.units, said, read.actors, read.evidence, read.dates)
    assert rows[["source", "speaker", "difference"]].values.tolist() == [
        ["A", "Paul Arvin", ""],
        ["B", "Odile Tanguy", "other speaker"],
    ]


def test_the_same_words_twice_in_one_article_are_no_echo():
    text = f"{QUOTE}, a promis Lise Arvin.\nEt encore : {QUOTE}."
    assert found({"texts": [text], "said": [[0, QUOTE, "direct", "Lise Arvin", "government"]]}).empty


def test_captions_credits_and_links_are_aside():
    texts, said = many(2)
    uncounted = units(texts).assign(role=["body", "caption"])
    rows = echoes.find(documents(texts), uncounted, statements(texts, said), ACTORS, EVIDENCE, DATES)
    assert rows.empty


def test_no_article_and_no_statement_keep_columns_and_dtypes():
    texts, said = many(2)
    full = found({"texts": texts, "said": said})
    none = found({"texts": texts, "said": []})
    nobody = found({"texts": [], "said": []})
    assert none.empty
    assert nobody.empty
    assert none.dtypes.to_dict() == nobody.dtypes.to_dict() == full.dtypes.to_dict()


def test_each_place_is_evidence_of_its_echo():
    texts, said = many(3)
    rows = found({"texts": texts, "said": said})
    evidence = echoes.evidence_of(rows, documents(texts))
    assert evidence[["layer", "label", "match", "rule"]].values.tolist() == [["echo", "E001", QUOTE, "quoted"]] * 3
    tables.verify("evidence", evidence, documents=documents(texts))
    tables.verify("evidence", echoes.evidence_of(rows.head(0), documents(texts)))


def test_an_echo_inside_a_longer_one_of_the_same_articles_is_one():
    texts = [
        "« Le pont sera fermé aux voitures jusqu'au printemps », dit le maire.",
        "Le pont restera « fermé aux voitures jusqu'au printemps » selon le maire.",
        "Le maire dit que le pont sera fermé aux voitures jusqu'au printemps.",
    ]
    texts[0] += "\nUn pont « fermé aux voitures »."
    words = "Le pont sera fermé aux voitures jusqu'au printemps"
    said = [
        (0, f"« {words} »", "direct", "Alma", "official"),
        (0, "« fermé aux voitures »", "partial", "Alma", "official"),
        (1, "« fermé aux voitures jusqu'au printemps »", "partial", "Alma", "official"),
        (2, "le pont sera fermé aux voitures jusqu'au printemps", "indirect", "Alma", "official"),
    ]
    told = echoes.find(documents(texts), units(texts), statements(texts, said), ACTORS, EVIDENCE, DATES)
    assert set(told["echo"]) == {"E001"}
