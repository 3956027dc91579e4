"""Which notebooks a build runs, and with which parameters: all checked before any of them starts."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from analysis.briefing import parameters
from analysis.briefing.parameters import Parameter
from analysis.language import LANGUAGES
from analysis.tables import ParameterError, slug

ORDER = ("briefing", "topics", "coverage", "framing", "validation")


@dataclass(frozen=True)
class Notebook:
    """A notebook on disk."""

    path: Path

    @property
    def name(self) -> str:
        """Its file's name without `.ipynb`."""
        return self.path.stem

    @cached_property
    def node(self) -> Any:
        """Its cells."""
        return parameters.load(self.path)

    @cached_property
    def parameters(self) -> dict[str, Parameter]:
        """Name → parameter."""
        return {parameter.name: parameter for parameter in parameters.read(self.path)}


@dataclass(frozen=True)
class Report:
    """A notebook and the values it is run with, where they are not its defaults."""

    name: str
    notebook: Notebook
    given: dict[str, Any] = field(default_factory=dict)

    @property
    def values(self) -> dict[str, Any]:
        """Every parameter with the value it has in this report."""
        return {name: parameter.default for name, parameter in self.notebook.parameters.items()} | self.given

    @property
    def language(self) -> str:
        """The language it speaks: its parameter's; English for a notebook that has none."""
        return str(self.values.get("language") or LANGUAGES[0])


@dataclass(frozen=True)
class Request:
    """What somebody asked to be built: values as they were given, texts still to be read by their types.

    `also` are languages in which the first of the notebooks is built as well.
    """

    notebooks: Sequence[str] = ()
    given: Mapping[str, Any] = field(default_factory=dict)
    grid: Path | None = None
    also: Sequence[str] = ()


def folder() -> Path:
    """Where the notebooks are: beside the package in a checkout, inside it once installed."""
    package = Path(__file__).parents[1]
    beside = package.parent / "notebooks"
    return beside if beside.is_dir() and (package.parent / "pyproject.toml").is_file() else package / "notebooks"


def notebooks(names: Sequence[str] = (), *, within: Path | None = None) -> list[Notebook]:
    """The notebooks of these names or paths; without any, all of the folder in the order in which they are read."""
    within = within or folder()
    found = {path.stem: path for path in within.glob("*.ipynb")}
    order = [name for name in ORDER if name in found] + sorted(set(found) - set(ORDER))
    if not names:
        return [Notebook(found[name]) for name in order]
    return [Notebook(_find(name, found, order)) for name in dict.fromkeys(names)]


def reports(
    request: Request,
    *,
    choices: Mapping[str, Sequence[str]],
    places: Mapping[str, str],
    within: Path | None = None,
) -> list[Report]:
    """The reports of a build, in the order of its index.

    `choices` are the valid topics, articles and languages, `places` the values of the parameters that name a folder;
    without a place for `coding` there is no validation. A notebook with a parameter `topic` is run for each
    topic, unless one is given. `ParameterError` names what is wrong in the request.
    """
    chosen = notebooks(request.notebooks, within=within)
    if "coding" not in places:
        chosen = [notebook for notebook in chosen if notebook.name != "validation" or _asked(notebook, request)]
    _refuse_unknown(request.given, chosen)
    rows = _grid(request.grid, chosen) if request.grid else _spread(chosen, request.given, choices)
    rows += _again(chosen[:1], request, choices)
    made = [_report(notebook, own, request.given, choices, places, bool(request.grid)) for notebook, own in rows]
    if not made:
        raise ParameterError("there is no notebook to run")
    _refuse_doubles([report.name for report in made])
    return made


def _find(name: str, found: Mapping[str, Path], order: Sequence[str]) -> Path:
    if name in found:
        return found[name]
    if name.endswith(".ipynb") and Path(name).is_file():
        return Path(name)
    raise ParameterError(f"there is no notebook {name!r}; the notebooks are {', '.join(order)}, or name an .ipynb file")


