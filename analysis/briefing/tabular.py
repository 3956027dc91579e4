"""Tables of a page → Typst: columns that fit, head rows that come back, the numbers of the evidence in them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from analysis.briefing import kwic
from analysis.briefing.cited import Cited, cited
from analysis.briefing.grid import Cell, grid, of_kind
from analysis.briefing.inline import NARROW, Inline, child, quoted, spoken
from analysis.briefing.kwic import is_concordance
from analysis.briefing.tree import Element, Node, text, walk, words
from analysis.briefing.widths import LONGEST, Layout, layout, width

LONG = 30
"""A row with a cell of more lines may break over pages: it could be longer than one."""
SHORT = 14
"""A table of no more rows, all short, stays on one page."""


@dataclass
class Block:
    """One block of the body: its Typst source, its plain text, the ids that it holds, what it is."""

    source: str
    text: str = ""
    ids: tuple[str, ...] = ()
    kind: str = ""


@dataclass
class Tabular(Inline):
    """Writes tables; it remembers of each, in the order they are written, in which column its rows have their head."""

    row_heads: list[bool] = field(default_factory=list)
    rooms: list[float] = field(default_factory=list)
    laid: Layout = field(default_factory=lambda: Layout([1.0], 9.0))

    def body(self, nodes: Iterable[Node]) -> str:
        """Blocks inside a container, where no page can begin."""
        raise NotImplementedError

    def ids(self, node: Element) -> tuple[str, ...]:
        """The ids in this element that something links to."""
        return tuple(one.attrs["id"] for one in walk(node.children) if one.attrs.get("id", "") in self.wanted)

    def table(self, node: Element) -> list[Block]:
        """The block of a table; `wide` where it needs a landscape page."""
        columns, head, rows = grid(node)
        if not columns:
            return []
        self.row_heads.append(_headed(rows))
        before, self.cited = self.cited, cited(head, rows, self.references.at)
        room = _room(columns, [*head, *rows], self.cited)
        laid = layout(columns, head, rows, room)
        if is_concordance(node, columns):
            laid = kwic.columns([*head, *rows])
            rows = [kwic.fitted(row, laid.columns[1]) for row in rows]
        self.rooms = [
            letters * laid.size if side == "right" else 0.0
            for letters, side in zip(room, _sides(node, columns, rows), strict=True)
        ]
        self.laid = laid
        given = self._given(node, head, rows, laid)
        self.narrow, self.cited, self.room = NARROW, before, 0.0
        source = f"#measure-table({', '.join(filter(None, given))})"
        return [Block(source, text(node), self.ids(node), "wide" if laid.landscape else "table")]

    def _given(self, node: Element, head: list[list[Cell]], rows: list[list[Cell]], laid: Layout) -> list[str]:
        named = {
            "columns": f"({''.join(f'{room:.1f}pt, ' for room in laid.columns)})",
            "align": f"({', '.join(_sides(node, len(laid.columns), rows))},)",
            "head": str(len(head)),
            "size": f"{laid.size}pt",
            "reach": "0pt" if laid.landscape else "out",
            "tight": str(is_concordance(node, len(laid.columns))).lower(),
            "whole": str(_brief(head, rows)).lower(),
        }
        said = child(node, "caption")
        named["caption"] = f"[{self.inline(said.children)}]" if said and words(said) else "none"
        self.linking = False  # head rows come back on the next page, where nothing may be a link
        again = "" if _unnoted(head) else "repeat: false, "
        header = [f"table.header({again}{', '.join(map(self._row, head))})"] if head else []
        self.linking = True
        return [*(f"{name}: {value}" for name, value in named.items()), *header, *map(self._row, rows)]

    def _row(self, row: list[Cell]) -> str:
        long = any(self._lines(cell, column) > LONG for column, cell in enumerate(row))
        return ", ".join(self._cell(cell, column, long) for column, cell in enumerate(row))

    def _cell(self, cell: Cell, column: int, long: bool) -> str:
        if cell.element is None:
            return "table.cell(breakable: true)[]" if long else "[]"
        spans = {"colspan": cell.across, "rowspan": cell.down}
        named = [f"{name}: {span}" for name, span in spans.items() if span > 1]
        named += ["breakable: true"] if long else []
        self.narrow, self.room = (
            LONGEST + 4,
            self.rooms[column] if cell.across == 1 and column < len(self.rooms) else 0.0,
        )
        said = spoken(cell.element, self.body(cell.element.children))
        body = f"[{self.anchor(cell.element)}{said}{self._mark(cell.element)}]"
        return f"table.cell({', '.join(named)}){body}" if named else body

    def _lines(self, cell: Cell, column: int) -> float:
        room = self.laid.columns[min(column, len(self.laid.columns) - 1)]
        return width(words(cell.element)) * self.laid.size / room if cell.element else 0

    def _mark(self, cell: Element) -> str:
        """The number of a cell without a link that has it, or its room, so that numbers stand under each other."""
        if added := self.cited.added.get(id(cell), ""):
            return f"#ref-mark({quoted(added)}, room: {self.room:.1f}pt)"
        shown = any(id(one) in self.cited.at for one in walk(cell.children))
        return f"#h({self.room:.1f}pt)" if self.room and not shown else ""


def _headed(rows: list[list[Cell]]) -> bool:
    """Whether each row begins with its head."""
    firsts = [row[0].element for row in rows if row and row[0].element is not None]
    return bool(firsts) and all(one.tag == "th" for one in firsts if one)


def _unnoted(head: list[list[Cell]]) -> bool:
    """Whether no footnote is called in the head, which would be called again on each page."""
    cells = [cell.element for row in head for cell in row if cell.element]
    return not any(one.has("footnote-ref") for one in walk(cells))


def _brief(head: list[list[Cell]], rows: list[list[Cell]]) -> bool:
    said = sum(len(words(cell.element)) for row in [*head, *rows] for cell in row if cell.element)
    return len(rows) <= SHORT and said <= 1800


def _room(columns: int, rows: list[list[Cell]], shown: Cited) -> list[float]:
    """How many letters' width the numbers take in each column."""
    room = [0.0] * columns
    for row in rows:
        for column, cell in enumerate(row):
            if cell.element and cell.across == 1:
                marks = [shown.added.get(id(cell.element), "")]
                marks += [shown.at.get(id(one), "") for one in walk(cell.element.children)]
                longest = max((len(mark) for mark in marks if mark), default=-2)
                room[column] = max(room[column], 0.36 * (longest + 2))
    return room


def _sides(node: Element, columns: int, rows: list[list[Cell]]) -> list[str]:
    """Numbers right, signs in the middle; in a concordance words meet at the match."""
    if is_concordance(node, columns):
        return ["left", "right", "center", "left"]
    sides = ["left"] * columns
    for kind, side in (("num", "right"), ("sign", "center")):
        for column in of_kind(kind, rows):
            sides[column] = side
    return sides
