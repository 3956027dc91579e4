"""Formulas in Markdown → small drawings by matplotlib; what it cannot set stays as its TeX source."""

import re
from functools import lru_cache
from typing import Any

from analysis.briefing import svg
from analysis.briefing.tree import Element, Node, el, words

SETTINGS: dict[str, Any] = {
    "svg.fonttype": "path",
    "svg.hashsalt": "formula",
    "mathtext.fontset": "stix",
    "savefig.transparent": True,
}


def drawn(nodes: list[Node]) -> list[Node]:
    """The nodes with each formula (class `math`) drawn, or shown as code."""
    return [_drawn(node) for node in nodes]


def _drawn(node: Node) -> Node:
    if isinstance(node, str):
        return node
    if not node.has("math"):
        return Element(node.tag, node.attrs, drawn(node.children))
    written = words(node)
    tex = re.sub(r"^(?:\\\(|\\\[|\$\$)|(?:\\\)|\\\]|\$\$)$", "", written).strip()
    if node.tag == "span" and _money(written):
        return f"${written[2:-2]}$"
    drawing = formula(tex)
    shown = Element("span", {"class": "formula", "aria-label": tex}, [drawing]) if drawing else el("code", tex)
    return shown if node.tag == "span" else el("p", shown, class_="display")


def _money(written: str) -> bool:
    """Whether two dollar signs in a sentence are prices rather than a formula."""
    inside = written[2:-2]
    return inside != inside.strip() or bool(re.match(r"[\d.,]+\s+\w+.*\s", inside))


@lru_cache(maxsize=256)
def formula(tex: str) -> Element | None:
    """A formula as an `svg` element whose `depth` says how far it hangs below the line; None if refused."""
    if not tex.isascii():
        return None
    import io

    import matplotlib
    from matplotlib import mathtext
    from matplotlib.font_manager import FontProperties

    written = io.StringIO()
    try:
        with matplotlib.rc_context(SETTINGS):  # type: ignore[arg-type]
            properties = FontProperties(size=11)
            depth = mathtext.math_to_image(f"${tex}$", written, prop=properties, format="svg", color="#1a1a1a")
    except (ValueError, RuntimeError, KeyError):
        return None
    drawing = svg.figure(re.sub(r"<metadata>.*?</metadata>", "", written.getvalue(), flags=re.DOTALL))
    if drawing:
        drawing.attrs["data-depth"] = f"{depth:.2f}"
    return drawing
