"""Policy frames of articles against human codings: `python tests/bench/policy.py [CORPUS …]`, or `--thresholds`.

A corpus is a folder of `tests/corpora` with `policy.tsv`; without one, `policy-dev`, each article with the thresholds
that the others give, beside two baselines: always the frames that are commonest in `policy-dev`, and a frame wherever
one of three key words stands. `--thresholds` fits them on `policy-dev` and writes `lexicons/policy_thresholds.csv`.
"""

import csv
import re
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from analysis import lexicons, measures, policy  # noqa: E402
from analysis.reading import read  # noqa: E402

CORPORA = ROOT / "tests" / "corpora"
TUNING = "policy-dev"
GRID = np.arange(0.01, 0.5, 0.01)
COMMON = 0.3
"""How much of a threshold is the one that serves all frames best: a frame of few articles has no sure one."""
KEY_WORDS = {
    "economic": "économi prix emploi",
    "capacity": "manque effectif moyens",
    "morality": "moral conscience religi",
    "fairness": "égalité injust discrimin",
    "legality": "loi droit justice",
    "policy": "mesure plan réforme",
    "crime": "crime police enquête",
    "security": "sécurité guerre armée",
    "health": "santé hôpital malad",
    "quality of life": "logement quotidien école",
    "cultural identity": "identité culture tradition",
    "public opinion": "sondage manifest opinion",
    "political": "élection parti député",
    "external": "international diplomat sanction",
}


class Coded(NamedTuple):
    """Articles × frames: the share of units with the frame, whether the coder has it, and whether a key word stands."""

    shares: np.ndarray
    held: np.ndarray
    keyed: np.ndarray


def main() -> None:
    """Print the scores, or write the thresholds."""
    tuning = coded(TUNING)
    if sys.argv[1:] == ["--thresholds"]:
        table = pd.DataFrame({"label": list(KEY_WORDS), "share": fitted(tuning).round(3)})
        table.to_csv(lexicons.PACKAGED / "policy_thresholds.csv", index=False)
        print(table.to_string(index=False))
        return
    for corpus in sys.argv[1:] or [TUNING]:
        found = coded(corpus)
        guesses = left_out(found) if corpus == TUNING else found.shares >= np.array(list(policy.thresholds().values()))
        print(f"== {corpus}: {len(found.held)} articles, {found.held.sum(axis=1).mean():.1f} frames an article")
        report("the lexicon", guesses, found.held)
        for place, label in enumerate(KEY_WORDS):
            report(f"   {label}", guesses[:, [place]], found.held[:, [place]])
        report("key words", found.keyed, found.held)
        often = np.argsort(-tuning.held.sum(axis=0), kind="stable")
        for many in range(3, 8):
            always = np.isin(np.arange(len(KEY_WORDS)), often[:many])
            report(f"always the {many} commonest", np.broadcast_to(always, found.held.shape), found.held)


def coded(corpus: str, lang: str = "fr") -> Coded:
    """The articles of a corpus in one language."""
    found = read(CORPORA / corpus)
    documents = found.documents[found.documents["lang"] == lang]
    table = measures.prevalence(found.evidence, found.units, documents, policy.LAYER, list(KEY_WORDS))
    shares = table.pivot(index="document", columns="label", values="share")[list(KEY_WORDS)]
    listed = pd.read_csv(CORPORA / corpus / "policy.tsv", sep="\t", quoting=csv.QUOTE_NONE, keep_default_na=False)
    frames = dict(zip(listed["document"], listed["frames"].str.split("|"), strict=True))
    texts = dict(zip(documents["document"], documents["text"].str.lower(), strict=True))
    held = [[label in frames[document] for label in KEY_WORDS] for document in shares.index]
    keys = [re.compile(rf"\b({'|'.join(words.split())})") for words in KEY_WORDS.values()]
    keyed = [[bool(key.search(texts[document])) for key in keys] for document in shares.index]
    return Coded(shares.to_numpy(float), np.array(held), np.array(keyed))


def fitted(articles: Coded) -> np.ndarray:
    """Each frame's threshold: the middle of what serves it best, drawn towards the one that serves all frames best."""
    common = GRID[int(np.argmax([f1(articles.shares >= share, articles.held) for share in GRID]))]
    frames = zip(articles.shares.T, articles.held.T, strict=True)
    return np.array([COMMON * common + (1 - COMMON) * _own(*frame) for frame in frames])


def _own(shares: np.ndarray, held: np.ndarray) -> float:
    smooth = [(2 * ((shares >= at) & held).sum() + 1) / ((shares >= at).sum() + held.sum() + 2) for at in GRID]
    return float(GRID[np.array(smooth) >= max(smooth) - 0.02].mean())


def left_out(articles: Coded) -> np.ndarray:
    """Each article by the thresholds that the others give."""
    rows = []
    for place in range(len(articles.held)):
        others = np.arange(len(articles.held)) != place
        rows.append(articles.shares[place] >= fitted(Coded(*(part[others] for part in articles))))
    return np.array(rows)


def f1(guesses: np.ndarray, held: np.ndarray) -> float:
    """F1 over all articles and frames."""
    return float(2 * (guesses & held).sum() / max(guesses.sum() + held.sum(), 1))


def report(what: str, guesses: np.ndarray, held: np.ndarray) -> None:
    """One line of precision, recall and F1."""
    both = (guesses & held).sum()
    precision, recall = both / max(guesses.sum(), 1), both / max(held.sum(), 1)
    print(f"{what:28} P {precision:.2f}  R {recall:.2f}  F1 {f1(guesses, held):.3f}")


if __name__ == "__main__":
    main()
