"""Attribution: what one article states as its own and another ascribes to somebody, or two ascribe to different ones.

That everybody announces his own doings is no discrepancy: only what somebody claims, or what a source, witness or
expert tells, is held against an article that states it, or words in marks that come back as an article's own. Words in
one speaker's mouth differ where one article quotes and another reports them. A seat of government, a state and who acts
for it are one speaker: "the Kremlin" for "Vladimir Putin" is another name, not another source.
"""

import re
from collections import defaultdict
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from analysis.discrepancies import contents, negation, parties
from analysis.discrepancies.contents import Clause
from analysis.discrepancies.values import FINER, OTHER, SAME, UNLISTED, Value
from analysis.reading import Reading

KIND = "attribution"
OWN = "stated"
TO = "attributed to "
FROM = "quoted from "
LEAST = 0.5
"""How alike the words are at least that one states and another ascribes."""
VERBATIM = 0.6
"""The same where one quotes what somebody merely says, and another states it without marks."""
REPEATED = 0.75
"""How alike they are at least that two speakers are given."""
CLAIMS = ("according", "claiming", "conceding")
"""What the cue says that leaves open whether it is so."""
SOURCES = ("unnamed", "witness", "expert", "agency", "media", "opposition")
"""Kinds of speakers that know it from somewhere: what they merely say is a claim as well."""
MARKS = 0.4
"""How sure it is that it matters whether one speaker's words stand in marks."""
QUOTED = "direct"
FEWEST = 3
"""How many words of weight they share at least."""
COVERED = 0.4
"""How much of a clause a statement holds that is its voice: `accuse X d’avoir …` has words before."""
_LONG = 12
"""From so many words on, a clause holds more than what is claimed, and its voice says less."""
_NUMBER = re.compile(r"\d+(?:[.,\s]\d+)*")


class Voiced(NamedTuple):
    """A clause, and who says it: `stated` where the article does, empty where that is not clear."""

    clause: Clause
    value: str
    claimed: bool
    quoted: bool
    numbers: frozenset[str]
    negated: bool


class Pair(NamedTuple):
    """Two clauses that say the same in other voices, and how alike they are."""

    one: Voiced
    other: Voiced
    alike: float


def values(read: Reading, claims: pd.DataFrame) -> list[Value]:
    """One row is the voice in which a claim is told, where another article gives the same words another voice."""
    voices = _Voices(read)
    found: list[Value] = []
    seen: set[tuple[tuple[str, int, int], ...]] = set()
    for _, own in sorted(contents.clauses(contents.Texts(read), claims).items()):
        own = sorted(own, key=lambda clause: clause[1:6])
        pairs = _pairs([voiced for clause in own if (voiced := voices.of(clause)).value])
        taken: set[str] = set()
        for group in _grouped(pairs):
            name = contents.label([pair.one.clause for pair in group], taken)
            told = _once(group, name)
            place = tuple(sorted((value.document, value.start, value.end) for value in told))
            if place not in seen:
                found += told
                taken.add(name)
                seen.add(place)
    return found


def relation(one: Value, other: Value) -> tuple[str, float]:
    """How two voices stand to each other: an article's own is other than a speaker's, and so are two names."""
    if one.value == other.value:
        return SAME, 1.0
    if OWN in (one.value, other.value):
        return OTHER, 0.7
    names = [value.value.removeprefix(TO).removeprefix(FROM) for value in (one, other)]
    if names[0] == names[1]:
        return OTHER, MARKS
    named = all(name[:1].isupper() for name in names)
    return (OTHER, 0.4) if named else (FINER, UNLISTED)


def _pairs(voiced: list[Voiced]) -> list[Pair]:
    """For each two claims of different articles the likest clauses that are told in different voices."""
    best: dict[tuple[str, str], Pair] = {}
    for one, other in combinations(voiced, 2):
        if one.clause.document == other.clause.document or one.value == other.value:
            continue
        alike = _alike(one, other)
        claims = (one.clause.claim, other.clause.claim)
        if alike >= _least(one, other) and (claims not in best or best[claims].alike < alike):
            best[claims] = Pair(one, other, alike)
    return list(best.values())


