"""How long the tables of facts take for 200 articles, and how often a length is blamed wrongly.

    python tests/bench/consensus.py

First 200 articles of one event with 2,000 facts, of which 30 are told by most: seconds of processor time. Then events
in which every article is cut at random from a full account, so that length alone explains what it doesn't tell:
how often `by_article` says `fewer` or `more` all the same, and how often its interval holds what is told.
"""

import time

import numpy as np
import pandas as pd

from analysis import completeness, consensus, matrix, omissions, tables

ARTICLES, FACTS, WIDE = 200, 2000, 30
FULL = 60


def main() -> None:
    """Print the seconds, and the shares of wrong findings for 5, 12 and 40 articles."""
    draw = np.random.default_rng(0)
    lengths = draw.integers(15, 45, ARTICLES)
    rates = np.append(np.full(WIDE, 0.7), np.full(FACTS - WIDE, 0.008))
    telling = [[[fact] for fact in np.flatnonzero(draw.random(FACTS) < rates)] for _ in range(ARTICLES)]
    claims, facts, documents, units = _tables(telling, lengths)
    start = time.process_time()
    told = consensus.told(claims, facts, documents)
    standing = consensus.standing(told, facts)
    omissions.left_out(told, units)
    completeness.by_article(told, units)
    completeness.covered(told)
    matrix.shown(told, standing)
    print(f"{ARTICLES} articles, {len(facts)} facts, {len(claims)} claims: {time.process_time() - start:.2f} s")
    for number in (5, 12, 40):
        print(f"{number:3} articles: {_wrong(draw, number)}")


def _wrong(draw: np.random.Generator, number: int, events: int = 40, wide: int = 14) -> str:
    tables_ = []
    for _ in range(events):
        lengths = draw.integers(15, FULL - 2, number)
        telling = [_cut(draw, int(length), wide) for length in lengths]
        claims, facts, documents, units = _tables(telling, lengths)
        tables_.append(completeness.by_article(consensus.told(claims, facts, documents), units))
    table = pd.concat(tables_)
    found = table["reading"].isin((completeness.FEWER, completeness.MORE)).mean()
    held = table["common"].between(table["low"], table["high"])[table["expected"].notna()].mean()
    return f"{found:.1%} said to tell fewer or more, {held:.1%} within their interval"


def _cut(draw: np.random.Generator, length: int, wide: int) -> list[list[int]]:
    """The facts of each sentence that is left of a full account, which tells each of `wide` facts once."""
    full: list[list[int]] = [[fact] for fact in range(wide)] + [[]] * (FULL - wide)
    return [full[sentence] for sentence in draw.permutation(FULL)[:length]]


def _tables(telling: list[list[list[int]]], lengths: np.ndarray) -> tuple[pd.DataFrame, ...]:
    claims, units = [], []
    for article, (sentences, length) in enumerate(zip(telling, lengths, strict=True)):
        place = {"document": f"d{article:03}"}
        spans = [{**place, "unit": unit, "start": 9 * unit, "end": 9 * unit + 8} for unit in range(length)]
        units += [{**span, "role": "body"} for span in spans]
        for number, facts in enumerate(sentences):
            claims += [
                {**spans[number % length], "fact": f"F{fact:04}", "claim": f"{article}-{number}-{fact}"}
                for fact in facts
            ]
    found = tables.table("claims", claims)
    known = found.drop_duplicates("fact").assign(story=0, of=len(telling), statement="A fact is told.")
    known["articles"] = known["fact"].map(found.groupby("fact")["document"].nunique())
    documents = [{"document": f"d{number:03}", "label": f"S{number}"} for number in range(len(telling))]
    facts = tables.table("facts", known.to_dict("records"))
    return found, facts, tables.table("documents", documents), tables.table("units", units)


if __name__ == "__main__":
    main()
