"""What the clauses of a fact's claims are about: which clauses of different articles speak of the same matter.

Claims of one fact may speak of several matters. Two clauses speak of one where they share stems and concepts of
weight; names weigh little, since everybody named in an event comes back in every clause of it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from analysis.content import content
from analysis.portions import portions
from analysis.reading import Reading

LEAST = 0.3
"""How much of what both hold two clauses of one matter have in common, as a share."""
LEAST_OPPOSED = 0.15
"""The same for two clauses whose states are opposed."""
HELD = 0.34
"""How much of what is denied or refused another clause must hold."""
NEGATED = 0.7
"""How much of what is said not to be so another clause must hold."""
CONCEPT = 2.0
"""What a word of a known meaning weighs at least; others weigh up to 3.6, the more the rarer they are."""
NAME = 0.3
"""What a name weighs beside other words."""
PLAIN = 0.9
"""Words that weigh less tell nothing of a matter."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Word(NamedTuple):
    """What a clause says with one word: its stem and `=concepts`, or its `@name`, and what it weighs."""

    things: frozenset[str]
    weight: float


About = tuple[Word, ...]


class Clause(NamedTuple):
    """A clause of a claim: where it stands, and what it is about."""

    fact: str
    claim: str
    document: str
    unit: int
    start: int
    end: int
    about: About


Spans = dict[str, list[tuple[int, int, str]]]


class Texts:
    """The words of a corpus, and what in them is a name or only says who says so."""

    def __init__(self, read: Reading) -> None:
        self.texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
        self.langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
        self.names = spans(read.actors, "actor")
        said = read.statements[read.statements["cue_start"] >= 0]
        self.cues = spans(said.assign(start=said["cue_start"], end=said["cue_end"]), "cue")

    def about(self, document: str, start: int, end: int, without: Spans | None = None) -> About:
        """What a stretch is about; `without` are more spans that say nothing of it."""
        text, lang = self.texts[document], self.langs[document]
        names = list(within(self.names.get(document, []), start, end))
        mute = [*within(self.cues.get(document, []), start, end), *within((without or {}).get(document, []), start, end)]
        taken = [span[:2] for span in (*names, *mute)]
        words = [
            _word(word.group(), lang)
            for word in _WORD.finditer(text, start, end)
            if not any(left < word.end() and word.start() < right for left, right in taken)
        ]
        called = [Word(frozenset([f"@{name}"]), NAME) for name in dict.fromkeys(name for *_, name in names)]
        return (*(word for word in dict.fromkeys(words) if word.weight >= PLAIN), *called)


@lru_cache(maxsize=65_536)
def _word(word: str, lang: str) -> Word:
    said = content(word, lang)
    weight = max(said.stems.values(), default=0.0)
    weight = max(weight, CONCEPT) if said.concepts else weight
    return Word(frozenset(said.stems) | {f"={concept}" for concept in said.concepts}, weight)


def clauses(texts: Texts, claims: pd.DataFrame, *, every: bool = False) -> dict[str, list[Clause]]:
    """Fact → the clauses of its claims, for facts that two articles or more tell, or for all."""
    shared = every | (claims.groupby("fact")["document"].transform("nunique") > 1)
    found: dict[str, list[Clause]] = defaultdict(list)
    known: dict[tuple[str, int, int], About] = {}
    columns = ["fact", "claim", "document", "unit", "start", "end"]
    for fact, claim, document, unit, start, end in claims.loc[shared, columns].itertuples(index=False, name=None):
        for left, right in portions(texts.texts[document], start, end):
            if (document, left, right) not in known:
                known[document, left, right] = texts.about(document, left, right)
            found[fact].append(Clause(fact, claim, document, unit, left, right, known[document, left, right]))
    return dict(found)


def common(one: About, other: About) -> About:
    """The words of one stretch whose stem or meaning another one has; none where these are names alone."""
    things = {thing for word in other for thing in word.things}
    found = tuple(word for word in one if word.things & things)
    return found if any(word.weight > NAME for word in found) else ()


def likeness(one: About, other: About) -> float:
    """What two stretches have in common, of all that both hold (Dice 1945); 0 where they share names alone.

    >>> steel, price, paris = (Word(frozenset([thing]), weight) for thing, weight in (("acier", 2), ("prix", 2), ("@Paris", .3)))
    >>> likeness((steel, paris), (steel, price)), likeness((steel, paris), (price, paris))
    (0.635, 0.0)
    """
    both = weight(common(one, other)) + weight(common(other, one))
    return round(both / max(0.1, weight(one) + weight(other)), 3)


def share(one: About, other: About) -> float:
    """How much of what one stretch is about another one holds, names aside."""
    own = tuple(word for word in one if word.weight > NAME)
    return round(weight(common(own, other)) / max(0.1, weight(own)), 3)


def weight(words: About) -> float:
    """What words weigh together."""
    return sum(word.weight for word in words)


def groups(links: Iterable[tuple[int, int]], many: int) -> list[list[int]]:
    """The places from 0 to `many` that links join, directly or over others; each place stands in one group.

    >>> groups([(0, 2), (2, 3)], 5)
    [[0, 2, 3], [1], [4]]
    """
    of = list(range(many))
    for one, other in links:
        first, second = sorted((of[one], of[other]))
        of = [first if group == second else group for group in of]
    return [[place for place in range(many) if of[place] == group] for group in sorted(set(of))]


def label(clauses: Iterable[Clause], taken: set[str]) -> str:
    """A word for the matter of these clauses: what most of them share, concepts first; never one that is taken."""
    often = Counter(thing for clause in clauses for word in clause.about for thing in word.things if thing[0] != "@")
    ranked = sorted(often, key=lambda thing: (-often[thing], thing[0] != "=", thing))
    words = [thing.lstrip("=") for thing in ranked] or ["matter"]
    free = next((word for word in words if word not in taken), "")
    return free or f"{words[0]} {len(taken)}"


def spans(table: pd.DataFrame, column: str) -> Spans:
    """Document → the spans of a table, left to right, each with what stands in the column."""
    found: Spans = {}
    for document, *span in table[["document", "start", "end", column]].itertuples(index=False, name=None):
        found.setdefault(document, []).append((span[0], span[1], span[2]))
    return {document: sorted(own) for document, own in found.items()}


def within(spans: list[tuple[int, int, str]], start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The spans that lie in a stretch, in part at least, left to right."""
    return (span for span in spans if span[0] < end and start < span[1])
