"""Pairs → verdicts: on each thing that the coding or the machine says, whether both say it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pandas as pd

from analysis.validation.pairs import Pair, Row, place

COLUMNS = {
    **dict.fromkeys(("document", "unit"), "str"),
    **dict.fromkeys(("start", "end"), "int64"),
    **dict.fromkeys(("layer", "label", "by", "human", "machine"), "str"),
    **dict.fromkeys(("found", "wanted"), "int64"),
    **dict.fromkeys(("hit", "hit_human"), "float64"),
    **dict.fromkeys(("error", "how", "words", "text"), "str"),
}
"""Of verdicts: what each says, whether it counts for precision (`found`) and recall (`wanted`), for how much of a hit
each time, the error that is listed ("" where there is none), on what the agreement of names rests, of which words it is
said, and the sentence."""

EXACT, OVERLAP, SHARED = "exact span", "overlap", "intersection over union"
MATCHED, WHOLE = "where found", "found and right"
MISSED, EXTRA, DIFFERS = "missed", "extra", "differs"

Verdicts = list[dict[str, Any]]
Said = Callable[[Row], str]


def spans(pairs: Sequence[Pair], layer: str, label: str, *by: str, listed: bool = True) -> Verdicts:
    """Whether each span was found: to the character, by overlap, or for the share of characters that agree.

    Errors are listed once, with the first of `by`; by overlap a span that is cut otherwise is none.
    """
    return [
        verdict(pair, layer, label, measure, *_words(pair), hit, error if listed and measure == by[0] else "")
        for measure in by
        for pair in pairs
        for hit, error in [_hit(pair, measure)]
    ]


def _hit(pair: Pair, by: str) -> tuple[float, str]:
    if pair.machine is None or pair.human is None:
        return 0.0, MISSED if pair.machine is None else EXTRA
    hit = {EXACT: float(pair.share == 1), OVERLAP: 1.0, SHARED: pair.share}[by]
    return hit, "" if hit else DIFFERS


def of_kind(pairs: Iterable[Pair], kind: str, column: str = "kind") -> list[Pair]:
    """The pairs of one kind; those of which only one row is of it hold that row alone."""
    found = []
    for pair in pairs:
        human = pair.human if pair.human and pair.human[column] == kind else None
        machine = pair.machine if pair.machine and pair.machine[column] == kind else None
        if human or machine:
            found.append(pair._replace(human=human, machine=machine, share=pair.share if human and machine else 0.0))
    return found


def values(
    pairs: Sequence[Pair],
    layer: str,
    label: str,
    human: Said,
    machine: Said,
    same: Callable[[str, str, str], str] | None = None,
    *,
    whole: bool = False,
) -> Verdicts:
    """Whether both say the same of each pair; an empty text says nothing, and is neither found nor wanted.

    `same` takes both texts and the article and says on what their agreement rests, "" where they differ. With `whole`
    the rows without a counterpart count too, as the task is then to find them and say it; their errors are not listed.
    """
    found = []
    for pair in pairs:
        if not whole and (pair.human is None or pair.machine is None):
            continue
        ours, theirs = human(pair.human) if pair.human else "", machine(pair.machine) if pair.machine else ""
        if not ours and not theirs:
            continue
        how = (same(ours, theirs, place(pair)[0]) if same else "equal" * (ours == theirs)) if ours and theirs else ""
        error = "" if how or whole else DIFFERS if ours and theirs else MISSED if ours else EXTRA
        by = WHOLE if whole else MATCHED
        rests = "" if how == "equal" or whole else how
        found.append(
            verdict(pair, layer, label, by, ours, theirs, float(bool(how)), error, rests)
            | {"found": int(theirs != ""), "wanted": int(ours != ""), "words": _words(pair)[0]}
        )
    return found


def table(verdicts: Verdicts) -> pd.DataFrame:
    """One row is a verdict: what coding and machine say of one thing, by one measure."""
    return pd.DataFrame(verdicts, columns=list(COLUMNS)).astype(COLUMNS)


def _words(pair: Pair) -> tuple[str, str]:
    return pair.human["text"] if pair.human else "", pair.machine["text"] if pair.machine else ""


def verdict(
    pair: Pair, layer: str, label: str, by: str, human: str, machine: str, hit: float, error: str, how: str = ""
) -> dict[str, Any]:
    """The verdict on a pair, of which each row counts for as much of a hit as the other."""
    document, start, end = place(pair)
    return {
        "document": document,
        "unit": pair.unit["unit"],
        "start": start,
        "end": end,
        "layer": layer,
        "label": label,
        "by": by,
        "human": human,
        "machine": machine,
        "found": int(pair.machine is not None),
        "wanted": int(pair.human is not None),
        "hit": hit,
        "hit_human": hit,
        "error": error,
        "how": how,
        "words": "",
        "text": pair.unit["text"],
    }
