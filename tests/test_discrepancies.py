"""Discrepancies of values: what differs, what only looks so; amounts, days, places and spellings one by one."""

import datetime
from pathlib import Path

import pandas as pd
import pytest
from cased import cases, each
from discrepancy_scores import Coded, by_spans, matched, scores
from hypothesis import given
from hypothesis import strategies as st

from analysis import discrepancies, facts, tables
from analysis.discrepancies import amounts, date, geography, matters, name, number, place, spelling, undated, views
from analysis.discrepancies.values import FINER, OTHER, SAME, Value
from analysis.reading import read

OWN = ("place", "date", "number", "name", "granularity")
DEV4 = Path(__file__).parent / "corpora" / "dev4"


def corpus(folder, case):
    """A corpus of which each sentence is a paragraph."""
    rows = ["document,lang,published"]
    for label, sentences in case["articles"].items():
        (folder / f"{label}.txt").write_text("\n\n".join(sentences), encoding="utf-8")
        rows.append(f"{label},{'en' if ' the ' in sentences[0] else 'fr'},{case.get('published', '')}")
    (folder / "articles.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return read(folder)


def told(reading, folder):
    """Claims and facts of which the first units of all articles tell the first fact, and so on."""
    rows = [f"F{row.unit:03},{row.document},{row.unit}" for row in reading.units.itertuples()]
    (folder / "facts.csv").write_text("\n".join(["fact,document,unit", *rows]) + "\n", encoding="utf-8")
    return facts.find(reading, folder / "facts.csv")


def found(listed):
    """Kind and values of each discrepancy."""
    return sorted([kind, sorted(set(own["value"]))] for (_, kind), own in listed.groupby(["discrepancy", "kind"]))


@pytest.mark.parametrize("case", each(cases("discrepancies")))
def test_cases(case, tmp_path):
    reading = corpus(tmp_path, case)
    listed = discrepancies.find(reading, *told(reading, tmp_path))
    assert found(listed[listed["kind"].isin(OWN)]) == case["expected"]


# --- dev4: invariants and scores


@pytest.fixture(scope="module")
def dev4():
    reading = read(DEV4)
    claims, grouped = facts.find(reading)
    return reading, claims, grouped, discrepancies.find(reading, claims, grouped)


def test_the_table_holds_its_invariants(dev4):
    reading, claims, grouped, listed = dev4
    tables.verify("discrepancies", listed, documents=reading.documents)
    assert set(listed["claim"]) <= set(claims["claim"]) | {""}
    assert set(listed["fact"]) <= set(grouped["fact"]) | {""}
    assert listed.groupby("discrepancy")["document"].nunique().min() > 1
    assert listed.groupby("discrepancy")["value"].nunique().min() > 1
    assert listed["confidence"].between(discrepancies.LEAST, 1).all()


def test_contradictions_come_first_then_the_surest(dev4):
    one = dev4[-1].drop_duplicates("discrepancy")
    rank = one["kind"].map({"attribution": 1, "name": 2, "granularity": 3}).fillna(0)
    assert rank.is_monotonic_increasing
    for _, own in one.groupby(rank):
        assert own["confidence"].is_monotonic_decreasing
    assert one["discrepancy"].tolist() == [f"D{place:03}" for place in range(1, len(one) + 1)]


@pytest.mark.parametrize("kind", [place, date, number, name], ids=lambda kind: kind.KIND)
def test_the_same_on_any_order_of_claims(kind, dev4):
    reading, claims, *_ = dev4
    assert kind.values(reading, claims) == kind.values(reading, claims.iloc[::-1].reset_index(drop=True))


@pytest.mark.parametrize("order", [lambda own: own.iloc[::-1], lambda own: own.sample(frac=1, random_state=3)])
def test_all_kinds_are_the_same_on_any_order_of_claims(order, dev4):
    reading, claims, grouped, listed = dev4
    turned = discrepancies.find(reading, order(claims).reset_index(drop=True), grouped)
    pd.testing.assert_frame_equal(turned, listed)


def test_scores_on_an_invented_corpus(dev4):
    measured = scores(by_spans(DEV4 / "discrepancies.tsv"), dev4[-1], ("place", "date", "number", "name"))
    own = measured.set_index("kind").loc["all but granularity"]
    assert own["precision"] >= 0.65
    assert own["recall"] >= 0.55


def difference(kind, confidence, *values):
    own = [Value(f"C{place}", document, 1, start, start + 5, "", shown) for place, (document, start, shown) in values]
    return discrepancies.Difference(kind, "F1", "", confidence, own)


def test_a_clause_tells_one_matter_and_the_surest_is_kept():
    status = difference("status", 0.7, *enumerate([("a", 0, "denied"), ("b", 0, "stated")]))
    same = difference("attribution", 0.5, *enumerate([("a", 3, "stated"), ("b", 4, "attributed to X")]))
    apart = difference("attribution", 0.5, *enumerate([("a", 3, "stated"), ("b", 9, "attributed to X")]))
    number_ = difference("number", 0.5, *enumerate([("a", 3, "12"), ("b", 4, "15")]))
    assert discrepancies._once([status, same, apart, number_]) == [status, apart, number_]


# --- the scorer


LISTED = pd.DataFrame(
    [
        ("D001", "number", "a", 0, 5, "12"),
        ("D001", "number", "b", 0, 5, "15"),
        ("D001", "number", "c", 0, 5, "12"),
        ("D002", "place", "a", 9, 12, "Oslo"),
        ("D002", "place", "b", 9, 12, "Bergen"),
    ],
    columns=["discrepancy", "kind", "document", "start", "end", "value"],
)


@pytest.mark.parametrize(
    ("coded", "expected", "why"),
    [
        (Coded("x", "number", (("a", 2, 9), ("b", 4, 6))), {"x"}, "overlapping spans in two articles"),
        (Coded("x", "number", (("a", 2, 9), ("c", 2, 9))), set(), "the machine holds them for one value"),
        (Coded("x", "number", (("a", 2, 9), ("a", 3, 4))), set(), "one article"),
        (Coded("x", "number", (("a", 5, 9), ("b", 0, 5))), set(), "spans that only touch"),
        (Coded("x", "date", (("a", 2, 9), ("b", 4, 6))), set(), "another kind"),
    ],
)
def test_what_is_right(coded, expected, why):
    assert matched([coded], LISTED)["D001"] == expected


def test_scores_by_kind():
    coded = [Coded("x", "number", (("a", 0, 1), ("b", 0, 1))), Coded("y", "number", (("a", 50, 51), ("b", 50, 51)))]
    measured = scores(coded, LISTED).set_index("kind")
    assert measured.loc["number", ["listed", "right", "coded", "found"]].tolist() == [1, 1, 2, 1]
    assert measured.loc["all but granularity", ["precision", "recall"]].tolist() == [0.5, 0.5]


# --- values one by one


def value(told, low=0.0, high=0.0):
    return Value("", "a", 0, 0, 1, "", told, low, high)


def amount(words, lang="fr"):
    """The amount of the first number of a sentence, as bounds and words."""
    text, kind, number_, noun, modifier = words
    end = text.index(number_) + len(number_) + (len(noun) + 1 if kind == "money" else 0)
    size = float(number_.replace(" ", "").replace(",", "."))
    return amounts.amount(text, lang, (end - len(number_), end, kind, size, noun, modifier))


@pytest.mark.parametrize(
    ("words", "what", "low", "high", "shown"),
    [
        (("sur 120 kilomètres", "count", "120", "kilomètres", ""), "length", 120e3, 120e3, "120 km"),
        (("à 90 km/h", "count", "90", "km", ""), "speed", 90, 90, "90 km/h"),
        (("il fait 104 °F", "count", "104", "", ""), "temperature", 40, 40, "104 °F"),
        (("plus de 20 chars", "count", "20", "chars", "more than"), "count", 20, 24, "more than 20"),
        (("au moins 3 morts", "count", "3", "morts", "at least"), "count", 3, 6, "at least 3"),
        (("650 euros par jour", "money", "650", "euros", ""), "euros per day", 650, 650, "650 euros per day"),
        (("2 tonnes d'or", "count", "2", "tonnes", ""), "mass", 2000, 2000, "2 tonnes"),
        (("12 m de haut", "count", "12", "m", ""), "length", 12, 12, "12 m"),
        (("12 mois plus tard", "count", "12", "mois", ""), "count", 12, 12, "12"),
    ],
)
def test_amounts(words, what, low, high, shown):
    found = amount(words)
    assert (found.what, found.shown) == (what, shown)
    assert (found.low, found.high) == pytest.approx((low, high), rel=1e-3)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (value("12", 12, 12), value("15", 15, 15), OTHER),
        (value("72 h", 259200, 259200), value("3 days", 259200, 259200), SAME),
        (value("more than 20", 20, 24), value("23", 23, 23), FINER),
        (value("more than 20", 20, 24), value("40", 40, 40), OTHER),
        (value("1,200", 1200, 1200), value("1,187", 1187, 1187), FINER),
        (value("41", 41, 41), value("42", 42, 42), OTHER),
        (value("120 km", 120e3, 120e3), value("75 miles", 120701, 120701), SAME),
    ],
)
def test_how_numbers_stand(one, other, expected):
    assert number.relation(one, other)[0] == number.relation(other, one)[0] == expected


