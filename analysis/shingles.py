"""How much of each article stands word for word in others: runs of words in common, exact for every pair listed.

Words are equal when they are so in capitals without accents; apostrophes, hyphens and punctuation only part words, and
what a machine left in the text (tags, character references, broken lines) is not seen (see `legible`).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis import legible, stream, tables
from analysis.stream import Numbers
from analysis.tables import ParameterError
from analysis.words import folded

SIZE = 5
"""How many words a shingle has."""
LEAST = 0.05
"""Pairs below this containment both ways are not listed."""
ROWS = 500
"""How many articles are set against all others at a time."""
FREQUENT = 500
"""A shingle of more articles than this is frequent: a wire service's or a publisher's standing words."""
UNSEEN = ("\u00ad", "\u200b", "\u200d", "\u2060")
"""Soft hyphens and the like, which a site puts into words so that lines may break."""
PAIRS = {
    **dict.fromkeys(("document_a", "document_b"), "str"),
    **dict.fromkeys(("shingles_a", "shingles_b", "common"), "int64"),
    **dict.fromkeys(("a_in_b", "b_in_a", "jaccard"), "float64"),
}


Triple = tuple[Numbers, Numbers, Numbers]


class Words(NamedTuple):
    """The words of all articles, one article after the other."""

    names: list[str]
    first: Numbers
    """Where the words of each article begin, and the end."""
    starts: Numbers
    ends: Numbers
    """In characters of the article."""
    keys: Numbers
    """Equal for equal words."""

    def articles(self) -> Numbers:
        """For each word which article it stands in."""
        return np.repeat(np.arange(len(self.names)), np.diff(self.first))


def words(documents: pd.DataFrame, units: pd.DataFrame | None = None) -> Words:
    """The words of the articles, sorted by document; with `units` those of the counted units alone.

    Captions, credits and links to other articles come from a publisher's templates: sharing them says nothing.
    """
    documents = documents.sort_values("document", kind="stable")
    names = documents["document"].tolist()
    known: dict[str, int] = {}
    memory = stream.Memory(lambda word: known.setdefault(_key(word), len(known)))
    gaps = stream.Memory(lambda gap: int(gap != "" and not gap.strip(_UNSEEN_SIGNS)))
    columns: list[tuple[Numbers, ...]] = [(_NONE,) * 3]
    kept = dict(iter(tables.counted(units).groupby("document"))) if units is not None else {}
    elsewhere = legible.known_words(documents["text"])
    for name, text in zip(names, documents["text"], strict=True):
        read = stream.read(legible.legible(text, elsewhere), memory, gaps)
        own = _whole(read, known) if read.gaps.any() else (read.starts, read.ends, read.kinds[:-1])
        columns.append(own if units is None else _within(own, kept.get(name)))
    first = np.cumsum([len(starts) for starts, *_ in columns])
    return Words(names, first, *(np.concatenate(column) for column in zip(*columns, strict=True)))


_NONE = np.empty(0, np.int64)
_UNSEEN_SIGNS = "".join(UNSEEN)
_UNSEEN = re.compile(f"[{_UNSEEN_SIGNS}]")


def _whole(read: stream.Stream, known: dict[str, int]) -> Triple:
    """The words with what an unseen character parts put together again."""
    first = np.flatnonzero(np.append(True, read.gaps[:-1] == 0))
    last = np.append(first[1:], len(read.starts)) - 1
    keys = read.kinds[first]
    for place in np.flatnonzero(first < last):
        bare = _UNSEEN.sub("", read.text[read.starts[first[place]] : read.ends[last[place]]])
        keys[place] = known.setdefault(_key(bare), len(known))
    return read.starts[first], read.ends[last], keys


def _key(word: str) -> str:
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word)
    return folded(word).replace("Œ", "OE").replace("Æ", "AE")


def _within(own: tuple[Numbers, ...], units: pd.DataFrame | None) -> tuple[Numbers, ...]:
    if units is None:
        return (_NONE,) * 3
    kept = inside(own[0], units["start"].to_numpy(), units["end"].to_numpy())
    return tuple(column[kept] for column in own)


def inside(places: Numbers, starts: Numbers, ends: Numbers) -> Numbers:
    """For each place whether one of the spans, which may overlap, holds it."""
    opened = np.searchsorted(np.sort(starts), places, "right")
    return opened > np.searchsorted(np.sort(ends), places, "right")


def numbered(read: Words, size: int) -> Numbers:
    """For each word the number of the shingle that begins with it; -1 where the article ends before the shingle."""
    found, kinds = read.keys, int(read.keys.max(initial=0)) + 1
    for step in range(1, min(size, len(read.keys))):
        found = pd.factorize(found[: len(read.keys) - step] * kinds + read.keys[step:])[0]
    whole = np.full(len(read.keys), -1)
    whole[: len(found)] = found
    for end in read.first[1:]:
        whole[max(0, end - size + 1) : end] = -1
    return whole


def containment(
    documents: pd.DataFrame, units: pd.DataFrame | None = None, *, size: int = SIZE, least: float = LEAST
) -> pd.DataFrame:
    """One row per pair of articles of which one has at least the share `least` of its shingles in the other.

    Columns: document_a, document_b, `shingles_a`, `shingles_b` (different ones), `common`, `a_in_b`, `b_in_a`
    (containment: common by those of a, of b) and `jaccard` (common by those of either); Broder 1997. No pair of that
    share is missing: what half the corpus has is only looked up where it may decide (prefix filtering, after
    Chaudhuri, Ganti & Kaushik 2006).
    """
    if not 0 < least <= 1 or size < 1:
        raise ParameterError(f"shingles have 1 word or more, least is above 0 and at most 1; not {size} and {least:g}")
    read = words(documents, units)
    article, shingle = _held(read, size)
    sizes = np.bincount(article, minlength=len(read.names))
    a, b, common = _in_common(article, shingle, sizes, least)
    names = pd.array(read.names, dtype="str")
    table = {
        "document_a": names.take(a),
        "document_b": names.take(b),
        "shingles_a": sizes[a],
        "shingles_b": sizes[b],
        "common": common,
        "a_in_b": common / np.maximum(sizes[a], 1),
        "b_in_a": common / np.maximum(sizes[b], 1),
        "jaccard": common / np.maximum(sizes[a] + sizes[b] - common, 1),
    }
    return pd.DataFrame(table).astype(PAIRS)


def _held(read: Words, size: int) -> tuple[Numbers, Numbers]:
    """The different shingles of each article: the article and the shingle, sorted."""
    number = numbered(read, size)
    kinds = int(number.max(initial=0)) + 1
    cells = np.unique((read.articles() * kinds + number)[number >= 0])
    return cells // kinds, cells % kinds


def _in_common(article: Numbers, shingle: Numbers, sizes: Numbers, least: float) -> Triple:
    """The pairs (each once, sorted) with a containment of `least` one way or the other, and how many they share."""
    from scipy import sparse

    often = np.bincount(shingle)[shingle] if len(shingle) else shingle
    needed = np.maximum(np.ceil(least * sizes - 1e-9).astype(np.int64), 1)
    passed = _passed_over(article, often, needed)
    shape = (len(sizes), int(shingle.max(initial=0)) + 1)
    held, frequent, looked_up, left = (
        sparse.csr_matrix((np.ones(kept.sum(), np.int32), (article[kept], shingle[kept])), shape)
        for kept in (often > 1, often > FREQUENT, (often > 1) & ~passed, passed)
    )
    turned = held.T.tocsr()
    found: list[Triple] = [(_NONE,) * 3]
    for begin in range(0, len(sizes), ROWS):
        near = (looked_up[begin : begin + ROWS] @ turned).tocoo()
        a, b, common = (column.astype(np.int64) for column in (near.row + begin, near.col, near.data))
        likely = (common + np.diff(left.indptr)[a] >= needed[a]) & (a != b)
        a, b, common = a[likely], b[likely], common[likely]
        common += _both(left, frequent, a, b)
        enough = common >= needed[a]
        found.append((np.minimum(a, b)[enough], np.maximum(a, b)[enough], common[enough]))
    a, b, common = (np.concatenate(column) for column in zip(*found, strict=True))
    first = np.unique(a * len(sizes) + b, return_index=True)[1]
    return a[first], b[first], common[first]


def _both(one, other, a: Numbers, b: Numbers) -> Numbers:
    """For each pair of rows in how many columns both have something."""
    if not one.nnz:
        return np.zeros(len(a), np.int64)
    return np.asarray(one[a].multiply(other[b]).sum(axis=1), np.int64).ravel()


def _passed_over(article: Numbers, often: Numbers, needed: Numbers) -> Numbers:
    """Which shingles need not be looked up: an article's most frequent ones, one fewer than it needs in common."""
    frequent = np.flatnonzero(often > FREQUENT)
    frequent = frequent[np.lexsort((-often[frequent], article[frequent]))]
    rank = np.arange(len(frequent)) - np.searchsorted(article[frequent], article[frequent])
    passed = np.zeros(len(article), bool)
    passed[frequent[rank < needed[article[frequent]] - 1]] = True
    return passed


def jaccard(one: Iterable[Hashable], other: Iterable[Hashable]) -> float:
    """What two sets have in common, by what either has; 0 when both are empty.

    >>> jaccard([1, 2, 3], [2, 3, 4])
    0.5
    """
    one, other = set(one), set(other)
    return len(one & other) / max(len(one | other), 1)


def bag_jaccard(one: Iterable[Hashable], other: Iterable[Hashable]) -> float:
    """The same of bags, whose union counts every copy, so that it is at most one half.

    >>> round(bag_jaccard("aaab", "aabbc"), 4)
    0.3333
    """
    first, second = Counter(one), Counter(other)
    return (first & second).total() / max(first.total() + second.total(), 1)
