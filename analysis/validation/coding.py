"""A human reference coding, read: the units that were coded, and what was marked in them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.tables import CodingError
from analysis.validation import files, rows
from analysis.validation.files import Table

UNITS = ("document", "unit", "start", "end", "text", "role", "topics", "hedged", "attributed", "frames", "loaded")
STATEMENTS = ("document", "start", "end", "text", "kind", "speaker", "speaker_kind", "stance", "vehicle")
MARKED = {
    "statements": STATEMENTS,
    "actors": ("document", "start", "end", "text", "name", "kind"),
    "dates": ("document", "start", "end", "text", "value"),
    "hedges": ("document", "start", "end", "text", "kind"),
}
"""The tables of what was marked, and their columns."""
OPTIONAL = {"units": UNITS[5:], "statements": ("speaker", "speaker_kind", "stance", "vehicle")}
"""Columns that are judged where they hold anything."""
LEFT = ("related", "credit")
"""Roles that are coded nowhere and judged nowhere: link lines and credits."""
REPORTS, CUTS = "reports", "cuts"
"""Coded as well: statements without marks, and where units begin and end."""

_FILES = {"statements": ("statements", "quotes")}
_ASKED = {CUTS: "where units begin and end", "role": "roles", "topics": "topics", "frames": "frames"}
_ASKED |= {"hedged": "whether a unit is hedged", "attributed": "to whom units attribute", "loaded": "loaded words"}
_OF_STATEMENTS = {"speaker": "speakers", "speaker_kind": "kinds of speakers", "stance": "stance", "vehicle": "vehicles"}
_OF_STATEMENTS |= {REPORTS: "reports without marks"}
_ASKED |= {"statements": "statements", "actors": "actors", "dates": "dates", "hedges": "hedging words"}


class Coding(NamedTuple):
    """A human coding. One row of `units` is a unit that was coded, of the others one thing that was marked in one."""

    units: pd.DataFrame
    statements: pd.DataFrame
    actors: pd.DataFrame
    dates: pd.DataFrame
    hedges: pd.DataFrame
    names: pd.DataFrame
    """One row is a `name` of the coding and another name for it, `also`."""
    coded: frozenset[str]
    """What was coded at all: tables and columns that hold something. Only these are judged."""
    notes: tuple[str, ...]
    """Sentences on rows that cannot be judged."""


def read(folder: str | Path, documents: pd.DataFrame) -> Coding:
    """The coding in `folder`, as far as it speaks of these articles; seeds/coding/README.md says what files it holds.

    A column or table without any value was not coded. `CodingError` names file and row of what is not as expected.
    """
    path = Path(folder)
    listed = files.table(path, "units", "coding")
    if listed is None:
        raise CodingError(
            f"{path}: no units.tsv, units.csv or coding.tsv in this folder; see seeds/coding/README.md for its columns"
        )
    tables = {name: files.table(path, *_FILES.get(name, (name,))) for name in MARKED}
    texts = dict(documents[["document", "text"]].itertuples(index=False, name=None))
    every = rows.units(listed, (*UNITS, "coded"), texts)
    units = every[every["coded"] == "1"] if "coded" in listed.columns else every
    marked = {name: rows.marked(tables[name], name, MARKED[name], texts, every) for name in MARKED}
    kept = {name: rows.within(frame, units) for name, frame in marked.items()}
    notes = [_unread(listed, texts), _blank(listed.name, every, units)]
    notes += [_outside(table, len(marked[name]) - len(kept[name])) for name, table in tables.items() if table]
    return Coding(
        units[list(UNITS)].reset_index(drop=True),
        **kept,
        names=_names(path),
        coded=frozenset(_coded(listed, units, tables, kept["statements"])),
        notes=tuple(filter(None, notes)),
    )


def _coded(
    listed: Table, units: pd.DataFrame, tables: dict[str, Table | None], statements: pd.DataFrame
) -> Iterator[str]:
    """The tables with rows and the columns with values; reports unless the statements are quotations only; and cuts."""
    yield from (name for name, table in tables.items() if table and table.rows)
    yield from (column for column in OPTIONAL["units"] if (units[column] != "").any())
    yield from (column for column in OPTIONAL["statements"] if (statements[column] != "").any())
    said = tables["statements"]
    if said and said.name.startswith("statements"):
        yield REPORTS
    if "coded" not in listed.columns:
        yield CUTS


def uncoded(coding: Coding) -> list[str]:
    """What the coding says nothing about, in words, and what is therefore not judged."""
    asked = _ASKED | (_OF_STATEMENTS if "statements" in coding.coded else {})
    return [words for name, words in asked.items() if name not in coding.coded]


def _names(path: Path) -> pd.DataFrame:
    table = files.table(path, "names")
    if table:
        rows.require(table, "name", "also")
    pairs = [
        {"name": row["name"], "also": other.strip()}
        for _, row in (table.rows if table else [])
        for other in row["also"].split("|")
        if other.strip()
    ]
    return pd.DataFrame(pairs, columns=["name", "also"], dtype="str")


def _unread(table: Table, texts: dict[str, str]) -> str:
    others = list(dict.fromkeys(row["document"] for _, row in table.rows if row["document"] not in texts))
    more = f" and {len(others) - 3} more" if len(others) > 3 else ""
    return f"{table.name} speaks of articles that were not read: {', '.join(others[:3])}{more}." if others else ""


def _blank(name: str, every: pd.DataFrame, units: pd.DataFrame) -> str:
    return f"{name}: no unit has 1 in the column coded." if len(every) and units.empty else ""


def _outside(table: Table, count: int) -> str:
    return f"{table.name}: {count} row{'s' * (count > 1)} in no unit that is coded, not judged." if count else ""
