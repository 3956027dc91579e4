"""`recoupe lab`: copies of the notebooks that read the chosen corpus, trusted, and never written over."""

import sys
from types import SimpleNamespace

import builder
import nbformat
import pytest
from nbformat.sign import NotebookNotary

from analysis import cli
from analysis.briefing import lab, parameters
from analysis.briefing.plan import Notebook
from analysis.tables import ParameterError


@pytest.fixture(autouse=True)
def _own_signatures(tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))


@pytest.fixture
def notebooks(tmp_path):
    """Three notebooks beside a sample that has a coding, one of them with an output."""
    (tmp_path / "seeds" / "coding").mkdir(parents=True)
    (tmp_path / "seeds" / "a.txt").write_text("Alma rit.", encoding="utf-8")
    cell = (
        'corpus: str = "../seeds"  # a folder — or a file\nlexicons: str = ""  # yours\n'
        'articles: list[str] = []  # all\ncoding: str = "../seeds/coding"  # a coding\nlanguage: str = "en"  # en or fr'
    )
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for name in ("briefing", "coverage", "validation"):
        node = nbformat.v4.new_notebook(cells=[_code(cell, "parameters"), _code("print(1)")])
        node.cells[1].outputs, node.cells[1].execution_count = [nbformat.v4.new_output("stream", text="1\n")], 2
        nbformat.write(node, folder / f"{name}.ipynb")
    return folder


def _code(source, *tags):
    return nbformat.v4.new_code_cell(source, metadata={"tags": list(tags)} if tags else {})


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "mes « articles »"
    folder.mkdir()
    (folder / "a.txt").write_text("Boris rit.", encoding="utf-8")
    return folder


def values(path):
    return {name: parameter.default for name, parameter in Notebook(path).parameters.items()}


def test_the_sample_is_read_from_where_the_copies_stand(notebooks, tmp_path):
    made = lab.copies(None, tmp_path / "deep" / "er" / "lab", within=notebooks)
    assert made.written == ["briefing", "coverage", "validation"]
    assert made.first == "briefing"
    copied = tmp_path / "deep" / "er" / "lab" / "briefing.ipynb"
    assert values(copied) == {
        "corpus": "../../../seeds",
        "lexicons": "",
        "articles": [],
        "coding": "../../../seeds/coding",
        "language": "en",
    }
    assert parameters.load(copied).cells[1].outputs, "what it shows of the sample holds for the copy"


def test_another_corpus_is_written_into_the_parameters_and_what_was_shown_of_the_sample_is_gone(
    notebooks, corpus, tmp_path
):
    (tmp_path / "words").mkdir()
    made = lab.copies(corpus, tmp_path / "lab", lexicons=tmp_path / "words", language="fr", within=notebooks)
    assert made.written == ["briefing", "coverage"], "without a coding there is nothing to validate"
    assert values(tmp_path / "lab" / "briefing.ipynb") == {
        "corpus": "../mes « articles »",
        "lexicons": "../words",
        "articles": [],
        "coding": "",
        "language": "fr",
    }
    copied = parameters.load(tmp_path / "lab" / "briefing.ipynb")
    assert copied.cells[0].source.splitlines()[0] == 'corpus: str = "../mes « articles »"  # a folder — or a file'
    assert [(cell.outputs, cell.execution_count) for cell in copied.cells] == [([], None), ([], None)]


def test_the_copies_explain_themselves_in_the_language_asked_for(notebooks, corpus, tmp_path):
    node = parameters.load(notebooks / "briefing.ipynb")
    node.cells.append(nbformat.v4.new_markdown_cell("## What happened\n\nMy own words."))
    nbformat.write(node, notebooks / "briefing.ipynb")
    lab.copies(corpus, tmp_path / "lab", language="fr", within=notebooks)
    copied = parameters.load(tmp_path / "lab" / "briefing.ipynb")
    assert copied.cells[-1].source == "## Ce qui s’est passé\n\nMy own words."


def test_a_coding_of_the_corpus_is_found(notebooks, corpus, tmp_path):
    (corpus / "coding").mkdir()
    made = lab.copies(corpus, tmp_path / "lab", within=notebooks)
    assert "validation" in made.written
    assert values(tmp_path / "lab" / "validation.ipynb")["coding"] == "../mes « articles »/coding"


def test_the_copies_are_trusted(notebooks, tmp_path):
    lab.copies(None, tmp_path / "lab", within=notebooks)
    copied = nbformat.read(tmp_path / "lab" / "briefing.ipynb", as_version=4)
    assert NotebookNotary().check_signature(copied)
    copied.cells[1].outputs[0].text = "2\n"
    assert not NotebookNotary().check_signature(copied)


