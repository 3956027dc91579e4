"""The tables: what verify refuses and in which words, trace, counted, slug, anchor."""

import pandas as pd
import pytest

from analysis import tables
from analysis.tables import TableError

TEXT = "Un missile, puis un autre missile."


def documents(**texts):
    return tables.table(
        "documents", [{"document": name, "text": text} for name, text in (texts or {"a": TEXT}).items()]
    )


def evidence(*rows):
    """Rows of evidence from (document, start, end, match)."""
    named = [dict(zip(("document", "start", "end", "match"), row, strict=True)) for row in rows]
    return tables.table(
        "evidence", [{"unit": 0, "layer": "topic", "label": "military", "rule": "r", **row} for row in named]
    )


RULES = tables.table(
    "rules", [{"rule": "r", "layer": "topic", "label": "military", "lang": "fr", "pattern": "missile*"}]
)
GOOD = evidence(("a", 3, 10, "missile"), ("a", 26, 33, "missile"))


@pytest.mark.parametrize("name", tables.SCHEMAS)
def test_an_empty_table_keeps_columns_and_dtypes(name):
    for frame in (tables.empty(name), tables.table(name, [])):
        assert {column: str(dtype) for column, dtype in frame.dtypes.items()} == tables.SCHEMAS[name]
        assert len(tables.verify(name, frame, documents=documents(), rules=RULES)) == 0


def test_a_table_is_typed_sorted_and_in_the_order_of_its_schema():
    units = tables.table(
        "units",
        [
            {"role": "body", "end": 9, "start": 4, "unit": 1, "document": "a"},
            {"document": "a", "unit": 0, "start": 0, "end": 3},
        ],
    )
    expected = pd.DataFrame(
        {"document": ["a", "a"], "unit": [0, 1], "start": [0, 4], "end": [3, 9], "role": ["", "body"]}
    ).astype(tables.SCHEMAS["units"])
    pd.testing.assert_frame_equal(units, expected)


def test_verify_gives_the_same_table_back():
    assert tables.verify("evidence", GOOD, documents=documents(), rules=RULES) is GOOD


TWICE = pd.concat([GOOD, GOOD.assign(document="b")])
REFUSED = {
    "unknown table": ("gossip", GOOD, "there is no table 'gossip'; the tables are documents, units, rules, evid"),
    "column": (
        "evidence",
        GOOD.drop(columns="rule"),
        "table 'evidence' has no column 'rule'; it has document, unit, start, end, match, layer, label",
    ),
    "dtype": (
        "evidence",
        GOOD.astype({"start": "float64"}),
        "column 'start' of table 'evidence' holds float64, expected int64",
    ),
    "missing": (
        "evidence",
        GOOD.assign(label=pd.Series(["military", None], dtype="str")),
        "column 'label' of table 'evidence' has a missing value; unknown text is ''",
    ),
    "key": (
        "evidence",
        pd.concat([GOOD[:1], GOOD[:1]], ignore_index=True),
        "table 'evidence' has two rows with document 'a', start 3, end 10, layer 'topic', label 'military'",
    ),
    "order": (
        "evidence",
        GOOD[::-1].reset_index(drop=True),
        "table 'evidence' is not sorted by document, start, end, layer, label",
    ),
    "order under a doubled index": (
        "evidence",
        TWICE[::-1].set_axis([0, 0, 0, 0]),
        "table 'evidence' is not sorted by document, start, end, layer, label",
    ),
    "document": (
        "evidence",
        evidence(("z", 3, 10, "missile")),
        "table 'evidence' names document 'z', which is not in the corpus",
    ),
    "before the text": ("evidence", evidence(("a", -1, 3, "Un ")), "table 'evidence': -1–3 is no span of document 'a'"),
    "behind the text": (
        "evidence",
        evidence(("a", 26, 35, "missile.")),
        "table 'evidence': 26–35 is no span of document 'a'",
    ),
    "nothing": ("evidence", evidence(("a", 3, 3, "")), "table 'evidence': 3–3 is no span of document 'a'"),
    "match": (
        "evidence",
        evidence(("a", 3, 10, "Missile")),
        "table 'evidence': document 'a' has 'missile' at 3–10, not 'Missile'",
    ),
    "rule": (
        "evidence",
        GOOD.assign(rule="q"),
        "table 'evidence' holds rule 'q' as topic: military, which no lexicon says",
    ),
    "label": (
        "evidence",
        GOOD.assign(label="space"),
        "table 'evidence' holds rule 'r' as topic: space, which no lexicon says",
    ),
}


@pytest.mark.parametrize(("name", "frame", "sentence"), REFUSED.values(), ids=REFUSED)
def test_verify_names_the_invariant_that_breaks(name, frame, sentence):
    with pytest.raises(TableError) as error:
        tables.verify(name, frame, documents=documents(), rules=RULES)
    assert str(error.value).startswith(sentence)
    assert "\n" not in str(error.value)


def test_a_span_may_be_the_whole_text():
    tables.verify("evidence", evidence(("a", 0, len(TEXT), TEXT)), documents=documents())


def test_an_index_with_gaps_is_no_fault():
    tables.verify("evidence", GOOD[1:])
    tables.verify("evidence", TWICE)


def test_trace_at_the_edges_of_a_text():
    spans = pd.DataFrame({"document": ["a"] * 3, "start": [0, 12, 26], "end": [2, 16, 34]})
    traced = tables.trace(spans, documents(), width=5)
    expected = spans.assign(
        before=["", "ile, ", "utre "], text=["Un", "puis", "missile."], after=[" miss", " un a", ""]
    )
    pd.testing.assert_frame_equal(
        traced, expected.astype({"before": "str", "text": "str", "after": "str"}), check_dtype=True
    )
    assert list(spans.columns) == ["document", "start", "end"]


def test_trace_of_nothing_has_its_columns():
    traced = tables.trace(tables.empty("evidence"), documents())
    assert [str(traced[column].dtype) for column in ("before", "text", "after")] == ["str"] * 3


def test_trace_keeps_the_index_of_its_rows():
    assert list(tables.trace(GOOD[1:], documents()).index) == [1]


def test_trace_of_an_unknown_document():
    with pytest.raises(TableError, match=r"^document 'b' is to be traced, and is not in the corpus$"):
        tables.trace(GOOD.assign(document="b"), documents())


def test_counted_leaves_out_captions_credits_and_links():
    units = tables.table(
        "units",
        [{"document": "a", "unit": n, "start": n, "end": n + 1, "role": role} for n, role in enumerate(tables.ROLES)],
    )
    kept = tables.counted(units)
    assert list(kept["role"]) == ["title", "lead", "body", "heading", "dateline"]
    assert list(kept.index) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        (("topic", "military"), "evidence-topic-military"),
        (("topic", "Military"), "evidence-topic-military"),
        (("frame", "turning point", "B"), "evidence-frame-turning-point-B"),
        (("actor", "États-Unis", "AB"), "evidence-actor-états-unis-AB"),
        (("topic",), "evidence-topic"),
    ],
)
def test_anchor(keys, name):
    assert tables.anchor(*keys) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Armée & défense", "armee-defense"),
        (" outer_space ", "outer-space"),
        ("../x.html", "x-html"),
        ("\u8ecd", "\u8ecd"),
        ("a" * 99, "a" * 60),
    ],
)
def test_slug_is_a_part_of_a_file_name(text, name):
    assert tables.slug(text) == name
