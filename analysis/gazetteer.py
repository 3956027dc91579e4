"""What the lexicons of the layers actor and place name, of which kind it is, and what they leave to other names.

The note of a rule of these layers begins with what its label is: person, organisation, state, place or other.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd

from analysis import names
from analysis.beside_names import Marks, Named, words_of

KINDS = ("person", "place", "organisation", "state", "other")


SEAT, GOVERNMENT = HOW = ("seat", "government")
_SEAT = "seat of "
CLUB = 3
"""How many letters the abbreviation before a club's town has at most."""
_LOCAL = re.compile(r"(?<!\w)(?:à|en|in|at|from|near|vers|de|of|to|depuis)\s\Z", re.I)
_SAYING = re.compile(
    r"\s(?:(?:n[’'])?(?:a|avait|aurait|has|had|would|will)|(?:l|s)[’']est)\s(?:(?:\w+ment|\w+ly|aussi|also|déjà|already|toujours)\s)?"
)


_ARTICLE = re.compile(r"(?:l[ae]s?\s|the\s|l[’'])?")
_ACTING = {
    "fr": re.compile(
        r"(?:\set\s[A-ZÀ-Þ][\w-]+(?=\s(?:ont|n[’']ont|se|s[’']|ne|avaient|auraient|veulent)))?"
        r"\s(?:(?:n[’']|ne\s)?(?:a|ont|avait|avaient|aurait|auraient|aura)\s(?!ét)\w+|(?:ne|se)\s(?!trouve|situe)\w+|(?:n|s)[’'](?!ét|est\s[àéa])\w+"
        r"|(?!et\s|est\s|où\s|depuis|dont|pendant|lorsqu|comme|contre|entre|hier|samedi|ouest|devant|avant|durant|quand|sept"
        r"|vendredi|par\s|sans\s|sous\s|vers\s|mais\s|puis\s|une?\s|la\s|le\s|de\s)[^\W\d_A-ZÀ-Þ]\w*(?<!ant)[eatdx])(?!\w)"
    ),
    "en": re.compile(
        r"(?:\sand\s[A-Z][\w-]+(?=\s(?:have|had|will|are\sto|agreed|said)))?"
        r"\s(?:now\s|also\s|later\s|\w+ly\s)?(?:(?:has|had|have|will|would|could|must|may|might|does|did|is\sto)\s\w+|[a-z]+ed"
        r"|sent|told|took|made|gave|held|won|lost|put|cut|kept|met|sought|fought|built|bought|sold|paid|broke|began|withdrew"
        r"|struck|left|set|wants|needs|seeks|calls|insists|hopes|fears)(?!\w)"
    ),
}
"""What shows that a capital is the subject of what is done: a verb behind it, or what stands before a verb."""


class Gazetteer(NamedTuple):
    """What the rules of the layers actor and place know: the kind of each label, and spellings that need no context."""

    kinds: dict[str, str]
    spellings: dict[str, str]
    seats: dict[str, str]
    """Capital → the state, or the union, that it may stand for."""


class Listed(NamedTuple):
    """The gazetteer's mentions of one article, left to right, and where they begin and end."""

    mentions: list[Named]
    starts: list[int]
    ends: list[int]

    def within(self, start: int, end: int) -> list[Named]:
        """Those that lie in this stretch, in part at least."""
        return self.mentions[bisect_right(self.ends, start) : bisect_left(self.starts, end)]


def seats(rules: pd.DataFrame) -> dict[str, str]:
    """Seat of government → its state, as these rules know them."""
    listed = rules[rules["layer"].isin(("actor", "place")) & rules["note"].str.contains(_SEAT, regex=False)]
    notes = zip(listed["label"].tolist(), listed["note"].tolist(), strict=True)
    parts = ((label, part.strip()) for label, note in notes if label != "none" for part in note.split(";")[1:])
    return {label: part.removeprefix(_SEAT) for label, part in parts if part.startswith(_SEAT)}


def known(rules: pd.DataFrame) -> Gazetteer:
    """The gazetteer of these rules."""
    own = rules[rules["layer"].isin(("actor", "place")) & (rules["label"] != "none")]
    kinds, spellings = _known(tuple(tuple(own[column].tolist()) for column in ("label", "pattern", "context", "note")))
    return Gazetteer(kinds, spellings, seats(rules))


@lru_cache(maxsize=8)
def _known(columns: tuple[tuple[str, ...], ...]) -> tuple[dict[str, str], dict[str, str]]:
    kinds, spellings = dict[str, str](), dict[str, str]()
    for label, pattern, context, note in zip(*columns, strict=True):
        kind = note.split(";")[0].strip()
        kinds.setdefault(label, kind if kind in KINDS else "other")
        spellings.setdefault(names.folded(label), label)
        if not context and not pattern.startswith("re:") and "*" not in pattern:
            spellings.setdefault(names.folded(pattern), label)
    return kinds, spellings


def listed(text: str, rows: list[Any], gazetteer: Gazetteer) -> Listed:
    """The gazetteer's matches: of those that overlap the longest, of equals what the article names more often."""
    found = []
    for start, end, layer, label, unit in _longest(rows):
        start += len(_ARTICLE.match(text, start, end).group())  # type: ignore[union-attr]
        kind = gazetteer.kinds.get(label, "other")
        name = Named(unit, start, end, words_of(text[start:end]), actor=label, kind=kind, how="gazetteer")
        name.cues["demonym"] = int(layer == "actor" and kind in ("state", "place"))
        found.append(name)
    found.sort(key=lambda name: name.start)
    return Listed(found, [name.start for name in found], [name.end for name in found])


