"""Names that are spelled differently: of somebody or something that the corpus names in several articles."""

import re
from collections import Counter, defaultdict
from itertools import combinations

import pandas as pd

from analysis.discrepancies.matters import told_together
from analysis.discrepancies.mentioned import ACRONYM, LEAST, Spelling, spellings, words_of
from analysis.discrepancies.slots import Context, context
from analysis.discrepancies.spelling import LETTERS, distance, romanised
from analysis.discrepancies.values import OTHER, SAME, Value
from analysis.names import folded, sound
from analysis.reading import Reading

KIND = "name"
ONE_AGREES = True
"""An article that spells a name in several ways agrees with another as soon as one of them does."""


def values(read: Reading, claims: pd.DataFrame) -> list[Value]:
    """The first mention of each spelling in each article, of names that are spelled in two ways or more."""
    found = spellings(read)
    own_context = context(read, claims)
    made = []
    for called, own in sorted(_named(found, told_together(claims)).items()):
        if _differ(own):
            made += _values(called, own, own_context)
    return made


def _named(found: list[Spelling], stories: dict[str, int]) -> dict[str, list[Spelling]]:
    """The spellings of each name: those that are linked, and those that are so near that one is meant.

    What a lexicon lists is compared within a language only: other languages write it otherwise.
    """
    groups: dict[str, list[Spelling]] = defaultdict(list)
    for one in found:
        groups[f"{one.actor} ({one.lang})" if one.listed and one.lang != "fr" else one.actor].append(one)
    for called, again in _near(sorted(groups.items()), stories):
        if called in groups and again in groups and called != again:
            groups[called] += groups.pop(again)
    return groups


def _near(groups: list[tuple[str, list[Spelling]]], stories: dict[str, int]) -> list[tuple[str, str]]:
    """Names of different articles on one event that differ by a letter or two and that no article tells apart."""
    keyed: dict[tuple[object, ...], list[tuple[str, list[Spelling]]]] = defaultdict(list)
    for name, own in groups:
        if own[0].listed:
            continue
        words = words_of(name)
        keys = {(words[0], len(words)), (words[-1], len(words)), (words[0][:1], words[-1][:1], len(words))}
        keys = keys | {("written", _romanised(words))} if len(words) > 1 else {(words[0][:3], 1)}
        keys |= {("last", words[-1][:1])} if own[0].kind == "person" else set()
        for story in sorted({stories[one.document] for one in own if one.document in stories}):
            for key in sorted(keys, key=str):
                keyed[(story, own[0].kind, *key)].append((name, own))
    pairs = set()
    for same in keyed.values():
        for (one, own), (other, others) in combinations(same, 2):
            apart = {spelled.document for spelled in own}.isdisjoint(spelled.document for spelled in others)
            if apart and _one_name(words_of(one), words_of(other), own[0].kind == "person"):
                pairs.add((one, other))
    return sorted(pairs)


