"""A human reference coding, read: tab-separated tables of units and quotations."""

import csv
import re
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from analysis.tables import CodingError

UNITS = ("document", "unit", "start", "end", "role", "topics", "hedged", "frames", "loaded", "text")


QUOTES = ("document", "start", "end", "speaker", "cue", "kind", "text")


class Coding(NamedTuple):
    """A human coding: one row of `units` is a coded unit, one row of `quotes` a quotation."""

    units: pd.DataFrame
    quotes: pd.DataFrame


def read(folder: str | Path, documents: pd.DataFrame) -> Coding:
    """The coding in `folder`: units.tsv (or coding.tsv), and quotes.tsv or statements.tsv where there is one.

    Tab-separated, without quoting; cells of several values are joined with |. `CodingError` names the file and row
    of an offset that does not fit the articles.
    """
    path = Path(folder)
    files = [path / name for name in ("units.tsv", "coding.tsv") if (path / name).is_file()]
    if not files:
        raise CodingError(
            f"{path}: no units.tsv or coding.tsv in this folder; see seeds/coding/README.md for its columns"
        )
    units = _read(files[0], UNITS, documents, "text")
    quotes = [path / name for name in ("quotes.tsv", "statements.tsv") if (path / name).is_file()]
    return Coding(units, _read(quotes[0], QUOTES, documents, "text") if quotes else _none(QUOTES))


def _read(path: Path, columns: tuple[str, ...], documents: pd.DataFrame, words: str) -> pd.DataFrame:
    try:
        frame = pd.read_csv(
            path,
            sep="\t",
            quoting=csv.QUOTE_NONE,
            keep_default_na=False,
            dtype="str",
            encoding="utf-8-sig",
            skip_blank_lines=False,
        )
    except (ValueError, OSError) as reason:
        raise CodingError(f"{path.name} is no table of tab-separated UTF-8: {str(reason).strip()}") from None
    frame = frame.rename(columns={"type": "kind", "quote": "text"} if "quote" in frame.columns else {})
    for column in columns:
        if column not in frame.columns:
            raise CodingError(f"{path.name}: no column {column!r}; a coding has {', '.join(columns)}")
    texts = dict(documents[["document", "text"]].itertuples(index=False, name=None))
    frame = frame.fillna("")
    kept = frame["document"].isin(list(texts))
    for number, row in zip(frame.index[kept] + 2, frame[kept].to_dict("records"), strict=True):
        _fits(path.name, number, row, texts, words)
    return frame[kept].reset_index(drop=True).astype({"start": "int64", "end": "int64"})


def _fits(name: str, number: int, row: dict[Any, Any], texts: dict[str, str], words: str) -> None:
    if not (row["start"].isdecimal() and row["end"].isdecimal()):
        raise CodingError(f"{name}, row {number}: offsets are whole numbers, not {row['start']!r} and {row['end']!r}")
    there = texts[row["document"]][int(row["start"]) : int(row["end"])]
    if re.sub(r"\r\n|[\r\n]", " ", there) != row[words]:
        raise CodingError(
            f"{name}, row {number}: document {row['document']!r} has {there[:60]!r} at {row['start']}–{row['end']}, "
            f"the coding says {row[words][:60]!r}"
        )


def _none(columns: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame(
        {column: pd.Series(dtype="int64" if column in ("start", "end") else "str") for column in columns}
    )
