"""Whom a noun phrase beside a cue names: a name in or beside it, whom it speaks for, a role, or a description."""

import re
from bisect import bisect_left

import regex

from analysis import phrases
from analysis.anaphors import DETERMINED, HOUSES, MOUTHPIECE, anaphors, house, role
from analysis.articles import between
from analysis.descriptions import GOVERNMENT, ORGANISATION, PERSON, UNNAMED, WITNESS, Mention
from analysis.peoples import ADJECTIVE
from analysis.scenes import Scene, Told, known_as
from analysis.sentences import Span

PEERS = re.compile(r"(?:son|sa|ses|his|her|their)\s+(?:\w+\s+)?(?:homologues?|counterparts?)\b", re.IGNORECASE)
NAMELESS = re.compile(
    r"[^.;:!?«»“”\"]{0,60}?(?:anonym|not\s+to\s+be\s+(?:named|identified|quoted)|couvert\s|tai(?:re|sait)\s+(?:son|sa|leur)\s"
    r"|pas\s+(?:être\s+(?:nommé|cité|identifié)|donner\s+(?:son|leur)\s+(?:nom|identité))|(?:pré)?nom\s+a\s+été\s+(?:chang|modifi)"
    r"|dont\s+(?:le\s+nom|l[’']identité)\s+n|declined\s+to\s+(?:be\s+named|give\s+(?:his|her|their))|name\s+(?:was|has\s+been)\s+changed"
    r"|(?:not|un)\s*authori[sz]ed\s+to)"
)
_FIRST = {kind: place for place, kind in enumerate((PERSON, ORGANISATION, "state", "place", "other"))}
_SERVES = re.compile(r"\s+(?:for|of|at|from|with|de|du)\s+(?:the\s+|la\s+|l[’'])?")
_BETWEEN = re.compile(r"[^.,;:«»“”\"]{0,60},\s+(?:(?:M\.|Mme|Dr)\s+)?\Z")
_BOTH = re.compile(r"[^\W\d_a-zß-ÿ][\w.-]*\s+(?:et|and)\s+(?:l[ea]s?\s+|l[’']|the\s+)?[^\W\d_a-zß-ÿ]")
_CIVILITY = re.compile(r",\s+(?:(?:l[ea]|the)\s+)?(?:[\w’'.-]+\.?\s+){0,2}?\Z", re.IGNORECASE)
_SPOKESMAN = re.compile(
    r"(?:porte-parole\s+(?:du\s+|de\s+la\s+|des\s+|de\s+l[’']|d[’']|de\s+)(.+)|(.+)\s+spokes(?:man|woman|person|people|men|women))",
    re.IGNORECASE,
)
_MINISTRY = re.compile(r"(?<!\w)(?:ministère|ministry|government|office)(?!\w)", re.IGNORECASE)
_PORTFOLIO = re.compile(r"\s+(?:de\s+la\s+|de\s+l[’']|des\s+|du\s+)[A-ZÀ-Þ][\w-]+(?:\s+étrangères)?(?!\w)")
_PROPER = re.compile(r"(?:\s+(?:(?:of|for|and)\s+(?:the\s+)?)?[A-Z][\w-]+)+")
_ONE_NOUN = re.compile(r"an?\s+[A-Z][\w-]+\s+[a-z-]+", re.IGNORECASE)
_REALM = regex.compile(
    r"(?<!\w)(?:sultanat|royaume|émirat|principauté|grand-duché|duché|empire|états?|confédération|république(?:\s+\w+)?|sultanate"
    r"|kingdom|emirate|principality|grand\s+duchy|state|(?:\w+\s+)?republic)\s+(?:(?:de\s+la|du|des|de|of\s+the|of)\s+|(?:de\s+l|d)[’'])\Z",
    regex.IGNORECASE | regex.REVERSE,
)
_INDEFINITE = re.compile(r"(?:une?|an?|one)\s", re.IGNORECASE)
_INTRODUCES = regex.compile(r"(?<!\w)(?i:une?|an?|one)\s+[\w’'-]+(?:\s+[\w’'-]+){0,2},?\s+\Z", regex.REVERSE)
_OWN = re.compile(r"[’']s?\s")
_NOUN_BEHIND = re.compile(r"(?:[’']s)?\s+[a-z]")


def referent(scene: Scene, start: int, end: int, name: str, kind: str) -> Told:
    """Whom the words between two places name, or their description."""
    peer = PEERS.match(scene.text, start, end) if start >= 0 else None
    head = None if peer else _head(scene, start, end)
    noun = _qualified(scene, head) if head else None
    if noun:
        head, (start, end) = None, noun
        name = " ".join(scene.text[start:end].split())
    both = _both(scene, head, start, end) if head else ""
    if head and (both or _BOTH.search(name)):
        return Told(both or name, known_as(scene, head).kind or kind)
    if head:
        told = known_as(scene, head)
        kind = told.kind or _kind(scene, start, end) or kind
        return told._replace(kind="" if kind == UNNAMED and _is_introduced(scene.text, start, end) else kind)
    if start < 0 or name != " ".join(scene.text[start:end].split()):
        known = scene.known.get(name)
        return Told(name, (known.speaks_as if known else "") or kind, known.kind if known else "")
    holder = role(scene, start, end)
    if holder:
        return Told(holder.actor, holder.speaks_as or kind, holder.kind)
    spoken = house(scene, start, end)
    if spoken:
        return spoken
    kind = kind or _kind(scene, start, end)
    determined = DETERMINED.match(name)
    nameless = kind != WITNESS and NAMELESS.match(scene.text, end)
    words = name[determined.end() :] if determined else name
    serves = _SPOKESMAN.fullmatch(words)
    return Told((serves[1] or serves[2]) if serves else words, UNNAMED if nameless else kind)


