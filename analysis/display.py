"""What a notebook shows: findings, tables, figures, evidence and articles, as mime bundles with stable text.

Every text reaches HTML through `_escaped`; the classes used are few and fixed, and the briefing's page and its
PDF are set from them. A number links to its evidence by the keys of its row (see `tables.anchor`).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import figures, measures, tables

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LINK = re.compile(r"\\([\\\[\]|])|\[\[((?:\\[\\\[\]|]|[^\\\[\]|])*)\|([\w.-]+)\]\]")
"""How a sentence of `prose` links a number to its evidence: [[8 of 24|evidence-topic-space-A]], or to a page beside
this one: [[Space|topics-space.html]]. A backslash before \\, [, ] or | takes its meaning away (`prose.told`)."""


class Shown:
    """An output: HTML for readers, plain text for terminals, tests and diffs."""

    def __init__(self, html: str, plain: str) -> None:
        self.html = html
        self.plain = figures.visible(plain)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.plain}

    def __repr__(self) -> str:
        return self.plain


class Figure:
    """A drawing with its caption and alternative text, as SVG whose letters stay letters."""

    def __init__(self, svg: str, *, alt: str, caption: str) -> None:
        self.svg = svg
        self.alt = figures.visible(alt)
        self.caption = figures.visible(plain(caption))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[dict[str, str], dict[str, Any]]:
        data = {"image/svg+xml": self.svg, "text/plain": f"{self.caption}\n{self.alt}"}
        return data, {"recoupe": {"alt": self.alt, "caption": self.caption}}


def findings(sentences: Iterable[str]) -> Shown:
    """What was found, a line each."""
    lines = [sentence for sentence in sentences if sentence]
    html = "".join(f"<li>{_linked(line)}</li>" for line in lines)
    return Shown(f'<ul class="findings">{html}</ul>', "\n".join(f"- {plain(line)}" for line in lines))


def reading(sentence: str) -> Shown:
    """One computed sentence below what it reads."""
    return Shown(f'<p class="reading">{_linked(sentence)}</p>', plain(sentence))


def note(sentence: str) -> Shown:
    """What limits the numbers beside it."""
    return Shown(f'<p class="note">{_linked(sentence)}</p>', plain(sentence))


def figure(axes: "Axes", *, alt: str, caption: str) -> Figure:
    """The figure of these axes, with what it shows said in words."""
    return Figure(figures.svg(axes), alt=alt, caption=caption)


def table(
    frame: pd.DataFrame, *, caption: str, columns: Mapping[str, str], links: Mapping[str, Sequence[str]] | None = None
) -> Shown:
    """The named columns of a frame under reader's headings; the first column heads its row.

    `links` gives for a column the columns whose values name the evidence it counts, such as
    `{"units": ("layer", "label", "source")}`; a zero links nowhere. A column `share` shows its interval when the
    frame holds `low` and `high`.
    """
    shown = frame.reset_index(drop=True)
    records = shown.to_dict("records")
    cells = [[_text(record, column) for column in columns] for record in records]
    hrefs = [[_target(record, column, links or {}) for column in columns] for record in records]
    numeric = [column == "share" or _numeric(shown[column]) for column in columns]
    return _table(list(columns.values()), cells, caption=caption, hrefs=hrefs, numeric=numeric)


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
        [line["source"], _one_line(line["before"]), _one_line(line["text"]), _one_line(line["after"])]
        for line in lines.to_dict("records")
    ]
    heads = ["Article", "before", "match", "after"]
    return _table(heads, rows, caption=caption, kind="concordance")


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
            f'<section class="evidence" id="{_escaped(tables.anchor(layer, label))}">'
            f"<h4>{_escaped(_capital(label))} ({_escaped(layer)}, {size})</h4>{''.join(sections)}</section>"
        )
        lines.append(f"{layer} {label}: {size}, in {len(groups)} {_plural(len(groups), 'article')}")
    return Shown("".join(html) or "<p>Nothing was found.</p>", "\n".join(lines) or "Nothing was found.")


def articles(documents: pd.DataFrame, units: pd.DataFrame, found: pd.DataFrame) -> Shown:
    """The articles in full, each unit an anchor, with the matches of `found` marked."""
    html, lines = [], []
    for record in documents.to_dict("records"):
        own = units[units["document"] == record["document"]]
        matches = found[found["document"] == record["document"]]
        paragraphs = "".join(
            f'<p id="unit-{_mark(record["label"])}-{unit}" class="role-{_escaped(role)}">'
            f"{_marked(record['text'], start, end, matches[matches['unit'] == unit])}</p>"
            for unit, start, end, role in own[["unit", "start", "end", "role"]].itertuples(index=False, name=None)
        )
        title = " — ".join(filter(None, [record["outlet"] or "outlet unknown", record["title"], record["published"]]))
        mark = _mark(record["label"])
        html.append(
            f'<article class="source-text" id="article-{mark}" lang="{_escaped(record["lang"])}">'
            f'<h4><span class="source">{_escaped(record["label"])}</span> {_escaped(title)}</h4>{paragraphs}</article>'
        )
        lines.append(f"{record['label']}: {_one_line(title)}, {len(own)} {_plural(len(own), 'unit')}")
    return Shown("".join(html), "\n".join(lines))


def plain(sentence: str) -> str:
    """A sentence without its links.

    >>> plain("A has [[8 of 24|evidence-topic-space-A]].")
    'A has 8 of 24.'
    """
    return LINK.sub(lambda found: found.group(1) or plain(found.group(2)), sentence)


def _linked(sentence: str) -> str:
    parts, at = [], 0
    for found in LINK.finditer(sentence):
        parts.append(_escaped(sentence[at : found.start()]))
        sign, text, target = found.groups()
        href = target if "." in (target or "") else f"#{target}"
        parts.append(_escaped(sign) if sign else f'<a href="{_escaped(href)}">{_escaped(plain(text))}</a>')
        at = found.end()
    return "".join(parts) + _escaped(sentence[at:])


def _escaped(text: str) -> str:
    return escape(figures.visible(text))


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
    wide = " wide" if len(heads) > 9 else ""
    head = "".join(
        f'<th scope="col"{_num(number)}>{_escaped(text)}</th>' for text, number in zip(heads, numeric, strict=True)
    )
    body = "".join(f"<tr>{_row(row, links, numeric)}</tr>" for row, links in zip(cells, hrefs, strict=True))
    if not cells:
        body = f'<tr><td colspan="{len(heads)}">nothing to show</td></tr>'
    html = (
        f'<table class="{kind}{wide}"><caption>{_linked(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )
    return Shown(html, _aligned(heads, cells, caption))


def _row(cells: Sequence[str], hrefs: Sequence[str], numeric: Sequence[bool]) -> str:
    parts = []
    for place, (text, href, number) in enumerate(zip(cells, hrefs, numeric, strict=True)):
        inner = f'<a href="#{_escaped(href)}">{_escaped(text)}</a>' if href else _escaped(text)
        parts.append(f'<th scope="row">{inner}</th>' if place == 0 else f"<td{_num(number)}>{inner}</td>")
    return "".join(parts)


def _num(number: bool) -> str:
    return ' class="num"' if number else ""


def _aligned(heads: Sequence[str], cells: Sequence[Sequence[str]], caption: str) -> str:
    rows = [list(heads), *[list(row) for row in cells]]
    widths = [max(len(row[place]) for row in rows) for place in range(len(heads))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([plain(caption), *lines])


def _text(record: Mapping[Any, Any], column: str) -> str:
    value = record[column]
    if column == "share":
        return share(value, record.get("low"), record.get("high"))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return _decimal(value)
    return _one_line(str(value))


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


def share(value: float, low: float | None = None, high: float | None = None) -> str:
    """A share in per cent with its interval: `33 % (18–53)`; nothing where there is nothing to share."""
    if pd.isna(value):
        return ""
    interval = f" ({100 * low:.0f}–{100 * high:.0f})" if low is not None and high is not None else ""
    return f"{100 * value:.0f} %{interval}"


def _target(record: Mapping[Any, Any], column: str, links: Mapping[str, Sequence[str]]) -> str:
    if column not in links or record[column] in (0, ""):
        return ""
    return tables.anchor(*[str(record[key]) for key in links[column]])


def _sentences(
    layer: str, label: str, source: str, own: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame
) -> str:
    document = own["document"].iloc[0]
    record = documents[documents["document"] == document].iloc[0]
    bounds = units[units["document"] == document].set_index("unit")
    items = "".join(
        f'<li lang="{_escaped(record["lang"])}"><a href="#unit-{_mark(source)}-{unit}">{unit}</a> '
        f"{_marked(record['text'], int(bounds.at[unit, 'start']), int(bounds.at[unit, 'end']), matches)}"
        f"{_remark(bounds.at[unit, 'role'])}</li>"
        for unit, matches in own.groupby("unit")
    )
    head = f'<p><span class="source">{_escaped(source)}</span></p>'
    name = _escaped(tables.anchor(layer, label, source))
    return f'<section class="evidence" id="{name}">{head}<ol>{items}</ol></section>'


def _remark(role: str) -> str:
    return f' <span lang="en">({role}, not counted)</span>' if role in tables.UNCOUNTED else ""


def _marked(text: str, start: int, end: int, matches: pd.DataFrame) -> str:
    parts, at = [], start
    found = matches[["start", "end", "rule"]].itertuples(index=False, name=None)
    for first, last, rule in sorted(found, key=lambda match: (match[0], -match[1], match[2])):
        if first < at:
            continue
        parts.append(_escaped(text[at:first]))
        parts.append(f'<mark title="{_escaped(rule)}">{_escaped(text[first:last])}</mark>')
        at = last
    return "".join(parts) + _escaped(text[at:end])


_UNIT = ["document", "unit"]


def _size(counted: int, left: int) -> str:
    size = f"{counted} {_plural(counted, 'sentence')}" if counted or not left else ""
    return " and ".join(filter(None, [size, f"{left} not counted" if left else ""]))


def _mark(source: str) -> str:
    return re.sub(r"\W+", "-", source)


def _by(frame: pd.DataFrame, *columns: str) -> Iterable[tuple[Any, pd.DataFrame]]:
    return iter(frame.groupby(list(columns)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _plural(number: int, noun: str) -> str:
    return noun if number == 1 else f"{noun}s"


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", figures.visible(text))
