"""Which policy frames articles take: by share of their sentences, each frame by its own threshold."""

import pandas as pd
import pytest

from analysis import lexicons, policy, tables

RULES = pd.DataFrame({"layer": "policy", "label": ["crime", "own", "security"]})


def articles_of(**counts):
    """Ten body units an article; the first so many hold each label."""
    documents = tables.empty("documents").reindex(range(len(counts)))
    documents = documents.assign(document=list(counts), label=[name.upper() for name in counts])
    units = pd.DataFrame(
        [(name, unit, 0, 1, "body") for name in counts for unit in range(10)],
        columns=["document", "unit", "start", "end", "role"],
    )
    found = [
        (name, unit, 0, 1, "w", "policy", label, "r")
        for name, held in counts.items()
        for label, many in held.items()
        for unit in range(many)
    ]
    return pd.DataFrame(found, columns=list(tables.SCHEMAS["evidence"])), units, documents


@pytest.fixture
def known(monkeypatch):
    """Thresholds that a reader can check."""
    monkeypatch.setattr(policy, "thresholds", lambda: {"crime": 0.1, "security": 0.2, "health": 0.3})


@pytest.mark.usefixtures("known")
def test_an_article_takes_a_frame_from_its_threshold_on():
    table = policy.frames(*articles_of(a={"crime": 1, "security": 1, "own": 1}, b={"security": 2, "own": 2}), RULES)
    held = table.set_index(["label", "source"])["held"].to_dict()
    assert held == {
        ("crime", "A"): True,
        ("crime", "B"): False,
        ("own", "A"): False,
        ("own", "B"): True,
        ("security", "A"): False,
        ("security", "B"): True,
    }
    assert table["of"].unique().tolist() == [10]


@pytest.mark.usefixtures("known")
def test_frames_are_counted_over_articles():
    table = policy.articles(policy.frames(*articles_of(a={"crime": 4}, b={"crime": 3, "security": 5}), RULES))
    assert table.values.tolist() == [
        ["policy", "crime", 2, 2, "A|B"],
        ["policy", "security", 1, 2, "B"],
        ["policy", "own", 0, 2, ""],
    ]


@pytest.mark.usefixtures("known")
def test_what_never_stands_is_never_taken():
    assert not policy.frames(*articles_of(a={}), RULES)["held"].any()


def test_each_packaged_frame_has_a_threshold():
    assert sorted(policy.thresholds()) == lexicons.labels(lexicons.load(["fr"]), "policy")
    assert all(0 < share < 0.5 for share in policy.thresholds().values())
