"""Where the words of a quotation stand again in another article: laid side by side, word by word.

Words are equal but for case and accents: a quotation and its translation into another language share none.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis import alignment, content, reuse, shingles
from analysis.shingles import Words
from analysis.stream import Numbers

SEED = 3
"""How many words in a row must agree somewhere."""
AGREED, WEIGHT = 5, 7.0
"""How many words must agree with words that stand in no marks, and how much they must weigh: a rare word weighs 3.6,
a common one next to nothing (see `content`). Names, titles, dates and numbers weigh nothing."""
QUOTED_AGREED, QUOTED_WEIGHT = 2, 4.0
"""The same where the words stand in marks on both sides; two words must then be the whole of a quotation."""
TELLING, TOLD = 1.4, 2
"""How much a word weighs that is no stock word, and how many of these must agree."""
SCORE = 0.6
"""Which share of the words must agree."""

Span = tuple[int, int]


class Quotation(NamedTuple):
    """A quotation or report: its place in the statements, its article, the places of its words but for a cue's."""

    at: int
    article: int
    places: Numbers


class Repeat(NamedTuple):
    """Words of a quotation that stand again in an article: the places that agree in both."""

    quotation: Quotation
    article: int
    own: Numbers
    other: Numbers


class Text(NamedTuple):
    """The words of all articles, which of them are names or stand in marks, and what each weighs."""

    words: Words
    marked: Numbers
    weight: np.ndarray


def text(documents: pd.DataFrame, units: pd.DataFrame, statements: pd.DataFrame, names: pd.DataFrame) -> Text:
    """The counted words of these articles; `names` are spans of names, titles and dates (see `reuse.names`)."""
    words = shingles.words(documents, units)
    marked = reuse.covered(words, statements[statements["kind"] != "indirect"])
    return Text(words, marked, np.where(reuse.covered(words, names), 0.0, _weights(words, documents)))


def _weights(words: Words, documents: pd.DataFrame) -> np.ndarray:
    """How rare each word is in general, in the language of its article."""
    about = {row["document"]: row for row in documents.to_dict("records")}
    found = np.zeros(len(words.keys))
    for place, name in enumerate(words.names):
        whole, lang = about[name]["text"], about[name]["lang"]
        for at in range(words.first[place], words.first[place + 1]):
            found[at] = _weight(whole[words.starts[at] : words.ends[at]].lower(), lang)
    return found


@lru_cache(maxsize=131_072)
def _weight(word: str, lang: str) -> float:
    return 0.0 if word.isdecimal() else max(content.content(word, lang).stems.values(), default=0.0)


def quotations(text: Text, statements: pd.DataFrame) -> list[Quotation]:
    """What somebody is quoted or reported to say: quotations first, the longest first, of equals as they stand."""
    place = {name: at for at, name in enumerate(text.words.names)}
    found = []
    for at, row in enumerate(statements.to_dict("records")):
        if row["kind"] != "scare" and row["document"] in place:
            article = place[row["document"]]
            places = _inside(text.words, article, (row["start"], row["end"]))
            starts = text.words.starts[places]
            places = places[~_told(starts, row)]
            if len(places):
                found.append(Quotation(at, article, places))
    reported = (statements["kind"] == "indirect").tolist()
    return sorted(found, key=lambda one: (reported[one.at], -len(one.places), one.at))


def _inside(words: Words, article: int, span: Span) -> Numbers:
    first, last = words.first[article], words.first[article + 1]
    begin, stop = np.searchsorted(words.starts[first:last], span) + first
    return np.arange(begin, stop)


def _told(starts: Numbers, row: Mapping) -> Numbers:
    """Which words tell who speaks: the cue and the speaker that stand inside of the marks."""
    told = np.zeros(len(starts), bool)
    for part in ("cue", "speaker"):
        told |= (starts >= row[f"{part}_start"]) & (starts < row[f"{part}_end"])
    return told


