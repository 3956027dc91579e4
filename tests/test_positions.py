"""The map of sources: balanced groups, places, ellipses, distances and what stands behind them."""

import time
from pathlib import Path

import numpy as np
import pandas as pd
import placing
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import balance, distances, positions, redrawn, tables, traits
from analysis.reading import read
from analysis.statistics import correspondence
from analysis.tables import ParameterError

FIVE = {
    "A": "threat,own words | threat,own words | secrecy,own words | own words | threat,quotation | own words",
    "B": "threat,own words | secrecy,own words | own words | own words | quotation",
    "C": "bargain,quotation | bargain,quotation | quotation | report | bargain,quotation",
    "D": "bargain,report | report | threat,report | quotation | own words",
    "E": "secrecy,own words | bargain,own words | own words | report | secrecy,own words | quotation",
}


def find(articles, **options):
    counted, units, documents = placing.corpus(**articles)
    return positions.find(counted, units, documents, seed=1, **{"resamples": 60, "shuffles": 199, "least": 1} | options)


def named(text):
    return placing.units_of(**text)


SMOKE = pd.DataFrame(
    [[18, 24, 33, 13], [4, 3, 7, 4], [10, 6, 7, 2], [25, 10, 12, 4], [4, 2, 3, 2]],
    ["JE", "JM", "SC", "SE", "SM"],
    ["none", "light", "medium", "heavy"],
)


class TestOneGroup:
    """Of one group the map is its ordinary correspondence analysis, whatever the masses of the sources."""

    counted, documents = placing.counted(SMOKE)
    found = positions.find(counted, tables.empty("units"), documents, seed=1, resamples=20, shuffles=99)
    plain = correspondence(SMOKE)

    def test_axes_and_places(self):
        assert self.found.axes["inertia"].to_numpy() == pytest.approx(self.plain.inertias, abs=1e-12)
        places = self.found.sources.set_index("source")[["x", "y"]].to_numpy()
        assert np.abs(places) == pytest.approx(np.abs(self.plain.rows[[1, 2]].to_numpy()), abs=1e-9)
        assert self.found.sources["mass"].to_numpy() == pytest.approx(self.plain.row_mass.to_numpy())

    def test_features_are_contributions(self):
        features = self.found.features.set_index("label").loc[list(SMOKE)]
        wanted = self.plain.column_contributions
        assert features["first"].to_numpy() == pytest.approx(wanted[1].to_numpy())
        assert features["second"].to_numpy() == pytest.approx(wanted[2].to_numpy())
        shares = self.plain.inertias[:2] / self.plain.inertias[:2].sum()
        assert features["plane"].to_numpy() == pytest.approx(wanted[[1, 2]].to_numpy() @ shares)

    def test_distances_are_chi_square_distances(self):
        pairs = self.found.pairs.set_index(["a", "b"])["distance"]
        wanted = np.linalg.norm(self.plain.rows.loc["SM"] - self.plain.rows.loc["JE"])
        assert pairs["JE", "SM"] == pytest.approx(wanted)


class TestBalance:
    """Two groups of very different sizes weigh alike on the first axis."""

    tallied = balance.tally(*placing.corpus(**FIVE), least=1)
    balanced = balance.balanced(tallied)[1]

    def test_the_first_inertia_of_each_group_is_the_same_once_weighted(self):
        weighted = self.balanced.groups["inertia"] * self.balanced.groups["weight"]
        assert weighted.to_numpy() == pytest.approx(weighted.iloc[0])
        assert self.balanced.groups["weight"].sum() == pytest.approx(1)

    def test_profiles_sum_to_one_and_to_the_weight_in_each_group(self):
        profiles = self.balanced.profiles(self.tallied.counts)
        assert profiles.sum(axis=1) == pytest.approx(1)
        for own, weight in zip(self.balanced.places, self.balanced.groups["weight"], strict=True):
            assert profiles[:, own].sum(axis=1) == pytest.approx(weight)

    def test_the_average_is_that_of_the_sources_by_mass(self):
        profiles = self.balanced.profiles(self.tallied.counts)
        assert self.balanced.mass @ profiles == pytest.approx(self.balanced.average)

    def test_a_group_without_a_count_lies_where_the_average_does(self):
        counts = self.tallied.counts[:1].copy()
        counts[:, self.balanced.places[0]] = 0
        own = self.balanced.places[0]
        assert self.balanced.profiles(counts)[0][own] == pytest.approx(self.balanced.average[own])