def _one_name(one: list[str], other: list[str], person: bool) -> bool:
    """Whether two names may be one: words that differ by little or sound the same; first names by no ending.

    Of a person the last name alone may stand for the whole name.
    """
    few = min(len(one), len(other))
    if few > 1 and _romanised(one) == _romanised(other):
        return True
    if len(one) != len(other):
        a, b = ("".join(words[-few:]) for words in (one, other))
        return person and min(len(a), len(b)) > LEAST and distance(a, b) <= LETTERS and sound(a) == sound(b)
    different = [(a, b, place) for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(one) == 1 and different:
        (a, b, _) = different[0]
        return min(len(a), len(b)) > LEAST and distance(a, b) == 1 and sound(a) == sound(b)
    if len(different) > 1:
        letters = sum(distance(a, b) for a, b, _ in different)
        return (
            person
            and len(one) == 2
            and letters <= LETTERS + 1
            and sound(one[0]) == sound(other[0])
            and len(one[1]) > LEAST
        )
    return all(_one_word(a, b, place == 0) for a, b, place in different)


def _romanised(words: list[str]) -> str:
    return romanised(" ".join(words))


def _one_word(a: str, b: str, first: bool) -> bool:
    if first and _opens(a, b):
        return False
    alike = sound(a) == sound(b) and a[0] == b[0]
    return min(len(a), len(b)) >= 4 and distance(a, b) <= (LETTERS if alike or min(len(a), len(b)) > 6 else 1)


def _opens(a: str, b: str) -> bool:
    """Whether one word is the other with an ending, as first names of a woman and a man are."""
    return a.startswith(b) or b.startswith(a)


def _differ(own: list[Spelling]) -> bool:
    """Whether two articles spell the name in two ways."""
    return len({one.document for one in own}) > 1 and len({_plain(one.match) for one in own}) > 1


def _values(called: str, own: list[Spelling], context: Context) -> list[Value]:
    """The first mention of each spelling in each article, of those that are one name's and not another one."""
    often = Counter(one.match for one in own)
    usual = min(often, key=lambda match: (-often[match], match))
    kept: dict[tuple[str, str], Spelling] = {}
    for one in sorted(own, key=lambda one: (one.document, one.start)):
        alike = _spelled(one.match, usual)
        if one.match == usual or (alike and (_are_whole(one.match, usual) or _tail(one.match, usual))):
            kept.setdefault((one.document, _plain(one.match)), one)
    facts = Counter(context.claim(*one[:4])[1] for one in kept.values())
    fact = min((fact for fact in facts if fact), key=lambda fact: (-facts[fact], fact), default="")
    return [Value(context.claim(*one[:4])[0], *one[:4], called, _shown(one.match), fact=fact) for one in kept.values()]


def _shown(match: str) -> str:
    return re.sub(r"\s+", " ", match)


def _spelled(one: str, other: str) -> bool:
    """Whether two forms are spellings of one another, not a longer and a shorter name."""
    if ACRONYM.fullmatch(one) and ACRONYM.fullmatch(other):
        return sorted(one) == sorted(other)
    if ACRONYM.fullmatch(one) or ACRONYM.fullmatch(other):
        return False
    (first, *more), (other_first, *others) = words_of(one), words_of(other)
    if more and more == others and first != other_first and _opens(first, other_first):
        return False
    a, b = _ends(one, other)
    return min(len(a), len(b)) >= LEAST and (distance(a, b) <= LETTERS or romanised(a) == romanised(b))


def _tail(one: str, other: str) -> bool:
    """Whether what two names have in common is spelled differently."""
    if _are_whole(one, other):
        return _plain(one) != _plain(other)
    few = min(len(words_of(name)) for name in (one, other))
    a, b = (" ".join(_plain(name).split()[-few:]) for name in (one, other))
    return a != b


def _ends(one: str, other: str) -> tuple[str, str]:
    """The letters of two whole names, or of as many last words as the shorter one has."""
    few = max(len(words_of(name)) for name in (one, other)) if _are_whole(one, other) else None
    few = few or min(len(words_of(name)) for name in (one, other))
    return "".join(words_of(one)[-few:]), "".join(words_of(other)[-few:])


def _are_whole(one: str, other: str) -> bool:
    a, b = "".join(words_of(one)), "".join(words_of(other))
    return distance(a, b) <= LETTERS or romanised(a) == romanised(b)


def _plain(name: str) -> str:
    """A name as far as its spelling counts: neither case, nor an accent on a capital, nor the kind of apostrophe."""
    parts = re.split(r"(\s+|[-‐‑]|_)", name.replace("’", "'"))
    return "".join(_small(part) if part.strip() else " " for part in parts if part)


def _small(part: str) -> str:
    return folded(part[0]) + part[1:].casefold() if part[0].isupper() else part.casefold()


def relation(one: Value, other: Value) -> tuple[str, float]:
    """Whether two spellings are alike; hyphens and accents are smaller differences than letters."""
    if _plain(one.value) == _plain(other.value) or not _tail(one.value, other.value):
        return SAME, 1.0
    a, b = _ends(one.value, other.value)
    if a != b:
        return OTHER, 0.9
    bare = [re.sub(r"[-‐‑_\s]", "", _plain(value.value)) for value in (one, other)]
    return OTHER, 0.6 if bare[0] == bare[1] else 0.5
