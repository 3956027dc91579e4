"""What the clauses of a fact's claims are about: which clauses of different articles speak of the same matter.

Claims of one fact may speak of several matters. Two clauses speak of one where they share stems and concepts of
weight; names weigh little, since everybody named in an event comes back in every clause of it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from analysis.content import content
from analysis.portions import portions
from analysis.reading import Reading

LEAST = 0.22
"""How much of what both hold two clauses of one matter have in common, as a share."""
LEAST_OPPOSED = 0.1
"""The same for two clauses whose states are opposed."""
HELD = 0.4
"""How much of what is denied or refused another clause must hold."""
CONCEPT = 2.5
"""What a concept weighs; stems weigh up to 3.6."""
NAME = 0.3
"""What the words of a name weigh, beside other words."""
_DIGITS = re.compile(r"#\d+\Z")


class Clause(NamedTuple):
    """A clause of a claim: where it stands, and what it is about (stems and `=concepts`, each with its weight)."""

    fact: str
    claim: str
    document: str
    unit: int
    start: int
    end: int
    about: dict[str, float]


Spans = dict[str, list[tuple[int, int, str]]]


def clauses(read: Reading, claims: pd.DataFrame) -> dict[str, list[Clause]]:
    """Fact → the clauses of its claims, for facts that two articles or more tell."""
    shared = claims.groupby("fact")["document"].transform("nunique") > 1
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    names = spans(read.actors, "actor")
    found: dict[str, list[Clause]] = defaultdict(list)
    known: dict[tuple[str, int, int], dict[str, float]] = {}
    columns = ["fact", "claim", "document", "unit", "start", "end"]
    for fact, claim, document, unit, start, end in claims.loc[shared, columns].itertuples(index=False, name=None):
        for left, right in portions(texts[document], start, end):
            place = (document, left, right)
            if place not in known:
                known[place] = about(texts[document], left, right, langs[document], names.get(document, []))
            found[fact].append(Clause(fact, claim, document, unit, left, right, known[place]))
    return dict(found)


def about(text: str, start: int, end: int, lang: str, names: list[tuple[int, int, str]]) -> dict[str, float]:
    """The stems and concepts of a stretch with their weights; numbers are left out."""
    inside = [name for name in names if start <= name[0] and name[1] <= end]
    plain, at = [], start
    for left, right, _ in sorted(inside):
        plain.append(text[at : max(at, left)])
        at = max(at, right)
    said = content(" ".join([*plain, text[at:end]]), lang)
    found = {stem: weight for stem, weight in said.stems.items() if not _DIGITS.match(stem)}
    found |= {f"={concept}": CONCEPT for concept in said.concepts}
    for _, _, name in inside:
        found.setdefault(f"@{name}", NAME)
    return found


def likeness(one: dict[str, float], other: dict[str, float]) -> float:
    """What two stretches have in common, of all that both hold (Dice 1945); 0 where they share names alone.

    >>> likeness({"acier": 2.0, "@Paris": 0.3}, {"acier": 2.0, "prix": 2.0})
    0.635
    """
    common = [thing for thing in one if thing in other]
    if not any(thing[0] != "@" for thing in common):
        return 0.0
    both = sum(one[thing] + other[thing] for thing in common)
    return round(both / (sum(one.values()) + sum(other.values())), 3)


def share(one: dict[str, float], other: dict[str, float]) -> float:
    """How much of what one stretch is about another one holds; 0 where they share names alone.

    >>> share({"acier": 2.0}, {"acier": 2.0, "prix": 2.0})
    1.0
    """
    common = [thing for thing in one if thing in other and thing[0] != "@"]
    return round(sum(one[thing] for thing in common) / sum(one.values()), 3) if common else 0.0


def label(clauses: Iterable[Clause], taken: set[str]) -> str:
    """A word for the matter of these clauses: what most of them share, concepts first; never one that is taken."""
    often = Counter(thing for clause in clauses for thing in clause.about if thing[0] != "@")
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
