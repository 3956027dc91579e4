"""Which units tell which facts → the tables `claims` and `facts`."""

from collections import Counter
from typing import NamedTuple

import pandas as pd

from analysis import tables
from analysis.content import Content, content
from analysis.portions import portions
from analysis.reading import Reading


class Claim(NamedTuple):
    """A stretch of a unit that tells a fact, and how central its wording is among those of the fact."""

    document: str
    unit: int
    start: int
    end: int
    fact: str
    central: float


def placed(claims: list[Claim], fixed: list[Claim], documents: pd.DataFrame) -> list[Claim]:
    """The claims, each of a unit that tells several facts narrowed to the clauses that are likest the fact's others.

    `fixed` are claims of the same facts whose stretches are given.
    """
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    langs = dict(zip(documents["document"], documents["lang"], strict=True))
    facts: dict[str, list[Content]] = {}
    for claim in [*claims, *fixed]:
        said = content(texts[claim.document][claim.start : claim.end], langs[claim.document])
        facts.setdefault(claim.fact, []).append(said)
    told = {fact: _pooled(own) for fact, own in facts.items()}
    several = Counter((claim.document, claim.unit) for claim in claims)
    return [
        _narrowed(claim, told[claim.fact], texts[claim.document], langs[claim.document])
        if several[claim[:2]] > 1 and len(facts[claim.fact]) > 1
        else claim
        for claim in claims
    ]


def _pooled(told: list[Content]) -> Counter[str]:
    """How many tellings of a fact have each stem or concept in common; those of one telling alone are left out."""
    often = Counter(thing for said in told for thing in _things(said))
    return Counter({thing: count for thing, count in often.items() if count > 1})


def _things(said: Content) -> dict[str, float]:
    return said.stems | {f"={concept}": 1.0 for concept in said.concepts}


def _narrowed(claim: Claim, told: Counter[str], text: str, lang: str) -> Claim:
    """The claim with the one or more clauses in a row that hold most of what its fact's tellings share."""
    clauses = portions(text, claim.start, claim.end)
    rows = [(one[0], other[1]) for place, one in enumerate(clauses) for other in clauses[place:]]
    near = [(_nearness(content(text[start:end], lang), told), -start, end) for start, end in rows]
    best, start, end = max(near)
    return claim._replace(start=-start, end=end) if best > 0 else claim


def _nearness(said: Content, told: Counter[str]) -> float:
    """What a stretch has in common with the tellings of a fact, of all that both hold (Dice 1945)."""
    things = _things(said)
    common = sum(weight for thing, weight in things.items() if thing in told)
    return round(2 * common / max(1.0, sum(things.values()) + len(told)), 6)


def tabled(claims: list[Claim], read: Reading, stories: dict[str, int]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables `claims` and `facts`; facts without a name get F001, F002 … by consensus, then by first place.

    A fact's `statement` is its most central wording, as it stands at `start` to `end` of `document`; `articles` tell it
    out of `of`, which are on the same story.
    """
    facts: dict[str, list[Claim]] = {}
    for claim in sorted(claims):
        facts.setdefault(claim.fact, []).append(claim)
    order = sorted(facts, key=lambda fact: (-_articles(facts[fact]), facts[fact][0].unit, facts[fact][0]))
    taken = set(facts) - {fact for fact in facts if fact.startswith(UNNAMED)}
    free = (name for number in range(1, 10**6) if (name := f"F{number:03}") not in taken)
    names = {fact: next(free) if fact.startswith(UNNAMED) else fact for fact in order}
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    rows = [_fact(names[fact], facts[fact], texts, stories) for fact in order]
    return _claims(facts, names, read), tables.table("facts", rows)


UNNAMED = "\0"
"""With this sign begins what a fact is called that no analyst named."""


def _fact(name: str, claims: list[Claim], texts: dict[str, str], stories: dict[str, int]) -> dict[str, object]:
    best = min(claims, key=lambda claim: (-claim.central, claim.document, claim.start))
    return {
        "fact": name,
        "statement": texts[best.document][best.start : best.end],
        "document": best.document,
        "unit": best.unit,
        "start": best.start,
        "end": best.end,
        "articles": _articles(claims),
        "of": sum(story in {stories[claim.document] for claim in claims} for story in stories.values()),
        "story": stories[best.document],
    }


def _articles(claims: list[Claim]) -> int:
    return len({claim.document for claim in claims})


def _claims(facts: dict[str, list[Claim]], names: dict[str, str], read: Reading) -> pd.DataFrame:
    hedges = _spans(read.evidence[read.evidence["layer"] == "hedge"], "label")
    spoken = read.statements[read.statements["kind"] != "scare"]
    speakers = _spans(spoken, "speaker")
    rows = []
    for fact, claims in facts.items():
        for number, claim in enumerate(sorted(claims), start=1):
            rows.append(
                {
                    "claim": f"{names[fact]}-{number:02}",
                    **dict(zip(Claim._fields[:4], claim[:4], strict=True)),
                    "fact": names[fact],
                    "hedged": bool(_over(hedges, claim)),
                    "attributed_to": "|".join(dict.fromkeys(name for name in _over(speakers, claim) if name)),
                }
            )
    return tables.table("claims", rows)


_Spans = dict[str, list[tuple[int, int, str]]]


def _spans(table: pd.DataFrame, column: str) -> _Spans:
    found: _Spans = {}
    for document, *span in table[["document", "start", "end", column]].itertuples(index=False, name=None):
        found.setdefault(document, []).append((span[0], span[1], span[2]))
    return found


def _over(spans: _Spans, claim: Claim) -> list[str]:
    """What stands over a claim, in order."""
    own = spans.get(claim.document, [])
    return [value for start, end, value in sorted(own) if start < claim.end and claim.start < end]
