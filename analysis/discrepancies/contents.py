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
HALF = 0.4
"""The same where their claims are of several facts."""
NEGATED = 0.7
"""How much of what is said not to be so another clause must hold."""
MOST = 0.6
"""How much of what is denied must come back where its first word does not."""
CONCEPT = 2.0
"""What a word of a known meaning weighs at least; others weigh up to 3.6, the more the rarer they are."""
NAME = 0.3
"""What a name weighs beside other words."""
PLAIN = 0.9
"""Words that weigh less tell nothing of a matter."""
COMMON = 1.4
"""The same for words of no known meaning: auxiliaries in the conditional, `tel`, `pourtant`."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


_SPAN = ["document", "start", "end", "match"]


class Word(NamedTuple):
    """What a clause says with one word: its stem and `=concepts`, or its `@name`, and what it weighs."""

    things: frozenset[str]
    weight: float


class About(NamedTuple):
    """What a stretch is about: its words of weight, all they mean, and what they weigh together."""

    words: tuple[Word, ...] = ()
    things: frozenset[str] = frozenset()
    weight: float = 0.0


def about(words: Iterable[Word]) -> About:
    """What a stretch of these words is about; each word once."""
    own = tuple(dict.fromkeys(words))
    return About(own, frozenset(thing for word in own for thing in word.things), sum(word.weight for word in own))


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
    """The words of a corpus, and what in them is a name, or only says when, or that somebody says so."""

    def __init__(self, read: Reading) -> None:
        self.texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
        self.langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
        self.names = spans(read.actors, "actor")
        self.people = frozenset(f"@{name}" for name in read.actors.loc[read.actors["kind"] == "person", "actor"])
        said = read.statements[read.statements["cue_start"] >= 0]
        cues = said.assign(start=said["cue_start"], end=said["cue_end"], match=said["cue"])
        self.mute = spans(pd.concat([cues[_SPAN], read.dates[_SPAN]]), "match")

    def about(self, document: str, start: int, end: int, without: Spans | None = None) -> About:
        """What a stretch is about; `without` are more spans that say nothing of it."""
        text, lang = self.texts[document], self.langs[document]
        names = list(within(self.names.get(document, []), start, end))
        mute = [
            *within(self.mute.get(document, []), start, end),
            *within((without or {}).get(document, []), start, end),
        ]
        taken = [span[:2] for span in (*names, *mute)]
        words = [
            _word(word.group(), lang)
            for word in _WORD.finditer(text, start, end)
            if not any(left < word.end() and word.start() < right for left, right in taken)
        ]
        called = [Word(frozenset([f"@{name}"]), NAME) for name in dict.fromkeys(name for *_, name in names)]
        return about([*(word for word in words if word.weight >= PLAIN), *called])


@lru_cache(maxsize=65_536)
def _word(word: str, lang: str) -> Word:
    said = content(word, lang)
    weight = max(said.stems.values(), default=0.0)
    if said.concepts and weight >= PLAIN:
        weight = max(weight, CONCEPT)
    elif weight < COMMON:
        weight = 0.0
    return Word(frozenset(said.stems) | {f"={concept}" for concept in said.concepts}, weight)


def clauses(texts: Texts, claims: pd.DataFrame, *, every: bool = False) -> dict[str, list[Clause]]:
    """Fact → the clauses of its claims, for facts that two articles or more tell, or for all."""
    shared = every | (claims.groupby("fact")["document"].transform("nunique") > 1)
    found: dict[str, list[Clause]] = defaultdict(list)
    known: dict[tuple[str, int, int], About] = {}
    columns = ["fact", "claim", "document", "unit", "start", "end"]
    ordered = claims.loc[shared, columns].sort_values(["document", "start", "end", "fact"], kind="stable")
    for fact, claim, document, unit, start, end in ordered.itertuples(index=False, name=None):
        for left, right in portions(texts.texts[document], start, end):
            if (document, left, right) not in known:
                known[document, left, right] = texts.about(document, left, right)
            found[fact].append(Clause(fact, claim, document, unit, left, right, known[document, left, right]))
    return dict(found)


Facts = dict[Clause, dict[str, str]]
"""Each stretch once, with the facts that it tells and the claim of each."""


def stretches(clauses: dict[str, list[Clause]]) -> Facts:
    """Each stretch of these clauses once, with the facts that it tells and the claim of each."""
    first: dict[tuple[str, int, int], Clause] = {}
    found: Facts = {}
    for fact in sorted(clauses):
        for clause in clauses[fact]:
            kept = first.setdefault((clause.document, clause.start, clause.end), clause)
            found.setdefault(kept, {})[fact] = clause.claim
    return found


def common(one: About, other: About) -> list[Word]:
    """The words of one stretch whose stem or meaning another one has; none where these are names alone."""
    if one.things.isdisjoint(other.things):
        return []
    found = [word for word in one.words if not word.things.isdisjoint(other.things)]
    return found if any(word.weight > NAME for word in found) else []


def likeness(one: About, other: About) -> float:
    """What two stretches have in common, of all that both hold (Dice 1945); 0 where they share names alone.

    >>> told = (("acier", 2), ("prix", 2), ("@Paris", 0.3))
    >>> steel, price, paris = (Word(frozenset([thing]), weight) for thing, weight in told)
    >>> likeness(about([steel, paris]), about([steel, price])), likeness(about([steel, paris]), about([price, paris]))
    (0.635, 0.0)
    """
    own = common(one, other)
    both = _weight(own) + _weight(common(other, one)) if own else 0.0
    return round(both / max(0.1, one.weight + other.weight), 3)


def share(one: About, other: About) -> float:
    """How much of what one stretch is about another one holds, names aside."""
    shared = [word for word in common(one, other) if word.weight > NAME]
    return round(_weight(shared) / max(0.1, _weight([word for word in one.words if word.weight > NAME])), 3)


def weighty(words: Iterable[Word]) -> int:
    """How many of these words are no names."""
    return sum(word.weight > NAME for word in words)


def _weight(words: Iterable[Word]) -> float:
    return sum(word.weight for word in words)


def groups(links: Iterable[tuple[int, int]], many: int) -> list[list[int]]:
    """The places from 0 to `many` that links join, directly or over others; each place stands in one group.

    >>> groups([(0, 2), (2, 3)], 5)
    [[0, 2, 3], [1], [4]]
    """
    of = list(range(many))

    def root(place: int) -> int:
        while of[place] != place:
            of[place] = of[of[place]]
            place = of[place]
        return place

    for one, other in links:
        first, second = sorted((root(one), root(other)))
        of[second] = first
    found: dict[int, list[int]] = {}
    for place in range(many):
        found.setdefault(root(place), []).append(place)
    return [found[place] for place in sorted(found)]


def label(clauses: Iterable[Clause], taken: set[str]) -> str:
    """A word for the matter of these clauses: what most of them share, concepts first; never one that is taken."""
    often = Counter(thing for clause in clauses for thing in clause.about.things if thing[0] != "@")
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
