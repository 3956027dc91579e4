"""Attribution: what one article states and another ascribes to somebody."""

import pytest
from discrepancy_cases import cases, differing, numbered

from analysis import facts, tables
from analysis.discrepancies import attribution
from analysis.reading import read

CASES = cases("discrepancies_attribution.json")

ORDERED = {
    "a": "Le cargo transportait des obus de mortier sous des sacs de farine. Le cargo venait de Lorval avec des obus.",
    "b": "Le cargo transportait des obus de mortier sous des sacs de farine, selon un docker de Lorval.",
    "c": "Le Brésil affirme que le cargo transportait des obus de mortier sous des sacs de farine de Lorval.",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return differing(tmp_path_factory.mktemp("attribution"), CASES, attribution)


@pytest.mark.parametrize("number", numbered(CASES))
def test_cases(found, number):
    assert found[number] == CASES[number]["values"]


def test_no_claims_have_no_values(tmp_path):
    (tmp_path / "a.txt").write_text("Le Mali livre des camions au Niger, selon un docker.", encoding="utf-8")
    assert attribution.values(read(tmp_path), tables.empty("claims")) == []


def test_the_order_of_claims_changes_nothing(tmp_path):
    for name, text in ORDERED.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    own = read(tmp_path)
    claims, _ = facts.find(own)
    told = sorted(attribution.values(own, claims))
    assert told
    for seed in range(5):
        assert sorted(attribution.values(own, claims.sample(frac=1, random_state=seed))) == told
