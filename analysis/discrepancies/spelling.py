"""How far two spellings are apart (Damerau 1964: letters put in, left out, changed or swapped), and how they sound."""

import re

LETTERS = 2
"""How many letters two spellings of one name may differ by."""
WRITTEN = (
    ("tsch|tch|sch|sh|ch", "x"),
    ("dzh|dj|zh|j", "j"),
    ("kh", "h"),
    ("gh|gu(?=[ei])", "g"),
    ("ph|ff", "f"),
    ("ou|oo|w|u", "u"),
    ("ck|qu|q|c", "k"),
    ("ee|ij|y|i", "i"),
    ("ae", "e"),
    ("oe", "o"),
)
"""What languages write for one sound of a foreign script, in the order in which it is read: `Ouadahi`, `Wadahi`."""


def distance(one: str, other: str) -> int:
    """How many letters are to be put in, left out, changed or swapped; where lengths tell of more, `LETTERS` + 1.

    >>> distance("bennouna", "benouna"), distance("rpdc", "rdpc")
    (1, 1)
    """
    if abs(len(one) - len(other)) > LETTERS:
        return LETTERS + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, a in enumerate(one, start=1):
        now = [row]
        for column, b in enumerate(other, start=1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (a != b))
            if row > 1 and column > 1 and a == other[column - 2] and one[row - 2] == b:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]


def romanised(name: str) -> str:
    """A folded name as any language writes it that takes it from another script.

    >>> romanised("rachid ouadahi") == romanised("rashid wadahi"), romanised("chouchkine") == romanised("shushkin")
    (True, False)
    """
    for letters, written in WRITTEN:
        name = re.sub(letters, written, name)
    return re.sub(r"([a-z])\1", r"\1", name)
