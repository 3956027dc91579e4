"""The sentences behind the numbers, and the articles in full, with what was found in them marked."""

import re
from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis import measures, tables
from analysis.display.outputs import Shown, capital, escaped, one_line, plural


def evidence(found: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame) -> Shown:
    """The sentences behind the numbers: for each layer and label, article by article, with the matches marked.

    Labels are those that are counted (`measures.as_counted`). Captions and other units that no number counts are
    shown, and said not to be counted.
    """
    html, lines = [], []
    found = measures.as_counted(found)
    left = set(units[units["role"].isin(tables.UNCOUNTED)][_UNIT].itertuples(index=False, name=None))
    marks = dict(documents[["document", "label"]].itertuples(index=False, name=None))
    rank = {document: place for place, document in enumerate(documents["document"])}
    for (layer, label), part in _by(found, "layer", "label"):
        groups = sorted(part.groupby("document"), key=lambda group: rank[group[0]])
        sections = [_sentences(layer, label, marks[document], own, units, documents) for document, own in groups]
        held = set(part[_UNIT].itertuples(index=False, name=None))
        size = _size(len(held - left), len(held & left))
        html.append(
            f'<section class="evidence" id="{escaped(tables.anchor(layer, label))}">'
            f"<h4>{escaped(capital(label))} ({escaped(layer)}, {size})</h4>{''.join(sections)}</section>"
        )
        lines.append(f"{layer} {label}: {size}, in {len(groups)} {plural(len(groups), 'article')}")
    return Shown("".join(html) or "<p>Nothing was found.</p>", "\n".join(lines) or "Nothing was found.")


def articles(documents: pd.DataFrame, units: pd.DataFrame, found: pd.DataFrame) -> Shown:
    """The articles in full, each unit an anchor, with the matches of `found` marked."""
    html, lines = [], []
    for record in documents.to_dict("records"):
        own = units[units["document"] == record["document"]]
        matches = found[found["document"] == record["document"]]
        paragraphs = "".join(
            f'<p id="unit-{_mark(record["label"])}-{unit}" class="role-{escaped(role)}">'
            f"{_marked(record['text'], start, end, matches[matches['unit'] == unit])}</p>"
            for unit, start, end, role in own[["unit", "start", "end", "role"]].itertuples(index=False, name=None)
        )
        title = " — ".join(filter(None, [record["outlet"] or "outlet unknown", record["title"], record["published"]]))
        mark = _mark(record["label"])
        html.append(
            f'<article class="source-text" id="article-{mark}" lang="{escaped(record["lang"])}">'
            f'<h4><span class="source">{escaped(record["label"])}</span> {escaped(title)}</h4>{paragraphs}</article>'
        )
        lines.append(f"{record['label']}: {one_line(title)}, {len(own)} {plural(len(own), 'unit')}")
    return Shown("".join(html), "\n".join(lines))


def _sentences(
    layer: str, label: str, source: str, own: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame
) -> str:
    document = own["document"].iloc[0]
    record = documents[documents["document"] == document].iloc[0]
    bounds = units[units["document"] == document].set_index("unit")
    items = "".join(
        f'<li lang="{escaped(record["lang"])}">'
        f"{_marked(record['text'], int(bounds.at[unit, 'start']), int(bounds.at[unit, 'end']), matches)}"
        f"{_remark(bounds.at[unit, 'role'])}"
        f' <a href="#unit-{_mark(source)}-{unit}">{escaped(source)} {unit + 1}</a></li>'
        for unit, matches in own.groupby("unit")
    )
    head = f'<p><span class="source">{escaped(source)}</span></p>'
    name = escaped(tables.anchor(layer, label, source))
    return f'<section class="evidence" id="{name}">{head}<ol>{items}</ol></section>'


def _remark(role: str) -> str:
    return f' <span lang="en">({role}, not counted)</span>' if role in tables.UNCOUNTED else ""


def _marked(text: str, start: int, end: int, matches: pd.DataFrame) -> str:
    parts, at = [], start
    found = matches[["start", "end", "rule"]].itertuples(index=False, name=None)
    for first, last, rule in sorted(found, key=lambda match: (match[0], -match[1], match[2])):
        if first < at:
            continue
        parts.append(escaped(text[at:first]))
        parts.append(f'<mark title="{escaped(rule)}">{escaped(text[first:last])}</mark>')
        at = last
    return "".join(parts) + escaped(text[at:end])


_UNIT = ["document", "unit"]


def _size(counted: int, left: int) -> str:
    size = f"{counted} {plural(counted, 'sentence')}" if counted or not left else ""
    return " and ".join(filter(None, [size, f"{left} not counted" if left else ""]))


def _mark(source: str) -> str:
    return re.sub(r"\W+", "-", source)


def _by(frame: pd.DataFrame, *columns: str) -> Iterable[tuple[Any, pd.DataFrame]]:
    return iter(frame.groupby(list(columns)))