def repeats(text: Text, quotation: Quotation, index: "Index") -> Iterator[Repeat]:
    """The words of other articles that are this quotation's, in the order of the articles."""
    keys = text.words.keys
    own = keys[quotation.places].tolist()
    for article, seeds in sorted(index.seeds(quotation).items()):
        first, last = text.words.first[article], text.words.first[article + 1]
        other = keys[first:last].tolist()
        moved = [(i, j - int(first), length) for i, j, length in seeds]
        found = [np.array(pairs) for pairs in alignment.alignments(own, other, moved)]
        for pairs in _apart(found):
            whole = Repeat(quotation, article, quotation.places[pairs[:, 0]], pairs[:, 1] + first)
            repeat = whole if _says_something(text, whole) else _marked(text, whole)
            if len(repeat.own) and _alike(repeat) and _says_something(text, repeat):
                yield repeat


def _marked(text: Text, repeat: Repeat) -> Repeat:
    """Only the words that stand in marks on both sides."""
    kept = text.marked[repeat.own] & text.marked[repeat.other]
    return repeat._replace(own=repeat.own[kept], other=repeat.other[kept])


def _alike(repeat: Repeat) -> bool:
    at = np.searchsorted(repeat.quotation.places, repeat.own)
    return len(at) >= SCORE * alignment.columns(np.column_stack((at, repeat.other)))


def _apart(found: list[np.ndarray]) -> list[np.ndarray]:
    """The alignments, the longest first, without those of which half stands in a longer one."""
    kept: list[np.ndarray] = []
    for pairs in sorted(found, key=lambda pairs: (-len(pairs), *pairs[0].tolist())):
        if all(2 * np.isin(pairs[:, 1], other[:, 1]).sum() < len(pairs) for other in kept):
            kept.append(pairs)
    return kept


def _says_something(text: Text, repeat: Repeat) -> bool:
    weights = np.minimum(text.weight[repeat.own], text.weight[repeat.other])
    weight = float(weights.sum())
    if int((weights >= TELLING).sum()) < TOLD:
        return False
    if text.marked[repeat.other].all() and text.marked[repeat.own].all():
        return len(repeat.own) >= QUOTED_AGREED and weight >= QUOTED_WEIGHT
    return len(repeat.own) >= AGREED and weight >= WEIGHT


class Index:
    """Where runs of three words stand in the corpus, and, in marks, runs of two."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.article = text.words.articles()
        self.threes = _places(shingles.numbered(text.words, SEED))
        self.twos = _places(np.where(text.marked, shingles.numbered(text.words, 2), -1))

    def seeds(self, quotation: Quotation) -> dict[int, list[tuple[int, int, int]]]:
        """For each other article the runs that it shares with the quotation: the word in both, and how many agree."""
        size = SEED if len(quotation.places) >= SEED else 2
        number, order, first = self.threes if size == SEED else self.twos
        found: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for i in range(len(quotation.places) - size + 1):
            at = quotation.places[i]
            if number[at] < 0 or quotation.places[i + size - 1] != at + size - 1:
                continue
            for j in order[first[number[at]] : first[number[at] + 1]].tolist():
                if self.article[j] != quotation.article:
                    found[int(self.article[j])][j - i].append(i)
        return {article: list(_runs(shifts, size)) for article, shifts in found.items()}


def _places(number: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """The numbers, the places sorted by their number, and where each number begins among these."""
    order = np.argsort(number, kind="stable")
    return number, order, np.searchsorted(number[order], np.arange(int(number.max(initial=0)) + 2))


def _runs(shifts: Mapping[int, list[int]], size: int) -> Iterator[tuple[int, int, int]]:
    """Runs that follow on one another, put together."""
    for shift, places in sorted(shifts.items()):
        begin = last = places[0]
        for i in [*places[1:], -9]:
            if i != last + 1:
                yield begin, begin + shift, last - begin + size
                begin = i
            last = i
