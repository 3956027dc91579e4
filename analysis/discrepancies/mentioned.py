"""Where names stand that may be spelled differently: of people, bodies and things, and acronyms."""

import re
from typing import NamedTuple

from analysis.names import folded
from analysis.reading import Reading

LEAST = 5
"""Letters from which on a whole name may be told by its letters."""
PARTICLE = 3
"""Letters up to which a word before a last name may belong to it: `Yannick Le Guével`."""
NAMED = ("person", "organisation", "other")
_HOW = ("gazetteer", "name", "short name", "title")
_PART = re.compile(r"[\s_\u00a0\u202f-]+")
ACRONYM = re.compile(r"[A-ZÀ-Þ]{3,7}")


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


def spellings(read: Reading) -> list[Spelling]:
    """The names of people, bodies and things, and acronyms; other words all in capitals tell no spelling."""
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    own = read.actors[read.actors["how"].isin(_HOW)]
    rows = []
    for document, unit, start, end, match, actor, kind, how in own.itertuples(index=False, name=None):
        if ACRONYM.fullmatch(match) or (kind in NAMED and len(match) >= LEAST and not match.isupper()):
            rows.append(Spelling(document, unit, start, end, match, actor, kind, how == "gazetteer", langs[document]))
    return _bare(rows)


def _bare(rows: list[Spelling]) -> list[Spelling]:
    """The names without a word before them that is none of theirs: `Suisse Anton Gmür`, where others write the rest."""
    known = {tuple(words_of(row.match)): row for row in rows if row.kind == "person" and len(words_of(row.match)) > 1}
    return [_trimmed(row, known) for row in rows]


def _trimmed(row: Spelling, known: dict[tuple[str, ...], Spelling]) -> Spelling:
    first, _, rest = row.match.partition(" ")
    own = known.get(tuple(words_of(rest))) if " " in rest and not row.listed else None
    if own is None or "-" in first or len(rest.partition(" ")[0]) <= PARTICLE:
        return row
    return row._replace(start=row.start + len(first) + 1, match=rest, actor=own.actor, kind=own.kind)


def words_of(name: str) -> list[str]:
    """The words of a name, folded; numbers are no words of it."""
    return [word for part in _PART.split(name) if (word := re.sub(r"\d", "", folded(part)))] or [folded(name)]
