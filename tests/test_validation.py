"""Machine against human coding: units on article A of tests/small.py, and the sample against its coding."""

import math

import pandas as pd
import pytest
import small

from analysis import display, tables, validation
from analysis.reading import Reading
from analysis.validation.coding import UNITS

TABLES = ("documents", "units", "evidence", "statements")
READ = Reading(
    **{name: tables.empty(name) for name in tables.SCHEMAS if name in Reading._fields}
    | {name: getattr(small, name)() for name in TABLES},
    ledger=pd.DataFrame(columns=["document", "step", "reason"], dtype="str"),
)
CODES = [  # topics, hedged, frames, loaded, attributed of the units of article A
    ("space", "0", "", "", ""),
    ("space|treaty", "1", "", "", "Alma:direct"),
    ("", "0", "turning_point", "grand", ""),
    ("", "1", "", "", ""),
    ("", "0", "", "", "Boris:indirect"),
]


def write(folder, *, quotes=True, rows=5):
    """A human coding of article A, with a row of an article that is not read before it."""
    lines = [dict.fromkeys(UNITS, "0") | {"document": "elsewhere", "role": "body", "attributed": ""}]
    for (_, unit), codes in zip(small.units("a").iterrows(), CODES, strict=True):
        place = {**unit[["document", "start", "end", "role"]], "unit": f"a-{unit['unit']:02d}"}
        codes = dict(zip(("topics", "hedged", "frames", "loaded", "attributed"), codes, strict=True))
        lines.append({**place, **codes, "text": small.TEXTS["a"][unit["unit"]][1]})
    to_tsv(folder / "units.tsv", pd.DataFrame(lines)[list(UNITS)].head(rows + 1))
    if quotes:
        said = small.statements("a").assign(kind=["direct", "scare"], text=['"the rockets may fly"', '"a dream"'])
        to_tsv(folder / "quotes.tsv", said[["document", "start", "end", "kind", "speaker", "text"]])
    return folder


def to_tsv(path, frame):
    path.write_text("".join("\t".join(map(str, row)) + "\n" for row in [list(frame), *frame.values.tolist()]), "utf-8")


def coded(folder):
    return validation.coded(validation.read(folder, READ.documents), READ.evidence)


def judged(folder, read=READ):
    return validation.judge(validation.read(folder, read.documents), read)


def test_coded_asks_of_each_unit_what_each_says(tmp_path):
    table = coded(write(tmp_path))
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


def test_a_layer_that_was_not_coded_is_not_judged(tmp_path):
    assert set(coded(write(tmp_path, rows=1))["layer"]) == {"topic", "hedge"}, "the first unit has no frame"


def test_scores(tmp_path):
    scores = validation.scores(coded(write(tmp_path)), repeats=50)
    pd.testing.assert_frame_equal(validation.scores(coded(tmp_path), repeats=50), scores)
    table = scores.set_index("label")
    assert table.loc["space", ["both", "machine", "human", "of"]].tolist() == [2, 3, 2, 5]
    assert table.loc["space", "f1"] == pytest.approx(0.8)
    assert table.loc["treaty", ["f1", "precision", "recall"]].tolist() == [0, 0, 0]
    assert math.isnan(table.loc["turning point", "precision"])
    assert table.loc["turning point", "f1"] == 0
    assert table.loc["hedged", ["f1", "alpha"]].tolist() == [1, 1]
    assert table.loc["space", "always"] == pytest.approx(2 * (2 / 5) / (2 / 5 + 1)), "precision 2 of 5, recall 1"


def test_articles_are_drawn_where_a_label_stands_in_several():
    """Article x is all right and y all wrong: articles give F1 from 0 to 1, units something between."""
    rows = [(document, f"{document}{unit}", document == "x") for document in "xy" for unit in range(20)]
    codings = pd.DataFrame(rows, columns=["document", "unit", "human"]).assign(machine=True, layer="topic", label="t")
    row = validation.scores(codings).iloc[0]
    assert row[["low", "high"]].tolist() == [0, 1]
    alone = validation.scores(codings.assign(document="x")).iloc[0]
    assert 0.4 < alone["low"] < alone["f1"] < alone["high"] < 0.9


def test_what_neither_codes_is_undefined_in_words(tmp_path):
    row = validation.scores(coded(write(tmp_path)).assign(human=False, machine=False), repeats=5).iloc[0]
    assert math.isnan(row["f1"])
    assert math.isnan(row["always"])
    assert row["why"] == "no variation: every code is 0"


def test_every_difference_is_listed_once_with_its_place_and_sentence(tmp_path):
    apart = judged(write(tmp_path)).errors
    assert apart[["place", "label", "says", "text"]].values.tolist() == [
        ["A\u00a05", "space", "adds space", 'Alma and a grand rocket, "a dream".'],
        ["A\u00a02", "treaty", "misses treaty", 'Alma says "the rockets may fly".'],
        ["A\u00a03", "treaty", "adds treaty", "A grand treaty."],
        ["A\u00a03", "turning point", "misses turning point", "A grand treaty."],
        ["A\u00a05", "statement", 'adds "a dream"', 'Alma and a grand rocket, "a dream".'],
        ["A\u00a05", "name and type", "misses Boris:indirect", 'Alma and a grand rocket, "a dream".'],
        ["A\u00a05", "loaded words", "adds grand", 'Alma and a grand rocket, "a dream".'],
    ]
    shown = display.articles(READ.documents, READ.units, READ.evidence).html
    assert all(f'id="{anchor}"' in shown for anchor in apart["anchor"])


def test_what_was_marked_is_measured(tmp_path):
    measured = judged(write(tmp_path)).measured
    pd.testing.assert_frame_equal(judged(tmp_path).measured, measured)
    table = measured.set_index(["label", "by"])
    counts = {key: tuple(row) for key, row in table[["both", "machine", "human"]].iterrows()}
    assert counts[("unit", "exact span")] == (5, 5, 5)
    assert counts[("role", "where found")] == (5, 5, 5)
    assert counts[("statement", "overlap")] == (1, 2, 1)
    assert counts[("quotation", "exact span")] == (2, 2, 2)
    assert counts[("speaker", "where found")] == (1, 1, 1)
    assert counts[("name and type", "unit")] == (1, 1, 2)
    assert counts[("loaded words", "overlap")] == (1, 2, 1)
    assert ("indirect", "overlap") not in counts, "a file of quotations holds no reports"
    assert table.loc[("loaded words", "overlap"), ["precision", "recall"]].tolist() == [0.5, 1]


def test_a_part_of_an_article_says_nothing_on_how_it_is_cut(tmp_path):
    assert "unit" not in set(judged(write(tmp_path, rows=3)).measured["label"])


def test_what_the_machine_finds_in_units_that_were_not_coded_is_no_error(tmp_path):
    found = judged(write(tmp_path, quotes=False, rows=3))
    assert set(found.errors["place"]) == {"A\u00a02", "A\u00a03"}


def test_a_reading_that_finds_nothing_scores_nothing(tmp_path):
    blind = READ._replace(**{name: tables.empty(name) for name in ("evidence", "statements")})
    found = judged(write(tmp_path), blind)
    assert set(found.measured.loc[found.measured["layer"] != "unit", "f1"]) == {0}
    assert set(found.errors["error"]) == {"missed"}


def test_another_corpus_is_not_checked(tmp_path):
    folder = write(tmp_path)
    for path in ("", folder):
        assert validation.checked(path, small.documents("b"), small.evidence("b")).empty
    assert len(validation.checked(folder, READ.documents, READ.evidence, seed=2)) == 4
