"""The layers that a reader of an article may switch, and a text with the marks of several layers over it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analysis.display.outputs import escaped

GROUPS = ("topic", "actor", "statement", "hedge", "frame", "loaded", "fact", "value", "other")
"""The layers of the reader, in the order of its legend."""
_OF = {
    "topic": "topic",
    "actor": "actor place designation agency",
    "statement": "statement quotation quotations reports chain echo side manner",
    "hedge": "hedge denial",
    "frame": "frame policy",
    "loaded": "loaded word",
    "fact": "fact facts event",
    "value": "discrepancy discrepancies",
}
GROUP = {layer: group for group, layers in _OF.items() for layer in layers.split()} | {
    "speaker kind": "statement",
    "official voices": "statement",
    "loaded words": "loaded",
    "quoted frame": "frame",
    "quoted loaded": "loaded",
    "perhaps told": "fact",
}
GATHERED = ("facts", "discrepancies", "manner", "official voices", "loaded words", "passages")
"""Layers that gather what others hold already: numbers open them, texts need no marks of them."""
LONGEST = 300
"""How many characters the words of a mark may have."""


class Sign(NamedTuple):
    """A stretch of a text that a layer marks, and what the mark says."""

    start: int
    end: int
    group: str
    says: str


def group(layer: str) -> str:
    """The reader's layer to which a layer of evidence belongs."""
    return GROUP.get(layer, "other")


def marked(text: str, start: int, end: int, signs: Iterable[Sign]) -> str:
    """The text between two places as HTML, a mark around each sign; marks that cross are cut in two.

    Each mark carries its layer as `data-layer`; only its first piece says, as `title`, what it marks.
    """
    parts, at, open_ = [], start, list[Sign]()
    waiting = _merged(signs, start, end)
    for place in sorted({edge for sign in waiting for edge in sign[:2]}):
        parts.append(escaped(text[at:place]))
        parts.extend(_closed(open_, place))
        for sign in [sign for sign in waiting if sign.start == place]:
            parts.append(f'<mark data-layer="{sign.group}" title="{escaped(sign.says)}">')
            open_.append(sign)
        waiting = [sign for sign in waiting if sign.start > place]
        at = place
    return "".join(parts) + escaped(text[at:end])


def _closed(open_: list[Sign], place: int) -> Iterator[str]:
    """The ends of what ends here; what was opened inside of it, and goes on, is opened again."""
    first = next((number for number, sign in enumerate(open_) if sign.end == place), len(open_))
    going_on = [sign for sign in open_[first:] if sign.end != place]
    yield from ["</mark>"] * (len(open_) - first)
    yield from (f'<mark data-layer="{sign.group}">' for sign in going_on)
    open_[first:] = going_on


def _merged(signs: Iterable[Sign], start: int, end: int) -> list[Sign]:
    """The signs inside the bounds: one where several say the same on touching words, one for a layer on equal words."""
    alike: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for first, last, layer, says in sorted(signs):
        held = alike.setdefault((layer, says), [])
        if held and first < held[-1][1]:
            held[-1] = (held[-1][0], max(held[-1][1], last))
        else:
            held.append((first, last))
    equal: dict[tuple[int, int, str], list[str]] = {}
    for (layer, says), spans in alike.items():
        for first, last in spans:
            if max(first, start) < min(last, end):
                equal.setdefault((max(first, start), min(last, end), layer), []).append(says)
    made = [Sign(*key, _cut("; ".join(dict.fromkeys(all_)))) for key, all_ in equal.items()]
    return sorted(made, key=lambda sign: (sign.start, -sign.end, GROUPS.index(sign.group)))


def _cut(says: str) -> str:
    return says if len(says) <= LONGEST else says[: LONGEST - 1] + "…"
