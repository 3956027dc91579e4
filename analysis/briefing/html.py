"""A page → one self-contained HTML file: nothing from the network, readable on paper, on a phone and without script."""

import base64
from functools import lru_cache
from pathlib import Path

from analysis import language
from analysis.briefing import panel, svg
from analysis.briefing.page import Page, spoken
from analysis.briefing.quotations import articles
from analysis.briefing.spacing import tied
from analysis.briefing.tree import Element, Node, el, walk, words, write
from analysis.language import many, say

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
MANY = 12
"""More articles than these are listed behind a line that says how many they are."""
PINNED = 5
"""The first column of a table with more columns than these stays in sight."""


def html(page: Page) -> str:
    """The whole file as text."""
    with language.speaking(spoken(page.lang)):
        reads = panel.needed(page.body)
        head = el("head", el("meta", charset="utf-8"), *_meta(reads), el("title", page.title))
        main = el("main", *panel.with_layers(panel.with_remark(_dressed(page.body))), *_notes(page), id="main")
        frame = [el("a", say("Skip to the text"), class_="skip", href="#main"), _head(page), *_contents(page), main]
        shell = panel.shell() if reads else []
        body = el("body", *tied([*frame, *_foot(page), *shell], page.lang))
        style, tail = (_css() + panel.css(), panel.tail()) if reads else (_css(), "")
    document = write([el("html", head, body, lang=page.lang)])
    document = document.replace("</head>", f"<style>{style}</style></head>", 1)
    return f"<!DOCTYPE html>\n{document.removesuffix('</body></html>')}{tail}</body></html>\n"


def said(page: Page) -> dict[str, str]:
    """The words of a page's frame that its PDF needs as well."""
    with language.speaking(spoken(page.lang)):
        return {"contents": say("Contents"), "articles": say("Articles read"), "parameters": say("Parameters")}


def _meta(reads: bool) -> list[Node]:
    named = {"viewport": "width=device-width, initial-scale=1", "color-scheme": "light dark", "referrer": "no-referrer"}
    allowed = panel.policy(POLICY) if reads else POLICY
    policy = Element("meta", {"http-equiv": "Content-Security-Policy", "content": allowed})
    return [policy, *(el("meta", name=name, content=content) for name, content in named.items())]


def _head(page: Page) -> Element:
    header = el("header", class_="head", id="top")
    number = many(len(page.articles), "{n} article", "{n} articles") if page.articles else ""
    if kicker := " · ".join(filter(None, [page.corpus, number])):
        header.children.append(el("p", kicker, class_="corpus"))
    header.children.append(el("h1", page.title))
    if page.question:
        header.children.append(el("p", page.question, class_="question"))
    if page.articles:
        held = articles(page.body)
        rows = [_article(row, held.get(row[0])) for row in page.articles if row]
        listed = el("ol", *rows, class_="articles", aria_label=say("Articles read"))
        header.children.append(listed if len(rows) <= MANY else _folded(listed, page.articles))
    return header


def _folded(listed: Element, rows: list[list[str]]) -> Element:
    """A long list behind a line that says what it holds."""
    summary = say("Articles read: {first} to {last}", first=rows[0][0], last=rows[-1][0])
    return el("details", el("summary", summary), listed, class_="many")


def _article(row: list[str], held: Element | None) -> Element:
    """Letter, outlet, title and day of an article; letter and title lead to its text where the page holds it."""
    mark, outlet, title, published = [*row, "", "", "", ""][:4]
    to = {"href": f"#{held.attrs['id']}"} if held and "id" in held.attrs else {}
    lang = {"lang": held.attrs["lang"]} if held and "lang" in held.attrs else {}
    title = title.replace(" …", "\u00a0…")  # where a title was cut, the sign does not begin a line
    named = [el("span", outlet, class_="unknown" if outlet == say("outlet unknown") else "outlet")]
    if title:
        named.append(el("cite", el("a", title, **to) if to else title, **lang))
    if published:
        named.append(el("time", language.day(published)))
    told = el("span")
    for place, part in enumerate(named):
        told.children += [" · ", part] if place else [part]
    return el("li", el("a" if to else "span", mark, class_="source", **to), " ", told)


def _contents(page: Page) -> list[Node]:
    items = [el("li", el("a", text, href=f"#{name}"), class_=f"level-{level}") for level, name, text in page.contents]
    home = [el("a", f"← {say('All briefings')}", class_="home", href="index.html")] if page.briefings else []
    if len(items) < 2:
        return [el("nav", *home, class_="contents", id="contents", aria_label=say("Contents"))] if home else []
    title = el("p", say("Contents"), class_="kicker", aria_hidden="true")
    return [el("nav", title, el("ul", *items), *home, class_="contents", id="contents", aria_label=say("Contents"))]