def test_a_group_with_a_hundred_times_the_counts_does_not_drown_the_other():
    counted, units, documents = placing.corpus(**FIVE)
    loud = counted.assign(count=counted["count"].mask(counted["group"] == "voice", 100))
    plain, louder = (
        positions.find(t, units, documents, seed=1, resamples=5, shuffles=9, least=1) for t in (counted, loud)
    )
    assert louder.groups["share"].to_numpy() == pytest.approx(plain.groups["share"].to_numpy())
    assert louder.groups["share"].min() > 0.25


def test_rare_features_lone_features_and_empty_articles_are_left_out_and_named():
    articles = {
        "A": named({"threat": 3, "bargain": 1, "norms": 1}),
        "B": named({"threat": 1, "bargain": 4}),
        "C": "|",
    }
    left = find(articles, least=2).left_out
    assert list(left.itertuples(index=False, name=None)) == [
        ("frame: norms", "found 1 time"),
        ("C", "nothing was counted in it"),
    ]
    left = find({"A": "threat | own words | own words", "B": "threat | quotation | own words"}).left_out
    assert ("frame: threat", "the only feature of its group") in set(left.itertuples(index=False, name=None))


def test_a_group_in_which_all_are_alike_places_nobody():
    found = find({"A": "threat,own words | bargain,own words", "B": "threat,own words | bargain,quotation"})
    assert list(found.groups["group"]) == ["voice"]
    assert ("frame", "all sources are alike in it") in set(found.left_out.itertuples(index=False, name=None))
    assert found.reason == ""


@pytest.mark.parametrize(
    ("articles", "reason"),
    [
        ({}, "nothing was counted"),
        ({"A": "|"}, "nothing was counted"),
        ({"A": "threat | bargain"}, "there is one article, and nothing to compare it with"),
        ({"A": "threat | bargain", "B": "|"}, "there is one article, and nothing to compare it with"),
        (
            {"A": "threat | bargain", "B": "bargain | threat"},
            "no feature that was found at least 1 times sets the sources apart",
        ),
    ],
)
def test_where_there_is_no_map_words_say_why(articles, reason):
    found = find(articles)
    assert found.reason == reason
    for table in (found.sources, found.features, found.axes, found.pairs, found.apart, found.pulls, found.groups):
        assert table.empty


@pytest.mark.parametrize("options", [{"resamples": 0}, {"shuffles": 0}])
def test_a_map_without_draws_is_refused(options):
    with pytest.raises(ParameterError, match="at least 1"):
        find(FIVE, **options)


def test_no_number_is_missing():
    for articles in (
        FIVE,
        {"A": FIVE["A"], "C": FIVE["C"]},
        {"A": "threat", "B": "bargain | threat", "C": "own words | report"},
    ):
        found = find(articles)
        for table in found[:-2]:
            assert not table.isna().to_numpy().any()


def test_two_sources_lie_on_one_line_on_either_side_of_the_middle():
    found = find({"A": FIVE["A"], "C": FIVE["C"]})
    assert len(found.axes) == 1
    assert found.axes["share"].iloc[0] == pytest.approx(1)
    assert sorted(np.sign(found.sources["x"])) == [-1, 1]
    assert (found.sources["y"] == 0).all()
    assert (found.sources["low"] <= found.sources["x"]).all()
    assert (found.sources["x"] <= found.sources["high"]).all()


def test_a_source_lies_on_the_side_of_what_it_uses_more():
    found = find(FIVE)
    features, sources = found.features.set_index("label"), found.sources.set_index("source")
    assert (features.loc["bargain", ["x", "y"]] * sources.loc["C", ["x", "y"]]).sum() > 0
    assert (features.loc["own words", ["x", "y"]] * sources.loc["C", ["x", "y"]]).sum() < 0


def test_an_end_of_an_axis_is_named_by_what_makes_it():
    found = find({"A": named({"threat": 8, "norms": 2}), "B": named({"bargain": 8, "norms": 2})}, least=1)
    row = found.axes.iloc[0]
    assert {row["low"], row["high"]} == {"threat", "bargain"}
    assert set(found.features.loc[found.features["named"], "label"]) == {"threat", "bargain"}


