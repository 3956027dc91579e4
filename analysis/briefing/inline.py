"""Runs of text, links, footnotes and drawings → Typst source. Every text is a quoted string, never markup."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from analysis.briefing import cells, svg
from analysis.briefing.cited import Cited
from analysis.briefing.glyphs import breakable, shown
from analysis.briefing.page import Page
from analysis.briefing.references import References, hits, references
from analysis.briefing.tree import Element, Node, text, walk, write

WIDTH, HEIGHT = 459.0, 600.0
"""The largest a figure may be, in points."""

NARROW = 34
"""The longest a word may be before it is given places to break."""

_SIMPLE = {"strong": "strong", "b": "strong", "em": "emph", "i": "emph", "cite": "emph", "dfn": "emph", "var": "emph"}
_SIMPLE |= {
    "sup": "super",
    "sub": "sub",
    "mark": "hit",
    "del": "strike",
    "s": "strike",
    "u": "underline",
    "small": "less",
}


def quoted(string: str) -> str:
    """The text as a Typst string, in signs that the fonts have.

    >>> quoted('a "b" #c')
    '"a \\\\"b\\\\" #c"'
    """
    return '"' + shown(string).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def run(string: str, narrow: int = NARROW) -> str:
    """Words as a quoted string; white space at either end is the line's own, so that it can vanish there."""
    bare = re.sub(r"[ \t\n\r\f]+", " ", string)
    core = bare.strip(" ")
    if not core:
        return " " if bare else ""
    before, after = " " * bare.startswith(" "), " " * bare.endswith(" ")
    return f"{before}#{quoted(breakable(core, narrow))}{after}"


def spoken(node: Element, body: str) -> str:
    """The body in the language that the element names, for the hyphens and for who listens."""
    return f"#within(lang: {quoted(node.attrs['lang'].partition('-')[0])})[{body}]" if "lang" in node.attrs else body


def child(node: Element, tag: str) -> Element | None:
    """The first child of that name."""
    return next((one for one in node.children if isinstance(one, Element) and one.tag == tag), None)


