"""One row per record of a .csv, .jsonl or .parquet file, every value a text, and bytes as text."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

from analysis.tables import CorpusError

COLUMNS = ("document", "id", "text", "label", "outlet", "title", "author", "published", "url", "lang")
"""What is read of a .jsonl or .parquet file; other columns are not looked at."""

BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
Record = tuple[int, dict[str, str]]


class OddArticle(Exception):  # noqa: N818
    """Why an article is left out."""


def records(file: Path) -> Iterator[Record]:
    """Each record with its number: the row of a spreadsheet (.csv), the line (.jsonl) or the row (.parquet)."""
    readers = {".csv": _csv, ".jsonl": _jsonl, ".parquet": _parquet}
    if not file.is_file():
        raise CorpusError(f"{file} is neither a folder nor a file")
    if file.suffix.lower() not in readers:
        raise CorpusError(f"{file} is no corpus: give a folder of .txt files, or one {', '.join(readers)} file")
    return readers[file.suffix.lower()](file)


def decoded(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: by byte order mark, else UTF-8, else Windows-1252."""
    for mark, encoding in BOMS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding), f"{encoding} with byte order mark"
            except UnicodeDecodeError:
                raise OddArticle(f"says it is {encoding} and is not") from None
    if b"\0" in content:
        halves = max(content[0::2].count(0), content[1::2].count(0))
        wide = halves > len(content) / 8
        raise OddArticle("UTF-16 without byte order mark: save it as UTF-8" if wide else "not text: it holds NUL bytes")
    for encoding in ("utf-8", "cp1252"):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise OddArticle("neither UTF-8 nor Windows-1252")


def _csv(file: Path) -> Iterator[Record]:
    """Each row with its number, the heading being row 1; comma, semicolon or tab as the heading has it."""
    text = _whole(file)
    heading = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=heading.count)
    limit = csv.field_size_limit(len(text) + 1)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise CorpusError(f"{file} is no CSV file: {error}") from None
    finally:
        csv.field_size_limit(limit)
    names = [name.strip() for name in rows[0]] if rows else []
    if len(set(names)) < len(names):
        raise CorpusError(f"{file} has two columns of one name: {', '.join(names)}")
    for place, row in enumerate(rows[1:], start=2):
        if row and len(row) != len(names):
            raise CorpusError(f"{file}, row {place} has {len(row)} cells, expected {len(names)}")
        if any(row):
            yield place, dict(zip(names, row, strict=True))


def _jsonl(file: Path) -> Iterator[Record]:
    for place, line in enumerate(_whole(file).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line, parse_int=str, parse_float=str, parse_constant=str)
        except (ValueError, RecursionError):
            raise CorpusError(f"{file}, row {place} is not JSON") from None
        if not isinstance(row, dict):
            raise CorpusError(f"{file}, row {place} is not a JSON object")
        wanted = {name: row[name] for name in COLUMNS if name in row}
        odd = [name for name, value in wanted.items() if value is not None and not isinstance(value, str)]
        if odd:
            raise CorpusError(f"{file}, row {place}: {odd[0]} is neither text nor a number")
        yield place, {name: value or "" for name, value in wanted.items()}


def _parquet(file: Path) -> Iterator[Record]:
    import pyarrow
    import pyarrow.parquet

    try:
        table = pyarrow.parquet.ParquetFile(file).read()
        names = [name for name in COLUMNS if name in table.column_names]
        columns = [table.column(name).cast(pyarrow.string()).to_pylist() for name in names]
    except (pyarrow.ArrowException, ValueError, OSError) as error:
        raise CorpusError(f"{file} is no parquet file of text columns: {str(error).splitlines()[0]}") from None
    for place, row in enumerate(zip(*columns, strict=True), start=1):
        yield place, {name: value or "" for name, value in zip(names, row, strict=True)}


def _whole(file: Path) -> str:
    try:
        return decoded(file.read_bytes())[0]
    except OddArticle as reason:
        raise CorpusError(f"{file} cannot be read: {reason}") from None
    except OSError as error:
        raise CorpusError(f"{file} cannot be opened: {error.strerror}") from None
