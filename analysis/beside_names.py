"""What stands beside a name and inside it, and what that shows: somebody, a place, an organisation, a thing.

The lexicon `name` says what a word shows: `man`, `woman`, `civility`, `rank`, `office`, `minister` and `leader` stand
before a person and are no part of the name; heads (`institution`, `body`, `site`, `street`) belong to it
(`ministère de la Défense`, `Lake Erie`); `company`, `settlement` and `thing` only tell its kind; `given` are first
names; `common` words have a capital and name nobody.
"""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from analysis import names
from analysis.names import Case, Token

TITLES = ("man", "woman", "civility", "rank", "office", "minister", "leader")
POSTS = frozenset(("office", "minister", "leader"))
HEADS = ("institution", "body", "site", "street")
_TITLES, _HEADS, _NONE = frozenset(TITLES), frozenset(HEADS), frozenset[str]()
_BODIES = frozenset(("institution", "body"))
_SAINTS = ("saint", "sainte", "st", "st.", "ste", "ste.")
NEAR = 20
"""In so many characters before a name its preposition stands."""
_SHOUTED = re.compile(r"(?<!\w)[^\W\d_a-zà-ÿ]{2,}(?!\w)")
ACRONYM = re.compile(r"[^\W\d_a-zà-ÿ]{3,}(?![^\W\d_])")
LEAST = 3
"""A word of so few letters may be a particle with a capital."""
_KINDS = {
    "institution": "organisation",
    "body": "organisation",
    "company": "organisation",
    "site": "place",
    "street": "place",
    "settlement": "place",
    "thing": "other",
}
_OF = re.compile(r"(?:\s(?:de\sla|de|du|des|of\sthe|of)\s|\s(?:de\sl|d)[’'])\Z")
_OF_ENDS = {f"{letter}{space}" for letter in "euasfEUASF" for space in " \n\u00a0"} | {
    f"{x}{y}" for x in "ld" for y in "'’"
}
_ADJECTIVE = re.compile(r"\s[^\W\d_A-Z]+\Z")
_BEFORE = re.compile(
    r"(?<!\w)(?:(?P<inside>(?:en|in|near)\s|(?:over|across|through|along|off|dans|à\stravers)\s(?:the\s|l[ae]s?\s|l[’']))"
    r"|(?P<at>(?:à|at|vers|depuis|(?:près|autour|banlieue|sud|nord|est|ouest|large)\s(?:de|d[’'])|outside|across|from|entre|between)\s?)"
    r"|(?P<the>(?:l[ea]s?|du|des|aux?|the|l[’'])\s?)|(?P<of>(?:de|d[’']|of|to)\s?))\Z",
    re.I,
)
"""What stands right before a name: sure or likely signs of a place, an article, `de`."""
_SIGNS = "en in near the l la las le les à at vers depuis de outside across from entre between du des au aux of to"
_LEADING = frozenset(_SIGNS.split())
"""The last words of these signs."""
_RELATED = frozenset(("les", "famille", "frères", "sœurs", "époux", "couple", "clan", "brothers", "sisters"))
_TAIL = re.compile(
    r"(?:\s[^\W\d_A-Z]+(?:al|ale|aux|ales|el|elle|ais|aise|ois|oise|ien|ienne|iste|ique|aire|if|ive|ère|ain|aine|ine|né|ée|ées"
    r"|ier|eur|crate|ante?|rême|rouge|verte?|libre|populaire|unie?s?)(?!\w)){1,3}"
    r"(?:(?:\s(?:de\sla|de|du|des)\s|\s(?:de\sl|d)[’'])[^\W\d_A-Z]\w+(?!\w)"
    r"(?:\s[^\W\d_A-Z]+(?:al|ale|aux|ales|el|elle|els|elles|ique|iques|aire|aires|ien|ienne|iens|iennes|if|ive|ifs|ives)(?!\w))?)?"
    r"|(?:\s(?:des|de\sla|du)\s|\sde\sl[’'])[^\W\d_A-Z]\w+(?!\w)"
    r"|(?:\sde\s|\sd[’'])[^\W\d_A-Z]\w+\s[^\W\d_A-Z]+(?:al|ale|aux|ales|ique|iques|aire|aires|ive|ives)(?!\w)"
)
_ONWARD = re.compile(r"(?:\s(?:de\sla|du|des|de)\s|\s(?:de\sl|d)[’'])(?P<owner>[A-ZÀ-Þ][\w-]+)(?!\w)")
_PERSON_BEHIND = re.compile(
    r",\s(?:(?:\d{1,2}|[^\W\d_A-Z]+)\sans(?!\w)|\d{2}(?=[,.])|aged\s\d|\(?\d{2}\sans)|\s\(\d{2}(?:\sans)?\)"
)
_PLACE_BEHIND = re.compile(r"\s\((?:[A-ZÀ-Þ][\w’'-]+(?:\s[\w’'-]+){0,3}|\d{2,3})\)|\s[–—-]\s(?=[A-ZÀ-Þ])")
_QUALITY = re.compile(
    r"\s[^\W\d_A-Z]+(?:ale?|ique|iste|ien|ienne|aise?|oise?|aire|ive|if|ée?|aine?|ine?|ière|ier|ane?|euse|eur)\Z"
)
"""An adjective between a word and the name that it tells of: `navire` *sismique*, `quotidien` *régional*."""
_PORTFOLIO = re.compile(r"\s[^\W\d_A-Z]+(?:ères|iques?|ales|aux|eures?|ées|lics|liques|iaires?)(?!\w)")
"""The small word of a ministry's portfolio: `ministère des Affaires` *étrangères*."""
_IN_CHARGE = re.compile(r"(?:\s(?:for|à\sla|aux?)\s|\sà\sl[’'])\Z")
_CHARGING = frozenset("rauxl")
"""How the word before the last character of these ends."""
_FAMILY = re.compile(r"(?<!\w)(?:les|famille|frères|sœurs|époux|couple|clan|brothers|sisters)\s\Z", re.I)
_APPOSED = re.compile(r",\s(?:(?:l[ea]|the|an?|une?|son|sa|his|her)\s|l[’'])?(?=\w)")
_NUMBER = re.compile(r"\s\d{1,2}(?=[,.;:)]\s|\s[^\W\d_A-Z]{3})")
_HAS = re.compile(r"\s(?:a|ont|avait|has|had)\s")


