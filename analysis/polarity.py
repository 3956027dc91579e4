"""Whether an act is done, not done, or open: by negation, mood, what governs an infinitive, the kind of sentence."""

import re

from analysis import eventual, predicates
from analysis.acted import Act
from analysis.arguments import Place
from analysis.predicates import DONE, OPEN, UNDONE, Group, Mark

_TO_BE = re.compile(r"(?<!\w)(?:être|be)(?!\w)", re.IGNORECASE)
_LINK = re.compile(
    r"(?:pour|afin|avant|après|sans|au\s+lieu|plutôt|en\s+vue|in\s+order|after|without|instead|rather|accusé)(?!\w)",
    re.IGNORECASE,
)
_IF = re.compile(r"[\s«“\"]*(?:si|s[’']ils?|if|unless)\s", re.IGNORECASE)
_TO = re.compile(r"(?:(?<!\w)(?:de|à|pour|to|of)\s+|(?<!\w)d[’']\s*)\Z", re.IGNORECASE)


def polarity_of(place: Place, mark: Mark, own: Group, marks: list[Mark], former: list[Act]) -> str:
    """Done, not done or open: by negation, mood, what governs an infinitive, and the kind of sentence."""
    text = place.text
    if own.caused and own.reflexive and not own.negated:
        return OPEN if own.unsure else DONE
    if own.negated or "n'" in own.clitics or "ne" in own.clitics:
        return UNDONE
    if "infinitive" in mark.moods and (
        place.lang == "fr" or _TO.search(text, max(0, own.start - 5), own.start) or "to" in own.clitics or own.unsure
    ):
        return _governed(text, mark, own, marks, former)
    if _TO_BE.search(text, own.start, mark.start):
        return _governed(text, mark, own, marks, former)
    if eventual.is_open_clause(place, mark, marks):
        return OPEN
    if own.unsure or "future" in mark.moods or text[place.start : place.end].rstrip(' »”"').endswith("?"):
        return OPEN
    opened = max([place.start, *(m.end() for m in re.finditer(r"[,;:]\s", text[place.start : mark.start]))])
    return OPEN if _IF.match(text, place.start) and opened == place.start else DONE


def helped(text: str, mark: Mark, own: Group, marks: list[Mark]) -> Group:
    """The verb group of an infinitive with the verb that helps it: `commence à`, `risque de`."""
    if "infinitive" not in mark.moods:
        return own
    ahead = [one for one in marks if one.label in (predicates.POSSIBLE, DONE, UNDONE) and one.end <= own.start]
    near = [one for one in ahead if not text[one.end : own.start].strip() and not _LINK.match(text, one.start)]
    return own._replace(start=near[-1].start) if near else own


def _governed(text: str, mark: Mark, own: Group, marks: list[Mark], former: list[Act]) -> str:
    """The polarity of an infinitive: as the verb before it tells."""
    start = own.start
    helper = [
        one for one in marks if one.label in (predicates.POSSIBLE, DONE, UNDONE) and start - 14 <= one.end <= mark.start
    ]
    near = [
        one
        for one in helper
        if one.start == start or not text[one.end : start].strip() or _TO.fullmatch(text[one.end : start].lstrip())
    ]
    act = former[-1] if former and mark.start - former[-1].mark.end < 60 else None
    if act and act.polarity == UNDONE:
        return UNDONE
    if near:
        return OPEN if near[-1].label == predicates.POSSIBLE else near[-1].label
    if act and act.label == "refusing" and "object control" not in act.mark.more:
        return UNDONE
    if own.have:
        return DONE
    return OPEN