def test_a_label_of_two_layers_is_named_with_its_layer():
    counted, units, documents = placing.corpus(
        A="threat | threat | threat | norms | norms", B="norms | norms | norms | threat | threat"
    )
    other = counted.assign(group="policy")
    found = positions.find(traits.together(counted, other), units, documents, seed=1, resamples=5, shuffles=9)
    assert set(found.features["name"]) == {
        f"{label} ({layer})" for label in ("threat", "norms") for layer in ("frame", "policy")
    }


def test_the_counts_stand_in_the_order_that_a_matrix_shows():
    counts = find(FIVE).counts
    own = counts[(counts["label"] == "threat") & (counts["source"] == "A")].iloc[0]
    assert (own["layer"], own["units"], own["of"]) == ("frame", 3, 4)
    assert own["share"] == pytest.approx(0.75)
    assert list(counts.loc[counts["label"] == "threat", "source"]) == list("ABCDE")


def test_the_same_seed_gives_the_same_map_whatever_the_order_of_the_rows():
    counted, units, documents = placing.corpus(**FIVE)
    options = {"seed": 3, "resamples": 20, "shuffles": 49, "least": 1}
    one = positions.find(counted, units, documents, **options)
    two = positions.find(counted.sample(frac=1, random_state=5), units, documents, **options)
    other = positions.find(counted, units, documents, **options | {"seed": 4})
    for first, second in zip(one[:-1], two[:-1], strict=True):
        pd.testing.assert_frame_equal(first, second)
    assert not np.allclose(one.sources["width"], other.sources["width"])


@settings(deadline=None, max_examples=10)
@given(st.permutations(range(5)))
def test_the_order_of_the_articles_moves_nobody(order):
    counted, units, documents = placing.corpus(**FIVE)
    options = {"seed": 1, "resamples": 3, "shuffles": 3, "least": 1}
    plain = positions.find(counted, units, documents, **options).sources.set_index("source")
    turned = positions.find(counted, units, documents.iloc[order], **options).sources.set_index("source")
    assert list(turned.index) == ["ABCDE"[at] for at in order]
    columns = ["x", "y", "quality", "mass"]
    assert np.allclose(turned.loc[list("ABCDE"), columns], plain[columns], atol=1e-8)


class TestRedrawn:
    def test_a_resample_has_as_many_units_as_the_article(self):
        tallied = balance.tally(*placing.corpus(A="threat | bargain | threat", B="norms | norms"), least=1)
        drawn = redrawn.resampled(tallied, seed=1, resamples=50)
        assert (drawn[0].sum(axis=1) == 3).all()
        assert (drawn[1].sum(axis=1) == 2).all()
        assert len(np.unique(drawn[0], axis=0)) > 1
        assert len(np.unique(drawn[1], axis=0)) == 1

    def test_counts_without_units_are_drawn_one_by_one(self):
        counted, documents = placing.counted(SMOKE)
        tallied = balance.tally(counted, tables.empty("units"), documents)
        drawn = redrawn.resampled(tallied, seed=1, resamples=400)[3]
        assert (drawn.sum(axis=1) == 51).all()
        assert drawn.mean(axis=0) == pytest.approx(tallied.counts[3], abs=0.7)

    def test_a_shuffle_keeps_how_many_units_of_each_kind_a_source_has(self):
        articles = {
            "A": "threat,own words | own words | own words",
            "B": "bargain,report | threat,report | norms,report",
        }
        tallied, balanced = balance.balanced(balance.tally(*placing.corpus(**articles), least=1))
        pieces = redrawn.by_kind(tallied, balanced)
        mine, others = redrawn.shuffled(*pieces, np.random.Generator(np.random.PCG64(1)), 100)
        frames = tallied.features["group"].to_numpy() == "frame"
        assert (mine[:, frames].sum(axis=1) == 1).all()
        assert (others[:, frames].sum(axis=1) == 3).all()
        assert (mine[:, ~frames].sum(axis=1) == 3).all()
        assert (mine + others == tallied.counts.sum(axis=0)).all()
        assert len(np.unique(mine, axis=0)) > 3

    def test_an_article_of_many_sentences_has_a_smaller_ellipse(self):
        short = {"A": "threat | bargain | threat", "B": "norms | bargain | norms", "C": "norms | threat | bargain"}
        long = {name: " | ".join([text] * 12) for name, text in short.items()}
        one, two = find(short, resamples=400), find(long, resamples=400)
        assert (two.sources["width"] < one.sources["width"] / 2).all()