def test_what_an_analyst_edited_stays(notebooks, corpus, tmp_path):
    lab.copies(corpus, tmp_path / "lab", within=notebooks)
    edited = tmp_path / "lab" / "briefing.ipynb"
    edited.write_text(edited.read_text("utf-8").replace("print(1)", "print(2)"), encoding="utf-8")
    (tmp_path / "lab" / "coverage.ipynb").unlink()
    again = lab.copies(corpus, tmp_path / "lab", within=notebooks)
    assert (again.written, again.kept) == (["coverage"], ["briefing"])
    assert "print(2)" in edited.read_text("utf-8")


def test_without_a_corpus_copies_that_are_there_are_opened_as_they_are(notebooks, corpus, tmp_path):
    lab.copies(corpus, tmp_path / "lab", within=notebooks)
    again = lab.copies(None, tmp_path / "lab", within=notebooks)
    assert (again.written, again.kept) == ([], ["briefing", "coverage"])
    assert values(tmp_path / "lab" / "briefing.ipynb")["corpus"] == "../mes « articles »"


@pytest.mark.parametrize("asked", [{"language": "fr"}, {"lexicons": "seeds"}, {"corpus": "seeds"}])
def test_copies_that_read_something_else_are_not_touched(notebooks, corpus, tmp_path, asked):
    lab.copies(corpus, tmp_path / "lab", within=notebooks)
    before = (tmp_path / "lab" / "briefing.ipynb").read_bytes()
    asked = {name: value if name == "language" else tmp_path / value for name, value in asked.items()}
    with pytest.raises(ParameterError, match="is kept as it is; name another folder with -o"):
        lab.copies(**({"corpus": corpus} | asked), folder=tmp_path / "lab", within=notebooks)
    assert (tmp_path / "lab" / "briefing.ipynb").read_bytes() == before


@pytest.mark.parametrize("what", ["corpus", "lexicons"])
def test_what_is_not_there_is_refused_before_anything_is_written(notebooks, corpus, tmp_path, what):
    with pytest.raises(ParameterError, match=f"{what}: there is no file or folder"):
        lab.copies(**({"corpus": corpus} | {what: tmp_path / "gone"}), folder=tmp_path / "lab", within=notebooks)
    assert not (tmp_path / "lab").exists()


def test_a_file_is_no_folder_for_copies(notebooks, corpus, tmp_path):
    (tmp_path / "lab").write_text("mine", encoding="utf-8")
    with pytest.raises(ParameterError, match="lab is a file; name a folder for the copies with -o"):
        lab.copies(corpus, tmp_path / "lab", within=notebooks)


def test_without_the_sample_a_corpus_has_to_be_named(notebooks, tmp_path):
    (tmp_path / "seeds").rename(tmp_path / "elsewhere")
    with pytest.raises(ParameterError, match="name a corpus: a folder of"):
        lab.copies(None, tmp_path / "lab", within=notebooks)
    assert not (tmp_path / "lab").exists()


def test_our_own_notebooks_can_be_copied(tmp_path):
    made = lab.copies(builder.corpus(tmp_path / "corpus"), tmp_path / "lab")
    assert made.written == ["briefing", "topics", "coverage", "framing"]
    for name in made.written:
        stands = values(tmp_path / "lab" / f"{name}.ipynb")
        assert (stands["corpus"], stands.get("coding", "")) == ("../corpus", "")


def test_jupyterlab_is_told_to_ask_the_network_for_nothing(tmp_path):
    said = lab.command(lab.Copies(tmp_path, written=["topics"]), browser=False)
    assert said[1:4] == ["-m", "jupyterlab", "--no-browser"]
    assert {f"--ServerApp.root_dir={tmp_path}", "--LabApp.default_url=/lab/tree/topics.ipynb"} < set(said)
    assert {"--LabApp.news_url=None", "--LabApp.extension_manager=readonly"} < set(said)


def test_the_command_says_what_it_wrote_and_starts(notebooks, corpus, tmp_path, monkeypatch, capsys):
    started = []
    monkeypatch.setattr(lab, "start", lambda made, *, browser: started.append((made.first, browser)) or 0)
    monkeypatch.setattr(lab.plan, "folder", lambda: notebooks)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["recoupe", "lab", str(corpus), "--language", "fr", "--no-browser"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert (left.value.code or 0, started) == (0, [("briefing", False)])
    assert capsys.readouterr().out == "recoupe-lab: briefing, coverage written\n"
    with pytest.raises(SystemExit):
        cli.main()
    assert capsys.readouterr().out == "recoupe-lab: briefing, coverage kept as you left them\n"


def test_ctrl_c_leaves_it_to_jupyterlab(monkeypatch, tmp_path):
    answers = iter([KeyboardInterrupt, 3])

    def wait():
        answer = next(answers)
        if answer is KeyboardInterrupt:
            raise KeyboardInterrupt
        return answer

    monkeypatch.setattr(lab.subprocess, "Popen", lambda command: SimpleNamespace(wait=wait))
    assert lab.start(lab.Copies(tmp_path, written=["topics"])) == 3
