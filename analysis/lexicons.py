"""Lexicon files → `rules`: reviewed data, each rule with an example and a counterexample that prove it."""

import csv
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

import pandas as pd

from analysis import matching, patterns, tables
from analysis.automaton import Automaton
from analysis.tables import LexiconError

COLUMNS = ("rule", "label", "pattern", "context", "example", "counterexample", "note")
PACKAGED = Path(__file__).parent / "lexicons"
NONE = matching.NONE


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
    wanted = {key: path for key, path in sorted(files.items()) if key[0] in spoken}
    rows = [row for (lang, layer), path in wanted.items() for row in _proved(path, lang, layer, _stamp(path))]
    _unique(rows)
    rules = tables.table("rules", rows)
    for lang in sorted(spoken):
        _prove_slots([row for row in rows if row["lang"] == lang], rules[rules["lang"] == lang])
    return rules


def _prove_slots(rows: list[dict[str, str]], rules: pd.DataFrame) -> None:
    """Prove the rules that ask for evidence of others."""
    own = [row for row in rows if patterns.SLOT.search(row["pattern"])]
    sentences = [row[column] for row in own for column in ("example", "counterexample")]
    found = matching.places(sentences, rules) if own else []
    for place, row in enumerate(own):
        _verdict(row, row["rule"] in found[2 * place], row["rule"] in found[2 * place + 1])


def languages(folder: str | Path | None = None) -> list[str]:
    """The languages that the packaged lexicons speak, and those of an analyst's own folder."""
    return sorted({lang for lang, _ in _files(PACKAGED) | (_files(Path(folder)) if folder else {})})


def labels(rules: pd.DataFrame, layer: str) -> list[str]:
    """The labels of a layer in alphabetical order, without `none`."""
    return sorted(set(rules.loc[rules["layer"] == layer, "label"]) - {NONE})


def _files(folder: Path) -> dict[tuple[str, str], Path]:
    found = {(path.parent.name, path.stem): path for path in sorted(folder.glob("*/*.csv"))}
    for (lang, layer), path in found.items():
        if not re.fullmatch(r"[a-z]{2,3}", lang):
            raise LexiconError(f"{path}: the folder names a language by its code, such as fr or en, not {lang!r}")
        if layer not in tables.LAYERS:
            raise LexiconError(f"{path}: there is no layer {layer!r}; the layers are {', '.join(tables.LAYERS)}")
    return found


def _stamp(path: Path) -> tuple[int, int]:
    """What changes when a file does: it is read and proved again."""
    return path.stat().st_mtime_ns, path.stat().st_size


@lru_cache(maxsize=256)
def _proved(path: Path, lang: str, layer: str, stamp: tuple[int, int]) -> tuple[dict[str, str], ...]:
    rows = [row | {"lang": lang, "layer": layer} for row in _read(path)]
    for row in rows:
        _check(row)
        _prove(row)
    return tuple(rows)


def _read(path: Path) -> list[dict[str, str]]:
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


def _check(row: dict[str, str]) -> None:
    for column in ("rule", "label", "example", "counterexample"):
        if not row[column].strip():
            raise LexiconError(f"{row['file']}: the {column} is empty")
    try:
        patterns.check(row["pattern"])
    except LexiconError as error:
        raise LexiconError(f"{row['file']}, rule {row['rule']!r}: {error}") from None
    if row["context"] and row["label"] == NONE:
        raise LexiconError(f"{row['file']}, rule {row['rule']!r}: the label {NONE!r} takes no context")
    for need in filter(None, row["context"].split("|")):
        if need != "article" and need.split(":")[0] not in tables.LAYERS:
            raise LexiconError(
                f"{row['file']}, rule {row['rule']!r}: context {need!r} is neither `article` nor a layer or layer:label"
            )


def _prove(row: dict[str, str]) -> None:
    if not patterns.SLOT.search(row["pattern"]):
        found = _search(row)
        _verdict(row, found(row["example"]), found(row["counterexample"]))


def _verdict(row: dict[str, str], example: bool, counterexample: bool) -> None:
    where = f"{row['file']}, rule {row['rule']!r}"
    if not example:
        raise LexiconError(f"{where}: {row['pattern']!r} does not match its own example {row['example']!r}")
    if counterexample:
        raise LexiconError(f"{where}: {row['pattern']!r} matches its own counterexample {row['counterexample']!r}")


def _search(row: dict[str, str]) -> Callable[[str], bool]:
    """Whether the rule's pattern is in a text; its own small trie is ready sooner than an expression."""
    if row["pattern"].startswith("re:"):
        return lambda text: _searched(row, text)
    automaton = Automaton([row["pattern"]])
    return lambda text: any(True for _ in automaton.find(text))


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
