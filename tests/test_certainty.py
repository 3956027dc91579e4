"""How sure the text is: conditionals by form and in their sentence, words of doubt, denials."""

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis import certainty, lexicons, matching, reported, segments, tables, validation
from analysis.reading import read

ROOT = Path(__file__).parents[1]
CASES = json.loads((ROOT / "tests/cases/certainty.json").read_text(encoding="utf-8"))
FORMS = json.loads((ROOT / "tests/cases/conditional_forms.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rules() -> pd.DataFrame:
    return lexicons.load(["fr", "en"])


def documents(texts: list[tuple[str, str]]) -> pd.DataFrame:
    rows = [
        {"document": f"{place:03}", "label": str(place), "lang": lang, "text": text}
        for place, (lang, text) in enumerate(texts)
    ]
    return tables.table("documents", rows)


def judged(corpus: pd.DataFrame, rules: pd.DataFrame) -> pd.DataFrame:
    units = segments.split(corpus, rules)
    evidence = matching.find(corpus, units, rules)
    found = certainty.find(corpus, units, evidence, reported.find(corpus, units, evidence))
    merged = certainty.merged(evidence, found)
    tables.verify("evidence", merged, documents=corpus, rules=rules)
    return found


@pytest.fixture(scope="module")
def found(rules: pd.DataFrame) -> pd.DataFrame:
    """The certainty of all cases, each case an article."""
    return judged(documents([(case["lang"], case["text"]) for case in CASES]), rules)


def marks(case):
    return [pytest.mark.xfail(strict=True, reason=case["known_failure"])] if "known_failure" in case else []


@pytest.mark.parametrize(
    "place", [pytest.param(place, id=case["why"], marks=marks(case)) for place, case in enumerate(CASES)]
)
def test_case(place: int, found: pd.DataFrame) -> None:
    own = found[found["document"] == f"{place:03}"]
    assert [list(row) for row in zip(own["label"], own["match"], strict=True)] == CASES[place]["certainty"]


def test_conditionals_by_their_form(rules: pd.DataFrame) -> None:
    words = FORMS["conditional"] + FORMS["other"]
    corpus = documents([("fr", f"Il {word} hier.") for word in words])
    evidence = matching.find(corpus, segments.split(corpus, rules), rules)
    hedges = evidence[(evidence["layer"] == "hedge") & evidence["label"].isin(("conditional", "modal"))]
    taken = {words[int(document)] for document in hedges["document"]}
    wrong = [word for word in words if (word in taken) != (word in FORMS["conditional"])]
    assert len(wrong) / len(words) <= 0.02, wrong


def test_in_whose_words_it_stands(rules: pd.DataFrame) -> None:
    text = "Selon la radio, le bilan serait lourd. La route fermera peut-être."
    own = judged(documents([("fr", text)]), rules)
    spans = zip(own["statement_start"], own["statement_end"], strict=True)
    assert [text[start:end] if start >= 0 else "" for start, end in spans] == ["le bilan serait lourd", ""]


def test_a_denial_alone_makes_nothing_uncertain(rules: pd.DataFrame) -> None:
    own = judged(documents([("fr", "L'armée nie toute perte.")]), rules)
    assert list(own["layer"]) == ["denial"]


def test_the_sample_against_its_coding() -> None:
    reading = read(ROOT / "seeds")
    human = validation.read(ROOT / "seeds/coding", reading.documents)
    scores = validation.scores(validation.coded(human, reading.evidence), repeats=2).set_index("label")
    assert scores.loc["hedged", "f1"] >= 0.92


def test_no_article_nothing_uncertain() -> None:
    found = certainty.find(*map(tables.empty, ("documents", "units", "evidence", "statements")))
    assert len(found) == 0
    assert list(found.columns) == [*tables.SCHEMAS["evidence"], "statement_start", "statement_end"]
