"""A matrix of signs: how each article tells each fact, one sign a cell, each a link to the sentences behind it."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis import language, tables
from analysis.display.outputs import WIDE, Shown, aligned, escaped, linked, one_line
from analysis.language import rendered, say

SIGNS = {"told": "●", "hedged": "◐", "attributed": "❝", "copied": "=", "absent": "·"}
"""The sign of each way in which an article tells a fact, or doesn't; a cell says its word to who listens."""


def signs(cells: pd.DataFrame, documents: pd.DataFrame, *, caption: str, rows: str) -> Shown:
    """A row for each label with its `statement`, a column for each article, a sign for `how` in each cell.

    `cells` holds layer, label, statement, source, how and `word` (`how` in words: to whom a fact is attributed), a row
    a cell, in the order to be shown; a pair that it does not hold is empty. What is not `absent` links to its
    evidence. `rows` heads the statements.
    """
    sources = documents["label"].tolist()
    how = {(layer, label, source): said for layer, label, source, *said in _values(cells)}
    labels = cells[["layer", "label", "statement"]].drop_duplicates(["layer", "label"])
    body, lines = [], []
    for layer, label, statement in labels.itertuples(index=False, name=None):
        own = [how.get((layer, label, source), ["", ""]) for source in sources]
        told = [_cell(layer, label, source, *said) for source, said in zip(sources, own, strict=True)]
        link = f'<a href="#{escaped(tables.anchor(layer, label))}">{escaped(label)}</a>'
        head = f'{link} <span class="said">{escaped(one_line(statement))}</span>'
        body.append(f'<tr><th scope="row">{head}</th>{"".join(told)}</tr>')
        lines.append([f"{label} {one_line(statement)}", *[SIGNS.get(kind, kind) for kind, _ in own]])
    heads, caption = [rendered(rows), *sources], rendered(caption)
    return Shown(_table(heads, body, caption), aligned(heads, lines, caption))


def _values(cells: pd.DataFrame) -> Iterable[Any]:
    return cells[["layer", "label", "source", "how", "word"]].itertuples(index=False, name=None)


def _cell(layer: str, label: str, source: str, how: str, word: str) -> str:
    if not how:
        return "<td></td>"
    sign = f'{escaped(SIGNS.get(how, how))}<span class="aloud"> {escaped(language.word(word))}</span>'
    if how == "absent":
        return f'<td class="sign">{sign}</td>'
    return f'<td class="sign"><a href="#{escaped(tables.anchor(layer, label, source))}">{sign}</a></td>'


def _table(heads: list[str], body: list[str], caption: str) -> str:
    wide = " wide" if len(heads) > WIDE else ""
    first, *others = map(escaped, heads)
    head = f'<th scope="col">{first}</th>' + "".join(f'<th scope="col" class="sign">{name}</th>' for name in others)
    rows = "".join(body) or f'<tr><td colspan="{len(heads)}">{say("nothing to show")}</td></tr>'
    return (
        f'<table class="measure{wide}"><caption>{linked(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )
