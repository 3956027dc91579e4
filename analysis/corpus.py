"""Articles from a folder of .txt files, or from one .csv, .jsonl or .parquet file, as the table `documents`.

A text is kept as it stands in its file, line ends included, less a byte order mark. An odd article is left out
and said so in a ledger; metadata that contradict one another or the files are refused.
"""

import hashlib
import re
import stat
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import count, product
from pathlib import Path
from string import ascii_uppercase

import pandas as pd

from analysis import tables
from analysis.records import OddArticle, decoded, records
from analysis.tables import CorpusError

LIMIT = 5_000_000
"""The longest article that is read, in bytes."""

METADATA = ("label", "outlet", "title", "author", "published", "url", "lang")
DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?")
FUNCTION_WORDS = {
    "fr": re.compile(
        r"\b(?:au|aux|avec|ce|dans|de|des|du|elle|est|et|il|la|le|les|leur|ne|par|pour|que|qui|sur|une)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:and|are|as|by|for|from|has|have|he|his|in|is|it|of|that|the|their|to|was|were|which|with)\b",
        re.IGNORECASE,
    ),
}
"""Words too common to avoid, by which an article's language is guessed."""

LEFT_OUT = "left out"
"""The ledger's step for an article that is not read."""

Ledger = list[dict[str, str]]


def read(path: str | Path, articles: Sequence[str] | None = None) -> pd.DataFrame:
    """One row per article (`documents`); `articles` keeps these labels or documents only.

    Raises `CorpusError` when nothing can be read, a label or document stands twice, `articles.csv` names an
    article that is not there, or `published` is no ISO date.
    """
    return read_with_ledger(path, articles)[0]


