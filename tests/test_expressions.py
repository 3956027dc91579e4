"""Expressions of several words: what comes back, what is a piece of something longer, what has the wrong form."""

import pytest
import worded

from analysis import expressions, tables

FILLER = {"fr": "et ou mais donc " * 60, "en": "and or but so " * 60}
"""Words of grammar beside the sentences: among a dozen words, none stand together oftener than by chance."""


def labels(*sentences, lang="fr"):
    documents, units = worded.corpus({"A": [*sentences, FILLER[lang]]}, lang=lang)
    return expressions.find(worded.read(documents, units).query("kind != 'expression'"), documents)


@pytest.mark.parametrize(
    ("why", "lang", "sentences", "found"),
    [
        (
            "a noun and its adjective, in both numbers",
            "fr",
            ["Un missile balistique est tombé.", "Leurs missiles balistiques volent.", "Le missile balistique vole."],
            {"missile balistique"},
        ),
        (
            "nouns linked by de, with an article or without",
            "fr",
            [
                "Le lancement d’un satellite a échoué.",
                "Ce lancement de satellites réussit.",
                "Tout lancement de satellite",
            ],
            {"lancement d'un satellite"},
        ),
        (
            "the piece of a longer one does not stand by itself",
            "fr",
            ["Ce missile balistique intercontinental vole.", "Un missile balistique intercontinental tombe."],
            {"missile balistique intercontinental"},
        ),
        (
            "unless it stands elsewhere, twice",
            "fr",
            [
                "Ce missile balistique intercontinental vole.",
                "Un missile balistique intercontinental tombe.",
                "Leur missile balistique rouille.",
                "Aucun missile balistique ici.",
            ],
            {"missile balistique intercontinental", "missile balistique"},
        ),
        ("once is nothing", "fr", ["Un missile balistique est tombé."], set()),
        (
            "always between the same words: wording that is shared",
            "fr",
            ["Il salue une trêve fragile hier.", "Il salue une trêve fragile hier."],
            set(),
        ),
        ("a mark parts words", "fr", ["Le missile, balistique, vole.", "Un missile, balistique, tombe."], set()),
        ("a verb is no part", "fr", ["Les pirates attaquaient encore.", "Deux pirates attaquaient, hier."], set()),
        (
            "a participle that agrees is",
            "fr",
            ["Un groupe armé avance.", "Ces groupes armés reculent.", "Leur groupe armé négocie."],
            {"groupe armé"},
        ),
        (
            "one that does not agree belongs to another noun",
            "fr",
            ["Le paquet de sanctions adopté hier.", "Un train de sanctions adopté ici."],
            set(),
        ),
        (
            "English nouns stand in a row",
            "en",
            ["The ballistic missile flew.", "A ballistic missile fell.", "Two ballistic missiles stood there."],
            {"ballistic missile"},
        ),
        (
            "or with of",
            "en",
            ["The rule of law matters.", "No rule of law there.", "Their rule of law failed."],
            {"rule of law"},
        ),
    ],
)
def test_expressions(why, lang, sentences, found):
    assert set(labels(*sentences, lang=lang)["lemma"]) == found, why


def test_each_occurrence_has_its_place_and_own_form():
    found = labels("Le tir d’essai rate.", "Deux tirs d’essai ratent.", "Un tir d’essai de plus.")
    assert found[["unit", "match", "lemma"]].values.tolist() == [
        [0, "tir d’essai", "tir d'essai"],
        [1, "tirs d’essai", "tir d'essai"],
        [2, "tir d’essai", "tir d'essai"],
    ]
    assert set(found["kind"]) == {"expression"}


def test_nothing_keeps_its_columns():
    documents, units = tables.empty("documents"), tables.empty("units")
    assert list(expressions.find(worded.read(documents, units), documents).columns) == list(labels("Rien.").columns)
