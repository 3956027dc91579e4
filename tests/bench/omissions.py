"""Omissions against human codings: `python tests/bench/omissions.py [seeds]`.

An omission is right when no unit of the article is coded with what most of the fact's units are coded with; facts of
which most units share no code are left aside. For each share that `nearby.find` takes: how many omissions are listed,
how many of these are right, and which part of all that are right this is.
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import fact_scores  # noqa: E402

from analysis import consensus, discrepancies, facts, nearby, omissions  # noqa: E402
from analysis.reading import read  # noqa: E402

CORPORA = ROOT / "tests" / "corpora"
CODED = [CORPORA / "dev4" / "coding.tsv", CORPORA / "dev5" / "coding.tsv", CORPORA / "lancement" / "told.tsv"]
SEEDS = [ROOT / "seeds" / "coding" / "units.tsv"]
SHARES = {"third": 1 / 3, "half": 1 / 2, "two thirds": 2 / 3}


def main() -> None:
    """Print the scores."""
    rows = pd.concat([_omitted(coding) for coding in (SEEDS if sys.argv[1:] == ["seeds"] else CODED)])
    for corpus, part in [*rows.groupby("corpus", sort=False), ("all", rows)]:
        for name in ("none", *SHARES):
            listed = part if name == "none" else part[~part[name]]
            right = f"{listed['right'].sum():3} right, {listed['right'].mean():.3f}"
            sure = listed[~listed["short"]]["right"]
            kept = listed["right"].sum() / part["right"].sum()
            print(f"{corpus:10} {name:11} {len(listed):4} listed, {right}; {kept:.2f} of what is right", end="; ")
            print(f"not short: {sure.sum()} of {len(sure)}")


def _omitted(coding: Path) -> pd.DataFrame:
    """One row per omission that can be judged: corpus, right, short, and by share whether it is perhaps told."""
    folder = coding.parent.parent if coding in SEEDS else coding.parent
    reading = read(folder)
    (claims, found), (loose, _) = facts.at(reading, None, (facts.THRESHOLD, facts.THRESHOLD / 2))
    differing = discrepancies.find(reading, claims, found)
    told = consensus.told(claims, found, reading.documents)
    table = omissions.left_out(told, reading.units)
    for name, holds in SHARES.items():
        near = nearby.find(claims, loose=loose, discrepancies=differing, holds=holds)
        perhaps = set(near[["fact", "document"]].itertuples(index=False, name=None))
        table[name] = [pair in perhaps for pair in table[["label", "document"]].itertuples(index=False, name=None)]
    return _judged(table, fact_scores.units(coding, claims)).assign(corpus=folder.name)


def _judged(table: pd.DataFrame, units: list[fact_scores.Unit]) -> pd.DataFrame:
    codes, tellers = defaultdict(set), defaultdict(list)
    for unit in units:
        codes[unit.document] |= unit.coded
        for fact in unit.found:
            tellers[fact].append(unit.coded)
    right = []
    for fact, document in table[["label", "document"]].itertuples(index=False, name=None):
        often = Counter(code for coded in tellers[fact] for code in coded)
        most = {code for code, count in often.items() if 2 * count > len(tellers[fact])}
        right.append(not most & codes[document] if most else None)
    kept = table.assign(right=right)
    return kept[kept["right"].notna()].astype({"right": "bool"})


if __name__ == "__main__":
    main()
