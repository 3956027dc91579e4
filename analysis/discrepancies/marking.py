"""The status that a clause tells: by words of the lexicon, doubt, denial, negation and questions."""

import re
from collections.abc import Hashable
from typing import NamedTuple

import pandas as pd

from analysis import matching
from analysis.discrepancies import contents, negation, standings
from analysis.discrepancies.contents import Clause
from analysis.reading import Reading

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
_STANDING = ("suspected", "denied")
"""Doubts that count beside a state told by the same words: `serait fermé`."""
WEAK = ("confirmed", "accepted", "planned", "likely")
"""Modes that say less than any other of the same clause, and, but for the last, nothing of a state."""
DENIALS = ("refused", "ruled out", "denied")
FEWEST = 2
"""How many words of weight a clause with an auxiliary has at least to tell something; one more without."""
PLAIN = (standings.STATED, standings.CLAIMED)
_OPEN = re.compile(r"\?")
_SUPPOSED = re.compile(r"\W*(?:et|and|what)\s+(?:si|s[’']|if)(?!\w)", re.IGNORECASE)
"""`Et si tout était parti d’une voiture ?` asks whether it is so."""
_WHO = re.compile(
    r"(?<!\w)(?:qui|qu[e’']|quoi|quels?|quelles?|quand|où|comment|pourquoi|combien|who|what|which|when|where|how|why)(?!\w)",
    re.IGNORECASE,
)
_IF = re.compile(r"(?<!\w)(?:si\s|s[’']ils?\s|if\s|unless\s)", re.IGNORECASE)
_PASSIVE = re.compile(
    r"(?<!\w)(?:est|sont|été|être|fut|furent|sera|seront|serait|était|étaient|is|are|was|were|been|be|being|semble|semblent)\s+(?:\w+ment\s+|\w+ly\s+|désormais\s+|not\s+|pas\s+)?\S+\Z",
    re.IGNORECASE,
)
_MODAL = re.compile(r"(?:ai[st]|aient|could|might|may)(?!\w)", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"(?<!\w)(?:est|sont|était|étaient|a|ont|avait|avaient|fut|sera|seront|is|are|was|were|has|have|had|will)(?!\w)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?:et\s+|mais\s+|and\s+|but\s+)?(?:n[’']|ne\s+)?(?:(?:s[’']|se\s+|l[’']|y\s+)?"
    r"(?:est|sont|était|étaient|a|ont|avait|avaient|fut|sera|seront|serait|seraient|aura|auront|aurait|auraient)"
    r"|reste|restent|demeure|devrait|devraient|pourrait|pourraient|doit|doivent|va|vont"
    r"|is|are|was|were|has|have|had|will|would|could|may|might|remains?)(?!\w)",
    re.IGNORECASE,
)
"""A clause that begins with its verb, its subject being parted from it by a comma or a conjunction."""
_WHICH = re.compile(r"(?:et\s+)?ce\s+qu[e’']", re.IGNORECASE)
_THESE = re.compile(
    r"\s*(?:ces|cette|cet|ce|tel(?:le)?s?|these|those|this|the\s+(?:reports?|claims?|allegations?|accusations?)"
    r"|(?:toutes\s+)?(?:les\s+|l[’']|la\s+)(?:informations?|accusations?|rumeurs?|allégations?|nouvelle|version))(?!\w)",
    re.IGNORECASE,
)
"""A denial of what was told just before."""


class Marked(NamedTuple):
    """A clause, its status, and what it is about besides the words that tell the status.

    `core` is what a clause of another article must hold to speak of it: what is denied, doubted or not so. `head` is
    what the first word of a denial's object means. `people` are the persons it names. `counts` says whether it has a
    number, `tells` whether it is more than a phrase without a verb. Two of which all this is the same have the same
    `alike`.
    """

    clause: Clause
    status: str
    about: contents.About
    core: contents.About
    head: frozenset[str]
    people: frozenset[str]
    counts: bool
    tells: bool
    alike: int


