"""The body of a briefing as a small tree: elements and strings, written out as HTML or XML."""

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(eq=False)
class Element:
    """One element: its name, its attributes in the order they are written, what stands in it."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)

    def has(self, name: str) -> bool:
        """Whether the element carries the class `name`."""
        return name in self.attrs.get("class", "").split()


Node = Element | str

VOID = frozenset({"br", "hr", "img", "meta", "link", "wbr"})


def el(tag: str, *children: Node, **attrs: str) -> Element:
    """An element in one line: `el("p", "words", class_="note")`; `_` at the end of a name is dropped.

    >>> write([el("p", "a < b", class_="note")])
    '<p class="note">a &lt; b</p>'
    """
    return Element(tag, {name.rstrip("_").replace("_", "-"): value for name, value in attrs.items()}, [*children])


def walk(nodes: Iterable[Node]) -> Iterator[Element]:
    """Every element of these nodes, in reading order, parents first; what is inside a drawing is its own affair."""
    for node in nodes:
        if isinstance(node, Element):
            yield node
            if node.tag != "svg":
                yield from walk(node.children)


def words(node: Node) -> str:
    """The text of a node on one line; what a footnote's number or a missing image says is left out.

    >>> words(el("h2", "Who  speaks", el("sup", "1", class_="footnote-ref")))
    'Who speaks'
    """
    return " ".join(_text(node).split())


def text(node: Node) -> str:
    """The text of a node as it stands, line ends kept."""
    return node if isinstance(node, str) else "".join(map(text, node.children))


def _text(node: Node) -> str:
    if isinstance(node, str):
        return node
    if node.tag == "svg" or node.has("footnote-ref"):
        return ""
    return " " if node.tag == "br" else "".join(map(_text, node.children))


def write(nodes: Iterable[Node]) -> str:
    """The nodes as HTML: every text and every attribute escaped; an empty SVG element closes itself."""
    pieces: list[str] = []
    _write(nodes, pieces, False)
    return "".join(pieces)


def _write(nodes: Iterable[Node], pieces: list[str], foreign: bool) -> None:
    for node in nodes:
        if isinstance(node, str):
            pieces.append(html.escape(node, quote=False))
            continue
        inside = foreign or node.tag == "svg"
        attributes = "".join(f' {name}="{html.escape(value)}"' for name, value in node.attrs.items())
        closed = inside and not node.children
        pieces.append(f"<{node.tag}{attributes}{'/' if closed else ''}>")
        if closed or (node.tag in VOID and not inside):
            continue
        if node.tag == "pre":
            pieces.append("\n")
        _write(node.children, pieces, inside)
        pieces.append(f"</{node.tag}>")
