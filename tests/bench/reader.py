"""How large a page to read is, how soon it paints, and how soon its panel and its reader do, in Chromium.

`python tests/bench/reader.py [ARTICLES [SENTENCES [LAYERS]]]` makes pages of invented articles
(`tests/browser/readable.py`), with 5 and with 100 articles of 40 sentences, and about as much evidence a sentence as
a briefing has (6 items; each more layer adds 2.6). It measures each five times with a cold cache: the median is shown,
and the slowest. A PATH of a page measures that page.
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
    """What one opening of the page takes, in milliseconds."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(path.resolve().as_uri(), wait_until="commit")
    taken = {"first paint": page.evaluate(PAINT)}
    page.wait_for_load_state("load")
    taken["load"] = page.evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart")
    page.evaluate(LARGEST)
    page.wait_for_timeout(300)
    taken["panel, of the largest list"] = page.evaluate(CLICK, "[data-largest]")
    taken["reader, of its first sentence"] = page.evaluate(CLICK, ".panel .where a")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog.reader", state="hidden")
    taken["side by side"] = page.evaluate(CLICK, ".panel .beside")
    taken["a layer switched"] = page.evaluate(CLICK, ".reader .slot input[value=actor]")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog.reader", state="hidden")
    taken["next number"] = page.evaluate(CLICK, ".panel [data-do=next]")
    context.close()
    return taken


def report(browser, path, said):
    """Print the size of the page and what its openings take."""
    print(f"{said}: {path.stat().st_size / 1e6:.2f} MB of HTML")
    runs = [measured(browser, path) for _ in range(RUNS)]
    for name in runs[0]:
        times = sorted(run[name] for run in runs)
        print(f"  {name:32}{statistics.median(times):7.0f} ms  (at most {times[-1]:.0f})")


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
