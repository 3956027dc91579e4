"""Designations of invented sentences, each read as an article of its own; and the tables that count them."""

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis import (
    designation_counts,
    designation_kinds,
    designations,
    display,
    figures,
    language,
    lexicons,
    prose,
    reading,
    tables,
    traits,
)
from analysis.prose import designations as designations_told

ROOT = Path(__file__).parents[1]
CASES = json.loads((ROOT / "tests/cases/designations.json").read_text(encoding="utf-8"))
SHOWN = ["words", "actor", "kind", "charge", "modifiers"]


@pytest.fixture(scope="module")
def rules() -> pd.DataFrame:
    return lexicons.load(["fr", "en"])


def told(rules: pd.DataFrame, *texts: str, lang: str = "fr") -> reading.Reading:
    rows = [
        {"document": f"{place}", "label": "ABCDEFGH"[place], "lang": lang, "text": text}
        for place, text in enumerate(texts)
    ]
    return reading.annotated(tables.table("documents", rows), rules, tables.empty("documents"))


def marks(case):
    return [pytest.mark.xfail(strict=True, reason=case["known_failure"])] if "known_failure" in case else []


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"], marks=marks(case)) for case in CASES])
def test_case(case, rules: pd.DataFrame) -> None:
    found = designations.find(told(rules, case["text"], lang=case["lang"])).designations
    assert found[SHOWN].to_numpy().tolist() == case["found"]


def test_the_table_can_be_traced(rules: pd.DataFrame) -> None:
    read = told(rules, *(case["text"] for case in CASES[:5]))
    found = designations.find(read)
    traced = tables.trace(found.designations, read.documents)
    assert [" ".join(text.split()) for text in traced["text"]] == found.designations["words"].tolist()
    assert set(found.designations["kind"]) <= set(designation_kinds.KINDS)
    assert set(found.designations["charge"]) <= set(designation_kinds.CHARGES)
    hung = tables.trace(found.modifiers, read.documents)
    assert hung["text"].tolist() == found.modifiers["modifier"].tolist() != []


def test_quotations_are_the_speakers_and_scare_quotes_are_flagged(rules: pd.DataFrame) -> None:
    text = "Le dirigeant Paul Kagame est venu. « Ce dictateur de Kigali tombera », a déclaré Jean Roussel."
    found = designations.find(told(rules, text)).designations
    voices = dict(zip(found["words"], found["voice"], strict=True))
    assert voices["dirigeant Paul Kagame"] == "own"
    assert {voice for words, voice in voices.items() if "dictateur" in words} == {"quoted"}


def test_words_of_reported_speech_are_not_surely_the_outlets(rules: pd.DataFrame) -> None:
    text = "Séoul a réagi. Selon Jean Roussel, l'Iran ment. L'Iran se tait."
    read = told(rules, text)
    at = text.index("l'Iran ment")
    said = read.statements.head(0)
    row = {"document": "0", "kind": "indirect", "start": at, "end": at + len("l'Iran ment")}
    said = pd.DataFrame([row]).reindex(columns=said.columns)
    found = designations.find(read).designations
    voices = designations.voiced(found, said).set_index("start")["voice"]
    assert voices[text.index("Iran ment")] == "reported"
    assert voices[text.rindex("Iran")] == "own"
    assert text.index("Iran ment") not in designation_counts.own(designations.voiced(found, said))["start"].tolist()


def test_captions_are_not_counted(rules: pd.DataFrame) -> None:
    read = told(rules, "L'Iran a réagi lundi.\nL'Irak aussi, et l'Iran encore.")
    roles = ["caption" if start else "body" for start in read.units["start"]]
    found = designations.find(read._replace(units=read.units.assign(role=roles))).designations
    assert found["words"].tolist() == ["Iran"]


# --- counts of a small table


def table(*rows: tuple[str, str, str, str, str]) -> pd.DataFrame:
    """Designations of Kim, of each a document (and source), noun, kind, charge and voice."""
    frame = pd.DataFrame([dict(zip(["document", "noun", "kind", "charge", "voice"], row, strict=True)) for row in rows])
    frame = frame.assign(source=frame["document"].str.upper(), actor="Kim", actor_kind="person", words=frame["noun"])
    frame = frame.assign(
        unit=range(len(frame)), start=range(len(frame)), end=range(1, len(frame) + 1), how="", modifiers=""
    )
    return frame.assign(words=frame["noun"].replace("", "Kim"))[list(designations.SCHEMA)].astype(designations.SCHEMA)


DOCUMENTS = tables.table(
    "documents", [{"document": mark, "label": mark.upper(), "lang": "fr", "text": "x" * 40} for mark in "abc"]
)
NAME = ("", "full name", "neutral", "own")
DESPOT = ("despote", "role noun", "disparaging", "own")
FOUND = table(
    ("a", *NAME), ("a", *NAME), ("a", *DESPOT), ("b", *NAME), ("b", "dirigeant", "office", "neutral", "own"),
    ("b", "tyran", "role noun", "disparaging", "quoted"),
)  # fmt: skip


