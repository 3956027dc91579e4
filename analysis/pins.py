"""`facts.csv` beside a corpus: what an analyst decided of its facts, which then wins."""

from pathlib import Path

import pandas as pd

from analysis import records, tables
from analysis.narrowing import Claim
from analysis.tables import CodingError

FILE = "facts.csv"
COLUMNS = ("fact", "statement", "document", "unit", "start", "end", "text")
NEEDED = ("fact", "document", "unit")


def read(path: str | Path | None, units: pd.DataFrame) -> pd.DataFrame:
    """One row is one stretch that an analyst gave to a fact: fact, document, unit, start, end, statement.

    `path` is the file, or the corpus whose folder holds `facts.csv`; without such a file there are no rows. The rows of
    one `fact` are all that tells it, under that name; a row without a fact says that its unit tells none. Without start
    and end the whole unit is meant. Only units that the file names are decided. Raises `CodingError`.
    """
    file = _file(Path(path)) if path else None
    if not file or not file.is_file():
        return _table([])
    own = {row[:2]: row[2:] for row in units[["document", "unit", "start", "end"]].itertuples(index=False, name=None)}
    try:
        rows = list(records.records(file))
    except tables.CorpusError as error:
        raise CodingError(str(error)) from None
    return _table([_pinned(f"{file}, row {place}", row, own) for place, row in rows])


def proposed(claims: pd.DataFrame, facts: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """What was found, as rows of a `facts.csv` for an analyst to change.

    One row is one claim: fact, statement (the fact's), document, unit, start, end, text (its words, for reading only).
    To name a fact, change `fact` in all of its rows; to merge two, give them one name; to split one, give some of its
    rows another; to word one, change `statement` in the first of its rows; to pin what is right, leave its rows:
    nothing else will tell it. Delete the rows of units that the machine may go on deciding.
    """
    order = {fact: place for place, fact in enumerate(facts["fact"])}
    stated = dict(zip(facts["fact"], facts["statement"], strict=True))
    traced = tables.trace(claims, documents)
    traced = traced.assign(statement=traced["fact"].map(stated), order=traced["fact"].map(order))
    return traced.sort_values(["order", "document", "start"], kind="stable", ignore_index=True)[list(COLUMNS)]


def proposal(claims: pd.DataFrame, facts: pd.DataFrame, documents: pd.DataFrame) -> str:
    """The rows of `proposed` as the text of a file."""
    return proposed(claims, facts, documents).to_csv(index=False, lineterminator="\n")


def save(path: str | Path, claims: pd.DataFrame, facts: pd.DataFrame, documents: pd.DataFrame) -> None:
    """Write the `proposal` to the file `path`; with an empty path nothing.

    Raises `CodingError` where the file is there and says something else: it may hold an analyst's work.
    """
    if not str(path):
        return
    file, text = Path(path), proposal(claims, facts, documents)
    if file.is_dir():
        raise CodingError(f"{file} is a folder; name a file in it, as {str(file / FILE)!r}")
    if file.exists() and file.read_text("utf-8") != text:
        raise CodingError(f"{file} is there already and differs from the proposal; name another file, or remove it")
    if not file.parent.is_dir():
        raise CodingError(f"{file} can't be written: there is no folder {str(file.parent)!r}")
    file.write_text(text, "utf-8", newline="")


def pinned(pins: pd.DataFrame) -> list[Claim]:
    """The claims that the file gives."""
    rows = pins.loc[pins["fact"] != "", ["document", "unit", "start", "end", "fact"]]
    return [
        Claim(document, unit, start, end, fact, 0.0, start, end)
        for document, unit, start, end, fact in rows.itertuples(index=False, name=None)
    ]


def stated(pins: pd.DataFrame, documents: pd.DataFrame) -> dict[str, str]:
    """The statement of each fact that an analyst worded: that of its first row, if it stands in no article."""
    texts = documents["text"].tolist()
    first = pins[pins["fact"] != ""].drop_duplicates("fact")
    return {
        fact: statement
        for fact, statement in first[["fact", "statement"]].itertuples(index=False, name=None)
        if statement and not any(statement in text for text in texts)
    }


def _file(path: Path) -> Path:
    if path.is_dir():
        return path / FILE
    return path if path.name == FILE else path.parent / FILE


def _pinned(place: str, row: dict[str, str], units: dict[tuple, tuple]) -> dict[str, object]:
    missing = [name for name in NEEDED if name not in row]
    if "articles" in row:
        raise CodingError(f"{place} is of the table of facts; what an analyst decides stands in a proposal of {FILE}")
    if missing:
        raise CodingError(f"{place} has no column {missing[0]!r}; needed are {', '.join(NEEDED)}")
    numbers = {name: _number(place, name, row.get(name, "")) for name in ("unit", "start", "end")}
    at = (row["document"].strip(), numbers["unit"])
    if at not in units:
        raise CodingError(f"{place} names unit {at[1]} of document {at[0]!r}, which the corpus does not have")
    start, end = units[at]
    for given, other in (("start", "end"), ("end", "start")):
        if numbers[given] >= 0 > numbers[other]:
            raise CodingError(f"{place} has {given} but no {other}; give both, or neither for the whole unit")
    whole = numbers["start"] < 0 and numbers["end"] < 0
    span = (start, end) if whole else (numbers["start"], numbers["end"])
    if not start <= span[0] < span[1] <= end:
        raise CodingError(f"{place}: {span[0]}–{span[1]} does not lie in unit {at[1]}, which is {start}–{end}")
    return {
        "fact": row["fact"].strip(),
        "document": at[0],
        "unit": at[1],
        "start": span[0],
        "end": span[1],
        "statement": row.get("statement", "").strip(),
    }


def _number(place: str, name: str, value: str) -> int:
    if not value.strip():
        return -1
    if not value.strip().isdecimal():
        raise CodingError(f"{place}: {name} is {value!r}, expected a whole number")
    return int(value)


def _table(rows: list[dict[str, object]]) -> pd.DataFrame:
    typed = dict.fromkeys(("fact", "document"), "str") | dict.fromkeys(("unit", "start", "end"), "int64")
    found = pd.DataFrame(rows, columns=[*typed, "statement"]).astype(typed | {"statement": "str"})
    return found.drop_duplicates(list(typed), ignore_index=True)
