"""The tree of a page → Typst source, block by block."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from analysis.briefing.glyphs import breakable
from analysis.briefing.grid import Cell, grid, of_kind
from analysis.briefing.inline import NARROW, Inline, child, quoted, spoken
from analysis.briefing.sanitise import BLOCKS, HEADINGS
from analysis.briefing.tree import Element, Node, text, walk, words

COLUMNS = 8
"""A table of more columns goes on a landscape page."""
LONG = 1500
"""A table's cell of more characters may break over pages: it could be longer than one."""
CONTAINERS = ("section", "article", "div", "aside", "details", "li", "dd", "dt")
ASIDE = ("role-dateline", "role-caption", "role-credit", "role-related")


@dataclass
class Block:
    """One block of the body: its Typst source, its plain text, the ids that it holds, what it is."""

    source: str
    text: str = ""
    ids: tuple[str, ...] = ()
    kind: str = ""


class Writer(Inline):
    """Walks the blocks of a page's tree."""

    def blocks(self, nodes: Iterable[Node]) -> list[Block]:
        """The blocks of these nodes; words and inline elements between blocks make paragraphs."""
        made: list[Block] = []
        between: list[Node] = []
        for node in [*nodes, Element("end")]:
            if isinstance(node, str) or node.tag not in BLOCKS | {"end"}:
                between.append(node)
                continue
            if any(words(one) or not isinstance(one, str) for one in between):
                made.append(self._paragraph(Element("p", {}, between)))
            between = []
            made += self._block(node) if node.tag != "end" else []
        return made

    def _block(self, node: Element) -> list[Block]:
        anchor = self.anchor(node)
        made = self._made(node)
        if anchor and made:
            made[0] = replace(made[0], source=anchor + made[0].source, ids=(node.attrs["id"], *made[0].ids))
        return made

    def _made(self, node: Element) -> list[Block]:
        if node.tag in HEADINGS:
            return self._heading(node)
        if node.tag == "table":
            return self._table(node)
        if node.tag == "figure":
            return self._figure(node)
        if node.tag in ("ul", "ol"):
            return self._list(node)
        if node.tag == "p":
            return [self._paragraph(node)] if node.children else []
        return self._container(node) if node.tag in CONTAINERS else self._other(node)

    def _container(self, node: Element) -> list[Block]:
        if node.has("error"):
            return [self._holding("refused", node)]
        named = {"lang": quoted(node.attrs["lang"].partition("-")[0])} if "lang" in node.attrs else {}
        if node.has("evidence") or node.has("source-text"):
            named["size"] = "9.5pt"
        inside = self.blocks(node.children)
        if not named:
            return inside
        dress = ", ".join(f"{name}: {value}" for name, value in named.items())
        dressed = (replace(block, source=f"#within({dress})[{block.source}]") for block in inside)
        return [old if old.kind == "heading" else new for old, new in zip(inside, dressed, strict=True)]

    def _other(self, node: Element) -> list[Block]:
        if node.tag == "pre":
            return [Block(f"#listing({quoted(breakable(text(node), 80))})", text(node))] if words(node) else []
        if node.tag == "hr":
            return [Block("#divider()")]
        if node.tag == "blockquote":
            return [self._holding("quoted", node)]
        if node.tag == "dl":
            items = "".join(self._term(one) for one in node.children if isinstance(one, Element))
            return [Block(items, text(node), self._ids(node))]
        return self.blocks(node.children)

    def _term(self, node: Element) -> str:
        if node.tag == "dt":
            return f"#strong[{self.inline(node.children)}]\n\n"
        return f"#pad(left: 1.2em)[{self._body(node.children)}]\n\n"

    def _holding(self, function: str, node: Element) -> Block:
        return Block(f"#{function}[{self._body(node.children)}]", text(node), self._ids(node))

    def _body(self, nodes: Iterable[Node]) -> str:
        """Blocks inside a container, where no page can begin."""
        return "\n\n".join(block.source for block in self.blocks(nodes))

    def _heading(self, node: Element) -> list[Block]:
        if not words(node):
            return []
        body = self.inline(_unlinked(node.children))
        listed = "true" if node.attrs.get("id") in {name for _, name, _ in self.page.contents} else "false"
        level = f"level: {int(node.tag[1]) - 1}, outlined: {listed}, bookmarked: true"
        return [Block(f"#heading({level})[{body}]", words(node), self._ids(node), "heading")]

    def _paragraph(self, node: Element) -> Block:
        body = self.inline(node.children)
        if node.has("reading") or node.has("note"):
            body = f"#{'note' if node.has('note') else 'reading'}[{body}]"
        elif any(map(node.has, ASIDE)):
            body = f"#aside[{body}]"
        elif node.has("display"):
            body = f"#align(center)[{body}]"
        elif node.has("role-title") or node.has("role-heading"):
            body = f"#strong[{body}]"
        elif all(isinstance(one, Element) and one.has("source") for one in node.children):
            body = f"#badge[{body}]"
        return Block(body, text(node), self._ids(node), "paragraph")

    def _list(self, node: Element) -> list[Block]:
        items = [one for one in node.children if isinstance(one, Element) and one.tag == "li"]
        if not items:
            return self.blocks(node.children)
        function = "findings" if node.has("findings") else "enum" if node.tag == "ol" else "list"
        start = f"start: {node.attrs['start']}, " if function == "enum" and "start" in node.attrs else ""
        bodies = ", ".join(f"[{self.anchor(item)}{spoken(item, self._body(item.children))}]" for item in items)
        return [Block(f"#{function}({start}{bodies})", text(node), self._ids(node))]

    def _figure(self, node: Element) -> list[Block]:
        drawn = next((element for element in walk([node]) if element.tag in ("svg", "img")), None)
        if drawn is None:
            return self.blocks(node.children)
        said = child(node, "figcaption")
        alt = node.attrs.get("aria-label") or drawn.attrs.get("alt", "")
        source = self.drawing("picture", drawn, alt, f"[{self.inline(said.children)}]" if said else "none")
        return [Block(source or f"#aside[#{quoted(alt)}]", alt, self._ids(node))]

    def _table(self, node: Element) -> list[Block]:
        columns, head, body = grid(node)
        if not columns:
            return []
        wide = node.has("wide") or columns > COLUMNS
        self.narrow = max(7, (150 if wide else 100) // columns)
        named = _columns(node, columns, body) | {"head": str(len(head)), "small": str(columns > COLUMNS + 2).lower()}
        said = child(node, "caption")
        named["caption"] = f"[{self.inline(said.children)}]" if said and words(said) else "none"
        header = [f"table.header({self._row([cell for row in head for cell in row])})"] if head else []
        given = [*(f"{name}: {value}" for name, value in named.items()), *header, *map(self._row, body)]
        self.narrow = NARROW
        source = f"#measure-table({', '.join(filter(None, given))})"
        return [Block(source, text(node), self._ids(node), "wide" if wide else "table")]

    def _row(self, row: list[Cell]) -> str:
        return ", ".join(map(self._cell, row))

    def _cell(self, cell: Cell) -> str:
        if cell.element is None:
            return "[]"
        spans = {"colspan": cell.across, "rowspan": cell.down}
        named = [f"{name}: {span}" for name, span in spans.items() if span > 1]
        named += ["breakable: true"] if len(words(cell.element)) > LONG else []
        body = f"[{self.anchor(cell.element)}{self._body(cell.element.children)}]"
        return f"table.cell({', '.join(named)}){body}" if named else body

    def _ids(self, node: Element) -> tuple[str, ...]:
        return tuple(one.attrs["id"] for one in walk(node.children) if one.attrs.get("id", "") in self.wanted)


def _unlinked(nodes: list[Node]) -> list[Node]:
    """A heading's words without links, notes and anchors: it is repeated in contents and bookmarks."""
    kept = [one for one in nodes if isinstance(one, str) or not one.has("footnote-ref")]
    return [one if isinstance(one, str) else _bare(one) for one in kept]


def _bare(node: Element) -> Element:
    if node.tag == "svg":
        return node
    attrs = {name: value for name, value in node.attrs.items() if name not in ("id", "href", "lang")}
    return Element("span" if node.tag == "a" else node.tag, attrs, _unlinked(node.children))


def _columns(node: Element, columns: int, body: list[list[Cell]]) -> dict[str, str]:
    """Widths and alignments: numbers right, signs in the middle; in a concordance words meet at the match."""
    if node.has("concordance") and columns == 4:
        return {"columns": "(auto, 1fr, auto, 1fr)", "align": "(left, right, center, left)"}
    sides = ["left"] * columns
    for kind, side in (("num", "right"), ("sign", "center")):
        for column in of_kind(kind, body):
            sides[column] = side
    return {"columns": str(columns), "align": f"({', '.join(sides)},)"}
