"""In the briefings as they are stored, each part of a figure that opens something opens what stands on its page."""

import re
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
STORED = sorted(path for folder in ("notebooks", "reports") for path in (ROOT / folder).rglob("*.ipynb"))


def pieces(notebook, mime):
    """What the outputs of a notebook hold of this kind."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return ["".join(output["data"][mime]) for output in outputs if mime in output.get("data", {})]


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_no_part_of_a_figure_leads_nowhere(path):
    notebook = nbformat.read(path, 4)
    names = {name for html in pieces(notebook, "text/html") for name in re.findall(r'\bid="([^"]+)"', html)}
    opened = [
        target
        for svg in pieces(notebook, "image/svg+xml")
        for target in re.findall(r'<a class="hit" href="#([^"]+)"', svg)
    ]
    assert [target for target in opened if target not in names] == []
