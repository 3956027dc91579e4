"""How fast shared wording is found, and how much of it: made-up articles, one in ten a copy of part of another.

    python tests/bench/reuse.py

Copies take half of an article or more and replace up to a tenth of the words. A pair counts as found when one article
has `LEAST` of its shingles in the other. Times are processor time of one core.
"""

import random
import re
import time

import pandas as pd
from articles import SIZES, made

from analysis import reuse, shingles, tables

LEAST = 0.25
EVENT = 200
"""Articles on one event, of which three in four are copies of the first ones."""


def main() -> None:
    """Print seconds, precision and recall of pairs for each size, and the seconds that an event's passages take."""
    documents, _ = made(SIZES[-1])
    for number in SIZES:
        some, gold = copied(documents[:number], range(1, number, 10), number)
        start = time.process_time()
        found = shingles.containment(some, least=LEAST)
        seconds = time.process_time() - start
        pairs = set(found[["document_a", "document_b"]].itertuples(index=False, name=None))
        right = len(pairs & gold)
        print(f"{number:6} articles: {seconds:.1f} s, {len(pairs)} pairs, precision {right / len(pairs):.3f}, ", end="")
        start = time.process_time()
        passages = reuse.passages(some, lines(some), tables.empty("statements"), pairs=found)
        seconds = time.process_time() - start
        print(f"recall {right / len(gold):.3f}; {len(passages)} passages of these pairs in {seconds:.1f} s", flush=True)
    event, _ = copied(documents[:EVENT], range(EVENT // 4, EVENT), EVENT // 4)
    start = time.process_time()
    passages = reuse.passages(event, lines(event), tables.empty("statements"))
    print(f"{EVENT} articles on one event, {len(passages)} passages in {time.process_time() - start:.1f} s")


def copied(documents: pd.DataFrame, places: range, among: int) -> tuple[pd.DataFrame, set[tuple[str, str]]]:
    """The articles, those at `places` with half or more of another one's lines, and the pairs that this makes.

    No article is copied twice, unless there are too few; a copy of a copy is none of the pairs.
    """
    dice = random.Random(2)
    texts, names = documents["text"].tolist(), documents["document"].tolist()
    whole = [place for place in range(among) if place not in places]
    sources = dice.sample(whole, len(places)) if len(places) <= len(whole) else dice.choices(whole, k=len(places))
    pairs = set()
    for place, source in zip(places, sources, strict=True):
        own, other = texts[place].split("\n"), texts[source].split("\n")
        size = dice.randrange(len(other) // 2, len(other) + 1)
        begin, rate = dice.randrange(len(other) - size + 1), dice.choice((0, 0.05, 0.1))
        lines = [replaced(line, rate, dice) for line in other[begin : begin + size]]
        texts[place] = "\n".join(lines + own[: len(own) - size])
        pairs.add((min(names[place], names[source]), max(names[place], names[source])))
    return documents.assign(text=texts), pairs


def replaced(line: str, rate: float, dice: random.Random) -> str:
    """The line with this share of its words turned into words that are nowhere else."""

    def other(word: re.Match[str]) -> str:
        return f"x{dice.randrange(10**6)}" if dice.random() < rate else word.group()

    return re.sub(r"\w+", other, line)


def lines(documents: pd.DataFrame) -> pd.DataFrame:
    """`units`: each line of each article."""
    rows = [
        (name, unit, line.start(), line.end(), "body")
        for name, text in documents[["document", "text"]].itertuples(index=False, name=None)
        for unit, line in enumerate(re.finditer(r"[^\n]+", text))
    ]
    return pd.DataFrame(rows, columns=["document", "unit", "start", "end", "role"])


if __name__ == "__main__":
    main()
