"""The matrix of facts as a picture: its signs, its order, one to forty articles, the same bytes on each run."""

import xml.etree.ElementTree as ElementTree
from itertools import pairwise

import pytest
import tellings

from analysis import consensus, figures, matrix

FIVE = ("f1 f2 f3", "f1 f2?", "f1 f2?@Alma f4", "f1", "f5")


def cells(*articles, copied=(), most=40):
    telling = tellings.corpus(*articles)
    units = tellings.units(telling, *copied) if copied else None
    told = consensus.told(telling.claims, telling.facts, telling.documents, copied=units)
    return matrix.shown(told, consensus.standing(told, telling.facts), most=most)


def texts(table):
    svg = ElementTree.fromstring(figures.svg(figures.matrix(table)))
    return ["".join(text.itertext()) for text in svg.iter("{http://www.w3.org/2000/svg}text")]


def signs(ax):
    """Where each sign stands: its word → the (article, fact) of its points."""
    return {line.get_label(): list(zip(line.get_xdata(), line.get_ydata(), strict=True)) for line in ax.lines}


def test_each_cell_has_the_sign_of_how_it_is_told():
    found = signs(figures.matrix(cells(*FIVE, most=2)))
    assert found == {
        "told": [(0, 0), (1, 0), (2, 0), (3, 0), (0, 1)],
        "told with doubt": [(1, 1)],
        "as somebody's word": [(2, 1)],
        "absent": [(4, 0), (3, 1), (4, 1)],
    }


def test_signs_differ_without_colour():
    ax = figures.matrix(cells("f1 f2", "f1? f2", "f1@Alma f2", "f2", "f1 f2", copied=["E0"]))
    drawn = {
        line.get_label(): (str(line.get_marker()), line.get_fillstyle(), line.get_markersize()) for line in ax.lines
    }
    assert len(drawn) == len(set(drawn.values())) == 5


def test_rows_and_columns_are_named_and_the_signs_explained():
    found = texts(cells(*FIVE))
    assert found[:5] == list("ABCDE")
    assert found[5:10] == [f"f{number} They say f{number}." for number in (1, 2, 5, 3, 4)]
    assert found[10:] == ["told", "told with doubt", "as somebody's word", "absent"]


def test_a_sign_that_does_not_occur_is_not_explained():
    assert texts(cells("f1", "f1"))[3:] == ["told"]


def test_articles_of_two_stories_leave_their_pairs_empty():
    found = signs(figures.matrix(cells("1f1", "2f1", "1f1", "2f1 2f2")))
    assert sum(map(len, found.values())) == 6


@pytest.mark.parametrize("count", [1, 17, 40])
@pytest.mark.parametrize("facts", [1, 40])
def test_one_to_forty_articles_and_facts_keep_the_width_of_the_page(count, facts):
    table = cells(*_many(count, facts))
    ax = figures.matrix(table)
    assert ax.figure.get_size_inches()[0] <= 6.4
    assert ax.figure.get_size_inches()[1] <= 10
    named = texts(table)
    assert len(set(named[:count])) == count
    ax.figure.canvas.draw()
    left, right = (ax.get_window_extent().x0, ax.get_window_extent().x1)
    assert right - left > 0.3 * ax.figure.bbox.width


def _many(count, facts):
    return [
        " ".join(f"f{number}" for number in range(facts) if not number or (number + place) % 3)
        for place in range(count)
    ]


def test_the_same_bytes_and_nothing_of_an_empty_table():
    table = cells(*FIVE)
    assert figures.svg(figures.matrix(table)) == figures.svg(figures.matrix(table))
    assert figures.svg(figures.matrix(table.head(0))).startswith("<?xml")


def test_a_hundred_articles_have_room_each():
    """A page lets a drawing be moved in its box: columns of a twentieth of an inch could not be told apart."""
    ax = figures.matrix(cells(*_many(100, 3)))
    ax.figure.canvas.draw()
    boxes = [label.get_window_extent() for label in ax.get_xticklabels()]
    assert all(one.x1 <= two.x0 for one, two in pairwise(boxes))
