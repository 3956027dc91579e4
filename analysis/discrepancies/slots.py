"""What a value is a value of: the words around it, and how probable it is that two values are of one matter.

A number, a date or a place says nothing alone: `lundi` may be the day of the talks or of the strike. The words of its
unit count the more, the nearer they stand to it: those right beside it say most, and all of them together whether both
units speak of the same thing.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.content import content
from analysis.reading import Reading

CONCEPT = 3.0
"""What a concept weighs beside stems, whose weights go from 0 to 3.6."""
HALF = {"head": 1.5, "near": 4.0}
"""So many words away from a value, a word says half as much of it: of its `head`, or of what is `near`."""
BESIDE = 60
"""How many characters a year stands from a value to say of which time it is."""
PRIOR = {"head": 4.0, "near": 4.0, "unit": 6.0}
"""Added to the size of two contexts, so that one shared word of short ones is no proof."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Slot(NamedTuple):
    """Where a value stands: its next words, those near it and in its unit, with their weights; which facts the unit
    tells, and which years before that of the article are named near it."""

    document: str
    facts: frozenset[str]
    past: frozenset[int]
    head: dict[str, float]
    near: dict[str, float]
    unit: dict[str, float]


_LAST: list[tuple[pd.DataFrame, pd.DataFrame, "Context"]] = []


def context(read: Reading, claims: pd.DataFrame) -> "Context":
    """The context of a corpus and its claims; that of the last ones is kept, as one kind after another asks for it."""
    if not (_LAST and _LAST[0][0] is read.units and _LAST[0][1] is claims):
        _LAST[:] = [(read.units, claims, Context(read, claims))]
    return _LAST[0][2]


class Context:
    """What of a corpus is asked again and again for its values: texts, languages, units, facts, and other values."""

    def __init__(self, read: Reading, claims: pd.DataFrame) -> None:
        self.texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
        self.langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
        self.units = {row[:2]: row[2:] for row in read.units.itertuples(index=False, name=None)}
        self.claims: dict[tuple[str, int], list[tuple[int, int, str, str]]] = {}
        columns = claims[["document", "unit", "start", "end", "claim", "fact"]]
        for document, unit, *claim in columns.itertuples(index=False, name=None):
            self.claims.setdefault((document, unit), []).append((claim[0], claim[1], claim[2], claim[3]))
        self.taken: dict[tuple[str, int], list[tuple[int, int]]] = {}
        for table in (read.dates, read.quantities):
            for document, unit, *span in table[["document", "unit", "start", "end"]].itertuples(index=False, name=None):
                self.taken.setdefault((document, unit), []).append((span[0], span[1]))
        self.years = _years(read)
        self._said: dict[tuple[str, str], dict[str, float]] = {}
        self._rare: dict[tuple[str, ...], dict[str, float]] = {}
        self._wholes: dict[tuple[str, int], dict[str, float]] = {}

    def rarity(self, documents: Iterable[str]) -> dict[str, float]:
        """How rare each thing is among the units of these documents, from 0 to 1."""
        named = tuple(sorted(documents))
        if named not in self._rare:
            self._rare[named] = self._rarity(set(named))
        return self._rare[named]

    def _rarity(self, own: set[str]) -> dict[str, float]:
        units = [place for place in self.units if place[0] in own]
        often = Counter(thing for place in units for thing in self.whole(*place))
        many = math.log(len(units) + 1)
        return {thing: math.log((len(units) + 1) / count) / many for thing, count in often.items()}

    def whole(self, document: str, unit: int) -> dict[str, float]:
        """The things of a unit with their weights; dates and numbers are none."""
        if (document, unit) not in self._wholes:
            words = [(word, 1.0) for word, *_ in self.words(document, unit)]
            self._wholes[document, unit] = self._summed(words, self.langs[document])
        return self._wholes[document, unit]

    def stems(self, word: str, lang: str) -> dict[str, float]:
        """The stems of a word with their weights, without its concepts."""
        return {thing: weight for thing, weight in self._things(word, lang).items() if not thing.startswith("=")}

    def words(self, document: str, unit: int) -> list[tuple[str, int, int]]:
        """The words of a unit with their places; dates and numbers are none."""
        text, (first, last, _) = self.texts[document], self.units[document, unit]
        taken = self.taken.get((document, unit), [])
        return [
            (word.group(), word.start(), word.end())
            for word in _WORD.finditer(text, first, last)
            if not any(a < word.end() and word.start() < b for a, b in taken)
        ]

    def claim(self, document: str, unit: int, start: int, end: int) -> tuple[str, str]:
        """The claim that holds a span, and its fact: the shortest of several; empty where no claim does."""
        over = [own for own in self.claims.get((document, unit), []) if own[0] < end and start < own[1]]
        return min(over, key=lambda own: (own[1] - own[0], own))[2:] if over else ("", "")

    def slot(self, document: str, unit: int, start: int, end: int) -> Slot:
        """The slot of the value at this span; dates and numbers are no words of it."""
        lang = self.langs[document]
        words = [word for word in self.words(document, unit) if self._things(word[0], lang)]
        head, near = (self._near(words, start, end, lang, half) for half in HALF.values())
        facts = frozenset(fact for *_, fact in self.claims.get((document, unit), []))
        return Slot(document, facts, self._past(document, unit, start, end), head, near, self.whole(document, unit))

    def _past(self, document: str, unit: int, start: int, end: int) -> frozenset[int]:
        """The years before that of the article that are named beside a span: it may tell of another time."""
        own = self.years.get((document, unit), [])
        return frozenset(
            year for first, last, year in own if last > start - BESIDE and first < end + BESIDE and last != end
        )

    def _near(
        self, words: list[tuple[str, int, int]], start: int, end: int, lang: str, half: float
    ) -> dict[str, float]:
        before = [word for word, _, stop in words if stop <= start][::-1]
        behind = [word for word, begin, _ in words if begin >= end]
        return self._summed(
            [(word, 0.5 ** (place / half)) for side in (before, behind) for place, word in enumerate(side)], lang
        )

    def _summed(self, words: list[tuple[str, float]], lang: str) -> dict[str, float]:
        found: dict[str, float] = {}
        for word, share in words:
            for thing, weight in self._things(word, lang).items():
                found[thing] = max(found.get(thing, 0.0), weight * share)
        return found

    def _things(self, word: str, lang: str) -> dict[str, float]:
        """Stems and concepts of a word, with their weights."""
        if (word, lang) not in self._said:
            said = content(word, lang)
            self._said[word, lang] = said.stems | {f"={concept}": CONCEPT for concept in sorted(said.concepts)}
        return self._said[word, lang]


