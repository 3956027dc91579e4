"""Attribution: what one article states and another ascribes to somebody."""

import pytest
from discrepancy_cases import cases, differing, numbered

from analysis import tables
from analysis.discrepancies import attribution
from analysis.reading import read

CASES = cases("discrepancies_attribution.json")


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return differing(tmp_path_factory.mktemp("attribution"), CASES, attribution)


@pytest.mark.parametrize("number", numbered(CASES))
def test_cases(found, number):
    assert found[number] == CASES[number]["values"]


def test_no_claims_have_no_values(tmp_path):
    (tmp_path / "a.txt").write_text("Le Mali livre des camions au Niger, selon un docker.", encoding="utf-8")
    assert attribution.values(read(tmp_path), tables.empty("claims")) == []
