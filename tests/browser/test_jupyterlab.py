"""An analyst's afternoon in JupyterLab: open a copy, run it, open a number's sentences, add cells, export both ways."""

import re
import shutil
import subprocess

import nbformat
import pikepdf
import pytest
from addresses import REPORTS, ROOT
from labserver import served

from analysis.briefing import lab

ADDED = [
    ("markdown", "## My own look\n\nThe share is $\\frac{a}{b}$ of all[^1]:\n\n1. first point\n2. second point\n\n"
     "See [the handbook](https://example.org/handbook).\n\n[^1]: Counted by hand."),
    ("code", "import pandas as pd\npd.DataFrame({'outlet': ['Post', 'Voice'], 'lines': [12, 7]})"),
    ("code", "import matplotlib.pyplot as plt\n_ = plt.bar(['Post', 'Voice'], [12, 7])"),
]  # fmt: skip
"""What an analyst adds, with nothing of ours in it."""


@pytest.fixture(scope="module")
def copies(tmp_path_factory):
    """Copies that read three invented articles and speak French, the analyst's cells at the end of one of them."""
    corpus = ROOT / "tests" / "corpora" / "summit"
    made = lab.copies(corpus, tmp_path_factory.mktemp("desk") / "lab", language="fr")
    path = made.folder / "topics.ipynb"
    node = nbformat.read(path, as_version=4)
    makers = {"markdown": nbformat.v4.new_markdown_cell, "code": nbformat.v4.new_code_cell}
    node.cells += [makers[kind](source) for kind, source in ADDED]
    nbformat.write(node, path)
    return made


@pytest.fixture(scope="module")
def server(copies, tmp_path_factory):
    with served(copies, tmp_path_factory.mktemp("jupyter")) as address:
        yield address


@pytest.fixture(scope="module")
def book(chromium, server):
    """The notebook, run from the menu; whatever the page asked of other hosts than the server is a failure."""
    context = chromium.new_context(viewport={"width": 1300, "height": 900})
    context.set_default_timeout(120_000)  # machines are slow at times
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(f"{server}/lab/tree/topics.ipynb")
    page.wait_for_selector("#jp-main-statusbar >> text=| Idle")
    choose(page, "Run", "Run All Cells")
    page.wait_for_function(
        "() => { const cells = [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')];"
        " return cells.length && cells.every(cell => /\\d/.test(cell.textContent)) }"
    )
    yield page
    context.close()
    assert [url for url in asked if not url.startswith((server, "data:", "blob:", "about:"))] == []


def choose(page, *entries):
    """Go through the menus, as a mouse does."""
    page.click(f".lm-MenuBar-itemLabel:text-is('{entries[0]}')")
    for entry in entries[1:-1]:
        page.hover(f".lm-Menu-itemLabel:text-is('{entry}')")
    page.click(f".lm-Menu-itemLabel:text-is('{entries[-1]}')")


def exported(page, form):
    """The file that the menu brings: its name and bytes."""
    with page.expect_download() as coming:
        choose(page, "File", "Save and Export Notebook As", form)
    return coming.value.suggested_filename, coming.value.path().read_bytes()


@pytest.fixture(autouse=True)
def _nothing_open(book):
    """What a failing test left open does not stand in the way of the next."""
    yield
    book.evaluate("document.querySelectorAll('dialog').forEach(panel => panel.remove())")


def test_no_cell_failed(book):
    for wrong in ("stderr", "error"):
        assert book.locator(f".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.{wrong}']").count() == 0
    assert book.locator(".jp-RenderedHTMLCommon table.measure").count() >= 3


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_a_number_opens_its_sentences_and_escape_leads_back_to_it(book, axe, theme):
    choose(book, "Settings", "Theme", f"JupyterLab {theme}")
    book.wait_for_selector(f"body[data-jp-theme-light='{str(theme == 'Light').lower()}']", state="attached")
    number = book.locator(".jp-OutputArea table.measure a[href^='#evidence-']").first
    number.click()
    panel = book.locator("dialog.recoupe")
    assert panel.locator("h2").inner_text()
    assert panel.get_by_role("button", name="Fermer").is_visible()
    assert panel.locator("li").count() == int(number.inner_text().split()[0])
    assert panel.locator("li mark").first.is_visible()
    assert axe(book, within="dialog.recoupe") == []
    book.keyboard.press("Escape")
    assert panel.count() == 0
    assert book.evaluate("document.activeElement.hash") == number.get_attribute("href")


def test_from_its_sentence_to_its_place_in_the_article(book):
    book.locator(".jp-OutputArea table.measure a[href^='#evidence-']").first.click()
    place = book.locator("dialog.recoupe li a").first
    name = place.get_attribute("href")[1:]
    place.click()
    assert book.locator("dialog.recoupe").count() == 0
    book.wait_for_function(
        "name => { const box = document.getElementById(name).getBoundingClientRect();"
        " return box.top > 0 && box.bottom < innerHeight }",
        arg=name,
    )


