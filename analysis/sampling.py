"""Units drawn for a person to code, as the file that `validation.read` reads."""

import pandas as pd

from analysis import tables
from analysis.tables import ParameterError

COLUMNS = ("document", "unit", "start", "end", "role", "topics", "hedged", "frames", "loaded", "text")


def sample(units: pd.DataFrame, documents: pd.DataFrame, number: int, *, seed: int) -> pd.DataFrame:
    """One row is one counted unit to code, in the order of the articles; what is to be coded is left empty.

    A simple random sample without replacement: each unit has the same chance, so that shares and agreement in the
    sample estimate those of the corpus. All units where there are no more than `number`. Line breaks in `text` stand as
    spaces. `ParameterError` when `number` is under 1.
    """
    if number < 1:
        raise ParameterError(f"a sample holds 1 unit or more, not {number}")
    counted = tables.counted(units)
    drawn = counted.sample(min(number, len(counted)), random_state=seed).sort_index()
    traced = tables.trace(drawn, documents, width=0)
    text = traced["text"].str.replace(r"\r\n|[\r\n]", " ", regex=True)
    blank = dict.fromkeys(("role", "topics", "hedged", "frames", "loaded"), "")
    return traced.assign(text=text, **blank)[list(COLUMNS)].reset_index(drop=True)


def written(drawn: pd.DataFrame) -> str:
    """The sample as a table of tab-separated values, without quoting."""
    rows = [COLUMNS, *drawn.itertuples(index=False, name=None)]
    return "".join("\t".join(str(cell).replace("\t", " ") for cell in row) + "\n" for row in rows)
