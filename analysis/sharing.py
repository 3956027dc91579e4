"""All that is known of the wording that articles share, in one call; and its rows as a reader opens them."""

from typing import NamedTuple

import pandas as pd

from analysis import copies, credits, reuse, shingles, standing, tables
from analysis.reading import Reading

LAYER, BY_ARTICLE = "passage", "shared"
GATHERED = "passages"
"""The layer that gathers the passages of prose, those that both quote, and those that one quotes."""
COPY = 0.2
"""From which containment on (of the article that is more contained) a pair is a copy. Invented articles of which none
is a copy reach .14, where they borrow a passage; an article that keeps half of another one, with one word in ten
changed, has .21 at the least (`python tests/bench/copies.py`)."""
LONGEST = 400
"""How many characters of a passage are shown."""
CREDITED_SHARED = "credited and shared"
CREDITED_ALONE = "credited, and shared with nobody here"
UNCREDITED = "shared without a credit"
NEITHER = "neither credited nor shared"


class Sharing(NamedTuple):
    """The units without an outlet's standing words; the agencies credited; and what is shared: passages, pairs of
    articles, articles, and the units that are copies (see `copies`)."""

    units: pd.DataFrame
    credits: pd.DataFrame
    passages: pd.DataFrame
    compared: pd.DataFrame
    shared: pd.DataFrame
    copied: pd.DataFrame


def find(read: Reading) -> Sharing:
    """What the articles share; an outlet's standing words, mere names and dates, captions and links aside."""
    documents, units = read.documents, standing.marked(read.documents, read.units)
    credited = credits.find(documents, read.units, read.rules, read.statements)
    names = reuse.names(read.actors, read.evidence, read.dates)
    found = reuse.passages(documents, units, read.statements, names)
    contained = shingles.containment(documents, units)
    compared = copies.compared(documents, found, contained, credited)
    shared = _with_credit(copies.shared(documents, units, found, credited))
    return Sharing(units, credited, found, compared, shared, copies.copied(documents, units, found, credited))


def pairs(documents: pd.DataFrame, units: pd.DataFrame | None = None, *, least: float = COPY) -> pd.DataFrame:
    """One row per pair of articles of which one stands in the other by `least` or more (see `shingles.containment`).

    With `units`, captions, links and an outlet's standing words are aside.
    """
    kept = units if units is None else standing.marked(documents, units)
    return shingles.containment(documents, kept, least=least)


def _with_credit(shared: pd.DataFrame) -> pd.DataFrame:
    """The articles, each with the `layer` of its evidence, and what its credits come to beside what was measured."""
    credited, has = shared["agencies"] != "", shared["words"] > 0
    found = [
        {(True, True): CREDITED_SHARED, (True, False): CREDITED_ALONE, (False, True): UNCREDITED}.get(each, NEITHER)
        for each in zip(credited, has, strict=True)
    ]
    layer = pd.Series(BY_ARTICLE, shared.index, dtype="str")
    return shared.assign(layer=layer, credit=pd.array(found, dtype="str"))


def named(passages: pd.DataFrame) -> pd.DataFrame:
    """The passages, longest first, each with its name: P001, P002 …"""
    order = ["agreed", "document_a", "start_a", "document_b", "start_b"]
    ranked = passages.sort_values(order, ascending=[False, True, True, True, True], kind="stable", ignore_index=True)
    names = [f"P{place:03}" for place in range(1, len(ranked) + 1)]
    return ranked.assign(passage=pd.array(names, dtype="str"))


