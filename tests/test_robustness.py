"""Comparisons that hold, and those that one article, one rule or the counting turns around."""

import pandas as pd
import pytest

from analysis import measures, robustness, tables


def corpus(**articles):
    """Units and evidence of articles given as strings, a letter a unit: `.` holds nothing, others name a rule."""
    units, evidence = [], []
    for document, letters in articles.items():
        for unit, letter in enumerate(letters):
            units.append([document, unit, 10 * unit, 10 * unit + 9, "title" if unit == 0 else "body"])
            evidence += [
                [document, unit, 10 * unit + at, 10 * unit + at + 1, rule, "frame", "threat", rule]
                for at, rule in enumerate({"!": "xw"}.get(letter, letter.strip(".")))
            ]
    names = list(tables.SCHEMAS["evidence"])
    documents = tables.empty("documents").reindex(range(len(articles)))
    documents = documents.assign(document=list(articles), label=[name.upper() for name in articles])
    rules = pd.DataFrame({"rule": list("xyvw"), "context": ["", "", "together", "together"]})
    return (
        documents,
        pd.DataFrame(units, columns=["document", "unit", "start", "end", "role"]),
        pd.DataFrame(evidence, columns=names),
        rules,
    )


def checked(**articles):
    """Of article a: its comparison, and its checks by name."""
    documents, units, evidence, rules = corpus(**articles)
    compared = robustness.comparisons(measures.prevalence(evidence, units, documents, "frame"))
    compared = compared[compared["document"] == "a"]
    checks = robustness.panel(compared, evidence, units, rules, seed=1)
    return robustness.survivors(compared, checks), checks.set_index("check")


CLEAR = {"a": ".xyxyxyx.yxyx", "b": "....x........", "c": ".....y.......", "d": "............."}


def test_a_comparison_has_both_denominators():
    compared, _ = checked(**CLEAR)
    row = compared.iloc[0]
    assert (row["units"], row["of"], row["others"], row["of_others"]) == (11, 13, 2, 39)
    assert row["difference"] == pytest.approx(11 / 13 - 2 / 39)


def test_what_holds_in_every_check_survives():
    compared, checks = checked(**CLEAR)
    assert compared["survives"].tolist() == [True]
    assert checks["passed"].all()
    assert checks.loc["articles left out", ["tried", "held"]].tolist() == [3, 3]
    assert checks.loc["rules left out", ["tried", "held"]].tolist() == [2, 2]


def test_a_rule_that_carries_the_comparison_is_named():
    """b has as much of y as a; what sets a apart is x alone."""
    compared, checks = checked(a=".xxxxxy......", b=".y..y........", c=".............")
    assert checks.loc["rules left out", "turned"] == "x"
    assert compared["fails"].str.contains("rules left out").all()
    assert not compared["survives"].any()


def test_an_article_that_carries_the_comparison_is_named():
    """Against all others a has less; against c and d alone it has more."""
    _, checks = checked(a=".x...........", b="xyxyxyxyxyxyx", c=".............", d=".............")
    assert checks.loc["articles left out", "turned"] == "b"


def test_two_articles_have_no_article_to_leave_out():
    _, checks = checked(a="xyxyxyxyxyxyx", b="......x......")
    assert checks.loc[["articles left out", "articles resampled"], "tried"].tolist() == [0, 0]
    assert checks.loc[["articles left out", "articles resampled"], "passed"].all()


def test_a_small_difference_does_not_hold_on_resamples():
    compared, checks = checked(a=".xy..........", b=".x...........", c=".............")
    assert not checks.loc["sentences resampled", "passed"]
    assert "sentences resampled" in compared["fails"].iloc[0]


def test_weak_signs_fall_with_their_company():
    """`w` counts beside `x` alone: without `x` nothing holds, so `x` turns the comparison."""
    _, checks = checked(a=".!!!!!!!.....", b=".............", c=".............")
    assert checks.loc["rules left out", "turned"] == "x"


def test_stricter_counting_that_leaves_little_is_not_tried():
    _, checks = checked(a=".xy..........", b=".x...........", c=".............")
    assert checks.loc["stricter counting", "tried"] == 0


def test_no_comparison_of_one_article():
    documents, units, evidence, rules = corpus(a=".x.")
    compared = robustness.comparisons(measures.prevalence(evidence, units, documents, "frame"))
    assert compared.empty
    checks = robustness.panel(compared, evidence, units, rules, seed=1)
    assert checks.empty
    assert robustness.survivors(compared, checks).empty


def test_the_same_seed_gives_the_same_panel():
    first, second = checked(**CLEAR)[1], checked(**CLEAR)[1]
    pd.testing.assert_frame_equal(first, second)