class Marks:
    """What the words of these units tell of status."""

    def __init__(self, read: Reading, texts: contents.Texts, units: set[tuple[str, int]]) -> None:
        self.texts = texts
        self.known: dict[Hashable, int] = {}
        self.marks = _marks(read, units)
        self.units = {row[:2]: row[2:4] for row in read.units.itertuples(index=False, name=None)}
        self.said = contents.spans(read.statements[read.statements["kind"] != "scare"], "speaker")

    def marked(self, clause: Clause) -> Marked | None:
        """The clause with its status and what it is about; nothing for a question or a condition."""
        text = self.texts.texts[clause.document]
        asked = _OPEN.search(text, clause.start, min(len(text), clause.end + 3))
        supposed = asked and _SUPPOSED.match(text, clause.start)
        if (asked and _WHO.search(text, clause.start, clause.end)) or (
            not supposed and _IF.search(text, clause.start, clause.end)
        ):
            return None
        inside = list(contents.within(self.marks.get(clause.document, []), clause.start, clause.end))
        status, core = _status(text, clause, inside)
        if not status:
            return None
        if asked:
            status, core = standings.ASKED, None
        if status == standings.STATED and self._attributed(clause):
            status = standings.CLAIMED
        if negation.is_later(text, inside, clause.end):
            return None
        whole = self._about(clause, inside)
        meant = self._meant(clause, status, core)
        must = self.texts.about(clause.document, *core) if core else contents.About()
        if meant:
            must = self.texts.about(clause.document, *meant, self.marks)
            whole, core = contents.about([*whole.words, *must.words]), None
        if asked and contents.weighty(whole.words) < FEWEST:
            return None
        counts = any(letter.isdigit() for letter in text[clause.start : clause.end])
        verb = _AUXILIARY.search(text, clause.start, clause.end) is not None
        tells = contents.weighty(whole.words) >= (FEWEST if verb else FEWEST + 1)
        active = core is not None and core[0] > clause.start
        head = must.words[0].things if active and must.words else frozenset()
        key = self.known.setdefault((status, whole.words, must.words, head, counts, tells), len(self.known))
        return Marked(clause, status, whole, must, head, whole.things & self.texts.people, counts, tells, key)

    def _about(self, clause: Clause, inside: list[tuple[int, int, str]]) -> contents.About:
        """What a clause is about besides the words of status, with its subject where that stands before a comma."""
        whole = clause.about
        if inside:
            whole = self.texts.about(clause.document, clause.start, clause.end, self.marks)
        first = self.units[clause.document, clause.unit][0]
        text = self.texts.texts[clause.document]
        if first == clause.start or not _VERB.match(text, clause.start):
            return whole
        stop = min(
            found.start() for found in (negation.STOP.search(text, first), _AUXILIARY.search(text, first)) if found
        )
        subject = self.texts.about(clause.document, first, min(stop, clause.start), self.marks)
        return contents.about([*subject.words, *whole.words])

    def _meant(self, clause: Clause, status: str, core: tuple[int, int] | None) -> tuple[int, int] | None:
        """What a denial points back to: what stands before it (`ce que Rome dément`), or the sentence before."""
        if standings.parted(status)[0] not in DENIALS:
            return None
        text = self.texts.texts[clause.document]
        first = self.units[clause.document, clause.unit][0]
        if _WHICH.match(text, clause.start):
            return (first, clause.start) if first < clause.start else None
        last = self.units.get((clause.document, clause.unit - 1))
        return last if last and (core is None or _THESE.match(text, core[0])) else None

    def _attributed(self, clause: Clause) -> bool:
        middle = (clause.start + clause.end) // 2
        return any(contents.within(self.said.get(clause.document, []), middle, middle + 1))


def _marks(read: Reading, units: set[tuple[str, int]]) -> contents.Spans:
    """Document → where in these units words tell a status, and which."""
    wanted = pd.MultiIndex.from_frame(read.units[["document", "unit"]]).isin(units)
    rules = read.rules[read.rules["layer"] == LAYER]
    found = matching.find(read.documents, read.units[wanted].reset_index(drop=True), rules, also=(LAYER,))
    hedges = read.evidence[read.evidence["layer"].isin(("hedge", "denial"))]
    doubts = contents.spans(hedges.assign(label=hedges["label"].map(_HEDGES))[hedges["label"].isin(_HEDGES)], "label")
    marks = contents.spans(found, "label")
    for document in sorted({*marks, *doubts}):
        own, told = doubts.get(document, []), marks.get(document, [])
        told = [mark for mark in told if not any(_longer(mark, other) for other in told)]
        free = [doubt for doubt in own if _says_more(doubt, told)]
        marks[document] = sorted([*told, *free])
    return marks


def _says_more(doubt: tuple[int, int, str], told: list[tuple[int, int, str]]) -> bool:
    """Whether words of doubt say more than the words of status that they share: beside a state some do."""
    shared = [label for start, end, label in told if start < doubt[1] and doubt[0] < end]
    return not shared or (doubt[2] in _STANDING and all(label in standings.STATES for label in shared))


def _longer(mark: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return other[0] <= mark[0] and mark[1] <= other[1] and other[1] - other[0] > mark[1] - mark[0]


def _status(text: str, clause: Clause, marks: list[tuple[int, int, str]]) -> tuple[str, tuple[int, int] | None]:
    """The status that the marks of a clause tell, and the stretch that it is about where that is not the clause."""
    read = [(start, end, negation.turned(text, clause, start, end, label)) for start, end, label in marks]
    states = [mark for mark in read if mark[2] in standings.STATES]
    first = states[0][0] if states else clause.end
    modes = [
        mark for mark in read if mark[2] in standings.MODES and (mark[0] < first or "," not in text[first : mark[0]])
    ]
    strong = [mark for mark in modes if mark[2] not in WEAK]
    beside = [mark for mark in modes if mark[2] == "likely"] if states else modes
    denied = [mark for mark in modes if mark[2] == "denied"]
    start, end, mode = next(iter([*denied, *strong, *beside]), (0, 0, standings.STATED))
    status = standings.written(mode, states[0][2] if states else "")
    if mode in DENIALS:
        before = _PASSIVE.search(text[clause.start : end])
        return status, (clause.start, start) if before else negation.object_of(text, end, clause.end)
    if mode == "suspected" or (mode in ("possible", "likely", "planned") and _MODAL.search(text, start, end)):
        return status, negation.object_of(text, start, clause.end)
    found = None if marks else negation.NOT.search(text, clause.start, clause.end)
    if found and not negation.STILL.search(found.group()):
        told = negation.object_of(text, negation.verb(text, clause.start, found), clause.end)
        return (standings.NOT_SO, told) if told else ("", None)
    return status, None
