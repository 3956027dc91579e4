"""How fast a corpus is searched for all rules, from 100 to 10,000 articles, beside spaCy's blank French tokeniser.

    python tests/bench/matching.py [PYTHON]

PYTHON is one that has spaCy; `make bench` sets one up.
"""

import time
from itertools import product

import pandas as pd
from articles import SIZES, made, tokenised

from analysis import lexicons, matching, tables


def main() -> None:
    """Print megabytes (of characters) a second of processor time for three sizes, and the ratio to the tokeniser."""
    start = time.process_time()
    rules = lexicons.load(["fr"])
    slow = rules["pattern"].str.startswith("re:") & ~rules["layer"].isin(tables.READ_APART)
    print(f"{len(rules)} rules read in {time.process_time() - start:.2f} s, {slow.sum()} of them expressions")
    documents, units = made(SIZES[-1])
    tokeniser = tokenised(documents["text"][:1000].tolist())
    print(f"spaCy's tokeniser: {tokeniser:.1f} MB/s" if tokeniser else "spaCy is not installed here; see the docstring")
    kinds = {"all rules": rules, "rules of words": rules[~rules["pattern"].str.startswith("re:")]}
    for (name, some), few in product(kinds.items() if slow.any() else [("all rules", rules)], SIZES):
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


if __name__ == "__main__":
    main()
