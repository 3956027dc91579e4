"""A notebook's cells → nodes: Markdown, and each kind of output; code, stderr and widgets stay out."""

import base64
import binascii
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from analysis.briefing import maths, svg
from analysis.briefing.sanitise import clean, fragment
from analysis.briefing.tree import Element, Node, el, walk, words

_ANSI = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07]*(?:\x07|\x1b\\)|[@-_])")
LONG = 20_000
"""How many characters of plain text an output may show; what is cut is said."""


def markdown(source: str, attachments: dict[str, dict[str, str]] | None = None) -> list[Node]:
    """The nodes of a Markdown cell; HTML in it is kept as far as the allow-list goes."""
    source = re.sub(r"\]\(attachment:([^)\s]+)", lambda m: "](" + _attached(m.group(1), attachments or {}), source)
    return maths.drawn(fragment(str(_parser()(source))))


def outputs(cell: Any) -> list[Node]:
    """The nodes of a code cell's outputs, in order; what it printed in several pieces is one text."""
    nodes: list[Node] = []
    printed = ""
    for output in [*cell.get("outputs", []), {"output_type": "end"}]:
        if output["output_type"] == "stream":
            printed += _joined(output.get("text", "")) if output.get("name") == "stdout" else ""
            continue
        if printed.strip():
            nodes.append(_pre(printed, "stdout"))
        printed = ""
        nodes += _output(output)
    return nodes


def _output(output: Any) -> list[Node]:
    if output["output_type"] == "error":
        return [_error(output)]
    bundle = output.get("data", {})
    for mime, reader in _READERS.items():
        if mime in bundle and (nodes := reader(_joined(bundle[mime]), _about(output, mime))):
            return nodes
    return []


def _about(output: Any, mime: str) -> dict[str, Any]:
    given = output.get("metadata", {})
    said = given.get("recoupe") or given.get(mime, {}).get("recoupe") or {}
    return dict(said) if isinstance(said, dict) else {}


def _html(source: str, about: dict[str, Any]) -> list[Node]:
    nodes = fragment(source)
    shown = any(words(node) for node in nodes) or any(e.tag in ("img", "hr") for e in walk(nodes))
    return nodes if shown else []


def _vector(source: str, about: dict[str, Any]) -> list[Node]:
    drawing = svg.figure(source)
    return [_figure(drawing, about)] if drawing else []


def _pixels(mime: str) -> Callable[[str, dict[str, Any]], list[Node]]:
    def read(source: str, about: dict[str, Any]) -> list[Node]:
        drawing = picture(source, mime)
        return [_figure(drawing, about)] if drawing else []

    return read


def picture(source: str, mime: str) -> Element | None:
    """A PNG or JPEG in base64 as a drawing, or None when it cannot be opened."""
    import io

    from PIL import Image

    data = re.sub(r"\s", "", source)
    try:
        with Image.open(io.BytesIO(base64.b64decode(data, validate=True)), formats=["PNG", "JPEG"]) as image:
            width, height = image.size
            image.load()
    except (OSError, ValueError, SyntaxError, binascii.Error, Image.DecompressionBombError):
        return None
    return svg.raster(data, mime, width, height)


def _figure(drawing: Element, about: dict[str, Any]) -> Element:
    alt, caption = (clean(str(about.get(name) or "")).strip() for name in ("alt", "caption"))
    figure = el("figure", drawing, aria_label=alt or caption)
    if data := str(about.get("data") or ""):
        figure.attrs["data-csv"] = data
    if caption:
        figure.children.append(el("figcaption", caption))
    return figure


def _plain(source: str, about: dict[str, Any]) -> list[Node]:
    return [_pre(source, "text")] if source.strip() else []


def _pre(source: str, name: str) -> Element:
    text = clean("\n".join(line.rpartition("\r")[2] for line in _ANSI.sub("", source).rstrip().split("\n")))
    cut = f"\n… {len(text) - LONG} more characters" if len(text) > LONG else ""
    return el("pre", text[:LONG] + cut, class_=name)


def _error(output: Any) -> Element:
    said = _ANSI.sub("", str(output.get("evalue", ""))).strip().partition("\n")[0]
    name = el("strong", clean(str(output.get("ename", "Error"))))
    return el("div", el("p", name, f": {clean(said[:300])}"), class_="error")


def _tex(source: str, about: dict[str, Any]) -> list[Node]:
    return maths.drawn([el("div", source.strip().strip("$"), class_="math")])


_READERS: dict[str, Callable[[str, dict[str, Any]], list[Node]]] = {
    "text/html": _html,
    "image/svg+xml": _vector,
    "image/png": _pixels("image/png"),
    "image/jpeg": _pixels("image/jpeg"),
    "text/markdown": lambda source, about: markdown(source),
    "text/latex": _tex,
    "text/plain": _plain,
}
"""The kinds of output that are shown, the first that can be read of a bundle."""


def _joined(value: Any) -> str:
    return "".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _attached(name: str, attachments: dict[str, dict[str, str]]) -> str:
    for mime, data in sorted(attachments.get(name, {}).items()):
        return f"data:{mime};base64,{_joined(data)}"
    return ""


@lru_cache(maxsize=1)
def _parser() -> Callable[[str], Any]:
    import mistune

    plugins = ["table", "footnotes", "strikethrough", "def_list", "url", "math"]
    return mistune.create_markdown(escape=False, renderer=_renderer(), plugins=plugins)


def _renderer() -> Any:
    import html

    import mistune

    class Renderer(mistune.HTMLRenderer):
        """HTML as ours needs it: pictures in the text are kept, formulas bare."""

        def safe_url(self, url: str) -> str:
            return html.escape(url)  # links are judged by the sanitiser, once and for all

    return Renderer(escape=False)
