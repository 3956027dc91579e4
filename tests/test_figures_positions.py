"""The map as a picture: one to forty sources, nothing over another, the same bytes on each run."""

import itertools
import xml.etree.ElementTree as ElementTree

import numpy as np
import placing
import pytest

from analysis import figures, positions, traits
from analysis.figures import canvas
from analysis.figures.labels import Box, Label, around, placed

FRAMES = ("threat", "bargain", "norms", "secrecy", "ambition", "spectacle", "rapprochement")


def found(count, *, units=12, names=None, seed=1):
    random = np.random.default_rng(seed)
    names = names or [f"S{at}" for at in range(count)]
    tilt = random.dirichlet(np.ones(len(FRAMES)), count)
    articles = {name: " | ".join(random.choice(FRAMES, units, p=own)) for name, own in zip(names, tilt, strict=True)}
    counted, pieces, documents = placing.corpus(**articles)
    return positions.find(counted, pieces, documents, seed=1, resamples=50, shuffles=19, least=3)


def texts(table):
    svg = ElementTree.fromstring(figures.svg(figures.positions(table)))
    return ["".join(text.itertext()) for text in svg.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("count", [2, 3, 5, 12, 13, 40])
def test_every_source_and_every_named_feature_is_written_once(count):
    table = found(count)
    ax = figures.positions(table)
    wanted = [*table.sources["source"], *table.features.loc[table.features["named"], "name"]]
    assert sorted(text.get_text() for text in ax.texts) == sorted(wanted)
    width, height = ax.figure.get_size_inches()
    assert width <= 6.4
    assert height < 7


@pytest.mark.parametrize("count", [3, 5, 12, 25])
def test_the_words_do_not_cover_one_another(count):
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    ax = figures.positions(found(count))
    canvas = FigureCanvasAgg(ax.figure)
    canvas.draw()
    boxes = [text.get_window_extent(canvas.get_renderer()) for text in ax.texts]
    assert len(boxes) > count
    for one, two in itertools.combinations(boxes, 2):
        assert not one.shrunk(0.9, 0.7).overlaps(two.shrunk(0.9, 0.7))


def test_the_axes_say_what_they_oppose_and_how_much():
    table = found(5)
    written = texts(table)
    across, up = table.axes.head(2).to_dict("records")
    shares = [f"{100 * row['share']:.0f}\u00a0% of the differences" for row in (across, up)]
    assert f"{across['low']} ← {shares[0]} → {across['high']}" in written
    assert {f"↑ {up['high']} · {shares[1]}", f"↓ {up['low']}"} <= set(written)


def test_a_share_that_is_not_all_is_not_called_so():
    table = found(5)
    shares = table.axes.assign(share=[0.998, 0.002, *table.axes["share"][2:]])
    written = " ".join(texts(table._replace(axes=shares)))
    assert "over 99\u00a0% of the differences" in written
    assert "under 1\u00a0% of the differences" in written


def test_the_two_axes_have_one_scale():
    assert figures.positions(found(5)).get_aspect() == 1


def test_a_source_stands_at_its_place():
    table = found(5)
    lines = [line for line in figures.positions(table).lines if line.get_marker() in canvas.MARKERS]
    assert [line.get_marker() for line in lines] == list(canvas.MARKERS[:5])
    assert [(float(line.get_xdata()[0]), float(line.get_ydata()[0])) for line in lines] == [
        tuple(place) for place in table.sources[["x", "y"]].itertuples(index=False, name=None)
    ]


@pytest.mark.parametrize(("count", "ellipses"), [(5, 10), (12, 24), (13, 0), (2, 0)])
def test_ellipses_stand_round_few_sources(count, ellipses):
    assert len(figures.positions(found(count)).patches) == ellipses


def test_two_sources_stand_on_a_line_with_their_intervals():
    table = found(2)
    ax = figures.positions(table)
    segments = [tuple(segment[:, 0]) for drawn in ax.collections for segment in drawn.get_segments()]
    for row in table.sources.to_dict("records"):
        assert (row["low"], row["high"]) in segments
    assert ax.get_ylabel() == ""


@pytest.mark.parametrize("articles", [{"A": "threat | bargain"}, {}])
def test_where_there_is_no_map_the_reason_is_written(articles):
    counted, units, documents = placing.corpus(**articles)
    table = positions.find(counted, units, documents, seed=1)
    assert " ".join(texts(table)) == f"No map: {table.reason}."


def test_the_same_map_has_the_same_bytes():
    assert figures.svg(figures.positions(found(8))) == figures.svg(figures.positions(found(8)))


def test_words_of_the_corpus_cannot_break_the_drawing():
    rows, units, documents = placing.corpus(A="threat | threat | norms", B="norms | norms | threat")
    rows = rows.assign(feature=rows["feature"].replace({"threat": "$x^2$ \u202e" + "é" * 90}))
    documents = documents.assign(label=["$A$ " + "a" * 200, "B"]).astype("str")
    table = positions.find(traits.together(rows), units, documents, seed=1, resamples=5, shuffles=9)
    assert all(len(text) < 200 for text in texts(table))


class TestLabels:
    frame = Box(0, 0, 400, 300)

    def test_a_lone_label_stands_beside_its_point_away_from_the_middle(self):
        (box,) = placed([Label("word", 300, 150, 8)], [], self.frame)
        assert box.left >= 300
        (box,) = placed([Label("word", 100, 150, 8)], [], self.frame)
        assert box.right <= 100

    def test_it_stays_in_the_frame(self):
        (box,) = placed([Label("a long word", 395, 150, 8)], [], self.frame)
        assert box.right <= 400

    def test_it_gives_way_to_what_is_taken(self):
        taken = Box(300, 140, 400, 160)
        (box,) = placed([Label("word", 300, 150, 8)], [taken], self.frame)
        assert box.left >= taken.right or box.right <= taken.left or box.bottom >= taken.top or box.top <= taken.bottom

    def test_of_points_in_one_place_each_has_its_own(self):
        boxes = placed([Label(f"w{at}", 200, 150, 8) for at in range(12)], [around(200, 150, 3)], self.frame)
        for one, two in itertools.combinations(boxes, 2):
            assert one.left >= two.right or two.left >= one.right or one.bottom >= two.top or two.bottom >= one.top
