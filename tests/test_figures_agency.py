"""Bars of who acts and undergoes: true of nothing, one article and forty, the same bytes on each run."""

from test_prose_agency import actors

from analysis import figures

TWO = (
    ("Russia", "A", 4, 1, 0, 0, 0, 5),
    ("Russia", "B", 0, 0, 0, 0, 0, 0),
    ("China", "A", 0, 2, 0, 0, 0, 5),
    ("China", "B", 1, 0, 0, 0, 0, 1),
)


def widths(ax):
    return [bar.get_width() for bar in ax.patches]


def test_bars_are_as_long_as_their_counts():
    ax = figures.acts_and_undergoes(actors(*TWO))
    assert widths(ax) == [4, -1, 0, 0, 0, -2, 1, 0]
    assert [text.get_text() for text in ax.texts] == ["4", "1", "Russia", "2", "China", "1"]
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["A", "B", "A", "B"]
    assert len(ax.collections) == 1, "one cross where there is nothing"


def test_nothing_and_many_are_drawn():
    assert widths(figures.acts_and_undergoes(actors())) == []
    many = [("Russia", f"{number}", number, 1, 0, 0, 0, 50) for number in range(40)]
    ax = figures.acts_and_undergoes(actors(*many))
    assert len(widths(ax)) == 80
    assert ax.figure.get_size_inches()[0] <= 6.4


def test_the_same_bytes_on_each_run():
    first, second = (figures.svg(figures.acts_and_undergoes(actors(*TWO))) for _ in range(2))
    assert first == second
