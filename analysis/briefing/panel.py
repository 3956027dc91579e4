"""The reader of a page: what its script needs to open evidence beside the text, and articles with their layers.

The address says what is open, so that a link to it can be sent:

| fragment | opens |
|---|---|
| `#evidence-topic-space-A` | the panel with these sentences |
| `#unit-A-3` | article A at its fourth sentence |
| `#evidence-fact-f001/A+B` | articles A and B side by side, at the sentences that tell the fact |
| `#articles/A+B` | the same articles, each from its beginning |
| `…~topic+hedge` | behind any of the last three: the layers that are marked |
"""

import base64
import hashlib
import json
import re
from functools import lru_cache
from pathlib import Path

from analysis.briefing.tree import Element, Node, el, walk
from analysis.display import layers
from analysis.language import say, word
from analysis.tables import ROLES

PRINTED = 12
"""More articles than these are not printed from a browser (`briefing.css` counts them too)."""
HERE = Path(__file__).parent


def needed(body: list[Node]) -> bool:
    """Whether the page holds evidence or articles, and so needs its script."""
    return any(element.has("evidence") or element.has("source-text") for element in walk(body))


def policy(base: str) -> str:
    """The page's content security policy, with leave for this one script and no other."""
    digest = base64.b64encode(hashlib.sha256(script().encode()).digest()).decode()
    return f"{base}; script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def with_layers(body: list[Node]) -> list[Node]:
    """The body, its articles in one box below the switches of their layers, which work without a script."""
    run = [place for place, node in enumerate(body) if isinstance(node, Element) and node.has("source-text")]
    if not run:
        return body
    texts = body[run[0] : run[-1] + 1]
    box = el("div", *switches(texts), *texts, class_="library")
    remark = say("Not printed: so many articles stand whole on the screen, and in the PDF of this briefing.")
    many = [el("p", remark, class_="note on-paper")] if len(texts) > PRINTED else []
    return [*body[: run[0]], *many, box, *body[run[-1] + 1 :]]


def with_remark(body: list[Node]) -> list[Node]:
    """The body, with what paper can't do said before the first evidence; on the screen it is not shown."""
    first = next((place for place, node in enumerate(body) if isinstance(node, Element) and node.has("evidence")), None)
    if first is None:
        return body
    remark = say("Not printed: on the screen each number opens its sentences; the PDF of this briefing lists them.")
    return [*body[:first], el("p", remark, class_="note on-paper"), *body[first:]]


def switches(texts: list[Node]) -> list[Node]:
    """A switch for each layer that these articles hold, with how many marks of it there are."""
    counts: dict[str, int] = {}
    for element in walk(texts):
        if element.tag == "mark" and "title" in element.attrs and (name := element.attrs.get("data-layer", "")):
            counts[name] = counts.get(name, 0) + 1
    items: list[Node] = []
    for name, (badge, title) in names().items():
        if name in counts:
            box = Element("input", {"type": "checkbox", "value": name})
            key = el("span", el("b", badge, aria_hidden="true"), title, class_="key", data_layer=name)
            items.append(el("label", box, key, " ", el("span", str(counts[name]), class_="n")))
    return [el("fieldset", el("legend", say("Mark in the articles")), *items, class_="layers")] if items else []


def names() -> dict[str, tuple[str, str]]:
    """Each layer's letter and its name."""
    said = {
        "topic": say("T Topics"),
        "actor": say("A Actors and places"),
        "statement": say("S Statements"),
        "hedge": say("H Hedging"),
        "frame": say("R Frames"),
        "loaded": say("L Loaded words"),
        "fact": say("F Facts"),
        "value": say("V Differing values"),
        "other": say("O Other findings"),
    }
    return {name: (said[name][0], said[name][2:]) for name in layers.GROUPS}


def shell() -> list[Node]:
    """The empty panel and the empty reader; the script fills them."""
    return [_panel(), _reader()]


