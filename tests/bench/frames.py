"""Topics, frames, hedges and loaded words against human codings: `python tests/bench/frames.py [CORPUS …]`.

A corpus is a folder of `tests/corpora`, or `seeds`, or `excerpts/unread`, the half of the excerpts that was scored
while tuning and not read; without one, all for tuning and the seeds. Several are scored together as well. With
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
from analysis.reading import Reading, read  # noqa: E402

CORPORA = ROOT / "tests" / "corpora"
TUNING = ("dev", "dev2", "dev3", "dev4", "dev5", "reading-dev", "summit", "lancement", "excerpts", "sentences", "seeds")
APART = ("heldout", "heldout3", "heldout4")
APART_POLICY = "policy-held"


def main() -> None:
    """Print the scores, or write those of the corpora kept apart."""
    if sys.argv[1:] == ["--reliability"]:
        pooled = pd.concat([*(judged(corpus) for corpus in APART), policies(APART_POLICY)], ignore_index=True)
        table = validation.scores(pooled[pooled["layer"] != "loaded"])[list(reliability.MEASURED)].round(4)
        table.to_csv(lexicons.PACKAGED / "reliability.csv", index=False)
        print(table.to_string(index=False))
        return
    corpora = sys.argv[1:] or TUNING
    scored = {corpus: judged(corpus) for corpus in corpora}
    for corpus, codings in scored.items():
        print(f"== {corpus}")
        print(validation.scores(codings, repeats=200).drop(columns="why").round(2).to_string(index=False))
        told(codings)
    if len(scored) > 1:
        print(f"== together: {', '.join(scored)}")
        told(pd.concat(scored.values(), ignore_index=True))


def told(codings: pd.DataFrame) -> None:
    """Print precision, recall and F1 over all labels of each layer."""
    for layer, part in codings.groupby("layer"):
        right, machine, human = (part["human"] & part["machine"]).sum(), part["machine"].sum(), part["human"].sum()
        rates = f"precision {right / max(machine, 1):.3f}, recall {right / max(human, 1):.3f}"
        print(f"   {layer}: micro-F1 {2 * right / max(machine + human, 1):.3f} ({rates})")


def judged(corpus: str) -> pd.DataFrame:
    """The coded units of a corpus, label by label, with what the machine says; documents are named by their corpus.

    Loaded words, compared by overlap, have a row for each that human or machine has marked.
    """
    name, _, half = corpus.partition("/")
    texts = ROOT / "seeds" if name == "seeds" else CORPORA / name
    table = texts / "texts.csv"
    found = read(table if table.is_file() else texts)
    if half:
        kept = found.documents["document"].iloc[1::2]
        found = read(table, articles=list(kept))
    coding = validation.read(texts / "coding" if name == "seeds" else texts, found.documents)
    codings = pd.concat([validation.coded(coding, found.evidence), loaded_words(coding, found)], ignore_index=True)
    return codings.assign(document=corpus + "/" + codings["document"])


def loaded_words(coding: validation.Coding, found: Reading) -> pd.DataFrame:
    """One row per loaded word that human or machine has marked, and one more where they overlap."""
    verdicts = validation.verdicts_on(coding, found)
    words = verdicts[verdicts["label"] == "loaded words"]
    human, machine = words["human"] != "", words["machine"] != ""
    return words[["document", "layer", "label"]].assign(human=human, machine=machine)


def policies(corpus: str) -> pd.DataFrame:
    """The coded articles of a corpus, policy frame by policy frame, with what the machine says."""
    found = read(CORPORA / corpus)
    frames = policy.frames(found.evidence, found.units, found.documents, found.rules)
    listed = pd.read_csv(CORPORA / corpus / "policy.tsv", sep="\t", quoting=csv.QUOTE_NONE, keep_default_na=False)
    coded = dict(zip(listed["document"], listed["frames"].str.split("|"), strict=True))
    pairs = frames[["document", "label"]].itertuples(index=False, name=None)
    human = [label in coded[document] for document, label in pairs]
    return frames[["layer", "label", "document"]].assign(human=human, machine=frames["held"])


if __name__ == "__main__":
    main()
