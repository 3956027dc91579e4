"""Which containment tells copies from other articles on the same event: invented articles, and copies made of them.

    python tests/bench/copies.py

Prints the highest containment of two invented articles of which none is a copy, then for each way of copying the lowest
one, and precision and recall of `sharing.pairs` over all pairs. A copy keeps the first sentences of its original, with
some words replaced, left out or added, dirt of the web in its signs, and sentences of words that stand nowhere else. A
copy and another article on the same event, or its copy, are no pair of copies.
"""

import random
import re
from pathlib import Path

import pandas as pd

from analysis import corpus, sharing, shingles

CORPORA = Path(__file__).parents[1] / "corpora"
NAMES = ("dev", "dev2", "dev3", "dev4", "lancement", "summit")
WAYS = (
    (1, 0, 0),
    (1, 0.3, 0.05),
    (0.6, 0.5, 0.05),
    (0.5, 0.5, 0.1),
    (0.4, 0.6, 0.05),
    (0.3, 0.7, 0.05),
    (0.3, 0.7, 0.1),
)
"""Which share of the original is kept, how much is added (as a share of another article), how many words change."""
DIRT = (
    ("'", "’"),
    (" ", "\u00a0"),
    ("fi", "\ufb01"),
    ("é", "&eacute;"),
    ("é", "e\u0301"),
    ("ti", "t\u00adi"),
    ("", ""),
)


def main() -> None:
    """Print what separates copies from others."""
    own = pd.concat([corpus.read(CORPORA / name) for name in NAMES], ignore_index=True)
    own = own.assign(document=[f"{place:03}" for place in range(len(own))])
    others = shingles.containment(own, least=0.001)
    print(f"{len(own)} articles, none a copy: {highest(others).max():.3f} at the most")
    for way in WAYS:
        measured(own, way)


def measured(own: pd.DataFrame, way: tuple[float, float, float]) -> None:
    """Print how copies made in one way are found."""
    dice = random.Random(7)
    made = pd.DataFrame([copied(own, place, way, dice) for place in range(len(own))])
    both = pd.concat([own, made], ignore_index=True).sort_values("document", ignore_index=True)
    gold = {(name, f"{name}-copy") for name in own["document"]}
    found = shingles.containment(both, least=0.001).assign(highest=highest).set_index(["document_a", "document_b"])
    level = [float(found["highest"].get(pair, 0.0)) for pair in sorted(gold)]
    told = set(sharing.pairs(both).set_index(["document_a", "document_b"]).index)
    right = len(told & gold)
    print(
        f"kept {way[0]:.0%}, added {way[1]:.0%}, changed {way[2]:.0%}: {min(level):.2f} at the least; "
        f"precision {right / max(len(told), 1):.3f}, recall {right / len(gold):.3f}"
    )


def highest(table: pd.DataFrame) -> pd.Series:
    """The containment of the article that is more contained."""
    return table[["a_in_b", "b_in_a"]].max(axis=1)


def copied(own: pd.DataFrame, place: int, way: tuple[float, float, float], dice: random.Random) -> dict:
    """A copy of the article at `place`, filled up with sentences of its own, as long as those of another article."""
    kept, added, rate = way
    sentences, others = (re.split(r"(?<=[.!?])\s+", own["text"][at % len(own)]) for at in (place, place + 7))
    told = [changed(one, rate, dice) for one in sentences[: max(1, round(kept * len(sentences)))]]
    alone = [changed(one, 1, dice) for one in others[: round(added * len(others))]]
    text = " ".join(told + alone)
    row = own.iloc[place].to_dict()
    return row | {"document": f"{row['document']}-copy", "text": text.replace(*dice.choice(DIRT))}


def changed(sentence: str, rate: float, dice: random.Random) -> str:
    """The sentence with this share of its words replaced, left out or followed by another."""

    def other(word: re.Match[str]) -> str:
        if dice.random() >= rate:
            return word.group()
        new = f"x{dice.randrange(10**6)}"
        return dice.choice((new, new, "", f"{word.group()} {new}"))

    return re.sub(r"\w+", other, sentence)


if __name__ == "__main__":
    main()