def words() -> str:
    """What the script says, as JSON that may stand in a page."""
    said = json.dumps(_words(), ensure_ascii=False, sort_keys=True)
    return said.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


@lru_cache(maxsize=1)
def script() -> str:
    """The script as it stands in each page."""
    return (HERE / "reader.js").read_text(encoding="utf-8")


def css() -> str:
    """How panel, reader and layers look, with the layers' letters."""
    badges = {name: badge for name, (badge, _) in names().items()}
    written = (HERE / "reader.css").read_text(encoding="utf-8")
    lettered = "".join(f':on({name})[title]::before {{ content: "{badge}" / ""; }}\n' for name, badge in badges.items())
    return re.sub(r":on\((\w+)\)", lambda found: _switched(found[1]), f"{lettered}{written}")


def _switched(name: str) -> str:
    on = f':is(.library:has(> .layers [value="{name}"]:checked), [data-on~="{name}"])'
    return f'{on} mark[data-layer="{name}"]'


def tail() -> str:
    """The end of the page's body: its words, then its script."""
    return f'<script type="application/json">{words()}</script><script>{script()}</script>'


def _button(name: str, says: str, shows: str = "", **attrs: str) -> Element:
    given = {"type": "button", "data-do": name} | ({"aria-label": says, "title": says} if shows else {}) | attrs
    return Element("button", given, [el("span", shows, aria_hidden="true") if shows else says])


def _panel() -> Element:
    head = el(
        "div",
        _button("previous", say("Previous number of the page (←)"), "‹"),
        _button("next", say("Next number of the page (→)"), "›"),
        _button("copy", say("Copy link")),
        _button("close", say("Close (Esc)"), "×"),
        class_="bar",
    )
    title = el("h2", tabindex="-1", class_="title")
    foot = el("p", say("The address of the page now leads here: it can be sent."), class_="hint")
    keys = el(
        "p", say("Keys: ↑ ↓ sentences, ← → numbers of the page, Enter the article, Esc back."), class_="hint keys"
    )
    inside = [head, title, el("nav", aria_label=say("By article"), class_="parts"), el("div", class_="sentences")]
    said = el("p", role="status", class_="status")
    return el("dialog", *inside, foot, keys, said, class_="panel", aria_label=say("Evidence"))


def _reader() -> Element:
    bar = el(
        "div",
        _button("close", say("Back (Esc)"), "‹"),
        el("h2", tabindex="-1", class_="title"),
        el("span", role="status", class_="of"),
        _button("previous", say("Previous sentence (←)"), "‹"),
        _button("next", say("Next sentence (→)"), "›"),
        _button("copy", say("Copy link")),
        class_="bar",
    )
    chosen = el("fieldset", el("legend", say("Side by side")), el("span", class_="letters"), class_="chosen")
    fact = el("label", say("Same fact"), " ", el("select"), class_="fact")
    opened = el("summary", say("Articles and layers"))
    controls = el("details", opened, chosen, fact, el("div", class_="slot"), class_="set")
    aside = el("aside", aria_label=say("In this sentence"), class_="found")
    inside = [bar, controls, el("div", class_="columns"), aside, el("p", role="status", class_="status")]
    return el("dialog", *inside, class_="reader", aria_label=say("Articles"), aria_modal="true")


def _words() -> dict[str, object]:
    return {
        "roles": {role: word(role) for role in ROLES},
        "place": say("sentence {n} of {m}"),
        "read": say("Read in the article"),
        "aside": say("Side by side"),
        "all": say("All"),
        "more": say("Show all sentences"),
        "rule": say("Rule"),
        "copied": say("The link is copied."),
        "address": say("Copy the address of the page: it leads here."),
        "silent": say("This article does not tell it."),
        "again": say("Next place in this article"),
        "found": say("In this sentence"),
        "nothing": say("No number of this page counts it."),
        "none": say("no fact: each from its beginning"),
        "compared": say("Side by side"),
        "groups": layers.GROUP,
    }