@given(st.floats(0.1, 1e9), st.floats(0, 1), st.floats(0.1, 1e9), st.floats(0, 1))
def test_relations_of_numbers_have_no_direction(low, more, other, further):
    one, two = value("1", low, low * (1 + more)), value("2", other, other * (1 + further))
    assert number.relation(one, two) == number.relation(two, one)


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("2025-03-04", (2025, 3, 4), (2025, 3, 4)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2025", (2025, 1, 1), (2025, 12, 31)),
        ("2025-W01", (2024, 12, 30), (2025, 1, 5)),
        ("2025-03-04/2025-03-05", (2025, 3, 4), (2025, 3, 5)),
        ("2025-03-04T18:00", (2025, 3, 4), (2025, 3, 4)),
    ],
)
def test_days(told, first, last):
    assert date.days(told) == (datetime.date(*first).toordinal(), datetime.date(*last).toordinal())


def test_a_value_that_is_no_day_has_none():
    assert date.days("P2D") is None
    assert date.days("2025-02-30") is None


def test_no_place_is_a_part_of_itself_and_all_names_are_labels():
    rules = read(DEV4).rules
    known = set(rules.loc[rules["layer"].isin(("actor", "place")), "label"])
    wholes, parts = geography._read()
    assert all(geography.wholes(part) is not None for part in parts)
    unknown = sorted((wholes | set(parts)) - known)
    assert len(unknown) < 0.05 * len(parts), unknown


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Vladivostok", "Russia", FINER),
        ("Osaka", "Asia", FINER),
        ("Far East", "Russian Far East", FINER),
        ("Vladivostok", "Vostochny Cosmodrome", OTHER),
        ("Oslo", "Norway", FINER),
        ("mer de Marmara", "Sea of Marmara", SAME),
        ("golfe du Bengale", "Arabian Sea", OTHER),
        ("Ras Jedir", "Ras Jdir", SAME),
        ("port d'Assab", "Assab", SAME),
    ],
)
def test_how_places_stand(one, other, expected):
    assert place.relation(value(one), value(other))[0] == place.relation(value(other), value(one))[0] == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Kim Jong-un", "Kim Jong Un", OTHER),
        ("Kim Jong-un", "KIM JONG-UN", SAME),
        ("Nadia Bennouna", "Nadia Benouna", OTHER),
        ("Roubaudet", "Alain Roubaudet", SAME),
        ("Roubodet", "Alain Roubaudet", OTHER),
        ("RPDC", "RDPC", OTHER),
        ("Élise Roy", "Elise Roy", SAME),
        ("Anton Gmür", "Anton Gmur", OTHER),
        ("L’Harmattan", "L'Harmattan", SAME),
    ],
)
def test_how_names_stand(one, other, expected):
    assert name.relation(value(one), value(other))[0] == name.relation(value(other), value(one))[0] == expected


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_a_distance_has_no_direction_and_is_none_of_the_same(one, other):
    assert spelling.distance(one, other) == spelling.distance(other, one)
    assert (spelling.distance(one, other) == 0) == (one == other)


