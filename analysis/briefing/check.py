"""Whether the stored notebooks reproduce: each is run again where it stands, and compared cell by cell."""

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from analysis.briefing import canonical, inputs, plan, publish
from analysis.briefing.build import TIMEOUT, Progress, execute_all
from analysis.briefing.kernels import Kernels
from analysis.briefing.plan import Report

SHOWN = 12
"""Lines of a difference that are shown."""


def check(
    names: Sequence[str] = (),
    *,
    update: bool = False,
    jobs: int | None = None,
    timeout: float | None = TIMEOUT,
    progress: Progress | None = None,
    within: Path | None = None,
    forked: bool | None = None,
) -> list[str]:
    """What differs between the stored notebooks and a new run of them; with `update`, the new run is then stored.

    Each difference names the notebook and the heading above its cell, and shows a short diff.
    """
    notebooks = plan.notebooks(names, within=within)
    by_folder = {n.path.parent for n in notebooks}
    found: dict[str, list[str]] = {}
    with Kernels(forked=forked) as kernels:
        for folder in sorted(by_folder):
            reports = [Report(n.name, n) for n in notebooks if n.path.parent == folder]
            new = execute_all(reports, kernels, folder, _canonical, jobs=jobs, timeout=timeout, progress=progress)
            found |= {report.name: differences(report, new[report.name]) for report in reports}
            if update:
                for report in reports:
                    publish.replace(report.notebook.path, canonical.text(new[report.name]).encode("utf-8"))
    return [line for notebook in notebooks for line in found[notebook.name]]


def differences(report: Report, new: Any) -> list[str]:
    """One text a cell whose stored outputs differ from those of the new run."""
    old = report.notebook.node
    if not any(cell.get("execution_count") for cell in old.cells):
        return [f"{report.name}: it is stored without outputs; `recoupe check --update` stores them"]
    found = []
    for place, (stored, run) in enumerate(zip(old.cells, new.cells, strict=True)):
        before, after = _shown(stored), _shown(run)
        if before != after:
            diff = list(difflib.unified_diff(before, after, "stored", "new run", lineterm="", n=1))
            cut = [line[:160] for line in diff[:SHOWN]] + (["…"] if len(diff) > SHOWN else [])
            found.append("\n  ".join([f"{report.name}: the cell under {canonical.heading(old, place)} differs", *cut]))
    if not found and report.notebook.path.read_text("utf-8") != canonical.text(new):
        found.append(f"{report.name}: its outputs reproduce, but the file is not as `recoupe check --update` stores it")
    return found


def _canonical(report: Report, executed: Any) -> Any:
    notebook = canonical.canonical(executed)
    canonical.forbid_paths(notebook, inputs.machine_paths(), report.name)
    return notebook


def _shown(cell: Any) -> list[str]:
    """What a cell shows, in lines: its number and its outputs."""
    if cell.cell_type != "code":
        return []
    lines = [f"In [{cell.execution_count}]"]
    for output in cell.outputs:
        lines += [f"{key}: {output[key]}" for key in ("name", "ename", "evalue") if key in output]
        lines += str(output.get("text", "")).splitlines()
        for mime, content in sorted(output.get("data", {}).items(), key=lambda item: (item[0] != "text/plain", item)):
            lines += [mime, *str(content).splitlines()]
        lines += [f"{key} = {value}" for key, value in sorted(output.get("metadata", {}).items())]
    return lines
