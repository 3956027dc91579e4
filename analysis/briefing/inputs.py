"""What a build reads, and where its notebooks find it: `../<name>`, wherever corpus and output stand."""

import os
import sys
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.tables import ParameterError

LONGEST = 110
"""Characters of an article's opening that its line in a head shows."""


@dataclass(frozen=True)
class Inputs:
    """The corpus, lexicons and coding of a build; `links` are their names beside the output folder."""

    corpus: Path
    lexicons: Path | None
    links: dict[str, Path]
    places: dict[str, str]
    tables: dict[str, pd.DataFrame]

    @property
    def event(self) -> str:
        """The corpus' name."""
        return self.corpus.stem if self.corpus.is_file() else self.corpus.name

    def choices(self) -> dict[str, list[str]]:
        """The valid values of the parameters `topic`, `articles` and `language`."""
        from analysis import lexicons
        from analysis.language import LANGUAGES

        documents = self.tables["documents"]
        names = [*filter(None, documents["label"]), *documents["document"]]
        topics = lexicons.labels(self.tables["rules"], "topic")
        return {"topic": topics, "articles": names, "language": list(LANGUAGES)}

    def articles(self, chosen: Sequence[str] | None = None) -> list[list[str]]:
        """(label, outlet, opening, published) of the chosen articles, or of all."""
        from analysis import coverage

        glance = coverage.glance(self.tables["documents"], self.tables["units"])
        opening = [textwrap.shorten(text, LONGEST, placeholder=" …") for text in glance["opening"]]
        documents = self.tables["documents"].assign(opening=opening)
        rows = documents[["document", "label", "outlet", "opening", "published"]].itertuples(index=False, name=None)
        return [list(row[1:]) for row in rows if not chosen or row[0] in chosen or row[1] in chosen]

    def link(self, folder: Path) -> None:
        """Link corpus, lexicons and coding into a folder under their names."""
        for name, path in self.links.items():
            (folder / name).symlink_to(path, target_is_directory=path.is_dir())


def gather(corpus: Any, output: Path, lexicons: Any = None, coding: Any = None) -> Inputs:
    """The inputs of a build into `output`, read. `ParameterError` when a file or folder is not there."""
    from analysis.briefing.export_tables import tables_of

    given = {"corpus": corpus, "lexicons": lexicons, "coding": coding}
    paths = {role: _existing(role, path) for role, path in given.items() if path}
    links: dict[str, Path] = {}
    for path in paths.values():
        links[_free_name(path, output.name, links)] = path
    names = {path: name for name, path in links.items()}
    places = {role: f"../{names[path]}" for role, path in paths.items()}
    if (paths["corpus"] / "coding").is_dir():
        places.setdefault("coding", f"{places['corpus']}/coding")
    own = paths.get("lexicons")
    return Inputs(paths["corpus"], own, links, places, tables_of(paths["corpus"], own))


def machine_paths(*also: Path) -> list[str]:
    """Paths that tell of this machine, and that no briefing may show."""
    package = Path(__file__).parents[2]
    return [str(path) for path in (*also, package, Path.home(), Path(sys.prefix), Path(os.getcwd()))]


def _existing(role: str, path: Any) -> Path:
    if not Path(path).exists():
        raise ParameterError(f"{role}: there is no file or folder {str(path)!r}")
    return Path(path).resolve()


def _free_name(path: Path, output: str, taken: dict[str, Path]) -> str:
    """The name to link `path` under: its own, lengthened where the output or another link has it."""
    name = path.name or "input"
    while name == output or taken.get(name, path) != path:
        name += "-input"
    return name
