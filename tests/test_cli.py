"""The `recoupe` command: it starts fast, helps, refuses in one sentence, and exits with a status."""

import subprocess
import sys
import types
from pathlib import Path
from types import SimpleNamespace

import builder
import pandas as pd
import pytest

from analysis import cli
from analysis.tables import BuildError, CorpusError, ParameterError


def run(capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch, *arguments: object) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of the command."""
    monkeypatch.setattr(sys, "argv", ["recoupe", *map(str, arguments)])
    with pytest.raises(SystemExit) as left:
        cli.main()
    shown = capsys.readouterr()
    return int(left.value.code or 0), shown.out, shown.err


@pytest.fixture
def recoupe(capsys, monkeypatch):
    return lambda *arguments: run(capsys, monkeypatch, *arguments)


def stand_in(monkeypatch: pytest.MonkeyPatch, module: str, **names: object) -> None:
    made = types.ModuleType(module)
    vars(made).update(names)
    monkeypatch.setitem(sys.modules, module, made)


def test_help_shows_every_command_with_an_example(recoupe):
    status, shown, _ = recoupe("--help")
    assert status == 0
    for command in ("build", "check", "validate", "tables", "parameters"):
        assert command in shown
        status, helped, _ = recoupe(command, "--help")
        assert status == 0
        assert f"recoupe {command}" in helped.split("Example", 1)[1]


def test_help_imports_nothing_heavy():
    code = (
        "import sys; from analysis import cli; sys.argv = ['recoupe', '--help']\n"
        "try: cli.main()\nexcept SystemExit: pass\n"
        "print(sorted({'pandas', 'papermill', 'nbconvert', 'matplotlib', 'jupyter_client'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.endswith("[]\n")


def test_build_passes_on_what_was_asked(recoupe, monkeypatch):
    asked = {}

    def build(*given: object, **named: object) -> SimpleNamespace:
        asked.update(named, given=given, parameters=named["given"])
        named["progress"]("topics", 1, 1)
        return SimpleNamespace(reports=["topics"], warnings=["topics: careful"])

    stand_in(monkeypatch, "analysis.briefing.build", build=build)
    status, shown, said = recoupe(
        *("build", "seeds", "-o", "out", "--notebook", "topics", "-p", "topic=a=b", "-p", "seed=", "--jobs", 3)
    )
    assert (status, shown) == (0, "1 briefing: open out/index.html\n")
    assert said == "1/1 topics\nwarning: topics: careful\n"
    assert asked["given"] == (Path("seeds"), Path("out"))
    assert asked["parameters"] == {"topic": "a=b", "seed": ""}
    assert (asked["notebooks"], asked["jobs"], asked["grid"], asked["lexicons"]) == (("topics",), 3, None, None)


def test_a_whole_build_goes_into_reports(recoupe, monkeypatch):
    asked = []
    built = SimpleNamespace(reports=["briefing", "topics"], warnings=[])
    stand_in(monkeypatch, "analysis.briefing.build", build=lambda *given, **_: asked.extend(given) or built)
    assert recoupe("build", "seeds")[:2] == (0, "2 briefings: open reports/index.html\n")
    assert asked == [Path("seeds"), Path("reports")]


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (ParameterError("there is no parameter 'x'"), 1, "recoupe: there is no parameter 'x'\n"),
        (BuildError("topics stopped\n  ValueError"), 1, "recoupe: topics stopped\n  ValueError\n"),
        (CorpusError("seeds: no articles"), 1, "recoupe: seeds: no articles\n"),
        (KeyboardInterrupt(), 130, "interrupted; nothing was changed\n"),
    ],
)
def test_a_refusal_is_a_sentence_and_a_status(recoupe, monkeypatch, error, status, said):
    def build(*_: object, **__: object) -> None:
        raise error

    stand_in(monkeypatch, "analysis.briefing.build", build=build)
    left, shown, told = recoupe("build", "seeds")
    assert (left, shown) == (status, "")
    assert told.strip() == said.strip()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build",), "Missing argument 'CORPUS'"),
        (("build", "seeds", "-o", "out", "-p", "topic"), "-p topic: expected NAME=VALUE"),
        (("build", "seeds", "--notebook", "topics"), "name a folder with -o: the output folder is replaced as a"),
        (("build", "seeds", "-p", "topic=space"), "name a folder with -o"),
        (("build", "seeds", "--grid", "grid.csv"), "name a folder with -o"),
        (("build", "seeds", "--jobs", "0"), "Invalid value for '--jobs'"),
        (("validate", "nowhere"), "Directory 'nowhere' does not exist"),
        (("validate", "seeds/coding", "-o", "errors.xlsx"), "the errors are written into a .csv or .tsv file"),
        (("sample", "seeds", "-o", "mine/units.tsv"), "name a folder, into which the tables are written"),
        (("bild",), "No such command 'bild'"),
    ],
)
def test_a_wrong_call_is_explained(recoupe, arguments, said):
    status, _, told = recoupe(*arguments)
    assert status == 2
    assert said in told


def test_an_error_of_ours_in_the_code_is_not_hidden(recoupe, monkeypatch):
    def build(*_: object, **__: object) -> None:
        raise RuntimeError("a defect")

    stand_in(monkeypatch, "analysis.briefing.build", build=build)
    monkeypatch.setattr(sys, "argv", ["recoupe", "build", "seeds"])
    with pytest.raises(RuntimeError, match="a defect"):
        cli.main()


@pytest.mark.parametrize(
    ("update", "found", "status", "shown"),
    [
        (False, [], 0, "all notebooks reproduce\n"),
        (False, ["topics: differs"], 1, "topics: differs\n"),
        (True, ["topics: differs"], 0, "topics: differs\nstored\n"),
    ],
)
def test_check_says_what_differs(recoupe, monkeypatch, update, found, status, shown):
    stand_in(monkeypatch, "analysis.briefing.check", check=lambda *_, **__: found)
    assert recoupe("check", *(["--update"] if update else []))[:2] == (status, shown)


def test_tables_writes_a_file_each(recoupe, monkeypatch, tmp_path):
    from analysis.briefing import export_tables

    frame = pd.DataFrame({"document": ["A"], "text": ["« l'été »,\nNA"], "unit": [0]})
    monkeypatch.setattr(export_tables, "tables_of", lambda *_: {"units": frame, "rules": frame.iloc[:0]})
    status, shown, _ = recoupe("tables", "seeds", "-o", tmp_path / "t")
    assert status == 0
    assert shown.splitlines() == [f"{tmp_path}/t/units.csv: 1 rows", f"{tmp_path}/t/rules.csv: 0 rows"]
    assert (tmp_path / "t" / "units.csv").read_bytes() == 'document,text,unit\nA,"« l\'été »,\nNA",0\n'.encode()
    assert (tmp_path / "t" / "rules.csv").read_bytes() == b"document,text,unit\n"
    assert len(list((tmp_path / "t").iterdir())) == 2


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


ARTICLE = """La ministre a visité le port mardi. « Nous paierons », a promis Anna Novak. Il pleuvait.

