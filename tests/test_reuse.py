"""Passages that two articles share: the cases of tests/cases/reuse.json, the coded articles, copies that are made."""

import csv
import json
import random
import re
from pathlib import Path

import pandas as pd
import pytest

from analysis import reading, reuse, tables
from analysis.tables import ParameterError

ROOT = Path(__file__).parent
CASES = json.loads((ROOT / "cases" / "reuse.json").read_text(encoding="utf-8"))
SPAN = ["document", "start", "end"]


def articles(*texts, lang="fr"):
    return tables.table("documents", [{"document": f"{n}", "lang": lang, "text": t} for n, t in enumerate(texts)])


def one_unit_each(documents, role="body"):
    rows = documents[["document", "text"]].itertuples(index=False, name=None)
    return tables.table("units", [{"document": n, "unit": 0, "start": 0, "end": len(t), "role": role} for n, t in rows])


def stretches(documents, wanted):
    return [
        {"document": name, "unit": 0, "start": text.index(words), "end": text.index(words) + len(words)}
        for name, text in documents[["document", "text"]].itertuples(index=False, name=None)
        for words in wanted
        if words in text
    ]


def shared(*texts, quoted=(), reported=(), names=(), kind="direct", **options):
    documents = articles(*texts)
    said = [row | {"kind": kind} for row in stretches(documents, quoted)]
    said += [row | {"kind": "indirect"} for row in stretches(documents, reported)]
    said = tables.table("statements", said)
    spans = pd.DataFrame(stretches(documents, names), columns=[*SPAN, "unit"])
    found = reuse.passages(documents, one_unit_each(documents), said, spans, **options)
    return tables.verify("passages", found, documents=documents)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_what_two_articles_share(case):
    texts = case["a"], case["b"]
    found = shared(
        *texts, quoted=case.get("quoted", ()), reported=case.get("reported", ()), names=case.get("names", ())
    )
    said = [
        [texts[0][row.start_a : row.end_a], texts[1][row.start_b : row.end_b], row.kind, row.within]
        for row in found.itertuples()
    ]
    assert said == case["passages"]


SENTENCE = "Le hangar a brûlé toute la nuit malgré trente pompiers venus des villages voisins"


def test_what_a_passage_counts():
    row = shared(SENTENCE, SENTENCE.replace("brûlé", "flambé")).iloc[0]
    assert (row["words"], row["agreed"], row["quoted"], row["kind"]) == (14, 13, 0, "rewritten")
    assert row["score"] == pytest.approx(13 / 14)


@pytest.mark.parametrize(
    ("kind", "within"),
    [("direct", "quotation"), ("partial", "quotation"), ("scare", "quotation"), ("indirect", "prose")],
)
def test_only_words_in_marks_are_quoted(kind, within):
    assert shared(SENTENCE, SENTENCE, quoted=[SENTENCE], kind=kind)["within"].tolist() == [within]


@pytest.mark.parametrize("marked", [0, 1])
def test_who_quotes_what_the_other_tells(marked):
    texts = [SENTENCE, SENTENCE]
    texts[marked] = f"« {SENTENCE} »"
    row = shared(*texts, quoted=[texts[marked]]).iloc[0]
    assert (row["within"], row["quoted_by"], row["quoted"]) == ("quoted by one", str(marked), 14)
    assert shared(SENTENCE, SENTENCE, quoted=[SENTENCE])["quoted_by"].tolist() == [""]


@pytest.mark.parametrize("role", tables.UNCOUNTED)
def test_captions_credits_and_links_are_aside(role):
    documents = articles(SENTENCE, SENTENCE)
    said = tables.empty("statements")
    assert len(reuse.passages(documents, one_unit_each(documents), said)) == 1
    assert reuse.passages(documents, one_unit_each(documents, role), said).empty


def test_a_passage_does_not_leave_its_article():
    begin, end = SENTENCE.split(" trente ")
    found = shared(begin, f"trente {end}", SENTENCE)
    assert found[["document_a", "document_b", "words"]].values.tolist() == [["0", "2", 8]]


def test_capitals_are_names_only_where_both_articles_have_them():
    assert len(shared(SENTENCE, SENTENCE.upper())) == 1
    assert shared(f"On dit : {SENTENCE.title()}", f"Il dit que {SENTENCE.title()}").empty


def test_only_the_pairs_that_are_asked_for():
    pairs = pd.DataFrame({"document_a": ["2"], "document_b": ["0"]})
    found = shared(SENTENCE, SENTENCE, SENTENCE, pairs=pairs)
    assert found[["document_a", "document_b"]].values.tolist() == [["0", "2"]]
    assert len(shared(SENTENCE, SENTENCE, SENTENCE)) == 3


