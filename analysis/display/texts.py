"""The articles in full, each sentence an anchor, with the marks of all layers that a reader may switch."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from analysis import tables
from analysis.display.layers import GATHERED, Sign, group, marked
from analysis.display.outputs import Shown, capital, escaped, one_line, plural
from analysis.display.reader import Bounds, bounds, letter
from analysis.language import named, say, word

MARKED = ("topic", "actor", "place", "hedge", "denial", "frame", "loaded")
"""Layers of a reading that are worth marking in an article; the others serve to find something else."""
Placed = tuple[str, Sign]
"""A document and what is marked in it."""


def articles(
    documents: pd.DataFrame,
    units: pd.DataFrame,
    found: pd.DataFrame,
    *,
    also: pd.DataFrame | None = None,
    statements: pd.DataFrame | None = None,
    claims: pd.DataFrame | None = None,
) -> Shown:
    """The articles in full, each unit an anchor, with the matches of all layers of `found` marked.

    `also` adds evidence of `MARKED` layers that no number of the page needs, `statements` who says what and how,
    `claims` which facts are told where. Marks of several layers may lie over one another; each carries its layer,
    so that a page can show the layers that its reader wants.
    """
    placed = bounds(units)
    signs = _by_unit([*_found(found), *_found(_marked(also)), *_said(statements), *_told(claims)], placed)
    html, lines = [], []
    for record in documents.to_dict("records"):
        own = [(unit, *placed[document, unit]) for document, unit in placed if document == record["document"]]
        mark = letter(record["label"])
        paragraphs = "".join(
            f'<p id="unit-{mark}-{unit}" class="role-{escaped(role)}">'
            f"{marked(record['text'], start, end, signs[record['document'], unit])}</p>"
            for unit, start, end, role in own
        )
        title = " — ".join(
            filter(None, [record["outlet"] or say("outlet unknown"), record["title"], record["published"]])
        )
        html.append(
            f'<article class="source-text" id="article-{mark}" lang="{escaped(record["lang"])}">'
            f'<h4><span class="source">{escaped(record["label"])}</span> {escaped(title)}</h4>{paragraphs}</article>'
        )
        lines.append(f"{record['label']}: {one_line(title)}, {len(own)} {plural(len(own), 'unit')}")
    return Shown("".join(html), "\n".join(lines))


def _marked(also: pd.DataFrame | None) -> pd.DataFrame:
    return tables.empty("evidence") if also is None else also[also["layer"].isin(MARKED)]


def _found(found: pd.DataFrame) -> Iterator[Placed]:
    single = found[~found["layer"].isin(GATHERED)]
    for document, start, end, layer, label in _rows(single, "document", "start", "end", "layer", "label"):
        says = label if group(layer) == "fact" else say("{layer}: {label}", layer=word(layer), label=word(label))
        yield document, Sign(start, end, group(layer), capital(one_line(says)))


def _said(statements: pd.DataFrame | None) -> Iterator[Placed]:
    if statements is None:
        return
    for document, start, end, kind, speaker in _rows(statements, "document", "start", "end", "kind", "speaker"):
        who = named(speaker) if speaker else say("speaker not found")
        says = say("{layer}: {label}", layer=word(kind), label=who)
        yield document, Sign(start, end, "statement", capital(one_line(says)))


def _told(claims: pd.DataFrame | None) -> Iterator[Placed]:
    if claims is not None:
        for document, start, end, fact in _rows(claims, "document", "start", "end", "fact"):
            yield document, Sign(start, end, "fact", one_line(fact))


def _by_unit(signs: Iterable[Placed], placed: Bounds) -> dict[tuple[str, int], list[Sign]]:
    """The signs of each unit; one that goes over several units is in each of them."""
    ends: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for (document, unit), (_, end, _role) in placed.items():
        ends[document].append((end, unit))
    held: dict[tuple[str, int], list[Sign]] = defaultdict(list)
    for document, sign in signs:
        own = ends[document]
        for _end, unit in own[bisect_right(own, sign.start, key=lambda edge: edge[0]) :]:
            if placed[document, unit][0] >= sign.end:
                break
            held[document, unit].append(sign)
    return held


def _rows(frame: pd.DataFrame, *columns: str) -> Iterable[Any]:
    return frame[list(columns)].itertuples(index=False, name=None)
