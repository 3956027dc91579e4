"""Which names mean one actor, and on what that rests: every rule with the look-alike that it must not take."""

import doctest
import json
from pathlib import Path

import pandas as pd
import pytest

from analysis import tables
from analysis.validation import names

CASES = json.loads((Path(__file__).parent / "cases/validation_names.json").read_text(encoding="utf-8"))
CODED = ["Lena Solheim", "Kari Solheim", "ministère de la Santé", "ministère de l'Intérieur"]


@pytest.fixture(scope="module")
def known() -> names.Known:
    listed = pd.DataFrame({"name": ["Kremlin"], "also": ["Dmitry Peskov"]})
    human = pd.DataFrame({"document": "x", "name": ["Radio Sud"], "text": ["RS"]})
    spots = [("Russie", "Russia", "gazetteer"), ("Ivanov", "Anna Ivanov", "short name")]
    spots += [("Kari Solheim", "Lena Solheim", "name")]
    rows = [
        {"document": "x", "start": place, "end": place + 1, "match": match, "actor": actor, "how": how}
        for place, (match, actor, how) in enumerate(spots)
    ]
    rule = {"rule": "fr-actor-japan", "layer": "actor", "label": "Japan", "pattern": "Japon"}
    said = pd.DataFrame({"document": "x", "speaker": CODED})
    return names.known(listed, human, tables.table("actors", rows), tables.table("rules", [rule]), said)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_case(case: dict[str, str], known: names.Known) -> None:
    assert names.same(case["human"], case["machine"], "x", known) == case["how"]


def test_the_examples_of_the_docstrings() -> None:
    assert doctest.testmod(names).failed == 0


def test_links_of_one_article_say_nothing_on_another(known: names.Known) -> None:
    assert names.same("Russie", "Russia", "y", known) == ""


def test_words_that_mention_two_actors_link_neither() -> None:
    human = pd.DataFrame({"document": "x", "name": ["Radio Sud", "Rapid Sofia"], "text": ["RS", "RS"]})
    empty = pd.DataFrame({"document": [], "name": [], "also": [], "speaker": []}, dtype="str")
    known = names.known(empty, human, tables.empty("actors"), tables.empty("rules"), empty)
    assert names.same("Radio Sud", "RS", "x", known) == ""