def _is_introduced(text: str, start: int, end: int) -> bool:
    """Whether an indefinite noun stands beside the name: `un diplomate, Jean Petit` is no unnamed source."""
    return bool(_INDEFINITE.match(text, start, end) or _INTRODUCES.search(text, max(0, start - 60), start))


def _qualified(scene: Scene, demonym: Mention) -> Span | None:
    """Where a noun and its demonym stand, if they are not the state itself: `un armateur grec`, `French officials`."""
    text = scene.text
    if demonym.how != ADJECTIVE or len(text[demonym.start : demonym.end].split()) > 1:
        return None
    whole = phrases.ending(text, max(0, demonym.start - 70), demonym.end)
    start = whole.start if whole else demonym.start
    if text[demonym.start].islower():
        tail = _PORTFOLIO.match(text, demonym.end)
        end = tail.end() if tail else demonym.end
        return None if start == demonym.start or _MINISTRY.search(text, start, end) else (start, end)
    proper = _PROPER.match(text, demonym.end)
    nouns = [mark.end for mark in between(scene.kinds, demonym.end, demonym.end + 22) if mark.start > demonym.end]
    one = _ONE_NOUN.match(text, start) if start < demonym.start else None
    end = proper.end() if proper else max(nouns, default=one.end() if one else demonym.end)
    return None if end == demonym.end or _MINISTRY.search(text, demonym.end, end + 9) else (start, end)


def _kind(scene: Scene, start: int, end: int) -> str:
    """The kind that the words between two places show."""
    return next((mark.label for mark in between(scene.kinds, start, end)), "")


def _both(scene: Scene, head: Mention, start: int, end: int) -> str:
    """The names of two who speak together: `CGT et FO`."""
    at = bisect_left(scene.begins, head.start)
    for first, second in ((at - 1, at), (at, at + 1)):
        if first < 0 or second >= len(scene.mentions):
            continue
        one, other = scene.mentions[first], scene.mentions[second]
        joined = scene.text[one.end : other.start].strip()
        if joined in ("et", "and") and start <= one.start and other.end <= end:
            return f"{one.actor} {joined} {other.actor}"
    return ""


def _head(scene: Scene, start: int, end: int) -> Mention | None:
    """The mention that a phrase is about: a name that nothing governs, one set beside it, or whom it speaks for."""
    if start < 0:
        return None
    first = bisect_left(scene.begins, start)
    first -= first > 0 and scene.mentions[first - 1].end > start
    inside = [mention for mention in scene.mentions[first : first + 12] if mention.start < end]
    text = scene.text
    free = [mention for mention in inside if _is_free(text, mention, start, end)] + _beside(scene, first, start, end)
    if free:
        return min(free, key=lambda mention: (_FIRST.get(mention.kind, 9), mention.start))
    served = _SERVES.match(text, end)
    ending = (mark for mark in between(scene.anaphors, start, end) if mark.end == end)
    speaks = any(mark.label == MOUTHPIECE for mark in (*anaphors(scene, start, end), *ending))
    behind = _next(scene, served.end()) if served and not inside else []
    inside += [mention for mention in behind if served and mention.start == served.end()]
    return inside[0] if speaks and inside else None


def _next(scene: Scene, at: int) -> list[Mention]:
    place = bisect_left(scene.begins, at)
    return scene.mentions[place : place + 1]


def _is_free(text: str, mention: Mention, start: int, end: int) -> bool:
    """Whether a mention within a phrase is what it names: governed by nothing, and no word beside a noun."""
    if mention.how == "role":
        return True
    if _modifies(text, mention, end):
        return False
    if mention.kind == "state" and _REALM.search(text, start, mention.start):
        return True
    capital = text[mention.start].isupper() and not phrases.is_governed(text, mention.start)
    return mention.start <= start or capital or not DETERMINED.sub("", text[start : mention.start], count=1).strip()


def _beside(scene: Scene, first: int, start: int, end: int) -> list[Mention]:
    """Who is named right beside a phrase: an office there, or a name in commas behind it."""
    text, behind = scene.text, _next(scene, end)
    before = scene.mentions[max(0, first - 1) : first]
    near = before + behind
    found = [other for other in near if other.how == "role" and (other.end + 1 == start or end + 1 == other.start)]
    if _kind(scene, start, end) == GOVERNMENT:
        found += [state for state in before if state.kind == "state" and _OWN.fullmatch(text, state.end, start)]
    for mention in behind:
        gap = text[end : mention.start]
        demonym = text[start].islower() and mention.start - end < 65 and _BETWEEN.fullmatch(gap)
        is_house = mention.kind == ORGANISATION and any(mark.label in HOUSES for mark in anaphors(scene, start, end))
        if "," in gap and (_CIVILITY.fullmatch(gap) or demonym) and (mention.kind == PERSON or is_house):
            found.append(mention)
    return found


def _modifies(text: str, mention: Mention, end: int) -> bool:
    """Whether a name only says whose the noun behind it is: `a Whitehall source`."""
    return mention.kind != PERSON and _NOUN_BEHIND.match(text, mention.end, end) is not None
