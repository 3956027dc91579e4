"""Machine against human coding: on article A of tests/small.py."""

import math

import pandas as pd
import pytest
import small

from analysis import tables, validation
from analysis.tables import CodingError

UNITS, DOCUMENTS, EVIDENCE, STATEMENTS = small.units(), small.documents(), small.evidence(), small.statements()
CODES = [  # topics, hedged, frames, loaded of the units of article A
    ("space", "0", "", ""),
    ("space|treaty", "1", "", ""),
    ("", "0", "turning_point", "grand"),
    ("", "1", "", ""),
    ("", "0", "", ""),
]


def write(folder, *, quotes=True, **changes):
    """A human coding of article A, with a row of an article that is not read before it."""
    rows = [dict.fromkeys(validation.UNITS, "0") | {"document": "elsewhere", "text": "Not here."}]
    for (_, unit), (topics, hedged, frames, loaded) in zip(small.units("a").iterrows(), CODES, strict=True):
        words = small.TEXTS["a"][unit["unit"]][1]
        codes = {"topics": topics, "hedged": hedged, "frames": frames, "loaded": loaded, "text": words}
        rows.append({**unit[["document", "start", "end", "role"]], "unit": f"a-{unit['unit']:02d}", **codes, **changes})
    frame = pd.DataFrame(rows)[list(validation.UNITS)]
    frame.to_csv(folder / "units.tsv", sep="\t", index=False, quoting=3, quotechar="\0")
    if quotes:
        said = small.statements("a").assign(kind=["direct", "scare"], text=['"the rockets may fly"', '"a dream"'])
        said.reindex(columns=list(validation.QUOTES), fill_value="").to_csv(
            folder / "quotes.tsv", sep="\t", index=False, quoting=3, quotechar="\0"
        )
    return folder


def scores(folder, **options):
    coded = validation.coded(validation.read(folder, DOCUMENTS), EVIDENCE)
    return validation.scores(coded, repeats=50, **options)


def test_read_keeps_the_articles_that_are_read(tmp_path):
    coding = validation.read(write(tmp_path), DOCUMENTS)
    assert len(coding.units) == 5
    assert len(coding.quotes) == 2
    assert len(validation.read(write(tmp_path), small.documents("b")).units) == 0


def test_a_folder_without_a_coding(tmp_path):
    with pytest.raises(CodingError, match=r"no units\.tsv or coding\.tsv in this folder; see seeds/coding/README\.md"):
        validation.read(tmp_path, DOCUMENTS)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"text": "Else."},
            r"units\.tsv, row 3: document 'a' has 'Alma buys rockets\.' at 0–18, the coding says 'Else\.'",
        ),
        ({"start": "x"}, r"units\.tsv, row 3: offsets are whole numbers, not 'x' and '18'"),
        ({"start": "²"}, r"units\.tsv, row 3: offsets are whole numbers, not '²' and '18'"),
    ],
)
def test_an_offset_that_does_not_fit_is_refused_by_its_row_in_the_file(tmp_path, changes, message):
    with pytest.raises(CodingError, match=message):
        validation.read(write(tmp_path, **changes), DOCUMENTS)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "units.tsv is no table of tab-separated UTF-8"),
        (b"document\n\xff\xfe", "units.tsv is no table of tab-separated UTF-8"),
        (b"document\tunit\na\t1\t2\t3\n", "units.tsv"),
        (b"document\tunit\na\t1\n", "units.tsv: no column 'start'; a coding has document, unit, start"),
    ],
)
def test_a_broken_file_is_one_sentence(tmp_path, content, message):
    (tmp_path / "units.tsv").write_bytes(content)
    with pytest.raises(CodingError, match=message) as caught:
        validation.read(tmp_path, DOCUMENTS)
    assert "\n" not in str(caught.value)


def test_coded_asks_of_each_unit_what_each_says(tmp_path):
    table = validation.coded(validation.read(write(tmp_path), DOCUMENTS), EVIDENCE)
    assert list(dict.fromkeys(zip(table["layer"], table["label"], strict=True))) == [
        ("topic", "space"),
        ("topic", "treaty"),
        ("frame", "turning point"),
        ("hedge", "hedged"),
    ]
    by_label = dict(list(table.groupby("label")))
    assert by_label["space"]["human"].tolist() == [True, True, False, False, False]
    assert by_label["space"]["machine"].tolist() == [True, True, False, False, True]
    assert by_label["treaty"]["machine"].tolist() == [False, False, True, False, False]
    assert by_label["hedged"]["machine"].tolist() == by_label["hedged"]["human"].tolist()


