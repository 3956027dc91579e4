"""The tables behind every briefing, and their files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from analysis.briefing import publish

if TYPE_CHECKING:
    from analysis.reading import Reading

READ = ("documents", "units", "rules", "evidence", "statements", "actors", "dates", "quantities")
NAMES = (*READ, "claims", "facts", "discrepancies", "passages", "facts-proposal", "ledger")


def tables_of(
    corpus: str | Path, lexicons: str | Path | None = None, articles: Sequence[str] | None = None
) -> dict[str, pd.DataFrame]:
    """Name → table (documents, units … claims, facts … ledger) of a corpus; `articles` restricts it.

    `lexicons` is a folder of one's own lexicons, which add to the packaged ones or replace them. `facts-proposal` is
    what an analyst may edit and put beside the corpus as `facts.csv` (see `pins`).
    """
    from analysis import reading

    read = reading.read(corpus, lexicons, articles)
    made = read._asdict() | _told(read, corpus)
    return {name: made[name] for name in NAMES}


def _told(read: "Reading", corpus: str | Path) -> dict[str, pd.DataFrame]:
    """What the articles tell; where an event is too large, empty tables and a row of the ledger that says so."""
    from analysis import discrepancies, facts, pins, sharing, tables

    told = {"passages": sharing.find(read).passages}
    try:
        claims, found = facts.find(read, corpus)
    except facts.TooManyError as error:
        claims, found = tables.empty("claims"), tables.empty("facts")
        row = pd.DataFrame([{"document": "", "step": "facts", "reason": str(error)}]).astype("str")
        told["ledger"] = pd.concat([read.ledger, row], ignore_index=True)
    differing = discrepancies.find(read, claims, found) if len(found) else tables.empty("discrepancies")
    proposal = pins.proposed(claims, found, read.documents)
    return told | {"claims": claims, "facts": found, "discrepancies": differing, "facts-proposal": proposal}


def write_tables(tables: dict[str, pd.DataFrame], folder: str | Path) -> None:
    """One `<name>.csv` a table in the folder: UTF-8, lines that end in a line feed, each file whole or not there."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        written = table.to_csv(index=False, lineterminator="\n")
        publish.replace(folder / f"{name}.csv", written.encode("utf-8"))
