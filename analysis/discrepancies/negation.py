"""What a negation denies: the words of status that it turns round, and what it says not to be so."""

import re

from analysis.discrepancies import standings
from analysis.discrepancies.contents import Clause

NOT = re.compile(
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
    "broken": "working",
    "at large": "caught",
    "alive": "dead",
    "kept": "dismissed",
    "stays": "leaves",
    "leaves": "stays",
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
"""How many characters before a word of status a negation stands at most."""
_AHEAD = 8
"""How far behind the clause `avant` or `before` may begin."""
_OPENED = re.compile(r"(?<!\w)(?:n[’']|ne\s+)(?:(?:l[ea]s?|se|lui|leur|en|y)\s+|[ls][’'])*\Z", re.IGNORECASE)
_CLOSED = re.compile(r"\s+(?:[«“\"]\s*)?(?:pas|plus|jamais|rien|guère|nullement|aucune?)(?!\w)", re.IGNORECASE)
_NE = re.compile(r"(?<!\w)(?:n[’']|ne\s)", re.IGNORECASE)
_NONE = re.compile(
    r"(?<!\w)(?:aucune?|nulle?|personne|rien|ni)\s[^,;:]*(?<!\w)(?:n[’']|ne\s)(?:\w+\s+){1,3}\Z|(?<!\w)(?:no|none\s+of|nobody|neither)\s[^,;:]{0,40}\s(?:was|were|is|are|has\s+been|have\s+been)\s+\Z",
    re.IGNORECASE,
)
STILL = re.compile(r"(?<!\w)(?:plus|no\s+longer)\Z", re.IGNORECASE)
"""What is so no longer was so: who told it earlier is not contradicted."""
_NOT_YET = re.compile(r"\s(?:avant|d[’']ici|before|until)(?!\w)", re.IGNORECASE)
STOP = re.compile(r"[,:;]")
_WORD = re.compile(r"[^\W\d_]{4,}")


def turned(text: str, clause: Clause, start: int, end: int, label: str) -> str:
    """What a mark says behind a negation."""
    before = text[max(clause.start, start - _NEAR) : start]
    around = _OPENED.search(before) and _CLOSED.match(text, end)
    negations = list(NOT.finditer(before))
    turns = (
        around
        or (negations and not STOP.search(before, negations[-1].end()))
        or _NONE.search(text[clause.start : start])
    )
    return _NEGATED.get(label, label) if turns else label


def is_later(text: str, marks: list[tuple[int, int, str]], end: int) -> bool:
    """Whether something is only not so before a day: `ne pourrait pas intervenir avant la fin de l’année`."""
    return any(
        _CLOSED.match(text, stop) and _NOT_YET.search(text, stop, end + _AHEAD)
        for _, stop, label in marks
        if label in standings.MODES
    )


def verb(text: str, start: int, negation: re.Match[str]) -> int:
    """Where what a negation says not to be so begins: at the verb, which may stand between `ne` and `pas`."""
    if negation.group()[:2].lower() in ("ne", "n’", "n'"):
        return negation.start() + 2
    opened = list(_NE.finditer(text, max(start, negation.start() - _NEAR), negation.start()))
    return opened[-1].end() if opened else negation.end()


def object_of(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What a denial or doubt is about: the words behind it, up to a comma; None where there are none."""
    found = STOP.search(text, start, end)
    stop = found.start() if found else end
    return (start, stop) if _WORD.search(text, start, stop) else None


def is_in(text: str, start: int, end: int) -> bool:
    """Whether a stretch says that something is not so."""
    return NOT.search(text, start, end) is not None
