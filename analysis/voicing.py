"""In whose voice each word of an article is: the outlet's own, or a speaker's, quoted or reported."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from analysis import shingles, tables
from analysis.shingles import Words
from analysis.sides import OFFICIAL, SIDE, UNKNOWN
from analysis.stream import Numbers

OWN, QUOTED, REPORTED = "own words", "quoted", "reported"
MANNER = {"direct": QUOTED, "partial": QUOTED, "indirect": REPORTED}
"""How each kind of statement gives another's words. Marks that are nobody's (`scare`) leave words the outlet's own."""
NOT_FOUND = "kind not known"
BY_STATE = "official voices"
"""The layer of the statements of each state's official voices."""
KEYS = ["manner", "speaker_kind", "speaker"]


def owners(words: Words, statements: pd.DataFrame) -> Numbers:
    """For each word the place, in `statements`, of the statement whose word it is; -1 for the outlet's own words.

    Where statements hold one another a word is that of the shortest.
    """
    owner = np.full(len(words.keys), -1)
    place = {name: at for at, name in enumerate(words.names)}
    rows = list(statements[["document", "start", "end"]].itertuples(index=False, name=None))
    for at in sorted(range(len(rows)), key=lambda at: (rows[at][1] - rows[at][2], at)):
        document, start, end = rows[at]
        if document not in place:
            continue
        first, last = words.first[place[document]], words.first[place[document] + 1]
        begin, stop = np.searchsorted(words.starts[first:last], (start, end)) + first
        owner[begin:stop] = at
    return owner


def words(statements: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row per article, manner and speaker: how many words of the article are in that voice.

    Columns: document, source, `manner` (`own words`, `quoted`, `reported`), speaker_kind, speaker, `words`, `of`
    (all counted words of the article), `share`. The words that tell who speaks (*a-t-il dit*) are the outlet's own,
    unless they stand inside the marks. Each article has a row of its own words. All words are counted, none is a
    sample: there is no interval.
    """
    read = shingles.words(documents, units)
    said = statements[statements["kind"].isin(list(MANNER))].reset_index(drop=True)
    owner = owners(read, said)
    article = read.articles()
    held = pd.DataFrame({"document": pd.array(read.names, dtype="str").take(article), "at": owner, "words": 1})
    counts = held.groupby(["document", "at"])["words"].sum().reset_index()
    voice = said[["kind", "speaker_kind", "speaker"]].assign(manner=said["kind"].map(MANNER))[KEYS]
    voice.loc[-1] = [OWN, "", ""]
    table = pd.concat([counts[["document", "words"]], voice.loc[counts["at"]].reset_index(drop=True)], axis=1)
    none = pd.DataFrame(
        {"document": documents["document"], "words": 0, "manner": OWN, "speaker_kind": "", "speaker": ""}
    )
    table = pd.concat([none, table], ignore_index=True).groupby(["document", *KEYS])["words"].sum().reset_index()
    table["of"] = table["document"].map(dict(zip(read.names, np.diff(read.first).tolist(), strict=True)))
    return _shared(table, documents, [*KEYS])


def _shared(table: pd.DataFrame, documents: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """The counts with `source` and `share`, in the order of the documents."""
    order = {name: at for at, name in enumerate(documents["document"])}
    label = dict(zip(documents["document"], documents["label"], strict=True))
    table = table.assign(source=table["document"].map(label), place=table["document"].map(order))
    table = table.sort_values(["place", *keys], kind="stable", ignore_index=True)
    typed = dict.fromkeys(("document", "source", *keys), "str") | dict.fromkeys(("words", "of"), "int64")
    table = table[["document", "source", *keys, "words", "of"]].astype(typed)
    return table.assign(share=table["words"] / table["of"].where(table["of"] > 0))


def manners(voiced: pd.DataFrame) -> pd.DataFrame:
    """One row per article: words `own`, `quoted` and `reported`, `of` all its words; `share` is that of its own.

    `voiced` is what `words` gives. The share of an article without a word is NaN.
    """
    columns = {"own": OWN, "quoted": QUOTED, "reported": REPORTED}
    table = voiced[["document", "source", "of"]].drop_duplicates(ignore_index=True)
    for column, manner in columns.items():
        counts = voiced[voiced["manner"] == manner].groupby("document")["words"].sum()
        table[column] = table["document"].map(counts).fillna(0).astype("int64")
    table = table[["document", "source", *columns, "of"]]
    return table.assign(share=table["own"] / table["of"].where(table["of"] > 0))


def kinds(voiced: pd.DataFrame, documents: pd.DataFrame, *, column: str = "speaker_kind") -> pd.DataFrame:
    """One row per kind of speaker and article, those with nothing too: its `words`, `of` all words, their `share`.

    Columns: layer (`speaker kind`), label, document, source, words, of, share; kinds with most words first. With the
    column `side` a row is a side (see `sides`), and that is the layer.
    """
    said = voiced[voiced["manner"] != OWN]
    kind = said["speaker_kind"].replace("", NOT_FOUND)
    label = kind if column == "speaker_kind" else said["speaker_kind"].map(lambda one: SIDE.get(one, UNKNOWN))
    counts = said.assign(label=label).groupby(["label", "document"])["words"].sum()
    total = counts.groupby("label").sum().reset_index().sort_values(["words", "label"], ascending=[False, True])
    of = dict(zip(voiced["document"], voiced["of"], strict=True))
    layer = "speaker kind" if column == "speaker_kind" else "side"
    sources = list(documents[["document", "label"]].itertuples(index=False, name=None))
    rows = [
        (layer, name, document, source, int(counts.get((name, document), 0)), of.get(document, 0))
        for name in total["label"]
        for document, source in sources
    ]
    return _measure(rows)


def _measure(rows: Iterable[tuple]) -> pd.DataFrame:
    names = ("layer", "label", "document", "source")
    table = pd.DataFrame(rows, columns=[*names, "words", "of"])
    table = table.astype(dict.fromkeys(names, "str") | dict.fromkeys(("words", "of"), "int64"))
    return table.assign(share=table["words"] / table["of"].where(table["of"] > 0))


def evidence_of(statements: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The statements as evidence of their speaker's kind and side, and of how they give the words.

    The layers are `speaker kind`, `side`, `manner` (quoted, reported) and, for a state's own voices, `BY_STATE`.

    `statements` hold the columns `side` and `state`.
    """
    said = tables.trace(statements[statements["kind"].isin(list(MANNER))], documents).rename(columns={"text": "match"})
    by_kind = said.assign(layer="speaker kind", label=said["speaker_kind"].replace("", NOT_FOUND), rule=said["kind"])
    by_side = said.assign(layer="side", label=said["side"], rule=said["kind"])
    by_manner = said.assign(layer="manner", label=said["kind"].map(MANNER), rule=said["kind"])
    states = by_side[(said["side"] == OFFICIAL) & (said["state"] != "")]
    by_state = states.assign(layer=BY_STATE, label=states["state"])
    every = pd.concat([by_kind, by_side, by_manner, by_state], ignore_index=True)[list(tables.SCHEMAS["evidence"])]
    return every.astype(tables.SCHEMAS["evidence"])
