"""Many patterns in one pass: a trie over their atoms, walked from the start of each word of a text."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import regex

from analysis import patterns

_WORD = regex.compile(r"\w+")
_WORD_END = regex.compile(r"(?!\w)")
_ENDING = regex.compile(patterns.ENDING)
_SPACE = regex.compile(patterns.SPACE)
REMEMBERED = 100_000
"""How many words a trie keeps in mind."""


class Node:
    """One place in the patterns: what may come next, and which patterns end here; the root also knows words."""

    __slots__ = ("edges", "ending", "ends", "known", "space")

    def __init__(self) -> None:
        self.edges: dict[str, tuple[Node, ...]] = {}
        self.ending: Node | None = None
        self.space: Node | None = None
        self.ends: tuple[int, ...] = ()

    known: dict[str, list["Node"]]

    def lead(self, atom: str, child: "Node") -> None:
        """Reach `child` by this atom."""
        if atom == patterns.SPACE:
            self.space = child
        elif atom == patterns.ENDING:
            self.ending = child
        else:
            for form in patterns.forms(atom):
                self._lead(form, child)

    def _lead(self, form: str, child: "Node") -> None:
        """Reach `child` by these characters: one, or a letter and its accents."""
        if len(form) > 1:
            between = Node()
            between._lead(form[1:], child)
            child = between
        self.edges[form[0]] = (*self.edges.get(form[0], ()), child)

    def leaves_a_word(self) -> bool:
        """Whether at the end of a word a pattern ends here, or may go on."""
        return bool(self.ends or self.ending or self.space) or not all(map(str.isalnum, self.edges))


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage while thousands of small objects are made, none of which is: it takes most of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@_uncollected()
def build(words: Iterable[str]) -> Node:
    """The trie of these patterns (none of them a `re:`); a pattern is known by its place in `words`."""
    root = Node()
    root.known = {}
    made: dict[tuple[Node, str], Node] = {}
    for place, pattern in enumerate(words):
        node = root
        for atom in patterns.atoms(pattern):
            if (node, atom) not in made:
                made[node, atom] = Node()
                node.lead(atom, made[node, atom])
            node = made[node, atom]
        node.ends += (place,)
    return root


def find(root: Node, text: str) -> Iterator[tuple[int, int, int]]:
    """Every match, overlapping ones too, as (start, end, place of the pattern), in order of start."""
    for word in _WORD.finditer(text):
        for node in _behind(root, word.group()):
            yield from _onwards(node, text, *word.span())


def _behind(root: Node, word: str) -> list[Node]:
    """Where the whole of a first word leads: nowhere, for most; remembered, for words come again."""
    if word not in root.known:
        if len(root.known) >= REMEMBERED:
            root.known.clear()
        root.known[word] = [node for node in _through(root, word) if node.leaves_a_word()]
    return root.known[word]


def _through(root: Node, word: str) -> Iterator[Node]:
    todo = [(root, 0)]
    while todo:
        node, at = todo.pop()
        if at == len(word):
            yield node
            continue
        todo += [(child, at + 1) for child in node.edges.get(word[at], ())]
        if node.ending and _ENDING.match(word, at):
            todo.append((node.ending, len(word)))


def _onwards(first: Node, text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    todo = [(first, end)]
    while todo:
        node, at = todo.pop()
        if node.ends and _WORD_END.match(text, at):
            for place in node.ends:
                yield start, at, place
        for child in node.edges.get(text[at : at + 1], ()):
            todo.append((child, at + 1))
        if node.ending and (ending := _ENDING.match(text, at)):
            todo.append((node.ending, ending.end()))
        if node.space and (space := _SPACE.match(text, at)):
            todo.append((node.space, space.end()))
