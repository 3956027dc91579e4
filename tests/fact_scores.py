"""A human coding of facts against the machine's claims: over pairs of units, units (B-cubed) and shared facts."""

import csv
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pandas as pd

SILENT = ("credit", "related")


class Unit(NamedTuple):
    """A coded unit: its article, the facts that the coder and the machine say it tells."""

    document: str
    coded: frozenset[str]
    found: frozenset[str]


def units(path: Path, claims: pd.DataFrame) -> list[Unit]:
    """The coded units that may tell facts; a claim is in a unit that shares more than half of the shorter of both."""
    coding = pd.read_csv(path, sep="\t", quoting=csv.QUOTE_NONE, keep_default_na=False, dtype=str)
    own = defaultdict(list)
    for row in claims.itertuples():
        own[row.document].append((row.start, row.end, row.fact))
    made = []
    for row in coding[~coding["role"].isin(SILENT)].itertuples():
        start, end = int(row.start), int(row.end)
        found = {
            fact for a, b, fact in own[row.document] if 2 * (min(b, end) - max(a, start)) > min(b - a, end - start)
        }
        made.append(Unit(row.document, frozenset(row.claims.split("|")) - {""}, frozenset(found)))
    return made


def pairwise(groups: list[list[Unit]]) -> dict[str, float]:
    """Precision, recall and F1 over all pairs of units of different articles: do they share a fact?"""
    right = said = true = 0
    for own in groups:
        for place, one in enumerate(own):
            for other in own[:place]:
                if one.document != other.document:
                    coded, found = bool(one.coded & other.coded), bool(one.found & other.found)
                    right, said, true = right + (coded and found), said + found, true + coded
    return _scores(right / max(1, said), right / max(1, true))


def bcubed(groups: list[list[Unit]]) -> dict[str, float]:
    """B-cubed for units that tell several facts (Amigó et al. 2009), over units that the coder gave a fact."""
    precisions, recalls = [], []
    for own in groups:
        coded = [unit for unit in own if unit.coded]
        for unit in coded:
            precisions.append(_mean(unit, coded, lambda unit, other: len(unit.found & other.found)))
            recalls.append(_mean(unit, coded, lambda unit, other: len(unit.coded & other.coded)))
    return _scores(sum(precisions) / len(precisions), sum(recalls) / len(recalls))


def shared(groups: list[list[Unit]], least: float = 0.5) -> dict[str, float]:
    """Facts of two articles or more: the share of the coder's that one of the machine's is, and the reverse.

    Two facts are one when their units are, by Jaccard at `least`; with 0, when they share units of two articles.
    """
    hits, of = [0, 0], [0, 0]
    for group in groups:
        own = [unit for unit in group if unit.coded]
        sides = [_facts(own, "coded"), _facts(own, "found")]
        for side, (facts, others) in enumerate((sides, sides[::-1])):
            of[side] += len(facts)
            hits[side] += sum(any(_same(own, one, other, least) for other in others) for one in facts)
    return _scores(hits[1] / max(1, of[1]), hits[0] / max(1, of[0]))


def _facts(own: list[Unit], side: str) -> list[frozenset[int]]:
    """The units of each fact that two articles or more tell."""
    told = defaultdict(set)
    for place, unit in enumerate(own):
        for fact in getattr(unit, side):
            told[fact].add(place)
    return [frozenset(places) for places in told.values() if len({own[place].document for place in places}) > 1]


def _same(own: list[Unit], one: frozenset[int], other: frozenset[int], least: float) -> bool:
    both = one & other
    if least:
        return len(both) >= least * len(one | other)
    return len({own[place].document for place in both}) > 1


def _mean(unit, others, measured) -> float:
    """The mean over all others that share a fact, as `measured`, of how much of it both sides see."""
    shares = []
    for other in others:
        if count := measured(unit, other):
            both = min(len(unit.found & other.found), len(unit.coded & other.coded))
            shares.append(both / count)
    return sum(shares) / len(shares) if shares else 0.0


def _scores(precision: float, recall: float) -> dict[str, float]:
    total = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / total if total else 0.0}
