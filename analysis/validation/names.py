"""Whether a name of the coding and a name of the machine mean one actor, and on what that rests.

The first that holds decides: both are written alike; the table `names` says so; it is another name of this actor in
the article, by either's own linking, or in the lexicons; one's words are the last words of the other (Poutine, Vladimir
Poutine); one is a description in the head words of the other (source judiciaire, une source judiciaire lilloise). The
last two are lenient, and hold only where no other name of the coding would do as well.
"""

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

ALIKE, LISTED, LINKED, LAST, HEAD = "written alike", "listed in names", "linked in the text", "last words", "head words"
LENIENT = (LAST, HEAD)

_FULL = ("gazetteer", "name", "acronym")
"""The machine's mentions that name an actor in full: a short name may be linked to the wrong one."""
_ARTICLE = re.compile(r"l[ea]?|les|une?|d[eu]?|des|the|an?|plusieurs|several|some|m|mme|mrs?|dr")
_OF = re.compile(r"d[eu]?|des|of|for|v[oa]n|der|d[ai]|l[ae]|les|the|et|and")
"""Folded words that may stand before a name, and those that govern it."""

Words = tuple[str, ...]


class Known(NamedTuple):
    """What is known of names besides how they are written."""

    listed: set[tuple[Words, Words]]
    """Name of the coding, other name: from the table `names`."""
    linked: dict[tuple[str, Words], set[Words]]
    """Article and name → the other names of this actor there."""
    everywhere: dict[Words, set[Words]]
    """The machine's name → other names for it in the lexicons."""
    coded: dict[str, list[str]]
    """Article → all names of the coding there."""


def known(
    names: pd.DataFrame, human: pd.DataFrame, machine: pd.DataFrame, rules: pd.DataFrame, said: pd.DataFrame
) -> Known:
    """From the alias table, the coded and the found mentions, the lexicons, and the speakers of the coding."""
    linked = _linked(human.rename(columns={"name": "actor", "text": "match"}))
    full = machine[machine["how"].isin(_FULL)] if len(machine) else machine
    for key, others in _linked(full).items():
        linked.setdefault(key, set()).update(others)
    everywhere: dict[Words, set[Words]] = defaultdict(set)
    named = rules[rules["layer"].isin(("actor", "place"))]
    for label, pattern in named[["label", "pattern"]].itertuples(index=False, name=None):
        if "*" not in pattern and ":" not in pattern:
            everywhere[folded(label)].add(folded(pattern))
    coded: dict[str, set[str]] = defaultdict(set)
    for frame, column in ((human, "name"), (said, "speaker")):
        for document, name in frame[["document", column]].itertuples(index=False, name=None):
            coded[document].add(name)
    listed = {(folded(name), folded(also)) for name, also in names[["name", "also"]].itertuples(index=False, name=None)}
    return Known(
        listed, linked, dict(everywhere), {document: sorted(names - {""}) for document, names in coded.items()}
    )


def same(human: str, machine: str, document: str, known: Known) -> str:
    """On what it rests that both names mean one actor in this article; "" where nothing says so.

    The machine's name as it stands may be another actor's name in the coding: then it means that one.
    """
    ours, theirs = folded(human), folded(machine)
    if not ours or not theirs:
        return ""
    if ours == theirs:
        return ALIKE
    if (ours, theirs) in known.listed:
        return LISTED
    coded = [name for name in known.coded.get(document, ()) if folded(name) != ours]
    if any(folded(name) == theirs for name in coded):
        return ""
    others = known.linked.get((document, theirs), set()) | known.everywhere.get(theirs, set())
    if ours in others or theirs in known.linked.get((document, ours), set()):
        return LINKED
    found = _lenient(human, machine)
    return "" if found and any(_lenient(name, machine) for name in coded) else found


def _lenient(human: str, machine: str) -> str:
    """Which lenient rule holds between two names: the last words of a name, or the head words of a description."""
    shorter, longer = sorted((human, machine), key=lambda name: len(folded(name)))
    short, long = folded(shorter), folded(longer)
    if _is_named(shorter) and (_ends(long, short) or _ends(long, _words(shorter))):
        return LAST
    singular = [tuple(word.removesuffix("s").removesuffix("x") for word in words) for words in (short, long)]
    described = not (_is_named(human) and _is_named(machine))
    return HEAD if described and singular[0] == singular[1][: len(short)] else ""


def _ends(long: Words, short: Words) -> bool:
    """Whether the long name ends with the words of the short one, and no preposition governs them."""
    return len(short) < len(long) and short == long[-len(short) :] and not _OF.fullmatch(long[-len(short) - 1])


def folded(name: str) -> Words:
    """The words of a name without accents, case, hyphens, apostrophes, and articles or titles before it.

    >>> folded("l’Armée sud-coréenne")
    ('armee', 'sud', 'coreenne')
    """
    words = _words(name)
    while len(words) > 1 and _ARTICLE.fullmatch(words[0]):
        words = words[1:]
    return words


@lru_cache(maxsize=4096)
def _words(name: str) -> Words:
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(sign))
    return tuple(re.findall(r"\w+", plain))


def _is_named(name: str) -> bool:
    """Whether the first word that is no article has a capital."""
    words = re.findall(r"\w+", name)
    first = next((word for word in words if not _ARTICLE.fullmatch(word.lower())), "")
    return first[:1].isupper()


def _linked(mentions: pd.DataFrame) -> dict[tuple[str, Words], set[Words]]:
    """Article and actor → the words that mention it there, less those that mention another there as well."""
    meant: dict[tuple[str, Words], set[Words]] = defaultdict(set)
    rows = mentions[["document", "actor", "match"]].drop_duplicates()
    for document, actor, match in rows.itertuples(index=False, name=None):
        meant[document, folded(match)].add(folded(actor))
    found: dict[tuple[str, Words], set[Words]] = defaultdict(set)
    for (document, words), actors in meant.items():
        if len(actors) == 1:
            found[document, next(iter(actors))].add(words)
    return found
