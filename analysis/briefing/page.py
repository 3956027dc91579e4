"""An executed notebook → one clean page: its head, its body as a tree, its contents, its footnotes."""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from analysis import language
from analysis.briefing import cells, quotations, svg
from analysis.briefing.grid import grid, of_kind
from analysis.briefing.sanitise import HEADINGS, clean, slug
from analysis.briefing.tree import Element, Node, walk, words
from analysis.language import say

_NUMBER = re.compile(r"[−+-]?\d[\d.,\s\u202f\xa0]*(?:e[+-]?\d+)?\s*%?|NaN")
SECTIONS = ("section", "article", "div", "aside", "details")
"""Elements whose headings are the page's."""
RESERVED = ("contents", "made", "main", "notes", "top")
"""Ids that the frame of a page needs for itself."""


@dataclass
class Page:
    """What both briefings, HTML and PDF, are written from."""

    title: str
    lang: str = "en"
    question: str = ""
    corpus: str = ""
    articles: list[list[str]] = field(default_factory=list)
    parameters: list[tuple[str, str]] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    body: list[Node] = field(default_factory=list)
    notes: dict[str, list[Node]] = field(default_factory=dict)
    contents: list[tuple[int, str, str]] = field(default_factory=list)
    briefings: list[tuple[str, str]] = field(default_factory=list)
    """Name and title of each briefing of the build, this one among them."""


def page(notebook: Any, name: str = "Briefing") -> Page:
    """The page of a notebook; `name` is its title when neither it nor its metadata has one."""
    said = notebook.metadata.get("recoupe", {})
    body = _cells(notebook)
    question = _question(body)
    title = _line(said.get("title")) or question or _line(notebook.metadata.get("title")) or name
    made = Page(
        title=title,
        lang=_language(said.get("lang")),
        question="" if _repeats(title, question) else question,
        corpus=_line(said.get("corpus")),
        articles=[_article(row, _language(said.get("lang"))) for row in said.get("articles", [])],
        parameters=[(_line(key), _value(value)) for key, value in said.get("parameters", {}).items()],
        authors=[_line(author.get("name")) for author in notebook.metadata.get("authors", []) if author.get("name")],
        body=body,
        briefings=_briefings(said.get("briefings", []), said.get("titles", {})),
    )
    made.notes = _footnotes(body)
    made.contents = _headings(body)
    quotations.badges(body, [row[0] for row in made.articles if row])
    _resolve(made, said.get("briefings"))
    _tables(body)
    _figures(body, name)
    quotations.spoken(body, made.lang, _line(said.get("quoted")))
    return made


def _repeats(title: str, question: str) -> bool:
    """Whether the title asks the question, about something in particular."""
    asked = question.split()
    return sum(word in title.split() for word in asked) > 0.7 * len(asked)


def spoken(lang: str) -> str:
    """The language in which the frame of a page speaks: the page's own, English where we don't speak it."""
    return lang if lang in language.LANGUAGES else "en"


def _article(row: Any, lang: str) -> list[str]:
    """Mark, outlet, title and date; an outlet that is not known is said to be unknown."""
    mark, outlet, *rest = [*map(_line, row), "", ""][: max(2, len(row))]
    with language.speaking(spoken(lang)):
        return [mark, outlet or say("outlet unknown"), *rest]


def _briefings(names: list[str], titles: dict[str, str]) -> list[tuple[str, str]]:
    return [(name, _line(titles.get(name)) or name) for name in names]


def _line(value: Any) -> str:
    return " ".join(clean(str(value)).split()) if value else ""


def _value(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(_value, value)) or "–"
    return "–" if value is None or value == "" else " ".join(clean(str(value)).split())


def _language(value: Any) -> str:
    return str(value) if re.fullmatch(r"[a-z]{2,3}", str(value or "")) else "en"


def _cells(notebook: Any) -> list[Node]:
    body: list[Node] = []
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown":
            nodes = cells.markdown(cell.source, cell.get("attachments"))
            _prefix_notes(nodes, number)
        else:
            nodes = cells.outputs(cell) if cell.cell_type == "code" else []
        body += [node for node in nodes if isinstance(node, Element) or node.strip()]
    return body


def _prefix_notes(nodes: list[Node], number: int) -> None:
    for element in walk(nodes):
        for name in ("id", "href"):
            value = element.attrs.get(name, "")
            if re.match(r"#?fn(ref)?-", value):
                element.attrs[name] = re.sub(r"fn(ref)?-", lambda m: f"{m.group()}{number}-", value, count=1)


def _question(body: list[Node]) -> str:
    """The notebook's own title, taken out of its body, where it comes before any other heading."""
    for element in walk(body):
        if element.tag in HEADINGS:
            if element.tag == "h1" and element in body:
                body.remove(element)
                return words(element)
            break
    return ""


def _headings(body: list[Node]) -> list[tuple[int, str, str]]:
    """Levels without gaps below the title, ids of their words; the list of contents comes out."""
    _demote(body, within=False)
    taken = set(RESERVED) | {element.attrs.get("id", "") for element in walk(body)}
    above: list[int] = []
    contents = []
    for element in walk(body):
        if element.tag not in HEADINGS:
            continue
        level = max(2, int(element.tag[1]))
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        element.tag = f"h{1 + len(above)}"
        if "id" not in element.attrs:
            element.attrs["id"] = _free(slug(words(element)), taken)
        if level <= 3 and len(above) <= 2 and words(element):
            contents.append((1 + len(above), element.attrs["id"], words(element)))
    return contents


