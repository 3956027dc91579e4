"""The recipes of notebooks/README.md: each line to paste runs, each parameter and command does what it says."""

import ast
import csv
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from analysis import cli
from analysis.briefing import inputs, lab, parameters, plan
from analysis.display import Figure, Shown
from analysis.language import speaking

ROOT = Path(__file__).parents[1]
README = (ROOT / "notebooks" / "README.md").read_text(encoding="utf-8")
SUMMIT = ROOT / "tests" / "corpora" / "summit"
TABLE = README.split("## What do you want to know?", 1)[1].split("### Lines to paste", 1)[0]
ROWS = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in re.findall(r"^\|.*\|$", TABLE, re.M)[2:]]
LINES = re.findall(r"^\*\*(.+?)\*\*, at the end of `(\w+)`.*?\n\n```python\n(.*?)```", README, re.M | re.S)
SHEETS = re.findall(r"`([\w/-]+\.csv)`(?: may be)?:\n\n```csv\n(.*?)```", README, re.S)
FRENCH = "Un train blindé arrive à la gare de la ville.\n\nIl repart le soir même, et personne ne sait pour où.\n"
COMMANDS = re.findall(r"^(?:\| .*`)?(recoupe (?:build|tables|sample|validate|lab) [^`\n]+)`?", README, re.M)


def every():
    return [notebook.name for notebook in plan.notebooks()]


def asked(row):
    """The notebooks that a row of the table names."""
    return every() if row[1] == "all" else re.findall(r"`(\w+)`", row[1])


def typed(row):
    return re.match(r"`(\w+): ([\w\[\]]+) = (.+?)`", row[2])


def test_the_table_names_notebooks_and_headings_and_lines_that_are_there():
    titles = [title for title, *_ in LINES] + re.findall(r"^### (.+)$", README, re.M)
    headings = [
        re.findall(r"^#+ (.+)$", cell.source, re.M) for notebook in plan.notebooks() for cell in notebook.node.cells
    ]
    known = {*titles, *(heading for found in headings for heading in found)}
    for row in ROWS:
        assert set(asked(row)) <= set(every()), row
        assert {said for said in re.findall(r"\*([^*]+)\*", row[2]) if said != "Lines"} <= known, row


@pytest.mark.parametrize("row", [row for row in ROWS if typed(row)], ids=lambda row: row[0])
def test_a_line_for_the_parameters_cell_is_one_of_its_parameters(row, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my-words").mkdir()
    name, kind, value = typed(row).groups()
    for notebook in plan.notebooks(asked(row)):
        assert notebook.parameters[name].type == kind
        parameters.check({name: ast.literal_eval(value)}, list(notebook.parameters.values()))


@pytest.fixture(scope="module")
def coverage():
    """What the cells of `coverage` have made of three invented articles, drawings and tables left out."""
    (notebook,) = plan.notebooks(["coverage"])
    made: dict = {}
    with speaking("en"):
        for cell in notebook.node.cells:
            if cell.cell_type == "code":
                exec("\n".join(_quiet(cell.source)), made)
                if "parameters" in cell.metadata.get("tags", []):
                    made |= {"corpus": str(SUMMIT)}
        yield made


def _quiet(source):
    """The cell without what it shows."""
    for node in ast.parse(source).body:
        shows = isinstance(node, ast.Expr) and ast.unparse(node).startswith("show.")
        if not shows:
            yield ast.unparse(node)


@pytest.mark.parametrize(("title", "notebook", "code"), LINES, ids=[title for title, *_ in LINES])
def test_lines_to_paste_show_something(coverage, title, notebook, code):
    assert notebook == "coverage"
    *before, last = ast.parse(code).body
    made = dict(coverage)
    exec("\n".join(map(ast.unparse, before)), made)
    shown = eval(ast.unparse(last), made)
    assert isinstance(shown, Shown | Figure)
    assert len(shown._repr_mimebundle_()) == 2
    told = shown.plain if isinstance(shown, Shown) else shown.alt
    assert told.strip()
    assert "nothing" not in told.lower()


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with the articles, words and tables of which the recipes speak."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    shutil.copytree(SUMMIT, "my-articles", ignore=shutil.ignore_patterns("*.tsv"))
    Path("my-articles/04_train.txt").write_text(FRENCH, encoding="utf-8")
    for name, content in SHEETS:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(content, encoding="utf-8")
    lab.copies("my-articles", "recoupe-lab")
    return tmp_path


def test_the_tables_of_the_recipes_are_there():
    assert [name for name, _ in SHEETS] == ["my-words/fr/topic.csv", "briefings.csv"]
    assert [row["notebook"] for row in csv.DictReader(SHEETS[1][1].splitlines())] == ["topics", "topics", "coverage"]
    assert len(LINES) == 5
    assert len(COMMANDS) == 9


@pytest.mark.parametrize("command", dict.fromkeys(COMMANDS))
def test_a_command_is_understood_and_its_parameters_fit(desk, monkeypatch, capsys, command):
    """A build is planned and not run, JupyterLab not started; all else is done."""
    planned = []

    def build(corpus, output, *, notebooks, given, grid, lexicons, **rest):
        read = inputs.gather(corpus, Path(output).resolve(), lexicons)
        request = plan.Request(notebooks, given, grid)
        planned.extend(plan.reports(request, choices=read.choices(), places=read.places))
        raise SystemExit(0)

    monkeypatch.setattr("analysis.briefing.build.build", build)
    monkeypatch.setattr(lab, "start", lambda made, browser: 0)
    if "validate" in command:
        _coded(desk, monkeypatch)
    monkeypatch.setattr(sys, "argv", shlex.split(command))
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert not left.value.code, capsys.readouterr().err
    assert planned or "build" not in command


def _coded(desk, monkeypatch):
    monkeypatch.setattr(sys, "argv", shlex.split("recoupe sample my-articles -o my-coding -n 20"))
    with pytest.raises(SystemExit):
        cli.main()
    table = desk / "my-coding" / "units.tsv"
    heads, *rows = [line.split("\t") for line in table.read_text("utf-8").splitlines()]
    filled = [dict(zip(heads, row, strict=True)) | {"coded": "1", "topics": "diplomacy"} for row in rows]
    lines = ["\t".join(heads), *("\t".join(row.values()) for row in filled)]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
