"""Who mentions what, who leaves it out, whom each quotes: on the articles of tests/small.py."""

from math import comb

import pandas as pd
import pytest
import small

from analysis import coverage, measures, tables
from analysis.tables import ParameterError

UNITS, DOCUMENTS, EVIDENCE, STATEMENTS = small.units(), small.documents(), small.evidence(), small.statements()


def mentions(layer, names=(), **options):
    return coverage.mentions(small.evidence(*names), small.units(*names), small.documents(*names), layer, **options)


def test_mentions_are_ordered_by_articles_then_units_then_name():
    assert list(dict.fromkeys(mentions("topic")["label"])) == ["space", "treaty"]
    assert list(dict.fromkeys(mentions("actor", least=1)["label"])) == ["Alma", "Boris"]
    assert list(dict.fromkeys(mentions("actor")["label"])) == ["Alma"]
    assert len(mentions("actor", least=1, most=1)) == 3


@pytest.mark.parametrize("least", [0, -1])
def test_mentions_by_fewer_than_one_article_are_refused(least):
    with pytest.raises(ParameterError, match=f"least counts articles: 1 or more, not {least}"):
        mentions("actor", least=least)


def test_one_article_shows_all_that_it_mentions():
    assert set(mentions("topic", ["a"])["label"]) == {"space", "treaty"}


def test_mentions_of_nothing_keep_columns_and_dtypes():
    assert mentions("place").empty
    assert mentions("place").dtypes.to_dict() == mentions("topic").dtypes.to_dict()


NAMES = tables.table(
    "actors",
    [
        {
            "document": "a",
            "unit": 0,
            "start": 0,
            "end": 4,
            "match": "Alma",
            "actor": "Alma",
            "kind": "person",
            "how": how,
        }
        | {"kind": kind, "start": start, "end": start + 4}
        for start, kind, how in [
            (0, "person", "name"),
            (5, "place", "name"),
            (10, "state", "seat"),
            (15, "state", "adjective"),
            (20, "person", "ambiguous"),
            (25, "other", "name"),
            (30, "organisation", "acronym"),
        ]
    ],
)


def test_names_are_evidence_of_actors_and_places_and_say_how_they_were_found():
    rows = measures.named(EVIDENCE, NAMES)
    tables.verify("evidence", rows)
    actors, places = rows[rows["layer"] == "actor"], rows[rows["layer"] == "place"]
    assert actors["rule"].tolist() == ["name", "seat", "acronym"]
    assert places["rule"].tolist() == ["name"]
    assert actors["start"].tolist() == [0, 10, 30]


def test_a_bare_adjective_a_shared_last_name_and_a_thing_are_no_mention():
    rows = measures.named(EVIDENCE, NAMES)
    assert not set(rows.loc[rows["layer"].isin(("actor", "place")), "start"]) & {15, 20, 25}


def test_other_layers_stay_and_matches_of_the_lexicons_go():
    rows = measures.named(EVIDENCE, tables.empty("actors"))
    tables.verify("evidence", rows)
    assert set(rows["layer"]) == set(EVIDENCE["layer"]) - {"actor", "place"}
    pd.testing.assert_frame_equal(rows, EVIDENCE[~EVIDENCE["layer"].isin(("actor", "place"))].reset_index(drop=True))


def test_a_mention_is_counted_and_opens_its_evidence():
    rows = measures.named(EVIDENCE, NAMES)
    table = coverage.mentions(rows, UNITS, DOCUMENTS, "actor", least=1)
    assert table["matches"].sum() == 3
    assert set(coverage.shown(rows, table)["rule"]) == {"name", "seat", "acronym"}


def test_blind_spot_of_a_long_article():
    rows = [("x", "A", 0, 40), ("x", "B", 15, 30), ("x", "C", 15, 30), ("x", "D", 14, 30)]
    (spot,) = coverage.blind_spots(small.measure(*rows)).to_dict("records")
    assert (spot["source"], spot["others"], spot["of_others"], spot["of"], spot["tests"]) == ("A", 3, 3, 40, 4)
    assert spot["chance"] == pytest.approx(comb(90, 44) / comb(130, 44))
    assert spot["chance"] < spot["adjusted"] <= 4 * spot["chance"]
    assert not spot["short"]
    assert spot["high"] == 1.0


