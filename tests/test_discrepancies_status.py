"""Status: what is confirmed, possible, postponed or denied, and which two of these can't both be true."""

from itertools import product

import pytest
from discrepancy_cases import cases, differing, numbered

from analysis import facts, lexicons, tables
from analysis.discrepancies import standings, status
from analysis.discrepancies.values import FINER, OTHER, SAME, UNLISTED, Value
from analysis.reading import read

CASES = cases("discrepancies_status.json")
EVERY = [standings.written(mode, state) for mode, state in product(standings.MODES, ("", *standings.STATES))]

ORDERED = {
    "a": "Le concert de Morlay est maintenu samedi. Le maire de Morlay dément tout report du concert.",
    "b": "Le concert de Morlay est annulé. Le report du concert de Morlay est possible, selon le maire.",
    "c": "Le concert de Morlay est reporté à mardi. Le concert de Morlay pourrait être annulé.",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return differing(tmp_path_factory.mktemp("status"), CASES, status)


@pytest.mark.parametrize("number", numbered(CASES))
def test_cases(found, number):
    assert found[number] == CASES[number]["values"]


def test_two_statuses_stand_to_each_other_alike_from_both_sides():
    for one, other in product(EVERY, EVERY):
        assert standings.conflict(one, other) == standings.conflict(other, one)
        assert 0 <= standings.conflict(one, other) < 1


def test_no_status_conflicts_with_itself_and_each_is_read_as_written():
    assert [one for one in EVERY if standings.conflict(one, one)] == []
    written = {
        standings.written(mode, state): (mode, state) for mode, state in product(standings.MODES, standings.STATES)
    }
    assert {one: standings.parted(one) for one in written} == written


def test_the_lexicons_use_the_closed_set_in_both_languages():
    rules = lexicons.load(("fr", "en"))
    own = rules[rules["layer"] == "status"]
    for lang in ("fr", "en"):
        labels = set(own.loc[own["lang"] == lang, "label"])
        assert labels <= {*standings.MODES, *standings.STATES}
        assert set(standings.STATES) - labels <= {"in favour", "against it", "kept", "targeted"}


@pytest.mark.parametrize(
    ("one", "other", "stands"),
    [
        ("maintained", "cancelled", (OTHER, 0.8)),
        ("denied", "denied", (SAME, 1.0)),
        ("likely", "possible", (FINER, UNLISTED)),
        ("planned", "stated", (FINER, UNLISTED)),
        ("possible: postponed", "maintained", (OTHER, 0.48)),
        ("denied: postponed", "maintained", (FINER, UNLISTED)),
    ],
)
def test_how_two_stand_to_each_other(one, other, stands):
    values = [Value("", "", 0, 0, 1, "", value) for value in (one, other)]
    relation, sure = status.relation(*values)
    assert (relation, round(sure, 2)) == stands


def test_no_claims_have_no_values(found, tmp_path):
    (tmp_path / "a.txt").write_text("Le tir est reporté.", encoding="utf-8")
    assert status.values(read(tmp_path), tables.empty("claims")) == []


def test_the_order_of_claims_changes_nothing(tmp_path):
    for name, text in ORDERED.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    own = read(tmp_path)
    claims, _ = facts.find(own)
    told = sorted(status.values(own, claims))
    assert told
    for seed in range(5):
        assert sorted(status.values(own, claims.sample(frac=1, random_state=seed))) == told


@pytest.mark.parametrize(
    ("told", "values"),
    [
        (("Les arroseurs du hangar ont fonctionné.", "Le dispositif anti-feu est resté hors service."), 2),
        (("Les arroseurs du hangar ont fonctionné.", "Le dispositif anti-feu est opérationnel."), 0),
        (("Les arroseurs du hangar ont fonctionné.", "Le dispositif anti-feu a coûté trois millions."), 0),
        (("La ministre a refusé un poste à Oslo.", "Un syndicat occupe le quai de Larq depuis mai."), 0),
    ],
)
def test_opposed_states_of_one_fact_need_no_word_in_common(tmp_path, told, values):
    for name, text in zip("ab", told, strict=True):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    own = read(tmp_path)
    claims, _ = facts.find(own)
    found = status.values(own, claims.assign(fact="F001"))
    pairs = [status.relation(one, other)[0] for one in found for other in found if one.document < other.document]
    assert len({value.value for value in found}) * (OTHER in pairs) == values