def test_scores(tmp_path):
    table = scores(write(tmp_path)).set_index("label")
    assert table.loc["space", ["both", "machine", "human", "of"]].tolist() == [2, 3, 2, 5]
    assert table.loc["space", "f1"] == pytest.approx(0.8)
    assert table.loc["treaty", ["f1", "precision", "recall"]].tolist() == [0, 0, 0]
    assert math.isnan(table.loc["turning point", "precision"])
    assert table.loc["turning point", "f1"] == 0
    assert table.loc["hedged", ["f1", "alpha"]].tolist() == [1, 1]
    assert table.loc["space", "always"] == pytest.approx(2 * (2 / 5) / (2 / 5 + 1)), "precision 2 of 5, recall 1"
    assert scores(tmp_path).equals(scores(tmp_path))


def test_what_neither_codes_is_undefined_in_words(tmp_path):
    coded = validation.coded(validation.read(write(tmp_path), DOCUMENTS), EVIDENCE)
    row = validation.scores(coded.assign(human=False, machine=False), repeats=5).iloc[0]
    assert math.isnan(row["f1"])
    assert math.isnan(row["always"])
    assert row["why"] == "no variation: every code is 0"


def test_differences_are_missed_or_extra(tmp_path):
    coded = validation.coded(validation.read(write(tmp_path), DOCUMENTS), EVIDENCE)
    apart = validation.shown(validation.differences(coded), DOCUMENTS)
    assert apart[["label", "source", "unit", "error"]].values.tolist() == [
        ["turning point", "A", "a-02", "misses it"],
        ["space", "A", "a-04", "adds it"],
        ["treaty", "A", "a-02", "adds it"],
        ["treaty", "A", "a-01", "misses it"],
    ]
    agreed = coded.assign(machine=coded["human"])
    assert validation.shown(validation.differences(agreed), DOCUMENTS).empty


def test_spans(tmp_path):
    coding = validation.read(write(tmp_path), DOCUMENTS)
    table = validation.spans(coding, UNITS, STATEMENTS, EVIDENCE).set_index("label")
    assert table[["both", "machine", "human"]].to_dict("index") == {
        "unit": {"both": 5, "machine": 5, "human": 5},
        "unit with role": {"both": 5, "machine": 5, "human": 5},
        "quotation": {"both": 2, "machine": 2, "human": 2},
        "quotation with kind": {"both": 1, "machine": 2, "human": 2},
        "quotation, overlap": {"both": 2, "machine": 2, "human": 2},
        "quotation, intersection over union": {"both": 2, "machine": 2, "human": 2},
        "loaded words": {"both": 1, "machine": 2, "human": 1},
    }
    assert table.loc["quotation with kind", "f1"] == 0.5
    assert table.loc["loaded words", ["precision", "recall"]].tolist() == [0.5, 1]


def test_a_quotation_that_is_too_long_costs_by_its_intersection_over_union(tmp_path):
    """A span of 21 characters read as one of 42 shares half of it; the other quotation agrees: (0.5 + 1) / 2."""
    coding = validation.read(write(tmp_path), DOCUMENTS)
    first = STATEMENTS.index[STATEMENTS["document"] == "a"][0]
    long = STATEMENTS.copy()
    start, end = int(long.loc[first, "start"]), int(long.loc[first, "end"])
    long.loc[first, "start"] = start - (end - start)
    table = validation.spans(coding, UNITS, long, EVIDENCE).set_index("label")
    assert table.loc["quotation, overlap", "f1"] == 1
    assert table.loc["quotation, intersection over union", "f1"] == 0.75
    assert table.loc["quotation", "f1"] == 0.5


def test_a_sample_of_units_says_nothing_on_how_texts_are_cut(tmp_path):
    coding = validation.read(write(tmp_path), DOCUMENTS)
    few = coding._replace(units=coding.units.head(1))
    assert "unit" not in set(validation.spans(few, UNITS, STATEMENTS, EVIDENCE)["label"])


def test_spans_that_all_differ_score_nothing(tmp_path):
    coding = validation.read(write(tmp_path, quotes=False), DOCUMENTS)
    table = validation.spans(coding, UNITS.assign(end=UNITS["end"] - 1), STATEMENTS, tables.empty("evidence"))
    assert table["label"].tolist() == ["unit", "unit with role", "loaded words"]
    assert table["f1"].tolist() == [0, 0, 0]


def test_another_corpus_is_not_checked(tmp_path):
    folder = write(tmp_path)
    for path in ("", folder):
        assert validation.checked(path, small.documents("b"), small.evidence("b")).empty
    assert len(validation.checked(folder, DOCUMENTS, EVIDENCE, seed=2)) == 4
