"""Many patterns in one pass over the words of a text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import regex

from analysis import patterns
from analysis.words import Words

_WORD = regex.compile(patterns.WORD)
_SLOTS = {f"<{kind}>" for kind in patterns.KINDS}
Hits = Mapping[int, Iterable[tuple[int, str]]]
"""Where evidence for slots begins → where it ends, and of which kind it is."""


class Automaton:
    """Patterns, each known by its place, ready to be found."""

    def __init__(self, found: Iterable[str]) -> None:
        said = [
            (place, patterns.sequence(plain))
            for place, pattern in enumerate(found)
            for plain in patterns.worded(pattern)
        ]
        self.words = Words(word for _, one in said for word in one.words)
        self.gaps = sorted({gap for _, one in said for gap in (*one.gaps, one.tail)})
        self.expressions = {gap: regex.compile(gap) for gap in self.gaps}
        self.known: dict[str, list[str]] = {}
        self.nodes = 1
        self.edges: dict[int, dict[str, list[tuple[str, int]]]] = defaultdict(dict)
        self.ends: dict[int, list[tuple[int, patterns.Sequence]]] = defaultdict(list)
        made: dict[tuple[int, str, str], int] = {}
        for place, one in said:
            node = 0
            for gap, word in zip(one.gaps, one.words, strict=True):
                key = (node, gap, word)
                if key not in made:
                    made[key] = self.nodes
                    self.nodes += 1
                    self.edges[node].setdefault(word, []).append((gap, made[key]))
                node = made[key]
            self.ends[node].append((place, one))
        self.names = {place: word for word, place in self.words.places.items()}

    def find(self, text: str, hits: Hits | None = None) -> Iterator[tuple[int, int, int]]:
        """Every match, overlapping ones too, as (start, end, place of the pattern)."""
        tokens = [match.span() for match in _WORD.finditer(text)]
        follow = {start: place for place, (start, _) in enumerate(tokens)}
        for place in range(len(tokens)):
            yield from self._from(text, tokens, follow, place, hits or {})

    def _is(self, word: str) -> list[str]:
        if word not in self.known:
            wild = ["?", *["<Word>"] * word[0].isupper(), *["<number>"] * word.isdigit()]
            self.known[word] = [*(self.names[place] for place in self.words.of(word)), *wild]
        return self.known[word]

    def _from(self, text, tokens, follow, place, hits) -> Iterator[tuple[int, int, int]]:
        todo: list[tuple[int, int, int, tuple[tuple[int, int], ...]]] = [(0, -1, place, ())]
        while todo:
            node, at, following, walked = todo.pop()
            for rule, one in self.ends.get(node, ()):
                yield from _ended(text, at, rule, one, walked)
            if following >= len(tokens):
                continue
            start, end = tokens[following]
            between = text[at:start] if at >= 0 else ""
            edges = self.edges.get(node)
            if not edges:
                continue
            steps = [(word, end, following + 1) for word in self._is(text[start:end]) if word in edges]
            if not _SLOTS.isdisjoint(edges):
                for stop, kind in hits.get(start, ()):
                    after = following
                    while after < len(tokens) and tokens[after][0] < stop:
                        after += 1
                    steps.append((f"<{kind}>", stop, after))
            for word, stop, after in steps:
                for gap, child in edges.get(word, ()):
                    if _fits(gap, between):
                        todo.append((child, stop, after, (*walked, (start, stop))))


@lru_cache(maxsize=100_000)
def _fits(gap: str, between: str) -> bool:
    return regex.fullmatch(gap, between) is not None


_EDGE = regex.compile(rf"(?!{patterns.LETTER})")


def _ended(text, at, rule, one, walked) -> Iterator[tuple[int, int, int]]:
    end = at
    if one.tail:
        tail = regex.compile(one.tail).match(text, at)
        if not tail:
            return
        end = tail.end()
    if not (one.apart and one.tail) and not _EDGE.match(text, end):
        return
    if one.apart:
        end = walked[len(walked) - one.after - 1][1]
    yield walked[one.before][0], end, rule
