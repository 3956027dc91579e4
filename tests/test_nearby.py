"""Where an article perhaps tells a fact in other words, in the signs of tellings.py."""

from pathlib import Path

import pandas as pd
import pytest
import tellings

from analysis import consensus, discrepancies, facts, nearby, omissions, tables
from analysis.reading import read
from analysis.tables import ParameterError

CORPORA = Path(__file__).parent / "corpora"


def pairs(claims, **more):
    """The facts and articles, as `f1 C`."""
    found = nearby.find(claims, **more)
    return sorted({f"{row.fact} {chr(65 + int(row.document[1:]))}" for row in found.itertuples()})


def differing(claims, kind, *places, fact=""):
    """One discrepancy with values in these units, as `A0`."""
    at = claims[["document", "unit"]].itertuples(index=False, name=None)
    telling = claims.assign(place=[f"{chr(65 + int(document[1:]))}{unit}" for document, unit in at])
    spans = telling.drop_duplicates("place").set_index("place")
    rows = [
        {"discrepancy": "D001", "kind": kind, "fact": fact, "confidence": 1.0, "value": place}
        | spans.loc[place, ["document", "unit", "start", "end"]].to_dict()
        for place in places
    ]
    return tables.table("discrepancies", rows)


@pytest.mark.parametrize(
    ("articles", "expected", "why"),
    [
        ("f1+f2 - | f1 | f2", ["f1 C", "f2 B"], "A's sentence tells both: the matter may be one"),
        ("f1 f2 | f1 | f2", [], "they never stand in one sentence"),
        (
            "f1+f2 | f1 | f1 | f2",
            ["f2 B", "f2 C"],
            "one of f1's three units is less than half, one of f2's two is half",
        ),
        ("f1+f2 | f1 | f1 | f1 | f2", ["f2 B", "f2 C", "f2 D"], "one of f1's four is not, but one of f2's two is"),
        ("f1+f2 f1 f1 | f1 f2 | -", [], "all that tell the one tell the other"),
        ("f1+f2 | f2 | -", [], "f1 is told by one article: nobody else is asked; B's f2 stands with its own"),
        ("-", [], "no claim at all"),
    ],
)
def test_a_fact_that_shares_units_may_be_the_same(articles, expected, why):
    claims = tellings.corpus(*articles.split(" | ")).claims
    assert pairs(claims) == expected, why


def test_at_a_lower_threshold_the_article_may_tell_it():
    claims = tellings.corpus("f1 -", "f1 -", "- f2").claims
    loose = tellings.corpus("f9 -", "f9 -", "- f9").claims
    assert pairs(claims) == []
    assert pairs(claims, loose=loose) == ["f1 C"]
    apart = tellings.corpus("f9 -", "f8 -", "- f7").claims
    assert pairs(claims, loose=apart) == []


@pytest.mark.parametrize(
    ("kind", "places", "fact", "expected"),
    [
        ("number", ["A0", "C0"], "", ["f1 C"]),  # C gives its value of a matter on which A, in f1, gives another
        ("granularity", ["A0", "C0"], "", ["f1 C"]),
        ("name", ["A0", "C0"], "", []),  # how a name is spelled says nothing of the fact
        ("number", ["A0", "B0"], "", []),  # both tell it
        ("number", ["C0", "D0"], "", []),  # no value stands in a claim of f1
        ("number", ["C0", "D0"], "f1", ["f1 C", "f1 D"]),  # but it is listed with f1
        ("number", ["C0", "D0"], "f2", []),  # f2 is told by C alone
    ],
)
def test_whoever_gives_a_value_is_not_silent(kind, places, fact, expected):
    claims = tellings.corpus("f1", "f1", "f2", "f3").claims
    assert pairs(claims, discrepancies=differing(claims, kind, *places, fact=fact)) == expected


def test_discrepancies_of_other_claims_are_refused():
    claims = tellings.corpus("f1", "f1").claims
    rows = differing(claims, "number", "A0", fact="f7")
    with pytest.raises(ParameterError, match="a discrepancy is about the fact 'f7', which is not among the claims"):
        nearby.find(claims, discrepancies=rows)


def test_the_stretches_are_those_of_the_article_and_open_its_sentences():
    telling = tellings.corpus("f1+f2 -", "f1", "- f2")
    found = nearby.find(telling.claims)
    assert found[found["fact"] == "f1"].to_dict("records") == [
        {"fact": "f1", "document": "d002", "unit": 1, "start": 2, "end": 4}
    ]
    left_out = pd.DataFrame({"label": ["f1", "f2"], "document": ["d002", "d001"], "perhaps": [True, False]})
    evidence = nearby.evidence_of(found, left_out, telling.documents)
    tables.verify("evidence", evidence, documents=telling.documents)
    assert evidence[["layer", "label", "document", "match"]].values.tolist() == [["perhaps told", "f1", "d002", "f2"]]
    none = nearby.evidence_of(found, left_out.head(0), telling.documents)
    tables.verify("evidence", none, documents=telling.documents)
    assert none.empty


@pytest.mark.parametrize(("holds", "expected"), [(0.25, ["f1 D", "f2 B", "f2 C"]), (0.5, ["f2 B", "f2 C"]), (0.6, [])])
def test_how_much_of_a_fact_another_one_has_to_hold(holds, expected):
    claims = tellings.corpus("f1+f2", "f1", "f1", "f2").claims
    assert pairs(claims, holds=holds) == expected
    with pytest.raises(ParameterError, match="holds is a share of a fact's units, above 0 and up to 1, not 0"):
        nearby.find(claims, holds=0)


@pytest.mark.parametrize("name", ["lancement", "summit"])
def test_a_whole_corpus(name):
    reading = read(CORPORA / name)
    (claims, found), (loose, _) = facts.at(reading, None, (0.3, 0.15))
    differing = discrepancies.find(reading, claims, found)
    near = nearby.find(claims, loose=loose, discrepancies=differing)
    again = nearby.find(claims.iloc[::-1], loose=loose.iloc[::-1], discrepancies=differing.iloc[::-1])
    pd.testing.assert_frame_equal(near, again)
    told = consensus.told(claims, found, reading.documents)
    plain, table = omissions.left_out(told, reading.units), omissions.left_out(told, reading.units, perhaps=near)
    assert 0 < table["perhaps"].sum() < len(table) == len(plain)
    alone, _ = facts.find(reading, threshold=0.15)
    pd.testing.assert_frame_equal(alone, loose)
