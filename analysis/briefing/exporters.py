"""The two exporters that nbconvert and JupyterLab list: `briefing` (HTML) and `briefing_pdf`."""

import re
from typing import Any

from nbconvert.exporters.exporter import Exporter


class BriefingExporter(Exporter):
    """An executed notebook → one self-contained HTML file."""

    export_from_notebook = "Briefing (HTML)"
    output_mimetype = "text/html"

    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(self, nb: Any, resources: Any = None, **kw: Any) -> tuple[str, Any]:  # type: ignore[override]
        """The file as text, and nbconvert's resources."""
        from analysis.briefing.html import html
        from analysis.briefing.page import page

        nb, resources = super().from_notebook_node(_told(nb), resources, **kw)
        return html(page(nb, _name(resources))), resources


class BriefingPDFExporter(Exporter):
    """An executed notebook → one tagged PDF."""

    export_from_notebook = "Briefing (PDF)"
    output_mimetype = "application/pdf"

    def _file_extension_default(self) -> str:
        return ".pdf"

    def from_notebook_node(self, nb: Any, resources: Any = None, **kw: Any) -> tuple[bytes, Any]:  # type: ignore[override]
        """The file as bytes, and nbconvert's resources."""
        from analysis.briefing.page import page
        from analysis.briefing.typst import pdf

        nb, resources = super().from_notebook_node(_told(nb), resources, **kw)
        resources.pop("outputs", None)
        return pdf(page(nb, _name(resources))), resources


def _told(nb: Any) -> Any:
    """The notebook, which says in which language it speaks: where no build has noted it, its parameters tell."""
    cells = [cell.source for cell in nb.cells if _GIVEN & {*cell.get("metadata", {}).get("tags", [])}]
    found = re.findall(r"""^language\b[^=\n]*=\s*["'](\w+)["']""", "\n".join(cells), re.MULTILINE)
    if found:
        nb.metadata.setdefault("recoupe", {}).setdefault("lang", found[-1])
    return nb


_GIVEN = {"parameters", "injected-parameters"}


def _name(resources: Any) -> str:
    return str(resources.get("metadata", {}).get("name") or "Briefing")


__all__ = ["BriefingExporter", "BriefingPDFExporter"]
