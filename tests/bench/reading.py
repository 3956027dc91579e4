"""How fast each layer reads, and all together, from 100 to 10,000 articles, beside spaCy's blank French tokeniser.

    python tests/bench/reading.py [PYTHON]

PYTHON is one that has spaCy; `make bench` sets one up. Times are processor time of one core, in MB (10^6 characters).
"""

import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import pandas as pd
from articles import SIZES, made, tokenised

from analysis import actors, certainty, lexicons, matching, reading, reported, segments, tables, voices

LAYERS: tuple[tuple[Any, str, str], ...] = (
    (segments, "split", "segments"),
    (matching, "find", "matching"),
    (actors, "find", "actors"),
    (reported, "find", "reported"),
    (voices, "settled", "voices"),
    (certainty, "find", "certainty"),
    (reading, "_numbered", "dates and quantities"),
)


def main() -> None:
    """Print megabytes a second for three sizes, together and by layer, and the ratio to the tokeniser."""
    rules = lexicons.load(["fr"])
    documents = made(SIZES[-1])[0].assign(title="", published="")
    tokeniser = tokenised(documents["text"][:1000].tolist())
    print(f"spaCy's tokeniser: {tokeniser:.1f} MB/s" if tokeniser else "spaCy is not installed here; see the docstring")
    taken: Counter[str] = Counter()
    for module, name, layer in LAYERS:
        setattr(module, name, _timed(getattr(module, name), layer, taken))
    reading.annotated(documents[:20], rules, tables.empty("documents"))
    for number in SIZES:
        taken.clear()
        start = time.process_time()
        reading.annotated(documents[:number], rules, tables.empty("documents"))
        speed = documents["text"][:number].str.len().sum() / 1e6 / (time.process_time() - start)
        ratio = f", {speed / tokeniser:.2f} times the tokeniser" if tokeniser else ""
        shares = ", ".join(f"{layer} {seconds / sum(taken.values()):.0%}" for layer, seconds in taken.items())
        print(f"{number:6} articles: {speed:.2f} MB/s{ratio}; of the time {shares}")


def _timed(function: Callable[..., pd.DataFrame], layer: str, taken: Counter[str]) -> Callable[..., pd.DataFrame]:
    def timed(*given: object, **named: object) -> pd.DataFrame:
        start = time.process_time()
        try:
            return function(*given, **named)
        finally:
            taken[layer] += time.process_time() - start  # type: ignore[assignment]

    return timed


if __name__ == "__main__":
    main()
