"""A page → a tagged PDF, set by Typst: the source put together, compiled, and repaired where it is refused."""

import os
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis.briefing.appendix import COLUMN, HOW
from analysis.briefing.glyphs import fonts
from analysis.briefing.inline import quoted
from analysis.briefing.packing import packed
from analysis.briefing.page import Page
from analysis.briefing.tabular import Block
from analysis.briefing.typeset import Writer
from analysis.language import LANGUAGES, day, say, speaking
from analysis.tables import BuildError

ALONE = "#let heading(body, ..rest) = strong(body)\n"
"""One block alone may begin with a heading of any level, and what it links to is not there."""


def pdf(page: Page) -> bytes:
    """The PDF, tagged as PDF/UA-1 demands: the same bytes for the same page.

    A block that Typst refuses is set once more as plain text; `BuildError` says what it refuses even then.
    """
    with speaking(page.lang if page.lang in LANGUAGES else "en"):
        return _set(page)


def _set(page: Page) -> bytes:
    import typst

    writer = Writer(page)
    blocks = writer.blocks(page.body)
    blocks += writer.evidence()
    try:
        return packed(_compiled(document(page, blocks)), writer.row_heads)
    except typst.TypstError:
        mended = [_plain(block) if _refused(page, block) else block for block in blocks]
    try:
        return packed(_compiled(document(page, mended)), writer.row_heads)
    except typst.TypstError as error:
        raise BuildError(f"the PDF of {page.title!r} cannot be set: {error.message}") from None


def document(page: Page, blocks: Iterable[Block], more: str = "") -> str:
    """The whole Typst source of a page with these blocks as its body; `more` stands behind the template."""
    alone = f"#let alone = {str(bool(more)).lower()}\n"
    start = f"#show: dress.with(lang: {quoted(page.lang)}, running: {quoted(_running(page.title))})\n"
    return "\n\n".join([alone + _template() + more, _about(page), start, _cover(page), *_placed(blocks)]) + "\n"


def _about(page: Page) -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    date = "none"
    if re.fullmatch(r"\d{1,11}", epoch):
        day = datetime.fromtimestamp(int(epoch), UTC)
        date = f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"
    authors = "".join(f"{quoted(author)}, " for author in page.authors)
    return f"#set document(title: {quoted(page.title)}, author: ({authors}), date: {date})"


def _cover(page: Page) -> str:
    rows = "".join(f"({', '.join(map(quoted, _listed(row)))}), " for row in page.articles)
    pairs = "".join(f"({quoted(name)}, {quoted(value)}), " for name, value in page.parameters if value != "–")
    contents = quoted(say("Contents")) if len(page.contents) > 2 else "none"
    named = {
        "corpus": quoted(page.corpus) if page.corpus else "none",
        "question": quoted(page.question) if page.question else "none",
        "dated": quoted(dated) if (dated := _dated(page)) else "none",
        "articles": f"({rows})",
        "parameters": f"({pairs})",
        "contents": contents,
    }
    return f"#cover({', '.join(f'{name}: {value}' for name, value in named.items())})"


def _listed(row: list[str]) -> list[str]:
    mark, outlet, title, published = [*row, "", "", "", ""][:4]
    return [mark, outlet, title.replace(" …", "\u00a0…"), day(published)]


def _dated(page: Page) -> str:
    """When the articles were published, first to last, where their dates are known."""
    dates = sorted({date for row in page.articles for date in row[3:4] if re.fullmatch(r"\d{4}-\d\d-\d\d", date)})
    if not dates:
        return ""
    first, last = day(dates[0]), day(dates[-1])
    if first == last:
        return say("Published on {day}", day=first)
    return say("Published from {first} to {last}", first=first, last=last)


def _running(title: str) -> str:
    """The title for the head of each page, cut between words."""
    if len(title) <= 64:
        return title
    cut = title[:62].rpartition(" ")[0] or title[:62]
    return cut.rstrip(" \u00a0\u202f,:;–—(«“") + "…"


def _placed(blocks: Iterable[Block]) -> list[str]:
    """The blocks' sources; wide tables and the appendix on pages of their own, with the heading that announces them."""
    placed: list[Block] = []
    for block in blocks:
        kind = _PAGES.get(block.kind, "")
        if not kind:
            placed.append(block)
            continue
        announced = _announced(placed)
        before = placed[len(placed) - announced :]
        del placed[len(placed) - announced :]
        together = _columns(before, block) if kind == "appendix" else _joined([*before, block])
        last = placed[-1] if placed else None
        if last and last.kind == kind and (kind == "appendix" or not before):
            placed[-1] = replace(last, source=_continued(last.source, together))
        else:
            placed.append(Block(together, kind=kind))
    return [f"#{block.kind}[{block.source}]" if block.kind in _PAGES.values() else block.source for block in placed]


_PAGES = {"wide": "landscape", COLUMN: "appendix"}
"""The kinds of blocks that stand on pages of their own, and the function that makes these."""
_END = "]//columns"


def _joined(blocks: Iterable[Block]) -> str:
    return "\n\n".join(block.source for block in blocks)


def _columns(before: list[Block], block: Block) -> str:
    return "\n\n".join(filter(None, [_joined(before), f"#newspaper[{block.source}{_END}\n"]))


def _continued(source: str, more: str) -> str:
    """The columns go on where nothing stands between."""
    start = "#newspaper["
    if more.startswith(start) and source.endswith(f"{_END}\n"):
        return f"{source.removesuffix(f'{_END}{chr(10)}')}\n\n{more.removeprefix(start)}"
    return f"{source}\n\n{more}"


def _announced(placed: list[Block]) -> int:
    """How many blocks at the end, a heading and up to three paragraphs, belong to what follows."""
    how = 1 if placed and placed[-1].kind == HOW else 0
    for back in range(1 + how, min(5, len(placed) + 1)):
        if placed[-back].kind == "heading":
            while back < len(placed) and placed[-back - 1].kind == "heading":
                back += 1
            return back
        if placed[-back].kind != "paragraph":
            break
    return how


def _refused(page: Page, block: Block) -> bool:
    import typst

    try:
        _compiled(document(replace(page, articles=[], contents=[]), [block], ALONE))
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
