"""A notebook and its parameters → the executed notebook, proven to be complete."""

import logging
from collections.abc import Mapping
from typing import Any

from analysis.briefing import canonical
from analysis.tables import BuildError


def execute(
    notebook: Any,
    given: Mapping[str, Any],
    *,
    name: str,
    cwd: str,
    manager_class: type,
    timeout: float | None = None,
) -> Any:
    """The notebook as papermill executed it in the folder `cwd`: every code cell ran, in order, without an error.

    `BuildError` names the report, its parameters, the heading above the cell that failed and the error's last
    line. `timeout` limits each cell, in seconds.
    """
    import papermill

    logging.getLogger("papermill").setLevel(logging.CRITICAL)  # what it logs, we say
    trail = _Trail(notebook)
    try:
        executed = papermill.execute_notebook(
            notebook,
            None,
            parameters=dict(given),
            kernel_name="python3",
            language="python",
            progress_bar=False,
            log_output=False,
            start_timeout=120,
            execution_timeout=timeout,
            kernel_manager_class=manager_class,
            resources={"metadata": {"path": cwd}},
            extra_arguments=["--IPKernelApp.log_level=40"],
            shutdown_kernel="immediate",
            iopub_timeout=60,
            on_notebook_start=trail.start,
            on_cell_start=trail.reach,
        )
    except BuildError:
        raise
    except Exception as error:
        raise BuildError(_sentence(name, given, *trail.end(error, timeout))) from error
    flaw = proof(executed)
    if flaw:
        raise BuildError(_sentence(name, given, canonical.heading(executed, flaw[0]), flaw[1]))
    return executed


def proof(notebook: Any) -> tuple[int, str] | None:
    """None when every code cell ran, in order, without error; else the first that did not, and what is wrong."""
    cells = [(place, cell) for place, cell in enumerate(notebook.cells) if _runs(cell)]
    if not cells:
        return 0, "the notebook has no code to run"
    for number, (place, cell) in enumerate(cells, start=1):
        errors = [output for output in cell.outputs if output.output_type == "error"]
        if errors:
            return place, _error_line(errors[0].ename, errors[0].evalue)
        if cell.execution_count != number:
            return place, "the cell did not run to its end"
    return None


def _runs(cell: Any) -> bool:
    return cell.cell_type == "code" and bool(cell.source.strip())


def _error_line(name: str, message: str) -> str:
    """The last line of a traceback; sys.exit says that it ended the notebook."""
    lines = message.strip().splitlines()
    if name == "SystemExit":
        return f"the cell ended the notebook (SystemExit: {message})"
    return f"{name}: {lines[-1][:300]}" if lines else name


def _sentence(name: str, given: Mapping[str, Any], heading: str, reason: str) -> str:
    shown = ", ".join(f"{key} = {value!r}" for key, value in given.items()) or "its default parameters"
    return f"{name} ({shown}) stopped in the cell under {heading}\n  {reason}"


class _Trail:
    """How far a notebook got: nbclient calls `start` and `reach`."""

    def __init__(self, notebook: Any) -> None:
        self.notebook, self.place = notebook, 0

    def start(self, notebook: Any) -> None:
        self.notebook = notebook

    def reach(self, cell: Any, cell_index: int) -> None:
        self.place = cell_index

    def end(self, error: Exception, timeout: float | None) -> tuple[str, str]:
        """The heading above the cell where `error` came up, and the reason in a line."""
        from nbclient.exceptions import CellTimeoutError, DeadKernelError
        from papermill import PapermillExecutionError

        if isinstance(error, PapermillExecutionError):  # papermill has put two cells of its own in
            self.place = error.cell_index
            reason = _error_line(error.ename, error.evalue)
        elif isinstance(error, CellTimeoutError):
            reason = f"the cell ran longer than {timeout:g} seconds"
        elif isinstance(error, DeadKernelError):
            reason = "the kernel died"
        else:
            reason = _error_line(type(error).__name__, str(error))
        return canonical.heading(self.notebook, self.place), reason
