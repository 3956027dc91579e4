"""Parameters are read as annotated, and refused in a sentence before anything runs."""

from pathlib import Path

import nbformat
import numpy as np
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from analysis.briefing import parameters
from analysis.briefing.parameters import Parameter, check, from_text, read
from analysis.tables import ParameterError

CELL = """corpus: str = "../seeds"  # folder of articles
edition: str = "a=b#c"  # holds = and #
topic: str = "military"
seed: int = 1  # for what is drawn
width: float = .5
bare: bool = False
articles: list[str] = [
    "A",
    "B",
]  # labels or ids
cut: int | None = None  # words"""


def notebook(source: str, tag: str = "parameters"):
    cell = new_code_cell(source)
    cell.metadata["tags"] = [tag]
    return new_notebook(cells=[new_markdown_cell("# Why?"), cell, new_code_cell("later: int = 3")])


def test_every_line_is_read_with_type_default_and_help():
    found = {p.name: (p.type, p.default, p.help) for p in read(notebook(CELL))}
    assert found == {
        "corpus": ("str", "../seeds", "folder of articles"),
        "edition": ("str", "a=b#c", "holds = and #"),
        "topic": ("str", "military", ""),
        "seed": ("int", 1, "for what is drawn"),
        "width": ("float", 0.5, ""),
        "bare": ("bool", False, ""),
        "articles": ("list[str]", ["A", "B"], "labels or ids"),
        "cut": ("int | None", None, "words"),
    }


def test_a_line_without_annotation_has_the_type_of_its_default():
    assert [p.type for p in read(notebook('a = 1\nb = "x"\nc = ["x"]\nd = None'))] == [
        "int",
        "str",
        "list[str]",
        "str | None",
    ]


def test_a_notebook_without_parameters_has_none():
    assert read(notebook("a: int = 1", tag="other")) == []


def test_a_file_is_read_as_well(tmp_path: Path):
    nbformat.write(notebook("a: int = 1  # one"), tmp_path / "n.ipynb")
    assert read(tmp_path / "n.ipynb") == [Parameter("a", "int", 1, "one")]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("import os", "line 1 of its parameters cell is not `name: type = value`"),
        ("a: int = 1\nb = a + 1", "the default of parameter 'b' is not a plain value"),
        ("a: int = 'x'", "parameter 'a' is 'x' (str), expected int"),
        ("a: dict = {}", "parameter 'a' is of type dict, expected one of str, int"),
        ("a: int =", "line 1 of its parameters cell is not Python"),
        ("a: int = 1\na: int = 2", "parameter 'a' stands twice"),
    ],
)
def test_a_cell_that_is_no_list_of_parameters_is_refused(source: str, said: str):
    with pytest.raises(ParameterError) as refused:
        read(notebook(source))
    assert said in str(refused.value)


def test_a_missing_or_broken_notebook_is_named(tmp_path: Path):
    (tmp_path / "b.ipynb").write_text("{", encoding="utf-8")
    for name in ("a.ipynb", "b.ipynb"):
        with pytest.raises(ParameterError, match=name):
            read(tmp_path / name)


PARAMETERS = read(notebook(CELL))


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ({"seed": np.int64(3)}, {"seed": 3}),
        ({"width": np.float32(0.5)}, {"width": 0.5}),
        ({"width": 2}, {"width": 2.0}),
        ({"bare": np.bool_(True)}, {"bare": True}),
        ({"edition": Path("a/b")}, {"edition": "a/b"}),
        ({"edition": np.str_("x")}, {"edition": "x"}),
        ({"articles": ("A", np.str_("C"))}, {"articles": ["A", "C"]}),
        ({"cut": None}, {"cut": None}),
    ],
)
def test_values_become_plain(given: dict, plain: dict):
    checked = check(given, PARAMETERS)
    assert checked == plain
    for value in checked.values():
        assert type(value).__module__ == "builtins"
        assert all(type(member) is str for member in (value if isinstance(value, list) else []))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"topik": "x"}, "there is no parameter 'topik'; the parameters are corpus, edition, topic, seed"),
        ({"seed": "1"}, "parameter 'seed' is '1' (str), expected int"),
        ({"seed": True}, "expected int"),
        ({"seed": 1.0}, "expected int"),
        ({"seed": -1}, "parameter 'seed' is -1, expected a whole number from 0 on"),
        ({"width": float("nan")}, "expected float"),
        ({"width": np.float64("inf")}, "expected float"),
        ({"bare": 1}, "expected bool"),
        ({"edition": None}, "expected str"),
        ({"edition": 3}, "expected str"),
        ({"articles": "A"}, "expected list[str]"),
        ({"articles": [1]}, "expected list[str]"),
        ({"topic": "militry"}, "there is no 'militry'; choose among military, space"),
        ({"articles": ["A", "Z"]}, "there is no 'Z'; choose among A, B"),
        ({"corpus": "no/such"}, "parameter 'corpus': there is no file or folder 'no/such'"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_sentence(given: dict, said: str):
    with pytest.raises(ParameterError) as refused:
        check(given, PARAMETERS, choices={"topic": ["military", "space"], "articles": ["A", "B"]})
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_no_articles_means_all():
    assert check({"articles": []}, PARAMETERS, choices={"articles": ["A"]}) == {"articles": []}


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("str", "007", "007"),
        ("str", "no", "no"),
        ("str", "1:30", "1:30"),
        ("str", "2024_05", "2024_05"),
        ("str", "", ""),
        ("str | None", "", None),
        ("int", " 7 ", 7),
        ("int", "-7", -7),
        ("int | None", "None", None),
        ("float", ".5", 0.5),
        ("float", "1e3", 1000.0),
        ("bool", "True", True),
        ("bool", "false", False),
        ("list[str]", "A, C", ["A", "C"]),
        ("list[str]", "", []),
        ("list[str]", '["a,b"]', ["a,b"]),
    ],
)
def test_a_text_is_read_by_the_annotated_type(kind: str, text: str, value: object):
    read_value = from_text(Parameter("x", kind, None, ""), text)
    assert read_value == value
    assert type(read_value) is type(value)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("int", "1_000"),
        ("int", "1.0"),
        ("int", ""),
        ("float", "nan"),
        ("bool", "no"),
        ("bool", "1"),
        ("list[str]", "["),
    ],
)
def test_a_text_of_another_type_is_refused(kind: str, text: str):
    with pytest.raises(ParameterError, match="parameter 'x' is"):
        from_text(Parameter("x", kind, None, ""), text)


def test_loading_gives_every_cell_an_id_that_stays(tmp_path: Path):
    old = notebook("a: int = 1")
    old.nbformat_minor = 4
    for cell in old.cells:
        del cell["id"]
    nbformat.write(old, tmp_path / "old.ipynb")
    assert [cell.id for cell in parameters.load(tmp_path / "old.ipynb").cells] == ["cell-0", "cell-1", "cell-2"]
