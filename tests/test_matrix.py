"""The cells that a reader sees, and the sentences behind them."""

import pytest
import tellings

from analysis import consensus, matrix, tables
from analysis.tables import ParameterError

TELLING = tellings.corpus("f1 f2 f3@Alma", "f2? f1@Alma", "f1 f3@Alma|Boris|Cléo f4?@Alma|Boris")
TOLD = consensus.told(TELLING.claims, TELLING.facts, TELLING.documents)
STANDING = consensus.standing(TOLD, TELLING.facts)


def test_cells_have_a_statement_and_a_word():
    cells = matrix.shown(TOLD, STANDING)
    assert cells[["label", "statement"]].drop_duplicates().values.tolist()[0] == ["f1", "They say f1."]
    words = cells.pivot(index="label", columns="source", values="word")
    assert words.loc["f1"].tolist() == ["told", "attributed to Alma", "told"]
    assert words.loc["f2"].tolist() == ["told", "hedged", "absent"]
    assert words.loc["f3", "C"] == "attributed to Alma, Boris and 1 more"
    assert words.loc["f4", "C"] == "attributed to Alma and Boris"


def test_the_most_widely_told_facts_are_kept_in_their_order():
    cells = matrix.shown(TOLD, STANDING, most=2)
    assert list(dict.fromkeys(cells["label"])) == ["f1", "f2"]
    assert len(cells) == 6
    with pytest.raises(ParameterError, match="most counts facts: 1 or more, not 0"):
        matrix.shown(TOLD, STANDING, most=0)


def test_facts_of_all_stories_are_kept_by_how_widely_they_are_told():
    telling = tellings.corpus("1f1", "1f1 1f2", "2f1", "2f1", "2f1")
    told = consensus.told(telling.claims, telling.facts, telling.documents)
    cells = matrix.shown(told, consensus.standing(told, telling.facts), most=2)
    assert list(dict.fromkeys(cells["label"])) == ["1f1", "2f1"]


def test_no_facts_are_no_cells():
    assert (
        matrix.shown(TOLD.head(0), STANDING.head(0)).columns.tolist() == matrix.shown(TOLD, STANDING).columns.tolist()
    )


def test_each_claim_is_evidence_of_its_fact_and_says_how_it_tells_it():
    found = matrix.evidence_of(TELLING.claims, TELLING.documents)
    tables.verify("evidence", found, documents=TELLING.documents)
    assert len(found) == len(TELLING.claims)
    assert found[["label", "rule"]].values.tolist() == [
        ["f1", "told"],
        ["f2", "told"],
        ["f3", "attributed to Alma"],
        ["f2", "hedged"],
        ["f1", "attributed to Alma"],
        ["f1", "told"],
        ["f3", "attributed to Alma, Boris and 1 more"],
        ["f4", "attributed to Alma and Boris, with doubt"],
    ]
    tables.verify("evidence", matrix.evidence_of(TELLING.claims.head(0), TELLING.documents))


def test_every_cell_that_is_not_absent_has_its_evidence():
    cells = matrix.shown(TOLD, STANDING, most=2)
    found = matrix.evidence_of(TELLING.claims, TELLING.documents, cells["label"])
    opened = set(found[["layer", "label", "document"]].itertuples(index=False, name=None))
    present = cells[cells["how"] != "absent"]
    assert set(present[["layer", "label", "document"]].itertuples(index=False, name=None)) == opened


def test_the_sentences_of_facts_that_are_told_as_widely_stand_together():
    telling = tellings.corpus("1f1 1f2", "1f1 1f2", "1f1 1f3", "2f1")
    told = consensus.told(telling.claims, telling.facts, telling.documents)
    found = matrix.by_width(telling.claims, consensus.standing(told, telling.facts), telling.documents)
    tables.verify("evidence", found, documents=telling.documents)
    assert set(found["layer"]) == {matrix.GATHERED}
    assert found["label"].value_counts().to_dict() == {matrix.ALL: 3, matrix.MOST: 2, matrix.ONE: 1}
    assert matrix.by_width(telling.claims.head(0), STANDING.head(0), telling.documents).empty
