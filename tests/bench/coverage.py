"""How long all that `coverage` says of 200 articles on one event takes: `python tests/bench/coverage.py [ARTICLES]`.

The articles are made of sentences of the invented corpora dev4 and dev5, recombined: 10 to 22 of one event, five of
others. Seconds of processor time for each step, reading included; one core: `taskset -c 0 python …`.
"""

import csv
import random
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from analysis import (  # noqa: E402
    completeness,
    consensus,
    discrepancies,
    echoes,
    facts,
    nearby,
    omissions,
    sharing,
    sides,
    timeline,
    voicing,
)
from analysis.reading import read  # noqa: E402

CORPORA = ROOT / "tests" / "corpora"
EVENT = 230
"""So many sentences are of the one event."""


def main() -> None:
    """Print the seconds of each step and of all."""
    number = int(sys.argv[1]) if sys.argv[1:] else 200
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder), number)
        steps = _Steps()
        reading = read(folder)
        steps.say("reading")
        (claims, found), (loose, _) = facts.at(reading, folder, (facts.THRESHOLD, facts.THRESHOLD / 2))
        steps.say("facts")
        shared = sharing.find(reading)
        steps.say("shared wording")
        differing = discrepancies.find(reading, claims, found)
        steps.say("discrepancies")
        told = consensus.told(claims, found, reading.documents)
        consensus.standing(told, found, differing)
        perhaps = nearby.find(claims, loose=loose, discrepancies=differing)
        omissions.left_out(told, shared.units, perhaps=perhaps)
        completeness.by_article(told, shared.units)
        completeness.covered(told)
        steps.say("who tells what, and who leaves it out")
        timeline.find(reading, claims, found)
        steps.say("timeline")
        said = sides.sided(reading.statements, reading.actors, reading.evidence, reading.rules, reading.documents)
        voicing.words(said, reading.units, reading.documents)
        echoes.find(reading.documents, reading.units, said, reading.actors, reading.evidence, reading.dates)
        steps.say("voices and echoes")
        print(f"{number} articles, {len(reading.units)} units: {steps.all:.1f} s")


class _Steps:
    """The processor's time since the step before."""

    def __init__(self) -> None:
        self.at, self.all = time.process_time(), 0.0

    def say(self, step: str) -> None:
        now = time.process_time()
        self.all += now - self.at
        print(f"{step:40}{now - self.at:6.2f} s", flush=True)
        self.at = time.process_time()


def _write(folder: Path, number: int) -> None:
    event, others = _sentences("dev5")[:EVENT], _sentences("dev5") + _sentences("dev4")
    draw = random.Random(1)
    for place in range(number):
        body = " ".join(draw.sample(event, draw.randint(10, 22)) + draw.sample(others, 5))
        (folder / f"{place:05}.txt").write_text(f"{event[place % 40]}\n\n{body}\n", encoding="utf-8")


def _sentences(corpus: str) -> list[str]:
    with (CORPORA / corpus / "coding.tsv").open(encoding="utf-8", newline="") as opened:
        rows = csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row["text"] for row in rows if row["role"] in ("lead", "body")]


if __name__ == "__main__":
    main()
