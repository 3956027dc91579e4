"""Role nouns of people whom the article names with that office: `le maire`, `the Kessaran president`.

An office is a word of the lexicon `name` (office, minister, leader) and whose it is: a demonym beside it or what
follows `de` or `of`. It is somebody's when it stands before that name or in commas behind it.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from typing import NamedTuple

from analysis import names
from analysis.beside_names import POSTS, Marks, Named

STEM = 5
"""So many letters of an office's word are the same for a man and a woman: `directeur`, `directrice`."""

_THE = re.compile(r"(?:(?<!\w)(?:le|la|the)\s|(?<!\w)l[’'])\Z", re.I)
_OF = re.compile(r"\s(?:de\sla|du|des|de|of\sthe|of)\s|\s(?:de\sl|d)[’']")
_NOUN = re.compile(r"[^\W\d_A-Z][\w-]+")
_ASIDE = re.compile(r",\s(?:(?:l[ea]|the|an?|une?|son|sa|its|their)\s|l[’'])?\Z", re.I)


class Office(NamedTuple):
    """An office as it stands: its words, whose it is (an actor, a noun, or nothing said), and what it is called."""

    start: int
    end: int
    reach: int
    whose: str
    post: str


def roles(text: str, units: list[tuple[int, int, int, str]], mentions: list[Named], known: Marks) -> list[Named]:
    """The mentions with those added, or replaced, that are somebody's office alone; ambiguous ones are left out."""
    offices = _offices(text, mentions, known)
    if not offices:
        return mentions
    people = {name.start: name for name in mentions if name.kind == "person"}
    behind = {name.end: name for name in mentions if name.kind == "person"}
    holders: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    alone = []
    for office in offices:
        holder = _holder(text, office, people, behind)
        if holder:
            holders[office.post][office.whose].add(holder.actor)
        elif _THE.search(text, max(0, office.start - 5), office.start):
            alone.append(office)
    for office in alone:
        if office.whose and office.whose not in holders[office.post]:
            holders[office.post][office.whose].add("")
    found = [_role(text, units, office, _one(holders[office.post], office.whose)) for office in alone]
    added = [name for name in found if name]
    taken = {name.start: name for name in added}
    kept = [name for name in mentions if not (name.start in taken and name.end <= taken[name.start].end)]
    return sorted([*kept, *added], key=lambda name: name.start)


def _offices(text: str, mentions: list[Named], known: Marks) -> list[Office]:
    """Every office of the article with whose it is, left to right, without those inside a name."""
    found: list[Office] = []
    if not known.posts:
        return found
    starts = {name.start: name for name in mentions}
    ends = {name.end: name for name in mentions}
    reach = -1
    for start in sorted(known.posts):
        if start < reach:
            continue
        labelled = [(end, labels & POSTS) for end, labels in known.starts[start].items() if labels & POSTS]
        end, labels = max(labelled)
        reach = end
        found.append(_office(text, start, end, "leader" in labels, starts, ends))
    return found


def _office(text: str, start: int, end: int, leading: bool, starts: dict[int, Named], ends: dict[int, Named]) -> Office:
    whole = starts.get(start)
    beside = starts.get(end + 1) or ends.get(start - 1)
    of = _OF.match(text, end)
    reach, whose, state = end, "", ""
    if whole and whole.how == "gazetteer" and whole.end > end:
        end = reach = whole.end
        whose, state = whole.actor, whole.kind
    elif beside and beside.kind != "person":
        reach, whose, state = max(end, beside.end), beside.actor, beside.kind
    elif of and of.end() in starts:
        named = starts[of.end()]
        reach, whose, state = named.end, named.actor, named.kind
    elif of and (noun := _NOUN.match(text, of.end())):
        end = reach = noun.end()
        whose = names.folded(noun.group())
    post = "leader" if leading and state in ("state", "place") else names.folded(text[start:end].split()[0])[:STEM]
    return Office(start, end, reach, whose, post)


def _holder(text: str, office: Office, people: dict[int, Named], behind: dict[int, Named]) -> Named | None:
    """The person right behind the office, with a comma or none, or right before it in an apposition."""
    for gap in (1, 2):
        if text[office.reach : office.reach + gap].strip(" ,") == "" and office.reach + gap in people:
            return people[office.reach + gap]
    aside = _ASIDE.search(text, max(0, office.start - 8), office.start)
    return behind.get(aside.start()) if aside else None


def _one(holders: dict[str, set[str]], whose: str) -> str:
    """The one person who is said to hold the office, of this actor if one is said."""
    fitting = holders.get(whose, set()) if whose else set().union(*holders.values())
    return next(iter(fitting)) if len(fitting) == 1 else ""


def _role(text: str, units: list[tuple[int, int, int, str]], office: Office, actor: str) -> Named | None:
    if not actor:
        return None
    place = bisect_right(units, (office.start,), key=lambda unit: (unit[1],)) - 1
    if place < 0 or office.end > units[place][2]:
        return None
    return Named(units[place][0], office.start, office.end, (), actor=actor, kind="person", how="role")
