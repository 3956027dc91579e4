"""Whom a noun phrase names: somebody with a name, a body that acts for its state, or a common noun."""

import re
from bisect import bisect_left
from typing import NamedTuple

from analysis import phrases
from analysis.phrases import Phrase

NAMED = ("person", "organisation", "state")
"""Kinds of those who are counted as actors."""
COMMON, PRONOUN, NOBODY = "common", "pronoun", ""
LONGEST = 6
"""How many words of a common noun phrase are kept."""
_HEAD = re.compile(
    r"(?:(?:l[ea]s?|une?|des|du|ses?|son|sa|leurs?|cette?|ces|plusieurs|deux|trois|the|an?|its|his|her|their|some)\s+|[ld][’']|MM?\.\s+|Mme\s+|Mr\s+|Mrs\s+|Ms\s+|Dr\s+|Me\s+)*",
    re.IGNORECASE,
)
_GENITIVE = re.compile(r"[’']s?\s+\w")
_JOINS = re.compile(
    r"\s+(?:[^\W\d_]+\s+){0,2}?(?:(?:de|du|des|of)\s+(?:la\s+|the\s+)?|d[’']|de\s+l[’'])?", re.IGNORECASE
)
_OPENS = re.compile(r"(?:\A|[.!?:«“\"(–—\n]\s*)\Z")
_ONE = re.compile(
    r"(?:Ceux|Celui|Celles?|Certaine?s|Beaucoup|Those|Some|Many|Several|Others)(?!\w)|[A-Z]{2,}|[^\W\d_]+s(?!\w)"
)
_TIME = re.compile(
    r"\s(?=(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?!\w)|(?:de\s|d[’'])\s?\w+(?:er|ir|oir|re)(?!\w))"
)


class Mention(NamedTuple):
    """A mention of the table `actors`."""

    start: int
    end: int
    actor: str
    kind: str
    how: str


class Doer(NamedTuple):
    """Who it is: a name as in `actors` or words, where that stands, and of what kind it is."""

    name: str
    start: int
    end: int
    kind: str


JOINT = "; "
"""What stands between the names, and the kinds, of several who act together."""


def together(first: "Doer", second: "Doer") -> "Doer":
    """Both as one side of an act, where they are not the same; the place is that of the first that is somebody."""
    if not second.name or second.name in first.name.split(JOINT):
        return first
    if not first.name:
        return second
    return first._replace(name=first.name + JOINT + second.name, kind=first.kind + JOINT + second.kind)


NONE = Doer("", -1, -1, NOBODY)


def doer(text: str, phrase: Phrase | None, pronoun: str, named: list[Mention], bodies: list[tuple[int, int]]) -> Doer:
    """Who a phrase or pronoun is; `bodies` are words for what acts for its state."""
    if phrase is None:
        return NONE
    if pronoun:
        return Doer(pronoun, *phrase, PRONOUN)
    head = _HEAD.match(text, phrase.start, phrase.end)
    start = head.end() if head else phrase.start
    own = named[bisect_left(named, (phrase.start,)) : bisect_left(named, (phrase.end,))]
    found = _headed(text, start, own) or _body(text, start, phrase.end, named, bodies) or _apposed(text, phrase, named)
    if found:
        return Doer(found.actor, found.start, found.end, found.kind)
    if (
        text[phrase.start].isupper()
        and " " not in text[slice(*phrase)]
        and start == phrase.start
        and _OPENS.search(text[max(0, start - 3) : start])
        and not _ONE.match(text, start)
    ):
        return NONE
    words = _TIME.split(phrases.bare(text, phrase))[0].split()[:LONGEST]
    return Doer(" ".join(words), *phrase, COMMON)


def _headed(text: str, start: int, own: list[Mention]) -> Mention | None:
    """The name that is the phrase's head, or stands behind a title without a preposition: `le président Marsac`."""
    for mention in own:
        if mention.how in ("adjective", "ambiguous"):
            continue
        if _GENITIVE.match(text, mention.end):
            continue
        if mention.start <= start < mention.end:
            borne = next((one for one in own if one.kind == "person" and one.start == mention.end + 1), None)
            return borne or mention
        if (
            mention.kind == "person"
            and not phrases.is_governed(text, mention.start)
            and " et " not in text[start : mention.start]
        ):
            return mention
    return None


def _apposed(text: str, phrase: Phrase, named: list[Mention]) -> Mention | None:
    """The name in apposition to a phrase: `India's space minister, Arvind Deshpal`."""
    name = phrases.name(text, phrase)
    own = named[bisect_left(named, (name.start,)) : bisect_left(named, (name.start + 1,))]
    return next((mention for mention in own if mention.kind == "person" and name != phrase), None)


def _body(text: str, start: int, end: int, named: list[Mention], bodies: list[tuple[int, int]]) -> Mention | None:
    """The state for which the phrase's head acts: `l'armée russe`, `le gouvernement de Tripoli`."""
    at = bisect_left(bodies, (start,))
    own = next((body for body in bodies[at : at + 2] if body[0] == start), None)
    if own is None:
        return _before(text, start, end, named, bodies)
    for mention in named[bisect_left(named, (own[1],)) : bisect_left(named, (own[1] + 45,))]:
        gap = text[own[1] : mention.start]
        of = (
            re.search(r"(?:de|du|des|of|d[’'])\s*(?:la\s|the\s|l[’'])?\Z", gap.rstrip(" ") + " " if gap else "")
            is not None
        )
        if mention.kind in (*NAMED, "place") and _JOINS.fullmatch(gap) and (of or mention.how == "adjective"):
            return mention._replace(
                start=start, end=mention.end, kind="state" if mention.kind == "place" else mention.kind
            )
    return None


def _before(text: str, start: int, end: int, named: list[Mention], bodies: list[tuple[int, int]]) -> Mention | None:
    """The state whose adjective stands before a body, as in English: `Russian troops`."""
    for mention in named[bisect_left(named, (start,)) : bisect_left(named, (start + 1,))]:
        owns = _GENITIVE.match(text, mention.end)
        near = mention.end + 14 if owns else mention.end + 1
        follows = next((b for b in bodies[bisect_left(bodies, (mention.end,)) :] if b[0] <= near), None)
        if (owns or mention.how == "adjective") and follows and mention.kind in NAMED:
            return mention._replace(end=follows[1])
    return None
