"""Sentences on where articles that tell the same fact differ."""

import re

import pandas as pd

from analysis.prose.wording import Row, capital, linked, listed, number, told

SAYING = {
    "place": ("puts it in", "put it in", "in"),
    "date": ("dates it", "date it", ""),
    "number": ("gives", "give", ""),
    "name": ("writes", "write", ""),
    "status": ("has it as", "have it as", "as"),
    "direction": ("has it as", "have it as", "as"),
    "attribution": ("tells it as", "tell it as", "as"),
    "granularity": ("says", "say", ""),
}
"""What an article does with its value, one and many, and what stands before the values after the first."""
PLURALS = {"granularity": "granularities", "status": "statuses"}
MONTHS = tuple("January February March April May June July August September October November December".split())  # noqa: SIM905
LONGEST = 90
"""In characters: a longer statement of a fact is cut."""


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
    """One sentence for each of the first `most` discrepancies: who says what, and how sure it is that they differ."""
    names = list(dict.fromkeys(side["discrepancy"]))
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
    one, many, later = SAYING.get(str(first["kind"]), ("says", "say", ""))
    parts = []
    for place, (value, own) in enumerate(by_value.items()):
        verb = (one if len(own) == 1 else many) if place == 0 else later
        who = listed((told(str(row["source"])) for row in own), most=5, what="articles")
        opened = linked(_value(_dated(value)), str(first["layer"]), str(first["discrepancy"]))
        parts.append(" ".join(part for part in (who, verb, opened) if part))
    return f"{_matter(first)}: {', '.join(parts)} ({_doubt(first)})."


def _matter(row: Row) -> str:
    """What the values are of: the matter's name where it says more than the kind, and the fact's wording."""
    of, statement = str(row["of"]), str(row["statement"])
    what = f"{capital(str(row['kind']))} ({told(of)})" if of not in ("", row["kind"]) else capital(str(row["kind"]))
    if not statement or row["kind"] == "name":
        return what
    cut = " ".join(statement.split())
    cut = cut if len(cut) <= LONGEST else cut[: LONGEST - 1].rsplit(" ", 1)[0] + " …"
    return f"{what}, where it is told that “{told(cut)}”"


def _value(value: str) -> str:
    return value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"


def _dated(value: str) -> str:
    """Days in ISO 8601 as a sentence has them: `3 March 2026`."""
    return re.sub(
        r"(\d{4})-(\d\d)-(\d\d)", lambda day: f"{int(day[3])} {MONTHS[int(day[2]) - 1]} {day[1]}", value
    ).replace("/", " to ")


def _doubt(row: Row) -> str:
    """How sure it is; of a granularity, that nothing is contradicted."""
    finer = "no contradiction, only more or less precise; " if row["kind"] == "granularity" else ""
    return f"{finer}{row['confidence']}"