class Marks(NamedTuple):
    """The evidence of layer `name`, and where words of speech begin and end."""

    starts: dict[int, dict[int, frozenset[str]]]
    ends: dict[int, dict[int, frozenset[str]]]
    spoken: set[int]
    speaking: set[int]
    posts: set[int]
    """Where words for offices begin."""

    def at(self, start: int, end: int = -1) -> frozenset[str]:
        """The labels of the words that begin here, and go on to `end` at least."""
        found = self.starts.get(start)
        if not found:
            return _NONE
        if len(found) == 1:
            ((reach, labels),) = found.items()
            return labels if reach >= end else _NONE
        return _NONE.union(*(labels for reach, labels in found.items() if reach >= end))

    def before(self, end: int) -> frozenset[str]:
        """The labels of the words that end here."""
        found = self.ends.get(end)
        return _NONE.union(*found.values()) if found else _NONE


class Cues(dict[str, int]):
    """Kind → how much speaks for it; nothing does where nothing was seen."""

    def __missing__(self, kind: str) -> int:
        return 0


@dataclass(slots=True)
class Named:
    """A name as it stands: its words, what its neighbours show, and, later, who it is."""

    unit: int
    start: int
    end: int
    words: tuple[str, ...]
    cues: Cues = field(default_factory=Cues)
    sex: str = ""
    titled: bool = False
    family: bool = False
    doubtful: bool = False
    """Whether it counts only beside somebody of that last name."""
    head: bool = False
    """Whether a head of the lexicon is part of the name."""
    local: bool = False
    """Whether its first word is the place where an institution stands: `Leeds University`."""
    work: bool = False
    """Whether it stands in the title of a work, and so names nobody."""
    lone: bool = False
    """Whether it is a head alone, short for a longer name or for none."""
    actor: str = ""
    kind: str = ""
    how: str = "name"


def marks(named: Iterable[tuple[int, int, str]], spoken: list[tuple[int, int]]) -> Marks:
    """The marks of one article from its evidence of the layers name (start, end, label) and speech (start, end)."""
    starts: dict[int, dict[int, frozenset[str]]] = {}
    ends: dict[int, dict[int, frozenset[str]]] = {}
    posts = set()
    for start, end, label in named:
        if label in POSTS:
            posts.add(start)
        beginning = starts.get(start)
        if beginning is None:
            beginning = starts[start] = {end: _single(label)}
        else:
            beginning[end] = _single(label) | beginning.get(end, _NONE)
        if end in ends:
            ends[end][start] = beginning[end]
        else:
            ends[end] = {start: beginning[end]}
    first, last = zip(*spoken, strict=True) if spoken else ((), ())
    return Marks(starts, ends, set(first), set(last), posts)


@lru_cache(maxsize=100)
def _single(label: str) -> frozenset[str]:
    return frozenset((label,))


@lru_cache(maxsize=50_000)
def words_of(form: str) -> tuple[str, ...]:
    """The words of a name as they are compared; an initial keeps its full stop."""
    found = ((names.folded(word), word[-1] == ".") for word in form.split())
    return tuple(word + "." * (dotted and len(word) < 3) for word, dotted in found if word)


