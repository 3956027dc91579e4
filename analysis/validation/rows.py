"""The rows of a coding's tables, each checked and with the place of its words in the article."""

from bisect import bisect_right
from collections.abc import Callable
from typing import Any

import pandas as pd

from analysis.tables import CodingError
from analysis.validation import vocabulary, words
from analysis.validation.files import Table

Row = dict[Any, Any]

_OTHER_NAMES = {"type": "kind", "quote": "text"}
"""What columns were called before."""


def units(table: Table, columns: tuple[str, ...], texts: dict[str, str]) -> pd.DataFrame:
    """One row is a unit of the table, in one of these articles (document → text)."""
    require(table, "document", "unit")
    _require_words(table)
    found = []
    for number, row in table.rows:
        if row["document"] in texts:
            where, article = f"{table.name}, row {number}", texts[row["document"]]
            vocabulary.check(where, "units", row)
            found.append(_placed(where, row, article, (0, len(article), f"document {row['document']!r}")))
    frame = _frame(found, columns)
    for row in frame[frame.duplicated(["document", "unit"])].to_dict("records"):
        raise CodingError(f"{table.name} lists unit {row['unit']!r} of document {row['document']!r} twice")
    return frame


def marked(
    table: Table | None, name: str, columns: tuple[str, ...], texts: dict[str, str], units: pd.DataFrame
) -> pd.DataFrame:
    """One row is something that was marked in one of these articles; a row may name the unit to look for it in."""
    if table is None:
        return _frame([], columns)
    table = _renamed(table)
    require(table, "document", *vocabulary.NEEDED[name])
    _require_words(table)
    bounds = {(row.document, row.unit): (row.start, row.end) for row in units.itertuples()}
    found = []
    for number, row in table.rows:
        if row["document"] in texts:
            where, article = f"{table.name}, row {number}", texts[row["document"]]
            vocabulary.check(where, name, row)
            found.append(_placed(where, row, article, _stretch(where, row, article, bounds)))
    return _frame(found, columns)


def within(rows: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """The rows that begin in one of these units."""
    at = unit_at(units)
    places = rows[["document", "start"]].itertuples(index=False, name=None)
    kept = [at(document, start) is not None for document, start in places]
    return rows[pd.Series(kept, rows.index, dtype=bool)].reset_index(drop=True)


def unit_at(units: pd.DataFrame) -> Callable[[str, int], Row | None]:
    """A function of an article and a place in it: the unit there, or None."""
    spans: dict[str, list[Row]] = {}
    for row in units.sort_values(["document", "start"], kind="stable").to_dict("records"):
        spans.setdefault(row["document"], []).append(row)
    starts = {document: [row["start"] for row in held] for document, held in spans.items()}

    def at(document: str, place: int) -> Row | None:
        before = bisect_right(starts.get(document, []), place) - 1
        unit = spans[document][before] if before >= 0 else None
        return unit if unit and place < unit["end"] else None

    return at


def require(table: Table, *columns: str) -> None:
    """Nothing, or `CodingError`: which of these columns the table lacks."""
    for column in columns:
        if column not in table.columns:
            raise CodingError(f"{table.name}: no column {column!r}; it has {', '.join(filter(None, table.columns))}")


def _require_words(table: Table) -> None:
    if not {"start", "end"} <= set(table.columns):
        require(table, "text")


def _renamed(table: Table) -> Table:
    named = [
        (number, {_OTHER_NAMES.get(column, column): cell for column, cell in row.items()}) for number, row in table.rows
    ]
    return table._replace(columns=tuple(_OTHER_NAMES.get(column, column) for column in table.columns), rows=named)


def _stretch(
    where: str, row: dict[str, str], article: str, bounds: dict[tuple[str, str], tuple[int, int]]
) -> tuple[int, int, str]:
    """Where to look for the words of a row: its unit if it names one, else the whole article."""
    document, unit = row["document"], row.get("unit", "")
    if not unit:
        return 0, len(article), f"document {document!r}"
    if (document, unit) not in bounds:
        raise CodingError(f"{where}: the table of units lists no unit {unit!r} of document {document!r}")
    return *bounds[document, unit], f"unit {unit!r} of document {document!r}"


def _placed(where: str, row: dict[str, str], article: str, stretch: tuple[int, int, str]) -> Row:
    start, end = words.span(where, article, row, stretch)
    text, speaker = words.one_line(article[start:end]), row.get("speaker", "")
    return {**row, "start": start, "end": end, "text": text, "speaker": "" if speaker == "none" else speaker}


def _frame(rows: list[Row], columns: tuple[str, ...]) -> pd.DataFrame:
    types = {column: "int64" if column in ("start", "end") else "str" for column in columns}
    held = [{column: row.get(column, "") for column in columns} for row in rows]
    return pd.DataFrame(held, columns=list(columns)).astype(types)
