"""Parts of a drawing open what they count: where the links lie, what they say, where they lead, and what is kept."""

import itertools
import re
import xml.etree.ElementTree as ElementTree

import pandas as pd
import pytest
import small
import tellings

from analysis import consensus, figures, language, matrix, measures, topics
from analysis.briefing import html, page, svg
from analysis.discrepancies import views
from analysis.display import figure
from analysis.figures import canvas, hits
from analysis.figures.data import csv

SVG = "{http://www.w3.org/2000/svg}"
TOPICS = measures.prevalence(small.evidence(), small.units(), small.documents(), "topic")
FACTS = ("f1 f2 f3", "f1 f2?", "f1 f2?@Alma f4", "f1", "f5")


def cells(*articles, most=40):
    telling = tellings.corpus(*articles)
    told = consensus.told(telling.claims, telling.facts, telling.documents)
    return matrix.shown(told, consensus.standing(told, telling.facts), most=most)


def opened(ax):
    """What each link of a drawing says → where it leads, and the rectangles (x, y, width, height)."""
    found = {}
    for link in ElementTree.fromstring(figures.svg(ax)).iter(f"{SVG}a"):
        boxes = [tuple(float(rect.get(name)) for name in ("x", "y", "width", "height")) for rect in link]
        found[link.get("aria-label")] = (link.get("href"), boxes)
    return found


def at(ax, x, y):
    """Where a point of the axes is in the drawing, in its own units."""
    across, up = ax.transData.transform((x, y)) * 72 / ax.figure.dpi
    return across, 72 * ax.figure.get_size_inches()[1] - up


def holds(box, point):
    return box[0] <= point[0] <= box[0] + box[2] and box[1] <= point[1] <= box[1] + box[3]


def test_a_link_lies_over_its_disc_and_leads_to_what_it_counts():
    ax = figures.dots(TOPICS)
    found = opened(ax)
    assert found["A, space: 2 of 4"][0] == "#evidence-topic-space-A"
    assert found["space"][0] == "#evidence-topic-space"
    for row in TOPICS[TOPICS["units"] > 0].to_dict("records"):
        x, y = list("ABC").index(row["source"][0]), ["space", "treaty"].index(row["label"])
        _, (box,) = found[f"{row['source']}, {row['label']}: {row['units']} of {row['of']}"]
        assert holds(box, at(ax, x, y))
        others = [at(ax, column, line) for column in range(3) for line in range(2) if (column, line) != (x, y)]
        assert not any(holds(box, point) for point in others)


def test_the_links_lie_over_what_is_drawn_in_the_svg_itself():
    ax = figures.intervals(TOPICS.head(1))
    root = ElementTree.fromstring(figures.svg(ax))
    (box,) = opened(ax)["A: 2 of 4"][1]
    markers = [use for use in root.iter(f"{SVG}use") if "y" in use.attrib and "x" in use.attrib]
    assert any(holds(box, (float(use.get("x")), float(use.get("y")))) for use in markers)


def test_nothing_opens_nothing():
    said = opened(figures.dots(TOPICS))
    assert "B, space: 0 of 3" not in said
    assert not any(figures.svg(figures.dots(TOPICS.head(0))).count(sign) for sign in ("<a ", 'class="hit"'))
    bare = pd.DataFrame({"source": ["A"], "units": [1], "of": [2], "share": [0.5], "low": [0.1], "high": [0.9]})
    assert opened(figures.intervals(bare)) == {}


def test_every_sign_of_the_matrix_but_the_absent_and_every_fact_opens():
    ax = figures.matrix(cells(*FACTS, most=2))
    found = opened(ax)
    assert found["C, f2: as somebody's word"][0] == "#evidence-fact-f2-C"
    assert found["f1 They say f1."][0] == "#evidence-fact-f1"
    assert len(found) == 2 + 4 + 3
    assert not any("absent" in said for said in found)


@pytest.mark.parametrize("count", [1, 17, 40])
def test_the_links_of_many_articles_do_not_cover_one_another(count):
    found = opened(figures.matrix(cells(*["f1 f2"] * count)))
    boxes = [box for said, (_, (box,)) in found.items() if ", f1" in said]
    assert len(boxes) == count
    boxes.sort()
    assert all(one[0] + one[2] <= two[0] + 0.2 for one, two in itertools.pairwise(boxes))


def test_a_small_part_grows_to_a_finger_where_there_is_room_and_not_over_another():
    ax = canvas.axes(1)
    ax.set_xlim(0, 100)
    canvas.opens(ax, (10, 0.5), "evidence-a", "alone", around=2)
    canvas.opens(ax, (80, 0.5), "evidence-b", "one", around=2)
    canvas.opens(ax, (81, 0.5), "evidence-c", "other", around=2)
    ax.figure.canvas.draw()
    alone, one, other = (rects[0] for rects in hits.rectangles(hits.hits(ax.figure)))
    assert round(alone.x1 - alone.x0, 3) == round(alone.y1 - alone.y0, 3) == hits.LEAST
    assert one.x1 - one.x0 < hits.LEAST or one.x1 <= other.x0 + 4


def test_what_a_link_says_cannot_break_the_drawing():
    ax = figures.intervals(TOPICS.head(1).assign(source='a\x00"><script>‮' + "b" * 500))
    root = ElementTree.fromstring(figures.svg(ax))
    (link,) = root.iter(f"{SVG}a")
    assert "⟨U+0000⟩" in link.get("aria-label")
    assert len(link.get("aria-label")) <= hits.LONGEST