def _demote(nodes: list[Node], *, within: bool) -> None:
    """A heading without words, or inside a line, a list or a table, is no heading of the page."""
    for node in nodes:
        if isinstance(node, Element) and node.tag != "svg":
            if node.tag in HEADINGS and (within or not words(node)):
                node.tag = "strong"
            _demote(node.children, within=within or node.tag not in SECTIONS)


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free


def _footnotes(body: list[Node]) -> dict[str, list[Node]]:
    """The footnotes that the text calls, by id, in the order of their calls; their lists leave the body."""
    found: dict[str, list[Node]] = {}
    for section in [element for element in walk(body) if element.has("footnotes")]:
        for item in walk(section.children):
            if item.tag == "li" and item.attrs.get("id", "").startswith("fn-"):
                found.setdefault(item.attrs["id"], [_without_return(child) for child in item.children])
    body[:] = [node for node in body if not (isinstance(node, Element) and node.has("footnotes"))]
    called = [element.children[0] for element in walk(body) if element.has("footnote-ref") and element.children]
    order = [call.attrs.get("href", "")[1:] for call in called if isinstance(call, Element)]
    notes = {name: found[name] for name in dict.fromkeys(order) if name in found}
    for number, name in enumerate(notes, start=1):
        for call in called:
            if isinstance(call, Element) and call.attrs.get("href") == f"#{name}":
                call.children = [str(number)]
    return notes


def _without_return(node: Node) -> Node:
    if isinstance(node, str):
        return node
    kept = [child for child in node.children if isinstance(child, str) or not child.has("footnote")]
    return Element(node.tag, node.attrs, [_without_return(child) for child in kept])


def _resolve(made: Page, briefings: list[str] | None) -> None:
    """One element an id; a link to an id that is not in the page becomes the words it holds.

    So does a link to a page beside this one that is not among `briefings`, where these are known.
    """
    ids = set(RESERVED)
    everything = [*made.body, *(node for note in made.notes.values() for node in note)]
    for element in walk(everything):
        name = element.attrs.get("id")
        if name in ids:
            del element.attrs["id"]
        elif name:
            ids.add(name)
    ids |= set(made.notes)
    for element in walk(everything):
        if element.tag == "svg":
            svg.unlink(element, [one for one in svg.links(element) if unquote(one.attrs["href"][1:]) not in ids])
        target = unquote(element.attrs.get("href", ""))
        beside = re.fullmatch(r"([^:/#?]+)\.html", target)
        if element.tag == "a" and (not target or (beside and briefings and beside[1] not in [*briefings, "index"])):
            element.tag = "span"
            element.attrs.pop("href", None)
        elif target.startswith("#"):
            found = next((name for name in (target[1:], slug(target[1:])) if name in ids), None)
            element.attrs |= {"href": f"#{found}"} if found else {}
            if not found:
                element.tag = "span"
                del element.attrs["href"]


def _tables(body: list[Node]) -> None:
    """Tables that are not ours get the same dress; a column of numbers has its head over the numbers."""
    for table in [element for element in walk(body) if element.tag == "table"]:
        if not table.has("measure") and not table.has("concordance"):
            _dress(table)
        head, rows = grid(table)[1:]
        for column in of_kind("num", rows):
            for row in head:
                if len(row) > column and (cell := row[column].element) and row[column].across == 1:
                    cell.attrs["class"] = "num"


def _dress(table: Element) -> None:
    table.attrs["class"] = "measure"
    for part in walk(table.children):
        if part.tag == "td" and _NUMBER.fullmatch(words(part)):
            part.attrs["class"] = "num"
        elif part.tag == "th":
            part.attrs.setdefault("scope", "row")
    for head in [part for part in walk(table.children) if part.tag == "thead"]:
        for cell in [part for part in walk(head.children) if part.tag == "th"]:
            cell.attrs["scope"] = "col"
            if not words(cell):  # the corner of a data frame heads nothing
                cell.tag = "td"
                del cell.attrs["scope"]


def _figures(body: list[Node], name: str) -> None:
    """Each picture has an alternative text, its own or the heading that it stands under, and its data a file name."""
    heading, files = "", set[str]()
    for element in walk(body):
        if element.tag == "figure" and "data-csv" in element.attrs:
            element.attrs["data-name"] = _free("-".join(filter(None, [slug(name), heading and slug(heading)])), files)
        if element.tag in HEADINGS:
            heading = words(element)
        elif element.tag == "figure" and not element.attrs.get("aria-label"):
            element.attrs["aria-label"] = f"Figure: {heading}" if heading else "Figure without a description"
        elif element.tag == "img" and "src" not in element.attrs:
            said = element.attrs.get("alt", "")
            element.tag, element.attrs, element.children = "span", {}, [f"[{said}]"] if said else []
        elif element.tag == "img" and not element.attrs.get("alt"):
            element.attrs["alt"] = f"Picture: {heading}" if heading else "Picture without a description"
