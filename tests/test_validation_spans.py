"""Spans that were marked against spans that were found: pairs, statements, attribution, mentions, dates, hedges."""

import pandas as pd
import pytest

from analysis import tables
from analysis.validation import attributed, cuts, dates, hedges, measured, mentions, names, pairs, statements, verdicts
from analysis.validation.coding import MARKED, REPORTS, UNITS, Coding

TEXT = "".join(chr(ord("a") + place % 26) for place in range(200))
NOTHING = pd.DataFrame({"document": [], "name": [], "also": [], "speaker": []}, dtype="str")
KNOWN = names.known(NOTHING, NOTHING.assign(text=""), tables.empty("actors"), tables.empty("rules"), NOTHING)


def frame(columns, *rows):
    """Rows of one article: start and end first, then what the columns say; the text is that of the span."""
    made = [
        dict.fromkeys(columns, "")
        | {"document": "x", "start": row[0], "end": row[1], "text": TEXT[row[0] : row[1]]}
        | row[2]
        for row in rows
    ]
    types = {column: "int64" if column in ("start", "end") else "object" for column in columns}
    return pd.DataFrame(made, columns=list(dict.fromkeys([*columns, *[key for row in rows for key in row[2]]]))).astype(
        types
    )


def coding(**marked):
    """A coding of two units, 0–100 and 100–200, with these tables of (start, end, values)."""
    units = frame(UNITS, (0, 100, {"unit": "1", "role": "body"}), (100, 200, {"unit": "2", "role": "body"}))
    held = {name: frame(columns, *marked.get(name, ())) for name, columns in MARKED.items()}
    return Coding(units, **held, names=NOTHING, coded=frozenset({*marked, "speaker", REPORTS}), notes=())


def said(*rows):
    """Statements of the machine."""
    return frame([*MARKED["statements"], "cue_start", "cue_end"], *rows)


def results(rows):
    """Label and measure → (both, machine, human) and F1."""
    table = measured.measured(verdicts.table(rows), repeats=2)
    return {
        (row["label"], row["by"]): (row["both"], row["machine"], row["human"], round(row["f1"], 3))
        for row in table.to_dict("records")
    }


def listed(rows):
    return [(row["label"], row["error"], row["machine"], row["human"]) for row in rows if row["error"]]


def test_each_span_answers_one_other_the_closest_first():
    human = frame(MARKED["dates"], (0, 10, {}), (10, 30, {}))
    machine = frame(MARKED["dates"], (0, 28, {}), (28, 32, {}), (150, 160, {}))
    found = pairs.pairs(human, machine, coding().units)
    spans = [tuple((row["start"], row["end"]) if row else None for row in (pair.human, pair.machine)) for pair in found]
    assert spans == [((0, 10), None), ((10, 30), (0, 28)), (None, (28, 32)), (None, (150, 160))]
    assert found[1].share == pytest.approx(18 / 30)


def test_a_span_that_is_too_long_costs_by_its_intersection_over_union():
    human = coding(statements=[(10, 20, {"kind": "direct"}), (50, 60, {"kind": "direct"})])
    found = results(statements.judged(human, said((0, 20, {"kind": "direct"}), (50, 60, {"kind": "direct"})), KNOWN))
    assert found["quotation", "overlap"] == (2, 2, 2, 1)
    assert found["quotation", "intersection over union"] == (2, 2, 2, 0.75)
    assert found["quotation", "exact span"] == (1, 2, 2, 0.5)


def test_a_report_read_as_a_quotation_is_one_error_of_kind():
    human = coding(statements=[(10, 20, {"kind": "indirect"}), (50, 60, {"kind": "partial"})])
    rows = statements.judged(human, said((12, 20, {"kind": "partial"}), (50, 60, {"kind": "scare"})), KNOWN)
    found = results(rows)
    assert found["statement", "overlap"] == (1, 1, 2, 0.667)
    assert found["indirect", "overlap"] == (0, 0, 1, 0)
    assert found["partial", "overlap"] == (0, 1, 1, 0)
    assert found["kind", "where found"] == (0, 1, 1, 0), "among what somebody says"
    assert listed(rows) == [
        ("statement", "missed", "", TEXT[50:60]),
        ("kind", "differs", "partial", "indirect"),
        ("quotation", "extra", TEXT[12:20], ""),
    ]


