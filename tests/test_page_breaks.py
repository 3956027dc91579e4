"""What must not be parted by the end of a page, wherever it falls."""

import pikepdf
import pytest
from printed import drawing, elements, opened, page

LINE = "<p>Une ligne.</p>"
ROWS = "".join(f"<tr><td>{place}</td><td>{'mot ' * 40}</td></tr>" for place in range(30))
TABLE = (
    f"<table class='measure'><caption>Une légende</caption><thead><tr><th>a</th><th>b</th></tr></thead>{ROWS}</table>"
)


def pages(read):
    """Of each element of the structure with content, its name and the number of its page."""
    numbers = {found.objgen: place for place, found in enumerate(read.pages)}
    return [(str(one.S)[1:], _pages(one, numbers)) for one in elements(read.Root.StructTreeRoot)]


def _pages(element, numbers):
    own = [element, *elements(element)]
    own += [part for one in own for part in _content(one)]
    return {numbers[one.Pg.objgen] for one in own if "/Pg" in one}


def _content(element):
    """The pieces of content of an element that say on which page they are."""
    below = element.get("/K", [])
    return [
        one for one in (below if isinstance(below, pikepdf.Array) else [below]) if isinstance(one, pikepdf.Dictionary)
    ]


@pytest.mark.parametrize("lines", range(20, 36, 2))
def test_a_heading_a_caption_and_the_first_rows_of_a_table_stay_together(lines):
    found = pages(opened(page("<h2>A</h2>", LINE * lines, "<h3>B</h3>", TABLE)))
    heading = next(where for name, where in found if name == "H2")
    caption = next(where for name, where in found if name == "Caption")
    rows = [where for name, where in found if name == "TR"]
    assert heading == caption == rows[1]


def test_no_row_is_cut_unless_it_is_longer_than_a_page():
    found = pages(opened(page("<h2>A</h2>", TABLE)))
    assert {len(where) for name, where in found if name == "TR"} == {1}
    long = TABLE.replace("mot " * 40, "mot " * 3000, 1)
    assert {len(where) > 1 for name, where in pages(opened(page("<h2>A</h2>", long))) if name == "TR"} == {True, False}


@pytest.mark.parametrize("lines", range(14, 32, 3))
def test_a_figure_and_its_caption_stay_together(lines):
    found = pages(opened(page("<h2>A</h2>", LINE * lines, "<h3>B</h3>", drawing())))
    where = {name: place for name, place in found if name in ("H2", "Figure", "Caption")}
    assert where["H2"] == where["Figure"] == where["Caption"]
