"""Direction: who does it to whom, as in arms that one state delivers to another, or an army that fires on another."""

import re
from collections import Counter, defaultdict
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from analysis import matching
from analysis.discrepancies import contents, parties
from analysis.discrepancies.contents import Clause
from analysis.discrepancies.matters import told_together
from analysis.discrepancies.values import FINER, OTHER, SAME, UNLISTED, Value
from analysis.reading import Reading

KIND = "direction"
LAYER = "direction"
ARROW = " → "
UNKNOWN = "?"
PERSON = ", a person"
"""Added to what is done by or to a person: whom he acts for is unknown, so he is not compared with states."""
BOTH_WAYS = "both ways at times"
ACROSS = 0.45
"""How alike two clauses are at least that tell the same done, and whose claims are of different facts."""
TURNED = 0.1
"""The same where both sides show, each in the other's place."""
REVERSED = 0.5
"""How sure it is that a direction is reversed where not all sides show."""

_INVERTED = re.compile(r"[»”\",]\s+(?:(?:a|ont|avait|avaient|has|have|had)\s+)?\Z", re.IGNORECASE)
"""`« Assez », a dénoncé Rome`: who stands behind such a verb speaks."""


class Done(NamedTuple):
    """What a clause says is done: the class of it, who does it to whom, and from where to where that stands."""

    clause: Clause
    start: int
    end: int
    done: str
    value: str


def values(read: Reading, claims: pd.DataFrame) -> list[Value]:
    """One row is who does what a claim tells, and to whom, where another article tells the same done."""
    texts = contents.Texts(read)
    facts = contents.stretches(contents.clauses(texts, claims, every=True))
    marks = _marks(read, {(clause.document, clause.unit) for clause in facts})
    units = {row[:2]: row[2:4] for row in read.units.itertuples(index=False, name=None)}
    who = parties.find(read)
    stories = told_together(claims)
    told: dict[tuple[int, str], list[Done]] = defaultdict(list)
    for clause in (clause for clause in facts if clause.document in stories):
        for left, right, label in contents.within(marks.get(clause.document, []), clause.start, clause.end):
            done = _done(texts, clause, left, right, label, units, who)
            if done:
                told[stories[clause.document], done.done].append(done)
    both = _both_ways(read.rules)
    return [value for key in sorted(told) for value in _compared(told[key], facts, key[1] in both)]


def _both_ways(rules: pd.DataFrame) -> set[str]:
    """What two sides do to each other at times, as the lexicon notes: each may support or accuse the other."""
    own = rules[(rules["layer"] == LAYER) & rules["note"].str.endswith(BOTH_WAYS)]
    done = set(own["label"].tolist())
    return done | {name + PERSON for name in done}


def _marks(read: Reading, units: set[tuple[str, int]]) -> contents.Spans:
    wanted = pd.MultiIndex.from_frame(read.units[["document", "unit"]]).isin(units)
    rules = read.rules[read.rules["layer"] == LAYER]
    found = matching.find(read.documents, read.units[wanted].reset_index(drop=True), rules, also=(LAYER,))
    places = dict(zip(rules["rule"], rules["label"] + ": " + rules["note"].str.split(";").str[0], strict=True))
    marks = contents.spans(found.assign(label=found["rule"].map(places)), "label")
    return {
        name: [mark for mark in own if not any(_inside(mark, other) for other in own)] for name, own in marks.items()
    }


