"""Whether the verb that a date goes with is past or to come.

That is the verb nearest before it in its sentence (`signed on Wednesday what is to end the war`); where none stands
there, the first one behind (`Vendredi, les gendarmes ont frappé`). The forms are those of the layer `beside`.
"""

import re
from functools import lru_cache

from analysis.beside import Words

PAST, AHEAD, OPEN = "past", "ahead", ""
REACH = 120
"""How many characters before a date its verb may stand, and behind one that opens its sentence."""
LEAD = 12
"""How many characters a sentence may have before a date that opens it."""
_STOP = re.compile(r"[.!?;\n\u2026](?:\s|\Z)|[(«»“”]")
_FORMS = {"past": PAST, "future": AHEAD, "open": OPEN, "intended": AHEAD}


def tense(text: str, start: int, end: int, known: Words) -> str:
    """`PAST` or `AHEAD`; `OPEN` where no verb is found that says it."""
    before = _STOP.split(text[max(0, start - REACH) : start])[-1]
    beside = known.expressions.get("participle")
    if beside and any(match.end() == len(before) for match in beside.finditer(before)):
        return PAST
    if found := _forms(before, known):
        return max(found)[2]
    if len(before) > LEAD:
        return OPEN
    found = _forms(_STOP.split(text[end : end + REACH])[0], known)
    return min(found)[2] if found else OPEN


def _forms(words: str, known: Words) -> list[tuple[int, int, str]]:
    """The verbs of these words that say a tense, or leave it open: where each ends, which is surer, and its tense."""
    return list(_read(words, known))


@lru_cache(maxsize=65_536)
def _read(words: str, known: Words) -> tuple[tuple[int, int, str], ...]:
    return tuple(
        (match.end(), place, said)
        for place, (label, said) in enumerate(_FORMS.items())
        if (expression := known.expressions.get(label))
        for match in expression.finditer(words)
    )
