"""A notebook in the language of its briefing: its explanations, block by block, before it is executed."""

import copy
import re
from collections.abc import Iterator
from typing import Any

from analysis import language

_FENCED = re.compile(r"(^(`{3,}|~{3,}).*?^\2[^\n]*$)", re.MULTILINE | re.DOTALL)
_BREAK = re.compile(r"(\n[ \t]*\n\s*|\n(?=\s*(?:#{1,6}|[-*+]|\d+[.)]|>)\s))")
_HEADING = re.compile(r"(\n)")
_MARK = re.compile(r"\s*(?:(?:#{1,6}|[-*+]|\d+[.)]|>)\s+)?")


def translated(notebook: Any, spoken: str) -> Any:
    """A copy of the notebook, its Markdown in this language; a block that no catalogue knows stays as it is."""
    made = copy.deepcopy(notebook)
    with language.speaking(spoken):
        for cell in made.cells:
            if cell.cell_type == "markdown":
                cell.source = "".join(_said(part) for part in _parts(cell.source))
    return made


def blocks(source: str) -> list[str]:
    """The messages of a Markdown cell: headings, paragraphs and items of lists, without their marks, each on a line.

    >>> blocks("## What we found\\n\\nOne line\\nand another.\\n\\n- first\\n- second")
    ['What we found', 'One line and another.', 'first', 'second']
    """
    return [_message(part) for part in _parts(source) if not _FENCED.match(part) and _message(part)]


def _parts(source: str) -> Iterator[str]:
    """The blocks, the code between fences, and what parts them: joined, the source again."""
    for place, outside in enumerate(_FENCED.split(source)):
        if place % 3 == 0:
            for part in _BREAK.split(outside):
                yield from _HEADING.split(part, maxsplit=1) if part.startswith("#") else [part]
        elif place % 3 == 1:
            yield outside


def _said(part: str) -> str:
    if _FENCED.match(part) or not part.strip():
        return part
    message = _message(part)
    found = language.rendered(message)
    return part if found == message else _mark(part) + found + part[len(part.rstrip()) :]


def _message(part: str) -> str:
    return " ".join(part[len(_mark(part)) :].split())


def _mark(part: str) -> str:
    found = _MARK.match(part)
    return found.group() if found else ""
