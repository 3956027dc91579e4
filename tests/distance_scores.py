"""The status of units, held against those coded by hand in `corpora/distance.tsv`."""

import csv
from pathlib import Path

import pandas as pd

from analysis import distance, reserves
from analysis.reading import Reading, read

CORPORA = Path(__file__).parent / "corpora"


def scored(part):
    """One row is a unit coded by hand, with the status that the `machine` finds and the `names` kept at a distance."""
    coded = pd.read_csv(CORPORA / "distance.tsv", sep="\t", quoting=csv.QUOTE_NONE, keep_default_na=False)
    coded = coded[coded["part"] == part]
    found = pd.concat([_read(folder) for folder in sorted(set(coded["corpus"]))])
    return coded.merge(found, on=["corpus", "document", "unit"], how="left", validate="one_to_one")


def errors():
    """One row per status coded and found, of the units that settled no rule: as `distance.errors`."""
    table = scored("final").rename(columns={"status": "coded", "machine": "found"})
    cells = [table["coded"].eq(a) & table["found"].eq(b) for a in reserves.STATUSES for b in reserves.STATUSES]
    pairs = [(a, b) for a in reserves.STATUSES for b in reserves.STATUSES]
    rows = [(*pair, int(cell.sum())) for pair, cell in zip(pairs, cells, strict=True) if cell.any()]
    return pd.DataFrame(rows, columns=["coded", "found", "units"])


def _read(folder: str) -> pd.DataFrame:
    """Each unit of a corpus with the machine's status, and whose words it keeps at a distance there."""
    reading = read(CORPORA / folder)
    marks = marks_of(reading)
    told = distance.told(marks, reading.units)[["document", "unit", "status"]].rename(columns={"status": "machine"})
    distant = marks[(marks["said"] >= 0) & marks["status"].isin(distance.DISTANT)]
    distant = distant.assign(name=reading.statements["speaker"].to_numpy()[distant["said"]])
    names = distant[distant["name"] != ""].groupby(["document", "unit"])["name"].agg("|".join).rename("names")
    table = told.merge(names.reset_index(), on=["document", "unit"], how="left")
    return table.assign(names=table["names"].fillna("").astype("str"), corpus=folder)


def marks_of(reading: Reading) -> pd.DataFrame:
    return reserves.find(reading.documents, reading.units, reading.rules, reading.evidence, reading.statements)
