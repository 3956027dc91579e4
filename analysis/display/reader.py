"""The sentences behind the numbers, and the articles in full, with what was found in them marked."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from analysis import measures, tables
from analysis.display.outputs import Shown, capital, escaped, one_line, plural

WITH_CAPTIONS = ("fact", "discrepancy", "event")
"""Layers whose tables count captions too: these tell facts."""
Match = tuple[int, int, str]
"""Start, end and rule."""


def evidence(
    found: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame, *, titles: Mapping[str, str] | None = None
) -> Shown:
    """The sentences behind the numbers: for each layer and label, article by article, with the matches marked.

    Labels are those that are counted (`measures.as_counted`). Captions and other units that no number counts are
    shown, and said not to be counted. `titles` says for labels that are mere numbers what they stand for.
    """
    said = titles or {}
    bounds = _bounds(units)
    grouped: dict[tuple[str, str], dict[str, dict[int, list[Match]]]] = {}
    for layer, label, document, unit, *match in _rows(measures.as_counted(found), "layer", "label", *_PLACED):
        articles = grouped.setdefault((layer, label), {})
        articles.setdefault(document, {}).setdefault(unit, []).append(tuple(match))
    html, lines = [], []
    for (layer, label), held in sorted(grouped.items()):
        sections = [
            _sentences(layer, label, record, held[record["document"]], bounds)
            for record in documents.to_dict("records")
            if record["document"] in held
        ]
        uncounted = [_uncounted(layer, bounds[document, unit][2]) for document in held for unit in held[document]]
        size = _size(len(uncounted) - sum(uncounted), sum(uncounted))
        html.append(
            f'<section class="evidence" id="{escaped(tables.anchor(layer, label))}">'
            f"<h4>{escaped(_title(label, said))} ({escaped(layer)}, {size})</h4>{''.join(sections)}</section>"
        )
        lines.append(f"{layer} {label}: {size}, in {len(sections)} {plural(len(sections), 'article')}")
    return Shown("".join(html) or "<p>Nothing was found.</p>", "\n".join(lines) or "Nothing was found.")


def articles(documents: pd.DataFrame, units: pd.DataFrame, found: pd.DataFrame) -> Shown:
    """The articles in full, each unit an anchor, with the matches of `found` marked."""
    matches: dict[tuple[str, int], list[Match]] = defaultdict(list)
    for document, unit, *match in _rows(found, *_PLACED):
        matches[document, unit].append(tuple(match))
    bounds = _bounds(units)
    html, lines = [], []
    for record in documents.to_dict("records"):
        own = [(unit, *bounds[document, unit]) for document, unit in bounds if document == record["document"]]
        mark = _mark(record["label"])
        paragraphs = "".join(
            f'<p id="unit-{mark}-{unit}" class="role-{escaped(role)}">'
            f"{_marked(record['text'], start, end, matches[record['document'], unit])}</p>"
            for unit, start, end, role in own
        )
        title = " — ".join(filter(None, [record["outlet"] or "outlet unknown", record["title"], record["published"]]))
        html.append(
            f'<article class="source-text" id="article-{mark}" lang="{escaped(record["lang"])}">'
            f'<h4><span class="source">{escaped(record["label"])}</span> {escaped(title)}</h4>{paragraphs}</article>'
        )
        lines.append(f"{record['label']}: {one_line(title)}, {len(own)} {plural(len(own), 'unit')}")
    return Shown("".join(html), "\n".join(lines))


_PLACED = ("document", "unit", "start", "end", "rule")


def _rows(frame: pd.DataFrame, *columns: str) -> Iterable[Any]:
    return frame[list(columns)].itertuples(index=False, name=None)


def _title(label: str, titles: Mapping[str, str]) -> str:
    return f"{label}: {one_line(titles[label])}" if label in titles else capital(label)


def _bounds(units: pd.DataFrame) -> dict[tuple[str, int], tuple[int, int, str]]:
    return {(document, unit): tuple(rest) for document, unit, *rest in _rows(units, *tables.SCHEMAS["units"])}


def _sentences(
    layer: str,
    label: str,
    record: dict[Any, Any],
    held: dict[int, list[Match]],
    bounds: dict[tuple[str, int], tuple[int, int, str]],
) -> str:
    items = []
    for unit, matches in sorted(held.items()):
        start, end, role = bounds[record["document"], unit]
        said = _marked(record["text"], start, end, matches) + _remark(layer, role)
        items.append(
            f'<li lang="{escaped(record["lang"])}">{said} '
            f'<a href="#unit-{_mark(record["label"])}-{unit}">{escaped(record["label"])}\u00a0{unit + 1}</a></li>'
        )
    name = escaped(tables.anchor(layer, label, record["label"]))
    head = f'<p><span class="source">{escaped(record["label"])}</span></p>'
    return f'<section class="evidence" id="{name}">{head}<ol>{"".join(items)}</ol></section>'


def _remark(layer: str, role: str) -> str:
    return f' <span lang="en">({role}, not counted)</span>' if _uncounted(layer, role) else ""


def _uncounted(layer: str, role: str) -> bool:
    return role in tables.UNCOUNTED and not (role == "caption" and layer in WITH_CAPTIONS)


def _marked(text: str, start: int, end: int, matches: Iterable[Match]) -> str:
    parts, at = [], start
    for first, last, rule in sorted(matches, key=lambda match: (match[0], -match[1], match[2])):
        if first < at:
            continue
        parts.append(escaped(text[at:first]))
        parts.append(f'<mark title="{escaped(rule)}">{escaped(text[first:last])}</mark>')
        at = last
    return "".join(parts) + escaped(text[at:end])


def _size(counted: int, left: int) -> str:
    size = f"{counted} {plural(counted, 'sentence')}" if counted or not left else ""
    return " and ".join(filter(None, [size, f"{left} not counted" if left else ""]))


def _mark(source: str) -> str:
    return re.sub(r"\W+", "-", source)