def test_a_short_article_is_silent_by_its_length():
    rows = [("x", "A", 0, 2), ("x", "B", 3, 30), ("x", "C", 3, 30)]
    (spot,) = coverage.blind_spots(small.measure(*rows)).to_dict("records")
    assert spot["short"]
    assert spot["chance"] == pytest.approx(56 * 55 / (62 * 61))


def test_a_rate_known_from_one_unit_proves_no_silence():
    """One mention in one other article: an equally long article would miss it half of the time."""
    (spot,) = coverage.blind_spots(small.measure(("x", "A", 0), ("x", "B", 1))).to_dict("records")
    assert spot["chance"] == pytest.approx(0.5)
    assert spot["short"]


def test_the_more_pairs_are_looked_at_the_more_a_silence_must_say():
    one = [("x", "A", 0), ("x", "B", 4), ("x", "C", 5)]
    many = one + [(f"y{n}", source, 5) for n in range(30) for source in "ABC"]
    alone, among = coverage.blind_spots(small.measure(*one)), coverage.blind_spots(small.measure(*many))
    assert alone["chance"].tolist() == among["chance"].tolist()
    assert alone["adjusted"].iloc[0] < among["adjusted"].iloc[0]
    assert (alone["tests"].iloc[0], among["tests"].iloc[0]) == (1, 91)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("x", "A", 0)],  # nobody to compare with
        [("x", "A", 0), ("x", "B", 0)],
        [("x", "A", 0), ("x", "B", 5), ("x", "C", 0)],  # half of the others are not most
        [("x", "A", 0, 0), ("x", "B", 5), ("x", "C", 5)],  # an article without a counted unit is not silent
    ],
)
def test_no_blind_spot(rows):
    spots = coverage.blind_spots(small.measure(*rows))
    assert spots.empty
    assert {"short", "adjusted", "tests", "share"} <= set(spots.columns)


def test_an_article_without_a_counted_unit_is_none_of_the_others():
    spots = coverage.blind_spots(small.measure(("x", "A", 0), ("x", "B", 5), ("x", "C", 5), ("x", "D", 0, 0)))
    assert spots[["source", "others", "of_others"]].values.tolist() == [["A", 2, 2]]


def test_an_actor_and_a_place_of_one_name_are_apart():
    actor = small.measure(("Alma", "A", 0), ("Alma", "B", 5), ("Alma", "C", 5), layer="actor")
    place = small.measure(("Alma", "A", 5), ("Alma", "B", 0), ("Alma", "C", 5), layer="place")
    spots = coverage.blind_spots(coverage.together(actor, place))
    assert set(spots[["layer", "source"]].itertuples(index=False, name=None)) == {("actor", "A"), ("place", "B")}


def test_together_keeps_shared_columns_in_order():
    one, two = small.measure(("x", "A", 1)).assign(quoted=1), small.measure(("y", "A", 1))
    assert coverage.together(one, two).columns.tolist() == two.columns.tolist()
    assert coverage.together(one, two)["label"].tolist() == ["x", "y"]


def test_shown_is_the_evidence_of_these_labels():
    kept = coverage.shown(EVIDENCE, mentions("actor"))
    assert set(kept["label"]) == {"Alma"}
    tables.verify("evidence", kept, documents=DOCUMENTS)
    tables.verify("evidence", coverage.shown(tables.empty("evidence"), mentions("actor")))
    tables.verify("evidence", coverage.shown(EVIDENCE, mentions("place")))


def test_glance_opens_with_title_or_first_sentence_and_counts():
    titled = DOCUMENTS.assign(title=["", "Alma and Boris", ""])
    table = coverage.glance(titled, UNITS.assign(role=UNITS["role"].replace("lead", "body")))
    assert table[["source", "outlet", "opening", "words", "sentences"]].values.tolist() == [
        ["A", "The Herald", "Alma buys rockets.", 14, 4],
        ["B", "unknown", "Alma and Boris", 10, 3],
        ["C é", "Le Courrier", "La fusée vole.", 6, 3],
    ]
    assert table["published"].tolist() == ["2024-05-01", "unknown", "unknown"]
    none = coverage.glance(DOCUMENTS, tables.empty("units"))
    assert none[["opening", "words", "sentences"]].values.tolist() == [["", 0, 0]] * 3