def _inside(mark: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return other[0] <= mark[0] and mark[1] <= other[1] and other[1] - other[0] > mark[1] - mark[0]


def _done(
    texts: contents.Texts,
    clause: Clause,
    start: int,
    end: int,
    label: str,
    units: dict[tuple[str, int], tuple[int, int]],
    who: dict[str, list[parties.Party]],
) -> Done | None:
    """What a word of a clause says is done by somebody; None where neither side shows."""
    done, places = label.split(": ")
    unit = units[clause.document, clause.unit]
    own = who.get(clause.document, [])
    text = texts.texts[clause.document]
    if not parties.is_real(text, unit[0], start) or ("subject > " in places and parties.is_noun(text, start, end)):
        return None
    both = parties.sides(text, start, end, unit, places, own)
    known = [side for side in both if side]
    if not known or (both[0] and both[1] and both[0].name == both[1].name):
        return None
    if not both[0] and places.startswith("subject") and _INVERTED.search(text[unit[0] : start]):
        return None
    done += PERSON if any(side.person for side in known) else ""
    value = ARROW.join(side.name if side else UNKNOWN for side in both)
    return Done(
        clause, min(start, *(side.start for side in known)), max(end, *(side.end for side in known)), done, value
    )


def _compared(told: list[Done], facts: contents.Facts, both_ways: bool) -> list[Value]:
    """The values of what is done, by what else their clauses share, but for what one article tells of several."""
    links = [
        (one, other)
        for one, other in combinations(range(len(told)), 2)
        if told[one].clause.document != told[other].clause.document
        and _beside(told[one], told[other], facts, both_ways)
    ]
    found: list[Value] = []
    for number, places in enumerate(contents.groups(links, len(told))):
        group = [told[place] for place in places]
        if len({done.clause.document for done in group}) > 1 and not _mutual(group):
            often = Counter(fact for done in group for fact in facts[done.clause])
            fact = min(often, key=lambda name: (-often[name], name))
            name = group[0].done + (f" {number + 1}" if number else "")
            values = {(done.clause.claim, done.value): _value(done, name, fact, facts) for done in reversed(group)}
            found += list(values.values())[::-1]
    return found


def _beside(one: Done, other: Done, facts: contents.Facts, both_ways: bool) -> bool:
    """Whether two tell of one matter: as their clauses show, or because it is the same two the other way round."""
    alike = contents.likeness(one.clause.about, other.clause.about)
    whole = UNKNOWN not in one.value + other.value
    turned = whole and _relation(one.value, other.value)[1] >= REVERSED
    if not facts[one.clause].keys().isdisjoint(facts[other.clause].keys()):
        return True
    return alike >= (TURNED if turned and not both_ways else ACROSS)


def _value(done: Done, name: str, fact: str, facts: contents.Facts) -> Value:
    claim = facts[done.clause].get(fact, done.clause.claim)
    return Value(claim, *done.clause[2:4], done.start, done.end, name, done.value, fact=fact)


def _mutual(group: list[Done]) -> bool:
    """Whether one article tells it of several: each accuses the other, or two deliver."""
    doers: dict[str, set[str]] = defaultdict(set)
    for done in group:
        doers[done.clause.document].add(done.value.split(ARROW)[0])
    return any(len(names - {UNKNOWN}) > 1 for names in doers.values())


def relation(one: Value, other: Value) -> tuple[str, float]:
    """How two directions stand to each other: reversed, with another doer, or one with a side more."""
    return _relation(one.value, other.value)


def _relation(one: str, other: str) -> tuple[str, float]:
    if one == other:
        return SAME, 1.0
    (giver, receiver), (other_giver, other_receiver) = one.split(ARROW), other.split(ARROW)
    sides = (giver, receiver, other_giver, other_receiver)
    if UNKNOWN not in sides and giver == other_receiver and receiver == other_giver:
        return OTHER, 0.8
    whole = UNKNOWN not in sides[:2] or UNKNOWN not in sides[2:]
    if whole and not all(map(_is_name, sides)) and (giver == other_receiver or receiver == other_giver):
        return OTHER, REVERSED
    if not whole and any(map(_is_name, {giver, other_giver} & {receiver, other_receiver})):
        return OTHER, 0.4
    if giver != other_giver and _is_name(giver) and _is_name(other_giver):
        return OTHER, 0.4
    return FINER, UNLISTED


def _is_name(side: str) -> bool:
    return side[:1].isupper()
