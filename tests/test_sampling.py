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


def test_what_is_coded_in_it_is_read_back(tmp_path):
    drawn = sampling.sample(UNITS, DOCUMENTS, 3, seed=1).assign(topics="space", hedged="1")
    (tmp_path / "units.tsv").write_text(sampling.written(drawn), "utf-8")
    coding = validation.read(tmp_path, DOCUMENTS)
    assert coding.units["topics"].tolist() == ["space"] * 3
    assert coding.units[["start", "end"]].equals(drawn[["start", "end"]])


def test_a_sample_of_nothing_is_refused():
    with pytest.raises(ParameterError, match="1 unit or more, not 0"):
        sampling.sample(UNITS, DOCUMENTS, 0, seed=1)