def _asked(notebook: Notebook, request: Request) -> bool:
    if notebook.name in request.notebooks:
        raise ParameterError("the corpus has no folder coding/, which notebook 'validation' compares with")
    return False


def _refuse_unknown(given: Mapping[str, Any], chosen: Sequence[Notebook]) -> None:
    known = sorted({name for notebook in chosen for name in notebook.parameters} - {"corpus"})
    for name in given:
        if name == "corpus":
            raise ParameterError("the corpus is an argument of the build, not a parameter to set")
        if name not in known:
            raise ParameterError(parameters.unknown(name, known))


def _refuse_doubles(names: Sequence[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise ParameterError(f"two reports would be called {name!r}; each needs parameters of its own")
        if name in ("", "index"):
            raise ParameterError(f"a report cannot be called {name!r}; rename its notebook")


def _spread(chosen: Sequence[Notebook], given: Mapping[str, Any], choices: Mapping[str, Sequence[str]]) -> list:
    """(notebook, its own values): one a topic where the topic is left open, else one a notebook."""
    return [
        (notebook, {"topic": topic} if topic else {})
        for notebook in chosen
        for topic in (choices["topic"] if "topic" in notebook.parameters and "topic" not in given else [""])
    ]


def _again(first: Sequence[Notebook], request: Request, choices: Mapping[str, Sequence[str]]) -> list:
    """The first notebook in the languages in which it is wanted as well."""
    if request.also and not all("language" in notebook.parameters for notebook in first):
        raise ParameterError(f"notebook {first[0].name!r} has no parameter 'language'")
    return [
        (notebook, own | {"language": language})
        for language in dict.fromkeys(request.also)
        for notebook, own in _spread(first, request.given, choices)
        if language != request.given.get("language", LANGUAGES[0])
    ]


def _grid(path: Path, chosen: Sequence[Notebook]) -> list[tuple[Notebook, dict[str, str]]]:
    """(notebook, its own values): one a row of the table, empty cells left out."""
    by_name = {notebook.name: notebook for notebook in chosen}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, restkey="", restval=""))
    except (OSError, UnicodeDecodeError, csv.Error):
        raise ParameterError(f"{path}: no such table, or not a CSV file in UTF-8") from None
    made = []
    for number, row in enumerate(rows, start=2):
        name = row.pop("notebook", "")
        if name not in by_name or "" in row:
            wrong = f"notebook {name!r}; the notebooks are {', '.join(by_name)}" if "" not in row else "too many cells"
            raise ParameterError(f"{path}, row {number}: {wrong}")
        own = {key: value for key, value in row.items() if value}
        for key in own:
            if key not in by_name[name].parameters or key in parameters.PLACES:
                free = [each for each in by_name[name].parameters if each not in parameters.PLACES]
                raise ParameterError(f"{path}, row {number}: {parameters.unknown(key, free)}")
        made.append((by_name[name], own))
    return made


def _report(
    notebook: Notebook,
    own: Mapping[str, Any],
    given: Mapping[str, Any],
    choices: Mapping[str, Sequence[str]],
    places: Mapping[str, str],
    named_by_all: bool,
) -> Report:
    known = notebook.parameters
    wanted = {name: value for name, value in {**given, **own}.items() if name in known and name not in places}
    read = {name: parameters.from_text(known[name], v) if isinstance(v, str) else v for name, v in wanted.items()}
    checked = parameters.check(read, list(known.values()), choices=choices)
    checked |= {name: place for name, place in {"coding": "", **places}.items() if name in known}
    named = ("topic", "language") if "language" in own else ("topic",)
    telling = own if named_by_all else {name: checked[name] for name in named if name in checked}
    name = "-".join(filter(None, [slug(notebook.name), *(slug(str(value)) for value in telling.values())]))
    return Report(name, notebook, {key: value for key, value in checked.items() if value != known[key].default})