def look(text: str, name: Named, tokens: list[Token], known: Marks, case: Case) -> None:
    """Gather what the name's words and neighbours show; heads in small letters become part of it."""
    _look_inside(text, name, tokens, known, case)
    _look_before(text, name, known)
    _look_behind(text, name, tokens, known)


def _look_inside(text: str, name: Named, tokens: list[Token], known: Marks, case: Case) -> None:
    several = len(tokens) > 1
    if several:
        _look_at_edges(text, name, tokens, known)
    elif not (word := text[tokens[0].start : tokens[0].end]).isalnum() and ACRONYM.match(word):
        name.cues["organisation"] += 3
    found = [known.at(token.start, token.end) for token in tokens]
    if several and "given" in found[0] and not tokens[1].link:
        found[0] = _single("given")
    if any(labels & _HEADS for labels in found):
        name.head = True
        bodies = [bool(labels & _BODIES) for labels in found]
        name.local = any("institution" in labels for labels in found[1:])
        name.cues["organisation" if any(bodies) else "place"] += 4
    elif "given" in found[0]:
        name.cues["person"] += 2 + several
    elif several and _is_worded(text, tokens[1:], case):
        name.cues["organisation"] += 2
    elif len(name.words) > 1 and name.words[0] in _SAINTS:
        name.cues["place"] += 2
    elif 1 < len(tokens) < 5:
        name.cues["person"] += 1
    if several and any(token.link == "&" for token in tokens[1:]):
        name.cues["organisation"] += 4
    elif name.words[-1][-1:].isdigit() or _NUMBER.match(text, name.end):
        name.cues["other"] += 4


def _look_at_edges(text: str, name: Named, tokens: list[Token], known: Marks) -> None:
    """What the first and the last of several words show: a company's word, a thing's, an acronym, a direction."""
    first, last = (known.at(token.start, token.end) for token in (tokens[0], tokens[-1]))
    word = text[tokens[0].start : tokens[0].end]
    acronym = ACRONYM.match(word) and "given" not in known.at(tokens[1].start)
    if acronym or name.words[0] == "les" or "company" in first | last:
        name.cues["organisation"] += 3
    elif "thing" in first | last:
        name.cues["other"] += 3
    elif "settlement" in first and not first & _HEADS:
        name.cues["place"] += 3


def _is_worded(text: str, tokens: list[Token], case: Case) -> bool:
    """Whether one of these words is one of the language, as in `Harwold Public Relations`."""
    return any(token.end - token.start > LEAST and case.is_common(text[token.start : token.end]) for token in tokens)


def _look_before(text: str, name: Named, known: Marks) -> None:
    """What stands before the name: titles, heads, prepositions."""
    before = text[max(0, name.start - NEAR) : name.start]
    last = _last(before)
    _look_at_title(text, name, known, len(before) - len(before.rstrip(" \u00a0\u202f,")), len(last))
    if _attach(text, name, known):
        before = text[max(0, name.start - NEAR) : name.start]
        last = _last(before)
    last = last.lower()
    if not last.isalpha() or last in _LEADING:
        _look_at_preposition(text, name, known)
    if len(name.words) == 1 and before[-1:] == " ":
        plural = last == "the" and text[name.end - 1] == "s" and before[-5:].lower().strip() == "the"
        name.family = plural or ((not last.isalpha() or last in _RELATED) and _FAMILY.search(before) is not None)
    if name.start - 1 in known.speaking and not name.cues["place"]:
        name.cues["person" if len(name.words) > 1 else "organisation"] += 1


def _last(before: str) -> str:
    """The last word of what stands before a name."""
    words = before.rsplit(None, 1)
    return words[-1] if words else ""


def _look_at_preposition(text: str, name: Named, known: Marks) -> None:
    near = _BEFORE.search(text, max(0, name.start - NEAR), name.start)
    where, several = near.lastgroup if near else "", len(name.words) > 1
    if where == "inside":
        name.cues["place"] += 3
    elif where == "at":
        name.cues["place"] += 1 if "person" in name.cues else 2
    elif where == "the" and not name.head:
        name.cues["organisation" if several else "place"] += 1
        name.cues["person"] -= 4 if several else 2
    elif where == "of" and not name.head and "given" not in known.at(name.start):
        name.cues["organisation" if several else "place"] += 2 if near and near.group() == "of " else 1


def _look_at_title(text: str, name: Named, known: Marks, gap: int, word: int) -> None:
    """What the word of so many letters right before the name, or before its comma, shows."""
    labels = known.before(name.start - gap) if gap else _NONE
    if not labels and gap == 1 and name.start - word - 2 in known.ends:
        adjective = _QUALITY.search(text, max(0, name.start - NEAR), name.start - 1)
        labels = known.before(adjective.start()) if adjective else _NONE
    if not labels:
        return
    beside = gap == 1 or labels & {"office", "minister", "leader"}
    if labels & _TITLES and beside and not ("office" in labels and _SHOUTED.search(text, name.start, name.end)):
        titled(name, labels)
    for label in ("company", "settlement", "thing", "institution", "body"):
        if label in labels and (gap == 1 or (gap == 2 and label == "company")):
            name.cues[_KINDS[label]] += 3