def test_counts_carry_their_denominator_and_leave_quotations_out() -> None:
    counted = designation_counts.counts(FOUND, DOCUMENTS, ["Kim"])
    rows = counted[["kind", "source", "count", "of"]].to_numpy().tolist()
    assert ["full name", "A", 2, 3] in rows
    assert ["role noun", "B", 0, 2] in rows
    assert ["office", "C", 0, 0] in rows
    assert counted.loc[counted["of"] > 0, ["low", "high"]].notna().all().all()


def test_what_one_source_alone_says() -> None:
    alone = designation_counts.alone(FOUND, DOCUMENTS)
    assert alone[["words", "source", "count", "of", "sources", "of_sources"]].to_numpy().tolist() == [
        ["despote", "A", 1, 3, 1, 2],
        ["dirigeant", "B", 1, 2, 1, 2],
    ]


def test_comparisons_are_exact_and_adjusted_over_all() -> None:
    rows = [("a", *NAME)] * 10 + [("b", *DESPOT)] * 10
    compared = designation_counts.compared(designation_counts.counts(table(*rows), DOCUMENTS, ["Kim"]))
    assert len(compared) == 4
    assert compared["p"].round(8).tolist() == [round(2 / 184756, 8)] * 4
    assert "A calls Kim by full name in [[10|" in prose.naming_differences(compared)
    few = designation_counts.compared(designation_counts.counts(FOUND, DOCUMENTS, ["Kim"]))
    assert prose.naming_differences(few).startswith("Chance could give every difference in naming: of ")


def test_features_are_traits_without_word_forms() -> None:
    features = designation_counts.features(FOUND, count=1)
    assert sorted(set(features["feature"])) == [
        "Kim: full name", "Kim: office", "Kim: role noun", "charge: disparaging",
    ]  # fmt: skip
    assert set(traits.counted(features, DOCUMENTS)["group"]) == {"naming"}
    often = designation_counts.features(pd.concat([FOUND, FOUND.head(1)], ignore_index=True))
    assert set(often["feature"]) == {"Kim: full name"}
    assert often["count"].sum() == 4


def test_each_cell_opens_its_sentences() -> None:
    evidence = designation_counts.evidence(FOUND, DOCUMENTS)
    assert set(designation_counts.used(FOUND)["label"]) <= set(evidence["label"])
    tables.verify("evidence", evidence, documents=DOCUMENTS)
    counted = designation_counts.counts(FOUND, DOCUMENTS, ["Kim"])
    assert set(counted["label"]) <= set(evidence["label"])
    assert len(evidence[evidence["label"] == "Kim"]) == 5


def test_sentences_of_nothing_of_one_and_of_several() -> None:
    none = designation_counts.counts(FOUND.head(0), DOCUMENTS, [])
    assert prose.calls(none, "Kim") == ["No article mentions Kim in its own voice, as far as the rules can see."]
    assert prose.called_by_one(designation_counts.alone(FOUND.head(0), DOCUMENTS)).startswith("No noun")
    assert prose.naming_differences(designation_counts.compared(none)).startswith("Too few mentions")
    one = designation_counts.counts(FOUND.head(1), DOCUMENTS, ["Kim"])
    assert prose.calls(one, "Kim")[0] == (
        "A mentions Kim once in its own voice, by full name ([[1 of 1|evidence-designation-kim-full-name-A]])."
    )
    told = prose.calls(designation_counts.counts(FOUND, DOCUMENTS, ["Kim"]), "Kim")
    assert told[0].startswith("A mentions Kim 3 times in its own voice: by full name in [[2|")
    assert "by another noun in [[1|evidence-designation-kim-role-noun-A]] (“{{despote}}” 1)" in told[0]
    many = table(
        *[("a", f"mot{one}", "role noun", "neutral", "own") for one in "abcde"], ("a", *DESPOT), ("a", *DESPOT)
    )
    assert "(7 of 7: “despote” 2, “mota” 1, “motb” 1, “motc” 1, 2 more)" in display.plain(
        prose.calls(designation_counts.counts(many, DOCUMENTS, ["Kim"]), "Kim")[0]
    )
    assert told[-1] == "No mention of Kim in its own voice was found in C."
    assert (
        "A says “{{despote}}” of Kim ([[1|evidence-designation-kim-despote-A]] of 3 mentions)"
        in prose.called_by_one(designation_counts.alone(FOUND, DOCUMENTS))
    )


def french(sentence: str) -> str:
    """The sentence as read, its no-break spaces as plain ones."""
    return display.plain(sentence).replace("\u00a0", " ").replace("\u202f", " ")


