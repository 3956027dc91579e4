"""Reasons that tables give in words, such as why a date dates nothing, in the language spoken."""

import re

from analysis.language import many, say, word
from analysis.prose.wording import told


def because(reason: str) -> str:
    """The reason as a sentence may hold it; one that the catalogues do not know stays as it is.

    >>> because("both credit AFP, Reuters"), because("a reason of one's own")
    ('both credit AFP, Reuters', "a reason of one's own")
    """
    if found := re.fullmatch(r"both credit (.+)", reason):
        return say("both credit {agencies}", agencies=_named(found[1]))
    if found := re.fullmatch(r"(.+) credited by one may be the source of both", reason):
        names = found[1].split(", ")
        return many(
            len(names),
            "{agencies} credited by one may be the source of both",
            "{agencies} credited by one may be the source of both",
            agencies=_named(found[1]),
        )
    if found := re.fullmatch(r"no variation: every code is (.+)", reason):
        return say("no variation: every code is {code}", code=told(word(found[1])))
    if found := re.fullmatch(r"no lexicon speaks its language: (.+)", reason):
        return say("no lexicon speaks its language: {language}", language=told(word(found[1])))
    if found := re.fullmatch(r"longer than ([\d,]+) bytes", reason):
        return say("longer than {bytes} bytes", bytes=int(found[1].replace(",", "")))
    return told(word(reason))


def _named(agencies: str) -> str:
    """Agencies; those credited without a name are called so."""
    return ", ".join(told(word(name)) for name in agencies.split(", "))


def noted(note: str) -> str:
    """A note of the reference coding on rows that can't be judged.

    >>> noted("units.csv: 2 rows in no unit that is coded, not judged.")
    'units.csv: 2 rows in no unit that is coded, not judged.'
    """
    if found := re.fullmatch(r"(.+): (\d+) rows? in no unit that is coded, not judged\.", note):
        return many(
            int(found[2]),
            "{file}: {n} row in no unit that is coded, not judged.",
            "{file}: {n} rows in no unit that is coded, not judged.",
            file=told(found[1]),
        )
    if found := re.fullmatch(r"(.+): no unit has 1 in the column coded\.", note):
        return say("{file}: no unit has 1 in the column coded.", file=told(found[1]))
    if found := re.fullmatch(r"(.+) speaks of articles that were not read: (.+?)(?: and (\d+) more)?\.", note):
        return _unread(told(found[1]), told(found[2]), int(found[3] or 0))
    return told(note)


def _unread(file: str, names: str, more: int) -> str:
    if not more:
        return say("{file} speaks of articles that were not read: {names}.", file=file, names=names)
    return many(
        more,
        "{file} speaks of articles that were not read: {names} and {n} more.",
        "{file} speaks of articles that were not read: {names} and {n} more.",
        file=file,
        names=names,
    )
