"""A table's cells as rows without gaps or overlaps, whatever spans its source claims."""

from collections import Counter
from dataclasses import dataclass

from analysis.briefing.tree import Element, words

WIDEST = 60


@dataclass
class Cell:
    """One cell: its element (None where the source has a hole) and the columns and rows it takes."""

    element: Element | None
    across: int = 1
    down: int = 1


def grid(table: Element) -> tuple[int, list[list[Cell]], list[list[Cell]]]:
    """Number of columns, head rows, body rows; every row is full, no cell leaves its part of the table."""
    head = [row for part in table.children if _is(part, "thead") for row in _rows(part)]  # type: ignore[arg-type]
    body = [row for row in _rows(table) if all(row is not other for other in head)]
    columns = max([_width(row) for row in [*head, *body]], default=0)
    while True:
        laid = _laid(head, columns), _laid(body, columns)
        missing = max(laid[0][1], laid[1][1])
        if not missing:
            return columns, laid[0][0], laid[1][0]
        columns += missing


def of_kind(kind: str, rows: list[list[Cell]]) -> list[int]:
    """The columns where at least half of the cells with words are of a class, such as `num` for numbers."""
    numbers: Counter[int] = Counter()
    filled: Counter[int] = Counter()
    for row in rows:
        for column, cell in enumerate(row):
            if cell.element and words(cell.element):
                filled[column] += 1
                numbers[column] += cell.element.has(kind)
    return [column for column in sorted(numbers) if numbers[column] and numbers[column] * 2 >= filled[column]]


def _width(row: Element) -> int:
    """The columns a row asks for; of spans beyond what a page could hold, one is believed."""
    asked = [_span(cell, "colspan") for cell in _cells(row)]
    return sum(asked) if sum(asked) <= WIDEST else len(asked)


def _laid(rows: list[Element], columns: int) -> tuple[list[list[Cell]], int]:
    """Cells placed as HTML does, from the left, around what hangs down from above; and how many found no room."""
    hanging = [0] * columns
    laid, missing = [], 0
    for number, row in enumerate(rows):
        made = _row(_cells(row), hanging, len(rows) - number)
        missing = max(missing, len(_cells(row)) - sum(1 for cell in made if cell.element))
        hanging = [max(0, left - 1) for left in hanging]
        laid.append(made)
    return laid, missing


def _row(waiting: list[Element], hanging: list[int], below: int) -> list[Cell]:
    made: list[Cell] = []
    at = 0
    while at < len(hanging):
        if hanging[at]:
            at += 1
            continue
        element = waiting.pop(0) if waiting else None
        room = next((end for end in range(at, len(hanging)) if hanging[end]), len(hanging)) - at
        across = max(1, min(_span(element, "colspan"), room - len(waiting)))
        down = min(_span(element, "rowspan"), below)
        made.append(Cell(element, across, down))
        hanging[at : at + across] = [down] * across
        at += across
    return made


def _rows(part: Element) -> list[Element]:
    rows = []
    for child in part.children:
        if _is(child, "tr"):
            rows.append(child)
        elif isinstance(child, Element) and child.tag in ("thead", "tbody", "tfoot"):
            rows += _rows(child)
    return rows  # type: ignore[return-value]


def _cells(row: Element) -> list[Element]:
    return [child for child in row.children if isinstance(child, Element) and child.tag in ("td", "th")]


def _is(node: Element | str, tag: str) -> bool:
    return isinstance(node, Element) and node.tag == tag


def _span(element: Element | None, name: str) -> int:
    return int(element.attrs.get(name, "1")) if element else 1
