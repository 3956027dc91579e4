"""Attribution: what one article states and another ascribes to somebody."""

import pytest
from discrepancy_cases import cases, differing, numbered

from analysis.discrepancies import attribution

CASES = cases("discrepancies_attribution.json")


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return differing(tmp_path_factory.mktemp("attribution"), CASES, attribution)


@pytest.mark.parametrize("number", numbered(CASES))
def test_cases(found, number):
    assert found[number] == CASES[number]["values"]
