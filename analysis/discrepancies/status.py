"""Status: whether the matter is told as fact, confirmed, possible, planned, postponed, refused or denied."""

from collections import Counter, defaultdict

import pandas as pd

from analysis.discrepancies import contents, standings
from analysis.discrepancies.marking import DENIALS, PLAIN, Marked, Marks
from analysis.discrepancies.matters import told_together
from analysis.discrepancies.values import FINER, OTHER, SAME, UNLISTED, Value
from analysis.reading import Reading

KIND = "status"
FEWEST = 3
"""How many words of weight a clause has at least that says something not to be so."""
ACROSS = 0.65
"""How alike two clauses are at least whose claims are of different facts."""
ACROSS_OPPOSED = 0.35
"""The same where their states are clearly opposed."""
MUCH = 0.45
"""How alike two clauses are at least whose statuses differ by degree."""
SOMEBODY = 0.5
"""How alike two clauses are at least that tell what became of one person."""
WITHIN = 0.15
"""What two opposed states of one fact have in common at least, though their words differ."""
SOME = 0.1
"""How alike a denial and what is told as fact are at least whose claims are of one fact; a refusal is of its object."""
CLEAR = 0.5
"""From which confidence on two states are clearly opposed."""
COMMON = 0.1
"""Words in more than this share of a story's clauses lead from no clause to another, where there are many."""
MANY = 400


def values(read: Reading, claims: pd.DataFrame) -> list[Value]:
    """One row is the status that a claim gives a matter, where another article's claim gives one as well."""
    texts = contents.Texts(read)
    facts = contents.stretches(contents.clauses(texts, claims, every=True))
    marks = Marks(read, texts, {(clause.document, clause.unit) for clause in facts})
    stories = told_together(claims)
    told: dict[int, list[Marked]] = defaultdict(list)
    for clause in facts:
        marked = marks.marked(clause) if clause.document in stories else None
        if marked:
            told[stories[clause.document]].append(marked)
    return [value for story in sorted(told) for value in _values(told[story], facts)]


def relation(one: Value, other: Value) -> tuple[str, float]:
    """How two statuses of a matter stand to each other, and how sure that is."""
    if one.value == other.value:
        return SAME, 1.0
    sure = standings.conflict(one.value, other.value)
    return (OTHER, sure) if sure else (FINER, UNLISTED)


def _values(told: list[Marked], facts: contents.Facts) -> list[Value]:
    """The values of a story's matters; a matter has the fact that most of its clauses tell."""
    found: list[Value] = []
    taken: dict[str, set[str]] = defaultdict(set)
    for places in contents.groups(_links(told, facts), len(told)):
        group = [told[place] for place in places]
        if len({marked.clause.document for marked in group}) > 1:
            often = Counter(fact for marked in group for fact in facts[marked.clause])
            fact = min(often, key=lambda name: (-often[name], name))
            word = contents.label([marked.clause for marked in group], taken[fact])
            taken[fact].add(word)
            found += [_value(marked, facts[marked.clause], fact, word) for marked in group]
    return found


def _value(marked: Marked, own: dict[str, str], fact: str, word: str) -> Value:
    claim = own.get(fact, marked.clause.claim)
    return Value(claim, *marked.clause[2:6], word, marked.status, fact=fact)


def _links(told: list[Marked], facts: contents.Facts) -> list[tuple[int, int]]:
    """Each clause whose status shows with the likest clause of every unit of another article, if alike enough."""
    holds = _index(told)
    telling = _telling(told, facts)
    known: dict[tuple[int, int, bool], float] = {}
    found = []
    for place, marked in enumerate(told):
        if marked.status in PLAIN:
            continue
        best: dict[tuple[str, int], tuple[float, int]] = {}
        beside = {other for fact in facts[marked.clause] for other in telling[fact]}
        for other in sorted({*_near(marked, told, holds), *beside}):
            near = told[other]
            if near.clause.document != marked.clause.document:
                one_fact = not facts[marked.clause].keys().isdisjoint(facts[near.clause].keys())
                key = (marked.alike, near.alike, one_fact)
                alike = known[key] if key in known else known.setdefault(key, _alike(marked, near, one_fact))
                unit = near.clause[2:4]
                best[unit] = max(best.get(unit, (0.0, 0)), (alike, -other))
        found += [(place, -other) for alike, other in best.values() if alike > 0]
    return found


