"""Small multiples: topics along the articles and frames by source; one to forty articles, of nothing too."""

import xml.etree.ElementTree as ElementTree

import pytest
import small
from test_figures_hits import at, holds, opened

from analysis import figures, language, prose, topics

FRAMES = ("ambition", "bargain", "norms", "rapprochement", "secrecy", "spectacle", "threat", "turning point", "other")


def where(**kwargs):
    return topics.profile(small.evidence(), small.units(), small.documents(), ["treaty", "space", "war"], **kwargs)


def measure(articles, frames=FRAMES):
    rows = [(frame, f"S{n}", (n + len(frame)) % 5) for frame in frames for n in range(articles)]
    return small.measure(*rows, layer="frame")


def texts(ax):
    svg = ElementTree.fromstring(figures.svg(ax))
    return ["".join(text.itertext()) for text in svg.iter("{http://www.w3.org/2000/svg}text")]


def test_a_profile_holds_the_topics_of_most_sentences_and_all_articles():
    table = where()
    assert list(dict.fromkeys(table["label"])) == ["space", "treaty"]
    assert list(dict.fromkeys(table["source"])) == ["A", "B", "C é"]
    assert set(where(most=1)["label"]) == {"space"}
    assert topics.profile(small.evidence(), small.units(), small.documents(), ["war"]).empty


def test_a_line_of_the_profile_opens_the_topic_in_its_article():
    ax = figures.profile(where())
    found = opened(ax)
    href, (box,) = found["B, treaty: 1 of 3"]
    assert href == "#evidence-topic-treaty-B"
    held = where().query("label == 'treaty' and source == 'B' and held").iloc[0]
    assert holds(box, at(ax, 1 + 0.8 * (held["start"] + held["end"]) / 2, 1))
    assert not holds(box, at(ax, 1.4, 0))
    assert found["space"][0] == "#evidence-topic-space"
    assert "B, space: 0 of 3" not in found


def test_blocks_stand_where_the_topic_does():
    ax = figures.profile(where())
    table = where()
    blocks = [(patch.get_x(), patch.get_width()) for patch in ax.patches if patch.get_facecolor()[3]]
    held = table[table["held"]].assign(panel=lambda rows: (rows["label"] == "treaty").astype(float))
    wanted = sorted((0.8 * row.start + row.panel, 0.8 * (row.end - row.start)) for row in held.itertuples())
    assert sorted(blocks) == [pytest.approx(one) for one in wanted]


@pytest.mark.parametrize("articles", [1, 5, 12, 40])
def test_frames_keep_the_width_of_the_page_and_each_opens_its_sentences(articles):
    table = measure(articles)
    ax = figures.frames(table)
    width, height = ax.figure.get_size_inches()
    assert width <= 6.4
    assert height < 20
    shown = table[table["units"] > 0]
    found = opened(ax)
    assert {f"{row.source}, {row.label}: {row.units} of 10" for row in shown.itertuples()} <= set(found)
    assert set(FRAMES) <= set(texts(ax))
    boxes = [box for said, (_, (box,)) in found.items() if ", " in said]
    overlapping = [
        (one, two)
        for place, one in enumerate(boxes)
        for two in boxes[place + 1 :]
        if min(one[0] + one[2], two[0] + two[2]) - max(one[0], two[0]) > 0.2
        and min(one[1] + one[3], two[1] + two[3]) - max(one[1], two[1]) > 0.2
    ]
    assert overlapping == []


def test_all_panels_have_one_scale_that_holds_every_interval():
    ax = figures.frames(small.measure(("x", "A", 1), ("y", "A", 3), layer="frame"))
    assert "each column: share of sentences, from 0 to 75\u00a0%" in texts(ax)


def test_the_same_bytes_and_nothing_of_nothing():
    assert figures.svg(figures.profile(where())) == figures.svg(figures.profile(where()))
    for empty in (figures.profile(where().head(0)), figures.frames(measure(2).head(0))):
        assert "<a " not in figures.svg(empty)
    assert prose.alt_profile(where().head(0)) == "Where each topic stands in the articles: nothing to draw."


def test_the_profile_in_words():
    expected = (
        "Where each topic stands in the articles, sentences in the first, second and last third: space: A 1, 1 and 0; "
        "B 0, 0 and 0; C é 1, 0 and 0. treaty: A 0, 0 and 1; B 0, 1 and 0; C é 0, 0 and 0."
    )
    assert prose.alt_profile(where()) == expected
    assert prose.caption_profile(where()).endswith("5 of 10 sentences in 3 articles are on one of these topics.")
    with language.speaking("fr"):
        assert "treaty\u00a0: A 0, 0 et 1\u202f; B 0, 1 et 0" in prose.alt_profile(where())
        assert "5 sur 10 phrases dans 3 articles" in prose.caption_profile(where())
