"""Tiny notebooks and a build with stand-ins for the slow layers: for tests of a build's mechanics.

Run as a script it builds: `python tests/builder.py CORPUS OUTPUT NOTEBOOKS`.
"""

import sys
import types
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from analysis import tables

COMMON = 'corpus: str = "../seeds"  # folder of articles\nseed: int = 1  # of what is drawn'
SHOW = """from pathlib import Path
from IPython.display import HTML
names = sorted(path.name for path in Path(corpus).glob("*.txt"))
HTML(f'<ul class="findings"><li>There are <b>{len(names)}</b> articles &amp; no more.</li></ul>')"""
SECTION = "## Who is there?"


def notebook(path: Path, *cells: str, parameters: str = COMMON) -> Path:
    """Write a notebook: a question, its parameters, and then code cells, or Markdown cells where `#` begins one."""
    first = new_code_cell(parameters, id="parameters")
    first.metadata["tags"] = ["parameters"]
    made = [new_markdown_cell(f"# What of {path.stem}?", id="title"), first]
    for place, source in enumerate(cells):
        new = new_markdown_cell if source.startswith("#") else new_code_cell
        made.append(new(source, id=f"own-{place}"))
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(new_notebook(cells=made), path)
    return path


def corpus(folder: Path, texts: int = 2, *, coded: bool = False) -> Path:
    """Write a corpus of a few one-line articles."""
    (folder / "coding" if coded else folder).mkdir(parents=True)
    for number in range(texts):
        (folder / f"article{number}.txt").write_text(f"Texte {number} : « été ».\n", encoding="utf-8")
    return folder


def tables_of(folder: Any, lexicons: Any = None, articles: Any = None) -> dict[str, pd.DataFrame]:
    """Documents, units (of which there are none) and rules, as the real one gives them."""
    files = sorted(Path(folder).glob("*.txt"))
    documents = [
        {"document": f.stem, "label": label, "title": "<T>", "lang": "fr", "text": f.read_text("utf-8")}
        for label, f in zip("ABCDEFG", files, strict=False)
    ]
    rules = [{"rule": topic, "layer": "topic", "label": topic} for topic in ("space", "military")]
    rows = {"documents": documents, "units": [], "rules": rules}
    return {name: tables.table(name, rows) for name, rows in rows.items()}


class Stand:
    """An exporter that shows how many cells there are, and the title."""

    def __init__(self, binary: bool) -> None:
        self.binary = binary

    def __call__(self) -> "Stand":
        """Itself, as a class would give an instance."""
        return self

    def from_notebook_node(self, node: Any, resources: Any = None) -> tuple[Any, dict[str, Any]]:
        """What nbconvert's exporters give."""
        shown = f"{node.metadata['recoupe']['title']}: {len(node.cells)} cells\n"
        return (shown.encode() if self.binary else shown), {}


def exporters() -> types.ModuleType:
    """A module in the place of the exporters."""
    module = types.ModuleType("analysis.briefing.exporters")
    vars(module).update(BriefingExporter=Stand(False), BriefingPDFExporter=Stand(True))
    return module


if __name__ == "__main__":
    from analysis.briefing import export_tables
    from analysis.briefing.build import build
    from analysis.tables import RecoupeError

    sys.modules["analysis.briefing.exporters"] = exporters()
    vars(export_tables)["tables_of"] = tables_of
    try:
        build(sys.argv[1], sys.argv[2], within=Path(sys.argv[3]), timeout=60)
    except RecoupeError as error:
        sys.exit(str(error))
