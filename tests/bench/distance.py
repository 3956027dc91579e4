"""How well the status of units is told, and how long it takes: `python tests/bench/distance.py [tuning|final]`.

Against the 160 units of `tests/corpora/distance.tsv`, coded by hand, of which `tuning` settled the rules and `final`
scores them: precision and recall of each status with their intervals (Wilson 1927), and of whether somebody's words
are kept at a distance in the unit. Then the seconds of processor time for 200 articles, reading left out.
"""

import sys
import tempfile
import time
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "tests"))
sys.path.insert(0, str(Path(__file__).parent))

from coverage import _write  # noqa: E402
from distance_scores import marks_of, scored  # noqa: E402

from analysis import distance, doubted, reserves, sides, statistics  # noqa: E402
from analysis.reading import read  # noqa: E402


def main() -> None:
    """Print the scores and the seconds."""
    part = sys.argv[1] if sys.argv[1:] else "final"
    table = scored(part)
    print(pd.crosstab(table["status"], table["machine"]))
    print(f"{part}: {(table['status'] == table['machine']).sum()} of {len(table)} units alike")
    for status in reserves.STATUSES:
        mine, theirs = table["machine"] == status, table["status"] == status
        print(f"{status:10} precision {_share(mine & theirs, mine)}, recall {_share(mine & theirs, theirs)}")
    mine, theirs = table["names"] != "", table["who"] != ""
    print(f"somebody at a distance: precision {_share(mine & theirs, mine)}, recall {_share(mine & theirs, theirs)}")
    both = table[mine & theirs]
    same = [_same(*names) for names in both[["who", "names"]].itertuples(index=False, name=None)]
    print(f"the right name: {sum(same)} of {len(same)}")
    _time()


def _share(hits: pd.Series, of: pd.Series) -> str:
    low, high = statistics.wilson(int(hits.sum()), int(of.sum()))
    return f"{hits.sum()} of {of.sum()} ({low:.2f}–{high:.2f})"


def _same(coded: str, found: str) -> bool:
    """Whether a name is part of the other one, whatever the capitals."""
    pairs = [(a.lower(), b.lower()) for a in coded.split("|") for b in found.split("|")]
    return any(a in b or b in a for a, b in pairs)


def _time() -> None:
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder), 200)
        reading = read(folder)
    start = time.process_time()
    marks = marks_of(reading)
    said = sides.sided(reading.statements, reading.actors, reading.evidence, reading.rules, reading.documents)
    told, given = distance.told(marks, reading.units), doubted.given(marks, said, reading.units, reading.documents)
    distance.by_source(told, reading.documents)
    table = doubted.by(given)
    doubted.between_speakers(table)
    doubted.between_sources(table)
    print(f"200 articles, {len(told)} units: {time.process_time() - start:.1f} s beyond reading")


if __name__ == "__main__":
    main()
