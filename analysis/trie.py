"""Many patterns in a short text, word by word: for those who look at some words only, where `automaton` takes all."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import regex

from analysis import patterns
from analysis.words import Words

_WORD = regex.compile(patterns.WORD)
REMEMBERED = 100_000
"""How many words a trie keeps in mind."""


class Node:
    """One place in the patterns: which words lead on behind which gap, and which patterns end here."""

    __slots__ = ("edges", "ends")

    def __init__(self) -> None:
        self.edges: dict[str, list[tuple[str, Node]]] = {}
        self.ends: list[tuple[int, patterns.Sequence]] = []


class Root(Node):
    """Where patterns begin, and what their words are."""

    __slots__ = ("known", "names", "words")

    def __init__(self, written: Iterable[str]) -> None:
        super().__init__()
        self.words = Words(written)
        self.names = list(self.words.places)
        self.known: dict[str, list[str]] = {}

    def of(self, word: str) -> list[str]:
        """The words of patterns that a word is; remembered, for words come again."""
        if word not in self.known:
            if len(self.known) >= REMEMBERED:
                self.known.clear()
            self.known[word] = [self.names[place] for place in self.words.of(word)]
        return self.known[word]


def build(found: Iterable[str]) -> Root:
    """The trie of these patterns without slots; a pattern is known by its place."""
    return _build(tuple(found))


@lru_cache(maxsize=8)
def _build(found: tuple[str, ...]) -> Root:
    said = [(place, patterns.sequence(one)) for place, pattern in enumerate(found) for one in patterns.worded(pattern)]
    root = Root(word for _, one in said for word in one.words)
    made: dict[tuple[int, str, str], Node] = {}
    for place, one in said:
        node: Node = root
        for gap, word in zip(one.gaps, one.words, strict=True):
            key = (id(node), gap, word)
            if key not in made:
                made[key] = Node()
                node.edges.setdefault(word, []).append((gap, made[key]))
            node = made[key]
        node.ends.append((place, one))
    return root


def find(root: Root, text: str) -> Iterator[tuple[int, int, int]]:
    """Every match, overlapping ones too, as (start, end, place of the pattern), in order of start but for `[ ]`."""
    tokens = [match.span() for match in _WORD.finditer(text)]
    for first in range(len(tokens)):
        todo = _onwards(root, root, text, tokens, first)
        while todo:
            node, following = todo.pop()
            for place, said in node.ends:
                if end := _end(text, tokens[following - 1][1], said):
                    end = tokens[following - 1 - said.after][1] if said.after else end
                    yield tokens[first + said.before][0], end, place
            if node.edges and following < len(tokens):
                todo += _onwards(root, node, text, tokens, following)


def _onwards(root: Root, node: Node, text: str, tokens: list[tuple[int, int]], at: int) -> list[tuple[Node, int]]:
    start, end = tokens[at]
    between = text[tokens[at - 1][1] : start] if node is not root else ""
    return [
        (child, at + 1)
        for word in root.of(text[start:end])
        for gap, child in node.edges.get(word, ())
        if _fits(gap, between)
    ]


@lru_cache(maxsize=10_000)
def _fits(gap: str, between: str) -> bool:
    return regex.fullmatch(gap, between) is not None


def _end(text: str, at: int, said: patterns.Sequence) -> int:
    """Where the match ends with its tail; 0 when the tail is not there."""
    if not said.tail:
        return at
    tail = regex.compile(said.tail).match(text, at)
    if not tail or (not said.apart and _WORD.match(text, tail.end())):
        return 0
    return at if said.apart else tail.end()