def test_in_french():
    with language.speaking("fr"):
        assert opened(figures.dots(TOPICS))["A, espace\u00a0: 2 sur 4"][0] == "#evidence-topic-space-A"
        assert "part (phrases et intertitres), avec intervalle à 95\u00a0%" in figures.svg(figures.intervals(TOPICS))


def test_a_discrepancy_opens_what_each_article_says_in_the_order_of_the_articles():
    side = pd.DataFrame(
        [
            ("discrepancy", "D001", "place", "x", "s", source, value, "w", "c", "high")
            for source, value in (("B", "Oslo"), ("AFP-2", "Bergen"))
        ],
        columns=views.COLUMNS,
    )
    strips = views.strips(side, pd.DataFrame({"label": ["B", "C", "AFP-2"]}))
    assert strips[["source", "column"]].values.tolist() == [["B", 0], ["AFP-2", 1]]
    found = opened(figures.discrepancy_strips(strips))
    assert found["AFP-2, D001: Bergen"][0] == "#evidence-discrepancy-d001-AFP-2"


class TestPage:
    def notebook(self, *links):
        import nbformat

        drawn = figure(figures.dots(TOPICS), alt="Topics", caption="Topics.")
        data, metadata = drawn._repr_mimebundle_()
        shown = [nbformat.v4.new_output("display_data", data=data, metadata=metadata)]
        text = "".join(f'<p id="{link}">x</p>' for link in links)
        shown.append(nbformat.v4.new_output("display_data", data={"text/html": text}))
        cells = [nbformat.v4.new_markdown_cell("# T\n\n## What do they say?"), nbformat.v4.new_code_cell(outputs=shown)]
        return nbformat.v4.new_notebook(cells=cells)

    def test_links_with_a_target_are_kept_and_others_go(self):
        made = html.html(page.page(self.notebook("evidence-topic-space-A", "evidence-topic-treaty-B"), "topics"))
        hrefs = re.findall(r'<a class="hit" href="([^"]+)"', made)
        assert hrefs == ["#evidence-topic-space-A", "#evidence-topic-treaty-B"]
        assert re.search(r'<svg[^>]* role="group" aria-label="Topics"', made)
        assert re.search(r'<rect class="hit"[^>]*/>', made)

    def test_a_drawing_without_links_is_a_picture(self):
        made = html.html(page.page(self.notebook("x"), "topics"))
        assert re.search(r'<svg[^>]* role="img" aria-label="Topics"', made)
        assert 'class="hit"' not in made

    def test_the_caption_ends_with_the_data(self):
        import base64

        made = html.html(page.page(self.notebook("x"), "topics"))
        name, coded = re.search(r'download="([^"]+)" href="data:text/csv;charset=utf-8;base64,([^"]+)"', made).groups()
        assert name == "topics-what-do-they-say.csv"
        assert base64.b64decode(coded).decode() == csv(TOPICS)
        assert "data-csv" not in made

    def test_an_analysts_own_link_to_data_is_no_link(self):
        import nbformat

        text = '<a download="x.csv" class="data" href="data:text/csv;base64,QQ==">x</a>'
        cell = nbformat.v4.new_code_cell(outputs=[nbformat.v4.new_output("display_data", data={"text/html": text})])
        assert "data:text" not in html.html(page.page(nbformat.v4.new_notebook(cells=[cell])))


@pytest.mark.parametrize(
    "link",
    [
        '<a href="javascript:x()" class="hit" aria-label="x"><rect/></a>',
        '<a href="https://h.example" class="hit" aria-label="x"><rect/></a>',
        '<a href="data:text/html,x" class="hit" aria-label="x"><rect/></a>',
        '<a href="#x" aria-label="x"><rect/></a>',
        '<a href="#x" class="hit"><rect/></a>',
    ],
)
def test_links_of_another_kind_are_left_out(link):
    drawing = svg.figure(f'<svg xmlns="http://www.w3.org/2000/svg">{link}</svg>')
    assert drawing is not None
    assert drawing.children == []


def test_data_is_rounded_and_no_formula():
    table = pd.DataFrame({"source": ["A", "=1+1", "-2", "b\x00"], "share": [1 / 3, float("nan"), -0.00001, 1e-9]})
    assert csv(table) == "source,share\nA,0.3333\n'=1+1,\n'-2,0.0\nb⟨U+0000⟩,0.0\n"
    assert csv(table.head(0)) == "source,share\n"


def test_the_data_of_a_figure_is_what_is_drawn_or_what_is_given():
    drawn = figure(figures.dots(TOPICS), alt="x", caption="y")
    assert drawn.data == csv(TOPICS)
    assert figure(figures.dots(TOPICS), alt="x", caption="y", data=TOPICS.head(1)).data == csv(TOPICS.head(1))
    own = figure(canvas.axes(1), alt="x", caption="y")
    assert "data" not in own._repr_mimebundle_()[1]["recoupe"]


def test_the_strip_opens_the_topic_of_each_article():
    where = topics.positions(small.evidence(), small.units(), small.documents(), "space")
    found = opened(figures.strip(where))
    assert found["A: 2 of 4"][0] == "#evidence-topic-space-A"
    assert set(found) == {"A: 2 of 4", "C é: 1 of 3"}


def test_the_name_of_a_row_opens_over_all_its_letters():
    """Letters are measured as the SVG has them: at another measure a box held two thirds of its word."""
    measured = pd.DataFrame(
        [{"layer": "frame", "label": "rapprochement", "source": "A", "units": 1, "of": 2, "share": 0.5}]
    )
    _, [(_, _, width, _)] = opened(figures.dots(measured))["rapprochement"]
    a_letter = 0.5 * 8.5
    assert a_letter < width / len("rapprochement") < 2 * a_letter
