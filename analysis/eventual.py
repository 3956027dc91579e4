"""Whether the deed of a noun is done, open or no deed: by what stands before, behind and over the noun."""

import re

from analysis import predicates
from analysis.arguments import Place
from analysis.predicates import DONE, OPEN, UNDONE, Mark

_BESIDE = re.compile(r"\s+(?:[^\W\d_]+\s+){0,1}")
_OVER = re.compile(
    r"\s*(?:(?:l[ea]s?|une?|des|du|de|of|for|at|son|sa|ses|leurs?|cette?|ces|the|an?|its|his|her|their)\s+|[ld][’']\s*)*(?:(?!(?:et|and)\s)[\w-]+\s+){0,1}",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"\s+(?:(?:de\s+|d[’']\s*)[\w’'-]+\s+(?:et|ou)\s+)?(?:de\s+|d[’']\s*|of\s+)", re.IGNORECASE)
_GOVERNS = re.compile(r"\s+(?:d[eu]s?\s|d[’']|of\s|for\s|at\s)")
_ENDS = re.compile(r"[;:.!?«»“”\n]|(?<!\w)(?:que|qui|dont|où|et|mais|that|who|which|and|but)(?!\w)")
_BARE_OF = re.compile(r"(?<!\w)(?:de|of)\s+(?:[A-Z]\w+\s+)?\Z|(?<!\w)d[’']\Z")
_ABSENT = re.compile(r"(?:absence|refus|faute|lack)\s", re.IGNORECASE)


def is_compound(place: Place, mark: Mark, marks: list[Mark], adjective: bool) -> bool:
    """Whether a noun only tells what another one is: `site de lancement`, `delivery date`, `de production russe`."""
    text = place.text
    for one in marks:
        gap = text[one.end : mark.start] if one.end <= mark.start else text[mark.end : one.start]
        if one.label == predicates.COMPOUND and one.end <= mark.start and _OF_WHICH.fullmatch(gap):
            return True
        if one.label == predicates.COMPOUND and mark.end <= one.start and gap == " " and place.lang == "en":
            return True
    return adjective and mark.label == "building" and _BARE_OF.search(text, place.start, mark.start) is not None


def polarity_of(place: Place, mark: Mark, marks: list[Mark]) -> str:
    """Done, open or not done, as adjectives, governing nouns and verbs tell: `une éventuelle visite`."""
    text = place.text
    for one in marks:
        ahead = one.end <= mark.start
        gap = text[one.end : mark.start] if ahead else text[mark.end : one.start]
        if one.label == predicates.HEDGED and _BESIDE.fullmatch(gap):
            return OPEN
        if one.label == predicates.POSSIBILITY and ahead and _GOVERNS.match(gap) and _OVER.fullmatch(gap):
            return UNDONE if _ABSENT.match(text, one.start) else OPEN
        if one.label == predicates.TO_COME and not ahead and len(gap) < 90 and not _ENDS.search(gap):
            return OPEN
        if one.label == predicates.ASKING and ahead and _OVER.fullmatch(gap):
            return OPEN
        if one.label == predicates.CARRYING and ahead and _OVER.fullmatch(gap) and not _managed(text, one, marks):
            return OPEN
    return DONE


def _managed(text: str, verb: Mark, marks: list[Mark]) -> bool:
    """Whether an infinitive is told as done by the verb before it: `a pu obtenir`, `vient de lancer`."""
    return any(one.label == DONE and one.end <= verb.start and not text[one.end : verb.start].strip() for one in marks)


def is_open_clause(place: Place, mark: Mark, marks: list[Mark]) -> bool:
    """Whether a verb stands in a clause that tells what may be: `la possibilité que Rome aide`."""
    text = place.text
    return any(
        one.label == predicates.OPEN_THAT
        and one.end <= mark.start
        and not re.search(
            r"[,;:.!?«»“”\n]|(?<!\w)(?:que|qui|dont|mais|that|who|which|but)(?!\w)|qu[’']", text[one.end : mark.start]
        )
        for one in marks
    )
