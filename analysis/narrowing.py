"""Where in a unit a fact is told: the clauses that are likest what the fact's other tellings say."""

from collections import Counter
from typing import NamedTuple

import pandas as pd

from analysis.content import content
from analysis.portions import portions


class Claim(NamedTuple):
    """A stretch of a unit that tells a fact, how central its wording is among those of the fact, and its core.

    The core, `core_start` to `core_end`, are the clauses that are likest the fact's other claims.
    """

    document: str
    unit: int
    start: int
    end: int
    fact: str
    central: float
    core_start: int
    core_end: int


def placed(claims: list[Claim], fixed: list[Claim], documents: pd.DataFrame) -> list[Claim]:
    """The claims with their cores; a claim of a unit that tells several facts is narrowed to its core.

    `fixed` are claims of the same facts whose stretches are given.
    """
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    langs = dict(zip(documents["document"], documents["lang"], strict=True))
    facts: dict[str, list[dict[str, float]]] = {}
    for claim in [*claims, *fixed]:
        said = _things(texts[claim.document][claim.start : claim.end], langs[claim.document])
        facts.setdefault(claim.fact, []).append(said)
    told = {fact: _pooled(own) for fact, own in facts.items()}
    several = Counter((claim.document, claim.unit) for claim in claims)
    found = []
    for claim in claims:
        if len(facts[claim.fact]) > 1:
            claim = _cored(claim, told[claim.fact], texts[claim.document], langs[claim.document])
        if several[claim[:2]] > 1:
            claim = claim._replace(start=claim.core_start, end=claim.core_end)
        found.append(claim)
    return found


def _pooled(told: list[dict[str, float]]) -> Counter[str]:
    """How many tellings of a fact have each stem or concept in common; those of one telling alone are left out."""
    often = Counter(thing for said in told for thing in said)
    return Counter({thing: count for thing, count in often.items() if count > 1})


def _things(text: str, lang: str) -> dict[str, float]:
    said = content(text, lang)
    return said.stems | {f"={concept}": 1.0 for concept in said.concepts}


def _cored(claim: Claim, told: Counter[str], text: str, lang: str) -> Claim:
    """The claim with the one or more clauses in a row that hold most of what its fact's tellings share."""
    clauses = portions(text, claim.start, claim.end)
    rows = [(one[0], other[1]) for place, one in enumerate(clauses) for other in clauses[place:]]
    near = [(_nearness(_things(text[start:end], lang), told), -start, end) for start, end in rows]
    best, start, end = max(near, default=(0.0, 0, 0))
    return claim._replace(core_start=-start, core_end=end) if best > 0 else claim


def _nearness(things: dict[str, float], told: Counter[str]) -> float:
    """What a stretch has in common with the tellings of a fact, of all that both hold (Dice 1945)."""
    common = sum(weight for thing, weight in things.items() if thing in told)
    return round(2 * common / max(1.0, sum(things.values()) + len(told)), 6)
