"""The acts found, held against those coded by hand in `corpora/agency`."""

import csv
import re
from functools import cache
from pathlib import Path

import pandas as pd

from analysis import acting, doers
from analysis.reading import read

CORPORA = Path(__file__).parent / "corpora"
CODED = CORPORA / "agency" / "acts.tsv"
ANY = "?"
"""A side that was not coded: whatever is found there is neither right nor wrong."""


def coded():
    """One row is an act coded by hand, or a unit without any."""
    return pd.read_csv(CODED, sep="\t", quoting=csv.QUOTE_NONE, keep_default_na=False)


@cache
def found(corpus):
    """The text of each unit, and the acts found in it with offsets of the unit."""
    told = read(CORPORA / corpus)
    texts = dict(zip(told.documents["document"], told.documents["text"], strict=True))
    spans = {(row.document, row.unit): (row.start, row.end) for row in told.units.itertuples()}
    acts = {}
    for row in acting.find(told).to_dict("records"):
        at = spans[row["document"], row["unit"]][0]
        moved = {name: row[name] - at for name in row if name.endswith(("start", "end"))}
        acts.setdefault((row["document"], row["unit"]), []).append(row | moved)
    return {place: texts[place[0]][slice(*span)] for place, span in spans.items()}, acts


def plain(text):
    return text.lower().replace("’", "'")


def spans(text, words):
    """Where any of these words, parted by a bar, stand."""
    each = [re.escape(plain(part)) for part in words.split("/")]
    return [match.span() for part in each for match in re.finditer(rf"(?<!\w){part}(?!\w)", plain(text))]


def overlap(span, others):
    return any(span[0] < end and start < span[1] for start, end in others)


def sided(text, act, side, gold):
    """Whether a side that was found is the one coded: `right`, `wrong`, `missed`, `none`, or `unjudged`."""
    name, span = act[side], (act[f"{side}_start"], act[f"{side}_end"])
    if gold == ANY or (name and not 0 <= span[0] <= len(text)):
        return "unjudged"
    if not name:
        return "missed" if gold else "none"
    return "right" if gold and overlap(span, spans(text, gold)) else "wrong"


def compared(half="", lang=""):
    """One row is an act that was found, coded or both: what is right about it."""
    table = coded()
    table = table[
        (table["half"].isin([half] if half else ["tuning", "scored", "fresh", "final"]))
        & table["lang"].isin([lang] if lang else ["fr", "en"])
    ]
    rows = []
    for (corpus, document, unit), part in table.groupby(["corpus", "document", "unit"]):
        texts, acts = found(corpus)
        rows += list(_unit(texts[document, unit], acts.get((document, unit), []), part.to_dict("records")))
    return rows


def _unit(text, acts, golds):
    left = [gold | {"span": spans(text, gold["predicate"])[:1]} for gold in golds if gold["predicate"]]
    for act in acts:
        gold = next((one for one in left if overlap((act["start"], act["end"]), one["span"])), None)
        row = {"text": text, "act": act, "gold": gold}
        if gold is None:
            yield row | {
                "predicate": "wrong",
                "agent": "wrong" if act["agent"] else "none",
                "patient": "wrong" if act["patient"] else "none",
            }
            continue
        left.remove(gold)
        if not gold["class"]:
            yield row | {"predicate": "unjudged", "agent": "unjudged", "patient": "unjudged"}
            continue
        judged = "right" if gold["class"] == act["act"] else "class"
        yield row | {"predicate": judged} | {side: sided(text, act, side, gold[side]) for side in ("agent", "patient")}
    for gold in left:
        if gold["class"]:
            yield {
                "text": text,
                "act": None,
                "gold": gold,
                "predicate": "missed",
                "agent": "missed" if gold["agent"] not in ("", ANY) else "none",
                "patient": "missed" if gold["patient"] not in ("", ANY) else "none",
            }


def scores(half="", lang=""):
    """One row is a thing measured: how many were `right`, of how many `found` and how many `coded`."""
    rows = compared(half, lang)
    found_ = [row for row in rows if row["act"] and row["predicate"] != "unjudged"]
    held = [row for row in rows if row["gold"] and row["gold"]["class"]]
    right = sum(row["predicate"] == "right" for row in rows)
    measured = [("predicate and class", right, len(found_), len(held))]
    for side in ("agent", "patient"):
        good = sum(row[side] == "right" for row in rows)
        wrong = sum(row[side] == "wrong" for row in rows)
        of = sum(row[side] != "unjudged" and row["gold"][side] not in ("", ANY) for row in held)
        measured.append((side, good, good + wrong, of))
        named = [
            row
            for row in rows
            if row["act"]
            and set(row["act"][f"{side}_kind"].split(doers.JOINT)) <= {*doers.NAMED}
            and row[side] != "unjudged"
        ]
        measured.append((f"named {side}", sum(row[side] == "right" for row in named), len(named), 0))
    both = [row for row in rows if row["predicate"] == "right"]
    for part in ("form", "polarity"):
        measured.append((part, sum(row["act"][part] == row["gold"][part] for row in both), len(both), len(both)))
    return pd.DataFrame(measured, columns=["measured", "right", "found", "coded"])


def measured(lang=""):
    """What the package ships of a language: measured on the units that were coded and scored last."""
    table = scores("final", lang)
    table.insert(0, "lang", lang)
    return table
