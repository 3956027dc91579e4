"""What a source is placed by: how often each article uses each frame, voice or name, unit by unit.

A table of traits has one row per document, unit, group and feature: `group` is what is looked at (frame, voice …) and
`feature` one way of doing it. Where a table of another module does not know its units, `unit` is -1.
"""

from collections.abc import Iterator

import pandas as pd

from analysis import measures, tables
from analysis.tables import TableError

SCHEMA = {"document": "str", "unit": "int64", "group": "str", "feature": "str", "count": "int64"}
VOICE = "voice"
QUOTATION, REPORT, DOUBT, OWN = "quotation", "report", "own words with doubt", "own words"
FRAMES = ("frame", "policy")
"""Layers whose evidence, in the article's own words, is a trait."""
UNKNOWN = -1


def found(evidence: pd.DataFrame, statements: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """The traits that reading tells: frames in the article's own words, and in whose voice each unit is.

    A unit counts once for each frame that it holds, and for one voice.
    """
    return _table([*_frames(evidence, statements, units), *_voices(evidence, statements, units)])


def counted(counts: pd.DataFrame, documents: pd.DataFrame, group: str = "") -> pd.DataFrame:
    """Any table of counts as traits: columns `document` or `source`, `group` (or the one given), `feature`, `count`.

    With a column `unit` the counts are known sentence by sentence; without it they can be drawn again only one by one.
    Rows of nothing, and of articles that are not in `documents`, are left out. Raises `TableError`.
    """
    named = counts if group == "" else counts.assign(group=group)
    missing = [column for column in ("group", "feature", "count") if column not in named.columns]
    if missing or not {"document", "source"} & set(named.columns):
        what = missing[0] if missing else "document"
        raise TableError(f"a table of counts has no column {what!r}; it has {', '.join(counts.columns)}")
    if (named["count"] < 0).any():
        raise TableError("a table of counts holds a count below 0")
    if "document" not in named.columns:
        marks = dict(documents[["label", "document"]].itertuples(index=False, name=None))
        named = named.assign(document=named["source"].map(marks))
    known = named[named["document"].isin(set(documents["document"])) & (named["count"] > 0)]
    return _summed(known.assign(unit=known.get("unit", UNKNOWN)))


def together(*traits: pd.DataFrame) -> pd.DataFrame:
    """Several tables of traits as one."""
    return _summed(pd.concat([pd.DataFrame(columns=list(SCHEMA)).astype(SCHEMA), *traits], ignore_index=True))


def evidence_of(
    evidence: pd.DataFrame, statements: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame
) -> pd.DataFrame:
    """The sentences behind the voices as evidence: layer voice, the voice as label; of own words the whole unit.

    The frames' evidence is what reading gives, layer frame.
    """
    voices = _table(_voices(evidence, statements, units))[["document", "unit", "feature"]]
    parts = [
        _within(statements[statements["kind"].isin(measures.SPOKEN)], voices, units, QUOTATION),
        _within(statements[statements["kind"] == "indirect"], voices, units, REPORT),
        _within(evidence[evidence["layer"] == "hedge"], voices, units, DOUBT),
        voices[voices["feature"] == OWN].merge(units, on=["document", "unit"]),
    ]
    traced = tables.trace(pd.concat(parts, ignore_index=True), documents).rename(columns={"text": "match"})
    rows = traced.assign(layer=VOICE, label=traced["feature"], rule=traced["feature"])
    typed = rows[list(tables.SCHEMAS["evidence"])].astype(tables.SCHEMAS["evidence"])
    unique = typed.drop_duplicates(list(tables.KEYS["evidence"]))
    return unique.sort_values(list(tables.KEYS["evidence"]), kind="stable", ignore_index=True)


def _frames(evidence: pd.DataFrame, statements: pd.DataFrame, units: pd.DataFrame) -> Iterator[tuple]:
    own = measures.own_words(evidence[evidence["layer"].isin(FRAMES)], statements)
    held = measures.in_counted(own, units)[["document", "unit", "layer", "label"]].drop_duplicates()
    for row in held.itertuples(index=False, name=None):
        yield *row, 1


def _voices(evidence: pd.DataFrame, statements: pd.DataFrame, units: pd.DataFrame) -> Iterator[tuple]:
    """Each counted unit with its voice: a quotation before a report, and either before the article's own doubt."""
    spoken = _touched(statements[statements["kind"].isin(measures.SPOKEN)], units)
    reported = _touched(statements[statements["kind"] == "indirect"], units)
    hedges = evidence.loc[evidence["layer"] == "hedge", ["document", "unit"]]
    doubted = set(hedges.itertuples(index=False, name=None))
    for unit in tables.counted(units)[["document", "unit"]].itertuples(index=False, name=None):
        voice = QUOTATION if unit in spoken else REPORT if unit in reported else DOUBT if unit in doubted else OWN
        yield *unit, VOICE, voice, 1


def _touched(statements: pd.DataFrame, units: pd.DataFrame) -> set[tuple]:
    """The units in which words of these statements stand: a quotation may go on over several sentences."""
    held = _laid(statements, units)
    return set(held[["document", "unit"]].itertuples(index=False, name=None))


def _laid(spans: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """One row is the part of a span that stands in one unit."""
    both = spans[["document", "start", "end"]].merge(units, on="document", suffixes=("", "_unit"))
    both = both[(both["start"] < both["end_unit"]) & (both["start_unit"] < both["end"])]
    start = both["start"].where(both["start"] > both["start_unit"], both["start_unit"])
    end = both["end"].where(both["end"] < both["end_unit"], both["end_unit"])
    return both[["document", "unit"]].assign(start=start, end=end)


def _within(spans: pd.DataFrame, voices: pd.DataFrame, units: pd.DataFrame, voice: str) -> pd.DataFrame:
    """The spans in the units that have this voice."""
    return _laid(spans, units).merge(voices[voices["feature"] == voice], on=["document", "unit"])


def _table(rows: list[tuple] | Iterator[tuple]) -> pd.DataFrame:
    return _summed(pd.DataFrame(list(rows), columns=list(SCHEMA)).astype(SCHEMA))


def _summed(traits: pd.DataFrame) -> pd.DataFrame:
    keys = list(SCHEMA)[:-1]
    return traits.astype(SCHEMA).groupby(keys, sort=True)["count"].sum().reset_index().astype(SCHEMA)
