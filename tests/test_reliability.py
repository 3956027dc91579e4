"""Which codes may carry a finding, and shares put right by the machine's known errors."""

import pandas as pd
import pytest

from analysis import lexicons, reliability, validation
from analysis.validation import CODED

SURE = {"layer": "frame", "label": "threat", "both": 80, "machine": 90, "human": 100, "of": 300}
SURE |= {"alpha": 0.8, "alpha_low": 0.7, "alpha_high": 0.9, "basis": "these articles"}
WEAK = SURE | {"label": "norms", "alpha_low": 0.59}
NEVER = SURE | {"label": "secrecy", "both": 0, "machine": 0, "human": 0, "alpha": None, "alpha_low": None}
WORTH = reliability.usable(pd.DataFrame([SURE, WEAK, NEVER]).astype({"alpha_low": "float64"}))
MEASURE = pd.DataFrame(
    {
        "layer": "frame",
        "label": ["threat", "norms", "secrecy", "bargain"],
        "document": "a",
        "units": [30, 30, 0, 5],
        "of": [100, 100, 100, 100],
    }
)


def test_a_code_is_used_from_the_lower_bound_of_alpha_on():
    assert WORTH[["label", "used"]].values.tolist() == [["threat", True], ["norms", False], ["secrecy", False]]
    assert reliability.LEAST_ALPHA == 0.60


def test_a_code_of_few_cases_is_not_used():
    few = pd.DataFrame([SURE | {"human": 9, "both": 9}, SURE | {"human": 10, "both": 9}])
    assert reliability.usable(few)["used"].tolist() == [False, True]


def test_layers_that_were_not_checked_here_have_the_packaged_worth():
    worth = reliability.known(pd.DataFrame([SURE]).drop(columns="basis"))
    assert worth.loc[worth["layer"] == "frame", "basis"].tolist() == ["these articles"]
    assert set(worth.loc[worth["layer"] != "frame", "basis"]) == {"invented articles"}
    assert "policy" in set(worth["layer"])


def test_rows_are_marked_by_their_code():
    assert reliability.marked(MEASURE, WORTH)["used"].tolist() == [True, False, False, False]


def test_a_share_is_put_right_by_sensitivity_and_specificity():
    """80 of 100 found and 190 of 200 spared: (.30 + .95 − 1) / (.80 + .95 − 1) = .333."""
    table = reliability.corrected(MEASURE, WORTH).set_index("label")
    assert table.loc["threat", "true"] == pytest.approx(1 / 3)
    assert table.loc["threat", "true_low"] < 1 / 3 < table.loc["threat", "true_high"]
    assert table.loc["norms", "true"] == pytest.approx(1 / 3)
    assert not table.loc["norms", "used"]


def test_what_was_not_checked_says_so():
    table = reliability.corrected(MEASURE, WORTH).set_index("label")
    assert table.loc[["secrecy", "bargain"], "why"].tolist() == [
        "the coder was checked on too few units",
        "not checked",
    ]
    assert table.loc[["secrecy", "bargain"], "true"].isna().all()


def test_without_a_coding_the_packaged_table_speaks():
    nothing = validation.scores(pd.DataFrame(columns=list(CODED)))
    worth = reliability.known(nothing)
    assert set(worth["basis"]) == {"invented articles"}
    found = set(worth.loc[worth["layer"] == "frame", "label"])
    assert found == set(lexicons.labels(lexicons.load(["fr"]), "frame"))
    assert (worth["both"] <= worth[["machine", "human"]].min(axis=1)).all()
    assert reliability.usable(worth)["used"].dtype == bool
