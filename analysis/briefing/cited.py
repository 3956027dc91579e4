"""Where a table shows the numbers of the evidence that its cells link to: once a row or column where they are one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from analysis.briefing.grid import Cell
from analysis.briefing.references import Reference
from analysis.briefing.tree import Element, walk, words

Places = list[tuple[Element, Reference]]


@dataclass
class Cited:
    """What stands at each link of a table (by its element), and the number added to a cell that has no such link."""

    at: dict[int, str] = field(default_factory=dict)
    added: dict[int, str] = field(default_factory=dict)


def cited(head: list[list[Cell]], body: list[list[Cell]], known: Mapping[str, Reference]) -> Cited:
    """Numbers stand at the row's head where all links of the row lead to one entry, else at the column's, else each."""
    made = Cited()
    heads = [_first_word(row[column]) for row in head[-1:] for column in range(len(row))]
    columns = _one_by_column(head, body, known)
    for row in body:
        links = [(column, *place) for column, cell in enumerate(row) for place in _links(cell, known)]
        letters = {words(cell.element) for cell in row if cell.element}
        if len(links) > 1 and len({reference.number for _, _, reference in links}) == 1:
            _at_row(made, row, links, heads, letters)
            continue
        for column, link, reference in links:
            alone = columns.get(column) == reference.number
            shown = reference.letter if alone and reference.letter not in letters else "" if alone else str(reference)
            made.at[id(link)] = shown
    for column, number in columns.items():
        if any(not made.at.get(id(link), "").startswith(str(number)) for link, _ in _column(body, column, known)):
            made.added[id(head[-1][column].element)] = str(number)
    return made


def _at_row(
    made: Cited, row: list[Cell], links: list[tuple[int, Element, Reference]], heads: list[str], letters: set[str]
) -> None:
    """The number with the first cell that has words, at its link where it has one; elsewhere a letter not yet told."""
    first = next(column for column, cell in enumerate(row) if cell.element and words(cell.element))
    told = False
    for column, link, reference in links:
        if column == first and not told:
            made.at[id(link)], told = str(reference.number), True
            continue
        head = heads[column] if column < len(heads) else ""
        made.at[id(link)] = "" if reference.letter in {head, *letters, ""} else reference.letter
    if not told:
        made.added[id(row[first].element)] = str(links[0][2].number)


def _one_by_column(head: list[list[Cell]], body: list[list[Cell]], known: Mapping[str, Reference]) -> dict[int, int]:
    """Column → the number of the only entry to which its links lead, where it has two or more, and a head."""
    found = {}
    for column, cell in enumerate(head[-1] if head else []):
        numbers = [reference.number for _, reference in _column(body, column, known)]
        if cell.element and words(cell.element) and cell.across == 1 and len(numbers) > 1 and len(set(numbers)) == 1:
            found[column] = numbers[0]
    return found


def _column(body: list[list[Cell]], column: int, known: Mapping[str, Reference]) -> Places:
    return [place for row in body if len(row) > column for place in _links(row[column], known)]


def _links(cell: Cell, known: Mapping[str, Reference]) -> Places:
    inside: Iterable[Element] = walk([cell.element]) if cell.element else ()
    named = ((one, one.attrs.get("href", "")[1:]) for one in inside if one.tag == "a")
    return [(one, known[name]) for one, name in named if name in known]


def _first_word(cell: Cell) -> str:
    return (words(cell.element).split() or [""])[0] if cell.element else ""
