"""The figure of distinctive words: what it names, and that it can be drawn of anything."""

import pandas as pd
import pytest

from analysis import distinctive, figures


def drawn(*rows):
    """Rows of `distinctive.plotted`: (word, z, named, reading)."""
    names = ["word", "z", "named", "reading"]
    table = pd.DataFrame([dict(zip(names, row, strict=True)) for row in rows], columns=names)
    table = table.assign(kind="word", count=3, elsewhere=1, often=range(1, len(rows) + 1))
    return table.astype({"often": "float64", "z": "float64", "named": "bool"})


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_named_words_stand_beside_the_drawing_with_their_counts():
    ax = figures.keyness(drawn(("pirate", 3.0, True, distinctive.OVER), ("mer", -1.0, False, distinctive.RANK)))
    assert texts(ax) == ["pirate 3, elsewhere 1"]


def test_findings_are_filled_and_ranks_are_not():
    ax = figures.keyness(drawn(("pirate", 3.0, True, distinctive.OVER), ("mer", 1.0, True, distinctive.RANK)))
    faces = [line.get_markerfacecolor() for line in ax.lines if line.get_marker() == "o"]
    assert len(faces) == 2
    assert faces[0] != "white"
    assert faces[1] == "white"


@pytest.mark.parametrize("number", [0, 1, 30])
def test_it_is_drawn_of_nothing_and_of_much_within_the_page(number):
    table = drawn(*((f"mot{place}", place, True, distinctive.RANK) for place in range(number)))
    first, second = figures.keyness(table), figures.keyness(table)
    assert first.figure.get_size_inches()[0] <= 6.4
    assert len(first.texts) == number
    assert figures.svg(first) == figures.svg(second)


def test_a_word_of_the_corpus_cannot_hurt_the_drawing():
    assert "⟨U+202E⟩" in figures.svg(figures.keyness(drawn(("a\u202eb$x", 1.0, True, distinctive.RANK))))