def test_a_bar_opens_its_sentences(book):
    picture = book.locator(".jp-RenderedSVG img").first
    picture.scroll_into_view_if_needed()
    across, down, anchor = picture.evaluate(BAR)
    box = picture.bounding_box()
    book.mouse.click(box["x"] + across * box["width"], box["y"] + down * box["height"])
    panel = book.locator("dialog.recoupe")
    assert panel.locator("li").count() == book.locator(f"[id='{anchor}'] li").count() > 0


BAR = """image => {
  const source = decodeURIComponent(image.src.slice(image.src.indexOf(",") + 1));
  const drawing = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
  const [left, top, width, height] = drawing.getAttribute("viewBox").split(" ").map(Number);
  const link = drawing.querySelector("a.hit"), bar = link.querySelector("rect");
  const [x, y, w, h] = ["x", "y", "width", "height"].map(name => Number(bar.getAttribute(name)));
  return [(x + w / 2 - left) / width, (y + h / 2 - top) / height, link.getAttribute("href").slice(1)];
}"""
"""Where the first bar stands that counts something, in shares of the picture, and what it opens."""


def test_a_notebook_that_somebody_sent_shows_its_tables_and_opens_nothing_until_it_is_trusted(chromium, server, copies):
    """JupyterLab takes the names from outputs of a notebook that was not run or trusted here."""
    shutil.copy(REPORTS / "topics-space.ipynb", copies.folder / "sent.ipynb")
    page = chromium.new_page()
    page.goto(f"{server}/lab/tree/sent.ipynb")
    number = page.locator(".jp-OutputArea table.measure a[href^='#evidence-']").first
    number.click()
    assert page.locator(".jp-OutputArea [id^='evidence-']").count() == 0
    assert page.locator("dialog.recoupe").count() == 0
    page.close()


def test_the_briefing_comes_from_the_menu_with_all_that_the_analyst_added(book, open_page, axe, tmp_path):
    name, content = exported(book, "Briefing")
    assert name == "topics.html"
    (tmp_path / name).write_bytes(content)
    page = open_page(tmp_path / name)
    assert page.locator("html").get_attribute("lang") == "fr"
    added = page.locator("h2:has-text('My own look') ~ *")
    assert added.locator("li").all_inner_texts()[:2] == ["first point", "second point"]
    assert page.locator("main a[href='https://example.org/handbook']").inner_text().startswith("the handbook")
    note = page.locator(".footnote-ref a").first.get_attribute("href")
    assert page.locator(f"[id='{note[1:]}']").inner_text().startswith("Counted by hand.")
    assert page.locator(".formula svg, svg.formula, [role='img'].formula").count() >= 1
    table = page.locator("table:has(th:text-is('lines'))")
    assert table.locator("td").all_inner_texts()[-2:] == ["Voice", "7"]
    assert page.locator("main figure").last.is_visible()
    assert "recoupe jp-RenderedHTMLCommon" not in content.decode(), "what serves JupyterLab stays out of the page"
    assert axe(page) == []


def test_the_pdf_comes_from_the_menu_with_all_that_the_analyst_added(book, tmp_path):
    name, content = exported(book, "Briefing_pdf")
    assert name == "topics.pdf"
    (tmp_path / name).write_bytes(content)
    printed = subprocess.run(["pdftotext", "-raw", tmp_path / name, "-"], capture_output=True, text=True, check=True)
    text = re.sub(r"\s+", " ", printed.stdout)
    for words in ("My own look", "1. first point 2. second point", "the handbook", "Counted by hand.", "Voice 7"):
        assert words in text
    with pikepdf.open(tmp_path / name) as pdf:
        kinds = [str(one.get("/S")) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
        links = [str(one.A.URI) for page in pdf.pages for one in page.get("/Annots", []) if "/URI" in one.get("/A", {})]
    assert {"/Table", "/Figure", "/L", "/Note", "/Link"} <= set(kinds)
    assert "https://example.org/handbook" in links


@pytest.mark.parametrize(("form", "kind"), [("briefing", "text/html"), ("briefing_pdf", "application/pdf")])
def test_the_server_exports_a_notebook_by_its_address(book, form, kind):
    answer = book.evaluate(
        "async form => { const got = await fetch(`/nbconvert/${form}/topics.ipynb?download=true`);"
        " return [got.status, got.headers.get('content-type'), (await got.arrayBuffer()).byteLength] }",
        form,
    )
    assert (answer[0], answer[1].split(";")[0]) == (200, kind)
    assert answer[2] > 20_000
