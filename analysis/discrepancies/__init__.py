"""Where articles that tell the same fact differ → the table `discrepancies`."""

from itertools import combinations
from types import ModuleType
from typing import NamedTuple

import pandas as pd

from analysis import tables
from analysis.discrepancies import attribution, date, direction, name, number, place, status
from analysis.discrepancies.values import AGREEING, FINER, OTHER, SAME, Value
from analysis.reading import Reading

KINDS: tuple[ModuleType, ...] = (place, date, number, name, status, direction, attribution)
"""Each has `KIND`, `values(read, claims)` and `relation(one, other)`; where it has a true `ONE_AGREES`, an article that
gives several values agrees with another as soon as one of them does."""
GRANULARITY = "granularity"
CLAUSES = ("status", "direction", "attribution")
"""Kinds whose values are whole clauses."""
LEAST = 0.3
"""What is less sure is not listed."""


class Difference(NamedTuple):
    """The values of one matter, of which kind they differ, and how sure that is."""

    kind: str
    fact: str
    of: str
    confidence: float
    values: list[Value]


def find(read: Reading, claims: pd.DataFrame, facts: pd.DataFrame) -> pd.DataFrame:
    """The table `discrepancies`: one row is a value that a claim gives of a matter on which two articles differ.

    Contradictions stand before what may all be right (`values.AGREEING`), the surest first.
    `confidence` is of the whole discrepancy: how probable it is that both speak of one matter and can't both be right.
    Values that mean the same are written alike. The order of the claims changes nothing.
    """
    claims = claims.sort_values(["document", "start", "end", "claim"], kind="stable", ignore_index=True)
    fact_of = dict(zip(claims["claim"], claims["fact"], strict=True))
    found = [
        difference
        for kind in KINDS
        for (fact, of), values in sorted(_grouped(kind.values(read, claims), fact_of).items())
        if (difference := _difference(kind, fact, of, values)) and difference.confidence >= LEAST
    ]
    places = {fact: place for place, fact in enumerate(facts["fact"])}
    found.sort(key=lambda one: (AGREEING.get(one.kind, 0), -one.confidence, places.get(one.fact, len(places)), one[:3]))
    return _table(_once(found))


def _once(found: list[Difference]) -> list[Difference]:
    """The differences without those of whole clauses that a surer one has already: one clause tells one matter."""
    kept: list[Difference] = []
    for one in found:
        if one.kind not in CLAUSES or not any(_covers(other, one) for other in kept if other.kind in CLAUSES):
            kept.append(one)
    return kept


def _covers(surer: Difference, other: Difference) -> bool:
    """Whether all that a difference holds against each other overlaps with values of a surer one."""
    return all(
        any(own.document == value.document and own.start < value.end and value.start < own.end for own in surer.values)
        for value in other.values
    )


def _grouped(values: list[Value], fact_of: dict[str, str]) -> dict[tuple[str, str], list[Value]]:
    found: dict[tuple[str, str], list[Value]] = {}
    for value in values:
        found.setdefault((value.fact or fact_of.get(value.claim, ""), value.of), []).append(value)
    return found


def _difference(kind: ModuleType, fact: str, of: str, values: list[Value]) -> Difference | None:
    """How the articles differ on one matter: contradicting each other if any two do, else one more precise."""
    told: dict[str, list[Value]] = {}
    for value in values:
        told.setdefault(value.document, []).append(value)
    stand = [_between(kind, told[one], told[other]) for one, other in combinations(sorted(told), 2)]
    for wanted, named in ((OTHER, kind.KIND), (FINER, GRANULARITY)):
        sure = [confidence for relation, confidence in stand if relation == wanted]
        if sure:
            return Difference(named, fact, of, round(max(sure), 2), _alike(kind, values))
    return None


def _between(kind: ModuleType, own: list[Value], others: list[Value]) -> tuple[str, float]:
    """How two articles stand to each other, and how sure that is."""
    pairs = []
    for one in own:
        for other in others:
            relation, confidence = kind.relation(one, other)
            pairs.append((relation, confidence * min(one.sure, other.sure)))
    order = (SAME, FINER, OTHER) if getattr(kind, "ONE_AGREES", False) else (OTHER, FINER, SAME)
    for wanted in order:
        sure = [confidence for relation, confidence in pairs if relation == wanted]
        if sure:
            return wanted, max(sure)
    return SAME, 0.0


def _alike(kind: ModuleType, values: list[Value]) -> list[Value]:
    """The values, those that mean the same written as the first of them."""
    kept: list[Value] = []
    for value in sorted(values, key=lambda value: (value.document, value.start, value.end)):
        same = next((other for other in kept if kind.relation(other, value)[0] == SAME), value)
        kept.append(value._replace(value=same.value))
    return kept


def _table(found: list[Difference]) -> pd.DataFrame:
    rows = []
    for number_, one in enumerate(found, start=1):
        spans = {(value.document, value.start, value.end): value for value in reversed(one.values)}
        for value in spans.values():
            rows.append(
                {
                    "discrepancy": f"D{number_:03}",
                    "kind": one.kind,
                    "fact": one.fact,
                    "of": one.of,
                    "confidence": one.confidence,
                    **dict(zip(("claim", "document", "unit", "start", "end"), value[:5], strict=True)),
                    "value": value.value,
                }
            )
    return tables.table("discrepancies", rows)
