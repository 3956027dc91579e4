"""Articles one after the other, some at a time, so that a corpus of any size is searched in as much memory as one."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis import tables
from analysis.counting import OPENING, Hits
from analysis.stream import Numbers

UNSEARCHED = ("credit", "related")
"""Roles whose words are about other articles, or about nobody."""
SIZE = 500_000
"""How many characters are searched at a time; articles are never parted."""


class Stretch(NamedTuple):
    """Articles of one language, and the units in them, left to right; places are those in the whole text."""

    lang: str
    text: str
    documents: Numbers
    """Which of all documents each article is."""
    first: Numbers
    """Where each article begins."""
    articles: Numbers
    """For each unit which article it is in, then where it stands, its number in the article, and what it is for."""
    starts: Numbers
    ends: Numbers
    units: Numbers
    rows: Numbers
    """For each unit its row in the table."""
    searched: Numbers
    counted: Numbers
    opening: Numbers

    def within(self, starts: Numbers, ends: Numbers, rules: Numbers) -> Hits:
        """The matches inside one unit that is searched."""
        if not len(self.starts):
            starts = ends = rules = starts[:0]
        units = np.searchsorted(self.starts, starts, "right") - 1
        inside = np.flatnonzero((units >= 0) & (ends <= self.ends[units]) & self.searched[units])
        return Hits(starts[inside], ends[inside], units[inside], rules[inside])


def of(documents: pd.DataFrame, units: pd.DataFrame) -> Iterator[Stretch]:
    """The documents, language by language in the order of their names, with their units."""
    order = (
        documents[["lang", "document"]].reset_index(drop=True).sort_values(["lang", "document"], kind="stable").index
    )
    langs, texts = documents["lang"].tolist(), documents["text"].tolist()
    place = pd.Index(documents["document"]).take(order).get_indexer(units["document"])
    starts, ends, numbers = (units[column].to_numpy(np.int64) for column in ("start", "end", "unit"))
    roles, known = pd.factorize(units["role"])
    flags = [~np.isin(known, some)[roles] for some in (UNSEARCHED, tables.UNCOUNTED)] + [np.isin(known, OPENING)[roles]]
    sorted_units = np.lexsort((starts, place))
    place = place[sorted_units]
    for begin, end in pairwise(_cuts([langs[at] for at in order], [len(texts[at]) for at in order])):
        own = sorted_units[np.searchsorted(place, begin) : np.searchsorted(place, end)]
        inside = place[np.searchsorted(place, begin) : np.searchsorted(place, end)] - begin
        chosen = [texts[at] for at in order[begin:end]]
        sizes = np.array([len(text) + 1 for text in chosen], np.int64)
        first = np.cumsum(sizes) - sizes
        yield Stretch(
            langs[order[begin]],
            "\n".join(chosen),
            order[begin:end].to_numpy(np.int64),
            first,
            inside,
            starts[own] + first[inside],
            ends[own] + first[inside],
            numbers[own],
            own,
            *(flag[own] for flag in flags),
        )


def _cuts(langs: list[str], sizes: list[int]) -> list[int]:
    """Where a stretch begins: at another language, or when the last one is long enough; and the end."""
    cuts, long = [0], 0
    for place, (lang, size) in enumerate(zip(langs, sizes, strict=True)):
        if place and (lang != langs[place - 1] or long + size > SIZE):
            cuts.append(place)
            long = 0
        long += size
    return [*cuts, len(langs)] if langs else []
