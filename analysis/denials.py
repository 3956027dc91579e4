"""Who denies what: denials outside quotations that are not denied themselves, and whose statement each denies."""

import re
from collections.abc import Iterator

from analysis.certainty import DENIAL
from analysis.overlaid import Found, Overlaid, Said, Span, around, cued, touches
from analysis.rumours import is_rumour

DENYING = "denying"
UNPROVEN, WITHOUT_PROOF, BASELESS = "unproven", "without proof", "baseless"
"""Words by which the outlet says that something is not shown, that it is said without proof, that it is untrue."""
NEAR = 150
"""How many characters before a unit a statement may end that the unit takes up."""

_NOT_BEFORE = re.compile(
    r"(?<!\w)(?:sans|ne|n[’']|not|n[’']t|never|cannot|without|hardly|neither|nor|ni)\s*"
    r"(?:(?:l[’']|les|le|la|en|y|a|ont|avait|avaient|peut|peuvent|be|been|either|even|pas|jamais|plus)\s*){0,3}\Z",
    re.IGNORECASE,
)
_NOT_BEHIND = re.compile(r"\s+(?:pas|guère|point|jamais|nullement|plus)(?!\w)", re.IGNORECASE)
_NE = re.compile(r"(?<!\w)(?:ne\s|n[’'])[^.,;:!?«»“”\"]{0,12}\Z", re.IGNORECASE)
_PARTICIPLE = re.compile(r"\w+(?:ant|ing)(?!\w)")
_JOINED = re.compile(
    r"(?:,|(?<!\w)(?:et|and|mais|but|puis|then))\s+(?:(?:a|ont|avait|has|have|had|en|s[’']en|se)\s+)?\Z", re.IGNORECASE
)
_ANY = re.compile(r"\s+(?:en bloc\s+)?(?:toute?s?|tous|any|it|this|that|these|those)(?!\w)", re.IGNORECASE)
OF = re.compile(r"\s+(?:d[eu]s?\s+(?:la\s+|l[’'])?|d[’']|of\s+(?:the\s+)?|by\s+(?:the\s+)?|from\s+(?:the\s+)?)?")
"""What may stand between words and whose they are."""


def denied(here: Overlaid) -> Iterator[tuple[int, int, str, int]]:
    """Where each denial stands, by which rule, and the place of the statement of another that it denies, or -1."""
    spared = [*here.labelled("dispute", UNPROVEN, WITHOUT_PROOF, BASELESS), *here.quoted]
    told = [(one.start, one.end, one.rule) for one in here.found if one.layer == DENIAL]
    seen: list[Span] = []
    for start, end, rule in [*((*span, DENYING) for span in here.labelled(DENYING)), *told]:
        if not touches([*spared, *seen], start, end) and not _is_negated(here, start, end):
            seen.append((start, end))
            yield start, end, rule, _target(here, start, end)


def _is_negated(here: Overlaid, start: int, end: int) -> bool:
    """Whether the denial itself is denied: `ne dément pas`, `sans démentir`, `did not deny`."""
    first = here.unit.start
    if _NOT_BEFORE.search(here.text, first, start):
        return True
    return _NE.search(here.text, first, start) is not None and _NOT_BEHIND.match(here.text, end) is not None


def _target(here: Overlaid, start: int, end: int) -> int:
    """The statement of another: the last before it in its unit, or the one that it takes up from the unit before."""
    denier = next((one.speaker for one in cued(here.said, start, end)), "")
    ahead = [one for one in here.said if one.end <= start and one.speaker != denier]
    if ahead and not denier and (_PARTICIPLE.match(here.text, start, end) or _JOINED.search(here.text, 0, start)):
        return -1
    if ahead:
        return ahead[-1].row if ahead[-1].speaker else -1
    return taken_up(here, denier, vaguely=_ANY.match(here.text, end) is not None)


def taken_up(here: Overlaid, denier: str = "", *, vaguely: bool = False) -> int:
    """What words such as `ces accusations` take up: the last statement before the unit; with a name, that one's last.

    -1 where nothing shows that an earlier statement is meant. What is taken up `vaguely` (`dément tout incident`) is
    a statement that the outlet itself gives at a distance.
    """
    outer = [one for one in here.earlier if around([other for other in here.earlier if other != one], *one[:2]) is None]
    earlier = [one for one in outer if one.speaker not in ("", denier)]
    owners = {one.label for one in here.found if one.layer == "actor" and _owns(here, one)}
    if owners:
        return next((one.row for one in reversed(earlier) if one.speaker in owners), -1)
    if not earlier or here.unit.start - earlier[-1].end > NEAR:
        return -1
    return earlier[-1].row if here.words.get("words") or (vaguely and _is_distant(here, earlier[-1])) else -1


def _owns(here: Overlaid, name: Found) -> bool:
    """Whether the name says whose words are meant: `les affirmations de Moscou`."""
    return any(end <= name.start and OF.fullmatch(here.text, end, name.start) for _, end in here.labelled("words of"))


def _is_distant(here: Overlaid, said: Said) -> bool:
    """Whether an earlier statement was given in the conditional, or with a cue that is no plain one."""
    inside = [one for one in here.before if said.start <= one.start < said.end]
    cue = [one for one in here.before if one.start < said.cue_end and said.cue_start < one.end]
    rumour = said.kind == "indirect" and any(is_rumour(here.text, one, said, cue) for one in inside)
    return rumour or any(one.label == "claiming" for one in cue)
