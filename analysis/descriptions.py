"""What an article says of whoever it names: sex, offices, houses and kinds of speaker; and words as stems."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

OPPOSITION, COMPANY, STATE_MEDIA = "opposition", "union or company", "state media"
PERSON, ORGANISATION = "person", "organisation"
AGENCY = "agency"
WITNESS, GOVERNMENT, OFFICIAL, EXPERT, UNNAMED = "witness", "government", "official", "expert", "unnamed"
OFFICES = ("office", "minister", "leader", "rank", "civility", "man", "woman")
"""Labels of the layer `name` for words that say what somebody is."""
DETERMINER = (
    r"(?:(?:les?|la|une?|des|son|sa|ses|leurs?|ce|cet|cette|ces|notre|nos"
    r"|the|an?|one|his|her|its|their|this|these)\s+|l[’']|de\s+(?=nombreu)|d[’'](?=autres\s|ancien(?:ne)?s\s))"
)
_ENDINGS = (("trice", "teur"), ("euse", "eur"), ("iere", "ier"), ("enne", "en"), ("onne", "on"), ("ive", "if"))
_WORD = re.compile(r"[^\W\d_][\w-]+")


class Mention(NamedTuple):
    """A mention of the table `actors`: its place, the kind of the actor, who it is, and how it was found."""

    start: int
    end: int
    kind: str
    actor: str
    how: str


@dataclass
class Described:
    """What an article says of one actor: sex (woman, man or nothing), nouns for its offices, kinds of speaker."""

    actor: str
    kind: str
    sex: str = ""
    heads: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    kinds: list[str] = field(default_factory=list)
    houses: list[str] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    posts: set[str] = field(default_factory=set)
    titled: list[str] = field(default_factory=list)
    speaks_as: str = ""
    listed: bool = False


@lru_cache(4096)
def stem(word: str) -> str:
    """A noun without accents, case, plural and feminine: `directrices` and `directeur` are one.

    >>> stem("Directrices"), stem("élue"), stem("syndicaliste")
    ('directeur', 'elu', 'syndicalist')
    """
    bare = word.lower()
    if not bare.isascii():
        bare = "".join(letter for letter in unicodedata.normalize("NFD", bare) if not unicodedata.combining(letter))
    bare = bare.removesuffix("s")
    for feminine, masculine in _ENDINGS:
        if bare.endswith(feminine):
            return bare.removesuffix(feminine) + masculine
    return bare.removesuffix("e")


def stems(text: str) -> list[str]:
    """The stems of the words of some length, in order."""
    return [stem(word) for word in _WORD.findall(text) if len(word) > 2]