def test_articles_that_share_facts_are_of_one_event():
    claims = pd.DataFrame({"document": ["a", "b", "b", "c", "d"], "fact": ["F1", "F1", "F2", "F2", "F3"]})
    numbers = matters.told_together(claims)
    assert numbers["a"] == numbers["b"] == numbers["c"] != numbers["d"]


def test_what_is_dated_is_left_as_it_is(dev4):
    reading, claims, *_ = dev4
    assert undated.dated(reading, matters.told_together(claims)) is reading.dates


# --- for readers


def test_side_by_side_has_a_row_for_each_article_that_opens_its_evidence(dev4):
    reading, _, grouped, listed = dev4
    side = views.side_by_side(listed, grouped, reading.documents)
    assert len(side) == len(listed.drop_duplicates(["discrepancy", "document"]))
    assert set(side["confidence"]) <= set(views.meanings()["word"])
    shown = views.evidence_of(listed, reading.documents)
    tables.verify("evidence", shown, documents=reading.documents)
    assert set(shown["label"]) == set(side["discrepancy"])


def test_counts_and_strips(dev4):
    reading, _, grouped, listed = dev4
    side = views.side_by_side(listed, grouped, reading.documents)
    counted = views.counts(listed)
    assert counted["discrepancies"].sum() == listed["discrepancy"].nunique()
    assert (counted[["high", "medium", "low"]].sum(axis=1) == counted["discrepancies"]).all()
    strips = views.strips(side, most=3)
    assert strips["row"].nunique() == 3
    assert strips.groupby("row")["tone"].min().eq(0).all()


def test_nothing_listed_is_nothing_shown(dev4):
    reading, _, grouped, _ = dev4
    nothing = tables.empty("discrepancies")
    side = views.side_by_side(nothing, grouped, reading.documents)
    assert side.empty
    assert views.counts(nothing).empty
    assert views.strips(side).empty
    assert views.evidence_of(nothing, reading.documents).empty
