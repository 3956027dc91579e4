"""Which dates date something of the story, and what: the clause that each stands in; and which ones are left out.

What words beside a date say of it stands in the layer `dating`.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from analysis import beside, tables
from analysis.abbreviations import Expression, joined
from analysis.dated_clauses import clause
from analysis.dates import moments, tenses
from analysis.days import Days, days

SILENT = ("credit", "related", "dateline", "caption")
"""Roles whose dates say when something was written or pictured."""
PLANNED, MEANT, PAST = "planned", "was planned", "past"
COARSE = ("year", "decade", "century", "season", "half", "quarter")
NEAR = 48
"""How many characters before a date its verb may stand."""
TERM = 12
"""How many characters a date may stand behind the words of a term: `à l'horizon de l'année 2030`."""
NO_DAY = "it names no day"
_LAST_WORD = re.compile(r"([^\W\d_]+)[’'\s\u00a0-]*\Z")
_DATELINE = re.compile(r"[^.!?()\n]{1,60}\([^()\n]{1,40}\)\s*[-–—:]\s")
_PLACE = re.compile(r"[^\W\d_][^.!?()\n,]{1,30},\s(?:le\s)?")
_DASH = re.compile(r"\s[-–—]\s")
"""What opens an agency's article: `Paris, 3 mai (AFP) -`, `Paris, le 3 mai –`; the date is that of the dispatch."""
_OF = re.compile(r"\s+(?:de\s+|d['’]|of\s+)", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}\Z")

COLUMNS = {
    "document": "str",
    "unit": "int64",
    "start": "int64",
    "end": "int64",
    "match": "str",
    "first": "int64",
    "last": "int64",
    "clock": "str",
    "part": "str",
    "clause_start": "int64",
    "clause_end": "int64",
    "status": "str",
}
LEFT = {"document": "str", "unit": "int64", "start": "int64", "end": "int64", "match": "str", "reason": "str"}


class Said(NamedTuple):
    """What the words of one language say of a date beside them, and its forms of verbs."""

    labels: dict[str, Expression]
    words: beside.Words | None

    def has(self, label: str, text: str, start: int, end: int) -> bool:
        """Whether words of that label stand between these places."""
        known = self.labels.get(label)
        return bool(known and known.search(text, max(0, start), end))

    def is_(self, label: str, words: str) -> bool:
        """Whether the words are of that label, whole."""
        known = self.labels.get(label)
        return bool(known and known.fullmatch(words))

    def last(self, label: str, text: str, start: int, end: int) -> int:
        """Where the last words of that label end between these places; -1 where none stand there."""
        known = self.labels.get(label)
        return max((match.end() for match in known.finditer(text, max(0, start), end)), default=-1) if known else -1

    def form(self, name: str, text: str, start: int, end: int) -> int:
        """Where the last form of verbs of that name ends between these places; -1 where none stands there."""
        known = self.words.expressions.get(name) if self.words else None
        return max((match.end() for match in known.finditer(text, max(0, start), end)), default=-1) if known else -1

    def tense(self, text: str, start: int, end: int) -> str:
        """The tense of the verb that the date at this place goes with."""
        return tenses.tense(text, start, end, self.words) if self.words else tenses.OPEN


