"""Direction: who does it to whom, and where two accounts turn it around."""

import pytest
from discrepancy_cases import cases, differing, numbered

from analysis import lexicons, tables
from analysis.discrepancies import direction
from analysis.reading import read

CASES = cases("discrepancies_direction.json")


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return differing(tmp_path_factory.mktemp("direction"), CASES, direction)


@pytest.mark.parametrize("number", numbered(CASES))
def test_cases(found, number):
    assert found[number] == CASES[number]["values"]


def test_no_claims_have_no_values(tmp_path):
    (tmp_path / "a.txt").write_text("Le Mali livre des camions au Niger, selon un docker.", encoding="utf-8")
    assert direction.values(read(tmp_path), tables.empty("claims")) == []


def test_notes_say_where_both_stand():
    rules = lexicons.load(("fr", "en"))
    for note in set(rules.loc[rules["layer"] == "direction", "note"]):
        places, _, rest = note.partition("; ")
        assert set(places.split(" > ")) <= {"subject", "object", "to", "of", "from", "by", "on"}
        assert rest in ("", direction.BOTH_WAYS)
