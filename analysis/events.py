"""Which dates tell of one event.

Two do where they share a day and their clauses tell the same act in like words, or are all but the same; or where
different articles tell the same act in like words with other days. That both stand in one fact is not enough: a fact
may hold what led to it and what came of it.
"""

from typing import Any

import numpy as np
import pandas as pd

from analysis import deeds, linkage, resemblance
from analysis.content import content
from analysis.occasions import MEANT, PAST
from analysis.reading import Reading

SAME_FACT, SAME_ACT, NO_ACT, OTHER_ACT = 0.02, 0.12, 0.5, 0.8
"""From which probability on two clauses with a day in common tell of one event: where they tell the same act and stand
in one fact, where they only tell the same act, where one tells none for sure, and where they tell different ones;
fixed on invented corpora."""
OTHER_DAYS = 0.25
"""The same for one act on other days."""
REPEATED = ("announce", "react", "notify", "inform", "report back")
"""Acts that come again: told on two days they are two."""
COARSE, VAGUE = 180, 0.6
"""A date that spans so many days, and the other not a third of them, says little: what is asked of the clauses then."""
APART = 7
"""How many days two accounts of one event may differ."""
EXACT = 3
"""How many days a date may span that can contradict another one."""
Rows = list[dict[str, Any]]
"""The dates of one event."""


def _facts_of(told: pd.DataFrame, claims: pd.DataFrame) -> list[set[str]]:
    """For each date the facts of the claims that it stands in."""
    spans: dict[tuple[str, int], list[tuple[int, int, str]]] = {}
    columns = claims[["document", "unit", "start", "end", "fact"]].itertuples(index=False, name=None)
    for document, unit, start, end, fact in columns:
        spans.setdefault((document, unit), []).append((start, end, fact))
    return [
        {fact for begin, end, fact in spans.get((row.document, row.unit), []) if begin <= row.start < end}
        for row in told.itertuples()
    ]


def groups(read: Reading, told: pd.DataFrame, claims: pd.DataFrame) -> list[list[int]]:
    """The rows (by their index) of each event of one story.

    `told` is the first table of `occasions.find`. First come those whose dates agree, then accounts that differ.
    """
    alike, doing = _alike(read, told), deeds.told_in(read, told)
    needed = _needed(told, doing, _same_fact(_facts_of(told, claims)))
    score = np.minimum(_agreeing(told, alike / needed) / 2, 1)
    np.fill_diagonal(score, 0)
    found = _with_differing(told, alike, deeds.same(doing, REPEATED), linkage.groups(score, 0.5))
    index = told.index.tolist()
    return [[index[place] for place in group] for group in found]


def _needed(told: pd.DataFrame, doing: list[deeds.Deeds], fact: np.ndarray) -> np.ndarray:
    """How alike two clauses with a day in common must be; without a common act a day and a month are two."""
    same, faint, sure = deeds.same(doing), deeds.same(doing, floor=deeds.FAINT), deeds.both_sure(doing)
    exact = (told["last"] - told["first"] < EXACT).to_numpy()
    both = exact[:, None] & exact
    other = np.where(both, OTHER_ACT, np.inf)
    none = np.where(both | faint | _same_days(told), NO_ACT, np.inf)
    needed = np.where(same, np.where(fact, SAME_FACT, SAME_ACT), np.where(sure, other, none))
    return np.where(~same & ~_share_hours(told), np.inf, np.where(_one_is_coarse(told), VAGUE, needed))


def _agreeing(told: pd.DataFrame, score: np.ndarray) -> np.ndarray:
    """How much likelier than needed two dates with a day in common tell of one event; 1 is just enough."""
    meant = (told["status"] == MEANT).to_numpy()
    past = (told["status"] == PAST).to_numpy()
    crossed = (meant[:, None] & past) | (past[:, None] & meant)
    clause = pd.factorize(told["document"] + " " + told["clause_start"].astype("str"))[0]
    beside = (clause[:, None] == clause) & ~_same_days(told)
    return np.where(_share_a_day(told) & ~crossed & ~beside, score, 0).astype(np.float64)


