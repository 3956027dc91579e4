"""Sentences on where articles that tell the same fact differ."""

import re

import pandas as pd

from analysis.consensus import short
from analysis.discrepancies.amounts import CURRENCIES, dimensions
from analysis.prose.wording import Row, capital, linked, listed, named_so, number, told

CLAUSES = ("status", "direction", "attribution")
"""Kinds whose matter takes the words of the fact to be understood."""
DOUBTS = {"sure": "surely", "likely": "likely", "possible": "possibly"}
PLURALS = {"granularity": "granularities", "status": "statuses"}
MONTHS = tuple("January February March April May June July August September October November December".split())  # noqa: SIM905
LONGEST, VALUE = 60, 40
"""In characters: a longer statement of a fact, and a longer value, is cut."""
_MATTER = re.compile(r"(.+?)(?: \((.+)\))?(?:: .*)?", re.DOTALL)


def differing(counts: pd.DataFrame, of: int) -> str:
    """On how many matters `of` articles contradict each other, and where one is only more precise; of what kinds."""
    if of < 2:
        return "With one article there is nothing to compare." if of else "There is no article to compare."
    finer = int(counts.loc[counts["kind"] == "granularity", "discrepancies"].sum())
    others = counts[counts["kind"] != "granularity"]
    total = int(others["discrepancies"].sum())
    precise = f"on {number(finer, 'matter')} one article is only more precise than another" if finer else ""
    if not total:
        found = f"No contradiction was found between the {of} articles"
        return f"{found}; {precise}." if finer else f"{found}, as far as values could be compared."
    kinds = listed(
        number(int(row["discrepancies"]), str(row["kind"]), PLURALS.get(str(row["kind"]), ""))
        for row in others.to_dict("records")
    )
    sure = int(others["sure"].sum())
    surely = (
        "surely" if sure == total == 1 else f"{'none' if not sure else 'all' if sure == total else sure} of them surely"
    )
    tail = f"; {precise}" if finer else ""
    return f"Articles seem to contradict each other on {number(total, 'matter')} ({kinds}), {surely}{tail}."


def differences(side: pd.DataFrame, *, most: int = 8) -> list[str]:
    """One sentence for each of the first `most` discrepancies: who says what, and how sure it is that they differ.

    Contradictions come before what is only more precise.
    """
    kinds = dict(zip(side["discrepancy"], side["kind"], strict=True))
    names = sorted(kinds, key=lambda name: kinds[name] == "granularity")
    sentences = [difference(side[side["discrepancy"] == name]) for name in names[:most]]
    if len(names) > most:
        sentences.append(
            f"{capital(number(len(names) - most, 'more discrepancy stands', 'more discrepancies stand'))} in the table."
        )
    return sentences


def difference(side: pd.DataFrame) -> str:
    """Who says what on one matter; a row is an article, as in `side_by_side`."""
    rows = side.to_dict("records")
    if not rows:
        return "Nothing differs."
    first = rows[0]
    by_value: dict[str, list[Row]] = {}
    for row in rows:
        by_value.setdefault(str(row["value"]), []).append(row)
    parts = []
    for value, own in by_value.items():
        who = listed((told(str(row["source"])) for row in own), most=5, what="articles")
        opened = linked(short(_dated(value), VALUE), str(first["layer"]), str(first["discrepancy"]))
        parts.append(f"{who} {opened}")
    return f"{_matter(first)}: {', '.join(parts)} ({_doubt(first)})."


def _matter(row: Row) -> str:
    """What the values are of: the noun that is counted, or the dimension, and what it is told of."""
    kind, of, statement = str(row["kind"]), str(row["of"]), short(str(row["statement"]), LONGEST)
    telling = f", where it is told that {named_so(statement)}" if statement else ""
    if kind in CLAUSES:
        return capital(kind) + telling
    match = _MATTER.fullmatch(of)
    noun, about = (match[1], match[2] or "") if match and kind != "name" else (kind, "")
    plain = noun in (kind, "place", "date", "number", "age") or noun.split(" per ")[0] in (*dimensions(), *CURRENCIES)
    what = capital(noun) if plain else f"Number of {named_so(noun)}"
    if about:
        return f"{what}, beside {named_so(about)}"
    return what + telling if plain and kind != "name" else what


def _dated(value: str) -> str:
    """Days in ISO 8601 as a sentence has them: `3 March 2026`."""
    return re.sub(
        r"(\d{4})-(\d\d)-(\d\d)", lambda day: f"{int(day[3])} {MONTHS[int(day[2]) - 1]} {day[1]}", value
    ).replace("/", " to ")


def _doubt(row: Row) -> str:
    """How sure it is; of a granularity, that nothing is contradicted."""
    finer = "only more or less precise; " if row["kind"] == "granularity" else ""
    return f"{finer}{DOUBTS.get(str(row['confidence']), str(row['confidence']))}"
