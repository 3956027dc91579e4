"""Lexicon files → `rules`: reviewed data, each rule with an example and a counterexample that prove it."""

import csv
import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import product
from pathlib import Path

import pandas as pd

from analysis import counting, matching, patterns, tables
from analysis.tables import LexiconError

COLUMNS = ("rule", "label", "pattern", "context", "example", "counterexample", "note")
SENTENCES = ("example", "counterexample")
PACKAGED = Path(__file__).parent / "lexicons"
CONCEPTS = PACKAGED / "concepts"
NONE = counting.NONE


def load(langs: Iterable[str] = ("en", "fr"), folder: str | Path | None = None) -> pd.DataFrame:
    """`rules` of these languages: one row is one way of saying a thing.

    `folder` holds an analyst's own `<lang>/<layer>.csv`; a file there replaces the packaged one of the same
    language and layer, and a new one is added. `LexiconError` names the file and row of a rule that is
    malformed, used twice, or disproved by its own example or counterexample.
    """
    own = _files(Path(folder)) if folder else {}
    if folder and not own:
        raise LexiconError(f"{folder}: no <lang>/<layer>.csv in this folder of lexicons")
    files = _files(PACKAGED) | own
    spoken = {langs} if isinstance(langs, str) else set(langs)
    rows: list[dict[str, str]] = []
    for lang in sorted(spoken):
        layers = [(layer, path, _stamp(path)) for (of, layer), path in sorted(files.items()) if of == lang]
        rows += _proved(lang, tuple(layers))
    _unique(rows)
    return tables.table("rules", rows)


def languages(folder: str | Path | None = None) -> list[str]:
    """The languages that the packaged lexicons speak, and those of an analyst's own folder."""
    return sorted({lang for lang, _ in _files(PACKAGED) | (_files(Path(folder)) if folder else {})})


def labels(rules: pd.DataFrame, layer: str) -> list[str]:
    """The labels of a layer in alphabetical order, without `none`."""
    return sorted(set(rules.loc[rules["layer"] == layer, "label"]) - {NONE})


def _files(folder: Path) -> dict[tuple[str, str], Path]:
    found = {(path.parent.name, path.stem): path for path in sorted(folder.glob("*/*.csv")) if path.parent != CONCEPTS}
    for (lang, layer), path in found.items():
        if not re.fullmatch(r"[a-z]{2,3}", lang):
            raise LexiconError(f"{path}: the folder names a language by its code, such as fr or en, not {lang!r}")
        if layer not in tables.LAYERS:
            raise LexiconError(f"{path}: there is no layer {layer!r}; the layers are {', '.join(tables.LAYERS)}")
    return found


def _stamp(path: Path) -> tuple[int, int]:
    """What changes when a file does: it is read and proved again."""
    return path.stat().st_mtime_ns, path.stat().st_size


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for garbage while many small objects are made, none of which is: it takes a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@lru_cache(maxsize=16)
@uncollected()
def _proved(lang: str, layers: tuple[tuple[str, Path, tuple[int, int]], ...]) -> tuple[dict[str, str], ...]:
    """The rules of these files, each held against its own example and counterexample.

    The cells of packaged rules are checked by the tests, not at each load: that takes a third of the time.
    """
    rows = [row | {"lang": lang, "layer": layer} for layer, path, _ in layers for row in read(path)]
    own = {_name(path) for _, path, _ in layers if PACKAGED not in path.parents}
    for row in rows:
        if row["file"].split(", ")[0] in own:
            check(row)
    _unique(rows)
    seen = _seen(rows)
    for row in rows:
        where = f"{row['file']}, rule {row['rule']!r}: {row['pattern']!r}"
        if not seen[row["rule"], "example"]:
            raise LexiconError(f"{where} does not match its own example {row['example']!r}")
        if seen[row["rule"], "counterexample"]:
            raise LexiconError(f"{where} matches its own counterexample {row['counterexample']!r}")
    return tuple(rows)


def _seen(rows: list[dict[str, str]]) -> dict[tuple[str, str], bool]:
    """For each rule whether it matches in its example, and would count in its counterexample."""
    expressions = [row for row in rows if row["pattern"].startswith("re:")]
    found = {(row["rule"], column): _searched(row, row[column]) for row in expressions for column in SENTENCES}
    slots = {row["rule"] for row in rows if patterns.SLOT.search(row["pattern"])}
    rules = tables.table("rules", rows)
    for slotted, column in product((False, True), SENTENCES):
        own = [row for row in rows if not row["pattern"].startswith("re:") and (row["rule"] in slots) == slotted]
        names, texts = [row["rule"] for row in own], [row[column] for row in own]
        standing = column == "counterexample"
        matched = matching.matches(texts, names, rules, standing=standing, expressions=slotted) if own else []
        found |= {(rule, column): one for rule, one in zip(names, matched, strict=True)}
    return found


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a lexicon file, each with where it stands; a line of nothing but commas is no row."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.reader(file, strict=True)
            header = next(lines, [])
            numbered = [(lines.line_num, cells) for cells in lines if any(cells)]
    except (UnicodeDecodeError, csv.Error) as error:
        raise LexiconError(f"{_name(path)}: not a CSV file in UTF-8 ({error})") from None
    missing = [column for column in COLUMNS if column not in header]
    if missing:
        raise LexiconError(f"{_name(path)}: no column {missing[0]!r}; a lexicon has {', '.join(COLUMNS)}")
    for number, cells in numbered:
        if len(cells) != len(header):
            raise LexiconError(f"{_name(path)}, row {number}: {len(cells)} cells, expected {len(header)}")
    return [
        {column: cells[header.index(column)] for column in COLUMNS} | {"file": f"{_name(path)}, row {number}"}
        for number, cells in numbered
    ]


def check(row: dict[str, str]) -> None:
    """Raises `LexiconError` where a cell of a rule is empty or malformed."""
    for column in ("rule", "label", *SENTENCES):
        if not row[column].strip():
            raise LexiconError(f"{row['file']}: the {column} is empty")
    try:
        patterns.check(row["pattern"])
    except LexiconError as error:
        raise LexiconError(f"{row['file']}, rule {row['rule']!r}: {error}") from None
    if row["context"] and row["label"] == NONE:
        raise LexiconError(f"{row['file']}, rule {row['rule']!r}: the label {NONE!r} takes no context")
    for need in filter(None, row["context"].split("|")):
        if need not in counting.SPECIAL and need.split(":")[0] not in tables.LAYERS:
            raise LexiconError(
                f"{row['file']}, rule {row['rule']!r}: context {need!r} is no layer or layer:label, "
                f"nor {' or '.join(counting.SPECIAL)}"
            )


def _searched(row: dict[str, str], text: str) -> bool:
    try:
        return patterns.search(row["pattern"], text)
    except LexiconError as error:
        raise LexiconError(f"{row['file']}, rule {row['rule']!r}: {error}") from None


def _unique(rows: list[dict[str, str]]) -> None:
    seen: dict[str, str] = {}
    for row in rows:
        if row["rule"] in seen:
            raise LexiconError(f"{row['file']}: rule {row['rule']!r} is already in {seen[row['rule']]}")
        seen[row["rule"]] = row["file"]


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
