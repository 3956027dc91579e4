"""Tables as people write them: tab-separated text, or CSV from a spreadsheet, with commas or semicolons."""

import csv
import io
import re
from pathlib import Path
from typing import NamedTuple

from analysis.records import OddArticle, decoded
from analysis.tables import CodingError

ENDINGS = (".tsv", ".csv")
_QUOTED = re.compile(r'(?:^|\t)"(?:[^"\t]|"")*?""(?:[^"\t]|"")*"(?=\t|\r?$)', re.MULTILINE)
"""A cell that a spreadsheet has put between marks, as its own marks are doubled. Our own files quote nothing."""


class Table(NamedTuple):
    """A file's name, its columns, and its rows with the numbers that a spreadsheet gives them."""

    name: str
    columns: tuple[str, ...]
    rows: list[tuple[int, dict[str, str]]]


def table(folder: Path, *stems: str) -> Table | None:
    """The table of one of these names in the folder (`units.tsv`, `units.csv` …), or None; `CodingError` if two are."""
    files = [folder / (stem + ending) for stem in stems for ending in ENDINGS]
    there = [file for file in files if file.is_file()]
    if len(there) > 1:
        raise CodingError(f"{folder} holds {there[0].name} and {there[1].name}, which say the same: keep one of them")
    return _read(there[0]) if there else None


def _read(path: Path) -> Table:
    lines = _lines(path)
    columns = tuple(name.strip().lower() for name in lines[0]) if lines else ()
    named = [name for name in columns if name]
    if not named:
        raise CodingError(f"{path.name} is empty: its first row names the columns")
    doubled = sorted({name for name in named if named.count(name) > 1})
    if doubled:
        raise CodingError(f"{path.name} has two columns named {doubled[0]!r}")
    rows = [
        (number, _row(path.name, number, columns, cells)) for number, cells in enumerate(lines[1:], 2) if any(cells)
    ]
    return Table(path.name, columns, rows)


def _lines(path: Path) -> list[list[str]]:
    """The cells of each row; tab, comma or semicolon, whichever the first row has most of."""
    try:
        text = decoded(path.read_bytes())[0]
    except (OddArticle, OSError) as reason:
        raise CodingError(f"{path.name} is no table of UTF-8 text: {reason}") from None
    heading = text.split("\n", 1)[0]
    separator = max("\t,;", key=heading.count)
    if separator == "\t" and not _QUOTED.search(text):
        return [line.removesuffix("\r").split("\t") for line in text.split("\n")]
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as reason:
        raise CodingError(f"{path.name} is no table: {reason}") from None


def _row(name: str, number: int, columns: tuple[str, ...], cells: list[str]) -> dict[str, str]:
    """The cells by column; a spreadsheet may leave out empty ones at the end, or add some."""
    beyond = [cell for cell in cells[len(columns) :] if cell.strip()]
    if beyond:
        raise CodingError(f"{name}, row {number}: {beyond[0][:40]!r} stands beyond the last of {len(columns)} columns")
    filled = [*cells, *[""] * (len(columns) - len(cells))]
    return {column: cell.strip(" \t\r\n") for column, cell in zip(columns, filled, strict=False) if column}
