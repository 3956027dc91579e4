"""A real browser for the tests: Debian's Chromium, driven by Playwright's sync API.

A page that a test has opened may ask nobody for anything and may not complain: `open_page` looks at both when the test
is over. Each file of tests has a browser of its own, closed behind its last test, because Playwright leaves an event
loop running in its thread, which notebooks run by another file of the same worker would stumble over.
"""

import shutil
from pathlib import Path

import pytest
from addresses import address

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"
OWN = ("file:", "data:", "about:")


def system_browser() -> str:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        pytest.fail(f"there is no browser: install Debian's package chromium (looked for {', '.join(NAMES)})", False)
    return found


@pytest.fixture(scope="module")
def chromium():
    """The browser, as Playwright's object."""
    from playwright.sync_api import sync_playwright

    program = system_browser()
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=FLAGS.split())
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium):
    """`open_page("briefing.html#article-A")` for a page of reports/, or a path: a Playwright page.

    `javascript=False` opens it as a reader does who has none, `reduced` as one who wants no motion, `touch` as on a
    phone. At the end of the test no page may have asked the network for anything or have written an error.
    """
    contexts, asked, complained = [], [], []

    def open_(path, *, dark=False, width=1180, height=800, javascript=True, reduced=False, touch=False, lang="en-GB"):
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce" if reduced else "no-preference",
            java_script_enabled=javascript,
            has_touch=touch,
            locale=lang,
        )
        context.set_default_timeout(30_000)
        contexts.append(context)
        context.on("request", lambda request: asked.append(request.url))
        context.on("console", lambda message: complained.append(message.text) if message.type == "error" else None)
        context.on("weberror", lambda error: complained.append(str(error.error)))
        page = context.new_page()
        page.goto(address(path))
        return page

    yield open_
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(OWN)] == []
    assert complained == []


@pytest.fixture(scope="session")
def axe():
    """`axe(page)`: what axe-core finds wrong with a page as it stands, a line each: rule, place, what is wrong.

    Contrast, which is most of axe's work, is judged once for each look: one element of those that have the same
    ancestors by name and class, the same colour, size and weight. `contrast_alone` judges nothing else: of a page in
    the dark, where only colours are others. `within` is a selector.
    """
    from axe_playwright_python.base import AXE_FILE_PATH

    script = Path(AXE_FILE_PATH).read_text(encoding="utf-8")
    judge = (Path(__file__).parent / "judge.js").read_text(encoding="utf-8")

    def check(page, *, within="html", contrast_alone=False):
        page.evaluate(f"() => {{ {script} }}")
        return page.evaluate(judge, {"within": within, "contrastAlone": contrast_alone})

    return check


@pytest.fixture
def scrolls_sideways():
    """`scrolls_sideways(page)`: by how many pixels the page is wider than its window."""
    return lambda page: page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