def test_speakers_are_judged_where_found_and_as_a_whole():
    one, other = {"kind": "direct", "speaker": "Anna Novak"}, {"kind": "indirect", "speaker": "Pavel Ivanov"}
    human = coding(statements=[(0, 10, one), (20, 30, other), (40, 50, other)])
    rows = statements.judged(human, said((0, 10, one | {"speaker": "Novak"}), (20, 30, one)), KNOWN)
    found = results(rows)
    assert found["speaker", "where found"] == (1, 2, 2, 0.5)
    assert found["speaker", "found and right"] == (1, 2, 3, 0.4)
    assert measured.rests(verdicts.table(rows)).to_dict("records") == [
        {"layer": "speaker", "label": "speaker", "how": "last words", "times": 1, "of": 1, "lenient": True}
    ]
    assert measured.lenient(verdicts.table(rows)).values.tolist() == [
        ["speaker", "speaker", "last words", "Novak", "Anna Novak", 1]
    ]


def test_attributes_that_were_not_coded_are_not_judged():
    row = {"kind": "direct", "speaker": "A", "vehicle": "Radio", "speaker_kind": "expert", "stance": "denying"}
    human = coding(statements=[(0, 10, row)])
    assert "vehicle" not in {label for label, _ in results(statements.judged(human, said((0, 10, row)), KNOWN))}
    human = human._replace(coded=human.coded | {"vehicle", "stance", "speaker_kind"})
    found = results(statements.judged(human, said((0, 10, row | {"vehicle": ""})), KNOWN))
    assert found["vehicle", "where found"] == (0, 0, 1, 0)
    assert found["kind of speaker", "where found"] == found["stance", "where found"] == (1, 1, 1, 1)


def test_marks_without_speaker_kind_or_value_are_judged_as_marks_alone():
    human = coding(statements=[(0, 10, {"kind": "direct"})], actors=[(0, 5, {"name": "A"})], dates=[(0, 5, {})])
    human = human._replace(coded=human.coded - {"speaker"})
    mention = frame([*MARKED["actors"], "actor", "how"], (0, 5, {"actor": "A", "kind": "person", "how": "name"}))
    labels = results(
        statements.judged(human, said((0, 10, {"kind": "direct", "speaker": "Anna Novak"})), KNOWN)
        + mentions.judged(human, mention, KNOWN)
        + dates.judged(human, frame(MARKED["dates"], (0, 5, {"value": "2024"})))
    )
    assert {label for label, _ in labels} == {
        *("statement", "direct", "kind", "quotation", "mention", "name", "linking", "date")
    }
    assert labels["kind", "where found"] == (1, 1, 1, 1), "the kind of the quotation, not of the actor"


def test_the_stance_is_that_of_the_rule_behind_the_cue():
    rows = [(12, 16, "speech", "denying"), (40, 44, "speech", "according"), (60, 64, "hedge", "modal")]
    evidence = frame(
        ["document", "start", "end", "layer", "label"], *[(a, b, {"layer": c, "label": d}) for a, b, c, d in rows]
    )
    cues = [{"cue_start": start, "cue_end": start + 5} for start in (11, 40, 60)] + [{"cue_start": -1, "cue_end": -1}]
    found = statements.with_stance(said(*[(0, 5, cue) for cue in cues]), evidence)
    assert found["stance"].tolist() == ["denying", "", "", ""]


def attribute(cell, *rows):
    human = coding(attributed=())
    units = human.units.assign(attributed=[cell, ""])
    return attributed.judged(human._replace(units=units), said(*rows), KNOWN)


def test_units_attribute_to_whoever_speaks_in_them_and_to_the_medium_whose_cue_they_hold():
    rows = attribute(
        "Anna Novak:direct|Radio:indirect",
        (0, 120, {"kind": "direct", "speaker": "Anna Novak", "vehicle": "Radio", "cue_start": 50}),
    )
    assert results(rows)["name and type", "unit"] == (2, 3, 2, 0.8)
    assert listed(rows) == [("name and type", "extra", "Anna Novak:direct", "")], "the second unit"


def test_who_is_quoted_in_a_unit_is_not_counted_as_reported_there_too():
    kinds = [(0, 10, "partial"), (20, 30, "indirect")]
    rows = attribute("Anna Novak:partial", *[(a, b, {"kind": kind, "speaker": "Anna Novak"}) for a, b, kind in kinds])
    assert results(rows)["name and type", "unit"] == (1, 1, 1, 1)


def test_another_type_and_another_name_are_differences():
    rows = attribute(
        "Anna Novak:direct|Pavel Ivanov:indirect",
        (0, 10, {"kind": "partial", "speaker": "Anna Novak"}),
        (20, 30, {"kind": "indirect", "speaker": "Lena Solheim"}),
    )
    assert results(rows)["name and type", "unit"] == (0, 2, 2, 0)
    assert results(rows)["name", "unit"] == (1, 2, 2, 0.5)
    assert listed(rows) == [
        ("name and type", "differs", "Anna Novak:partial", "Anna Novak:direct"),
        ("name and type", "differs", "Lena Solheim:indirect", "Pavel Ivanov:indirect"),
    ]


def mention(clusters):
    """Mentions one after the other, each with the name of its cluster."""
    return [(place, place + 1, name) for place, name in enumerate(clusters)]


