"""What a build was made of: hashes of input and output, parameters, versions; nothing that differs between machines."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

PACKAGES = ("recoupe", "pandas", "matplotlib", "papermill", "nbconvert", "typst")


def manifest(
    *, corpus: Path, lexicons: dict[str, Path], notebooks: Iterable[Path], reports: dict[str, Any], outputs: Path
) -> dict[str, Any]:
    """The manifest: `corpus`, `lexicons`, `notebooks`, `reports`, `versions` and the files in the folder `outputs`."""
    return {
        "corpus": {"name": corpus.name, "files": {name: digest(path) for name, path in corpus_files(corpus).items()}},
        "lexicons": {name: digest(path) for name, path in lexicons.items()},
        "notebooks": {path.name: digest(path) for path in notebooks},
        "reports": reports,
        "versions": versions(),
        "outputs": {name: digest(path) for name, path in _files(outputs, "**/*", hidden=True).items()},
    }


def text(content: dict[str, Any]) -> str:
    """The manifest as JSON, keys sorted."""
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def versions() -> dict[str, str]:
    """Package → version, of those that shape the output."""
    from importlib.metadata import version

    return {package: version(package) for package in PACKAGES}


def corpus_files(corpus: Path) -> dict[str, Path]:
    """The files of a corpus: those in its folder and in its `coding/`, or the one file that it is."""
    if corpus.is_file():
        return {corpus.name: corpus}
    return _files(corpus, "*") | _files(corpus, "coding/*")


def lexicon_files(langs: Iterable[str], own: Path | None) -> dict[str, Path]:
    """`<lang>/<layer>.csv` → the file loaded for these languages: the analyst's own, or else the packaged one."""
    from analysis import lexicons

    folders = [lexicons.PACKAGED, *([own] if own else [])]
    found = {name: path for folder in folders for name, path in _files(folder, "*/*.csv").items()}
    return {name: path for name, path in sorted(found.items()) if name.split("/")[0] in set(langs)}


def _files(folder: Path, pattern: str, *, hidden: bool = False) -> dict[str, Path]:
    """Relative name → file, sorted by name; those whose name or folder begins with a dot only if asked for."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.glob(pattern) if path.is_file()}
    return {name: path for name, path in sorted(found.items()) if hidden or not _hidden(name)}


def _hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))
