"""Status: whether the matter is told as fact, confirmed, possible, planned, postponed, refused or denied."""

import re
from collections import defaultdict
from typing import NamedTuple

import pandas as pd

from analysis import matching
from analysis.discrepancies import contents, standings
from analysis.discrepancies.contents import Clause
from analysis.discrepancies.values import FINER, OTHER, SAME, UNLISTED, Value
from analysis.reading import Reading

KIND = "status"
LAYER = "status"
_HEDGES = {
    "conditional": "suspected",
    "unconfirmed": "unconfirmed",
    "adverb": "likely",
    "adjective": "likely",
    "verb": "likely",
    "noun": "suspected",
    "denial": "denied",
}
_NOT = re.compile(
    r"(?<!\w)(?:n[’']|ne\s)(?:\S+\s+){1,3}?(?:pas|plus|jamais|rien|guère|nullement|aucunement)(?!\w)"
    r"|(?<!\w)(?:not|never|no\s+longer)(?!\w)|n[’']t(?!\w)|(?<!\w)(?:aucune?|nulle?|no)\s+(?=\w)|(?<!\w)n[’'](?:a|ont|est|sont)\s+(?=aucun)",
    re.IGNORECASE,
)
_NEGATED = {
    "confirmed": "unconfirmed",
    "accepted": "refused",
    "refused": "possible",
    "ruled out": "possible",
    "denied": "possible",
    "planned": "ruled out",
    "wanted": "refused",
    "possible": "ruled out",
    "maintained": "cancelled",
    "cancelled": "maintained",
    "postponed": "maintained",
    "suspended": "going on",
    "over": "going on",
    "going on": "over",
    "open": "closed",
    "closed": "open",
    "success": "failure",
    "failure": "success",
    "freed": "held",
    "working": "broken",
    "authorised": "banned",
    "banned": "authorised",
    "abolished": "maintained",
    "dead": "alive",
    "injured": "unharmed",
    "caught": "at large",
    "damaged": "intact",
    "intact": "damaged",
    "deliberate": "accidental",
    "accidental": "deliberate",
    "spared": "targeted",
    "targeted": "spared",
}
_NEAR = 24
DENIALS = ("refused", "ruled out", "denied")
FEWEST = 3
"""How many words of weight a clause that simply tells something has at least: a verbless one tells nothing."""
PLAIN = (standings.STATED, standings.CLAIMED)
_OPEN = re.compile(r"\?")
_WHO = re.compile(r"(?<!\w)(?:qui|qu[e’']|quoi|quels?|quelles?|quand|où|comment|pourquoi|combien|who|what|which|when|where|how|why)(?!\w)", re.IGNORECASE)
_IF = re.compile(r"(?<!\w)(?:si\s|s[’']ils?\s|if\s|unless\s)", re.IGNORECASE)
_PASSIVE = re.compile(
    r"(?<!\w)(?:est|sont|été|être|fut|furent|sera|seront|serait|était|étaient|is|are|was|were|been|be|being|semble|semblent)\s+(?:\w+ment\s+|\w+ly\s+|désormais\s+|not\s+|pas\s+)?\S+\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{4,}")


class Marked(NamedTuple):
    """A clause, its status, and what it is about besides the words that tell the status."""

    clause: Clause
    status: str
    about: contents.About
    core: contents.About
    counts: bool


def values(read: Reading, claims: pd.DataFrame) -> list[Value]:
    """One row is the status that a claim gives a matter, where another article's claim gives one as well."""
    texts = contents.Texts(read)
    told = _marked(read, texts, contents.clauses(texts, claims))
    found: list[Value] = []
    for fact in sorted(told):
        for name, group in _matters(told[fact]):
            found += [Value(*marked.clause[1:6], name, marked.status) for marked in group]
    return found


def relation(one: Value, other: Value) -> tuple[str, float]:
    """How two statuses of a matter stand to each other, and how sure that is."""
    if one.value == other.value:
        return SAME, 1.0
    sure = standings.conflict(one.value, other.value)
    return (OTHER, sure) if sure else (FINER, UNLISTED)


def _matters(told: list[Marked]) -> list[tuple[str, list[Marked]]]:
    """The matters of a fact, each with a word for it and one marked clause of every claim that speaks of it."""
    found: list[tuple[str, list[Marked]]] = []
    for places in contents.groups(_links(told), len(told)):
        group = [told[place] for place in places]
        if len({marked.clause.document for marked in group}) > 1:
            word = contents.label([marked.clause for marked in group], {name for name, _ in found})
            found.append((word, _one_a_claim(group)))
    return found


def _links(told: list[Marked]) -> list[tuple[int, int]]:
    """Each clause whose status shows with the likest clause of every claim of another article."""
    found = []
    for place, marked in enumerate(told):
        if marked.status in PLAIN:
            continue
        best: dict[str, tuple[float, int]] = {}
        for other, near in enumerate(told):
            if near.clause.document != marked.clause.document:
                alike = _alike(marked, near)
                best[near.clause.claim] = max(best.get(near.clause.claim, (0.0, 0)), (alike, -other))
        found += [(place, -other) for alike, other in best.values() if alike > 0]
    return found


