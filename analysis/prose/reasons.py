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