def _longest(rows: list[Any]) -> list[Any]:
    """Of rows that overlap the longest, of equals what the article names more often."""
    if all(left[1] <= right[0] for left, right in pairwise(rows)):
        return rows
    often = Counter(label for _, _, _, label, _ in rows)
    chosen = []
    taken: set[int] = set()
    for row in sorted(rows, key=lambda row: (row[0] - row[1], row[0], row[2], -often[row[3]], row[3])):
        if taken.isdisjoint(range(row[0], row[1])):
            taken.update(range(row[0], row[1]))
            chosen.append(row)
    return chosen


def acts_for_state(lang: str, text: str, name: Named, known: Marks, listing: Gazetteer) -> None:
    """Give a capital that says or does something to its state: `Moscow denied it`, `selon Pékin`, `Rabat refuse`."""
    state = listing.seats.get(name.actor)
    if not state or name.how != "gazetteer":
        return
    acts = name.start - 1 in known.speaking
    if not acts and not _LOCAL.search(text, max(0, name.start - 8), name.start):
        behind = _SAYING.match(text, name.end)
        said = {name.end + 1, behind.end() if behind else -1} & known.spoken
        acts = bool(said or _ACTING[lang].match(text, name.end)) if lang in _ACTING else bool(said)
    if acts:
        name.actor, name.kind, name.how = state, listing.kinds.get(state, name.kind), SEAT


def namesakes(text: str, mentions: list[Named]) -> None:
    """Give a place's name to the one person of the article who has it as last name: `Michael Jordan`, then `Jordan`."""
    people: dict[str, set[str]] = defaultdict(set)
    for name in mentions:
        if name.kind == "person" and len(name.words) > 1:
            people[name.words[-1]].add(name.actor)
    for name in mentions:
        if name.how != "gazetteer" or not _is_place(name) or len(name.words) > 1:
            continue
        having = people.get(name.words[0], set())
        if len(having) == 1 and not _LOCAL.search(text, max(0, name.start - 8), name.start):
            name.actor, name.kind, name.how = min(having), "person", "short name"


def supporters(mentions: list[Named]) -> None:
    """Give the people of a town to the one club of the article that has its name: `les Lensois` beside `RC Lens`."""
    clubs: dict[str, set[str]] = defaultdict(set)
    for name in mentions:
        if name.kind == "organisation" and len(name.words) == 2 and len(name.words[0]) <= CLUB:
            clubs[name.words[1]].add(name.actor)
    for name in mentions:
        having = clubs.get(names.folded(name.actor), set()) if clubs and name.how == "people" else set()
        if len(having) == 1:
            name.actor, name.kind, name.how = min(having), "organisation", "short name"


def with_government(name: Named, known: Marks) -> None:
    """Let a demonym take in the noun that is the state itself: `armée sélène`, `Kessaran government`."""
    for start, labels in known.ends.get(name.start - 1, {}).items():
        if "government" in labels:
            name.start, name.how = start, GOVERNMENT
    for end, labels in known.starts.get(name.end + 1, {}).items():
        if "government" in labels:
            name.end, name.how = end, GOVERNMENT


def beside(text: str, listed: Listed, known: Marks, name: Named) -> Named | None:
    """The name as far as the gazetteer leaves it one."""
    inside = listed.within(name.start, name.end)
    if not inside:
        return name
    if _is_branch(text, inside, name):
        name.cues["organisation"] += 5
        return name
    covered = {at for other in inside for at in range(other.start, other.end)}
    rest = [
        at
        for at in range(name.start, name.end)
        if at not in covered and text[at].isupper() and not text[at - 1 : at].isalnum()
    ]
    if not rest and not (name.head and (name.start < inside[0].start or name.end > inside[-1].end)):
        return None
    last, first = inside[-1], inside[0]
    if last.kind == "person" and last.end == name.end and rest and rest[-1] < last.start:
        given = [names.folded(word) for word in text[name.start : last.start].split()]
        label = [names.folded(word) for word in last.actor.split()]
        if all(any(part.startswith(word) for part in label) or len(word) == 1 for word in given):
            name.actor, name.kind, name.how = last.actor, "person", "gazetteer"
            return name
    if len(inside) == 1 and " " in text[name.start : name.end] and _is_place(first) and not name.head:
        name.cues["organisation"] += 3 * ("given" not in known.at(name.start) and name.cues["place"] < 3)
    label = [names.folded(word) for word in first.actor.split()]
    shared = any(word in label and word not in first.words for word in name.words)
    if name.head and len(inside) == 1 and first.kind == "place" and shared:
        name.actor, name.kind, name.how = first.actor, "place", "gazetteer"
    elif first.start == name.start and first.cues["demonym"] and _is_somebody(rest, known):
        return _from(text, name, rest[0])
    return name


def _is_place(name: Named) -> bool:
    return name.kind in ("state", "place") and not name.cues["demonym"]


def _is_branch(text: str, inside: list[Named], name: Named) -> bool:
    """Whether an organisation and a place make up the name, as in `Greenpeace France`."""
    whole = (inside[0].start, inside[-1].end) == (name.start, name.end)
    kinds = [other.kind for other in inside]
    beside = len(inside) == 2 and text[inside[0].end : inside[1].start] == " "
    return whole and beside and kinds[0] == "organisation" and kinds[1] in ("state", "place")


def _is_somebody(capitals: list[int], known: Marks) -> bool:
    """Whether what begins with these capitals is a person's name: two words or a first name."""
    return len(capitals) > 1 or any("given" in known.at(at) for at in capitals)


def _from(text: str, name: Named, start: int) -> Named:
    name.start = start
    name.words = words_of(text[start : name.end])
    return name
