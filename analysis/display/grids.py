"""Tables as accessible HTML: a measure's rows, a matrix of articles, a concordance; a number links to its evidence."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis import tables
from analysis.display.outputs import WIDE, Shown, aligned, capital, escaped, linked, one_line

HEADINGS = {
    "source": "Article",
    "units": "Sentences",
    "share": "Share (95 % interval)",
    "of_others": "of",
    "adjusted": "Adjusted p",
    "human": "Reference",
    "always": "F1 of always",
    "low": "from",
    "high": "to",
    "alpha_low": "from",
    "alpha_high": "to",
    "z": "z",
    "of": "of",
    "f1": "F1",
}
"""What heads a column where its name with a capital would not do."""


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
    the house does.
    """
    shown, names = frame.reset_index(drop=True), columns.split()
    records = shown.to_dict("records")
    cells = [[_text(record, name) for name in names] for record in records]
    opening, keys = opens.split(), by.split()
    hrefs = [[_target(record, name, keys) if name in opening else "" for name in names] for record in records]
    if to:
        hrefs = [[record[to], *row[1:]] for record, row in zip(records, hrefs, strict=True)]
    heads = [headings.get(name) or HEADINGS.get(name) or capital(name.replace("_", " ")) for name in names]
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
    heads = [f"{source} (of {totals[source]})" if source in totals else source for source in sources]
    keys = list(dict.fromkeys((record["layer"], record["label"]) for record in records))
    labels = [label for _, label in keys]
    cells, hrefs = [], []
    for layer, label in keys:
        own = [counts.get((layer, label, source)) for source in sources]
        cells.append([f"{label} ({layer})" if labels.count(label) > 1 else label, *[_count(count) for count in own]])
        anchors = [
            tables.anchor(layer, label, source) if count else "" for source, count in zip(sources, own, strict=True)
        ]
        hrefs.append([tables.anchor(layer, label) if any(own) else "", *anchors])
    return _table([rows, *heads], cells, caption=caption, hrefs=hrefs, numeric=[False] + [True] * len(sources))


def concordance(lines: pd.DataFrame, *, caption: str) -> Shown:
    """Matches with the words around them, one under the other."""
    rows = [
        [line["source"], one_line(line["before"]), one_line(line["text"]), one_line(line["after"])]
        for line in lines.to_dict("records")
    ]
    heads = ["Article", "before", "match", "after"]
    return _table(heads, rows, caption=caption, kind="concordance")


def share(value: float, low: float | None = None, high: float | None = None) -> str:
    """A share in per cent with its interval: `33 % (18–53)`; nothing where there is nothing to share."""
    if pd.isna(value):
        return ""
    interval = f" ({100 * low:.0f}–{100 * high:.0f})" if low is not None and high is not None else ""
    return f"{100 * value:.0f} %{interval}"


def _table(
    heads: Sequence[str],
    cells: Sequence[Sequence[str]],
    *,
    caption: str,
    hrefs: Sequence[Sequence[str]] | None = None,
    numeric: Sequence[bool] | None = None,
    kind: str = "measure",
) -> Shown:
    numeric = numeric or [False] * len(heads)
    hrefs = hrefs or [[""] * len(heads) for _ in cells]
    wide = " wide" if len(heads) > WIDE else ""
    head = "".join(
        f'<th scope="col"{_num(number)}>{escaped(text)}</th>' for text, number in zip(heads, numeric, strict=True)
    )
    body = "".join(f"<tr>{_row(row, links, numeric)}</tr>" for row, links in zip(cells, hrefs, strict=True))
    if not cells:
        body = f'<tr><td colspan="{len(heads)}">nothing to show</td></tr>'
    html = (
        f'<table class="{kind}{wide}"><caption>{linked(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )
    return Shown(html, aligned(heads, cells, caption))


def _row(cells: Sequence[str], hrefs: Sequence[str], numeric: Sequence[bool]) -> str:
    parts = []
    for place, (text, href, number) in enumerate(zip(cells, hrefs, numeric, strict=True)):
        inner = f'<a href="#{escaped(href)}">{escaped(text)}</a>' if href else escaped(text)
        parts.append(f'<th scope="row">{inner}</th>' if place == 0 else f"<td{_num(number)}>{inner}</td>")
    return "".join(parts)


def _num(number: bool) -> str:
    return ' class="num"' if number else ""


def _text(record: Mapping[Any, Any], column: str) -> str:
    value = record[column]
    if column == "share":
        return share(value, record.get("low"), record.get("high"))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return _decimal(value)
    return one_line(str(value))


def _decimal(value: float) -> str:
    if pd.isna(value):
        return ""
    return "< 0.01" if 0 < value < 0.005 else f"{value:.2f}"


def _count(value: Any) -> str:
    if value is None or pd.isna(value):
        return ""
    return f"{value:.0f}" if value else "·"


def _numeric(column: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def _target(record: Mapping[Any, Any], column: str, keys: Sequence[str]) -> str:
    named = {**record, "column": column}
    return tables.anchor(*[str(named[key]) for key in keys]) if record[column] not in (0, "") else ""
