"""Evidence on a click, in a browser: the panel, the reader, side by side; by keyboard, by address, without script."""

import pytest
import readable


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A page of four articles, among them one with an accent and one with a hyphen in its mark."""
    return readable.written(tmp_path_factory.mktemp("page") / "page.html", articles=4)


def at(page):
    return page.evaluate("decodeURIComponent(location.hash)")


def focused(page):
    return page.evaluate("document.activeElement.textContent.trim()")


def test_a_number_opens_its_sentences_and_takes_the_focus_back(open_page, made):
    page = open_page(made)
    number = page.locator('td a[href="#evidence-topic-space-A"]')
    number.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name="Evidence")
    assert panel.is_visible()
    assert at(page) == "#evidence-topic-space-A"
    assert focused(page).startswith("Space (topic, ")
    assert panel.locator(".told").first.inner_text() == f"Sentence 1. {readable.WORDS}"
    assert panel.locator("mark").first.inner_text() == "rocket"
    assert panel.locator(".why li").first.inner_text() == "rocket counts alone · en-topic-rocket rocket*"
    assert panel.locator(".place").all_inner_texts()[:2] == ["title, sentence 1 of 40", "sentence 5 of 40"]
    assert "(caption, not counted)" in panel.locator(".told").nth(3).inner_text()
    page.keyboard.press("Escape")
    assert panel.is_hidden()
    assert number.evaluate("link => link === document.activeElement")
    assert at(page) == ""


def test_a_rule_says_when_it_counts(open_page, made):
    page = open_page(f"{made}#evidence-topic-diplomacy-A")
    assert page.locator(".why li").first.inner_text() == (
        "treaty counts only beside another sign of its label in the sentence; or beside “space” in the sentence · "
        "en-topic-treaty treaty*"
    )


def test_the_article_opens_at_the_sentence_and_closes_to_it(open_page, made):
    page = open_page(f"{made}#evidence-topic-space-A")
    page.wait_for_function("document.activeElement.matches('.panel .title')")
    page.wait_for_timeout(200)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert focused(page) == "sentence 5 of 40 Read in the article"
    page.keyboard.press("Enter")
    reader = page.get_by_role("dialog", name="Articles")
    assert at(page) == "#unit-A-4"
    here = reader.locator(".here")
    assert here.inner_text().startswith("Sentence 5.")
    assert here.get_attribute("aria-current") == "true"
    box, column = here.bounding_box(), reader.locator(".column").bounding_box()
    assert column["y"] < box["y"] < column["y"] + column["height"] / 2
    assert reader.locator(".of").inner_text() == "2 / 10"
    assert "Space (topic" in reader.locator(".found").inner_text()
    page.keyboard.press("ArrowRight")
    assert at(page) == "#unit-A-8"
    page.keyboard.press("Escape")
    assert reader.is_hidden()
    assert page.get_by_role("dialog", name="Evidence").is_visible()
    assert at(page) == "#evidence-topic-space-A"
    page.wait_for_function("document.activeElement.matches('.panel .where a')")


def test_next_and_previous_number(open_page, made):
    page = open_page(made)
    page.locator('td a[href="#evidence-topic-space-A"]').click()
    page.keyboard.press("ArrowRight")
    assert at(page) == "#evidence-topic-space-B"
    page.get_by_role("button", name="Previous number").click()
    assert at(page) == "#evidence-topic-space-A"
    page.keyboard.press("Escape")
    assert focused(page) == "9"


def test_the_back_button_returns(open_page, made):
    page = open_page(made)
    page.locator('.findings a[href="#evidence-fact-f001"]').click()
    page.locator(".panel .where a").first.click()
    page.go_back()
    assert page.locator("dialog.reader").is_hidden()
    assert page.locator("dialog.panel").is_visible()
    page.go_back()
    assert page.locator("dialog.panel").is_hidden()
    page.go_forward()
    assert page.locator("dialog.panel").is_visible()


def test_layers_are_switched_counted_and_in_the_address(open_page, made):
    page = open_page(f"{made}#unit-A-4")
    mark = page.locator('.reader mark[data-layer="hedge"]').first
    assert mark.evaluate("mark => getComputedStyle(mark).textDecorationLine") == "none"
    box = page.locator('.reader .slot input[value="hedge"]')
    box.focus()
    page.keyboard.press("Space")
    assert mark.evaluate("mark => getComputedStyle(mark).textDecorationStyle") == "wavy"
    assert box.locator("xpath=..").inner_text().split()[-1] == "8"
    assert at(page) == "#unit-A-4~hedge"
    page.reload()
    assert page.locator('.reader .slot input[value="hedge"]').is_checked()
    assert not page.locator('.reader .slot input[value="topic"]').is_checked()


def test_the_layer_of_the_evidence_is_on(open_page, made):
    page = open_page(f"{made}#evidence-topic-space-A")
    page.locator(".panel .where a").first.click()
    assert page.locator(".reader .slot input:checked").evaluate_all("all => all.map(box => box.value)") == ["topic"]


def test_articles_stand_side_by_side_at_the_same_fact(open_page, made):
    page = open_page(f"{made}#evidence-fact-f007")
    page.locator(".panel .beside").click()
    assert at(page) == "#evidence-fact-f007/A+B+C-é"
    heights = page.locator(".column").evaluate_all(
        "all => all.map(column => column.querySelector('.here').getBoundingClientRect().top)"
    )
    assert len(heights) == 3
    assert max(heights) - min(heights) < 2
    told = [each.split(".")[0] for each in page.locator(".column .here").all_inner_texts()]
    assert told == ["Sentence 8", "Sentence 10", "Sentence 12"]


def test_an_article_that_does_not_tell_it_says_so(open_page, made):
    page = open_page(f"{made}#evidence-fact-f007/A+B")
    assert page.locator(".silent").count() == 0
    page.locator('.letters input[value="AFP-2"]').check()
    assert at(page) == "#evidence-fact-f007/A+B+AFP-2"
    assert page.locator(".column", has=page.locator(".silent")).get_attribute("data-letter") == "AFP-2"
    page.locator(".fact select").select_option("evidence-fact-f001")
    assert at(page) == "#evidence-fact-f001/A+B+AFP-2"
    page.locator(".fact select").select_option("articles")
    assert at(page) == "#articles/A+B+AFP-2"
    assert page.locator(".silent").count() == 0


def test_the_link_is_copied(open_page, made):
    page = open_page(f"{made}#evidence-topic-space")
    page.locator(".panel").get_by_role("button", name="Copy link").click()
    page.wait_for_function("document.querySelector('.panel .status').textContent")
    assert (
        "link" in page.locator(".panel .status").inner_text()
        or "address" in page.locator(".panel .status").inner_text()
    )


def test_a_long_list_comes_in_two_parts(open_page, made):
    page = open_page(f"{made}#evidence-actor-alma")
    assert page.locator(".panel .told").count() == 60
    page.locator("[data-do=more]").click()
    assert page.locator(".panel .told").count() == 80
    assert focused(page).endswith("Read in the article")


@pytest.mark.parametrize(
    "fragment", ["#nothing", "#%", "#unit-A-999", "#evidence-topic-space/Z", "#main", "#articles/"]
)
def test_an_address_that_leads_nowhere_opens_nothing(open_page, made, fragment):
    page = open_page(f"{made}{fragment}")
    assert page.locator("dialog[open]").count() == 0


@pytest.mark.parametrize("fragment", ["evidence-topic-space", "unit-A-9", "evidence-fact-f007/A+B+AFP-2", ""])
def test_a_phone_scrolls_in_one_direction(open_page, scrolls_sideways, made, fragment):
    page = open_page(f"{made}#{fragment}", width=360, height=740)
    assert scrolls_sideways(page) == 0
    wide = "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.className)"
    assert page.locator("dialog[open], dialog[open] :is(.columns, .column, .set, .found)").evaluate_all(wide) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1180, 360])
@pytest.mark.parametrize(
    "fragment",
    [
        "evidence-fact-f007",
        "unit-A-9~topic+actor+statement+hedge+frame+loaded+fact+other",
        "evidence-fact-f007/A+B~fact",
    ],
    ids=["panel", "reader", "beside"],
)
def test_no_barrier(open_page, axe, made, fragment, width, dark):
    page = open_page(f"{made}#{fragment}", dark=dark, width=width, reduced=True)
    page.locator("dialog[open] details").evaluate_all("all => all.forEach(one => one.open = true)")
    assert axe(page) == []


def test_without_a_script_the_links_lead_through_the_lists(open_page, made):
    page = open_page(made, javascript=False)
    assert page.locator("dialog:visible").count() == 0
    page.locator('td a[href="#evidence-topic-space-A"]').click()
    assert page.locator('[id="evidence-topic-space-A"]').is_visible()
    page.locator('[id="evidence-topic-space-A"] li a').first.click()
    assert page.url.endswith("#unit-A-0")
    mark = page.locator('[id="unit-A-4"] mark[data-layer="topic"]')
    ground = "mark => getComputedStyle(mark).backgroundColor"
    before = mark.evaluate(ground)
    page.locator('.library input[value="topic"]').check()
    assert mark.evaluate(ground) != before


def test_in_print_there_are_articles_and_no_panel(open_page, made):
    page = open_page(f"{made}#evidence-topic-space")
    page.emulate_media(media="print")
    assert page.locator("dialog:visible").count() == 0
    assert page.locator(".library > .layers").is_hidden()
    assert page.locator('[id="unit-A-4"]').is_visible()
    assert page.locator("main .evidence li:visible").count() == 0
    assert page.locator(".on-paper").is_visible()


def test_a_french_page_speaks_french(open_page, tmp_path):
    page = open_page(f"{readable.written(tmp_path / 'fr.html', lang='fr')}#evidence-topic-space-A", lang="fr-FR")
    assert page.get_by_role("dialog", name="Passages").is_visible()
    assert page.get_by_role("button", name="Copier le lien").first.is_visible()
    assert page.locator(".place").nth(1).inner_text() == "phrase 5 sur 40"


BY_HAND = """<section class="evidence" id="evidence-mine"><ol><li>a <mark title="en-topic-rocket">b</mark></li></ol>
</section>
<article class="source-text" id="article-Z"><p id="unit-Z-0">bare</p></article><p><a href="#evidence-mine">mine</a></p>
<section class="evidence" id="evidence-more"><h3>More</h3><section class="evidence" id="evidence-more-A"><ol>
<li data-unit="unit-Z-0">c <a href="#unit-Z-0">Z</a></li></ol></section></section><a href="#evidence-more">more</a>
<dl class="rules"><dt>en-topic-rocket</dt></dl>"""


def test_evidence_that_somebody_wrote_by_hand_opens_too(open_page, tmp_path):
    made = readable.notebook()
    made.cells.insert(1, readable._cell(BY_HAND))
    (tmp_path / "page.html").write_text(readable.html(readable.page(made)), encoding="utf-8")
    page = open_page(tmp_path / "page.html")
    page.get_by_role("link", name="mine").click()
    assert page.locator(".panel .told").all_inner_texts() == ["a b"]
    page.get_by_role("button", name="Next number").click()
    assert page.locator(".panel .told").all_inner_texts() == ["c"]
    page.goto(page.url.split("#")[0] + "#unit-A-3")
    assert page.locator(".reader .letters input").count() == 3


def test_a_click_on_a_sentence_makes_it_the_current_one(open_page, made):
    page = open_page(f"{made}#unit-A-4")
    page.locator('.reader [data-at="unit-A-6"]').click()
    assert page.locator(".reader .here").get_attribute("data-at") == "unit-A-6"
    assert at(page) == "#unit-A-6"


def test_the_way_through_the_panel_by_tab(open_page, made):
    page = open_page(made)
    number = page.locator('td a[href="#evidence-topic-space-A"]')
    number.click()
    page.keyboard.press("Tab")
    assert focused(page) == "Side by side"
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.dataset.do") == "previous"
    page.keyboard.press("Shift+Tab")
    assert number.evaluate("link => link === document.activeElement")
    assert page.locator("dialog.panel").is_visible()


def test_the_focus_goes_round_in_the_reader(open_page, made):
    page = open_page(f"{made}#unit-A-4")
    page.wait_for_function("document.activeElement.matches('.reader .here')")
    inside = "document.querySelector('.reader').contains(document.activeElement)"
    stops = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate(inside)
        stops.add(page.evaluate("document.activeElement.outerHTML.slice(0, 80)"))
    assert any("<select" in stop for stop in stops)
    assert any('data-do="close"' in stop for stop in stops)
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(inside)


def test_an_article_that_the_address_opened_closes_to_its_sentence(open_page, made):
    page = open_page(f"{made}#unit-A-4")
    page.wait_for_function("document.activeElement.matches('.reader .here')")
    page.keyboard.press("Escape")
    page.locator('[id="unit-A-4"]:focus').wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") != "skip"


def test_arrows_move_the_article_and_not_the_page_behind_it(open_page, made):
    page = open_page(f"{made}#article-A", reduced=True)
    page.locator(".reader .column:focus").wait_for()
    before = page.evaluate("scrollY")
    page.keyboard.press("PageDown")
    page.wait_for_timeout(300)
    assert page.locator(".reader .column").evaluate("column => column.scrollTop") > 0
    assert page.evaluate("scrollY") == before


def test_in_chosen_colours_the_text_under_marks_is_seen(chromium, made):
    """Chromium gives marks black letters there: on a ground that is black too they were lost."""
    context = chromium.new_context(forced_colors="active", color_scheme="dark")
    page = context.new_page()
    page.goto(f"file://{made}#unit-A-4~topic")
    marks = page.locator(".reader .here mark[data-layer]:not([data-layer=topic])")
    looks = marks.evaluate_all("all => all.map(one => getComputedStyle(one).color)")
    text = page.locator(".reader .here").evaluate("one => getComputedStyle(one).color")
    on = page.locator(".reader .here mark[data-layer=topic]").first
    ground, letters = on.evaluate("one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).color]")
    context.close()
    assert set(looks) <= {text}
    assert ground != letters


HOSTILE = (
    f"{readable.WORDS} <img src=x onerror='window.broken = 1'><script>window.broken = 1</script></mark></li></section>"
    f" <a href='javascript:window.broken = 1'>x</a> [[here|javascript:window.broken=1]] \u202egnorw\u202c {'x' * 5000}"
)
"""What an article may hold that means harm: markup, a script, a link, letters that run backwards, an endless word."""


def test_an_article_that_means_harm_is_text_in_panel_and_reader(open_page, scrolls_sideways, monkeypatch, tmp_path):
    monkeypatch.setattr(readable, "WORDS", HOSTILE)
    made = readable.written(tmp_path / "page.html", articles=4, sentences=8)
    page = open_page(f"{made}#evidence-topic-space-A", width=360, height=740)
    assert "<img src=x onerror=" in page.locator("dialog.panel .told").first.inner_text()
    assert "U+202E" in page.locator("dialog.panel .told").first.inner_text()
    page.locator("dialog.panel .where a").first.click()
    assert "<script>window.broken" in page.locator("dialog.reader .here").inner_text()
    assert scrolls_sideways(page) == 0
    page.goto(f"{page.url.split('#')[0]}#evidence-fact-f001/A+AFP-2")
    assert page.locator("img, :not(head) > script[src], a[href^='javascript']").count() == 0
    assert page.evaluate("window.broken") is None
