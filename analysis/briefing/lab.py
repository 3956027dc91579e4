"""JupyterLab on copies of the notebooks, which read the corpus that was chosen; what an analyst edited stays."""

import ast
import copy
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analysis.briefing import plan, translation
from analysis.briefing.plan import Notebook
from analysis.tables import ParameterError

QUIET = {
    "LabApp.news_url": "None",
    "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
    "LabApp.extension_manager": "readonly",
}
"""Settings of JupyterLab by which it asks the network for nothing."""
FIRST = "briefing"
"""The notebook that is open at first."""


@dataclass(frozen=True)
class Copies:
    """A folder of notebooks to work in: which were written into it, and which were there and were kept."""

    folder: Path
    written: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    @property
    def first(self) -> str:
        """The notebook to begin with."""
        names = [*self.written, *self.kept]
        return FIRST if FIRST in names else next(iter(sorted(names)), "")


def copies(
    corpus: str | Path | None,
    folder: str | Path,
    *,
    lexicons: str | Path | None = None,
    language: str | None = None,
    within: Path | None = None,
) -> Copies:
    """Copies of the notebooks in `folder`, with corpus, lexicons, coding and language in their parameters.

    Without a corpus, that of the notebooks: the sample. Validation needs a coding, and is left out where there is
    none. Copies that are there stay as they are; `ParameterError` where they read something else than is asked for.
    """
    folder, asked = Path(folder).resolve(), _asked(corpus, lexicons, language)
    if folder.is_file():
        raise ParameterError(f"{folder} is a file; name a folder for the copies with -o")
    there = sorted(folder.glob("*.ipynb"))
    if there and not asked:
        return Copies(folder, kept=[path.stem for path in there])
    made = {notebook.path.name: _copy(notebook, folder, asked) for notebook in plan.notebooks(within=within)}
    made = {name: node for name, node in made.items() if node}
    for path in there:
        _refuse_other(path, folder, asked)
    kept = [path.stem for path in there]
    written = [name.removesuffix(".ipynb") for name in made if name.removesuffix(".ipynb") not in kept]
    folder.mkdir(parents=True, exist_ok=True)
    for name in written:
        _store(folder / f"{name}.ipynb", made[f"{name}.ipynb"])
    return Copies(folder, written, kept)


def command(made: Copies, *, browser: bool = True, settings: dict[str, str] | None = None) -> list[str]:
    """What starts JupyterLab on these copies, and opens the first of them."""
    start = {"ServerApp.root_dir": str(made.folder), **QUIET, **(settings or {})}
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # in a container; JupyterLab would refuse
        start["ServerApp.allow_root"] = "True"
    if made.first:
        start["LabApp.default_url"] = f"/lab/tree/{made.first}.ipynb"
    flags = [f"--{name}={value}" for name, value in start.items()]
    return [sys.executable, "-m", "jupyterlab", *([] if browser else ["--no-browser"]), *flags]


def start(made: Copies, *, browser: bool = True) -> int:
    """Run JupyterLab until it is stopped; its exit status."""
    running = subprocess.Popen(command(made, browser=browser))
    while True:
        try:
            return running.wait()
        except KeyboardInterrupt:  # JupyterLab was told too, and asks before it stops
            continue


def _asked(corpus: Any, lexicons: Any, language: str | None) -> dict[str, Any]:
    """The parameters that were asked for: places as they stand on this machine."""
    places = {name: Path(place) for name, place in (("corpus", corpus), ("lexicons", lexicons)) if place}
    for name, place in places.items():
        if not place.exists():
            raise ParameterError(f"{name}: there is no file or folder {str(place)!r}")
    return {name: place.resolve() for name, place in places.items()} | ({"language": language} if language else {})


def _copy(notebook: Notebook, folder: Path, asked: dict[str, Any]) -> Any:
    """The notebook for this folder, without outputs where they would be of another corpus; None where it cannot run."""
    known = notebook.parameters
    here: dict[str, Any] = {
        name: _place(notebook.path.parent, known[name].default) for name in ("corpus", "lexicons") if name in known
    }
    wanted: dict[str, Any] = {**here, **{name: value for name, value in asked.items() if name in known}}
    corpus = wanted.get("corpus")
    if corpus and not corpus.exists():
        raise ParameterError("name a corpus: a folder of .txt files, or one .csv, .jsonl or .parquet file")
    coding = corpus / "coding" if corpus and (corpus / "coding").is_dir() else None
    if "coding" in known:
        wanted["coding"] = coding
    if notebook.name == "validation" and not coding:
        return None
    node = copy.deepcopy(notebook.node)
    set_parameters(node, {name: _said(value, folder) for name, value in wanted.items()})
    if any(value != here.get(name, known[name].default) for name, value in asked.items() if name in known):
        _empty(node)
    return translation.translated(node, asked.get("language") or known["language"].default)


def _place(folder: Path, default: Any) -> Path | None:
    return (folder / default).resolve() if default else None


def _said(value: Any, folder: Path) -> str:
    """A parameter's value as the notebook says it: a place as it is reached from the notebook's folder."""
    if isinstance(value, Path):
        return Path(os.path.relpath(value, folder)).as_posix()
    return value or ""


def set_parameters(node: Any, values: dict[str, str]) -> None:
    """Write texts into the lines of a notebook's parameters cell; types and comments stay."""
    for cell in node.cells:
        if cell.cell_type == "code" and "parameters" in cell.metadata.get("tags", []):
            cell.source = _with_values(cell.source, values)
            return


def _with_values(source: str, values: dict[str, str]) -> str:
    lines = source.splitlines()
    for node in ast.parse(source).body:
        name = node.target.id if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) else ""
        if name in values and isinstance(node, ast.AnnAssign) and node.value:
            line, said = lines[node.lineno - 1].encode(), json.dumps(values[name], ensure_ascii=False)
            start, end = node.value.col_offset, node.value.end_col_offset
            lines[node.lineno - 1] = (line[:start] + said.encode() + line[end:]).decode()
    return "\n".join(lines)


def _empty(node: Any) -> None:
    for cell in node.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None


def _refuse_other(path: Path, folder: Path, asked: dict[str, Any]) -> None:
    known = Notebook(path).parameters
    for name, value in asked.items():
        if name in known:
            stands = known[name].default
            if (_place(folder, stands) if isinstance(value, Path) else stands) != value:
                raise ParameterError(
                    f"{path} has {stands!r} for its {name} and is kept as it is; name another folder with -o"
                )


def _store(path: Path, node: Any) -> None:
    """Write a notebook and sign it, so that JupyterLab shows its outputs as they are."""
    from nbformat.sign import NotebookNotary

    from analysis.briefing import canonical, publish

    publish.replace(path, canonical.text(node).encode("utf-8"))
    NotebookNotary().sign(node)
