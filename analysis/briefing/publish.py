"""Putting a finished build in place: built aside, renamed, never mixed with another and never over people's files."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis.tables import BuildError

MANIFEST = "manifest.json"
DROPPINGS = (".DS_Store", "Thumbs.db", ".ipynb_checkpoints", "__pycache__")
"""What programs leave in folders unasked; it is not taken for somebody's work."""


@contextmanager
def staging(output: Path) -> Iterator[Path]:
    """A fresh folder beside `output`, on its file system, gone afterwards; meanwhile nobody else builds `output`.

    `BuildError` when another build is at it, or when `output` holds files that no build of ours wrote.
    """
    import filelock

    output.parent.mkdir(parents=True, exist_ok=True)
    lock = filelock.FileLock(output.with_name(f".{output.name}.lock"), timeout=0)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise BuildError(f"another build is writing {output}; try again when it is done") from None
    try:
        recover(output)
        refuse_strangers(output)
        folder = Path(tempfile.mkdtemp(prefix=f".{output.name}.building-", dir=output.parent))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        lock.release()


def publish(built: Path, output: Path) -> None:
    """`built` stands in the place of `output`; if that fails, the former `output` does."""
    former = _former(output)
    if output.exists():
        output.rename(former)
    try:
        built.rename(output)
    except OSError as error:
        if former.exists():
            former.rename(output)
        raise BuildError(f"{output} cannot be put in place: {error.strerror}") from error
    shutil.rmtree(former, ignore_errors=True)


def recover(output: Path) -> None:
    """Undo what an interrupted build left beside `output`."""
    former = _former(output)
    if former.exists() and not output.exists():
        former.rename(output)
    for left in (former, *output.parent.glob(f".{output.name}.building-*")):
        shutil.rmtree(left, ignore_errors=True)


def refuse_strangers(output: Path) -> None:
    """`BuildError` when `output` is a file, or holds one that no build of ours wrote."""
    if output.exists() and not output.is_dir():
        raise BuildError(f"{output} is a file; name a folder for the briefings")
    written = _written(output)
    for path in sorted(output.rglob("*")):
        relative = path.relative_to(output)
        if not set(relative.parts) & set(DROPPINGS) and not path.is_dir() and relative.as_posix() not in written:
            raise BuildError(f"{output} holds {relative}, which no build wrote: name another folder, or move the file")


def replace(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    os.replace(part, path)


def _former(output: Path) -> Path:
    return output.with_name(f".{output.name}.former")


def _written(output: Path) -> set[str]:
    """The files that the manifest in `output` says a build wrote."""
    try:
        manifest = json.loads((output / MANIFEST).read_text("utf-8"))
        return {MANIFEST, *manifest["outputs"]} if "recoupe" in manifest["versions"] else set()
    except (OSError, ValueError, KeyError, TypeError):
        return set()
