"""Units drawn to be coded: at random, reproducibly, and readable by the validation."""

import pandas as pd
import pytest
import small

from analysis import sampling, validation
from analysis.tables import ParameterError

DOCUMENTS, UNITS = small.documents(), small.units()


def test_a_sample_is_reproducible_sorted_and_of_counted_units():
    drawn = sampling.sample(UNITS, DOCUMENTS, 4, seed=3)
    pd.testing.assert_frame_equal(drawn, sampling.sample(UNITS, DOCUMENTS, 4, seed=3))
    assert len(drawn) == 4
    assert drawn[["document", "unit"]].apply(tuple, axis=1).is_monotonic_increasing
    assert not sampling.sample(UNITS, DOCUMENTS, 4, seed=4).equals(drawn)
    everything = sampling.sample(UNITS, DOCUMENTS, 999, seed=1)
    counted = UNITS[~UNITS["role"].isin(("caption", "credit", "related"))]
    assert everything["unit"].tolist() == counted["unit"].tolist()


@pytest.mark.parametrize("separator", ["tab", "comma", "semicolon"])
def test_what_is_coded_in_it_is_read_back(tmp_path, separator):
    drawn = sampling.sample(UNITS, DOCUMENTS, 5, seed=1)
    filled = drawn.assign(coded=["1", "1", "0", "", "1"], topics="space", hedged="1", attributed="Alma:direct")
    for name, content in sampling.sheets(filled, separator).items():
        (tmp_path / name).write_bytes(content)
    coding = validation.read(tmp_path, DOCUMENTS)
    assert coding.units["topics"].tolist() == ["space"] * 3
    assert coding.units[["start", "end"]].equals(drawn.loc[[0, 1, 4], ["start", "end"]].reset_index(drop=True))
    assert coding.coded == {"topics", "hedged", "attributed", "reports"}


def test_beside_the_units_stand_tables_with_nothing_but_a_heading():
    files = sampling.sheets(sampling.sample(UNITS, DOCUMENTS, 1, seed=1))
    assert list(files) == ["units.tsv", "statements.tsv", "actors.tsv", "dates.tsv", "hedges.tsv"]
    assert files["actors.tsv"] == b"document\tunit\ttext\tname\tkind\n"
    assert next(iter(sampling.sheets(pd.DataFrame(), "comma"))) == "units.csv"


def test_tabs_and_line_breaks_of_the_text_do_not_break_the_table(tmp_path):
    text = "One\ttwo\r\nthree."
    documents = DOCUMENTS.head(1).assign(text=text)
    units = UNITS.head(1).assign(end=len(text))
    (tmp_path / "units.tsv").write_bytes(
        sampling.sheets(sampling.sample(units, documents, 1, seed=1).assign(coded="1"))["units.tsv"]
    )
    assert validation.read(tmp_path, documents).units["text"].tolist() == ["One two three."]


def test_a_sample_of_nothing_is_refused():
    with pytest.raises(ParameterError, match="1 unit or more, not 0"):
        sampling.sample(UNITS, DOCUMENTS, 0, seed=1)
