"""What is counted for the map of sources: frames in own words, the voice of each unit, tables of others."""

import pandas as pd
import pytest
import small

from analysis import tables, traits
from analysis.tables import TableError


def rows(table):
    return list(table.itertuples(index=False, name=None))


def small_evidence(*more):
    frames = [
        {"document": document, "unit": unit, "start": start, "end": end, "match": match, "layer": layer, "label": label}
        for document, unit, start, end, match, layer, label in more
    ]
    both = pd.concat([small.evidence(), tables.table("evidence", frames)], ignore_index=True)
    return both.sort_values(list(tables.KEYS["evidence"]), kind="stable", ignore_index=True)


def found(*more, statements=None):
    said = small.statements() if statements is None else statements
    return traits.found(small_evidence(*more), said, small.units())


def test_each_counted_unit_has_one_voice():
    assert rows(found()) == [
        ("a", 0, "voice", "own words", 1),
        ("a", 1, "voice", "quotation", 1),
        ("a", 2, "voice", "own words", 1),
        ("a", 3, "voice", "own words with doubt", 1),
        ("b", 0, "voice", "own words", 1),
        ("b", 1, "voice", "own words", 1),
        ("b", 2, "voice", "own words", 1),
        ("c", 0, "voice", "own words", 1),
        ("c", 1, "voice", "own words", 1),
        ("c", 2, "voice", "own words", 1),
    ]


def test_a_report_is_no_quotation_and_a_quotation_goes_on_over_units():
    units = small.units().set_index(["document", "unit"])
    first, last = units.loc[("b", 0), "start"], units.loc[("b", 1), "end"]
    said = tables.table(
        "statements",
        [
            {"document": "b", "unit": 0, "start": first, "end": last, "kind": "direct", "speaker": "Boris"},
            {"document": "c", "unit": 1, "start": units.loc[("c", 1), "start"], "end": units.loc[("c", 1), "end"]}
            | {"kind": "indirect", "speaker": "Alma"},
        ],
    )
    voices = {(row[0], row[1]): row[3] for row in rows(found(statements=said))}
    assert voices["b", 0] == voices["b", 1] == "quotation"
    assert voices["b", 2] == "own words"
    assert voices["c", 1] == "report"


def test_frames_count_once_a_unit_and_only_in_own_words():
    frames = (
        ("a", 0, 0, 4, "Alma", "frame", "threat"),
        ("a", 0, 5, 9, "buys", "frame", "threat"),
        ("a", 1, 30, 37, "rockets", "frame", "threat"),
        ("a", 2, 54, 60, "treaty", "policy", "security"),
        ("a", 4, 76, 80, "Alma", "frame", "threat"),
    )
    kept = [row for row in rows(found(*frames)) if row[2] != "voice"]
    assert kept == [("a", 0, "frame", "threat", 1), ("a", 2, "policy", "security", 1)]


def test_the_evidence_of_a_voice_lies_in_the_units_that_have_it():
    evidence, units, documents = small_evidence(), small.units(), small.documents()
    table = traits.evidence_of(evidence, small.statements(), units, documents)
    shown = table[["document", "unit", "match", "label"]]
    assert rows(shown)[:4] == [
        ("a", 0, "Alma buys rockets.", "own words"),
        ("a", 1, '"the rockets may fly"', "quotation"),
        ("a", 2, "A grand treaty.", "own words"),
        ("a", 3, "Perhaps", "own words with doubt"),
    ]
    counted = traits.found(evidence, small.statements(), units)
    assert set(zip(table["document"], table["unit"], table["label"], strict=True)) == {
        (row[0], row[1], row[3]) for row in rows(counted)
    }


def test_the_evidence_is_a_table_of_evidence():
    table = traits.evidence_of(small_evidence(), small.statements(), small.units(), small.documents())
    tables.verify("evidence", table, documents=small.documents())


COUNTS = pd.DataFrame(
    {"source": ["A", "B", "A", "X"], "feature": ["regime", "ally", "ally", "ally"], "count": [2, 1, 0, 9]}
).astype({"source": "str", "feature": "str"})


def test_any_counts_become_traits_by_the_articles_marks():
    table = traits.counted(COUNTS, small.documents(), "naming")
    assert rows(table) == [("a", -1, "naming", "regime", 2), ("b", -1, "naming", "ally", 1)]
    assert dict(table.dtypes.astype(str)) == traits.SCHEMA


def test_counts_that_know_their_units_keep_them():
    table = traits.counted(COUNTS.assign(group="naming", unit=[0, 2, 0, 0]), small.documents())
    assert rows(table) == [("a", 0, "naming", "regime", 2), ("b", 2, "naming", "ally", 1)]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (COUNTS, "no column 'group'"),
        (COUNTS.drop(columns="source").assign(group="naming"), "no column 'document'"),
        (COUNTS.assign(group="naming", count=-1), "a count below 0"),
    ],
)
def test_what_is_no_table_of_counts_is_refused(table, words):
    with pytest.raises(TableError, match=words):
        traits.counted(table, small.documents())


def test_tables_are_put_together_and_nothing_is_a_table():
    naming = traits.counted(COUNTS, small.documents(), "naming")
    assert len(traits.together(found(), naming)) == 12
    assert rows(traits.together(naming, naming))[0] == ("a", -1, "naming", "regime", 4)
    assert dict(traits.together().dtypes.astype(str)) == traits.SCHEMA
    nothing = (tables.empty("evidence"), tables.empty("statements"), tables.empty("units"))
    assert traits.found(*nothing).empty
    assert traits.evidence_of(*nothing, tables.empty("documents")).empty
