"""Findings, sentences and figures as mime bundles with stable text; every text reaches HTML through `escaped`."""

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from analysis import figures
from analysis.language import rendered

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes


_SIGN = r"\\([\\\[\]{}|])"
_FREE = r"(?:\\[\\\[\]{}|]|[^\\\[\]{}|])*"
LINK = re.compile(rf"{_SIGN}|\[\[((?:{_FREE}|\{{\{{{_FREE}\}}\}})*)\|([\w.-]+)\]\]|\{{\{{({_FREE})\}}\}}")
"""How a sentence of `prose` links a number to its evidence, [[8 of 24|evidence-topic-space-A]], or to a page beside
this one, [[Space|topics-space.html]], and how it marks what an article says in its own language, {{la rencontre}}. A
backslash before \\, [, ], {, } or | takes its meaning away (`prose.told`)."""


WIDE = 9
"""A table with more columns than these is set small, on a page of its own."""


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
    """A drawing with its caption, alternative text and table, as SVG whose letters stay letters."""

    def __init__(self, svg: str, *, alt: str, caption: str, data: "pd.DataFrame | None" = None) -> None:
        self.svg = svg
        self.alt = figures.visible(alt)
        self.caption = figures.visible(plain(caption))
        self.data = "" if data is None else figures.csv(data)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[dict[str, str], dict[str, Any]]:
        bundle = {"image/svg+xml": self.svg, "text/plain": f"{self.caption}\n{self.alt}"}
        table = {"data": self.data} if self.data else {}
        return bundle, {"recoupe": {"alt": self.alt, "caption": self.caption, **table}}


def findings(sentences: Iterable[str], kind: str = "") -> Shown:
    """What was found, a line each; `kind` is `lead` for what opens a page, `portraits` for a line a source."""
    lines = [sentence for sentence in sentences if sentence]
    html = "".join(f"<li>{linked(line)}</li>" for line in lines)
    name = f"findings {kind}".strip()
    return Shown(f'<ul class="{name}">{html}</ul>', "\n".join(f"- {plain(line)}" for line in lines))


def reading(sentence: str) -> Shown:
    """One computed sentence below what it reads."""
    return Shown(f'<p class="reading">{linked(sentence)}</p>', plain(sentence))


def note(sentence: str) -> Shown:
    """What limits the numbers beside it."""
    sentence = rendered(sentence)
    return Shown(f'<p class="note">{linked(sentence)}</p>', plain(sentence))


def figure(axes: "Axes", *, alt: str, caption: str, data: "pd.DataFrame | None" = None) -> Figure:
    """The figure of these axes, with what it shows said in words, and `data` to take away: what is drawn, if not told.

    An analyst's own axes have no data but those given.
    """
    held = figures.held(axes) if data is None else data
    return Figure(figures.svg(axes), alt=rendered(alt), caption=rendered(caption), data=held)


def plain(sentence: str) -> str:
    """A sentence without its links.

    >>> plain("A has [[8 of 24|evidence-topic-space-A]] on {{l’espace}}.")
    'A has 8 of 24 on l’espace.'
    """
    return LINK.sub(lambda found: found[1] or plain(found[2] if found[2] is not None else found[4]), sentence)


def linked(sentence: str) -> str:
    """A sentence of `prose` as HTML, its links made; what an article says is marked `said`, for its language."""
    parts, at = [], 0
    for found in LINK.finditer(sentence):
        parts.append(escaped(sentence[at : found.start()]))
        sign, text, target, said = found.groups()
        if target:
            href = target if "." in target else f"#{target}"
            parts.append(f'<a href="{escaped(href)}">{linked(text)}</a>')
        else:
            parts.append(escaped(sign) if sign else f'<span class="said">{linked(said)}</span>')
        at = found.end()
    return "".join(parts) + escaped(sentence[at:])


def escaped(text: str) -> str:
    """A text as HTML, with signs that nobody would see made visible."""
    return escape(figures.visible(text))


def capital(text: str) -> str:
    """The text with a capital first."""
    return text[:1].upper() + text[1:]


def plural(number: int, noun: str) -> str:
    """The noun, in the plural unless there is one."""
    return noun if number == 1 else f"{noun}s"


def one_line(text: str) -> str:
    """The text without line breaks."""
    return re.sub(r"\s+", " ", figures.visible(text))


def aligned(heads: Sequence[str], cells: Sequence[Sequence[str]], caption: str) -> str:
    """The caption, and below it the cells in columns of letters of one width."""
    rows = [list(heads), *[list(row) for row in cells]]
    widths = [max(len(row[place]) for row in rows) for place in range(len(heads))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([plain(caption), *lines])
