"""A human coding of discrepancies against the machine's: which of each side the other side has, by kind."""

import csv
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pandas as pd

FINER = "granularity"


class Coded(NamedTuple):
    """A matter on which a coder found that articles differ: its kind, and where each article tells it.

    `spans` are (document, start, end).
    """

    name: str
    kind: str
    spans: tuple[tuple[str, int, int], ...]


def by_spans(path: Path) -> list[Coded]:
    """A coding that gives each value's place: columns discrepancy, kind, document, start, end."""
    rows = _rows(path)
    found = defaultdict(list)
    for row in rows:
        found[row["discrepancy"], row["kind"]].append((row["document"], int(row["start"]), int(row["end"])))
    return [Coded(name, kind, tuple(spans)) for (name, kind), spans in sorted(found.items())]


def by_units(path: Path, units: Path, documents: pd.DataFrame) -> list[Coded]:
    """A coding that gives each value's unit (`values` holds `article-unit=value|…`), as the seeds have it."""
    place = {row["unit"]: (int(row["start"]), int(row["end"])) for row in _rows(units)}
    names = {name[:3]: name for name in documents["document"]}
    return [
        Coded(
            row["id"],
            row["type"],
            tuple(
                (names[unit.split("-")[0]], *place[unit])
                for unit in (value.split("=")[0] for value in row["values"].split("|"))
                if unit in place
            ),
        )
        for row in _rows(path)
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))


def matched(coded: list[Coded], listed: pd.DataFrame, *, any_kind: bool = False) -> dict[str, set[str]]:
    """For each discrepancy that the machine lists the coded ones that it is.

    It is one of the same kind that shares with it values in two articles, which the machine holds for different ones.
    """
    found: dict[str, set[str]] = {}
    for (name, kind), rows in listed.groupby(["discrepancy", "kind"], sort=True):
        told = list(rows[["document", "start", "end", "value"]].itertuples(index=False, name=None))
        found[name] = {one.name for one in coded if (any_kind or one.kind == kind) and _shares(one, told)}
    return found


def _shares(coded: Coded, told: list[tuple[str, int, int, str]]) -> bool:
    both = [
        (document, value)
        for document, start, end, value in told
        if any(document == own and start < last and first < end for own, first, last in coded.spans)
    ]
    return any(a[0] != b[0] and a[1] != b[1] for a in both for b in both)


def scores(coded: list[Coded], listed: pd.DataFrame, kinds: tuple[str, ...] = ()) -> pd.DataFrame:
    """One row per kind, and for all that contradict: how many `right` of those `listed`, `found` of the `coded`."""
    kind_of = dict(zip(listed["discrepancy"], listed["kind"], strict=True))
    hits, loose = matched(coded, listed), matched(coded, listed, any_kind=True)
    names = sorted({one.kind for one in coded} | set(kind_of.values()))
    asked = [kind for kind in (kinds or names) if kind != FINER]
    groups = [(kind, [kind]) for kind in names] + [("all but granularity", asked)]
    return pd.DataFrame([_row(name, own, coded, kind_of, hits, loose) for name, own in groups])


def _row(name, kinds, coded, kind_of, hits, loose) -> dict[str, object]:
    own = [one for one, kind in kind_of.items() if kind in kinds]
    wanted = {one.name for one in coded if one.kind in kinds}
    right = sum(bool(hits[one]) for one in own)
    found = {name for one in own for name in hits[one]} & wanted
    return {
        "kind": name,
        "listed": len(own),
        "right": right,
        "any kind": sum(bool(loose[one]) for one in own),
        "coded": len(wanted),
        "found": len(found),
        "precision": round(right / len(own), 3) if own else float("nan"),
        "recall": round(len(found) / len(wanted), 3) if wanted else float("nan"),
    }