def _with_differing(
    told: pd.DataFrame, alike: np.ndarray, same: np.ndarray, groups: list[list[int]]
) -> list[list[int]]:
    """The groups, those put together that tell the same act alike with other days, the likest first.

    Both are of exact dates, not far apart, either past or not; and no article tells both.
    """
    rows = told[["document", "first", "last", "status"]].to_dict("records")
    kept = {place: sorted(group) for place, group in enumerate(groups)}
    of = {row: place for place, group in kept.items() for row in group}
    like = np.triu((alike >= OTHER_DAYS) & same & ~_share_a_day(told))
    pairs = sorted(zip(*(side.tolist() for side in np.nonzero(like)), strict=True), key=lambda at: (-alike[at], at))
    for one, other in pairs:
        first, second = kept[of[one]], kept[of[other]]
        if first is second or not _may_differ([rows[at] for at in first], [rows[at] for at in second]):
            continue
        if alike[np.ix_(first, second)].mean() >= SAME_ACT:
            del kept[of[other]]
            kept[of[one]] = sorted(first + second)
            of.update(dict.fromkeys(second, of[one]))
    return list(kept.values())


def _may_differ(one: Rows, other: Rows) -> bool:
    first, second = ([row for row in rows if row["last"] - row["first"] < EXACT] or rows[:1] for rows in (one, other))
    if {row["document"] for row in first} & {row["document"] for row in second}:
        return False
    exact = all(row["last"] - row["first"] < EXACT for row in (*first, *second))
    early, late = ((min(row["first"] for row in rows), max(row["last"] for row in rows)) for rows in (first, second))
    near = max(early[0] - late[1], late[0] - early[1]) <= APART
    return exact and near and (first[0]["status"] == PAST) == (second[0]["status"] == PAST)


def _same_fact(facts: list[set[str]]) -> np.ndarray:
    names = {name: place for place, name in enumerate(sorted(set().union(*facts)))}
    held = np.zeros((len(facts), max(1, len(names))), np.float32)
    for row, own in enumerate(facts):
        held[row, [names[name] for name in own]] = 1
    return held @ held.T > 0


def _share_a_day(told: pd.DataFrame) -> np.ndarray:
    first, last = told["first"].to_numpy(), told["last"].to_numpy()
    return (first[:, None] <= last) & (first <= last[:, None])


def _same_days(told: pd.DataFrame) -> np.ndarray:
    days = pd.factorize(told["first"] * 10**7 + told["last"])[0]
    return days[:, None] == days


def _one_is_coarse(told: pd.DataFrame) -> np.ndarray:
    span = (told["last"] - told["first"] + 1).to_numpy()
    longer, shorter = np.maximum(span[:, None], span), np.minimum(span[:, None], span)
    return (longer >= COARSE) & (3 * shorter < longer)


def _share_hours(told: pd.DataFrame) -> np.ndarray:
    """Whether not one is of the morning and the other of the evening."""
    hour = told["clock"].str[:2].replace("", "12").astype("int64")
    early = (told["part"].isin(("morning", "dawn")) | (hour < 11)).to_numpy()
    late = (told["part"].isin(("evening",)) | (hour >= 18)).to_numpy()
    return ~((early[:, None] & late) | (late[:, None] & early))


def _alike(read: Reading, told: pd.DataFrame) -> np.ndarray:
    """The probability that the clauses of two dates tell the same, the dates themselves aside."""
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    names = _spans(read.actors, "actor")
    return resemblance.probabilities(
        [_said(texts[row.document], langs[row.document], row, names.get(row.document, [])) for row in told.itertuples()]
    )


def _said(text: str, lang: str, row: Any, names: list[tuple[int, int, str]]) -> resemblance.Said:
    words = text[row.clause_start : row.start] + " " + text[row.end : row.clause_end]
    said = content(words, lang)
    own = [name for start, end, name in names if row.clause_start <= start and end <= row.clause_end]
    stems = {stem: weight for stem, weight in said.stems.items() if not stem.startswith("#")}
    return resemblance.Said(stems, dict.fromkeys(sorted(said.concepts), 1.0), dict.fromkeys(own, 1.0))


def _spans(table: pd.DataFrame, column: str) -> dict[str, list[tuple[int, int, str]]]:
    found: dict[str, list[tuple[int, int, str]]] = {}
    for document, start, end, name in table[["document", "start", "end", column]].itertuples(index=False, name=None):
        found.setdefault(document, []).append((start, end, name))
    return found
