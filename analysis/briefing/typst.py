"""A page → a tagged PDF, set by Typst: the source put together, compiled, and repaired where it is refused."""

import os
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis.briefing.glyphs import fonts
from analysis.briefing.html import said
from analysis.briefing.inline import quoted
from analysis.briefing.page import Page
from analysis.briefing.typeset import Block, Writer
from analysis.tables import BuildError

_LEVEL = "#let heading(body, ..rest) = strong(body)\n"
"""One block alone may begin with a heading of any level."""


def pdf(page: Page) -> bytes:
    """The PDF, tagged as PDF/UA-1 demands: the same bytes for the same page.

    A block that Typst refuses is set once more as plain text; `BuildError` says what it refuses even then.
    """
    import typst

    blocks = Writer(page).blocks(page.body)
    try:
        return _compiled(document(page, blocks))
    except typst.TypstError:
        mended = [_plain(block) if _refused(page, block) else block for block in blocks]
    try:
        return _compiled(document(page, mended))
    except typst.TypstError as error:
        raise BuildError(f"the PDF of {page.title!r} cannot be set: {error.message}") from None


def document(page: Page, blocks: Iterable[Block], more: str = "") -> str:
    """The whole Typst source of a page with these blocks as its body."""
    start = f"#show: dress.with(lang: {quoted(page.lang)}, running: {quoted(_running(page.title))})\n"
    return "\n\n".join([_template() + more, _about(page), start, _cover(page), *_placed(blocks)]) + "\n"


def _about(page: Page) -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    date = "none"
    if re.fullmatch(r"\d{1,11}", epoch):
        day = datetime.fromtimestamp(int(epoch), UTC)
        date = f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"
    authors = "".join(f"{quoted(author)}, " for author in page.authors)
    return f"#set document(title: {quoted(page.title)}, author: ({authors}), date: {date})"


def _cover(page: Page) -> str:
    rows = "".join(f"({', '.join(map(quoted, [*row, '', '', '', ''][:4]))}), " for row in page.articles)
    pairs = "".join(f"({quoted(name)}, {quoted(value)}), " for name, value in page.parameters)
    contents = quoted(said(page)["contents"]) if len(page.contents) > 2 else "none"
    named = {
        "corpus": quoted(page.corpus) if page.corpus else "none",
        "question": quoted(page.question) if page.question else "none",
        "articles": f"({rows})",
        "parameters": f"({pairs})",
        "contents": contents,
    }
    return f"#cover({', '.join(f'{name}: {value}' for name, value in named.items())})"


def _running(title: str) -> str:
    return title if len(title) <= 90 else title[:88] + "…"


def _placed(blocks: Iterable[Block]) -> list[str]:
    """The blocks' sources; wide ones on landscape pages, together with the heading that announces them."""
    placed: list[Block] = []
    for block in blocks:
        if block.kind != "wide":
            placed.append(block)
            continue
        announced = _announced(placed)
        before = placed[len(placed) - announced :]
        del placed[len(placed) - announced :]
        together = "\n\n".join(one.source for one in [*before, block])
        if placed and placed[-1].kind == "landscape" and not before:
            placed[-1] = replace(placed[-1], source=f"{placed[-1].source}\n\n{together}")
        else:
            placed.append(Block(together, kind="landscape"))
    return [f"#landscape[{block.source}]" if block.kind == "landscape" else block.source for block in placed]


def _announced(placed: list[Block]) -> int:
    """How many blocks at the end, a heading and up to three paragraphs, belong to a table that follows."""
    for back in range(1, min(5, len(placed) + 1)):
        if placed[-back].kind == "heading":
            while back < len(placed) and placed[-back - 1].kind == "heading":
                back += 1
            return back
        if placed[-back].kind != "paragraph":
            return 0
    return 0


def _refused(page: Page, block: Block) -> bool:
    import typst

    try:
        _compiled(document(replace(page, articles=[], contents=[]), [block], _LEVEL))
    except typst.TypstError:
        return True
    return False


def _plain(block: Block) -> Block:
    anchors = "".join(f"#anchor({quoted(name)})" for name in block.ids)
    return Block(f"{anchors}#aside[#{quoted(block.text)}]", block.text, block.ids)


def _compiled(source: str) -> bytes:
    import typst

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    made = typst.compile(
        source.encode(),
        font_paths=_fonts(),
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=int(epoch) if re.fullmatch(r"\d{1,11}", epoch) else 0,
    )
    return bytes(made)


@lru_cache(maxsize=1)
def _fonts() -> Any:
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[fonts()])


@lru_cache(maxsize=1)
def _template() -> str:
    return (Path(__file__).parent / "briefing.typ").read_text(encoding="utf-8")
