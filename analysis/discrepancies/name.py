"""Names that are spelled differently: of somebody or something that the corpus names in several articles."""

import re
from collections import Counter, defaultdict
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from analysis.discrepancies.matters import told_together
from analysis.discrepancies.slots import Context
from analysis.discrepancies.values import OTHER, SAME, Value
from analysis.names import folded, sound
from analysis.reading import Reading

KIND = "name"
ONE_AGREES = True
"""An article that spells a name in several ways agrees with another as soon as one of them does."""
LETTERS = 2
"""How many letters two spellings of one name may differ by."""
LEAST = 5
"""Letters from which on a whole name may be told by its letters."""
_HOW = ("gazetteer", "name", "short name", "title")
_PART = re.compile(r"[\s_\u00a0\u202f-]+")
_ACRONYM = re.compile(r"[A-ZÀ-Þ]{3,7}")


class Spelling(NamedTuple):
    """One mention of a name in full."""

    document: str
    unit: int
    start: int
    end: int
    match: str
    actor: str
    kind: str
    listed: bool
    lang: str


def values(read: Reading, claims: pd.DataFrame) -> list[Value]:
    """The first mention of each spelling in each article, of names that are spelled in two ways or more."""
    found = spellings(read)
    context = Context(read, claims)
    made = []
    for called, own in sorted(_named(found, told_together(claims)).items()):
        if _differ(own):
            made += _values(called, own, context)
    return made


def spellings(read: Reading) -> list[Spelling]:
    """The names in full, and acronyms; a last name alone or an adjective tells no spelling."""
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    own = read.actors[read.actors["how"].isin(_HOW)]
    rows = []
    for document, unit, start, end, match, actor, kind, how in own.itertuples(index=False, name=None):
        acronym = bool(_ACRONYM.fullmatch(match))
        whole = kind in ("organisation", "other") or (kind == "person" and len(_PART.split(match)) > 1)
        if acronym or (whole and (how == "name" or kind == "person" or len(match) >= LEAST)):
            rows.append(Spelling(document, unit, start, end, match, actor, kind, how == "gazetteer", langs[document]))
    return rows


def _named(found: list[Spelling], stories: dict[str, int]) -> dict[str, list[Spelling]]:
    """The spellings of each name: those that are linked, and those that are so near that one is meant.

    What a lexicon lists is compared within a language only: other languages write it otherwise.
    """
    groups: dict[str, list[Spelling]] = defaultdict(list)
    for one in found:
        groups[f"{one.actor} ({one.lang})" if one.listed and one.lang != "fr" else one.actor].append(one)
    for one, other in _near([(name, own) for name, own in sorted(groups.items())], stories):
        if one in groups and other in groups and one != other:
            groups[one] += groups.pop(other)
    return groups


def _near(groups: list[tuple[str, list[Spelling]]], stories: dict[str, int]) -> list[tuple[str, str]]:
    """Names of different articles on one event that differ by a letter or two and that no article tells apart."""
    keyed: dict[tuple[object, ...], list[tuple[str, list[Spelling]]]] = defaultdict(list)
    for name, own in groups:
        if own[0].listed:
            continue
        words = _words(name)
        for story in sorted({stories[one.document] for one in own if one.document in stories}):
            for key in {(words[0], len(words)), (words[-1], len(words))} if len(words) > 1 else {(words[0][:3], 1)}:
                keyed[(story, own[0].kind, *key)].append((name, own))
    pairs = set()
    for same in keyed.values():
        for (one, own), (other, others) in combinations(same, 2):
            apart = {spelled.document for spelled in own}.isdisjoint(spelled.document for spelled in others)
            if apart and _one_name(_words(one), _words(other)):
                pairs.add((one, other))
    return sorted(pairs)


def _words(name: str) -> list[str]:
    """The words of a name, folded; numbers are no words of it."""
    return [word for part in _PART.split(name) if (word := re.sub(r"\d", "", folded(part)))] or [folded(name)]


def _one_name(one: list[str], other: list[str]) -> bool:
    """Whether two names may be one: all words alike but one, which differs by little; first names by no ending."""
    different = [(a, b, place) for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(one) != len(other) or len(different) != 1:
        return False
    (a, b, place) = different[0]
    if len(one) == 1:
        return min(len(a), len(b)) > LEAST and distance(a, b) == 1 and sound(a) == sound(b)
    if place == 0 and (a.startswith(b) or b.startswith(a)):
        return False
    alike = sound(a) == sound(b) and a[0] == b[0]
    return min(len(a), len(b)) >= 4 and distance(a, b) <= (LETTERS if alike or min(len(a), len(b)) > 6 else 1)


def _differ(own: list[Spelling]) -> bool:
    """Whether two articles spell the name in two ways."""
    return len({one.document for one in own}) > 1 and len({_plain(one.match) for one in own}) > 1


def _values(called: str, own: list[Spelling], context: Context) -> list[Value]:
    """The first mention of each spelling in each article, of those that are one name's and not another one."""
    often = Counter(one.match for one in own)
    usual = min(often, key=lambda match: (-often[match], match))
    kept: dict[tuple[str, str], Spelling] = {}
    for one in sorted(own, key=lambda one: (one.document, one.start)):
        if one.match == usual or _spelled(one.match, usual):
            kept.setdefault((one.document, _plain(one.match)), one)
    facts = Counter(context.claim(*one[:4])[1] for one in kept.values())
    fact = min((fact for fact in facts if fact), key=lambda fact: (-facts[fact], fact), default="")
    return [
        Value(context.claim(*one[:4])[0], *one[:4], called, _shown(one.match), fact=fact) for one in kept.values()
    ]


def _shown(match: str) -> str:
    return re.sub(r"\s+", " ", match)


def _spelled(one: str, other: str) -> bool:
    """Whether two forms are spellings of one another, not a longer and a shorter name."""
    if _ACRONYM.fullmatch(one) and _ACRONYM.fullmatch(other):
        return sorted(one) == sorted(other)
    if _ACRONYM.fullmatch(one) or _ACRONYM.fullmatch(other):
        return False
    a, b = ("".join(_words(name)) for name in (one, other))
    return min(len(a), len(b)) >= LEAST and distance(a, b) <= LETTERS


def _plain(name: str) -> str:
    """A name as far as its spelling counts: neither case nor accents nor the kind of apostrophe."""
    return " ".join(folded(part) if part.strip() else part for part in re.split(r"(\s+|[-‐‑]|_)", name)).casefold()


def relation(one: Value, other: Value) -> tuple[str, float]:
    """Whether two spellings are alike; hyphens alone are the smaller difference, and count in a person's name."""
    if _plain(one.value) == _plain(other.value):
        return SAME, 1.0
    a, b = ("".join(_words(value.value)) for value in (one, other))
    return (OTHER, 0.6) if a == b else (OTHER, 0.9)


def distance(one: str, other: str) -> int:
    """How many letters are to be put in, left out, changed or swapped to get from one to the other.

    >>> distance("bennouna", "benouna"), distance("rpdc", "rdpc")
    (1, 1)
    """
    if abs(len(one) - len(other)) > LETTERS:
        return LETTERS + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, a in enumerate(one, start=1):
        now = [row]
        for column, b in enumerate(other, start=1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (a != b))
            if row > 1 and column > 1 and a == other[column - 2] and one[row - 2] == b:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]
