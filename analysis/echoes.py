"""The same words in several articles: given to one speaker or to several, quoted, reported or told as a fact.

Only wording is compared, so that a quotation and its translation are never found to be one. That the reading found no
speaker is no proof that the article names none: open the sentences before you say so.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from analysis import repeats, retold, reuse, tables, voicing
from analysis.repeats import Quotation, Repeat, Text
from analysis.retold import DIFFERENCES, NOBODY, PERHAPS_REPORTED, QUOTED, REPORTED, STATED, UNCERTAIN
from analysis.stream import Numbers

_COLUMNS = {
    **dict.fromkeys(("echo", "document", "source"), "str"),
    **dict.fromkeys(("unit", "start", "end"), "int64"),
    **dict.fromkeys(("told", "speaker", "speaker_kind", "state", "speakers", "wording", "difference"), "str"),
    **dict.fromkeys(("words", "of", "articles"), "int64"),
    "said": "str",
}


def find(
    documents: pd.DataFrame,
    units: pd.DataFrame,
    statements: pd.DataFrame,
    actors: pd.DataFrame,
    evidence: pd.DataFrame,
    dates: pd.DataFrame,
) -> pd.DataFrame:
    """One row is one place where an echo stands: words that one article quotes or reports and others have too.

    Columns: echo (`E001` …, those that differ most first), document, source, unit, start, end (in marks the whole
    quotation); `told` (quoted, reported, stated as the article's own …, see `retold`); speaker, speaker_kind, state;
    `speakers`, `wording` and `difference`: how the place differs from the echo's first row, its longest quotation or,
    where nobody quotes it, report; `words` that agree with it, `of` its words; `articles` of the echo; `said`, as it
    stands. `wording` is `same`, `extract` (one has more before or behind) or `altered` (words replaced, left out or
    added in between).
    `difference` is the weightiest of `retold.DIFFERENCES`. Reports that agree in all but words are left out.
    `statements` hold `state` (see `sides.sided`). Names, titles and dates are no shared wording. Captions, credits and
    links are aside.
    """
    text = repeats.text(documents, units, statements, reuse.names(actors, evidence, dates))
    near = _named(statements, actors)
    doubted = _spans(evidence[evidence["layer"] == "hedge"])
    begins = {name: part[["start", "unit"]].to_numpy() for name, part in units.groupby("document")}
    found = _found(text, statements)
    for rows in found:
        _settle(rows, text, begins, near, doubted)
    return _table(found, documents)


def _found(text: Text, statements: pd.DataFrame) -> list[list[dict]]:
    """The echoes, each with its first place and those that have its words; equal quotations begin but one."""
    said = statements.to_dict("records")
    owner = voicing.owners(text.words, statements)
    index, taken, found, known = repeats.Index(text), dict[int, set[int]](), list[list[dict]](), set[tuple]()
    whole: list[tuple[tuple[int, ...], set[int]]] = []
    for quotation in repeats.quotations(text, statements):
        keys = (*text.words.keys[quotation.places].tolist(),)
        if keys in known or len(keys) < repeats.QUOTED_AGREED:
            continue
        known.add(keys)
        own = {echo for at in quotation.places.tolist() for echo in taken.get(at, ())}
        again = [one for one in repeats.repeats(text, quotation, index) if not _is_taken(one.other, taken, own)]
        rows = [_first(said, quotation), *(_place(text, said, owner, one) for one in again)]
        if again and (rows[0]["told"] == QUOTED or any(row["difference"] for row in rows)):
            places = [*quotation.places.tolist(), *(at for one in again for at in one.other.tolist())]
            touched = {echo for at in places for echo in taken.get(at, ())}
            if any(_is_part(keys, rows, *whole[echo]) for echo in sorted(touched)):
                continue
            for at in places:
                taken.setdefault(at, set()).add(len(found))
            found.append(rows)
            whole.append((keys, {row["place"] for row in rows}))
    return found


def _is_part(keys: tuple[int, ...], rows: list[dict], longer: tuple[int, ...], articles: set[int]) -> bool:
    """Whether an echo of equal words stands inside a longer echo that these articles have too."""
    inside = any(longer[at : at + len(keys)] == keys for at in range(len(longer) - len(keys) + 1))
    return inside and {row["place"] for row in rows} <= articles and not any(row["difference"] for row in rows)


def _named(statements: pd.DataFrame, actors: pd.DataFrame) -> dict[tuple[str, int], set[str]]:
    """Whom each unit names, and who speaks in it."""
    rows = pd.concat([actors[["document", "unit", "actor"]], statements.rename(columns={"speaker": "actor"})])
    found: dict[tuple[str, int], set[str]] = {}
    for document, unit, actor in rows[["document", "unit", "actor"]].itertuples(index=False, name=None):
        found.setdefault((document, unit), set()).add(actor)
    return found


def _is_taken(places: Numbers, taken: Mapping[int, set[int]], echoes: set[int]) -> bool:
    """Whether half of these words stand already in an echo that the quotation is in."""
    return 2 * sum(not echoes.isdisjoint(taken.get(at, ())) for at in places.tolist()) >= len(places)


def _first(said: list[dict], quotation: Quotation) -> dict[str, Any]:
    row = said[quotation.at]
    same = {"told": REPORTED if row["kind"] == "indirect" else QUOTED, "speakers": "", "wording": "", "difference": ""}
    return row | same | {"words": len(quotation.places), "of": len(quotation.places), "place": quotation.article}


def _place(text: Text, said: list[dict], owner: Numbers, repeat: Repeat) -> dict[str, Any]:
    """Where the words stand again, and how that differs from the quotation."""
    first = said[repeat.quotation.at]
    told, at = retold.told(text, said, owner, repeat.other)
    row = said[at] if at >= 0 else dict.fromkeys(("speaker", "speaker_kind", "state"), "")
    span = int(text.words.starts[repeat.other[0]]), int(text.words.ends[repeat.other[-1]])
    if told in (QUOTED, NOBODY):
        span = int(row["start"]), int(row["end"])
    wording = retold.wording(text, repeat, span if told == QUOTED else None)
    speakers = "" if told in (STATED, NOBODY) else retold.related(first, row)
    own = {key: row[key] for key in ("speaker", "speaker_kind", "state")} if told not in (STATED, NOBODY) else {}
    return {
        **dict.fromkeys(("speaker", "speaker_kind", "state"), ""),
        **own,
        "start": span[0],
        "end": span[1],
        "told": told,
        "speakers": speakers,
        "wording": wording,
        "difference": retold.difference(told, speakers, wording, reported=first["kind"] == "indirect"),
        "words": len(repeat.own),
        "of": len(repeat.quotation.places),
        "place": repeat.article,
    }


def _spans(table: pd.DataFrame) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for document, start, end in table[["document", "start", "end"]].itertuples(index=False, name=None):
        found.setdefault(document, []).append((start, end))
    return found


def _settle(
    rows: list[dict],
    text: Text,
    begins: Mapping[str, np.ndarray],
    near: Mapping[tuple[str, int], set[str]],
    doubted: Mapping[str, list[tuple[int, int]]],
) -> None:
    """Give each place its document and unit; where it names the speaker, or doubts, it is not plainly stated."""
    for row in rows:
        name = text.words.names[row["place"]]
        unit = int(begins[name][np.searchsorted(begins[name][:, 0], row["start"], "right") - 1, 1])
        row |= {"document": name, "unit": unit}
        if row["told"] != STATED:
            continue
        named = near.get((name, unit), set()) | near.get((name, unit - 1), set())
        doubt = any(row["start"] < end and start < row["end"] for start, end in doubted.get(name, ()))
        told = PERHAPS_REPORTED if rows[0]["speaker"] in named - {""} else UNCERTAIN if doubt else STATED
        row |= {"told": told, "difference": told}
    rows.sort(key=lambda row: (row["wording"] != "", row["place"], row["start"]))


def _table(found: list[list[dict]], documents: pd.DataFrame) -> pd.DataFrame:
    """The echoes that differ most first, then those of most articles, then the longest."""
    label = dict(zip(documents["document"], documents["label"], strict=True))
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    told = [
        {**row, "echo": f"E{number:03}", "source": label[row["document"]], "articles": _articles(rows)}
        | {"said": texts[row["document"]][row["start"] : row["end"]]}
        for number, rows in enumerate(sorted(found, key=_weight), start=1)
        for row in rows
    ]
    return pd.DataFrame(told, columns=list(_COLUMNS)).astype(_COLUMNS)


def _articles(rows: list[dict]) -> int:
    return len({row["place"] for row in rows})


def _weight(rows: list[dict]) -> tuple[int, int, int]:
    most = min(DIFFERENCES.index(row["difference"]) for row in rows)
    return most, -_articles(rows), -rows[0]["of"]


def evidence_of(echoes: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The places as evidence: layer `echo`, the label is the echo's name, the rule how the words are told there."""
    traced = tables.trace(echoes, documents).rename(columns={"text": "match"})
    rows = traced.assign(layer="echo", label=traced["echo"], rule=traced["told"])
    return rows[list(tables.SCHEMAS["evidence"])].astype(tables.SCHEMAS["evidence"])