def read_with_ledger(path: str | Path, articles: Sequence[str] | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The table `documents`, and a ledger: one row per step (encoding, language, left out) taken on an article."""
    source, ledger = Path(path), Ledger()
    rows = list(_folder(source, ledger) if source.is_dir() else _table(source, ledger))
    if not rows:
        left_out = [row for row in ledger if row["step"] == LEFT_OUT]
        reasons = "".join(f"; {row['document']}: {row['reason']}" for row in left_out[:3])
        raise CorpusError(f"{path} holds no article that can be read{reasons}")
    rows.sort(key=lambda row: row["document"])
    _label(rows, source)
    documents = tables.table("documents", [_with_language(row, ledger) for row in rows])
    return _chosen(documents, articles), _ledger(ledger)


def _ledger(rows: Ledger) -> pd.DataFrame:
    ordered = sorted(rows, key=lambda row: (row["document"], row["step"], row["reason"]))
    return pd.DataFrame(ordered, columns=["document", "step", "reason"], dtype="str")


# --- a folder of .txt files


def _folder(folder: Path, ledger: Ledger) -> Iterator[dict[str, str]]:
    files: dict[str, Path] = {}
    for file in sorted(folder.iterdir()):
        if file.suffix.lower() == ".txt" and not file.name.startswith("."):
            document = unicodedata.normalize("NFC", file.stem)
            if document in files:
                raise CorpusError(
                    f"{folder} holds two files for document {document!r}: {files[document].name}, {file.name}"
                )
            files[document] = file
    if not files:
        raise CorpusError(f"{folder} holds no .txt file (folders inside it are not searched)")
    metadata = _articles(folder / "articles.csv", files)
    for document, file in files.items():
        try:
            _printable(document, "name")
            content = _content(file, folder)
            text, encoding = decoded(content)
            ledger.append({"document": document, "step": "encoding", "reason": encoding})
            yield _article({**metadata.get(document, {}), "document": document, "text": text}, content)
        except OddArticle as reason:
            _leave_out(document, reason, ledger)


def _articles(file: Path, files: Mapping[str, Path]) -> dict[str, dict[str, str]]:
    """The rows of articles.csv by document."""
    if not file.exists():
        return {}
    found: dict[str, dict[str, str]] = {}
    for place, row in records(file):
        document = _identity(row, place, file)
        if document not in files:
            raise CorpusError(f"{file}, row {place}: there is no file {document}.txt")
        if document in found:
            raise CorpusError(f"{file}, row {place}: document {document!r} stands there twice")
        found[document] = _metadata(row, place, file)
    return found


def _content(file: Path, folder: Path) -> bytes:
    """The bytes of an ordinary file of the folder that is not too long."""
    try:
        real = file.resolve(strict=True)
        if not real.is_relative_to(folder.resolve()):
            raise OddArticle("a link to a file outside the folder")
        status = real.stat()
        if not stat.S_ISREG(status.st_mode):
            raise OddArticle("not an ordinary file")
        if status.st_size > LIMIT:
            raise OddArticle(f"longer than {LIMIT:,} bytes")
        return real.read_bytes()
    except (OSError, RuntimeError) as error:
        raise OddArticle(
            f"cannot be opened ({getattr(error, 'strerror', None) or 'a link that leads nowhere'})"
        ) from None


# --- one file with a row per article


def _table(file: Path, ledger: Ledger) -> Iterator[dict[str, str]]:
    seen: dict[str, int] = {}
    for place, row in records(file):
        document = _identity(row, place, file)
        if "text" not in row:
            raise CorpusError(f"{file}, row {place} has no column 'text'; it has {', '.join(row)}")
        if document in seen:
            raise CorpusError(f"{file}, row {place}: document {document!r} already stands in row {seen[document]}")
        seen[document] = place
        metadata = _metadata(row, place, file)
        try:
            _printable(document, "name")
            text = row["text"].removeprefix("\ufeff")
            yield _article({**metadata, "document": document, "text": text})
        except OddArticle as reason:
            _leave_out(document, reason, ledger)


# --- one article


def _identity(row: Mapping[str, str], place: int, file: Path) -> str:
    """The row's `document`, else its `id`."""
    for name in ("document", "id"):
        if name in row:
            if not row[name].strip():
                raise CorpusError(f"{file}, row {place}: {name} is empty")
            return unicodedata.normalize("NFC", row[name].strip())
    raise CorpusError(f"{file}, row {place} has no column 'document'; it has {', '.join(row)}")


def _metadata(row: Mapping[str, str], place: int, file: Path) -> dict[str, str]:
    """What the row says about the article; empty where it says nothing."""
    found = {name: row.get(name, "").strip() for name in METADATA}
    for name, value in found.items():
        try:
            _printable(value, name)
        except OddArticle as reason:
            raise CorpusError(f"{file}, row {place}: {reason}") from None
    if found["published"] and not _is_date(found["published"]):
        raise CorpusError(
            f"{file}, row {place}: published is {found['published']!r}, expected a date such as 2023-09-14 or nothing"
        )
    found["lang"] = re.split("[-_]", found["lang"])[0].lower()
    if found["lang"] and not re.fullmatch("[a-z]{2,3}", found["lang"]):
        raise CorpusError(f"{file}, row {place}: lang is {row['lang']!r}, expected a code such as fr or en")
    return found


def _is_date(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return DATE.fullmatch(value) is not None


def _article(row: dict[str, str], content: bytes | None = None) -> dict[str, str]:
    """The row with its sha256: of the file's bytes, or of the text in UTF-8."""
    text = row["text"]
    _printable(text, "text")
    if not re.search(r"\w", text):
        raise OddArticle("empty: it holds no word")
    content = text.encode() if content is None else content
    if len(content) > LIMIT:
        raise OddArticle(f"longer than {LIMIT:,} bytes")
    return {**row, "sha256": hashlib.sha256(content).hexdigest()}


def _printable(value: str, name: str) -> None:
    if "\0" in value:
        raise OddArticle(f"its {name} holds NUL characters")
    if re.search("[\ud800-\udfff]", value):
        raise OddArticle(f"its {name} holds half characters (lone surrogates)")


def _leave_out(document: str, reason: Exception, ledger: Ledger) -> None:
    name = document.encode("utf-8", "backslashreplace").decode()
    ledger.append({"document": name, "step": LEFT_OUT, "reason": str(reason)})


def _with_language(row: dict[str, str], ledger: Ledger) -> dict[str, str]:
    if row.get("lang"):
        return row
    lang = language(row["text"])
    reason = f"guessed from its function words: {lang}" if lang else "neither French nor English by its function words"
    ledger.append({"document": row["document"], "step": "language", "reason": reason})
    return {**row, "lang": lang}


def language(text: str) -> str:
    """`fr` or `en` if one word in eight is a function word of it, and twice as many as of the other; else empty.

    >>> language("Le président est arrivé dans la ville"), language("The president is in the city"), language("Ciao")
    ('fr', 'en', '')
    """
    text = re.sub(r"(?<!\S)\S*(?:://|www\.)\S*", " ", text[:20_000])
    words = len(re.findall(r"[^\W\d_]+", text))
    hits = {lang: len(known.findall(text)) for lang, known in FUNCTION_WORDS.items()}
    first, second = sorted(hits, key=lambda lang: (-hits[lang], lang))
    return first if hits[first] >= max(words / 8, 2 * hits[second], 2) else ""


# --- labels and the choice of articles


def _label(rows: list[dict[str, str]], path: Path) -> None:
    """Give A, B, … Z, AA, … to the articles without a label, in the order of the documents."""
    taken: dict[str, str] = {}
    for row in rows:
        label = row.get("label", "")
        if label and label in taken:
            raise CorpusError(f"{path}: documents {taken[label]!r} and {row['document']!r} both have label {label!r}")
        taken[label] = row["document"]
    free = (label for label in _letters() if label not in taken)
    for row in rows:
        row["label"] = row.get("label") or next(free)


def _letters() -> Iterator[str]:
    for length in count(1):
        for letters in product(ascii_uppercase, repeat=length):
            yield "".join(letters)


def _chosen(documents: pd.DataFrame, articles: Sequence[str] | None) -> pd.DataFrame:
    """The articles of these labels or documents, all when none is named."""
    if not articles:
        return documents
    wanted = [articles] if isinstance(articles, str) else list(articles)
    for name in wanted:
        hits = documents[(documents["label"] == name) | (documents["document"] == name)]
        if hits.empty:
            raise CorpusError(f"there is no article {name!r}; there are {', '.join(documents['label'])}")
        if len(hits) > 1:
            raise CorpusError(f"{name!r} is the label of one article and the document of another")
    chosen = documents["label"].isin(wanted) | documents["document"].isin(wanted)
    return documents[chosen].reset_index(drop=True)