def _telling(told: list[Marked], facts: contents.Facts) -> dict[str, list[int]]:
    """Fact → the clauses that tell it."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, marked in enumerate(told):
        for fact in facts[marked.clause]:
            found[fact].append(place)
    return found


def _index(told: list[Marked]) -> dict[str, list[int]]:
    """Stem or concept → the clauses that hold it, but for what many hold."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, marked in enumerate(told):
        own = marked.about.things if _of_people(marked) else _without_names(marked.about.things)
        for thing in own:
            found[thing].append(place)
    most = max(MANY, COMMON * len(told))
    return {thing: places for thing, places in found.items() if len(places) <= most}


def _near(marked: Marked, told: list[Marked], holds: dict[str, list[int]]) -> list[int]:
    """The clauses that may speak of the same: those that share a word, and other states of a vote."""
    things = marked.about.things | marked.core.things
    things = things if _of_people(marked) else _without_names(things)
    found = {place for thing in things for place in holds.get(thing, ())}
    if standings.parted(marked.status)[1] in standings.VOTE:
        found |= {place for place, near in enumerate(told) if standings.parted(near.status)[1] in standings.VOTE}
    return sorted(found)


def _of_people(marked: Marked) -> bool:
    return standings.parted(marked.status)[1] in standings.OF_PEOPLE


def _without_names(things: frozenset[str]) -> frozenset[str]:
    return frozenset(thing for thing in things if thing[0] != "@")


def _alike(marked: Marked, near: Marked, one_fact: bool) -> float:
    """How alike the matters of a clause whose status shows and another one are; 0 where that is too little."""
    (mode, state), (_, other) = standings.parted(marked.status), standings.parted(near.status)
    if mode == "undisclosed" and not near.counts:
        return 0.0
    if mode == standings.NOT_SO and contents.weighty(marked.about.words) < FEWEST:
        return 0.0
    if near.status in PLAIN and not near.tells:
        return 0.0
    alike = contents.likeness(marked.about, near.about)
    if one_fact and _clear(marked.status, near.status) and _shows(marked, near):
        return max(alike, WITHIN)
    asked = marked.core.words and (near.status in PLAIN or mode in standings.UNTRUE)
    held = contents.share(marked.core, near.about) if asked else 1.0
    if mode in DENIALS and near.status in PLAIN and not _holds_head(marked, near, held):
        return 0.0
    if held < _least_held(mode, near, one_fact):
        return 0.0
    if _of_people(marked) and _of_people(near):
        alike = max(alike, SOMEBODY * (not marked.people.isdisjoint(near.people)))
    if frozenset((state, other)) == standings.VOTE and one_fact:
        return 1.0
    if mode in DENIALS and marked.core.words and (one_fact or len(marked.core.words) > 1):
        return max(alike, held)
    clash = standings.conflict(state, other) if state and other else 0.0
    if 0 < standings.conflict(marked.status, near.status) <= standings.SOFT:
        return alike if alike >= MUCH else 0.0
    least = (contents.LEAST_OPPOSED, ACROSS_OPPOSED) if clash >= CLEAR else (contents.LEAST, ACROSS)
    return alike if alike >= least[not one_fact] else 0.0


def _least_held(mode: str, near: Marked, one_fact: bool) -> float:
    """How much of what is denied or not so another clause must hold: less where it has a status of its own."""
    if mode == standings.NOT_SO or (not one_fact and near.status in PLAIN):
        return contents.NEGATED
    return contents.HELD if one_fact else contents.HALF


def _holds_head(marked: Marked, near: Marked, held: float) -> bool:
    """Whether a plain clause has the first word of what is denied, or most of it."""
    return not marked.head or not marked.head.isdisjoint(near.about.things) or held >= contents.MOST


def _clear(one: str, other: str) -> bool:
    """Whether two statuses clearly can't both be true: a denial and a fact, or two opposed states."""
    (mode, state), (_, other_state) = standings.parted(one), standings.parted(other)
    return (mode in DENIALS or bool(state and other_state)) and standings.conflict(one, other) > standings.SOFT


def _shows(marked: Marked, near: Marked) -> bool:
    """Whether a clause of the same fact, with a status that clearly excludes the other, speaks of what that is of."""
    if standings.parted(marked.status)[1] and standings.parted(near.status)[1]:
        return True
    alike = contents.likeness(marked.about, near.about)
    if near.status not in PLAIN:
        return alike >= SOME
    denies = standings.parted(marked.status)[0] != "refused" and alike >= SOME
    return near.tells and (denies or _holds_head(marked, near, contents.share(marked.core, near.about)))