def _foot(page: Page) -> list[Node]:
    """What other briefings there are, and how this one was made."""
    foot = el("footer", class_="made", id="made")
    if page.briefings:
        links = [el("li", el("a", title, href=f"{name}.html")) for name, title in page.briefings[:MANY]]
        links.append(el("li", el("a", say("All briefings"), href="index.html")))
        foot.children.append(el("h2", say("Briefings on the same articles")))
        foot.children.append(el("nav", el("ul", *links), aria_label=say("Briefings on the same articles")))
    if page.parameters:
        pairs = (el("div", el("dt", name), el("dd", value)) for name, value in page.parameters)
        foot.children += [el("h2", say("How it was made")), el("dl", *pairs, class_="parameters")]
        if page.briefings:
            made = say("The files it was made of, with their hashes, and the versions that made it:")
            foot.children.append(el("p", f"{made} ", el("a", "manifest.json", href="manifest.json")))
    foot.children.append(el("a", f"↑ {say('Back to the top')}", class_="up", href="#top"))
    return [foot]


def _notes(page: Page) -> list[Node]:
    if not page.notes:
        return []
    items = []
    for number, (name, note) in enumerate(page.notes.items(), start=1):
        calls = [element.attrs["id"] for element in walk(page.body) if _calls(element, name)]
        back = (
            [el("a", "↩", href=f"#{calls[0]}", aria_label=say("Back to the text ({number})", number=number))]
            if calls
            else []
        )
        items.append(el("li", *note, *back, id=name))
    return [el("section", el("h2", say("Notes"), id="notes"), el("ol", *items), class_="footnotes")]


def _calls(element: Element, name: str) -> bool:
    links = [child for child in element.children if isinstance(child, Element)]
    called = element.has("footnote-ref") and "id" in element.attrs
    return called and any(one.attrs.get("href") == f"#{name}" for one in links)


def _dressed(nodes: list[Node]) -> list[Node]:
    """The body for the screen: tables in boxes that scroll, figures in the page's ink, links out marked."""
    drawings = [element for element in walk(nodes) if element.tag == "svg"]
    prefixes = {id(drawing): f"f{number}-" for number, drawing in enumerate(drawings, start=1)}
    return [_dress(node, prefixes) for node in nodes]


def _dress(node: Node, prefixes: dict[int, str]) -> Node:
    if isinstance(node, str):
        return node
    if node.tag == "svg":
        return _drawing(node, prefixes[id(node)])
    made = Element(node.tag, dict(node.attrs), [_dress(child, prefixes) for child in node.children])
    if node.tag == "table":
        return _box(_pinned(made), "scroll", _name(node) or say("Table"))
    if node.tag == "figure":
        _file(made)
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
                if isinstance(part, Element) and not svg.links(part):
                    part.attrs["aria-hidden"] = "true"
            figure.children[place] = _box(child, "scroll drawing", label)


def _file(figure: Element) -> None:
    """The table that is drawn, as a file at the end of the caption."""
    data, name = figure.attrs.pop("data-csv", ""), figure.attrs.pop("data-name", "data")
    if not data:
        return
    coded = base64.b64encode(data.encode("utf-8")).decode("ascii")
    link = el(
        "a", say("data"), class_="data", download=f"{name}.csv", href=f"data:text/csv;charset=utf-8;base64,{coded}"
    )
    captions = [child for child in figure.children if isinstance(child, Element) and child.tag == "figcaption"]
    if not captions:
        figure.children.append(el("figcaption", link))
    for caption in captions[-1:]:
        caption.children += [" ", link]


def _box(child: Element, name: str, label: str) -> Element:
    short = label if len(label) <= 120 else label[:117] + "…"
    return el("div", child, class_=name, tabindex="0", role="region", aria_label=short)


def _pinned(table: Element) -> Element:
    """A table of many columns keeps its first in sight while the others are moved."""
    row = next((part for part in walk(table.children) if part.tag == "tr"), None)
    if row and len(row.children) > PINNED and not table.has("concordance"):
        table.attrs["class"] = f"{table.attrs.get('class', '')} pinned".strip()
    return table


def _name(table: Element) -> str:
    return next((words(part) for part in walk(table.children) if part.tag == "caption"), "")


@lru_cache(maxsize=1)
def _css() -> str:
    return (Path(__file__).parent / "briefing.css").read_text(encoding="utf-8")
