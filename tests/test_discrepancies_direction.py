"""Direction: who does it to whom, and where two accounts turn it around."""

import pytest
from discrepancy_cases import cases, differing, numbered

from analysis import facts, lexicons, tables
from analysis.discrepancies import direction
from analysis.reading import read

CASES = cases("discrepancies_direction.json")

ORDERED = {
    "a": "Le Chili a livré des blindés au Pérou. Le Chili a accusé le Pérou de tricher.",
    "b": "Le Pérou a livré des blindés au Chili. Le Pérou a accusé le Chili de tricher.",
    "c": "Le Chili a livré des blindés de montagne au Pérou. Lima a été accusée par le Chili de tricher.",
}


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


def test_the_order_of_claims_changes_nothing(tmp_path):
    for name, text in ORDERED.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    own = read(tmp_path)
    claims, _ = facts.find(own)
    told = sorted(direction.values(own, claims))
    assert told
    for seed in range(5):
        assert sorted(direction.values(own, claims.sample(frac=1, random_state=seed))) == told