@dataclass
class Inline:
    """Walks what stands in a line; it remembers what is linked to, which footnotes are set, how narrow it is."""

    page: Page
    wanted: frozenset[str] = frozenset()
    noted: set[str] = field(default_factory=set)
    narrow: int = NARROW
    references: References = field(default_factory=References)
    cited: Cited = field(default_factory=Cited)
    room: float = 0.0
    linking: bool = True
    files: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.references = references(self.page)
        notes = [node for note in self.page.notes.values() for node in note]
        hrefs = [element.attrs.get("href", "") for element in walk([*self.page.body, *notes])]
        ids = {element.attrs.get("id", "") for element in walk(self.page.body)}
        self.wanted = frozenset(href[1:] for href in hrefs if href.startswith("#") and href[1:] in ids)

    def inline(self, nodes: Iterable[Node]) -> str:
        """The nodes as one run of text."""
        return "".join(self._one(node) for node in nodes)

    def anchor(self, node: Element) -> str:
        """The place that links to this element lead to, where there are any."""
        name = node.attrs.get("id", "")
        return f"#anchor({quoted(name)})" if name in self.wanted else ""

    def drawing(self, function: str, drawn: Element, alt: str, caption: str = "") -> str:
        """A call that places the drawing no larger than a page, or "" when it cannot be read."""
        vector = drawn if drawn.tag == "svg" else _read(drawn)
        if vector is None:
            return ""
        width, height = svg.size(vector)
        scale = min(1.0, WIDTH / width, HEIGHT / height)
        depth = (
            f", depth: {float(vector.attrs['data-depth']):.2f}pt"
            if "data-depth" in vector.attrs and not caption
            else ""
        )
        given = f"alt: {quoted(alt or 'Picture')}{f', caption: {caption}' if caption else ''}{depth}"
        over = f", hits: ({self._hits(vector, width * scale, height * scale)})" if caption and hits(vector) else ""
        return f"#{function}({literal(write([_bare(vector)]))}, {given}, width: {width * scale:.2f}pt{over})"

    def _hits(self, drawing: Element, width: float, height: float) -> str:
        """The links of a drawing: entry, place and size in points, and what each says."""
        box = [float(side) for side in re.findall(r"-?[\d.]+", drawing.attrs.get("viewBox", ""))]
        left, top, across, down = box if len(box) == 4 and box[2] > 0 and box[3] > 0 else (0, 0, width, height)
        made = []
        for link in hits(drawing):
            name, rect = link.attrs["href"][1:], child(link, "rect")
            if rect is None or name not in self.references.at:
                continue
            x, y, w, h = (_length(rect.attrs.get(side, "")) for side in ("x", "y", "width", "height"))
            sides = ((x - left) / across * width, (y - top) / down * height, w / across * width, h / down * height)
            says = quoted(link.attrs.get("aria-label", ""))
            made.append(f"({quoted(name)}, {', '.join(f'{side:.2f}pt' for side in sides)}, {says}), ")
        return "".join(made)

    def file(self, name: str) -> str:
        """A name for a file of data that no other file of this page has."""
        plain = re.sub(r"[^\w-]+", "-", name, flags=re.ASCII).strip("-") or "data"
        free = next(one for one in (plain, *(f"{plain}-{n}" for n in range(2, 9999))) if one not in self.files)
        self.files.add(free)
        return f"{free}.csv"

    def _one(self, node: Node) -> str:
        if isinstance(node, str):
            return run(node, self.narrow)
        return spoken(node, self.anchor(node) + self._within(node))

    def _within(self, node: Element) -> str:
        if node.has("aloud"):
            return ""
        if node.has("footnote-ref"):
            return self._footnote(node)
        if node.tag == "svg":
            return self.drawing("formula", node, "")
        if node.has("formula") and (drawn := child(node, "svg")):
            return self.drawing("formula", drawn, node.attrs.get("aria-label", ""))
        if node.tag == "img":
            return self.drawing("formula", node, node.attrs.get("alt", "")) or run(node.attrs.get("alt", ""))
        if node.tag in ("br", "wbr"):
            return "#linebreak()" if node.tag == "br" else ""
        if node.tag in ("code", "kbd", "samp"):
            return f"#raw({quoted(breakable(text(node), self.narrow))})"
        return self._dressed(node, self.inline(node.children))

    def _dressed(self, node: Element, body: str) -> str:
        if node.tag == "a" and body:
            return self._link(node, node.attrs.get("href", ""), body)
        function = "source" if node.has("source") else _SIMPLE.get(node.tag, "")
        return f"#{function}[{body}]" if function and body else body

    def _link(self, node: Element, target: str, body: str) -> str:
        if target[1:] in self.references.at:
            mark = self.cited.at.get(id(node), str(self.references.at[target[1:]]))
            room = f", room: {self.room:.1f}pt" if self.room else ""
            return f"#refer({quoted(target[1:])}, {quoted(mark)}{room}{'' if self.linking else ', bare: true'})[{body}]"
        body = f"#source[{body}]" if node.has("source") else body
        if not self.linking:
            return body
        if target.startswith("#"):
            plain = ", plain: true" if node.has("source") else ""
            return f"#go({quoted(target[1:])}{plain})[{body}]" if target[1:] in self.wanted else body
        beside = re.sub(r"^([\w.-]+)\.html(?:#.*)?$", r"\1.pdf", target)  # another briefing of the same build
        outward = beside != target or re.match(r"(?:https?|mailto):.", target)
        return f"#link({literal(beside)})[{body}]" if outward else body

    def _footnote(self, node: Element) -> str:
        link = child(node, "a")
        target = link.attrs.get("href", "")[1:] if link else ""
        if target not in self.page.notes:
            return ""
        if target in self.noted:
            return f"#again({quoted(target)})"
        self.noted.add(target)
        paragraphs = (one.children if isinstance(one, Element) else [one] for one in self.page.notes[target])
        return f"#footnote[{' '.join(map(self.inline, paragraphs))}]#label({quoted(target)})"


def literal(string: str) -> str:
    """The string as it is, in quotation marks that Typst reads."""
    return json.dumps(string, ensure_ascii=False)


def unlinked(nodes: list[Node], dropped: tuple[str, ...] = ("id", "href", "lang")) -> list[Node]:
    """A heading's words without links, notes and anchors: it is repeated in contents and bookmarks."""
    kept = [one for one in nodes if isinstance(one, str) or not one.has("footnote-ref")]
    return [one if isinstance(one, str) else _unlink(one, dropped) for one in kept]


def _unlink(node: Element, dropped: tuple[str, ...]) -> Element:
    if node.tag == "svg":
        return node
    attrs = {name: value for name, value in node.attrs.items() if name not in dropped}
    return Element("span" if node.tag == "a" else node.tag, attrs, unlinked(node.children, dropped))


def _bare(drawing: Element) -> Element:
    """The drawing without its links, and without what only we read of it."""
    kept = [one for one in drawing.children if isinstance(one, str) or not (one.tag == "a" and one.has("hit"))]
    attrs = {name: value for name, value in drawing.attrs.items() if name != "data-depth"}
    return replace(drawing, attrs=attrs, children=kept)


def _length(given: str) -> float:
    found = re.match(r"-?[\d.]+", given)
    return float(found[0]) if found else 0.0


def _read(image: Element) -> Element | None:
    mime, _, data = image.attrs.get("src", "").removeprefix("data:").partition(";base64,")
    return cells.picture(data, mime) if data else None
