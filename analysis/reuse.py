"""Wording that articles share: which passages, how much of each article, and what is left without copies."""

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis import alignment, shingles, tables
from analysis.shingles import Words
from analysis.stream import Numbers
from analysis.tables import ParameterError

SEED = 3
"""How many words in a row must agree somewhere in a passage."""
LEAST = 8
"""How many words a passage has at least."""
OWN, LONG = 6, 4
"""How many of the words that agree must be neither names, titles nor numbers, and how many of these have so many
letters that they are no mere articles and prepositions."""
SCORE = 0.6
"""Which share of a passage's words must agree."""
VERBATIM, REWRITTEN = "verbatim", "rewritten"
PROSE, QUOTATION, ONE_QUOTES = "prose", "quotation", "quoted by one"
NAMING = ("actor", "place", "speaker")
"""Layers of names and titles."""
REPORTED = "indirect"
"""The kind of statements that stand in no quotation marks."""


def names(actors: pd.DataFrame, evidence: pd.DataFrame, dates: pd.DataFrame) -> pd.DataFrame:
    """One row is a span of a name, a title or a date: words that articles share without having copied them."""
    titles = evidence[evidence["layer"].isin(NAMING)]
    return pd.concat([table[["document", "start", "end"]] for table in (actors, titles, dates)], ignore_index=True)


class _Marked(NamedTuple):
    """The words of all articles, and for each whether it is quoted, reported, in a name or title, or looks like one."""

    words: Words
    quoted: Numbers
    reported: Numbers
    named: Numbers
    looks_named: Numbers
    keys: list[list[int]]
    """The words of each article as numbers."""


def passages(
    documents: pd.DataFrame,
    units: pd.DataFrame,
    statements: pd.DataFrame,
    names: pd.DataFrame | None = None,
    *,
    pairs: pd.DataFrame | None = None,
    least: int = LEAST,
    score: float = SCORE,
) -> pd.DataFrame:
    """The table `passages`. One row is a passage that two articles share, word for word or lightly rewritten.

    Shared runs of three words are grown over words replaced, left out or added for as long as most words agree.
    `words` is the length of the longer side, gap by gap, `agreed` how many words are equal in both (but for case,
    accents and marks), `score` their share; `kind` is `verbatim` when all are, else `rewritten`. `quoted` counts the
    words that agree and stand in quotation marks in either article. Column `within`: the passage is a `quotation` where
    most of these words are quoted in one article, and quoted or reported in the other; `quoted by one` where the other
    tells them without marks or report (`quoted_by` is the document that quotes); else `prose`, such as a report that
    both give in the same words of their own. Names, titles, dates and
    numbers alone make no passage: `names` are their spans (see the function of that name), and words with a capital
    inside of a sentence in both articles are taken for names too. Captions, credits and links are aside. `pairs` limits
    the search to these pairs of articles.
    """
    if least < SEED or not 0 < score <= 1:
        raise ParameterError(f"a passage has {SEED} words or more and a score up to 1; not {least} and {score:g}")
    marked = _marked(documents, units, statements, names)
    rows = [
        _row(marked, a, b, found)
        for a, b, seeds in _seeds(marked.words, pairs)
        for found in _chosen(marked, a, b, seeds, least, score)
    ]
    return tables.table("passages", rows)


def _marked(
    documents: pd.DataFrame, units: pd.DataFrame, statements: pd.DataFrame, names: pd.DataFrame | None
) -> _Marked:
    words = shingles.words(documents, units)
    without_marks = statements["kind"] == REPORTED
    quoted, reported = covered(words, statements[~without_marks]), covered(words, statements[without_marks])
    named = covered(words, names) if names is not None else np.zeros(len(words.keys), bool)
    keys = [words.keys[begin:end].tolist() for begin, end in pairwise(words.first)]
    return _Marked(words, quoted, reported, named, _looks_named(words, documents), keys)


def covered(words: Words, spans: pd.DataFrame) -> Numbers:
    """For each word whether it begins inside one of the spans."""
    covered = np.zeros(len(words.keys), bool)
    own = dict(iter(spans.groupby("document")))
    for place, name in enumerate(words.names):
        if name in own:
            begin, end = words.first[place], words.first[place + 1]
            bounds = (own[name][column].to_numpy() for column in ("start", "end"))
            covered[begin:end] = shingles.inside(words.starts[begin:end], *bounds)
    return covered


