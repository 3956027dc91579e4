"""Many patterns in one pass: a trie over their atoms, walked from the start of each word of a text."""

import re
from collections.abc import Iterable, Iterator

from analysis import patterns

_WORD_START = re.compile(r"(?<!\w)\w")
_WORD = re.compile(r"\w*")
_SPACE = re.compile(r"\s+")


class Node:
    """One place in the patterns: what may come next, and which patterns end here."""

    __slots__ = ("edges", "ends", "following")

    def __init__(self) -> None:
        self.following: dict[str, Node] = {}
        self.edges: dict[str, list[Node]] = {}
        self.ends: list[int] = []

    def add(self, atom: str) -> "Node":
        """The node behind `atom`, made when it is not there yet."""
        if atom not in self.following:
            self.following[atom] = child = Node()
            if atom not in (patterns.SPACE, patterns.ENDING):
                for character in atom:
                    self.edges.setdefault(character, []).append(child)
        return self.following[atom]


def build(words: Iterable[str]) -> Node:
    """The trie of these patterns (none of them a `re:`); a pattern is known by its place in `words`."""
    root = Node()
    for place, pattern in enumerate(words):
        node = root
        for atom in patterns.atoms(pattern):
            node = node.add(atom)
        node.ends.append(place)
    return root


def find(root: Node, text: str) -> Iterator[tuple[int, int, int]]:
    """Every match, overlapping ones too, as (start, end, place of the pattern), in order of start."""
    for word in _WORD_START.finditer(text):
        yield from _from(root, text, word.start())


def _from(root: Node, text: str, start: int) -> Iterator[tuple[int, int, int]]:
    todo = [(child, start + 1) for child in root.edges.get(text[start], ())]
    while todo:
        node, at = todo.pop()
        if node.ends and (at == len(text) or not _is_word(text[at])):
            for place in node.ends:
                yield start, at, place
        if at < len(text):
            todo += [(child, at + 1) for child in node.edges.get(text[at], ())]
        if patterns.ENDING in node.following:
            todo.append((node.following[patterns.ENDING], _WORD.match(text, at).end()))  # type: ignore[union-attr]
        if patterns.SPACE in node.following and (space := _SPACE.match(text, at)):
            todo.append((node.following[patterns.SPACE], space.end()))


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
