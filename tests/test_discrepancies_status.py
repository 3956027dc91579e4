"""Status: what is confirmed, possible, postponed or denied, and which two of these can't both be true."""

from itertools import product

import pytest
from discrepancy_cases import cases, differing, numbered

from analysis import tables
from analysis.discrepancies import standings, status
from analysis.discrepancies.values import OTHER, SAME, Value

CASES = cases("discrepancies_status.json")
EVERY = [standings.written(mode, state) for mode, state in product(standings.MODES, ("", *standings.STATES))]


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return differing(tmp_path_factory.mktemp("status"), CASES, status)


@pytest.mark.parametrize("number", numbered(CASES))
def test_cases(found, number):
    assert found[number] == CASES[number]["values"]