def _looks_named(words: Words, documents: pd.DataFrame) -> Numbers:
    """For each word whether it is a number, or has a capital inside of a sentence."""
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    found = list[bool]()
    for place, name in enumerate(words.names):
        text = texts[name]
        for start in words.starts[words.first[place] : words.first[place + 1]].tolist():
            letter = text[start]
            found.append(letter.isdigit() or (letter.isupper() and not _opens(text, start)))
    return np.array(found, bool)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or quotation may begin here."""
    before = text[max(0, start - 3) : start].rstrip(" \xa0\u202f")
    return not before or before[-1] in '.!?…:«“"\n'


Seed = tuple[int, int, int, bool]
"""Where a run of words stands in either article, how long it is, and whether it stands alone: it grows no further."""


def _seeds(words: Words, pairs: pd.DataFrame | None) -> Iterator[tuple[int, int, list[Seed]]]:
    """Each pair of articles with the runs of words they share: where in the first, in the second, and how long."""
    number = shingles.numbered(words, SEED)
    order = np.argsort(number, kind="stable")
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    group_end = np.searchsorted(number[order], number, "right")
    article, wanted = words.articles(), _wanted(words, pairs)
    parted = alignment.parted(words.keys, words.first)
    for a in range(len(words.names) - 1):
        own = np.arange(words.first[a], words.first[a + 1])
        own = own[number[own] >= 0]
        times = group_end[own] - rank[own] - 1
        i = np.repeat(own, times)
        j = order[np.arange(len(i)) + np.repeat(rank[own] + 1 - np.cumsum(times) + times, times)]
        kept = (article[j] != a) if wanted is None else np.isin(article[j], wanted.get(a, []))
        yield from _runs(a, i[kept], j[kept], article, parted)


def _wanted(words: Words, pairs: pd.DataFrame | None) -> dict[int, list[int]] | None:
    if pairs is None:
        return None
    place = {name: number for number, name in enumerate(words.names)}
    found: dict[int, list[int]] = {}
    for one, other in pairs[["document_a", "document_b"]].itertuples(index=False, name=None):
        found.setdefault(min(place[one], place[other]), []).append(max(place[one], place[other]))
    return found


def _runs(a: int, i: Numbers, j: Numbers, article: Numbers, parted: Numbers) -> Iterator[tuple[int, int, list[Seed]]]:
    """The places of seeds, put together where they follow on one another, for each article that has some.

    Those that are too short and grow no further are left out here, all at once: names that everybody writes, mostly.
    """
    order = np.lexsort((i, j - i, article[j]))
    i, j = i[order], j[order]
    first = np.flatnonzero((np.diff(i, prepend=-9) != 1) | (np.diff(j, prepend=-9) != 1))
    sizes = np.diff(np.append(first, len(i))) + SEED - 1
    i, j = i[first], j[first]
    kept, alone = _outlook(a, i, j, sizes, article, parted)
    runs = list(zip(*(column[kept].tolist() for column in (i, j, sizes, alone)), strict=True))
    for b, met in groupby(runs, key=lambda run: int(article[run[1]])):
        yield a, b, list(met)


def _outlook(a: int, i: Numbers, j: Numbers, sizes: Numbers, article: Numbers, parted: Numbers):
    """Which runs are as long as a passage's words must be, or may grow to be so; and which don't grow at all."""
    moved = i + alignment.WINDOW * (a + 1), j + alignment.WINDOW * (article[j] + 1)
    parts = [slice(begin, begin + _AT_ONCE) for begin in range(0, max(len(i), 1), _AT_ONCE)]
    found = [alignment.reach(parted, *(each[part] for each in (*moved, sizes))) for part in parts]
    grown, known = (np.concatenate(each) for each in zip(*found, strict=True))
    return ~known | (grown >= OWN), known & (grown == sizes)


_AT_ONCE = 20_000


def _chosen(marked: _Marked, a: int, b: int, seeds: list[Seed], least: int, score: float):
    """The alignments that are passages, the longest first; none has half of its words in longer ones."""
    shift_a, shift_b = (int(marked.words.first[place]) for place in (a, b))
    shift = np.array([shift_a, shift_b])
    moved = [(i - shift_a, j - shift_b, length) for i, j, length, alone in seeds if not alone]
    grown = alignment.alignments(marked.keys[a], marked.keys[b], moved)
    found = [np.array(pairs) + shift for pairs in grown if len(pairs) >= OWN]
    found += [np.arange(length)[:, None] + (i, j) for i, j, length, alone in seeds if alone and length >= least]
    kept, held = list[Numbers](), (set[int](), set[int]())
    for pairs in sorted(found, key=lambda pairs: (-len(pairs), *pairs[0].tolist())):
        size = alignment.columns(pairs)
        long = size >= least and len(pairs) >= score * size
        if long and not _overlap(pairs, held) and _says_something(marked, pairs):
            kept.append(pairs)
            for side in (0, 1):
                held[side].update(pairs[:, side].tolist())
    return kept


def _says_something(marked: _Marked, pairs: Numbers) -> bool:
    """Whether enough words agree beside names, titles and numbers."""
    in_a, in_b = pairs[:, 0], pairs[:, 1]
    named = marked.named[in_a] | marked.named[in_b] | (marked.looks_named[in_a] & marked.looks_named[in_b])
    own = in_a[~named]
    letters = marked.words.ends[own] - marked.words.starts[own]
    return len(own) >= OWN and int((letters >= LONG).sum()) >= LONG


def _overlap(pairs: Numbers, held: tuple[set[int], set[int]]) -> bool:
    """Whether longer passages have half of the words of this one in either article."""
    return any(2 * len(held[side].intersection(pairs[:, side].tolist())) >= len(pairs) for side in (0, 1))


def _row(marked: _Marked, a: int, b: int, pairs: Numbers) -> dict[str, object]:
    words = marked.words
    (i, j), (last_i, last_j) = pairs[0], pairs[-1]
    size = alignment.columns(pairs)
    within, quoting = _within(marked, pairs)
    return {
        "document_a": words.names[a],
        "start_a": words.starts[i],
        "end_a": words.ends[last_i],
        "document_b": words.names[b],
        "start_b": words.starts[j],
        "end_b": words.ends[last_j],
        "words": size,
        "agreed": len(pairs),
        "quoted": int(marked.quoted[pairs].any(axis=1).sum()),
        "score": len(pairs) / size,
        "kind": VERBATIM if len(pairs) == size else REWRITTEN,
        "within": within,
        "quoted_by": "" if quoting is None else words.names[(a, b)[quoting]],
    }


def _within(marked: _Marked, pairs: Numbers) -> tuple[str, int | None]:
    """Whether a passage is prose or quoted, and by which side where by one alone."""
    quoted = marked.quoted[pairs]
    told = quoted | marked.reported[pairs]
    in_marks, as_theirs = (2 * words.sum(axis=0) > len(pairs) for words in (quoted, told))
    if not in_marks.any():
        return PROSE, None
    return (QUOTATION, None) if as_theirs.all() else (ONE_QUOTES, int(in_marks.argmax()))
