"""A page → one self-contained HTML file: no script, nothing from the network, readable on paper and a phone."""

import base64
from functools import lru_cache
from pathlib import Path

from analysis.briefing import svg
from analysis.briefing.page import Page
from analysis.briefing.tree import Element, Node, el, walk, words, write

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

SAID = {
    "en": {
        "skip": "Skip to the text",
        "contents": "Contents",
        "articles": "Articles read",
        "parameters": "Parameters",
        "notes": "Notes",
        "table": "Table",
        "back": "Back to the text",
        "data": "data",
    },
    "fr": {
        "skip": "Aller au texte",
        "contents": "Sommaire",
        "articles": "Articles lus",
        "parameters": "Paramètres",
        "notes": "Notes",
        "table": "Tableau",
        "back": "Retour au texte",
        "data": "données",
    },
}
"""What the frame of a page itself says, by language of the page."""


def html(page: Page) -> str:
    """The whole file as text."""
    say = said(page)
    head = el("head", el("meta", charset="utf-8"), *_meta(), el("title", page.title))
    main = el("main", *_dressed(page.body, say), *_notes(page, say), id="main")
    frame = [el("a", say["skip"], class_="skip", href="#main"), _head(page, say), *_contents(page, say), main]
    document = write([el("html", head, el("body", *frame), lang=page.lang)])
    return f"<!DOCTYPE html>\n{document.replace('</head>', f'<style>{_css()}</style></head>', 1)}\n"


def said(page: Page) -> dict[str, str]:
    """The words of the frame in the page's language; English where there are none."""
    return SAID.get(page.lang, SAID["en"])


def _meta() -> list[Node]:
    named = {"viewport": "width=device-width, initial-scale=1", "color-scheme": "light dark", "referrer": "no-referrer"}
    policy = Element("meta", {"http-equiv": "Content-Security-Policy", "content": POLICY})
    return [policy, *(el("meta", name=name, content=content) for name, content in named.items())]


def _head(page: Page, say: dict[str, str]) -> Element:
    header = el("header", el("h1", page.title), class_="head", id="top")
    if page.corpus:
        header.children.insert(0, el("p", page.corpus, class_="corpus"))
    if page.question:
        header.children.append(el("p", page.question, class_="question"))
    if page.articles:
        header.children.append(el("ol", *map(_article, page.articles), class_="articles", aria_label=say["articles"]))
    if page.parameters:
        pairs = (el("div", el("dt", name), el("dd", value)) for name, value in page.parameters)
        header.children.append(el("dl", *pairs, class_="parameters", aria_label=say["parameters"]))
    return header


def _article(row: list[str]) -> Element:
    mark, *rest = row or [""]
    outlet, title, published = [*rest, "", "", ""][:3]
    item = el("li", el("span", mark, class_="source"), " ")
    named = [el("span", outlet, class_="outlet")] if outlet else []
    named += [el("cite", title)] if title else []
    named += [el("time", published)] if published else []
    for place, part in enumerate(named):
        item.children += [" · ", part] if place else [part]
    return item


def _contents(page: Page, say: dict[str, str]) -> list[Node]:
    if len(page.contents) < 2:
        return []
    items: list[Node] = []
    for level, name, text in page.contents:
        items.append(el("li", el("a", text, href=f"#{name}"), class_=f"level-{level}"))
    title = el("p", say["contents"], class_="kicker", aria_hidden="true")
    return [el("nav", title, el("ul", *items), class_="contents", id="contents", aria_label=say["contents"])]


def _notes(page: Page, say: dict[str, str]) -> list[Node]:
    if not page.notes:
        return []
    items = []
    for number, (name, note) in enumerate(page.notes.items(), start=1):
        calls = [element.attrs["id"] for element in walk(page.body) if _calls(element, name)]
        back = [el("a", "↩", href=f"#{calls[0]}", aria_label=f"{say['back']} ({number})")] if calls else []
        items.append(el("li", *note, *back, id=name))
    return [el("section", el("h2", say["notes"], id="notes"), el("ol", *items), class_="footnotes")]


def _calls(element: Element, name: str) -> bool:
    links = [child for child in element.children if isinstance(child, Element)]
    called = element.has("footnote-ref") and "id" in element.attrs
    return called and any(one.attrs.get("href") == f"#{name}" for one in links)


def _dressed(nodes: list[Node], say: dict[str, str]) -> list[Node]:
    """The body for the screen: tables in boxes that scroll, figures in the page's ink, links out marked."""
    drawings = [element for element in walk(nodes) if element.tag == "svg"]
    prefixes = {id(drawing): f"f{number}-" for number, drawing in enumerate(drawings, start=1)}
    return [_dress(node, say, prefixes) for node in nodes]


def _dress(node: Node, say: dict[str, str], prefixes: dict[int, str]) -> Node:
    if isinstance(node, str):
        return node
    if node.tag == "svg":
        return _drawing(node, prefixes[id(node)])
    made = Element(node.tag, dict(node.attrs), [_dress(child, say, prefixes) for child in node.children])
    if node.tag == "table":
        return _box(made, "scroll", _name(node) or say["table"])
    if node.tag == "figure":
        _file(made, say["data"])
        _picture(made, made.attrs.pop("aria-label", ""))
    elif node.tag == "pre":
        made.attrs["tabindex"] = "0"
    elif node.has("formula"):
        made.attrs["role"] = "img"
    elif "://" in node.attrs.get("href", ""):
        made.attrs["rel"] = "noopener noreferrer"
    return made


def _drawing(node: Element, prefix: str) -> Element:
    depth = float(node.attrs.get("data-depth", "0"))
    drawing = svg.inked(node, prefix)
    if "data-depth" in drawing.attrs:
        del drawing.attrs["data-depth"]
        drawing.attrs["style"] += f"; vertical-align: {-depth / 12:.3f}rem"
    return drawing


def _picture(figure: Element, label: str) -> None:
    """The drawing in a box that scrolls; one with links is a group, so that they can be reached, its shapes silent."""
    for place, child in enumerate(figure.children):
        if label and isinstance(child, Element) and child.tag == "svg":
            opens = bool(svg.links(child))
            child.attrs |= {"role": "group" if opens else "img", "aria-label": label}
            for part in child.children if opens else []:
                if isinstance(part, Element) and not part.has(svg.HIT):
                    part.attrs["aria-hidden"] = "true"
            figure.children[place] = _box(child, "scroll drawing", label)


def _file(figure: Element, word: str) -> None:
    """The table that is drawn, as a file at the end of the caption."""
    data, name = figure.attrs.pop("data-csv", ""), figure.attrs.pop("data-name", "data")
    if not data:
        return
    coded = base64.b64encode(data.encode("utf-8")).decode("ascii")
    link = el("a", word, class_="data", download=f"{name}.csv", href=f"data:text/csv;charset=utf-8;base64,{coded}")
    captions = [child for child in figure.children if isinstance(child, Element) and child.tag == "figcaption"]
    if not captions:
        figure.children.append(el("figcaption", link))
    for caption in captions[-1:]:
        caption.children += [" ", link]


def _box(child: Element, name: str, label: str) -> Element:
    short = label if len(label) <= 120 else label[:117] + "…"
    return el("div", child, class_=name, tabindex="0", role="region", aria_label=short)


def _name(table: Element) -> str:
    return next((words(part) for part in walk(table.children) if part.tag == "caption"), "")


@lru_cache(maxsize=1)
def _css() -> str:
    return (Path(__file__).parent / "briefing.css").read_text(encoding="utf-8")