def _alike(one: Voiced, other: Voiced) -> float:
    """How alike two clauses are; 0 where they share few words, one alone is negated, or each has another number."""
    if one.negated != other.negated:
        return 0.0
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return 0.0
    shared = contents.common(one.clause.about, other.clause.about)
    if contents.weighty(shared) < FEWEST:
        return 0.0
    return contents.likeness(one.clause.about, other.clause.about)


def _least(one: Voiced, other: Voiced) -> float:
    """How alike two clauses must be for their voices to be compared; above 1 where they are not."""
    if OWN in (one.value, other.value):
        if one.claimed or other.claimed:
            return LEAST
        return VERBATIM if one.quoted or other.quoted else 2.0
    return REPEATED


def _grouped(pairs: list[Pair]) -> list[list[Pair]]:
    """The pairs, those together that share a clause."""
    first: dict[Clause, int] = {}
    links = [(first.setdefault(voiced.clause, place), place) for place, pair in enumerate(pairs) for voiced in pair[:2]]
    return [[pairs[place] for place in places] for places in contents.groups(links, len(pairs))]


def _once(group: list[Pair], name: str) -> list[Value]:
    """One value of each clause of a group, as sure as its likest pair."""
    sure: dict[Voiced, float] = defaultdict(float)
    for pair in group:
        for voiced in pair[:2]:
            length = len(voiced.clause.about.words)
            sure[voiced] = max(sure[voiced], min(1.0, pair.alike + 0.3) * min(1.0, _LONG / max(1, length)))
    return [Value(*voiced.clause[1:6], name, voiced.value, sure=round(least, 2)) for voiced, least in sure.items()]


class _Voices:
    """In whose voice the stretches of a corpus are told."""

    def __init__(self, read: Reading) -> None:
        self.stands = parties.stands(read.rules)
        self.said: dict[str, list[tuple[int, int, int, str, str, str]]] = {}
        self.texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
        self.cues = contents.spans(read.evidence[read.evidence["layer"].isin(("speech", "verb"))], "label")
        self.speech = contents.spans(read.evidence[read.evidence["layer"] == "speech"], "label")
        self.hedges = contents.spans(read.evidence[read.evidence["layer"].isin(("hedge", "denial"))], "label")
        self.units = {row[:2]: row[2:4] for row in read.units.itertuples(index=False, name=None)}
        columns = ["document", "start", "end", "cue_start", "kind", "speaker", "speaker_kind"]
        for document, *row in read.statements.loc[read.statements["kind"] != "scare", columns].itertuples(
            index=False, name=None
        ):
            self.said.setdefault(document, []).append(tuple(row))

    def of(self, clause: Clause) -> Voiced:
        """The voice of a clause: the shortest statement over much of it; the article's if nobody speaks in its unit."""
        least = COVERED * (clause.end - clause.start)
        own = self.said.get(clause.document, [])
        numbers = frozenset(_NUMBER.findall(self.texts[clause.document], clause.start, clause.end))
        negated = negation.is_in(self.texts[clause.document], clause.start, clause.end)
        over = [row for row in own if min(row[1], clause.end) - max(row[0], clause.start) >= least]
        if over:
            _, _, cue, told, speaker, kind = min(over, key=lambda row: row[1] - row[0])
            stance = next(
                (label for *span, label in self.cues.get(clause.document, []) if span[0] <= cue < span[1]), ""
            )
            claimed = stance in CLAIMS or (kind in SOURCES and stance != "urging")
            return Voiced(
                clause,
                (FROM if told == QUOTED else TO) + self.stands.get(speaker, speaker) if speaker else "",
                claimed,
                told == QUOTED,
                numbers,
                negated,
            )
        first, last = self.units[clause.document, clause.unit]
        spoken = any(row[0] < last and first < row[1] for row in own)
        cued = any(contents.within(self.speech.get(clause.document, []), clause.start, clause.end))
        doubted = any(contents.within(self.hedges.get(clause.document, []), first, last))
        return Voiced(clause, "" if spoken or cued or doubted else OWN, False, False, numbers, negated)
