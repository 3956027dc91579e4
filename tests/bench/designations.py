"""How well designations are linked to their actors, of which kind and charge they are, and which modifiers they have.

    PYTHONPATH=. python tests/bench/designations.py [tuning|scored] [--errors]

The coding is `tests/corpora/designations.tsv`: every designation of 20 articles. Rows of the kind `either` are counted
neither as found nor as missed. A designation is found where the spans overlap and the actor is right.
"""

import sys
from pathlib import Path

import pandas as pd

from analysis import designations, statistics
from analysis.reading import read

CORPORA = Path(__file__).parents[1] / "corpora"
EITHER = "either"


def main() -> None:
    """Print recall, precision, kinds, charges and modifiers of one half of the coding."""
    half = next((word for word in sys.argv[1:] if not word.startswith("-")), "tuning")
    coded = pd.read_csv(CORPORA / "designations.tsv", sep="\t", keep_default_na=False)
    coded = coded[coded["set"] == half]
    pairs, extra = [], []
    for corpus, own in coded.groupby("corpus"):
        found = designations.find(read(CORPORA / str(corpus))).designations
        for document, part in own.groupby("document"):
            one, more = compared(part, found[found["document"] == document])
            pairs += one
            extra += more
    report(pairs, extra)
    if "--errors" in sys.argv:
        errors(pairs, extra)


def compared(coded: pd.DataFrame, found: pd.DataFrame) -> tuple[list, list]:
    """Each coded designation with the one found for it, or None; and what was found beyond."""
    free = list(found.itertuples(index=False))
    pairs = []
    for row in coded[coded["kind"] != EITHER].itertuples(index=False):
        near = [one for one in free if one.start < row.end and row.start < one.end]
        best = max(near, key=lambda one: (one.actor == row.actor, shared(one, row)), default=None)
        if best is not None:
            free.remove(best)
        pairs.append((row, best))
    spans = coded[["start", "end"]].values.tolist()
    return pairs, [one for one in free if not any(one.start < end and start < one.end for start, end in spans)]


def shared(one, row) -> int:
    """How many characters two spans share, less what they don't."""
    return min(one.end, row.end) - max(one.start, row.start) - abs(one.end - row.end) - abs(one.start - row.start)


def report(pairs: list, extra: list) -> None:
    """Print the scores with their counts and Wilson intervals."""
    linked = [(row, one) for row, one in pairs if one is not None and one.actor == row.actor]
    roles = [(row, one) for row, one in pairs if row.kind in ("office", "role noun")]
    system = sum(one is not None for _, one in pairs) + len(extra)
    system_roles = [one for _, one in pairs if one is not None] + extra
    system_roles = [one for one in system_roles if one.kind in ("office", "role noun")]
    right_roles = [one for _, one in linked if one.kind in ("office", "role noun")]
    line("recall, all designations", len(linked), len(pairs))
    line("precision, all designations", len(linked), system)
    right = sum(one is not None and one.actor == row.actor for row, one in roles)
    line("recall, offices and role nouns without a name", right, len(roles))
    line("precision, offices and role nouns without a name", len(right_roles), len(system_roles))
    line("kind right, of those linked", sum(row.kind == one.kind for row, one in linked), len(linked))
    line("charge right, of those linked", sum(row.charge == one.charge for row, one in linked), len(linked))
    charged = [(row, one) for row, one in pairs if row.charge not in ("neutral", "")]
    hit = sum(one is not None and one.actor == row.actor and one.charge == row.charge for row, one in charged)
    line("charged ones found with actor and charge", hit, len(charged))
    wanted = [(word, one) for row, one in linked for word in row.modifiers.split(";") if word]
    line("modifiers found", sum(word in one.modifiers for word, one in wanted), len(wanted))
    had = [(row, word) for row, one in linked for word in one.modifiers.split(" | ") if word]
    good = sum(any(want and want in word for want in row.modifiers.split(";")) for row, word in had)
    line("modifiers right", good, len(had))


def line(what: str, count: int, of: int) -> None:
    """Print a share with its count and interval."""
    low, high = (float(bound) for bound in statistics.wilson(count, of)) if of else (float("nan"),) * 2
    print(f"{what}: {count} of {of}, {count / of if of else float('nan'):.2f} ({low:.2f}-{high:.2f})")


def errors(pairs: list, extra: list) -> None:
    """Print what went wrong."""
    for row, one in pairs:
        if one is None:
            print(f"missed   {row.document[:10]} {row.words} = {row.actor}")
        elif one.actor != row.actor:
            print(f"wrong    {row.document[:10]} {row.words} = {row.actor}, not {one.actor} ({one.words}; {one.how})")
        elif (one.kind, one.charge) != (row.kind, row.charge):
            print(f"kind     {row.document[:10]} {row.words}: {row.kind} {row.charge}, not {one.kind} {one.charge}")
        if (one is not None and [word for word in row.modifiers.split(";") if word not in one.modifiers]) or (
            one is not None and one.modifiers and not row.modifiers
        ):
            print(f"modifier {row.document[:10]} {row.words}: {row.modifiers}, not {one.modifiers}")
    for one in extra:
        print(f"extra    {one.document[:10]} {one.words} = {one.actor} ({one.kind}; {one.how})")


if __name__ == "__main__":
    main()
