import base64
import hashlib
import io
import os
import re
import subprocess
import sys

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from analysis.briefing import panel
from analysis.briefing.exporters import BriefingExporter, BriefingPDFExporter
from analysis.briefing.html import POLICY, html
from analysis.briefing.page import page
from analysis.briefing.typst import pdf

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200pt" height="100pt" viewBox="0 0 200 100">'
    '<g id="axes"><path d="M0 0L9 9" style="stroke: #1a1a1a"/><text x="9" y="9">Vostotchny</text></g></svg>'
)
EVIDENCE = (
    '<section class="evidence" id="evidence-topic-space"><h4>Space</h4><ol><li id="e1"><span class="source">A</span> '
    '<a href="#unit-A-3">3</a> une <mark title="fr-topic-fusee">fusée</mark></li></ol></section>'
)
MEASURE = (
    '<table class="measure"><caption>Sentences</caption>'
    '<thead><tr><th scope="col">article</th><th scope="col">n</th></tr></thead><tbody><tr><th scope="row">A</th>'
    '<td class="num"><a href="#evidence-topic-space">12</a></td></tr></tbody></table>'
)


def shown(data, **metadata):
    bundle = {"text/html": data, "text/plain": "plain"} if isinstance(data, str) else data
    return new_code_cell("secret_code()", outputs=[new_output("display_data", data=bundle, metadata=metadata)])


def notebook(*cells, **recoupe):
    made = [new_markdown_cell(cell) if isinstance(cell, str) else cell for cell in cells]
    return new_notebook(cells=made, metadata={"recoupe": recoupe} if recoupe else {})


def soup(*cells, **recoupe):
    return BeautifulSoup(BriefingExporter().from_notebook_node(notebook(*cells, **recoupe))[0], "html.parser")


def picture():
    from PIL import Image

    file = io.BytesIO()
    Image.new("RGB", (40, 20), "navy").save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()


def test_the_page_needs_nothing_but_itself():
    read = soup("# Title", shown(EVIDENCE), shown({"image/svg+xml": SVG}), lang="fr")
    assert read.find("meta", {"http-equiv": "Content-Security-Policy"})["content"] == panel.policy(POLICY)
    assert not read.find_all(["link", "iframe", "object", "base"])
    assert [script.get("type") for script in read.find_all("script")] == ["application/json", None]
    assert not [tag for tag in read.find_all(src=True) if not tag["src"].startswith("data:")]
    assert "@import" not in read.style.string
    assert "url(" not in read.style.string
    assert read.html["lang"] == "fr"
    assert read.title.string == "Title"


def test_code_and_stderr_stay_out_and_stdout_is_one_text():
    cell = new_code_cell("secret_code()")
    cell.outputs = [
        new_output("stream", name="stdout", text="one\n"),
        new_output("stream", name="stderr", text="/home/someone/warning"),
        new_output("stream", name="stdout", text="\x1b[31mtwo\x1b[0m\r\n"),
    ]
    read = soup(cell)
    assert "secret_code" not in read.text
    assert "someone" not in str(read)
    assert [pre.text.strip() for pre in read.find_all("pre")] == ["one\ntwo"]


def test_the_head_says_what_was_read():
    articles = [["A", "La Gazette", "Un <titre>", "2023-09-14"], ["B", "", "", ""]]
    given = {"topic": "space", "langs": ["fr", "en"]}
    read = soup("# Question?", title="Space", corpus="Summit", articles=articles, parameters=given)
    assert read.h1.text == "Space"
    assert read.find(class_="question").text == "Question?"
    assert [item.text for item in read.select(".articles li")] == [
        "A La Gazette · Un <titre> · 14 September 2023",
        "B outlet unknown",
    ]
    assert read.find(class_="corpus").text == "Summit · 2 articles"
    assert read.footer.find(class_="parameters").text == "topicspacelangsfr, en"


def test_a_title_that_asks_the_question_is_not_followed_by_it():
    asked = "# How much does each article speak of this topic, and how?"
    assert not soup(asked, title="How much does each article speak of “space”, and how?").find(class_="question")
    assert soup(asked, title="Space in five articles").find(class_="question")


