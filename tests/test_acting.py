"""Acts in invented sentences: who does it to whom, in which form, done or not."""

import json
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from analysis import acting, lexicons, reading, tables

CASES = json.loads((Path(__file__).parent / "cases" / "agency.json").read_text(encoding="utf-8"))
COLUMNS = ["match", "act", "form", "agent", "patient", "polarity"]


def told(texts):
    """The reading of these texts, a language and a text each; their documents are numbered."""
    empty = dict.fromkeys(tables.SCHEMAS["documents"], "")
    rows = [
        empty | {"document": f"{number:03}", "label": f"{number}", "lang": lang, "text": text}
        for number, (lang, text) in enumerate(texts)
    ]
    return reading.annotated(tables.table("documents", rows), lexicons.load(["en", "fr"]), pd.DataFrame())


@cache
def found():
    return acting.find(told([(case.get("lang", "fr"), case["text"]) for case in CASES]))


@pytest.mark.parametrize(
    ("number", "case"),
    [
        pytest.param(
            number, case, id=case["text"][:40], marks=pytest.mark.xfail(strict=True, reason=case["known_failure"])
        )
        if "known_failure" in case
        else pytest.param(number, case, id=case["text"][:40])
        for number, case in enumerate(CASES)
    ],
)
def test_the_acts_of_a_sentence(number, case):
    acts = found()
    own = acts[acts["document"] == f"{number:03}"]
    assert own[COLUMNS].to_numpy().tolist() == case["acts"], case["why"]