def side_by_side(passages: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row per passage, longest first: the labels of both articles, how long it is and what kind, and both wordings.

    Columns: layer, passage, `source_a`, `source_b`, words, agreed, kind, within, `quoted_by` (the label of the one that
    quotes, where one alone does), `wording_a`, `wording_b`.
    """
    about = documents.set_index("document")[["label", "text"]].to_dict("index")
    rows = []
    for row in named(passages).to_dict("records"):
        sides = {side: about[row[f"document_{side}"]] for side in "ab"}
        told = {
            f"wording_{side}": _wording(sides[side]["text"], row[f"start_{side}"], row[f"end_{side}"]) for side in "ab"
        }
        labels = {f"source_{side}": sides[side]["label"] for side in "ab"}
        labels["quoted_by"] = about[row["quoted_by"]]["label"] if row["quoted_by"] else ""
        rows.append(row | labels | told | {"layer": LAYER})
    return pd.DataFrame(rows, columns=list(_SIDES)).astype(_SIDES)


_SIDES = {
    "layer": "str",
    "passage": "str",
    "source_a": "str",
    "source_b": "str",
    "words": "int64",
    "agreed": "int64",
    "kind": "str",
    "within": "str",
    "quoted_by": "str",
    "wording_a": "str",
    "wording_b": "str",
}


def _wording(text: str, start: int, end: int) -> str:
    words = " ".join(text[start:end].split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0] + " …"


def evidence_of(passages: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Both sides of each passage as evidence: layer `passage`, under the passage's name; layer `shared`, its article's.

    A side that runs over several units has a row for each of them. Layer `passages` holds them once more, by whose
    words they are: the articles' prose, what both quote, what one of them quotes.
    """
    text = dict(zip(documents["document"], documents["text"], strict=True))
    label = dict(zip(documents["document"], documents["label"], strict=True))
    own = {name: part.to_dict("records") for name, part in units.groupby("document")}
    rows = [
        _side(text[row[f"document_{side}"]], unit, row, side)
        for row in named(passages).to_dict("records")
        for side in "ab"
        for unit in own.get(row[f"document_{side}"], [])
        if unit["start"] < row[f"end_{side}"] and row[f"start_{side}"] < unit["end"]
    ]
    once = {(row["document"], row["start"], row["end"]): row for row in reversed(rows)}
    by_article = [row | {"layer": BY_ARTICLE, "label": label[str(row["document"])]} for row in once.values()]
    within = dict(zip(named(passages)["passage"], passages["within"], strict=True))
    together = [row | {"layer": GATHERED, "label": within[str(row["label"])]} for row in rows]
    return tables.table("evidence", [*rows, *by_article, *_once(together)])


def _once(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    """The rows, one for each stretch and label."""
    return list({(row["document"], row["start"], row["end"], row["label"]): row for row in reversed(rows)}.values())


def _side(text: str, unit: dict, row: dict, side: str) -> dict[str, object]:
    start, end = max(unit["start"], row[f"start_{side}"]), min(unit["end"], row[f"end_{side}"])
    place = {"document": unit["document"], "unit": unit["unit"], "start": start, "end": end}
    return place | {"match": text[start:end], "layer": LAYER, "label": row["passage"], "rule": row["kind"]}


def beside(
    every: pd.DataFrame, own: pd.DataFrame, keys: list[str], *, value: str = "share", whole: bool = False
) -> pd.DataFrame:
    """One row per row of a measure: its keys, `value` `with` copied text and `without` it, and the `difference`.

    `every` and `own` are the same measure, taken of all units and of those that are no copies (`copies.without`). Only
    rows that both hold are compared: a label that a measure leaves out for being rare has not fallen to nothing. With
    `whole` both hold every label that stands anywhere (no `least`, no `most`), and one that only `every` has counts as
    0 without copies, in all articles that have units left. The greatest differences come first. Counts and denominators
    are kept where both measures have them: `units_with`, `of_with`, `units_without`, `of_without`; without any unit
    left (`of` 0) there is nothing to compare.
    """
    more = [column for column in ("units", "of") if column in every.columns and column in own.columns]
    wanted = [*keys, value, *more]
    own = _with_gone(every, own, keys, value, more) if whole else own
    renamed = [
        table[wanted].rename(columns={value: name} | {column: f"{column}_{name}" for column in more})
        for table, name in ((every, "with"), (own, "without"))
    ]
    both = renamed[0].merge(renamed[1], on=keys, validate="one_to_one").sort_values(keys, kind="stable")
    if "of" in more:
        both = both[(both["of_with"] > 0) & (both["of_without"] > 0)]
    both = both.astype({"with": "float64", "without": "float64"})
    both = both.assign(difference=(both["without"] - both["with"]).round(9))
    order = both["difference"].abs().sort_values(ascending=False, kind="stable").index
    return both.loc[order].reset_index(drop=True)


def _with_gone(every: pd.DataFrame, own: pd.DataFrame, keys: list[str], value: str, more: list[str]) -> pd.DataFrame:
    """The measure without copies, and 0 for the labels that it has lost; of as many units as its article has left."""
    article = [key for key in keys if key != "label"]
    left = own.drop_duplicates(article)[[*article, *(column for column in more if column == "of")]]
    gone = every[keys].merge(own[keys], on=keys, how="left", indicator=True)
    gone = gone[gone["_merge"] == "left_only"].drop(columns="_merge").merge(left, on=article)
    zero = {value: 0.0} | ({"units": 0} if "units" in more else {})
    return pd.concat([own, gone.assign(**zero)], ignore_index=True) if len(gone) else own
