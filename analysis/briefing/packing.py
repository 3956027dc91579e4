"""A PDF as Typst writes it → a smaller one whose tables say which cells head their rows: the same bytes each time."""

import io
from collections.abc import Iterator, Sequence
from typing import Any

_LEAVES = frozenset({"/P", "/Span", "/Link", "/Lbl", "/Caption", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6"})
"""Elements in which no table stands."""


def packed(pdf: bytes, row_heads: Sequence[bool] = ()) -> bytes:
    """The PDF with its objects in compressed streams.

    `row_heads` says of each table, in reading order, whether its rows begin with their head: these are tagged so.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        _head_rows(opened, row_heads)
        written = io.BytesIO()
        opened.save(
            written,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    return written.getvalue()


def _head_rows(opened: Any, row_heads: Sequence[bool]) -> None:
    tree = opened.Root.get("/StructTreeRoot")
    tables = [node for node in _nodes(tree) if str(node.S) == "/Table"] if tree is not None else []
    if len(tables) != len(row_heads):
        return
    for table, headed in zip(tables, row_heads, strict=True):
        for part in _children(table) if headed else ():
            for row in _children(part) if str(part.S) == "/TBody" else ():
                _head(row, opened)


def _head(row: Any, opened: Any) -> None:
    """The first cell of the row as its head, where it is not hung from a row above."""
    import pikepdf

    first = next(_children(row), None)
    if first is None or str(first.S) != "/TD":
        return
    first.S = pikepdf.Name.TH
    given = first.get("/A")
    own = [one for one in _listed(given) if str(one.get("/O")) == "/Table"]
    if own:
        own[0].Scope = pikepdf.Name.Row
        return
    scope = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
    first.A = pikepdf.Array([*_listed(given), scope])


def _listed(value: Any) -> list[Any]:
    import pikepdf

    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _nodes(node: Any) -> Iterator[Any]:
    """Every element of the structure below this one, in reading order."""
    for child in _children(node):
        yield child
        if str(child.S) not in _LEAVES:
            yield from _nodes(child)


def _children(node: Any) -> Iterator[Any]:
    import pikepdf

    for child in _listed(node.get("/K")):
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