def test_sentences_in_french() -> None:
    rows = [("a", *NAME)] * 10 + [("b", *DESPOT)] * 10
    apart = designation_counts.compared(designation_counts.counts(table(*rows), DOCUMENTS, ["Kim"]))
    few = designation_counts.compared(designation_counts.counts(FOUND, DOCUMENTS, ["Kim"]))
    none = designation_counts.counts(FOUND.head(0), DOCUMENTS, [])
    with language.speaking("fr"):
        called = [*map(french, prose.calls(designation_counts.counts(FOUND, DOCUMENTS, ["Kim"]), "Kim"))]
        one = french(prose.calls(designation_counts.counts(FOUND.tail(2).head(1), DOCUMENTS, ["Kim"]), "Kim")[0])
        unseen = french(prose.calls(none, "Kim")[0])
        alone = french(prose.called_by_one(designation_counts.alone(FOUND, DOCUMENTS), most=1))
        differs, alike, empty = (
            french(prose.naming_differences(compared)) for compared in (apart, few, designation_counts.compared(none))
        )
    assert called == [
        "L’article A mentionne « Kim » 3 fois de sa propre voix : par son nom complet dans 2 cas et par un autre nom "
        "commun dans 1 cas (« despote » 1).",
        "L’article B mentionne « Kim » deux fois de sa propre voix : par son nom complet dans 1 cas et par sa seule "
        "fonction dans 1 cas (« dirigeant » 1).",
        "L’article C ne mentionne pas « Kim » de sa propre voix, pour autant que les règles le voient.",
    ]
    assert one == (
        "L’article B mentionne « Kim » une fois de sa propre voix, par sa seule fonction (1 sur 1 : « dirigeant » 1)."
    )
    assert unseen == "Aucun article ne mentionne « Kim » de sa propre voix, pour autant que les règles le voient."
    assert alone == (
        "Relevé dans une seule source, pour des acteurs que d’autres mentionnent aussi : l’article A dit « despote » "
        "pour « Kim » (mentions : 1 sur 3). 1 autre désignation de ce genre figure dans le tableau."
    )
    assert (
        "l’article A désigne « Kim » par son nom complet dans 10 cas sur 10, les autres dans 0 sur 10 (p aj" in differs
    )
    assert alike.startswith("Le hasard pourrait donner tous les écarts de désignation : sur ")
    assert empty == "Aucun acteur n’est assez mentionné dans deux sources pour que l’on compare leurs désignations."


def test_what_is_hung_on_an_actor_stays_in_its_language() -> None:
    rows = [("designation", "Kim", "Kim", "A", "vieux, redouté", 2), ("designation", "Kim", "Kim", "B", "old", 1)]
    hung = pd.DataFrame(rows, columns=["layer", "label", "actor", "source", "modifiers", "count"])
    link = "evidence-designation-kim"
    assert prose.modified(hung, "Kim") == [
        f"A hangs on Kim: “{{{{vieux}}}}” and “{{{{redouté}}}}” ([[2 modifiers|{link}-A]]).",
        f"B hangs on Kim: “{{{{old}}}}” ([[1 modifier|{link}-B]]).",
    ]
    assert prose.modified(hung, "Ann") == []
    with language.speaking("fr"):
        assert [*map(french, prose.modified(hung, "Kim"))] == [
            "L’article A accole à « Kim » : « vieux » et « redouté » (2 qualificatifs).",
            "L’article B accole à « Kim » : « old » (1 qualificatif).",
        ]


def test_every_kind_and_charge_has_its_words_in_both_languages() -> None:
    kinds = [*designation_kinds.KINDS, *designation_kinds.CHARGES]
    for lang in language.LANGUAGES:
        with language.speaking(lang):
            assert len({designations_told.way(kind) for kind in kinds}) == len(kinds)


def test_the_figure_holds_a_row_for_each_source() -> None:
    counted = designation_counts.counts(FOUND, DOCUMENTS, ["Kim"])
    ax = figures.called(counted)
    assert [label.get_text() for label in ax.get_yticklabels()] == ["A (3)", "B (2)", "C (0)"]
    areas = [float(disc.get_sizes()[0]) for disc in ax.collections if disc.get_sizes()[0] > 12]
    assert sorted(areas) == [60, 60, 60, 120]
    assert "not mentioned" in figures.svg(ax)
    assert ax.figure.get_size_inches()[0] <= 6.4
    assert prose.alt_called(counted, "Kim") == (
        "Kim. A: full name 2, role noun 1 of 3; B: full name 1, office 1 of 2; C: not mentioned."
    )
    assert prose.alt_called(counted.head(0), "Kim") == "Kim: nothing to draw."
    figures.svg(figures.called(counted.head(0)))


def test_nothing_is_found_in_an_article_without_actors(rules: pd.DataFrame) -> None:
    found = designations.find(told(rules, "Il pleut."))
    assert found.designations.empty
    assert found.modifiers.empty
    assert designation_counts.main_actors(found.designations) == []
    assert designation_counts.hung(found.modifiers).empty
