"""The tree of a page → Typst source, block by block."""

from collections.abc import Iterable
from dataclasses import replace

from analysis.briefing.appendix import ASIDE, COLUMN, Appendix
from analysis.briefing.glyphs import breakable
from analysis.briefing.inline import child, literal, quoted, spoken, unlinked
from analysis.briefing.references import hits
from analysis.briefing.sanitise import BLOCKS, HEADINGS
from analysis.briefing.tabular import Block
from analysis.briefing.tree import Element, Node, text, walk, words
from analysis.language import say

CONTAINERS = ("section", "article", "div", "aside", "details", "li", "dd", "dt")


class Writer(Appendix):
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
        if node.has("evidence"):
            return self.evidence()
        anchor = self.anchor(node)
        made = self._made(node)
        if anchor and made:
            made[0] = replace(made[0], source=anchor + made[0].source, ids=(node.attrs["id"], *made[0].ids))
        return made

    def _made(self, node: Element) -> list[Block]:
        if node.tag in HEADINGS:
            return self._heading(node)
        if node.tag == "table":
            return self.table(node)
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
        if node.has("controls"):
            return []
        if node.has("source-text"):
            return self.article(node)
        inside = self.blocks(node.children)
        if "lang" not in node.attrs:
            return inside
        lang = quoted(node.attrs["lang"].partition("-")[0])
        dressed = (replace(block, source=f"#within(lang: {lang})[{block.source}]") for block in inside)
        return [old if old.kind in ("heading", COLUMN) else new for old, new in zip(inside, dressed, strict=True)]

    def _other(self, node: Element) -> list[Block]:
        if node.tag == "pre":
            return [Block(f"#listing({quoted(breakable(text(node), 80))})", text(node))] if words(node) else []
        if node.tag == "hr":
            return [Block("#divider()")]
        if node.tag == "blockquote":
            return [self._holding("quoted", node)]
        if node.tag == "dl":
            items = "".join(self._term(one) for one in node.children if isinstance(one, Element))
            return [Block(items, text(node), self.ids(node))]
        return self.blocks(node.children)

    def _term(self, node: Element) -> str:
        if node.tag == "dt":
            return f"#strong[{self.inline(node.children)}]\n\n"
        return f"#pad(left: 1.2em)[{self.body(node.children)}]\n\n"

    def _holding(self, function: str, node: Element) -> Block:
        return Block(f"#{function}[{self.body(node.children)}]", text(node), self.ids(node))

    def body(self, nodes: Iterable[Node]) -> str:
        """Blocks inside a container, where no page can begin."""
        return "\n\n".join(block.source for block in self.blocks(nodes))

    def _heading(self, node: Element) -> list[Block]:
        if not words(node):
            return []
        body = self.inline(unlinked(node.children))
        listed = "true" if node.attrs.get("id") in {name for _, name, _ in self.page.contents} else "false"
        self.levels.append(int(node.tag[1]) - 1)
        level = f"level: {self.levels[-1]}, outlined: {listed}, bookmarked: true"
        return [Block(f"#heading({level})[{body}]", words(node), self.ids(node), "heading")]

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
        return Block(body, text(node), self.ids(node), "paragraph")

    def _list(self, node: Element) -> list[Block]:
        items = [one for one in node.children if isinstance(one, Element) and one.tag == "li"]
        if not items:
            return self.blocks(node.children)
        function = "findings" if node.has("findings") else "enum" if node.tag == "ol" else "list"
        start = f"start: {node.attrs['start']}, " if function == "enum" and "start" in node.attrs else ""
        bodies = ", ".join(f"[{self.anchor(item)}{spoken(item, self.body(item.children))}]" for item in items)
        return [Block(f"#{function}({start}{bodies})", text(node), self.ids(node))]

    def _figure(self, node: Element) -> list[Block]:
        drawn = next((element for element in walk([node]) if element.tag in ("svg", "img")), None)
        if drawn is None:
            return self.blocks(node.children)
        alt = node.attrs.get("aria-label") or drawn.attrs.get("alt", "")
        source = self.drawing("picture", drawn, alt, self._caption(node, drawn))
        return [Block(source or f"#aside[#{quoted(alt)}]", alt, self.ids(node))]

    def _caption(self, node: Element, drawn: Element) -> str:
        """The caption, then the numbers of the evidence that parts of the drawing open, then the file of its data."""
        said = child(node, "figcaption")
        known = [self.references.at.get(hit.attrs["href"][1:]) for hit in hits(drawn)]
        numbers = sorted({reference.number for reference in known if reference})
        parts = [self.inline(said.children)] if said and words(said) else []
        parts += [f"#{quoted(say('Evidence: {numbers}.', numbers=_ranges(numbers)))}"] if numbers else []
        if data := node.attrs.get("data-csv", ""):
            name = self.file(node.attrs.get("data-name") or "data")
            parts.append(
                f"#{quoted(say('Data: {file}, attached.', file=name))}#attached({quoted(name)}, {literal(data)})"
            )
        return f"[{' '.join(parts)}]" if parts else "none"


def _ranges(numbers: list[int]) -> str:
    """The numbers, runs of three or more as from–to.

    >>> _ranges([1, 2, 3, 7, 8])
    '[1]–[3], [7], [8]'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = ([f"[{run[0]}]–[{run[-1]}]"] if len(run) > 2 else [f"[{one}]" for one in run] for run in runs)
    return ", ".join(part for parts in shown for part in parts)
