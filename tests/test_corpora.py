"""The codings of facts in the invented corpora: every offset, id and value holds; nothing of their texts is shown."""

import csv
from pathlib import Path

import pandas as pd
import pytest

CORPORA = Path(__file__).parent / "corpora"
FOLDERS = [folder for folder in ("dev4", "dev5", "heldout4") if (CORPORA / folder).is_dir()]
KINDS = {"place", "date", "number", "name", "status", "direction", "attribution", "granularity"}


def table(folder: str, name: str) -> pd.DataFrame:
    return pd.read_csv(CORPORA / folder / name, sep="\t", quoting=csv.QUOTE_NONE, keep_default_na=False)


def texts(folder: str) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in (CORPORA / folder).glob("*.txt")}


def ids(coding: pd.DataFrame) -> set[str]:
    return {claim for cell in coding["claims"] for claim in cell.split("|") if claim}


@pytest.mark.parametrize("folder", FOLDERS)
def test_units_cover_their_article_but_white_space(folder):
    faults, coding = [], table(folder, "coding.tsv")
    for document, text in texts(folder).items():
        last = 0
        for unit in coding[coding["document"] == document].itertuples():
            if text[unit.start : unit.end] != unit.text or unit.start < last or text[last : unit.start].strip():
                faults.append(unit.unit)
            last = unit.end
        faults += [document] if text[last:].strip() else []
    assert faults == []
    assert set(coding["document"]) == set(texts(folder)) == set(pd.read_csv(CORPORA / folder / "articles.csv").document)


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_fact_is_told_and_listed_once(folder):
    claims = table(folder, "claims.tsv")
    assert claims["claim"].is_unique
    assert set(claims["claim"]) == ids(table(folder, "coding.tsv"))
    assert (claims["claim"].str[1:3] == claims["event"].str[1:]).all()


@pytest.mark.parametrize("folder", FOLDERS)
def test_values_of_discrepancies_stand_in_their_units(folder):
    coding = table(folder, "coding.tsv").set_index("unit")
    content, found = texts(folder), table(folder, "discrepancies.tsv")
    faults = [
        (row.discrepancy, row.unit)
        for row in found.itertuples()
        if content[row.document][row.start : row.end] != row.value
        or not coding.at[row.unit, "start"] <= row.start < row.end <= coding.at[row.unit, "end"]
    ]
    assert faults == []
    assert set(found["kind"]) <= KINDS
    assert set(found["claim"]) - {""} <= ids(coding)
    assert (found.groupby("discrepancy")["kind"].nunique() == 1).all()


@pytest.mark.parametrize("folder", FOLDERS)
def test_passages_are_of_two_articles_and_within_them(folder):
    content, faults = texts(folder), []
    for row in table(folder, "passages.tsv").itertuples():
        a, b = content[row.document_a][row.start_a : row.end_a], content[row.document_b][row.start_b : row.end_b]
        if row.document_a == row.document_b or min(len(a.split()), len(b.split())) < 7:
            faults.append((row.document_a, row.start_a))
    assert faults == []
