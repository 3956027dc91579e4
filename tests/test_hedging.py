"""Words of doubt by article and topic: on the articles of tests/small.py."""

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


def test_hedged_topics_are_shares_of_the_topics_units():
    table = hedging.by_topic(EVIDENCE, UNITS, DOCUMENTS, ["space", "treaty", "war"])
    assert table[["label", "units", "of"]].values.tolist() == [["space", 1, 3], ["treaty", 0, 2], ["war", 0, 0]]
    assert table["share"].isna().tolist() == [False, False, True]