def _years(read: Reading) -> dict[tuple[str, int], list[tuple[int, int, int]]]:
    """For each unit its dates in years before that of the article: start, end and year."""
    published = dict(zip(read.documents["document"], read.documents["published"].str[:4], strict=True))
    latest = max([*published.values(), *read.dates["value"].str[:4]], default="")
    found: dict[tuple[str, int], list[tuple[int, int, int]]] = {}
    for row in read.dates[read.dates["value"].str.match(r"\d{4}")].itertuples(index=False):
        now, year = published[row.document] or latest, row.value[:4]
        if year < now and row.kind in ("date", "range"):
            found.setdefault((row.document, row.unit), []).append((row.start, row.end, int(year)))
    return found


def shared(slots: Sequence[Slot], rarity: dict[str, float]) -> dict[str, np.ndarray]:
    """What each two slots share: `head`, `near` and `unit`, from 0 to 1; whether they tell one `fact`, and
    whether one of them speaks of another year (`then`).

    Things weigh by their `rarity` among the units of the story; but beside a value a concept that all tell of counts as
    much: the story is about it.
    """
    facts = [dict.fromkeys(sorted(slot.facts), 1.0) for slot in slots]
    stems = {thing: rare for thing, rare in rarity.items() if not thing.startswith("=")}
    return {
        "head": alike([slot.head for slot in slots], stems, PRIOR["head"]),
        "near": alike([slot.near for slot in slots], stems, PRIOR["near"]),
        "unit": alike([slot.unit for slot in slots], rarity, PRIOR["unit"]),
        "fact": (common(facts) > 0).astype(np.float32),
        "then": _apart([slot.past for slot in slots]),
    }


def _apart(past: Sequence[frozenset[int]]) -> np.ndarray:
    """Whether years are named beside one of two values that are not named beside the other."""
    kinds = list(dict.fromkeys(past))
    table = np.array([[float(bool(one | other) and not one & other) for other in kinds] for one in kinds])
    places = [kinds.index(own) for own in past]
    return table[np.ix_(places, places)].astype(np.float32)


def alike(things: Sequence[dict[str, float]], rarity: dict[str, float], prior: float) -> np.ndarray:
    """Cosines of weighted things."""
    table = _table(things, rarity)
    sizes = np.asarray((table * table).sum(axis=1)).ravel() + prior
    return (table @ table.T).toarray() / np.sqrt(np.outer(sizes, sizes))


def common(things: Sequence[dict[str, float]]) -> np.ndarray:
    """How many things each two have in common, by their weights."""
    table = _table(things, {})
    return (table @ table.T).toarray()


def _table(things: Sequence[dict[str, float]], rarity: dict[str, float]):
    """One row a value, one column a thing."""
    from scipy.sparse import csr_array

    places: dict[str, int] = {}
    cells = [
        (row, places.setdefault(thing, len(places)), weight * rarity.get(thing, 1.0))
        for row, own in enumerate(things)
        for thing, weight in own.items()
    ]
    rows, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
    return csr_array((np.array(values, dtype=np.float32), (rows, columns)), shape=(len(things), max(1, len(places))))
