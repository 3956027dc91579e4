"""How fast a corpus is searched for all rules, from 100 to 10,000 articles, beside spaCy's blank French tokeniser.

    python tests/bench/matching.py [PYTHON]

PYTHON is one that has spaCy, when this one has not: `uv run --with spacy which python` names one.
"""

import random
import re
import subprocess
import sys
import time
from itertools import product
from pathlib import Path

import pandas as pd

from analysis import corpus, lexicons, matching, tables

ROOT = Path(__file__).resolve().parents[2]
CORPORA = ("seeds", "tests/corpora/dev", "tests/corpora/dev2", "tests/corpora/reading-dev")
SENTENCES = 24
INVENTED = 0.02
"""The share of words that no other article has, so that the vocabulary grows as in life."""
TOKENISER = """
import sys, time, spacy
nlp = spacy.blank("fr")
texts = sys.stdin.buffer.read().decode("utf-8").split("\\0")
for text in texts[:100]: nlp.tokenizer(text)
start = time.process_time()
for text in texts: nlp.tokenizer(text)
print(sum(map(len, texts)) / (time.process_time() - start) / 1e6)
"""


def main() -> None:
    """Print megabytes (of characters) a second of processor time for three sizes, and the ratio to the tokeniser."""
    start = time.process_time()
    rules = lexicons.load(["fr"])
    slow = rules["pattern"].str.startswith("re:") & ~rules["layer"].isin(tables.READ_APART)
    print(f"{len(rules)} rules read in {time.process_time() - start:.2f} s, {slow.sum()} of them expressions")
    documents, units = _corpus(10_000)
    tokeniser = _tokeniser(documents["text"][:1000].tolist())
    print(f"spaCy's tokeniser: {tokeniser:.1f} MB/s" if tokeniser else "spaCy is not installed here; see the docstring")
    kinds = {"all rules": rules, "rules of words": rules[~rules["pattern"].str.startswith("re:")]}
    for (name, some), few in product(kinds.items() if slow.any() else [("all rules", rules)], (100, 1000, 10_000)):
        seconds, matches = _searched(some, documents[:few], units[units["document"] < f"{few:06}"])
        size = documents["text"][:few].str.len().sum() / 1e6
        ratio = f", {size / seconds / tokeniser:.1f} times the tokeniser" if tokeniser else ""
        print(f"{name}, {few:6} articles, {size:5.1f} MB: {matches} matches, {size / seconds:.1f} MB/s{ratio}")


def _searched(rules: pd.DataFrame, documents: pd.DataFrame, units: pd.DataFrame) -> tuple[float, int]:
    """The seconds that it takes to search the corpus, and the number of matches."""
    matching.find(documents[:1], units[:1], rules, also=tables.ON_REQUEST)
    start = time.process_time()
    found = matching.find(documents, units, rules, also=tables.ON_REQUEST)
    return time.process_time() - start, len(found)


def _corpus(number: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """`documents` and `units` of so many articles: sentences of ours in any order, one a line."""
    read = pd.concat([corpus.read(ROOT / path) for path in CORPORA])
    texts = read.loc[read["lang"] == "fr", "text"]
    sentences = [said.strip() for text in texts for said in re.split(r"(?<=[.!?»])\s+|\n+", text) if said.strip()]
    dice = random.Random(1)
    documents, units = [], []
    for place in range(number):
        name, lines, at = f"{place:06}", [_varied(dice.choice(sentences), dice) for _ in range(SENTENCES)], 0
        for unit, line in enumerate(lines):
            units.append((name, unit, at, at + len(line), ("title", "lead")[unit] if unit < 2 else "body"))
            at += len(line) + 1
        documents.append((name, "fr", "\n".join(lines)))
    columns = ["document", "unit", "start", "end", "role"]
    return pd.DataFrame(documents, columns=["document", "lang", "text"]), pd.DataFrame(units, columns=columns)


def _varied(sentence: str, dice: random.Random) -> str:
    return re.sub(r"[^\W\d_]{4,}", lambda word: _invented(word.group(), dice), sentence)


def _invented(word: str, dice: random.Random) -> str:
    if dice.random() > INVENTED:
        return word
    letters = "".join(dice.sample(word.lower(), len(word)))
    return letters.capitalize() if word[0].isupper() else letters


def _tokeniser(texts: list[str]) -> float:
    """Megabytes a second of spaCy's blank French tokeniser, warm; 0 where there is no spaCy."""
    python = sys.argv[1] if len(sys.argv) > 1 else sys.executable
    run = subprocess.run([python, "-c", TOKENISER], input="\0".join(texts).encode(), capture_output=True, check=False)
    return float(run.stdout) if run.returncode == 0 else 0.0


if __name__ == "__main__":
    main()
