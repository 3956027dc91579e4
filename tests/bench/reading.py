"""How fast each layer reads, and all together, from 100 to 10,000 articles, beside spaCy's blank French tokeniser.

    python tests/bench/reading.py [PYTHON]

PYTHON is one that has spaCy; `make bench` sets one up. Times are processor time of one core, in MB (10^6 characters).
"""

import time
from collections.abc import Callable, Iterator

import pandas as pd
from articles import SIZES, made, tokenised

from analysis import lexicons, reading

LAYERS = ("segments", "matching", "actors", "reported", "voices", "certainty", "dates and quantities")


def main() -> None:
    """Print megabytes a second for three sizes, by layer and together, and the ratio to the tokeniser."""
    rules = lexicons.load(["fr"])
    documents, _ = made(SIZES[-1])
    tokeniser = tokenised(documents["text"][:1000].tolist())
    print(f"spaCy's tokeniser: {tokeniser:.1f} MB/s" if tokeniser else "spaCy is not installed here; see the docstring")
    documents = documents.assign(published="")
    for number in SIZES:
        some = documents[:number]
        size = some["text"].str.len().sum() / 1e6
        seconds = _seconds(some, rules)
        together = size / sum(seconds.values())
        ratio = f", {together / tokeniser:.2f} times the tokeniser" if tokeniser else ""
        layers = ", ".join(f"{layer} {size / taken:.1f}" for layer, taken in seconds.items())
        print(f"{number:6} articles, {size:5.1f} MB: {together:.2f} MB/s{ratio} ({layers})")


def _seconds(documents: pd.DataFrame, rules: pd.DataFrame) -> dict[str, float]:
    """Layer → the seconds of processor time that it takes to read the corpus."""
    steps = reading.steps(documents, rules)
    return dict(_timed(steps))


def _timed(steps: Iterator[tuple[str, Callable[[], object]]]) -> Iterator[tuple[str, float]]:
    for layer, step in steps:
        start = time.process_time()
        step()
        yield layer, time.process_time() - start


if __name__ == "__main__":
    main()