@pytest.mark.parametrize("texts", [(), (SENTENCE,), ("Rien.", "Oui !"), ("…", SENTENCE)])
def test_nothing_shared_keeps_columns_and_dtypes(texts):
    found = shared(*texts)
    assert found.empty
    assert found.dtypes.astype(str).to_dict() == tables.SCHEMAS["passages"]


@pytest.mark.parametrize(
    ("options", "sentence"), [({"least": 2}, "3 words or more"), ({"score": 0}, "not 8 and 0"), ({"score": 1.1}, "1.1")]
)
def test_a_passage_of_two_words_is_refused(options, sentence):
    with pytest.raises(ParameterError, match=sentence):
        shared(SENTENCE, SENTENCE, **options)


def test_stricter_parameters_find_less():
    other = SENTENCE.replace("brûlé", "flambé").replace("trente", "vingt")
    assert len(shared(SENTENCE, other, score=0.8)) == 1
    assert shared(SENTENCE, other, score=0.9).empty
    assert shared(SENTENCE, other, least=15).empty


# --- made copies and coded ones


def sentences(lang):
    """Sentences of the invented articles for tuning that are long enough to be copied."""
    texts = (file.read_text(encoding="utf-8") for file in sorted((ROOT / "corpora").glob("dev[23]/*.txt")))
    found = {said.strip() for text in texts for said in re.split(r"(?<=[.!?])\s+|\n+", text) if len(said.split()) > 12}
    english = {said for said in found if re.search(r"\b(?:the|of)\b", said)}
    return sorted(english if lang == "en" else found - english)


def made(rate, number=40, seed=3):
    """Pairs of articles of which the second holds two sentences of the first, this share of the words replaced."""
    dice = random.Random(seed)
    for place in range(number):
        pool = sentences("fr" if place % 4 else "en")
        vocabulary = sorted(set(re.findall(r"[^\W\d_]{3,}", " ".join(pool))))
        chosen = dice.sample(pool, 8)
        copied = " ".join(chosen[1:3])
        yield (
            " ".join(chosen[:4]),
            copied,
            " ".join([*chosen[4:6], replaced(copied, rate, vocabulary, dice), *chosen[6:]]),
        )


def replaced(text, rate, vocabulary, dice):
    return re.sub(r"[^\W\d_]+", lambda word: dice.choice(vocabulary) if dice.random() < rate else word.group(), text)


@pytest.mark.parametrize(("rate", "recall"), [(0, 0.99), (0.1, 0.97), (0.2, 0.95), (0.3, 0.85)])
def test_made_copies_are_found_to_the_character(rate, recall):
    found = of = right = told = 0
    for text, copied, other in made(rate):
        start = text.index(copied)
        for row in shared(text, other).itertuples():
            inside = max(0, min(row.end_a, start + len(copied)) - max(row.start_a, start))
            right, told, found = right + inside, told + row.end_a - row.start_a, found + inside
        of += len(copied)
    assert right / told >= 0.97
    assert found / of >= recall


def test_the_coded_articles_share_the_passages_that_were_coded():
    read = reading.read(ROOT / "corpora" / "dev4")
    names = reuse.names(read.actors, read.evidence, read.dates)
    found = reuse.passages(read.documents, read.units, read.statements, names)
    gold = pd.read_csv(ROOT / "corpora" / "dev4" / "passages.tsv", sep="\t", quoting=csv.QUOTE_NONE)
    assert share_met(gold, found) >= 0.95
    assert share_met(found, gold) >= 0.95
    assert found["within"].value_counts().to_dict() == {"prose": 32, "quotation": 5}


def share_met(rows, others):
    """Which share of the rows has half or more of its characters in a passage of the others, in both articles."""
    keys = ["document_a", "document_b"]
    both = rows.reset_index().merge(others, on=keys, suffixes=("", "_other"))
    met = pd.Series(True, both.index)
    for side in ("a", "b"):
        ends, starts = (both[[f"{edge}_{side}", f"{edge}_{side}_other"]] for edge in ("end", "start"))
        size = both[f"end_{side}"] - both[f"start_{side}"]
        met &= 2 * (ends.min(axis=1) - starts.max(axis=1)) >= size
    return both.loc[met, "index"].nunique() / len(rows)


def test_accounts_of_other_words_share_nothing():
    read = reading.read(ROOT / "corpora" / "dev3")
    names = reuse.names(read.actors, read.evidence, read.dates)
    assert reuse.passages(read.documents, read.units, read.statements, names).empty