def _alike(marked: Marked, near: Marked) -> float:
    """How alike the matters of a clause whose status shows and another one are; 0 where that is too little."""
    (mode, state), (_, other) = standings.parted(marked.status), standings.parted(near.status)
    if mode == "undisclosed" and not near.counts:
        return 0.0
    held = contents.share(marked.core, near.about) if marked.core else 1.0
    if held < (contents.NEGATED if mode == standings.NOT_SO else contents.HELD):
        return 0.0
    alike = contents.likeness(marked.about, near.about)
    if mode in DENIALS and near.status not in PLAIN:
        return max(alike, held) if marked.core or alike >= contents.LEAST else 0.0
    if near.status in PLAIN and sum(word.weight > contents.NAME for word in near.about) < FEWEST:
        return 0.0
    if mode in DENIALS and marked.core:
        return max(alike, held)
    clash = standings.conflict(state, other) if state and other else 0.0
    if frozenset((state, other)) == standings.VOTE:
        return max(alike, clash)
    return alike if alike >= (contents.LEAST_OPPOSED if clash >= 0.5 else contents.LEAST) else 0.0


def _one_a_claim(group: list[Marked]) -> list[Marked]:
    """Of each claim the clause whose status shows, else the first."""
    found: dict[str, Marked] = {}
    for marked in group:
        if marked.clause.claim not in found or found[marked.clause.claim].status in PLAIN:
            found[marked.clause.claim] = marked
    return list(found.values())


def _marked(read: Reading, texts: contents.Texts, clauses: dict[str, list[Clause]]) -> dict[str, list[Marked]]:
    """Fact → its clauses with their statuses; questions have none."""
    seen = _Seen(read, texts, {(clause.document, clause.unit) for own in clauses.values() for clause in own})
    told = {fact: [seen.marked(clause) for clause in own] for fact, own in clauses.items()}
    return {fact: [marked for marked in own if marked] for fact, own in told.items()}


class _Seen:
    """What the words of these units tell of status."""

    def __init__(self, read: Reading, texts: contents.Texts, units: set[tuple[str, int]]) -> None:
        self.texts = texts
        self.marks = _marks(read, units)
        self.said = contents.spans(read.statements[read.statements["kind"] != "scare"], "speaker")

    def marked(self, clause: Clause) -> Marked | None:
        """The clause with its status and what it is about; nothing for a question or a condition."""
        text = self.texts.texts[clause.document]
        asked = _OPEN.search(text, clause.start, min(len(text), clause.end + 3))
        if (asked and _WHO.search(text, clause.start, clause.end)) or _IF.search(text, clause.start, clause.end):
            return None
        inside = list(contents.within(self.marks.get(clause.document, []), clause.start, clause.end))
        status, core = _status(text, clause, inside)
        if not status:
            return None
        if asked:
            status, core = standings.ASKED, None
        if status == standings.STATED and self._attributed(clause):
            status = standings.CLAIMED
        whole = clause.about
        if inside:
            whole = self.texts.about(clause.document, clause.start, clause.end, self.marks)
        must = self.texts.about(clause.document, *core) if core else ()
        counts = any(letter.isdigit() for letter in text[clause.start : clause.end])
        return Marked(clause, status, whole, must, counts)

    def _attributed(self, clause: Clause) -> bool:
        middle = (clause.start + clause.end) // 2
        return any(contents.within(self.said.get(clause.document, []), middle, middle + 1))


def _marks(read: Reading, units: set[tuple[str, int]]) -> contents.Spans:
    """Document → where in these units words tell a status, and which."""
    wanted = pd.MultiIndex.from_frame(read.units[["document", "unit"]]).isin(units)
    rules = read.rules[read.rules["layer"] == LAYER]
    found = matching.find(read.documents, read.units[wanted].reset_index(drop=True), rules, also=(LAYER,))
    hedges = read.evidence[read.evidence["layer"].isin(("hedge", "denial"))]
    both = pd.concat([found, hedges.assign(label=hedges["label"].map(_HEDGES))[hedges["label"].isin(_HEDGES)]])
    return contents.spans(both.drop_duplicates(["document", "start", "end", "label"]), "label")


def _status(text: str, clause: Clause, marks: list[tuple[int, int, str]]) -> tuple[str, tuple[int, int] | None]:
    """The status that the marks of a clause tell, and the stretch that it is about where that is not the clause."""
    read = [(start, end, _turned(text, clause, start, label)) for start, end, label in marks]
    states = [mark for mark in read if mark[2] in standings.STATES]
    first = states[0][0] if states else clause.end
    modes = [mark for mark in read if mark[2] in standings.MODES and (mark[0] < first or "," not in text[first : mark[0]])]
    strong = [mark for mark in modes if mark[2] not in ("confirmed", "planned")]
    start, end, mode = next(iter([*strong, *modes]), (0, 0, standings.STATED))
    status = standings.written(mode, states[0][2] if states else "")
    if mode in DENIALS:
        before = _PASSIVE.search(text[clause.start : end])
        return status, (clause.start, start) if before else _object(text, end, clause.end)
    if mode == "suspected":
        return status, _object(text, start, clause.end)
    negation = None if marks else _NOT.search(text, clause.start, clause.end)
    if negation:
        told = _object(text, negation.end(), clause.end)
        return (standings.NOT_SO, told) if told else ("", None)
    return status, None


def _turned(text: str, clause: Clause, start: int, label: str) -> str:
    """What a mark says behind a negation."""
    before = text[max(clause.start, start - _NEAR) : start]
    negations = list(_NOT.finditer(before))
    turned = negations and not re.search(r"[,;:]", before[negations[-1].end() :])
    return _NEGATED.get(label, label) if turned else label


def _object(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What a denial or doubt is about: the words behind it, up to a comma; None where there are none."""
    stop = text.find(",", start, end)
    stop = stop if stop > 0 else end
    return (start, stop) if _WORD.search(text, start, stop) else None
