"""What is said of comparisons that hold, of those that don't, and of none."""

import re

import pandas as pd
from test_robustness import CLEAR, corpus

from analysis import display, language, measures, prose, robustness
from analysis.prose import robustness as told


def tried(**articles):
    """All comparisons of these articles, tried, and their checks."""
    documents, units, evidence, rules = corpus(**articles)
    compared = robustness.comparisons(measures.prevalence(evidence, units, documents, "frame"))
    checks = robustness.panel(compared, evidence, units, rules, seed=1)
    return robustness.survivors(compared, checks).assign(used=True), checks


def plain(sentences):
    """The sentences without links."""
    return [re.sub(r"\[\[(.*?)\|.*?\]\]", r"\1", sentence) for sentence in sentences]


def test_a_comparison_that_holds_is_told_with_both_denominators():
    compared, _ = tried(**CLEAR)
    said = plain(prose.robust(compared, 4))
    assert said[0].startswith("Of 4 comparisons of an article with the others (“threat”), 2 keep their direction")
    assert any(
        sentence.startswith("A has “threat” more often than the others: in 11 of 13 against 2 of 39 sentences")
        for sentence in said
    )


def test_what_one_rule_carries_is_no_finding():
    compared, checks = tried(a=".xxxxxxxxxxxxxxxx", b=".y..yyy..........", c="....yy...........")
    assert not any("A has" in sentence for sentence in prose.robust(compared, 3))
    said = plain(prose.fragile(compared, checks))
    assert len(said) == 1
    assert "A, “threat” more often (not without the rule x" in said[0]
    assert prose.turning(checks) == (
        "Left out by itself, 1 rule and 1 article would each turn at least one comparison around."
    )


def test_nothing_to_compare_is_said():
    assert prose.robust(*tried(a=".x.")[:1], 1) == ["With fewer than two articles there is no comparison to try."]
    assert prose.robust(*tried(a="...", b="...")[:1], 2) == ["There is no comparison to try."]
    compared, checks = tried(a=".x.")
    assert prose.fragile(compared, checks) == []
    assert prose.turning(checks) == ""


def test_a_code_that_agrees_too_little_carries_no_finding():
    compared, checks = tried(**CLEAR)
    assert prose.robust(compared.assign(used=False), 4) == [
        "No comparison is told: no code agrees well enough with human coding."
    ]
    assert prose.fragile(compared.assign(used=False), checks) == []


def test_hedging_is_compared_in_its_own_words():
    row = {"layer": "hedge", "label": "hedged", "source": "A", "units": 8, "of": 10, "others": 1, "of_others": 20}
    said = plain([prose.more_or_less(row | {"difference": 0.75, "adjusted": 0.01})])
    assert said == ["A is hedged more often than the others: in 8 of 10 against 1 of 20 sentences (adjusted p .010)."]


def french(sentence):
    """The sentence as read, its no-break spaces as plain ones."""
    return display.plain(sentence).replace("\u00a0", " ").replace("\u202f", " ")


class TestFrench:
    def test_a_comparison_that_holds(self):
        compared, _ = tried(**CLEAR)
        with language.speaking("fr"):
            said = [french(sentence) for sentence in prose.robust(compared, 4)]
        assert said[0] == (
            "Sur 4 comparaisons d’un article avec les autres (« menace »), 2 gardent le même sens dans toutes les "
            "vérifications. Après correction pour leur nombre, 1 d’entre elles dépasse ce que donnerait le hasard."
        )
        assert said[1].startswith(
            "On trouve « menace » plus souvent dans l’article A que dans les autres : 11 sur 13 contre 2 sur 39 "
            "phrases (p ajusté "
        )

    def test_what_turns_a_comparison_around(self):
        compared, checks = tried(a=".xxxxxxxxxxxxxxxx", b=".y..yyy..........", c="....yy...........")
        with language.speaking("fr"):
            (fragile,) = map(french, prose.fragile(compared, checks))
            turning = french(prose.turning(checks))
            one = french(prose.turning(checks[checks["check"] == "rules left out"]))
        assert fragile.startswith(
            "Au-delà du hasard, mais sans valeur de constat, car cela ne tient pas si l’on compte autrement : "
            "l’article A, « menace » plus souvent (faux sans la règle x"
        )
        assert turning == (
            "Écarté isolément, chacun de ces éléments inverserait au moins une comparaison : 1 règle et 1 article."
        )
        assert one == "Écarté, un seul élément inverserait au moins une comparaison : 1 règle."

    def test_nothing_one_and_hedging(self):
        with language.speaking("fr"):
            nothing = french(prose.robust(*tried(a=".x.")[:1], 1)[0])
            kept = french(told._kept(pd.DataFrame({"label": ["x"]}), 0, 0))
            row = {
                "layer": "hedge",
                "label": "hedged",
                "source": "A",
                "units": 1,
                "of": 10,
                "others": 1,
                "of_others": 1,
            }
            hedged = french(prose.more_or_less(row | {"of_others": 1, "difference": -0.9, "adjusted": 0.0001}))
        assert nothing == "Avec moins de deux articles, il n’y a aucune comparaison à éprouver."
        assert kept == (
            "Sur 1 comparaison d’un article avec les autres (« x »), aucune ne garde le même sens dans toutes les "
            "vérifications."
        )
        assert hedged == (
            "L’article A prend moins souvent que les autres des précautions : 1 sur 10 contre 1 sur 1 phrase (p ajusté "
            "< 0,001)."
        )

    def test_every_way_a_comparison_fails_has_its_words(self):
        rows = [(check, "x") for check in robustness.CHECKS[:4]]
        ways = ("only signs that count alone", "only sentences with two signs", "without titles and leads")
        rows += [(robustness.CHECKS[4], way) for way in ways]
        for lang in language.LANGUAGES:
            with language.speaking(lang):
                said = [told._failure({"check": c, "turned": t, "held": 9, "tried": 10}) for c, t in rows]
            assert len(set(said)) == len(rows)
