"""Direction: who does it to whom, and where two accounts turn it around."""

import pytest
from discrepancy_cases import cases, differing, numbered

from analysis.discrepancies import direction

CASES = cases("discrepancies_direction.json")


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return differing(tmp_path_factory.mktemp("direction"), CASES, direction)


@pytest.mark.parametrize("number", numbered(CASES))
def test_cases(found, number):
    assert found[number] == CASES[number]["values"]
