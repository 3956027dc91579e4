"""Large corpora of our own sentences, and spaCy's blank French tokeniser to set a speed against."""

import random
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd

from analysis import corpus

ROOT = Path(__file__).resolve().parents[2]
CORPORA = ("seeds", *(f"tests/corpora/{name}" for name in ("dev", "dev2", "dev3", "dev4", "reading-dev")))
SIZES = (100, 1000, 10_000)
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


def made(number: int) -> tuple[pd.DataFrame, pd.DataFrame]:
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


def tokenised(texts: list[str]) -> float:
    """Megabytes a second of spaCy's blank French tokeniser, warm; 0 where there is no spaCy."""
    python = sys.argv[1] if len(sys.argv) > 1 else sys.executable
    run = subprocess.run([python, "-c", TOKENISER], input="\0".join(texts).encode(), capture_output=True, check=False)
    return float(run.stdout) if run.returncode == 0 else 0.0
