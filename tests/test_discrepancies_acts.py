"""Acts: what is done where a place or a date stands."""

import csv

import numpy as np
import pytest
from cased import cases, each

from analysis import concept_lexicon
from analysis.discrepancies import acts
from analysis.discrepancies.matters import Found


@pytest.mark.parametrize("case", each(cases("discrepancies_acts")))
def test_the_likest_act(case):
    text = f"{case['before']} {case['value']}{case['behind']}"
    start = len(case["before"]) + 1
    told = acts.around(text, case["lang"], (0, len(text)), start, start + len(case["value"]))
    assert max(told, key=told.get, default="") == case["act"]


def value(document, **told):
    things = {acts.ACT + act: weight for act, weight in told.items()}
    return Found(document, 0, 0, 1, "x", 0, 0, "date", "date", things)


def test_alike_and_apart():
    own = [value("a", meet=1.0, visit=0.7), value("b", meet=0.6), value("c", sink=1.0), value("d")]
    assert np.allclose(acts.alike(own)[0], [1.0, 0.6, 0.0, 0.0])
    assert acts.apart(own)[0].tolist() == [0, 0, 1, 0]


def test_an_unknown_language_tells_no_act():
    assert acts.around("Das Treffen fand in Oslo statt.", "de", (0, 31), 20, 24) == {}


def test_the_lexicon_is_well_formed():
    with acts.ACTS.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    names = [row["act"] for row in rows]
    assert len(names) == len(set(names))
    assert acts.LIGHT in names
    for row in rows:
        for lang in concept_lexicon.LANGUAGES:
            patterns = row[lang].split("|")
            assert all(patterns), row["act"]
            assert len(patterns) == len(set(patterns)), row["act"]
