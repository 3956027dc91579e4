"""Many patterns in one pass: all words of a text go one word on at once, for as long as a pattern may."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pandas as pd
import regex

from analysis import patterns, stream
from analysis.stream import Numbers, Stream
from analysis.words import Words

PLAIN, SLOTTED = 0, 1
"""The nodes at which patterns begin: those of words alone, those with slots."""


class Found(NamedTuple):
    """Matches: where each begins and ends, and which pattern it is."""

    starts: Numbers
    ends: Numbers
    places: Numbers

    def of(self, wanted: Numbers) -> "Found":
        """Those of the patterns for which a flag is set."""
        return Found(*(column[wanted[self.places]] for column in self))


class Front(NamedTuple):
    """What may become a match: from which word on, up to where, what stands behind, and where in the patterns it is."""

    first: Numbers
    next: Numbers
    end: Numbers
    gap: Numbers
    node: Numbers

    def take(self, places: Numbers) -> "Front":
        """Those at these places."""
        return Front(*(column[places] for column in self))

    def join(self, other: "Front") -> "Front":
        """These and the others."""
        return Front(*map(np.append, self, other))


class Lists:
    """Lists of numbers, one after the other, each found by its place."""

    def __init__(self, lists: Iterable[Iterable[int]]) -> None:
        kept = [list(one) for one in lists]
        self.sizes = np.array([len(one) for one in kept], np.int64)
        self.first = np.cumsum(self.sizes) - self.sizes
        self.items = np.array([item for one in kept for item in one], np.int64)

    def of(self, places: Numbers) -> tuple[Numbers, Numbers]:
        """Each item of the lists at these places, behind the number of the place that it came from."""
        owners, items = _ranges(self.first[places], self.sizes[places])
        return owners, self.items[items]


def _ranges(first: Numbers, sizes: Numbers) -> tuple[Numbers, Numbers]:
    """The numbers of ranges one after the other, behind the number of the range that each is in."""
    owners = np.repeat(np.arange(len(sizes)), sizes)
    return owners, np.arange(len(owners)) + (first - np.cumsum(sizes) + sizes)[owners]


class Slots(NamedTuple):
    """Evidence that may stand for a word: from which word on, which word is the next, and so on as in `Front`."""

    first: Numbers
    next: Numbers
    end: Numbers
    gap: Numbers
    kind: Numbers


class Automaton:
    """Patterns, each known by its place, ready to be found."""

    def __init__(self, found: Iterable[str]) -> None:
        said = [
            (place, patterns.sequence(plain))
            for place, pattern in enumerate(found)
            for plain in patterns.worded(pattern)
        ]
        self.words = Words(word for _, one in said for word in one.words)
        self.width = len(self.words.places) + 1
        self.gaps = sorted({gap for _, one in said for gap in one.gaps})
        self.tails = sorted({(one.tail, one.apart) for _, one in said})
        self.kinds: dict[tuple[int, ...], int] = {(): 0}
        self.between: dict[tuple[tuple[bool, ...], tuple[int, ...]], int] = {}
        self.memories = stream.Memory(self._kind), stream.Memory(self._between)
        self._link(self._nodes(said))
        self._between(" ")
        self._refresh()

    def _nodes(self, said: list[tuple[int, patterns.Sequence]]) -> dict[int, dict[int, int]]:
        """Node and word → gap → the next node; patterns that begin alike share their nodes."""
        gaps = {gap: place for place, gap in enumerate(self.gaps)}
        tails = {tail: place for place, tail in enumerate(self.tails)}
        edges: dict[int, dict[int, int]] = {}
        ends: list[list[int]] = [[], []]
        for number, (_, one) in enumerate(said):
            node = SLOTTED if any(map(patterns.SLOT.fullmatch, one.words)) else PLAIN
            for gap, word in zip(one.gaps, one.words, strict=True):
                ways = edges.setdefault(node * self.width + self.words.places[word], {})
                node = ways.setdefault(gaps[gap], len(ends))
                if node == len(ends):
                    ends.append([])
            ends[node].append(number)
        self.ends = Lists(ends)
        rows = [(place, one.before, one.after, tails[one.tail, one.apart]) for place, one in said]
        self.place, self.before, self.after, self.tail = np.array(rows, np.int64).reshape(-1, 4).T
        return edges

    def _link(self, edges: dict[int, dict[int, int]]) -> None:
        """Put the edges into arrays, and note what may leave each node."""
        self.index = pd.Index(np.array(list(edges), np.int64))
        ways = list(edges.values())
        numbers = iter(range(sum(map(len, ways))))
        self.ways = Lists([next(numbers) for _ in way] for way in ways)
        self.gap_of = np.array([gap for way in ways for gap in way], np.int64)
        self.child_of = np.array([child for way in ways for child in way.values()], np.int64)
        leaving: list[set[int]] = [set() for _ in range(len(self.ends.sizes))]
        self.any, self.slot = np.zeros((2, len(leaving)), bool)
        self.roots: dict[int, dict[int, list[int]]] = {PLAIN: {}, SLOTTED: {}}
        any_word = self.words.places.get(patterns.ANY, -1)
        places = [self.words.places.get(f"<{kind}>", -1) for kind in patterns.KINDS]
        self.signs = np.array(places, np.int64)
        for key, way in edges.items():
            node, word = divmod(key, self.width)
            leaving[node] |= set(way)
            self.any[node] |= word == any_word
            self.slot[node] |= word in places
            if node in self.roots:
                self.roots[node][word] = list(way.values())
        self.filling = Lists(self.roots[SLOTTED].get(word, ()) for word in places)
        self.leaves = sorted({tuple(sorted(gaps)) for gaps in leaving})
        leaf = {gaps: number for number, gaps in enumerate(self.leaves)}
        self.leaving = np.array([leaf[tuple(sorted(gaps))] for gaps in leaving], np.int64)

    def _kind(self, word: str) -> int:
        """The number of the words of patterns that a word is, taken together."""
        signs = (("<Word>", word[0].isupper()), ("<number>", word.isdecimal()))
        wild = [self.words.places[sign] for sign, holds in signs if holds and sign in self.words.places]
        return self.kinds.setdefault((*self.words.of(word), *wild), len(self.kinds))

    def _between(self, gap: str) -> int:
        """The number of what patterns see in a gap: which of their gaps it is, and how long each tail is in it."""
        fits = tuple(regex.fullmatch(one, gap) is not None for one in self.gaps)
        tails = tuple(_tail(tail, bool(apart), gap) for tail, apart in self.tails)
        return self.between.setdefault((fits, tails), len(self.between))

    def _refresh(self) -> None:
        """Put what is known of words and gaps by now into arrays."""
        self.words_of = Lists(self.kinds)
        self.beginning = [
            Lists([node for word in kind for node in self.roots[root].get(word, ())] for kind in self.kinds)
            for root in (PLAIN, SLOTTED)
        ]
        self.fits = np.array([fits for fits, _ in self.between], bool).reshape(len(self.between), len(self.gaps))
        self.tailed = np.array([tails for _, tails in self.between], np.int64).reshape(
            len(self.between), len(self.tails)
        )
        self.leads = np.array([self.fits[:, list(gaps)].any(axis=1) for gaps in self.leaves], bool)

    def read(self, text: str) -> Stream:
        """The text as words and gaps of these patterns."""
        known = len(self.kinds), len(self.between)
        found = stream.read(text + "\n", *self.memories)
        if known != (len(self.kinds), len(self.between)):
            self._refresh()
        return found

    def find(self, text: Stream) -> Found:
        """Every match of the patterns of words alone, overlapping ones too."""
        none = np.zeros(0, np.int64)
        return self._walk(text, self._begin(text, PLAIN), Slots(none, none, none, none, none))

    def find_with(self, text: Stream, starts: Numbers, ends: Numbers, kinds: Numbers) -> Found:
        """Every match of the patterns with slots: evidence of these kinds (places in `patterns.KINDS`) fills them."""
        slots = self._slots(text, starts, ends, kinds)
        return self._walk(text, self._begin(text, SLOTTED).join(self._filled(slots)), slots)

    def _begin(self, text: Stream, root: int) -> Front:
        first, node = self.beginning[root].of(text.kinds[:-1])
        return Front(first, first + 1, text.ends[first], text.gaps[first], node)

    def _slots(self, text: Stream, starts: Numbers, ends: Numbers, kinds: Numbers) -> Slots:
        """The evidence that begins and ends at the edge of a word, in order of its first word."""
        first, behind = np.searchsorted(text.starts, starts), np.searchsorted(text.starts, ends)
        last = np.maximum(behind - 1, 0)
        fits = (text.starts[np.minimum(first, len(text.starts) - 1)] == starts) & (text.ends[last] <= ends)
        order = np.flatnonzero(fits & (self.signs[kinds] >= 0))
        order = order[np.argsort(first[order], kind="stable")]
        gap = text.gaps[last[order]]
        for place in np.flatnonzero(text.ends[last[order]] != ends[order]).tolist():
            at = order[place]
            stop = text.starts[behind[at]] if behind[at] < len(text.starts) else len(text.text)
            gap[place] = self._between(text.text[ends[at] : stop])
        if len(self.fits) < len(self.between):
            self._refresh()
        return Slots(first[order], behind[order], ends[order], gap, kinds[order])

    def _filled(self, slots: Slots) -> Front:
        """Where patterns lead that begin with a slot."""
        owners, nodes = self.filling.of(slots.kind)
        return Front(slots.first[owners], slots.next[owners], slots.end[owners], slots.gap[owners], nodes)

    def _walk(self, text: Stream, front: Front, slots: Slots) -> Found:
        """Go on word by word until no pattern can; gather what ends on the way."""
        found = [self._ended(text, front.take(np.zeros(0, np.int64)))]
        while len(front.node):
            found.append(self._ended(text, front))
            front = front.take(np.flatnonzero(self.leads[self.leaving[front.node], front.gap]))
            front = self._onwards(text, front, slots)
        return Found(*(np.concatenate(columns) for columns in zip(*found, strict=True)))

    def _onwards(self, text: Stream, front: Front, slots: Slots) -> Front:
        owners, words = self.words_of.of(text.kinds[front.next])
        anywhere = np.flatnonzero(self.any[front.node] & (front.next < len(text.starts)))
        if len(anywhere):
            owners = np.append(owners, anywhere)
            words = np.append(words, np.full(len(anywhere), self.words.places[patterns.ANY]))
        owners, nodes = self._children(front, owners, words)[1:]
        word = front.next[owners]
        by_word = Front(front.first[owners], word + 1, text.ends[word], text.gaps[word], nodes)
        return by_word.join(self._onwards_by_slot(front, slots)) if len(slots.first) else by_word

    def _onwards_by_slot(self, front: Front, slots: Slots) -> Front:
        waiting = np.flatnonzero(self.slot[front.node])
        begin = np.searchsorted(slots.first, front.next[waiting])
        sizes = np.searchsorted(slots.first, front.next[waiting], "right") - begin
        owners, which = _ranges(begin, sizes)
        chosen, owners, nodes = self._children(front, waiting[owners], self.signs[slots.kind[which]])
        which = which[chosen]
        return Front(front.first[owners], slots.next[which], slots.end[which], slots.gap[which], nodes)

    def _children(self, front: Front, owners: Numbers, words: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Which of these words lead on behind their owners, whose they are, and the nodes to which they lead."""
        edge = self.index.get_indexer(front.node[owners] * self.width + words)
        leading = np.flatnonzero(edge >= 0)
        places, ways = self.ways.of(edge[leading])
        places = leading[places]
        fit = np.flatnonzero(self.fits[front.gap[owners[places]], self.gap_of[ways]])
        return places[fit], owners[places[fit]], self.child_of[ways[fit]]

    def _ended(self, text: Stream, front: Front) -> Found:
        owners, said = self.ends.of(front.node)
        tail = self.tailed[front.gap[owners], self.tail[said]]
        if (tail < 0).any():
            held = np.flatnonzero(tail >= 0)
            owners, said, tail = owners[held], said[held], tail[held]
        ends, after = front.end[owners] + tail, self.after[said]
        shorter = np.flatnonzero(after)
        ends[shorter] = text.ends[front.next[owners[shorter]] - 1 - after[shorter]]
        return Found(text.starts[front.first[owners] + self.before[said]], ends, self.place[said])


def _tail(tail: str, apart: bool, gap: str) -> int:
    """How much of the gap the tail of a pattern takes; -1 when it is not there, or a word follows at once."""
    match = regex.match(tail, gap)
    if not match or (tail and not apart and match.end() == len(gap)):
        return -1
    return 0 if apart else match.end()
