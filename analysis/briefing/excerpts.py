"""A sentence of evidence in few words: what is marked in it, with a little of what stands around."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from analysis.briefing.tree import Element, Node, text

WHOLE = 110
"""A sentence of no more characters is given whole."""
AROUND = 30
"""How many characters stand before and behind a match, at least."""
LONG = 80
"""A match of more characters is given whole once, and after that by its first and last words."""
CUT = "…"
SPACE = "\u00a0"
Piece = tuple[str, str]
"""Words and what they are: `plain`, `marked`, or `cut` for a sign that something is left out."""


@dataclass
class Sentence:
    """One item of evidence: the place it points to, its text in pieces, a remark behind it."""

    unit: str
    number: str
    pieces: list[tuple[str, bool]]
    remark: str = ""


def sentence(item: Element) -> Sentence:
    """The sentence of a list item: `mark` elements are what was found, a link to a unit is its place."""
    place = next((one for one in reversed(item.children) if _leads(one)), None)
    unit = item.attrs.get("data-unit", "") or (place.attrs["href"][1:] if isinstance(place, Element) else "")
    rest = [one for one in item.children if one is not place and not (isinstance(one, Element) and one.has("controls"))]
    while rest and isinstance(rest[-1], str) and not rest[-1].strip():
        rest.pop()
    said = rest.pop() if rest and isinstance(rest[-1], Element) and rest[-1].tag == "span" and len(rest) > 1 else None
    return Sentence(unit, _number(unit, place), _flat(rest), text(said).strip() if said else "")


@dataclass
class Excerpts:
    """Makes excerpts and remembers which long matches have been given whole."""

    given: set[tuple[str, str]] = field(default_factory=set)

    def of(self, one: Sentence) -> list[Piece]:
        """The pieces of the sentence as they are printed."""
        full = "".join(part for part, _ in one.pieces)
        new = not any((one.unit, part) in self.given for part, _ in one.pieces if len(part) > LONG)
        self.given |= {(one.unit, part) for part, marked in one.pieces if marked and len(part) > LONG}
        if not any(marked for _, marked in one.pieces):
            self.given.add((one.unit, full))
        if len(full) <= WHOLE and new:
            return _tidied([(part, "marked" if marked else "plain") for part, marked in one.pieces])
        return _tidied(_shortened(one.pieces, new))

    def shown(self, one: Sentence) -> list[Piece]:
        """The same, without marks where all of it is marked: they would set nothing apart."""
        pieces = self.of(one)
        apart = any(kind == "plain" and re.search(r"\w", part) for part, kind in pieces)
        return pieces if apart else [(part, "plain" if kind == "marked" else kind) for part, kind in pieces]


def _leads(node: Node) -> bool:
    return isinstance(node, Element) and node.tag == "a" and node.attrs.get("href", "").startswith("#unit-")


def _number(unit: str, place: Node | None) -> str:
    found = re.search(r"-(\d+)$", unit)
    shown = re.search(r"(\d+)\s*$", text(place)) if place else None
    return shown[1] if shown else str(int(found[1]) + 1) if found else ""


def _flat(nodes: Iterable[Node], marked: bool = False) -> list[tuple[str, bool]]:
    pieces: list[tuple[str, bool]] = []
    for node in nodes:
        inside = [(node, marked)] if isinstance(node, str) else _flat(node.children, marked or node.tag == "mark")
        for part, lit in inside:
            if pieces and pieces[-1][1] == lit:
                pieces[-1] = (pieces[-1][0] + part, lit)
            elif part:
                pieces.append((part, lit))
    return [(re.sub(r"[ \t\r\n\f]+", " ", part), lit) for part, lit in pieces]


def _shortened(pieces: list[tuple[str, bool]], new: bool) -> list[Piece]:
    made: list[Piece] = []
    for place, (part, marked) in enumerate(pieces):
        if marked:
            made += [(part, "marked")] if new or len(part) <= LONG else _ends(part, "marked")
        elif len(pieces) == 1:
            made += (
                [(part, "plain")] if new and len(part) <= 3 * LONG else [(_start(part, LONG), "plain"), (CUT, "cut")]
            )
        else:
            made += _around(part, place > 0, place < len(pieces) - 1)
    return made


def _around(part: str, behind: bool, before: bool) -> list[Piece]:
    """What is left of words behind a match, before one, or between two."""
    if len(part) <= AROUND * (behind + before) + 12:
        return [(part, "plain")]
    first = [(_start(part, AROUND), "plain")] if behind else []
    last = [(_end(part, AROUND), "plain")] if before else []
    return [*first, (CUT, "cut"), *last]


def _ends(part: str, kind: str) -> list[Piece]:
    return [(_start(part, LONG // 2), kind), (CUT, "cut"), (_end(part, LONG // 3), kind)]


def _start(part: str, length: int) -> str:
    """Its first words, up to the end of the word that stands there; a word without an end is cut."""
    found = re.match(rf".{{{length}}}\S{{0,20}}", part)
    return found[0] if found else part


def _end(part: str, length: int) -> str:
    found = re.search(rf"\S{{0,20}}.{{{length}}}\Z", part)
    return found[0] if found else part


def _after(place: int, length: int) -> str:
    """No line begins with a cut, and none ends with the one that opens a sentence."""
    return "" if place == length - 1 else " " if place else SPACE


def _tidied(pieces: list[Piece]) -> list[Piece]:
    """No space at either end; one on each side of a cut that stands between words."""
    made = [(part, kind) for part, kind in pieces if part]
    for place, (part, kind) in enumerate(made):
        if kind == "cut":
            made[place] = (f"{SPACE * (place > 0)}{CUT}{_after(place, len(made))}", kind)
        else:
            cut_before = place > 0 and made[place - 1][1] == "cut"
            cut_behind = place < len(made) - 1 and made[place + 1][1] == "cut"
            part = part.lstrip() if cut_before or place == 0 else part
            made[place] = (part.rstrip() if cut_behind or place == len(made) - 1 else part, kind)
    return made