@pytest.mark.parametrize(("response", "precision"), [("111112222222", 0.76), ("111112211111", 0.58)])
def test_linking_by_the_worked_example_of_b_cubed(response, precision):
    """Bagga and Baldwin 1998: truth {1–5}, {6, 7}, {8–C}; the second and third, or first and third, are merged."""
    human = coding(actors=[(a, b, {"name": name, "kind": "person"}) for a, b, name in mention("AAAAABBCCCCC")])
    found = frame(
        [*MARKED["actors"], "actor", "how"],
        *[(a, b, {"actor": name, "kind": "person", "how": "name"}) for a, b, name in mention(response)],
    )
    table = measured.measured(verdicts.table(mentions.judged(human, found, KNOWN)), repeats=2).set_index("by")
    assert table.loc["B-cubed", ["precision", "recall"]].tolist() == pytest.approx([precision, 1], abs=0.005)


def test_role_nouns_are_no_mentions_and_a_state_may_be_called_a_place():
    human = coding(actors=[(0, 5, {"name": "Japan", "kind": "place"})])
    japan = {"actor": "Japan", "kind": "state", "how": "gazetteer"}
    found = frame([*MARKED["actors"], "actor", "how"], (0, 5, japan), (9, 12, {"actor": "Anna", "how": "role"}))
    rows = mentions.judged(human, found, KNOWN)
    assert listed(rows) == []
    assert results(rows)["mention", "exact span"] == (1, 1, 1, 1)
    strict = coding(actors=[(0, 5, {"name": "Japan", "kind": "place"}), (7, 8, {"name": "Peru", "kind": "state"})])
    assert ("kind", "differs", "state", "place") in listed(mentions.judged(strict, found, KNOWN))


def test_a_date_that_cannot_be_told_is_an_answer():
    human = coding(dates=[(0, 5, {"value": "2024-05"}), (10, 15, {"value": ""}), (20, 25, {"value": "2024"})])
    found = frame(MARKED["dates"], (0, 5, {"value": "2024-05"}), (10, 15, {"value": "2024-05-31"}))
    rows = dates.judged(human, found)
    assert results(rows)["value", "where found"] == (1, 2, 2, 0.5)
    assert results(rows)["value", "found and right"] == (1, 2, 3, 0.4)
    assert ("value", "differs", "2024-05-31", "unresolved") in listed(rows)


def test_denials_are_no_hedges():
    human = coding(hedges=[(0, 5, {"kind": "modal"}), (10, 15, {"kind": "denial"}), (20, 25, {"kind": "noun"})])
    columns = ["document", "start", "end", "text", "layer", "label"]
    found = frame(
        columns,
        (0, 7, {"layer": "hedge", "label": "conditional"}),
        (10, 15, {"layer": "hedge", "label": "verb"}),
        (20, 25, {"layer": "denial", "label": "denial"}),
    )
    rows = hedges.judged(human, found)
    assert results(rows)["hedge", "overlap"] == (1, 2, 2, 0.5)
    assert results(rows)["denial", "overlap"] == (0, 1, 1, 0)
    assert ("kind", "differs", "conditional", "modal") in listed(rows)


def test_what_stands_in_a_credit_or_outside_of_coded_units_is_not_judged():
    human = coding(dates=[(0, 5, {"value": "2024"})])
    human = human._replace(units=human.units.assign(role=["credit", "body"]).head(1))
    assert dates.judged(human, frame(MARKED["dates"], (120, 125, {"value": "2024"}))) == []


def test_units_cut_otherwise_and_roles():
    human = coding()._replace(coded=frozenset({"cuts", "role"}))
    found = frame(
        ["document", "unit", "start", "end", "role", "text"], (0, 90, {"role": "lead"}), (100, 200, {"role": "body"})
    )
    rows = cuts.judged(human, found)
    assert results(rows) == {("unit", "exact span"): (1, 2, 2, 0.5), ("role", "where found"): (1, 2, 2, 0.5)}
    assert listed(rows) == [("unit", "differs", TEXT[:90], TEXT[:100]), ("role", "differs", "lead", "body")]


def test_an_interval_is_drawn_over_articles_where_there_are_several():
    rows = [("x", "1", 1.0), ("y", "2", 0.0)] * 10
    table = pd.DataFrame(rows, columns=["document", "unit", "hit"]).assign(
        layer="l", label="t", by="b", hit_human=lambda held: held["hit"], found=1, wanted=1
    )
    row = measured.measured(table, repeats=200).iloc[0]
    assert row[["f1", "low", "high"]].tolist() == [0.5, 0, 1]
    alone = table.assign(document="x", unit=[str(place) for place in range(20)])
    assert 0.2 < measured.measured(alone, repeats=200).iloc[0]["low"] < 0.5
