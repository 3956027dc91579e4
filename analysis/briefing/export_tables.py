"""The tables behind every briefing, and their files."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from analysis.briefing import publish

READ = ("documents", "units", "rules", "evidence", "statements", "actors", "dates", "quantities")
NAMES = (*READ, "claims", "facts", "discrepancies", "passages", "facts-proposal", "ledger")


def tables_of(
    corpus: str | Path, lexicons: str | Path | None = None, articles: Sequence[str] | None = None
) -> dict[str, pd.DataFrame]:
    """Name → table (documents, units … claims, facts … ledger) of a corpus; `articles` restricts it.

    `lexicons` is a folder of one's own lexicons, which add to the packaged ones or replace them. `facts-proposal` is
    what an analyst may edit and put beside the corpus as `facts.csv` (see `pins`).
    """
    from analysis import discrepancies, facts, pins, reading, sharing

    read = reading.read(corpus, lexicons, articles)
    claims, found = facts.find(read, corpus)
    told = {
        "claims": claims,
        "facts": found,
        "discrepancies": discrepancies.find(read, claims, found),
        "passages": sharing.find(read).passages,
        "facts-proposal": pins.proposed(claims, found, read.documents),
    }
    made = read._asdict() | told
    return {name: made[name] for name in NAMES}


def write_tables(tables: dict[str, pd.DataFrame], folder: str | Path) -> None:
    """One `<name>.csv` a table in the folder: UTF-8, lines that end in a line feed, each file whole or not there."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        written = table.to_csv(index=False, lineterminator="\n")
        publish.replace(folder / f"{name}.csv", written.encode("utf-8"))
