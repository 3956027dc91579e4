"""Topics, frames, hedges and loaded words against human codings: `python tests/bench/frames.py [CORPUS …]`.

A corpus is a folder of `tests/corpora`, or `seeds`; without one, all for tuning and the seeds, one by one. With
`--reliability` the corpora kept apart are scored together, and what comes out is written to
`analysis/lexicons/reliability.csv`, by which shares are corrected where no reference coding is at hand.
"""

import csv
import sys
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from analysis import lexicons, policy, reliability, validation  # noqa: E402
from analysis.reading import read  # noqa: E402

CORPORA = ROOT / "tests" / "corpora"
TUNING = ("dev", "dev2", "dev3", "dev4", "dev5", "reading-dev", "summit", "lancement", "excerpts", "sentences", "seeds")
APART = ("heldout", "heldout3", "heldout4")
APART_POLICY = "policy-held"


def main() -> None:
    """Print the scores, or write those of the corpora kept apart."""
    if sys.argv[1:] == ["--reliability"]:
        pooled = pd.concat([*(judged(corpus) for corpus in APART), policies(APART_POLICY)], ignore_index=True)
        table = validation.scores(pooled)[list(reliability.MEASURED)].round(4)
        table.to_csv(lexicons.PACKAGED / "reliability.csv", index=False)
        print(table.to_string(index=False))
        return
    for corpus in sys.argv[1:] or TUNING:
        codings = judged(corpus)
        print(f"== {corpus}")
        print(validation.scores(codings, repeats=200).drop(columns="why").round(2).to_string(index=False))
        for layer, part in codings.groupby("layer"):
            print(f"   {layer}: micro-F1 {micro(part):.3f}")


def judged(corpus: str) -> pd.DataFrame:
    """The coded units of a corpus, label by label, with what the machine says; documents are named by their corpus."""
    texts = ROOT / "seeds" if corpus == "seeds" else CORPORA / corpus
    table = texts / "texts.csv"
    found = read(table if table.is_file() else texts)
    coding = validation.read(texts / "coding" if corpus == "seeds" else texts, found.documents)
    codings = validation.coded(coding, found.evidence)
    return codings.assign(document=corpus + "/" + codings["document"])


def policies(corpus: str) -> pd.DataFrame:
    """The coded articles of a corpus, policy frame by policy frame, with what the machine says."""
    found = read(CORPORA / corpus)
    frames = policy.frames(found.evidence, found.units, found.documents, found.rules)
    listed = pd.read_csv(CORPORA / corpus / "policy.tsv", sep="\t", quoting=csv.QUOTE_NONE, keep_default_na=False)
    coded = dict(zip(listed["document"], listed["frames"].str.split("|"), strict=True))
    pairs = frames[["document", "label"]].itertuples(index=False, name=None)
    human = [label in coded[document] for document, label in pairs]
    return frames[["layer", "label", "document"]].assign(human=human, machine=frames["held"])


def micro(codings: pd.DataFrame) -> float:
    """F1 over all labels together."""
    both = (codings["human"] & codings["machine"]).sum()
    return 2 * both / max(codings["human"].sum() + codings["machine"].sum(), 1)


if __name__ == "__main__":
    main()
