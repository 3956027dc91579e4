"""Executed notebooks without what differs from run to run: same input, same bytes."""

import copy
import re
from collections.abc import Iterable
from typing import Any

from analysis.tables import BuildError

KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LANGUAGE = ("name", "file_extension", "mimetype", "pygments_lexer", "nbconvert_exporter")
RUN_METADATA = ("papermill", "execution", "ExecuteTime")
INJECTED = "injected-parameters"


def canonical(notebook: Any) -> Any:
    """A copy of the notebook without times, durations, random ids, versions of Python and stderr.

    Cell ids are kept; the cell that papermill injects is called `injected-parameters`.
    """
    notebook = copy.deepcopy(notebook)
    notebook.metadata = _metadata(notebook.metadata)
    for place, cell in enumerate(notebook.cells):
        _name(cell, place)
        for key in RUN_METADATA:
            cell.metadata.pop(key, None)
        if not cell.metadata.get("tags", True):
            del cell.metadata["tags"]
        if cell.cell_type == "code":
            cell.outputs = _outputs(cell.outputs)
    return notebook


def text(notebook: Any) -> str:
    """The notebook as it stands in a file, with a final newline."""
    import nbformat

    return nbformat.writes(notebook).rstrip("\n") + "\n"


def warnings(notebook: Any) -> list[str]:
    """What its cells wrote to stderr: a line a cell, naming the cell's heading."""
    found = []
    for place, cell in enumerate(notebook.cells):
        said = "".join(o.text for o in cell.get("outputs", []) if o.get("name") == "stderr").strip()
        if said:
            line = re.sub(r"^\S+\.py:\d+: ", "", said.splitlines()[0])
            found.append(f"the cell under {heading(notebook, place)} wrote to stderr: {line[:200]}")
    return found


def heading(notebook: Any, place: int) -> str:
    """The last Markdown heading at or above the cell, in quotation marks."""
    for cell in reversed(notebook.cells[: place + 1]):
        lines = re.findall(r"^#{1,6}\s+(.+?)\s*#*$", cell.source, re.MULTILINE) if cell.cell_type == "markdown" else []
        if lines:
            return f"“{lines[-1]}”"
    return f"no heading (cell {place + 1})"


def title(notebook: Any, otherwise: str = "") -> str:
    """The notebook's first heading of the first level: its question."""
    for cell in notebook.cells:
        found = re.search(r"^#\s+(.+?)\s*#*$", cell.source, re.MULTILINE) if cell.cell_type == "markdown" else None
        if found:
            return found[1]
    return otherwise


def forbid_paths(notebook: Any, paths: Iterable[str], name: str) -> None:
    """`BuildError` when the notebook shows one of these paths of the machine."""
    wanted = sorted({path.rstrip("/") for path in paths if len(path.strip("/")) > 1})
    pattern = re.compile(r"(?<![\w/:.])(?:" + "|".join(map(re.escape, wanted)) + r")(?![\w-])")
    for place, cell in enumerate(notebook.cells):
        for shown in (cell.source, *_strings(cell.get("outputs", []))):
            found = pattern.search(shown)
            if found:
                where = heading(notebook, place)
                raise BuildError(f"{name}: the cell under {where} shows a path of this machine, {found[0]!r}")


def _metadata(metadata: Any) -> Any:
    kept = {key: value for key, value in metadata.items() if key not in ("papermill", "widgets")}
    given = metadata.get("papermill", {}).get("parameters")
    if given:
        kept["papermill"] = {"parameters": given}
    spoken = metadata.get("language_info", {"name": "python"})
    kept["language_info"] = {key: spoken[key] for key in LANGUAGE if key in spoken}
    kept["kernelspec"] = dict(KERNELSPEC)
    return type(metadata)(kept)


def _name(cell: Any, place: int) -> None:
    if INJECTED in cell.metadata.get("tags", []):
        cell["id"] = INJECTED
    cell.setdefault("id", f"cell-{place}")


def _outputs(outputs: list[Any]) -> list[Any]:
    """The outputs, stdout in one piece however it arrived, without stderr and addresses in memory."""
    kept: list[Any] = []
    for output in outputs:
        if output.output_type == "stream" and output.name == "stderr":
            continue
        if output.output_type == "stream" and kept and kept[-1].output_type == "stream":
            kept[-1].text += output.text
            continue
        plain = output.get("data", {}).get("text/plain")
        if plain:
            output.data["text/plain"] = re.sub(r"(<[^<>\n]*?) at 0x[0-9a-fA-F]{6,}(?=>)", r"\1", plain)
        kept.append(output)
    return kept


def _strings(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for mime, member in value.items():
            if not str(mime).startswith("image/png"):
                yield from _strings(member)
    elif isinstance(value, list):
        for member in value:
            yield from _strings(member)
