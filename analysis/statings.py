"""In which words a fact is told: of the claims that tell it, a central one that a reader understands alone.

What counts is how central a wording is, less what makes it a bad opening, more for one that opens an article.
"""

import re
from collections.abc import Iterable, Mapping

from analysis.narrowing import Claim

LONGEST = 230
"""So many characters a whole sentence may have; a part of a longer one stands for it."""
LEAD = 0.2
"""By how much a sentence that opens an article counts as more central."""
RUNNING, TITLE, OTHER = ("lead", "body"), 0.25, 0.5
"""Roles of the running text; by how much a title counts as less central, and what is neither, as a caption."""
CUT, FRAGMENT, LONG, JOINED = 0.1, 0.25, 0.05, 0.2
"""By how much less counts: a part of a sentence, one that is none alone, what is long, what joins the sentence before
or asks."""
_CONNECTIVES = (
    r"enfin|ensuite|aussi|finalement|toutefois|cependant|pourtant|néanmoins|également|ainsi|de plus|en outre"
    r"|par ailleurs|d[’']ailleurs|en effet|en revanche|en échange|en retour|au contraire|au lieu de|à commencer par"
    r"|dans ce contexte|pour sa part|de son côté|de leur côté|quant à|finally|also|moreover|yet|still|then|however"
    r"|meanwhile|instead|furthermore|in addition"
)
_POINTS_BACK = re.compile(
    r"[«“\"‘'—–-]|[jc][’']"
    r"|(?:ils?|elles?|on|ce|cela|ça|celui|celle|ceux|celles|lui|eux|cette|cet|ces|son|sa|ses|leurs?|y|en|je|nous|vous|notre"
    r"|nos|mais|et|or|donc|car|puis|i|we|you|our|he|she|it|they|this|that|these|those|his|her|its|their|but|and|so"
    rf"|{_CONNECTIVES})(?!\w)",
    re.IGNORECASE,
)
_JOINS = re.compile(rf"(?:ce|cet|cette|ces|this|these)\s+\w{{4,}}|(?:{_CONNECTIVES})(?!\w)", re.IGNORECASE)
_TOWN = (
    r"(?:[A-ZÀ-Ý]{3}[A-ZÀ-Ý' -]{0,30}(?:, [^-–—:.!?]{2,30})?"
    r"|[A-ZÀ-Ý][\w'-]{1,30}(?: [A-ZÀ-Ý][\w'-]{1,30}){0,3}, [A-ZÀ-Ý\d][\w ]{2,20})"
)
_DATELINE = re.compile(rf"{_TOWN}(?: ?\([^()]{{1,30}}\))? [-–—] (?=[A-ZÀ-Ý])")
"""A town, with its country or the day, and an agency, before a sentence: `MUSCAT - `, `Brest, 3 mars (AM) – `."""
_ENDS_QUOTATION = re.compile(r"[^«“]*[»”]")

Units = Mapping[tuple[str, int], tuple[str, int, int]]


def best(facts: Iterable[list[Claim]], texts: Mapping[str, str], units: Units) -> list[Claim]:
    """For each fact the claim in whose words it is told, not from a unit that tells one before it where others do.

    A part of a sentence comes out as the whole, unless that is long, and a dateline stays away. `units` are (document,
    unit) → role, start, end.
    """
    taken: set[tuple[str, int]] = set()
    found = []
    for claims in facts:
        ranks = {claim: (claim[:2] in taken, *_rank(claim, texts[claim.document], units)) for claim in claims}
        chosen = min(claims, key=ranks.__getitem__)
        taken.add(chosen[:2])
        found.append(_bare(_widened(chosen, units), texts[chosen.document]))
    return found


def _rank(claim: Claim, text: str, units: Units) -> tuple:
    """Low for a good wording: whether it needs the sentence before it, and what it lacks."""
    role, start, end = units[claim[:2]]
    shown = _widened(claim, units)
    alone, joins = stands_alone(text, shown.start, shown.end), _joins(text, shown.start, shown.end)
    lacking = (
        (0 if role in RUNNING else TITLE if role == "title" else OTHER)
        + _cut(claim, text, (start, end))
        + LONG * (shown.end - shown.start > LONGEST)
        + JOINED * ((not alone and joins) or text[shown.end - 1] == "?")
        - LEAD * (role == "lead")
    )
    return not (alone or joins), lacking - claim.central, claim.document, claim.start


def _widened(claim: Claim, units: Units) -> Claim:
    """The claim as its whole sentence, unless that is long."""
    _, start, end = units[claim[:2]]
    return claim._replace(start=start, end=end) if end - start <= LONGEST else claim


def _bare(claim: Claim, text: str) -> Claim:
    """The claim without the dateline that opens it."""
    found = _DATELINE.match(text, claim.start, claim.end)
    return claim._replace(start=found.end()) if found else claim


def _cut(claim: Claim, text: str, unit: tuple[int, int]) -> float:
    if (claim.start, claim.end) == unit:
        return 0
    return CUT if stands_alone(text, claim.start, claim.end) else FRAGMENT


def _joins(text: str, start: int, end: int) -> bool:
    """Whether a stretch joins the sentence before it, and can be read without it all the same."""
    return text[start:end][:1].isupper() and bool(_JOINS.match(text, start, end))


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a stretch can be read without what stands before it.

    It opens a sentence, with no word that points back or to the speaker, and ends no quotation that it does not begin.

    >>> [stands_alone(said, 0, len(said)) for said in ("Le tir a échoué.", "Il a échoué.", "Oui », dit-il.")]
    [True, False, False]
    """
    first = text[start:end][:1]
    opens = (first.isupper() or first.isdigit()) and not _POINTS_BACK.match(text, start, end)
    return opens and not _ENDS_QUOTATION.match(text, start, end)