def find(
    documents: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame, dates: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Two tables. One row of the first is a date that dates something; of the second, one that does not, and why.

    `first` and `last` are its days as ordinals, `clock` and `part` the time of day; from `clause_start` to `clause_end`
    stands what happens then; `status` is past, planned (for a day after the publication, or in the future tense) or
    was planned (for a day that has passed).
    """
    said = _said(rules)
    about = {row["document"]: row for row in documents.to_dict("records")}
    known = units.set_index(["document", "unit"])[["start", "end", "role"]].to_dict("index")
    kept: list[dict[str, Any]] = []
    left: list[dict[str, Any]] = []
    for name, own in dates.groupby("document", sort=True):
        article = about[str(name)]
        for row in _told(article, own.to_dict("records"), known, said.get(article["lang"], Said({}, None))):
            (left if row.get("reason") else kept).append(row)
    return _table(kept, COLUMNS), _table(left, LEFT)


def _table(rows: list[dict[str, Any]], columns: Mapping[str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=list(columns)).astype(dict(columns))
    return frame.sort_values(list(tables.KEYS["dates"]), kind="stable", ignore_index=True)


def _said(rules: pd.DataFrame) -> dict[str, Said]:
    own = rules[rules["layer"] == "dating"]
    forms = beside.words(rules)
    found: dict[str, Said] = {}
    for lang, part in own.groupby("lang"):
        labels = {str(label): joined(some) for label, some in part.groupby("label")["pattern"]}
        found[str(lang)] = Said({label: one for label, one in labels.items() if one}, forms.get(str(lang)))
    return found


def _told(
    article: Mapping[str, Any], rows: list[dict[str, Any]], units: Mapping, said: Said
) -> Iterator[dict[str, Any]]:
    """The article's dates, each with its days and clause, or with the reason why it dates nothing."""
    text, published = article["text"], moments.anchor(article["published"])
    before: dict[str, Any] | None = None
    for place, row in enumerate(rows):
        unit = units[(row["document"], row["unit"])]
        found = _with_this_week(days(row["value"], row["modifier"]), row, published)
        if row["reason"] == moments.ANAPHORIC:
            found = _counted_on(row, before, text, said)
        clocks = [other for other in rows if other["unit"] == row["unit"] and other["value"].startswith("T")]
        reason = _reason(row, unit, found, text, said)
        if not reason and place + 1 < len(rows) and _OF.fullmatch(text, row["end"], rows[place + 1]["start"]):
            reason = "it is part of the date behind it"
        if reason or not found:
            yield row | {"reason": reason or NO_DAY}
            continue
        start, end = clause(text, unit["start"], unit["end"], [row, *clocks])
        told = row | {"reason": "", "first": found.first, "last": found.last, "part": row["modifier"]}
        told |= {"clock": found.clock or _clock(row, found, clocks), "clause_start": start, "clause_end": end}
        told["status"] = _status(told, text, published, said)
        if found.first == found.last and row["reason"] != moments.ANAPHORIC:
            before = told
        yield told


def _with_this_week(found: Days | None, row: Mapping[str, Any], published: datetime.date | None) -> Days | None:
    """The days; of the week before a Saturday or Sunday also those of the week that ends, which many call the last."""
    if found is None or published is None or row["granularity"] != "week" or published.isoweekday() < _SATURDAY:
        return found
    monday = published.toordinal() - published.isoweekday() + 1
    return found._replace(last=published.toordinal() - 1) if found.last == monday - 1 else found


_SATURDAY = 6


def _counted_on(row: Mapping[str, Any], before: Mapping[str, Any] | None, text: str, said: Said) -> Days | None:
    """The day that is counted from the last one the article named, not more than two units before."""
    if (
        before is None
        or row["unit"] - before["unit"] > 2
        or re.match(r"\s+(?:de|du|d['’]|of)(?!\w)", text[row["end"] :])
    ):
        return None
    step = next((step for label, step in _STEPS.items() if said.is_(label, row["match"])), None)
    return None if step is None else Days(before["first"] + step, before["last"] + step)


_STEPS = {"day before": -1, "day after": 1, "same day": 0}


def _clock(row: Mapping[str, Any], found: Days, clocks: list[dict[str, Any]]) -> str:
    """The time of day that stands nearest to a single day in its sentence."""
    near = [one for one in clocks if "/" not in one["value"] and abs(one["start"] - row["end"]) <= NEAR]
    if found.last - found.first > 1 or not near:
        return ""
    return min(near, key=lambda one: abs(one["start"] - row["end"]))["value"].removeprefix("T")


def _reason(row: Mapping[str, Any], unit: Mapping[str, Any], found: Days | None, text: str, said: Said) -> str:
    """Why a date dates nothing of the story; empty where it does."""
    start, end = row["start"], row["end"]
    if unit["role"] in SILENT:
        return f"it stands in a {unit['role']}"
    if row["kind"] in ("duration", "set"):
        return "it tells how long or how often, not when"
    if row["value"].startswith("T"):
        return "a time of day; it belongs to the day beside it, if there is one"
    if found is None:
        return row["reason"] or NO_DAY
    if text[max(0, start - 1) : start] == "-" and text[max(0, start - 2) : start - 1].isalpha():
        return "it is part of a name"
    if _in_dateline(text, unit, start, end):
        return "it stands in a dateline"
    if said.has("every", text, start - NEAR // 3, start):
        return "it tells how long or how often, not when"
    opening = said.labels.get("publication")
    if opening and opening.match(text, unit["start"]) and end - unit["start"] < NEAR:
        return "it says when the article was published"
    if said.has("birth", text, start - NEAR // 2, start):
        return "it says when somebody was born"
    if said.has("opening hours", text, unit["start"], unit["end"]) and unit["end"] - unit["start"] < 5 * NEAR:
        return "it says when a place is open"
    if said.is_("nowadays", row["match"]) and not _is_deed(row, unit, text, said):
        return "it says how things stand now"
    return _of_a_year(row, unit, text, said)


def _in_dateline(text: str, unit: Mapping[str, Any], start: int, end: int) -> bool:
    agency = _DATELINE.match(text, unit["start"], unit["end"])
    place = _PLACE.fullmatch(text, unit["start"], start)
    return (agency is not None and end <= agency.end()) or (place is not None and _DASH.match(text, end) is not None)


def _is_deed(row: Mapping[str, Any], unit: Mapping[str, Any], text: str, said: Said) -> bool:
    """Whether `today` is a day: its verb is of the future, or past and just before it; not where it is set against
    former times, and not with what could be."""
    start, end = row["start"], row["end"]
    if said.has("former times", text, unit["start"], unit["end"]):
        return False
    if said.has("could", text, max(unit["start"], start - NEAR), min(unit["end"], end + NEAR // 2)):
        return False
    tense = said.tense(text, start, end)
    if tense == tenses.PAST:
        return said.form("completed", text, max(unit["start"], start - NEAR), start) >= max(0, start - 1)
    return tense == tenses.AHEAD or said.form("future", text, max(unit["start"], start - NEAR), start) > 0


def _of_a_year(row: Mapping[str, Any], unit: Mapping[str, Any], text: str, said: Said) -> str:
    """Why a year, season or the like dates nothing: it is part of a name, or only compared with."""
    if row["granularity"] not in COARSE:
        return ""
    start = row["start"]
    word = _LAST_WORD.search(text, unit["start"], start)
    against = said.has("since", text, start - NEAR // 3, start) or (word is not None and said.is_("of", word[1]))
    if against and said.has("comparison", text, max(unit["start"], start - 2 * NEAR), start):
        return "only compared with"
    named = "before a year" in said.labels and word is not None and not said.is_("before a year", word[1])
    if _YEAR.match(row["match"]) and named:
        return "it is part of a name"
    return ""


def _status(told: Mapping[str, Any], text: str, published: datetime.date | None, said: Said) -> str:
    """Whether it has happened, is to happen, or was to."""
    start, end = told["start"], told["end"]
    tense, meant = said.tense(text, start, end), _is_meant(told, text, said)
    ahead = meant or tense == tenses.AHEAD or (tense == tenses.OPEN and _is_future_near(told, text, said))
    if published is None:
        return PLANNED if ahead else PAST
    today = published.toordinal()
    if told["first"] > today:
        return PLANNED
    if told["last"] < today:
        return MEANT if meant else PAST
    return PLANNED if ahead else PAST


def _is_meant(told: Mapping[str, Any], text: str, said: Said) -> bool:
    """Whether words of a plan stand nearer to the date than a past verb, or a term (`by`, `d'ici`) leads to it."""
    start = told["start"]
    if 0 <= said.last("term", text, start - NEAR // 3, start) >= start - TERM:
        return True
    low = max(told["clause_start"], start - 2 * NEAR)
    return said.last("meant", text, low, start) >= max(0, said.form("past", text, low, start))


def _is_future_near(told: Mapping[str, Any], text: str, said: Said) -> bool:
    low = max(told["clause_start"], told["start"] - 2 * NEAR)
    return said.form("future", text, low, min(told["clause_end"], told["end"] + NEAR)) >= 0
