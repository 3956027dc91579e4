"""Who and what is named: on invented sentences, on the sample, and for every country of the world."""

import csv
import json
from pathlib import Path

import pandas as pd
import pytest
from cased import each

from analysis import actors, corpus, gazetteer, lexicons, matching, peoples, segments, tables

ROOT = Path(__file__).parents[1]
CASES = json.loads((ROOT / "tests/cases/actors.json").read_text(encoding="utf-8"))
PEOPLES = ROOT / "tests/cases/demonyms.csv"
STATES = ROOT / "tests/cases/states.csv"
LEAST = 0.98
"""The share of countries and peoples that must be found, in each language."""


@pytest.fixture(scope="module")
def rules() -> pd.DataFrame:
    return lexicons.load(["fr", "en"])


def articles(lang: str, texts: list[str]) -> pd.DataFrame:
    rows = [
        {"document": f"{place:04}", "label": str(place), "lang": lang, "text": text} for place, text in enumerate(texts)
    ]
    return tables.table("documents", rows)


def found(documents: pd.DataFrame, rules: pd.DataFrame) -> pd.DataFrame:
    units = segments.split(documents, rules)
    named = actors.find(documents, units, rules, matching.find(documents, units, rules, also=("name",)))
    return tables.verify("actors", named, documents=documents)


@pytest.mark.parametrize("case", each(CASES))
def test_case(case: dict[str, object], rules: pd.DataFrame) -> None:
    named = found(articles(case["lang"], case["texts"]), rules)
    assert named[["match", "actor", "kind", "how"]].to_dict("records") == case["mentions"]


