"""Loaded words by rate and kind, and what is said of them: on the articles of tests/small.py."""

import json
from pathlib import Path

import pandas as pd
import pytest
import small

from analysis import display, framing, language, lexicons, loaded, matching, measures, prose, tables, voicing

CASES = json.loads((Path(__file__).parent / "cases" / "loaded.json").read_text(encoding="utf-8"))

UNITS, DOCUMENTS, STATEMENTS = small.units(), small.documents(), small.statements()
OWN = measures.in_counted(framing.voiced(small.evidence(), STATEMENTS), UNITS)
VOICES = voicing.words(STATEMENTS, UNITS, DOCUMENTS)
KINDS = ["dramatising", "praising"]


@pytest.fixture(scope="module")
def evidence():
    """What the packaged lexicons find in all cases, each an article of one unit."""
    texts = [case["text"] for case in CASES]
    rows = [
        {"document": str(at), "label": str(at), "lang": case["lang"], "text": case["text"]}
        for at, case in enumerate(CASES)
    ]
    units = [
        {"document": str(at), "unit": 0, "start": 0, "end": len(text), "role": "body"} for at, text in enumerate(texts)
    ]
    found = matching.find(tables.table("documents", rows), tables.table("units", units), lexicons.load(["en", "fr"]))
    return found[found["layer"] == loaded.LAYER]


@pytest.mark.parametrize("at", range(len(CASES)), ids=[case["why"] for case in CASES])
def test_words_that_are_loaded_and_those_that_are_not(evidence, at):
    found = evidence[evidence["document"] == str(at)]
    assert dict(zip(found["match"], found["label"], strict=True)) == CASES[at]["found"]


def test_both_languages_have_the_same_kinds():
    rules = lexicons.load(["en", "fr"])
    rules = rules[rules["layer"] == loaded.LAYER]
    kinds = {lang: set(part["label"]) for lang, part in rules.groupby(rules["rule"].str[:2])}
    assert kinds["fr"] == kinds["en"] == {"dramatising", "praising", "disparaging", "ironic", "none"}


def test_scare_quotes_of_counted_units_are_evidence_and_quotations_are_not():
    found = loaded.scare_quotes(STATEMENTS, UNITS, DOCUMENTS)
    assert found[["document", "unit", "match", "layer", "label"]].values.tolist() == [
        ["b", 1, '"gift"', "loaded", "in scare quotes"]
    ]
    assert found.dtypes.to_dict() == tables.empty("evidence").dtypes.to_dict()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La « pause » dure.", ["« pause »"]),
        ("Le « grand pardon » dure.", ["« grand pardon »"]),
        ("Le film « Pause » dure.", []),
        ("Le vol « 714 pour Sydney » part.", []),
        ("Un « droit à la vie privée » est cité.", []),
    ],
)
def test_names_titles_numbers_and_long_wording_are_no_scare_quotes(text, expected):
    documents = DOCUMENTS.head(1).assign(text=text)
    start, end = text.index("«"), text.index("»") + 1
    units = tables.table("units", [{"document": "a", "unit": 0, "start": 0, "end": len(text), "role": "body"}])
    mark = {"document": "a", "unit": 0, "start": start, "end": end, "kind": "scare"}
    found = loaded.scare_quotes(tables.table("statements", [mark]), units, documents)
    assert found["match"].tolist() == expected


def test_rates_count_words_that_are_not_quoted():
    table = loaded.rates(OWN, VOICES, DOCUMENTS, KINDS)
    assert table[["label", "source", "times", "of"]].values.tolist() == [
        *[["dramatising", source, 0, of] for source, of in (("A", 10), ("B", 10), ("C é", 6))],
        *[["praising", source, times, of] for source, times, of in (("A", 1, 10), ("B", 0, 10), ("C é", 0, 6))],
        *[["any kind", source, times, of] for source, times, of in (("A", 1, 10), ("B", 0, 10), ("C é", 0, 6))],
    ]
    assert table.loc[3, "rate"] == 10
    assert (table["low"] <= table["share"]).all()
    assert (table["share"] <= table["high"]).all()


def test_scare_quotes_are_in_no_rate():
    both = pd.concat([OWN, loaded.scare_quotes(STATEMENTS, UNITS, DOCUMENTS)], ignore_index=True)
    pd.testing.assert_frame_equal(
        loaded.rates(both, VOICES, DOCUMENTS, KINDS), loaded.rates(OWN, VOICES, DOCUMENTS, KINDS)
    )


def test_words_of_two_kinds_at_one_place_are_one_loaded_word():
    both = pd.concat([OWN, OWN[OWN["layer"] == "loaded"].assign(label="dramatising")], ignore_index=True)
    table = loaded.rates(both, VOICES, DOCUMENTS, KINDS)
    assert table.loc[table["source"] == "A", "times"].tolist() == [1, 1, 1]


def test_sentences_hold_each_kind_once():
    table = loaded.sentences(pd.concat([OWN, OWN], ignore_index=True), UNITS, DOCUMENTS, KINDS)
    assert table.loc[table["units"] > 0, ["label", "source", "units", "of"]].values.tolist() == [
        ["praising", "A", 1, 4],
        ["any kind", "A", 1, 4],
    ]


