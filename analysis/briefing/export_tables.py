"""The tables behind every briefing, and their files."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from analysis.briefing import publish

NAMES = ("documents", "units", "rules", "evidence", "statements", "actors", "dates", "quantities", "ledger")


def tables_of(
    corpus: str | Path, lexicons: str | Path | None = None, articles: Sequence[str] | None = None
) -> dict[str, pd.DataFrame]:
    """Name → table (documents, units, rules, evidence, statements … ledger) of a corpus; `articles` restricts it.

    `lexicons` is a folder of one's own lexicons, which add to the packaged ones or replace them.
    """
    from analysis import reading

    read = reading.read(corpus, lexicons, articles)._asdict()
    return {name: read[name] for name in NAMES}


def write_tables(tables: dict[str, pd.DataFrame], folder: str | Path) -> None:
    """One `<name>.csv` a table in the folder: UTF-8, lines that end in a line feed, each file whole or not there."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        written = table.to_csv(index=False, lineterminator="\n")
        publish.replace(folder / f"{name}.csv", written.encode("utf-8"))
