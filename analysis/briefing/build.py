"""Corpus → a folder of briefings: executed notebooks, HTML, PDF, index, tables and manifest, all of them or none."""

import copy
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.briefing.kernels import Kernels

if TYPE_CHECKING:
    from analysis.briefing.inputs import Inputs
    from analysis.briefing.plan import Report

TIMEOUT = 600.0
"""Seconds that a cell may take."""
Progress = Callable[[str, int, int], None]
"""Called with a report's name, how many are finished, and of how many."""


@dataclass(frozen=True)
class Built:
    """What a build wrote, and what its notebooks wrote to stderr."""

    output: Path
    reports: list[str]
    warnings: list[str] = field(default_factory=list)


def build(
    corpus: str | Path,
    output: str | Path = "reports",
    *,
    notebooks: Sequence[str] = (),
    given: Mapping[str, Any] | None = None,
    grid: str | Path | None = None,
    lexicons: str | Path | None = None,
    jobs: int | None = None,
    timeout: float | None = TIMEOUT,
    progress: Progress | None = None,
    forked: bool | None = None,
    within: Path | None = None,
    also: Sequence[str] = (),
) -> Built:
    """Run the notebooks on the corpus and put their briefings in the place of the folder `output`.

    `given` sets parameters of those notebooks that have them (a text is read by the parameter's type), `grid`
    is a CSV file with a report a row, `lexicons` a folder of one's own, `jobs` how many notebooks run at a
    time, `within` the folder of the notebooks, `also` languages in which the first notebook, the briefing, is built
    besides that of the parameter `language`. `ParameterError` comes before any notebook starts; after a
    `BuildError`, as after Ctrl-C, `output` is as it was.
    """
    given, output = dict(given or {}), Path(output).resolve()
    lighten()
    with Kernels(forked=forked) as kernels:  # they warm up while we import and read
        from analysis.briefing import index, inputs, plan, publish

        request = plan.Request(notebooks, given, Path(grid) if grid else None, also)
        read = inputs.gather(corpus, output, given.get("lexicons") or lexicons, given.get("coding"))
        reports = plan.reports(request, choices=read.choices(), places=read.places, within=within)
        with publish.staging(output) as folder:
            read.link(folder)
            built = folder / output.name
            built.mkdir()
            desk = _Desk(
                built, read, index.titles(reports), [str(output), *inputs.machine_paths(folder, *read.links.values())]
            )
            runs = execute_all(reports, kernels, built, desk.finish, jobs=jobs, timeout=timeout, progress=progress)
            desk.close(reports, {name: notebook for name, (notebook, _) in runs.items()})
            publish.publish(built, output)
    said = [f"{report.name}: {line}" for report in reports for line in runs[report.name][1]]
    return Built(output, [report.name for report in reports], said)


def lighten() -> None:
    """Keep jsonschema from building the grammars of addresses, which no notebook needs: half the time of its import."""
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def execute_all(
    reports: "Sequence[Report]",
    kernels: Kernels,
    cwd: Path,
    finish: "Callable[[Report, Any], Any]",
    *,
    jobs: int | None = None,
    timeout: float | None = TIMEOUT,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Report → what `finish` makes of it and its executed notebook; the first failure stops the others.

    Notebooks run `jobs` at a time, by default one more than there are processors, because a kernel often waits;
    `finish` is called in this thread only, while others run.
    """
    from analysis.briefing.run import execute
    from analysis.briefing.translation import translated

    def run(report: "Report") -> Any:
        node = translated(report.notebook.node, report.language)
        manager_class = kernels.manager_class
        return execute(node, report.given, name=report.name, cwd=str(cwd), manager_class=manager_class, timeout=timeout)

    finished: dict[str, Any] = {}
    pool = ThreadPoolExecutor(jobs or min(1 + (os.cpu_count() or 1), len(reports)))
    try:
        waiting = {pool.submit(run, report): report for report in reports}
        for future in as_completed(waiting):
            report = waiting[future]
            finished[report.name] = finish(report, future.result())
            if progress:
                progress(report.name, len(finished), len(reports))
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        kernels.kill()  # the threads that wait for them end as well
        raise
    finally:
        pool.shutdown(wait=True)
    return finished


@dataclass(frozen=True)
class _Desk:
    """Where the files of a build are written, before they are published."""

    folder: Path
    inputs: "Inputs"
    titles: dict[str, str]
    forbidden: list[str]

    def finish(self, report: "Report", executed: Any) -> tuple[Any, list[str]]:
        """Write a report's notebook, HTML and PDF; the canonical notebook, and its warnings."""
        from analysis import language
        from analysis.briefing import canonical

        notebook = canonical.canonical(executed)
        canonical.forbid_paths(notebook, self.forbidden, report.name)
        notebook.metadata["recoupe"] = self._metadata(report, notebook)
        self._write(f"{report.name}.ipynb", canonical.text(notebook))
        with language.speaking(report.language):
            page, printed = export(notebook, report.name)
        self._write(f"{report.name}.html", page)
        (self.folder / f"{report.name}.pdf").write_bytes(printed)
        return notebook, canonical.warnings(executed)

    def close(self, reports: "Sequence[Report]", notebooks: Mapping[str, Any]) -> None:
        """Write the tables, the index and the manifest of a build whose reports are written."""
        from analysis import language
        from analysis.briefing import index, manifest, publish
        from analysis.briefing.export_tables import write_tables

        tables = self.inputs.tables
        write_tables(tables, self.folder / "tables")
        entries = [index.entry(report.name, notebooks[report.name]) for report in reports]
        with language.speaking(reports[0].language):
            self._write("index.html", index.page(self.inputs.event, self.inputs.articles(), entries, tables))
        content = manifest.manifest(
            corpus=self.inputs.corpus,
            lexicons=manifest.lexicon_files(set(tables["documents"]["lang"]), self.inputs.lexicons),
            notebooks=sorted({report.notebook.path for report in reports}),
            reports={r.name: {"notebook": r.notebook.path.name, "parameters": r.values} for r in reports},
            outputs=self.folder,
        )
        self._write(publish.MANIFEST, manifest.text(content))

    def _metadata(self, report: "Report", notebook: Any) -> dict[str, Any]:
        from analysis import language
        from analysis.briefing import index

        values = report.values
        with language.speaking(report.language):
            title = index.name_of(notebook, values.get("topic") or "")
        return {
            "title": title or report.name,
            "corpus": self.inputs.event,
            "articles": self.inputs.articles(values.get("articles")),
            "parameters": values,
            "notebook": report.notebook.name,
            "briefings": list(self.titles),
            "titles": self.titles,
            "lang": report.language,
        }

    def _write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8", newline="\n")


def export(notebook: Any, name: str) -> tuple[str, bytes]:
    """The notebook as HTML and as PDF; `BuildError` names the report when it cannot be set."""
    from analysis.briefing.exporters import BriefingExporter, BriefingPDFExporter
    from analysis.tables import BuildError, RecoupeError

    try:
        page, _ = BriefingExporter().from_notebook_node(copy.deepcopy(notebook))
        printed, _ = BriefingPDFExporter().from_notebook_node(copy.deepcopy(notebook))
    except Exception as error:
        said = str(error).strip().splitlines() or [""]
        kind = "" if isinstance(error, RecoupeError) else f"{type(error).__name__}: "
        raise BuildError(f"{name} cannot be exported\n  {kind}{said[0][:300]}") from error
    return page, printed
