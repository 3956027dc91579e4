"""The annotated parameters of a notebook, and the check of what is given for them before any kernel starts."""

import ast
import io
import json
import math
import os
import re
import tokenize
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.tables import ParameterError

TYPES = ("str", "int", "float", "bool", "list[str]")
"""What a parameter may be annotated with; ` | None` may follow."""
PLACES = ("corpus", "lexicons", "coding")
"""Parameters that name a file or folder, which must exist."""


@dataclass(frozen=True)
class Parameter:
    """One line `name: type = default  # help` of a notebook's parameters cell."""

    name: str
    type: str
    default: Any
    help: str

    @property
    def optional(self) -> bool:
        """Whether None is among its values."""
        return self.type.endswith(" | None")

    @property
    def base(self) -> str:
        """Its type without ` | None`."""
        return self.type.removesuffix(" | None")


def read(notebook: Any) -> list[Parameter]:
    """The parameters of a notebook (a path or a notebook node), in the order of its cell tagged `parameters`.

    `ParameterError` when a line of that cell is anything but `name: type = value`.
    """
    source, name = _parameters_cell(notebook)
    try:
        body = ast.parse(source).body
    except SyntaxError as error:
        raise ParameterError(f"{name}: line {error.lineno} of its parameters cell is not Python") from None
    comments = _comments(source)
    found = [_parameter(node, comments.get(node.end_lineno or 0, ""), name) for node in body]
    doubled = {p.name for p in found if sum(p.name == q.name for q in found) > 1}
    if doubled:
        raise ParameterError(f"{name}: parameter {min(doubled)!r} stands twice in its parameters cell")
    return found


def check(
    given: Mapping[str, Any], parameters: Sequence[Parameter], *, choices: Mapping[str, Sequence[str]] | None = None
) -> dict[str, Any]:
    """The given values as plain JSON values of their annotated types: what a notebook may be run with.

    `choices` names the valid values of a parameter, for a list those of its members. `ParameterError` names
    the first unknown name, wrong type, invalid choice, missing place or negative seed.
    """
    known = {parameter.name: parameter for parameter in parameters}
    checked = {}
    for name, value in given.items():
        if name not in known:
            raise ParameterError(unknown(name, known))
        checked[name] = _fitting(value, known[name])
        _check_choice(name, checked[name], (choices or {}).get(name))
        _check_meaning(name, checked[name])
    return checked


def unknown(name: str, known: Sequence[str] | Mapping[str, Any]) -> str:
    """The sentence that refuses a parameter's name."""
    return f"there is no parameter {name!r}; the parameters are {', '.join(known) or 'none'}"


def from_text(parameter: Parameter, text: str) -> Any:
    """What `text`, typed on a command line or in a table, means for this parameter: its type decides, no guessing.

    A list is written `A,C` or as JSON; an empty text is None where None is allowed.

    >>> from_text(Parameter("edition", "str", "", ""), "007")
    '007'
    """
    base = parameter.base
    if parameter.optional and text.strip() in ("", "None"):
        return None
    if base == "list[str]":
        return _list(parameter, text)
    if base == "bool" and text.strip().lower() in ("true", "false"):
        return text.strip().lower() == "true"
    if base == "int" and re.fullmatch(r"\s*[+-]?[0-9]+\s*", text):
        return int(text)
    if base == "float" and re.fullmatch(r"\s*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?\s*", text, re.IGNORECASE):
        return float(text)
    if base == "str":
        return text
    raise _wrong(parameter, text)


def _parameters_cell(notebook: Any) -> tuple[str, str]:
    name = "notebook"
    if isinstance(notebook, (str, Path)):
        name, notebook = Path(notebook).name, load(Path(notebook))
    for cell in notebook.cells:
        if cell.cell_type == "code" and "parameters" in cell.metadata.get("tags", []):
            return cell.source, name
    return "", name


def load(path: Path) -> Any:
    """The notebook in a file, as nbformat 4.5, in which every cell has an id."""
    import nbformat

    try:
        notebook = nbformat.read(path, as_version=4)
    except (OSError, ValueError, nbformat.ValidationError):
        raise ParameterError(f"{path}: no such notebook, or not one that can be read") from None
    for place, cell in enumerate(notebook.cells):
        cell.setdefault("id", f"cell-{place}")
    notebook.nbformat_minor = max(5, notebook.nbformat_minor)
    return notebook


def _comments(source: str) -> dict[int, str]:
    """Line → the comment that ends it, without its `#`."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {t.start[0]: t.string.lstrip("#").strip() for t in tokens if t.type == tokenize.COMMENT}


def _parameter(node: ast.stmt, comment: str, notebook: str) -> Parameter:
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
        name, annotation, value = node.target.id, ast.unparse(node.annotation), node.value
    elif isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        name, annotation, value = node.targets[0].id, "", node.value
    else:
        raise ParameterError(f"{notebook}: line {node.lineno} of its parameters cell is not `name: type = value`")
    try:
        default = ast.literal_eval(value)
    except ValueError:
        raise ParameterError(f"{notebook}: the default of parameter {name!r} is not a plain value") from None
    parameter = Parameter(name, annotation or _type_of(default), default, comment)
    if parameter.base not in TYPES:
        known = ", ".join(TYPES)
        raise ParameterError(f"{notebook}: parameter {name!r} is of type {parameter.type}, expected one of {known}")
    return Parameter(name, parameter.type, _fitting(default, parameter), comment)


def _type_of(default: Any) -> str:
    if default is None:
        return "str | None"
    return "list[str]" if isinstance(default, list) else type(default).__name__


def _list(parameter: Parameter, text: str) -> list[str]:
    if text.strip().startswith("["):
        try:
            return _fitting(json.loads(text), parameter)
        except json.JSONDecodeError:
            raise _wrong(parameter, text) from None
    return [member.strip() for member in text.split(",") if member.strip()]


def _fitting(value: Any, parameter: Parameter) -> Any:
    """The value as the plain JSON value of the parameter's type; numpy scalars, paths and tuples are unwrapped."""
    plain = value.item() if type(value).__module__ == "numpy" and hasattr(value, "item") else value
    if plain is None and parameter.optional:
        return None
    base = parameter.base
    if base == "str" and isinstance(plain, (str, os.PathLike)):
        return str(os.fspath(plain))
    if base == "list[str]" and isinstance(plain, (list, tuple)) and all(isinstance(p, str) for p in plain):
        return [str(p) for p in plain]
    if base == "bool" and isinstance(plain, bool):
        return plain
    if base == "int" and isinstance(plain, int) and not isinstance(plain, bool):
        return int(plain)
    if base == "float" and isinstance(plain, (int, float)) and not isinstance(plain, bool) and math.isfinite(plain):
        return float(plain)
    raise _wrong(parameter, value)


def _wrong(parameter: Parameter, value: Any) -> ParameterError:
    shown = f"{value!r}"[:80]
    return ParameterError(
        f"parameter {parameter.name!r} is {shown} ({type(value).__name__}), expected {parameter.type}"
    )


def _check_choice(name: str, value: Any, choices: Sequence[str] | None) -> None:
    if choices is None or value is None:
        return
    for member in value if isinstance(value, list) else [value]:
        if member not in choices:
            raise ParameterError(f"parameter {name!r}: there is no {member!r}; choose among {', '.join(choices)}")


def _check_meaning(name: str, value: Any) -> None:
    if name == "seed" and value is not None and value < 0:
        raise ParameterError(f"parameter 'seed' is {value}, expected a whole number from 0 on")
    if name in PLACES and value and not Path(value).exists():
        raise ParameterError(f"parameter {name!r}: there is no file or folder {value!r}")
