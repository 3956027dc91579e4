"""How far two spellings are apart (Damerau 1964: letters put in, left out, changed or swapped)."""

LETTERS = 2
"""How many letters two spellings of one name may differ by."""


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