@pytest.fixture(scope="module")
def sample(rules: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    documents = corpus.read(ROOT / "seeds")
    return documents, found(documents, rules)


def test_one_person_over_the_sample_whatever_the_spelling(sample: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    _, named = sample
    kim = named[named["actor"] == "Kim Jong-un"]
    assert kim["document"].nunique() == 5
    assert {"Kim Jong Un", "Kim Jong-un", "Kim Jong_un", "Kim-Jong-un", "Kim"} <= set(kim["match"])
    assert set(named.loc[named["match"].str.contains("Jong-dae"), "actor"]) == {"Kim Jong-dae"}


def test_mentions_do_not_overlap(sample: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    _, named = sample
    before = named.groupby("document")["end"].shift(fill_value=0)
    assert (named["start"] >= before).all()
    assert set(named["kind"]) <= set(actors.KINDS)
    assert set(named["how"]) <= set(actors.HOW)


def test_the_order_of_articles_changes_nothing(sample: tuple[pd.DataFrame, pd.DataFrame], rules: pd.DataFrame) -> None:
    documents, named = sample
    pd.testing.assert_frame_equal(found(documents.iloc[::-1].reset_index(drop=True), rules), named)


def test_articles_without_a_name_are_no_rows(rules: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(found(articles("fr", ["Rien ne bouge ici."]), rules), tables.empty("actors"))


# --- the whole world

SENTENCES = {"fr": "Le convoi venu de {} avance lentement.", "en": "The convoy from {} moves on slowly."}
ARTICLES = {"DM": "la Dominique", "GD": "la Grenade", "SV": "du Salvador", "MF": "l'île de Saint-Martin"}
"""French names that need their article to be told from a first name, a town or a saint."""


def territories(lang: str) -> list[str]:
    babel = pytest.importorskip("babel")
    groups = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
    known = babel.Locale(lang).territories
    codes = sorted(code for code in known if len(code) == 2 and code not in groups)
    return [ARTICLES.get(code, known[code]) if lang == "fr" else known[code] for code in codes]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_countries_of_the_world(lang: str, rules: pd.DataFrame) -> None:
    wanted = territories(lang)
    assert len(wanted) > 240
    assert missing(lang, [(SENTENCES[lang].format(name), name) for name in wanted], rules) <= (1 - LEAST) * len(wanted)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_peoples_of_the_world(lang: str, rules: pd.DataFrame) -> None:
    with PEOPLES.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    wanted = [pair for row in rows for pair in said(lang, row)]
    assert len(wanted) > 400
    assert missing(lang, wanted, rules) <= (1 - LEAST) * len(wanted)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_official_names_and_variants_of_states(lang: str, rules: pd.DataFrame) -> None:
    with STATES.open(encoding="utf-8", newline="") as lines:
        wanted = [(row["words"], row["actor"]) for row in csv.DictReader(lines) if row["lang"] == lang]
    named = found(articles(lang, [SENTENCES[lang].format(words) for words, _ in wanted]), rules)
    states = named[named["kind"] == "state"]
    got = {*zip(states["document"].astype("int64"), states["actor"], strict=True)}
    missed = [(words, actor) for place, (words, actor) in enumerate(wanted) if (place, actor) not in got]
    assert len(wanted) > 50
    assert len(missed) <= (1 - LEAST) * len(wanted), missed


LOOKALIKES = [
    ("en", "Michael Jordan scored. Later Jordan smiled.", "Jordan"),
    pytest.param(
        "en",
        "Voters in Georgia, Florida and Texas went to the polls.",
        "Georgia",
        marks=pytest.mark.xfail(strict=True, reason="nothing tells the state of Georgia from the country"),
    ),
    ("en", "The actor Chad Lowe spoke. Yesterday Chad Lowe left.", "Chad"),
    ("en", "The family ate turkey on Thursday.", "Turkey"),
    ("en", "The best china was on the table.", "China"),
    ("en", "The lab keeps guinea pigs.", "Guinea"),
    ("en", "The film hero Indiana Jones is back.", "India"),
    ("en", "Please tell us what happened.", "United States"),
    ("fr", "Le pilote a fait deux tours de piste. Tours et détours.", "Tours"),
    ("fr", "Le soldat a lancé une grenade.", "Grenada"),
    ("fr", "Hier, Jordan Bardella a parlé. Puis Jordan Bardella est parti.", "Jordan"),
    ("fr", "Une bière au malt a été servie.", "Malta"),
]


@pytest.mark.parametrize(("lang", "sentence", "state"), LOOKALIKES)
def test_what_only_looks_like_a_state(lang: str, sentence: str, state: str, rules: pd.DataFrame) -> None:
    assert state not in set(found(articles(lang, [sentence]), rules)["actor"])


def said(lang: str, row: dict[str, str]) -> list[tuple[str, str]]:
    """Sentences about people of a country, each with the word that names them."""
    if lang == "en":
        official, people = row["en_adjective"], row["en_people"]
        return [(f"A senior {official} official spoke.", official), (f"The {people} voted yesterday.", people)]
    man, woman = row["fr_man"], row["fr_woman"]
    many = man if man[-1] in "sx" else man + "s"
    return [
        (f"Un responsable {man} a parlé hier.", man),
        (f"Une responsable {woman} a parlé hier.", woman),
        (f"Les {many[0].upper()}{many[1:]} ont voté hier.", many),
    ]


def missing(lang: str, wanted: list[tuple[str, str]], rules: pd.DataFrame) -> int:
    """How many of these words the gazetteer does not find in their sentence as a whole."""
    named = found(articles(lang, [sentence for sentence, _ in wanted]), rules)
    listed = named[named["how"].isin(("gazetteer", *peoples.HOW, *gazetteer.HOW))]
    matches = dict(listed.groupby("document")["match"].apply(list))
    plain = [name.lower().removeprefix("la ").removeprefix("du ").removeprefix("l'île de ") for _, name in wanted]
    return sum(
        not any(
            name in match.lower() or (match.lower() in name and len(match) > len(name) - 4)
            for match in matches.get(f"{place:04}", [])
        )
        for place, name in enumerate(plain)
    )
