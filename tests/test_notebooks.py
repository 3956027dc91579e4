"""Every stored notebook is executed, thin, and reproduces."""

import ast
import re
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
MOST_LINES = 8


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, 4)


def test_the_five_are_there():
    assert [path.stem for path in NOTEBOOKS] == ["briefing", "coverage", "framing", "topics", "validation"]


def test_every_code_cell_was_executed_in_order(notebook):
    counts = [cell.execution_count for cell in code_cells(notebook)]
    assert counts == list(range(1, len(counts) + 1))
    assert all(output.output_type != "error" for cell in code_cells(notebook) for output in cell.outputs)


def test_every_section_shows_something(notebook):
    shown = sum(len(cell.outputs) for cell in code_cells(notebook))
    assert shown >= sum(cell.source.startswith("##") for cell in notebook.cells if cell.cell_type == "markdown") - 1


def test_the_title_is_a_question_and_parameters_come_first(notebook):
    first, second = notebook.cells[:2]
    assert re.match(r"# .+\?$", first.source.splitlines()[0])
    assert second.metadata.get("tags") == ["parameters"]


def test_cells_are_thin(notebook):
    for cell in code_cells(notebook):
        if "parameters" in cell.metadata.get("tags", []):
            continue  # a line a parameter, as many as there are
        lines = [line for line in cell.source.splitlines() if line.strip()]
        assert len(lines) <= MOST_LINES, cell.source
        heavy = (ast.FunctionDef, ast.ClassDef, ast.For, ast.While, ast.AsyncFunctionDef, ast.Lambda)
        assert not [node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, heavy)], cell.source


def test_no_number_is_typed_into_a_finding(notebook):
    """Markdown holds no count and no share: only years of sources, the level of intervals, and the name F1."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            numbers = set(re.findall(r"(?<!\bF)\d+(?:\.\d+)?", cell.source)) - {"95"}
            assert all(re.fullmatch(r"(19|20)\d\d", number) for number in numbers), cell.source


def test_no_path_of_a_machine(notebook):
    text = nbformat.writes(notebook)
    assert str(ROOT) not in text
    assert not re.search(r'"/(?:home|root|Users|tmp|work)/', text)
