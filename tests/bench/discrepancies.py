"""Discrepancies against human codings: `python tests/bench/discrepancies.py [seeds|dev4|dev5] [errors]`.

An invented corpus is scored twice: with the facts that the machine finds, and with those that the coder gave; the
difference is what facts cost. `errors` also lists what is wrong and what is missed.
"""

import csv
import sys
import tempfile
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import discrepancy_scores as scores  # noqa: E402

from analysis import discrepancies, facts, tables  # noqa: E402
from analysis.reading import Reading, read  # noqa: E402

MINE = ("place", "date", "number", "name")


def main() -> None:
    """Print the scores."""
    name = sys.argv[1] if len(sys.argv) > 1 else "dev4"
    folder = ROOT / "seeds" if name == "seeds" else ROOT / "tests" / "corpora" / name
    reading = read(folder)
    if name == "seeds":
        coding = folder / "coding"
        coded = scores.by_units(coding / "discrepancies.tsv", coding / "units.tsv", reading.documents)
    else:
        coded = scores.by_spans(folder / "discrepancies.tsv")
    _show(name, coded, reading, *facts.find(reading))
    if name != "seeds":
        _show(f"{name}, the coder's facts", coded, reading, *oracle(reading, folder))


def oracle(reading: Reading, folder: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables `claims` and `facts` of a corpus as its coder has them, told by an analyst's file of facts."""
    with (folder / "coding.tsv").open(encoding="utf-8", newline="") as opened:
        coding = list(csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))
    told: dict[str, list[tuple[int, int, str]]] = {}
    for row in coding:
        told.setdefault(row["document"], []).append((int(row["start"]), int(row["end"]), row["claims"]))
    rows = []
    for document, unit, start, end, _ in reading.units.itertuples(index=False, name=None):
        own = [
            names
            for first, last, names in told.get(document, [])
            if 2 * (min(end, last) - max(start, first)) > min(end - start, last - first)
        ]
        rows += [(fact, document, unit) for names in own or [""] for fact in names.split("|")]
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "facts.csv"
        pd.DataFrame(rows, columns=["fact", "document", "unit"]).drop_duplicates().to_csv(file, index=False)
        return facts.find(reading, file)


def _show(what: str, coded: list[scores.Coded], reading: Reading, claims: pd.DataFrame, found: pd.DataFrame) -> None:
    listed = discrepancies.find(reading, claims, found)
    print(what, scores.scores(coded, listed).to_string(index=False), sep="\n")
    mine = scores.scores(coded, listed, MINE).tail(1)
    print(f"of {', '.join(MINE)}:", mine.to_string(index=False, header=False))
    if "errors" in sys.argv:
        _errors(coded, listed, reading)


def _errors(coded: list[scores.Coded], listed: pd.DataFrame, reading: Reading) -> None:
    hits, loose = scores.matched(coded, listed), scores.matched(coded, listed, any_kind=True)
    traced = tables.trace(listed, reading.documents, width=50)
    for (name, kind, of), rows in traced.groupby(["discrepancy", "kind", "of"], sort=True):
        print("+" if hits[name] else "-", name, kind, of, rows["confidence"].iloc[0], sorted(hits[name] or loose[name]))
        for row in rows.itertuples():
            print(
                f"      {row.document[:18]:18} {row.value:24} {row.before} [{row.text}] {row.after}".replace("\n", "/")
            )
    found = {name for names in hits.values() for name in names}
    print("missed:", ", ".join(f"{one.name} {one.kind}" for one in coded if one.name not in found))


if __name__ == "__main__":
    main()
