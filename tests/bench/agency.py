"""How often the acts found are right: `python tests/bench/agency.py [tuning|scored|fresh|final] [show]`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from agency_scores import compared, scores

if __name__ == "__main__":
    half = next((word for word in sys.argv[1:] if word in ("tuning", "scored", "fresh", "final")), "")
    for lang in ("", "fr", "en"):
        table = scores(half, lang)
        table = table.assign(
            precision=table["right"] / table["found"], recall=table["right"] / table["coded"].where(table["coded"] > 0)
        )
        print(f"{half or 'both halves'}, {lang or 'both languages'}\n{table.round(2).to_string(index=False)}\n")
    if "show" in sys.argv:
        for row in compared(half or "tuning"):
            if (
                "wrong" in (row["predicate"], row["agent"], row["patient"])
                or row["predicate"] in ("missed", "class")
                or "missed" in (row["agent"], row["patient"])
            ):
                act, gold = row["act"], row["gold"]
                print(
                    row["predicate"],
                    row["agent"],
                    row["patient"],
                    "|",
                    act and (act["match"], act["act"], act["form"], act["agent"], act["patient"]),
                    "|",
                    gold and (gold["predicate"], gold["class"], gold["agent"], gold["patient"]),
                    "|",
                    row["text"][:200],
                )
