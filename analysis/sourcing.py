"""Whom each article quotes: speakers, quotations and reports, official and independent voices, unnamed sources."""

import numpy as np
import pandas as pd

from analysis import measures, statistics, tables
from analysis.sides import INDEPENDENT, OFFICIAL, SIDES, UNNAMED

UNKNOWN = "speaker not found"
KINDS = ("direct", "partial", "indirect", "scare")
SAID = (*measures.SPOKEN, "indirect")
"""The kinds of statements that are somebody's: quotations and reports without marks."""


def voices(statements: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row per speaker and article: how many quotations and reports, and the length of the quotations in words.

    Columns: speaker ("" where the reading found none), `kind` (of the speaker: the one that the statements have most
    often, "" where none is known), document, source, `quotations`, `direct` (of these, whole clauses), `reports`
    (without marks), `words` (of the quotations), `of` (quotations of the article). Scare quotes are nobody's: they are
    left out. All statements given count: leave out those of captions first, with `measures.in_counted`.
    """
    said = statements[statements["kind"].isin(SAID)]
    traced = tables.trace(said, documents)
    spoken = traced["kind"].isin(measures.SPOKEN)
    counts = traced.assign(
        quotations=spoken,
        direct=traced["kind"] == "direct",
        reports=~spoken,
        words=traced["text"].str.count(r"\w+").where(spoken, 0),
    )
    numbers = ["quotations", "direct", "reports", "words"]
    table = counts.groupby(["speaker", "document"])[numbers].sum().reset_index().astype(dict.fromkeys(numbers, "int64"))
    of = said[said["kind"].isin(measures.SPOKEN)].groupby("document").size()
    table["of"] = table["document"].map(of).fillna(0).astype("int64")
    table["source"] = table["document"].map(documents.set_index("document")["label"]).astype("str")
    table["kind"] = table["speaker"].map(_kinds(said)).astype("str")
    table = table[["speaker", "kind", "document", "source", *numbers, "of"]]
    return table.sort_values(["speaker", "source"], kind="stable", ignore_index=True)


def _kinds(said: pd.DataFrame) -> dict[str, str]:
    """Each speaker's kind: the most frequent one, of equals the first in alphabetical order."""
    counts = said[said["speaker_kind"] != ""].groupby(["speaker", "speaker_kind"]).size().reset_index(name="times")
    counts = counts.sort_values(["speaker", "times", "speaker_kind"], ascending=[True, False, True], kind="stable")
    first = counts.drop_duplicates("speaker").set_index("speaker")["speaker_kind"].to_dict()
    return dict.fromkeys(said["speaker"], "") | first | {"": ""}


def spoken(voices: pd.DataFrame) -> pd.DataFrame:
    """The voices for a reader: a word where no speaker was found; `quotations` and `reports` name their evidence."""
    return voices.assign(speaker=voices["speaker"].replace("", UNKNOWN).astype("str"))


def quoting(statements: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row is one article: its quotations by kind, and the share of its characters that are quoted.

    Columns: document, source, `direct`, `partial`, `indirect` (reports), `scare`, `speakers` (different ones that were
    found), `characters` in quotations that somebody says (with their marks; a quotation inside another adds none), `of`
    (characters of its counted units), `share`. What begins in a caption or another uncounted unit is left out.
    """
    rows = []
    counted, said = tables.counted(units), measures.in_counted(statements, units)
    own_statements, own_units = dict(iter(said.groupby("document"))), dict(iter(counted.groupby("document")))
    for document, source, text in documents[["document", "label", "text"]].itertuples(index=False, name=None):
        own, mine = own_statements.get(document, said.head(0)), own_units.get(document, counted.head(0))
        spoken = own[own["kind"].isin(measures.SPOKEN)]
        of = int((mine["end"] - mine["start"]).sum())
        characters = int((_places(spoken, len(text)) & _places(mine, len(text))).sum())
        rows.append(
            {
                "document": document,
                "source": source,
                **{kind: int((own["kind"] == kind).sum()) for kind in KINDS},
                "speakers": len(set(spoken["speaker"]) - {""}),
                "characters": characters,
                "of": of,
                "share": characters / of if of else float("nan"),
            }
        )
    return pd.DataFrame(rows, columns=["document", "source", *KINDS, "speakers", "characters", "of", "share"])


def _places(spans: pd.DataFrame, size: int) -> np.ndarray:
    """For each of so many characters whether a span holds it."""
    held = np.zeros(size, bool)
    for start, end in zip(spans["start"].tolist(), spans["end"].tolist(), strict=True):
        held[start:end] = True
    return held


def balance(statements: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row per article: how many of its statements are official voices', independent ones', and others'.

    Columns: document, source, a column for each of `sides.SIDES`, `of` (official and independent ones together), and
    the `share` of the official ones in these, with `low` and `high` (Wilson 1927, 95 %). `statements` hold `side`
    (see `sides.sided`) and are those of counted units.
    """
    said = statements[statements["kind"].isin(SAID)]
    counts = said.groupby(["document", "side"]).size()
    rows = [
        {"document": document, "source": source} | {side: int(counts.get((document, side), 0)) for side in SIDES}
        for document, source in documents[["document", "label"]].itertuples(index=False, name=None)
    ]
    table = pd.DataFrame(rows, columns=["document", "source", *SIDES])
    table = table.astype({"document": "str", "source": "str"} | dict.fromkeys(SIDES, "int64"))
    return statistics.with_interval(table.assign(of=table[OFFICIAL] + table[INDEPENDENT]), count=OFFICIAL)


def unnamed(statements: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row is one statement of a source that keeps its name back: how the article calls it, and what it says.

    Columns: document, source, speaker, `kind` (of statement), `through` (the medium that carried it), `said` (the
    words as they stand), unit, start, end.
    """
    said = statements[statements["kind"].isin(SAID) & (statements["side"] == UNNAMED)]
    traced = tables.trace(said, documents)
    label = dict(zip(documents["document"], documents["label"], strict=True))
    table = traced.assign(source=traced["document"].map(label).astype("str"))
    table = table.rename(columns={"vehicle": "through", "text": "said"})
    columns = ["document", "source", "speaker", "kind", "through", "said", "unit", "start", "end"]
    return table[columns].reset_index(drop=True)


def states(statements: pd.DataFrame) -> pd.DataFrame:
    """One row per state: how many statements are its official voices', in how many `articles`, by how many `speakers`.

    The last row, with the state "", are official voices whose state the articles do not tell beside their name.
    """
    said = statements[statements["kind"].isin(SAID) & (statements["side"] == OFFICIAL)]
    grouped = said.groupby("state").agg(
        statements=("start", "size"), articles=("document", "nunique"), speakers=("speaker", "nunique")
    )
    table = grouped.reset_index().assign(of=len(said)).assign(told=lambda one: one["state"] != "")
    order = ["told", "statements", "state"]
    table = table.sort_values(order, ascending=[False, False, True], kind="stable", ignore_index=True)
    return table.drop(columns="told")


def quoted(statements: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The statements as evidence: each under its kind (layer quotation), and under its speaker.

    A speaker's statements stand in the layer `quotations` or `reports`, as the columns of `voices` are called.
    """
    traced = tables.trace(statements, documents).rename(columns={"text": "match"})
    by_kind = traced.assign(layer="quotation", label=traced["kind"], rule=traced["kind"])
    said = traced[traced["kind"].isin(SAID)]
    layer = said["kind"].map(lambda kind: "quotations" if kind in measures.SPOKEN else "reports").astype("str")
    by_speaker = said.assign(layer=layer, label=said["speaker"].replace("", UNKNOWN), rule=said["kind"])
    both = pd.concat([by_kind, by_speaker], ignore_index=True)[list(tables.SCHEMAS["evidence"])]
    return both.astype(tables.SCHEMAS["evidence"])
