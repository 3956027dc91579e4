"""What articles share, in one call: whatever the web did to their signs, and whatever a publisher adds to them."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest

from analysis import copies, legible, lexicons, reading, sharing, shingles, standing, tables

CASES = json.loads((Path(__file__).parent / "cases" / "sharing.json").read_text(encoding="utf-8"))
WIRE = (
    "Le hangar à bateaux de l'île a brûlé dans la nuit, n'exclut pas le préfet : "
    "l'officier diffuse une photo du cœur de l'été"
)
SIGNED = "(AFP)"
ONE = "Au café du port, personne ne veut parler de ce qui s'est passé. Les volets sont clos et la pluie tombe."
OTHER = "La mairie a réuni son conseil en urgence vendredi. Trois familles seront relogées par la commune voisine."
MORE = "Le gardien du phare, réveillé par les flammes, a sonné la cloche. Les bateaux des voisins ont été mis à l'abri."


@pytest.fixture(scope="module")
def rules():
    return lexicons.load(["fr"])


def documents(*texts, outlets=(), **about):
    rows = [
        {"document": f"{place}", "label": "ABCDE"[place], "lang": "fr", "text": text}
        | {name: value[place] for name, value in about.items()}
        | ({"outlet": outlets[place]} if outlets else {})
        for place, text in enumerate(texts)
    ]
    return tables.table("documents", rows)


def read(rules, *texts, **about):
    ledger = pd.DataFrame(columns=["document", "step", "reason"], dtype="str")
    return reading.annotated(documents(*texts, **about), rules, ledger)


@pytest.mark.parametrize("case", CASES["same"], ids=lambda case: case["why"])
def test_what_the_web_does_to_signs_breaks_no_copy(case, rules):
    found = sharing.find(read(rules, WIRE, case["b"]))
    assert found.passages[["kind", "within"]].values.tolist() == [["verbatim", "prose"]]
    assert found.passages["agreed"].iloc[0] == 27
    assert shingles.containment(documents(WIRE, case["b"]))["a_in_b"].tolist() == [1]


@pytest.mark.parametrize("case", CASES["same"], ids=lambda case: case["why"])
def test_a_legible_text_keeps_every_place(case):
    text = legible.legible(case["b"], legible.known_words([WIRE, case["b"]]))
    assert len(text) == len(case["b"])
    assert legible.legible(WIRE) == WIRE


@pytest.mark.parametrize(
    "text",
    ["R&D et AT&T; 3 < 5 > 2", "Il a dit [sic] que [1] rien.", "a <b c", "Âge, Årsta, Ãgua", "porte-\nparole du maire"],
)
def test_what_only_looks_like_dirt_stays(text):
    assert legible.legible(text, legible.known_words([text])) == text


@pytest.mark.parametrize("case", CASES["standing"], ids=lambda case: case["why"])
def test_an_outlets_standing_words_are_not_shared(case, rules):
    texts = f"{ONE}\n{case['line']}", f"{OTHER}\n{case['line']}"
    articles = read(rules, *texts, outlets=("Le Phare", "Le Phare"))
    found = sharing.find(articles)
    assert found.passages.empty
    assert found.compared.empty
    assert sharing.pairs(articles.documents, articles.units, least=0.01).empty


def test_an_outlet_is_known_by_its_address_too(rules):
    line = CASES["standing"][0]["line"]
    texts = f"{ONE}\n{line}", f"{OTHER}\n{line}"
    urls = ("https://www.phare.example/a", "https://phare.example/b")
    assert sharing.find(read(rules, *texts, url=urls)).passages.empty
    assert len(sharing.find(read(rules, *texts)).passages) == 1


def test_an_update_of_the_same_outlet_is_shared(rules):
    texts = f"{WIRE}. {MORE}", f"{OTHER.split('. ')[0]}.\n{WIRE}. {MORE}"
    found = sharing.find(read(rules, *texts, outlets=("Le Phare", "Le Phare")))
    assert found.passages["agreed"].tolist() == [49]
    assert (found.units["role"] == standing.ROLE).sum() == 0


def test_background_that_an_outlet_uses_again_is_shared(rules):
    background = "Les flammes avaient déjà ravagé deux hangars de l'île au printemps, selon les pompiers."
    one = f"Le hangar de l'île a brûlé.\nLes pompiers ont lutté contre les flammes toute la nuit durant.\n{background}"
    other = f"Un suspect des flammes de l'île est arrêté.\nLes pompiers ont vu un bidon devant le hangar.\n{background}"
    found = sharing.find(read(rules, one, other, outlets=("Le Phare", "Le Phare")))
    assert len(found.passages) == 1


def test_an_article_that_holds_another_one(rules):
    articles = read(rules, f"{WIRE}. {MORE}", f"{ONE} {WIRE}. {MORE} {OTHER}")
    row = sharing.pairs(articles.documents, articles.units).iloc[0]
    assert row["a_in_b"] == 1
    assert row["b_in_a"] < 0.6


def test_a_borrowed_sentence_makes_no_copy(rules):
    articles = read(
        rules, " ".join([ONE, f"{WIRE}.", MORE, *_alone(300)[200:]]), " ".join([OTHER, WIRE + ".", *_alone(200)])
    )
    assert sharing.pairs(articles.documents, articles.units).empty
    assert len(sharing.find(articles).passages) == 1


def _alone(many):
    return [f"mot{place}" for place in range(many)]


def test_credits_against_what_was_measured(rules):
    texts = (
        f"{WIRE}.\n{ONE}\n{SIGNED}",
        f"{WIRE}.\n{MORE}",
        f"{OTHER}\nLa pluie dure.\n{SIGNED}",
        "Il ne dira rien de plus.",
    )
    assert sharing.find(read(rules, *texts)).shared["credit"].tolist() == [
        sharing.CREDITED_SHARED, sharing.UNCREDITED, sharing.CREDITED_ALONE, sharing.NEITHER
    ]  # fmt: skip


def test_side_by_side_and_its_evidence(rules):
    articles = read(rules, f"{WIRE}. {ONE}", f"{OTHER}\n{WIRE}.\n{MORE}", MORE)
    found = sharing.find(articles)
    table = sharing.side_by_side(found.passages, articles.documents)
    assert table[["passage", "source_a", "source_b", "kind", "within"]].values.tolist() == [
        ["P001", "A", "B", "verbatim", "prose"],
        ["P002", "B", "C", "verbatim", "prose"],
    ]
    assert table["wording_a"].iloc[0] == table["wording_b"].iloc[0] == WIRE
    evidence = sharing.evidence_of(found.passages, found.units, articles.documents)
    tables.verify("evidence", evidence, documents=articles.documents)
    opened = evidence[evidence["label"] == "P001"]
    assert opened[["document", "match"]].values.tolist() == [["0", WIRE], ["1", WIRE]]
    by_article = evidence[evidence["layer"] == "shared"].groupby("label").size().to_dict()
    assert by_article == {"A": 1, "B": 3, "C": 2}


def test_nothing_shared_keeps_columns_and_dtypes(rules):
    full = read(rules, WIRE, WIRE)
    every = sharing.find(full)
    for texts in ((), (WIRE,), (WIRE, OTHER)):
        articles = read(rules, *texts)
        found = sharing.find(articles)
        for name in ("passages", "compared", "shared", "copied"):
            one, other = getattr(found, name).dtypes.to_dict(), getattr(every, name).dtypes.to_dict()
            assert one == other, (texts, name)
        table = sharing.side_by_side(found.passages, articles.documents)
        assert table.empty
        assert table.dtypes.to_dict() == sharing.side_by_side(every.passages, full.documents).dtypes.to_dict()
        assert sharing.evidence_of(found.passages, found.units, articles.documents).empty


def measure(*rows):
    columns = ["label", "source", "share", "units", "of"]
    return pd.DataFrame(rows, columns=columns).astype({"label": "str", "source": "str", "share": "float64"})


EVERY = (("fire", "A", 0.5, 5, 10), ("port", "A", 0.2, 2, 10), ("port", "B", 0.1, 1, 10), ("port", "C", 1.0, 1, 1))
KEYS = ["label", "source"]


def test_a_measure_with_and_without_copies():
    own = measure(("fire", "A", 0.25, 1, 4), ("port", "B", 0.1, 1, 10))
    table = sharing.beside(measure(*EVERY), own, KEYS)
    assert table.values.tolist() == [
        ["fire", "A", 0.5, 5, 10, 0.25, 1, 4, -0.25],
        ["port", "B", 0.1, 1, 10, 0.1, 1, 10, 0.0],
    ]
    assert sharing.beside(measure(*EVERY)[:0], own[:0], KEYS).empty


def test_a_label_that_is_too_rare_without_copies_has_not_fallen():
    table = sharing.beside(measure(*EVERY), measure(("fire", "A", 0.5, 5, 10)), KEYS)
    assert table["label"].tolist() == ["fire"]


def test_a_label_that_stands_in_copies_alone_falls_to_none_of_what_is_left():
    own = measure(("fire", "A", 0.25, 1, 4), ("fire", "B", 0.0, 0, 10), ("fire", "C", 0.0, 0, 0))
    table = sharing.beside(measure(*EVERY), own, KEYS, whole=True)
    assert table.values.tolist() == [
        ["fire", "A", 0.5, 5, 10, 0.25, 1, 4, -0.25],
        ["port", "A", 0.2, 2, 10, 0.0, 0, 4, -0.2],
        ["port", "B", 0.1, 1, 10, 0.0, 0, 10, -0.1],
    ]
    same = sharing.beside(measure(*EVERY), measure(*EVERY), KEYS, whole=True)
    assert same["difference"].tolist() == [0] * 4


def test_units_without_copies_are_those_that_copies_leaves(rules):
    articles = read(rules, f"{WIRE}. {ONE}", f"{WIRE}. {OTHER}")
    found = sharing.find(articles)
    left = copies.without(found.units, found.copied)
    assert len(left) == len(found.units) - 1
    said = re.findall(r"\w+ hangar", " ".join(tables.trace(left, articles.documents)["text"]))
    assert said == ["Le hangar"]