Selon Anna Novak, la fusée pourrait décoller vendredi.
"""


@pytest.mark.parametrize(("separator", "ending"), [("tab", "tsv"), ("semicolon", "csv")])
def test_a_sample_is_drawn_filled_in_part_and_judged(recoupe, articles, separator, ending):
    """As an analyst does it: some units coded, some not, words without offsets; all errors of those, and no others."""
    folder = articles.parent / "mine"
    status, shown, _ = recoupe("sample", articles, "-o", folder, "-n", 9, "--separator", separator)
    assert (status, shown) == (0, f"{folder}/units.{ending}: 4 sentences to code\n")
    units, said = folder / f"units.{ending}", folder / f"statements.{ending}"
    between = {"tab": "\t", "semicolon": ";"}[separator]
    status, _, told = recoupe("validate", folder, "--corpus", articles)
    expected = f"{folder}: no unit of these articles is coded. units.{ending}: no unit has 1 in the column coded.\n"
    assert (status, told) == (1, f"recoupe: {expected}")
    lines = units.read_text("utf-8-sig").splitlines()
    names = lines[0].split(between)
    for place in (2, 4):
        cells = lines[place].split(between)
        cells[names.index("coded")], cells[names.index("hedged")] = "1", "1" if place == 2 else "0"
        lines[place] = between.join(cells)
    units.write_text("\n".join(lines), "utf-8")
    row = ["a", lines[2].split(between)[1], "« Nous paierons »", "direct", "Boris Horn", "", "", ""]
    said.write_text(said.read_text("utf-8") + between.join(row) + "\n", "utf-8")
    status, shown, _ = recoupe(*("validate", folder, "--corpus", articles, "--errors", "-o", folder / "errors.tsv"))
    assert status == 0
    assert "Not coded, so not judged: where units begin and end, roles, topics" in shown
    wrong = "speaker, speaker: the machine says Anna Novak, the reference Boris Horn (« Nous paierons »)"
    assert f"A\u00a02  {wrong}\n    « Nous paierons »" in shown
    errors = pd.read_csv(folder / "errors.tsv", sep="\t", keep_default_na=False)
    assert errors[["label", "error", "place"]].values.tolist() == [
        ["hedged", "missed", "A\u00a02"],
        ["hedged", "extra", "A\u00a04"],
        ["statement", "extra", "A\u00a04"],
        ["speaker", "differs", "A\u00a02"],
    ]
    status, _, said = recoupe("sample", articles, "-o", folder, "--separator", separator)
    assert (status, said) == (1, f"recoupe: {folder}/units.{ending} is there already: a coding is never written over\n")


def test_parameters_lists_name_type_default_and_help(recoupe, tmp_path):
    path = builder.notebook(tmp_path / "n.ipynb", parameters='topic: str = "space"  # which\ncut: int | None = None')
    status, shown, _ = recoupe("parameters", path)
    assert (status, shown) == (0, "topic  str         'space'  which\ncut    int | None  None\n")
    status, shown, _ = recoupe("parameters", builder.notebook(tmp_path / "m.ipynb", parameters=""))
    assert (status, shown) == (0, "m has no parameters\n")


def test_the_module_is_the_command_too():
    asked = [sys.executable, "-m", "analysis.cli", "parameters", "nothing"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert done.stderr.startswith("recoupe: ")
