"""The messages of the notebooks: their explanations, and the captions and headings of what they show."""

import ast
from collections.abc import Iterator
from pathlib import Path

import messages
import nbformat

from analysis import display
from analysis.briefing import translation

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
MECHANICS = {
    "table": {"opens", "by", "to"},
    "matrix": {"value", "of"},
}
"""Arguments of the functions of `display` that nobody reads."""


def said() -> dict[str, str]:
    """Message → notebook and cell in which it stands first."""
    found: dict[str, str] = {}
    for path in NOTEBOOKS:
        for number, cell in enumerate(nbformat.read(path, 4).cells):
            for message in _of(cell):
                found.setdefault(message, f"{path.stem}, cell {number}")
    return found


def _of(cell) -> Iterator[str]:
    if cell.cell_type == "markdown":
        yield from translation.blocks(cell.source)
    if cell.cell_type == "code":
        tree = ast.parse(cell.source)
        yield from (message for (message, _), _ in messages.within(tree))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            yield from _handed(call)


def _handed(call: ast.Call) -> Iterator[str]:
    """What a call of `show` hands over to be read."""
    owner, name = _called(call)
    if owner == "show":
        skipped = MECHANICS.get(name, set())
        yield from (word for key, word in _words(call) if key and key not in skipped)
    if (owner, name) == ("show", "table"):
        yield from _headings(call)


def _called(call: ast.Call) -> tuple[str, str]:
    if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name):
        return call.func.value.id, call.func.attr
    return "", ""


def _words(call: ast.Call) -> Iterator[tuple[str, str]]:
    for keyword in call.keywords:
        if isinstance(keyword.value, ast.Constant) and isinstance(keyword.value.value, str) and keyword.value.value:
            yield keyword.arg or "", keyword.value.value


def _headings(call: ast.Call) -> Iterator[str]:
    """The headings that the house gives to columns which the call does not name otherwise."""
    given = {keyword.arg for keyword in call.keywords}
    columns = call.args[1].value if isinstance(call.args[1], ast.Constant) else ""
    yield from (display.heading(name) for name in columns.split() if name not in given)
