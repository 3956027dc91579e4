"""The strips of distance: numbers where there is room, a key on top, and no strip of nothing."""

import pytest
from test_prose_distance import by_source

from analysis import figures
from analysis.reserves import STATUSES


def texts(ax):
    return [text.get_text() for text in ax.texts if text.get_text()]


def test_the_key_and_the_counts():
    ax = figures.distance_strips(by_source(("A", (5, 4, 1, 0, 0)), ("B", (99, 0, 0, 0, 1))))
    assert texts(ax) == [*STATUSES, "5", "4", "1", "99", "of 10", "of 100"]
    assert sum(patch.get_width() for patch in ax.patches) == pytest.approx(3)


def test_an_article_without_a_unit_has_no_strip():
    ax = figures.distance_strips(by_source(("A", (0, 0, 0, 0, 0))))
    assert len(ax.patches) == len(STATUSES)
    assert [label.get_text() for label in ax.get_yticklabels()] == ["", "A"]


@pytest.mark.parametrize("number", [0, 1, 40])
def test_it_is_drawn_of_nothing_and_of_much_within_the_page(number):
    table = by_source(*((f"S{place}", (3, 2, 1, 1, 1)) for place in range(number)))
    first, second = figures.distance_strips(table), figures.distance_strips(table)
    assert first.figure.get_size_inches()[0] <= 6.4
    assert figures.svg(first) == figures.svg(second)


def test_a_name_of_the_corpus_cannot_hurt_the_drawing():
    assert "⟨U+202E⟩" in figures.svg(figures.distance_strips(by_source(("a\u202eb$x", (1, 0, 0, 0, 0)))))
