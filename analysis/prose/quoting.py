"""Words of an article as they stand between quotation marks: no mark of theirs doubles ours."""

import re

from analysis.language import spoken

OURS = {"en": "“”", "fr": "«»"}
INNER = {"en": "‘’", "fr": "“”"}
"""By language: the marks that we set, and those that such marks become within them."""
PAIRS = {"“": "”", "«": "»"}
_BLANKS = " \u00a0\u202f"


def within(text: str) -> str:
    """The words without marks around all of them or left alone by a cut; ours, within them, as inner ones.

    >>> within("“I am glad”, he said."), within("« Oui »"), within("Oui », dit-il"), within("He said “yes")
    ('‘I am glad’, he said.', 'Oui', 'Oui, dit-il', 'He said yes')
    """
    pairs, lone = _paired(text)
    end = len(text.rstrip(" .\u00a0\u202f")) - 1
    around = {pair for pair in pairs if pair == (0, end)}
    instead = dict.fromkeys([*lone, *(place for pair in around for place in pair)], "")
    for first, last in pairs - around:
        if text[first] + text[last] == OURS[spoken()]:
            instead |= {first: INNER[spoken()][0], last: INNER[spoken()][1]}
    return _set(text, instead)


def _paired(text: str) -> tuple[set[tuple[int, int]], set[int]]:
    """The places of marks that open and close, and of those that have no other."""
    pairs, lone, opened = set(), set(), []
    for found in re.finditer("[«»“”]", text):
        if found[0] in PAIRS:
            opened.append(found.start())
        elif opened and PAIRS[text[opened[-1]]] == found[0]:
            pairs.add((opened.pop(), found.start()))
        else:
            lone.add(found.start())
    return pairs, lone | set(opened)


def _set(text: str, instead: dict[int, str]) -> str:
    """The text with other marks at these places, and without the blanks that guillemets have inside."""
    shown = list(text)
    for place, mark in instead.items():
        step = 1 if text[place] in PAIRS else -1
        inside = place + step
        while 0 <= inside < len(text) and text[inside] in _BLANKS and text[place] in "«»":
            shown[inside] = ""
            inside += step
        shown[place] = mark
    return "".join(shown).strip()
