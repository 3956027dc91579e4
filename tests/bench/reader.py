"""How large a page to read is, how soon it paints, and how soon its panel and its reader do, in Chromium.

`python tests/bench/reader.py [ARTICLES [SENTENCES [LAYERS]]]` makes pages of invented articles
(`tests/browser/readable.py`), with 5 and with 100 articles of 40 sentences, and about as much evidence a sentence as
a briefing has (6 items; each more layer adds 2.6). It opens each five times with a cold cache and shows the
median of the time that passes until the screen is painted, its maximum, and, for what a reader does, the least time
that the processor worked for it, which other programs on the machine can't prolong. A PATH measures that page.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))
import readable
from conftest import FLAGS, system_browser

RUNS = 5
PAINT = """() => new Promise(done => {
  const seen = performance.getEntriesByName('first-contentful-paint')[0];
  if (seen) done(seen.startTime);
  new PerformanceObserver(list => list.getEntriesByName('first-contentful-paint').forEach(e => done(e.startTime)))
    .observe({type: 'paint', buffered: true});
})"""
CLICK = """name => new Promise(done => {
  const link = document.querySelector(name);
  const begin = performance.now();
  link.click();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin), 0));
})"""
LARGEST = """() => {
  const links = [...document.querySelectorAll('main a[href^="#evidence-"]')];
  const section = link => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const size = link => section(link)?.querySelectorAll('li').length || 0;
  links.sort((one, other) => size(other) - size(one))[0].dataset.largest = '';
}"""


def measured(browser, path):
    """What one opening of the page takes: name → milliseconds that passed, and that the processor worked."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(path.resolve().as_uri(), wait_until="commit")
    taken = {"first paint": (page.evaluate(PAINT), 0)}
    page.wait_for_load_state("load")
    taken["load"] = (page.evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart"), 0)
    page.evaluate(LARGEST)
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    for name, what in STEPS:
        if name == "Escape":
            page.keyboard.press("Escape")
            page.wait_for_selector("dialog.reader", state="hidden")
            continue
        page.wait_for_timeout(300)
        before = _worked(session)
        passed = page.evaluate(CLICK, what)
        taken[name] = (passed, 1000 * (_worked(session) - before))
    context.close()
    return taken


STEPS = (
    ("panel, of the largest list", "[data-largest]"),
    ("reader, of its first sentence", ".panel .where a"),
    ("Escape", ""),
    ("side by side", ".panel .beside"),
    ("a layer switched", ".reader .slot input[value=actor]"),
    ("Escape", ""),
    ("next number", ".panel [data-do=next]"),
)


def _worked(session):
    found = session.send("Performance.getMetrics")["metrics"]
    return next(each["value"] for each in found if each["name"] == "TaskDuration")


def report(browser, path, said):
    """Print the size of the page and what its openings take."""
    print(f"{said}: {path.stat().st_size / 1e6:.2f} MB of HTML")
    runs = [measured(browser, path) for _ in range(RUNS)]
    for name in runs[0]:
        passed = sorted(run[name][0] for run in runs)
        worked = min(run[name][1] for run in runs)
        more = f", {worked:.0f} ms of work" if worked else ""
        print(f"  {name:32}{statistics.median(passed):7.0f} ms  (at most {passed[-1]:.0f}{more})")


def main(given):
    """Measure the pages that are asked for."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started, tempfile.TemporaryDirectory() as folder:
        browser = started.chromium.launch(executable_path=system_browser(), args=FLAGS.split())
        if given and not given[0].isdigit():
            return report(browser, Path(given[0]), given[0])
        asked = [int(each) for each in given]
        sentences, layers = [*asked[1:], 40, 1][:2] if len(asked) < 3 else asked[1:3]
        for articles in asked[:1] or [5, 100]:
            begun = time.perf_counter()
            path = readable.written(Path(folder) / "page.html", articles=articles, sentences=sentences, more=layers)
            made = f"made in {time.perf_counter() - begun:.1f} s"
            report(browser, path, f"{articles} articles of {sentences} sentences, {layers} more layers, {made}")


if __name__ == "__main__":
    main(sys.argv[1:])
