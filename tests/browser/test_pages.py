"""Every page of reports/ in a browser: no barrier, nothing asked of the network, whole on a phone and on paper.

What a page looks like is judged in two ways that do not break on fonts: here by what must hold on any machine (nothing
cut, contrast, focus), and in test_layout.py by where its main parts stand.
"""

import re
import subprocess

import pikepdf
import pytest
from addresses import PAGES, address

BRIEFINGS = [name for name in PAGES if name != "index.html"]


def test_there_are_pages_to_look_at():
    assert "index.html" in PAGES
    assert len(BRIEFINGS) >= 7


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_barrier(open_page, axe, name, dark):
    assert axe(open_page(name, dark=dark), contrast_alone=dark) == []


@pytest.mark.parametrize("name", BRIEFINGS)
def test_what_lies_over_a_page_has_no_barrier(open_page, axe, name):
    """The panel with the sentences of the page's first number, then the reader at the first of them."""
    page = open_page(name, reduced=True)
    page.locator('main a[href^="#evidence-"]').first.click()
    assert axe(page, within=".panel") == []
    page.emulate_media(color_scheme="dark")
    assert axe(page, within=".panel", contrast_alone=True) == []
    page.locator(".panel .where a").first.click()
    page.locator(".reader .slot input").evaluate_all("all => all.forEach(box => box.click())")
    assert axe(page, within=".reader", contrast_alone=True) == []
    page.emulate_media(color_scheme="light")
    assert axe(page, within=".reader") == []


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_shows_a_page_without_scrolling_sideways(open_page, scrolls_sideways, name):
    page = open_page(name, width=360, height=740, touch=True)
    assert scrolls_sideways(page) <= 0
    small = page.evaluate(SMALL)
    assert small == [], "text under 11 px"


SMALL = """() => [...new Set([...document.querySelectorAll("main *:not(svg *)")]
  .filter(part => [...part.childNodes].some(child => child.nodeType === 3 && child.data.trim()))
  .filter(part => part.checkVisibility() && part.getClientRects().length)
  .filter(part => !part.closest(".aloud, sup, [aria-hidden=true]"))
  .filter(part => parseFloat(getComputedStyle(part).fontSize) < 11)
  .map(part => `${part.tagName} ${part.className}: ${getComputedStyle(part).fontSize}`))]"""


@pytest.mark.parametrize("name", PAGES)
def test_without_javascript_links_lead_to_what_they_name(open_page, name):
    page = open_page(name, javascript=False, reduced=True)
    lost = page.evaluate(LOST)
    assert lost == []
    links = page.locator("main a[href^='#evidence-']:visible")
    if name in BRIEFINGS and links.count():
        goal = links.first.get_attribute("href")[1:]
        links.first.click()
        shown = page.evaluate(IN_SIGHT, goal)
        assert shown["visible"], goal
        assert shown["sentences"] > 0


LOST = """() => [...document.querySelectorAll('a[href^="#"]')]
  .map(link => decodeURIComponent(link.getAttribute("href").slice(1)))
  .filter(name => name && !document.getElementById(name))"""
IN_SIGHT = """name => {
  const goal = document.getElementById(name), box = goal.getBoundingClientRect();
  return {
    visible: goal.checkVisibility() && box.top < innerHeight && box.bottom > 0,
    sentences: goal.querySelectorAll("li").length,
  };
}"""


@pytest.mark.parametrize("name", ["index.html", "briefing.html", "coverage.html"])
def test_the_keyboard_shows_where_it_is(open_page, name):
    page = open_page(name, reduced=True)
    unseen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUS)
        if found and not found["seen"]:
            unseen.append(found["what"])
    assert page.evaluate("document.activeElement !== document.body")
    assert unseen == []


FOCUS = """() => {
  const part = document.activeElement;
  if (part === document.body) return null;
  const look = getComputedStyle(part), box = part.getBoundingClientRect();
  const lined = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 1;
  const inside = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return { what: part.outerHTML.slice(0, 120), seen: (lined || look.boxShadow !== "none") && inside };
}"""


@pytest.mark.parametrize("name", ["index.html", "briefing.html"])
def test_who_wants_no_motion_gets_none(open_page, name):
    page = open_page(name, reduced=True)
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(part => { const look = getComputedStyle(part);"
        " return look.scrollBehavior === 'smooth' || parseFloat(look.transitionDuration) > 0.01"
        " || parseFloat(look.animationDuration) > 0.01 }).map(part => part.tagName)"
    )
    assert moving == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_printed_from_the_browser(open_page, tmp_path, name):
    """Nothing stands beyond the right edge of the paper, and the text is there to its last article."""
    page = open_page(name, width=718)  # A4 without its margins
    page.emulate_media(media="print")
    assert page.evaluate(BEYOND) == []
    last = page.locator("main p:visible").last.inner_text()
    printed = tmp_path / "printed.pdf"
    page.pdf(path=printed, format="A4", margin=dict.fromkeys(("left", "right", "top", "bottom"), "1cm"))
    with pikepdf.open(printed) as pdf:
        assert len(pdf.pages) > 0
    text = subprocess.run(["pdftotext", printed, "-"], capture_output=True, text=True, check=True).stdout
    assert _letters(page.locator("h1").inner_text()) in _letters(text)
    assert _letters(last)[-20:] in _letters(text)


BEYOND = """() => [...document.querySelectorAll("main td, main th, main p, main figure, main svg, main li")]
  .filter(part => part.checkVisibility() && part.getBoundingClientRect().right > innerWidth + 1)
  .map(part => `${part.tagName} ${part.getAttribute("class")}: ${Math.round(part.getBoundingClientRect().right)}`)
  .slice(0, 5)"""


def _letters(text):
    return re.sub(r"[\W_]+", "", text).lower()


def test_a_page_that_asks_for_something_is_found_out(chromium, tmp_path):
    """The check of `open_page` sees a request and a complaint: without this, 0 of both would say nothing."""
    context = chromium.new_context()
    asked, said = [], []
    context.on("request", lambda request: asked.append(request.url))
    context.on("console", lambda message: said.append(message.type))
    page = context.new_page()
    loud = "<img src='http://localhost:9/picture.png'><script>console.error('no')</script>"
    (tmp_path / "loud.html").write_text(loud, encoding="utf-8")
    page.goto(address(tmp_path / "loud.html"))
    context.close()
    assert "http://localhost:9/picture.png" in asked
    assert "error" in said


@pytest.mark.parametrize("width", [1280, 360])
def test_a_link_to_evidence_shows_the_panel_and_the_number_it_belongs_to(open_page, width):
    """A browser scrolls to the list below, some time after the panel is open: the number is brought back in sight."""
    page = open_page("briefing.html#evidence-topic-space-A", width=width, height=800)
    page.wait_for_timeout(1500)
    assert page.locator("dialog.panel").is_visible()
    box, panel = page.locator("[data-open]").bounding_box(), page.locator("dialog.panel").bounding_box()
    assert 0 <= box["y"] < (panel["y"] if width < 600 else 800)
