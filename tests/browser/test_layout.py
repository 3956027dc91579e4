"""The key views look as they did: where their main parts stand, in which order, in which colours.

Pictures would differ from machine to machine by a font, its hinting or a new Chromium, and a tolerance wide enough
for that hides a column that slid away. So no pixels are stored, but in `layout.json`, for each view, its main parts:
left edge and width in hundredths of the window (3 either way), who stands above whom, and the colours of ink and
ground (6 of 255 either way). Heights, which fonts decide, are left out, and so are widths that words decide (tables).
After a change of the design that you have looked at, store anew: `STORE=1 pytest tests/browser/test_layout.py`.
"""

import json
import os
from pathlib import Path

import pytest

FILE = Path(__file__).parent / "layout.json"
SIGNATURE = (FILE.parent / "signature.js").read_text(encoding="utf-8")
PARTS = [
    *("header.head", "h1", ".contents", "main", "main h2", "main p", "main .findings", "main li a", "main table"),
    *("main th[scope=row]", "main figure", "main .drawing", "main section.evidence", "main article.source-text"),
    *("dialog.panel", "dialog.panel .title", "dialog.panel li", "dialog.panel mark"),
    *("dialog.reader", "dialog.reader .title", "dialog.reader article", "dialog.reader article + article"),
]
VIEWS = {
    "index": ("index.html", {}),
    "index, phone": ("index.html", {"width": 360, "height": 740}),
    "briefing": ("briefing.html", {}),
    "briefing, dark": ("briefing.html", {"dark": True}),
    "briefing, phone": ("briefing.html", {"width": 360, "height": 740}),
    "panel": ("briefing.html#evidence-fact-f001", {}),
    "panel, phone": ("briefing.html#evidence-fact-f001", {"width": 360, "height": 740}),
    "article": ("briefing.html#article-A", {}),
    "side by side": ("briefing.html#evidence-fact-f001/A+B", {}),
}
BY_WORDS = ("table", "th", "mark", "figure", " a")
PLACE, COLOUR = 3, 6


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_laid_out_as_it_was(open_page, view):
    path, settings = VIEWS[view]
    made = open_page(path, reduced=True, **settings).evaluate(SIGNATURE, PARTS)
    assert len(made["parts"]) > 4
    if os.environ.get("STORE"):
        _store(view, made)
    assert differences(json.loads(FILE.read_text("utf-8"))[view], made) == []


def differences(stored, made):
    """A line for each part that is gone, is new, or stands elsewhere or in other colours."""
    found = [f"{name} is gone" for name in stored["parts"] if name not in made["parts"]]
    found += [f"{name} is new" for name in made["parts"] if name not in stored["parts"]]
    for name in stored["parts"].keys() & made["parts"].keys():
        was, now = stored["parts"][name], made["parts"][name]
        for key in ("left", "width"):
            by_words = key == "width" and name.endswith(BY_WORDS)
            if not by_words and abs(was[key] - now[key]) > PLACE:
                found.append(f"{name}: {key} was {was[key]}, is {now[key]}")
        for key in ("ink", "ground"):
            if any(abs(one - other) > COLOUR for one, other in zip(was[key], now[key], strict=False)):
                found.append(f"{name}: {key} was {was[key]}, is {now[key]}")
    if not found and stored["order"] != made["order"]:
        found.append(f"the order was {stored['order']}, is {made['order']}")
    return sorted(found)


def _store(view, made):
    kept = json.loads(FILE.read_text("utf-8")) if FILE.is_file() else {}
    kept[view] = made
    lines = [f"{json.dumps(name)}: {json.dumps(kept[name])}" for name in VIEWS if name in kept]
    FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"left": 14}, "p: left was 10, is 14"),
        ({"width": 40}, "p: width was 50, is 40"),
        ({"ink": [90, 0, 0]}, "p: ink was [0, 0, 0], is [90, 0, 0]"),
    ],
)
def test_a_difference_is_said_in_one_line(change, said):
    part = {"left": 10, "width": 50, "ink": [0, 0, 0], "ground": [255, 255, 255]}
    stored, made = ({"parts": {"p": one}, "order": ["p"]} for one in (part, part | change))
    assert differences(stored, made) == [said]
    assert differences(stored, stored) == []


def test_a_little_more_or_less_is_no_difference():
    part = {"left": 10, "width": 50, "ink": [0, 0, 0], "ground": [255, 255, 255]}
    stored, made = ({"parts": {"p": one}, "order": ["p"]} for one in (part, part | {"left": 12, "ink": [5, 0, 0]}))
    assert differences(stored, made) == []


@pytest.mark.parametrize("width", [360, 768, 1180, 1800])
@pytest.mark.parametrize("name", ["index.html", "briefing.html"])
def test_no_part_of_a_page_lies_over_another(open_page, name, width):
    page = open_page(name, width=width, reduced=True)
    assert page.evaluate(OVER) == []


OVER = """() => {
  const main = [...document.querySelectorAll("main > *")].filter(part => part.checkVisibility());
  const boxes = main.map(part => [part, part.getBoundingClientRect()]).filter(([, box]) => box.height > 0);
  const found = [];
  for (let i = 1; i < boxes.length; i++) {
    const [over, one] = boxes[i - 1], [under, other] = boxes[i];
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const said = [over, under].map(part => part.outerHTML.slice(0, 60));
    if (across > 2 && one.bottom > other.top + 2) found.push(said.join(" / "));
  }
  return found;
}"""
