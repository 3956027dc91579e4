"""Words of doubt by article: on the articles of tests/small.py."""

import pandas as pd
import small

from analysis import hedging, tables

UNITS, DOCUMENTS, EVIDENCE = small.units(), small.documents(), small.evidence()


def test_hedging_counts_any_hedge_once():
    twice = pd.concat([EVIDENCE, EVIDENCE[EVIDENCE["layer"] == "hedge"].assign(label="modal")], ignore_index=True)
    for evidence in (EVIDENCE, twice):
        table = hedging.by_source(evidence, UNITS, DOCUMENTS)
        assert table[["label", "source", "units", "of"]].values.tolist() == [
            ["hedged", "A", 2, 4],
            ["hedged", "B", 0, 3],
            ["hedged", "C é", 0, 3],
        ]
    assert hedging.by_source(tables.empty("evidence"), UNITS, DOCUMENTS)["units"].tolist() == [0, 0, 0]
