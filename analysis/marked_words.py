"""Words in marks that nobody is said to say: whether an outlet keeps its distance from them, as far as form shows."""

import re

from analysis.denials import OF
from analysis.overlaid import Overlaid, Said

SHORT = 3
"""Up to so many words in marks without a cue may be a word that somebody mocks or names; more of them are quoted."""

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


def is_long(here: Overlaid, one: Said) -> bool:
    """Whether the words are too many for one that is only mocked or named: a quotation whose cue was not found."""
    return len(_WORD.findall(here.text, one.start, one.end)) > SHORT


def is_distant(here: Overlaid, one: Said) -> bool:
    """Whether they are called so-called, evaluate, or are followed by whose they are; names and words named are not."""
    before = len(here.text[: one.start].rstrip())
    inside = here.text[one.start + 1 : one.end - 1].strip()
    if inside[:1].isupper() or any(end == before for _, end in here.labelled("naming")):
        return False
    called = any(end == before for _, end in here.labelled("marking", "so-called"))
    loaded = any(row.layer == "loaded" and one.start < row.start < one.end for row in here.found)
    return called or loaded or _is_somebodys(here, one)


def _is_somebodys(here: Overlaid, one: Said) -> bool:
    """Whether a name follows the closing mark: `l'« opération spéciale » de Moscou`."""
    stop = OF.match(here.text, one.end)
    return stop is not None and any(row.layer == "actor" and row.start == stop.end() for row in here.found)
