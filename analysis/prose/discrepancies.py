"""Sentences on where articles that tell the same fact differ."""

import re

import pandas as pd

from analysis.consensus import short
from analysis.discrepancies.amounts import CURRENCIES, dimensions
from analysis.discrepancies.values import AGREEING
from analysis.prose.wording import Row, capital, linked, listed, named_so, number, told

CLAUSES = ("status", "direction", "attribution")
"""Kinds whose matter is only told by the words of their clauses."""
PLURALS = {"granularity": "granularities", "status": "statuses"}
MONTHS = tuple("January February March April May June July August September October November December".split())  # noqa: SIM905
LONGEST, VALUE = 90, 40
"""In characters: longer words around a value, and a longer value, are cut."""
_MATTER = re.compile(r"(.+?)(?: \((.+)\))?(?:: .*)?", re.DOTALL)


def differing(counts: pd.DataFrame, of: int) -> str:
    """On how many matters `of` articles contradict each other, of what kinds; what may all be right."""
    if of < 2:
        return "With one article there is nothing to compare." if of else "There is no article to compare."
    rows = counts[~counts["kind"].isin(list(AGREEING))]
    total, sure = int(rows["discrepancies"].sum()), int(rows["high"].sum())
    tail = "".join(f"; {told_so}" for told_so in _agreeing(counts.set_index("kind")["discrepancies"]))
    if not total:
        found = f"No contradiction was found between the {of} articles"
        return f"{found}{tail}." if tail else f"{found}, as far as values could be compared."
    kinds = listed(
        number(int(row["discrepancies"]), str(row["kind"]), PLURALS.get(str(row["kind"]), ""))
        for row in rows.to_dict("records")
    )
    some = "none" if not sure else "all" if sure == total else str(sure)
    sure_of = "with high confidence" if sure == total == 1 else f"{some} of them with high confidence"
    return f"Articles seem to contradict each other on {number(total, 'matter')} ({kinds}), {sure_of}{tail}."


def _agreeing(counts: pd.Series) -> list[str]:
    """What contradicts nothing: other attributions, other spellings, and what is only told more precisely."""
    attributed, names, finer = (int(counts.get(kind, 0)) for kind in AGREEING)
    own = f"on {number(attributed, 'matter')} one article ascribes or quotes what another tells otherwise"
    spelled = f"{number(names, 'name')} {'is' if names == 1 else 'are'} spelled in several ways"
    precise = f"on {number(finer, 'matter')} one article is only more precise than another"
    return [part for part, many in ((own, attributed), (spelled, names), (precise, finer)) if many]


def differences(side: pd.DataFrame, *, most: int = 8) -> list[str]:
    """One sentence for each of the first `most` discrepancies: who says what, and how sure it is that they differ.

    Contradictions come before what may all be right.
    """
    kinds = dict(zip(side["discrepancy"], side["kind"], strict=True))
    names = sorted(kinds, key=lambda name: AGREEING.get(kinds[name], 0))
    sentences = [difference(side[side["discrepancy"] == name]) for name in names[:most]]
    if len(names) > most:
        sentences.append(
            f"{capital(number(len(names) - most, 'more discrepancy stands', 'more discrepancies stand'))} in the table."
        )
    return sentences


def difference(side: pd.DataFrame) -> str:
    """Who says what on one matter, each value with the words around it; a row is an article, as in `side_by_side`."""
    rows = side.to_dict("records")
    if not rows:
        return "Nothing differs."
    by_value: dict[str, list[Row]] = {}
    for row in rows:
        by_value.setdefault(str(row["value"]), []).append(row)
    parts = [_said(value, own) for value, own in by_value.items()]
    return f"{_matter(rows[0])}: {'; '.join(parts)} ({_doubt(rows[0])})."


def _said(value: str, own: list[Row]) -> str:
    """Which articles give a value, the value as a link, and the words of the first of them."""
    first = own[0]
    who = listed((told(str(row["source"])) for row in own), most=5, what="articles")
    opened = linked(short(_dated(value), VALUE), str(first["layer"]), str(first["discrepancy"]))
    context = "" if first["kind"] == "name" else f", {named_so(short(str(first['context']), LONGEST))}"
    return f"{who} {opened}{context}"


def _matter(row: Row) -> str:
    """What the values are of: the noun that is counted, or the dimension, and a word that the articles share."""
    kind, of = str(row["kind"]), str(row["of"])
    if kind in ("name", *CLAUSES):
        return "Spelling" if kind == "name" else capital(kind)
    match = _MATTER.fullmatch(of)
    noun, about = (match[1], match[2] or "") if match else (kind, "")
    plain = noun in (kind, "place", "date", "number", "age") or noun.split(" per ")[0] in (*dimensions(), *CURRENCIES)
    what = capital(noun) if plain else f"Number of {named_so(noun)}"
    return f"{what}, beside {named_so(about)}" if about else what


def _dated(value: str) -> str:
    """Days in ISO 8601 as a sentence has them: `3 March 2026`."""
    return re.sub(
        r"(\d{4})-(\d\d)-(\d\d)", lambda day: f"{int(day[3])} {MONTHS[int(day[2]) - 1]} {day[1]}", value
    ).replace("/", " to ")


def _doubt(row: Row) -> str:
    """How sure it is; of a granularity, that nothing is contradicted."""
    finer = "only more or less precise; " if row["kind"] == "granularity" else ""
    return f"{finer}confidence {row['confidence']}"