def test_the_frame_speaks_the_language_of_the_page():
    read = soup("# Q ?", "## Un", "## Deux", lang="fr", articles=[["A", "", "", "2023-09-14"]], briefings=["q"])
    assert read.find(class_="skip").text == "Aller au texte"
    assert read.select_one(".articles li").text == "A média inconnu · 14 septembre 2023"
    assert read.nav["aria-label"] == "Sommaire"
    assert read.footer.h2.text == "Les notes sur les mêmes articles"
    assert soup("# Q", lang="de").find(class_="skip").text == "Skip to the text"


def test_many_articles_are_listed_behind_a_line():
    articles = [[f"S{number}", "La Gazette", "", ""] for number in range(13)]
    read = soup("# T", articles=articles)
    assert read.header.details.summary.text == "Articles read: S0 to S12"
    assert len(read.header.details.find_all("li")) == 13
    assert not soup("# T", articles=articles[:12]).header.find("details")


def test_the_foot_leads_to_the_other_briefings_and_to_the_top():
    read = soup("# T", briefings=["briefing", "topics-space"], titles={"briefing": "What?"}, parameters={"seed": 1})
    links = [(a.text, a["href"]) for a in read.footer.nav.find_all("a")]
    assert links[:2] == [("What?", "briefing.html"), ("topics-space", "topics-space.html")]
    assert links[-1] == ("All briefings", "index.html")
    assert read.footer.find(class_="up")["href"] == "#top"
    assert read.nav.find(class_="home")["href"] == "index.html"
    assert not soup("# T").find(href="index.html"), "a page that no build made has no index beside it"


ARTICLES = (
    '<article class="source-text" id="article-A" lang="fr"><h4><span class="source">A</span> Une</h4>'
    "<p>Qui parle ? « Moi », dit-il : la rencontre historique a eu lieu.</p></article>"
    '<article class="source-text" id="article-B" lang="en"><h4><span class="source">B</span> One</h4>'
    "<p>They met at last.</p></article>"
)


def test_a_quotation_has_the_language_of_the_article_it_stands_in():
    finding = (
        '<ul class="findings"><li><span class="said">la rencontre historique…</span> <span class="said">They met</span>'
        ' <span class="said">not found</span></li></ul><table><tr><td>La rencontre</td>'
        '<td>la rencontre historique a eu lieu</td><th>F1 <a href="#x">F1</a> They met at last.</th></tr></table>'
    )
    read = soup("# T", shown(finding + ARTICLES), articles=[["A", "", "Une", ""], ["B", "", "One", ""]])
    assert [said.get("lang") for said in read.select("li .said")] == ["fr", None, None]
    assert [cell.get("lang") for cell in read.find_all(["td", "th"])] == [None, "fr", None]
    assert read.th.find(class_="said").text == " They met at last."
    assert [cite.get("lang") for cite in read.select(".articles cite")] == ["fr", "en"]
    french = soup("# T", shown(finding), lang="en", quoted="fr")
    assert {said.get("lang") for said in french.select(".said")} == {"fr"}


def test_french_signs_stay_with_their_words_and_the_words_stay_as_they_are():
    read = soup("# T", shown(ARTICLES))
    article = read.find(id="article-A")
    assert [tied.text for tied in article.select(".tied")] == ["e ?", "« M", "i »", "l :"]
    assert article.p.text == "Qui parle ? « Moi », dit-il : la rencontre historique a eu lieu."
    assert not read.find(id="article-B").select(".tied")


def test_a_source_has_its_badge_wherever_it_is_named():
    table = (
        '<table><thead><tr><th scope="col">Article</th><th scope="col">A (of 25)</th><th scope="col">B</th>'
        '<th scope="col">Who</th></tr></thead><tbody><tr><th scope="row">A</th><td>A</td><td>1</td><td>A, B</td></tr>'
        '<tr><th scope="row">B</th><td>3</td><td>2</td><td>B</td></tr></tbody></table>'
    )
    finding = '<ul class="findings"><li><a href="#article-A">A</a> tells, <a href="#article-A">it does</a>.</li></ul>'
    rows = [["A", "", "", ""], ["B", "", "", ""]]
    read = soup("# T", shown(finding + table + ARTICLES), articles=rows)
    assert [link.get("class") for link in read.select("li a[href='#article-A']")] == [["source"], ["source"], None]
    badged = [cell.text for cell in read.find_all(["th", "td"]) if cell.find(class_="source")]
    assert badged == ["A (of 25)", "B", "A", "A B", "B", "B"]
    bare = soup("# T", shown(finding), articles=rows)
    assert [badge.name for badge in bare.select(".findings .source")] == ["span"], "no article is there to open"


