"""How fast a text is searched for all rules: by the engine's trie, and by one expression a rule."""

import time
from pathlib import Path

from analysis import corpus, lexicons, patterns, trie

ROOT = Path(__file__).resolve().parents[2]
COPIES = 60


def main() -> None:
    """Search the sample corpus, many times over, both ways; print megabytes per second and the ratio."""
    documents = corpus.read(ROOT / "seeds")
    rules = lexicons.load(["fr"])
    worded = [pattern for pattern in rules["pattern"] if not pattern.startswith("re:")]
    text = "\n\n".join(documents["text"])
    root = trie.build(worded)
    expressions = [patterns.compiled(pattern) for pattern in worded]
    fast = _rate(lambda: sum(1 for _ in trie.find(root, text * COPIES)), len(text) * COPIES)
    plain = _rate(lambda: sum(len(expression.findall(text)) for expression in expressions), len(text))
    print(
        f"{len(worded)} rules: trie {fast:.1f} MB/s, one expression a rule {plain:.2f} MB/s, ratio {fast / plain:.0f}"
    )


def _rate(run, characters: int) -> float:
    start = time.perf_counter()
    run()
    return characters / (time.perf_counter() - start) / 1e6


if __name__ == "__main__":
    main()
