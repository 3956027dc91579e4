"""Tables as accessible HTML: a measure's rows, a matrix of articles, a concordance; a number links to its evidence."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis import coded, language, tables
from analysis.display import cells as cell
from analysis.display.outputs import WIDE, Shown, aligned, escaped, linked, one_line
from analysis.language import rendered, say

Cell = tuple[str, str]
"""A cell as HTML and as plain text."""


def table(
    frame: pd.DataFrame,
    columns: str,
    *,
    caption: str,
    opens: str = "",
    by: str = "layer label source",
    to: str = "",
    **headings: str,
) -> Shown:
    """The named columns of a frame, such as `"source units of share"`; the first heads its row.

    The columns `opens` link their numbers to their evidence by the values of the columns `by`, in which the word
    `column` stands for the name of the column itself; a zero links nowhere. `to` is the column with the names of the
    anchors to which the first cell of each row links. A
    column `share` shows its interval when the frame holds `low` and `high`. `headings` names columns otherwise than
    the house does. Caption, headings and codes are shown in the language spoken, what articles say in its own.
    """
    shown, names = frame.reset_index(drop=True), columns.split()
    records = shown.to_dict("records")
    cells = [[cell.shown(record, name) for name in names] for record in records]
    opening, keys = opens.split(), by.split()
    hrefs = [[_target(record, name, keys) if name in opening else "" for name in names] for record in records]
    if to:
        hrefs = [[record[to], *row[1:]] for record, row in zip(records, hrefs, strict=True)]
    heads = [cell.headed(name, headings.get(name, "")) for name in names]
    numeric = [name == "share" or _numeric(shown[name]) for name in names]
    return _table(heads, cells, caption=caption, hrefs=hrefs, numeric=numeric)


def matrix(
    measure: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    caption: str,
    rows: str,
    value: str = "units",
    of: str | None = "of",
) -> Shown:
    """A measure with a row for each label and a column for each article; a cell is a count that links to its evidence.

    `rows` heads the labels; a label of two layers has two rows, with their layers. Rows stand in the order of the
    measure, columns in that of the documents, and column heads carry the denominator. A zero is shown as ·, a pair
    that the measure does not hold is empty.
    """
    sources = list(documents["label"])
    records = measure.to_dict("records")
    counts = {(record["layer"], record["label"], record["source"]): record[value] for record in records}
    totals = {record["source"]: record[of] for record in records} if of else {}
    heads = [
        say("{source} (of {total})", source=source, total=totals[source]) if source in totals else source
        for source in sources
    ]
    keys = list(dict.fromkeys((record["layer"], record["label"]) for record in records))
    labels = [label for _, label in keys]
    cells, hrefs = [], []
    for layer, label in keys:
        own = [counts.get((layer, label, source)) for source in sources]
        called = language.named(label) if layer in cell.NAMES else coded.label(label)
        apart = f" ({coded.label(layer)})" if labels.count(label) > 1 else ""
        cells.append([_plain(text) for text in (called + apart, *map(cell.count, own))])
        anchors = [
            tables.anchor(layer, label, source) if count else "" for source, count in zip(sources, own, strict=True)
        ]
        hrefs.append([tables.anchor(layer, label) if any(own) else "", *anchors])
    return _table(
        [rendered(rows), *heads], cells, caption=caption, hrefs=hrefs, numeric=[False] + [True] * len(sources)
    )


def concordance(lines: pd.DataFrame, *, caption: str) -> Shown:
    """Matches with the words around them, one under the other."""
    rows = [
        [_plain(line["source"]), *(_said(one_line(line[part])) for part in ("before", "text", "after"))]
        for line in lines.to_dict("records")
    ]
    heads = [say("Article"), say("before"), say("match"), say("after")]
    return _table(heads, rows, caption=caption, kind="concordance")


def _table(
    heads: Sequence[str],
    cells: Sequence[Sequence[Cell]],
    *,
    caption: str,
    hrefs: Sequence[Sequence[str]] | None = None,
    numeric: Sequence[bool] | None = None,
    kind: str = "measure",
) -> Shown:
    caption = rendered(caption)
    numeric = numeric or [False] * len(heads)
    hrefs = hrefs or [[""] * len(heads) for _ in cells]
    wide = " wide" if len(heads) > WIDE else ""
    head = "".join(
        f'<th scope="col"{_num(number)}>{escaped(text)}</th>' for text, number in zip(heads, numeric, strict=True)
    )
    rows = zip(cells, hrefs, strict=True)
    body = "".join(f"<tr>{_row([html for html, _ in row], links, numeric)}</tr>" for row, links in rows)
    if not cells:
        body = f'<tr><td colspan="{len(heads)}">{say("nothing to show")}</td></tr>'
    html = (
        f'<table class="{kind}{wide}"><caption>{linked(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )
    return Shown(html, aligned(heads, [[plain for _, plain in row] for row in cells], caption))


def _row(cells: Sequence[str], hrefs: Sequence[str], numeric: Sequence[bool]) -> str:
    parts = []
    for place, (html, href, number) in enumerate(zip(cells, hrefs, numeric, strict=True)):
        inner = f'<a href="#{escaped(href)}">{html}</a>' if href else html
        parts.append(f'<th scope="row">{inner}</th>' if place == 0 else f"<td{_num(number)}>{inner}</td>")
    return "".join(parts)


def _plain(text: str) -> Cell:
    return escaped(text), text


def _said(text: str) -> Cell:
    return f'<span class="said">{escaped(text)}</span>' if text else "", text


def _num(number: bool) -> str:
    return ' class="num"' if number else ""


def _numeric(column: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def _target(record: Mapping[Any, Any], column: str, keys: Sequence[str]) -> str:
    named = {**record, "column": column}
    return tables.anchor(*[str(named[key]) for key in keys]) if record[column] not in (0, "") else ""