def titled(name: Named, labels: Set[str]) -> None:
    """A title shows a person, and maybe a man or a woman."""
    name.cues["person"] += 3
    name.titled = True
    name.sex = next((sex for sex in ("man", "woman") if sex in labels), "")


def _attach(text: str, name: Named, known: Marks) -> bool:
    """Make a head in small letters before the name its first word, if there is one: `université de Nantes`."""
    of = of_before(text, name.start)
    at = of.start() if of else name.start - 1
    for _ in range(2):
        for start, labels in known.ends.get(at, {}).items():
            heads = labels & {"institution", "site", "street"}
            if heads and (of is None or heads != {"site"}) and not (name.cues["person"] > 2):
                name.words = (*(names.folded(word) for word in text[start:at].split()), *name.words)
                name.start, name.head = start, True
                portfolio = _PORTFOLIO.match(text, name.end) if "institution" in heads else None
                if portfolio:
                    name.words, name.end = (*name.words, names.folded(portfolio.group())), portfolio.end()
                name.cues = Cues({_KINDS["institution" if "institution" in heads else "site"]: 4})
                return True
            if of and labels & {"company", "settlement", "thing"} and "settlement" in labels:
                name.cues["place"] += 2
        adjective = _ADJECTIVE.search(text, max(0, at - 20), at) if of else None
        if not adjective:
            break
        at = adjective.start()
    return False


def of_before(text: str, at: int) -> "re.Match[str] | None":
    """`de` or `of` right before this place, with what joins it."""
    if text[max(0, at - 2) : at] not in _OF_ENDS:
        return None
    return _OF.search(text, max(0, at - 12), at)


def _look_behind(text: str, name: Named, tokens: list[Token], known: Marks) -> None:
    """What stands behind the name: the small words of a French institution, an age, a county, a word of speech."""
    headed = len(tokens) == 1 and known.at(tokens[0].start, tokens[0].end) & _BODIES
    if headed and text[tokens[0].start].isupper() and (tail := _TAIL.match(text, name.end)):
        name.words = (*name.words, *(names.folded(word) for word in re.findall(r"\w+", tail.group())))
        name.end = tail.end()
        _go_on(text, name)
    end = name.end
    mark = text[end : end + 2].lstrip()[:1]
    if mark and mark in ",(–—-)":
        _look_at_aside(text, name, known)
    if end + 1 in known.spoken or (mark and mark in "aoh" and _HAS.match(text, end)):
        name.cues["person" if len(name.words) > 1 else "organisation"] += 1


def _look_at_aside(text: str, name: Named, known: Marks) -> None:
    """What an age, a county, or a title in commas or brackets behind the name shows."""
    after = text[name.end : name.end + 40]
    if _PERSON_BEHIND.match(after):
        name.cues["person"] += 3
    elif _in_brackets(text, name) or (_PLACE_BEHIND.match(after) and len(name.words) == 1 and not name.cues["person"]):
        name.cues["place"] += 2
    apposed = _APPOSED.match(after)
    if apposed and not name.cues["place"] and not name.cues["organisation"] and len(name.words) > 1:
        labels = known.at(name.end + apposed.end())
        name.cues["person"] += 3 * bool(labels & _TITLES)


def _go_on(text: str, name: Named) -> None:
    """Let an institution take in whose it is: `Ligue des amis` *du Rail*."""
    owner = _ONWARD.match(text, name.end)
    if owner:
        name.words = (*name.words, names.folded(owner["owner"]))
        name.end = owner.end()


def _in_brackets(text: str, name: Named) -> bool:
    around = text[max(0, name.start - 1) : name.start] + text[name.end : name.end + 1]
    return around == "()" and not text[name.start : name.end].isupper()


def is_portfolio(text: str, name: Named, known: Marks) -> bool:
    """Whether the name is what a minister is in charge of: `ministre de la Défense`, `Minister for Energy`."""
    of = of_before(text, name.start)
    if not of and text[max(0, name.start - 2) : name.start - 1] in _CHARGING:
        of = _IN_CHARGE.search(text, max(0, name.start - 6), name.start)
    if not of or len(name.words) > 1:
        return False
    at = of.start()
    for _ in range(2):
        if any("minister" in labels for labels in known.ends.get(at, {}).values()):
            return True
        adjective = _ADJECTIVE.search(text, max(0, at - 20), at)
        at = adjective.start() if adjective else -1
    return False