class TestTold:
    """Who can be told apart, and that chance seldom seems to be something."""

    apart = find(
        {
            "A": named({"threat": 12, "norms": 2}),
            "B": named({"bargain": 12, "norms": 2}),
            "C": named({"bargain": 11, "norms": 3}),
        }
    )

    def test_pairs(self):
        judged = self.apart.pairs.set_index(["a", "b"])["distinct"]
        assert judged.to_dict() == {("A", "B"): True, ("A", "C"): True, ("B", "C"): False}

    def test_the_interval_holds_the_distance_and_chance_is_its_measure(self):
        pairs = self.apart.pairs
        assert ((pairs["low"] <= pairs["distance"]) & (pairs["distance"] <= pairs["high"])).all()
        assert ((pairs["distance"] > pairs["chance"]) == pairs["distinct"]).all()

    def test_what_sets_a_source_apart(self):
        assert self.apart.apart.set_index("source").loc["A", "distinct"]
        first = self.apart.pulls[self.apart.pulls["source"] == "A"].iloc[0]
        assert (first["label"], first["units"], first["of"], first["others"], first["of_others"], first["more"]) == (
            ("threat", 12, 14, 0, 28, True)
        )

    def test_the_shares_of_what_sets_it_apart_sum_to_one(self):
        assert self.apart.pulls.groupby("source")["share"].sum().to_numpy() == pytest.approx(1)

    def test_neighbours(self):
        table = distances.neighbours(self.apart.pairs).set_index("source")
        assert table["nearest"].to_dict() == {"A": "C", "B": "C", "C": "B"}
        assert table["farthest"].to_dict() == {"A": "B", "B": "A", "C": "A"}
        assert table["like"].to_dict() == {"A": "", "B": "C", "C": "B"}
        assert table["unlike"].to_dict() == {"A": 2, "B": 1, "C": 1}

    def test_sources_drawn_from_one_urn_are_seldom_told_apart(self):
        random = np.random.default_rng(11)
        told = 0
        for _ in range(40):
            drawn = {name: " | ".join(random.choice(["threat", "bargain", "norms", "secrecy"], 14)) for name in "AB"}
            told += int(find(drawn, resamples=2, shuffles=99).pairs["distinct"].sum())
        assert told <= 5

    def test_having_more_sentences_with_a_frame_is_no_distance(self):
        found = find(
            {"A": named({"threat": 20, "bargain": 20}), "B": named({"threat": 2, "bargain": 3}) + " | | | | | | |"}
        )
        assert not found.pairs["distinct"].any()

    def test_groups_say_whether_they_differ(self):
        articles = {
            "A": " | ".join(["threat,own words"] * 9 + ["norms,report"] * 2),
            "B": " | ".join(["norms,own words"] * 9 + ["norms,report"] * 3),
        }
        groups = find(articles).groups.set_index("group")
        assert groups["differs"].to_dict() == {"frame": True, "voice": False}


def test_forty_articles_take_seconds():
    random = np.random.default_rng(3)
    labels = ["threat", "bargain", "norms", "secrecy", "ambition", "", ""]
    articles = {f"S{at}": " | ".join(random.choice(labels, 14)) for at in range(40)}
    begun = time.process_time()
    found = find(articles, resamples=200, shuffles=None)
    assert len(found.pairs) == 780
    assert time.process_time() - begun < 20


def test_every_count_opens_its_sentences():
    reading = read(Path(__file__).parent / "corpora" / "summit")
    documents, units, evidence, statements = reading.documents, reading.units, reading.evidence, reading.statements
    found = positions.find(traits.found(evidence, statements, units), units, documents, seed=1, resamples=5, shuffles=9)
    shown = pd.concat([evidence, traits.evidence_of(evidence, statements, units, documents)])
    marks = dict(documents[["document", "label"]].itertuples(index=False, name=None))
    held = {(row.layer, row.label, marks[row.document]) for row in shown.itertuples()}
    counted = found.counts[found.counts["units"] > 0]
    assert len(counted) > 8
    assert {(row.layer, row.label, row.source) for row in counted.itertuples()} <= held
