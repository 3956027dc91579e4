"""Units drawn for a person to code, as the files that `validation.read` reads."""

import csv
import io

import pandas as pd

from analysis import tables
from analysis.tables import ParameterError

COLUMNS = (
    *("document", "unit", "coded", "text", "topics", "hedged", "attributed", "frames", "loaded"),
    *("role", "start", "end"),
)
SHEETS = {
    "statements": ("document", "unit", "text", "kind", "speaker", "speaker_kind", "stance", "vehicle"),
    "actors": ("document", "unit", "text", "name", "kind"),
    "dates": ("document", "unit", "text", "value"),
    "hedges": ("document", "unit", "text", "kind"),
}
"""The files beside that of the units, for what is marked in them, and their columns."""
SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";"}


def sample(units: pd.DataFrame, documents: pd.DataFrame, number: int, *, seed: int) -> pd.DataFrame:
    """One row is one counted unit to code, in the order of the articles; what is to be coded is left empty.

    A simple random sample without replacement: each unit has the same chance, so that shares and agreement in the
    sample estimate those of the corpus. All units where there are no more than `number`. Line breaks and tabs in `text`
    stand as spaces. `ParameterError` when `number` is under 1.
    """
    if number < 1:
        raise ParameterError(f"a sample holds 1 unit or more, not {number}")
    counted = tables.counted(units)
    drawn = counted.sample(min(number, len(counted)), random_state=seed).sort_index()
    traced = tables.trace(drawn, documents, width=0)
    text = traced["text"].str.replace(r"\r\n|[\r\n\t]", " ", regex=True)
    blank = dict.fromkeys(("coded", "role", "topics", "hedged", "attributed", "frames", "loaded"), "")
    return traced.assign(text=text, **blank)[list(COLUMNS)].reset_index(drop=True)


def sheets(drawn: pd.DataFrame, separator: str = "tab") -> dict[str, bytes]:
    """File name → content: the drawn units, and a table with nothing but its heading for each kind of mark.

    With tabs as this package writes them, without quoting; with commas or semicolons as a spreadsheet opens them.
    """
    ending = "tsv" if separator == "tab" else "csv"
    blank = {name: pd.DataFrame(columns=list(columns)) for name, columns in SHEETS.items()}
    return {f"{name}.{ending}": written(frame, separator) for name, frame in {"units": drawn, **blank}.items()}


def written(frame: pd.DataFrame, separator: str = "tab") -> bytes:
    """The table as the content of a file."""
    rows = [list(frame.columns), *frame.itertuples(index=False, name=None)]
    if separator == "tab":
        return "".join("\t".join(map(str, row)) + "\n" for row in rows).encode("utf-8")
    lines = io.StringIO(newline="")
    csv.writer(lines, delimiter=SEPARATORS[separator]).writerows(rows)
    return lines.getvalue().encode("utf-8-sig")
