"""What is said of comparisons that hold, of those that don't, and of none."""

import re

from test_robustness import CLEAR, corpus

from analysis import measures, prose, robustness


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
        sentence.startswith("A has threat more often than the others: in 11 of 13 against 2 of 39 sentences")
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