def test_a_table_of_many_columns_keeps_its_first_in_sight():
    heads = "".join(f"<th>{number}</th>" for number in range(6))
    read = soup(shown(f"<table><thead><tr>{heads}</tr></thead><tbody><tr>{heads}</tr></tbody></table>"), shown(MEASURE))
    assert ["pinned" in table["class"] for table in read.find_all("table")] == [True, False]


@pytest.mark.parametrize(
    ("cells", "title"), [(("# One", "# Two"), "One"), (("## One", "# Two"), "Briefing"), ((), "Briefing")]
)
def test_a_plain_notebook_has_a_title(cells, title):
    assert page(notebook(*cells)).title == title


def test_levels_have_no_gap_and_ids_are_unique():
    read = soup("# T", "## Où est-il ?", "#### Deep", "#### Deep", "## Où est-il ?", shown(EVIDENCE))
    headings = [(tag.name, tag["id"]) for tag in read.main.find_all(re.compile("^h[1-6]$"))]
    assert headings == [
        ("h2", "ou-est-il"),
        ("h3", "deep"),
        ("h3", "deep-2"),
        ("h2", "ou-est-il-2"),
        ("h3", "space"),
    ]
    assert [a["href"] for a in read.nav.select("li a")] == ["#ou-est-il", "#ou-est-il-2"]
    ids = [tag["id"] for tag in read.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_a_link_leads_somewhere_or_is_text():
    read = soup("## What we found\nSee [here](#What-we-found), [gone](#gone).", shown(EVIDENCE), shown(EVIDENCE))
    ids = {tag["id"] for tag in read.find_all(id=True)}
    targets = [a["href"] for a in read.find_all("a", href=re.compile("^#"))]
    assert "#what-we-found" in targets
    assert {target[1:] for target in targets} <= ids
    assert "gone" in read.main.text
    assert not read.find("a", string="3"), "unit A-3 is not in the page"


def test_a_link_to_a_briefing_that_was_not_built_is_text():
    text = "[one](topics.html) [two](coverage.html) [three](index.html) [four](https://example.org/x.html)"
    read = soup("# T", text, briefings=["briefing", "topics"])
    assert [a["href"] for a in read.main.find_all("a")] == ["topics.html", "index.html", "https://example.org/x.html"]
    assert "two" in read.main.text
    assert len(soup("# T", text).main.find_all("a")) == 4, "it is not known what was built"


def test_footnotes_are_numbered_through_the_page():
    read = soup("a[^x]\n\n[^x]: First.", "b[^1] c[^1]\n\n[^1]: *Second*.")
    assert [sup.text for sup in read.select("sup.footnote-ref")] == ["1", "2", "2"]
    notes = read.select("section.footnotes li")
    assert [note.text.replace("↩", "").strip() for note in notes] == ["First.", "Second."]
    assert read.select("sup.footnote-ref a")[1]["href"] == f"#{notes[1]['id']}"


def test_a_figure_says_what_it_shows():
    told = {"recoupe": {"alt": 'Bars: "D" highest', "caption": "Shares"}}
    read = soup("## Shares of each", shown({"image/svg+xml": SVG}, **told), shown({"image/png": picture()}))
    first, second = read.find_all("figure")
    assert first.svg["role"] == "img"
    assert first.svg["aria-label"] == 'Bars: "D" highest'
    assert first.figcaption.text == "Shares"
    assert "currentColor" in str(first.svg)
    assert second.svg["aria-label"] == "Figure: Shares of each"
    assert second.image["href"].startswith("data:image/png;base64,")


def test_tables_say_their_heads_and_scroll_alone():
    frame = (
        '<div><style scoped>x</style><table border="1" class="dataframe"><thead><tr><th></th><th>n</th></tr></thead>'
        "<tbody><tr><th>0</th><td>1,234</td></tr><tr><th>1</th><td>NaN</td></tr></tbody></table></div>"
    )
    read = soup(shown(MEASURE), shown(frame), "| a | b |\n|---|---|\n| x | 2 |")
    for table in read.find_all("table"):
        box = table.parent
        assert (box["tabindex"], box["role"]) == ("0", "region")
        assert box["aria-label"]
        assert {cell.get("scope") for cell in table.thead.find_all("th")} == {"col"}, "a corner is no head"
        assert "num" in table.find_all("tr")[1].find_all(["td", "th"])[1]["class"]
    assert "border" not in str(read.main)


@pytest.mark.parametrize(
    ("data", "seen"),
    [
        ({"text/html": "<script>x()</script>", "text/plain": "a plot"}, "a plot"),
        ({"application/vnd.jupyter.widget-view+json": {}, "text/plain": "IntSlider()"}, "IntSlider()"),
        ({"image/png": "AAAA", "text/plain": "<broken>"}, "<broken>"),
        ({"image/svg+xml": "<svg", "text/plain": "<broken>"}, "<broken>"),
        ({"text/markdown": "**a** <script>x()</script>"}, "a"),
        ({"text/plain": "<b>1</b>"}, "<b>1</b>"),
    ],
)
def test_what_cannot_be_shown_is_told(data, seen):
    read = soup(shown(data))
    assert read.main.text.strip() == seen
    assert not read.find("script")


def test_an_error_is_one_short_line():
    raised = new_output("error", ename="ValueError", evalue="no topic 'milit'\nmore", traceback=["/home/x"])
    assert soup(new_code_cell("x", outputs=[raised])).find(class_="error").text == "ValueError: no topic 'milit'"


def test_formulas_are_drawn_prices_are_not():
    read = soup("A share $\\frac{k}{n}$ costs $5, then 6 $ more.\n\n$$\\notamacro{x}$$")
    assert read.find(class_="formula")["aria-label"] == "\\frac{k}{n}"
    assert "costs $5, then 6 $ more." in read.main.text
    assert read.code.text == "\\notamacro{x}"


def test_hostile_markdown_runs_nothing():
    read = soup(
        '<img src=x onerror=x()> [a](javascript:x()) <a href="data:text/html,x">b</a> <iframe src="//h"></iframe>'
    )
    assert not read.main.find_all(["img", "iframe", "a"])
    assert "onerror" not in str(read.main)


def test_attachments_of_a_cell_are_shown():
    cell = new_markdown_cell("![A map](attachment:map.png)", attachments={"map.png": {"image/png": picture()}})
    assert soup(cell).find("img")["alt"] == "A map"


def test_nbconvert_names_the_files(tmp_path):
    path = tmp_path / "found.ipynb"
    nbformat.write(notebook("## A", shown(MEASURE)), path)
    text, found = BriefingExporter().from_filename(str(path))
    assert found["output_extension"] == ".html"
    assert "<title>found</title>" in text
    written, found = BriefingPDFExporter().from_filename(str(path))
    assert found["output_extension"] == ".pdf"
    assert written.startswith(b"%PDF-")


def light(colour):
    colour = colour if len(colour) == 7 else "#" + "".join(sign * 2 for sign in colour[1:])
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_every_pair_of_colours_can_be_read():
    style = soup("a").style.string
    palettes = re.findall(r":root \{([^}]*)\}", style)
    assert len(palettes) == 3, "light, dark and on paper"
    for palette in palettes:
        colours = {name: light(value) for name, value in re.findall(r"--(\w+): (#[0-9a-f]+)", palette)}
        inks = [(ink, paper) for ink in ("ink", "soft", "accent") for paper in ("paper", "shade")] + [("ink", "mark")]
        for ink, paper in inks:
            low, high = sorted((colours[ink], colours[paper]))
            assert (high + 0.05) / (low + 0.05) >= 4.5, f"{ink} on {paper}"


SCRIPT = """
import hashlib, sys, nbformat
from analysis.briefing import html, page, typst
read = page.page(nbformat.read(sys.argv[1], 4), "a")
print(hashlib.sha256(html.html(read).encode()).hexdigest(), hashlib.sha256(typst.pdf(read)).hexdigest())
"""


def test_the_same_bytes_whatever_the_hash_seed_zone_and_locale(tmp_path):
    path = tmp_path / "a.ipynb"
    told = {"recoupe": {"alt": "Line", "caption": "Fusées"}}
    cells = ["# T\n[^1] $x^2$\n\n[^1]: n", shown(MEASURE), shown(EVIDENCE), shown({"image/svg+xml": SVG}, **told)]
    nbformat.write(notebook(*cells), path)
    elsewhere = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    command = [sys.executable, "-c", SCRIPT, str(path)]
    there = subprocess.run(command, env=elsewhere, capture_output=True, text=True, check=True).stdout.split()
    read = page(nbformat.read(path, 4), "a")
    here = [hashlib.sha256(written).hexdigest() for written in (html(read).encode(), pdf(read))]
    assert here == there
