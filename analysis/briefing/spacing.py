"""No line breaks where French has none: before `: ; ! ? » %` and behind `«`, without touching what articles wrote.

Nor, in any language, between the letter of a source and the sign behind it.
"""

import re
from collections.abc import Iterable

from analysis.briefing.tree import Element, Node, el

_TIED = re.compile(r"« \S|\S(?: [:;!?»%])+(?![^\s.,)\]])")
"""Where a writer left a plain space: the sign, that space, and the letter beside it."""
_CLOSING = re.compile(r"[\u00a0\u202f]?[.,:;!?)\]…»”]+")
"""Signs that follow a word closely."""
_SET = ("svg", "pre", "code", "kbd", "samp", "math")
"""What stands as it is."""


def tied(nodes: Iterable[Node], lang: str) -> list[Node]:
    """The nodes, in which a sign of French punctuation is not parted from its word; `lang` is the page's.

    >>> from analysis.briefing.tree import write
    >>> write(tied(["Quoi ? dit-il."], "fr"))
    'Quo<span class="tied">i ?</span> dit-il.'
    """
    made: list[Node] = []
    for node in _lettered(nodes):
        if isinstance(node, str):
            made += _text(node) if lang.startswith("fr") else [node]
        elif node.tag in _SET or node.has("tied"):
            made.append(node)
        else:
            made.append(Element(node.tag, node.attrs, tied(node.children, node.attrs.get("lang", lang))))
    return made


def _lettered(nodes: Iterable[Node]) -> list[Node]:
    """The nodes, the letter of a source in one box with the signs behind it."""
    made: list[Node] = []
    for node in nodes:
        before = made[-1] if made else ""
        if isinstance(node, str) and isinstance(before, Element) and before.has("source"):
            closing = found.group() if (found := _CLOSING.match(node)) else ""
            if closing:
                made[-1] = el("span", before, closing, class_="tied")
            node = node[len(closing) :]
        if node != "":
            made.append(node)
    return made


def _text(string: str) -> list[Node]:
    made: list[Node] = []
    at = 0
    for found in _TIED.finditer(string):
        made += [string[at : found.start()], el("span", found.group(), class_="tied")]
        at = found.end()
    return [node for node in [*made, string[at:]] if node]