def measured(*rows):
    """(kind, source, words, of, sentences, of sentences) → the two tables, each kind once more as any kind."""
    frame = pd.DataFrame(rows, columns=["label", "source", "times", "of", "units", "sentences"])
    frame = pd.concat([frame, frame.assign(label=loaded.ANY)], ignore_index=True)
    frame = frame.assign(layer="loaded", document=frame["source"].str.lower())
    held = frame.drop(columns=["times", "of"]).rename(columns={"sentences": "of"})
    return frame.drop(columns=["units", "sentences"]), held


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], ["No article has words outside quotations in which loaded words could stand."]),
        (
            [("praising", "A", 0, 0, 0, 0)],
            ["No article has words outside quotations in which loaded words could stand."],
        ),
        ([("praising", "A", 0, 90, 0, 9)], ["No loaded word was found in 90 words outside quotations."]),
        (
            [("praising", "A", 1, 80, 1, 9)],
            ["Outside quotations 1 article uses 1 loaded word in 80 words, 1.2 in 100.", "By kind: “praising” 1."],
        ),
        (
            [("praising", "A", 3, 100, 2, 9), ("praising", "B", 3, 100, 2, 9)],
            [
                "Outside quotations 2 articles use 6 loaded words in 200 words, 3.0 in 100.",
                "By kind: “praising” 6.",
                "No article differs from the others in this by more than chance could give (4 tests).",
            ],
        ),
        (
            [("praising", "A", 40, 400, 30, 40), ("praising", "B", 2, 400, 2, 40)],
            [
                "Outside quotations 2 articles use 42 loaded words in 800 words, 5.2 in 100.",
                "By kind: “praising” 42.",
                "More sentences of A hold a loaded word (30 of 40) than elsewhere (2 of 40; adjusted p < .001).",
                "More sentences of A hold a word of the kind “praising” (30 of 40) than elsewhere "
                "(2 of 40; adjusted p < .001).",
            ],
        ),
        (
            [("praising", "A", 40, 400, 30, 40), ("praising", "B", 2, 400, 2, 40), ("praising", "C", 0, 0, 0, 0)],
            [
                "Outside quotations 2 articles use 42 loaded words in 800 words, 5.2 in 100.",
                "By kind: “praising” 42.",
                "More sentences of A hold a loaded word (30 of 40) than elsewhere (2 of 40; adjusted p < .001).",
                "More sentences of A hold a word of the kind “praising” (30 of 40) than elsewhere "
                "(2 of 40; adjusted p < .001).",
            ],
        ),
    ],
)
def test_what_is_said_of_rates(rows, expected):
    said = prose.loaded_rates(*measured(*rows))
    plain = [pd.Series([one]).str.replace(r"\[\[(.*?)\|.*?\]\]", r"\1", regex=True)[0] for one in said]
    assert plain[: len(expected)] == expected
    assert plain[len(expected) :] in ([], ["Words that no rule of the lexicon knows are not counted."])


def test_many_articles_alike_and_one_that_differs():
    alike = [("praising", f"S{at}", 4, 100, 3, 20) for at in range(39)]
    assert "No article differs" in prose.loaded_rates(*measured(*alike, ("praising", "Z", 4, 100, 3, 20)))[2]
    assert "More sentences of Z" in prose.loaded_rates(*measured(*alike, ("praising", "Z", 30, 100, 18, 20)))[2]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], ["Aucun article n’a, hors citations, de mots parmi lesquels chercher des mots connotés."]),
        ([("praising", "A", 0, 90, 0, 9)], ["Aucun mot connoté n’a été trouvé dans 90 mots hors citations."]),
        (
            [("praising", "A", 1, 80, 1, 9)],
            [
                "Hors citations, 1 article emploie 1 mot connoté sur 80 mots, soit 1,2 pour 100.",
                "Par type : « élogieux » 1.",
            ],
        ),
        (
            [("praising", "A", 3, 100, 2, 9), ("praising", "B", 3, 100, 2, 9)],
            [
                "Hors citations, 2 articles emploient 6 mots connotés sur 200 mots, soit 3,0 pour 100.",
                "Par type : « élogieux » 6.",
                "Aucun article ne se distingue des autres sur ce point au-delà du hasard (4 tests).",
            ],
        ),
    ],
)
def test_what_is_said_of_rates_in_french(rows, expected):
    with language.speaking("fr"):
        said = [display.plain(one).replace("\u00a0", " ") for one in prose.loaded_rates(*measured(*rows))]
    assert said[: len(expected)] == expected
    assert said[len(expected) :] in ([], ["Les mots qu’aucune règle du lexique ne connaît ne sont pas comptés."])


def test_an_article_that_differs_in_french():
    rows = [("praising", "A", 40, 400, 30, 40), ("praising", "B", 2, 400, 2, 40)]
    with language.speaking("fr"):
        said = [display.plain(one).replace("\u00a0", " ") for one in prose.loaded_rates(*measured(*rows))]
    assert said[2].replace("\u202f", " ") == (
        "Les phrases à mot connoté sont plus fréquentes dans l’article A (30 sur 40) qu’ailleurs (2 sur 40 ; p ajusté "
        "< 0,001)."
    )
