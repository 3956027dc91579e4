"""Last names that begin with a particle, wherever they stand alone: `Le Pen`, `de La Motte`, `Ten Hag`."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from analysis.beside_names import Named, words_of

_FAMILY = re.compile(
    r"\S\s(?P<family>(?i:(?:de\sla|van\sde[nr]?|van|von|de[nrls]?|du|di|da|do|dos|del|della|le|la|ten|ter|te|el|al|ben|bin|ould"
    r"|mac|mc|saint|san|st\.?)\s)+[^\W\d_a-zà-ÿ].*)\Z",
    re.S,
)


def named(text: str, units: list[tuple[int, int, int, str]], found: Iterable[Named]) -> list[Named]:
    """Every place where the last name of one of these people stands with its particle, in small letters or not."""
    known = dict(family for name in found if (family := _family(text, name)))
    if not known:
        return []
    starts = [start for _, start, _, _ in units]
    mentions = []
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(_either_case, sorted(known)))})(?!\w)", text):
        place = bisect_right(starts, match.start()) - 1
        if place >= 0 and match.end() <= units[place][2]:
            words = known.get(match.group()) or known[match.group()[0].swapcase() + match.group()[1:]]
            mentions.append(Named(units[place][0], *match.span(), words))
    return mentions


def _family(text: str, name: Named) -> tuple[str, tuple[str, ...]] | None:
    """The last name with its particle, and its words with a capital, which are compared."""
    if len(name.words) < 2 or name.head or name.cues["organisation"] > name.cues["person"]:
        return None
    found = _FAMILY.search(text, name.start, name.end)
    if not found:
        return None
    family = found["family"]
    return family, words_of(" ".join(word for word in family.split() if word[0].isupper()))


def _either_case(family: str) -> str:
    """The family as it stands, or with the first letter of its particle in the other case."""
    first = family[0]
    return f"[{first.upper()}{first.lower()}]{re.escape(family[1:])}"
