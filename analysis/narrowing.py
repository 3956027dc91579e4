"""Where in a unit a fact is told: the clauses that are likest what the fact's other tellings say."""

from collections import Counter
from typing import NamedTuple

import pandas as pd

from analysis.content import content
from analysis.portions import portions

SOME = 1 / 3
"""The share of what the nearest clause has in common with a fact from which on another one belongs to it."""


class Claim(NamedTuple):
    """A stretch of a unit that tells a fact, how central its wording is among those of the fact, and its core.

    The core, `core_start` to `core_end`, are the clauses that are like the fact's other claims.
    """

    document: str
    unit: int
    start: int
    end: int
    fact: str
    central: float
    core_start: int
    core_end: int


def placed(claims: list[Claim], documents: pd.DataFrame) -> list[Claim]:
    """The claims with their cores; the claims of a unit that tells several facts share its clauses out among them."""
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    langs = dict(zip(documents["document"], documents["lang"], strict=True))
    facts: dict[str, list[dict[str, float]]] = {}
    for claim in claims:
        said = _things(texts[claim.document][claim.start : claim.end], langs[claim.document])
        facts.setdefault(claim.fact, []).append(said)
    told = {fact: _pooled(own) for fact, own in facts.items()}
    several = Counter((claim.document, claim.unit) for claim in claims)
    units: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        if len(facts[claim.fact]) > 1:
            alone = several[claim[:2]] == 1
            claim = _cored(claim, told[claim.fact], texts[claim.document], langs[claim.document], alone=alone)
        units.setdefault(claim[:2], []).append(claim)
    return [claim for own in units.values() for claim in _shared_out(own, texts[own[0].document])]


def _shared_out(claims: list[Claim], text: str) -> list[Claim]:
    """The claims of a unit, each with its core and the clauses that are nearer to it than to another claim's."""
    if len(claims) < 2:
        return claims
    found = [claim._replace(start=claim.core_start, end=claim.core_end) for claim in claims]
    for start, end in portions(text, claims[0].start, claims[0].end):
        far = [max(claim.core_start - end, start - claim.core_end) for claim in claims]
        if min(far) >= 0:
            found = [
                claim._replace(start=min(start, claim.start), end=max(end, claim.end)) if apart == min(far) else claim
                for claim, apart in zip(found, far, strict=True)
            ]
    return found


def _pooled(told: list[dict[str, float]]) -> Counter[str]:
    """How many tellings of a fact have each stem or concept in common; those of one telling alone are left out."""
    often = Counter(thing for said in told for thing in said)
    return Counter({thing: count for thing, count in often.items() if count > 1})


def _things(text: str, lang: str) -> dict[str, float]:
    said = content(text, lang)
    return said.stems | {f"={concept}": 1.0 for concept in said.concepts}


def _cored(claim: Claim, told: Counter[str], text: str, lang: str, *, alone: bool) -> Claim:
    """The claim with the one or more clauses in a row that hold most of what its fact's tellings share.

    Where it is `alone` in its unit these are all clauses that hold at least `SOME` of what the nearest one does, with
    those between.
    """
    clauses = portions(text, claim.start, claim.end)
    if alone:
        each = [_nearness(_things(text[start:end], lang), told) for start, end in clauses]
        near = [
            span for span, nearness in zip(clauses, each, strict=True) if nearness > 0 and nearness >= SOME * max(each)
        ]
        return claim._replace(core_start=near[0][0], core_end=near[-1][1]) if near else claim
    rows = [(one[0], other[1]) for place, one in enumerate(clauses) for other in clauses[place:]]
    best, start, end = max(
        ((_nearness(_things(text[start:end], lang), told), -start, end) for start, end in rows), default=(0.0, 0, 0)
    )
    return claim._replace(core_start=-start, core_end=end) if best > 0 else claim


def _nearness(things: dict[str, float], told: Counter[str]) -> float:
    """What a stretch has in common with the tellings of a fact, of all that both hold (Dice 1945)."""
    common = sum(weight for thing, weight in things.items() if thing in told)
    return round(2 * common / max(1.0, sum(things.values()) + len(told)), 6)
