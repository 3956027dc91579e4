"""Small pages with evidence, articles and figures, and their PDF, for tests of what is printed."""

import io
from typing import Any

import pikepdf

from analysis.briefing import typst
from analysis.briefing.page import Page
from analysis.briefing.sanitise import fragment
from analysis.briefing.tree import Element

SPACE = "evidence-topic-space"


def part(letter: str, *sentences: str, label: str = "topic-space", lang: str = "fr") -> str:
    """The sentences of one article: `number|sentence`, in which `*` stands around what was found."""
    items = ""
    for said in sentences:
        number, _, words = said.partition("|")
        before, *marked = words.split("*")
        shown = before + "".join(
            f'<mark title="r">{piece}</mark>' if place % 2 == 0 else piece for place, piece in enumerate(marked)
        )
        name = f"unit-{letter}-{int(number) - 1}"
        items += f'<li lang="{lang}" data-unit="{name}">{shown} <a href="#{name}">{letter}\u00a0{number}</a></li>'
    head = f'<p><span class="source">{letter}</span></p>'
    return f'<section class="evidence" id="evidence-{label}-{letter}">{head}<ol>{items}</ol></section>'


def entry(title: str, *parts: str, label: str = "topic-space") -> str:
    """An entry of the evidence with its parts."""
    return f'<section class="evidence" id="evidence-{label}"><h3>{title}</h3>{"".join(parts)}</section>'


def article(letter: str, *sentences: str, lang: str = "fr") -> str:
    """An article in full."""
    units = "".join(
        f'<p id="unit-{letter}-{place}" class="role-body">{said}</p>' for place, said in enumerate(sentences)
    )
    head = f'<h3><span class="source">{letter}</span> Journal</h3>'
    return f'<article class="source-text" id="article-{letter}" lang="{lang}">{head}{units}</article>'


def hit(target: str, says: str, x: int, y: int, width: int, height: int) -> Element:
    """A part of a drawing that opens something."""
    sides = {"x": str(x), "y": str(y), "width": str(width), "height": str(height)}
    return Element("a", {"class": "hit", "href": f"#{target}", "aria-label": says}, [Element("rect", sides)])


def drawing(*hits: Element) -> Element:
    """A figure of 200 × 100 points with these parts, and a CSV of its data."""
    frame = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 400 200", "width": "200pt", "height": "100pt"}
    svg = Element("svg", frame, [Element("rect", {"width": "50", "height": "50"}), *hits])
    told = {"aria-label": "A square", "data-csv": "a,b\n1,é\n", "data-name": "squares"}
    return Element("figure", told, [svg, Element("figcaption", {}, ["Squares."])])


def page(*parts: str | Element, **given: Any) -> Page:
    """A page of these pieces of HTML and elements."""
    body = [node for one in parts for node in (fragment(one) if isinstance(one, str) else [one])]
    return Page(**{"title": "T", "body": body} | given)


def opened(made: Page) -> pikepdf.Pdf:
    """Its PDF, opened."""
    return pikepdf.open(io.BytesIO(typst.pdf(made)))


def links(read: pikepdf.Pdf) -> list[tuple[int, str]]:
    """Of each link, on which page it stands and what it says to who does not see it."""
    return [
        (number, str(note.Contents))
        for number, found in enumerate(read.pages, start=1)
        for note in found.get("/Annots", [])
        if str(note.Subtype) == "/Link"
    ]


def elements(node: Any) -> list[Any]:
    """The elements of the structure below a node, in reading order."""
    below = node.get("/K", [])
    children = list(below) if isinstance(below, pikepdf.Array) else [below]
    own = [child for child in children if isinstance(child, pikepdf.Dictionary) and "/S" in child]
    return [one for child in own for one in (child, *elements(child))]


def tags(read: pikepdf.Pdf) -> list[str]:
    """The names of all elements, in reading order."""
    return [str(one.S)[1:] for one in elements(read.Root.StructTreeRoot)]
