"""What a notebook shows: findings, tables, figures, evidence and articles, as mime bundles with stable text.

Every text reaches HTML through `escape`; the classes used are few and fixed, and the briefing's page and its
PDF are set from them. A number links to its evidence by the keys of its row (see `tables.anchor`).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import figures, tables

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LINK = re.compile(r"\[\[([^\[\]|]*)\|([^\[\]|]*)\]\]")
"""How a sentence of `prose` links a number to its evidence: [[8 of 24|evidence-topic-space-A]]."""


class Shown:
    """An output: HTML for readers, plain text for terminals, tests and diffs."""

    def __init__(self, html: str, plain: str) -> None:
        self.html = html
        self.plain = plain

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.plain}

    def __repr__(self) -> str:
        return self.plain


class Figure:
    """A drawing with its caption and alternative text, as SVG whose letters stay letters."""

    def __init__(self, svg: str, *, alt: str, caption: str) -> None:
        self.svg = svg
        self.alt = alt
        self.caption = caption

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
    numeric = [column == "share" or pd.api.types.is_numeric_dtype(shown[column]) for column in columns]
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

    `rows` heads the labels. Column heads carry the denominator; a zero is shown as ·
    """
    sources = list(documents["label"])
    grid = measure.pivot_table(index="label", columns="source", values=value, sort=False, fill_value=0, aggfunc="sum")
    layer = measure["layer"].iloc[0] if len(measure) else ""
    totals: dict[Any, Any] = dict(measure.groupby("source")[of].max()) if of and len(measure) else {}
    heads = [f"{source} (of {int(totals[source])})" if source in totals else source for source in sources]
    cells, hrefs = [], []
    for label in grid.index:
        counts = [int(grid.at[label, source]) if source in grid else 0 for source in sources]
        cells.append([str(label), *[str(count) if count else "·" for count in counts]])
        anchors = [
            tables.anchor(layer, label, source) if count else "" for source, count in zip(sources, counts, strict=True)
        ]
        hrefs.append([tables.anchor(layer, label) if any(counts) else "", *anchors])
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
    """The sentences behind the numbers: for each layer and label, article by article, with the matches marked."""
    html, lines = [], []
    marks = dict(documents[["document", "label"]].itertuples(index=False, name=None))
    rank = {document: place for place, document in enumerate(documents["document"])}
    for (layer, label), part in _by(found, "layer", "label"):
        groups = sorted(part.groupby("document"), key=lambda group: rank[group[0]])
        sections = [_sentences(layer, label, marks[document], own, units, documents) for document, own in groups]
        number = len(part[["document", "unit"]].drop_duplicates())
        inner = "".join(sections)
        html.append(
            f'<section class="evidence" id="{tables.anchor(layer, label)}"><h4>{_heading(label, layer, number)}</h4>'
            f"{inner}</section>"
        )
        lines.append(
            f"{layer} {label}: {number} {_plural(number, 'sentence')}"
            f" in {len(groups)} {_plural(len(groups), 'article')}"
        )
    return Shown("".join(html) or "<p>Nothing was found.</p>", "\n".join(lines) or "Nothing was found.")


def articles(documents: pd.DataFrame, units: pd.DataFrame, found: pd.DataFrame) -> Shown:
    """The articles in full, each unit an anchor, with the matches of `found` marked."""
    html, lines = [], []
    for record in documents.to_dict("records"):
        own = units[units["document"] == record["document"]]
        matches = found[found["document"] == record["document"]]
        paragraphs = "".join(
            f'<p id="unit-{_mark(record["label"])}-{unit}" class="role-{role}">'
            f"{_marked(record['text'], start, end, matches[matches['unit'] == unit])}</p>"
            for unit, start, end, role in own[["unit", "start", "end", "role"]].itertuples(index=False, name=None)
        )
        title = " — ".join(filter(None, [record["outlet"] or "outlet unknown", record["title"], record["published"]]))
        mark = _mark(record["label"])
        html.append(
            f'<article class="source-text" id="article-{mark}" lang="{escape(record["lang"])}">'
            f'<h4><span class="source">{escape(record["label"])}</span> {escape(title)}</h4>{paragraphs}</article>'
        )
        lines.append(f"{record['label']}: {title}, {len(own)} units")
    return Shown("".join(html), "\n".join(lines))


def plain(sentence: str) -> str:
    """A sentence without its links."""
    return LINK.sub(r"\1", sentence)


def _linked(sentence: str) -> str:
    parts, at = [], 0
    for link in LINK.finditer(sentence):
        parts.append(escape(sentence[at : link.start()], quote=False))
        target = link.group(2) if ":" in link.group(2) or "." in link.group(2) else f"#{link.group(2)}"
        parts.append(f'<a href="{escape(target)}">{escape(link.group(1), quote=False)}</a>')
        at = link.end()
    return "".join(parts) + escape(sentence[at:], quote=False)


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
        f'<th scope="col"{_num(number)}>{escape(text, quote=False)}</th>'
        for text, number in zip(heads, numeric, strict=True)
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
        inner = escape(text, quote=False)
        inner = f'<a href="#{escape(href)}">{inner}</a>' if href else inner
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
        return "" if pd.isna(value) else f"{value:.2f}"
    return _one_line(str(value))


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
        f'<li lang="{escape(record["lang"])}"><a href="#unit-{_mark(source)}-{unit}">{unit}</a> '
        f"{_marked(record['text'], int(bounds.at[unit, 'start']), int(bounds.at[unit, 'end']), matches)}</li>"
        for unit, matches in own.groupby("unit")
    )
    head = f'<p><span class="source">{escape(source)}</span></p>'
    return f'<section class="evidence" id="{tables.anchor(layer, label, source)}">{head}<ol>{items}</ol></section>'


def _marked(text: str, start: int, end: int, matches: pd.DataFrame) -> str:
    parts, at = [], start
    for first, last, rule in sorted(matches[["start", "end", "rule"]].itertuples(index=False, name=None)):
        if first < at:
            continue
        parts.append(escape(text[at:first], quote=False))
        parts.append(f'<mark title="{escape(rule)}">{escape(text[first:last], quote=False)}</mark>')
        at = last
    return "".join(parts) + escape(text[at:end], quote=False)


def _heading(label: str, layer: str, number: int) -> str:
    return f"{escape(_capital(label), quote=False)} ({layer}, {number} {_plural(number, 'sentence')})"


def _mark(source: str) -> str:
    return re.sub(r"\W+", "-", source)


def _by(frame: pd.DataFrame, *columns: str) -> Iterable[tuple[Any, pd.DataFrame]]:
    return iter(frame.groupby(list(columns)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _plural(number: int, noun: str) -> str:
    return noun if number == 1 else f"{noun}s"


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
